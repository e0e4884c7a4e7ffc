/// Collects what a compiler reports about one source.
///
///     var report = Report<LexiconMessage>(source)
///     report.add(.noHeadword, at: line)
///     report.diagnostics  // in the order of the source
///
/// Of each kind the first ``limit`` are kept and the rest counted, so that a source in which every line is wrong takes
/// no more memory than one that is right.
public struct Report<Message: DiagnosticMessage> {
    /// How many diagnostics of one kind are kept.
    public static var limit: Int { 10_000 }

    /// The source.
    public let text: SourceText
    /// Whether an error was reported.
    public private(set) var hasErrors = false
    private var kept: [Diagnostic] = []
    private var counts: [Message.ID: Int] = [:]
    /// Of each kind that was not kept, the last one in the source.
    private var last: [Message.ID: (severity: Diagnostic.Severity, range: Range<Int>)] = [:]

    /// A report on `text` with nothing in it.
    public init(_ text: SourceText) { self.text = text }

    /// Reports `message` about the bytes `range`.
    ///
    /// - Complexity: O(1).
    public mutating func add(
        _ message: Message, at range: Range<Int>, notes: [Diagnostic.Note] = [],
        fixIts: [Diagnostic.FixIt] = []
    ) {
        let severity = message.severity
        if severity == .error { hasErrors = true }
        let id = message.id
        let count = counts[id, default: 0] + 1
        counts[id] = count
        guard count <= Self.limit else {
            if range.lowerBound >= last[id]?.range.lowerBound ?? 0 { last[id] = (severity, range) }
            return
        }
        kept.append(Diagnostic(message, at: range, in: text, notes: notes, fixIts: fixIts))
    }

    /// All that was reported, in the order of the source; then for each kind how many are not shown.
    ///
    /// - Complexity: O(*n* log *n*).
    public var diagnostics: [Diagnostic] {
        Diagnostic.inOrder(kept)
            + last.sorted { $0.key.rawValue < $1.key.rawValue }.map { id, last in
                let more = counts[id, default: 0] - Self.limit
                var diagnostic = Diagnostic(
                    NotShown(id: id, severity: last.severity, count: more), at: last.range, in: text)
                diagnostic.count = more
                return diagnostic
            }
    }

    /// What stands at the last of many of one kind.
    private struct NotShown: DiagnosticMessage {
        let id: Message.ID
        let severity: Diagnostic.Severity
        let count: Int

        var wording: Wording {
            Wording(
                "\(count) more of this kind are not shown; fix some and check again",
                "còn \(count) chỗ cùng loại không hiện ra; hãy sửa một số chỗ rồi kiểm tra lại")
        }
    }
}

extension Diagnostic.Note {
    /// A note where what is there twice stands for the first time.
    public static func firstHere(_ range: Range<Int>, in text: SourceText) -> Diagnostic.Note {
        Diagnostic.Note(Wording("first here", "lần đầu ở đây"), at: range, in: text)
    }
}

extension Diagnostic.FixIt {
    /// Writes `text` in the place of the bytes `range`.
    ///
    /// `isObvious` says whether it is the only fix there is.
    public static func write(
        _ text: String, at range: Range<Int>, isObvious: Bool = true
    ) -> Diagnostic.FixIt {
        Diagnostic.FixIt(
            Wording("write '\(text)'", "viết '\(text)'"), [Edit(range, text)], isObvious: isObvious)
    }
}
