/// What an application says stands before the caret.
///
/// Only the end of it is kept: enough to recognise a word.
struct SurroundingText: Sendable {
    /// How many bytes are kept.
    static let limit = 256

    /// The last bytes before the caret, whole code points; nil when it is not known or something is selected.
    private(set) var before: [UInt8]?

    /// Takes what the application says.
    ///
    /// - Parameters:
    ///   - text: The text, well-formed UTF-8; nil when it is not known any more.
    ///   - caret: Where the caret is, in code points from the beginning.
    ///   - anchor: The other end of the selection.
    /// - Returns: False when there is no such place in the text; it is taken as unknown then.
    mutating func set(_ text: Span<UInt8>?, caret: Int, anchor: Int) -> Bool {
        before = nil
        guard let text else { return true }
        var end = 0
        var points = 0
        while end < text.count, points < caret || text[end] & 0xC0 == 0x80 {
            if text[end] & 0xC0 != 0x80 { points += 1 }
            end += 1
        }
        guard points == caret else { return false }
        guard caret == anchor else { return true }
        var start = max(0, end - SurroundingText.limit)
        while start < end, text[start] & 0xC0 == 0x80 { start += 1 }
        before = (start..<end).map { text[$0] }
        return true
    }

    /// Forgets it.
    mutating func forget() { before = nil }

    /// Whether it is known, and ends with `bytes`.
    func ends(with bytes: [UInt8]) -> Bool {
        guard let before, before.count >= bytes.count else { return false }
        return before.suffix(bytes.count) == bytes[...]
    }
}
