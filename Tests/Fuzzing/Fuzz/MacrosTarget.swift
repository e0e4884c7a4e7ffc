import Composition
import Diagnostics
import MacroCompiler
import TestSupport

private let telex = try? Repository.keymap("vi/telex")

/// Reads a file of macros, and types every key of it into a Vietnamese keymap.
func readMacros(_ bytes: [UInt8]) {
    let (macros, _) = MacroCompiler.read(SourceText(path: "x.macros", bytes: bytes))
    guard let telex else { fatalError("vi/telex does not compile") }
    var field = Transcript(keymap: telex)
    field.composer.macros = macros
    for entry in macros.entries.prefix(16) {
        for scalar in entry.key.unicodeScalars { field.type(KeyEvent(scalar)) }
        field.type(KeyEvent(.space))
        for scalar in entry.key.uppercased().unicodeScalars { field.type(KeyEvent(scalar)) }
        field.type(KeyEvent("."))
    }
    field.finish()
}
