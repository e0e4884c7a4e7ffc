import ICU

/// An encoding as one reads it in a book: which byte is which letter.
///
///     EncodingTable(
///         source: "RFC 1456, table 1",
///         rows: """
///             80  Ạ Ắ Ằ Ặ Ấ Ầ Ẩ Ậ Ẽ Ẹ Ế Ề Ể Ễ Ệ Ố
///             """)
///
/// Each row begins with a byte in hexadecimal; after it stand the letters of this and the following bytes.
/// `·` stands for a byte without a meaning, `◌́` for a mark that belongs to the letter before it; `nbsp`,
/// `shy` and `middot` for U+00A0, U+00AD and U+00B7. Bytes of ASCII that no row names are themselves.
///
/// The machines that read and write the bytes are made from it: ``ByteMachine`` and ``ScalarCodes``.
struct EncodingTable: Sendable {
    /// How marks after a letter make one letter with it.
    enum Marks: Sendable {
        /// There are none.
        case none
        /// Marks are characters by themselves, as in Unicode; what comes out is composed.
        case combining
        /// Marks belong to the vowel before them, in any order: first circumflex, then breve, then a tone.
        case joined
        /// As joined, and only where a letter of the Vietnamese alphabet comes out.
        case vietnamese
    }

    /// Where the facts are from.
    let source: String
    /// Letters by byte; nil where a byte has no meaning.
    private(set) var letters: [String?]
    /// What a mark's byte adds to the letter before it, as combining characters.
    private(set) var marks: [UInt8: String] = [:]
    /// How marks make letters.
    let joining: Marks
    /// Bytes that are read, but not written: another byte, or another encoding, is meant for the letter.
    private(set) var readOnly: Set<UInt8> = []
    /// Two bytes that are one letter, such as `dd`.
    let pairs: [(bytes: [UInt8], letter: String)]
    /// The sign before another sign that is then no mark; nil when there is none.
    let escape: UInt8?
    /// Whether all letters are shown as capitals.
    let isCapitals: Bool

    init(
        source: String, rows: String, readOnly readOnlyRows: String = "", joining: Marks = .none,
        pairs: [(bytes: [UInt8], letter: String)] = [], escape: UInt8? = nil, isCapitals: Bool = false
    ) {
        self.source = source
        self.joining = joining
        self.pairs = pairs
        self.escape = escape
        self.isCapitals = isCapitals
        letters = (0..<256).map { $0 < 0x80 ? String(Character(Unicode.Scalar(UInt8($0)))) : nil }
        readOnly.formUnion(read(readOnlyRows))
        readOnly.subtract(read(rows))
        if isCapitals {
            // The signs of Windows are not letters of the font.
            for byte in letters.indices where !(0x80..<0xA0).contains(byte) {
                letters[byte] = letters[byte]?.uppercased()
            }
        }
    }

    /// Takes over what rows say, and returns the bytes that they give a meaning.
    ///
    /// The rows are those of this project's own tables; what none of them could mean is skipped, and tests bring every
    /// letter through every table and back.
    private mutating func read(_ rows: String) -> [UInt8] {
        var bytes: [UInt8] = []
        for row in rows.split(separator: "\n") {
            let cells = row.split(separator: " ")
            guard let first = cells.first, var byte = Int(first, radix: 16) else { continue }
            for cell in cells.dropFirst() where (0..<256).contains(byte) {
                if cell != "·" {
                    set(byte, String(cell))
                    bytes.append(UInt8(byte))
                }
                byte += 1
            }
        }
        return bytes
    }

    private mutating func set(_ byte: Int, _ cell: String) {
        let scalars = cell.unicodeScalars
        if scalars.first == "◌" {
            let mark = String(String.UnicodeScalarView(scalars.dropFirst()))
            if joining == .combining {
                letters[byte] = mark
            } else {
                marks[UInt8(byte)] = mark
            }
            return
        }
        letters[byte] =
            switch cell {
            case "nbsp": "\u{A0}"
            case "shy": "\u{AD}"
            case "middot": "\u{B7}"
            default: cell.normalized(.nfc)
            }
    }

    /// What stands on `letter` with `mark`, as it is written in NFC; nil when they do not go together.
    func joined(_ letter: String, _ mark: String) -> String? {
        let parts = Array(letter.normalized(.nfd).unicodeScalars)
        guard let base = parts.first, "aeiouyAEIOUY".unicodeScalars.contains(base) else { return nil }
        var modifiers = Array(parts.dropFirst())
        for scalar in mark.unicodeScalars {
            guard !modifiers.contains(scalar) else { return nil }
            modifiers.append(scalar)
        }
        guard modifiers.count(where: { EncodingTable.rank($0) == EncodingTable.tone }) <= 1 else {
            return nil
        }
        var text = String.UnicodeScalarView([base])
        // By rank, not by the order in which they were typed.
        for rank in 0...EncodingTable.tone {
            text.append(contentsOf: modifiers.filter { EncodingTable.rank($0) == rank })
        }
        let result = String(text).normalized(.nfc)
        if joining == .vietnamese, !VietnameseLetters.isVowel(result) { return nil }
        return result
    }

    private static let tone = 3

    /// Where a mark stands among those of one letter: horn, circumflex, breve, tone.
    private static func rank(_ mark: Unicode.Scalar) -> Int {
        switch mark {
        case "\u{31B}": 0
        case "\u{302}": 1
        case "\u{306}": 2
        default: tone
        }
    }
}
