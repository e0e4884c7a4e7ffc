import Lexicon

extension Segment.Kind {
    /// The name in JSON and in tables.
    var name: String {
        switch self {
        case .known: "known"
        case .elsewhere: "elsewhere"
        case .unknown: "unknown"
        case .name: "name"
        }
    }
}

extension Reading.Word {
    /// What it is, in JSON and in tables.
    fileprivate var kind: String { isClassifier && counterparts.isEmpty ? "classifier" : segment.kind.name }
}

extension Reading {
    /// The parts as an array of JSON, in the order of the text.
    ///
    /// <doc:Running-text> documents the fields.
    var json: JSONValue {
        .array(
            words.map { word in
                .object([
                    "schema": .number(AnswerResult.schema), "asked": .string(word.asked),
                    "kind": .string(word.kind), "way": .string(word.way.rawValue),
                    "line": .number(word.line), "offset": .number(word.offset),
                    "length": .number(text.unicodeScalars[word.segment.range].count),
                    "counterparts": .array(word.counterparts.map(\.json)),
                ])
            })
    }

    /// The names of the columns; new ones come at the end.
    static let columns = [
        "line", "offset", "length", "asked", "kind", "way", "counterpart", "language", "lexicon", "headword",
        "gloss_language", "gloss", "method", "source", "source_entry",
    ]

    /// A table: a line for each word for each part, the best first, and one for each part without any.
    var rows: [String] {
        var rows = [Reading.columns.joined(separator: "\t")]
        for word in words {
            let place = [
                String(word.line), String(word.offset), String(text.unicodeScalars[word.segment.range].count),
                word.asked, word.kind, word.way.rawValue,
            ]
            if word.counterparts.isEmpty {
                let rest = [String](repeating: "", count: Reading.columns.count - place.count)
                rows.append(TableAnswers.row(place + rest))
            }
            for counterpart in word.counterparts { rows.append(TableAnswers.row(place + counterpart.cells)) }
        }
        return rows
    }
}

extension Counterpart {
    fileprivate var json: JSONValue {
        .object([
            "text": .string(text), "language": .string(language), "lexicon": .string(result.lexiconName),
            "headword": .string(result.entry.headword),
            "gloss": gloss.map {
                .object([
                    "language": .string($0.language), "text": .string($0.text),
                    "method": .string(method.rawValue),
                ])
            },
            "source": result.entry.source.map { .string($0) },
            "sourceEntry": result.entry.sourceEntry.map { .string($0) },
        ])
    }

    fileprivate var cells: [String?] {
        [
            text, language, result.lexiconName, result.entry.headword, gloss?.language, gloss?.text,
            gloss == nil ? nil : method.rawValue, result.entry.source, result.entry.sourceEntry,
        ]
    }
}
