/// Gathers hits and keeps the best of them, each entry once.
///
/// Of equal hits the one added first comes first.
///
/// - Complexity: O(log *limit*) for a hit that is kept, O(1) for one that is not.
struct BestHits {
    private let limit: Int
    private let match: Match
    /// The hits kept, best first, when they are few; else all of them, as they came.
    ///
    /// An array does for both: the type of a dictionary is made at run time, which takes longer than most lookups.
    private var hits: [Hit] = []

    /// The best `limit` hits that `match` accepts.
    init(limit: Int, _ match: Match = .folded) {
        self.limit = limit
        self.match = match
    }

    /// Few enough to be kept in a row, where a search from end to end costs less than a table.
    private var isFew: Bool { limit <= 64 }

    mutating func add(_ hit: Hit) {
        guard limit > 0, match.accepts(hit.quality.spelling) else { return }
        guard isFew else {
            hits.append(hit)
            return
        }
        if hits.count == limit, let last = hits.last, !hit.isBetter(than: last) { return }
        if let known = hits.firstIndex(where: { $0.entry == hit.entry }) {
            guard hit.isBetter(than: hits[known]) else { return }
            hits.remove(at: known)
        }
        var index = hits.count
        while index > 0, hit.isBetter(than: hits[index - 1]) { index -= 1 }
        hits.insert(hit, at: index)
        if hits.count > limit { hits.removeLast() }
    }

    /// Whether as many are kept as were asked for, all at least as good as `hit`.
    func isFull(of hit: Hit) -> Bool {
        guard isFew, hits.count == limit, let last = hits.last else { return false }
        return !hit.isBetter(than: last)
    }

    /// The hits, best first.
    var sorted: [Hit] { isFew ? hits : sortedMany }

    private var sortedMany: [Hit] {
        let order = hits.indices.sorted { left, right in
            hits[left].isBetter(than: hits[right]) || !hits[right].isBetter(than: hits[left]) && left < right
        }
        var seen: Set<Int> = []
        var best: [Hit] = []
        for index in order where best.count < limit && seen.insert(hits[index].entry).inserted {
            best.append(hits[index])
        }
        return best
    }
}
