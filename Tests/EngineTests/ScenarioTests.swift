import Diagnostics
import KeymapCompiler
import TestSupport
import Testing

/// What typists expect, as files that a person can read.
///
/// Each is a keymap that takes in a shipped one and has only tests, so that `chu check` runs it too.
struct ScenarioTests {
    private static let folder = "Tests/EngineTests/Scenarios"

    /// The folders are named after the keymaps: `vi-telex`.
    static let files = Repository.files(in: folder, ending: ".keymap")

    @Test(arguments: files)
    func `Every case of the file holds`(file: String) throws {
        let source = try #require(Repository.text("\(Repository.root)/\(file)"))
        let (_, diagnostics) = KeymapCompiler.compile(source, include: Repository.keymapSource)
        let messages = diagnostics.map { $0.rendered() }.joined(separator: "\n")
        #expect(diagnostics.isEmpty, "\(messages)")
    }

    @Test func `No case is written twice for a keymap`() throws {
        var places: [String: String] = [:]
        for file in Self.files {
            let keymap = file.split(separator: "/").dropLast().last.map(String.init) ?? ""
            for text in try Self.cases(of: file) {
                let before = places.updateValue(file, forKey: "\(keymap) \(text)")
                #expect(before == nil, "'\(text)' stands in \(before ?? "") and in \(file)")
            }
        }
    }

    /// The lines of a file that are tests, without their blanks.
    private static func cases(of file: String) throws -> [String] {
        let source = try #require(Repository.text("\(Repository.root)/\(file)"))
        let lines = source.text(0..<source.bytes.count).split(whereSeparator: \.isNewline)
        return lines.filter { $0.hasPrefix("  ") && ($0.contains(" -> ") || $0.hasSuffix(" ->")) }
            .map { String($0.drop { $0 == " " }) }
    }
}
