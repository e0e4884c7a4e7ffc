import Diagnostics
import Lexicon
import Text

/// A text with the words for its parts below them, as linguists set a text between the lines.
///
///     Trâu  uống  nước.
///     kbao  mnăm  êa
///
/// A sentence begins a new block; a block is as wide as the terminal.
struct ReadingText {
    private let language: Wording.Language
    private let isColoured: Bool
    private let columns: Int
    private var marks = Marks()

    /// The marks that stand somewhere in the text, to be explained below it.
    private struct Marks {
        var concept = false
        var through = false
        var longer = false
        var unknown = false
        var classifier = false
        var forms: [LexiconInfo.Transliteration] = []
    }

    /// A part of the text with what stands below it.
    private struct Column {
        let word: String
        var below: [String]
        let isWord: Bool
        let width: Int

        init(_ word: String, _ below: [String], isWord: Bool) {
            self.word = word
            self.below = below
            self.isWord = isWord
            width = ([word] + below).map { DisplayWidth.of($0) }.max() ?? 0
        }
    }

    /// How wide what stands below a part is at most.
    private static let widest = 28

    init(_ language: Wording.Language, isColoured: Bool, columns: Int) {
        self.language = language
        self.isColoured = isColoured
        self.columns = max(20, columns)
    }

    /// The lines of `reading`, with the marks explained and the sources named at the end.
    mutating func lines(of reading: Reading) -> [String] {
        var lines: [String] = []
        var row: [Column] = []
        var width = 0
        func end() {
            if row.isEmpty { return }
            if !lines.isEmpty { lines.append("") }
            lines += block(row)
            (row, width) = ([], 0)
        }
        let pieces = shownPieces(of: reading)
        for (word, piece) in zip(reading.words, pieces) {
            if word.beginsSentence { end() }
            let column = Column(piece, below(word), isWord: word.segment.kind != .name)
            if !row.isEmpty, width + 2 + column.width > columns { end() }
            width += column.width + (row.isEmpty ? 0 : 2)
            row.append(column)
        }
        end()
        return lines + remarks(on: reading)
    }

    /// The text of each part with the signs that stand around it.
    private func shownPieces(of reading: Reading) -> [String] {
        let scalars = reading.text.unicodeScalars
        var pieces = reading.words.map { String(scalars[$0.segment.range]) }
        var last = scalars.startIndex
        for index in 0...reading.words.count {
            let next =
                index < reading.words.count ? reading.words[index].segment.range.lowerBound : scalars.endIndex
            let between = String(scalars[last..<next])
            // What follows a part without a blank belongs to it, and the rest to the part behind.
            let parts = between.split(maxSplits: 1, omittingEmptySubsequences: false) { $0.isWhitespace }
            let before = (parts.first ?? "").filter { !$0.isWhitespace }
            let after = (parts.count > 1 ? parts[1] : "").filter { !$0.isWhitespace }
            if index > 0 { pieces[index - 1] += before + (index == reading.words.count ? after : "") }
            if index < reading.words.count {
                pieces[index] = (index == 0 ? before : "") + after + pieces[index]
            }
            if index < reading.words.count { last = reading.words[index].segment.range.upperBound }
        }
        return pieces.map(\.withVisibleControls)
    }

    /// The words for a part, each with its mark.
    private mutating func below(_ word: Reading.Word) -> [String] {
        if word.isClassifier { marks.classifier = true }
        let function = word.isClassifier ? ["·"] : []
        if word.counterparts.isEmpty, function.isEmpty {
            guard word.segment.kind != .name else { return [] }
            marks.unknown = true
            return ["?"]
        }
        return word.counterparts.map { counterpart in
            DisplayWidth.truncated(mark(counterpart) + counterpart.text, to: ReadingText.widest)
        } + function
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
        case .longer:
            marks.longer = true
            return "…"
        default:
            guard counterpart.method == .concept else { return "" }
            marks.concept = true
            return "≈"
        }
    }

    /// The lines of a block: the text, then the best words for its parts, then others.
    private func block(_ row: [Column]) -> [String] {
        let depth = row.map(\.below.count).max() ?? 0
        var lines = [line(row.map { ($0.word, $0.width) }) { $0 }]
        for level in 0..<depth {
            lines.append(
                line(row.map { (level < $0.below.count ? $0.below[level] : "", $0.width) }) {
                    level == 0 && $0 != "?" ? strong($0) : dim($0)
                })
        }
        return lines
    }

    private func line(_ cells: [(text: String, width: Int)], _ style: (String) -> String) -> String {
        var line = ""
        var blanks = 0
        for (text, width) in cells {
            if !text.isEmpty {
                line += String(repeating: " ", count: blanks) + style(text)
                blanks = width - DisplayWidth.of(text) + 2
            } else {
                blanks += width + 2
            }
        }
        return line
    }

    /// What is unknown, what the marks mean, and the sources.
    private func remarks(on reading: Reading) -> [String] {
        var lines: [String] = []
        func list(_ kind: Segment.Kind) -> [String] {
            var words: [String] = []
            for word in reading.words
            where word.segment.kind == kind && word.counterparts.isEmpty && !word.isClassifier {
                let text = word.beginsSentence ? word.segment.text.lowercased() : word.segment.text
                if !words.contains(text) { words.append(text) }
            }
            return words
        }
        for (kind, label) in [
            (Segment.Kind.unknown, AnswerWords.unknownWords), (.elsewhere, .elsewhereWords),
        ] {
            let words = list(kind)
            if !words.isEmpty { lines += wrapped("\(text(label)): ", words) }
        }
        var notes: [Wording] = []
        if marks.unknown { notes.append(ReadingWords.unknownMark.wording) }
        if marks.classifier { notes.append(ReadingWords.classifierMark.wording) }
        if marks.longer { notes.append(ReadingWords.longerMark.wording) }
        if marks.through { notes.append(AnswerWords.throughMark.wording) }
        if marks.concept { notes.append(AnswerWords.conceptMark.wording) }
        if !marks.forms.isEmpty { notes.append(AnswerWords.transliterationMark(marks.forms).wording) }
        lines += notes.map { dim($0.text(in: language)) }
        var sources: [LexiconInfo.Source] = []
        for result in reading.words.flatMap({ $0.counterparts.map(\.result) }) {
            guard let id = result.entry.source ?? result.info.sources.first?.id,
                let source = result.info.sources.first(where: { $0.id == id }), !sources.contains(source)
            else { continue }
            sources.append(source)
        }
        if !sources.isEmpty {
            lines.append(dim(AnswerWords.sources.wording.text(in: language) + ":"))
            let width = sources.map { DisplayWidth.of($0.id) }.max() ?? 0
            lines += sources.map { dim("  \(DisplayWidth.padded($0.id, to: width))  \($0.text)") }
        }
        return lines.isEmpty ? [] : [""] + lines
    }

    /// `words` behind `label`, in lines of the width there is.
    private func wrapped(_ label: String, _ words: [String]) -> [String] {
        var lines = [label]
        for (index, word) in words.enumerated() {
            let word = word.withVisibleControls + (index < words.count - 1 ? "," : "")
            let last = lines[lines.count - 1]
            let isFirst = last == label || last == "  "
            if !isFirst, DisplayWidth.of(last) + 1 + DisplayWidth.of(word) > columns {
                lines.append("  " + word)
            } else {
                lines[lines.count - 1] += (isFirst ? "" : " ") + word
            }
        }
        return lines
    }

    private func strong(_ text: String) -> String { isColoured ? "\u{1B}[35m\(text)\u{1B}[0m" : text }
    private func dim(_ text: String) -> String { isColoured ? "\u{1B}[2m\(text)\u{1B}[0m" : text }
}
