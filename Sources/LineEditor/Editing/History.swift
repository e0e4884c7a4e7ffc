/// Lines of former texts, the latest last.
///
///     var history = History(fileText)
///     history.add("ơ aê ơ amĭ")
///     history.text  // to be written back
public struct History: Hashable, Sendable {
    /// The lines.
    public private(set) var lines: [String]

    /// How many lines are kept.
    public static let limit = 1000

    /// The lines of a history file.
    public init(_ text: String = "") {
        lines = text.split(separator: "\n").map(String.init).suffix(History.limit).map { $0 }
    }

    /// Adds `line`; blank lines and repetitions of the last line are left out, and the oldest goes when there are
    /// too many.
    public mutating func add(_ line: String) {
        guard line.contains(where: { !$0.isWhitespace }), line != lines.last else { return }
        lines.append(line)
        if lines.count > History.limit { lines.removeFirst(lines.count - History.limit) }
    }

    /// The lines as a file holds them.
    public var text: String { lines.map { $0 + "\n" }.joined() }
}
