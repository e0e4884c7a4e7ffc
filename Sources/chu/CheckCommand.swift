import ArgumentParser
import Diagnostics
import Storage

/// `chu check`: compiles keymaps and lexicons, and writes nothing; reads macro files; of compiled files, compares the
/// checksum.
///
/// With `--fix` the fix-its that are obvious are made in the sources first.
struct CheckCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "check", abstract: Message.checkAbstract.text,
            discussion: Message.checkDiscussion.text)
    }

    @Argument(help: ArgumentHelp(Message.checkSourceHelp.text, valueName: "source"), completion: .file())
    var sources: [String]

    @Option(help: ArgumentHelp(Message.formatHelp.text))
    var format: TextOrJSON = .text

    @Flag(help: ArgumentHelp(Message.fixHelp.text))
    var fix = false

    func run() throws {
        let output = Output()
        var worst = Failure.Code.done
        var records: [DiagnosticRecord] = []
        var counts = Counts()
        let items = try SourceWalk(sources).items
        for item in items {
            do {
                if try Opening.verifies(item.path) {
                    if fix { throw Failure(.wrongUsage, .cannotFix(item.path)) }
                    continue
                }
                let source = try Source(path: item.path)
                let diagnostics: [Diagnostic]
                if source.kind == nil, MacroFile.isOne(source.text) {
                    diagnostics = MacroFile(source.text).diagnostics
                } else if source.kind == nil {
                    throw Failure(.badData, .unknownSource(item.path))
                } else {
                    diagnostics =
                        fix ? try mend(source, output, &records, &counts) : source.compiled().diagnostics
                }
                for diagnostic in diagnostics {
                    counts.add(diagnostic)
                    switch format {
                    case .text: try output.line(diagnostic.rendered(color: Output.isColoured))
                    case .json: records.append(DiagnosticRecord(diagnostic, isFixed: fix ? false : nil))
                    }
                }
                if diagnostics.contains(where: { $0.severity == .error }) {
                    worst = max(worst, .nothingFound)
                }
            } catch let failure as Failure {
                Opening.tell(failure)
                worst = max(worst, failure.code)
            }
        }
        if format == .json { try output.line(JSON.text(records)) }
        try output.flush()
        Notices.tell(.checked(files: items.count, counts, hasFixed: fix))
        if worst != .done { throw Failure(worst) }
    }

    /// Makes the obvious fix-its in the file of `source`, and tells them.
    ///
    /// - Returns: What is left.
    private func mend(
        _ source: Source, _ output: Output, _ records: inout [DiagnosticRecord], _ counts: inout Counts
    ) throws -> [Diagnostic] {
        let mending = source.mended()
        guard mending.text.bytes != source.text.bytes else { return mending.diagnostics }
        do {
            try replaceFile(at: source.path, with: mending.text.bytes)
        } catch {
            throw Failure(error)
        }
        for change in mending.changes {
            counts.fixes += 1
            switch format {
            case .text: try output.line(change.rendered(color: Output.isColoured))
            case .json: records.append(DiagnosticRecord(change.diagnostic, isFixed: true))
            }
        }
        return mending.diagnostics
    }

    /// How much was found.
    struct Counts {
        var errors = 0
        var warnings = 0
        var fixes = 0

        /// Counts `diagnostic`.
        mutating func add(_ diagnostic: Diagnostic) {
            switch diagnostic.severity {
            case .error: errors += 1
            case .warning: warnings += 1
            case .note: break
            }
        }
    }
}

/// The forms a list can be written in.
enum TextOrJSON: String, CaseIterable, ExpressibleByArgument {
    case text, json
}
