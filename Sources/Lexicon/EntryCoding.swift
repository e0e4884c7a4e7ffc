import Storage

// How an entry is written. Reader and writer stand side by side, so that they change together:
// flags, headword, then the fields whose flag is set, in the order of the flags; then the senses.

private enum Field {
    static let variants = 1 << 0
    static let romanisation = 1 << 1
    static let homograph = 1 << 2
    static let citation = 1 << 3
    static let pronunciation = 1 << 4
    static let partOfSpeech = 1 << 5
    static let source = 1 << 6
    static let sourceEntry = 1 << 7
    static let concept = 1 << 8
    static let dialect = 1 << 9
    static let note = 1 << 10
    static let status = 1 << 11
    static let related = 1 << 12
    static let date = 1 << 13
    /// Set without a field: the method is ``Entry/GlossMethod/concept``.
    static let byConcept = 1 << 14
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
        if has(Field.romanisation) { romanisation = reader.text() }
        if has(Field.homograph) { homograph = reader.varint() }
        if has(Field.citation) { citation = reader.text() }
        if has(Field.pronunciation) { pronunciation = reader.text() }
        if has(Field.partOfSpeech) { partOfSpeech = names[reader.varint()] }
        if has(Field.source) { source = names[reader.varint()] }
        if has(Field.sourceEntry) { sourceEntry = reader.text() }
        if has(Field.concept) { concept = reader.text() }
        if has(Field.dialect) { dialect = names[reader.varint()] }
        if has(Field.note) { note = reader.text() }
        if has(Field.status) { status = names[reader.varint()] }
        if has(Field.related) { related = reader.texts() }
        if has(Field.date) { date = reader.text() }
        method = has(Field.byConcept) ? .concept : .direct
        senses = reader.elements { Sense(&$0, names) }
    }

    /// The bytes ``init(_:names:)`` decodes.
    package func encoded(names: inout NameTableBuilder) -> [UInt8] {
        var flags = method == .concept ? Field.byConcept : 0
        var writer = ByteWriter()
        func flag(_ field: Int, _ isSet: Bool) -> Bool {
            if isSet { flags |= field }
            return isSet
        }
        if flag(Field.variants, !variants.isEmpty) { writer.texts(variants) }
        if flag(Field.romanisation, romanisation != nil) { writer.text(romanisation ?? "") }
        if flag(Field.homograph, homograph != nil) { writer.varint(homograph ?? 0) }
        if flag(Field.citation, citation != nil) { writer.text(citation ?? "") }
        if flag(Field.pronunciation, pronunciation != nil) { writer.text(pronunciation ?? "") }
        if flag(Field.partOfSpeech, partOfSpeech != nil) {
            writer.varint(names.number(of: partOfSpeech ?? ""))
        }
        if flag(Field.source, source != nil) { writer.varint(names.number(of: source ?? "")) }
        if flag(Field.sourceEntry, sourceEntry != nil) { writer.text(sourceEntry ?? "") }
        if flag(Field.concept, concept != nil) { writer.text(concept ?? "") }
        if flag(Field.dialect, dialect != nil) { writer.varint(names.number(of: dialect ?? "")) }
        if flag(Field.note, note != nil) { writer.text(note ?? "") }
        if flag(Field.status, status != nil) { writer.varint(names.number(of: status ?? "")) }
        if flag(Field.related, !related.isEmpty) { writer.texts(related) }
        if flag(Field.date, date != nil) { writer.text(date ?? "") }
        writer.varint(senses.count)
        for sense in senses { sense.write(to: &writer, names: &names) }
        var whole = ByteWriter()
        whole.varint(flags)
        whole.text(headword)
        whole.append(writer.bytes)
        return whole.bytes
    }
}

/// The beginning of an entry: the forms it is found by, decoded as they are asked for.
struct EntryForms {
    private let reader: ByteReader
    private let flags: Int
    private let length: Int

    init(_ bytes: Bytes) {
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

    /// Whether there are forms beside the headword.
    var hasOthers: Bool { flags & (Field.variants | Field.romanisation) != 0 }

    func others() -> (variants: [String], romanisation: String?) {
        var rest = reader
        rest.skip(length)
        let variants = flags & Field.variants != 0 ? rest.texts() : []
        return (variants, flags & Field.romanisation != 0 ? rest.text() : nil)
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
