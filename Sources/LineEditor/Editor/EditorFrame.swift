import Text
import Composition
import Engine

/// How the editor looks.
///
/// From the top: the text, the preedit underlined in it; the candidates, or the words of the line, or the help; the status.
extension Editor {
    private enum Style {
        static let plain = "\u{1B}[0m"
        static let underlined = "\u{1B}[4m"
        static let inverse = "\u{1B}[7m"
        static let dim = "\u{1B}[2m"
        static let bold = "\u{1B}[1m"
    }

    /// What the terminal is to show.
    ///
    /// - Complexity: O(letters on the screen).
    public func frame() -> Frame {
        let height = textRows
        var shown: [String] = []
        var cursor = (row: 0, column: 0)
        var line = top.row
        var skipped = top.letter
        while shown.count < height, line < document.count {
            let isCurrent = line == document.row
            let layout = layout(ofLine: line)
            let preedit = isCurrent ? preeditRange : 0..<0
            if isCurrent {
                let place = layout.position(after: preedit.upperBound)
                cursor = (shown.count + place.row - skipped, place.column)
            }
            for row in layout.rows.dropFirst(skipped) where shown.count < height {
                shown.append(draw(layout.cells, row, underlined: preedit))
            }
            skipped = 0
            line += 1
        }
        while shown.count < height { shown.append("\(Style.dim)~\(Style.plain)") }
        shown += panel
        shown.append(status)
        let row = min(max(cursor.row, 0), height - 1)
        return Frame(
            rows: shown.map { Editor.wrapping($0, at: columns) }, cursorRow: row,
            cursorColumn: min(cursor.column, columns - 1))
    }

    /// `row` with the terminal's wrapping switched on for a letter with marks in the last column.
    ///
    /// Without it the cursor of tmux stays on that column, and marks go to the letter before it.
    private static func wrapping(_ row: String, at columns: Int) -> String {
        let scalars = row.unicodeScalars
        var width = 0
        var isEscape = false
        var last = scalars.endIndex
        var hasMark = false
        for index in scalars.indices {
            let scalar = scalars[index]
            if scalar == "\u{1B}" { isEscape = true }
            if isEscape {
                isEscape = !scalar.properties.isAlphabetic
                continue
            }
            let own = DisplayWidth.of(scalar)
            width += own
            if own > 0 { last = index }
            hasMark = own == 0
        }
        guard hasMark, width == columns, last < scalars.endIndex else { return row }
        return "\(row[..<last])\u{1B}[?7h\(row[last...])\u{1B}[?7l"
    }

    /// The letters of the line the caret is in, with the preedit among them.
    private var preeditRange: Range<Int> {
        let start = document.caret.letter
        return start..<start + preedit.letters.count
    }

    private func layout(ofLine line: Int) -> Layout {
        guard line == document.row else { return Layout(document[line].letters, width: columns) }
        let letters = document.current.letters
        let caret = document.caret.letter
        return Layout(Array(letters[..<caret]) + preedit.letters + Array(letters[caret...]), width: columns)
    }

    private func draw(_ cells: [Layout.Cell], _ range: Range<Int>, underlined: Range<Int>) -> String {
        var text = ""
        for index in range {
            if index == underlined.lowerBound || index == range.lowerBound, underlined.contains(index) {
                text += Style.underlined
            }
            text += cells[index].text
            if index == underlined.upperBound - 1, underlined.contains(index) { text += Style.plain }
        }
        return text
    }

    /// Moves the part of the document that is shown, so that the caret is in it.
    mutating func scroll() {
        let height = textRows
        let here = layout(ofLine: document.row).position(after: preeditRange.upperBound)
        let caret = EditedText.Position(row: document.row, letter: here.row)
        if top.row >= document.count { top = .init(row: document.count - 1, letter: 0) }
        if caret < top {
            top = caret
            return
        }
        // From the caret up, as many rows as fit; what is shown must not begin before that.
        var first = caret
        var left = height - 1
        while left > 0 {
            if first.letter >= left {
                first.letter -= left
                left = 0
            } else {
                left -= first.letter + 1
                guard first.row > 0 else { return }
                first.row -= 1
                first.letter = layout(ofLine: first.row).rows.count - 1
            }
        }
        if top < first { top = first }
    }

    /// The rows between the text and the status: help, or candidates, or the words of the line.
    var panel: [String] {
        if isHelpShown {
            return sentences.help.prefix(max(rows - 2, 0)).map {
                " " + DisplayWidth.truncated($0, to: columns - 2)
            }
        }
        guard !candidates.isEmpty, rows > 4 else { return readingRows }
        let room = min(candidates.count, rows - 3)
        let width = min(candidates.map { DisplayWidth.of($0.text) }.max() ?? 0, columns / 2)
        return candidates.prefix(room).enumerated().map { index, candidate in
            let word = DisplayWidth.padded(DisplayWidth.truncated(candidate.text, to: width), to: width)
            let gloss = DisplayWidth.truncated(
                Editor.tidied(candidate.gloss), to: max(columns - width - 7, 0))
            let row = DisplayWidth.truncated("\(index + 1)  \(word)  \(gloss)", to: columns - 3)
            return index == session?.page?.highlighted
                ? " \(Style.inverse) \(row) \(Style.plain)" : "  \(row)"
        }
    }

    /// A text from a file, with blanks for control characters, which a terminal would obey.
    private static func tidied(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            result.append(scalar.isControl ? " " : scalar)
        }
        return String(result)
    }

    /// The last row: the keymap, the file, and what there is to say.
    private var status: String {
        switch question {
        case .none: break
        case .confirmQuit: return inverse(sentences.confirmQuit)
        case .restore: return inverse(sentences.restore)
        }
        let mark = fileName != nil && document.isChanged ? " *" : ""
        let file = "\(fileName ?? sentences.noFile)\(mark)"
        let name = active.map { keymaps[$0].name } ?? sentences.noKeymap
        let title = active.map { " \(keymaps[$0].engine.keymap.info.title)" } ?? ""
        let place = "\(document.caret.row + 1):\(document.caret.letter + 1)"
        let keys =
            isReadingShown
            ? sentences.readingKeys : fileName == nil ? sentences.keysWithoutFile : sentences.keysWithFile
        let said = message ?? session?.page.map { candidateKeys($0) } ?? keys
        // If there is not room for all, the least needed parts are left out first.
        let choices = [
            [file, name + title, place, said], [file, name, place, said], [file, name, said], [file, said],
        ]
        let joined = choices.map { $0.joined(separator: " │ ") }
        return inverse(joined.first { DisplayWidth.of($0) < columns - 1 } ?? (message ?? joined[2]))
    }

    private func candidateKeys(_ page: CandidatePage) -> String {
        sentences.candidateKeys + (page.pageCount > 1 ? " · \(page.page + 1)/\(page.pageCount)" : "")
    }

    private func inverse(_ text: String) -> String {
        let text = DisplayWidth.truncated(" " + Editor.tidied(text), to: columns)
        return Style.inverse + DisplayWidth.padded(text, to: columns) + Style.plain
    }
}
