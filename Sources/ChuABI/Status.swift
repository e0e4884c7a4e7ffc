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

/// Does `body`, and writes the message that it leaves to `memory` of `size` bytes: of a refusal without one the sentence of
/// its status, and "" when nothing was wrong.
func reporting(
    to memory: UnsafeMutablePointer<CChar>?, size: Int, _ body: (inout String?) throws(Refusal) -> Void
) throws(Refusal) {
    var message: String?
    do throws(Refusal) {
        try body(&message)
        unsafe write(message ?? "", to: memory, size: size)
    } catch {
        unsafe write(message ?? sentence(error.status), to: memory, size: size)
        throw error
    }
}

private func sentence(_ status: Int32) -> String {
    guard let text = unsafe chu_strerror(status) else { return "" }
    return unsafe String(cString: text)
}

/// Writes as many whole characters of `text` as fit, and a NUL.
private func write(_ text: String, to memory: UnsafeMutablePointer<CChar>?, size: Int) {
    guard let memory = unsafe memory, size > 0 else { return }
    var end = 0
    for scalar in text.unicodeScalars {
        let bytes = scalar.utf8
        guard bytes.count < size - end else { break }
        for byte in bytes {
            unsafe memory[end] = CChar(bitPattern: byte)
            end += 1
        }
    }
    unsafe memory[end] = 0
}

/// The version of the interface.
@c @implementation
public func chu_abi_version() -> UInt32 {
    UInt32(truncatingIfNeeded: CHU_ABI_MAJOR) << 16 | UInt32(truncatingIfNeeded: CHU_ABI_MINOR)
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
