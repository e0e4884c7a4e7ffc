import Diagnostics
import Files

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Standard output, written in large pieces.
///
/// What could not be written is never lost silently: ``flush()`` throws, and the program exits with 74. A reader
/// that has gone away (`chu lookup … | head`) ends the program quietly.
final class Output {
    private var buffer: [UInt8] = []
    /// Who shows the answer when it is longer than the screen; nil when nobody does or it has been started.
    private var pager: Pager?
    private var program: ProgramPipe?

    /// Standard output; with a pager, nothing is written before the end or a full screen.
    init(pager: Pager? = nil) { self.pager = pager }

    /// Adds `text` and a line end.
    func line(_ text: String) throws {
        buffer.append(contentsOf: text.utf8)
        buffer.append(0x0A)
        if pager != nil {
            for part in text.split(separator: "\n", omittingEmptySubsequences: false) {
                guard pager?.isFull(after: String(part)) == true else { continue }
                program = try? pager?.start()
                pager = nil
                break
            }
        }
        if buffer.count >= 65_536 { try flush() }
    }

    /// Adds `text` as it is.
    func write(_ text: String) throws {
        buffer.append(contentsOf: text.utf8)
        if buffer.count >= 65_536 { try flush() }
    }

    /// Adds `bytes` as they are.
    func write(_ bytes: [UInt8]) throws {
        buffer.append(contentsOf: bytes)
        if buffer.count >= 65_536 { try flush() }
    }

    /// Writes what has been gathered, unless it waits for a pager.
    func flush() throws {
        guard !buffer.isEmpty, pager == nil else { return }
        let bytes = buffer
        buffer.removeAll(keepingCapacity: true)
        do {
            try writeAll(bytes, to: program?.descriptor ?? STDOUT_FILENO, path: "standard output")
        } catch {
            program?.close()
            if error.code == EPIPE { throw ClosedPipe() }
            throw Failure(.inputOutput, .cannotWriteOutput(error))
        }
    }

    /// Writes what is left, and waits until the reader has ended the pager.
    func close() throws {
        pager = nil
        try flush()
        program?.close()
        program = nil
    }

    /// Puts `bytes` into the file at `path`, or on standard output when it is nil.
    static func write(_ bytes: [UInt8], to path: String?) throws {
        if let path { return try replaceFile(at: path, with: bytes) }
        let output = Output()
        try output.write(bytes)
        try output.flush()
    }

    /// Whether standard output is a terminal that wants colours.
    static var isColoured: Bool { isatty(STDOUT_FILENO) == 1 && Surroundings.wantsColour }
}

/// Whoever read our output has stopped.
struct ClosedPipe: Error {}
