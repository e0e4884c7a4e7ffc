import Diagnostics

@testable import KeymapCompiler

extension DiagnosticsTests {
    /// What is never used, never reached, listed twice, or put out in another script or form.
    static let reachCases: [Case] = unusedCases + repeatedCases + unreachedCases + outputCases

    private static let unusedCases: [Case] = [
        Case(
            .unusedClass,
            """
            letters 1️⃣foreign
              f j
            syllable Vietnamese
              rime [vowel]
            """),
        Case(
            .unusedSet,
            """
            set 1️⃣stop = c t
            syllable Vietnamese
              rime [vowel]
            """,
            fixed: """
                syllable Vietnamese
                  rime [vowel]
                """),
        Case(
            .unusedOption,
            "option 1️⃣lone-w = off | on : whether w alone makes ư", fixed: ""),
        // A test that sets it does not make it do anything.
        Case(
            .unusedOption,
            """
            option 1️⃣lone-w = off | on : whether w alone makes ư
            tests
              (lone-w=on) ee -> ê
            """,
            fixed: """
                tests
                  (lone-w=on) ee -> ê
                """),
        Case(
            .unusedOnset,
            """
            syllable Vietnamese
              onset 1️⃣b c
              rime a after g h
            """),
        Case(
            .unusedRime,
            """
            syllable Vietnamese
              onset required
              rime 1️⃣a
            """),
        Case(
            .unusedRime,
            """
            syllable Vietnamese
              rime a
              rime 1️⃣at : tones required none
            """),
        Case(
            .unusedPlace,
            """
            1️⃣place
              open last
            """, in: Samples.spoiltTai),
        Case(
            .letterWithoutKeys,
            "include 1️⃣vi/letters", in: Samples.header + "letters vowel\n  a\n", .warning),
        Case(
            .toneWithoutKeys,
            "include 1️⃣vi/tones"),
    ]

    private static let repeatedCases: [Case] = [
        Case(
            .listedTwice,
            """
            marks
              breve U+0306 : x 1️⃣x on a
            """,
            fixed: """
                marks
                  breve U+0306 : x on a
                """),
        Case(
            .listedTwice,
            """
            marks
              breve U+0306 : x on a e 1️⃣e o
            """,
            fixed: """
                marks
                  breve U+0306 : x on a e o
                """),
        Case(
            .listedTwice,
            """
            set stop = c t 1️⃣c
            syllable Vietnamese
              rime [vowel][stop]
            """,
            fixed: """
                set stop = c t
                syllable Vietnamese
                  rime [vowel][stop]
                """),
        Case(
            .listedTwice,
            """
            syllable Vietnamese
              onset b c
              onset 1️⃣b g
              rime a
            """,
            fixed: """
                syllable Vietnamese
                  onset b c
                  onset g
                  rime a
                """),
        Case(
            .listedTwice,
            """
            syllable Vietnamese
              rime a an
              rime 1️⃣an
            """,
            fixed: """
                syllable Vietnamese
                  rime a an
                """),
        Case(
            .listedTwice,
            """
            syllable Vietnamese
              rime [vowel] 1️⃣e en
            """,
            fixed: """
                syllable Vietnamese
                  rime [vowel] en
                """),
        Case(
            .listedTwice,
            """
            syllable Vietnamese
              rime at : tones sắc nặng 1️⃣sắc
            """,
            fixed: """
                syllable Vietnamese
                  rime at : tones sắc nặng
                """),
        Case(
            .listedTwice,
            """
            syllable Vietnamese
              rime a after h t 1️⃣h
            """,
            fixed: """
                syllable Vietnamese
                  rime a after h t
                """),
        Case(
            .listedTwice, "restore by {Escape} {F9} 1️⃣{Escape}", fixed: "restore by {Escape} {F9}"),
        Case(
            .duplicateKeys,
            """
            tones
              huyền U+0300 : f 1️⃣f
            """,
            fixed: """
                tones
                  huyền U+0300 : f
                """),
    ]

    private static let unreachedCases: [Case] = [
        Case(
            .shadowedPlace,
            """
            option tone-style = old | new : where the tone stands
            place
              marked : last when tone-style=old
              marked : first when tone-style=new
              1️⃣marked
            """),
        Case(
            .shadowedPlace,
            """
            place
              closed last
              open before-last
              1️⃣marked
            """),
        Case(
            .shadowedPlace,
            """
            place
              marked
              rime 1️⃣uê : first
              open last
            """),
        Case(
            .shadowedPlace,
            """
            place
              rime 1️⃣an : first
            """),
        Case(
            .idleRepair,
            """
            syllable Vietnamese
              rime e
            repair
              1️⃣e > e
            """),
        Case(
            .idleRepair,
            """
            syllable Vietnamese
              rime [vowel] uo
              word êu
            repair
              1️⃣uo > uê
            """),
        Case(
            .idleRepair,
            """
            repair
              1️⃣e > ê
            """),
        Case(
            .shadowedKeys,
            """
            option way = new | old : what oo makes
            letters vowel
              ơ = oo when way=new
              ŏ = oo when way=old
              ô = 1️⃣oo o6
            """),
        Case(
            .idleCondition,
            """
            option way = new | old : what oo makes
            letters vowel
              ô = oo
              ô = 1️⃣oo when way=new
            """),
        Case(
            .impossibleCondition,
            """
            option way = new | old : what w does
            letters vowel
              ơ = ow when way=new
              ớ = 1️⃣ow1 when way=old
            """),
        Case(
            .ambiguousKeys,
            """
            option closed = off | on : whether oo is ô
            option open = off | on : whether oo is ơ
            letters vowel
              ô = oo when closed=on
              ơ = 1️⃣oo when open=on
            """),
    ]

    private static let outputCases: [Case] = [
        Case(
            .foreignScript,
            """
            letters vowel
              1️⃣е = w
            """, in: Samples.header + "letters vowel\n  a i o\n",
            fixed: """
                letters vowel
                  e = w
                """),
        Case(
            .foreignScript,
            """
            letters consonant
              1️⃣θ = tt
            """),
        Case(
            .foreignScript,
            replacing: "language vi", by: "language 1️⃣cjm", fixed: "language cjm-Latn"),
        Case(
            .letterWithoutKeys,
            """
            letters vowel
              1️⃣о
            """, in: Samples.header + "letters vowel\n  a i e\n",
            fixed: """
                letters vowel
                  o
                """),
        Case(
            .notNormalized,
            """
            tones
              huyền 1️⃣U+0340 : f
            """,
            fixed: """
                tones
                  huyền U+0300 : f
                """),
        Case(
            .composingLetters,
            """
            letters mark
              1️⃣U+0302 = ^
            """),
        Case(
            .unknownInclude,
            "include 1️⃣vi/prat", fixed: "include vi/part"),
        Case(
            .unknownInclude,
            "include 1️⃣rad/part", fixed: "include vi/part"),
        Case(
            .unknownWord,
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
            .unknownWord,
            """
            syllable Vietnamese
              rime a 1️⃣afer g h
            """,
            fixed: """
                syllable Vietnamese
                  rime a after g h
                """),
        Case(
            .unknownWord,
            """
            syllable Vietnamese
              rime at : 1️⃣tone sắc
            """,
            fixed: """
                syllable Vietnamese
                  rime at : tones sắc
                """),
        Case(
            .unknownWord,
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
