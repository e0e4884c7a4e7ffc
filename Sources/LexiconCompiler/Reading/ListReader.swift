import Text
import Diagnostics

/// Reads the list form: a header, then one entry a line, its fields separated by tabs.
struct ListReader: SourceReader {
    private let text: SourceText
    private var columns: [Column?] = []
    private var line = 0
    /// Whether it was looked for a separator other than the tab.
    private var isSeparatorKnown = false
    private(set) var header = SourceHeader()
    private(set) var glossLanguages: [String] = []
    private(set) var formScripts: [String] = []
    var expectsGlosses: Bool? { !glossLanguages.isEmpty }
    var offset: Int { text.lineRange(line).lowerBound }

    /// Reads the header of the text of `report`; what is wrong is added to `report`.
    init(_ report: inout LexiconReport) {
        text = report.text
        readHeader(&report)
    }

    private mutating func readHeader(_ report: inout LexiconReport) {
        var reader = LexiconHeaderReader(.list)
        var end = 0..<0
        while line < text.lineCount {
            let range = text.lineRange(line)
            line += 1
            guard !text.isBlankOrComment(range) else { continue }
            end = range
            guard let (word, rest) = text.firstWord(of: range) else { continue }
            let isKnown = LexiconKeyword(rawValue: text.text(word)) != nil
            if !isKnown, text.bytes[range].contains(0x09) {
                let start = range.lowerBound..<range.lowerBound
                report.add(
                    .missingEntries, at: range,
                    fixIts: [LexiconFix.writeEntries.by([.init(start, "entries\n")])])
                line -= 1
                break
            }
            if reader.read(word, text.withoutComment(rest), &report) == .entries { break }
        }
        reader.finish(at: end, &report)
        header = reader.header
        readColumns(&report)
    }

    mutating func next(_ report: inout LexiconReport) -> SourceEntry? {
        // Without columns nothing is known about fields; that they are missing has been said.
        guard columns.contains(.headword), !reportSeparator(&report) else {
            line = text.lineCount
            return nil
        }
        while line < text.lineCount {
            let range = text.lineRange(line)
            line += 1
            if !text.isBlankOrComment(range), let entry = entry(range, &report) { return entry }
        }
        return nil
    }

    /// Whether no entry has a tab and nearly all have as many of another separator as there are columns; reports it.
    private mutating func reportSeparator(_ report: inout LexiconReport) -> Bool {
        guard !isSeparatorKnown else { return false }
        isSeparatorKnown = true
        guard columns.count > 1 else { return false }
        var counts: [UInt8: Int] = [:]
        var first: Range<Int>?
        var entries = 0
        let separators: [UInt8] = [0x3B, 0x2C, 0x7C]
        for index in line..<text.lineCount {
            let range = text.lineRange(index)
            guard !text.isBlankOrComment(range) else { continue }
            guard !text.bytes[range].contains(0x09) else { return false }
            first = first ?? range
            entries += 1
            for separator in separators {
                let found = text.bytes[range].count { $0 == separator }
                // The last columns may be left out.
                if found > 0, found < columns.count { counts[separator, default: 0] += 1 }
            }
        }
        guard let first, let best = separators.max(by: { counts[$0, default: 0] < counts[$1, default: 0] }),
            counts[best, default: 0] * 10 >= entries * 9
        else { return false }
        let places = (first.lowerBound..<text.bytes.count).filter { text.bytes[$0] == best }
        report.add(
            .otherSeparator(String(UnicodeScalar(best))), at: first,
            fixIts: [
                LexiconFix.tabsForSeparators.by(places.map { .init($0..<$0 + 1, "\t") }, isObvious: false)
            ])
        return true
    }

    /// The quotes that a spreadsheet writes around fields; those in a field are doubled then.
    private func checkQuotes(_ fields: [Range<Int>], _ report: inout LexiconReport) {
        var edits: [Diagnostic.FixIt.Edit] = []
        var isSure = false
        for (index, field) in fields.enumerated() {
            let range = text.trimmed(field)
            guard range.count > 2, text.bytes[range.lowerBound] == 0x22,
                let inner = ListReader.unquoted(text.bytes[range])
            else { continue }
            // Around a gloss alone they may be meant.
            let isHeadword = columns.indices.contains(index) && columns[index] == .headword
            isSure = isSure || isHeadword || inner.count < range.count - 2
            edits.append(.init(range, String(decoding: inner, as: UTF8.self)))
        }
        guard let first = edits.first else { return }
        report.add(
            .spreadsheetQuotes(text.text(first.range), meant: first.replacement), at: first.range,
            fixIts: [LexiconFix.removeQuotes.by(edits, isObvious: isSure)])
    }

    /// What stands between quotes, the doubled ones made single; nil where a single one shows that these are others.
    private static func unquoted(_ field: ArraySlice<UInt8>) -> [UInt8]? {
        guard field.last == 0x22 else { return nil }
        var inner: [UInt8] = []
        var isOpen = false
        for byte in field.dropFirst().dropLast() {
            if byte == 0x22 {
                if isOpen { inner.append(byte) }
                isOpen.toggle()
            } else if isOpen {
                return nil
            } else {
                inner.append(byte)
            }
        }
        return isOpen || inner.isEmpty ? nil : inner
    }

    private mutating func readColumns(_ report: inout LexiconReport) {
        var seen: [String: Piece] = [:]
        // With tabs it is a line of columns and the first entry, run together.
        let isRunTogether = header.columns?.first.map { first in
            text.bytes[text.lineRange(text.position(of: first.range.lowerBound).line - 1)].contains(0x09)
        }
        for name in header.columns ?? [] {
            let column = Column(name.text)
            if column == nil {
                let meant = closest(name.text, among: Column.names)
                report.add(
                    .unknownColumn(name.text, meant: meant), at: name.range,
                    fixIts: meant.map { [.write($0, at: name.range, isObvious: isRunTogether != true)] } ?? []
                )
            } else if let first = seen[name.text] {
                report.add(
                    .repeatedColumn(name.text), at: name.range,
                    notes: [.firstHere(first.range, in: text)])
            }
            seen[name.text] = name
            columns.append(column)
            switch column {
            case .gloss(let language), .definition(let language):
                if !glossLanguages.contains(language) { glossLanguages.append(language) }
            case .scriptForm(let script): formScripts.append(script)
            default: break
            }
        }
        if let names = header.columns, !columns.contains(.headword), let first = names.first {
            report.add(.noHeadwordColumn, at: first.range)
        }
    }

    private func entry(_ range: Range<Int>, _ report: inout LexiconReport) -> SourceEntry? {
        var fields: [Range<Int>] = []
        var start = range.lowerBound
        for offset in range where text.bytes[offset] == 0x09 {
            fields.append(start..<offset)
            start = offset + 1
        }
        fields.append(start..<range.upperBound)
        guard checkFields(&fields, range, &report) else { return nil }
        var entry = SourceEntry(
            headword: Piece(text: "", range: range.lowerBound..<range.lowerBound), range: range)
        var glosses: [(language: String, senses: [[Piece]], range: Range<Int>)] = []
        for (column, field) in zip(columns, fields) {
            let piece = text.piece(field)
            if column == .headword {
                entry.headword = piece
            } else if let column, !piece.isEmpty {
                set(column, piece, &entry)
                if case .gloss(let language) = column {
                    let senses = text.parts(piece.range, by: "|").map { text.parts($0.range, by: ";") }
                    glosses.append((language, senses, piece.range))
                }
            }
        }
        guard !entry.headword.isEmpty else {
            report.add(.noHeadword, at: range)
            return nil
        }
        addGlosses(glosses, &entry, &report)
        for (column, field) in zip(columns, fields) {
            switch column {
            case .example: addExamples(text.parts(field, by: "|"), &entry)
            case .domain:
                for (index, domain) in text.parts(field, by: "|").enumerated() where !domain.isEmpty {
                    sense(index, &entry) {
                        $0.domains = text.parts(domain.range, by: ";").filter { !$0.isEmpty }
                    }
                }
            case .usage:
                for (index, usage) in text.parts(field, by: "|").enumerated() where !usage.isEmpty {
                    sense(index, &entry) { $0.usage = usage }
                }
            case .definition(let language):
                for (index, piece) in text.parts(field, by: "|").enumerated() where !piece.isEmpty {
                    sense(index, &entry) { $0.definitions.append((language, piece)) }
                }
            default: break
            }
        }
        for (column, field) in zip(columns, fields) {
            if case .translation(let language) = column {
                addTranslations(text.parts(field, by: "|"), language, &entry, &report)
            }
        }
        return entry
    }

    /// Whether the fields can be those of an entry.
    private func checkFields(
        _ fields: inout [Range<Int>], _ range: Range<Int>, _ report: inout LexiconReport
    ) -> Bool {
        while fields.count > columns.count, let last = fields.last, text.trimmed(last).isEmpty {
            fields.removeLast()
        }
        if fields.count > columns.count {
            report.add(
                .tooManyFields(fields.count, expected: columns.count),
                at: fields[columns.count].lowerBound..<range.upperBound)
        } else if fields.count < columns.count {
            for field in fields {
                let gaps = gaps(in: text.trimmed(field))
                guard let first = gaps.first else { continue }
                let isOne = fields.count == 1
                report.add(
                    isOne ? .spacesOnly : .spacesInField, at: first,
                    fixIts: [
                        LexiconFix.tabsForGaps.by(gaps.map { .init($0, "\t") }, isObvious: isOne)
                    ])
                if isOne { return false }
                break
            }
        }
        checkQuotes(fields, &report)
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

    private func set(_ column: Column, _ piece: Piece, _ entry: inout SourceEntry) {
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
        case .orthography: entry.orthography = piece
        case .licence: entry.licence = piece
        case .audio: entry.audio = text.parts(piece.range, by: ";").filter { !$0.isEmpty }
        case .picture: entry.pictures = text.parts(piece.range, by: ";").filter { !$0.isEmpty }
        case .weight: entry.weight = piece
        case .frequency: entry.frequency = piece
        case .scriptForm(let script):
            let range = piece.range
            entry.scriptForms += text.parts(range, by: ";").filter { !$0.isEmpty }
                .map { (Piece(text: script, range: range), $0) }
        case .headword, .gloss, .example, .translation, .domain, .usage, .definition: break
        }
    }

    private func addGlosses(
        _ glosses: [(language: String, senses: [[Piece]], range: Range<Int>)], _ entry: inout SourceEntry,
        _ report: inout LexiconReport
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
                    .senseCount(
                        senses.count, in: language, firstCount: first.senses.count, firstIn: first.language),
                    at: range,
                    notes: [.senses(first.senses.count, at: first.range, in: text)])
            }
        }
        for sense in entry.senses where sense.glosses.isEmpty { report.add(.emptyGloss, at: sense.range) }
        entry.senses.removeAll { $0.glosses.isEmpty }
    }

    private func addExamples(_ pieces: [Piece], _ entry: inout SourceEntry) {
        for (index, piece) in pieces.enumerated() where !piece.isEmpty {
            sense(index, &entry) { $0.examples.append(SourceExample(text: piece)) }
        }
    }

    private func addTranslations(
        _ pieces: [Piece], _ language: String, _ entry: inout SourceEntry, _ report: inout LexiconReport
    ) {
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
