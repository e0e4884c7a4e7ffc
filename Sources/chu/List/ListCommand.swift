import Diagnostics
import Text
import ArgumentParser
import Composition
import Conversion
import Lexicon
import LineEditor
import Bytes
import Catalogue

/// `chu list`: what is installed, and what can be reported.
struct ListCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list", abstract: Wording.listAbstract.text, discussion: Wording.listDiscussion.text)
    }

    /// What can be listed.
    enum Subject: String, CaseIterable, ExpressibleByArgument {
        case keymaps, lexicons, transforms, languages, diagnostics
    }

    @Argument(help: ArgumentHelp(Wording.subjectHelp.text, valueName: "kind"))
    var subject: Subject?

    @Option(help: ArgumentHelp(Wording.listLanguageHelp.text, valueName: "language"))
    var language: String?

    @Option(help: ArgumentHelp(Wording.formatHelp.text))
    var format: TextOrJSON = .text

    func validate() throws {
        if subject == .diagnostics, language != nil {
            throw ValidationError(Wording.diagnosticsHaveNoLanguage.text)
        }
    }

    func run() throws {
        var inventory = Inventory()
        if let language { try inventory.select(language) }
        if subject == nil || subject == .keymaps { inventory.readKeymaps() }
        if subject == nil || subject == .lexicons { inventory.readLexicons() }
        if subject == nil || subject == .transforms { inventory.readTransforms() }
        if subject == .languages { inventory.readLanguages() }
        if subject == .diagnostics { inventory.readDiagnostics() }
        let output = Output()
        switch format {
        case .json: try output.line(JSON.text(inventory))
        case .text:
            let blocks = inventory.tables.filter { !$0.isEmpty }
            try output.write(blocks.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n"))
        }
        try output.flush()
        if inventory.isDamaged { throw Failure(.badData) }
        if inventory.isEmpty {
            throw Failure(
                .nothingFound, language.map { .nothingInLanguage($0) } ?? .nothingInstalled(subject?.rawValue)
            )
        }
    }
}
