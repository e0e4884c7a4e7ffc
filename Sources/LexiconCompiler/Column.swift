/// What a column of the list form holds.
enum Column: Equatable {
    case headword, homograph, citation, variant, romanisation, pronunciation, partOfSpeech, source,
        sourceEntry
    case concept, method, dialect, note, status, related, domain, date
    case gloss(String)
    case example
    case translation(String)

    /// The column called `name`: one of ``names``, a language tag for glosses in that language, or
    /// `example.` and a tag for translations of examples.
    init?(_ name: String) {
        switch name {
        case "headword": self = .headword
        case "homograph": self = .homograph
        case "citation": self = .citation
        case "variant": self = .variant
        case "romanisation": self = .romanisation
        case "ph": self = .pronunciation
        case "ps": self = .partOfSpeech
        case "source": self = .source
        case "id": self = .sourceEntry
        case "concept": self = .concept
        case "method": self = .method
        case "dialect": self = .dialect
        case "note": self = .note
        case "status": self = .status
        case "related": self = .related
        case "domain": self = .domain
        case "date": self = .date
        case "example": self = .example
        default:
            if name.hasPrefix("example."), isLanguageTag(String(name.dropFirst(8))) {
                self = .translation(String(name.dropFirst(8)))
            } else if isLanguageTag(name) {
                self = .gloss(name)
            } else {
                return nil
            }
        }
    }

    /// The names of columns that are no language.
    static let names = [
        "headword", "homograph", "citation", "variant", "romanisation", "ph", "ps", "source", "id", "concept",
        "method",
        "dialect", "note", "status", "related", "domain", "date", "example",
    ]
}
