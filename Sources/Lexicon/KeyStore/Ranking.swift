package import Bytes

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
    /// The most levels there are, for as many keys as 32 bits count.
    private static let mostLevels = 9

    private let bytes: Bytes
    private let count: Int
    private let levels: Int
    /// Where each level begins, and behind the last one where it ends.
    private let starts: InlineArray<10, Int>

    /// Opens the weights of `count` keys; nil when `bytes` are less or more than these take.
    package init?(_ bytes: Bytes, count: Int) {
        guard count >= 0, bytes.int(at: 0) == count else { return nil }
        var starts = InlineArray<10, Int>(repeating: 4)
        var level = count
        var levels = 1
        starts[1] = 4 + count
        while level > 1, levels < Ranking.mostLevels {
            level = (level + 15) >> Ranking.fanBits
            starts[levels + 1] = starts[levels] + level
            levels += 1
        }
        guard bytes.count == starts[levels] else { return nil }
        self.bytes = bytes
        self.count = count
        self.levels = levels
        self.starts = starts
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
        // Nearly always a few are enough, and they need no memory but a few words.
        var list = Shortlist(limit: limit)
        cover(ranks) { level, indices in scan(indices, level: level, into: &list) }
        while let node = list.next() {
            if node.level > 0 {
                scan(children(of: node), level: node.level - 1, into: &list)
                continue
            }
            guard body(node.first, node.weight) else { return }
        }
        guard limit > Shortlist.most, ranks.count > Shortlist.most else { return }
        forEach(in: ranks, after: list, left: limit - list.visited, body)
    }

    /// Visits the keys that come after those that `list` has given.
    private func forEach(
        in ranks: Range<Int>, after list: Shortlist, left: Int, _ body: (Int, UInt8) -> Bool
    ) {
        var left = left
        var queue = Queue()
        cover(ranks) { level, indices in add(indices, level: level, to: &queue) }
        while left > 0, let node = queue.removeFirst() {
            if node.level > 0 {
                add(children(of: node), level: node.level - 1, to: &queue)
            } else if !list.hasVisited(node.first) {
                guard body(node.first, node.weight) else { return }
                left -= 1
            }
        }
    }

    /// Gives out the fewest nodes that span `ranks` and nothing else, from the highest level down.
    private func cover(_ ranks: Range<Int>, _ body: (_ level: Int, _ indices: Range<Int>) -> Void) {
        // For each level the nodes that lie in `ranks` as a whole.
        var within = InlineArray<9, Range<Int>>(repeating: 0..<0)
        within[0] = ranks
        var top = 0
        while top + 1 < levels, within[top].count >= 32 {
            let low = (within[top].lowerBound + 15) >> Ranking.fanBits
            // The last node of a level may span less than others; it is whole when the range goes to the end.
            let isToEnd = within[top].upperBound == size(ofLevel: top)
            let high = (within[top].upperBound + (isToEnd ? 15 : 0)) >> Ranking.fanBits
            top += 1
            within[top] = low..<max(low, high)
        }
        body(top, within[top])
        while top > 0 {
            let below = within[top - 1]
            let low = min(within[top].lowerBound << Ranking.fanBits, below.upperBound)
            let high = min(within[top].upperBound << Ranking.fanBits, below.upperBound)
            top -= 1
            body(top, below.lowerBound..<low)
            body(top, high..<below.upperBound)
        }
    }

    /// The places of what is below a node, one level down.
    private func children(of node: Node) -> Range<Int> {
        let level = node.level - 1
        let first = node.first >> (level * Ranking.fanBits)
        return first..<min(first + 16, size(ofLevel: level))
    }

    private func size(ofLevel level: Int) -> Int { starts[level + 1] - starts[level] }

    private func add(_ indices: Range<Int>, level: Int, to queue: inout Queue) {
        for index in indices {
            let weight = bytes[starts[level] + index]
            queue.add(Node(weight, level: level, first: index << (level * Ranking.fanBits)))
        }
    }

    /// Adds the nodes of a level that are not too light, of which eight are read at once.
    private func scan(_ indices: Range<Int>, level: Int, into list: inout Shortlist) {
        let start = starts[level]
        let shift = level * Ranking.fanBits
        var index = indices.lowerBound
        while index < indices.upperBound {
            let word = bytes.word(at: start + index)
            var wanted = Ranking.highBits(of: word, notBelow: list.least)
            let left = indices.upperBound - index
            if left < 8 { wanted &= (1 &<< UInt64(left * 8)) &- 1 }
            while wanted != 0 {
                let place = wanted.trailingZeroBitCount >> 3
                let weight = UInt8(truncatingIfNeeded: word &>> UInt64(place * 8))
                list.add(Node(weight, level: level, first: (index + place) << shift))
                wanted &= wanted &- 1
            }
            index += 8
        }
    }

    /// The highest bit of each byte of `word` that is not below `least`.
    private static func highBits(of word: UInt64, notBelow least: UInt8) -> UInt64 {
        let high: UInt64 = 0x8080_8080_8080_8080
        let all = UInt64(least) &* 0x0101_0101_0101_0101
        // The lower seven bits are compared by a subtraction that borrows from no other byte.
        let isLowNotBelow = (word | high) &- (all & ~high)
        return (word & ~all | ~(word ^ all) & isLowNotBelow) & high
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

    /// A node as a number, which is greater the heavier it is, and of equal ones the earlier it begins: the weight, all
    /// ones less the first rank, and the level.
    private struct Node {
        let bits: UInt64

        init(bits: UInt64) { self.bits = bits }

        init(_ weight: UInt8, level: Int, first: Int) {
            bits =
                UInt64(weight) << 56 | (~UInt64(truncatingIfNeeded: first) & 0xFFFF_FFFF_FFFF) << 8
                | UInt64(truncatingIfNeeded: level) & 0xFF
        }

        var weight: UInt8 { UInt8(truncatingIfNeeded: bits >> 56) }
        var level: Int { Int(bits & 0xFF) }
        /// The rank of the first key below it.
        var first: Int { Int(truncatingIfNeeded: ~(bits >> 8) & 0xFFFF_FFFF_FFFF) }
    }

    /// The heaviest nodes, when only a few keys are wanted.
    ///
    /// Below each node is a key as heavy as the node. Once there are as many nodes as keys are wanted, nothing is
    /// wanted of a node that comes after them: each of them has a key that comes before its keys.
    private struct Shortlist {
        /// The most keys that are found by one.
        static let most = 16

        /// In order, the heaviest first; those at the front are keys that were given out.
        private var nodes = InlineArray<16, UInt64>(repeating: 0)
        private var count = 0
        private let limit: Int
        private(set) var visited = 0
        /// Lighter nodes are not wanted.
        private(set) var least: UInt8 = 0

        init(limit: Int) { self.limit = min(limit, Shortlist.most) }

        mutating func add(_ node: Node) {
            var place = count
            if count == limit {
                place = limit - 1
                guard visited < limit, node.bits > nodes[place] else { return }
            } else {
                count += 1
            }
            // A damaged file may have nodes that are heavier than the one above them.
            while place > visited, nodes[place - 1] < node.bits {
                nodes[place] = nodes[place - 1]
                place -= 1
            }
            nodes[place] = node.bits
            if count == limit { least = Node(bits: nodes[limit - 1]).weight }
        }

        /// The heaviest node that was not given out; one that is not a key is taken away.
        mutating func next() -> Node? {
            guard visited < count else { return nil }
            let node = Node(bits: nodes[visited])
            if node.level == 0 {
                visited += 1
            } else {
                count -= 1
                for place in visited..<count { nodes[place] = nodes[place + 1] }
            }
            return node
        }

        func hasVisited(_ rank: Int) -> Bool {
            for place in 0..<visited where Node(bits: nodes[place]).first == rank { return true }
            return false
        }
    }

    /// Nodes to look at, the heaviest on top.
    private struct Queue {
        private var heap: [UInt64] = []

        init() { heap.reserveCapacity(1024) }

        mutating func add(_ node: Node) {
            let node = node.bits
            var place = heap.count
            heap.append(node)
            while place > 0, heap[(place - 1) / 2] < node {
                heap[place] = heap[(place - 1) / 2]
                place = (place - 1) / 2
            }
            heap[place] = node
        }

        mutating func removeFirst() -> Node? {
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
            return Node(bits: top)
        }
    }
}
