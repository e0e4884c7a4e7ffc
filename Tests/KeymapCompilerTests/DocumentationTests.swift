import Diagnostics
import Foundation
import Testing

@testable import KeymapCompiler

/// What the articles say is true of the compiler.
struct DocumentationTests {
    static let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Sources/KeymapCompiler")

    static func article(_ name: String) throws -> String {
        try String(contentsOf: sources.appending(path: "KeymapCompiler.docc/\(name).md"), encoding: .utf8)
    }

    /// The code between fences.
    static func blocks(_ text: some StringProtocol) -> [String] {
        let pieces = text.components(separatedBy: "```")
        return pieces.indices.filter { $0 % 2 == 1 }.map {
            String(pieces[$0].drop { $0 != "\n" }.dropFirst())
        }
    }

    static func compile(_ text: String) -> [Diagnostic] {
        compile(SourceText(path: "vi/test.keymap", text))
    }

    static func compile(_ source: SourceText) -> [Diagnostic] {
        KeymapCompiler.compile(source) { name in
            let known = DiagnosticsTests.included.merging(Samples.included) { first, _ in first }
            return known[name].map { SourceText(path: "\(name).keymap", $0) }
        }.diagnostics
    }

    // MARK: Ids

    /// The ids of everything that the compiler can report.
    static let ids = Set(KeymapCompiler.diagnosticKinds.map(\.id))

    /// The article on diagnostics, by the language it is written in.
    static let diagnostics = ["en": "Keymap-diagnostics", "vi": "Keymap-diagnostics.vi"]

    @Test(arguments: diagnostics.values.sorted())
    func `Every diagnostic has its section, and no other has one`(
        name: String
    ) throws {
        let headings = try Self.article(name).split(separator: "\n").filter { $0.hasPrefix("### ") }
        #expect(Set(headings.map { String($0.dropFirst(4)) }) == Self.ids)
        #expect(Set(headings).count == headings.count)
    }

    @Test func `The article on diagnostics has the same structure in both languages`() throws {
        /// Headings, items of lists and fences in their order; only the id of a diagnostic is not translated.
        func structure(_ language: String) throws -> [String] {
            try Self.article(#require(Self.diagnostics[language])).split(separator: "\n").compactMap { line in
                if line.hasPrefix("### ") || line.hasPrefix("```") { return String(line) }
                return ["# ", "## ", "- "].first { line.hasPrefix($0) }
            }
        }
        #expect(try structure("en") == structure("vi"))
    }

    // MARK: Examples

    /// A section of the article on diagnostics.
    struct Section: CustomTestStringConvertible {
        var language: String
        var id: String
        var text: String
        var testDescription: String { "\(id) (\(language))" }

        /// The severities that its first words name.
        var severities: [Diagnostic.Severity] {
            switch text.split(separator: "*").dropFirst().first {
            case "Error.", "Lỗi.": [.error]
            case "Warning.", "Cảnh báo.": [.warning]
            case "Error or warning.", "Lỗi hoặc cảnh báo.": [.error, .warning]
            default: []
            }
        }

        /// The line between the mistake and what to write.
        var between: String { language == "vi" ? "Sửa thành:" : "Instead:" }
    }

    /// The sections that have an example; what only a fault of the compiler brings about has none.
    static let sections: [Section] = diagnostics.sorted { $0.key < $1.key }.flatMap { language, name in
        let article = (try? article(name)) ?? ""
        return article.components(separatedBy: "\n### ").dropFirst().map { text in
            let section = text.components(separatedBy: "\n## ")[0]
            return Section(language: language, id: String(section.prefix { $0 != "\n" }), text: section)
        }
    }.filter { $0.id != KeymapDiagnosticID.compilerFault.rawValue }

    /// The keymap that `text` shows: `<AA>` is a byte, and `<U+00A0>` a character.
    static func source(_ text: String) -> SourceText {
        var bytes: [UInt8] = []
        var rest = text[...]
        while let match = rest.firstMatch(of: /<(U\+)?([0-9A-F]{2,6})>/) {
            bytes += rest[..<match.range.lowerBound].utf8
            if let value = UInt32(match.2, radix: 16), let scalar = Unicode.Scalar(value) {
                bytes += match.1 == nil ? [UInt8(truncatingIfNeeded: value)] : Array(String(scalar).utf8)
            }
            rest = rest[match.range.upperBound...]
        }
        return SourceText(path: "vi/test.keymap", bytes: bytes + rest.utf8)
    }

    /// A whole keymap with `example` in it.
    ///
    /// Statements of the header take the place of those of the sample; other ones stand at its end.
    static func keymap(_ example: String) -> String {
        guard !(example.hasPrefix("keymap 1\n") && example.contains("\nletters")) else { return example }
        let header: Set<Substring> = ["keymap", "language", "title", "version", "licence", "source"]
        let given = Set(example.split(separator: "\n").map { $0.prefix { $0 != " " } }).intersection(header)
        guard !given.isEmpty else { return Samples.spoilt + example }
        let lines = Samples.spoilt.split(separator: "\n")
        let kept = lines.filter { !given.contains($0.prefix { $0 != " " }) }
        let first = kept.prefix { $0.hasPrefix("keymap") }
        return (first + [Substring(example.dropLast())] + kept.dropFirst(first.count)).joined(separator: "\n")
            + "\n"
    }

    @Test(arguments: sections) func `The example of a diagnostic brings it about, and the other is right`(
        section: Section
    ) throws {
        let blocks = Self.blocks(section.text)
        try #require(blocks.count == 2)
        #expect(section.text.contains("\n```\n\n\(section.between)\n\n```\n"))
        if section.language != "en" {
            let english = try #require(Self.sections.first { $0.id == section.id })
            #expect(section.severities == english.severities)
            // Examples without a translated word are compiled once.
            if blocks == Self.blocks(english.text) { return }
        }
        let found = Self.compile(Self.source(Self.keymap(blocks[0])))
        #expect(found.map(\.id) == [section.id], "\(found.map { $0.rendered() }.joined(separator: "\n"))")
        #expect(found.allSatisfy { section.severities.contains($0.severity) })
        // What two meanings a key has is for the included keymap to say.
        let left = Self.compile(Self.source(Self.keymap(blocks[1]))).filter {
            $0.id != "keymap.ambiguous-keys" || !blocks[1].contains("include")
        }
        #expect(left.map { $0.rendered() } == [])
    }

    @Test func `The keymaps of the article compile, and their tests pass`() throws {
        let keymaps = Self.blocks(try Self.article("Keymap-language")).filter { $0.hasPrefix("keymap 1\n") }
        #expect(keymaps.count == 2)
        for keymap in keymaps {
            #expect(Self.compile(keymap).map { $0.rendered() }.joined(separator: "\n") == "")
        }
    }

    @Test func `The examples of the article on rules compile`() throws {
        for example in Self.blocks(try Self.article("Rules")) {
            #expect(
                Self.compile(Samples.spoilt + example).map { $0.rendered() }.joined(separator: "\n") == "")
        }
    }

    @Test func `Every statement is explained`() throws {
        let article = try Self.article("Keymap-language")
        let headings = article.split(separator: "\n").filter { $0.hasPrefix("### ") }.joined(separator: " ")
        let words = Set(headings.split { !$0.isLetter }.map(String.init))
        for keyword in Keyword.allCases { #expect(words.contains(keyword.rawValue), "\(keyword)") }
    }
}
