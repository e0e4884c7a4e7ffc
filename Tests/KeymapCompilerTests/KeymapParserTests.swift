import Composition
import Diagnostics
import Testing

@testable import KeymapCompiler

struct KeymapParserTests {
    /// Parses a keymap that must be right; the samples can be included by name.
    func parse(_ text: String) throws -> KeymapDefinition {
        let source = SourceText(path: "test.keymap", text)
        let (definition, diagnostics) = KeymapParser.parse(source) { name in
            Samples.included[name].map { SourceText(path: "\(name).keymap", $0) }
        }
        #expect(diagnostics.map { $0.rendered() }.joined(separator: "\n") == "")
        return try #require(definition)
    }

    @Test(arguments: Samples.included.keys.sorted()) func `A good keymap has nothing to complain about`(
        name: String
    ) throws {
        _ = try parse(Samples.included[name] ?? "")
    }
}
