import Lexicon
import Bytes

/// Puts facts and entries together into a compiled lexicon, entry by entry.
///
/// An entry is encoded when it comes; of its words only their numbers are kept.
struct LexiconWriter {
    private typealias Section = LexiconFormat.Section

    private let table: [UInt8]
    private let folding: Folding?
    /// The languages entries may be glossed in, and which of them are.
    private let languages: [String]
    private var used: Set<Int> = []
    private var names = NameTableBuilder()
    private var headwords = PostingsBuilder()
    private var glosses = PostingsBuilder()
    private var running = PostingsBuilder()
    /// For each language, the words of glosses met so far, each with the number of its key.
    private var words: [[String: Int]]
    private var offsets = ByteWriter()
    private var texts = ByteWriter()
    private var count = 0
    /// The weight of each entry, 0 where the source says none.
    private var weights: [UInt8] = []
    private var hasWeights = false
    private var transliterations: TransliterationTableBuilder
    private var order: HeadwordOrder
    /// How the language of the headwords spells.
    private let spelling: SpellingDeclaration

    /// A writer for headwords in `script` and in `order`, forms in `formScripts`, glosses in `languages` and words written
    /// by rules in `transliterations`, all of whose scripts are in `formScripts`.
    init(
        script: String, spelling: SpellingDeclaration, order: HeadwordOrder, formScripts: [String],
        languages: [String],
        transliterations: [String]
    ) {
        self.order = order
        self.spelling = spelling
        self.transliterations = TransliterationTableBuilder(forms: transliterations)
        table = FoldingRules(scripts: [script] + formScripts).encoded()
        folding = Folding(Bytes(table))
        self.languages = Array(languages.prefix(LexiconFormat.Limit.languages))
        words = Array(repeating: [:], count: self.languages.count)
    }

    /// How many bytes all entries take.
    var size: Int { texts.count }

    /// The languages in which entries were glossed or given definitions.
    var usedLanguages: [String] { languages.indices.filter(used.contains).map { languages[$0] } }

    /// Adds the next entry.
    mutating func add(_ entry: Entry) {
        guard let folding else { return }
        var forms = [entry.headword] + entry.variants + entry.scriptForms.map(\.text)
        forms += [entry.citation, entry.romanisation].compactMap { $0 } + entry.transliterations.map(\.text)
        for form in forms {
            for reading in FormReadings.of(form) {
                headwords.add(folding.key(reading), entry: count, isWhole: true)
            }
        }
        transliterations.add(entry.transliterations)
        for sense in entry.senses {
            for gloss in sense.glosses { add(gloss, folding) }
            for definition in sense.definitions { add(definition, folding) }
        }
        TextKeys.forEach(entry, folding) { running.add($0, entry: count, isWhole: $1) }
        order.add(entry.headword)
        offsets.u32(UInt32(clamping: texts.count))
        entry.write(to: &texts, names: &names)
        weights.append(entry.weight ?? 0)
        hasWeights = hasWeights || entry.weight != nil
        count += 1
    }

    private mutating func add(_ gloss: Gloss, _ folding: Folding) {
        guard let language = languages.firstIndex(of: gloss.language) else { return }
        used.insert(language)
        for reading in FormReadings.ofGloss(gloss.text) { addWords(of: reading, language, folding) }
    }

    private mutating func addWords(of gloss: String, _ language: Int, _ folding: Folding) {
        for piece in GlossPieces(gloss).pieces {
            for word in piece {
                let id: Int
                if let known = words[language][word] {
                    id = known
                } else {
                    let number = UInt8(truncatingIfNeeded: language + 1)
                    id = glosses.id(of: [number] + folding.key(word))
                    // Millions of different words are no real words; the table of them must stay bounded.
                    if words[language].count < 200_000 { words[language][word] = id }
                }
                glosses.add(id: id, entry: count, isWhole: piece.count == 1)
            }
        }
    }

    /// The bytes of the file: the same for the same facts and entries.
    ///
    /// - Parameter info: The facts; its languages of glosses are all that were declared, or ``usedLanguages``.
    consuming func finish(_ info: LexiconInfo) -> [UInt8] {
        offsets.u32(UInt32(clamping: texts.count))
        words = []
        var writer = ContainerWriter(kind: .lexicon, version: LexiconFormat.version)
        writer.add(Section.info, info.encoded())
        writer.add(Section.names, names.encoded())
        writer.add(Section.entryOffsets, offsets.bytes)
        offsets = ByteWriter()
        writer.add(Section.entries, texts.bytes)
        texts = ByteWriter()
        // Languages that were not used have no number of their own; the others keep their order.
        var numbers = [UInt8](repeating: 0, count: 256)
        for (number, language) in info.glossLanguages.enumerated() {
            guard let old = languages.firstIndex(of: language) else { continue }
            numbers[old + 1] = UInt8(truncatingIfNeeded: number + 1)
        }
        let places = order.places()
        let byWeight = hasWeights ? LexiconWriter.places(places, by: weights) : nil
        let (headwordTrie, headwordPostings, heaviest, least) = headwords.encoded(
            weights: hasWeights ? weights : [], places: byWeight ?? places)
        headwords = PostingsBuilder()
        writer.add(Section.headwords, headwordTrie)
        writer.add(Section.headwordPostings, headwordPostings)
        let (glossTrie, glossPostings, _, _) = glosses.encoded(firstBytes: numbers)
        glosses = PostingsBuilder()
        writer.add(Section.glosses, glossTrie)
        writer.add(Section.glossPostings, glossPostings)
        writer.add(Section.folding, table)
        let (textTrie, textPostings, _, _) = running.encoded()
        writer.add(Section.texts, textTrie)
        writer.add(Section.textPostings, textPostings)
        let table = transliterations.encoded()
        if !table.isEmpty { writer.add(Section.transliterations, table) }
        if hasWeights { writer.add(Section.headwordWeights, Ranking.encoded(heaviest)) }
        writer.add(
            Section.order, AlphabeticalPlaces.encoded(places: places, byWeight: byWeight, least: least))
        if let folding {
            let builder = SpellingTableBuilder(pairs: SpellingRules.pairs, folding: folding)
            writer.add(
                Section.spelling,
                builder.encoded([spelling] + info.glossLanguages.map(SpellingRules.builtIn)))
        }
        return writer.finish()
    }

    /// The places of entries when heavier ones come first, and of equal ones those with the lesser of `places`.
    private static func places(_ places: [UInt32], by weights: [UInt8]) -> [UInt32] {
        let order = places.indices.sorted {
            (weights[$1], places[$0]) < (weights[$0], places[$1])
        }
        var result = places
        for (place, entry) in order.enumerated() { result[entry] = UInt32(truncatingIfNeeded: place) }
        return result
    }
}
