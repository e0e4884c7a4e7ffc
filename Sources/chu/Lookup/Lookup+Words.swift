import Answers
import Diagnostics
import Files
import LineEditor

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

extension Lookup {
    /// How many bytes a text has at most that is read word by word: a long book.
    private static let textLimit = 4 << 20

    /// Reads the text word by word, and writes it with the words found to standard output.
    func readWords(_ question: Question, _ lexicons: NamedLexicons) throws {
        let reading = lexicons.reading(of: try runningText(), from: question.from, to: question.to)
        let output = Output(pager: isPaged && format == .text ? Pager() : nil)
        let writer = ReadingWriter(
            format, in: Surroundings.language, isColoured: Output.isColoured,
            columns: isatty(STDOUT_FILENO) == 1 ? Terminal.size.columns : 80)
        do {
            try writer.write(reading, to: output)
            try output.close()
        } catch {
            try? output.close()
            throw error
        }
        if reading.isEmpty { throw Failure(.nothingFound) }
    }

    /// The words on the command line as one line, then the lines of the file, or of standard input when there is nothing
    /// else.
    ///
    /// A single argument that names a file is that file.
    private func runningText() throws -> String {
        var lines: [String] = []
        var path = file ?? (queries.isEmpty ? "-" : nil)
        if path == nil, queries.count == 1, Path.isFile(queries[0]) {
            path = queries[0]
        } else if !queries.isEmpty {
            let line = queries.joined(separator: " ")
            guard !line.unicodeScalars.contains("\u{FFFD}") else {
                throw Failure(.badData, .illFormedQuery(line))
            }
            lines.append(line)
        }
        guard let path else { return lines[0] }
        var length = 0
        var source = TextLines(try Opening.reader(path))
        while let line = try source.next() {
            length += line.utf8.count + 1
            guard length <= Lookup.textLimit else {
                throw Failure(.badData, .longText(source.name, limit: Lookup.textLimit))
            }
            lines.append(line)
        }
        return lines.joined(separator: "\n")
    }
}
