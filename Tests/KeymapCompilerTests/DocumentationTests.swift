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
        KeymapCompiler.compile(SourceText(path: "vi/test.keymap", text)) { name in
            let known = DiagnosticsTests.included.merging(Samples.included) { first, _ in first }
            return known[name].map { SourceText(path: "\(name).keymap", $0) }
        }.diagnostics
    }

    // MARK: Ids

    /// The ids of messages in the compiler's sources.
    static func ids() throws -> Set<String> {
        var ids: Set<String> = []
        for file in try FileManager.default.contentsOfDirectory(atPath: sources.path)
        where file.hasSuffix(".swift") {
            let text = try String(contentsOf: sources.appending(path: file), encoding: .utf8)
            for match in text.matches(of: /"(keymap\.[a-z-]+)"/) { ids.insert(String(match.1)) }
        }
        return ids
    }

    @Test func `Every message has a test`() throws {
        let elsewhere: Set = [
            "keymap.ill-formed-text", "keymap.too-many", "keymap.too-large", "keymap.failed-test",
            "keymap.hidden-rule",
        ]
        #expect(try Self.ids() == Set(DiagnosticsTests.cases.map(\.id)).union(elsewhere))
    }

    @Test func `Every message has its paragraph, and no other has one`() throws {
        let headings = try Self.article("Keymap-diagnostics").split(separator: "\n").filter { $0.hasPrefix("### ") }
        #expect(Set(headings.map { String($0.dropFirst(4)) }) == (try Self.ids()))
        #expect(Set(headings).count == headings.count)
    }

    // MARK: Examples

    /// A section of the article on messages.
    struct Section: CustomTestStringConvertible {
        var id: String
        var blocks: [String]
        var testDescription: String { id }
    }

    static func sections() -> [Section] {
        let article = (try? article("Keymap-diagnostics")) ?? ""
        return article.components(separatedBy: "\n### ").dropFirst().map { text in
            let section = text.components(separatedBy: "\n## ")[0]
            return Section(id: String(section.prefix { $0 != "\n" }), blocks: blocks(section))
        }
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

    @Test(arguments: sections()) func `The example of a message brings it about, and is mended`(
        section: Section
    ) throws {
        if section.blocks.isEmpty {
            #expect(["keymap.ill-formed-text", "keymap.too-many", "keymap.too-large"].contains(section.id))
            return
        }
        try #require(section.blocks.count == 2)
        let found = Self.compile(Self.keymap(section.blocks[0]))
        #expect(found.map(\.id) == [section.id], "\(found.map { $0.rendered() }.joined(separator: "\n"))")
        // What two meanings a key has is for the included keymap to say.
        let mended = Self.compile(Self.keymap(section.blocks[1])).filter {
            $0.id != "keymap.ambiguous-keys" || !section.blocks[1].contains("include")
        }
        #expect(mended.map { $0.rendered() } == [])
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
