import Testing

@testable import Bytes

/// Numbers of a file that count or point into it; the damaged files of `make check-pure` are read where `Int` has 32 bits.
struct FileNumberTests {
    @Test(arguments: [0, 1, 0xFF, 0x1_0000, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFF] as [UInt32])
    func `A number is itself where Int has 64 bits`(number: UInt32) throws {
        try #require(Int.bitWidth == 64)
        var writer = ByteWriter()
        writer.u8(0)
        writer.u32(number)
        writer.append([UInt8](repeating: 0, count: PaddedBytes.padding))
        let bytes = Bytes(writer.bytes)
        #expect(bytes.int(at: 1) == Int(number))
        #expect(bytes.withPadded { $0.int(at: 1) } == Int(number))
        #expect(Int(fileNumber: UInt64(number) << 3) == Int(number) << 3)
    }

    @Test(arguments: [-1, 2, 3, 5, Int.max, Int.min]) func `What lies outside is 0`(offset: Int) {
        #expect(Bytes([1, 1, 1, 1, 1]).int(at: offset) == 0)
    }
}
