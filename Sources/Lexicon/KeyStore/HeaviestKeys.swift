import Bytes

extension Trie {
    /// Visits the heaviest keys that begin with `prefix`, heaviest first; of equal ones the first in order.
    ///
    ///     var words: [[UInt8]] = []
    ///     trie.heaviest(10, beginningWith: Array("nư".utf8).span, by: ranking) { _, _, key in
    ///         words.append(key.indices.map { key[$0] })
    ///     }
    ///
    /// - Parameters:
    ///   - limit: How many at most.
    ///   - ranking: The weights of these keys.
    ///   - body: Takes a rank, its weight and the key, whose bytes are lent until it returns.
    /// - Complexity: O(log *keys* + *block*) for each key visited; where few begin so, for all of them together.
    package func heaviest(
        _ limit: Int, beginningWith prefix: Span<UInt8>, by ranking: Ranking,
        _ body: (_ rank: Int, _ weight: UInt8, _ key: Span<UInt8>) -> Void
    ) {
        let ranks = range(beginningWith: prefix)
        if ranks.count <= FewKeys.most, limit <= FewKeys.mostWanted {
            return FewKeys(limit, of: ranks, by: ranking).forEach(in: self, body)
        }
        var buffer = KeyBuffer()
        ranking.forEach(in: ranks, limit: limit) { rank, weight in
            key(at: rank, into: &buffer)
            buffer.withSpan { body(rank, weight, $0) }
            return true
        }
    }
}

/// The heaviest of some neighbouring keys, which are read in one walk: each costs a fraction of one that is read alone.
private struct FewKeys {
    /// Of more keys than this, a walk over all costs more than reading ten of them alone.
    static let most = 64
    static let mostWanted = 16

    private let first: Int
    /// Which keys are wanted, as a bit for each place in the range.
    private var wanted: UInt64 = 0
    /// Their places and weights, heaviest first.
    private var order = InlineArray<16, (place: UInt8, weight: UInt8)>(repeating: (0, 0))
    private var count = 0

    init(_ limit: Int, of ranks: Range<Int>, by ranking: Ranking) {
        first = ranks.lowerBound
        ranking.forEach(in: ranks, limit: limit) { rank, weight in
            let place = (rank - first) & 63
            order[count & 15] = (UInt8(truncatingIfNeeded: place), weight)
            count += 1
            wanted |= 1 << UInt64(place)
            return true
        }
    }

    func forEach(in trie: Trie, _ body: (Int, UInt8, Span<UInt8>) -> Void) {
        guard wanted != 0 else { return }
        var texts = KeyBuffer()
        // Where the text of each key that is wanted ends, in the order of keys.
        var ends = InlineArray<17, Int32>(repeating: 0)
        var found = 0
        trie.walk(first + wanted.trailingZeroBitCount..<first + 64 - wanted.leadingZeroBitCount) {
            rank, _, key in
            guard wanted >> UInt64((rank - first) & 63) & 1 != 0, found < 16 else { return true }
            texts.append(key)
            found += 1
            ends[found] = Int32(clamping: texts.count)
            return true
        }
        texts.withSpan { text in
            for index in 0..<min(count, 16) {
                let (place, weight) = order[index]
                let before = (wanted & (1 << UInt64(place) - 1)).nonzeroBitCount & 15
                let start = Int(ends[before])
                body(
                    first + Int(place), weight, text.extracting(start..<max(start, Int(ends[before + 1]))))
            }
        }
    }
}
