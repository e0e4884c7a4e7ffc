/// The candidates that a field shows: a list, turned in pages, with one highlighted or none.
public struct CandidatePage: Hashable, Sendable {
    /// Which words are looked for.
    public enum Kind: Sendable {
        /// Words that begin with the composition.
        case words
        /// Words that begin with the composition, and then those that mean it.
        case wordsAndMeanings
        /// Words that mean it.
        case meanings
    }

    /// All that were found, best first.
    let all: [Candidate]
    let kind: Kind
    let size: Int
    /// Whether a key of the user's brought it, and not the typing itself.
    let isAsked: Bool
    private(set) var chosen: Int?

    init(_ all: [Candidate], _ kind: Kind, size: Int, isAsked: Bool) {
        self.all = all
        self.kind = kind
        self.size = size
        self.isAsked = isAsked
        chosen = isAsked ? 0 : nil
    }

    /// The number of the page shown, from 0.
    public private(set) var page = 0

    /// How many pages there are.
    public var pageCount: Int { (all.count + size - 1) / size }

    /// The candidates of the page shown.
    public var candidates: ArraySlice<Candidate> {
        let start = min(page * size, all.count)
        return all[start..<min(start + size, all.count)]
    }

    /// The highlighted one on the page shown, from 0; nil for none.
    public var highlighted: Int? { chosen.map { $0 - page * size } }

    /// The highlighted candidate.
    var chosenCandidate: Candidate? { chosen.flatMap { $0 < all.count ? all[$0] : nil } }

    /// Highlights the one `step` further on, round and round.
    mutating func move(by step: Int) {
        guard !all.isEmpty else { return }
        chosen = chosen.map { ($0 + step + all.count) % all.count } ?? (step > 0 ? 0 : all.count - 1)
        page = (chosen ?? 0) / size
    }

    /// Shows the page `step` further on, as far as there is one, and highlights its first candidate.
    mutating func turn(by step: Int) {
        let (target, overflow) = page.addingReportingOverflow(step)
        page = min(max(overflow ? (step > 0 ? Int.max : 0) : target, 0), max(pageCount - 1, 0))
        chosen = page * size
    }

    /// The candidate numbered `index` on the page shown.
    func candidate(at index: Int) -> Candidate? {
        let candidates = candidates
        return index >= 0 && index < candidates.count ? candidates[candidates.startIndex + index] : nil
    }
}
