/// Bytes with two tables of 256 numbers in them, which are read at the cost of a load.
///
/// A byte is always a place in such a table, and the tables were found to be inside the window when it was made:
/// nothing is left to check.
///
///     let tabled = TabledBytes(bytes, wordsAt: 24, numbersAt: 24 + 2048)
///     tabled?.word(0xFF)  // the last word of the first table
///
/// - Complexity: O(1) for every read.
@safe
public struct TabledBytes: @unchecked Sendable {
    /// All bytes, the tables among them.
    public let bytes: Bytes
    // Safe: `init` has checked that 256 words and 256 numbers lie behind these, in memory that `bytes` keeps.
    @usableFromInline let words: UnsafeRawPointer
    @usableFromInline let numbers: UnsafeRawPointer

    /// Nil when one of the tables, of 2,048 and 1,024 bytes, does not lie inside of `bytes`.
    public init?(_ bytes: Bytes, wordsAt: Int, numbersAt: Int) {
        guard wordsAt >= 0, wordsAt <= bytes.count - 2048, numbersAt >= 0, numbersAt <= bytes.count - 1024
        else { return nil }
        self.bytes = bytes
        unsafe words = bytes.base + wordsAt
        unsafe numbers = bytes.base + numbersAt
    }

    /// The number of 64 bits at the place `index` of the first table.
    @inlinable @inline(__always)
    public func word(_ index: UInt8) -> UInt64 {
        unsafe UInt64(littleEndian: words.loadUnaligned(fromByteOffset: Int(index) &* 8, as: UInt64.self))
    }

    /// The number of 32 bits at the place `index` of the second table.
    @inlinable @inline(__always)
    public func number(_ index: UInt8) -> UInt32 {
        unsafe UInt32(littleEndian: numbers.loadUnaligned(fromByteOffset: Int(index) &* 4, as: UInt32.self))
    }
}
