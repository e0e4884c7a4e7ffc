import Diagnostics
import Files

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Standard error: everything that is not a result.
enum Notices {
    /// Writes `text` and a line end; a standard error that is gone is not a reason to fail.
    static func line(_ text: String) {
        try? writeAll(Array((text + "\n").utf8), to: STDERR_FILENO, path: "standard error")
    }

    /// Writes `text` as it is.
    static func write(_ text: String) {
        try? writeAll(Array(text.utf8), to: STDERR_FILENO, path: "standard error")
    }

    /// Writes a message with the program's name in front.
    static func report(_ wording: Wording) { line("chu: \(wording.text)") }

    /// Writes a diagnostic as people read it.
    static func report(_ diagnostic: Diagnostic) { line(diagnostic.shown(color: isColoured)) }

    /// Whether standard error is a terminal that wants colours.
    static var isColoured: Bool { isatty(STDERR_FILENO) == 1 && Surroundings.wantsColour }
}
