import ICU

/// Writes *Unicode tổ hợp*: a toned vowel as the vowel and its tone mark, ấ as â and U+0301; all else as it
/// is.
///
/// This is the form that Vietnamese programs mean by the name, and that Windows types: ă â ê ô ơ ư stay
/// whole, as they do not in NFD.
struct CombiningEncoder: Converter, Sendable {
    private let options: ConversionOptions
    private(set) var problems = ConversionProblems()
    private var reader = UTF8Reader()
    private var unfinished: [UInt8] = []
    private var offset = 0

    private static let limit: UInt32 = 0x1F00

    /// By character: the UTF-8 of the vowel and of the mark.
    private static let codes: [PackedText] = {
        var codes = [PackedText](repeating: .absent, count: Int(limit))
        for vowel in VietnameseLetters.plainVowels.flatMap({ [$0, $0.uppercased()] }) {
            for mark in VietnameseLetters.toneMarks.map({ String(Character($0)) }) {
                guard let scalar = (vowel + mark).normalized(.nfc).unicodeScalars.first else { continue }
                codes[Int(scalar.value)] = PackedText(Array(vowel.utf8) + Array(mark.utf8))
            }
        }
        return codes
    }()

    init(_ options: ConversionOptions) { self.options = options }

    mutating func convert(_ input: Span<UInt8>, into output: inout [UInt8]) {
        let codes = CombiningEncoder.codes
        output.reserveCapacity(output.count + input.count + input.count / 2)
        var index = 0
        while index < input.count {
            let byte = input[index]
            switch reader.read(byte) {
            case .more: unfinished.append(byte)
            case .scalar(let scalar):
                if scalar >= 0x80, scalar < CombiningEncoder.limit, codes[Int(scalar)] != .absent {
                    output.append(contentsOf: codes[Int(scalar)].bytes)
                } else {
                    output.append(contentsOf: unfinished)
                    output.append(byte)
                }
                unfinished.removeAll(keepingCapacity: true)
            case .broken: breakOff([byte], at: offset + index, &output)
            case .brokenBefore:
                breakOff(unfinished, at: offset + index - unfinished.count, &output)
                unfinished.removeAll(keepingCapacity: true)
                continue
            }
            index += 1
        }
        offset += input.count
    }

    mutating func finish(into output: inout [UInt8]) {
        if !unfinished.isEmpty { breakOff(unfinished, at: offset - unfinished.count, &output) }
        unfinished = []
        reader.reset()
        offset = 0
    }

    private mutating func breakOff(_ bytes: [UInt8], at offset: Int, _ output: inout [UInt8]) {
        problems.note(.illFormed, at: offset, bytes.map(hexadecimal).joined(separator: " "))
        output.append(contentsOf: options.illFormed == .keep ? bytes : [0xEF, 0xBF, 0xBD])
    }
}
