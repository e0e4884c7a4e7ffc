import Conversion
import ICU
import TestSupport
import Testing

/// However the input is cut, the same bytes come out.
struct ChunkingTests {
    /// Bytes that each decoder has work with: texts, and every byte before and after the ones it joins.
    private static func inputs(_ encoding: TextEncoding, _ generator: inout SeededGenerator) -> [[UInt8]] {
        let text = Samples.vietnamese + "khĕi ô\u{306}i \\. d\\d “ꪀ” 한\n"
        var encoder = encoding.encoder()
        var inputs = [encoder.convertAll(Array(text.utf8))]
        let common = Array(
            "aâêùÊôöodD\\.'^(+~?` \n".unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) })
        for _ in 0..<20 {
            inputs.append((0..<200).map { _ in UInt8.random(in: 0...255, using: &generator) })
            inputs.append((0..<200).map { _ in common.randomElement(using: &generator) ?? 0 })
        }
        let pieces = [
            "a", "o\u{302}", "\u{306}", "\u{323}", "ấ", "e", "\u{300}", "ê", "â", "toâi", "\n", "ꪀ",
            "\u{1D15E}",
        ]
        for _ in 0..<20 {
            inputs.append(
                (0..<60).flatMap { _ in Array((pieces.randomElement(using: &generator) ?? "").utf8) })
        }
        return inputs
    }

    @Test(arguments: [TextEncoding.unicode, .utf16BE, .utf32LE, .vpsLatin1, .vniLatin1, .html])
    func `Too many marks are counted at one place, wherever the text is cut`(encoding: TextEncoding) {
        let text = Array(("\nm" + String(repeating: "\u{303}", count: 70)).utf8)
        var encoder = encoding.encoder()
        // The others read text in UTF-8.
        let input = [.utf16BE, .utf32LE].contains(encoding) ? encoder.convertAll(text) : text
        var whole = encoding.decoder()
        let wanted = whole.convertAll(input)
        #expect(whole.problems[.tooManyMarks] != nil)
        for cut in 1..<input.count {
            var other = encoding.decoder()
            var output: [UInt8] = []
            other.convert(Array(input[..<cut]).span, into: &output)
            other.convert(Array(input[cut...]).span, into: &output)
            other.finish(into: &output)
            #expect(output == wanted, "cut at \(cut)")
            #expect(other.problems == whole.problems, "cut at \(cut)")
        }
    }

    @Test(arguments: TextEncoding.allCases)
    func `Cuts change nothing`(encoding: TextEncoding) {
        var generator = SeededGenerator(7)
        for illFormed in ConversionOptions.IllFormed.allCases {
            let options = ConversionOptions(illFormed: illFormed)
            for input in Self.inputs(encoding, &generator) {
                for isDecoder in [true, false] {
                    let converter = isDecoder ? encoding.decoder(options) : encoding.encoder(options)
                    var whole = converter
                    let wanted = whole.convertAll(input)
                    for cuts in Self.cuts(input.count, &generator) {
                        var other = converter
                        var output: [UInt8] = []
                        var start = 0
                        for cut in cuts + [input.count] {
                            other.convert(Array(input[start..<cut]).span, into: &output)
                            start = cut
                        }
                        other.finish(into: &output)
                        #expect(output == wanted)
                        #expect(other.problems == whole.problems)
                        if output != wanted { return }
                    }
                }
            }
        }
    }

    /// Every byte by itself, and at random places.
    private static func cuts(_ count: Int, _ generator: inout SeededGenerator) -> [[Int]] {
        var cuts = [Array(0..<count)]
        for _ in 0..<4 {
            cuts.append((0..<5).map { _ in Int.random(in: 0...count, using: &generator) }.sorted())
        }
        return cuts
    }

    @Test(arguments: TextEncoding.allCases)
    func `Long texts pass the ends of the blocks`(encoding: TextEncoding) {
        let line = "Tiếng nước ta, ĕ ô\u{306} hoà.\n"
        let text = String(repeating: line, count: 3000)
        var encoder = encoding.encoder()
        let written = encoder.convertAll(Array(text.utf8))
        var one = encoding.encoder()
        let writtenLine = one.convertAll(Array(line.utf8))
        #expect(written == Array(repeatElement(writtenLine, count: 3000).joined()))
        let read = Samples.convert(written, by: encoding.decoder())
        let readLine = Samples.convert(writtenLine, by: encoding.decoder())
        #expect(read == Array(repeatElement(readLine, count: 3000).joined()))
    }

    @Test(arguments: TextEncoding.allCases)
    func `What is read is NFC, whatever the bytes`(encoding: TextEncoding) {
        var generator = SeededGenerator(11)
        for input in Self.inputs(encoding, &generator) {
            let read = String(decoding: Samples.convert(input, by: encoding.decoder()), as: UTF8.self)
            #expect(read.isNormalized(.nfc))
        }
    }
}
