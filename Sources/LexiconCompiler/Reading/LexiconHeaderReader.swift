import Text
import Diagnostics

/// Reads the statements of a header, which both source forms share, and reports what is wrong with them.
struct LexiconHeaderReader {
    private(set) var header = SourceHeader()
    private let form: SourceForm
    private var statements: HeaderReader<LexiconKeyword, LexiconMessage>
    private var isFirst = true

    init(_ form: SourceForm) {
        self.form = form
        statements = HeaderReader(prefix: form == .list ? "" : "\\_")
    }

    /// Reads one statement; returns its keyword, or nil when it has none that is known.
    @discardableResult
    mutating func read(
        _ word: Range<Int>, _ value: Range<Int>, _ report: inout LexiconReport
    ) -> LexiconKeyword? {
        defer { isFirst = false }
        let known = LexiconKeyword.allCases.filter { $0.isOf(form) }
        guard let keyword = statements.keyword(at: word, among: known, &report) else { return nil }
        guard keyword.isOf(form) else {
            report.add(.misplacedKeyword(keyword.rawValue, in: form), at: word)
            return keyword
        }
        if keyword == .lexicon, !isFirst { report.add(.headerNotFirst, at: word) }
        if statements.takes(keyword, at: word, value, needsValue: keyword != .entries, &report) {
            read(keyword, word, report.text.piece(value), &report)
        }
        return keyword
    }

    private mutating func read(
        _ keyword: LexiconKeyword, _ word: Range<Int>, _ value: Piece, _ report: inout LexiconReport
    ) {
        switch keyword {
        case .lexicon: if value.text != "1" { report.add(.wrongVersion(value.text), at: value.range) }
        case .language: header.language = Self.tag(value, &report)
        case .script: header.script = Self.script(value, &report)
        case .orthography: header.orthography = value
        case .title: readTitle(word, value.range, &report)
        case .version: header.version = value
        case .licence: header.licence = value
        case .status:
            if value.text == "draft" || value.text == "stable" {
                header.status = value
            } else {
                report.add(.badStatus(value.text), at: value.range)
            }
        case .source:
            let source = statements.source(.source, value.range, &report) { .repeatedSource($0) }
            if let source {
                header.sources.append((report.text.piece(source.id), report.text.piece(source.text)))
            }
        case .method:
            // `method concept vi`: by concept in Vietnamese, and directly in the other languages.
            let words = report.text.words(value.range)
            header.method = words.first ?? value
            header.methodLanguages = words.dropFirst().compactMap { Self.tag($0, &report) }
        case .columns: header.columns = report.text.words(value.range)
        case .entries: break
        case .national: header.national = Self.tag(value, &report)
        case .regional: header.regional = Self.tag(value, &report)
        case .alphabet: header.alphabet += report.text.words(value.range)
        case .spelling: readSpelling(value, &report)
        case .tones: readTones(value, &report)
        case .alike: readAlike(value, &report)
        case .transliteration: readTransliteration(value, &report)
        }
    }

    private mutating func readTitle(_ word: Range<Int>, _ value: Range<Int>, _ report: inout LexiconReport) {
        let title = statements.title(.title, at: word, value, &report) { language, report in
            Self.tag(report.text.piece(language), &report) != nil
        }
        guard let title else { return }
        let text = report.text.piece(title.text)
        if let language = title.language {
            header.titles.append((report.text.piece(language), text))
        } else {
            header.title = text
        }
    }

    private mutating func readSpelling(_ value: Piece, _ report: inout LexiconReport) {
        guard let tag = Self.tag(value, &report) else { return }
        guard SpellingRules.builtIn(tag.text) != nil else {
            report.add(.badSpelling(tag.text), at: tag.range)
            return
        }
        header.spelling = tag
    }

    /// Each tone is a mark, on a dotted circle where an editor would not show it alone.
    private mutating func readTones(_ value: Piece, _ report: inout LexiconReport) {
        for word in report.text.words(value.range) {
            let scalars = word.text.unicodeScalars.filter { $0 != "\u{25CC}" }
            if scalars.count == 1, let tone = scalars.first, tone.isMark {
                header.tones.append(tone)
            } else {
                report.add(.badTone(word.text), at: word.range)
            }
        }
    }

    private mutating func readAlike(_ value: Piece, _ report: inout LexiconReport) {
        let words = report.text.words(value.range).filter { $0.text.contains { $0 != "-" } }
        guard words.count > 1 else {
            report.add(.badAlike(value.text), at: value.range)
            return
        }
        header.alike.append(words.map { $0.text.lowercased() })
    }

    /// `transliteration form`, or `transliteration form partly`.
    private mutating func readTransliteration(_ value: Piece, _ report: inout LexiconReport) {
        let words = report.text.words(value.range)
        guard let first = words.first, let form = Self.tag(first, &report) else { return }
        if let other = words.dropFirst().first(where: { $0.text != "partly" }) {
            report.add(.badTransliteration(other.text), at: other.range)
            return
        }
        if let before = header.transliterations.first(where: { $0.form.text == form.text }) {
            report.add(
                .repeatedKeyword("\(statements.prefix)transliteration \(form.text)"), at: form.range,
                notes: [.firstHere(before.form.range, in: report.text)])
            return
        }
        header.transliterations.append((form, words.count > 1))
    }

    private static func tag(_ value: Piece, _ report: inout LexiconReport) -> Piece? {
        guard isLanguageTag(value.text) else {
            report.add(.badTag(value.text), at: value.range)
            return nil
        }
        return value
    }

    private static func script(_ value: Piece, _ report: inout LexiconReport) -> Piece? {
        let usual = value.text.prefix(1).uppercased() + value.text.dropFirst().lowercased()
        guard LanguageTag.isScript(value.text), usual == value.text else {
            let isScript = LanguageTag.isScript(value.text)
            report.add(
                .badScript(value.text), at: value.range,
                fixIts: isScript ? [.write(usual, at: value.range)] : [])
            return nil
        }
        return value
    }

    /// Reports what the header lacks, at `end`, where it ends.
    func finish(at end: Range<Int>, _ report: inout LexiconReport) {
        var required: [LexiconKeyword] = [.lexicon, .language, .title, .licence, .source]
        if form == .list { required.append(.columns) }
        let tagScript = header.language.flatMap { LanguageTag.script(of: $0.text) }
        if tagScript == nil { required.insert(.script, at: 2) }
        statements.require(required, title: .title, example: "title Klei Êđê", at: end, &report)
        if let script = header.script, let tag = header.language, let tagScript, tagScript != script.text {
            report.add(
                .scriptDisagrees(script.text, tag: tag.text), at: script.range,
                fixIts: [.write(tagScript, at: script.range, isObvious: false)])
        }
    }
}

/// Whether `text` has the form of a BCP 47 tag that begins with a small letter.
func isLanguageTag(_ text: String) -> Bool {
    text.first?.isLowercase == true && LanguageTag(text) != nil
}

extension Unicode.Scalar {
    /// Whether it stands on, below or beside a letter.
    fileprivate var isMark: Bool {
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: true
        default: false
        }
    }
}
