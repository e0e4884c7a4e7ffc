import Diagnostics
import TransformCompiler
import TestSupport
import Testing

/// The examples of the article of diagnostics, in both languages.
struct TransformArticleTests {
    static let folder = "Sources/TransformCompiler/TransformCompiler.docc/"

    static func english() throws -> DiagnosticArticle {
        try DiagnosticArticle(folder + "Transform-diagnostics.md", in: .english)
    }

    static func vietnamese() throws -> DiagnosticArticle {
        try DiagnosticArticle(folder + "Transform-diagnostics.vi.md", in: .vietnamese)
    }

    @Test func `Every kind of diagnostic has its section, and every section its kind`() throws {
        let ids = try Self.english().sections.map(\.id)
        #expect(ids.sorted() == TransformCompiler.diagnosticKinds.map(\.id).sorted())
    }

    @Test func `The mistake of a section is reported under its id, and what is right is not reported`() throws
    {
        for section in try Self.english().sections {
            let before = Self.diagnostics(section.mistake)
            #expect(Set(before.map(\.id)) == [section.id], "\(section.id): \(before.map { $0.rendered() })")
            let after = Self.diagnostics(section.correction)
            #expect(after.isEmpty, "\(section.id): \(after.map { $0.rendered() })")
            for diagnostic in before {
                #expect(
                    diagnostic.severity == (section.severity == .error ? .error : .warning), "\(section.id)")
            }
        }
    }

    @Test func `The Vietnamese article has the same sections with the same examples`() throws {
        let english = try Self.english()
        let vietnamese = try Self.vietnamese()
        #expect(vietnamese.hasOutline(of: english))
        for (section, other) in zip(english.sections, vietnamese.sections) {
            #expect(other.mistake == section.mistake, "\(section.id)")
            #expect(other.correction == section.correction, "\(section.id)")
        }
    }

    @Test(arguments: ["Transform-diagnostics.md", "Transform-diagnostics.vi.md"])
    func `Rules in the table of what is refused are refused, and those beside them are not`(
        article: String
    ) throws {
        let file = try #require(Repository.text("\(Repository.root)/\(Self.folder)\(article)"))
        let rows = file.text(0..<file.bytes.count).split(separator: "\n").filter { $0.hasPrefix("| `") }
        #expect(rows.count == 9)
        for row in rows {
            let cells = row.replacing("\\|", with: "\u{0}").split(separator: "|").map {
                $0.replacing("\u{0}", with: "|").split(separator: "`", omittingEmptySubsequences: false)
            }
            // Code stands between grave accents, with words in between.
            let rules = cells.map { cell in
                cell.indices.filter { $0 % 2 == 1 }.map { String(cell[$0]) }.joined(separator: "\n")
            }.prefix { !$0.isEmpty }
            let refused = Self.diagnostics("rules\n\(rules[0])\ntests\n  a -> a\n")
            #expect(refused.map(\.id) == ["transform.bad-rule"], "\(refused.map { $0.rendered() })")
            guard rules.count > 1 else { continue }
            let taken = Self.diagnostics("rules\n\(rules[1])\ntests\n  a -> a\n")
            #expect(taken.isEmpty, "\(taken.map { $0.rendered() })")
        }
    }

    // MARK: Examples as whole files

    static func diagnostics(_ example: String) -> [Diagnostic] {
        TransformCompiler.read(
            SourceText(path: "a.transform", bytes: DiagnosticArticle.bytes(whole(example)))
        )
        .diagnostics
    }

    /// An example with what it lacks of a plain transform: further statements, the rules and their tests.
    private static func whole(_ example: String) -> String {
        let lines = example.split(separator: "\n").map(String.init)
        let start = lines.firstIndex { $0 == "rules" || $0 == "tests" } ?? lines.endIndex
        var head = Array(lines[..<start])
        func has(_ keyword: Substring) -> Bool { head.contains { $0.hasPrefix(keyword) } }
        // A head that goes on to the rules is whole.
        if head.isEmpty || start == lines.endIndex {
            for statement in TransformDiagnosticsTests.head.split(separator: "\n") {
                let keyword = statement.prefix { $0 != " " }
                guard !has(keyword) else { continue }
                head.insert(String(statement), at: keyword == "transform" ? 0 : head.endIndex)
            }
        }
        var parts = Array(lines[start...])
        if parts.first != "rules" { parts.insert(contentsOf: ["rules", "ꀀ > it;"], at: 0) }
        if start == lines.endIndex { parts += ["tests", "  ꀀ -> it"] }
        return (head + parts).joined(separator: "\n") + "\n"
    }
}
