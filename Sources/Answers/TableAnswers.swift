import Lexicon

/// Answers as tab-separated values, one gloss a line, under a line of names; a line for each query
/// or part of one without an answer.
struct TableAnswers: AnswerWriter {
    /// The names of the columns; new ones come at the end.
    static let columns = [
        "query", "lexicon", "language", "headword", "homograph", "variants", "romanisation", "pronunciation",
        "part_of_speech", "sense", "gloss_language", "gloss", "method", "source", "source_entry", "match",
        "through", "through_headword", "through_lexicon", "transliterations", "transliterated_by",
        "coverage", "way", "asked",
    ]

    func begin(_ sink: any AnswerSink) throws {
        try sink.line(TableAnswers.columns.joined(separator: "\t"))
    }

    func add(_ answer: Answer, to sink: any AnswerSink) throws {
        for result in answer.results {
            let entry = result.entry
            let bridge = result.found.bridge
            let quality = result.found.hit.quality
            let match =
                result.found.hit.field.name + " " + quality.spelling.name
                + (quality.edits > 0 ? " " + String(quality.edits) : "")
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
                        entry.source, entry.sourceEntry, match, bridge.map(TableAnswers.link),
                        bridge?.source.headword, bridge == nil ? nil : result.bridgeName,
                        entry.transliterations.map(\.text).joined(separator: "; "),
                        entry.transliterations.map { "\($0.form) \(result.info.status(ofForm: $0.form))" }
                            .joined(separator: "; "),
                        quality.coverage.name, result.way.rawValue, result.asked,
                    ]
                    try sink.line(TableAnswers.row(cells))
                }
            }
        }
        for part in answer.unanswered { try sink.line(row(of: part, in: answer.query)) }
    }

    func end(_ sink: any AnswerSink) throws {}

    /// What two entries share: `concept 948`, or the language and text of a gloss.
    private static func link(_ bridge: Bridge) -> String {
        switch bridge.link {
        case .concept(let concept): "concept \(concept)"
        case .gloss(let gloss): "\(gloss.language) \(gloss.text)"
        }
    }

    /// The row of a query without an answer, or of a part of one.
    private func row(of part: String, in query: String) -> String {
        TableAnswers.row(
            TableAnswers.columns.map { column in
                switch column {
                case "query": query
                case "asked": part
                case "way": Way.none.rawValue
                default: nil
                }
            })
    }

    /// A line of `cells`.
    static func row(_ cells: [String?]) -> String {
        var row = ""
        for (index, cell) in cells.enumerated() {
            if index > 0 { row += "\t" }
            if let cell { row += plain(cell) }
        }
        return row
    }

    /// A text without what would end its cell.
    private static func plain(_ text: String) -> String {
        // What ends a line is a control character, or begins with one of these bytes; nearly all texts have none.
        guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0xC2 || $0 == 0xE2 }) else { return text }
        return String(text.map { $0 == "\t" || $0.isNewline ? " " : $0 })
    }
}
