import Diagnostics

extension DiagnosticsTests {
    /// What is wrong with characters, statements, the header and includes.
    static let statementCases: [Case] = [
        Case(
            "keymap.invisible-character", "U+00A0 looks like a blank but is none; expected a blank",
            "set stop = c1️⃣\u{A0}t",
            fixed: "set stop = c t"),
        Case(
            "keymap.invisible-character", "U+0007 cannot be seen; expected a visible character",
            "set stop = c1️⃣\u{7} t",
            fixed: "set stop = c t"),
        Case(
            "keymap.not-normalized", "'e\u{302}' is not in NFC; expected 'ê'",
            """
            repair
              e > 1️⃣e\u{302}
            """,
            fixed: """
                repair
                  e > ê
                """),
        Case(
            "keymap.not-normalized", "'e\u{302}' is not in NFC; expected 'ê'",
            """
            tests
              ee s -> 1️⃣e\u{302} s
            """,
            fixed: """
                tests
                  ee s -> ê s
                """),
        Case(
            "keymap.bad-code-point", "'U+D800' is no code point; expected four to six digits, such as U+0306",
            """
            marks
              breve 1️⃣U+D800 : x on a
            """),
        Case(
            "keymap.unknown-statement", "no statement begins with 'test'; did you mean 'tests'?",
            """
            1️⃣test
              ee -> ê
            """,
            fixed: """
                tests
                  ee -> ê
                """),
        Case(
            "keymap.unknown-statement", "no statement begins with 'keyboard'",
            """
            1️⃣keyboard vi
              a b c
            """),
        Case(
            "keymap.missing-statement",
            "statement 'keymap' is missing; expected the version of the keymap language",
            replacing: """
                keymap 1

                """,
            by: "1️⃣",
            fixed: """
                keymap 1

                """),
        Case(
            "keymap.missing-statement",
            "statement 'language' is missing; expected the BCP 47 tag of the language, as in 'language rad'",
            replacing: """
                language vi

                """,
            by: "1️⃣"),
        Case(
            "keymap.missing-statement",
            "statement 'title' is missing; expected a title in the language itself, as in 'title Êđê (Telex)'",
            replacing: """
                title Tiếng Việt

                """,
            by: "1️⃣"),
        Case(
            "keymap.missing-statement",
            "statement 'title' is missing; expected a title in the language itself, as in 'title Êđê (Telex)'",
            replacing: """
                title Tiếng Việt

                """,
            by: """
                1️⃣title (en) Vietnamese

                """),
        Case(
            "keymap.missing-statement", "statement 'version' is missing; expected the version of the keymap",
            replacing: """
                version 1.0

                """,
            by: "1️⃣",
            fixed: """
                version 1.0

                """),
        Case(
            "keymap.missing-statement",
            "statement 'licence' is missing; expected an SPDX licence identifier, as in 'licence CC0-1.0'",
            replacing: """
                licence CC0-1.0

                """,
            by: "1️⃣"),
        Case(
            "keymap.missing-statement",
            "statement 'source' is missing; expected where letters and keys come from, as in 'source' and the name of a book",
            replacing: """
                source BambooEngine/bamboo-core, input_method_def.go

                """,
            by: "1️⃣"),
        Case(
            "keymap.missing-statement", "statement 'letters' is missing; expected the letters and their keys",
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
            "keymap.duplicate-statement", "'reach' stands here a second time; expected it once",
            """
            reach syllable
            1️⃣reach letter
            """,
            note: "first here",
            fixed: "reach syllable"),
        Case(
            "keymap.duplicate-statement", "'title' stands here a second time; expected it once",
            "1️⃣title Vietnamese",
            note: "first here",
            fixed: ""),
        Case(
            "keymap.duplicate-statement", "'title (en)' stands here a second time; expected it once",
            """
            title (en) Vietnamese
            1️⃣title (en) Vietnamese Telex
            """,
            note: "first here",
            fixed: "title (en) Vietnamese"),
        Case(
            "keymap.duplicate-statement", "'include vi/part' stands here a second time; expected it once",
            """
            include vi/part
            1️⃣include vi/part
            """,
            note: "first here",
            fixed: "include vi/part"),
        Case(
            "keymap.not-first", "'keymap' stands after 'language'; expected it as the first statement",
            replacing: """
                keymap 1
                language vi

                """,
            by: """
                # Telex
                language vi
                1️⃣keymap 1

                """,
            note: "the first statement",
            fixed: """
                # Telex
                keymap 1
                language vi

                """),
        Case(
            "keymap.unsupported-version", "version '2' of the keymap language is not known; expected 1",
            replacing: "keymap 1",
            by: "keymap 1️⃣2"),
        Case(
            "keymap.unsupported-version", "version 'one' of the keymap language is not known; expected 1",
            replacing: "keymap 1",
            by: "keymap 1️⃣one",
            fixed: "keymap 1"),
        Case(
            "keymap.indented-statement", "statement 'reach' is indented; expected it in the first column",
            """
            undo repeat
              1️⃣reach letter
            """,
            fixed: """
                undo repeat
                reach letter
                """),
        Case(
            "keymap.indented-statement", "statement 'tests' is indented; expected it in the first column",
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
            "keymap.not-indented",
            "'ees' stands in the first column; expected a line of 'tests' to be indented",
            """
            tests
            1️⃣ees -> ế
            """,
            note: "the statement it seems to belong to",
            fixed: """
                tests
                  ees -> ế
                """),
        Case(
            "keymap.not-indented",
            "'â' stands in the first column; expected a line of 'letters' to be indented",
            """
            letters vowel
              ă = aw
            1️⃣â = aa
            """,
            note: "the statement it seems to belong to",
            fixed: """
                letters vowel
                  ă = aw
                  â = aa
                """),
        Case(
            "keymap.uneven-indentation",
            "'rime' is not indented like the lines above it; expected all of them alike",
            """
            syllable Vietnamese
              onset t
               1️⃣rime ê
            """,
            .warning,
            fixed: """
                syllable Vietnamese
                  onset t
                  rime ê
                """),
        Case(
            "keymap.unknown-line", "no line of 'syllable' begins with 'rhyme'; did you mean 'rime'?",
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
            "keymap.unknown-line",
            "no line of 'place' begins with 'middle'; expected 'rime', 'marked', 'closed' or 'open'",
            """
            place
              marked
              1️⃣middle last
            """),
        Case(
            "keymap.unexpected-text", "found 'letter' after 'reach syllable'; expected nothing here",
            "reach syllable 1️⃣letter",
            fixed: "reach syllable"),
        Case(
            "keymap.unexpected-text", "found 'ee' after 'tests'; expected nothing here",
            """
            tests 1️⃣ee
              ee -> ê
            """,
            fixed: """
                tests
                  ee -> ê
                """),
        Case(
            "keymap.unexpected-text", "found 'Telex' before the first statement; expected nothing here",
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
            "keymap.wrong-arrow", "found '>'; expected '->' here",
            """
            tests
              ee 1️⃣> ê
            """,
            fixed: """
                tests
                  ee -> ê
                """),
        Case(
            "keymap.wrong-arrow", "found '->'; expected '>' here",
            """
            repair
              e 1️⃣-> ê
            """,
            fixed: """
                repair
                  e > ê
                """),
        Case(
            "keymap.unknown-choice", "'folded' is not known for capitals; expected 'fold' or 'distinct'",
            "capitals 1️⃣folded",
            fixed: "capitals fold"),
        Case(
            "keymap.unknown-choice", "'finished' is not known for status; expected 'stable' or 'draft'",
            "status 1️⃣finished"),
        Case(
            "keymap.unknown-choice",
            "'lst' is not known for the place of the tone; expected 'first', 'last', 'before-last' or 'marked'",
            """
            place
              closed 1️⃣lst
            """,
            fixed: """
                place
                  closed last
                """),
        Case(
            "keymap.bad-language-tag",
            "'Vietnamese' is no BCP 47 language tag; expected one such as rad or blt-Tavt",
            replacing: "language vi",
            by: "language 1️⃣Vietnamese"),
        Case(
            "keymap.bad-language-tag",
            "'cjm_Latn' is no BCP 47 language tag; expected one such as rad or blt-Tavt",
            replacing: "language vi",
            by: "language 1️⃣cjm_Latn",
            fixed: "language cjm-Latn"),
        Case(
            "keymap.bad-language-tag", "language tag 'cjm-latn' is usually written 'cjm-Latn'",
            replacing: "language vi",
            by: "language 1️⃣cjm-latn",
            .warning,
            fixed: "language cjm-Latn"),
        Case(
            "keymap.bad-language-tag",
            "'telex' is no BCP 47 language tag; expected one such as rad or blt-Tavt",
            "title (1️⃣telex) Tiếng Việt"),
        Case(
            "keymap.bad-licence",
            "'public domain' is no SPDX licence identifier; expected one such as CC0-1.0 or MIT",
            replacing: "licence CC0-1.0",
            by: "licence 1️⃣public domain"),
        Case(
            "keymap.unknown-include",
            "no keymap is named 'fr/azerty'; expected a language tag, a slash and a name, such as vi/telex",
            "include 1️⃣fr/azerty"),
        Case(
            "keymap.include-cycle", "keymap 'vi/test' includes itself in the end: this one includes vi/test",
            "include 1️⃣vi/test",
            fixed: ""),
        Case(
            "keymap.include-conflict", "keymap 'vi/part' does not go with this one: it has 'capitals fold'",
            """
            capitals distinct
            include 1️⃣vi/part
            """,
            note: "other than here"),
        Case(
            "keymap.include-conflict",
            "keymap 'vi/part' does not go with this one: its option 'lone-w' has the value 'on'",
            """
            option lone-w = off | full : what w makes
            include 1️⃣vi/part
            """,
            note: "other than here"),
        Case(
            "keymap.include-conflict",
            "keymap 'vi/part' does not go with this one: its tone 'huyền' is '◌\u{300}' (U+0300)",
            """
            tones
              huyền U+0309 : r
            include 1️⃣vi/part
            """,
            note: "other than here"),
        Case(
            "keymap.duplicate-statement", "'order' stands here a second time; expected it once",
            """
            cluster
              type prefix? consonant
              order prefix consonant
              1️⃣order consonant prefix
            """,
            in: Samples.spoiltTai,
            note: "first here",
            fixed: """
                cluster
                  type prefix? consonant
                  order prefix consonant
                """),
        Case(
            "keymap.unknown-choice", "'store' is not known for backspace; expected 'typed' or 'stored'",
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
            "keymap.unexpected-text", "found 'as vowel' after a letter without ◌; expected nothing here",
            """
            letters vowel
              ô = oo 1️⃣as vowel
            """,
            fixed: """
                letters vowel
                  ô = oo
                """),
        Case(
            "keymap.unexpected-text", "found '|' where a value is expected; expected nothing here",
            "option lone-w = off | 1️⃣| on : whether w alone makes ư",
            fixed: "option lone-w = off | on : whether w alone makes ư"),
        Case(
            "keymap.unknown-choice", "'word' is not known for restore unless; expected 'syllable'",
            "restore unless 1️⃣word"),
        Case(
            "keymap.not-normalized", "'o\u{302}' is not in NFC; expected 'ô'",
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
