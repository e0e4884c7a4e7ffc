extension MutableSpan where Element == UInt8 {
    /// Writes the eight bytes of `word`, the lowest first, to `offset` and the places after it.
    ///
    /// One store and one check of bounds for up to eight bytes of which only the first may count: what follows them is
    /// overwritten by the next one.
    ///
    ///     var bytes = buffer.mutableSpan
    ///     bytes.store(0x6261, at: 0)  // "ab", and six zeros
    ///
    /// - Precondition: All eight places are inside.
    @inlinable @inline(__always)
    public mutating func store(_ word: UInt64, at offset: Int) {
        // Safe: any bytes make a byte, and the store checks its bounds.
        var bytes = unsafe mutableBytes
        bytes.storeBytes(of: word.littleEndian, toByteOffset: offset, as: UInt64.self)
    }
}
