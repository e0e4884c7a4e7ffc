/// ``Bytes`` lent for very many reads, each of which is checked by one comparison.
///
///     bytes.withPadded { padded in
///         padded.u16(at: 4)   // the bytes 4 and 5
///         padded.u64(at: -1)  // 0
///     }
///
/// The last ``padding`` bytes are not read for themselves, so whoever writes such bytes ends them with as many zeros.
/// What begins there or outside reads as zero. It has no owner that would be counted, and stays in registers.
@safe
public struct PaddedBytes {
    // Safe: it exists only while its bytes are lent, and from every offset below `limit` on 16 bytes lie inside.
    @usableFromInline let base: UnsafeRawPointer
    @usableFromInline let limit: UInt

    /// How many bytes at the end are only there so that those before them may be read many at a time.
    public static var padding: Int { 16 }

    /// How many bytes may be read.
    @inlinable public var count: Int { Int(bitPattern: limit) }

    @inlinable @inline(__always)
    init(_ bytes: Bytes) {
        unsafe base = bytes.base
        limit = UInt(bitPattern: max(0, bytes.count &- PaddedBytes.padding))
    }

    /// The byte at `offset`, or 0 outside.
    @inlinable @inline(__always)
    public func byte(at offset: Int) -> UInt8 {
        guard UInt(bitPattern: offset) < limit else { return 0 }
        return unsafe base.load(fromByteOffset: offset, as: UInt8.self)
    }

    /// The little-endian 16-bit number at `offset`, or 0 outside.
    @inlinable @inline(__always)
    public func u16(at offset: Int) -> UInt16 {
        guard UInt(bitPattern: offset) < limit else { return 0 }
        return unsafe UInt16(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt16.self))
    }

    /// The little-endian 32-bit number at `offset`, or 0 outside.
    @inlinable @inline(__always)
    public func u32(at offset: Int) -> UInt32 {
        guard UInt(bitPattern: offset) < limit else { return 0 }
        return unsafe UInt32(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }

    /// The little-endian 64-bit number at `offset`, or 0 outside.
    @inlinable @inline(__always)
    public func u64(at offset: Int) -> UInt64 {
        guard UInt(bitPattern: offset) < limit else { return 0 }
        return unsafe UInt64(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    /// How many of the ascending 64-bit numbers from `offset` on are below `number`; of `count` of them at most, and
    /// none when they are not all inside.
    ///
    /// - Complexity: O(log *count*), without a branch that depends on the numbers: seven of them are compared at a time, which
    ///   waits for memory a third as often as halving does.
    @inlinable @inline(__always)
    public func numbers(below number: UInt64, at offset: Int, count numbers: Int) -> Int {
        guard offset >= 0, numbers > 0, numbers <= (count &- offset) &>> 3 else { return 0 }
        var low = offset
        var left = numbers
        while left > 12 {
            let step = left &>> 3
            var at = low &- 8
            var below = 0
            for _ in 0..<7 {
                at &+= step &* 8
                below &+= isBelow(number, at: at)
            }
            low &+= below &* step &* 8
            // Some more than the step, so that all parts are as long as the last one.
            left &-= 7 &* step
        }
        var below = 0
        var at = low
        for _ in 0..<left {
            below &+= isBelow(number, at: at)
            at &+= 8
        }
        return (low &- offset) &>> 3 &+ below
    }

    /// 1 where the number at an offset that is known to be inside is below `number`, or 0.
    @inlinable @inline(__always)
    func isBelow(_ number: UInt64, at offset: Int) -> Int {
        let found = unsafe UInt64(
            littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        return found < number ? 1 : 0
    }
}

extension Bytes {
    /// Lends the bytes for the duration of `body`.
    @inlinable @inline(__always)
    public func withPadded<Result>(_ body: (PaddedBytes) -> Result) -> Result {
        withExtendedLifetime(self) { body(PaddedBytes(self)) }
    }
}
