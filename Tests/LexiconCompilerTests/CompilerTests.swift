import Diagnostics
import LexiconCompiler
import Testing

struct CompilerTests {
    @Test func `An empty source has errors and gives nothing`() {
        let (bytes, diagnostics) = LexiconCompiler.compile(SourceText(path: "a.lexicon", ""))
        #expect(bytes == nil)
        #expect(diagnostics.map(\.id) == Array(repeating: "lexicon.missing-keyword", count: 7))
    }
}
