import Composition
import Diagnostics
import MacroCompiler
import TestSupport
import Testing

/// The examples of the article about macro files, in both languages.
struct MacroArticleTests {
    static let folder = "Sources/MacroCompiler/MacroCompiler.docc/"

    static func english() throws -> DiagnosticArticle {
        try DiagnosticArticle(folder + "Macro-diagnostics.md", in: .english)
    }

    static func vietnamese() throws -> DiagnosticArticle {
        try DiagnosticArticle(folder + "Macro-diagnostics.vi.md", in: .vietnamese)
    }

    /// What no page has room for, and is described in words instead; ``MacroFileTests`` shows it.
    static let described: Set = ["macros.long-expansion", "macros.too-many"]

    private func read(_ example: String) -> (entries: Int, diagnostics: [Diagnostic]) {
        let text = SourceText(path: "x.macros", bytes: DiagnosticArticle.bytes(example))
        let (macros, diagnostics) = MacroCompiler.read(text)
        return (macros.entries.count, diagnostics)
    }

    @Test func `Every kind of problem has its section, and every section its kind`() throws {
        let ids = try Self.english().sections.map(\.id)
        #expect(ids.sorted() == MacroCompiler.diagnosticKinds.map(\.id).sorted())
    }

    @Test func `The mistake of a section is reported under its id, and what is right is not reported`() throws
    {
        for section in try Self.english().sections where !Self.described.contains(section.id) {
            let before = read(section.mistake).diagnostics
            #expect(Set(before.map(\.id)) == [section.id], "\(section.id): \(before)")
            let (entries, after) = read(section.correction)
            #expect(after.isEmpty, "\(section.id): \(after)")
            #expect(entries > 0, "\(section.id)")
        }
    }

    @Test func `A section says whether a table of UniKey is used without the line`() throws {
        let unikey = ";DO NOT DELETE THIS LINE*** version=1 ***\n"
        for section in try Self.english().sections where !Self.described.contains(section.id) {
            // The same mistake in a table of UniKey.
            let text = section.mistake.replacing("macros 1\n", with: unikey).replacing(" = ", with: ":")
                .replacing("= ", with: ":").replacing(" =\n", with: ":\n")
            guard text.hasPrefix(unikey) else {
                #expect(section.severity == .error, "\(section.id)")
                continue
            }
            let diagnostics = read(text).diagnostics
            #expect(diagnostics.map(\.id) == [section.id], "\(diagnostics)")
            #expect(
                diagnostics.map(\.severity) == [section.severity == .either ? .warning : .error],
                "\(section.id)")
        }
    }

    @Test func `The Vietnamese article has the same sections with the same examples`() throws {
        let english = try Self.english()
        let vietnamese = try Self.vietnamese()
        #expect(vietnamese.hasOutline(of: english))
        for (section, other) in zip(english.sections, vietnamese.sections)
        where !Self.described.contains(section.id) {
            #expect(other.mistake == section.mistake, "\(section.id)")
            #expect(other.correction == section.correction, "\(section.id)")
        }
    }
}
