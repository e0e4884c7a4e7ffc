import Lexicon

/// A question to the dictionary, and the form of its answer.
struct Lookup {
    /// The ways to compare that the contract names.
    enum MatchKind: String, CaseIterable {
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
    enum Format: String, CaseIterable {
        case text, json, tsv
    }

    /// The lexicons asked, as they are named on the command line; none for all that are installed.
    var lexicons: [String] = []
    var match: MatchKind = .exact
    var from: String?
    var to: String?
    var limit = 20
    var format: Format = .text
    var queries: [String] = []

    /// What is wrong with the question, or nil.
    var fault: Message? {
        if limit < 1 { return .limitTooSmall }
        if match.match == nil { return .notYet(match.rawValue) }
        return nil
    }

    /// Searches, and writes the answer to standard output.
    func run() throws {
        let opened = lexicons.isEmpty ? Opening.installedLexicons().lexicons : try Opening.lexicons(lexicons)
        guard !opened.isEmpty else { throw Failure(.noInput, .noLexicons()) }
        let set = LexiconSet(opened.map(\.lexicon))
        for tag in [from, to].compactMap({ $0 }) { try check(tag, set) }

        // There are few; the types of a dictionary would take longer to make at run time than this to go through.
        func name(of lexicon: Lexicon) -> String { opened.first { $0.lexicon === lexicon }?.name ?? "" }

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
                    query: query, lexiconName: name(of: $0.lexicon), found: $0, target: to)
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
