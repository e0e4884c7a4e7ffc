extension Int {
    /// The most that a number of a file counts for where `Int` has 32 bits: 64 MiB.
    ///
    /// More than such a machine holds of one file, and so little that sums of a few such numbers, and products with the
    /// size of a row (at most 24 bytes), do not overflow.
    @inlinable static var fileNumberLimit: UInt64 { 1 << 26 }

    /// `number`, which a file gives as a count or as a place in it.
    ///
    ///     Int(fileNumber: 0xFFFF_FFFF)  // itself where Int has 64 bits, and the limit where it has 32
    ///
    /// Every number that is read from a file and used as an `Int` goes through here: what is too large for any file
    /// stays too large, and nothing traps on any width of `Int`.
    @inlinable @inline(__always)
    package init(fileNumber number: UInt64) {
        self.init(
            truncatingIfNeeded: Int.bitWidth == 32 ? Swift.min(number, Int.fileNumberLimit) : number)
    }
}

extension Bytes {
    /// The little-endian 32-bit number at the byte `offset` as a count or a place in a file, or 0 when it is not wholly inside.
    ///
    ///     header.int(at: 12)  // how many rows there are
    ///
    /// Where `Int` has 32 bits, more than 64 MiB counts as 64 MiB, so that what is reckoned with it does not overflow.
    @inlinable @inline(__always)
    public func int(at offset: Int) -> Int { Int(fileNumber: UInt64(u32(at: offset))) }
}

extension PaddedBytes {
    /// As ``Bytes/int(at:)``.
    @inlinable @inline(__always)
    public func int(at offset: Int) -> Int { Int(fileNumber: UInt64(u32(at: offset))) }
}
