import Text
import Diagnostics

/// Reads standard format markers (MDF): a header of `\_…` lines, then records that begin with `\lx`.
struct MarkerReader: SourceReader {
    private let text: SourceText
    private var line = 0
    /// The field that ``nextField(_:)`` has read too far.
    private var pending: Field?
    /// The `\lx` that ended the header.
    private var firstEntry: Field?
    private(set) var header = SourceHeader()
    private(set) var glossLanguages: [String] = []
    private(set) var formScripts: [String] = []
    /// Only known when all is read.
    let expectsGlosses: Bool? = nil
    var offset: Int { text.lineRange(line).lowerBound }
    private var entry: SourceEntry?
    private var sense: SourceSense?
    /// The part of speech of the senses to come.
    private var partOfSpeech: Piece?
    /// The last `\lx`, to which subentries belong.
    private var mainEntry: Piece?
    private var unknown: [String: (first: Range<Int>, count: Int)] = [:]
    /// The first field in a regional language when the header names none.
    private var regional: Range<Int>?
    private var isFinished = false

    /// A marker with its text, which may go on over several lines.
    fileprivate struct Field {
        var marker: String
        var markerRange: Range<Int>
        var value: Piece
        var line: Range<Int>
        /// Whether the text goes on over several lines, and so is not what stands in the source.
        var isJoined = false
    }

    /// Reads the header of the text of `report`; what is wrong is added to `report`.
    init(_ report: inout LexiconReport) {
        text = report.text
        readHeader(&report)
        formScripts = scriptsOfForms()
    }

    private mutating func readHeader(_ report: inout LexiconReport) {
        var reader = LexiconHeaderReader(.markers)
        var end = 0..<0
        while let field = nextField(&report) {
            if field.marker == "lx" {
                firstEntry = field
                break
            }
            guard field.marker.hasPrefix("_") else {
                report.add(.fieldBeforeEntry(field.marker), at: field.line)
                continue
            }
            // Lines that Toolbox writes itself at the top of every database.
            if ["_sh", "_DateStampHasFourDigitYear"].contains(field.marker) { continue }
            let start = min(field.markerRange.lowerBound + 1, field.markerRange.upperBound)
            end = field.line
            reader.read(start..<field.markerRange.upperBound, field.value.range, &report)
        }
        reader.finish(at: end, &report)
        header = reader.header
        // The national language first, as it is the one most readers have.
        let languages = [
            header.national?.text ?? "vi", "en", header.regional?.text, header.language?.text,
        ]
        for language in languages.compactMap({ $0 }) where !glossLanguages.contains(language) {
            glossLanguages.append(language)
        }
    }

    mutating func next(_ report: inout LexiconReport) -> SourceEntry? {
        while let field = nextField(&report) {
            if field.marker == "lx" || field.marker == "se" && entry != nil {
                let done = endEntry()
                startEntry(field, &report)
                if let done { return done }
            } else if field.marker.hasPrefix("_") {
                if !["_sh", "_DateStampHasFourDigitYear"].contains(field.marker) {
                    report.add(.keywordAfterEntry("\\" + field.marker), at: field.line)
                }
            } else if entry != nil {
                // An entry without a headword has been reported; its fields go with it.
                readField(field, &report)
            }
        }
        let last = endEntry()
        if last == nil { finish(&report) }
        return last
    }

    /// The next marker with all of its text.
    private mutating func nextField(_ report: inout LexiconReport) -> Field? {
        if let first = firstEntry {
            firstEntry = nil
            return first
        }
        var field = pending
        pending = nil
        while line < text.lineCount {
            let range = text.trimmed(text.lineRange(line))
            line += 1
            guard let first = range.first else { continue }
            guard text.bytes[first] == 0x5C else {
                guard field != nil else {
                    report.add(.noMarker, at: range)
                    continue
                }
                field?.append(text.piece(range))
                continue
            }
            var end = first + 1
            while end < range.upperBound, text.bytes[end] != 0x20, text.bytes[end] != 0x09 { end += 1 }
            let marker = (first + 1)..<end
            let next = Field(
                marker: text.isPlain(marker) ? text.text(marker) : text.piece(marker).text,
                markerRange: marker, value: text.piece(end..<range.upperBound), line: range)
            if let field {
                pending = next
                return field
            }
            field = next
        }
        return field
    }

    /// The scripts that `\scr` fields name, which the folding must know before the first entry.
    private func scriptsOfForms() -> [String] {
        let marker = Array("\\scr ".utf8)
        var scripts: [String] = []
        for index in 0..<text.lineCount {
            let start = text.lineStarts[index]
            guard start + 10 <= text.bytes.count, text.bytes[start] == 0x5C,
                text.bytes[start..<(start + 5)].elementsEqual(marker)
            else { continue }
            let script = text.text((start + 5)..<(start + 9))
            if LanguageTag.isScript(script), !scripts.contains(script) { scripts.append(script) }
        }
        return scripts.sorted()
    }

    private mutating func startEntry(_ field: Field, _ report: inout LexiconReport) {
        partOfSpeech = nil
        guard !field.value.isEmpty else {
            report.add(.noHeadword, at: field.line)
            return
        }
        var entry = SourceEntry(headword: field.value, range: field.line)
        if field.marker == "lx" {
            mainEntry = field.value
        } else if let mainEntry {
            entry.related = [mainEntry]
        }
        self.entry = entry
    }

    private mutating func endEntry() -> SourceEntry? {
        endSense()
        defer { entry = nil }
        return entry
    }

    private mutating func endSense() {
        if let sense, !sense.isEmpty { entry?.senses.append(sense) }
        sense = nil
    }

    private mutating func readField(_ field: Field, _ report: inout LexiconReport) {
        let value = field.value
        switch field.marker {
        case "ge", "gn", "gr", "gv", "we", "wn", "wr": readGlosses(field, &report)
        case "de", "dn", "dr", "dv", "ee", "en", "er", "ev":
            guard !value.isEmpty, let language = language(of: field) else { return }
            change(field) { $0.definitions.append((language, value)) }
        case "xe", "xn", "xr": readTranslation(field, &report)
        case _ where value.isEmpty && MarkerReader.known.contains(field.marker):
            // Toolbox writes the markers of a template whether they are filled in or not.
            if field.marker == "sn" { endSense() }
        case "sn": endSense()
        case "ps":
            // A new part of speech begins a new group of senses, unless the current sense has nothing yet.
            if sense.map({ !$0.glosses.isEmpty || !$0.definitions.isEmpty }) ?? false { endSense() }
            partOfSpeech = value
            sense?.partOfSpeech = value
            if entry?.partOfSpeech == nil { entry?.partOfSpeech = value }
        case "hm": set(\.homograph, field, &report)
        case "lc": set(\.citation, field, &report)
        case "ph": set(\.pronunciation, field, &report)
        case "rom": set(\.romanisation, field, &report)
        case "st": set(\.status, field, &report)
        case "dt": set(\.date, field, &report)
        case "orth": set(\.orthography, field, &report)
        case "lic": set(\.licence, field, &report)
        case "dia": set(\.dialect, field, &report)
        case "con": set(\.concept, field, &report)
        case "met": set(\.method, field, &report)
        case "wt": set(\.weight, field, &report)
        case "fr": set(\.frequency, field, &report)
        case "so": readSource(field, &report)
        case "scr": readScriptForm(field, &report)
        case "va":
            let words = several(field)
            entry?.variants += words
        case "cf", "mn", "an":
            let words = several(field)
            entry?.related += words
        case "sf": entry?.audio.append(value)
        case "pc": entry?.pictures.append(value)
        case "nt", "np", "ng", "nd", "na", "ns", "nq", "lt", "sc", "bb", "bw", "et":
            entry?.notes.append(value)
        case "xv": change(field) { $0.examples.append(SourceExample(text: value)) }
        case "sd", "th", "is": change(field) { $0.domains.append(value) }
        case "sy":
            let words = several(field)
            change(field) { $0.synonyms += words }
        case "ue", "un", "ur", "uv", "oe", "on", "or", "ov":
            if sense?.usage != nil {
                report.add(.repeatedField(field.marker), at: field.line)
            } else {
                change(field) { $0.usage = value }
            }
        default:
            let known = unknown[field.marker]
            unknown[field.marker] = (known?.first ?? field.markerRange, (known?.count ?? 0) + 1)
        }
    }

    /// The words of a field, separated by a semicolon between blanks as in a list.
    private func several(_ field: Field) -> [Piece] {
        guard !field.isJoined else { return [field.value] }
        return text.parts(field.value.range, by: ";").filter { !$0.isEmpty }
    }

    /// The markers of an entry that are read; what they hold is explained in <doc:Writing-a-lexicon>.
    static let markers = [
        "lx", "hm", "se", "lc", "ph", "rom", "va", "scr", "orth", "ps", "sn", "ge", "gn", "gr", "gv", "we",
        "wn",
        "wr", "de", "dn", "dr", "dv", "ee", "en", "er", "ev", "xv", "xe", "xn", "xr", "sd", "th", "is", "sy",
        "ue", "un", "ur", "uv", "oe", "on", "or", "ov", "cf", "mn", "an", "nt", "np", "ng", "nd", "na", "ns",
        "nq", "lt", "sc", "bb", "bw", "et", "so", "con", "met", "lic", "dia", "sf", "pc", "wt", "fr", "st",
        "dt",
    ]
    private static let known = Set(markers)

    /// Markers of MDF that have no place in a lexicon here.
    static let unread: Set<String> = [
        "pn", "re", "rn", "rr", "rf", "lf", "le", "ln", "lr", "lv", "ce", "cn", "cr", "ve", "vn", "vr", "mr",
        "eg", "es", "ec", "tb", "pd", "pde", "pdl", "pdn", "pdr", "pdv", "sg", "pl", "rd", "1s", "2s", "3s",
        "4s", "1d", "2d", "3d", "4d", "1p", "1i", "1e", "2p", "3p", "4p", "ps1", "id",
    ]

    private mutating func set(
        _ path: WritableKeyPath<SourceEntry, Piece?>, _ field: Field, _ report: inout LexiconReport
    ) {
        if entry?[keyPath: path] == nil {
            entry?[keyPath: path] = field.value
        } else {
            report.add(.repeatedField(field.marker), at: field.line)
        }
    }

    /// Changes the current sense, which begins here when there is none.
    private mutating func change(_ field: Field, _ change: (inout SourceSense) -> Void) {
        var changed = sense ?? SourceSense(partOfSpeech: partOfSpeech, range: field.line)
        sense = nil
        change(&changed)
        sense = changed
    }

    /// `\so id` or `\so id what the source calls the entry`.
    private mutating func readSource(_ field: Field, _ report: inout LexiconReport) {
        guard entry?.source == nil else {
            report.add(.repeatedField("so"), at: field.line)
            return
        }
        guard let id = text.words(field.value.range).first else { return }
        let rest = text.piece(id.range.upperBound..<field.value.range.upperBound)
        entry?.source = id
        entry?.sourceEntry = rest
    }

    /// `\scr Cham ꨀꨇꨉ`.
    private mutating func readScriptForm(_ field: Field, _ report: inout LexiconReport) {
        guard let script = text.words(field.value.range).first else { return }
        let form = text.piece(script.range.upperBound..<field.value.range.upperBound)
        guard LanguageTag.isScript(script.text), !form.isEmpty else {
            report.add(.badScript(script.text), at: script.range)
            return
        }
        entry?.scriptForms.append((script, form))
    }

    private mutating func readGlosses(_ field: Field, _ report: inout LexiconReport) {
        guard let language = language(of: field) else { return }
        let glosses = glosses(field)
        if glosses.contains(where: \.isEmpty) { report.add(.emptyGloss, at: field.line) }
        change(field) { $0.glosses += glosses.filter { !$0.isEmpty }.map { (language, $0) } }
    }

    /// The glosses of one field: a semicolon outside brackets and before a blank separates them.
    private func glosses(_ field: Field) -> [Piece] {
        let value = field.value
        var glosses: [Piece] = []
        var depth = 0
        var start = value.range.lowerBound
        // A text over several lines is not what stands in the source; its glosses stand in all of it.
        guard !field.isJoined else {
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

    private mutating func readTranslation(_ field: Field, _ report: inout LexiconReport) {
        guard !field.value.isEmpty, let language = language(of: field) else { return }
        guard let last = sense?.examples.indices.last else {
            report.add(.translationWithoutExample("\\" + field.marker, of: "\\xv"), at: field.line)
            return
        }
        sense?.examples[last].translations.append((language, field.value))
    }

    /// The language of a marker by its last letter: English, national, regional, vernacular.
    private mutating func language(of field: Field) -> String? {
        switch field.marker.last {
        case "e": return "en"
        case "n": return header.national?.text ?? "vi"
        case "v": return header.language?.text
        default:
            if let language = header.regional?.text { return language }
            regional = regional ?? field.markerRange
            return nil
        }
    }

    /// What can only be said when all fields were read.
    private mutating func finish(_ report: inout LexiconReport) {
        guard !isFinished else { return }
        isFinished = true
        for (marker, found) in unknown {
            let isStandard = MarkerReader.unread.contains(marker)
            let meant = isStandard ? nil : closest(marker, among: MarkerReader.markers)
            report.add(
                isStandard
                    ? .unreadMarker(marker, count: found.count)
                    : .unknownMarker(marker, count: found.count, meant: meant.map { "\\" + $0 }),
                at: found.first,
                fixIts: meant.map { [.write($0, at: found.first)] } ?? [])
        }
        if let regional { report.add(.noRegional, at: regional) }
    }
}

extension MarkerReader.Field {
    /// Goes on with `more`, from a further line.
    fileprivate mutating func append(_ more: Piece) {
        let start = value.isEmpty ? more.range.lowerBound : value.range.lowerBound
        isJoined = isJoined || !value.isEmpty
        value.text += (value.isEmpty ? "" : " ") + more.text
        value.range = start..<more.range.upperBound
        line = line.lowerBound..<more.range.upperBound
    }
}
