/// A line of the editor of which the words are looked up.
///
///     editor.lineToRead?.text  // "nước chảy"
public struct LineToRead: Hashable, Sendable {
    /// The line with what is being composed in it; a part of it around the caret when it is very long.
    public let text: String
    /// How many code points stand before the caret.
    public let caret: Int
    /// The language of the keymap in use, a BCP 47 tag; nil without a keymap.
    public let language: String?
    /// How many cells a row has at most.
    public let columns: Int
}

/// Looks up the words of a line of the editor.
///
/// ``EditorLoop`` asks it when the user wants to see them; the editor itself knows no dictionary.
public protocol LineReader {
    /// The rows that show the words of `line`, those at the caret first.
    ///
    /// It is asked after every key, so an answer should take a few milliseconds.
    mutating func rows(for line: LineToRead) -> [String]
}
