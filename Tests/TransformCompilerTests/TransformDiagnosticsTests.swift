@testable import Conversion
import Diagnostics
import TestSupport
import Testing

/// Each kind of diagnostic of a transform: the file with 1️⃣ where it points, what it says, and the file after its
/// fix-it.
struct TransformDiagnosticsTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var id: String
        var severity: Diagnostic.Severity = .error
        var source: String
        var marked: String
        var message: String
        var fixed: String?
        var testDescription: String { "\(id): \(message)" }
    }

    static let head = """
        transform 1
        from iii-Yiii
        to iii-Latn
        title ꆈꌠꁱꂷ
        licence CC0-1.0
        status draft
        source unicode The Unicode Standard

        """

    static func rules(_ rules: String, tests: String = "ꀀ -> it") -> String {
        head + "rules\n" + rules + "\ntests\n  " + tests + "\n"
    }

    /// A good file in which a line of the head is another one.
    static func head(_ line: String, _ changed: String) -> String {
        rules("ꀀ > it;").split(separator: "\n", omittingEmptySubsequences: false).map {
            $0.hasPrefix(line) ? changed : String($0)
        }.joined(separator: "\n")
    }

    static let cases: [Case] = [
        Case(
            id: "transform.missing-keyword",
            source: head("licence", "# none").split(separator: "rules\n").joined(separator: "1️⃣rules\n"),
            marked: "rules", message: "no 'licence' statement, such as 'licence CC0-1.0'"),
        Case(
            id: "transform.unknown-keyword", source: head("status", "1️⃣statsu draft\nstatus draft"),
            marked: "statsu", message: "unknown keyword 'statsu'; did you mean 'status'?",
            fixed: head("status", "status draft\nstatus draft")),
        Case(
            id: "transform.unknown-keyword", source: head("status", "1️⃣language vi\nstatus draft"),
            marked: "language", message: "unknown keyword 'language'"),
        Case(
            id: "transform.repeated-keyword", source: head("status", "status draft\n1️⃣status stable"),
            marked: "status", message: "'status' is stated twice"),
        Case(
            id: "transform.repeated-keyword", source: head("source", "source a One\nsource 1️⃣a Two"),
            marked: "a", message: "'source a' is stated twice"),
        Case(
            id: "transform.empty-keyword", source: head("licence", "1️⃣licence"), marked: "licence",
            message: "nothing after 'licence'; expected such as 'licence CC0-1.0'"),
        Case(
            id: "transform.wrong-version", source: head("transform", "transform 1️⃣2"), marked: "2",
            message: "version '2' of the format; this program reads version 1"),
        Case(
            id: "transform.head-not-first", source: head("transform", "1️⃣version 1.0\ntransform 1"),
            marked: "version", message: "'transform 1' is not the first statement"),
        Case(
            id: "transform.bad-form", source: head("from", "from 1️⃣Yi script"), marked: "Yi script",
            message:
                "'Yi script' is no name of a form; expected a language tag such as 'blt-Tavt', or 'telex'"),
        Case(
            id: "transform.bad-status", source: head("status", "status 1️⃣good"), marked: "good",
            message: "status 'good'; expected 'stable' or 'draft'"),
        Case(
            id: "transform.same-forms", source: head("to", "to 1️⃣iii-Yiii"), marked: "iii-Yiii",
            message: "'from' and 'to' are both 'iii-Yiii'"),
        Case(
            id: "transform.no-tests", severity: .warning, source: (head + "1️⃣rules\nꀀ > it;\n"),
            marked: "rules",
            message: "no tests; after the rules write 'tests' and lines such as 'ꀀ -> it'"),
        Case(
            id: "transform.bad-test", source: rules("ꀀ > it;", tests: "1️⃣ꀀ > it"), marked: "ꀀ > it",
            message: "'ꀀ > it' is no test; expected 'text -> what becomes of it'"),
        Case(
            id: "transform.failed-test", source: rules("ꀀ > it;", tests: "1️⃣ꀀꀀ -> it it"),
            marked: "ꀀꀀ -> it it",
            message: "'ꀀꀀ' becomes 'itit'; expected 'it it'"),
        Case(
            id: "transform.overgrown-test",
            source: rules(
                Array(repeating: "ꀀ > ꀀꀀꀀꀀ;", count: 7).joined(separator: "\n::Null;\n"), tests: "1️⃣ꀀ -> it"),
            marked: "ꀀ -> it",
            message:
                "the rules make 'ꀀ' more than 16 times as long; mend those that take what other rules made"),
        // What ICU says, at the rule it says it of, in a file with letters of several bytes before.
        Case(
            id: "transform.bad-rule", source: rules("ꀀ > it;\n1️⃣ꀁ ix;"), marked: "ꀁ ix;",
            message:
                "no operator in this rule; expected '>' between what is found and what it becomes (U_MISSING_OPERATOR)"
        ),
        Case(
            id: "transform.bad-rule", source: rules("ꀀ > it;\n  1️⃣ꀁ > $tone;"), marked: "ꀁ > $tone;",
            message:
                "a variable is used that is not defined; expected '$name = …;' before it (U_UNDEFINED_VARIABLE)"
        ),
        Case(
            id: "transform.bad-rule", source: rules("ꀀ > it; 1️⃣::Nowhere;"), marked: "::Nowhere;",
            message: "ICU knows no transform of this name (U_INVALID_ID)"),
        Case(
            id: "transform.bad-rule", source: rules("ꀀ > it;\n1️⃣ꀀ ꀁ > ix;"), marked: "ꀀ ꀁ > ix;",
            message:
                "rule 'ꀀꀁ > ix;' is never reached, for 'ꀀ > it;' before it matches all that it matches (U_RULE_MASK_ERROR)"
        ),
        Case(
            id: "transform.bad-rule", source: rules("ꀀ > it;\n  1️⃣(ꀁ) > $2;"), marked: "(ꀁ) > $2;",
            message:
                "'$1', '$2' and so on stand only in what a rule makes, for the parentheses in what it finds (U_UNDEFINED_SEGMENT_REFERENCE)"
        ),
        Case(
            id: "transform.bad-rule", source: rules("$a = [ꀀ];\n1️⃣$b = ($a);"), marked: "$b = ($a);",
            message:
                "a variable is defined once, and without parentheses; expected such as '$vowel = [aeiou];' (U_MALFORMED_VARIABLE_DEFINITION)"
        ),
        Case(
            id: "transform.too-large", source: rules("ꀀ > it;\n1️⃣(((((((((ꀀ))))))))) > it;"),
            marked: "(((((((((ꀀ))))))))) > it;",
            message:
                "parentheses are deeper in one another than 8, or repetitions by way of variables deeper than 32"
        ),
        Case(
            id: "transform.bad-rule", source: rules("1️⃣[ꀀ > it;"), marked: "[ꀀ > it;",
            message: "a set is not well formed; expected such as '[aeiou]' (U_MALFORMED_SET)"),
    ]

    @Test(arguments: cases)
    func `A mistake is told at its place`(test: Case) throws {
        let parts = test.source.split(separator: "1️⃣", omittingEmptySubsequences: false)
        try #require(parts.count == 2)
        let start = parts[0].utf8.count
        let text = parts.joined()
        let (transform, diagnostics) = Transform.read(SourceText(path: "a.transform", text))
        #expect((transform == nil) == (test.severity == .error))
        #expect(diagnostics.count == 1, "\(diagnostics.map { $0.rendered() })")
        let found = try #require(diagnostics.first)
        #expect(found.id == test.id)
        #expect(found.severity == test.severity)
        #expect(found.message == test.message)
        #expect(found.range.lowerBound == start)
        #expect(found.text.text(found.range) == test.marked)
        if let fixed = test.fixed {
            let fixIt = try #require(found.fixIts.first)
            let mended = found.text.applying(fixIt)
            #expect(mended.text(0..<mended.bytes.count) == fixed)
        }
    }

    @Test func `Every kind of diagnostic has its test`() {
        let ids = TransformMessage.ID.allCases.map(\.rawValue)
        #expect(Set(Self.cases.map(\.id) + ["transform.ill-formed-text"]) == Set(ids))
    }

    @Test func `The example of the manual is read without a word`() throws {
        for path in ["Sources/Conversion/Conversion.docc/Writing-a-transform.md", "Transforms/README.md"] {
            let file = try #require(Repository.text("\(Repository.root)/\(path)"))
            let blocks = file.text(0..<file.bytes.count).split(separator: "```\n").filter {
                $0.hasPrefix("transform 1")
            }
            #expect(blocks.count == 1)
            for block in blocks {
                #expect(Transform.read(SourceText(path: path, String(block))).diagnostics.isEmpty)
            }
        }
    }

    @Test func `Bytes that are no UTF-8 are told`() {
        let bytes = Array(Self.head.utf8) + [0xF3] + Array("\nrules\n".utf8)
        let (transform, diagnostics) = Transform.read(SourceText(path: "a.transform", bytes: bytes))
        #expect(transform == nil)
        #expect(diagnostics.map(\.id) == ["transform.ill-formed-text"])
        #expect(diagnostics.first?.range.lowerBound == Self.head.utf8.count)
    }

    @Test func `A file cut short anywhere, or with any byte changed, is read without a trap`() {
        let bytes = Array(Self.rules("$yi = [ꀀ-ꒌ];\n($yi) } ' '* $yi > $1 ' ';\n::Null;\nꀀ > it;").utf8)
        for count in 0...bytes.count {
            _ = Transform.read(SourceText(path: "a", bytes: Array(bytes.prefix(count))))
        }
        for index in bytes.indices {
            for byte in [0x00, 0x0A, 0x20, 0x24, 0x28, 0x3B, 0x5B, 0x7B, 0xFF] as [UInt8] {
                var changed = bytes
                changed[index] = byte
                _ = Transform.read(SourceText(path: "a", bytes: changed))
            }
        }
    }

    @Test func `The head alone is read for a list`() throws {
        let info = try #require(Transform.info(of: SourceText(path: "a", Self.rules("this is no rule"))))
        #expect(info.from == "iii-Yiii" && info.to == "iii-Latn" && info.title == "ꆈꌠꁱꂷ")
        #expect(info.licence == "CC0-1.0" && info.status == "draft")
        #expect(info.sources.map(\.id) == ["unicode"])
    }
}
