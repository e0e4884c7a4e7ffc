import Composition

/// A composition that stands in the document itself, where each key replaces what it changes.
///
/// The application reports the text before the caret some time after a change. The report is compared with all texts
/// that stood there since the last report. When it equals one of these, the application is only late, and the next
/// request reaches it in the right order.
struct InDocument: Sendable {
    /// The composition as it stands in the document.
    private(set) var shown = TextBuffer()
    /// What this field has put before it.
    private var context: [UInt8] = []
    /// The texts that stood before the caret since the last report of the application, the oldest first.
    private var states: [[UInt8]] = [[]]
    /// How many reports of the application have had nothing of the inserted text.
    private var unseen = 0

    private static let contextLimit = 32
    private static let stateLimit = 64
    private static let patience = 8

    /// The application says that `surrounding` stands before the caret.
    mutating func hear(_ surrounding: SurroundingText) {
        guard let index = states.lastIndex(where: { surrounding.ends(with: $0) }) else { return }
        unseen = states[index].isEmpty && !shown.isEmpty ? unseen + 1 : 0
        states.removeFirst(index)
    }

    /// Whether what the application says fits what it was reported to do.
    func agrees(with surrounding: SurroundingText) -> Bool {
        unseen < InDocument.patience && states.contains { surrounding.ends(with: $0) }
    }

    /// The caret may be elsewhere: nothing is known of what stands before it.
    mutating func forgetContext() {
        context = []
        states = [shown.array]
        unseen = 0
    }

    /// The word `text`, which stands there, is composed again.
    mutating func takeUp(_ text: TextBuffer) {
        shown = text
        forgetContext()
    }

    /// What is to be deleted, in code points, and what to be put in, so that `committed` and `preedit` stand there.
    mutating func replace(with committed: TextBuffer, _ preedit: TextBuffer) -> (
        deletion: Int, text: TextBuffer
    ) {
        let old = Array(shown.string.unicodeScalars)
        let new = Array((committed.string + preedit.string).unicodeScalars)
        var same = 0
        while same < old.count, same < new.count, old[same] == new[same] { same += 1 }
        var text = TextBuffer()
        for scalar in new[same...] { text.append(scalar) }
        shown = preedit
        context = Array((context + committed.array).suffix(InDocument.contextLimit))
        while context.first.map({ $0 & 0xC0 == 0x80 }) == true { context.removeFirst() }
        let state = context + preedit.array
        if state != states.last { states.append(state) }
        if states.count > InDocument.stateLimit { states.removeFirst() }
        return (old.count - same, text)
    }
}
