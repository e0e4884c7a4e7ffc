import Bytes

/// The beginning of an entry: the forms it is found by, decoded as they are asked for.
struct EntryForms {
    private let reader: ByteReader
    private let flags: Int
    private let length: Int
    private let id: Int
    private let names: NameTable
    private let transliterations: TransliterationTable

    /// The forms of the entry numbered `id`, whose bytes are `bytes`.
    init(_ bytes: Bytes, _ id: Int, _ names: NameTable, _ transliterations: TransliterationTable) {
        self.names = names
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
        flags & EntryForms.flags != 0 || !transliterations.isEmpty
    }

    /// The other forms; those in other scripts and the one to be cited count as variants.
    func others() -> (variants: [String], romanisation: String?, transliterations: [String]) {
        var rest = reader
        rest.skip(length)
        var (variants, scriptForms, romanisation) = ([String](), [ScriptForm](), String?.none)
        var fields = FieldReader(rest, names, flags: flags)
        EntryForms.code(&variants, &scriptForms, &romanisation, by: &fields)
        variants += scriptForms.map { $0.text }
        if flags & EntryForms.citationFlag != 0 {
            var entry = Entry("")
            entry.codeToCitation(by: &fields)
            if let citation = entry.citation { variants.append(citation) }
        }
        return (variants, romanisation, transliterations.texts(ofEntry: id))
    }

    /// The flags of the fields of ``code(_:_:_:by:)``, and that of the form to be cited.
    private static let flags = 0b111 | citationFlag
    private static let citationFlag = 1 << 10

    /// The fields by which an entry is found besides its headword; they come first, so that a search need not read
    /// further.
    static func code(
        _ variants: inout [String], _ scriptForms: inout [ScriptForm], _ romanisation: inout String?,
        by coder: inout some FieldCoder
    ) {
        coder.texts(0, &variants)
        coder.scriptForms(1, &scriptForms)
        coder.text(2, &romanisation)
    }
}
