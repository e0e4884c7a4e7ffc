import Text

/// What a column of the list form holds.
enum Column: Equatable {
    case headword, homograph, citation, variant, romanisation, pronunciation, partOfSpeech, source,
        sourceEntry
    case concept, method, dialect, note, status, related, domain, usage, date
    case orthography, licence, audio, picture, weight, frequency, definition(String), scriptForm(String)
    case gloss(String)
    case example
    case translation(String)

    /// The column called `name`: one of ``names``, a language tag for glosses in that language, or
    /// `example.` and a tag for translations of examples, `definition.` and a tag for definitions, or `form.` and a
    /// script for the word in that script.
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
        case "usage": self = .usage
        case "date": self = .date
        case "example": self = .example
        case "orthography": self = .orthography
        case "licence": self = .licence
        case "audio": self = .audio
        case "picture": self = .picture
        case "weight": self = .weight
        case "frequency": self = .frequency
        default:
            if name.hasPrefix("definition."), isLanguageTag(String(name.dropFirst(11))) {
                self = .definition(String(name.dropFirst(11)))
            } else if name.hasPrefix("form."), LanguageTag.isScript(String(name.dropFirst(5))) {
                self = .scriptForm(String(name.dropFirst(5)))
            } else if name.hasPrefix("example."), isLanguageTag(String(name.dropFirst(8))) {
                self = .translation(String(name.dropFirst(8)))
            } else if isLanguageTag(name) {
                self = .gloss(name)
            } else {
                return nil
            }
        }
    }

    /// The names of columns that are not languages.
    static let names = [
        "headword", "homograph", "citation", "variant", "romanisation", "ph", "ps", "source", "id", "concept",
        "method",
        "dialect", "note", "status", "related", "domain", "usage", "date",
        "example",
        "orthography", "licence", "audio", "picture", "weight", "frequency",
    ]
}
