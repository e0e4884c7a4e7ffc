import Diagnostics
import LexiconCompiler
import TestSupport
import Testing

/// The examples of the article of diagnostics, in both languages.
struct ArticleTests {
    static let folder = "Sources/LexiconCompiler/LexiconCompiler.docc/"

    static func english() throws -> DiagnosticArticle {
        try DiagnosticArticle(folder + "Lexicon-diagnostics.md", in: .english)
    }

    static func vietnamese() throws -> DiagnosticArticle {
        try DiagnosticArticle(folder + "Lexicon-diagnostics.vi.md", in: .vietnamese)
    }

    /// What no page has room for, and is described in words instead; it is shown in ``DiagnosticsTests``.
    static let described: Set = ["lexicon.too-large", "lexicon.too-long", "lexicon.too-many-languages"]

    @Test func `Every kind of diagnostic has its section, and every section its kind`() throws {
        let ids = try Self.english().sections.map(\.id)
        #expect(ids.sorted() == LexiconCompiler.diagnosticKinds.map(\.id).sorted())
    }

    @Test func `The mistake of a section is reported under its id, and what is right is not reported`() throws
    {
        for section in try Self.english().sections where !Self.described.contains(section.id) {
            let before = Self.diagnostics(section.mistake, section.id)
            #expect(Set(before.map(\.id)) == [section.id], "\(section.id): \(before.map { $0.rendered() })")
            let after = Self.diagnostics(section.correction, section.id)
            #expect(after.isEmpty, "\(section.id): \(after.map { $0.rendered() })")
            for diagnostic in before where section.severity != .either {
                #expect(
                    diagnostic.severity == (section.severity == .error ? .error : .warning), "\(section.id)")
            }
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

    // MARK: Examples as whole sources

    static func diagnostics(_ example: String, _ id: String) -> [Diagnostic] {
        // Rules that are wrong stand in another file than the lexicon that needs them.
        if id == "lexicon.broken-transform" { return diagnostics(ofRules: example) }
        return LexiconCompiler.compile(
            source(example), exists: { $0 == "sounds/ea.wav" },
            transform: { Repository.transformSource($0) }
        ).diagnostics
    }

    private static func diagnostics(ofRules rules: String) -> [Diagnostic] {
        let head = TransliterationTests.rules.split(separator: "rules\n")[0]
        return LexiconCompiler.compile(
            source("language iii\nscript Yiii\ntransliteration iii-Latn\ncolumns headword\nentries\nꀀꀁ\n"),
            transform: { SourceText(path: $0, head + rules) }
        ).diagnostics
    }

    /// The lines of an example with what they lack of a plain lexicon: further statements and an entry.
    private static func source(_ example: String) -> SourceText {
        let lines = example.split(separator: "\n").map(String.init)
        let hasMarkers = lines.contains { $0.hasPrefix("\\") }
        let path = hasMarkers ? "sample.sfm" : "sample.lexicon"
        let isWhole = lines.first == "lexicon 1" && lines.contains { $0.hasPrefix("columns ") }
        let text = isWhole ? example : (hasMarkers ? records(lines) : list(lines)).joined(separator: "\n")
        return SourceText(path: path, bytes: DiagnosticArticle.bytes(text + "\n"))
    }

    /// The statements of the plain lexicon that an example is part of.
    private static let statements = [
        "language rad", "script Latn", "title Êđê", "licence CC0-1.0",
        "source abvd Greenhill, Blust & Gray 2008",
    ]

    private static func list(_ lines: [String]) -> [String] {
        // An entry has a tab, or stands behind `entries`.
        let end = lines.firstIndex(of: "entries")
        let first = end.map { $0 + 1 } ?? lines.firstIndex { $0.contains("<TAB>") } ?? lines.endIndex
        var header = lines[..<(end ?? first)].filter { !$0.hasPrefix("#") }
        var entries = lines[first...] + lines[..<(end ?? first)].filter { $0.hasPrefix("#") }
        if end == nil, entries.isEmpty {
            entries = [header.contains("script Tavt") ? "ꪉꪴ<TAB>rắn" : "êa<TAB>nước"]
        }
        add(statements, to: &header, prefix: "")
        let tabs = entries.map { $0.split(separator: "<TAB>", omittingEmptySubsequences: false).count }.max()
        if !has("columns", header) {
            header.append(tabs == 3 ? "columns headword vi en" : "columns headword vi")
        }
        return header + ["entries"] + entries
    }

    private static func records(_ lines: [String]) -> [String] {
        let first = lines.firstIndex { $0.hasPrefix("\\") && !$0.hasPrefix("\\_") } ?? lines.endIndex
        var header = Array(lines[..<first])
        add(statements, to: &header, prefix: "\\_")
        return header + (first == lines.endIndex ? ["\\lx êa", "\\gn nước"] : lines[first...])
    }

    /// Adds those of `statements` whose keywords `header` lacks.
    private static func add(_ statements: [String], to header: inout [String], prefix: String) {
        if !has(prefix + "lexicon", header) { header.insert(prefix + "lexicon 1", at: 0) }
        for statement in statements {
            let keyword = prefix + statement.prefix { $0 != " " }
            if !has(keyword, header) { header.append(prefix + statement) }
        }
    }

    private static func has(_ keyword: String, _ header: [String]) -> Bool {
        header.contains { $0 == keyword || $0.hasPrefix(keyword + " ") }
    }
}
