import CChu

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The struct at `pointer`, when it is there, is where such a struct may be, and is as large as it says it must be.
///
/// Only structs that callers fill in come here, and each of those has the size that it began with; structs that are given
/// out have grown. Once one of the former grows, what lies past the caller's `struct_size` is to be taken as 0 here.
@inline(__always)
func taken<Value>(_ pointer: UnsafePointer<Value>?) throws(Refusal) -> Value {
    guard let pointer = unsafe pointer, unsafe isWhole(pointer) else { throw .argument }
    return unsafe pointer.pointee
}

/// Whether the struct at `pointer` is where such a struct may be, and is as large as it says it must be.
@inline(__always)
func isWhole<Value>(_ pointer: UnsafePointer<Value>) -> Bool {
    unsafe isAligned(UnsafeRawPointer(pointer), Value.self)
        && UnsafeRawPointer(pointer).load(as: UInt32.self) >= UInt32(MemoryLayout<Value>.size)
}

/// Whether a `Value` may stand at `address`.
@inline(__always)
func isAligned<Value>(_ address: UnsafeRawPointer, _ type: Value.Type) -> Bool {
    UInt(bitPattern: address) & UInt(MemoryLayout<Value>.alignment - 1) == 0
}

/// A place for a result, made NULL at once.
@inline(__always)
func place<Value>(
    _ pointer: UnsafeMutablePointer<UnsafePointer<Value>?>?
) -> UnsafeMutablePointer<UnsafePointer<Value>?>? {
    guard let pointer = unsafe pointer, unsafe isAligned(UnsafeRawPointer(pointer), UnsafeRawPointer.self)
    else {
        return nil
    }
    unsafe pointer.pointee = nil
    return unsafe pointer
}

/// A place for a text, made empty at once.
func textPlace(_ pointer: UnsafeMutablePointer<chu_text>?) throws(Refusal) -> UnsafeMutablePointer<chu_text> {
    guard let pointer = unsafe pointer, unsafe isAligned(UnsafeRawPointer(pointer), chu_text.self) else {
        throw .argument
    }
    unsafe pointer.pointee = nothing
    return unsafe pointer
}

/// No text.
var nothing: chu_text { unsafe chu_text(utf8: lasting(""), size: 0) }

/// A place for a handle, made NULL at once.
func place(_ pointer: UnsafeMutablePointer<OpaquePointer?>?) -> UnsafeMutablePointer<OpaquePointer?>? {
    guard let pointer = unsafe pointer, unsafe isAligned(UnsafeRawPointer(pointer), OpaquePointer.self) else {
        return nil
    }
    unsafe pointer.pointee = nil
    return unsafe pointer
}

/// The text that ends with a NUL at `pointer`, of at most `limit` bytes.
func text(_ pointer: UnsafePointer<CChar>?, limit: Int) throws(Refusal) -> String {
    guard let pointer = unsafe pointer else { throw .argument }
    let size = unsafe strnlen(pointer, limit + 1)
    return unsafe try text(pointer, size: size, limit: limit)
}

/// The text of `size` bytes at `pointer`.
func text(_ pointer: UnsafePointer<CChar>?, size: Int, limit: Int) throws(Refusal) -> String {
    guard let pointer = unsafe pointer else { throw .argument }
    guard size >= 0, size <= limit else { throw .limit }
    let bytes = unsafe UnsafeRawBufferPointer(start: pointer, count: size)
    guard let text = unsafe String(validating: bytes, as: UTF8.self) else { throw .data }
    return text
}
