extension Diagnostic {
    /// The diagnostic as people read it: place, message, source line, caret, fix-its and notes.
    ///
    ///     Keymaps/tyz-Latn/telex.keymap:14:1: error: letter 'â' is declared twice [keymap.duplicate-letter]
    ///     14 | â = aa
    ///        | ^
    ///        = fix-it: remove this declaration
    ///
    /// - Parameter color: Whether to colour it for a terminal.
    public func rendered(color: Bool = false) -> String {
        var lines = Diagnostic.block(severity.rawValue, message, id, text, range, color)
        let indent = String(repeating: " ", count: String(place.line).count)
        for fixIt in fixIts { lines.append("\(indent) = fix-it: \(fixIt.message)") }
        for note in notes {
            lines += Diagnostic.block("note", note.message, id, note.text, note.range, color)
        }
        return lines.joined(separator: "\n")
    }

    private static func block(
        _ severity: String, _ message: String, _ id: String, _ text: SourceText, _ range: Range<Int>,
        _ color: Bool
    ) -> [String] {
        let place = text.place(of: range.lowerBound)
        let bold = color ? "\u{1B}[1m" : ""
        let tint =
            color
            ? (severity == "error" ? "\u{1B}[1;31m" : severity == "warning" ? "\u{1B}[1;35m" : "\u{1B}[1;36m")
            : ""
        let plain = color ? "\u{1B}[0m" : ""
        var lines = [
            "\(bold)\(text.path):\(place):\(plain) \(tint)\(severity):\(plain) \(bold)\(message)\(plain) [\(id)]"
        ]
        let line = text.lineRange(place.line - 1)
        guard !line.isEmpty else { return lines }
        let start = min(max(range.lowerBound, line.lowerBound), line.upperBound)
        let end = min(max(range.upperBound, start), line.upperBound)
        // Tabs are kept in front of the caret, so that it stands below its letter whatever their width.
        let before = text.text(line.lowerBound..<start).map { $0 == "\t" ? "\t" : spaces($0) }.joined()
        let marked = text.text(start..<end).map(columns).reduce(0, +)
        let caret = "^" + String(repeating: "~", count: max(0, marked - 1))
        let number = String(place.line)
        let indent = String(repeating: " ", count: number.count)
        lines.append("\(number) | \(text.text(line))")
        lines.append("\(indent) | \(before)\(tint)\(caret)\(plain)")
        return lines
    }

    private static func spaces(_ character: Character) -> String {
        String(repeating: " ", count: columns(character))
    }

    /// How many columns a grapheme cluster takes in a terminal, by its first code point.
    static func columns(_ character: Character) -> Int {
        guard let scalar = character.unicodeScalars.first else { return 0 }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
            0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF,
            0x20000...0x3FFFD:
            return 2
        default:
            return 1
        }
    }
}

/// Text quoted in a message: combining marks that stand alone are shown on ◌ with their code point.
///
///     quoted("aa")        // 'aa'
///     quoted("\u{0306}")  // '◌̆' (U+0306)
public func quoted(_ text: String) -> String {
    guard let first = text.unicodeScalars.first else { return "''" }
    let isMark: Bool
    switch first.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: isMark = true
    default: isMark = false
    }
    guard isMark else { return "'\(text)'" }
    let digits = String(first.value, radix: 16, uppercase: true)
    let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return "'\u{25CC}\(text)' (U+\(padded))"
}
