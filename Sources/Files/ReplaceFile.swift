/// Puts `contents` in the place of the file at `path`, whole or not at all.
///
/// The bytes are written to a new file in the same folder, synced to the disk and renamed over `path`.
/// A crash at any moment leaves either the old file or the new one. ``FileReplacement`` explains the rest, and does the
/// same for contents that come piece by piece.
///
///     try replaceFile(at: "notes.txt", with: Array("mưa".utf8))
///
/// - Parameters:
///   - path: The file, or a symbolic link to it; it need not exist.
///   - contents: All of its bytes.
///   - keepingLinks: Whether other names of the file have the new contents too.
///   - mode: The permissions of a file that is made, which the umask may reduce.
/// - Throws: ``FileError`` with the operation `write`; the old file is then untouched.
public func replaceFile(
    at path: String, with contents: [UInt8], keepingLinks: Bool = true, mode: UInt32 = 0o644
) throws(FileError) {
    let file = try FileReplacement(of: path, keepingLinks: keepingLinks, mode: mode)
    try file.write(contents)
    try file.commit()
}
