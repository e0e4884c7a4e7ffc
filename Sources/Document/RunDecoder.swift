import Conversion

/// Decodes text that stands as characters: those that a byte of the encoding was read as.
///
/// A byte is the character with its number, or what Windows code page 1252 has for it, or the character for private use
/// that Word has for it in a font it takes for symbols, U+F000 and the number. Other characters, and those whose byte has no
/// meaning in the encoding, stay.
struct RunDecoder {
    /// A character of the last runs, and the number of its run.
    typealias Found = (scalar: Unicode.Scalar, run: Int)

    /// The characters of the last runs that stayed.
    private(set) var left: [Found] = []
    /// The marks of the last runs that had no letter, as when another program has cut one in two; they are read as letters
    /// of Latin-1.
    private(set) var marks: [Found] = []

    private var decoder: any Converter
    private let isDefined: [Bool]

    init(_ encoding: TextEncoding) {
        decoder = encoding.decoder()
        isDefined = (UInt8.min...UInt8.max).map { byte in
            var decoder = encoding.decoder()
            _ = decoder.convertAll([byte])
            return decoder.problems[.undefined] == nil
        }
    }

    /// The text of each of `runs`, which follow one another.
    ///
    /// A letter whose marks are in the next run is in the run of its vowel.
    mutating func decode(_ runs: [String]) -> [String] {
        left.removeAll()
        marks.removeAll()
        var results = [[UInt8]](repeating: [], count: runs.count)
        // Where the letter began that is still open.
        var open = 0
        for (index, run) in runs.enumerated() {
            for scalar in run.unicodeScalars {
                var output: [UInt8] = []
                guard let byte = byte(scalar) else {
                    decoder.finish(into: &output)
                    results[open] += output
                    results[index] += Array(String(scalar).utf8)
                    open = index
                    left.append((scalar, index))
                    continue
                }
                let misplaced = byte < 0x80 ? 0 : decoder.problems[.misplaced]?.count ?? 0
                defer {
                    if byte >= 0x80, decoder.problems[.misplaced]?.count ?? 0 > misplaced {
                        marks.append((scalar, index))
                    }
                }
                guard open != index else {
                    decoder.convert([byte].span, into: &results[index])
                    continue
                }
                var held: [UInt8] = []
                var ended = decoder
                ended.finish(into: &held)
                decoder.convert([byte].span, into: &output)
                guard !output.isEmpty || held.isEmpty else { continue }
                let end = output.starts(with: held) ? held.count : 0
                results[open] += output[..<end]
                results[index] += output[end...]
                open = index
            }
        }
        if !runs.isEmpty { decoder.finish(into: &results[open]) }
        return results.map { String(decoding: $0, as: UTF8.self) }
    }

    /// Whether a character is a byte that has a meaning.
    func reads(_ scalar: Unicode.Scalar) -> Bool { byte(scalar) != nil }

    /// Whether a character is one for private use that stands for a byte.
    static func isSymbol(_ scalar: Unicode.Scalar) -> Bool { (0xF020...0xF0FF).contains(scalar.value) }

    private func byte(_ scalar: Unicode.Scalar) -> UInt8? {
        let byte =
            RunDecoder.isSymbol(scalar)
            ? UInt8(truncatingIfNeeded: scalar.value)
            : UInt8(exactly: scalar.value) ?? RunDecoder.windows1252[scalar]
        return byte.flatMap { isDefined[Int($0)] ? $0 : nil }
    }

    /// What Windows code page 1252 has at 0x80–0x9F.
    private static let windows1252: [Unicode.Scalar: UInt8] = {
        let row = "€·‚ƒ„…†‡ˆ‰Š‹Œ·Ž··‘’“”•–—˜™š›œ·žŸ"
        var bytes: [Unicode.Scalar: UInt8] = [:]
        for (index, scalar) in row.unicodeScalars.enumerated() where scalar != "·" {
            bytes[scalar] = UInt8(0x80 + index)
        }
        return bytes
    }()
}
