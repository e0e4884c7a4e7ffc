/// What to look up: the words on the command line, then the lines of a file.
struct LookupQueries {
    /// How many bytes a query has at most: a thousand letters and more.
    ///
    /// The time that some kinds of match take grows with the square of it.
    static let lengthLimit = 4096

    /// The words on the command line.
    let arguments: [String]
    /// A file with one query a line; `-` for standard input, which is read too when there is nothing else.
    let file: String?

    private var path: String? { file ?? (arguments.isEmpty ? "-" : nil) }

    /// Whether more than one query may come.
    var mayBeMany: Bool { arguments.count > 1 || path != nil }

    /// Whether queries may come one by one from another program or a person.
    var mayWait: Bool { path == "-" }

    /// Calls `body` with each query, and whether no other is there yet.
    ///
    /// Blanks around a query are not part of it; lines without anything else are left out.
    ///
    /// - Throws: ``Failure`` for text that is not UTF-8 or too long, `FileError` for a file that cannot be read.
    func forEach(_ body: (String, _ isLast: Bool) throws -> Void) throws {
        for (index, query) in arguments.enumerated() {
            // Arguments that are not UTF-8 arrive with U+FFFD in them.
            guard !query.unicodeScalars.contains("\u{FFFD}") else {
                throw Failure(.badData, .illFormedQuery(query))
            }
            try body(checked(query), index == arguments.count - 1 && path == nil)
        }
        guard let path else { return }
        var lines = TextLines(try Opening.reader(path))
        while let line = try lines.next() {
            let query = trimmed(line)
            if !query.isEmpty { try body(checked(query), !lines.hasLine) }
        }
    }

    /// `query`, unless it is too long.
    private func checked(_ query: String) throws -> String {
        let length = query.utf8.count
        guard length <= LookupQueries.lengthLimit else {
            throw Failure(.badData, .longQuery(length, limit: LookupQueries.lengthLimit))
        }
        return query
    }

    /// `text` without the blanks around it.
    private func trimmed(_ text: String) -> String {
        var scalars = text.unicodeScalars[...]
        while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
        while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
        return String(scalars)
    }
}
