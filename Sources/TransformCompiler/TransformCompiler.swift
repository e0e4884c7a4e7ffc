public import Conversion
public import Diagnostics

/// Reads the file of a transform.
///
///     let (transform, diagnostics) = TransformCompiler.read(source)
///     for diagnostic in diagnostics { print(diagnostic.rendered()) }
///     transform?.applied(to: "ꀉꂿ")  // "at mop"
///
/// The file is described in <doc:Writing-a-transform>; the rules are those of ICU.
public enum TransformCompiler {
    /// How large a file of rules can be, in bytes.
    public static let sizeLimit = 1 << 20

    /// Reads the file of a transform: checks the head, compiles the rules, runs the tests.
    ///
    /// - Returns: The transform, nil when there is any error, and all that is wrong, in the order of the file.
    /// - Complexity: O(*n* log *n*) for a file of *n* bytes, and the tests.
    public static func read(_ source: SourceText) -> (transform: Transform?, diagnostics: [Diagnostic]) {
        var reader = TransformReader(source)
        let transform = reader.transform()
        return (transform, reader.report.diagnostics)
    }

    /// Reads the head only, for a list of what there is; nil when the head has an error.
    ///
    /// - Complexity: O(*n*) for a file of *n* bytes.
    public static func info(of source: SourceText) -> TransformInfo? {
        var reader = TransformReader(source)
        return reader.info()
    }

    /// How many lines `source` has that are not blank, whatever is wrong with it; a fix must not lose any.
    ///
    /// - Complexity: O(*n*) for a file of *n* bytes.
    public static func lineCount(of source: SourceText) -> Int {
        (0..<source.lineCount).count { !source.trimmed(source.lineRange($0)).isEmpty }
    }

    /// All kinds of diagnostics of transforms, as <doc:Transform-diagnostics> explains them.
    public static let diagnosticKinds = DiagnosticKind.all(of: TransformDiagnosticID.self)
}
