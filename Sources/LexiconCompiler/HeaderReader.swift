import Text
import Diagnostics

/// Reads the statements of a header, which both source forms share, and says what is wrong with them.
struct HeaderReader {
    /// Which of the two forms the source has.
    enum Form: String {
        case list
        case markers = "MDF"
    }

    /// A keyword of the header.
    enum Keyword: String, CaseIterable {
        case lexicon, language, script, orthography, title, version, licence, status, source, method, columns
        case entries, national, regional, alphabet, transliteration

        /// A statement of it, for messages.
        var example: String {
            switch self {
            case .lexicon: "lexicon 1"
            case .language: "language rad"
            case .script: "script Latn"
            case .orthography: "orthography standard"
            case .title: "title (vi) Từ vựng Ê Đê"
            case .version: "version 1.0"
            case .licence: "licence CC-BY-4.0"
            case .status: "status draft"
            case .source: "source abvd Greenhill, Blust and Gray 2008"
            case .method: "method direct"
            case .columns: "columns headword vi en"
            case .entries: "entries"
            case .national: "national vi"
            case .regional: "regional fr"
            case .alphabet: "alphabet a ă â b č d đ e ê"
            case .transliteration: "transliteration blt-Latn"
            }
        }

        func isOf(_ form: Form) -> Bool {
            switch self {
            case .columns, .entries: form == .list
            case .national, .regional: form == .markers
            default: true
            }
        }
    }

    let form: Form
    private(set) var header = SourceHeader()
    private var seen: [Keyword: Range<Int>] = [:]
    private var isFirst = true

    init(_ form: Form) { self.form = form }

    /// What stands before a keyword in this form.
    private var prefix: String { form == .list ? "" : "\\_" }

    /// Takes one statement; returns its keyword, or nil when it has none that is known.
    @discardableResult
    mutating func read(_ word: Piece, _ value: Range<Int>, _ report: inout Report) -> Keyword? {
        let known = Keyword.allCases.filter { $0.isOf(form) }.map(\.rawValue)
        guard let keyword = Keyword(rawValue: word.text) else {
            let meant = closest(word.text, among: known)
            report.add(
                .unknownKeyword(prefix + word.text, suggestion: meant.map { prefix + $0 }), at: word.range,
                fixIts: meant.map { [.init("write '\($0)'", [.init(word.range, $0)])] } ?? [])
            isFirst = false
            return nil
        }
        guard keyword.isOf(form) else {
            report.add(.misplacedKeyword(word.text, form: form.rawValue), at: word.range)
            return keyword
        }
        if keyword == .lexicon, !isFirst { report.add(.headerNotFirst, at: word.range) }
        isFirst = false
        let mayRepeat = [.source, .title, .alphabet, .transliteration].contains(keyword)
        if let first = seen[keyword], !mayRepeat {
            report.add(
                .repeatedKeyword(prefix + keyword.rawValue), at: word.range,
                notes: [.init(Message.firstHere, at: first, in: report.text)])
            return keyword
        }
        if seen[keyword] == nil { seen[keyword] = word.range }
        let piece = report.text.piece(value)
        guard keyword == .entries || !piece.isEmpty else {
            report.add(
                .emptyKeyword(prefix + keyword.rawValue, example: prefix + keyword.example), at: word.range)
            return keyword
        }
        take(keyword, word, piece, &report)
        return keyword
    }

    private mutating func take(_ keyword: Keyword, _ word: Piece, _ value: Piece, _ report: inout Report) {
        switch keyword {
        case .lexicon: if value.text != "1" { report.add(.wrongVersion(value.text), at: value.range) }
        case .language: header.language = tag(value, &report)
        case .script: header.script = script(value, &report)
        case .orthography: header.orthography = value
        case .title: takeTitle(word, value, &report)
        case .version: header.version = value
        case .licence: header.licence = value
        case .status:
            if value.text == "draft" || value.text == "stable" {
                header.status = value
            } else {
                report.add(.badStatus(value.text), at: value.range)
            }
        case .source: takeSource(word, value, &report)
        case .method:
            // `method concept vi`: by concept in Vietnamese, and directly in the other languages.
            let words = report.text.words(value.range)
            header.method = words.first ?? value
            header.methodLanguages = words.dropFirst().compactMap { tag($0, &report) }
        case .columns: header.columns = report.text.words(value.range)
        case .entries: break
        case .national: header.national = tag(value, &report)
        case .regional: header.regional = tag(value, &report)
        case .alphabet: header.alphabet += report.text.words(value.range)
        case .transliteration: takeTransliteration(value, &report)
        }
    }

    /// `title Own words` or `title (en) Words of that language`.
    private mutating func takeTitle(_ word: Piece, _ value: Piece, _ report: inout Report) {
        let bytes = report.text.bytes
        guard bytes[value.range.lowerBound] == 0x28,
            let close = value.range.first(where: { bytes[$0] == 0x29 })
        else {
            if let first = header.title {
                report.add(
                    .repeatedKeyword(prefix + "title"), at: word.range,
                    notes: [.init(Message.firstHere, at: first.range, in: report.text)])
            } else {
                header.title = value
            }
            return
        }
        let language = report.text.piece((value.range.lowerBound + 1)..<close)
        let title = report.text.piece((close + 1)..<value.range.upperBound)
        guard let language = tag(language, &report) else { return }
        guard !title.isEmpty else {
            report.add(
                .emptyKeyword(prefix + "title (\(language.text))", example: prefix + Keyword.title.example),
                at: value.range)
            return
        }
        if let first = header.titles.first(where: { $0.language.text == language.text }) {
            report.add(
                .repeatedKeyword(prefix + "title (\(language.text))"), at: value.range,
                notes: [.init(Message.firstHere, at: first.language.range, in: report.text)])
            return
        }
        header.titles.append((language, title))
    }

    /// `source id text`.
    private mutating func takeSource(_ word: Piece, _ value: Piece, _ report: inout Report) {
        guard let id = report.text.words(value.range).first else { return }
        let text = report.text.piece(id.range.upperBound..<value.range.upperBound)
        guard !text.isEmpty else {
            report.add(
                .emptyKeyword(prefix + "source \(id.text)", example: prefix + Keyword.source.example),
                at: value.range)
            header.sources.append((id, text))
            return
        }
        if let first = header.sources.first(where: { $0.id.text == id.text }) {
            report.add(
                .repeatedSource(id.text), at: id.range,
                notes: [.init(Message.firstHere, at: first.id.range, in: report.text)])
            return
        }
        header.sources.append((id, text))
    }

    /// `transliteration form`, or `transliteration form partly`.
    private mutating func takeTransliteration(_ value: Piece, _ report: inout Report) {
        let words = report.text.words(value.range)
        guard let first = words.first, let form = tag(first, &report) else { return }
        if let other = words.dropFirst().first(where: { $0.text != "partly" }) {
            report.add(.badTransliteration(other.text), at: other.range)
            return
        }
        if let before = header.transliterations.first(where: { $0.form.text == form.text }) {
            report.add(
                .repeatedKeyword(prefix + "transliteration \(form.text)"), at: form.range,
                notes: [.init(Message.firstHere, at: before.form.range, in: report.text)])
            return
        }
        header.transliterations.append((form, words.count > 1))
    }

    private func tag(_ value: Piece, _ report: inout Report) -> Piece? {
        guard isLanguageTag(value.text) else {
            report.add(.badTag(value.text), at: value.range)
            return nil
        }
        return value
    }

    private func script(_ value: Piece, _ report: inout Report) -> Piece? {
        guard LanguageTag.isScript(value.text) else {
            report.add(.badScript(value.text), at: value.range)
            return nil
        }
        let usual = value.text.prefix(1).uppercased() + value.text.dropFirst().lowercased()
        guard usual == value.text else {
            report.add(
                .badScript(value.text), at: value.range,
                fixIts: [.init("write '\(usual)'", [.init(value.range, usual)])])
            return nil
        }
        return value
    }

    /// Says what the header lacks, at `end`, where it ends.
    mutating func finish(at end: Range<Int>, _ report: inout Report) {
        var required: [Keyword] = [.lexicon, .language, .title, .licence, .source]
        if form == .list { required.append(.columns) }
        let tagScript = header.language.flatMap { LanguageTag.script(of: $0.text) }
        if tagScript == nil { required.insert(.script, at: 2) }
        for keyword in required where seen[keyword] == nil {
            report.add(.missingKeyword(prefix + keyword.rawValue, example: prefix + keyword.example), at: end)
        }
        if seen[.title] != nil, header.title == nil, !header.titles.isEmpty {
            report.add(.missingKeyword(prefix + "title", example: prefix + "title Klei Êđê"), at: end)
        }
        if let script = header.script, let tag = header.language, let tagScript, tagScript != script.text {
            report.add(
                .scriptDisagrees(script.text, tag: tag.text), at: script.range,
                fixIts: [
                    .init("write '\(tagScript)'", [.init(script.range, tagScript)], isObvious: false)
                ])
        }
    }
}

/// Whether `text` has the form of a BCP 47 tag that begins with a small letter.
func isLanguageTag(_ text: String) -> Bool {
    text.first?.isLowercase == true && LanguageTag(text) != nil
}
