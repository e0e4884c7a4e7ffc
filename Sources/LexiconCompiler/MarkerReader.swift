import Diagnostics

/// Reads standard format markers (MDF): a header of `\_…` lines, then records that begin with `\lx`.
struct MarkerReader {
    private var report: Report
    private var header = HeaderReader(.markers)
    private var source = LexiconSource()
    private var entry: SourceEntry?
    private var sense: SourceSense?
    /// Whether no `\lx` was met yet.
    private var isHeader = true
    private var headerEnd = 0..<0
    /// The part of speech of the senses to come.
    private var partOfSpeech: Piece?
    /// The last `\lx`, to which subentries belong.
    private var mainEntry: Piece?
    private var unknown: [String: (first: Range<Int>, count: Int)] = [:]
    /// The first field in a regional language when the header names none.
    private var regional: Range<Int>?
    private var text: SourceText { report.text }

    /// A marker with its text, which may go on over several lines.
    private struct Field {
        var marker: Piece
        var value: Piece
        var line: Range<Int>
    }

    /// What the text of `report` says; what is wrong is added to `report`.
    static func read(_ report: inout Report) -> LexiconSource {
        var reader = MarkerReader(report)
        for field in reader.fields() { reader.take(field) }
        reader.finish()
        report = reader.report
        return reader.source
    }

    private init(_ report: Report) { self.report = report }

    private mutating func fields() -> [Field] {
        var fields: [Field] = []
        for index in 0..<text.lineCount {
            let line = text.trimmed(text.lineRange(index))
            guard let first = line.first else { continue }
            guard text.bytes[first] == 0x5C else {
                guard !fields.isEmpty else {
                    report.add(.noMarker, at: line)
                    continue
                }
                let last = fields.count - 1
                let more = text.piece(line)
                let isEmpty = fields[last].value.isEmpty
                fields[last].value.text += (isEmpty ? "" : " ") + more.text
                let start = isEmpty ? more.range.lowerBound : fields[last].value.range.lowerBound
                fields[last].value.range = start..<more.range.upperBound
                fields[last].line = fields[last].line.lowerBound..<line.upperBound
                continue
            }
            let end = line.first { text.bytes[$0] == 0x20 || text.bytes[$0] == 0x09 } ?? line.upperBound
            fields.append(
                Field(
                    marker: text.piece((first + 1)..<end), value: text.piece(end..<line.upperBound),
                    line: line))
        }
        return fields
    }

    private mutating func take(_ field: Field) {
        if field.marker.text.hasPrefix("_") {
            takeHeader(field)
        } else if field.marker.text == "lx" || field.marker.text == "se" && entry != nil {
            startEntry(field)
        } else if entry == nil {
            // An entry without a headword has been told of; its fields go with it.
            if isHeader { report.add(.fieldBeforeEntry(field.marker.text), at: field.line) }
        } else {
            takeField(field)
        }
    }

    private mutating func takeHeader(_ field: Field) {
        // Lines that Toolbox writes itself at the top of every database.
        if ["_sh", "_DateStampHasFourDigitYear"].contains(field.marker.text) { return }
        let keyword = Piece(
            text: String(field.marker.text.dropFirst()),
            range: min(
                field.marker.range.lowerBound + 1, field.marker.range.upperBound)..<field.marker.range
                .upperBound)
        guard isHeader else {
            report.add(.keywordAfterEntry("\\" + field.marker.text), at: field.line)
            return
        }
        headerEnd = field.line
        header.read(keyword, field.value.range, &report)
    }

    private mutating func startEntry(_ field: Field) {
        endEntry()
        isHeader = false
        partOfSpeech = nil
        guard !field.value.isEmpty else {
            report.add(.noHeadword, at: field.line)
            return
        }
        var entry = SourceEntry(headword: field.value, range: field.line)
        if field.marker.text == "lx" {
            mainEntry = field.value
        } else if let mainEntry {
            entry.related = [mainEntry]
        }
        self.entry = entry
    }

    private mutating func endEntry() {
        endSense()
        if let entry { source.entries.append(entry) }
        entry = nil
    }

    private mutating func endSense() {
        if let sense, !sense.isEmpty { entry?.senses.append(sense) }
        sense = nil
    }

    private mutating func takeField(_ field: Field) {
        let value = field.value
        switch field.marker.text {
        case "ge", "gn", "gr", "gv": takeGlosses(field)
        case "de", "dn", "dr", "dv":
            guard !value.isEmpty, let language = language(of: field) else { return }
            change(field) { $0.definitions.append((language, value)) }
        case "xe", "xn", "xr": takeTranslation(field)
        case _ where value.isEmpty && MarkerReader.markers.contains(field.marker.text):
            // Toolbox writes the markers of a template whether they are filled in or not.
            if field.marker.text == "sn" { endSense() }
        case "sn": endSense()
        case "ps":
            // A new part of speech begins a new group of senses, unless the sense at hand has nothing yet.
            if sense.map({ !$0.glosses.isEmpty || !$0.definitions.isEmpty }) ?? false { endSense() }
            partOfSpeech = value
            sense?.partOfSpeech = value
            if entry?.partOfSpeech == nil { entry?.partOfSpeech = value }
        case "hm": set(\.homograph, field)
        case "lc": set(\.citation, field)
        case "ph": set(\.pronunciation, field)
        case "rom": set(\.romanisation, field)
        case "st": set(\.status, field)
        case "dt": set(\.date, field)
        case "so": takeSource(field)
        case "va": entry?.variants.append(value)
        case "cf": entry?.related.append(value)
        case "nt": entry?.notes.append(value)
        case "xv": change(field) { $0.examples.append(SourceExample(text: value)) }
        case "sd": change(field) { $0.domains.append(value) }
        case "sy": change(field) { $0.synonyms.append(value) }
        case "ue":
            if sense?.usage != nil {
                report.add(.repeatedField("ue"), at: field.line)
            } else {
                change(field) { $0.usage = value }
            }
        default:
            let known = unknown[field.marker.text]
            unknown[field.marker.text] = (known?.first ?? field.marker.range, (known?.count ?? 0) + 1)
        }
    }

    /// The markers of an entry that are read; what they hold is told in <doc:Writing-a-lexicon>.
    static let markers = [
        "lx", "hm", "se", "lc", "ph", "rom", "va", "ps", "sn", "ge", "gn", "gr", "gv", "de", "dn", "dr", "dv",
        "xv", "xe",
        "xn", "xr", "sd", "sy", "ue", "cf", "nt", "so", "st", "dt",
    ]

    private mutating func set(_ path: WritableKeyPath<SourceEntry, Piece?>, _ field: Field) {
        guard var changed = entry else { return }
        if changed[keyPath: path] != nil { report.add(.repeatedField(field.marker.text), at: field.line) }
        changed[keyPath: path] = changed[keyPath: path] ?? field.value
        entry = changed
    }

    /// Changes the sense at hand, which begins here when there is none.
    private mutating func change(_ field: Field, _ change: (inout SourceSense) -> Void) {
        var changed = sense ?? SourceSense(partOfSpeech: partOfSpeech, range: field.line)
        change(&changed)
        sense = changed
    }

    /// `\so id` or `\so id what the source calls the entry`.
    private mutating func takeSource(_ field: Field) {
        guard entry?.source == nil else {
            report.add(.repeatedField("so"), at: field.line)
            return
        }
        guard let id = text.words(field.value.range).first else { return }
        let rest = text.piece(id.range.upperBound..<field.value.range.upperBound)
        entry?.source = id
        entry?.sourceEntry = rest
    }

    private mutating func takeGlosses(_ field: Field) {
        guard let language = language(of: field) else { return }
        let glosses = glosses(field.value)
        if glosses.contains(where: \.isEmpty) { report.add(.emptyGloss, at: field.line) }
        change(field) { $0.glosses += glosses.filter { !$0.isEmpty }.map { (language, $0) } }
    }

    /// The glosses of one field: a semicolon outside brackets and before a blank separates them.
    private func glosses(_ value: Piece) -> [Piece] {
        var glosses: [Piece] = []
        var depth = 0
        var start = value.range.lowerBound
        // A text over several lines is not what stands in the source; its glosses stand in all of it.
        let isOneLine = !text.bytes[value.range].contains(0x0A)
        guard isOneLine else {
            return value.text.split(separator: "; ").map { Piece(text: String($0), range: value.range) }
        }
        for offset in value.range {
            switch text.bytes[offset] {
            case 0x28, 0x5B: depth += 1
            case 0x29, 0x5D: depth -= 1
            case 0x3B where depth <= 0:
                let isLast = offset + 1 == value.range.upperBound
                guard isLast || text.bytes[offset + 1] == 0x20 else { continue }
                glosses.append(text.piece(start..<offset))
                start = offset + 1
                if isLast { return glosses }
            default: break
            }
        }
        glosses.append(text.piece(start..<value.range.upperBound))
        return glosses
    }

    private mutating func takeTranslation(_ field: Field) {
        guard !field.value.isEmpty, let language = language(of: field) else { return }
        guard let last = sense?.examples.indices.last else {
            report.add(.translationWithoutExample("\\" + field.marker.text, of: "\\xv"), at: field.line)
            return
        }
        sense?.examples[last].translations.append((language, field.value))
    }

    /// The language of a marker by its last letter: English, national, regional, vernacular.
    private mutating func language(of field: Field) -> String? {
        switch field.marker.text.last {
        case "e": return "en"
        case "n": return header.header.national?.text ?? "vi"
        case "v": return header.header.language?.text
        default:
            if let language = header.header.regional?.text { return language }
            regional = regional ?? field.marker.range
            return nil
        }
    }

    private mutating func finish() {
        endEntry()
        header.finish(at: headerEnd, &report)
        source.header = header.header
        for (marker, found) in unknown {
            let meant = suggestion(for: marker, among: MarkerReader.markers)
            report.add(
                .unknownMarker(marker, count: found.count, suggestion: meant.map { "\\" + $0 }),
                at: found.first,
                fixIts: meant.map { [.init("write '\\\($0)'", [.init(found.first, $0)])] } ?? [])
        }
        if let regional { report.add(.noRegional, at: regional) }
        // The national language first, as it is the one most readers have.
        let candidates = [
            header.header.national?.text ?? "vi", "en", header.header.regional?.text,
            header.header.language?.text,
        ]
        let used = Set(
            source.entries.flatMap { entry in
                entry.senses.flatMap { ($0.glosses + $0.definitions).map(\.language) }
            })
        for language in candidates.compactMap({ $0 })
        where used.contains(language) && !source.glossLanguages.contains(language) {
            source.glossLanguages.append(language)
        }
        source.expectsGlosses = !used.isEmpty
    }
}
