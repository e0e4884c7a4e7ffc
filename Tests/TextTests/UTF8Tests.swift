import Testing
import Text

/// Both decoders of UTF-8, beside each other and beside Swift's.
struct UTF8Tests {
    /// Texts that are UTF-8, cut short, overlong, surrogates, beyond the last code point, and bytes that begin nothing.
    static let samples: [[UInt8]] = [
        Array("êa ꪀꪱ 𑄌".utf8), Array("\u{7F}\u{80}\u{7FF}\u{800}\u{FFFF}\u{10000}\u{10FFFF}".utf8),
        [0xC3], [0xE1, 0xBA], [0xF0, 0x91, 0x84], [0x61, 0xC3, 0x61], [0xC0, 0x80], [0xE0, 0x80, 0x80],
        [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF0, 0x80, 0x80, 0x80], [0xFF, 0x80, 0x61, 0xBF],
        [0xF5, 0xE1, 0x61],
    ]

    @Test(arguments: samples) func `Bytes are separated as Swift separates them`(bytes: [UInt8]) {
        var whole: [Unicode.Scalar] = []
        var offset = 0
        while offset < bytes.count {
            switch UTF8Sequence(bytes.span, offset) {
            case .scalar(let scalar, let length):
                whole.append(scalar)
                offset += length
                #expect(bytes.span.scalar(at: offset - length) == (scalar, length))
            case .illFormed(let length):
                whole.append("\u{FFFD}")
                #expect(bytes.span.scalar(at: offset) == ("\u{FFFD}", 1))
                offset += length
            case .cut:
                whole.append("\u{FFFD}")
                offset = bytes.count
            }
        }
        #expect(whole == Array(String(decoding: bytes, as: UTF8.self).unicodeScalars))
    }

    @Test(arguments: samples) func `A text that arrives byte by byte is read as one that is there`(
        bytes: [UInt8]
    ) {
        var reader = UTF8Reader()
        var read: [Unicode.Scalar] = []
        for byte in bytes {
            var outcome = reader.read(byte)
            if case .brokenBefore = outcome {
                read.append("\u{FFFD}")
                outcome = reader.read(byte)
            }
            switch outcome {
            case .scalar(let value): read.append(Unicode.Scalar(value) ?? "\u{FFFD}")
            case .broken, .brokenBefore: read.append("\u{FFFD}")
            case .more: #expect(reader.isUnfinished && reader.pending > 0)
            }
        }
        if reader.isUnfinished { read.append("\u{FFFD}") }
        #expect(read == Array(String(decoding: bytes, as: UTF8.self).unicodeScalars))
    }

    @Test func `Every code point is written as it is read`() {
        for value in stride(from: UInt32(0), through: 0x10FFFF, by: 37) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            var bytes: [UInt8] = []
            bytes.append(scalar)
            let (read, length) = bytes.span.scalar(at: 0)
            #expect(read == scalar && length == bytes.count)
        }
    }
}
