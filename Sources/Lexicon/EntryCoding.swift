package import Bytes

// How an entry is written. Reader and writer stand side by side, so that they change together:
// flags, headword, then the fields whose flag is set, in the order of the flags; then the senses.

private enum Field {
    // The forms an entry is found by come first, so that a search need not read further.
    static let variants = 1 << 0
    static let scriptForms = 1 << 1
    static let romanisation = 1 << 2
    /// Set without a field: the method is ``Entry/GlossMethod/concept``.
    static let byConcept = 1 << 3
    static let partOfSpeech = 1 << 4
    static let source = 1 << 5
    static let sourceEntry = 1 << 6
    static let concept = 1 << 7
    static let homograph = 1 << 8
    static let pronunciation = 1 << 9
    static let citation = 1 << 10
    static let dialect = 1 << 11
    static let note = 1 << 12
    static let status = 1 << 13
    static let related = 1 << 14
    static let date = 1 << 15
    static let weight = 1 << 16
    static let orthography = 1 << 17
    static let licence = 1 << 18
    static let audio = 1 << 19
    static let pictures = 1 << 20
}

private enum SenseField {
    static let partOfSpeech = 1 << 0
    static let definitions = 1 << 1
    static let examples = 1 << 2
    static let domains = 1 << 3
    static let synonyms = 1 << 4
    static let usage = 1 << 5
}

extension Entry {
    /// Decodes an entry; bytes that end early give empty fields.
    init(_ bytes: Bytes, names: NameTable) {
        var reader = ByteReader(bytes)
        let flags = reader.varint()
        func has(_ field: Int) -> Bool { flags & field != 0 }
        self.init(reader.text())
        if has(Field.variants) { variants = reader.texts() }
        if has(Field.scriptForms) { scriptForms = reader.scriptForms() }
        if has(Field.romanisation) { romanisation = reader.text() }
        method = has(Field.byConcept) ? .concept : .direct
        if has(Field.partOfSpeech) { partOfSpeech = names[reader.varint()] }
        if has(Field.source) { source = names[reader.varint()] }
        if has(Field.sourceEntry) { sourceEntry = reader.text() }
        if has(Field.concept) { concept = reader.text() }
        if has(Field.homograph) { homograph = reader.varint() }
        if has(Field.pronunciation) { pronunciation = reader.text() }
        if has(Field.citation) { citation = reader.text() }
        if has(Field.dialect) { dialect = names[reader.varint()] }
        if has(Field.note) { note = reader.text() }
        if has(Field.status) { status = names[reader.varint()] }
        if has(Field.related) { related = reader.texts() }
        if has(Field.date) { date = reader.text() }
        if has(Field.weight) { weight = UInt8(truncatingIfNeeded: reader.varint()) }
        if has(Field.orthography) { orthography = names[reader.varint()] }
        if has(Field.licence) { licence = names[reader.varint()] }
        if has(Field.audio) { audio = reader.texts() }
        if has(Field.pictures) { pictures = reader.texts() }
        senses = reader.elements { Sense(&$0, names) }
    }

    /// The bytes ``init(_:names:)`` decodes.
    package func encoded(names: inout NameTableBuilder) -> [UInt8] {
        var writer = ByteWriter()
        write(to: &writer, names: &names)
        return writer.bytes
    }

    /// Writes the bytes ``init(_:names:)`` decodes.
    package func write(to writer: inout ByteWriter, names: inout NameTableBuilder) {
        writer.varint(flags)
        writer.text(headword)
        if !variants.isEmpty { writer.texts(variants) }
        if !scriptForms.isEmpty {
            writer.varint(scriptForms.count)
            for form in scriptForms {
                writer.text(form.script)
                writer.text(form.text)
            }
        }
        if let romanisation { writer.text(romanisation) }
        if let partOfSpeech { writer.varint(names.number(of: partOfSpeech)) }
        if let source { writer.varint(names.number(of: source)) }
        if let sourceEntry { writer.text(sourceEntry) }
        if let concept { writer.text(concept) }
        if let homograph { writer.varint(homograph) }
        if let pronunciation { writer.text(pronunciation) }
        if let citation { writer.text(citation) }
        if let dialect { writer.varint(names.number(of: dialect)) }
        if let note { writer.text(note) }
        if let status { writer.varint(names.number(of: status)) }
        if !related.isEmpty { writer.texts(related) }
        if let date { writer.text(date) }
        if let weight { writer.varint(Int(weight)) }
        if let orthography { writer.varint(names.number(of: orthography)) }
        if let licence { writer.varint(names.number(of: licence)) }
        if !audio.isEmpty { writer.texts(audio) }
        if !pictures.isEmpty { writer.texts(pictures) }
        writer.varint(senses.count)
        for sense in senses { sense.write(to: &writer, names: &names) }
    }

    private var flags: Int {
        var flags = method == .concept ? Field.byConcept : 0
        func flag(_ field: Int, _ isSet: Bool) { if isSet { flags |= field } }
        flag(Field.variants, !variants.isEmpty)
        flag(Field.scriptForms, !scriptForms.isEmpty)
        flag(Field.romanisation, romanisation != nil)
        flag(Field.partOfSpeech, partOfSpeech != nil)
        flag(Field.source, source != nil)
        flag(Field.sourceEntry, sourceEntry != nil)
        flag(Field.concept, concept != nil)
        flag(Field.homograph, homograph != nil)
        flag(Field.pronunciation, pronunciation != nil)
        flag(Field.citation, citation != nil)
        flag(Field.dialect, dialect != nil)
        flag(Field.note, note != nil)
        flag(Field.status, status != nil)
        flag(Field.related, !related.isEmpty)
        flag(Field.date, date != nil)
        flag(Field.weight, weight != nil)
        flag(Field.orthography, orthography != nil)
        flag(Field.licence, licence != nil)
        flag(Field.audio, !audio.isEmpty)
        flag(Field.pictures, !pictures.isEmpty)
        return flags
    }
}

/// The beginning of an entry: the forms it is found by, decoded as they are asked for.
struct EntryForms {
    private let reader: ByteReader
    private let flags: Int
    private let length: Int
    private let id: Int
    private let transliterations: TransliterationTable

    /// The forms of the entry numbered `id`, whose bytes are `bytes`.
    init(_ bytes: Bytes, _ id: Int, _ transliterations: TransliterationTable) {
        self.id = id
        self.transliterations = transliterations
        var reader = ByteReader(bytes)
        flags = reader.varint()
        length = reader.varint()
        self.reader = reader
    }

    var headword: String { reader.bytes.text(reader.position, length) }

    /// Whether the bytes of the headword begin with `prefix`, or are `prefix` when `isWhole`.
    func headwordBegins(with prefix: [UInt8], isWhole: Bool) -> Bool {
        guard isWhole ? length == prefix.count : length >= prefix.count else { return false }
        for index in prefix.indices where reader.bytes[reader.position + index] != prefix[index] {
            return false
        }
        return true
    }

    /// Whether there may be forms beside the headword.
    var hasOthers: Bool {
        flags & (Field.variants | Field.scriptForms | Field.romanisation) != 0 || !transliterations.isEmpty
    }

    /// The other forms; those in other scripts count as variants.
    func others() -> (variants: [String], romanisation: String?, transliterations: [String]) {
        var rest = reader
        rest.skip(length)
        var variants = flags & Field.variants != 0 ? rest.texts() : []
        if flags & Field.scriptForms != 0 { variants += rest.scriptForms().map { $0.text } }
        let romanisation = flags & Field.romanisation != 0 ? rest.text() : nil
        return (variants, romanisation, transliterations.texts(ofEntry: id))
    }
}

/// Where the glosses and definitions of an entry in one language stand, found without decoding the rest.
struct EntryGlosses {
    /// The places of the texts in the bytes of the entry last read: the beginning and the end of each.
    private(set) var places: [Int] = []
    /// Room for the words of one text after the other.
    var words = GlossWords()
    /// The language, a BCP 47 tag.
    let language: String
    private let names: NameTable
    // The names last met: of most entries all glosses are in one or two languages.
    private var wanted = -1
    private var unwanted = -1

    /// Reads the glosses in `language`.
    init(_ names: NameTable, language: String) {
        self.names = names
        self.language = language
    }

    /// Reads the entry whose bytes are `bytes`; the fields are as ``Entry/init(_:names:)`` has them.
    mutating func read(_ bytes: Bytes) {
        places.removeAll(keepingCapacity: true)
        var reader = ByteReader(bytes)
        let flags = reader.varint()
        func has(_ field: Int) -> Bool { flags & field != 0 }
        reader.skipText()
        if has(Field.variants) { reader.skipTexts() }
        if has(Field.scriptForms) { reader.skipTexts(perElement: 2) }
        if has(Field.romanisation) { reader.skipText() }
        if has(Field.partOfSpeech) { _ = reader.varint() }
        if has(Field.source) { _ = reader.varint() }
        if has(Field.sourceEntry) { reader.skipText() }
        if has(Field.concept) { reader.skipText() }
        if has(Field.homograph) { _ = reader.varint() }
        if has(Field.pronunciation) { reader.skipText() }
        if has(Field.citation) { reader.skipText() }
        if has(Field.dialect) { _ = reader.varint() }
        if has(Field.note) { reader.skipText() }
        if has(Field.status) { _ = reader.varint() }
        if has(Field.related) { reader.skipTexts() }
        if has(Field.date) { reader.skipText() }
        if has(Field.weight) { _ = reader.varint() }
        if has(Field.orthography) { _ = reader.varint() }
        if has(Field.licence) { _ = reader.varint() }
        if has(Field.audio) { reader.skipTexts() }
        if has(Field.pictures) { reader.skipTexts() }
        var senses = reader.elementCount()
        while senses > 0, !reader.isAtEnd {
            readSense(&reader)
            senses -= 1
        }
    }

    private mutating func readSense(_ reader: inout ByteReader) {
        let flags = reader.varint()
        if flags & SenseField.partOfSpeech != 0 { _ = reader.varint() }
        readGlosses(&reader)
        if flags & SenseField.definitions != 0 { readGlosses(&reader) }
        if flags & SenseField.examples != 0 {
            var examples = reader.elementCount()
            while examples > 0, !reader.isAtEnd {
                reader.skipText()
                reader.skipGlosses()
                examples -= 1
            }
        }
        if flags & SenseField.domains != 0 {
            var domains = reader.elementCount()
            while domains > 0, !reader.isAtEnd {
                _ = reader.varint()
                domains -= 1
            }
        }
        if flags & SenseField.synonyms != 0 { reader.skipTexts() }
        if flags & SenseField.usage != 0 { reader.skipText() }
    }

    private mutating func readGlosses(_ reader: inout ByteReader) {
        var count = reader.elementCount()
        while count > 0, !reader.isAtEnd {
            let isWanted = isWanted(reader.varint())
            let length = min(reader.varint(), max(0, reader.remaining))
            if isWanted, length > 0 {
                places.append(reader.position)
                places.append(reader.position + length)
            }
            reader.skip(length)
            count -= 1
        }
    }

    private mutating func isWanted(_ name: Int) -> Bool {
        if name == wanted { return true }
        if name == unwanted { return false }
        guard names[name] == language else {
            unwanted = name
            return false
        }
        wanted = name
        return true
    }
}

extension Sense {
    fileprivate init(_ reader: inout ByteReader, _ names: NameTable) {
        self.init()
        let flags = reader.varint()
        if flags & SenseField.partOfSpeech != 0 { partOfSpeech = names[reader.varint()] }
        glosses = reader.glosses(names)
        if flags & SenseField.definitions != 0 { definitions = reader.glosses(names) }
        if flags & SenseField.examples != 0 {
            examples = reader.elements { reader in
                let text = reader.text()
                return Example(text, translations: reader.glosses(names))
            }
        }
        if flags & SenseField.domains != 0 { domains = reader.elements { names[$0.varint()] } }
        if flags & SenseField.synonyms != 0 { synonyms = reader.texts() }
        if flags & SenseField.usage != 0 { usage = reader.text() }
    }

    fileprivate func write(to writer: inout ByteWriter, names: inout NameTableBuilder) {
        var flags = 0
        if partOfSpeech != nil { flags |= SenseField.partOfSpeech }
        if !definitions.isEmpty { flags |= SenseField.definitions }
        if !examples.isEmpty { flags |= SenseField.examples }
        if !domains.isEmpty { flags |= SenseField.domains }
        if !synonyms.isEmpty { flags |= SenseField.synonyms }
        if usage != nil { flags |= SenseField.usage }
        writer.varint(flags)
        if let partOfSpeech { writer.varint(names.number(of: partOfSpeech)) }
        writer.glosses(glosses, &names)
        if !definitions.isEmpty { writer.glosses(definitions, &names) }
        if !examples.isEmpty {
            writer.varint(examples.count)
            for example in examples {
                writer.text(example.text)
                writer.glosses(example.translations, &names)
            }
        }
        if !domains.isEmpty {
            writer.varint(domains.count)
            for domain in domains { writer.varint(names.number(of: domain)) }
        }
        if !synonyms.isEmpty { writer.texts(synonyms) }
        if let usage { writer.text(usage) }
    }
}

extension ByteReader {
    fileprivate mutating func skipText() { skip(varint()) }

    /// Skips a count and as many texts, or so many for each.
    fileprivate mutating func skipTexts(perElement: Int = 1) {
        var count = elementCount()
        while count > 0, !isAtEnd {
            for _ in 0..<perElement { skipText() }
            count -= 1
        }
    }

    fileprivate mutating func skipGlosses() {
        var count = elementCount()
        while count > 0, !isAtEnd {
            _ = varint()
            skipText()
            count -= 1
        }
    }

    /// A count and as many elements, as far as the bytes go.
    fileprivate mutating func elements<Element>(_ read: (inout ByteReader) -> Element) -> [Element] {
        var result: [Element] = []
        var count = elementCount()
        while count > 0, !isAtEnd {
            result.append(read(&self))
            count -= 1
        }
        return result
    }

    fileprivate mutating func scriptForms() -> [ScriptForm] {
        elements { reader in
            let script = reader.text()
            return ScriptForm(script: script, text: reader.text())
        }
    }

    fileprivate mutating func glosses(_ names: NameTable) -> [Gloss] {
        elements { reader in
            let language = names[reader.varint()]
            return Gloss(language: language, text: reader.text())
        }
    }
}

extension ByteWriter {
    fileprivate mutating func glosses(_ glosses: [Gloss], _ names: inout NameTableBuilder) {
        varint(glosses.count)
        for gloss in glosses {
            varint(names.number(of: gloss.language))
            text(gloss.text)
        }
    }
}
