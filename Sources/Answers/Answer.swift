/// What answers a question; nothing when nothing was found.
public struct Answer: Sendable {
    /// What was asked.
    public let query: String
    /// The entries found, best first.
    public let results: [AnswerResult]

    /// Whether nothing was found.
    public var isEmpty: Bool { results.isEmpty }
}
