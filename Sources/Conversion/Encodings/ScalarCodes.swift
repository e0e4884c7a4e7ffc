import ICU

/// What writes the bytes of an encoding: by character, the bytes that ``ByteMachine`` reads as that
/// character.
struct ScalarCodes: Sendable {
    /// Characters from here on have no code in any of the encodings.
    static let limit = 0x2200

    /// By character below ``limit``: its bytes, with the sign `problem` where only the other case is there.
    private(set) var codes = [PackedText](repeating: .absent, count: ScalarCodes.limit)
    /// The bytes of a mark that may follow a letter: after a small one and after a capital.
    private(set) var marks: [UInt32: (small: UInt8, capital: UInt8)] = [:]
    /// By node of the machine: whether its letter is a capital.
    private(set) var isCapital: [Bool] = []

    init(_ table: EncodingTable, _ machine: ByteMachine) {
        for byte in 0..<256 where !table.readOnly.contains(UInt8(byte)) {
            guard byte < 0x80 || table.marks[UInt8(byte)] == nil else { continue }
            set(table.letters[byte], [UInt8(byte)])
        }
        for node in machine.text.indices {
            guard let path = machine.path[node] else { continue }
            set(String(decoding: machine.text[node].bytes, as: UTF8.self), path)
        }
        isCapital = machine.text.map { text in
            let letter = String(decoding: text.bytes, as: UTF8.self)
            return letter.lowercased() != letter
        }
        if table.joining == .combining { addComposed(table) }
        addMarks(table)
        addOtherCase()
    }

    /// The bytes of a character.
    func code(of scalar: UInt32) -> PackedText {
        scalar < UInt32(ScalarCodes.limit) ? codes[Int(scalar)] : .absent
    }

    /// The first code that is given to a character stays.
    private mutating func set(_ letter: String?, _ bytes: [UInt8], _ sign: PackedText.Sign = .none) {
        guard let scalars = letter?.unicodeScalars, let scalar = scalars.first, scalars.count == 1,
            scalar.value < ScalarCodes.limit, codes[Int(scalar.value)] == .absent
        else { return }
        codes[Int(scalar.value)] = PackedText(bytes, sign)
    }

    /// Letters that a table of combining marks writes as a letter and a mark: ấ as â and sắc.
    private mutating func addComposed(_ table: EncodingTable) {
        let single = codes
        var marks: [Unicode.Scalar: UInt8] = [:]
        for byte in 0x80..<256 {
            if let scalar = table.letters[byte]?.unicodeScalars.first, scalar.combiningClass != 0 {
                marks[scalar] = UInt8(byte)
            }
        }
        for value in 0xC0..<UInt32(ScalarCodes.limit) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let parts = Array(String(Character(scalar)).normalized(.nfd).unicodeScalars)
            guard parts.count > 1 else { continue }
            for (index, part) in parts.enumerated().dropFirst() {
                guard let mark = marks[part] else { continue }
                var rest = parts
                rest.remove(at: index)
                let letter = Array(String(String.UnicodeScalarView(rest)).normalized(.nfc).unicodeScalars)
                guard letter.count == 1, letter[0].value < ScalarCodes.limit else { continue }
                let code = single[Int(letter[0].value)]
                guard code != .absent else { continue }
                set(String(Character(scalar)), code.bytes + [mark])
            }
        }
    }

    private mutating func addMarks(_ table: EncodingTable) {
        guard table.joining == .joined else { return }
        for byte in table.marks.keys.sorted() {
            guard let scalars = table.marks[byte]?.unicodeScalars, scalars.count == 1,
                let mark = scalars.first
            else { continue }
            let isCapital = (0xC0..<0xE0).contains(byte)
            let known = marks[mark.value]
            marks[mark.value] = (
                isCapital ? known?.small ?? byte : byte, isCapital ? byte : known?.capital ?? byte
            )
        }
    }

    /// A letter that is only there in the other case is written so, as a problem.
    private mutating func addOtherCase() {
        let letters = VietnameseLetters.beyondASCII + "abcdefghijklmnopqrstuvwxyz".map(String.init)
        for letter in letters {
            for (lost, kept) in [
                (letter.uppercased(), letter.lowercased()), (letter.lowercased(), letter.uppercased()),
            ] {
                guard let scalar = kept.unicodeScalars.first, codes[Int(scalar.value)].isPlain else {
                    continue
                }
                set(lost, codes[Int(scalar.value)].bytes, .problem)
            }
        }
    }
}
