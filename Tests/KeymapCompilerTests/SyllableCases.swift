import Diagnostics

@testable import KeymapCompiler

extension DiagnosticsTests {
    /// What is wrong with names, marks, tones, syllables, rules and clusters.
    static let syllableCases: [Case] = [
        Case(
            .badName,
            "option 1️⃣2style = old | new : where the tone stands"),
        Case(
            .badName,
            """
            letters 1️⃣vowel/short
              ă = aw
            """),
        Case(
            .badNumber,
            """
            syllable Vietnamese
              rime a
              syllables 1️⃣three
            """),
        Case(
            .badNumber,
            """
            syllable Vietnamese
              rime a
              syllables 1️⃣0
            """),
        Case(
            .duplicateName,
            """
            set stop = c
            set 1️⃣stop = t
            """),
        Case(
            .duplicateName,
            "set 1️⃣vowel = a e"),
        Case(
            .duplicateName,
            """
            option lone-w = off | on : w
            option 1️⃣lone-w = no | yes : w
            """),
        Case(
            .duplicateName,
            """
            syllable Vietnamese
              rime a
            syllable 1️⃣Vietnamese
              rime e
            """),
        Case(
            .duplicateName,
            """
            marks
              breve U+0306 : x on a
              1️⃣breve U+0306 : w on e
            """),
        Case(
            .duplicateName,
            """
            tones
              1️⃣sắc U+0300 : f
            """),
        Case(
            .notAMark,
            """
            marks
              breve 1️⃣˘ : x on a
            """,
            fixed: """
                marks
                  breve U+0306 : x on a
                """),
        Case(
            .notAMark,
            """
            tones
              ngã 1️⃣U+0078 : x
            """),
        Case(
            .notOneLetter,
            """
            marks
              breve U+0306 : x on 1️⃣ae
            """),
        Case(
            .duplicateMark,
            """
            tones
              acute 1️⃣U+0301 : f
            """),
        Case(
            .unknownTone,
            """
            syllable Vietnamese
              rime at : tones 1️⃣sac nặng
            """,
            fixed: """
                syllable Vietnamese
                  rime at : tones sắc nặng
                """),
        Case(
            .unknownLetter,
            """
            syllable Vietnamese
              onset t1️⃣đ t
              rime a
            """),
        Case(
            .unknownLetter,
            """
            syllable Vietnamese
              rime 1️⃣â ênâ ân ât âm
            """),
        Case(
            .unknownLetter,
            """
            repair
              ê > 1️⃣ê\u{306}
            """),
        Case(
            .unknownLetter,
            """
            rules
              1️⃣ẽ > e
            """,
            fixed: """
                rules
                  ê > e
                """),
        Case(
            .unknownLetter,
            """
            place
              rime o1️⃣ă : last
            """),
        Case(
            .badForm,
            """
            syllable Vietnamese
              rime 1️⃣[vowel a
            """),
        Case(
            .badForm,
            """
            syllable Vietnamese
              rime a1️⃣] a
            """),
        Case(
            .badForm,
            """
            syllable Vietnamese
              rime 1️⃣?a i
            """),
        Case(
            .badForm,
            """
            syllable Vietnamese
              rime [vowel]+1️⃣? i
            """),
        Case(
            .badForm,
            """
            syllable Vietnamese
              rime 1️⃣[]t a
            """),
        Case(
            .emptyGrammar,
            """
            1️⃣syllable Vietnamese
              onset t
            """),
        Case(
            .shadowedPlace,
            """
            place
              open before-last
              rime 1️⃣oa : last
            """),
        Case(
            .shadowedPlace,
            """
            place
              marked
              1️⃣marked last
            """),
        Case(
            .unevenRepair,
            """
            repair
              1️⃣e > êê
            """),
        Case(
            .duplicateRule,
            """
            repair
              e > ê
              1️⃣e > a
            """,
            fixed: """
                repair
                  e > ê
                """),
        Case(
            .duplicateRule,
            """
            rules
              .. > …
              1️⃣.. > ·
            """,
            fixed: """
                rules
                  .. > …
                """),
        Case(
            .duplicateKeptWord,
            """
            keep English
              of is
              as 1️⃣of
            """,
            fixed: """
                keep English
                  of is
                  as
                """),
        Case(
            .longKeptWord,
            """
            keep English
              of 1️⃣internationalists
            """),
        Case(
            .missingText,
            """
            keep1️⃣
              part of source rules
            """),
        Case(
            .missingText,
            "keep English1️⃣"),
        Case(
            .incompleteCluster,
            """
            1️⃣cluster
              type prefix? consonant sign?
            """,
            in: Samples.spoiltTai),
        Case(
            .classNotOrdered,
            """
            cluster
              type prefix? consonant 1️⃣sign?
              order prefix consonant
            """,
            in: Samples.spoiltTai),
        Case(
            .classNotOrdered,
            """
            letters around
              ꪹ◌ꪸ = r
            cluster
              type consonant (prefix | 1️⃣around)
              order prefix consonant
            """,
            in: Samples.spoiltTai),
        Case(
            .badPattern,
            """
            cluster
              type consonant 1️⃣(prefix | sign
              order prefix consonant sign
            """,
            in: Samples.spoiltTai),
        Case(
            .badPattern,
            """
            cluster
              type consonant prefix1️⃣)
              order prefix consonant sign
            """,
            in: Samples.spoiltTai),
        Case(
            .badPattern,
            """
            cluster
              type 1️⃣? consonant
              order prefix consonant sign
            """,
            in: Samples.spoiltTai),
        Case(
            .badPattern,
            """
            cluster
              type consonant (1️⃣| prefix)
              order prefix consonant sign
            """,
            in: Samples.spoiltTai),
        Case(
            .duplicateName,
            """
            cluster
              type prefix? consonant
              order prefix consonant 1️⃣prefix
            """,
            in: Samples.spoiltTai),
        Case(
            .unknownLetter,
            "set stop = c 1️⃣p"),
    ]
}
