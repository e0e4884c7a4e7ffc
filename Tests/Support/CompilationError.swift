public import Diagnostics

/// A source could not be compiled.
public struct CompilationError: Error, Sendable {
    /// Errors and warnings, in the order of the source.
    public var diagnostics: [Diagnostic]

    /// A failure for the reasons `diagnostics`.
    public init(_ diagnostics: [Diagnostic]) {
        self.diagnostics = diagnostics
    }
}
