import Diagnostics
import Conversion
import Document
import Files

/// One file, or standard input, on its way through the converters.
struct FileConversion {
    /// The file; `-` for standard input.
    let file: String
    /// Whether its encoding is for the program to find out.
    let isGuessed: Bool
    /// The encoding that the file is said to be in, which is watched for being Unicode already; nil when the user insists.
    let watched: TextEncoding?
    /// The columns of a table that are converted; nil for all of the text.
    let columns: Set<Int>?
    /// What becomes of bytes that have no meaning.
    let illFormed: ConvertCommand.IllFormed
    /// Whether to report what was changed.
    let isReported: Bool
    /// What becomes of it when it is a document.
    let document: DocumentConversion
    /// The converters, for text in the encoding that was found out.
    let chain: (TextEncoding?) throws -> ConversionChain

    private var name: String { file == "-" ? Wording.standardInput.text : file }

    /// Reads, converts and writes, and reports what was found.
    ///
    /// - Throws: `FileError` when the file cannot be read, ``Failure`` for text that cannot be converted where that is
    ///   an error.
    func run(to target: any ConversionTarget) throws {
        var chain: ConversionChain
        do {
            let reader = try Opening.reader(file)
            var beginning: [UInt8] = []
            while DocumentKind.isOpen(beginning), try reader.next() { beginning += reader.piece }
            if let kind = DocumentKind(beginning: beginning) {
                let path = reader.size == nil || file == "-" ? nil : file
                return try document.run(kind, name, path: path, reader, beginning, to: target)
            }
            if DocumentConversion.suffixes.contains(where: { file.lowercased().hasSuffix($0) }) {
                throw Failure(.badData, .notADocument(name))
            }
            if isGuessed { try readOn(reader, &beginning) }
            chain = try self.chain(isGuessed ? guess(beginning) : nil)
            let watch = watched.flatMap { UnicodeWatch($0) }
            var bar = ProgressBar(Path.name(of: name))
            // At the end of this block, before anything is reported.
            defer { bar.finish() }
            var output: [UInt8] = []
            var done = 0
            func pass(_ piece: Span<UInt8>) throws {
                if let found = watch?.finds(piece, isFirst: done == 0) {
                    throw Failure(.badData, .unicodeAlready(name, watched, found))
                }
                output.removeAll(keepingCapacity: true)
                chain.convert(piece, into: &output)
                try stopIfWrong(chain)
                try target.write(output)
                done += piece.count
                if let size = reader.size, size > 0, !target.isTerminal {
                    bar.show(Double(done) / Double(size))
                }
            }
            try pass(beginning.span)
            while try reader.next() {
                let piece = reader.piece
                try pass(piece.span)
            }
            output.removeAll(keepingCapacity: true)
            chain.finish(into: &output)
            try stopIfWrong(chain)
            if let column = columns?.max(), chain.columnCount > 0, column > chain.columnCount {
                throw Failure(.wrongUsage, .noSuchColumn(name, column, chain.columnCount))
            }
            try target.write(output)
        }
        if chain.hasLeftOutMark { Notices.report(.markLeftOut(name)) }
        for problem in chain.problems {
            Notices.report(.converted(name, problem, isKept: illFormed == .keep))
        }
        if isReported { report(chain.changes) }
    }

    /// Adds as much of the text to `beginning` as the encoding is recognized by.
    private func readOn(_ reader: PieceReader, _ beginning: inout [UInt8]) throws(FileError) {
        while beginning.count < EncodingGuess.limit, try reader.next() { beginning += reader.piece }
    }

    /// The encoding of a text that begins so.
    ///
    /// - Throws: ``Failure`` when it is not sure.
    private func guess(_ beginning: [UInt8]) throws -> TextEncoding {
        let guess = EncodingGuess(beginning: beginning.span, isWhole: beginning.count < EncodingGuess.limit)
        guard let encoding = guess.encoding else { throw Failure(.badData, .unsureEncoding(name, guess)) }
        if encoding.isWide, columns != nil {
            throw Failure(.wrongUsage, .columnsInWideText(encoding.rawValue))
        }
        Notices.report(.guessedEncoding(name, guess))
        return encoding
    }

    /// Text that cannot be converted is an error unless the user says what becomes of it.
    private func stopIfWrong(_ chain: ConversionChain) throws {
        guard illFormed == .error, chain.hasProblems else { return }
        let wrong = chain.problems.first {
            switch $0.finding.kind {
            case .illFormed, .undefined, .lacking, .overgrown: true
            default: false
            }
        }
        if let wrong { throw Failure(.badData, .notConverted(name, wrong)) }
    }

    /// How often what was changed, with the first place; then what was left.
    private func report(_ changes: [ConversionChain.Change]) {
        let made = changes.filter { !$0.row.kind.isLeft }
        let left = changes.filter { $0.row.kind.isLeft }
        Notices.report(.repaired(name, made.reduce(0) { $0 + $1.row.count }))
        table(made)
        guard !left.isEmpty else { return }
        Notices.report(.leftAsItIs(name, left.reduce(0) { $0 + $1.row.count }))
        table(left)
    }

    private func table(_ changes: [ConversionChain.Change]) {
        let width = changes.map { String($0.row.count).count }.max() ?? 0
        let rows = changes.map { change in
            let number = String(change.row.count)
            let text =
                change.row.kind.isLeft
                ? "'\(change.row.before)'" : "'\(change.row.before)' → '\(change.row.after)'"
            return [
                "  " + String(repeating: " ", count: width - number.count) + number, change.row.kind.rawValue,
                Wording.firstPlace(change.place).text, text,
            ]
        }
        for line in Table.lines(rows) { Notices.line(line) }
    }
}
