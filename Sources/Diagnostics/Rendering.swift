import Text

extension Diagnostic {
    /// The diagnostic as people read it: place, message, source line, caret, fix-its and notes.
    ///
    ///     Keymaps/tyz-Latn/telex.keymap:14:1: error: letter 'â' is declared twice [keymap.duplicate-letter]
    ///     14 | â = aa
    ///        | ^
    ///        = fix-it: remove this declaration
    ///
    /// A fix that is not obvious is a `perhaps` instead of a `fix-it`.
    ///
    /// - Parameters:
    ///   - language: The language of its sentences.
    ///   - color: Whether to colour it for a terminal.
    public func rendered(in language: Wording.Language = .english, color: Bool = false) -> String {
        var lines = Diagnostic.block(severity, wording.text(in: language), id, text, range, language, color)
        let indent = String(repeating: " ", count: String(position.line).count)
        for fixIt in fixIts {
            let label: Wording = fixIt.isObvious ? .fixIt : .perhaps
            lines.append(
                "\(indent) = \(label.text(in: language)): \(fixIt.wording.text(in: language))")
        }
        for note in notes {
            lines += Diagnostic.block(
                .note, note.wording.text(in: language), id, note.text, note.range, language, color)
        }
        return lines.joined(separator: "\n")
    }

    private static func block(
        _ severity: Severity, _ message: String, _ id: String, _ text: SourceText, _ range: Range<Int>,
        _ language: Wording.Language, _ color: Bool
    ) -> [String] {
        let position = text.position(of: range.lowerBound)
        let bold = color ? "\u{1B}[1m" : ""
        let tint =
            color
            ? (severity == .error ? "\u{1B}[1;31m" : severity == .warning ? "\u{1B}[1;35m" : "\u{1B}[1;36m")
            : ""
        let plain = color ? "\u{1B}[0m" : ""
        var lines = [
            "\(bold)\(text.path):\(position):\(plain) \(tint)\(severity.wording.text(in: language)):\(plain) "
                + "\(bold)\(message)\(plain) [\(id)]"
        ]
        let line = text.lineRange(position.line - 1)
        guard !line.isEmpty else { return lines }
        let start = min(max(range.lowerBound, line.lowerBound), line.upperBound)
        let end = min(max(range.upperBound, start), line.upperBound)
        let number = String(position.line)
        let indent = String(repeating: " ", count: number.count)
        let window = ClippedLine(text, line, showing: start..<end)
        // Tabs are kept in front of the caret, so that it stands below its letter whatever their width.
        let before = window.before.map {
            $0 == "\t" ? "\t" : String(repeating: " ", count: DisplayWidth.of($0))
        }.joined()
        let column = width(before, from: number.count + 3)
        let marked = width(window.marked, from: column) - column
        let caret = "^" + String(repeating: "~", count: max(0, marked - 1))
        lines.append("\(number) | \(window.before)\(window.marked)\(window.after)")
        lines.append("\(indent) | \(before)\(tint)\(caret)\(plain)")
        return lines
    }

    /// The column after `text` that begins in `column`, with tabs to every eighth.
    private static func width(_ text: String, from column: Int) -> Int {
        text.reduce(column) { $1 == "\t" ? $0 + 8 - $0 % 8 : $0 + DisplayWidth.of($1) }
    }
}

/// Text quoted in a message: combining marks that stand alone are shown on ◌ with their code point.
///
///     quoted("aa")        // 'aa'
///     quoted("\u{0306}")  // '◌̆' (U+0306)
///     quoted("'bang")     // “'bang”
///
/// A text with an apostrophe at an end stands between other quotes, and a long one is cut.
public func quoted(_ text: String) -> String {
    guard let first = text.unicodeScalars.first else { return "''" }
    let shown = shortened(text)
    let isMark: Bool
    switch first.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: isMark = true
    default: isMark = false
    }
    let apostrophes: [Unicode.Scalar] = ["'", "\u{2018}", "\u{2019}"]
    if apostrophes.contains(first) || text.unicodeScalars.last.map(apostrophes.contains) ?? false {
        return "\u{201C}\(shown)\u{201D}"
    }
    guard isMark else { return "'\(shown)'" }
    return "'\u{25CC}\(shown)' (\(first.codePointName))"
}

/// `text`, or the beginning of a long one.
private func shortened(_ text: String) -> String {
    let limit = 160
    guard text.utf8.count > limit, text.unicodeScalars.count > limit else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit))) + "…"
}
