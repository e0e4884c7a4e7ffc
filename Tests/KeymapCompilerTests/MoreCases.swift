import Diagnostics

@testable import KeymapCompiler

extension DiagnosticsTests {
    /// Lines where something is missing, or where there is too much, in each statement.
    static let moreCases: [Case] = missingCases + surplusCases

    private static let missingCases: [Case] = [
        Case(.missingText, replacing: "keymap 1", by: "keymap1️⃣"),
        Case(.missingText, replacing: "language vi", by: "language1️⃣"),
        Case(.missingText, "title1️⃣"),
        Case(.missingText, replacing: "version 1.0", by: "version1️⃣"),
        Case(.missingText, replacing: "licence CC0-1.0", by: "licence1️⃣"),
        Case(.missingText, "source1️⃣"),
        Case(.missingText, "include1️⃣"),
        Case(.missingText, "escape1️⃣"),
        Case(.missingText, "option1️⃣"),
        Case(.missingText, "set1️⃣"),
        Case(.missingText, "set stop =1️⃣"),
        Case(.missingText, "form1️⃣"),
        Case(.missingText, "status1️⃣"),
        Case(.missingText, "markers1️⃣"),
        Case(.missingText, "characters1️⃣"),
        Case(.missingText, "characters low1️⃣"),
        Case(.missingText, "repair\n  e >1️⃣"),
        Case(.missingText, "syllable Vietnamese\n  rime a after1️⃣"),
        Case(.missingText, "syllable Vietnamese\n  rime a\n  syllables1️⃣"),
        Case(.missingText, "place\n  rime oa1️⃣"),
        Case(.missingText, "place\n  rime oa :1️⃣"),
        Case(.missingText, "reorder\n  e1️⃣"),
        Case(.missingText, "reorder\n  1️⃣: order 1"),
        Case(.missingText, "reorder\n  e after1️⃣ : order 1"),
        Case(.missingText, "reorder\n  e :1️⃣"),
        Case(.missingText, "reorder\n  e : order1️⃣"),
        Case(
            .missingText, "cluster\n  type1️⃣\n  type consonant\n  order consonant", in: Samples.spoiltTai),
        Case(
            .missingText, "cluster\n  type consonant\n  order consonant\n  backspace1️⃣",
            in: Samples.spoiltTai),
        Case(.optionWithoutChoice, "option 1️⃣lone-w = : whether w alone makes ư"),
    ]

    private static let surplusCases: [Case] = [
        Case(.unexpectedText, "keys\n  {F1} 1️⃣a > ê", fixed: "keys\n  {F1} > ê"),
        Case(
            .unexpectedText, "marks\n  breve U+0306 1️⃣w : x on a",
            fixed: "marks\n  breve U+0306 : x on a"),
        Case(.unexpectedText, "place\n  rime oa : last 1️⃣first", fixed: "place\n  rime oa : last"),
        Case(.unexpectedText, "letters vowel 1️⃣vowel\n  ô = oo", fixed: "letters vowel\n  ô = oo"),
        Case(.includeConflict, "capitals fold\ninclude 1️⃣vi/distinct"),
        Case(
            .letterWithoutKeys, "include 1️⃣vi/many", in: Samples.header + "letters vowel\n  a\n", .warning),
        Case(.unknownChoice, "backspace 1️⃣letters", fixed: "backspace letter"),
        Case(.notOneKey, "tones\n  ngã U+0303 : 1️⃣xx"),
        Case(
            .duplicateKeys, "tones\n  ngã U+0303 : x 1️⃣x", fixed: "tones\n  ngã U+0303 : x"),
        Case(.unknownTone, "syllable Tai\n  rime a : tones 1️⃣sắc", in: toneless),
        Case(.badRule, "rules\n  1️⃣{1,2} ; > ê"),
        Case(.badRule, "rules\n  ( ( ( ( ( ( ( ( 1️⃣( e ) ) ) ) ) ) ) ) ) ; > ê"),
        Case(.badCapture, "rules\n  ( e ) ( o ) ; > 1️⃣$3"),
        Case(.patternTooLong, "rules\n  1️⃣( [wide] {1,12} ) ; > $1", in: wide),
        Case(.badOrder, "reorder\n  1️⃣e : tertiary 1, base"),
        Case(
            .badPattern,
            "cluster\n  type ((((((((((((((((1️⃣(consonant)))))))))))))))))\n  order consonant",
            in: Samples.spoiltTai),
        Case(.badKey, "tests\n  e1️⃣{} -> e"),
        Case(.badKey, "tests\n  e{1️⃣qwertyuiopasdf} -> e"),
        Case(.badKey, "tests\n  e{1️⃣Qwertyuiop+z} -> e"),
        Case(.badKey, "tests\n  e1️⃣\te -> ê"),
        Case(.idleRepair, "syllable Vietnamese\n  rime e\nrepair\n  1️⃣e > e"),
        Case(.idleRepair, "repair\n  1️⃣e > ê"),
    ]

    private static let toneless = Samples.header + "letters vowel\n  a e\n"
    private static let wide = Samples.spoilt + "characters wide = aeiou eioua iouae ouaei uaeio\n"
}
