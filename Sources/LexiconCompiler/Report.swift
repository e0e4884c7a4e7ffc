import Diagnostics

/// Gathers what is wrong with one source.
struct Report {
    let text: SourceText
    private(set) var diagnostics: [Diagnostic] = []

    init(_ text: SourceText) { self.text = text }

    var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

    mutating func add(
        _ message: Message, at range: Range<Int>, notes: [Diagnostic.Note] = [],
        fixIts: [Diagnostic.FixIt] = []
    ) {
        diagnostics.append(
            Diagnostic(
                message.id.rawValue, message.severity, message.text, at: range, in: text, notes: notes,
                fixIts: fixIts))
    }

    /// All of it, in the order of the source.
    var sorted: [Diagnostic] {
        diagnostics.enumerated().sorted {
            ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
        }.map(\.element)
    }
}
