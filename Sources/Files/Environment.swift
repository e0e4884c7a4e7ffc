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

/// The value of the environment variable `name`, unless it is missing or empty.
package func givenVariable(_ name: String) -> String? {
    guard let value = environmentVariable(name), !value.isEmpty else { return nil }
    return value
}

/// Gives the environment variable `name` a value for the programs started from here, unless it has one.
///
/// Nothing else may ask for a variable at the same time.
public func setEnvironmentVariable(_ name: String, unlessSet value: String) {
    unsafe setenv(name, value, 0)
}

/// Whether the shell would find a program called `name`: a path, or a name in one of the folders of `PATH`.
///
///     isProgram("less")  // true where it is installed
///
/// - Complexity: One question to the system for each folder of `PATH`.
public func isProgram(_ name: String) -> Bool {
    guard !name.isEmpty else { return false }
    if name.contains("/") { return unsafe access(name, X_OK) == 0 }
    let folders = (environmentVariable("PATH") ?? "/usr/bin:/bin").split(separator: ":")
    return folders.contains { unsafe access("\($0)/\(name)", X_OK) == 0 }
}
