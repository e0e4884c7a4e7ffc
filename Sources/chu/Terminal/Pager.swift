import Text
import LineEditor
import Files

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The program that shows a long answer page by page, and when to start it.
struct Pager {
    /// The line of shell that starts it.
    let command: String
    private let size: (rows: Int, columns: Int)
    private var rows = 0

    /// The user's pager, or `less`; nil where output is not a terminal, the pager is not installed or none is wanted.
    init?() {
        guard isatty(STDOUT_FILENO) == 1, Surroundings.variable("TERM") != "dumb" else { return nil }
        // An empty variable asks for no pager, as it does for other programs.
        let wanted = environmentVariable("CHU_PAGER") ?? environmentVariable("PAGER") ?? "less"
        guard let program = wanted.split(separator: " ").first.map(String.init), program != "cat",
            isProgram(program)
        else { return nil }
        command = wanted
        size = Terminal.size
    }

    /// Whether the screen is full once `line` stands on it too.
    mutating func isFull(after line: String) -> Bool {
        var width = 0
        var isEscape = false
        for scalar in line.unicodeScalars {
            if scalar == "\u{1B}" { isEscape = true }
            if !isEscape { width += DisplayWidth.of(scalar) }
            if isEscape, scalar.properties.isAlphabetic { isEscape = false }
        }
        rows += max(1, (width + size.columns - 1) / size.columns)
        // The shell's prompt takes one.
        return rows >= size.rows
    }

    /// Starts it.
    func start() throws(FileError) -> ProgramPipe {
        // For less: end at once when all fits, show colours, leave the text on the screen; letters are UTF-8.
        setEnvironmentVariable("LESS", unlessSet: "FRX")
        setEnvironmentVariable("LESSCHARSET", unlessSet: "utf-8")
        let program = try ProgramPipe(command)
        // Control+C is for the pager.
        signal(SIGINT, SIG_IGN)
        return program
    }
}
