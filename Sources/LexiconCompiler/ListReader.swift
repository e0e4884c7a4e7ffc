import Diagnostics

/// Reads the list form: a header, then one entry a line, its fields separated by tabs.
struct ListReader {
    private var report: Report
    private var header = HeaderReader(.list)
    private var columns: [Column?] = []
    private var source = LexiconSource()
    private var text: SourceText { report.text }

    /// What the text of `report` says; what is wrong is added to `report`.
    static func read(_ report: inout Report) -> LexiconSource {
        var reader = ListReader(report)
        reader.readLines()
        report = reader.report
        return reader.source
    }

    private init(_ report: Report) { self.report = report }

    private mutating func readLines() {
        var line = 0
        var end = 0..<0
        while line < text.lineCount {
            let range = text.lineRange(line)
            line += 1
            guard !text.isBlankOrComment(range) else { continue }
            end = range
            guard let word = text.words(range).first else { continue }
            let isKnown = HeaderReader.Keyword(rawValue: word.text) != nil
            if !isKnown, text.bytes[range].contains(0x09) {
                let start = range.lowerBound..<range.lowerBound
                report.add(
                    .missingEntries, at: range,
                    fixIts: [.init("write 'entries' before this line", [.init(start, "entries\n")])])
                line -= 1
                break
            }
            let value = text.withoutComment(word.range.upperBound..<range.upperBound)
            if header.read(word, value, &report) == .entries { break }
        }
        header.finish(at: end, &report)
        source.header = header.header
        readColumns()
        while line < text.lineCount {
            let range = text.lineRange(line)
            line += 1
            guard !text.isBlankOrComment(range) else { continue }
            readEntry(range)
        }
    }

    private mutating func readColumns() {
        var seen: [String: Piece] = [:]
        for name in source.header.columns ?? [] {
            let column = Column(name.text)
            if column == nil {
                let meant = suggestion(for: name.text, among: Column.names)
                report.add(
                    .unknownColumn(name.text, suggestion: meant), at: name.range,
                    fixIts: meant.map { [.init("write '\($0)'", [.init(name.range, $0)])] } ?? [])
            } else if let first = seen[name.text] {
                report.add(
                    .repeatedColumn(name.text), at: name.range,
                    notes: [.init(Message.firstHere, at: first.range, in: text)])
            }
            seen[name.text] = name
            columns.append(column)
            if case .gloss(let language) = column, !source.glossLanguages.contains(language) {
                source.glossLanguages.append(language)
            }
        }
        if let names = source.header.columns, !columns.contains(.headword), let first = names.first {
            report.add(.noHeadwordColumn, at: first.range)
        }
        source.expectsGlosses = !source.glossLanguages.isEmpty
    }

    private mutating func readEntry(_ range: Range<Int>) {
        // Without columns nothing is known about fields; that they are missing has been said.
        guard columns.contains(.headword) else { return }
        var fields: [Range<Int>] = []
        var start = range.lowerBound
        for offset in range where text.bytes[offset] == 0x09 {
            fields.append(start..<offset)
            start = offset + 1
        }
        fields.append(start..<range.upperBound)
        guard checkFields(&fields, range) else { return }
        var entry = SourceEntry(
            headword: Piece(text: "", range: range.lowerBound..<range.lowerBound), range: range)
        var glosses: [(language: String, senses: [[Piece]], range: Range<Int>)] = []
        for (column, field) in zip(columns, fields) {
            let piece = text.piece(field)
            if column == .headword {
                entry.headword = piece
            } else if let column, !piece.isEmpty {
                take(column, piece, &entry)
                if case .gloss(let language) = column {
                    let senses = text.parts(piece.range, by: "|").map { text.parts($0.range, by: ";") }
                    glosses.append((language, senses, piece.range))
                }
            }
        }
        guard !entry.headword.isEmpty else {
            report.add(.noHeadword, at: range)
            return
        }
        addGlosses(glosses, &entry)
        for (column, field) in zip(columns, fields) {
            switch column {
            case .example: addExamples(text.parts(field, by: "|"), &entry)
            case .domain:
                for (index, domain) in text.parts(field, by: "|").enumerated() where !domain.isEmpty {
                    sense(index, &entry) {
                        $0.domains = self.text.parts(domain.range, by: ";").filter { !$0.isEmpty }
                    }
                }
            default: break
            }
        }
        for (column, field) in zip(columns, fields) {
            if case .translation(let language) = column {
                addTranslations(text.parts(field, by: "|"), language, &entry)
            }
        }
        source.entries.append(entry)
    }

    /// Whether the fields can be those of an entry.
    private mutating func checkFields(_ fields: inout [Range<Int>], _ range: Range<Int>) -> Bool {
        while fields.count > columns.count, let last = fields.last, text.trimmed(last).isEmpty {
            fields.removeLast()
        }
        if fields.count > columns.count {
            report.add(
                .tooManyFields(fields.count, columns.count),
                at: fields[columns.count].lowerBound..<range.upperBound)
        } else if fields.count < columns.count {
            for field in fields {
                let gaps = gaps(in: text.trimmed(field))
                guard let first = gaps.first else { continue }
                let isOne = fields.count == 1
                report.add(
                    isOne ? .spacesOnly : .spacesInField, at: first,
                    fixIts: [
                        .init("put tabs in their place", gaps.map { .init($0, "\t") }, isObvious: isOne)
                    ])
                if isOne { return false }
                break
            }
        }
        for field in fields {
            for offset in field where text.bytes[offset] == 0x23 && offset > field.lowerBound {
                let startsWord = text.bytes[offset - 1] == 0x20
                let endsWord = offset + 1 == field.upperBound || text.bytes[offset + 1] == 0x20
                if startsWord, endsWord { report.add(.hashInEntry, at: offset..<(offset + 1)) }
            }
        }
        return true
    }

    /// Runs of two spaces or more.
    private func gaps(in range: Range<Int>) -> [Range<Int>] {
        var gaps: [Range<Int>] = []
        var start: Int?
        for offset in range {
            if text.bytes[offset] == 0x20 {
                start = start ?? offset
            } else {
                if let from = start, offset - from >= 2 { gaps.append(from..<offset) }
                start = nil
            }
        }
        return gaps
    }

    private func take(_ column: Column, _ piece: Piece, _ entry: inout SourceEntry) {
        switch column {
        case .homograph: entry.homograph = piece
        case .citation: entry.citation = piece
        case .variant: entry.variants = text.parts(piece.range, by: ";").filter { !$0.isEmpty }
        case .romanisation: entry.romanisation = piece
        case .pronunciation: entry.pronunciation = piece
        case .partOfSpeech: entry.partOfSpeech = piece
        case .source: entry.source = piece
        case .sourceEntry: entry.sourceEntry = piece
        case .concept: entry.concept = piece
        case .method: entry.method = piece
        case .dialect: entry.dialect = piece
        case .note: entry.notes = [piece]
        case .status: entry.status = piece
        case .related: entry.related = text.parts(piece.range, by: ";").filter { !$0.isEmpty }
        case .date: entry.date = piece
        case .headword, .gloss, .example, .translation, .domain: break
        }
    }

    private mutating func addGlosses(
        _ glosses: [(language: String, senses: [[Piece]], range: Range<Int>)], _ entry: inout SourceEntry
    ) {
        for (language, senses, range) in glosses {
            for (index, pieces) in senses.enumerated() {
                for piece in pieces where piece.isEmpty {
                    // Between two bars a sense may be left out; between semicolons nothing is meant.
                    if pieces.count > 1 || senses.count == 1 { report.add(.emptyGloss, at: range) }
                }
                let present = pieces.filter { !$0.isEmpty }.map { (language: language, text: $0) }
                sense(index, &entry) { $0.glosses += present }
            }
            if let first = glosses.first, first.senses.count != senses.count,
                first.senses.count > 1 || senses.count > 1
            {
                report.add(
                    .senseCount(first.language, first.senses.count, language, senses.count), at: range,
                    notes: [.init("\(first.senses.count) here", at: first.range, in: text)])
            }
        }
        for sense in entry.senses where sense.glosses.isEmpty { report.add(.emptyGloss, at: sense.range) }
        entry.senses.removeAll { $0.glosses.isEmpty }
    }

    private mutating func addExamples(_ pieces: [Piece], _ entry: inout SourceEntry) {
        for (index, piece) in pieces.enumerated() where !piece.isEmpty {
            sense(index, &entry) { $0.examples.append(SourceExample(text: piece)) }
        }
    }

    private mutating func addTranslations(_ pieces: [Piece], _ language: String, _ entry: inout SourceEntry) {
        for (index, piece) in pieces.enumerated() where !piece.isEmpty {
            guard entry.senses.indices.contains(index), !entry.senses[index].examples.isEmpty else {
                report.add(.translationWithoutExample("example.\(language)", of: "example"), at: piece.range)
                continue
            }
            entry.senses[index].examples[0].translations.append((language, piece))
        }
    }

    /// Changes the sense numbered `index`, which is made when it is not there.
    private func sense(_ index: Int, _ entry: inout SourceEntry, _ change: (inout SourceSense) -> Void) {
        while entry.senses.count <= index { entry.senses.append(SourceSense(range: entry.range)) }
        change(&entry.senses[index])
    }
}
