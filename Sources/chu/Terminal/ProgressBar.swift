#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// How far a long compilation or conversion is, on a terminal's standard error and nowhere else.
///
/// Nothing is shown for what takes less than half a second.
struct ProgressBar {
    private static let width = 30

    private let name: String
    private let isShown: Bool
    private let start = ProgressBar.now
    private var last: Double
    private var hasDrawn = false

    /// A bar with `name` in front of it.
    init(_ name: String) {
        self.name = name
        isShown = isatty(STDERR_FILENO) == 1 && Surroundings.drawsOnTerminal
        last = start + 0.4
    }

    /// Shows that `fraction` of the work is done, ten times a second at most.
    mutating func show(_ fraction: Double) {
        guard isShown, ProgressBar.now - last >= 0.1 else { return }
        last = ProgressBar.now
        hasDrawn = true
        let part = min(max(fraction, 0), 1)
        let done = Int(part * Double(ProgressBar.width))
        let bar =
            String(repeating: "#", count: done) + String(repeating: ".", count: ProgressBar.width - done)
        Notices.write("\r\u{1B}[K\(name) [\(bar)] \(Int(part * 100)) %")
    }

    /// Takes the bar away.
    mutating func finish() {
        if hasDrawn { Notices.write("\r\u{1B}[K") }
        hasDrawn = false
    }

    /// Seconds of a clock that only goes forward.
    private static var now: Double {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
