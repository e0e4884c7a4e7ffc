import Storage

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

    /// Adds `text` and a line end.
    func line(_ text: String) throws {
        buffer.append(contentsOf: text.utf8)
        buffer.append(0x0A)
        if buffer.count >= 65_536 { try flush() }
    }

    /// Adds `text` as it is.
    func write(_ text: String) throws {
        buffer.append(contentsOf: text.utf8)
        if buffer.count >= 65_536 { try flush() }
    }

    /// Writes what has been gathered.
    func flush() throws {
        guard !buffer.isEmpty else { return }
        let bytes = buffer
        buffer.removeAll(keepingCapacity: true)
        do {
            try writeAll(bytes, to: STDOUT_FILENO, path: "standard output")
        } catch {
            if error.code == EPIPE { throw ClosedPipe() }
            throw Failure(.inputOutput, .cannotWriteOutput(error))
        }
    }

    /// Whether standard output is a terminal that wants colours.
    static var isColoured: Bool { isatty(STDOUT_FILENO) == 1 && Surroundings.wantsColour }
}

/// Whoever read our output has stopped.
struct ClosedPipe: Error {}

/// Standard error: everything that is no result.
enum Notices {
    /// Writes `text` and a line end; a standard error that is gone is no reason to fail.
    static func line(_ text: String) {
        try? writeAll(Array((text + "\n").utf8), to: STDERR_FILENO, path: "standard error")
    }

    /// Writes `text` as it is.
    static func write(_ text: String) {
        try? writeAll(Array(text.utf8), to: STDERR_FILENO, path: "standard error")
    }

    /// Writes a message with the program's name in front.
    static func tell(_ message: Message) { line("chu: \(message.text)") }

    /// Whether standard error is a terminal that wants colours.
    static var isColoured: Bool { isatty(STDERR_FILENO) == 1 && Surroundings.wantsColour }
}
