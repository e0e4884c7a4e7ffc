import Lexicon

/// An answer as `chu lookup --format json` writes it.
///
/// What an entry lacks is left out.
struct LookupRecord: Encodable {
    /// A text in a language.
    struct Text: Encodable {
        var language: String
        var text: String

        init(_ gloss: Gloss) {
            language = gloss.language
            text = gloss.text
        }
    }

    /// A gloss, and how it was found.
    struct Meaning: Encodable {
        var language: String
        var text: String
        var method: String
    }

    /// A sentence and what it means.
    struct Example: Encodable {
        var text: String
        var translations: [Text]
    }

    /// One meaning.
    struct Sense: Encodable {
        var partOfSpeech: String?
        var glosses: [Meaning]
        var definitions: [Text]?
        var examples: [Example]?
        var domains: [String]?
        var synonyms: [String]?
        var usage: String?
    }

    /// Where the entry comes from.
    struct Source: Encodable {
        var id: String
        var text: String?
        var entry: String?
    }

    /// The word in another script.
    struct ScriptForm: Encodable {
        var script: String
        var text: String
    }

    /// How the entry fits the query.
    struct Match: Encodable {
        var field: String
        var spelling: String
        var coverage: String
    }

    var query: String
    var lexicon: String
    var language: String
    var script: String
    var orthography: String?
    var title: String
    var headword: String
    var homograph: Int?
    var citation: String?
    var variants: [String]?
    var scriptForms: [ScriptForm]?
    var romanisation: String?
    var pronunciation: String?
    var partOfSpeech: String?
    var senses: [Sense]
    var concept: String?
    var source: Source?
    var dialect: String?
    var note: String?
    var status: String?
    var related: [String]?
    var date: String?
    var licence: String?
    var audio: [String]?
    var pictures: [String]?
    var weight: UInt8?
    var match: Match

    /// The record of `result`.
    init(_ result: LookupResult) {
        let entry = result.entry
        query = result.query
        lexicon = result.lexiconName
        language = result.info.language
        script = result.info.script
        orthography = entry.orthography ?? result.info.orthography
        title = result.info.title
        headword = entry.headword
        homograph = entry.homograph
        citation = entry.citation
        variants = entry.variants.orNil
        scriptForms = entry.scriptForms.map { ScriptForm(script: $0.script, text: $0.text) }.orNil
        romanisation = entry.romanisation
        pronunciation = entry.pronunciation
        partOfSpeech = entry.partOfSpeech
        senses = entry.senses.map { sense in
            Sense(
                partOfSpeech: sense.partOfSpeech,
                glosses: result.glosses(sense.glosses).map {
                    Meaning(
                        language: $0.language, text: $0.text, method: result.method(in: $0.language).rawValue)
                },
                definitions: result.glosses(sense.definitions).map(Text.init).orNil,
                examples: sense.examples.map {
                    Example(text: $0.text, translations: result.glosses($0.translations).map(Text.init))
                }.orNil,
                domains: sense.domains.orNil, synonyms: sense.synonyms.orNil, usage: sense.usage)
        }
        concept = entry.concept
        source = entry.source.map { Source(id: $0, text: result.sourceText, entry: entry.sourceEntry) }
        dialect = entry.dialect
        note = entry.note
        status = entry.status
        related = entry.related.orNil
        date = entry.date
        licence = entry.licence
        audio = entry.audio.orNil
        pictures = entry.pictures.orNil
        weight = entry.weight
        let hit = result.found.hit
        match = Match(
            field: "\(hit.field)", spelling: "\(hit.quality.spelling)", coverage: "\(hit.quality.coverage)")
    }
}

extension Array {
    /// The array, or nil when there is nothing in it.
    fileprivate var orNil: [Element]? { isEmpty ? nil : self }
}

/// Answers as tab-separated values, one gloss a line, under a line of names.
enum LookupTable {
    /// The names of the columns.
    static let columns = [
        "query", "lexicon", "language", "headword", "homograph", "variants", "romanisation", "pronunciation",
        "part_of_speech", "sense", "gloss_language", "gloss", "method", "source", "source_entry", "match",
    ]

    /// Writes `results` to `output`.
    static func write(_ results: [LookupResult], to output: Output) throws {
        try output.line(columns.joined(separator: "\t"))
        for result in results {
            let entry = result.entry
            for (number, sense) in entry.senses.enumerated() {
                for gloss in result.glosses(sense.glosses) {
                    let cells: [String?] = [
                        result.query, result.lexiconName, result.info.language, entry.headword,
                        entry.homograph.map(String.init), entry.variants.joined(separator: "; "),
                        entry.romanisation, entry.pronunciation, sense.partOfSpeech ?? entry.partOfSpeech,
                        String(number + 1), gloss.language, gloss.text,
                        result.method(in: gloss.language).rawValue, entry.source,
                        entry.sourceEntry, "\(result.found.hit.field) \(result.found.hit.quality.spelling)",
                    ]
                    try output.line(cells.map { cell($0 ?? "") }.joined(separator: "\t"))
                }
            }
        }
    }

    /// A text without what would end its cell.
    private static func cell(_ text: String) -> String {
        String(text.map { $0 == "\t" || $0.isNewline ? " " : $0 })
    }
}
