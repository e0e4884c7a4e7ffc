import Lexicon

/// An answer as `chu lookup --format json` writes it.
///
/// What an entry lacks is left out. The page `Answers.md` documents every field; ``schema`` changes when a field changes its
/// meaning or goes, and stays when one is added.
struct LookupRecord: Encodable {
    /// What led to an entry that is no direct answer.
    struct Through: Encodable {
        var concept: String?
        var word: Text?
        var headword: String
        var language: String
        var lexicon: String
    }

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

    /// The word as rules write it, and whether these are a draft.
    struct Transliteration: Encodable {
        var form: String
        var text: String
        var status: String
    }

    /// How the entry fits the query.
    struct Match: Encodable {
        var field: String
        var spelling: String
        var coverage: String
        var edits: Int?
    }

    /// The version of this form.
    var schema = 1
    /// Whether the lexicon itself brings the query and the entry together.
    var direct: Bool
    var through: Through?

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
    var transliterations: [Transliteration]?
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
    var licence: String
    var audio: [String]?
    var pictures: [String]?
    var weight: UInt8?
    var match: Match

    /// The record of `result`.
    init(_ result: LookupResult) {
        let entry = result.entry
        query = result.query
        direct = result.found.bridge == nil
        through = result.found.bridge.map { bridge in
            var through = Through(
                word: bridge.word.map(Text.init), headword: bridge.source.headword,
                language: bridge.lexicon.info.language, lexicon: result.bridgeName)
            if case .concept(let concept) = bridge.link { through.concept = concept }
            return through
        }
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
        transliterations =
            entry.transliterations.map {
                Transliteration(form: $0.form, text: $0.text, status: result.info.status(ofForm: $0.form))
            }.orNil
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
        licence = entry.licence ?? result.info.licence
        audio = entry.audio.orNil
        pictures = entry.pictures.orNil
        weight = entry.weight
        let hit = result.found.hit
        match = Match(
            field: "\(hit.field)", spelling: "\(hit.quality.spelling)", coverage: "\(hit.quality.coverage)",
            edits: hit.quality.edits == 0 ? nil : hit.quality.edits)
    }
}

extension Array {
    /// The array, or nil when there is nothing in it.
    fileprivate var orNil: [Element]? { isEmpty ? nil : self }
}

/// Answers as an array of JSON, an element for each entry.
struct LookupArray: LookupWriter {
    private var isBegun = false

    mutating func begin(_ output: Output) throws { try output.write("[") }

    mutating func add(_ query: String, _ results: [LookupResult], to output: Output) throws {
        for result in results {
            let text = try JSON.text(LookupRecord(result))
            try output.write(isBegun ? ",\n  " : "\n  ")
            // Line ends inside a text are escaped, so these are all between fields.
            try output.write(text.split(separator: "\n").joined(separator: "\n  "))
            isBegun = true
        }
    }

    mutating func end(_ output: Output) throws { try output.line(isBegun ? "\n]" : "]") }
}

/// Answers as tab-separated values, one gloss a line, under a line of names.
struct LookupTable: LookupWriter {
    /// The names of the columns; new ones come at the end.
    static let columns = [
        "query", "lexicon", "language", "headword", "homograph", "variants", "romanisation", "pronunciation",
        "part_of_speech", "sense", "gloss_language", "gloss", "method", "source", "source_entry", "match",
        "through", "through_headword", "through_lexicon", "transliterations", "transliterated_by",
    ]

    func begin(_ output: Output) throws {
        try output.line(LookupTable.columns.joined(separator: "\t"))
    }

    func add(_ query: String, _ results: [LookupResult], to output: Output) throws {
        for result in results {
            let entry = result.entry
            let bridge = result.found.bridge
            let quality = result.found.hit.quality
            let match =
                "\(result.found.hit.field) \(quality.spelling)"
                + (quality.edits > 0 ? " \(quality.edits)" : "")
            for (number, sense) in entry.senses.enumerated() {
                var glosses = result.glosses(sense.glosses)
                // An entry without a gloss is an answer too.
                if glosses.isEmpty { glosses = [Gloss(language: "", text: "")] }
                for gloss in glosses {
                    let cells: [String?] = [
                        result.query, result.lexiconName, result.info.language, entry.headword,
                        entry.homograph.map(String.init), entry.variants.joined(separator: "; "),
                        entry.romanisation, entry.pronunciation, sense.partOfSpeech ?? entry.partOfSpeech,
                        String(number + 1), gloss.language, gloss.text,
                        gloss.language.isEmpty ? nil : result.method(in: gloss.language).rawValue,
                        entry.source, entry.sourceEntry, match, bridge.map(LookupTable.link),
                        bridge?.source.headword, bridge == nil ? nil : result.bridgeName,
                        entry.transliterations.map(\.text).joined(separator: "; "),
                        entry.transliterations.map { "\($0.form) \(result.info.status(ofForm: $0.form))" }
                            .joined(separator: "; "),
                    ]
                    try output.line(cells.map { cell($0 ?? "") }.joined(separator: "\t"))
                }
            }
        }
    }

    func end(_ output: Output) throws {}

    /// What two entries share: `concept 948`, or the language and text of a gloss.
    private static func link(_ bridge: Bridge) -> String {
        switch bridge.link {
        case .concept(let concept): "concept \(concept)"
        case .gloss(let gloss): "\(gloss.language) \(gloss.text)"
        }
    }

    /// A text without what would end its cell.
    private func cell(_ text: String) -> String {
        String(text.map { $0 == "\t" || $0.isNewline ? " " : $0 })
    }
}
