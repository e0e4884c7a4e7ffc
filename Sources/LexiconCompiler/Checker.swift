import Diagnostics
import Lexicon

/// Turns what an author wrote into entries, and says what does not fit together.
struct Checker {
    private var report: Report
    private let source: LexiconSource
    private let headwords: HeadwordChecks
    private let sourceIDs: [String]
    private var defaultMethod = Entry.GlossMethod.direct
    private var unknownSources: [String: (first: Range<Int>, count: Int)] = [:]
    private var homographs: [String: Range<Int>] = [:]
    private var articles: [Article: Range<Int>] = [:]

    /// What makes two entries the same.
    private struct Article: Hashable {
        var headword: String
        var homograph: Int?
        var partOfSpeech: String?
        var dialect: String?
        var senses: [[Gloss]]
    }

    /// The facts and entries of `source`; what is wrong is added to `report`.
    static func check(_ source: LexiconSource, _ report: inout Report) -> (
        info: LexiconInfo, entries: [Entry]
    ) {
        var checker = Checker(source, report)
        if let method = source.header.method { checker.defaultMethod = checker.method(method) ?? .direct }
        if source.glossLanguages.count > LexiconFormat.Limit.languages {
            checker.report.add(.tooManyLanguages(LexiconFormat.Limit.languages), at: 0..<0)
        }
        let entries = source.entries.map { checker.entry($0) }
        checker.finish(entries.count)
        report = checker.report
        return (checker.info, entries)
    }

    private init(_ source: LexiconSource, _ report: Report) {
        self.source = source
        self.report = report
        headwords = HeadwordChecks(source.header)
        sourceIDs = source.header.sources.map(\.id.text)
    }

    private var info: LexiconInfo {
        let header = source.header
        var info = LexiconInfo(
            language: header.language?.text ?? "und", script: headwords.script,
            title: header.title?.text ?? "")
        info.orthography = header.orthography?.text
        info.titles = header.titles.map { Gloss(language: $0.language.text, text: $0.title.text) }
        info.version = header.version?.text
        info.licence = header.licence?.text ?? ""
        info.status = header.status?.text
        info.sources = header.sources.map { .init(id: $0.id.text, text: $0.text.text) }
        info.glossLanguages = source.glossLanguages
        info.conceptLanguages = header.methodLanguages.map(\.text)
        return info
    }

    private mutating func entry(_ found: SourceEntry) -> Entry {
        var entry = Entry(found.headword.text)
        headwords.check(found.headword, &report)
        for variant in found.variants { headwords.check(variant, &report) }
        entry.homograph = found.homograph.flatMap { number($0) }
        entry.citation = text(found.citation)
        entry.variants = found.variants.compactMap { text($0) }
        entry.romanisation = text(found.romanisation)
        entry.pronunciation = text(found.pronunciation)
        entry.partOfSpeech = name(found.partOfSpeech, "part of speech")
        entry.source = sourceID(found.source)
        entry.sourceEntry = text(found.sourceEntry)
        entry.method = found.method.flatMap { method($0) } ?? defaultMethod
        entry.concept = text(found.concept)
        entry.dialect = name(found.dialect, "dialect")
        let notes = found.notes.compactMap { text($0) }
        entry.note = notes.isEmpty ? nil : notes.joined(separator: "; ")
        entry.status = name(found.status, "status")
        entry.related = found.related.compactMap { text($0) }
        entry.date = text(found.date)
        entry.senses = found.senses.map { sense($0, found.headword, entry.partOfSpeech) }
        _ = text(found.headword)
        checkSenses(found, entry)
        checkRepetition(found, entry)
        return entry
    }

    private mutating func sense(_ found: SourceSense, _ headword: Piece, _ partOfSpeech: String?) -> Sense {
        var sense = Sense()
        let own = name(found.partOfSpeech, "part of speech")
        sense.partOfSpeech = own == partOfSpeech ? nil : own
        var seen: [Gloss: Range<Int>] = [:]
        for (language, piece) in found.glosses {
            guard let text = text(piece) else { continue }
            let gloss = Gloss(language: language, text: text)
            if let first = seen[gloss] {
                report.add(
                    .repeatedGloss(text), at: piece.range,
                    notes: [.init(Message.firstHere, at: first, in: report.text)])
                continue
            }
            seen[gloss] = piece.range
            sense.glosses.append(gloss)
        }
        sense.definitions = glosses(found.definitions)
        for example in found.examples {
            guard let text = text(example.text) else { continue }
            sense.examples.append(Example(text, translations: glosses(example.translations)))
        }
        sense.domains = found.domains.compactMap { name($0, "domain") }
        sense.synonyms = found.synonyms.compactMap { text($0) }
        sense.usage = text(found.usage)
        return sense
    }

    private mutating func glosses(_ pieces: [(language: String, text: Piece)]) -> [Gloss] {
        pieces.compactMap { piece in text(piece.text).map { Gloss(language: piece.language, text: $0) } }
    }

    private mutating func checkSenses(_ found: SourceEntry, _ entry: Entry) {
        var seen: [[Gloss]: Range<Int>] = [:]
        for (index, sense) in entry.senses.enumerated() where !sense.glosses.isEmpty {
            let range = found.senses[index].glosses.first?.text.range ?? found.senses[index].range
            // Two senses may share a gloss and be told apart by their definitions or parts of speech.
            guard sense.definitions.isEmpty, sense.partOfSpeech == nil else { continue }
            if let first = seen[sense.glosses] {
                report.add(
                    .repeatedSense(entry.headword), at: range,
                    notes: [.init(Message.firstHere, at: first, in: report.text)])
            }
            seen[sense.glosses] = seen[sense.glosses] ?? range
        }
        let hasGloss = entry.senses.contains { !$0.glosses.isEmpty || !$0.definitions.isEmpty }
        if source.expectsGlosses, !hasGloss { report.add(.noGloss(entry.headword), at: found.headword.range) }
    }

    private mutating func checkRepetition(_ found: SourceEntry, _ entry: Entry) {
        let range = found.headword.range
        let article = Article(
            headword: entry.headword, homograph: entry.homograph, partOfSpeech: entry.partOfSpeech,
            dialect: entry.dialect, senses: entry.senses.map { $0.glosses + $0.definitions })
        if let first = articles[article] {
            report.add(
                .repeatedEntry(entry.headword), at: range,
                notes: [.init(Message.firstHere, at: first, in: report.text)]
            )
            return
        }
        articles[article] = range
        guard let number = entry.homograph else { return }
        let key = "\(entry.headword)\t\(number)\t\(entry.dialect ?? "")"
        if let first = homographs[key] {
            report.add(
                .repeatedHomograph(entry.headword, number), at: found.homograph?.range ?? range,
                notes: [.init(Message.firstHere, at: first, in: report.text)])
        } else {
            homographs[key] = range
        }
    }

    /// What can only be said when all entries were read.
    private mutating func finish(_ count: Int) {
        for (id, found) in unknownSources {
            let meant = suggestion(for: id, among: sourceIDs)
            report.add(
                .unknownSource(id, count: found.count, suggestion: meant), at: found.first,
                fixIts: meant.map { [.init("write '\($0)'", [.init(found.first, $0)])] } ?? [])
        }
        if count == 0, !report.hasErrors {
            let end = report.text.bytes.count
            report.add(.noEntries, at: end..<end)
        }
    }

    private mutating func sourceID(_ piece: Piece?) -> String? {
        guard let piece else { return sourceIDs.count == 1 ? sourceIDs[0] : nil }
        guard !sourceIDs.contains(piece.text) else { return name(piece, "source id") }
        unknownSources[piece.text] = (
            unknownSources[piece.text]?.first ?? piece.range, (unknownSources[piece.text]?.count ?? 0) + 1
        )
        return nil
    }

    private mutating func method(_ piece: Piece) -> Entry.GlossMethod? {
        if let method = Entry.GlossMethod(rawValue: piece.text) { return method }
        let meant = suggestion(for: piece.text, among: Entry.GlossMethod.allCases.map(\.rawValue))
        report.add(
            .badMethod(piece.text, suggestion: meant), at: piece.range,
            fixIts: meant.map { [.init("write '\($0)'", [.init(piece.range, $0)])] } ?? [])
        return nil
    }

    private mutating func number(_ piece: Piece) -> Int? {
        if let number = Int(piece.text), (1...999).contains(number) { return number }
        report.add(.badHomograph(piece.text), at: piece.range)
        return nil
    }

    /// The text of `piece`, or nil when it is empty or too long.
    private mutating func text(_ piece: Piece?) -> String? {
        field(piece, "a field", LexiconFormat.Limit.field)
    }

    /// The text of `piece` as a name that entries share.
    private mutating func name(_ piece: Piece?, _ what: String) -> String? {
        field(piece, "a \(what)", LexiconFormat.Limit.name)
    }

    private mutating func field(_ piece: Piece?, _ what: String, _ limit: Int) -> String? {
        guard let piece, !piece.isEmpty else { return nil }
        guard piece.text.utf8.count <= limit else {
            report.add(.tooLong(what, piece.text.utf8.count, limit), at: piece.range)
            return nil
        }
        return piece.text
    }
}
