import Conversion

/// Decodes text that stands as characters: those that a byte of the encoding was read as.
///
/// A byte is the character with its number, or what Windows code page 1252 has for it. Other characters, and those whose
/// byte has no meaning in the encoding, stay.
struct RunDecoder {
    /// The characters of the last runs that stayed.
    private(set) var left: [Unicode.Scalar] = []

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
                    left.append(scalar)
                    continue
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

    private func byte(_ scalar: Unicode.Scalar) -> UInt8? {
        let byte = UInt8(exactly: scalar.value) ?? RunDecoder.windows1252[scalar]
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
