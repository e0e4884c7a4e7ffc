import Diagnostics

/// One of the two forms of a source.
enum SourceForm: Sendable {
    case list, markers
}

/// A keyword of the header of a lexicon.
enum LexiconKeyword: String, HeaderKeyword {
    case lexicon, language, script, orthography, title, version, licence, status, source, method, columns
    case entries, national, regional, alphabet, spelling, tones, alike, transliteration

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
        case .spelling: "spelling vi"
        case .tones: "tones ◌̀ ◌́ ◌̉ ◌̃ ◌̣"
        case .alike: "alike ươ uơ ưo"
        case .transliteration: "transliteration blt-Latn"
        }
    }

    var isRepeatable: Bool { [.source, .title, .alphabet, .tones, .alike, .transliteration].contains(self) }

    /// Whether it has a meaning in `form`.
    func isOf(_ form: SourceForm) -> Bool {
        switch self {
        case .columns, .entries: form == .list
        case .national, .regional: form == .markers
        default: true
        }
    }
}
