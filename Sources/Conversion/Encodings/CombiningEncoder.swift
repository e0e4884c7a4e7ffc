import Text
import ICU
import Bytes

/// Writes *Unicode tổ hợp*: a toned vowel as the vowel and its tone mark, ấ as â and U+0301; all else as it
/// is.
///
/// This is the form that Vietnamese programs mean by the name, and that Windows types: ă â ê ô ơ ư stay
/// whole, as they do not in NFD.
struct CombiningEncoder: Converter, Sendable {
    private let options: ConversionOptions
    private(set) var problems = ConversionProblems()
    private var reader = UTF8Reader()
    /// The bytes of a character that is not complete.
    private var unfinished: UInt64 = 0
    private var offset = 0
    private var scratch = [UInt8](repeating: 0, count: (CombiningEncoder.block + 4) * 4)

    private static let block = 8192

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
        var position = 0
        while position < input.count {
            let end = min(position + CombiningEncoder.block, input.count)
            var buffer: [UInt8] = []
            swap(&buffer, &scratch)
            let written = read(input, position, end, &buffer)
            output.append(contentsOf: buffer[..<written])
            swap(&buffer, &scratch)
            position = end
        }
        offset += input.count
    }

    mutating func finish(into output: inout [UInt8]) {
        if reader.isUnfinished {
            let bytes = unfinishedBytes
            problems.note(.illFormed, at: offset - bytes.count, bytes: bytes)
            output.append(contentsOf: options.illFormed == .keep ? bytes : [0xEF, 0xBF, 0xBD])
        }
        reader.reset()
        offset = 0
    }

    /// Writes what the bytes from `position` to `end` become to `buffer`, and returns how long that is.
    private mutating func read(_ input: Span<UInt8>, _ position: Int, _ end: Int, _ buffer: inout [UInt8])
        -> Int
    {
        let codes = CombiningEncoder.codes
        var reader = self.reader
        var unfinished = self.unfinished
        var target = buffer.mutableSpan
        var written = 0
        var index = position
        while index < end {
            let byte = input[index]
            if !reader.isUnfinished { unfinished = 0 }
            let place = reader.isUnfinished ? reader.pending : 0
            switch reader.read(byte) {
            case .more: unfinished |= UInt64(byte) &<< UInt64(truncatingIfNeeded: place &* 8)
            case .scalar(let scalar):
                let code = scalar < CombiningEncoder.limit ? codes[Int(scalar)] : .absent
                if code.isPlain {
                    target.store(code.word, at: written)
                    written &+= code.count
                } else {
                    target.store(
                        unfinished | UInt64(byte) &<< UInt64(truncatingIfNeeded: place &* 8), at: written)
                    written &+= place &+ 1
                }
            case .broken:
                problems.note(.illFormed, at: offset + index, bytes: [byte])
                target.store(options.illFormed == .keep ? UInt64(byte) : 0xBDBFEF, at: written)
                written &+= options.illFormed == .keep ? 1 : 3
            case .brokenBefore:
                self.reader = reader
                self.unfinished = unfinished
                problems.note(
                    .illFormed, at: offset + index - reader.pending, bytes: unfinishedBytes)
                target.store(options.illFormed == .keep ? unfinished : 0xBDBFEF, at: written)
                written &+= options.illFormed == .keep ? reader.pending : 3
                continue
            }
            index &+= 1
        }
        self.reader = reader
        self.unfinished = unfinished
        return written
    }

    private var unfinishedBytes: [UInt8] {
        (0..<min(reader.pending, 4)).map { UInt8(truncatingIfNeeded: unfinished >> ($0 * 8)) }
    }
}
