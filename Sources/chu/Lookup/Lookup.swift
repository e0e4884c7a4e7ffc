import Diagnostics
import Text
import Lexicon

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Questions to the dictionary, and the form of their answers.
struct Lookup {
    /// The ways to compare that the contract names.
    enum MatchKind: String, CaseIterable {
        case exact, folded, prefix, wildcard, fuzzy, gloss, text

        /// The search it stands for.
        var match: Match {
            switch self {
            case .exact: .exact
            case .folded: .folded
            case .prefix: .prefix
            case .wildcard: .wildcard
            case .fuzzy: .fuzzy
            case .gloss: .gloss
            case .text: .text
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
    /// In a fuzzy search, how many letters may differ.
    var distance: Int?
    var from: String?
    var to: String?
    var limit = 20
    var format: Format = .text
    /// Whether a long answer goes through a pager.
    var isPaged = true
    /// A file with more queries, one a line; `-` for standard input.
    var file: String?
    var queries: [String] = []

    /// What is wrong with the question, or nil.
    var fault: Wording? {
        if limit < 1 { return .limitTooSmall }
        if let distance, !(1...3).contains(distance) { return .distanceOutside }
        if distance != nil, match != .fuzzy { return .distanceNeedsFuzzy }
        if queries.isEmpty, file == nil, isatty(STDIN_FILENO) == 1 { return .noQuery }
        return nil
    }

    /// Searches, and writes the answers to standard output, each as soon as it is found.
    ///
    /// - Returns: What was searched. A program that ends next need not give it back first.
    @discardableResult
    func run() throws -> LexiconSet {
        let opened = lexicons.isEmpty ? Opening.installedLexicons().lexicons : try Opening.lexicons(lexicons)
        guard !opened.isEmpty else { throw Failure(.noInput, .noLexicons()) }
        let set = LexiconSet(opened.map(\.lexicon))
        for tag in [from, to].compactMap({ $0 }) { try check(tag, set) }
        // There are few; the types of a dictionary would take longer to make at run time than this to go through.
        func name(of lexicon: Lexicon) -> String { opened.first { $0.lexicon === lexicon }?.name ?? "" }

        let questions = LookupQueries(arguments: queries, file: file)
        let isPaged = isPaged && format == .text && !questions.mayWait
        let output = Output(pager: isPaged ? Pager() : nil)
        var writer: any LookupWriter =
            switch format {
            case .text: LookupText(isColoured: Output.isColoured, hasHeadings: questions.mayBeMany)
            case .json: LookupArray()
            case .tsv: LookupTable()
            }
        var asked = 0
        var answered = 0
        do {
            try writer.begin(output)
            try questions.forEach { query, isLast in
                asked += 1
                let found = search(query, in: set)
                if found.isEmpty {
                    Notices.report(LookupSuggestions(self, query, set, opened.map(\.name)).message)
                } else {
                    answered += 1
                }
                let results = found.map { found in
                    LookupResult(
                        query: query, lexiconName: name(of: found.lexicon), found: found, target: to,
                        bridgeName: found.bridge.map { name(of: $0.lexicon) } ?? "")
                }
                try writer.add(query, results, to: output)
                if isLast { try output.flush() }
            }
            try writer.end(output)
            try output.close()
        } catch {
            try? output.close()
            throw error
        }
        if asked > 0, answered == 0 { throw Failure(.nothingFound) }
        return set
    }

    /// What answers `query`: directly, or else through a third language.
    private func search(_ query: String, in set: LexiconSet) -> [LexiconSet.Found] {
        let found = set.search(query, match.match, from: from, to: to, distance: distance, limit: limit)
        guard found.isEmpty, let from, let to else { return found }
        return set.searchThrough(query, match.match, from: from, to: to, distance: distance, limit: limit)
    }

    /// Reports a language `tag` that no lexicon knows: nothing can ever be found in it.
    private func check(_ tag: String, _ set: LexiconSet) throws {
        let known = Set(set.lexicons.flatMap { [$0.info.language] + $0.info.glossLanguages })
        if !known.contains(where: { $0.primarySubtag == tag.primarySubtag }) {
            throw Failure(.nothingFound, .languageNowhere(tag, known.sorted()))
        }
    }
}

/// Writes answers in one of the forms.
protocol LookupWriter {
    /// Writes what stands before the first answer.
    mutating func begin(_ output: Output) throws
    /// Writes the answer to one query.
    mutating func add(_ query: String, _ results: [LookupResult], to output: Output) throws
    /// Writes what stands behind the last answer.
    mutating func end(_ output: Output) throws
}
