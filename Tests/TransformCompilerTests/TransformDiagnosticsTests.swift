import Conversion
import Diagnostics
import TransformCompiler
import TestSupport
import Testing

/// Each kind of diagnostic of a transform: the file with 1️⃣ where it points, and the file after its fix-it.
///
/// What they say stands in `Wordings/`.
struct TransformDiagnosticsTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var id: String
        var severity: Diagnostic.Severity = .error
        var source: String
        var marked: String
        var fixed: String?
        var testDescription: String { "\(id): \(marked)" }
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
            marked: "rules"),
        Case(
            id: "transform.unknown-keyword", source: head("status", "1️⃣statsu draft\nstatus draft"),
            marked: "statsu",
            fixed: head("status", "status draft\nstatus draft")),
        Case(
            id: "transform.unknown-keyword", source: head("status", "1️⃣language vi\nstatus draft"),
            marked: "language"),
        Case(
            id: "transform.repeated-keyword", source: head("status", "status draft\n1️⃣status stable"),
            marked: "status"),
        Case(
            id: "transform.repeated-keyword", source: head("source", "source a One\nsource 1️⃣a Two"),
            marked: "a"),
        Case(
            id: "transform.empty-keyword", source: head("licence", "1️⃣licence"), marked: "licence"),
        Case(
            id: "transform.wrong-version", source: head("transform", "transform 1️⃣2"), marked: "2"),
        Case(
            id: "transform.head-not-first", source: head("transform", "1️⃣version 1.0\ntransform 1"),
            marked: "version"),
        Case(
            id: "transform.bad-form", source: head("from", "from 1️⃣Yi script"), marked: "Yi script"),
        Case(
            id: "transform.bad-status", source: head("status", "status 1️⃣good"), marked: "good"),
        Case(
            id: "transform.same-forms", source: head("to", "to 1️⃣iii-Yiii"), marked: "iii-Yiii"),
        Case(
            id: "transform.no-tests", severity: .warning, source: (head + "1️⃣rules\nꀀ > it;\n"),
            marked: "rules"),
        Case(
            id: "transform.bad-test", source: rules("ꀀ > it;", tests: "1️⃣ꀀ > it"), marked: "ꀀ > it"),
        Case(
            id: "transform.failed-test", source: rules("ꀀ > it;", tests: "1️⃣ꀀꀀ -> it it"),
            marked: "ꀀꀀ -> it it"),
        Case(
            id: "transform.overgrown-test",
            source: rules(
                Array(repeating: "ꀀ > ꀀꀀꀀꀀ;", count: 7).joined(separator: "\n::Null;\n"), tests: "1️⃣ꀀ -> it"),
            marked: "ꀀ -> it"),
        // What ICU says, at the rule it says it of, in a file with letters of several bytes before.
        Case(
            id: "transform.bad-rule", source: rules("ꀀ > it;\n1️⃣ꀁ ix;"), marked: "ꀁ ix;"),
        Case(
            id: "transform.bad-rule", source: rules("ꀀ > it;\n  1️⃣ꀁ > $tone;"), marked: "ꀁ > $tone;"),
        Case(
            id: "transform.bad-rule", source: rules("ꀀ > it; 1️⃣::Nowhere;"), marked: "::Nowhere;"),
        Case(
            id: "transform.bad-rule", source: rules("ꀀ > it;\n1️⃣ꀀ ꀁ > ix;"), marked: "ꀀ ꀁ > ix;"),
        Case(
            id: "transform.bad-rule", source: rules("ꀀ > it;\n  1️⃣(ꀁ) > $2;"), marked: "(ꀁ) > $2;"),
        Case(
            id: "transform.bad-rule", source: rules("$a = [ꀀ];\n1️⃣$b = ($a);"), marked: "$b = ($a);"),
        Case(
            id: "transform.too-large", source: rules("ꀀ > it;\n1️⃣(((((((((ꀀ))))))))) > it;"),
            marked: "(((((((((ꀀ))))))))) > it;"),
        Case(
            id: "transform.bad-rule", source: rules("1️⃣[ꀀ > it;"), marked: "[ꀀ > it;"),
        Case(
            id: "transform.bad-rule", source: rules("ꀁ > ix;\n1️⃣ꀀ > ꀀ|ꀀ;"), marked: "ꀀ > ꀀ|ꀀ;"),
        Case(
            id: "transform.bad-rule", source: rules("ꀀ > it;\n1️⃣ə̃ {ə̃}+ > ə̃ ;"), marked: "ə̃ {ə̃}+ > ə̃ ;"),
    ]

    @Test(arguments: cases)
    func `A mistake is reported at its place`(test: Case) throws {
        let source = try MarkedSource(test.source, path: "a.transform")
        let (transform, diagnostics) = TransformCompiler.read(source.text)
        #expect((transform == nil) == (test.severity == .error))
        try source.expect(
            diagnostics, id: test.id, severity: test.severity, marked: test.marked, fixed: test.fixed)
    }

    @Test func `The example of the manual is read without a word`() throws {
        for path in [
            "Sources/TransformCompiler/TransformCompiler.docc/Writing-a-transform.md", "Transforms/README.md",
        ] {
            let file = try #require(Repository.text("\(Repository.root)/\(path)"))
            let blocks = file.text(0..<file.bytes.count).split(separator: "```\n").filter {
                $0.hasPrefix("transform 1")
            }
            #expect(blocks.count == 1)
            for block in blocks {
                #expect(TransformCompiler.read(SourceText(path: path, String(block))).diagnostics.isEmpty)
            }
        }
    }

    @Test func `Bytes that are not UTF-8 are reported`() {
        let bytes = Array(Self.head.utf8) + [0xF3] + Array("\nrules\n".utf8)
        let (transform, diagnostics) = TransformCompiler.read(SourceText(path: "a.transform", bytes: bytes))
        #expect(transform == nil)
        #expect(diagnostics.map(\.id) == ["transform.ill-formed-text"])
        #expect(diagnostics.first?.range.lowerBound == Self.head.utf8.count)
    }

    @Test func `A file cut short anywhere, or with any byte changed, is read without a trap`() {
        let bytes = Array(Self.rules("$yi = [ꀀ-ꒌ];\n($yi) } ' '* $yi > $1 ' ';\n::Null;\nꀀ > it;").utf8)
        for count in 0...bytes.count {
            _ = TransformCompiler.read(SourceText(path: "a", bytes: Array(bytes.prefix(count))))
        }
        for index in bytes.indices {
            for byte in [0x00, 0x0A, 0x20, 0x24, 0x28, 0x3B, 0x5B, 0x7B, 0xFF] as [UInt8] {
                var changed = bytes
                changed[index] = byte
                _ = TransformCompiler.read(SourceText(path: "a", bytes: changed))
            }
        }
    }

    @Test func `The head alone is read for a list`() throws {
        let info = try #require(
            TransformCompiler.info(of: SourceText(path: "a", Self.rules("this is no rule"))))
        #expect(info.from == "iii-Yiii" && info.to == "iii-Latn" && info.title == "ꆈꌠꁱꂷ")
        #expect(info.licence == "CC0-1.0" && info.status == "draft")
        #expect(info.sources.map(\.id) == ["unicode"])
    }
}
