import Bytes
public import Files

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The terminal the program runs in: raw keys in, drawing out, and its former state restored whatever happens.
///
/// It is restored when ``leave()`` is called, when the program exits, when a signal ends it or a fault stops it.
/// There is one terminal in a process, so the type has only static members.
public enum Terminal {
    /// What woke the program.
    public enum Event: Equatable, Sendable {
        /// Bytes came in.
        case bytes([UInt8])
        /// The window has another size.
        case resized
        /// The program was asked to stop (SIGTSTP).
        case suspend
        /// The program runs again after a stop (SIGCONT).
        case resumed
        /// The program was asked to end, by the signal with this number.
        case end(Int32)
        /// Nothing happened in the time given.
        case timeout
        /// The terminal is gone.
        case closed
    }

    // Written before handlers are installed and by `enter` and `leave` only; handlers read them.
    nonisolated(unsafe) private static var former = termios()
    nonisolated(unsafe) private static var isEntered = false
    nonisolated(unsafe) private static var wakeUp: (read: Int32, write: Int32) = (-1, -1)
    nonisolated(unsafe) private static var isPrepared = false

    /// The signals that wake the program: the size of the window, stops, and all that would end it.
    private static let handled = [
        SIGWINCH, SIGTSTP, SIGCONT, SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGALRM, SIGUSR1, SIGUSR2, SIGVTALRM,
        SIGPROF,
        SIGXCPU, SIGPOLL, SIGPWR, SIGSTKFLT,
    ]

    private static let begin = "\u{1B}[?1049h\u{1B}[?2004h\u{1B}[?7l"
    private static let restore: StaticString = "\u{1B}[?7h\u{1B}[?2004l\u{1B}[0m\u{1B}[?25h\u{1B}[?1049l"

    /// Whether standard input and output are a terminal that can be drawn on.
    public static var isUsable: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

    /// Switches the terminal to raw mode: every key arrives at once, nothing is echoed, the former screen is kept.
    ///
    /// - Throws: ``/Files/FileError`` when the terminal refuses.
    public static func enter() throws(FileError) {
        try prepare()
        guard unsafe tcgetattr(STDIN_FILENO, &former) == 0 else { throw FileError(.read, "terminal", errno) }
        try setRaw()
        unsafe isEntered = true
        try draw(begin)
    }

    /// Restores the terminal as it was.
    public static func leave() {
        guard unsafe isEntered else { return }
        unsafe isEntered = false
        try? draw(restore.description)
        unsafe tcsetattr(STDIN_FILENO, TCSADRAIN, &former)
    }

    /// Writes `text` to the terminal.
    public static func draw(_ text: String) throws(FileError) {
        try writeAll(Array(text.utf8), to: STDOUT_FILENO, path: "terminal")
    }

    /// How many rows and columns the window has; 24 and 80 when that is not known.
    public static var size: (rows: Int, columns: Int) {
        var window = winsize()
        let answer = unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window)
        guard answer == 0, window.ws_row > 0, window.ws_col > 0 else { return (24, 80) }
        return (Int(window.ws_row), Int(window.ws_col))
    }

    /// Stops the program as Control+Z does in a shell; returns when it runs again, in raw mode.
    public static func suspend() throws(FileError) {
        leave()
        kill(getpid(), SIGSTOP)
        try enter()
    }

    /// Switches to raw mode again after a stop that ``suspend()`` did not make.
    public static func resume() throws(FileError) {
        guard unsafe isEntered else { return try enter() }
        try setRaw()
        try draw(begin)
    }

    /// Waits for what comes next.
    ///
    /// - Parameter milliseconds: How long to wait at most; nil waits for ever.
    public static func next(within milliseconds: Int32?) -> Event {
        while true {
            var files = [
                pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
                pollfd(fd: unsafe wakeUp.read, events: Int16(POLLIN), revents: 0),
            ]
            let count = unsafe poll(&files, 2, milliseconds ?? -1)
            if count < 0 {
                if errno == EINTR || errno == EAGAIN { continue }
                return .closed
            }
            if count == 0 { return .timeout }
            if files[1].revents != 0 {
                var number: UInt8 = 0
                guard unsafe read(unsafe wakeUp.read, &number, 1) == 1 else { continue }
                switch Int32(number) {
                case SIGWINCH: return .resized
                case SIGTSTP: return .suspend
                case SIGCONT: return .resumed
                default: return .end(Int32(number))
                }
            }
            var buffer = [UInt8](repeating: 0, count: 4096)
            let length = unsafe read(STDIN_FILENO, &buffer, buffer.count)
            if length > 0 { return .bytes(Array(buffer[..<length])) }
            if length < 0, errno == EINTR || errno == EAGAIN { continue }
            return .closed
        }
    }

    /// Lets the signal `number` end the program as if it had not been handled.
    public static func die(of number: Int32) -> Never {
        leave()
        signal(number, SIG_DFL)
        kill(getpid(), number)
        exit(128 &+ number)
    }

    // MARK: How it is done

    private static func setRaw() throws(FileError) {
        var raw = unsafe former
        unsafe cfmakeraw(&raw)
        // Output is processed as before, so that text of other programs that share the terminal stays readable.
        raw.c_oflag |= tcflag_t(OPOST)
        guard unsafe tcsetattr(STDIN_FILENO, TCSADRAIN, &raw) == 0 else {
            throw FileError(.write, "terminal", errno)
        }
    }

    /// Makes the pipe that signals write to, and installs the handlers, once.
    private static func prepare() throws(FileError) {
        guard unsafe !isPrepared else { return }
        var ends: [Int32] = [-1, -1]
        guard unsafe pipe(&ends) == 0 else { throw FileError(.open, "pipe", errno) }
        unsafe wakeUp = (ends[0], ends[1])
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        _ = fcntl(ends[1], F_SETFL, O_NONBLOCK)
        unsafe isPrepared = true
        for number in handled {
            signal(number) { number in
                let saved = errno
                var byte = UInt8(truncatingIfNeeded: number)
                unsafe _ = write(unsafe Terminal.wakeUp.write, &byte, 1)
                errno = saved
            }
        }
        for number in [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV] {
            signal(number) { number in
                Terminal.restoreAtOnce()
                signal(number, SIG_DFL)
                raise(number)
            }
        }
        atexit { Terminal.restoreAtOnce() }
        // Whoever started the program may have had them blocked.
        var wanted = sigset_t()
        unsafe sigemptyset(&wanted)
        for number in handled {
            unsafe sigaddset(&wanted, number)
        }
        unsafe sigprocmask(SIG_UNBLOCK, &wanted, nil)
    }

    /// Restores the terminal by system calls alone, as a handler may.
    private static func restoreAtOnce() {
        guard unsafe isEntered else { return }
        unsafe isEntered = false
        unsafe _ = write(STDOUT_FILENO, restore.utf8Start, restore.utf8CodeUnitCount)
        unsafe tcsetattr(STDIN_FILENO, TCSANOW, &former)
    }
}
