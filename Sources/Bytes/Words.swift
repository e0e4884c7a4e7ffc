extension Bytes {
    /// The 8 bytes at `offset` as a little-endian number; those outside the window are 0.
    ///
    ///     bytes.word(at: 4) & 0xFFFF  // the bytes 4 and 5
    ///
    /// - Complexity: O(1).
    @inlinable @inline(__always)
    public func word(at offset: Int) -> UInt64 {
        guard count >= 8, UInt(bitPattern: offset) <= UInt(bitPattern: count &- 8) else {
            return edgeWord(at: offset)
        }
        return unsafe UInt64(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    @usableFromInline @inline(never)
    func edgeWord(at offset: Int) -> UInt64 {
        guard offset > -8, offset < count else { return 0 }
        var word: UInt64 = 0
        for index in 0..<8 {
            word |= UInt64(self[offset &+ index]) &<< UInt64(index &* 8)
        }
        return word
    }
}

extension Span where Element == UInt8 {
    /// The 8 bytes at `offset` as a little-endian number; those behind the end are 0.
    ///
    ///     Array("nước".utf8).span.word(at: 0) & 0xFF  // 0x6E, the letter n
    ///
    /// - Parameter offset: A place in the span, or its end.
    /// - Complexity: O(1).
    @inlinable @inline(__always)
    public func word(at offset: Int) -> UInt64 {
        guard offset >= 0, offset < count else { return 0 }
        guard count >= 8 else { return shortWord() &>> UInt64(offset &* 8) }
        // Near the end, the last eight bytes moved down.
        let start = Swift.min(offset, count &- 8)
        let word = unsafe withUnsafeBytes {
            unsafe UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: start, as: UInt64.self))
        }
        return word &>> UInt64((offset &- start) &* 8)
    }

    /// All of less than eight bytes, which two loads that overlap give.
    @inlinable @inline(__always)
    func shortWord() -> UInt64 {
        unsafe withUnsafeBytes { bytes in
            if count >= 4 {
                let low = unsafe bytes.loadUnaligned(fromByteOffset: 0, as: UInt32.self)
                let high = unsafe bytes.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)
                return UInt64(UInt32(littleEndian: low))
                    | UInt64(UInt32(littleEndian: high)) &<< UInt64((count &- 4) &* 8)
            }
            guard count > 0 else { return 0 }
            // One to three bytes: the first, the middle and the last one.
            let middle = count &>> 1
            return unsafe UInt64(bytes[0]) | UInt64(bytes[middle]) &<< UInt64(middle &* 8)
                | UInt64(bytes[count &- 1]) &<< UInt64((count &- 1) &* 8)
        }
    }
}
