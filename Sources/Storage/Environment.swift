#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The value of the environment variable `name`, or nil when there is none.
///
///     environmentVariable("LANG")  // "vi_VN.UTF-8"
///
/// Bytes that are not UTF-8 become U+FFFD.
///
/// - Complexity: O(*bytes of the environment*); nothing but the value is copied.
public func environmentVariable(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
}
