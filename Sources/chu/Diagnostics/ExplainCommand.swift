import ArgumentParser
import Catalogue
import Diagnostics
import Files
import LineEditor

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// `chu explain`: what a diagnostic means.
struct ExplainCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "explain", abstract: Wording.explainAbstract.text,
            discussion: Wording.explainDiscussion.text)
    }

    @Argument(
        help: ArgumentHelp(Wording.explainIDHelp.text, valueName: "id"),
        completion: DiagnosticKinds.completion)
    var ids: [String]

    @Flag(name: .customLong("no-pager"), help: ArgumentHelp(Wording.noPagerHelp.text))
    var isUnpaged = false

    func run() throws {
        var blocks: [[String]] = []
        for id in ids {
            let group = DiagnosticKinds.kinds(in: id)
            blocks.append(
                group.isEmpty
                    ? try explanation(of: DiagnosticKinds.kind(id)) : DiagnosticKinds.table(group))
        }
        let output = Output(pager: isUnpaged ? nil : Pager())
        do {
            for (index, block) in blocks.enumerated() {
                if index > 0 { try output.line("") }
                for line in block { try output.line(line) }
            }
            try output.close()
        } catch {
            try? output.close()
            throw error
        }
    }

    private func explanation(of kind: DiagnosticKind) throws -> [String] {
        // Where there is no article in the user's language, English is better than nothing.
        for language in [Surroundings.language, .english] {
            for folder in ExplainCommand.folders {
                let path = Path.join(folder, "\(kind.group).\(language.rawValue).md")
                guard let bytes = try? Opening.contents(of: path) else { continue }
                let article = String(decoding: bytes, as: UTF8.self)
                if let section = ArticleSection(kind.id, in: article) {
                    return Explanation(section, color: Output.isColoured).lines(width: width)
                }
            }
        }
        throw Failure(.noInput, .noArticle(kind.id, ExplainCommand.folders))
    }

    /// Where the articles are.
    private static var folders: [String] { DataFolders.standard.map { Path.join($0, "diagnostics") } }

    /// How wide the text is; long lines are hard to read.
    private var width: Int { isatty(STDOUT_FILENO) == 1 ? min(Terminal.size.columns, 100) : 80 }
}
