import Diagnostics

extension DiagnosticsTests {
    /// What is wrong with options, letters and keys.
    static let letterCases: [Case] = [
        Case(
            "keymap.duplicate-value", "value 'off' of 'lone-w' stands here twice",
            "option lone-w = off | on | 1️⃣off : whether w alone makes ư"),
        Case(
            "keymap.option-without-choice",
            "option 'lone-w' has only the value 'on'; expected two or more with '|' between them",
            "option 1️⃣lone-w = on : whether w alone makes ư"),
        Case(
            "keymap.unknown-option", "no option is named 'lonew'; did you mean 'lone-w'?",
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
            "keymap.unknown-option", "no option is named 'style'",
            """
            tests
              (1️⃣style=new) ees -> ế
            """),
        Case(
            "keymap.unknown-value", "option 'tone-style' cannot be 'news'; expected 'old' or 'new'",
            """
            option tone-style = old | new : where the tone stands
            place
              open last when tone-style=1️⃣news
              open before-last
            """,
            note: "declared here",
            fixed: """
                option tone-style = old | new : where the tone stands
                place
                  open last when tone-style=new
                  open before-last
                """),
        Case(
            "keymap.bad-condition",
            "found 'when lone-w'; expected an option and its value, such as tone-style=new",
            """
            option lone-w = off | on : whether w alone makes ư
            letters vowel
              ư = w 1️⃣when lone-w
            """),
        Case(
            "keymap.condition-not-allowed",
            "'when lone-w=on' cannot stand in 'repair'; only lines of letters, marks, place and rules, and 'restore unless', take a condition",
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
            "keymap.letter-without-keys",
            "letter 'ô' has no keys; expected '=' and keys after it, or a mark that makes it",
            """
            letters vowel
              1️⃣ô
            """),
        Case(
            "keymap.letter-without-keys",
            "letter 'dđ' has no keys; expected '=' and keys after it, or a mark that makes it",
            """
            letters consonant
              1️⃣dđ
            """),
        Case(
            "keymap.letter-without-keys",
            "letter 'klm' has no keys; expected '=' and keys after it, or a mark that makes it",
            """
            letters consonant
              1️⃣klm
            """,
            fixed: """
                letters consonant
                  k l m
                """),
        Case(
            "keymap.duplicate-letter", "letter 'y' is declared twice",
            """
            letters vowel
              1️⃣y
            """,
            note: "first declared here",
            fixed: "letters vowel"),
        Case(
            "keymap.duplicate-letter", "letter 'ô' is declared twice",
            """
            letters vowel
              ô = oo
              1️⃣ô = o6
            """,
            note: "first declared here",
            fixed: """
                letters vowel
                  ô = oo o6
                """),
        Case(
            "keymap.duplicate-way", "keys 'oo' stand twice for letter 'ô'",
            """
            letters vowel
              ô = oo o6 1️⃣oo
            """,
            note: "first here",
            fixed: """
                letters vowel
                  ô = oo o6
                """),
        Case(
            "keymap.duplicate-keys",
            "keys 'ee' make letter 'ê' already; expected other keys, or a 'when' on one of the two",
            """
            letters vowel
              ĕ = 1️⃣ee
            """,
            note: "first used here"),
        Case(
            "keymap.duplicate-keys",
            "keys 'x' make letter 'ĕ' already; expected other keys, or a 'when' on one of the two",
            """
            marks
              breve U+0306 : x on e
              caron U+030C : 1️⃣x on e
            """,
            note: "first used here"),
        Case(
            "keymap.duplicate-keys", "key 's' stands for tone 'sắc' already; expected another key",
            """
            tones
              ngã U+0303 : 1️⃣s
            """,
            note: "first used here"),
        Case(
            "keymap.keys-without-letter",
            "keys 'oww' cannot make 'ô': 'ow' makes no letter that 'w' can change",
            """
            letters vowel
              ô = 1️⃣oww
            """),
        Case(
            "keymap.letter-too-long", "letter 'ngngngngngngn' has 13 bytes; a letter has at most 12",
            """
            letters consonant
              1️⃣ngngngngngngn = nk
            """),
        Case(
            "keymap.capital-letter",
            "'Đ' has capitals; expected 'đ': with 'capitals fold' its capital comes by itself",
            """
            letters consonant
              1️⃣Đ = dd
            """,
            fixed: """
                letters consonant
                  đ = dd
                """),
        Case(
            "keymap.capital-letter",
            "'E' has capitals; expected 'e': with 'capitals fold' its capital comes by itself",
            """
            repair
              1️⃣E > ê
            """,
            fixed: """
                repair
                  e > ê
                """),
        Case(
            "keymap.capital-key",
            "keys 'dD' have capitals; expected 'dd': with 'capitals fold' small and capital keys are one",
            """
            letters consonant
              đ = 1️⃣dD
            """,
            fixed: """
                letters consonant
                  đ = dd
                """),
        Case(
            "keymap.empty-class", "class 'medial' has no letters; expected indented lines below it",
            "letters 1️⃣medial"),
        Case(
            "keymap.empty-class", "'letters' has no letters; expected indented lines below it",
            "1️⃣letters"),
        Case(
            "keymap.unknown-class", "no class or set is named 'vowels'; did you mean 'vowel'?",
            """
            syllable Vietnamese
              rime [1️⃣vowels]
            """,
            fixed: """
                syllable Vietnamese
                  rime [vowel]
                """),
        Case(
            "keymap.unknown-class", "no class or set is named 'stop' before this line",
            """
            set rime = [1️⃣stop]
            set stop = c t
            """,
            note: "a set may use only sets declared before it"),
        Case(
            "keymap.unknown-class", "no class or set is named 'xyz'",
            """
            syllable Vietnamese
              rime [1️⃣xyz]a
            """),
        Case(
            "keymap.unused-class", "class 'vovel' is used nowhere; did you mean 'vowel'?",
            """
            letters 1️⃣vovel
              ô = oo
            """,
            .warning,
            fixed: """
                letters vowel
                  ô = oo
                """),
        Case(
            "keymap.bad-parts", "'o◌e◌o' has no two parts; expected one ◌ with a sign before and after it",
            """
            letters around
              1️⃣o◌e◌o = r
            """),
        Case(
            "keymap.bad-parts", "'◌' has no two parts; expected one ◌ with a sign before and after it",
            """
            letters around
              1️⃣◌ = r
            """),
        Case(
            "keymap.unknown-part",
            "part 'w' of 'a◌w' is no letter with a class; expected 'as' and two classes",
            """
            letters around
              1️⃣a◌w = r
            """),
        Case(
            "keymap.bad-key", "no key is named 'numbersgn'; did you mean 'numbersign'?",
            """
            letters vowel
              ô = o{1️⃣numbersgn}
            """,
            fixed: """
                letters vowel
                  ô = o{numbersign}
                """),
        Case(
            "keymap.bad-key", "no key is named 'NumberSign'; did you mean 'numbersign'?",
            """
            letters vowel
              ô = o{1️⃣NumberSign}
            """,
            fixed: """
                letters vowel
                  ô = o{numbersign}
                """),
        Case(
            "keymap.bad-key", "'{' without '}'; write {braceleft} for the brace itself",
            """
            letters vowel
              ô = o1️⃣{
            """,
            fixed: """
                letters vowel
                  ô = o{braceleft}
                """),
        Case(
            "keymap.bad-key", "no key is named 'Backspace'; did you mean 'BackSpace'?",
            """
            tests
              ee{1️⃣Backspace} -> e
            """,
            fixed: """
                tests
                  ee{BackSpace} -> e
                """),
        Case(
            "keymap.bad-key", "no modifier is named 'Ctrl'; did you mean 'Control'?",
            "restore by {1️⃣Ctrl+z}",
            fixed: "restore by {Control+z}"),
        Case(
            "keymap.key-not-printable", "key 'ê' cannot make a letter; expected printable ASCII characters",
            """
            letters vowel
              ô = 1️⃣oê
            """),
        Case(
            "keymap.key-not-printable",
            "key '{Tab}' cannot make a letter; expected printable ASCII characters",
            """
            letters vowel
              ô = 1️⃣o{Tab}
            """),
        Case(
            "keymap.key-not-printable",
            "key '{Control+e}' cannot make a letter; expected printable ASCII characters",
            "escape 1️⃣{Control+e}"),
        Case(
            "keymap.not-one-key", "found 'xx' for a mark's key; expected one key",
            """
            marks
              breve U+0306 : 1️⃣xx on a
            """),
        Case(
            "keymap.not-one-key", "found '\\\\' for the escape key; expected one key",
            "escape 1️⃣\\\\"),
        Case(
            "keymap.unknown-class", "no class or set is named 'consonants'; did you mean 'consonant'?",
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
            "keymap.duplicate-keys",
            "keys 'I' make letter '◌ꪸ' (U+AAB8) already; expected other keys, or a 'when' on one of the two",
            """
            letters sign
              ꪲ = 1️⃣I
            """,
            in: Samples.spoiltTai,
            note: "first used here"),
        Case(
            "keymap.unknown-class", "no class or set is named 'signs'; did you mean 'sign'?",
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
            "keymap.condition-not-allowed",
            "'when lone-w=on' cannot stand in 'syllable'; only lines of letters, marks, place and rules, and 'restore unless', take a condition",
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
