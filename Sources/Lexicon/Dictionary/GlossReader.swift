import Bytes

/// Where the glosses and definitions of an entry in one language stand, found without decoding the rest.
struct GlossReader {
    /// Room for the words of one text after the other.
    var words = GlossWords()
    private var fields: GlossFinder
    // What is never filled: the fields of entries and senses are only skipped.
    private var entry = Entry("")
    private var sense = Sense()

    /// Reads the glosses in `language`, a BCP 47 tag as the lexicon has it.
    init(_ names: NameTable, language: String) { fields = GlossFinder(names, language) }

    /// The language.
    var language: String { fields.language }

    /// Where the texts stand in the bytes of the entry last read: the beginning and the end of each.
    var bounds: [Int] { fields.bounds }

    /// Reads the entry whose bytes are `bytes`.
    mutating func read(_ bytes: Bytes) {
        fields.begin(bytes)
        entry.code(by: &fields)
        var senses = fields.reader.elementCount()
        while senses > 0, !fields.reader.isAtEnd {
            fields.flags = fields.reader.varint()
            sense.code(by: &fields)
            senses -= 1
        }
    }
}

/// Skips fields, except for the glosses and definitions in one language.
private struct GlossFinder: FieldCoder {
    private(set) var bounds: [Int] = []
    let language: String
    var reader = ByteReader(Bytes([]))
    var flags = 0
    private let table: NameTable
    // The names last met: of most entries all glosses are in one or two languages.
    private var wanted = -1
    private var unwanted = -1

    init(_ names: NameTable, _ language: String) {
        table = names
        self.language = language
    }

    mutating func begin(_ bytes: Bytes) {
        bounds.removeAll(keepingCapacity: true)
        reader = ByteReader(bytes)
        flags = reader.varint()
        skipText()
    }

    /// Calls `body` for each of the elements that are counted next.
    mutating func forEachElement(_ body: (inout GlossFinder) -> Void) {
        var count = reader.elementCount()
        while count > 0, !reader.isAtEnd {
            body(&self)
            count -= 1
        }
    }

    private func has(_ number: Int) -> Bool { flags & 1 << number != 0 }

    private mutating func skipText() { reader.skip(reader.varint()) }

    func flag(_ number: Int, _ value: inout Bool) {}

    mutating func text(_ number: Int, _ value: inout String?) {
        if has(number) { skipText() }
    }

    mutating func texts(_ number: Int, _ value: inout [String]) {
        if has(number) { forEachElement { $0.skipText() } }
    }

    mutating func name(_ number: Int, _ value: inout String?) {
        if has(number) { _ = reader.varint() }
    }

    mutating func names(_ number: Int, _ value: inout [String]) {
        if has(number) { forEachElement { _ = $0.reader.varint() } }
    }

    mutating func number<Number: FixedWidthInteger>(_ number: Int, _ value: inout Number?) {
        if has(number) { _ = reader.varint() }
    }

    mutating func scriptForms(_ number: Int, _ value: inout [ScriptForm]) {
        guard has(number) else { return }
        forEachElement { fields in
            fields.skipText()
            fields.skipText()
        }
    }

    mutating func glosses(_ number: Int?, _ value: inout [Gloss]) {
        guard number.map(has) ?? true else { return }
        forEachElement { fields in
            let isWanted = fields.isWanted(fields.reader.varint())
            let length = min(fields.reader.varint(), max(0, fields.reader.remaining))
            if isWanted, length > 0 {
                fields.bounds.append(fields.reader.position)
                fields.bounds.append(fields.reader.position + length)
            }
            fields.reader.skip(length)
        }
    }

    mutating func examples(_ number: Int, _ value: inout [Example]) {
        guard has(number) else { return }
        forEachElement { fields in
            fields.skipText()
            fields.forEachElement { fields in
                _ = fields.reader.varint()
                fields.skipText()
            }
        }
    }

    private mutating func isWanted(_ name: Int) -> Bool {
        if name == wanted { return true }
        if name == unwanted { return false }
        guard table[name] == language else {
            unwanted = name
            return false
        }
        wanted = name
        return true
    }
}
