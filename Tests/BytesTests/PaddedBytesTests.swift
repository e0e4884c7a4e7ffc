import Bytes
import Testing

/// Reading very many numbers, and putting keys together.
struct PaddedBytesTests {
    private static let bytes = (0..<40).map { UInt8($0 + 1) }

    @Test(arguments: [
        (-1, 0, 0, 0), (0, 1, 0x0201, 0x0807_0605_0403_0201), (5, 6, 0x0706, 0x0D0C_0B0A_0908_0706),
        (23, 24, 0x1918, 0x1F1E_1D1C_1B1A_1918), (24, 0, 0, 0), (40, 0, 0, 0), (.max, 0, 0, 0),
        (.min, 0, 0, 0),
    ])
    func `What lies in the padding or outside reads as zero`(
        offset: Int, byte: UInt8, pair: UInt16, word: UInt64
    ) {
        Bytes(Self.bytes).withPadded { padded in
            #expect(padded.count == 24)
            #expect(padded.byte(at: offset) == byte)
            #expect(padded.u16(at: offset) == pair)
            #expect(padded.u32(at: offset) == UInt32(truncatingIfNeeded: word))
            #expect(padded.u64(at: offset) == word)
        }
    }

    @Test(arguments: [0, 1, 7, 12, 13, 14, 16, 40, 97, 104, 105, 1000])
    func `Numbers below another are counted as one by one`(count: Int) {
        let numbers = (0..<count).map { UInt64($0 / 3) << 60 &+ UInt64($0) * 5 }.sorted()
        var writer = ByteWriter()
        writer.u32(0)
        for number in numbers { writer.u64(number) }
        for _ in 0..<PaddedBytes.padding { writer.u8(0) }
        Bytes(writer.bytes).withPadded { padded in
            for number in numbers.flatMap({ [$0 &- 1, $0, $0 &+ 1] }) + [0, .max] {
                let wanted = numbers.count { $0 < number }
                #expect(padded.numbers(below: number, at: 4, count: count) == wanted)
            }
            #expect(padded.numbers(below: 7, at: 4, count: count + 1) == 0)
            #expect(padded.numbers(below: 7, at: -4, count: count) == 0)
        }
    }

    @Test func `A key is put together from numbers, other keys and bytes, however long it gets`() {
        let source = (0..<700).map { UInt8(truncatingIfNeeded: $0 * 7) }
        Bytes(source).withPadded { padded in
            KeyBuffer.withScratch { buffer in
                var buffer = buffer
                buffer.append(0x63_62_61, length: 2)
                #expect(buffer.array() == [0x61, 0x62])
                buffer.append(padded, at: 3, length: 650)
                #expect(buffer.array() == [0x61, 0x62] + source[3..<653])
                buffer.truncate(to: 5)
                buffer.append(padded, at: 680, length: 9)
                buffer.append(padded, at: 690, length: 9)
                // What lies outside of the readable bytes is not there; a string that begins inside is.
                #expect(buffer.array() == [0x61, 0x62] + source[3..<6] + source[680..<689])
                var other = KeyBuffer()
                other.set(to: buffer)
                other.append(1, length: 1)
                #expect(other.array() == buffer.array() + [1])
                #expect(other.sharedLength(buffer) == buffer.count)
            }
        }
    }
}
