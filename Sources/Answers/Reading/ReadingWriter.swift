public import Diagnostics

/// Writes a text that was read word by word.
///
///     let page = AnswerText()
///     try ReadingWriter(.text, columns: 80).write(reading, to: page)
public struct ReadingWriter {
    private let format: AnswerFormat
    private let language: Wording.Language
    private let isColoured: Bool
    private let columns: Int

    /// A writer of one of the forms.
    ///
    /// - Parameters:
    ///   - format: The form.
    ///   - language: In which language text has its remarks.
    ///   - isColoured: Whether text has the escape sequences of a terminal.
    ///   - columns: How wide text is at most.
    public init(
        _ format: AnswerFormat, in language: Wording.Language = .english, isColoured: Bool = false,
        columns: Int = 80
    ) {
        self.format = format
        self.language = language
        self.isColoured = isColoured
        self.columns = columns
    }

    /// Writes `reading`.
    public func write(_ reading: Reading, to sink: any AnswerSink) throws {
        switch format {
        case .text:
            var text = ReadingText(language, isColoured: isColoured, columns: columns)
            for line in text.lines(of: reading) { try sink.line(line) }
        case .json: try sink.line(reading.json.text())
        case .tsv:
            for row in reading.rows { try sink.line(row) }
        }
    }

    /// The rows that show `reading` from the code point `offset` on, without remarks below them.
    ///
    /// They begin with the row of the text in which that is.
    ///
    /// - Parameters:
    ///   - reading: What was read.
    ///   - offset: How many code points stand before the place.
    /// - Returns: Rows of the width of the writer, with empty ones between the sentences.
    public func rows(of reading: Reading, from offset: Int) -> [String] {
        var text = ReadingText(language, isColoured: isColoured, columns: columns)
        let blocks = text.blocks(of: reading)
        let first = blocks.lastIndex { $0.offset <= offset } ?? 0
        return Array(blocks[min(first, blocks.count)...].map(\.rows).joined(separator: [""]))
    }
}
