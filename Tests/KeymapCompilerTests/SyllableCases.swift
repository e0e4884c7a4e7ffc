import Diagnostics

extension DiagnosticsTests {
    /// What is wrong with names, marks, tones, syllables, rules and clusters.
    static let syllableCases: [Case] = [
        Case(
            "keymap.bad-name",
            "'2style' cannot name an option; expected letters, digits and hyphens, a letter first",
            "option 1️⃣2style = old | new : where the tone stands"),
        Case(
            "keymap.bad-name",
            "'vowel/short' cannot name a class; expected letters, digits and hyphens, a letter first",
            """
            letters 1️⃣vowel/short
              ă = aw
            """),
        Case(
            "keymap.bad-number", "found 'three'; expected a number from 1 to 8",
            """
            syllable Vietnamese
              rime a
              syllables 1️⃣three
            """),
        Case(
            "keymap.bad-number", "found '0'; expected a number from 1 to 8",
            """
            syllable Vietnamese
              rime a
              syllables 1️⃣0
            """),
        Case(
            "keymap.duplicate-name", "set 'stop' is named twice",
            """
            set stop = c
            set 1️⃣stop = t
            """,
            note: "first named here"),
        Case(
            "keymap.duplicate-name", "class 'vowel' is named twice",
            "set 1️⃣vowel = a e",
            note: "first named here"),
        Case(
            "keymap.duplicate-name", "option 'lone-w' is named twice",
            """
            option lone-w = off | on : w
            option 1️⃣lone-w = no | yes : w
            """,
            note: "first named here"),
        Case(
            "keymap.duplicate-name", "syllable 'Vietnamese' is named twice",
            """
            syllable Vietnamese
              rime a
            syllable 1️⃣Vietnamese
              rime e
            """,
            note: "first named here"),
        Case(
            "keymap.duplicate-name", "mark 'breve' is named twice",
            """
            marks
              breve U+0306 : x on a
              1️⃣breve U+0306 : w on e
            """,
            note: "first named here"),
        Case(
            "keymap.duplicate-name", "tone 'sắc' is named twice",
            """
            tones
              1️⃣sắc U+0300 : f
            """,
            note: "first named here"),
        Case(
            "keymap.not-a-mark", "'˘' is no combining mark; expected U+0306",
            """
            marks
              breve 1️⃣˘ : x on a
            """,
            fixed: """
                marks
                  breve U+0306 : x on a
                """),
        Case(
            "keymap.not-a-mark", "'U+0078' is no combining mark; expected one, such as U+0306",
            """
            tones
              ngã 1️⃣U+0078 : x
            """),
        Case(
            "keymap.not-one-letter",
            "'ae' is more than one letter; expected letters with blanks between them",
            """
            marks
              breve U+0306 : x on 1️⃣ae
            """),
        Case(
            "keymap.duplicate-mark", "'◌\u{301}' (U+0301) is the mark of tone 'sắc' already",
            """
            tones
              acute 1️⃣U+0301 : f
            """,
            note: "first used here"),
        Case(
            "keymap.unknown-tone", "no tone is named 'sac'; expected 'sắc' or 'nặng'",
            """
            syllable Vietnamese
              rime at : tones 1️⃣sac nặng
            """,
            fixed: """
                syllable Vietnamese
                  rime at : tones sắc nặng
                """),
        Case(
            "keymap.unknown-letter", "letter 'đ' is not declared",
            """
            syllable Vietnamese
              onset t1️⃣đ t
              rime a
            """),
        Case(
            "keymap.unknown-letter", "letter 'â' is not declared",
            """
            syllable Vietnamese
              rime 1️⃣â ênâ ân ât âm
            """,
            note: "also here"),
        Case(
            "keymap.unknown-letter", "letter 'ê\u{306}' is not declared",
            """
            repair
              ê > 1️⃣ê\u{306}
            """),
        Case(
            "keymap.unknown-letter", "letter 'ẽ' is not declared; did you mean 'ê'?",
            """
            rules
              1️⃣ẽ > e
            """,
            fixed: """
                rules
                  ê > e
                """),
        Case(
            "keymap.unknown-letter", "letter 'ă' is not declared",
            """
            place
              rime o1️⃣ă : last
            """),
        Case(
            "keymap.bad-form", "found '[vowel' in '[vowel'; expected a ']' after it",
            """
            syllable Vietnamese
              rime 1️⃣[vowel a
            """),
        Case(
            "keymap.bad-form", "found ']' in 'a]'; expected a '[' before it",
            """
            syllable Vietnamese
              rime a1️⃣] a
            """),
        Case(
            "keymap.bad-form",
            "found '?' in '?a'; expected a letter or a class before it, and only one such sign",
            """
            syllable Vietnamese
              rime 1️⃣?a i
            """),
        Case(
            "keymap.bad-form",
            "found '?' in '[vowel]+?'; expected a letter or a class before it, and only one such sign",
            """
            syllable Vietnamese
              rime [vowel]+1️⃣? i
            """),
        Case(
            "keymap.bad-form", "found '[]' in '[]t'; expected a name between '[' and ']'",
            """
            syllable Vietnamese
              rime 1️⃣[]t a
            """),
        Case(
            "keymap.empty-grammar", "syllable 'Vietnamese' allows nothing; expected a line 'rime' or 'word'",
            """
            1️⃣syllable Vietnamese
              onset t
            """),
        Case(
            "keymap.shadowed-place", "'oa' is never reached: an earlier line always fits before it",
            """
            place
              open before-last
              rime 1️⃣oa : last
            """,
            .warning,
            note: "the earlier line"),
        Case(
            "keymap.shadowed-place", "'marked' is never reached: an earlier line always fits before it",
            """
            place
              marked
              1️⃣marked last
            """,
            .warning,
            note: "the earlier line"),
        Case(
            "keymap.uneven-repair", "'e > êê' makes 2 letters of 1; expected as many on both sides",
            """
            repair
              1️⃣e > êê
            """),
        Case(
            "keymap.duplicate-rule", "'e' is changed by two lines; expected one",
            """
            repair
              e > ê
              1️⃣e > a
            """,
            note: "first changed here",
            fixed: """
                repair
                  e > ê
                """),
        Case(
            "keymap.duplicate-rule", "'..' is changed by two lines; expected one",
            """
            rules
              .. > …
              1️⃣.. > ·
            """,
            note: "first changed here",
            fixed: """
                rules
                  .. > …
                """),
        Case(
            "keymap.duplicate-kept-word", "'of' is kept already",
            """
            keep English
              of is
              as 1️⃣of
            """,
            .warning, note: "first kept here",
            fixed: """
                keep English
                  of is
                  as
                """),
        Case(
            "keymap.long-kept-word", "'internationalists' has 17 keys; a word to keep has at most 16",
            """
            keep English
              of 1️⃣internationalists
            """),
        Case(
            "keymap.missing-text", "expected a name (such as that of the words' language) after 'keep'",
            """
            keep1️⃣
              part of source rules
            """),
        Case(
            "keymap.missing-text", "expected words, in indented lines below after 'keep'",
            "keep English1️⃣"),
        Case(
            "keymap.incomplete-cluster", "'cluster' has no line 'order'; expected 'order' and classes",
            """
            1️⃣cluster
              type prefix? consonant sign?
            """,
            in: Samples.spoiltTai),
        Case(
            "keymap.class-not-ordered", "class 'sign' is typed but has no place in 'order'",
            """
            cluster
              type prefix? consonant 1️⃣sign?
              order prefix consonant
            """,
            in: Samples.spoiltTai,
            note: "expected it in this line"),
        Case(
            "keymap.class-not-ordered", "class 'sign' of a part of 'around' has no place in 'order'",
            """
            letters around
              ꪹ◌ꪸ = r
            cluster
              type consonant (prefix | 1️⃣around)
              order prefix consonant
            """,
            in: Samples.spoiltTai,
            note: "expected it in this line"),
        Case(
            "keymap.bad-pattern",
            "'(' without ')'; expected classes, each with '?' when optional, and ( | ) for a choice",
            """
            cluster
              type consonant 1️⃣(prefix | sign
              order prefix consonant sign
            """,
            in: Samples.spoiltTai),
        Case(
            "keymap.bad-pattern",
            "')' closes nothing; expected classes, each with '?' when optional, and ( | ) for a choice",
            """
            cluster
              type consonant prefix1️⃣)
              order prefix consonant sign
            """,
            in: Samples.spoiltTai),
        Case(
            "keymap.bad-pattern",
            "'?' stands after nothing; expected classes, each with '?' when optional, and ( | ) for a choice",
            """
            cluster
              type 1️⃣? consonant
              order prefix consonant sign
            """,
            in: Samples.spoiltTai),
        Case(
            "keymap.bad-pattern",
            "a class is missing here; expected classes, each with '?' when optional, and ( | ) for a choice",
            """
            cluster
              type consonant (1️⃣| prefix)
              order prefix consonant sign
            """,
            in: Samples.spoiltTai),
        Case(
            "keymap.duplicate-name", "class 'prefix' is named twice",
            """
            cluster
              type prefix? consonant
              order prefix consonant 1️⃣prefix
            """,
            in: Samples.spoiltTai,
            note: "first named here"),
        Case(
            "keymap.unknown-letter", "letter 'p' is not declared",
            "set stop = c 1️⃣p"),
    ]
}
