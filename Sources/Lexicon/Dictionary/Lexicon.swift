public import Bytes

/// A compiled dictionary, read in place from its file.
///
///     let lexicon = try Lexicon(MappedFile(path: "rad/core.chulex").bytes)
///     for hit in lexicon.search("ea", .folded, limit: 10) {
///         lexicon.entry(hit.entry)?.headword  // "ea", "êa", …
///     }
///
/// Opening looks at the header and the bounds of the sections only; pages are read as searches touch them.
/// What the sections say is checked where it is read, so that no file can make a search trap or run on.
/// ``verify()`` reads all of it.
public final class Lexicon: Sendable {
    /// What the lexicon says about itself.
    public let info: LexiconInfo
    /// How many entries it has; they are numbered from 0.
    public let entryCount: Int

    let headwordKeys: Trie
    let headwordPostings: Postings
    /// How common the words of each headword key are, where the source says so.
    let headwordWeights: Ranking?
    let glossKeys: Trie
    let glossPostings: Postings
    let textKeys: Trie
    let textPostings: Postings
    let folding: Folding

    private let container: Container
    private let offsets: Bytes
    private let entries: Bytes
    private let names: NameTable
    private let transliterations: TransliterationTable
    private let places: Bytes
    private let spellings: Bytes

    /// Opens a compiled lexicon.
    ///
    /// - Throws: `ContainerError` when the file is not a lexicon of this version, is cut short, or its sections do
    ///   not fit their own counts.
    /// - Complexity: O(*bytes* of the header's texts): some microseconds, whatever the number of entries.
    public init(_ bytes: Bytes) throws(ContainerError) {
        typealias Section = LexiconFormat.Section
        let container = try Container(bytes, kind: .lexicon, version: LexiconFormat.version)
        let offsets = container.section(Section.entryOffsets)
        guard let headwordKeys = Trie(container.section(Section.headwords)),
            let headwordPostings = Postings(container.section(Section.headwordPostings)),
            let glossKeys = Trie(container.section(Section.glosses)),
            let glossPostings = Postings(container.section(Section.glossPostings)),
            let textKeys = Trie(container.section(Section.texts)),
            let textPostings = Postings(container.section(Section.textPostings)),
            let folding = Folding(container.section(Section.folding)),
            let names = NameTable(container.section(Section.names)),
            offsets.count % 4 == 0, offsets.count >= 4,
            let transliterations = TransliterationTable(
                container.section(Section.transliterations), entryCount: offsets.count / 4 - 1)
        else { throw .damaged }
        self.container = container
        self.headwordKeys = headwordKeys
        self.headwordPostings = headwordPostings
        headwordWeights = Ranking(container.section(Section.headwordWeights), count: headwordKeys.count)
        self.glossKeys = glossKeys
        self.glossPostings = glossPostings
        self.textKeys = textKeys
        self.textPostings = textPostings
        self.folding = folding
        self.names = names
        self.transliterations = transliterations
        places = container.section(Section.order)
        spellings = container.section(Section.spelling)
        self.offsets = offsets
        entryCount = offsets.count / 4 - 1
        entries = container.section(Section.entries)
        info = LexiconInfo(container.section(Section.info))
    }

    /// The entry numbered `id`, decoded; nil when there is none.
    ///
    /// - Complexity: O(*bytes* of the entry).
    public func entry(_ id: Int) -> Entry? {
        guard let bytes = bytes(ofEntry: id) else { return nil }
        var entry = Entry(bytes, names: names)
        if !transliterations.isEmpty {
            for (rules, text) in zip(info.transliterations, transliterations.texts(ofEntry: id))
            where !text.isEmpty {
                entry.transliterations.append(Transliteration(form: rules.form, text: text))
            }
        }
        return entry
    }

    /// The forms by which the entry numbered `id` is found; nil when there is none.
    func forms(ofEntry id: Int) -> EntryForms? {
        bytes(ofEntry: id).map { EntryForms($0, id, names, transliterations) }
    }

    /// The alphabetical order of the entries, not looked at before it is asked for; nil where the file has none.
    var order: AlphabeticalOrder? {
        AlphabeticalOrder(places, entryCount: entryCount, keyCount: headwordKeys.count)
    }

    /// How the language of the headwords spells.
    var headwordSpelling: Spelling { Spelling(spellings, folding, language: 0) }

    /// How the language of glosses numbered `language` spells.
    func spelling(ofGlossLanguage language: Int) -> Spelling {
        Spelling(spellings, folding, language: language + 1)
    }

    /// A reader of the glosses in `language`, a BCP 47 tag as the lexicon has it.
    func glossReader(in language: String) -> GlossReader { GlossReader(names, language: language) }

    /// Reads the whole file and compares it with its checksum.
    ///
    /// - Throws: `ContainerError.damaged` when a byte differs from what was written.
    /// - Complexity: O(*bytes*), about a quarter of a nanosecond each.
    public func verify() throws(ContainerError) {
        try container.verifyBody()
    }

    func bytes(ofEntry id: Int) -> Bytes? {
        guard id >= 0, id < entryCount else { return nil }
        let start = offsets.int(at: id * 4)
        let end = offsets.int(at: id * 4 + 4)
        guard start < end, end <= entries.count else { return nil }
        return entries.slice(start, end - start)
    }
}
