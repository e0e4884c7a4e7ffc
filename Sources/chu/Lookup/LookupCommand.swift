public import Answers
public import ArgumentParser
import Catalogue
import Diagnostics
public import Lexicon

/// `chu lookup`: the dictionary.
struct LookupCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "lookup", abstract: Wording.lookupAbstract.text,
            discussion: Wording.lookupDiscussion.text)
    }

    @Option(
        name: [.short, .customLong("lexicon")],
        help: ArgumentHelp(Wording.lookupLexiconHelp.text, valueName: "lexicon"),
        completion: .custom { _, _, _ in Installed.all(.lexicons).map(\.name) })
    var lexicons: [String] = []

    @Option(help: ArgumentHelp(Wording.matchHelp.text, valueName: "kind"))
    var match: Match = .exact

    @Option(help: ArgumentHelp(Wording.distanceHelp.text, valueName: "n"))
    var distance: Int?

    @Option(help: ArgumentHelp(Wording.fromHelp.text, valueName: "tag"))
    var from: String?

    @Option(help: ArgumentHelp(Wording.toHelp.text, valueName: "tag"))
    var to: String?

    @Option(help: ArgumentHelp(Wording.limitHelp.text, valueName: "n"))
    var limit = 20

    @Flag(name: .customLong("all"), help: ArgumentHelp(Wording.allHelp.text))
    var isAll = false

    @Option(help: ArgumentHelp(Wording.formatHelp.text))
    var format: AnswerFormat = .text

    @Option(name: .shortAndLong, help: ArgumentHelp(Wording.queryFileHelp.text, valueName: "file"))
    var file: String?

    @Flag(name: .customLong("words"), help: ArgumentHelp(Wording.byWordsHelp.text))
    var isByWords = false

    @Flag(name: .customLong("no-pager"), help: ArgumentHelp(Wording.noPagerHelp.text))
    var isUnpaged = false

    @Argument(help: ArgumentHelp(Wording.queryHelp.text, valueName: "query"))
    var queries: [String] = []

    /// What was asked.
    ///
    /// Plain arguments come to the same without this command: see ``Lookup/init(plain:)``.
    private var lookup: Lookup {
        Lookup(
            lexicons: lexicons,
            question: Question(
                "", match, distance: distance, from: from, to: to, limit: isAll ? .max : limit),
            format: format, isPaged: !isUnpaged, file: file, queries: queries,
            isByWords: isByWords)
    }

    func validate() throws {
        if let fault = lookup.fault { throw ValidationError(fault.text) }
    }

    func run() throws { try lookup.run() }
}

extension Match: ExpressibleByArgument {}
extension AnswerFormat: ExpressibleByArgument {}
