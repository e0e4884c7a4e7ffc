/// The checksum of compiled files: 64 bits over 8 bytes at a time.
///
/// Each step is a bijection of the state for a given word and of the word for a given state, so a change in
/// any one word always changes the result. It guards against damage, not against forgery.
struct Checksum {
    private(set) var value: UInt64 = 0x9E37_79B9_7F4A_7C15

    mutating func add(_ bytes: Bytes) {
        var offset = 0
        let whole = bytes.count & ~7
        while offset < whole {
            step(bytes.u64(at: offset))
            offset += 8
        }
        var tail: UInt64 = 0
        while offset < bytes.count {
            tail = tail << 8 | UInt64(bytes[offset])
            offset += 1
        }
        step(tail)
        step(UInt64(bytes.count))
    }

    /// Adds bytes that are not mapped.
    mutating func add(_ bytes: ArraySlice<UInt8>) {
        unsafe bytes.withUnsafeBytes { buffer in
            var offset = 0
            let whole = buffer.count & ~7
            while offset < whole {
                step(
                    UInt64(
                        littleEndian: unsafe buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
                offset += 8
            }
            var tail: UInt64 = 0
            while offset < buffer.count {
                tail = unsafe tail << 8 | UInt64(buffer[offset])
                offset += 1
            }
            step(tail)
            step(UInt64(buffer.count))
        }
    }

    private mutating func step(_ word: UInt64) {
        let mixed = (value ^ word) &* 0x9FB2_1C65_1E98_DF25
        value = mixed << 29 | mixed >> 35
    }
}
