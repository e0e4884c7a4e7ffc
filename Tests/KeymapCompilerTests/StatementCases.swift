import Diagnostics

@testable import KeymapCompiler

extension DiagnosticsTests {
    /// What is wrong with characters, statements, the header and includes.
    static let statementCases: [Case] = [
        Case(
            .invisibleCharacter,
            "set stop = c1️⃣\u{A0}t",
            fixed: "set stop = c t"),
        Case(
            .invisibleCharacter,
            "set stop = c1️⃣\u{7} t",
            fixed: "set stop = c t"),
        Case(
            .notNormalized,
            """
            repair
              e > 1️⃣e\u{302}
            """,
            fixed: """
                repair
                  e > ê
                """),
        Case(
            .notNormalized,
            """
            tests
              ee s -> 1️⃣e\u{302} s
            """,
            fixed: """
                tests
                  ee s -> ê s
                """),
        Case(
            .badCodePoint,
            """
            marks
              breve 1️⃣U+D800 : x on a
            """),
        Case(
            .unknownStatement,
            """
            1️⃣test
              ee -> ê
            """,
            fixed: """
                tests
                  ee -> ê
                """),
        Case(
            .unknownStatement,
            """
            1️⃣keyboard vi
              a b c
            """),
        Case(
            .missingStatement,
            replacing: """
                keymap 1

                """,
            by: "1️⃣",
            fixed: """
                keymap 1

                """),
        Case(
            .missingStatement,
            replacing: """
                language vi

                """,
            by: "1️⃣"),
        Case(
            .missingStatement,
            replacing: """
                title Tiếng Việt

                """,
            by: "1️⃣"),
        Case(
            .missingStatement,
            replacing: """
                title Tiếng Việt

                """,
            by: """
                1️⃣title (en) Vietnamese

                """),
        Case(
            .missingStatement,
            replacing: """
                version 1.0

                """,
            by: "1️⃣",
            fixed: """
                version 1.0

                """),
        Case(
            .missingStatement,
            replacing: """
                licence CC0-1.0

                """,
            by: "1️⃣"),
        Case(
            .missingStatement,
            replacing: """
                source BambooEngine/bamboo-core, input_method_def.go

                """,
            by: "1️⃣"),
        Case(
            .missingStatement,
            replacing: """
                letters vowel
                  a e i o u y
                  ê = ee
                letters consonant
                  b c g h m n t
                tones
                  sắc U+0301 : s
                  nặng U+0323 : j

                """,
            by: "1️⃣"),
        Case(
            .duplicateStatement,
            """
            reach syllable
            1️⃣reach letter
            """,
            fixed: "reach syllable"),
        Case(
            .duplicateStatement,
            "1️⃣title Vietnamese",
            fixed: ""),
        Case(
            .duplicateStatement,
            """
            title (en) Vietnamese
            1️⃣title (en) Vietnamese Telex
            """,
            fixed: "title (en) Vietnamese"),
        Case(
            .duplicateStatement,
            """
            include vi/part
            1️⃣include vi/part
            """,
            fixed: "include vi/part"),
        Case(
            .notFirst,
            replacing: """
                keymap 1
                language vi

                """,
            by: """
                # Telex
                language vi
                1️⃣keymap 1

                """,
            fixed: """
                # Telex
                keymap 1
                language vi

                """),
        Case(
            .unsupportedVersion,
            replacing: "keymap 1",
            by: "keymap 1️⃣2"),
        Case(
            .unsupportedVersion,
            replacing: "keymap 1",
            by: "keymap 1️⃣one",
            fixed: "keymap 1"),
        Case(
            .indentedStatement,
            """
            undo repeat
              1️⃣reach letter
            """,
            fixed: """
                undo repeat
                reach letter
                """),
        Case(
            .indentedStatement,
            """
            marks
              breve U+0306 : x on a
              1️⃣tests
              ax -> ă
            """,
            fixed: """
                marks
                  breve U+0306 : x on a
                tests
                  ax -> ă
                """),
        Case(
            .notIndented,
            """
            tests
            1️⃣ees -> ế
            """,
            fixed: """
                tests
                  ees -> ế
                """),
        Case(
            .notIndented,
            """
            letters vowel
              ă = aw
            1️⃣â = aa
            """,
            fixed: """
                letters vowel
                  ă = aw
                  â = aa
                """),
        Case(
            .unevenIndentation,
            """
            syllable Vietnamese
              onset t
               1️⃣rime ê
            """,
            fixed: """
                syllable Vietnamese
                  onset t
                  rime ê
                """),
        Case(
            .unknownLine,
            """
            syllable Vietnamese
              onset t
              1️⃣rhyme ê
              rime a
            """,
            fixed: """
                syllable Vietnamese
                  onset t
                  rime ê
                  rime a
                """),
        Case(
            .unknownLine,
            """
            place
              marked
              1️⃣middle last
            """),
        Case(
            .unexpectedText,
            "reach syllable 1️⃣letter",
            fixed: "reach syllable"),
        Case(
            .unexpectedText,
            """
            tests 1️⃣ee
              ee -> ê
            """,
            fixed: """
                tests
                  ee -> ê
                """),
        Case(
            .unexpectedText,
            replacing: """
                keymap 1

                """,
            by: """
                  1️⃣Telex
                keymap 1

                """,
            fixed: """
                keymap 1

                """),
        Case(
            .wrongArrow,
            """
            tests
              ee 1️⃣> ê
            """,
            fixed: """
                tests
                  ee -> ê
                """),
        Case(
            .wrongArrow,
            """
            repair
              e 1️⃣-> ê
            """,
            fixed: """
                repair
                  e > ê
                """),
        Case(
            .unknownChoice,
            "capitals 1️⃣folded",
            fixed: "capitals fold"),
        Case(
            .unknownChoice,
            "status 1️⃣finished"),
        Case(
            .unknownChoice,
            """
            place
              closed 1️⃣lst
            """,
            fixed: """
                place
                  closed last
                """),
        Case(
            .badLanguageTag,
            replacing: "language vi",
            by: "language 1️⃣Vietnamese"),
        Case(
            .badLanguageTag,
            replacing: "language vi",
            by: "language 1️⃣cjm_Latn",
            fixed: "language cjm-Latn"),
        Case(
            .badLanguageTag,
            replacing: "language vi",
            by: "language 1️⃣cjm-latn",
            .warning,
            fixed: "language cjm-Latn"),
        Case(
            .badLanguageTag,
            "title (1️⃣telex) Tiếng Việt"),
        Case(
            .badLicence,
            replacing: "licence CC0-1.0",
            by: "licence 1️⃣public domain"),
        Case(
            .unknownInclude,
            "include 1️⃣fr/azerty"),
        Case(
            .includeCycle,
            "include 1️⃣vi/test",
            fixed: ""),
        Case(
            .includeConflict,
            """
            capitals distinct
            include 1️⃣vi/part
            """),
        Case(
            .includeConflict,
            """
            option lone-w = off | full : what w makes
            include 1️⃣vi/part
            """),
        Case(
            .includeConflict,
            """
            tones
              huyền U+0309 : r
            include 1️⃣vi/part
            """),
        Case(
            .duplicateStatement,
            """
            cluster
              type prefix? consonant
              order prefix consonant
              1️⃣order consonant prefix
            """,
            in: Samples.spoiltTai,
            fixed: """
                cluster
                  type prefix? consonant
                  order prefix consonant
                """),
        Case(
            .unknownChoice,
            """
            cluster
              type prefix? consonant
              order prefix consonant
              backspace 1️⃣store
            """,
            in: Samples.spoiltTai,
            fixed: """
                cluster
                  type prefix? consonant
                  order prefix consonant
                  backspace stored
                """),
        Case(
            .unexpectedText,
            """
            letters vowel
              ô = oo 1️⃣as vowel
            """,
            fixed: """
                letters vowel
                  ô = oo
                """),
        Case(
            .unexpectedText,
            "option lone-w = off | 1️⃣| on : whether w alone makes ư",
            fixed: "option lone-w = off | on : whether w alone makes ư"),
        Case(
            .unknownChoice,
            "restore unless 1️⃣word"),
        Case(
            .notNormalized,
            """
            letters vowel
              1️⃣o\u{302} = oo
            """,
            fixed: """
                letters vowel
                  ô = oo
                """),
    ]
}
