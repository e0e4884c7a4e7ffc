import Bytes
import Text

/// What a lexicon says about itself.
public struct LexiconInfo: Hashable, Sendable {
    /// Where entries come from.
    public struct Source: Hashable, Sendable {
        /// The name entries call it by.
        public var id: String
        /// Who wrote what, and under which licence.
        public var text: String

        /// The source `text`, called `id`.
        public init(id: String, text: String) {
            self.id = id
            self.text = text
        }
    }

    /// Rules by which the headwords were written in another script or spelling.
    public struct Transliteration: Hashable, Sendable {
        /// The script or spelling: a BCP 47 tag, such as `blt-Latn`.
        public var form: String
        /// `stable` when a source confirms every rule, `draft` when one is not confirmed.
        public var status: String
        /// The version of the rules; empty when they state none.
        public var version: String

        /// Rules that bring headwords into the form `form`.
        public init(form: String, status: String, version: String) {
            self.form = form
            self.status = status
            self.version = version
        }
    }

    /// The language of the headwords, a BCP 47 tag.
    public var language: String
    /// The script of the headwords, four letters of ISO 15924.
    public var script: String
    /// Which of the language's orthographies it is written in.
    public var orthography: String?
    /// The title, in the lexicon's own language.
    public var title: String
    /// The title in other languages.
    public var titles: [Gloss]
    /// The author's number for this edition.
    public var version: String?
    /// The licence, as an SPDX id or in words.
    public var licence: String
    /// `draft` or `stable`.
    public var status: String?
    /// Where the entries come from.
    public var sources: [Source]
    /// The languages in which entries are glossed, in the order of the source.
    public var glossLanguages: [String]
    /// The languages whose glosses may have been found by concept; empty when that holds for all.
    public var conceptLanguages: [String]
    /// The rules that made ``Entry/transliterations``.
    public var transliterations: [Transliteration]

    /// The three mandatory facts.
    public init(language: String, script: String, title: String) {
        self.language = language
        self.script = script
        self.title = title
        titles = []
        licence = ""
        sources = []
        glossLanguages = []
        conceptLanguages = []
        transliterations = []
    }

    /// How the glosses of `entry` in `language` were found.
    ///
    /// A list of English words matched to Vietnamese by concept glosses directly in English and by concept in
    /// Vietnamese.
    public func method(of entry: Entry, in language: String) -> Entry.GlossMethod {
        conceptLanguages.isEmpty || conceptLanguages.contains(language) ? entry.method : .direct
    }

    /// The status of the rules that made the transliterations in the form `form`; empty when there are none.
    public func status(ofForm form: String) -> String {
        transliterations.first { $0.form == form }?.status ?? ""
    }

    /// The title in `language`, or the own one when there is none.
    public func title(in language: String) -> String {
        titles.first { LanguageTag.fits(language, $0.language) }?.text ?? title
    }
}

private enum Fact {
    static let language: UInt8 = 1
    static let script: UInt8 = 2
    static let orthography: UInt8 = 3
    static let title: UInt8 = 4
    static let titleIn: UInt8 = 5
    static let version: UInt8 = 6
    static let licence: UInt8 = 7
    static let status: UInt8 = 8
    static let source: UInt8 = 9
    static let glossLanguage: UInt8 = 10
    static let conceptLanguage: UInt8 = 11
    static let transliteration: UInt8 = 12
}

extension LexiconInfo {
    /// Decodes facts, each a number and its text or texts, up to the end or the first unknown number.
    init(_ bytes: Bytes) {
        self.init(language: "", script: "", title: "")
        var reader = ByteReader(bytes)
        while !reader.isAtEnd {
            switch UInt8(truncatingIfNeeded: reader.varint()) {
            case Fact.language: language = reader.text()
            case Fact.script: script = reader.text()
            case Fact.orthography: orthography = reader.text()
            case Fact.title: title = reader.text()
            case Fact.titleIn:
                let language = reader.text()
                titles.append(Gloss(language: language, text: reader.text()))
            case Fact.version: version = reader.text()
            case Fact.licence: licence = reader.text()
            case Fact.status: status = reader.text()
            case Fact.source:
                let id = reader.text()
                sources.append(Source(id: id, text: reader.text()))
            case Fact.glossLanguage: glossLanguages.append(reader.text())
            case Fact.conceptLanguage: conceptLanguages.append(reader.text())
            case Fact.transliteration:
                let form = reader.text()
                let status = reader.text()
                transliterations.append(
                    Transliteration(form: form, status: status, version: reader.text()))
            default: return
            }
        }
    }

    /// The bytes ``init(_:)`` decodes.
    package func encoded() -> [UInt8] {
        var writer = ByteWriter()
        func fact(_ number: UInt8, _ texts: String?...) {
            let present = texts.compactMap { $0 }
            guard present.count == texts.count else { return }
            writer.varint(Int(number))
            for text in present { writer.text(text) }
        }
        fact(Fact.language, language)
        fact(Fact.script, script)
        fact(Fact.orthography, orthography)
        fact(Fact.title, title)
        for title in titles { fact(Fact.titleIn, title.language, title.text) }
        fact(Fact.version, version)
        fact(Fact.licence, licence)
        fact(Fact.status, status)
        for source in sources { fact(Fact.source, source.id, source.text) }
        for language in glossLanguages { fact(Fact.glossLanguage, language) }
        for language in conceptLanguages { fact(Fact.conceptLanguage, language) }
        // Written last: older readers stop at the first field they do not know.
        for rules in transliterations {
            fact(Fact.transliteration, rules.form, rules.status, rules.version)
        }
        return writer.bytes
    }
}
