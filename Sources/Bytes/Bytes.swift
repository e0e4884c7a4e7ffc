/// A window onto bytes that something keeps in memory, read in place: a mapped file, or an array.
///
/// Every read is checked against the window: what lies outside reads as zero or as nothing, so a file
/// that lies about its own offsets can give wrong text but never a trap.
///
///     let header = Bytes([0x89, 0x43, 0x48, 0x55]).slice(0, 8)
///     header[0]          // the first byte, or 0 when there is none
///     header.u32(at: 4)  // little-endian, at any alignment
///
/// - Complexity: O(1) for every read and slice. Copying the value retains the owner.
@safe
public struct Bytes: @unchecked Sendable {
    // Safe to share: the memory is never written once it is lent, and `owner` keeps it where it is.
    @usableFromInline let owner: AnyObject
    @usableFromInline let base: UnsafeRawPointer

    /// How many bytes the window spans.
    public let count: Int

    /// A window onto `count` bytes from `base` on.
    ///
    /// - Parameter owner: What keeps the bytes, unchanged, as long as it lives.
    @unsafe @inlinable
    package init(owner: AnyObject, base: UnsafeRawPointer, count: Int) {
        self.owner = owner
        unsafe self.base = base
        self.count = count
    }

    /// A window onto a copy of `bytes`.
    ///
    ///     let container = try Container(Bytes(writer.finish()), kind: .keymap, version: 2)
    ///
    /// - Complexity: O(*bytes*).
    public init(_ bytes: [UInt8]) {
        let memory = Memory(bytes)
        unsafe self.init(owner: memory, base: memory.base, count: bytes.count)
    }

    /// The byte at `offset`, or 0 outside the window.
    @inlinable
    public subscript(offset: Int) -> UInt8 {
        // One comparison of unsigned numbers does for both ends.
        guard UInt(bitPattern: offset) < UInt(bitPattern: count) else { return 0 }
        return unsafe base.load(fromByteOffset: offset, as: UInt8.self)
    }

    /// The little-endian 16-bit number at the byte `offset`, or 0 when it is not wholly inside.
    @inlinable
    public func u16(at offset: Int) -> UInt16 {
        guard count >= 2, UInt(bitPattern: offset) <= UInt(bitPattern: count &- 2) else { return 0 }
        return unsafe UInt16(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt16.self))
    }

    /// The little-endian 32-bit number at the byte `offset`, or 0 when it is not wholly inside.
    @inlinable
    public func u32(at offset: Int) -> UInt32 {
        guard count >= 4, UInt(bitPattern: offset) <= UInt(bitPattern: count &- 4) else { return 0 }
        return unsafe UInt32(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }

    /// The little-endian 64-bit number at the byte `offset`, or 0 when it is not wholly inside.
    @inlinable
    public func u64(at offset: Int) -> UInt64 {
        guard count >= 8, UInt(bitPattern: offset) <= UInt(bitPattern: count &- 8) else { return 0 }
        return unsafe UInt64(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    /// The part of the window that starts at `offset` and spans `length` bytes, cut off at its end.
    ///
    /// - Returns: An empty window when `offset` or `length` is negative or `offset` is past the end.
    @inlinable
    public func slice(_ offset: Int, _ length: Int) -> Bytes {
        guard offset >= 0, length > 0, offset < count else {
            return unsafe Bytes(owner: owner, base: base, count: 0)
        }
        return unsafe Bytes(owner: owner, base: base + offset, count: min(length, count - offset))
    }

    /// The text of `length` bytes of UTF-8 at `offset`; ill-formed bytes become U+FFFD.
    ///
    /// - Complexity: O(*length*).
    @inlinable
    public func text(_ offset: Int, _ length: Int) -> String {
        unsafe slice(offset, length).withBuffer { unsafe String(decoding: $0, as: UTF8.self) }
    }

    /// Lends the bytes for the duration of `body`.
    @inlinable
    public func withBuffer<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        unsafe body(UnsafeRawBufferPointer(start: base, count: count))
    }

    /// Lends the bytes for the duration of `body`, as a span that checks its bounds.
    @inlinable
    public func withSpan<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
        unsafe body(UnsafeBufferPointer(start: base.assumingMemoryBound(to: UInt8.self), count: count).span)
    }

    /// The bytes copied out.
    public func array() -> [UInt8] {
        unsafe withBuffer { unsafe [UInt8]($0) }
    }
}

/// Memory that holds a copy of bytes, at a place that is a multiple of 8.
@safe
private final class Memory {
    // Safe: written by `init` alone, and given back by `deinit`.
    let base: UnsafeRawPointer

    init(_ bytes: [UInt8]) {
        let memory = UnsafeMutableRawPointer.allocate(byteCount: max(bytes.count, 8), alignment: 8)
        unsafe bytes.withUnsafeBytes { source in
            if let start = source.baseAddress {
                unsafe memory.copyMemory(from: start, byteCount: source.count)
            }
        }
        unsafe base = UnsafeRawPointer(memory)
    }

    deinit { unsafe base.deallocate() }
}
