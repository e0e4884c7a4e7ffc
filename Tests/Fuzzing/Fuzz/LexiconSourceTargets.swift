import Diagnostics
import Lexicon
import LexiconCompiler
import Bytes
import TestSupport

/// Compiles `bytes` as a list.
func readList(_ bytes: [UInt8]) { readLexiconSource(SourceText(path: "fuzz.lexicon", bytes: bytes)) }

/// Compiles `bytes` as standard format markers.
func readMarkers(_ bytes: [UInt8]) { readLexiconSource(SourceText(path: "fuzz.sfm", bytes: bytes)) }

/// Shows and fixes what is wrong with `source`, and asks what comes out.
private func readLexiconSource(_ source: SourceText) {
    func compile(_ text: SourceText) -> (bytes: [UInt8]?, diagnostics: [Diagnostic]) {
        LexiconCompiler.compile(
            text, exists: { $0.count % 2 == 0 }, transform: Repository.transformSource)
    }
    let (compiled, diagnostics) = compile(source)
    for diagnostic in diagnostics {
        guard diagnostic.range.lowerBound >= 0, diagnostic.range.upperBound <= source.bytes.count else {
            fatalError("\(diagnostic.id) is reported outside of the source")
        }
        _ = diagnostic.rendered()
    }
    // Fixing compiles again and again; small texts show as much and take less time.
    if source.bytes.count < 1024, diagnostics.contains(where: { !$0.fixIts.isEmpty }) {
        _ = Fixing(source) { compile($0).diagnostics }
    }
    guard (compiled == nil) == diagnostics.contains(where: { $0.severity == .error }) else {
        fatalError("a source with errors was compiled, or one without was not")
    }
    guard let compiled else { return }
    guard let lexicon = try? Lexicon(Bytes(compiled)) else {
        fatalError("what the compiler wrote does not open")
    }
    for id in 0..<lexicon.entryCount where lexicon.entry(id) == nil {
        fatalError("an entry the compiler wrote cannot be read")
    }
    look(into: lexicon, for: ["nước", "a*"])
}
