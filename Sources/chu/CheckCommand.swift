import ArgumentParser
import Diagnostics

/// `chu check`: compiles keymaps and lexicons, and writes nothing; of compiled files, compares the checksum.
struct CheckCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "check", abstract: Message.checkAbstract.text,
            discussion: Message.checkDiscussion.text)
    }

    @Argument(help: ArgumentHelp(Message.sourceHelp.text, valueName: "source"), completion: .file())
    var sources: [String]

    @Option(help: ArgumentHelp(Message.formatHelp.text))
    var format: TextOrJSON = .text

    func run() throws {
        let output = Output()
        var worst = Failure.Code.done
        var records: [DiagnosticRecord] = []
        var errors = 0
        var warnings = 0
        let items = try SourceWalk(sources).items
        for item in items {
            do {
                if try Opening.verifies(item.path) { continue }
                let source = try Source(path: item.path)
                guard source.kind != nil else { throw Failure(.badData, .unknownSource(item.path)) }
                let result = source.compiled()
                for diagnostic in result.diagnostics {
                    errors += diagnostic.severity == .error ? 1 : 0
                    warnings += diagnostic.severity == .warning ? 1 : 0
                    switch format {
                    case .text: try output.line(diagnostic.rendered(color: Output.isColoured))
                    case .json: records.append(DiagnosticRecord(diagnostic))
                    }
                }
                let isWrong = result.bytes == nil || result.diagnostics.contains { $0.severity == .error }
                if isWrong { worst = max(worst, .nothingFound) }
            } catch let failure as Failure {
                Opening.tell(failure)
                worst = max(worst, failure.code)
            }
        }
        if format == .json { try output.line(JSON.text(records)) }
        try output.flush()
        Notices.tell(.checked(files: items.count, errors: errors, warnings: warnings))
        if worst != .done { throw Failure(worst) }
    }
}

/// The forms a list can be written in.
enum TextOrJSON: String, CaseIterable, ExpressibleByArgument {
    case text, json
}
