public import Diagnostics

/// Compiles a lexicon's source.
public struct LexiconCompiler {
    /// Compiles `source`.
    public static func compile(_ source: SourceText) -> (bytes: [UInt8]?, diagnostics: [Diagnostic]) {
        (nil, [])
    }
}
