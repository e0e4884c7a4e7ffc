package import Bytes

// How an entry is written: flags, the headword, the fields whose flag is set, in the order of the flags, and the
// senses. The fields stand in one list for entries and in one for senses; what reads, writes or skips them goes by
// these.

extension Entry {
    /// The fields of an entry, each with the number of its flag.
    mutating func code(by coder: inout some FieldCoder) {
        EntryForms.code(&variants, &scriptForms, &romanisation, by: &coder)
        codeToCitation(by: &coder)
        coder.name(11, &dialect)
        coder.text(12, &note)
        coder.name(13, &status)
        coder.texts(14, &related)
        coder.text(15, &date)
        coder.number(16, &weight)
        coder.name(17, &orthography)
        coder.name(18, &licence)
        coder.texts(19, &audio)
        coder.texts(20, &pictures)
    }

    /// The fields from those of ``EntryForms`` on up to the form to be cited, by which an entry is found too.
    mutating func codeToCitation(by coder: inout some FieldCoder) {
        coder.flag(3, &isByConcept)
        coder.name(4, &partOfSpeech)
        coder.name(5, &source)
        coder.text(6, &sourceEntry)
        coder.text(7, &concept)
        coder.number(8, &homograph)
        coder.text(9, &pronunciation)
        coder.text(10, &citation)
    }

    private var isByConcept: Bool {
        get { method == .concept }
        set { method = newValue ? .concept : .direct }
    }
}

extension Sense {
    /// The fields of a sense, each with the number of its flag; the glosses have none.
    mutating func code(by coder: inout some FieldCoder) {
        coder.name(0, &partOfSpeech)
        coder.glosses(nil, &glosses)
        coder.glosses(1, &definitions)
        coder.examples(2, &examples)
        coder.names(3, &domains)
        coder.texts(4, &synonyms)
        coder.text(5, &usage)
    }
}

/// What is done to each field of an entry or a sense in turn: it is read, written or skipped.
///
/// A field is not there when it is nil or empty, and the flag of its number is not set.
protocol FieldCoder {
    /// A flag without a field.
    mutating func flag(_ number: Int, _ value: inout Bool)
    mutating func text(_ number: Int, _ value: inout String?)
    mutating func texts(_ number: Int, _ value: inout [String])
    /// A text of the table of names.
    mutating func name(_ number: Int, _ value: inout String?)
    mutating func names(_ number: Int, _ value: inout [String])
    mutating func number<Number: FixedWidthInteger>(_ number: Int, _ value: inout Number?)
    mutating func scriptForms(_ number: Int, _ value: inout [ScriptForm])
    /// Texts with their languages; without a number they are always there.
    mutating func glosses(_ number: Int?, _ value: inout [Gloss])
    mutating func examples(_ number: Int, _ value: inout [Example])
}

// MARK: Reading

extension Entry {
    /// Decodes an entry; bytes that end early give empty fields.
    init(_ bytes: Bytes, names: NameTable) {
        var reader = ByteReader(bytes)
        let flags = reader.varint()
        self.init(reader.text())
        var fields = FieldReader(reader, names, flags: flags)
        code(by: &fields)
        reader = fields.reader
        senses = reader.elements { Sense(&$0, names) }
    }
}

extension Sense {
    fileprivate init(_ reader: inout ByteReader, _ names: NameTable) {
        self.init()
        let flags = reader.varint()
        var fields = FieldReader(reader, names, flags: flags)
        code(by: &fields)
        reader = fields.reader
    }
}

/// Reads the fields whose flags are set.
struct FieldReader: FieldCoder {
    fileprivate var reader: ByteReader
    private let table: NameTable
    private let flags: Int

    init(_ reader: ByteReader, _ names: NameTable, flags: Int) {
        self.reader = reader
        table = names
        self.flags = flags
    }

    private func has(_ number: Int) -> Bool { flags & 1 << number != 0 }

    func flag(_ number: Int, _ value: inout Bool) { value = has(number) }

    mutating func text(_ number: Int, _ value: inout String?) {
        if has(number) { value = reader.text() }
    }

    mutating func texts(_ number: Int, _ value: inout [String]) {
        if has(number) { value = reader.texts() }
    }

    mutating func name(_ number: Int, _ value: inout String?) {
        if has(number) { value = table[reader.varint()] }
    }

    mutating func names(_ number: Int, _ value: inout [String]) {
        if has(number) { value = reader.elements { [table] in table[$0.varint()] } }
    }

    mutating func number<Number: FixedWidthInteger>(_ number: Int, _ value: inout Number?) {
        if has(number) { value = Number(truncatingIfNeeded: reader.varint()) }
    }

    mutating func scriptForms(_ number: Int, _ value: inout [ScriptForm]) {
        guard has(number) else { return }
        value = reader.elements { reader in
            let script = reader.text()
            return ScriptForm(script: script, text: reader.text())
        }
    }

    mutating func glosses(_ number: Int?, _ value: inout [Gloss]) {
        if number.map(has) ?? true { value = reader.glosses(table) }
    }

    mutating func examples(_ number: Int, _ value: inout [Example]) {
        guard has(number) else { return }
        value = reader.elements { [table] reader in
            let text = reader.text()
            return Example(text, translations: reader.glosses(table))
        }
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

// MARK: Writing

extension Entry {
    /// The bytes ``init(_:names:)`` decodes.
    package func encoded(names: inout NameTableBuilder) -> [UInt8] {
        var writer = ByteWriter()
        write(to: &writer, names: &names)
        return writer.bytes
    }

    /// Writes the bytes ``init(_:names:)`` decodes.
    package func write(to writer: inout ByteWriter, names: inout NameTableBuilder) {
        var entry = self
        var fields = FieldWriter(&names)
        entry.code(by: &fields)
        fields.finish(headword, &writer, &names)
        writer.varint(senses.count)
        for var sense in senses {
            fields = FieldWriter(&names)
            sense.code(by: &fields)
            fields.finish(nil, &writer, &names)
        }
    }
}

/// Writes the fields that are there, and gathers their flags.
private struct FieldWriter: FieldCoder {
    private var writer = ByteWriter()
    private var flags = 0
    private var table: NameTableBuilder

    /// Borrows `names` until the end.
    init(_ names: inout NameTableBuilder) {
        table = names
        names = NameTableBuilder()
    }

    /// Writes the flags, the headword of an entry, and the fields.
    func finish(_ headword: String?, _ target: inout ByteWriter, _ names: inout NameTableBuilder) {
        target.varint(flags)
        if let headword { target.text(headword) }
        target.append(writer.bytes)
        names = table
    }

    /// Whether a field is written; then its flag is set.
    private mutating func has(_ number: Int?, _ isThere: Bool) -> Bool {
        guard let number else { return true }
        if isThere { flags |= 1 << number }
        return isThere
    }

    mutating func flag(_ number: Int, _ value: inout Bool) { _ = has(number, value) }

    mutating func text(_ number: Int, _ value: inout String?) {
        guard has(number, value != nil), let value else { return }
        writer.text(value)
    }

    mutating func texts(_ number: Int, _ value: inout [String]) {
        if has(number, !value.isEmpty) { writer.texts(value) }
    }

    mutating func name(_ number: Int, _ value: inout String?) {
        guard has(number, value != nil), let value else { return }
        writer.varint(table.number(of: value))
    }

    mutating func names(_ number: Int, _ value: inout [String]) {
        guard has(number, !value.isEmpty) else { return }
        writer.varint(value.count)
        for name in value { writer.varint(table.number(of: name)) }
    }

    mutating func number<Number: FixedWidthInteger>(_ number: Int, _ value: inout Number?) {
        guard has(number, value != nil), let value else { return }
        writer.varint(Int(value))
    }

    mutating func scriptForms(_ number: Int, _ value: inout [ScriptForm]) {
        guard has(number, !value.isEmpty) else { return }
        writer.varint(value.count)
        for form in value {
            writer.text(form.script)
            writer.text(form.text)
        }
    }

    mutating func glosses(_ number: Int?, _ value: inout [Gloss]) {
        if has(number, !value.isEmpty) { write(value) }
    }

    mutating func examples(_ number: Int, _ value: inout [Example]) {
        guard has(number, !value.isEmpty) else { return }
        writer.varint(value.count)
        for example in value {
            writer.text(example.text)
            write(example.translations)
        }
    }

    private mutating func write(_ glosses: [Gloss]) {
        writer.varint(glosses.count)
        for gloss in glosses {
            writer.varint(table.number(of: gloss.language))
            writer.text(gloss.text)
        }
    }
}
