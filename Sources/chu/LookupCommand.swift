import ArgumentParser
import Lexicon

/// `chu lookup`: the dictionary.
struct LookupCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "lookup", abstract: Message.lookupAbstract.text,
            discussion: Message.lookupDiscussion.text)
    }

    /// The ways to compare that the contract names.
    enum MatchKind: String, CaseIterable, ExpressibleByArgument {
        case exact, folded, prefix, wildcard, fuzzy, gloss, text

        /// The search it stands for, or nil when there is none yet.
        var match: Match? {
            switch self {
            case .exact: .exact
            case .folded: .folded
            case .prefix: .prefix
            case .gloss: .gloss
            case .wildcard, .fuzzy, .text: nil
            }
        }
    }

    /// The forms a result can be written in.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json, tsv
    }

    @Option(
        name: [.short, .customLong("lexicon")],
        help: ArgumentHelp(Message.lookupLexiconHelp.text, valueName: "lexicon"),
        completion: .custom { _, _, _ in Installed.all(.lexicons).map(\.name) })
    var lexicons: [String] = []

    @Option(help: ArgumentHelp(Message.matchHelp.text, valueName: "kind"))
    var match: MatchKind = .exact

    @Option(help: ArgumentHelp(Message.fromHelp.text, valueName: "tag"))
    var from: String?

    @Option(help: ArgumentHelp(Message.toHelp.text, valueName: "tag"))
    var to: String?

    @Option(help: ArgumentHelp(Message.limitHelp.text, valueName: "n"))
    var limit = 20

    @Option(help: ArgumentHelp(Message.formatHelp.text))
    var format: Format = .text

    @Argument(help: ArgumentHelp(Message.queryHelp.text, valueName: "query"))
    var queries: [String]

    func validate() throws {
        if limit < 1 { throw ValidationError(Message.limitTooSmall.text) }
        if match.match == nil { throw ValidationError(Message.notYet(match.rawValue).text) }
    }

    func run() throws {
        let opened = lexicons.isEmpty ? Opening.installedLexicons().lexicons : try Opening.lexicons(lexicons)
        guard !opened.isEmpty else { throw Failure(.noInput, .noLexicons()) }
        let set = LexiconSet(opened.map(\.lexicon))
        for tag in [from, to].compactMap({ $0 }) { try check(tag, set) }
        var names: [ObjectIdentifier: String] = [:]
        for (name, lexicon) in opened { names[ObjectIdentifier(lexicon)] = name }

        var results: [LookupResult] = []
        for query in queries {
            // The system hands over arguments that are not UTF-8 with U+FFFD in them.
            guard !query.unicodeScalars.contains("\u{FFFD}") else {
                throw Failure(.badData, .illFormedQuery(query))
            }
            let found = set.search(query, match.match ?? .exact, from: from, to: to, limit: limit)
            if found.isEmpty { Notices.tell(.nothingFound(query, opened.map(\.name), match.rawValue)) }
            results += found.map {
                LookupResult(
                    query: query, lexiconName: names[ObjectIdentifier($0.lexicon)] ?? "", found: $0,
                    target: to)
            }
        }
        let output = Output()
        switch format {
        case .text: try LookupText(results, isColoured: Output.isColoured).write(to: output)
        case .json: try output.line(JSON.text(results.map(LookupRecord.init)))
        case .tsv: try LookupTable.write(results, to: output)
        }
        try output.flush()
        if results.isEmpty { throw Failure(.nothingFound) }
    }

    /// Tells when no lexicon knows the language `tag`, for then nothing can ever be found.
    private func check(_ tag: String, _ set: LexiconSet) throws {
        let known = Set(set.lexicons.flatMap { [$0.info.language] + $0.info.glossLanguages })
        let wanted = tag.lowercased().prefix { $0 != "-" }
        if !known.contains(where: { $0.lowercased().prefix { $0 != "-" } == wanted }) {
            throw Failure(.nothingFound, .languageNowhere(tag, known.sorted()))
        }
    }
}
