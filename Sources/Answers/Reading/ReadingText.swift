import Diagnostics
import Lexicon
import Text

/// A text with the words for its parts below them, as linguists set a text between the lines.
///
///     Trâu  uống  nước.
///     kbao  mnăm  êa
///
/// A sentence begins a new block, and a block is as wide as the terminal.
struct ReadingText {
    private let language: Wording.Language
    private let isColoured: Bool
    private let columns: Int
    private var marks = Marks()

    /// The marks that stand somewhere in the text, to be explained below it.
    private struct Marks {
        var concept = false
        var through = false
        var classifier = false
        var forms: [LexiconInfo.Transliteration] = []
    }

    /// A part of the text with what stands below it.
    private struct Column {
        let word: String
        let below: [String]
        let width: Int

        init(_ word: String, _ below: [String]) {
            self.word = word
            self.below = below
            var width = DisplayWidth.of(word)
            for text in below { width = max(width, DisplayWidth.of(text)) }
            self.width = width
        }
    }

    /// How wide what stands below a part is at most.
    private static let widest = 28
    private static let unknownSign = "?"
    private static let classifierSign = "·"

    init(_ language: Wording.Language, isColoured: Bool, columns: Int) {
        self.language = language
        self.isColoured = isColoured
        self.columns = max(20, columns)
    }

    /// The lines of `reading`, with the marks explained and the sources named at the end.
    mutating func lines(of reading: Reading) -> [String] {
        blocks(of: reading).map(\.rows).joined(separator: [""]) + remarks(on: reading)
    }

    /// A part of the text that stands in one row, with the words below it.
    struct Block {
        /// How many code points stand before it in the text.
        let offset: Int
        let rows: [String]
    }

    /// The text in rows.
    mutating func blocks(of reading: Reading) -> [Block] {
        var blocks: [Block] = []
        var row: [Column] = []
        var width = 0
        var offset = 0
        func end() {
            if !row.isEmpty { blocks.append(Block(offset: offset, rows: rows(of: row))) }
            (row, width) = ([], 0)
        }
        for (word, piece) in zip(reading.words, pieces(of: reading)) {
            let column = Column(piece, below(word))
            if word.beginsLine || !row.isEmpty && width + 2 + column.width > columns { end() }
            if row.isEmpty { offset = word.offset }
            width += column.width + (row.isEmpty ? 0 : 2)
            row.append(column)
        }
        end()
        return blocks
    }

    /// The parts with the signs that stand around them.
    private func pieces(of reading: Reading) -> [String] {
        let scalars = reading.text.unicodeScalars
        var pieces: [String] = []
        var last = scalars.startIndex
        for word in reading.words {
            let between = scalars[last..<word.segment.range.lowerBound]
            // What follows a part without a blank belongs to it, and the rest to the part behind.
            let blank = between.firstIndex { $0.properties.isWhitespace } ?? between.endIndex
            let end = pieces.isEmpty ? between.startIndex : blank
            if !pieces.isEmpty { pieces[pieces.count - 1] += visible(between[..<end]) }
            pieces.append(visible(between[end...]) + visible(scalars[word.segment.range]))
            last = word.segment.range.upperBound
        }
        if !pieces.isEmpty { pieces[pieces.count - 1] += visible(scalars[last...]) }
        return pieces
    }

    /// The text without line ends, and with single blanks inside.
    private func visible(_ scalars: Substring.UnicodeScalarView) -> String {
        String(scalars).split { $0.isWhitespace }.map(String.init).text(parted: " ").withVisibleControls
    }

    /// The words for a part, each with its mark.
    private mutating func below(_ word: Reading.Word) -> [String] {
        var below: [String] = []
        if word.isClassifier {
            marks.classifier = true
            below.append(ReadingText.classifierSign)
        }
        for counterpart in word.counterparts {
            var text = mark(counterpart) + counterpart.text.withVisibleControls
            if !counterpart.isInLanguageWanted { text += " (\(counterpart.language))" }
            below.append(DisplayWidth.truncated(text, to: ReadingText.widest))
        }
        if below.isEmpty, word.segment.kind != .name {
            below.append(ReadingText.unknownSign)
        }
        return below
    }

    private mutating func mark(_ counterpart: Counterpart) -> String {
        switch counterpart.way {
        case .throughConcept, .throughLanguage:
            marks.through = true
            return "⇢"
        case .rules:
            for shown in counterpart.result.shownTransliterations {
                let rules = counterpart.result.info.transliterations.first { $0.form == shown.form }
                if let rules, !marks.forms.contains(rules) { marks.forms.append(rules) }
            }
            return "~"
        default:
            guard counterpart.method == .concept else { return "" }
            marks.concept = true
            return "≈"
        }
    }

    /// The rows of a block: the text, then the best words for its parts, then others.
    private func rows(of row: [Column]) -> [String] {
        let depth = row.map(\.below.count).max() ?? 0
        return (0...depth).map { level in
            var line = ""
            var blanks = 0
            for column in row {
                let cells = level == 0 ? [column.word] : column.below
                let place = max(0, level - 1)
                let cell = place < cells.count ? cells[place] : ""
                if !cell.isEmpty { line += String(repeating: " ", count: blanks) + styled(cell, level) }
                blanks = (cell.isEmpty ? blanks : 0) + column.width - DisplayWidth.of(cell) + 2
            }
            return line
        }
    }

    private func styled(_ cell: String, _ level: Int) -> String {
        switch level {
        case 0: cell
        case 1 where cell != ReadingText.unknownSign: colour("35", cell)
        default: dim(cell)
        }
    }

    /// What is unknown, what the marks mean, and the sources.
    private func remarks(on reading: Reading) -> [String] {
        var lines: [String] = []
        func list(_ kind: Segment.Kind, _ label: ReadingWords) {
            var words: [String] = []
            for word in reading.words
            where word.segment.kind == kind && word.counterparts.isEmpty && !word.isClassifier {
                let text = word.beginsSentence ? word.segment.text.lowercased() : word.segment.text
                if !words.contains(text) { words.append(text) }
            }
            guard !words.isEmpty else { return }
            let text = words.text(parted: ", ").withVisibleControls
            lines += wrapped("\(label.wording.text(in: language)): \(text)", indent: 2)
        }
        list(.unknown, .unknown)
        list(.elsewhere, .elsewhere)
        var notes: [Wording] = []
        if marks.classifier { notes.append(ReadingWords.classifierMark.wording) }
        if marks.through { notes.append(AnswerWords.throughMark.wording) }
        if marks.concept { notes.append(AnswerWords.conceptMark.wording) }
        if !marks.forms.isEmpty { notes.append(AnswerWords.transliterationMark(marks.forms).wording) }
        for note in notes { lines += wrapped(note.text(in: language), indent: 2).map(dim) }
        var sources: [LexiconInfo.Source] = []
        for result in reading.words.flatMap({ $0.counterparts.map(\.result) }) {
            guard let id = result.entry.source,
                let source = result.info.sources.first(where: { $0.id == id }), !sources.contains(source)
            else { continue }
            sources.append(source)
        }
        if !sources.isEmpty {
            lines.append(dim(AnswerWords.sources.wording.text(in: language) + ":"))
            let width = sources.map { DisplayWidth.of($0.id) }.max() ?? 0
            for source in sources {
                let label = "  \(DisplayWidth.padded(source.id, to: width))  "
                lines += wrapped(source.text, label: label, indent: width + 4).map(dim)
            }
        }
        return lines.isEmpty ? [] : [""] + lines
    }

    /// `text` in lines of the width there is, behind `label` and below it indented by `indent`.
    private func wrapped(_ text: String, label: String = "", indent: Int) -> [String] {
        var lines = [label]
        var width = DisplayWidth.of(label)
        var isBegun = false
        for word in text.split(separator: " ") {
            let length = DisplayWidth.of(String(word))
            if isBegun, width + 1 + length > columns {
                lines.append(String(repeating: " ", count: indent) + word)
                width = indent + length
            } else {
                lines[lines.count - 1] += (isBegun ? " " : "") + word
                width += length + (isBegun ? 1 : 0)
            }
            isBegun = true
        }
        return lines
    }

    private func colour(_ number: String, _ text: String) -> String {
        isColoured ? "\u{1B}[\(number)m\(text)\u{1B}[0m" : text
    }

    private func dim(_ text: String) -> String { colour("2", text) }
}
