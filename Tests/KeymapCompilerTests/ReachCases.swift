import Diagnostics

extension DiagnosticsTests {
    /// What is never used, never reached, listed twice, or put out in another script or form.
    static let reachCases: [Case] = unusedCases + repeatedCases + unreachedCases + outputCases

    private static let unusedCases: [Case] = [
        Case(
            "keymap.unused-class",
            "class 'foreign' is used nowhere; name it in a form, a set or the cluster, or call it 'vowel' or 'consonant'",
            """
            letters 1️⃣foreign
              f j
            syllable Vietnamese
              rime [vowel]
            """, .warning),
        Case(
            "keymap.unused-set", "set 'stop' is used nowhere; expected [stop] in a form or in another set",
            """
            set 1️⃣stop = c t
            syllable Vietnamese
              rime [vowel]
            """, .warning,
            fixed: """
                syllable Vietnamese
                  rime [vowel]
                """),
        Case(
            "keymap.unused-option", "option 'lone-w' changes nothing; expected a line with 'when lone-w=…'",
            "option 1️⃣lone-w = off | on : whether w alone makes ư", .warning, fixed: ""),
        // A test that sets it does not make it do anything.
        Case(
            "keymap.unused-option", "option 'lone-w' changes nothing; expected a line with 'when lone-w=…'",
            """
            option 1️⃣lone-w = off | on : whether w alone makes ư
            tests
              (lone-w=on) ee -> ê
            """, .warning,
            fixed: """
                tests
                  (lone-w=on) ee -> ê
                """),
        Case(
            "keymap.unused-onset",
            "'b' begins no syllable: every rime here names the onsets it follows, with 'after'",
            """
            syllable Vietnamese
              onset 1️⃣b c
              rime a after g h
            """, .warning),
        Case(
            "keymap.unused-rime",
            "'a' ends no syllable: an onset is required, and no line 'onset' lists any",
            """
            syllable Vietnamese
              onset required
              rime 1️⃣a
            """, .warning),
        Case(
            "keymap.unused-rime", "'at' ends no syllable: it needs one of the tones, and takes none",
            """
            syllable Vietnamese
              rime a
              rime 1️⃣at : tones required none
            """, .warning),
        Case(
            "keymap.unused-place", "'place' says where the tone stands, but no tone is declared",
            """
            1️⃣place
              open last
            """, in: Samples.spoiltTai, .warning),
        Case(
            "keymap.letter-without-keys",
            "no keys make 'ê', 'ơ' of 'vi/letters'; expected them in 'letters', with keys",
            "include 1️⃣vi/letters", in: Samples.header + "letters vowel\n  a\n", .warning),
        Case(
            "keymap.tone-without-keys",
            "no key makes tone 'hỏi' of 'vi/tones'; expected it in 'tones', with a key",
            "include 1️⃣vi/tones", .warning),
    ]

    private static let repeatedCases: [Case] = [
        Case(
            "keymap.listed-twice", "'x' is listed twice",
            """
            marks
              breve U+0306 : x 1️⃣x on a
            """, .warning, note: "first listed here",
            fixed: """
                marks
                  breve U+0306 : x on a
                """),
        Case(
            "keymap.listed-twice", "'e' is listed twice",
            """
            marks
              breve U+0306 : x on a e 1️⃣e o
            """, .warning, note: "first listed here",
            fixed: """
                marks
                  breve U+0306 : x on a e o
                """),
        Case(
            "keymap.listed-twice", "'c' is listed twice",
            """
            set stop = c t 1️⃣c
            syllable Vietnamese
              rime [vowel][stop]
            """, .warning, note: "first listed here",
            fixed: """
                set stop = c t
                syllable Vietnamese
                  rime [vowel][stop]
                """),
        Case(
            "keymap.listed-twice", "'b' is listed twice",
            """
            syllable Vietnamese
              onset b c
              onset 1️⃣b g
              rime a
            """, .warning, note: "first listed here",
            fixed: """
                syllable Vietnamese
                  onset b c
                  onset g
                  rime a
                """),
        Case(
            "keymap.listed-twice", "'an' is listed twice",
            """
            syllable Vietnamese
              rime a an
              rime 1️⃣an
            """, .warning, note: "first listed here",
            fixed: """
                syllable Vietnamese
                  rime a an
                """),
        Case(
            "keymap.listed-twice", "'e' adds nothing to what is listed before it",
            """
            syllable Vietnamese
              rime [vowel] 1️⃣e en
            """, .warning, note: "listed here",
            fixed: """
                syllable Vietnamese
                  rime [vowel] en
                """),
        Case(
            "keymap.listed-twice", "'sắc' is listed twice",
            """
            syllable Vietnamese
              rime at : tones sắc nặng 1️⃣sắc
            """, .warning, note: "first listed here",
            fixed: """
                syllable Vietnamese
                  rime at : tones sắc nặng
                """),
        Case(
            "keymap.listed-twice", "'h' is listed twice",
            """
            syllable Vietnamese
              rime a after h t 1️⃣h
            """, .warning, note: "first listed here",
            fixed: """
                syllable Vietnamese
                  rime a after h t
                """),
        Case(
            "keymap.listed-twice", "'{Escape}' is listed twice", "restore by {Escape} {F9} 1️⃣{Escape}",
            .warning,
            note: "first listed here", fixed: "restore by {Escape} {F9}"),
        Case(
            "keymap.duplicate-keys", "key 'f' stands for tone 'huyền' already",
            """
            tones
              huyền U+0300 : f 1️⃣f
            """, note: "first used here",
            fixed: """
                tones
                  huyền U+0300 : f
                """),
    ]

    private static let unreachedCases: [Case] = [
        Case(
            "keymap.shadowed-place", "'marked' is never reached: an earlier line always fits before it",
            """
            option tone-style = old | new : where the tone stands
            place
              marked : last when tone-style=old
              marked : first when tone-style=new
              1️⃣marked
            """, .warning, note: "the earlier line"),
        Case(
            "keymap.shadowed-place", "'marked' is never reached: an earlier line always fits before it",
            """
            place
              closed last
              open before-last
              1️⃣marked
            """, .warning, note: "the earlier line"),
        Case(
            "keymap.shadowed-place", "'uê' is never reached: an earlier line always fits before it",
            """
            place
              marked
              rime 1️⃣uê : first
              open last
            """, .warning, note: "the earlier line"),
        Case(
            "keymap.shadowed-place",
            "'an' is never reached: a rime of 'place' is all vowels, and 'n' is none",
            """
            place
              rime 1️⃣an : first
            """, .warning),
        Case(
            "keymap.idle-repair", "'e > e' never applies: both sides are the same",
            """
            syllable Vietnamese
              rime e
            repair
              1️⃣e > e
            """, .warning),
        Case(
            "keymap.idle-repair", "'uo > uê' never applies: no syllable has 'uê'",
            """
            syllable Vietnamese
              rime [vowel] uo
              word êu
            repair
              1️⃣uo > uê
            """, .warning),
        Case(
            "keymap.idle-repair", "'e > ê' never applies: there is no 'syllable' to say what is a word",
            """
            repair
              1️⃣e > ê
            """, .warning),
        Case(
            "keymap.shadowed-keys",
            "keys 'oo' never make 'ô': they make another letter with every value of 'way'",
            """
            option way = new | old : what oo makes
            letters vowel
              ơ = oo when way=new
              ŏ = oo when way=old
              ô = 1️⃣oo o6
            """, .warning, note: "taken here"),
        Case(
            "keymap.idle-condition", "'when way=new' changes nothing: keys 'oo' make 'ô' without it too",
            """
            option way = new | old : what oo makes
            letters vowel
              ô = oo
              ô = 1️⃣oo when way=new
            """, .warning, note: "made here"),
        Case(
            "keymap.impossible-condition",
            "'when way=old' never makes 'ớ': 'ow' makes a letter only with 'way=new'",
            """
            option way = new | old : what w does
            letters vowel
              ơ = ow when way=new
              ớ = 1️⃣ow1 when way=old
            """, .warning, note: "made here"),
        Case(
            "keymap.ambiguous-keys",
            "keys 'oo' have two meanings with open=on and closed=on: 'ô' wins, and 'ơ' is made only without closed=on",
            """
            option closed = off | on : whether oo is ô
            option open = off | on : whether oo is ơ
            letters vowel
              ô = oo when closed=on
              ơ = 1️⃣oo when open=on
            """, .warning, note: "'ô' is made here"),
    ]

    private static let outputCases: [Case] = [
        Case(
            "keymap.foreign-script",
            "U+0435 in 'е' is a letter of Cyrl, not of Latn; did you mean 'e' (U+0065)?",
            """
            letters vowel
              1️⃣е = w
            """, in: Samples.header + "letters vowel\n  a i o\n", .warning,
            fixed: """
                letters vowel
                  e = w
                """),
        Case(
            "keymap.foreign-script",
            "U+03B8 in 'θ' is a letter of Grek, not of Latn; if it is meant, write it as U+03B8",
            """
            letters consonant
              1️⃣θ = tt
            """, .warning),
        Case(
            "keymap.foreign-script", "'cjm' is written in Cham, but the letters are Latn",
            replacing: "language vi", by: "language 1️⃣cjm", .warning, fixed: "language cjm-Latn"),
        Case(
            "keymap.letter-without-keys",
            "letter 'о' (U+043E) has no keys; did you mean 'o' (U+006F), which looks like it?",
            """
            letters vowel
              1️⃣о
            """, in: Samples.header + "letters vowel\n  a i e\n",
            fixed: """
                letters vowel
                  o
                """),
        Case(
            "keymap.not-normalized", "'U+0340' is not in NFC; expected 'U+0300'",
            """
            tones
              huyền 1️⃣U+0340 : f
            """,
            fixed: """
                tones
                  huyền U+0300 : f
                """),
        Case(
            "keymap.composing-letters",
            "letter '◌̂' (U+0302) after 'a' is not in NFC; there they are U+00E2: "
                + "declare them as one letter, or use 'marks'",
            """
            letters mark
              1️⃣U+0302 = ^
            """, .warning),
        Case(
            "keymap.unknown-include", "no keymap is named 'vi/prat'; did you mean 'vi/part'?",
            "include 1️⃣vi/prat", fixed: "include vi/part"),
        Case(
            "keymap.unknown-include", "no keymap is named 'rad/part'; did you mean 'vi/part'?",
            "include 1️⃣rad/part", fixed: "include vi/part"),
        Case(
            "keymap.unknown-word", "'whne' is not known here; did you mean 'when'?",
            """
            option lone-w = off | on : whether w alone makes ư
            letters vowel
              ư = w 1️⃣whne lone-w=on
            """,
            fixed: """
                option lone-w = off | on : whether w alone makes ư
                letters vowel
                  ư = w when lone-w=on
                """),
        Case(
            "keymap.unknown-word", "'afer' is not known here; did you mean 'after'?",
            """
            syllable Vietnamese
              rime a 1️⃣afer g h
            """,
            fixed: """
                syllable Vietnamese
                  rime a after g h
                """),
        Case(
            "keymap.unknown-word", "'tone' is not known here; did you mean 'tones'?",
            """
            syllable Vietnamese
              rime at : 1️⃣tone sắc
            """,
            fixed: """
                syllable Vietnamese
                  rime at : tones sắc
                """),
        Case(
            "keymap.unknown-word", "'require' is not known here; did you mean 'required'?",
            """
            syllable Vietnamese
              onset 1️⃣require b c
              rime a
            """,
            fixed: """
                syllable Vietnamese
                  onset required b c
                  rime a
                """),
    ]
}
