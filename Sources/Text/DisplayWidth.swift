/// How many columns text takes on a terminal.
///
///     DisplayWidth.of("người")  // 5
///     DisplayWidth.of("字")     // 2
///     DisplayWidth.of("ê\u{306}")  // 1, the breve stands above
///
/// Terminals lay out code points, not letters: the width of a letter is the sum of its code points', as `wcwidth`
/// counts them. Marks without a width of their own take none; a spacing mark (Khmer ា, Cham ꨳ) takes one. A control
/// character takes none; `withVisibleControls` of a text shows it.
public enum DisplayWidth {
    /// The columns of `text`.
    ///
    /// - Complexity: O(*n*).
    public static func of(_ text: String) -> Int {
        var width = 0
        for scalar in text.unicodeScalars { width += of(scalar) }
        return width
    }

    /// The columns of one grapheme cluster.
    public static func of(_ character: Character) -> Int {
        var width = 0
        for scalar in character.unicodeScalars { width += of(scalar) }
        return width
    }

    /// The columns of one code point.
    public static func of(_ scalar: Unicode.Scalar) -> Int {
        let value = scalar.value
        if value < 0x300 { return value >= 0x20 && value != 0x7F && !(0x80..<0xA0).contains(value) ? 1 : 0 }
        // Latin letters with marks, the commonest case after ASCII.
        if (0x1E00...0x1EFF).contains(value) { return 1 }
        // Hangul vowels and finals join the syllable before them.
        if (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FF).contains(value) { return 0 }
        // Two of these are one flag, which takes two columns.
        if (0x1F1E6...0x1F1FF).contains(value) { return 1 }
        if isWide(value) || scalar.properties.isEmojiPresentation { return 2 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator: return 0
        default: return 1
        }
    }

    /// The beginning of `text` that fits in `columns`, and an ellipsis in the last of them when some is left out.
    public static func truncated(_ text: String, to columns: Int) -> String {
        if of(text) <= columns { return text }
        guard columns > 0 else { return "" }
        var width = 0
        var kept = ""
        for character in text {
            width += of(character)
            if width > columns - 1 { break }
            kept.append(character)
        }
        return kept + "…"
    }

    /// `text` with blanks after it, so that it takes `columns`.
    public static func padded(_ text: String, to columns: Int) -> String {
        text + String(repeating: " ", count: max(0, columns - of(text)))
    }

    private static func isWide(_ value: UInt32) -> Bool {
        if value < 0x1100 { return false }
        var low = 0
        var high = wide.count / 2
        while low < high {
            let middle = (low + high) / 2
            if value > wide[2 * middle + 1] {
                low = middle + 1
            } else if value < wide[2 * middle] {
                high = middle
            } else {
                return true
            }
        }
        return false
    }

    /// Code points whose East_Asian_Width is Wide or Fullwidth, without emoji: the first and the last of each range.
    ///
    /// Gaps of unassigned ones are closed. Plain numbers, because the type of an array of ranges is made at run time, which costs
    /// more than a short lookup.
    private static let wide: [UInt32] = [
        0x1100, 0x115F, 0x2329, 0x232A, 0x2E80, 0x303E, 0x3040, 0x3247, 0x3250, 0x4DBF, 0x4E00, 0xA4CF,
        0xA960, 0xA97F, 0xAC00, 0xD7A3, 0xF900, 0xFAFF, 0xFE10, 0xFE19, 0xFE30, 0xFE6F, 0xFF01, 0xFF60,
        0xFFE0, 0xFFE6, 0x16FE0, 0x18AFF, 0x1AFF0, 0x1B2FF, 0x1F200, 0x1F265, 0x20000, 0x3FFFD,
    ]
}
