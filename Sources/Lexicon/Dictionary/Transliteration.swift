import Bytes

/// A word as rules write it in another script or spelling.
///
///     let entry = thai.entry(0)
///     entry?.headword             // "ꪅꪺꪀ"
///     entry?.transliterations[0]  // Transliteration(form: "blt-Latn", text: "ꞌkhuạk")
///
/// The compiler made it from the headword when it made the file; no source wrote it. What a source wrote is
/// ``Entry/romanisation``. Which rules they were, and whether they are a draft, is in
/// ``LexiconInfo/transliterations``.
public struct Transliteration: Hashable, Sendable {
    /// The script or spelling: a BCP 47 tag, such as `blt-Latn`.
    public var form: String
    /// The word, in NFC.
    public var text: String

    /// The word `text` in the form `form`.
    public init(form: String, text: String) {
        self.form = form
        self.text = text
    }
}

/// What rules made of the headwords: for each entry a text for each form.
///
/// As many offsets as entries and one more, counted from the end of the offsets, then the texts; all offsets have 32
/// bits. An empty text says that the rules could not write the word.
struct TransliterationTable: Sendable {
    private let bytes: Bytes
    private let entryCount: Int

    /// Opens the texts of `entryCount` entries; nil when there is not even room for the offsets.
    ///
    /// Empty `bytes` have no texts.
    init?(_ bytes: Bytes, entryCount: Int) {
        guard bytes.count == 0 || bytes.count >= (entryCount + 1) * 4 else { return nil }
        self.bytes = bytes
        self.entryCount = entryCount
    }

    var isEmpty: Bool { bytes.count == 0 }

    /// The texts of the entry numbered `id`, in the order of the forms; none when there are none.
    func texts(ofEntry id: Int) -> [String] {
        guard !isEmpty, id >= 0, id < entryCount else { return [] }
        let start = bytes.int(at: id * 4)
        let end = bytes.int(at: id * 4 + 4)
        let first = (entryCount + 1) * 4
        guard start < end, first + end <= bytes.count else { return [] }
        var reader = ByteReader(bytes.slice(first + start, end - start))
        var texts: [String] = []
        while !reader.isAtEnd { texts.append(reader.text()) }
        return texts
    }
}

/// Writes the bytes that ``TransliterationTable`` reads, entry by entry.
package struct TransliterationTableBuilder {
    private let forms: [String]
    private var offsets = ByteWriter()
    private var texts = ByteWriter()

    /// A table of these forms.
    package init(forms: [String]) { self.forms = forms }

    /// Adds the texts of the next entry.
    package mutating func add(_ transliterations: [Transliteration]) {
        guard !forms.isEmpty else { return }
        offsets.u32(UInt32(clamping: texts.count))
        guard !transliterations.isEmpty else { return }
        for form in forms { texts.text(transliterations.first { $0.form == form }?.text ?? "") }
    }

    /// The bytes; none when there are no forms.
    package func encoded() -> [UInt8] {
        guard !forms.isEmpty else { return [] }
        var writer = offsets
        writer.u32(UInt32(clamping: texts.count))
        writer.append(texts.bytes)
        return writer.bytes
    }
}
