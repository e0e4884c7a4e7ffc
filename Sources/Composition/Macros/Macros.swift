import Text

/// The user's own abbreviations: keys that are replaced by longer text when the word ends.
///
///     let macros = Macros([.init(key: "ko", expansion: "không"), .init(key: "vn", expansion: "Việt Nam")])
///     var composer = Composer(keymap: telex)
///     composer.macros = macros  // from now on, "ko." types "không."
///
/// A table is made once and never changes, so that all sessions of a user share it. `MacroCompiler` makes it from the
/// file that people write.
///
/// - Complexity: Finding a key takes O(log *keys*) comparisons and allocates nothing.
public final class Macros: Sendable {
    /// One abbreviation.
    public struct Entry: Hashable, Sendable {
        /// What is typed, in NFC.
        public var key: String
        /// The text that replaces it, in NFC.
        public var expansion: String

        /// The abbreviation `key` for `expansion`.
        public init(key: String, expansion: String) {
            self.key = key
            self.expansion = expansion
        }
    }

    /// How many characters a key may have: no word is composed of more keys.
    public static let keyLimit = 32
    /// How many bytes of UTF-8 an expansion may have, in capitals too; some 350 letters of Vietnamese text.
    public static let expansionLimit = 480
    /// How many abbreviations there may be.
    public static let countLimit = 20_000

    /// The abbreviations, in the order in which they were given.
    public let entries: [Entry]

    /// A key as it is looked up, and where its three expansions are.
    private struct Row: Sendable {
        /// The key in small letters.
        var folded: Range<Int>
        /// The key as the user wrote it.
        var spelling: Range<Int>
        var asWritten: Range<Int>
        var capitalized: Range<Int>
        var inCapitals: Range<Int>
    }

    /// Sorted by the folded key; of keys that differ in capitals only, the one in small letters first.
    private let rows: [Row]
    /// What the rows point into.
    private let text: [UInt8]

    /// A table of `entries`, whose texts are to be in NFC and within the limits; what is not is left out.
    ///
    /// Of two entries with the very same key the first counts.
    ///
    /// - Complexity: O(*n* log *n*).
    public init(_ entries: [Entry]) {
        var text: [UInt8] = []
        func place(_ string: String) -> Range<Int> {
            let start = text.count
            text += string.utf8
            return start..<text.count
        }
        var kept: [Entry] = []
        var rows: [Row] = []
        var known: Set<String> = []
        for entry in entries.prefix(Macros.countLimit) {
            let forms = LetterCase.forms(of: entry.expansion)
            guard Macros.isKey(entry.key), !entry.expansion.isEmpty,
                forms.longest <= Macros.expansionLimit, known.insert(entry.key).inserted
            else { continue }
            kept.append(entry)
            rows.append(
                Row(
                    folded: place(LetterCase.folded(entry.key)), spelling: place(entry.key),
                    asWritten: place(entry.expansion), capitalized: place(forms.capitalized),
                    inCapitals: place(forms.inCapitals)))
        }
        self.entries = kept
        func isBefore(_ one: Row, _ other: Row) -> Bool {
            let folded = (text[one.folded], text[other.folded])
            if !folded.0.elementsEqual(folded.1) { return folded.0.lexicographicallyPrecedes(folded.1) }
            // Capitals come before small letters in Unicode, so what comes last is small.
            return text[other.spelling].lexicographicallyPrecedes(text[one.spelling])
        }
        self.rows = rows.sorted(by: isBefore)
        self.text = text
    }

    /// Whether `scalar` can be part of a key or an expansion: no control character, and no byte-order mark.
    package static func isText(_ scalar: Unicode.Scalar) -> Bool {
        !scalar.isControl && scalar.value != 0xFEFF
    }

    /// How many bytes the longest form of an expansion has: as written, with a capital in front, or all in capitals.
    package static func size(ofExpansion text: String) -> Int { LetterCase.forms(of: text).longest }

    /// Whether `key` can be one: not empty, without blanks and control characters, and not too long.
    static func isKey(_ key: String) -> Bool {
        let scalars = key.unicodeScalars
        return !scalars.isEmpty && scalars.count <= Macros.keyLimit
            && scalars.allSatisfy { !$0.properties.isWhitespace && isText($0) }
    }

    // MARK: Looking up

    /// The expansion for the word `typed`, with capitals as in the word; nil when it is not a key.
    ///
    /// A key written with these very capitals goes first. Otherwise capitals do not matter for finding the key, and
    /// are carried over: `KO` gives the expansion in capitals, `Ko` with a capital in front, anything else as it is
    /// written in the table.
    func expansion(of typed: borrowing TextBuffer) -> Expansion? {
        guard !typed.isEmpty, !rows.isEmpty else { return nil }
        var folded = TextBuffer()
        let capitals = LetterCase.fold(typed, into: &folded)
        var index = firstRow(notBefore: folded)
        guard index < rows.count, compare(rows[index].folded, folded) == 0 else { return nil }
        let first = index
        while index < rows.count, compare(rows[index].folded, folded) == 0 {
            if compare(rows[index].spelling, typed) == 0 { return Expansion(range: rows[index].asWritten) }
            index += 1
        }
        switch capitals {
        case .all: return Expansion(range: rows[first].inCapitals)
        case .first: return Expansion(range: rows[first].capitalized)
        case .none, .mixed: return Expansion(range: rows[first].asWritten)
        }
    }

    /// Whether some key begins with `typed` or is that, capitals aside.
    func hasKey(beginningWith typed: borrowing TextBuffer) -> Bool {
        var folded = TextBuffer()
        _ = LetterCase.fold(typed, into: &folded)
        let index = firstRow(notBefore: folded)
        guard index < rows.count, rows[index].folded.count >= folded.count else { return false }
        let start = rows[index].folded.lowerBound
        return compare(start..<start + folded.count, folded) == 0
    }

    /// An expansion that was found.
    struct Expansion {
        fileprivate var range: Range<Int>
    }

    /// Adds `expansion` to `buffer`, whole.
    ///
    /// - Parameter rest: How many more keys may follow in the same commit besides the one that ends the word.
    /// - Returns: Whether there was room for it, and for what may follow; if not, nothing has changed.
    func append(_ expansion: Expansion, to buffer: inout TextBuffer, leaving rest: Int) -> Bool {
        let room = max(Macros.wordEnd, (rest + 1) * Macros.keyRoom)
        guard buffer.count + expansion.range.count + room <= TextBuffer.capacity else { return false }
        for index in expansion.range { buffer.append(text[index]) }
        return true
    }

    /// How many bytes may follow an expansion in the same commit.
    private static let wordEnd = 32
    /// How many bytes one more key may add: a letter with its marks.
    private static let keyRoom = 4

    private func firstRow(notBefore folded: borrowing TextBuffer) -> Int {
        var low = 0
        var high = rows.count
        while low < high {
            let middle = (low + high) / 2
            if compare(rows[middle].folded, folded) < 0 { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Below zero when the bytes at `range` come before those of `other`, zero when they are the same.
    private func compare(_ range: Range<Int>, _ other: borrowing TextBuffer) -> Int {
        let count = min(range.count, other.count)
        for index in 0..<count {
            let difference = Int(text[range.lowerBound + index]) - Int(other[index])
            if difference != 0 { return difference }
        }
        return range.count - other.count
    }
}
