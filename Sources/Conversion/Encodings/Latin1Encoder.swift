import Bytes

/// Writes a legacy encoding as Latin-1 letters in UTF-8: what programs without the font show.
struct Latin1Encoder: Converter, Sendable {
    private var encoder: TableEncoder

    init(_ encoding: TableMachines, _ options: ConversionOptions) {
        encoder = TableEncoder(encoding, options)
    }

    var problems: ConversionProblems { encoder.problems }

    mutating func convert(_ input: Span<UInt8>, into output: inout [UInt8]) {
        var bytes: [UInt8] = []
        encoder.convert(input, into: &bytes)
        write(bytes, &output)
    }

    mutating func finish(into output: inout [UInt8]) {
        var bytes: [UInt8] = []
        encoder.finish(into: &bytes)
        write(bytes, &output)
    }

    private func write(_ bytes: [UInt8], _ output: inout [UInt8]) {
        let texts = Windows1252.texts
        var buffer = [UInt8](repeating: 0, count: bytes.count * 3 + 8)
        var written = 0
        var target = buffer.mutableSpan
        for byte in bytes {
            target.store(texts[Int(byte)].word, at: written)
            written += texts[Int(byte)].count
        }
        output.append(contentsOf: buffer[..<written])
    }
}
