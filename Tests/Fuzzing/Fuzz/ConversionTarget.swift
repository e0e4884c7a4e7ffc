import Conversion
import ICU

/// Converts the bytes after the first three by the decoder and the encoder that the first one names, whole and cut, and
/// guesses their encoding.
func readLegacyText(_ bytes: [UInt8]) {
    guard bytes.count > 3 else { return }
    let encoding = TextEncoding.allCases[Int(bytes[0]) % TextEncoding.allCases.count]
    let options = ConversionOptions(
        illFormed: bytes[1] & 1 == 0 ? .replace : .keep, capitals: bytes[1] & 2 != 0,
        lines: bytes[1] & 4 == 0 ? .decide : .all)
    let input = Array(bytes[3...])
    let step = Int(bytes[2] % 16) + 1
    for converter in [encoding.decoder(options), encoding.encoder(options)] {
        var whole = converter
        let wanted = whole.convertAll(input)
        var cut = converter
        var output: [UInt8] = []
        var start = 0
        while start < input.count {
            let end = min(start + step, input.count)
            cut.convert(Array(input[start..<end]).span, into: &output)
            start = end
        }
        cut.finish(into: &output)
        guard output == wanted, cut.problems == whole.problems else {
            fatalError("cuts change what comes out")
        }
    }
    if options.illFormed == .replace {
        var decoder = encoding.decoder(options)
        let text = String(decoding: decoder.convertAll(input), as: UTF8.self)
        // More marks than a letter can have are cut into several letters, and counted.
        let isCut = decoder.problems[.tooManyMarks] != nil
        guard isCut || text.isNormalized(.nfc) else { fatalError("not NFC") }
        var encoder = encoding.encoder(options)
        let written = encoder.convertAll(Array(text.utf8))
        if encoder.problems.isEmpty {
            var again = encoding.decoder(options)
            let back = again.convertAll(written)
            // Which lines are legacy text is decided by what they say; HTML has no sign for a reference that is text.
            let isLatin1 = [.vniLatin1, .tcvn3Latin1, .visciiLatin1, .vpsLatin1, .cp1258Latin1].contains(
                encoding)
            let mayDiffer = isCut || isLatin1 && options.lines == .decide || encoding == .html
            guard mayDiffer || back == Array(text.utf8) else {
                fatalError("what was written reads otherwise")
            }
        }
    }
    if let watch = UnicodeWatch(encoding) { _ = watch.finds(input.span, isFirst: bytes[1] & 16 == 0) }
    let guess = EncodingGuess(beginning: input.span, isWhole: bytes[1] & 8 == 0)
    guard (0...1).contains(guess.confidence) else { fatalError("a confidence beyond 1") }
}
