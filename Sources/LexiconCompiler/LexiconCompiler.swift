public import Diagnostics

/// Compiles the source of a lexicon.
///
///     let (bytes, diagnostics) = LexiconCompiler.compile(source)
///     for diagnostic in diagnostics { print(diagnostic.rendered()) }
///     if let bytes { try replaceFile(at: "core.chulex", with: bytes) }
///
/// The two forms of source are described in <doc:Writing-a-lexicon>.
public struct LexiconCompiler {
    /// How large a source can be, in bytes: places in it and in what is made of it are numbers of 32 bits.
    public static let sizeLimit = 1 << 30

    /// Compiles `source`, which is in standard format markers when its path ends in `.sfm`, `.mdf` or `.db` or its
    /// first line begins with a backslash, and otherwise a list.
    ///
    /// Entries are encoded as they are read and not kept; besides the source and the result it needs some numbers for
    /// each entry and each word, and the sort key of each headword.
    ///
    /// - Parameters:
    ///   - source: The text.
    ///   - exists: Whether there is a file at a path from the folder of the source; nil when that cannot be known.
    ///   - transform: The file of the transform of a name such as `blt-Tavt/blt-Latn`, or nil when there is none.
    ///   - progress: Called now and then with how much of the work is done, from 0 to 1.
    /// - Returns: The compiled lexicon, nil when there is any error, and all that is wrong, in the order of the
    ///   source. The same source and transforms give the same bytes.
    /// - Complexity: O(*n* log *n*), where *n* is the size of the source.
    public static func compile(
        _ source: SourceText, exists: ((String) -> Bool)? = nil,
        transform: ((String) -> SourceText?)? = nil, progress: ((Double) -> Void)? = nil
    ) -> (bytes: [UInt8]?, diagnostics: [Diagnostic]) {
        compile(source, exists: exists, transform: transform, progress: progress, sizeLimit: sizeLimit)
    }

    /// The same with another limit of size.
    static func compile(
        _ source: SourceText, exists: ((String) -> Bool)? = nil,
        transform: ((String) -> SourceText?)? = nil, progress: ((Double) -> Void)? = nil, sizeLimit: Int
    ) -> (bytes: [UInt8]?, diagnostics: [Diagnostic]) {
        var report = LexiconReport(source)
        guard source.bytes.count <= sizeLimit else {
            report.add(.tooLarge(limit: sizeLimit), at: 0..<0)
            return (nil, report.diagnostics)
        }
        if let unreadable = source.unreadable {
            report.add(.unreadable(unreadable), at: unreadable.range)
            return (nil, report.diagnostics)
        }
        TextChecks.run(&report) { progress?($0 * textShare) }
        let bytes =
            SourceKind.of(source) == .records
            ? compile(MarkerReader(&report), exists, transform, progress, &report)
            : compile(ListReader(&report), exists, transform, progress, &report)
        return (bytes, report.diagnostics)
    }

    private static func compile(
        _ source: some SourceReader, _ exists: ((String) -> Bool)?,
        _ transform: ((String) -> SourceText?)?, _ progress: ((Double) -> Void)?,
        _ report: inout LexiconReport
    ) -> [UInt8]? {
        var reader = source
        var checker = Checker(reader, exists: exists, transform: transform, &report)
        var writer = LexiconWriter(
            script: checker.script, spelling: SpellingRules.declared(reader.header, script: checker.script),
            order: HeadwordOrder(reader.header, script: checker.script),
            formScripts: reader.formScripts + checker.transliterationScripts,
            languages: reader.glossLanguages, transliterations: checker.transliterationForms)
        var count = 0
        while let found = reader.next(&report) {
            let entry = checker.entry(found, &report)
            // What nobody will read is not written.
            if !report.hasErrors { writer.add(entry) }
            count += 1
            if count & 1023 == 0 {
                let part = Double(reader.offset) / Double(max(report.text.bytes.count, 1))
                progress?(textShare + part * readShare)
            }
        }
        checker.finish(&report)
        if writer.size >= UInt32.max { report.add(.tooLarge(limit: sizeLimit), at: 0..<0) }
        guard !report.hasErrors else { return nil }
        let languages = reader.expectsGlosses == nil ? writer.usedLanguages : reader.glossLanguages
        return writer.finish(checker.info(glossLanguages: languages))
    }

    /// All kinds of diagnostics of lexicons, as <doc:Lexicon-diagnostics> explains them.
    public static let diagnosticKinds = DiagnosticKind.all(of: LexiconDiagnosticID.self)

    /// How much of the time goes into looking at the text, and into reading and encoding entries.
    private static let textShare = 0.1
    private static let readShare = 0.7

}

extension LexiconCompiler {
    /// How many entries and how many glosses `source` has, whatever is wrong with it; a fix must not lose any.
    ///
    /// - Complexity: O(*n*) in the length of the source.
    public static func counts(of source: SourceText) -> [Int] {
        var report = LexiconReport(source)
        return SourceKind.of(source) == .records
            ? counts(MarkerReader(&report), &report) : counts(ListReader(&report), &report)
    }

    private static func counts(_ source: some SourceReader, _ report: inout LexiconReport) -> [Int] {
        var reader = source
        var (entries, glosses) = (0, 0)
        while let entry = reader.next(&report) {
            entries += 1
            glosses += entry.senses.reduce(0) { $0 + $1.glosses.count }
        }
        return [entries, glosses]
    }
}
