import Composition
import TestSupport
import Testing

/// The examples of the article about macro files, in both languages.
struct MacroArticleTests {
    static let folder = "Sources/Composition/Composition.docc/"

    static func english() throws -> DiagnosticArticle {
        try DiagnosticArticle(folder + "Macro-diagnostics.md", in: .english)
    }

    static func vietnamese() throws -> DiagnosticArticle {
        try DiagnosticArticle(folder + "Macro-diagnostics.vi.md", in: .vietnamese)
    }

    /// What no page has room for, and is described in words instead; ``MacroFileTests`` shows it.
    static let described: Set = ["macros.long-expansion", "macros.too-many"]

    @Test func `Every kind of problem has its section, and every section its kind`() throws {
        let ids = try Self.english().sections.map(\.id)
        #expect(ids.sorted() == MacroProblem.Reason.allCases.map { "macros.\($0.rawValue)" }.sorted())
    }

    @Test func `The mistake of a section is reported under its id, and what is right is not reported`() throws
    {
        for section in try Self.english().sections where !Self.described.contains(section.id) {
            let before = Macros.read(DiagnosticArticle.bytes(section.mistake)).problems
            #expect(Set(before.map(\.id)) == [section.id], "\(section.id): \(before)")
            let (macros, after) = Macros.read(DiagnosticArticle.bytes(section.correction))
            #expect(after.isEmpty, "\(section.id): \(after)")
            #expect(!macros.entries.isEmpty, "\(section.id)")
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
            let problems = Macros.read(DiagnosticArticle.bytes(text)).problems
            #expect(problems.map(\.id) == [section.id], "\(problems)")
            #expect(problems.first?.isWarning == (section.severity == .either), "\(section.id)")
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
