/// Memory in which keys are put together, one after the other, without allocating for each.
///
///     var buffer = KeyBuffer()
///     buffer.append(0x61C3_6E, length: 3)  // three bytes of a number, the lowest first
///     buffer.truncate(to: 1)
///     buffer.withSpan { $0.count }         // 1
///
/// It grows as needed, and bytes are written eight at a time.
@safe
public struct KeyBuffer: ~Copyable {
    // Safe: `base` spans `capacity` bytes, owned or lent by `withScratch`; at least 16 of them lie behind the key.
    @usableFromInline var base: UnsafeMutableRawPointer
    @usableFromInline var capacity = 0
    @usableFromInline var length = 0
    @usableFromInline var isOwned = false

    /// How many bytes the key has.
    @inlinable public var count: Int { length }

    /// An empty buffer, which allocates when it is first written to.
    @inlinable
    public init() {
        // Nothing is read or written there while the capacity is 0.
        unsafe base = UnsafeMutableRawPointer(bitPattern: 64).unsafelyUnwrapped
    }

    @usableFromInline @inline(__always)
    init(lent base: UnsafeMutableRawPointer, capacity: Int) {
        unsafe self.base = base
        self.capacity = capacity
    }

    /// Lends an empty buffer for the duration of `body`, in memory of the stack as long as the key is a short one.
    ///
    ///     KeyBuffer.withScratch { buffer in
    ///         trie.key(at: 7, into: &buffer)
    ///         return buffer.count
    ///     }
    ///
    /// `body` must not let the buffer outlive it.
    @inlinable @inline(__always)
    public static func withScratch<Result>(_ body: (consuming KeyBuffer) -> Result) -> Result {
        unsafe withUnsafeTemporaryAllocation(byteCount: 256, alignment: 8) { memory in
            guard let base = memory.baseAddress else { return body(KeyBuffer()) }
            unsafe base.initializeMemory(as: UInt8.self, repeating: 0, count: 256)
            return body(unsafe KeyBuffer(lent: base, capacity: 256))
        }
    }

    @inlinable
    deinit { if isOwned { unsafe base.deallocate() } }

    /// The byte at `index`, or 0 where there is none.
    @inlinable
    public subscript(index: Int) -> UInt8 {
        @inline(__always)
        get {
            guard UInt(bitPattern: index) < UInt(bitPattern: length) else { return 0 }
            return unsafe base.load(fromByteOffset: index, as: UInt8.self)
        }
    }

    /// Takes bytes away from the end; nothing when there are no more than `count`.
    @inlinable @inline(__always)
    public mutating func truncate(to count: Int) {
        if count < length { length = max(0, count) }
    }

    /// Adds the `count` lowest bytes of `word`, at most 8.
    @inlinable @inline(__always)
    public mutating func append(_ word: UInt64, length count: Int) {
        reserve()
        unsafe base.storeBytes(of: word.littleEndian, toByteOffset: length, as: UInt64.self)
        length &+= min(8, max(0, count))
    }

    /// Adds `count` bytes of `bytes` from `offset` on; those outside are not there.
    @inlinable @inline(__always)
    public mutating func append(_ bytes: PaddedBytes, at offset: Int, length count: Int) {
        var offset = offset
        var left = count
        while left > 0, UInt(bitPattern: offset) < bytes.limit {
            reserve()
            unsafe base.storeBytes(
                of: bytes.base.loadUnaligned(fromByteOffset: offset, as: UInt64.self),
                toByteOffset: length, as: UInt64.self)
            unsafe base.storeBytes(
                of: bytes.base.loadUnaligned(fromByteOffset: offset &+ 8, as: UInt64.self),
                toByteOffset: length &+ 8, as: UInt64.self)
            length &+= min(16, left)
            offset &+= 16
            left &-= 16
        }
    }

    /// Adds all bytes of `span`.
    @inlinable
    public mutating func append(_ span: Span<UInt8>) {
        var offset = 0
        while offset < span.count {
            append(span.word(at: offset), length: span.count &- offset)
            offset &+= 8
        }
    }

    /// Becomes a copy of `other`.
    @inlinable
    public mutating func set(to other: borrowing KeyBuffer) {
        length = 0
        while length < other.length {
            reserve()
            unsafe base.storeBytes(
                of: other.base.loadUnaligned(fromByteOffset: length, as: UInt64.self),
                toByteOffset: length, as: UInt64.self)
            length &+= 8
        }
        length = other.length
    }

    /// How many first bytes are those of `other` too.
    ///
    /// - Complexity: O(*n*), eight bytes at a time.
    @inlinable
    public func sharedLength(_ other: borrowing KeyBuffer) -> Int {
        let most = min(length, other.length)
        var offset = 0
        while offset < most {
            let mine = unsafe base.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            let its = unsafe other.base.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            let difference = UInt64(littleEndian: mine ^ its)
            if difference != 0 { return min(most, offset &+ difference.trailingZeroBitCount &>> 3) }
            offset &+= 8
        }
        return most
    }

    /// Lends the bytes for the duration of `body`.
    @inlinable @inline(__always)
    public borrowing func withSpan<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
        let buffer = unsafe UnsafeBufferPointer(
            start: base.assumingMemoryBound(to: UInt8.self), count: length)
        return unsafe body(buffer.span)
    }

    /// The bytes copied out.
    public borrowing func array() -> [UInt8] {
        unsafe [UInt8](UnsafeRawBufferPointer(start: base, count: length))
    }

    /// Makes room for 16 bytes more, and 16 behind these.
    @inlinable @inline(__always)
    mutating func reserve() {
        if length > capacity &- 40 { grow() }
    }

    @usableFromInline @inline(never)
    mutating func grow() {
        let size = max(256, capacity * 2)
        let larger = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
        unsafe larger.initializeMemory(as: UInt8.self, repeating: 0, count: size)
        if capacity > 0 {
            unsafe larger.copyMemory(from: base, byteCount: capacity)
        }
        if isOwned { unsafe base.deallocate() }
        unsafe base = larger
        capacity = size
        isOwned = true
    }
}
