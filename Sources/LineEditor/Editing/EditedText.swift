/// A text of several lines with a caret, and the changes that can be undone.
///
///     var text = EditedText()
///     text.insert("ia\npít")
///     text.undo()
///
/// Lines and letters are counted from 0; a letter is a grapheme cluster.
public struct EditedText: Sendable {
    /// A position between two letters.
    public struct Position: Hashable, Comparable, Sendable {
        /// The line.
        public var row: Int
        /// How many letters of the line stand before it.
        public var letter: Int

        /// The place in the line `row` after `letter` letters.
        public init(row: Int, letter: Int) {
            self.row = row
            self.letter = letter
        }

        /// Whether `left` comes first.
        public static func < (left: Position, right: Position) -> Bool {
            (left.row, left.letter) < (right.row, right.letter)
        }
    }

    /// Lines that replaced others.
    private struct Change: Sendable {
        var row: Int
        var before: [String]
        var after: [String]
        var caretBefore: Position
        var caretAfter: Position
        var isTyping: Bool
    }

    private var lines: [String]
    private var line: EditLine
    /// The line the caret is in.
    public private(set) var row = 0
    private var undone: [Change] = []
    private var done: [Change] = []
    private var mayJoin = false
    private var savedAt: Int? = 0

    /// How many changes can be undone.
    private static let depth = 2000

    /// The text `text`, whose lines end with LF, with the caret at its start.
    public init(_ text: String = "") {
        lines = EditedText.pieces(of: text)
        line = EditLine(lines[0])
        line.moveCaret(to: 0)
    }

    /// The lines of `text`.
    ///
    /// CR and LF together are one letter to Swift, so bytes are looked at.
    private static func pieces(of text: String) -> [String] {
        text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
    }

    /// How many lines there are; at least one.
    public var count: Int { lines.count }

    /// The text of the line `row`, or an empty one outside.
    public subscript(row: Int) -> String { lines.indices.contains(row) ? lines[row] : "" }

    /// The line the caret is in.
    public var current: EditLine { line }

    /// The whole text, its lines joined by LF.
    public var text: String { lines.joined(separator: "\n") }

    /// Whether there is no text at all.
    public var isEmpty: Bool { lines.count == 1 && lines[0].isEmpty }

    /// Where the caret is.
    public var caret: Position { Position(row: row, letter: line.caret) }

    /// Whether the text differs from what was last saved.
    public var isChanged: Bool { savedAt != done.count }

    /// Remembers that the text as it is now has been saved.
    public mutating func markSaved() {
        savedAt = done.count
        mayJoin = false
    }

    // MARK: The caret

    /// Moves the caret to `position`, or as near as possible.
    public mutating func moveCaret(to position: Position) {
        mayJoin = false
        place(position)
    }

    private mutating func place(_ position: Position) {
        let target = min(max(position.row, 0), lines.count - 1)
        // Bytes are compared, because canonically equivalent texts are equal to Swift.
        if target != row || !line.text.utf8.elementsEqual(lines[target].utf8) {
            row = target
            line = EditLine(lines[target])
        }
        line.moveCaret(to: position.letter)
    }

    /// Moves the caret one letter back, over a line end too.
    public mutating func moveBackward() {
        if line.caret > 0 {
            moveCaret(to: Position(row: row, letter: line.caret - 1))
        } else if row > 0 {
            moveCaret(to: Position(row: row - 1, letter: Int.max))
        }
    }

    /// Moves the caret one letter on, over a line end too.
    public mutating func moveForward() {
        if line.caret < line.letters.count {
            moveCaret(to: Position(row: row, letter: line.caret + 1))
        } else if row < lines.count - 1 {
            moveCaret(to: Position(row: row + 1, letter: 0))
        }
    }

    /// Moves the caret to the start of the word before it.
    public mutating func moveWordBackward() {
        if line.caret == 0 { return moveBackward() }
        moveCaret(to: Position(row: row, letter: line.wordStart))
    }

    /// Moves the caret to the end of the word after it.
    public mutating func moveWordForward() {
        if line.caret == line.letters.count { return moveForward() }
        moveCaret(to: Position(row: row, letter: line.wordEnd))
    }

    // MARK: Changes

    /// Puts `text` before the caret; LF in it ends lines.
    public mutating func insert(_ text: String) {
        guard !text.isEmpty else { return }
        let pieces = EditedText.pieces(of: text)
        guard pieces.count > 1, let first = pieces.first, let last = pieces.last else {
            var changed = line
            changed.insert(text)
            replace(1, with: [changed.text], caret: Position(row: row, letter: changed.caret), isTyping: true)
            return
        }
        var end = EditLine(line.textAfterCaret)
        end.moveCaret(to: 0)
        end.insert(last)
        let inserted = [line.textBeforeCaret + first] + pieces.dropFirst().dropLast() + [end.text]
        replace(1, with: inserted, caret: Position(row: row + inserted.count - 1, letter: end.caret))
    }

    /// Deletes the letter before the caret or its last sign, or joins the line to the one before.
    @discardableResult
    public mutating func deleteBackward() -> Bool {
        if line.caret > 0 {
            var changed = line
            changed.deleteBackward()
            replace(1, with: [changed.text], caret: Position(row: row, letter: changed.caret))
            return true
        }
        guard row > 0 else { return false }
        moveBackward()
        return deleteForward()
    }

    /// Deletes the letter after the caret, or joins the next line to this one.
    @discardableResult
    public mutating func deleteForward() -> Bool {
        if line.caret < line.letters.count { return remove(letters: line.caret..<line.caret + 1) != nil }
        guard row < lines.count - 1 else { return false }
        let letter = line.caret
        replace(2, with: [line.text + lines[row + 1]], caret: Position(row: row, letter: letter))
        return true
    }

    /// Cuts the rest of the line, or its end when there is no rest, and returns it.
    public mutating func killToEnd() -> String {
        if line.caret < line.letters.count { return remove(letters: line.caret..<line.letters.count) ?? "" }
        return deleteForward() ? "\n" : ""
    }

    /// Cuts the line before the caret and returns it.
    public mutating func killToStart() -> String { remove(letters: 0..<line.caret) ?? "" }

    /// Cuts the word before the caret and returns it.
    public mutating func killWord() -> String {
        if line.caret == 0 { return deleteBackward() ? "\n" : "" }
        return remove(letters: line.wordStart..<line.caret) ?? ""
    }

    /// Replaces the line the caret is in by `text`.
    public mutating func replaceLine(with text: String) {
        replace(1, with: [text], caret: Position(row: row, letter: Int.max))
    }

    /// Replaces the whole text by `text`, with the caret at its start.
    public mutating func replaceAll(with text: String) {
        place(Position(row: 0, letter: 0))
        replace(lines.count, with: EditedText.pieces(of: text), caret: Position(row: 0, letter: 0))
    }

    private mutating func remove(letters range: Range<Int>) -> String? {
        guard !range.isEmpty else { return nil }
        var changed = line
        let text = changed.remove(range)
        replace(1, with: [changed.text], caret: Position(row: row, letter: changed.caret))
        return text
    }

    /// Replaces `count` lines from the caret's on by `after`, and remembers the change.
    private mutating func replace(_ count: Int, with after: [String], caret: Position, isTyping: Bool = false)
    {
        let range = row..<min(row + count, lines.count)
        var change = Change(
            row: row, before: Array(lines[range]), after: after, caretBefore: self.caret, caretAfter: caret,
            isTyping: isTyping)
        lines.replaceSubrange(range, with: after)
        place(caret)
        change.caretAfter = self.caret
        undone = []
        if let saved = savedAt, saved > done.count { savedAt = nil }
        if isTyping, mayJoin, let last = done.last, last.isTyping, last.row == change.row,
            last.caretAfter == change.caretBefore, savedAt != done.count
        {
            change.before = last.before
            change.caretBefore = last.caretBefore
            done.removeLast()
        }
        done.append(change)
        if done.count > EditedText.depth {
            done.removeFirst()
            savedAt = savedAt.flatMap { $0 > 0 ? $0 - 1 : nil }
        }
        // A blank ends a stretch of typing, so that words are undone one by one.
        mayJoin = isTyping && line.textBeforeCaret.last?.isWhitespace != true
    }

    /// Undoes the last change; false when there is none.
    @discardableResult
    public mutating func undo() -> Bool {
        guard let change = done.popLast() else { return false }
        lines.replaceSubrange(change.row..<change.row + change.after.count, with: change.before)
        undone.append(change)
        mayJoin = false
        place(change.caretBefore)
        return true
    }

    /// Redoes the change that was undone last; false when there is none.
    @discardableResult
    public mutating func redo() -> Bool {
        guard let change = undone.popLast() else { return false }
        lines.replaceSubrange(change.row..<change.row + change.before.count, with: change.after)
        done.append(change)
        mayJoin = false
        place(change.caretAfter)
        return true
    }
}
