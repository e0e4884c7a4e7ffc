import Composition
import Diagnostics
import KeymapCompiler
import Bytes
import TestSupport

/// Compiles `bytes` as the source of a keymap that may include the shipped ones; shows and fixes what is wrong with
/// it, and types into what comes out.
func readSource(_ bytes: [UInt8]) {
    let source = SourceText(path: "fuzz.keymap", bytes: bytes)
    let (compiled, diagnostics) = KeymapCompiler.compile(
        source, include: Repository.keymapSource, includable: { Repository.keymapNames })
    for diagnostic in diagnostics { _ = diagnostic.rendered() }
    // Fixing compiles again and again; small texts show as much and take less time.
    if bytes.count < 1024, diagnostics.contains(where: { !$0.fixIts.isEmpty }) {
        _ = Fixing(source) { KeymapCompiler.compile($0, include: Repository.keymapSource).diagnostics }
    }
    guard let compiled else { return }
    guard let keymap = try? Keymap(Bytes(compiled)) else {
        fatalError("what the compiler wrote does not open")
    }
    Typing(keymap).type(Typing.line)
}
