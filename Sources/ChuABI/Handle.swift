#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// What lies behind a handle: it begins with a mark that says of which kind it is.
protocol Frame {
    /// The mark of this kind.
    static var mark: UInt64 { get }
    /// Frees what the frame has allocated by itself.
    mutating func releaseMemory()
}

extension Frame {
    mutating func releaseMemory() {}
}

/// A handle as C holds it, and the frame it leads to.
@safe
enum Handle {
    // Safe as far as C allows: a pointer that is not a handle is refused unless its memory cannot even be read.

    /// The frame behind `handle`, or nil when it is NULL, was freed, or is of another kind.
    @inline(__always)
    static func frame<Value: Frame>(_ handle: OpaquePointer?, _ type: Value.Type) -> UnsafeMutablePointer<
        Value
    >? {
        guard let handle = unsafe UnsafeRawPointer(handle), UInt(bitPattern: handle) & 15 == 0,
            unsafe handle.load(as: UInt64.self) == Value.mark
        else { return nil }
        return unsafe UnsafeMutableRawPointer(mutating: handle).assumingMemoryBound(to: Value.self)
    }

    /// The frame behind `handle`, which is refused when it is none of that kind.
    @inline(__always)
    static func taken<Value: Frame>(
        _ handle: OpaquePointer?, _ type: Value.Type
    ) throws(Refusal) -> UnsafeMutablePointer<Value> {
        guard let frame = unsafe frame(handle, type) else { throw .argument }
        return unsafe frame
    }

    /// The frame behind `handle`, which may be NULL but of no other kind.
    static func takenIfAny<Value: Frame>(
        _ handle: OpaquePointer?, _ type: Value.Type
    ) throws(Refusal) -> UnsafeMutablePointer<Value>? {
        unsafe handle == nil ? nil : try taken(handle, type)
    }

    /// Puts `value` where it stays until ``end(_:_:)``.
    static func make<Value: Frame>(_ value: consuming Value) throws(Refusal) -> OpaquePointer {
        guard let memory = unsafe malloc(MemoryLayout<Value>.stride) else {
            value.releaseMemory()
            throw .memory
        }
        return unsafe OpaquePointer(memory.initializeMemory(as: Value.self, to: value))
    }

    /// Ends the frame behind `handle`, if there is one: the handle is refused from now on, as long as its memory is not
    /// used again.
    static func end<Value: Frame>(_ handle: OpaquePointer?, _ type: Value.Type) {
        guard let frame = unsafe frame(handle, type) else { return }
        unsafe frame.pointee.releaseMemory()
        unsafe frame.deinitialize(count: 1)
        unsafe explicit_bzero(frame, MemoryLayout<UInt64>.size)
        unsafe free(frame)
    }
}
