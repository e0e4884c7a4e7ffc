/// Finishes what a process that was ended by force began to write in the place of the file at `path`.
///
///     finishReplacement(of: "thư.txt")
///     let bytes = try MappedFile(path: "thư.txt").bytes
///
/// A file with other names is not replaced but written in its place, and can be half written then; the new contents and a
/// copy of the old ones are beside it. Whoever reads a file in order to replace it calls this before. It does nothing to a
/// file that another program has changed since.
///
/// - Complexity: O(*names in the folder*) when there is nothing to finish.
public func finishReplacement(of path: String) {
    guard let target = try? fileNamed(by: path), fileExists(target) else { return }
    AsideFiles.finish(target)
}
