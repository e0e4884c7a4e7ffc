@testable import TransformCompiler
import Diagnostics
import ICU
import TestSupport
import Testing

/// What is said about transforms, in each language.
struct TransformWordingTests {
    /// The mistakes in rules that ICU knows, by its names.
    static let ruleErrors = [
        "U_UNTERMINATED_QUOTE", "U_UNQUOTED_SPECIAL", "U_MALFORMED_VARIABLE_REFERENCE",
        "U_MALFORMED_UNICODE_ESCAPE", "U_TRAILING_BACKSLASH", "U_RULE_MASK_ERROR", "U_UNCLOSED_SEGMENT",
        "U_MALFORMED_RULE", "U_MISPLACED_QUANTIFIER", "U_ILLEGAL_CHARACTER", "U_MALFORMED_PRAGMA",
        "U_INVALID_FUNCTION", "U_VARIABLE_RANGE_OVERLAP", "U_ILLEGAL_ARGUMENT_ERROR", "CHU_TOO_MANY_RULES",
        "CHU_TOO_MANY_PASSES", "CHU_RULES_TOO_LARGE", "CHU_ENDLESS_RULE",
    ]

    @Test func `Each sentence is in the files of both languages, and each id has one`() throws {
        var golden = GoldenWordings("Tests/TransformCompilerTests/Wordings/transform")
        for test in TransformDiagnosticsTests.cases {
            let source = try MarkedSource(test.source, path: "a.transform").text
            for diagnostic in TransformCompiler.read(source).diagnostics { golden.add(diagnostic) }
        }
        for name in Self.ruleErrors {
            golden.add(TransformMessage.badRule(TransliterationRuleError(name: name)))
        }
        let unreadable = try #require(SourceText(path: "a.transform", bytes: [0xFF]).unreadable)
        golden.add(TransformMessage.unreadable(unreadable))
        golden.add(TransformMessage.fileTooLarge(limit: TransformCompiler.sizeLimit))
        #expect(golden.ids == Set(TransformCompiler.diagnosticKinds.map(\.id)))
        try golden.check()
    }
}
