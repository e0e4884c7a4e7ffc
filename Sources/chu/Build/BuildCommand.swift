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

    @Option(help: ArgumentHelp(Wording.depsHelp.text, valueName: "file"), completion: .file())
    var deps: String?

    @OptionGroup
    var severities: SeverityOptions

    func run() throws {
        try severities.check()
        let items = try SourceWalk(sources, .build).items
        let isFolder =
            out.map { $0.hasSuffix("/") || Path.isFolder($0) || items.count > 1 || Path.isFolder(sources[0]) }
            ?? false
        var worst = Failure.Code.done
        var counts = DiagnosticCounts()
        var targets: [String: String] = [:]
        var dependencies = DependencyFile()
        for item in items {
            do {
                let source = try Source(path: item.path)
                guard let kind = source.kind else { throw source.unknown(.build) }
                try source.checkLimits()
                guard kind.uses.contains(.build) else {
                    throw Failure(.wrongUsage, .notBuilt(item.path, kind.product))
                }
                let target = target(of: item, kind.product, inFolder: isFolder)
                if let other = targets[target] {
                    throw Failure(.wrongUsage, .sameTarget(other, item.path, target))
                }
                targets[target] = item.path
                dependencies.add(target, from: try build(source, target, &counts))
            } catch {
                worst = max(worst, try Opening.reportedCode(of: error))
            }
        }
        if counts.errors + counts.warnings > 0 { Notices.report(.built(counts)) }
        for line in counts.table { Notices.line(line) }
        if worst != .done { throw Failure(worst) }
        if let deps { try replaceFile(at: deps, with: Array(dependencies.text.utf8)) }
    }

    private func target(of item: SourceWalk.Item, _ product: SourceKind.Product, inFolder: Bool) -> String {
        let name = Path.withoutSuffix(item.relativePath) + "." + product.suffix
        guard let out else { return Path.withoutSuffix(item.path) + "." + product.suffix }
        return inFolder ? Path.join(out, name) : out
    }

    /// Compiles `source` to `target`.
    ///
    /// - Returns: The files it was compiled from.
    private func build(
        _ source: Source, _ target: String, _ counts: inout DiagnosticCounts
    ) throws -> [String] {
        let result = source.compiled()
        let diagnostics = severities.applied(to: result.diagnostics)
        for diagnostic in diagnostics {
            counts.add(diagnostic)
            Notices.report(diagnostic)
        }
        guard let bytes = result.bytes, !diagnostics.contains(where: { $0.severity == .error }) else {
            throw Failure(.badSource)
        }
        try makeFolder(at: Path.parent(of: target), mode: 0o777)
        // Programs may have the old file in memory.
        try replaceFile(at: target, with: bytes, keepingLinks: false)
        return result.inputs
    }
}
