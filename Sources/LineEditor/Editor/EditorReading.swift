import Composition
import Engine

/// The words of the current line in another language, below the text.
extension Editor {
    /// How many letters are read on either side of the caret.
    private static let readLetters = 1000

    /// The line whose words are wanted; nil when they are not shown, or are shown already.
    ///
    /// - Complexity: O(letters of the line).
    public var lineToRead: LineToRead? {
        guard isReadingShown, question == .none else { return nil }
        let line = document.current
        let caret = document.caret.letter
        let before = line.letters[max(0, caret - Editor.readLetters)..<caret].joined() + preedit
        let after = line.letters[caret..<min(line.letters.count, caret + Editor.readLetters)].joined()
        let wanted = LineToRead(
            text: before + after, caret: before.unicodeScalars.count,
            language: active.map { keymaps[$0].engine.keymap.info.language }, columns: columns - 1)
        return wanted == lineRead ? nil : wanted
    }

    /// Shows `rows`, the words of `line`, until another line is read.
    ///
    ///     if let line = editor.lineToRead { editor.show(reader.rows(for: line), of: line) }
    ///
    /// - Parameters:
    ///   - rows: Rows of the screen, none wider than the line says.
    ///   - line: What ``lineToRead`` was.
    public mutating func show(_ rows: [String], of line: LineToRead) {
        reading = rows
        lineRead = line
        scroll()
    }

    /// Shows the words of the line, or hides them.
    mutating func toggleReading() {
        isReadingShown.toggle()
        reading = []
        lineRead = nil
    }

    /// The rows of the words that there is room for.
    var readingRows: [String] {
        guard isReadingShown, rows > 5 else { return [] }
        return reading.prefix(max(3, rows / 2)).map { " " + $0 }
    }
}
