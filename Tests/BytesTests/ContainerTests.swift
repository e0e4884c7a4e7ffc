import Bytes
import Testing

struct ContainerTests {
    static let file: [UInt8] = {
        var writer = ContainerWriter(kind: .keymap, version: 3)
        writer.add(1, Array("mưa".utf8))
        writer.add(7, [])
        writer.add(9, [1, 2, 3, 4, 5, 6, 7, 8, 9])
        return writer.finish()
    }()

    @Test func `A section comes back as it was written`() throws {
        let container = try Container(Bytes(Self.file), kind: .keymap, version: 3)
        try container.verifyBody()
        #expect(container.section(1).text(0, 4) == "mưa")
        #expect(container.section(7).count == 0)
        #expect(container.section(9).array() == [1, 2, 3, 4, 5, 6, 7, 8, 9])
        #expect(container.section(2).count == 0)
    }

    @Test func `A file cut short at any byte is refused`() {
        for length in 0..<Self.file.count {
            #expect(throws: ContainerError.self) {
                try Container(Bytes(Array(Self.file[..<length])), kind: .keymap, version: 3)
            }
        }
    }

    @Test func `Any changed byte is noticed`() {
        for index in Self.file.indices {
            var changed = Self.file
            changed[index] ^= 0x41
            #expect(throws: ContainerError.self, "byte \(index)") {
                try Container(Bytes(changed), kind: .keymap, version: 3).verifyBody()
            }
        }
    }

    @Test func `The error names what does not fit`() {
        #expect(throws: ContainerError.wrongKind(expected: .lexicon)) {
            try Container(Bytes(Self.file), kind: .lexicon, version: 3)
        }
        #expect(throws: ContainerError.wrongVersion(found: 3, supported: 4)) {
            try Container(Bytes(Self.file), kind: .keymap, version: 4)
        }
        #expect(throws: ContainerError.notCompiled) {
            try Container(Bytes(Array("language vi".utf8)), kind: .keymap, version: 3)
        }
    }

    @Test func `Reads outside a window give zero or nothing`() {
        let bytes = Bytes([1, 2, 3])
        #expect(bytes[3] == 0 && bytes[-1] == 0)
        #expect(bytes.u16(at: 2) == 0 && bytes.u32(at: 0) == 0 && bytes.u64(at: .max) == 0)
        #expect(bytes.slice(1, .max).count == 2)
        #expect(bytes.slice(-1, 2).count == 0 && bytes.slice(9, 2).count == 0)
    }
}
