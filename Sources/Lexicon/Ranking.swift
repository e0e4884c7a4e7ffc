package import Storage

/// The weights of keys, by rank, and which of a range weigh most.
///
///     let ranking = Ranking(section, count: trie.count)
///     let ranks = trie.range(beginningWith: Array("n".utf8))
///     ranking?.best(10, in: ranks)  // the ten heaviest, heaviest first
///
/// Above the weights stand the greatest of each 16 of them, above these the greatest of each 16, and so on to the
/// last one: a search looks only where something heavy is.
package struct Ranking: Sendable {
    private static let fanBits = 4
    /// Ranges of no more keys than this are read from end to end, which costs less than going down from above.
    private static let fewKeys = 64

    private let bytes: Bytes
    private let count: Int
    private let levels: Int

    /// Opens the weights of `count` keys; nil when `bytes` are less or more than these take.
    package init?(_ bytes: Bytes, count: Int) {
        guard count >= 0, Int(bytes.u32(at: 0)) == count else { return nil }
        var size = 4
        var level = count
        var levels = 1
        size += level
        while level > 1 {
            level = (level + 15) >> Ranking.fanBits
            size += level
            levels += 1
        }
        guard bytes.count == size else { return nil }
        self.bytes = bytes
        self.count = count
        self.levels = levels
    }

    /// The weight of the key with the rank `rank`, or 0 when there is none.
    package func weight(of rank: Int) -> UInt8 {
        rank >= 0 && rank < count ? bytes[4 + rank] : 0
    }

    /// The ranks of the `limit` heaviest keys of `ranks`, heaviest first; of equal ones the first in order.
    ///
    /// - Complexity: O(*limit* · log *keys*), some microseconds for ten of a million.
    package func best(_ limit: Int, in ranks: Range<Int>) -> [Int] {
        var result: [Int] = []
        forEach(in: ranks, limit: limit) { rank, _ in
            result.append(rank)
            return result.count < limit
        }
        return result
    }

    /// Visits the keys of `ranks`, heaviest first; of equal ones the first in order.
    ///
    /// - Parameters:
    ///   - limit: How many will be asked for at most; `body` may end earlier, and does not get more.
    ///   - body: Takes a rank and its weight; false ends the visit.
    /// - Complexity: O(*keys visited* · log *keys*).
    package func forEach(
        in ranks: Range<Int>, limit: Int, _ body: (_ rank: Int, _ weight: UInt8) -> Bool
    ) {
        let ranks = ranks.clamped(to: 0..<count)
        guard limit > 0, !ranks.isEmpty else { return }
        var left = limit
        var queue = Queue()
        if ranks.count <= Ranking.fewKeys {
            for rank in ranks { queue.add(bytes[4 &+ rank], level: 0, first: rank) }
        } else {
            cover(ranks, &queue)
        }
        while let node = queue.removeFirst() {
            if node.level == 0 {
                guard body(node.first, node.weight) else { return }
                left -= 1
                if left == 0 { return }
                continue
            }
            // The node spans ranks of the range only; so do all below it.
            let level = node.level - 1
            let first = node.first >> (level * Ranking.fanBits)
            let start = start(ofLevel: level)
            for index in first..<min(first + 16, self.size(ofLevel: level)) {
                queue.add(bytes[start + index], level: level, first: index << (level * Ranking.fanBits))
            }
        }
    }

    /// Adds the fewest nodes that span `ranks` and nothing else.
    private func cover(_ ranks: Range<Int>, _ queue: inout Queue) {
        var low = ranks.lowerBound
        var high = ranks.upperBound
        for level in 0..<levels {
            let start = start(ofLevel: level)
            let shift = level * Ranking.fanBits
            let size = size(ofLevel: level)
            // The last node of a level may span less than others; it is whole when the range goes to the end.
            if level == levels - 1 || high - low < 16 {
                for index in low..<max(low, high) {
                    queue.add(bytes[start + index], level: level, first: index << shift)
                }
                return
            }
            while low < high, low & 15 != 0 {
                queue.add(bytes[start + low], level: level, first: low << shift)
                low += 1
            }
            while high > low, high & 15 != 0, high < size {
                high -= 1
                queue.add(bytes[start + high], level: level, first: high << shift)
            }
            guard low < high else { return }
            low >>= Ranking.fanBits
            high = (high + 15) >> Ranking.fanBits
        }
    }

    private func size(ofLevel level: Int) -> Int {
        var size = count
        for _ in 0..<level { size = (size + 15) >> Ranking.fanBits }
        return size
    }

    private func start(ofLevel level: Int) -> Int {
        var start = 4
        var size = count
        for _ in 0..<level {
            start += size
            size = (size + 15) >> Ranking.fanBits
        }
        return start
    }
}

extension Ranking {
    /// The bytes in which ``init(_:count:)`` finds `weights`, one for each key.
    package static func encoded(_ weights: [UInt8]) -> [UInt8] {
        var writer = ByteWriter()
        writer.u32(UInt32(weights.count))
        var level = weights
        writer.append(level)
        while level.count > 1 {
            var above = [UInt8](repeating: 0, count: (level.count + 15) >> fanBits)
            for (index, weight) in level.enumerated() where weight > above[index >> fanBits] {
                above[index >> fanBits] = weight
            }
            writer.append(above)
            level = above
        }
        return writer.bytes
    }

    /// Nodes to look at, the heaviest on top; of equal ones the one that begins first.
    private struct Queue {
        // A heap of numbers: the weight, all ones less the first rank, and all ones less the level.
        private var heap: [UInt64] = []

        init() { heap.reserveCapacity(128) }

        mutating func add(_ weight: UInt8, level: Int, first: Int) {
            var place = heap.count
            let node =
                UInt64(weight) << 56 | (~UInt64(truncatingIfNeeded: first) & 0xFFFF_FFFF_FFFF) << 8
                | UInt64(truncatingIfNeeded: level) & 0xFF
            heap.append(node)
            while place > 0, heap[(place - 1) / 2] < node {
                heap[place] = heap[(place - 1) / 2]
                place = (place - 1) / 2
            }
            heap[place] = node
        }

        mutating func removeFirst() -> (weight: UInt8, level: Int, first: Int)? {
            guard let top = heap.first, let last = heap.popLast() else { return nil }
            var place = 0
            while true {
                var child = 2 * place + 1
                guard child < heap.count else { break }
                if child + 1 < heap.count, heap[child + 1] > heap[child] { child += 1 }
                if heap[child] <= last { break }
                heap[place] = heap[child]
                place = child
            }
            if place < heap.count { heap[place] = last }
            return (
                UInt8(truncatingIfNeeded: top >> 56), Int(top & 0xFF), Int(~(top >> 8) & 0xFFFF_FFFF_FFFF)
            )
        }
    }
}
