import Diagnostics

@testable import KeymapCompiler

/// Reads and checks a source, without writing its tables.
///
/// - Returns: What it declares, nil when there is an error; and the diagnostics in the order of the source.
func read(
    _ source: SourceText, including include: (String) -> SourceText?, includable: () -> [String] = { [] }
) -> (definition: KeymapDefinition?, diagnostics: [Diagnostic]) {
    let checked = CheckedKeymap(source, include: include, includable: includable)
    let diagnostics = KeymapCompiler.inOrder(checked.diagnostics, of: source, checked.includes)
    return (checked.keymap?.definition, diagnostics)
}
