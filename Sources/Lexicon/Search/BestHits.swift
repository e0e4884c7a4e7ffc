/// Gathers hits and keeps the best of them, each entry once.
///
/// Of equal hits the one with the lesser place comes first, if they have places; then the one added first.
///
/// - Complexity: O(log *limit*) for a hit that is kept, O(1) for one that is not.
struct BestHits {
    private let limit: Int
    private let match: Match
    /// The hits kept, best first, when they are few; else all of them, as they came.
    ///
    /// An array does for both: the type of a dictionary is made at run time, which takes longer than most lookups.
    private var hits: [Hit] = []
    /// The place of each hit, where places count.
    private var places: [Int] = []
    private let hasPlaces: Bool

    /// The best `limit` hits that `match` accepts.
    ///
    /// - Parameters:
    ///   - limit: How many to keep.
    ///   - match: What is accepted.
    ///   - hasPlaces: Whether the places of hits count.
    init(limit: Int, _ match: Match = .folded, hasPlaces: Bool = false) {
        self.limit = limit
        self.match = match
        self.hasPlaces = hasPlaces
    }

    /// Few enough to be kept in a row, where a search from end to end costs less than a table.
    private var isFew: Bool { limit <= 64 }

    /// Adds `hit`, whose place among equal ones is `place`.
    mutating func add(_ hit: Hit, at place: Int = 0) {
        guard limit > 0, match.accepts(hit.quality.spelling) else { return }
        guard isFew else {
            hits.append(hit)
            if hasPlaces { places.append(place) }
            return
        }
        if hits.count == limit, !isBefore(hit, place, limit - 1) { return }
        if let known = hits.firstIndex(where: { $0.entry == hit.entry }) {
            guard hit.isBetter(than: hits[known]) else { return }
            hits.remove(at: known)
            if hasPlaces { places.remove(at: known) }
        }
        var index = hits.count
        while index > 0, isBefore(hit, place, index - 1) { index -= 1 }
        hits.insert(hit, at: index)
        if hasPlaces { places.insert(place, at: index) }
        if hits.count > limit {
            hits.removeLast()
            if hasPlaces { places.removeLast() }
        }
    }

    /// Whether `hit` comes before the hit that is kept at `index`, which was added before.
    private func isBefore(_ hit: Hit, _ place: Int, _ index: Int) -> Bool {
        if hit.isBetter(than: hits[index]) { return true }
        return hasPlaces && place < places[index] && !hits[index].isBetter(than: hit)
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
            if hits[left].isBetter(than: hits[right]) { return true }
            if hits[right].isBetter(than: hits[left]) { return false }
            if hasPlaces, places[left] != places[right] { return places[left] < places[right] }
            return left < right
        }
        var seen: Set<Int> = []
        var best: [Hit] = []
        for index in order where best.count < limit && seen.insert(hits[index].entry).inserted {
            best.append(hits[index])
        }
        return best
    }
}
