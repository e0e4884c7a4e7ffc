import Lexicon
import LineEditor

/// Answers as people read them on a terminal.
///
///     êa   /ea/  n   Êđê: từ vựng cơ bản (rad)
///         vi  ≈ nước
///         en  water
///         abvd 741:123
///
/// The columns of the headword lines stand below each other whatever the script.
struct LookupText {
    private let results: [LookupResult]
    private let isColoured: Bool

    /// The text of `results`.
    init(_ results: [LookupResult], isColoured: Bool) {
        self.results = results
        self.isColoured = isColoured
    }

    /// Writes everything to `output`.
    func write(to output: Output) throws {
        let rows = results.map(headline)
        let widths = (0..<4).map { column in rows.map { DisplayWidth.of($0[column]) }.max() ?? 0 }
        var sources: [(id: String, text: String)] = []
        var hasConcept = false
        for (result, row) in zip(results, rows) {
            try output.line(line(row, widths))
            for line in details(result) { try output.line("    " + line) }
            if result.hasConceptGlosses { hasConcept = true }
            if let id = result.entry.source, let text = result.sourceText,
                !sources.contains(where: { $0.id == id && $0.text == text })
            {
                sources.append((id, text))
            }
        }
        if hasConcept { try output.line("\n" + dim(Message.conceptMark.text)) }
        if !sources.isEmpty {
            try output.line((hasConcept ? "" : "\n") + dim(Message.sources.text + ":"))
            let width = sources.map { DisplayWidth.of($0.id) }.max() ?? 0
            for source in sources {
                try output.line(dim("  \(DisplayWidth.padded(source.id, to: width))  \(source.text)"))
            }
        }
    }

    /// Headword, sound, part of speech, and the dictionary.
    private func headline(_ result: LookupResult) -> [String] {
        let entry = result.entry
        var word = entry.headword
        if let homograph = entry.homograph { word += " (\(homograph))" }
        var sound: [String] = []
        if let romanisation = entry.romanisation { sound.append(romanisation) }
        if let pronunciation = entry.pronunciation { sound.append("/\(pronunciation)/") }
        let title = Surroundings.isVietnamese ? result.info.title(in: "vi") : result.info.title(in: "en")
        return [
            word, sound.joined(separator: " "), entry.partOfSpeech ?? "",
            "\(title) (\(result.info.language))",
        ]
    }

    private func line(_ row: [String], _ widths: [Int]) -> String {
        var cells: [String] = []
        for (column, cell) in row.enumerated() where widths[column] > 0 {
            // Padding stands outside the colour, so that underlines and backgrounds end with the word.
            let padding = String(repeating: " ", count: widths[column] - DisplayWidth.of(cell))
            let shown = column == 0 ? bold(cell) : column == 3 ? dim(cell) : cell
            cells.append(shown + (column == 3 ? "" : padding))
        }
        return cells.joined(separator: "  ")
    }

    private func details(_ result: LookupResult) -> [String] {
        let entry = result.entry
        var lines: [String] = []
        let others = entry.variants + entry.scriptForms.map(\.text)
        if !others.isEmpty {
            lines.append("\(Message.alsoWritten.text): \(others.joined(separator: ", "))")
        }
        let labels = entry.senses.flatMap { $0.glosses + $0.definitions }.map { DisplayWidth.of($0.language) }
        let width = labels.max() ?? 2
        for (index, sense) in entry.senses.enumerated() {
            let number = entry.senses.count > 1 ? "\(index + 1). " : ""
            let indent = String(repeating: " ", count: number.count)
            var isFirst = true
            func add(_ text: String) {
                lines.append((isFirst ? number : indent) + text)
                isFirst = false
            }
            let speech = sense.partOfSpeech.map { "(\($0)) " } ?? ""
            for (language, texts) in grouped(result.glosses(sense.glosses)) {
                let label = dim(DisplayWidth.padded(language, to: width))
                let mark = result.method(in: language) == .concept ? "≈ " : ""
                add("\(label)  \(mark)\(isFirst ? speech : "")\(texts.joined(separator: "; "))")
            }
            for definition in result.glosses(sense.definitions) {
                add("\(dim(DisplayWidth.padded(definition.language, to: width)))  \(definition.text)")
            }
            for example in sense.examples {
                let translations = result.glosses(example.translations).map(\.text).joined(separator: " / ")
                add(translations.isEmpty ? "· \(example.text)" : "· \(example.text) — \(translations)")
            }
        }
        var origin = [entry.source, entry.sourceEntry].compactMap { $0 }.joined(separator: " ")
        if let concept = entry.concept {
            origin += "\(origin.isEmpty ? "" : ", ")\(Message.conceptWord.text) \(concept)"
        }
        if let dialect = entry.dialect { lines.append("\(Message.dialectWord.text): \(dialect)") }
        if let note = entry.note { lines.append("\(Message.noteWord.text): \(note)") }
        if !entry.related.isEmpty {
            lines.append("\(Message.seeAlso.text): \(entry.related.joined(separator: ", "))")
        }
        for file in entry.audio + entry.pictures { lines.append(file) }
        if let licence = entry.licence { origin += "\(origin.isEmpty ? "" : ", ")\(licence)" }
        if !origin.isEmpty { lines.append(dim(origin)) }
        return lines
    }

    /// The texts of each language, in the order they come.
    private func grouped(_ glosses: [Gloss]) -> [(language: String, texts: [String])] {
        var groups: [(language: String, texts: [String])] = []
        for gloss in glosses {
            if let index = groups.firstIndex(where: { $0.language == gloss.language }) {
                groups[index].texts.append(gloss.text)
            } else {
                groups.append((gloss.language, [gloss.text]))
            }
        }
        return groups
    }

    private func bold(_ text: String) -> String { isColoured ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
    private func dim(_ text: String) -> String { isColoured ? "\u{1B}[2m\(text)\u{1B}[0m" : text }
}
