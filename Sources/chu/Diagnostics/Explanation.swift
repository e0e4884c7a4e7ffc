import Diagnostics
import Text

/// A section of an article, laid out for a terminal.
///
///     keymap.duplicate-letter: error
///
///     Two statements declare the same letter. …
///
///         letters vowel
///           â = aa
struct Explanation {
    private let section: ArticleSection
    private let isColoured: Bool

    /// An explanation that `section` gives.
    init(_ section: ArticleSection, color: Bool) {
        self.section = section
        isColoured = color
    }

    /// The lines, none of them wider than `width` but those of examples.
    func lines(width: Int) -> [String] {
        let bold = isColoured ? "\u{1B}[1m" : ""
        let plain = isColoured ? "\u{1B}[0m" : ""
        var lines = ["\(bold)\(section.id)\(plain): \(section.severity.lowercased())"]
        for block in section.blocks {
            lines.append("")
            switch block {
            case .text(let text): lines += Explanation.wrapped(Explanation.plain(text), width)
            case .code(let code): lines += code.map { $0.isEmpty ? "" : "    " + $0 }
            }
        }
        if section.hasNotation { lines += [""] + Explanation.wrapped(Wording.exampleNotation.text, width) }
        return lines
    }

    /// `text` without the marks of Markdown; what they mark as code stands in quotes.
    private static func plain(_ text: String) -> String {
        let pieces = text.split(separator: "`", omittingEmptySubsequences: false)
        guard pieces.count % 2 == 1 else { return text }
        return pieces.enumerated().map { index, piece in
            index % 2 == 0 ? piece.replacing("*", with: "") : "'\(piece)'"
        }.joined()
    }

    private static func wrapped(_ text: String, _ width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
            if !line.isEmpty, DisplayWidth.of(line) + 1 + DisplayWidth.of(String(word)) > width {
                lines.append(line)
                line = ""
            }
            line += line.isEmpty ? String(word) : " \(word)"
        }
        return line.isEmpty ? lines : lines + [line]
    }
}
