import ArgumentParser
import Diagnostics
import Bytes
import Files

/// `chu check`: checks sources of every kind and writes nothing; of compiled files, compares the checksum.
///
/// `--silence`, `--error` and `--strict` say what becomes of warnings. With `--fix` the obvious fix-its are made in the
/// sources first.
struct CheckCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "check", abstract: Wording.checkAbstract.text,
            discussion: Wording.checkDiscussion.text)
    }

    @Argument(help: ArgumentHelp(Wording.checkSourceHelp.text, valueName: "source"), completion: .file())
    var sources: [String]

    @Option(help: ArgumentHelp(Wording.formatHelp.text))
    var format: TextOrJSON = .text

    @Flag(help: ArgumentHelp(Wording.fixHelp.text))
    var fix = false

    @Flag(help: ArgumentHelp(Wording.backupHelp.text))
    var backup = false

    @OptionGroup
    var severities: SeverityOptions

    func run() throws {
        try severities.check()
        if backup, !fix { throw Failure(.wrongUsage, .backupWithoutFix) }
        let output = Output()
        var worst = Failure.Code.done
        var records: [DiagnosticRecord] = []
        var counts = DiagnosticCounts()
        let items = try SourceWalk(sources, .check).items
        var checked = 0
        for item in items {
            do {
                if fix { finishReplacement(of: item.path) }
                let file = try MappedFile(path: item.path).bytes
                // A compiled file that is called as a source is one that cannot be read.
                if !Source.isNamed(item.path), try Opening.verifies(file, at: item.path) {
                    checked += 1
                    if fix { throw Failure(.wrongUsage, .cannotFix(item.path)) }
                    continue
                }
                let source = Source(path: item.path, bytes: file.array())
                guard source.kind != nil else { throw source.unknown(.check) }
                try source.checkLimits()
                let found =
                    fix ? try fixed(source, output, &records, &counts) : source.compiled().diagnostics
                checked += 1
                let diagnostics = severities.applied(to: found)
                for diagnostic in diagnostics {
                    counts.add(diagnostic)
                    switch format {
                    case .text: try output.line(diagnostic.shown(color: Output.isColoured))
                    case .json: records.append(DiagnosticRecord(diagnostic, isFixed: fix ? false : nil))
                    }
                }
                if diagnostics.contains(where: { $0.severity == .error }) {
                    worst = max(worst, .badSource)
                }
            } catch {
                worst = max(worst, try Opening.reportedCode(of: error))
            }
        }
        if format == .json { try output.line(JSON.text(records)) }
        try output.flush()
        Notices.report(.checked(files: checked, of: items.count, counts, hasFixed: fix))
        for line in counts.table { Notices.line(line) }
        if worst != .done { throw Failure(worst) }
    }

    /// Makes the obvious fix-its in the file of `source`, and reports them.
    ///
    /// - Returns: What is left.
    private func fixed(
        _ source: Source, _ output: Output, _ records: inout [DiagnosticRecord],
        _ counts: inout DiagnosticCounts
    ) throws -> [Diagnostic] {
        let fixing = source.fixed()
        if !fixing.takenBack.isEmpty { Notices.report(.takenBack(source.path, fixing.takenBack)) }
        guard fixing.text.bytes != source.text.bytes else { return fixing.diagnostics }
        if backup {
            let kept = try Backup.keep(source.text.bytes, of: source.path)
            Notices.report(.keptOld(source.path, as: kept))
        }
        try replaceFile(at: source.path, with: fixing.text.bytes)
        counts.fixes += fixing.changes.count
        switch format {
        case .text:
            for place in fixing.places {
                let isColoured = Output.isColoured
                try output.line(place.rendered(of: fixing, in: Surroundings.language, color: isColoured))
            }
        case .json: records += fixing.changes.map { DiagnosticRecord($0.diagnostic, isFixed: true) }
        }
        return fixing.diagnostics
    }
}

/// The forms a list can be written in.
enum TextOrJSON: String, CaseIterable, ExpressibleByArgument {
    case text, json
}
