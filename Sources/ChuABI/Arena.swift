import CChu

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Memory for results lent to C: given out piece by piece, taken back all at once.
///
/// The pieces never move. Nothing in them needs to be deinitialised: they hold C structs and text.
@safe
struct Arena {
    /// What stands at the beginning of each block.
    @safe
    private struct Block {
        var previous: UnsafeMutableRawPointer?
    }

    // Safe: only `allocate` gives out memory, always inside the block it has just made room in.
    private var block: UnsafeMutableRawPointer?
    private var used = 0
    private var capacity = 0

    /// Room for `count` values of a C struct or pointer, uninitialised.
    mutating func allocate<Value: BitwiseCopyable>(
        _ type: Value.Type, count: Int
    ) throws(Refusal) -> UnsafeMutablePointer<Value> {
        let (size, overflow) = count.multipliedReportingOverflow(by: MemoryLayout<Value>.stride)
        guard count >= 0, !overflow, size < Int(Int32.max) else { throw .limit }
        // Every piece starts where any C type may stand.
        let length = (size + 15) & ~15
        if unsafe block == nil || length > capacity - used { try addBlock(length) }
        guard let block = unsafe block else { throw .memory }
        let memory = unsafe block + used
        used += length
        return unsafe memory.bindMemory(to: Value.self, capacity: max(count, 1))
    }

    /// A copy of `bytes`, with a NUL after them.
    mutating func copy(_ bytes: UnsafeBufferPointer<UInt8>) throws(Refusal) -> chu_text {
        let memory = unsafe try allocate(CChar.self, count: bytes.count + 1)
        if let start = bytes.baseAddress {
            unsafe UnsafeMutableRawPointer(memory).copyMemory(from: start, byteCount: bytes.count)
        }
        unsafe memory[bytes.count] = 0
        return unsafe chu_text(utf8: memory, size: bytes.count)
    }

    /// A copy of `text`, with a NUL after it.
    mutating func copy(_ text: String) throws(Refusal) -> chu_text {
        var text = text
        var failure: Refusal?
        let copied: chu_text? = text.withUTF8 { bytes in
            do throws(Refusal) {
                return unsafe try copy(bytes)
            } catch {
                failure = error
                return nil
            }
        }
        guard let copied = unsafe copied else { throw failure ?? .memory }
        return unsafe copied
    }

    /// A value in the arena that stays where it is.
    mutating func place<Value: BitwiseCopyable>(_ value: Value) throws(Refusal) -> UnsafeMutablePointer<Value>
    {
        let memory = unsafe try allocate(Value.self, count: 1)
        unsafe memory.initialize(to: value)
        return unsafe memory
    }

    /// Takes everything back.
    mutating func removeAll() {
        while let last = unsafe block {
            unsafe block = last.assumingMemoryBound(to: Block.self).pointee.previous
            unsafe free(last)
        }
        used = 0
        capacity = 0
    }

    private mutating func addBlock(_ length: Int) throws(Refusal) {
        let size = max(1024, length + 16)
        guard let memory = unsafe malloc(size) else { throw .memory }
        unsafe memory.initializeMemory(as: Block.self, to: Block(previous: block))
        unsafe block = memory
        used = 16
        capacity = size
    }
}
