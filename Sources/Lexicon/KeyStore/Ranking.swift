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
    private let bytes: Bytes
    private let count: Int
    private let pyramid: Pyramid
    /// Where the weights begin.
    private static let start = 4

    /// Opens the weights of `count` keys; nil when `bytes` are less or more than these take.
    package init?(_ bytes: Bytes, count: Int) {
        guard count >= 0, bytes.int(at: 0) == count else { return nil }
        pyramid = Pyramid(count)
        guard bytes.count == Ranking.start + pyramid.size else { return nil }
        self.bytes = bytes
        self.count = count
    }

    /// The weight of the key with the rank `rank`, or 0 when there is none.
    package func weight(of rank: Int) -> UInt8 {
        rank >= 0 && rank < count ? bytes[Ranking.start + rank] : 0
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
        pyramid.cover(ranks) { level, indices in scan(indices, level: level, into: &list) }
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
        var queue = NumberHeap(capacity: 1024)
        pyramid.cover(ranks) { level, indices in add(indices, level: level, to: &queue) }
        while left > 0, let node = queue.removeFirst().map(Node.init(bits:)) {
            if node.level > 0 {
                add(children(of: node), level: node.level - 1, to: &queue)
            } else if !list.hasVisited(node.first) {
                guard body(node.first, node.weight) else { return }
                left -= 1
            }
        }
    }

    private func children(of node: Node) -> Range<Int> {
        pyramid.children(of: node.first >> (node.level * Pyramid.fanBits), level: node.level)
    }

    private func add(_ indices: Range<Int>, level: Int, to queue: inout NumberHeap) {
        for index in indices {
            let weight = bytes[Ranking.start + pyramid.start(ofLevel: level) + index]
            queue.add(Node(weight, level: level, first: index << (level * Pyramid.fanBits)).bits)
        }
    }

    /// Adds the nodes of a level that are not too light, of which eight are read at once.
    private func scan(_ indices: Range<Int>, level: Int, into list: inout Shortlist) {
        let start = Ranking.start + pyramid.start(ofLevel: level)
        let shift = level * Pyramid.fanBits
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
        writer.append(
            Pyramid.levels(above: weights.map(UInt32.init)) { $0 > $1 }.map(UInt8.init(truncatingIfNeeded:)))
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
}
