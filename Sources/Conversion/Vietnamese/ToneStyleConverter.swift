import Text

/// Writes the tones of Vietnamese in one style; everything else stays byte for byte.
///
///     var converter = ToneStyleConverter(.new)
///     converter.convertAll(Array("hòa, quý".utf8))  // the bytes of "hoà, quý"
///
/// It reads UTF-8 in NFC. A word is held back until it ends, and at most ``longestRun`` bytes.
struct ToneStyleConverter: Converter {
    /// How many bytes without a sign of ASCII between them are held back at most.
    static let longestRun = 4096

    /// There are none: bytes that are not UTF-8 are no letters.
    let problems = ConversionProblems()

    private let style: ToneStyle
    /// The letters of ASCII and all beyond it since the last sign of ASCII.
    private var run: [UInt8] = []

    init(_ style: ToneStyle) { self.style = style }

    mutating func convert(_ input: Span<UInt8>, into output: inout [UInt8]) {
        for index in input.indices {
            let byte = input[index]
            if byte >= 0x80 || 0x61...0x7A ~= byte | 0x20 {
                // Cut before a code point.
                if run.count >= ToneStyleConverter.longestRun, byte & 0xC0 != 0x80 { flush(&output) }
                run.append(byte)
            } else {
                flush(&output)
                output.append(byte)
            }
        }
    }

    mutating func finish(into output: inout [UInt8]) { flush(&output) }

    private mutating func flush(_ output: inout [UInt8]) {
        defer { run.removeAll(keepingCapacity: true) }
        // A letter with a tone is beyond ASCII.
        guard run.contains(where: { $0 >= 0x80 }) else {
            output += run
            return
        }
        var at = 0
        var start = 0
        while at < run.count {
            var isLetter = false
            var length = 1
            if case .scalar(let scalar, let count) = UTF8Sequence(run.span, at) {
                isLetter = scalar.properties.isAlphabetic || scalar.properties.isGraphemeExtend
                length = count
            }
            if !isLetter {
                add(start..<at, &output)
                output += run[at..<min(at + length, run.count)]
                start = at + length
            }
            at += length
        }
        add(min(start, run.count)..<run.count, &output)
    }

    /// Adds a word.
    private func add(_ range: Range<Int>, _ output: inout [UInt8]) {
        if let placed = style.placed(String(decoding: run[range], as: UTF8.self)) {
            output += placed.utf8
        } else {
            output += run[range]
        }
    }
}
