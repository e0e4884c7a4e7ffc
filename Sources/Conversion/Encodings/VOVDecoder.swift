import Text

/// Reads the stand-ins of ``TextEncoding/vovStandIns`` as the letters they stand for.
///
/// Bytes are read as UTF-8 first; then each word, what stands between two blanks of ASCII, is decoded by itself.
struct VOVDecoder: Converter {
    private var unicode: UnicodeDecoder
    private var words = WordBuffer()
    private var own = ConversionProblems()
    private var buffer: [UInt8] = []

    init(_ options: ConversionOptions) { unicode = UnicodeDecoder(options) }

    var problems: ConversionProblems {
        var all = unicode.problems
        all.add(own)
        return all
    }

    mutating func convert(_ input: Span<UInt8>, into output: inout [UInt8]) {
        buffer.removeAll(keepingCapacity: true)
        unicode.convert(input, into: &buffer)
        read(&output)
    }

    mutating func finish(into output: inout [UInt8]) {
        buffer.removeAll(keepingCapacity: true)
        unicode.finish(into: &buffer)
        read(&output)
        if let word = words.finish() { add(word, &output) }
    }

    private mutating func read(_ output: inout [UInt8]) {
        for byte in buffer {
            if let word = words.add(byte) { add(word, &output) }
        }
    }

    private mutating func add(_ word: WordBuffer.Word, _ output: inout [UInt8]) {
        guard word.bytes.contains(where: VOVStandIns.isSign) else {
            output += word.bytes
            return
        }
        let text = String(decoding: word.bytes, as: UTF8.self)
        let decoded = VOVStandIns.decoded(Array(text.unicodeScalars))
        if decoded.doubtful > 0 { own.note(.doubtful, at: word.start, text) }
        if decoded.read > 0 {
            for scalar in decoded.text { output.append(scalar) }
        } else {
            output += word.bytes
        }
    }
}
