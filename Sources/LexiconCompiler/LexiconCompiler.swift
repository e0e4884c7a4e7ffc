public import Diagnostics

/// Compiles the source of a lexicon.
///
///     let (bytes, diagnostics) = LexiconCompiler.compile(source)
///     for diagnostic in diagnostics { print(diagnostic.rendered()) }
///     if let bytes { try replaceFile(at: "core.chulex", with: bytes) }
///
/// The two forms of source are described in <doc:Writing-a-lexicon>.
public struct LexiconCompiler {
    /// Compiles `source`, which is in standard format markers when its path ends in `.sfm`, `.mdf` or `.db` or its
    /// first line begins with a backslash, and otherwise a list.
    ///
    /// - Returns: The compiled lexicon, nil when there is any error, and all that is wrong, in the order of the
    ///   source. The same source gives the same bytes.
    /// - Complexity: O(*n* log *n*), where *n* is the size of the source.
    public static func compile(_ source: SourceText) -> (bytes: [UInt8]?, diagnostics: [Diagnostic]) {
        var report = Report(source)
        TextChecks.run(&report)
        let read = hasMarkers(source) ? MarkerReader.read(&report) : ListReader.read(&report)
        let (info, entries) = Checker.check(read, &report)
        let bytes = report.hasErrors ? nil : LexiconWriter.write(info, entries)
        return (bytes, report.sorted)
    }

    private static func hasMarkers(_ source: SourceText) -> Bool {
        if [".sfm", ".mdf", ".db"].contains(where: source.path.hasSuffix) { return true }
        if source.path.hasSuffix(".lexicon") { return false }
        for line in 0..<source.lineCount {
            let range = source.trimmed(source.lineRange(line))
            if let first = range.first { return source.bytes[first] == 0x5C }
        }
        return false
    }
}
