/// Puts `contents` in the place of the file at `path`, whole or not at all.
///
/// The bytes are written to a new file in the same folder, synced to the disk and renamed over `path`.
/// A crash at any moment leaves either the old file or the new one. ``FileReplacement`` explains the rest, and does the
/// same for contents that come piece by piece.
///
///     try replaceFile(at: "notes.txt", with: Array("mưa".utf8))
///
/// - Throws: ``FileError`` with the operation `write`; the old file is then untouched.
public func replaceFile(at path: String, with contents: [UInt8]) throws(FileError) {
    let file = try FileReplacement(of: path)
    try file.write(contents)
    try file.commit()
}
