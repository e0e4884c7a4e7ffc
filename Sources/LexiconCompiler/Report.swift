import Diagnostics

/// Gathers what is wrong with one source.
///
/// Of each kind the first ``limit`` are kept and the rest counted, so that a source in which every line is wrong takes
/// no more memory than one that is right.
struct Report {
    /// How many diagnostics of one kind are kept.
    static let limit = 10_000

    let text: SourceText
    private var diagnostics: [Diagnostic] = []
    private var counts: [Message.ID: Int] = [:]
    private(set) var hasErrors = false
    /// The last of each kind that was not kept.
    private var left: [Message.ID: (message: Message, range: Range<Int>)] = [:]

    init(_ text: SourceText) { self.text = text }

    mutating func add(
        _ message: Message, at range: Range<Int>, notes: [Diagnostic.Note] = [],
        fixIts: [Diagnostic.FixIt] = []
    ) {
        if message.severity == .error { hasErrors = true }
        let count = counts[message.id, default: 0] + 1
        counts[message.id] = count
        guard count <= Report.limit else {
            let last = left[message.id].map { max($0.range.lowerBound, range.lowerBound) } ?? 0
            if range.lowerBound >= last { left[message.id] = (message, range) }
            return
        }
        diagnostics.append(
            Diagnostic(
                message.id.rawValue, message.severity, message.text, at: range, in: text, notes: notes,
                fixIts: fixIts))
    }

    /// All of it, in the order of the source; then how many of each kind are not told.
    var sorted: [Diagnostic] {
        var order = diagnostics.enumerated().sorted {
            ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
        }.map(\.element)
        for (id, last) in left.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            let more = counts[id, default: 0] - Report.limit
            var diagnostic = Diagnostic(
                id.rawValue, last.message.severity, Message.notTold(more), at: last.range, in: text)
            diagnostic.count = more
            order.append(diagnostic)
        }
        return order
    }
}
