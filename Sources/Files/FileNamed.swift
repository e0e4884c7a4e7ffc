#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The path that `path` leads to once every symbolic link at its end is followed, whether or not there is a file.
///
///     try fileNamed(by: "link")  // "notes/thư.txt", which the link names and which need not exist
///
/// - Throws: ``FileError`` with the operation `write` when the links lead round in a circle.
package func fileNamed(by path: String) throws(FileError) -> String {
    if let real = unsafe realpath(path, nil) {
        defer { unsafe free(real) }
        return unsafe String(cString: real)
    }
    // Something is missing: perhaps only the file that the last link names.
    var place = path
    for _ in 0..<40 {
        guard let next = destination(ofLink: place) else { return place }
        place = next.hasPrefix("/") ? next : Path.join(Path.parent(of: place), next)
    }
    throw FileError(.write, path, ELOOP)
}
