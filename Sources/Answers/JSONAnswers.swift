import Lexicon

/// Answers as an array of JSON, an element for each entry, and one for each query without an answer.
struct JSONAnswers: AnswerWriter {
    private var isBegun = false

    func begin(_ sink: any AnswerSink) throws { try sink.write("[") }

    mutating func add(_ answer: Answer, to sink: any AnswerSink) throws {
        for result in answer.results { try add(result.json, to: sink) }
        for part in answer.unanswered { try add(answer.json(of: part), to: sink) }
    }

    private mutating func add(_ element: JSONValue, to sink: any AnswerSink) throws {
        try sink.write(isBegun ? ",\n  " : "\n  ")
        try sink.write(element.text(indentation: 2))
        isBegun = true
    }

    func end(_ sink: any AnswerSink) throws { try sink.line(isBegun ? "\n]" : "]") }
}

extension Answer {
    /// The element of a query without an answer, or of a part of one.
    fileprivate func json(of part: String) -> JSONValue {
        .object([
            "schema": .number(AnswerResult.schema), "query": .string(query), "asked": .string(part),
            "way": .string(Way.none.rawValue),
        ])
    }
}

extension AnswerResult {
    /// The number of the form of an element.
    static let schema = 2

    /// The entry with all that is known about it and how it was found.
    ///
    /// What an entry lacks is left out. <doc:Forms-of-answers> documents every field; `schema` changes when a field
    /// goes or changes its meaning, and stays when one is added.
    public var json: JSONValue {
        .object([
            "schema": .number(AnswerResult.schema), "way": .string(way.rawValue), "asked": .string(asked),
            "direct": .bool(found.bridge == nil && way != .throughLanguage),
            "through": found.bridge.map(through),
            "query": .string(query), "lexicon": .string(lexiconName), "language": .string(info.language),
            "script": .string(info.script), "orthography": JSONValue(entry.orthography ?? info.orthography),
            "title": .string(info.title), "headword": .string(entry.headword),
            "homograph": JSONValue(entry.homograph), "citation": JSONValue(entry.citation),
            "variants": JSONValue(entry.variants),
            "scriptForms": JSONValue(entry.scriptForms) {
                .object(["script": .string($0.script), "text": .string($0.text)])
            },
            "romanisation": JSONValue(entry.romanisation),
            "transliterations": JSONValue(entry.transliterations) {
                .object([
                    "form": .string($0.form), "text": .string($0.text),
                    "status": .string(info.status(ofForm: $0.form)),
                ])
            },
            "pronunciation": JSONValue(entry.pronunciation), "partOfSpeech": JSONValue(entry.partOfSpeech),
            "senses": .array(entry.senses.map(sense)), "concept": JSONValue(entry.concept),
            "source": entry.source.map { id in
                .object([
                    "id": .string(id), "text": JSONValue(sourceText), "entry": JSONValue(entry.sourceEntry),
                ])
            },
            "dialect": JSONValue(entry.dialect), "note": JSONValue(entry.note),
            "status": JSONValue(entry.status), "related": JSONValue(entry.related),
            "date": JSONValue(entry.date), "licence": .string(entry.licence ?? info.licence),
            "audio": JSONValue(entry.audio), "pictures": JSONValue(entry.pictures),
            "weight": JSONValue(entry.weight.map(Int.init)), "match": match,
        ])
    }

    /// How the entry fits the query.
    private var match: JSONValue {
        let quality = found.hit.quality
        return .object([
            "field": .string(found.hit.field.name), "spelling": .string(quality.spelling.name),
            "coverage": .string(quality.coverage.name),
            "edits": quality.edits == 0 ? nil : .number(quality.edits),
        ])
    }

    /// What led to an entry that is not a direct answer.
    private func through(_ bridge: Bridge) -> JSONValue {
        var concept: String?
        if case .concept(let shared) = bridge.link { concept = shared }
        return .object([
            "concept": JSONValue(concept), "word": bridge.word.map(text),
            "headword": .string(bridge.source.headword), "language": .string(bridge.lexicon.info.language),
            "lexicon": .string(bridgeName),
        ])
    }

    private func sense(_ sense: Sense) -> JSONValue {
        .object([
            "partOfSpeech": JSONValue(sense.partOfSpeech),
            "glosses": .array(
                glosses(sense.glosses).map { gloss in
                    .object([
                        "language": .string(gloss.language), "text": .string(gloss.text),
                        "method": .string(method(in: gloss.language).rawValue),
                    ])
                }),
            "definitions": JSONValue(glosses(sense.definitions), text),
            "examples": JSONValue(sense.examples) { example in
                .object([
                    "text": .string(example.text),
                    "translations": .array(glosses(example.translations).map(text)),
                ])
            },
            "domains": JSONValue(sense.domains), "synonyms": JSONValue(sense.synonyms),
            "usage": JSONValue(sense.usage),
        ])
    }

    /// A text in a language.
    private func text(_ gloss: Gloss) -> JSONValue {
        .object(["language": .string(gloss.language), "text": .string(gloss.text)])
    }
}

extension JSONValue {
    fileprivate init?(_ text: String?) {
        guard let text else { return nil }
        self = .string(text)
    }

    fileprivate init?(_ number: Int?) {
        guard let number else { return nil }
        self = .number(number)
    }

    fileprivate init?(_ texts: [String]) { self.init(texts) { .string($0) } }

    /// An array of what `value` makes of `elements`; nil when there are none.
    fileprivate init?<Element>(_ elements: [Element], _ value: (Element) -> JSONValue) {
        if elements.isEmpty { return nil }
        self = .array(elements.map(value))
    }
}
