public import Composition
public import Diagnostics

/// The reader of macro files, as <doc:Macro-files> describes them.
///
///     let text = SourceText(path: "macros.txt", "macros 1\nko = không\nvn\n")
///     let (macros, diagnostics) = MacroCompiler.read(text)
///     macros.entries  // ko, không
///     diagnostics     // 3:1: no '=' stands between the key and its expansion …
public enum MacroCompiler {
    /// Reads a macro file: this project's own, or UniKey's.
    ///
    /// - Returns: The table of all lines that can be used, and what is wrong with the others, in their order.
    /// - Complexity: O(*n* log *n*).
    public static func read(_ text: SourceText) -> (macros: Macros, diagnostics: [Diagnostic]) {
        var reader = MacroReader(text)
        reader.read()
        return (Macros(reader.entries), reader.diagnostics)
    }

    /// Whether the first line of `text` that is not a comment is the header of a macro file, in any version.
    public static func hasHeader(_ text: SourceText) -> Bool {
        for index in 0..<text.lineCount {
            let line = MacroLine(text.bytes, text.lineRange(index))
            if !line.isBlank, !line.isComment { return MacroHeader(line) != nil }
        }
        return false
    }

    /// All that it can report.
    public static let diagnosticKinds = DiagnosticKind.all(of: MacroDiagnosticID.self)
}
