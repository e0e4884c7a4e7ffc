import ArgumentParser
import Diagnostics
import Bytes
import Files
import Catalogue

/// `chu build`: compiles keymaps and lexicons.
struct BuildCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "build", abstract: Wording.buildAbstract.text,
            discussion: Wording.buildDiscussion.text)
    }

    @Argument(help: ArgumentHelp(Wording.sourceHelp.text, valueName: "source"), completion: .file())
    var sources: [String]

    @Option(name: .short, help: ArgumentHelp(Wording.outHelp.text, valueName: "out"), completion: .file())
    var out: String?

    @OptionGroup
    var severities: SeverityOptions

    func run() throws {
        try severities.check()
        let items = try SourceWalk(sources, suffixes: ["keymap", "lexicon", "sfm"]).items
        let isFolder =
            out.map { $0.hasSuffix("/") || Path.isFolder($0) || items.count > 1 || Path.isFolder(sources[0]) }
            ?? false
        var worst = Failure.Code.done
        var counts = DiagnosticCounts()
        var targets: [String: String] = [:]
        for item in items {
            do {
                let source = try Source(path: item.path)
                guard let kind = source.kind else { throw Failure(.badData, .unknownSource(item.path)) }
                guard kind != .transforms else { throw Failure(.wrongUsage, .notBuilt(item.path)) }
                let target = target(of: item, kind, inFolder: isFolder)
                if let other = targets[target] {
                    throw Failure(.wrongUsage, .sameTarget(other, item.path, target))
                }
                targets[target] = item.path
                try build(source, target, &counts)
            } catch {
                worst = max(worst, try Opening.reportedCode(of: error))
            }
        }
        if counts.errors + counts.warnings > 0 { Notices.report(.built(counts)) }
        for line in counts.table { Notices.line(line) }
        if worst != .done { throw Failure(worst) }
    }

    private func target(of item: SourceWalk.Item, _ kind: Installed.Kind, inFolder: Bool) -> String {
        let name = Path.withoutSuffix(item.relativePath) + "." + kind.suffix
        guard let out else { return Path.withoutSuffix(item.path) + "." + kind.suffix }
        return inFolder ? Path.join(out, name) : out
    }

    private func build(_ source: Source, _ target: String, _ counts: inout DiagnosticCounts) throws {
        let result = source.compiled()
        let diagnostics = severities.applied(to: result.diagnostics)
        for diagnostic in diagnostics {
            counts.add(diagnostic)
            Notices.line(diagnostic.rendered(color: Notices.isColoured))
        }
        guard let bytes = result.bytes, !diagnostics.contains(where: { $0.severity == .error }) else {
            throw Failure(.nothingFound)
        }
        try makeFolder(at: Path.parent(of: target), mode: 0o777)
        try replaceFile(at: target, with: bytes)
    }
}
