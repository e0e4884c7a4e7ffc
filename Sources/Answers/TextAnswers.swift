import Diagnostics
import Lexicon
import Text

/// Answers as people read them on a terminal.
///
///     êa   /ea/  n   Êđê: từ vựng cơ bản (rad)
///         vi  ≈ nước
///         en  water
///         abvd 741:123
///
/// The columns of the headword lines stand below each other whatever the script.
struct TextAnswers: AnswerWriter {
    private let language: Wording.Language
    private let isColoured: Bool
    private let hasHeadings: Bool
    private var isBegun = false
    private var sources: [LexiconInfo.Source] = []
    private var hasConcept = false
    private var isThrough = false
    /// The forms shown that rules made, each with its status.
    private var forms: [LexiconInfo.Transliteration] = []

    /// Text, with each query above its answer when `hasHeadings`.
    init(_ language: Wording.Language, isColoured: Bool, hasHeadings: Bool) {
        self.language = language
        self.isColoured = isColoured
        self.hasHeadings = hasHeadings
    }

    func begin(_ sink: any AnswerSink) throws {}

    mutating func add(_ answer: Answer, to sink: any AnswerSink) throws {
        let results = answer.results
        guard !results.isEmpty else { return }
        if hasHeadings {
            if isBegun { try sink.line("") }
            try sink.line(dim("\(answer.query):"))
        }
        isBegun = true
        let rows = results.map(headline)
        let widths = (0..<4).map { column in rows.map { DisplayWidth.of($0[column]) }.max() ?? 0 }
        var isFirst = true
        for group in answer.groups {
            if let line = heading(of: group, in: answer, isFirst: isFirst) {
                // A line that says how what follows was found stands apart from what came before.
                if !isFirst { try sink.line("") }
                try sink.line(dim(line))
            }
            isFirst = false
            for index in group.indices {
                let result = results[index]
                try sink.line(line(rows[index], widths))
                for line in details(result) { try sink.line("    " + line) }
                gather(result)
            }
        }
        let rest = remarks(answer)
        if !rest.isEmpty { try sink.line("") }
        for remark in rest { try sink.line(dim(remark)) }
    }

    /// Remembers what is explained at the end.
    private mutating func gather(_ result: AnswerResult) {
        if result.hasConceptGlosses { hasConcept = true }
        if result.found.bridge != nil { isThrough = true }
        for shown in result.shownTransliterations {
            let rules = result.info.transliterations.first { $0.form == shown.form }
            if let rules, !forms.contains(rules) { forms.append(rules) }
        }
        if let id = result.entry.source, let text = result.sourceText,
            !sources.contains(where: { $0.id == id && $0.text == text })
        {
            sources.append(LexiconInfo.Source(id: id, text: text))
        }
    }

    func end(_ sink: any AnswerSink) throws {
        var notes: [String] = []
        if isThrough { notes.append(words(.throughMark)) }
        if hasConcept { notes.append(words(.conceptMark)) }
        if !forms.isEmpty {
            notes.append(words(.transliterationMark(forms)))
        }
        if !notes.isEmpty || !sources.isEmpty { try sink.line("") }
        for note in notes { try sink.line(dim(note)) }
        guard !sources.isEmpty else { return }
        try sink.line(dim(words(.sources) + ":"))
        let width = sources.map { DisplayWidth.of($0.id) }.max() ?? 0
        for source in sources {
            try sink.line(dim("  \(DisplayWidth.padded(source.id, to: width))  \(source.text)"))
        }
    }

    /// The line above results that says how they were found; nil where nothing needs to be said.
    private func heading(of group: Answer.Group, in answer: Answer, isFirst: Bool) -> String? {
        let isWhole = group.asked == answer.query
        return switch group.way {
        case .exact: isWhole ? nil : words(.lookedUp(group.asked))
        case .asked, .none: nil
        case .withoutClassifier:
            words(isWhole ? .withClassifier : .withoutClassifier(answer.aside, group.asked))
        case .longer: words(.longer(group.asked))
        case .rules: words(.byRules)
        case .throughConcept, .throughLanguage:
            words(.through(answer.aside, group.asked, isConcept: group.way == .throughConcept))
        case .part: words(.part(group.asked))
        case .otherAccents:
            words(Search.isPlain(group.asked) ? .accents(group.asked) : .otherAccents(group.asked))
        case .neighbour:
            words(
                .neighbours(
                    answer.targetName(in: language), names(of: group, in: answer), isWhole ? nil : group.asked
                ))
        }
    }

    /// The languages of results, each once.
    private func names(of group: Answer.Group, in answer: Answer) -> [String] {
        var names: [String] = []
        for index in group.indices {
            let name = answer.results[index].info.name(in: language)
            if !names.contains(name) { names.append(name) }
        }
        return names
    }

    /// What stands below the results of an answer: what was set aside, what is not there, what was left out.
    private func remarks(_ answer: Answer) -> [String] {
        var remarks: [String] = []
        if !answer.aside.isEmpty {
            // The heading of a noun without its classifier has said it.
            let isSaid = answer.results.contains {
                $0.asked != answer.query
                    && ($0.way == .withoutClassifier || $0.way == .throughConcept
                        || $0.way == .throughLanguage)
            }
            if !isSaid { remarks.append(words(.aside(answer.aside))) }
        }
        if !answer.kept.isEmpty { remarks.append(words(.kept(answer.kept))) }
        if !answer.unknown.isEmpty { remarks.append(words(.unknown(answer.unknown))) }
        if !answer.more.isEmpty {
            let count = answer.more.reduce(0) { $0 + $1.count }
            let languages = answer.more.map { "\($0.info.name(in: language)) \($0.count)" }
            remarks.append(words(.more(count, languages)))
        }
        return remarks
    }

    private func words(_ words: AnswerWords) -> String { words.wording.text(in: language) }

    /// What led to an entry that is not a direct answer: the word asked for, the word between, the concept.
    private func way(_ bridge: Bridge) -> String {
        var parts = ["\(bridge.source.headword) (\(bridge.lexicon.info.language))"]
        if let word = bridge.word { parts.append("\(word.text) (\(word.language))") }
        if case .concept(let concept) = bridge.link {
            parts.append("\(words(.concept)) \(concept)")
        }
        return "⇢ " + parts.text(parted: " · ")
    }

    /// Headword, sound, part of speech, and the dictionary.
    private func headline(_ result: AnswerResult) -> [String] {
        let entry = result.entry
        var word = entry.headword
        if let homograph = entry.homograph { word += " (\(homograph))" }
        var sound: [String] = []
        if let romanisation = entry.romanisation { sound.append(romanisation) }
        sound += result.shownTransliterations.map { "~" + $0.text }
        if let pronunciation = entry.pronunciation { sound.append("/\(pronunciation)/") }
        let title = result.info.title(in: language.rawValue)
        return [
            word, sound.text(parted: " "), entry.partOfSpeech ?? "",
            "\(title) (\(result.info.language))",
        ]
    }

    private func line(_ row: [String], _ widths: [Int]) -> String {
        var cells: [String] = []
        for (column, cell) in row.enumerated() where widths[column] > 0 {
            // Padding stands outside the colour, so that underlines and backgrounds end with the word.
            let padding = String(repeating: " ", count: widths[column] - DisplayWidth.of(cell))
            let shown = column == 0 ? strong(cell) : column == 3 ? dim(cell) : cell
            cells.append(shown + (column == 3 ? "" : padding))
        }
        return cells.text(parted: "  ")
    }

    private func details(_ result: AnswerResult) -> [String] {
        let entry = result.entry
        var lines: [String] = []
        if let bridge = result.found.bridge { lines.append(way(bridge)) }
        let others = entry.variants + entry.scriptForms.map(\.text)
        if !others.isEmpty {
            lines.append("\(words(.alsoWritten)): \(others.text(parted: ", "))")
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
            for gloss in grouped(result.glosses(sense.glosses)) {
                let label = dim(DisplayWidth.padded(gloss.language, to: width))
                let mark = result.method(in: gloss.language) == .concept ? "≈ " : ""
                add("\(label)  \(mark)\(isFirst ? speech : "")\(gloss.text)")
            }
            for definition in result.glosses(sense.definitions) {
                add("\(dim(DisplayWidth.padded(definition.language, to: width)))  \(definition.text)")
            }
            for example in sense.examples {
                let translations = result.glosses(example.translations).map(\.text).text(parted: " / ")
                add(translations.isEmpty ? "· \(example.text)" : "· \(example.text) — \(translations)")
            }
        }
        var origin = entry.source ?? ""
        if let id = entry.sourceEntry { origin += entry.source == nil ? id : " " + id }
        if let concept = entry.concept {
            origin += "\(origin.isEmpty ? "" : ", ")\(words(.concept)) \(concept)"
        }
        if let dialect = entry.dialect { lines.append("\(words(.dialect)): \(dialect)") }
        if let note = entry.note { lines.append("\(words(.note)): \(note)") }
        if !entry.related.isEmpty {
            lines.append("\(words(.seeAlso)): \(entry.related.text(parted: ", "))")
        }
        for file in entry.audio + entry.pictures { lines.append(file) }
        if let licence = entry.licence { origin += "\(origin.isEmpty ? "" : ", ")\(licence)" }
        if !origin.isEmpty { lines.append(dim(origin)) }
        return lines
    }

    /// The glosses of each language as one, in the order they come.
    private func grouped(_ glosses: [Gloss]) -> [Gloss] {
        var groups: [Gloss] = []
        for gloss in glosses {
            if let index = groups.firstIndex(where: { $0.language == gloss.language }) {
                groups[index].text += "; " + gloss.text
            } else {
                groups.append(gloss)
            }
        }
        return groups
    }

    /// A headword: in magenta, which is legible on dark and on light.
    ///
    /// Latin letters are bold too. Terminals make other letters bold by drawing them twice, which blurs their signs.
    private func strong(_ text: String) -> String {
        guard isColoured else { return text }
        let isLatin = text.unicodeScalars.allSatisfy {
            $0.value < 0x370 || (0x1E00...0x2FFF).contains($0.value)
        }
        return "\u{1B}[\(isLatin ? "1;35" : "35")m\(text)\u{1B}[0m"
    }

    /// What is not read first: in the own colour, but weaker.
    private func dim(_ text: String) -> String { isColoured ? "\u{1B}[2m\(text)\u{1B}[0m" : text }
}
