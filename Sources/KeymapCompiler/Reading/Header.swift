import Composition
import Diagnostics
import ICU
import Text

/// What a keymap says about itself; needs no other part.
final class Header {
    /// The version of the language that this compiler reads.
    static let languageVersion = 1

    private let reading: Reading
    private(set) var info = KeymapInfo(
        language: "", title: "", version: "", licence: "", status: "draft", sources: [])
    /// Titles in other languages: BCP 47 tag and title.
    private(set) var titles: [(language: String, title: String)] = []
    /// Whether the version of the language is the one that is read.
    private(set) var hasKnownVersion = true
    /// Whether the rest can be read: not when it is written in a later version of the language.
    private(set) var isReadable = true

    init(_ reading: Reading) {
        self.reading = reading
        guard !reading.isUnreadable else {
            isReadable = false
            return
        }
        reportDuplicates()
        readVersion()
        guard isReadable else { return }
        for statement in reading.statements { read(statement) }
    }

    private func read(_ statement: Statement) {
        switch statement.keyword {
        case .part: reading.expectNoMore(statement.words, .after("part"))
        case .language: readLanguage(statement)
        case .title: readTitle(statement)
        case .version:
            if let word = reading.theWord(statement, .keymapVersion) { info.version = word.text }
        case .licence: readLicence(statement)
        case .status:
            if let word = reading.theWord(statement, .oneOf(["stable", "draft"])) {
                let status = reading.choice(
                    word, ["stable": "stable", "draft": "draft"], of: .keyword("status"))
                info.status = status ?? "draft"
            }
        case .source:
            if let text = reading.freeText(statement, from: 0) {
                info.sources.append(text)
            } else {
                reading.missing(.source, in: statement)
            }
        default: break
        }
    }

    /// The names of the keymaps to be included.
    func includeWords() -> [Word] {
        var words: [Word] = []
        for statement in reading.statements(.include) {
            guard let word = reading.theWord(statement, .keymapName) else { continue }
            if let first = words.first(where: { $0.text == word.text }) {
                let range = statement.word.range.lowerBound..<word.range.upperBound
                reading.report(
                    reading.reports.duplicateStatement("include \(word.text)", range, first: first))
            } else {
                words.append(word)
            }
        }
        return words
    }

    /// Reports which of the statements that a keymap needs are missing.
    func checkRequired(isIncluding: Bool) {
        for keyword in Keyword.allCases where keyword.isRequired {
            let hasKeys = !reading.statements(.keys).isEmpty
            if keyword == .letters, isIncluding || reading.isPart || hasKeys { continue }
            let isThere = !reading.statements(keyword).isEmpty
            if !isThere || keyword == .title && info.title.isEmpty && hasOnlyForeignTitles {
                reading.report(reading.reports.missingStatement(keyword, at: placeForMissing(keyword)))
            }
        }
    }

    private var hasOnlyForeignTitles: Bool {
        reading.statements(.title).allSatisfy {
            $0.words.first?.text.hasPrefix("(") == true
        }
    }

    /// The start of the line where a missing statement belongs: after the ones that usually stand before it.
    private func placeForMissing(_ keyword: Keyword) -> Int {
        let starts = reading.source.lineStarts
        let before = Keyword.allCases.prefix { $0 != keyword }
        guard keyword != .keymap,
            let last = reading.statements.last(where: { before.contains($0.keyword) })
        else { return starts.first ?? 0 }
        let offset = last.block.last?.range.upperBound ?? last.head.range.upperBound
        let line = reading.source.position(of: offset).line
        return line < starts.count ? starts[line] : reading.source.bytes.count
    }

    private func reportDuplicates() {
        var first: [Keyword: Word] = [:]
        for statement in reading.statements where !statement.keyword.isRepeatable {
            if let word = first[statement.keyword] {
                let range = statement.word.range.lowerBound..<statement.end.upperBound
                reading.report(
                    reading.reports.duplicateStatement(statement.keyword.rawValue, range, first: word))
            } else {
                first[statement.keyword] = statement.word
            }
        }
    }

    private func readVersion() {
        guard let statement = reading.statements(.keymap).first else { return }
        if let first = reading.statements.first, first.keyword != .keymap, !reading.isIncluded {
            reading.report(reading.reports.notFirst(statement.word, first: first.word))
        }
        let version = Header.languageVersion
        guard let word = reading.theWord(statement, .languageVersion(version)), word.text != "\(version)"
        else { return }
        let number = Int(word.text)
        reading.report(
            .unsupportedVersion(word.text, supported: version), word.range,
            fixIts: reading.reports.replacing(word.range, number == nil ? "\(version)" : nil))
        hasKnownVersion = false
        isReadable = number.map { $0 <= version } ?? true
    }

    private func readLanguage(_ statement: Statement) {
        guard let word = reading.theWord(statement, .languageTag), !reading.isIncluded else { return }
        if let tag = languageTag(word) { info.language = tag }
    }

    /// A language tag in its usual capitals; reports when it is none or written otherwise.
    private func languageTag(_ word: Word) -> String? {
        guard let tag = LanguageTag(word.text) else {
            let meant = LanguageTag(String(word.text.map { $0 == "_" ? "-" : $0 }))?.text
            reading.report(
                .badLanguageTag(word.text), word.range,
                fixIts: reading.reports.replacing(word.range, meant))
            return nil
        }
        if tag.text != word.text {
            reading.report(
                .unusualLanguageTag(word.text, usual: tag.text), word.range,
                fixIts: reading.reports.replacing(word.range, tag.text))
        }
        return tag.text
    }

    private func readTitle(_ statement: Statement) {
        guard !reading.isIncluded else { return }
        let first = statement.words.first
        var index = 0
        var language: String?
        if let first, first.text.hasPrefix("("), first.text.hasSuffix(")"), first.text.utf8.count > 2 {
            language = languageTag(first.part(1..<first.text.utf8.count - 1))
            guard language != nil else { return }
            index = 1
        }
        guard let title = reading.freeText(statement, from: index) else {
            reading.missing(.title, in: statement)
            return
        }
        let range = statement.word.range.lowerBound..<statement.end.upperBound
        /// The statement that gave a title in the same language.
        func isSecond(_ name: String, of isFirst: (String) -> Bool) {
            let other = reading.statements(.title).first { $0.words.first.map { isFirst($0.text) } ?? false }
            reading.report(
                reading.reports.duplicateStatement(name, range, first: other?.word ?? statement.word))
        }
        if let language {
            if titles.contains(where: { $0.language == language }) {
                isSecond("title (\(language))") { $0 == "(\(language))" }
            } else {
                titles.append((language, title))
            }
        } else if !info.title.isEmpty {
            isSecond("title") { !$0.hasPrefix("(") }
        } else {
            info.title = title
        }
    }

    private func readLicence(_ statement: Statement) {
        guard let first = statement.words.first, let last = statement.words.last else {
            reading.missing(.licence, in: statement)
            return
        }
        let range = first.range.lowerBound..<last.range.upperBound
        let words = statement.words.map(\.text)
        // Identifiers with AND, OR and WITH between them, perhaps in parentheses.
        let isExpression = words.enumerated().allSatisfy { index, word in
            let isOperator = ["AND", "OR", "WITH"].contains(word)
            return isOperator == (index % 2 == 1)
                && word.utf8.allSatisfy {
                    isAlphanumeric($0) || [0x2D, 0x2E, 0x2B, 0x28, 0x29, 0x3A].contains($0)
                }
        }
        guard isExpression, words.count % 2 == 1 else {
            reading.report(.badLicence(reading.source.text(range)), range)
            return
        }
        info.licence = words.joined(separator: " ")
    }

    private func isAlphanumeric(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
}
