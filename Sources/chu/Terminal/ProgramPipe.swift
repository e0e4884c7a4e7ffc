import Files

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Another program that reads what is written to it, started through the shell.
///
///     let pager = try ProgramPipe("less -FRX")
///     try writeAll(bytes, to: pager.descriptor, path: "less")
///     pager.close()  // waits until the reader has ended it
///
/// It writes where this program does.
@safe
final class ProgramPipe {
    private let stream: UnsafeMutablePointer<FILE>
    private var isOpen = true

    /// What to write to; it is closed by ``close()``.
    let descriptor: Int32

    /// Starts `command`, a line for the shell.
    ///
    /// The corresponding C function is `popen`.
    ///
    /// - Throws: ``FileError`` with the operation `open` when no process can be had. A command that does not exist is
    ///   only noticed by the shell.
    init(_ command: String) throws(FileError) {
        guard let stream = unsafe popen(command, "we") else { throw FileError(.open, command, errno) }
        unsafe self.stream = stream
        descriptor = unsafe fileno(stream)
    }

    /// Says that nothing more comes, and waits for the program's end.
    ///
    /// The corresponding C function is `pclose`.
    func close() {
        guard isOpen else { return }
        isOpen = false
        unsafe pclose(stream)
    }

    deinit { close() }
}
