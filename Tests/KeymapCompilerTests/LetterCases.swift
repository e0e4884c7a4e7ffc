import Diagnostics

@testable import KeymapCompiler

extension DiagnosticsTests {
    /// What is wrong with options, letters and keys.
    static let letterCases: [Case] = [
        Case(
            .duplicateValue,
            "option lone-w = off | on | 1️⃣off : whether w alone makes ư"),
        Case(
            .optionWithoutChoice,
            "option 1️⃣lone-w = on : whether w alone makes ư"),
        Case(
            .unknownOption,
            """
            option lone-w = off | on : whether w alone makes ư
            letters vowel
              ư = w when 1️⃣lonew=on
            """,
            fixed: """
                option lone-w = off | on : whether w alone makes ư
                letters vowel
                  ư = w when lone-w=on
                """),
        Case(
            .unknownOption,
            """
            tests
              (1️⃣style=new) ees -> ế
            """),
        Case(
            .unknownValue,
            """
            option tone-style = old | new : where the tone stands
            place
              open last when tone-style=1️⃣news
              open before-last
            """,
            fixed: """
                option tone-style = old | new : where the tone stands
                place
                  open last when tone-style=new
                  open before-last
                """),
        Case(
            .badCondition,
            """
            option lone-w = off | on : whether w alone makes ư
            letters vowel
              ư = w 1️⃣when lone-w
            """),
        Case(
            .conditionNotAllowed,
            """
            option lone-w = off | on : whether w alone makes ư
            repair
              e > ê 1️⃣when lone-w=on
            """,
            fixed: """
                option lone-w = off | on : whether w alone makes ư
                repair
                  e > ê
                """),
        Case(
            .letterWithoutKeys,
            """
            letters vowel
              1️⃣ô
            """),
        Case(
            .letterWithoutKeys,
            """
            letters consonant
              1️⃣dđ
            """),
        Case(
            .letterWithoutKeys,
            """
            letters consonant
              1️⃣klm
            """,
            fixed: """
                letters consonant
                  k l m
                """),
        Case(
            .duplicateLetter,
            """
            letters vowel
              1️⃣y
            """,
            fixed: "letters vowel"),
        Case(
            .duplicateLetter,
            """
            letters vowel
              ô = oo
              1️⃣ô = o6
            """,
            fixed: """
                letters vowel
                  ô = oo o6
                """),
        Case(
            .duplicateWay,
            """
            letters vowel
              ô = oo o6 1️⃣oo
            """,
            fixed: """
                letters vowel
                  ô = oo o6
                """),
        Case(
            .duplicateKeys,
            """
            letters vowel
              ĕ = 1️⃣ee
            """),
        Case(
            .duplicateKeys,
            """
            marks
              breve U+0306 : x on e
              caron U+030C : 1️⃣x on e
            """),
        Case(
            .duplicateKeys,
            """
            tones
              ngã U+0303 : 1️⃣s
            """),
        Case(
            .keysWithoutLetter,
            """
            letters vowel
              ô = 1️⃣oww
            """),
        Case(
            .letterTooLong,
            """
            letters consonant
              1️⃣ngngngngngngn = nk
            """),
        Case(
            .capitalLetter,
            """
            letters consonant
              1️⃣Đ = dd
            """,
            fixed: """
                letters consonant
                  đ = dd
                """),
        Case(
            .capitalLetter,
            """
            repair
              1️⃣E > ê
            """,
            fixed: """
                repair
                  e > ê
                """),
        Case(
            .capitalKey,
            """
            letters consonant
              đ = 1️⃣dD
            """,
            fixed: """
                letters consonant
                  đ = dd
                """),
        Case(
            .emptyClass,
            "letters 1️⃣medial"),
        Case(
            .emptyClass,
            "1️⃣letters"),
        Case(
            .unknownClass,
            """
            syllable Vietnamese
              rime [1️⃣vowels]
            """,
            fixed: """
                syllable Vietnamese
                  rime [vowel]
                """),
        Case(
            .unknownClass,
            """
            set rime = [1️⃣stop]
            set stop = c t
            """),
        Case(
            .unknownClass,
            """
            syllable Vietnamese
              rime [1️⃣xyz]a
            """),
        Case(
            .unusedClass,
            """
            letters 1️⃣vovel
              ô = oo
            """,
            fixed: """
                letters vowel
                  ô = oo
                """),
        Case(
            .badParts,
            """
            letters around
              1️⃣o◌e◌o = r
            """),
        Case(
            .badParts,
            """
            letters around
              1️⃣◌ = r
            """),
        Case(
            .unknownPart,
            """
            letters around
              1️⃣a◌w = r
            """),
        Case(
            .badKey,
            """
            letters vowel
              ô = o{1️⃣numbersgn}
            """,
            fixed: """
                letters vowel
                  ô = o{numbersign}
                """),
        Case(
            .badKey,
            """
            letters vowel
              ô = o{1️⃣NumberSign}
            """,
            fixed: """
                letters vowel
                  ô = o{numbersign}
                """),
        Case(
            .badKey,
            """
            letters vowel
              ô = o1️⃣{
            """,
            fixed: """
                letters vowel
                  ô = o{braceleft}
                """),
        Case(
            .badKey,
            """
            tests
              ee{1️⃣Backspace} -> e
            """,
            fixed: """
                tests
                  ee{BackSpace} -> e
                """),
        Case(
            .badKey,
            "restore by {1️⃣Ctrl+z}",
            fixed: "restore by {Control+z}"),
        Case(
            .keyNotPrintable,
            """
            letters vowel
              ô = 1️⃣oê
            """),
        Case(
            .keyNotPrintable,
            """
            letters vowel
              ô = 1️⃣o{Tab}
            """),
        Case(
            .keyNotPrintable,
            "escape 1️⃣{Control+e}"),
        Case(
            .notOneKey,
            """
            marks
              breve U+0306 : 1️⃣xx on a
            """),
        Case(
            .notOneKey,
            "escape 1️⃣\\\\"),
        Case(
            .unknownClass,
            """
            cluster
              type prefix? 1️⃣consonants
              order prefix consonant
            """,
            in: Samples.spoiltTai,
            fixed: """
                cluster
                  type prefix? consonant
                  order prefix consonant
                """),
        Case(
            .duplicateKeys,
            """
            letters sign
              ꪲ = 1️⃣I
            """,
            in: Samples.spoiltTai),
        Case(
            .unknownClass,
            """
            letters around
              ꪹ◌ꪸ = r as prefix 1️⃣signs
            """,
            in: Samples.spoiltTai,
            fixed: """
                letters around
                  ꪹ◌ꪸ = r as prefix sign
                """),
        Case(
            .conditionNotAllowed,
            """
            option lone-w = off | on : w
            syllable Vietnamese
              rime a 1️⃣when lone-w=on
            """,
            fixed: """
                option lone-w = off | on : w
                syllable Vietnamese
                  rime a
                """),
    ]
}
