import CChu

/// The numbers of `chu.h` that say how a call went.
enum Status {
    static var ok: Int32 { Int32(truncatingIfNeeded: CHU_STATUS_OK) }
    static var argument: Int32 { Int32(truncatingIfNeeded: CHU_STATUS_ARGUMENT) }
    static var memory: Int32 { Int32(truncatingIfNeeded: CHU_STATUS_MEMORY) }
    static var io: Int32 { Int32(truncatingIfNeeded: CHU_STATUS_IO) }
    static var data: Int32 { Int32(truncatingIfNeeded: CHU_STATUS_DATA) }
    static var version: Int32 { Int32(truncatingIfNeeded: CHU_STATUS_VERSION) }
    static var state: Int32 { Int32(truncatingIfNeeded: CHU_STATUS_STATE) }
    static var limit: Int32 { Int32(truncatingIfNeeded: CHU_STATUS_LIMIT) }
}

/// A call refused, with the status that the caller gets.
struct Refusal: Error {
    var status: Int32

    static var argument: Refusal { Refusal(status: Status.argument) }
    static var memory: Refusal { Refusal(status: Status.memory) }
    static var data: Refusal { Refusal(status: Status.data) }
    static var limit: Refusal { Refusal(status: Status.limit) }
}

/// The status of `body`: OK, or that of its refusal.
@inline(__always)
func answer(_ body: () throws(Refusal) -> Void) -> Int32 {
    do throws(Refusal) {
        try body()
        return Status.ok
    } catch {
        return error.status
    }
}

/// The version of the interface.
@c @implementation
public func chu_abi_version() -> UInt32 {
    UInt32(truncatingIfNeeded: CHU_ABI_MAJOR) << 16 | UInt32(truncatingIfNeeded: CHU_ABI_MINOR)
}

/// The version of Chữ.
@c @implementation
public func chu_version() -> UnsafePointer<CChar>! {
    unsafe lasting("0.1.0")
}

/// A sentence for a status.
@c @implementation
public func chu_strerror(_ status: Int32) -> UnsafePointer<CChar>! {
    switch status {
    case Status.ok: unsafe lasting("no error")
    case Status.argument:
        unsafe lasting("an argument is missing, out of range, or not the handle that is expected")
    case Status.memory: unsafe lasting("out of memory")
    case Status.io: unsafe lasting("a file cannot be opened or read")
    case Status.data: unsafe lasting("a file is not a compiled one or is damaged, or text is not UTF-8")
    case Status.version: unsafe lasting("a file was compiled for another version; compile its source again")
    case Status.state: unsafe lasting("not possible now: commit or reset first, or find candidates again")
    case Status.limit: unsafe lasting("more than can be handled")
    default: unsafe lasting("unknown status")
    }
}

/// The text of a literal, which lies in the library for good and ends with a NUL.
func lasting(_ text: StaticString) -> UnsafePointer<CChar> {
    unsafe UnsafeRawPointer(text.utf8Start).assumingMemoryBound(to: CChar.self)
}
