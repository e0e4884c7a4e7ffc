import Answers
import Diagnostics
import Lexicon

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Questions to the dictionary, and the form of their answers.
struct Lookup {
    /// The lexicons asked, as they are named on the command line; none for all that are installed.
    var lexicons: [String] = []
    /// What is asked of each query.
    var question = Question("")
    var format: AnswerFormat = .text
    /// Whether a long answer goes through a pager.
    var isPaged = true
    /// A file with more queries, one a line; `-` for standard input.
    var file: String?
    var queries: [String] = []
    /// Whether the queries are one text, which is read word by word.
    var isByWords = false

    /// What is wrong with the question, or nil.
    var fault: Wording? {
        if isByWords, question.match != .exact || question.distance != nil { return .wordsAreExact }
        return switch question.fault {
        case .limitTooSmall: .limitTooSmall
        case .distanceOutside: .distanceOutside
        case .distanceNeedsFuzzy: .distanceNeedsFuzzy
        case nil: queries.isEmpty && file == nil && isatty(STDIN_FILENO) == 1 ? .noQuery : nil
        }
    }

    /// Searches, and writes the answers to standard output, each as soon as it is found.
    ///
    /// - Returns: The lexicons searched; keep them alive to skip their release at exit.
    @discardableResult
    func run() throws -> NamedLexicons {
        let lexicons = try opened()
        var question = question
        question.from = try question.from.map(lexicons.tag(of:))
        question.to = try question.to.map(lexicons.tag(of:))
        if isByWords {
            try readWords(question, lexicons)
            return lexicons
        }
        let queries = LookupQueries(arguments: queries, file: file)
        let isPaged = isPaged && format == .text && !queries.mayWait
        let output = Output(pager: isPaged ? Pager() : nil)
        do {
            try write(queries, question, lexicons, to: output)
            try output.close()
        } catch {
            try? output.close()
            throw error
        }
        return lexicons
    }

    /// The lexicons asked.
    private func opened() throws -> NamedLexicons {
        let opened = lexicons.isEmpty ? Opening.installedLexicons().lexicons : try Opening.lexicons(lexicons)
        guard !opened.isEmpty else { throw Failure(.noInput, .noLexicons()) }
        return NamedLexicons(opened)
    }

    /// Writes the answers to `queries`; what may have been meant by those without an answer goes to standard error.
    private func write(
        _ queries: LookupQueries, _ question: Question, _ lexicons: NamedLexicons, to output: Output
    ) throws {
        var writer = format.writer(
            in: Surroundings.language, isColoured: Output.isColoured, hasHeadings: queries.mayBeMany)
        var question = question
        question.isName = { Wording.nameOfPeople($0) != nil }
        var (asked, answered) = (0, 0)
        try writer.begin(output)
        try queries.forEach { query, isLast in
            question.query = query
            let answer = lexicons.answer(question)
            asked += 1
            let people = format == .text ? Wording.nameOfPeople(query) : nil
            if let people { Notices.report(people) }
            if question.mayBePattern { Notices.report(.signsAreNoPattern) }
            if answer.isEmpty {
                let near = lexicons.suggestions(question, retyped: TypedKeys.retyped)
                // Nobody who asks for a people means a word like its name.
                let hasWords = people == nil && question.match != .text
                Notices.report(
                    .nothingFound(
                        query, lexicons.names, near: hasWords ? near.all : [], other: near.match?.rawValue))
                if question.match == .text, !lexicons.haveExamples { Notices.report(.noExamples) }
            } else {
                if answer.isAnswered { answered += 1 }
                if people == nil {
                    let alike = lexicons.soundingLike(question, besides: answer, retyped: TypedKeys.retyped)
                    for (asked, word) in alike { Notices.report(.maybeMeant(asked, word)) }
                }
            }
            try writer.add(answer, to: output)
            if isLast { try output.flush() }
        }
        try writer.end(output)
        if asked > 0, answered == 0 { throw Failure(.nothingFound) }
    }
}

extension Output: AnswerSink {}
