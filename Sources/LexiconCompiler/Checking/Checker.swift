import Text
import Diagnostics
import Lexicon

/// Turns what an author wrote into entries, one after the other, and says what does not fit together.
///
/// Of an entry that was given out it keeps no more than some numbers.
struct Checker {
    private let text: SourceText
    private let header: SourceHeader
    private let headwords: HeadwordChecks
    private let files: FileChecks
    private let transliterations: Transliterations
    private let sourceIDs: [String]
    private var defaultMethod = Entry.GlossMethod.direct
    private var unknownSources: [String: (first: Range<Int>, count: Int)] = [:]
    private var articles = DigestedPlaces()
    private var homographs = DigestedPlaces()
    private var references = References()
    private var implosives = ImplosiveWays()
    /// Whether nothing but a list of words is meant; nil when only the entries can show it.
    private let expectsGlosses: Bool?
    /// Headwords of entries without a gloss, while it is not known whether others have one.
    private var unglossed: [Range<Int>] = []
    private var hasGlosses = false
    private var count = 0

    /// A checker for the entries of `reader`; what is wrong with the header is added to `report`.
    init(
        _ reader: some SourceReader, exists: ((String) -> Bool)?, transform: ((String) -> SourceText?)?,
        _ report: inout LexiconReport
    ) {
        text = report.text
        header = reader.header
        headwords = HeadwordChecks(reader.header)
        files = FileChecks(exists)
        transliterations = Transliterations(
            reader.header, script: headwords.script, transform: transform, &report)
        sourceIDs = reader.header.sources.map(\.id.text)
        expectsGlosses = reader.expectsGlosses
        if let method = header.method { defaultMethod = self.method(method, &report) ?? .direct }
        if reader.glossLanguages.count > LexiconFormat.Limit.languages {
            report.add(.tooManyLanguages(limit: LexiconFormat.Limit.languages), at: 0..<0)
        }
    }

    /// The script of the headwords.
    var script: String { headwords.script }

    /// The forms in which rules write the headwords.
    var transliterationForms: [String] { transliterations.facts.map(\.form) }
    /// Their scripts.
    var transliterationScripts: [String] { transliterations.scripts }

    /// What the lexicon says about itself, with the languages in which entries are glossed.
    func info(glossLanguages: [String]) -> LexiconInfo {
        var info = LexiconInfo(
            language: header.language?.text ?? "und", script: headwords.script,
            title: header.title?.text ?? "")
        info.orthography = header.orthography?.text
        info.titles = header.titles.map { Gloss(language: $0.language.text, text: $0.title.text) }
        info.version = header.version?.text
        info.licence = header.licence?.text ?? ""
        info.status = header.status?.text
        info.sources = header.sources.map { .init(id: $0.id.text, text: $0.text.text) }
        info.glossLanguages = glossLanguages
        info.conceptLanguages = header.methodLanguages.map(\.text)
        info.transliterations = transliterations.facts
        return info
    }

    /// The entry that was found; what is wrong with it is added to `report`.
    mutating func entry(_ found: SourceEntry, _ report: inout LexiconReport) -> Entry {
        count += 1
        var entry = Entry(found.headword.text)
        headwords.check(found.headword, &report)
        headwords.checkForms(found.headword, &report)
        for variant in found.variants { headwords.check(variant, &report) }
        if headwords.asksForImplosives { implosives.add(found.headword) }
        entry.homograph = found.homograph.flatMap { homograph($0, &report) }
        entry.citation = field(found.citation, &report)
        entry.orthography = name(found.orthography, .orthography, &report)
        entry.variants = found.variants.compactMap { field($0, &report) }
        entry.scriptForms = found.scriptForms.compactMap { form in
            field(form.text, &report).map { ScriptForm(script: form.script.text, text: $0) }
        }
        entry.romanisation = field(found.romanisation, &report)
        entry.transliterations = transliterations.transliterations(of: found.headword, &report)
        entry.pronunciation = field(found.pronunciation, &report)
        entry.partOfSpeech = name(found.partOfSpeech, .partOfSpeech, &report)
        entry.source = sourceID(found.source, &report)
        entry.sourceEntry = field(found.sourceEntry, &report)
        entry.method = found.method.flatMap { method($0, &report) } ?? defaultMethod
        entry.concept = field(found.concept, &report)
        entry.dialect = name(found.dialect, .dialect, &report)
        let notes = found.notes.compactMap { field($0, &report) }
        entry.note = notes.isEmpty ? nil : notes.joined(separator: "; ")
        entry.status = name(found.status, .status, &report)
        entry.related = found.related.compactMap { field($0, &report) }
        entry.date = field(found.date, &report)
        entry.licence = name(found.licence, .licence, &report)
        entry.audio = found.audio.compactMap { field($0, &report) }
        entry.pictures = found.pictures.compactMap { field($0, &report) }
        entry.weight = weight(found, &report)
        entry.senses = found.senses.map { sense($0, entry.partOfSpeech, &report) }
        _ = field(found.headword, &report)
        for file in found.audio + found.pictures { files.check(file, &report) }
        references.add(found)
        checkSenses(found, entry, &report)
        digest(found, entry)
        return entry
    }

    private func sense(_ found: SourceSense, _ partOfSpeech: String?, _ report: inout LexiconReport) -> Sense
    {
        var sense = Sense()
        let own = name(found.partOfSpeech, .partOfSpeech, &report)
        sense.partOfSpeech = own == partOfSpeech ? nil : own
        var seen: [(gloss: Gloss, range: Range<Int>)] = []
        for (language, piece) in found.glosses {
            guard let text = field(piece, &report) else { continue }
            let gloss = Gloss(language: language, text: text)
            // A sense has few glosses; should one have a thousand, only neighbours are compared.
            if let first = seen.suffix(100).first(where: { $0.gloss == gloss }) {
                report.add(
                    .repeatedGloss(text), at: piece.range,
                    notes: [.firstHere(first.range, in: report.text)])
                continue
            }
            seen.append((gloss, piece.range))
            sense.glosses.append(gloss)
        }
        sense.definitions = glosses(found.definitions, &report)
        for example in found.examples {
            guard let text = field(example.text, &report) else { continue }
            sense.examples.append(Example(text, translations: glosses(example.translations, &report)))
        }
        sense.domains = found.domains.compactMap { name($0, .domain, &report) }
        sense.synonyms = found.synonyms.compactMap { field($0, &report) }
        sense.usage = field(found.usage, &report)
        return sense
    }

    private func glosses(
        _ pieces: [(language: String, text: Piece)], _ report: inout LexiconReport
    ) -> [Gloss] {
        pieces.compactMap { piece in
            field(piece.text, &report).map { Gloss(language: piece.language, text: $0) }
        }
    }

    private mutating func checkSenses(_ found: SourceEntry, _ entry: Entry, _ report: inout LexiconReport) {
        if entry.senses.count > 1 {
            var seen: [[Gloss]: Range<Int>] = [:]
            for (index, sense) in entry.senses.enumerated() where !sense.glosses.isEmpty {
                let range = found.senses[index].glosses.first?.text.range ?? found.senses[index].range
                // Two senses may share a gloss and differ in their definitions or parts of speech.
                guard sense.definitions.isEmpty, sense.partOfSpeech == nil else { continue }
                if let first = seen[sense.glosses] {
                    report.add(
                        .repeatedSense(entry.headword), at: range,
                        notes: [.firstHere(first, in: report.text)])
                }
                seen[sense.glosses] = seen[sense.glosses] ?? range
            }
        }
        let hasGloss = entry.senses.contains { !$0.glosses.isEmpty || !$0.definitions.isEmpty }
        if hasGloss { hasGlosses = true }
        guard !hasGloss, expectsGlosses ?? true else { return }
        if expectsGlosses ?? hasGlosses {
            report.add(.noGloss(entry.headword), at: found.headword.range)
        } else {
            unglossed.append(found.headword.range)
        }
    }

    /// Keeps what shows an entry, or a homograph's number, to be there twice.
    private mutating func digest(_ found: SourceEntry, _ entry: Entry) {
        var digest = Digest()
        digest.add(entry.headword)
        digest.add(entry.homograph ?? 0)
        digest.add(entry.partOfSpeech)
        digest.add(entry.dialect)
        for sense in entry.senses {
            digest.add(sense.glosses.count)
            for gloss in sense.glosses + sense.definitions {
                digest.add(gloss.language)
                digest.add(gloss.text)
            }
        }
        articles.add(digest, at: found.headword.range, entry: found.headword.range)
        guard let number = entry.homograph, let piece = found.homograph else { return }
        var homograph = Digest(entry.headword)
        homograph.add(number)
        homograph.add(entry.dialect)
        homographs.add(homograph, at: piece.range, entry: found.headword.range)
    }

    /// Says what can only be said when all entries were read.
    mutating func finish(_ report: inout LexiconReport) {
        let text = text
        if hasGlosses, expectsGlosses == nil {
            for range in unglossed { report.add(.noGloss(text.piece(range).text), at: range) }
        }
        unglossed = []
        var repeated: Set<Int> = []
        articles.forEachRepetition { first, again, entry in
            repeated.insert(entry)
            report.add(
                .repeatedEntry(text.piece(again).text), at: again,
                notes: [.firstHere(first, in: text)])
        }
        homographs.forEachRepetition { first, again, entry in
            guard !repeated.contains(entry) else { return }
            report.add(
                .repeatedHomograph(Checker.headword(at: entry, in: text), number: text.piece(again).text),
                at: again,
                notes: [.firstHere(first, in: text)])
        }
        implosives.check(&report)
        references.check(script: script, &report)
        for (id, found) in unknownSources {
            let meant = closest(id, among: sourceIDs)
            report.add(
                .unknownSource(id, count: found.count, meant: meant), at: found.first,
                fixIts: meant.map { [.write($0, at: found.first)] } ?? [])
        }
        if count == 0, !report.hasErrors {
            let end = text.bytes.count
            report.add(.noEntries, at: end..<end)
        }
    }

    /// The headword that begins at `offset` of `text`.
    private static func headword(at offset: Int, in text: SourceText) -> String {
        var end = offset
        while end < text.bytes.count, text.bytes[end] != 0x09, text.bytes[end] != 0x0A,
            text.bytes[end] != 0x0D
        {
            end += 1
        }
        return text.piece(offset..<end).text
    }

    private mutating func sourceID(_ piece: Piece?, _ report: inout LexiconReport) -> String? {
        guard let piece else { return sourceIDs.count == 1 ? sourceIDs[0] : nil }
        guard !sourceIDs.contains(piece.text) else { return name(piece, .sourceID, &report) }
        // Ids by the thousand are texts that have slipped into the column; the first ones show it.
        if unknownSources[piece.text] != nil || unknownSources.count < 1000 {
            unknownSources[piece.text, default: (piece.range, 0)].count += 1
        }
        return nil
    }

    private func method(_ piece: Piece, _ report: inout LexiconReport) -> Entry.GlossMethod? {
        if let method = Entry.GlossMethod(rawValue: piece.text) { return method }
        let meant = closest(piece.text, among: Entry.GlossMethod.allCases.map(\.rawValue))
        report.add(
            .badMethod(piece.text, meant: meant), at: piece.range,
            fixIts: meant.map { [.write($0, at: piece.range)] } ?? [])
        return nil
    }

    private func homograph(_ piece: Piece, _ report: inout LexiconReport) -> Int? {
        if let number = Int(piece.text), (1...999).contains(number) { return number }
        report.add(.badHomograph(piece.text), at: piece.range)
        return nil
    }

    /// The weight that is given, or that of the frequency that is.
    private func weight(_ found: SourceEntry, _ report: inout LexiconReport) -> UInt8? {
        if let piece = found.weight {
            if let weight = UInt8(piece.text) { return weight }
            report.add(.badWeight(piece.text), at: piece.range)
        }
        guard let piece = found.frequency else { return nil }
        if let frequency = UInt64(piece.text) { return Entry.weight(frequency: frequency) }
        report.add(.badFrequency(piece.text), at: piece.range)
        return nil
    }

    /// The text of `piece`, or nil when it is empty or too long.
    private func field(_ piece: Piece?, _ report: inout LexiconReport) -> String? {
        limited(piece, .field, LexiconFormat.Limit.field, &report)
    }

    /// The text of `piece` as a name that entries share.
    private func name(_ piece: Piece?, _ what: LimitedText, _ report: inout LexiconReport) -> String? {
        limited(piece, what, LexiconFormat.Limit.name, &report)
    }

    private func limited(_ piece: Piece?, _ what: LimitedText, _ limit: Int, _ report: inout LexiconReport)
        -> String?
    {
        guard let piece, !piece.isEmpty else { return nil }
        guard piece.text.utf8.count <= limit else {
            report.add(.tooLong(what, count: piece.text.utf8.count, limit: limit), at: piece.range)
            return nil
        }
        return piece.text
    }
}
