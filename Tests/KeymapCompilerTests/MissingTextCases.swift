import Diagnostics

extension DiagnosticsTests {
    /// What is wrong with lines where a word is missing.
    static let missingTextCases: [Case] = [
        Case(
            "keymap.missing-text", "expected 'syllable' or 'letter' after 'reach'",
            "reach1️⃣"),
        Case(
            "keymap.missing-text", "expected '=' and values with '|' between them after 'tone-style'",
            "option tone-style1️⃣"),
        Case(
            "keymap.missing-text", "expected '|' before 'new'",
            "option tone-style = old 1️⃣new : where the tone stands",
            fixed: "option tone-style = old | new : where the tone stands"),
        Case(
            "keymap.missing-text", "expected '=' between letter 'ô' and keys 'oo'",
            """
            letters vowel
              1️⃣ô oo
            """,
            fixed: """
                letters vowel
                  ô = oo
                """),
        Case(
            "keymap.missing-text", "expected the keys of 'ô' after '='",
            """
            letters vowel
              ô =1️⃣
            """),
        Case(
            "keymap.missing-text",
            "expected the keys of 'ô' after '='; a '#' that stands alone begins a comment",
            """
            letters vowel
              ô =1️⃣ # double o
            """,
            fixed: """
                letters vowel
                  ô = {numbersign} double o
                """),
        Case(
            "keymap.missing-text", "expected ':' before the keys, as in 'breve U+0306 : x on a e'",
            """
            marks
              breve U+0306 x on a1️⃣
            """),
        Case(
            "keymap.missing-text", "expected a key after ':'",
            """
            marks
              breve U+0306 : 1️⃣on a
            """),
        Case(
            "keymap.missing-text", "expected 'on' and the letters the mark sits on after 'x'",
            """
            marks
              breve U+0306 : x1️⃣
            """),
        Case(
            "keymap.missing-text", "expected a combining mark (such as U+0306) after 'breve'",
            """
            marks
              breve1️⃣ : x on a
            """),
        Case(
            "keymap.missing-text", "'ees ế' has no '->'; expected keys, '->' and a text",
            """
            tests
              1️⃣ees ế
            """),
        Case(
            "keymap.missing-text", "expected keys before '->'",
            """
            tests
              1️⃣-> ế
            """),
        Case(
            "keymap.missing-text", "expected '>' and the text to put instead after 'ee'",
            """
            repair
              ee1️⃣
            """),
        Case(
            "keymap.missing-text", "expected '=' and sequences of letters after 'stop'",
            "set stop1️⃣"),
        Case(
            "keymap.missing-text", "expected sequences of letters after 'rime'",
            """
            syllable Vietnamese
              onset t
              rime1️⃣
              rime a
            """),
        Case(
            "keymap.missing-text", "expected names of tones, or 'none' after 'tones'",
            """
            syllable Vietnamese
              rime at : tones1️⃣
            """),
        Case(
            "keymap.missing-text", "expected 'tones' and their names after ':'",
            """
            syllable Vietnamese
              rime at : 1️⃣sắc
            """),
        Case(
            "keymap.missing-text", "expected where the tone stands after 'open'",
            """
            place
              open1️⃣
            """),
        Case(
            "keymap.missing-text", "expected 'syllable' after 'restore unless'",
            "restore unless1️⃣"),
        Case(
            "keymap.missing-text", "expected a letter before '='",
            """
            letters vowel
              1️⃣= aw
            """),
        Case(
            "keymap.missing-text", "expected a name before ':'",
            """
            marks
              1️⃣: x on a
            """),
        Case(
            "keymap.missing-text", "expected a key after ':'",
            """
            tones
              ngã U+0303 :1️⃣
            """),
        Case(
            "keymap.missing-text", "expected 'unless syllable', 'by' and a key, or 'never' after 'restore'",
            "restore1️⃣"),
        Case(
            "keymap.missing-text", "expected a key (such as {Control+z}) after 'restore by'",
            "restore by1️⃣"),
        Case(
            "keymap.missing-text", "expected a name (such as the language's) after 'syllable'",
            """
            syllable1️⃣
              rime a
            """),
        Case(
            "keymap.missing-text", "expected vowels after 'rime'",
            """
            place
              rime1️⃣ : last
            """),
        Case(
            "keymap.missing-text", "expected the text before the caret before '>'",
            """
            rules
              1️⃣> e
            """),
        Case(
            "keymap.missing-text", "expected the class of the second part after 'vowel'",
            """
            letters around
              a◌e = r as vowel1️⃣
            """),
        Case(
            "keymap.missing-text", "expected the classes of the two parts after 'as'",
            """
            letters around
              a◌e = r as1️⃣
            """),
    ]
}
