import Diagnostics

@testable import KeymapCompiler

extension DiagnosticsTests {
    /// What is wrong with lines where a word is missing.
    static let missingTextCases: [Case] = [
        Case(
            .missingText,
            "reach1️⃣"),
        Case(
            .missingText,
            "option tone-style1️⃣"),
        Case(
            .missingText,
            "option tone-style = old 1️⃣new : where the tone stands",
            fixed: "option tone-style = old | new : where the tone stands"),
        Case(
            .missingText,
            """
            letters vowel
              1️⃣ô oo
            """,
            fixed: """
                letters vowel
                  ô = oo
                """),
        Case(
            .missingText,
            """
            letters vowel
              ô =1️⃣
            """),
        Case(
            .missingText,
            """
            letters vowel
              ô =1️⃣ # double o
            """,
            fixed: """
                letters vowel
                  ô = {numbersign} double o
                """),
        Case(
            .missingText,
            """
            marks
              breve U+0306 x on a1️⃣
            """),
        Case(
            .missingText,
            """
            marks
              breve U+0306 : 1️⃣on a
            """),
        Case(
            .missingText,
            """
            marks
              breve U+0306 : x1️⃣
            """),
        Case(
            .missingText,
            """
            marks
              breve1️⃣ : x on a
            """),
        Case(
            .missingText,
            """
            tests
              1️⃣ees ế
            """),
        Case(
            .missingText,
            """
            tests
              1️⃣-> ế
            """),
        Case(
            .missingText,
            """
            repair
              ee1️⃣
            """),
        Case(
            .missingText,
            "set stop1️⃣"),
        Case(
            .missingText,
            """
            syllable Vietnamese
              onset t
              rime1️⃣
              rime a
            """),
        Case(
            .missingText,
            """
            syllable Vietnamese
              rime at : tones1️⃣
            """),
        Case(
            .missingText,
            """
            syllable Vietnamese
              rime at : 1️⃣sắc
            """),
        Case(
            .missingText,
            """
            place
              open1️⃣
            """),
        Case(
            .missingText,
            "restore unless1️⃣"),
        Case(
            .missingText,
            """
            letters vowel
              1️⃣= aw
            """),
        Case(
            .missingText,
            """
            marks
              1️⃣: x on a
            """),
        Case(
            .missingText,
            """
            tones
              ngã U+0303 :1️⃣
            """),
        Case(
            .missingText,
            "restore1️⃣"),
        Case(
            .missingText,
            "restore by1️⃣"),
        Case(
            .missingText,
            """
            syllable1️⃣
              rime a
            """),
        Case(
            .missingText,
            """
            place
              rime1️⃣ : last
            """),
        Case(
            .missingText,
            """
            rules
              1️⃣> e
            """),
        Case(
            .missingText,
            """
            letters around
              a◌e = r as vowel1️⃣
            """),
        Case(
            .missingText,
            """
            letters around
              a◌e = r as1️⃣
            """),
    ]
}
