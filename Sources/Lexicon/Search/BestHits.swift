/// Gathers hits and keeps the best of them, each entry once.
///
/// Of equal hits the one added first comes first.
///
/// - Complexity: O(log *limit*) for a hit that is kept, O(1) for one that is not.
struct BestHits {
    private let limit: Int
    private let match: Match
    /// The hits kept, best first, when they are few.
    private var few: [Hit] = []
    /// The hits by entry with the order in which they came, when they may be many.
    private var many: [Int: (hit: Hit, order: Int)] = [:]
    private var added = 0

    /// The best `limit` hits that `match` accepts.
    init(limit: Int, _ match: Match = .folded) {
        self.limit = limit
        self.match = match
    }

    /// Few enough to be kept in a row, where a search from end to end costs less than a table.
    private var isFew: Bool { limit <= 64 }

    mutating func add(_ hit: Hit) {
        guard limit > 0, match.accepts(hit.quality.spelling) else { return }
        added += 1
        guard isFew else {
            if let known = many[hit.entry], !hit.isBetter(than: known.hit) { return }
            many[hit.entry] = (hit, added)
            return
        }
        if few.count == limit, let last = few.last, !hit.isBetter(than: last) { return }
        if let known = few.firstIndex(where: { $0.entry == hit.entry }) {
            guard hit.isBetter(than: few[known]) else { return }
            few.remove(at: known)
        }
        var index = few.count
        while index > 0, hit.isBetter(than: few[index - 1]) { index -= 1 }
        few.insert(hit, at: index)
        if few.count > limit { few.removeLast() }
    }

    /// Whether as many are kept as were asked for, all at least as good as `hit`.
    func isFull(of hit: Hit) -> Bool {
        guard isFew, few.count == limit, let last = few.last else { return false }
        return !hit.isBetter(than: last)
    }

    /// The hits, best first.
    var sorted: [Hit] {
        guard !isFew else { return few }
        let all = many.values.sorted { left, right in
            left.hit.isBetter(than: right.hit)
                || !right.hit.isBetter(than: left.hit) && left.order < right.order
        }
        return all.prefix(limit).map { $0.hit }
    }
}
