public import Composition

/// One line of text with a caret between its letters.
///
///     var line = EditLine("ê\u{306}")
///     line.deleteBackward()  // deletes ê̆ as one
///
/// A letter is a grapheme cluster; in Khmer, with the signs below it. Inserted text joins its neighbours where it must: a mark after a letter becomes part
/// of that letter.
public struct EditLine: Hashable, Sendable {
    /// The letters, in order.
    public private(set) var letters: [String]
    /// How many letters stand before the caret.
    public private(set) var caret: Int

    /// A line of `text`, with the caret at its end.
    public init(_ text: String = "") {
        letters = text.letters
        caret = letters.count
    }

    /// The whole line.
    public var text: String { letters.joined() }
    /// The text before the caret.
    public var textBeforeCaret: String { letters[..<caret].joined() }
    /// The text after the caret.
    public var textAfterCaret: String { letters[caret...].joined() }
    /// Whether there is nothing on the line.
    public var isEmpty: Bool { letters.isEmpty }

    /// Puts the caret after `count` letters, or as near as possible.
    public mutating func moveCaret(to count: Int) { caret = min(max(count, 0), letters.count) }

    /// Puts `text` before the caret.
    ///
    /// - Complexity: O(*text* + letters after the caret).
    public mutating func insert(_ text: String) {
        guard !text.isEmpty else { return }
        let from = max(0, caret - 1)
        let to = min(letters.count, caret + 1)
        let before = (letters[from..<caret].joined() + text).letters
        let joined = (before.joined() + letters[caret..<to].joined()).letters
        letters.replaceSubrange(from..<to, with: joined)
        caret = min(from + before.count, letters.count)
    }

    /// Deletes the letter before the caret, or its last sign in a script that is typed by signs; false at the start of
    /// the line.
    @discardableResult
    public mutating func deleteBackward() -> Bool {
        guard caret > 0 else { return false }
        if let rest = letters[caret - 1].withoutLastSign?.letters {
            letters.replaceSubrange(caret - 1..<caret, with: rest)
            caret += rest.count - 1
        } else {
            remove(caret - 1..<caret)
        }
        return true
    }

    /// Deletes the letter after the caret; false at the end of the line.
    @discardableResult
    public mutating func deleteForward() -> Bool {
        guard caret < letters.count else { return false }
        remove(caret..<caret + 1)
        return true
    }

    /// Removes the letters of `range` and returns their text; the caret is then where they were.
    @discardableResult
    public mutating func remove(_ range: Range<Int>) -> String {
        let range = range.clamped(to: 0..<letters.count)
        let text = letters[range].joined()
        letters.removeSubrange(range)
        caret = range.lowerBound
        // The letters around the gap may be one now: a mark after it joins the letter before it.
        if caret > 0, caret < letters.count {
            let met = (letters[caret - 1] + letters[caret]).letters
            if met.count == 1 { letters.replaceSubrange(caret - 1...caret, with: met) }
        }
        return text
    }

    /// Where the word before the caret begins: blanks are skipped, then what is not a blank.
    public var wordStart: Int {
        var index = caret
        while index > 0, letters[index - 1].isBlank { index -= 1 }
        while index > 0, !letters[index - 1].isBlank { index -= 1 }
        return index
    }

    /// Where the word after the caret ends: blanks are skipped, then what is not a blank.
    public var wordEnd: Int {
        var index = caret
        while index < letters.count, letters[index].isBlank { index += 1 }
        while index < letters.count, !letters[index].isBlank { index += 1 }
        return index
    }

    /// Does what a text field does with a key that the input method passed on.
    ///
    /// - Returns: Whether the key means something inside a line. Return, Tab and keys with Control or Alt do not.
    @discardableResult
    public mutating func apply(_ event: KeyEvent) -> Bool {
        guard !event.modifiers.isCommand else { return false }
        switch event.keysym {
        case .backspace: return deleteBackward()
        case .delete: return deleteForward()
        case .left: moveCaret(to: caret - 1)
        case .right: moveCaret(to: caret + 1)
        case .home: moveCaret(to: 0)
        case .end: moveCaret(to: letters.count)
        default:
            guard let scalar = event.keysym.scalar else { return false }
            insert(String(Character(scalar)))
        }
        return true
    }
}
