/// What the screen shows: a text for every row, and where the cursor stands.
public struct Frame: Hashable, Sendable {
    /// The rows from the top, with the escape sequences of their colours; none is wider than the screen.
    public var rows: [String]
    /// The row of the cursor, from 0.
    public var cursorRow: Int
    /// The column of the cursor, from 0.
    public var cursorColumn: Int

    /// A frame.
    public init(rows: [String], cursorRow: Int, cursorColumn: Int) {
        self.rows = rows
        self.cursorRow = cursorRow
        self.cursorColumn = cursorColumn
    }
}

/// Brings a terminal from one frame to the next with as little as possible.
///
///     var screen = Screen()
///     terminal.write(screen.render(frame))  // everything
///     terminal.write(screen.render(frame))  // the cursor only
///
/// Each row is placed by itself, so that a terminal that counts columns differently shows one row wrong and not the whole
/// screen.
public struct Screen: Sendable {
    private var shown: [String]?

    /// A screen of which nothing is known.
    public init() {}

    /// Forgets what is shown, so that everything is drawn next.
    public mutating func invalidate() { shown = nil }

    /// What to send to the terminal so that it shows `frame`.
    public mutating func render(_ frame: Frame) -> String {
        var text = "\u{1B}[?25l"
        if shown == nil { text += "\u{1B}[0m\u{1B}[2J" }
        let before = shown ?? []
        for (index, row) in frame.rows.enumerated() {
            if index < before.count, before[index].utf8.elementsEqual(row.utf8) { continue }
            // The row is emptied first: after a letter in the last column, some terminals would erase that letter.
            text += "\u{1B}[\(index + 1);1H\u{1B}[0m\u{1B}[K\(row)\u{1B}[0m"
        }
        if before.count > frame.rows.count {
            for index in frame.rows.count..<before.count { text += "\u{1B}[\(index + 1);1H\u{1B}[K" }
        }
        shown = frame.rows
        return text + "\u{1B}[\(frame.cursorRow + 1);\(frame.cursorColumn + 1)H\u{1B}[?25h"
    }
}
