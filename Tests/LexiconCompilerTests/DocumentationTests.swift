@testable import LexiconCompiler
import Diagnostics
import Bytes
import Files
import Testing

/// The articles describe what the compiler reports and reads.
struct DocumentationTests {
    static let catalog = "Sources/LexiconCompiler/LexiconCompiler.docc/"

    private func article(_ name: String) throws -> String {
        let file = try MappedFile(path: Self.catalog + name)
        return file.bytes.text(0, file.bytes.count)
    }

    @Test func `The examples of the manual compile without a word`() throws {
        let blocks = try article("Writing-a-lexicon.md").split(
            separator: "```\n", omittingEmptySubsequences: false)
        let sources = blocks.filter { $0.hasPrefix("lexicon 1") || $0.hasPrefix("\\_lexicon 1") }.map(
            String.init)
        #expect(sources.count == 2)
        for source in sources {
            let (bytes, diagnostics) = LexiconCompiler.compile(SourceText(path: "example", source))
            #expect(bytes != nil)
            #expect(diagnostics.map { $0.rendered() } == [])
        }
    }

    @Test func `Every column, keyword and marker is in the manual`() throws {
        let manual = try article("Writing-a-lexicon.md")
        for name in Column.names { #expect(manual.contains("`\(name)`"), "\(name)") }
        for marker in MarkerReader.markers { #expect(manual.contains("`\\\(marker)`"), "\(marker)") }
        for keyword in LexiconKeyword.allCases where keyword != .entries {
            #expect(
                manual.contains("`\(keyword.rawValue) ") || manual.contains("`\\_\(keyword.rawValue) "),
                "\(keyword)")
        }
    }
}
