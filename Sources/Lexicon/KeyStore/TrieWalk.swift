import Bytes

extension Trie {
    /// Visits the keys of `ranks` in order.
    ///
    ///     trie.walk(trie.range(beginningWith: Array("n".utf8))) { rank, shared, key in
    ///         print(rank, key.count)
    ///         return true
    ///     }
    ///
    /// - Parameters:
    ///   - ranks: Which keys; those that do not exist are left out.
    ///   - body: What is done with each; false ends the walk. It gets the rank, how many first bytes are those of the
    ///     key visited before (0 for the first one), and the key, whose bytes are lent until it returns.
    /// - Complexity: O(*bytes* of the keys that are not shared).
    @inline(__always)
    package func walk(_ ranks: Range<Int>, _ body: (_ rank: Int, _ shared: Int, _ key: Span<UInt8>) -> Bool) {
        let ranks = ranks.clamped(to: 0..<count)
        guard !ranks.isEmpty else { return }
        bytes.withPadded { bytes in
            KeyBuffer.withScratch { key in
                var walker = TrieWalker(layout, end: ranks.upperBound, key)
                walker.walk(from: ranks.lowerBound, bytes, body)
            }
        }
    }

    /// Visits the keys that begin with `prefix` in order.
    ///
    /// The same as a walk over ``range(beginningWith:)``, at less than half of the cost when it stops after a few keys,
    /// since their end is not looked for:
    ///
    ///     var words: [[UInt8]] = []
    ///     trie.walk(beginningWith: Array("nư".utf8).span) { _, _, key in
    ///         words.append(key.indices.map { key[$0] })
    ///         return words.count < 10
    ///     }
    ///
    /// - Complexity: O(log *keys* + *block*), and what a walk costs.
    @inline(__always)
    package func walk(
        beginningWith prefix: Span<UInt8>, _ body: (_ rank: Int, _ shared: Int, _ key: Span<UInt8>) -> Bool
    ) {
        bytes.withPadded { bytes in
            let place = layout.place(of: prefix, in: allBlocks, isAfter: false, bytes)
            guard place.rank < count else { return }
            KeyBuffer.withScratch { key in
                var walker = TrieWalker(layout, end: count, key)
                var isFirst = true
                walker.walk(from: place, of: prefix, bytes) { rank, shared, key in
                    if isFirst {
                        isFirst = false
                        guard key.begins(with: prefix) else { return false }
                    } else if shared < prefix.count {
                        return false
                    }
                    return body(rank, shared, key)
                }
            }
        }
    }
}

extension Span where Element == UInt8 {
    /// Whether the first bytes are those of `prefix`.
    fileprivate func begins(with prefix: Span<UInt8>) -> Bool {
        guard prefix.count <= count else { return false }
        var offset = 0
        while offset < prefix.count {
            let difference = word(at: offset) ^ prefix.word(at: offset)
            let left = prefix.count &- offset
            if difference << UInt64(Swift.max(0, 8 &- left) &* 8) != 0 { return false }
            offset &+= 8
        }
        return true
    }
}

/// The state of a walk: where it is, and the key last visited.
struct TrieWalker: ~Copyable {
    typealias Body = (Int, Int, Span<UInt8>) -> Bool

    private let layout: TrieLayout
    private let end: Int
    /// The rank of the next key.
    private var rank = 0
    /// The key last visited.
    private var key: KeyBuffer

    /// - Parameter key: An empty buffer for the keys.
    init(_ layout: TrieLayout, end: Int, _ key: consuming KeyBuffer) {
        self.layout = layout
        self.end = end
        self.key = key
    }

    /// Visits the keys from the rank `start` on.
    @inline(__always)
    mutating func walk(from start: Int, _ bytes: PaddedBytes, _ body: Body) {
        rank = start
        layout.key(at: start, into: &key, bytes)
        guard visit(shared: 0, body), finishRow(bytes, body) else { return }
        goOn(bytes, body)
    }

    /// Visits the keys from the place of `text` on.
    @inline(__always)
    mutating func walk(from place: TriePosition, of text: Span<UInt8>, _ bytes: PaddedBytes, _ body: Body) {
        guard var heads = place.heads else { return walk(from: place.rank, bytes, body) }
        // The key begins with what the text shares with the one before it, and its head gives the rest.
        rank = place.rank
        let head = heads.read(place.index, in: layout, bytes)
        key.append(text.extracting(first: min(head.shared, place.shared)))
        layout.append(head, to: &key, bytes)
        guard visit(shared: 0, body), finishRow(&heads, bytes, body) else { return }
        goOn(bytes, body)
    }

    /// Visits the current key, and moves on; false when the walk ends.
    @inline(__always)
    private mutating func visit(shared: Int, _ body: Body) -> Bool {
        let rank = rank
        self.rank &+= 1
        return key.withSpan { body(rank, shared, $0) } && self.rank < end
    }

    /// Visits the keys from the next one to the end of its row, unless it is the first of it.
    @inline(__always)
    private mutating func finishRow(_ bytes: PaddedBytes, _ body: Body) -> Bool {
        let index = rank & (1 &<< layout.rowBits &- 1)
        guard index > 0 else { return rank < end }
        let block = layout.block(rank &>> layout.blockBits, bytes)
        let row = (rank & (1 &<< layout.blockBits &- 1)) &>> layout.rowBits
        var heads = TrieLayout.Heads(of: layout.run(ofRow: row, in: block, bytes))
        heads.pass(index &- 1, in: layout, bytes)
        return finishRow(&heads, bytes, body)
    }

    @inline(__always)
    private mutating func finishRow(
        _ heads: inout TrieLayout.Heads, _ bytes: PaddedBytes, _ body: Body
    ) -> Bool {
        while heads.index < heads.run.count {
            let head = heads.read(heads.index, in: layout, bytes)
            let shared = min(head.shared, key.count)
            key.truncate(to: shared)
            layout.append(head, to: &key, bytes)
            guard visit(shared: shared, body) else { return false }
        }
        return rank < end
    }

    /// Visits row after row from the next key on, which is the first of one.
    @inline(__always)
    private mutating func goOn(_ bytes: PaddedBytes, _ body: Body) {
        KeyBuffer.withScratch { first in
            // The first key of the current row, against which that of the next one is written.
            var first = first
            layout.key(at: rank, into: &first, bytes)
            var block = layout.block(rank &>> layout.blockBits, bytes)
            var row = (rank & (1 &<< layout.blockBits &- 1)) &>> layout.rowBits
            var firsts = TrieLayout.Heads(of: layout.runOfFirsts(in: block, bytes))
            firsts.pass(row, in: layout, bytes)
            while true {
                let shared = first.sharedLength(key)
                key.set(to: first)
                var heads = TrieLayout.Heads(of: layout.run(ofRow: row, in: block, bytes))
                guard visit(shared: shared, body), finishRow(&heads, bytes, body) else { return }
                row &+= 1
                if row < block.rows {
                    let head = firsts.read(row &- 1, in: layout, bytes)
                    first.truncate(to: head.shared)
                    layout.append(head, to: &first, bytes)
                } else {
                    row = 0
                    block = layout.block(block.number &+ 1, bytes)
                    firsts = TrieLayout.Heads(of: layout.runOfFirsts(in: block, bytes))
                    first.truncate(to: 0)
                    layout.appendFirst(of: block, to: &first, bytes)
                }
            }
        }
    }
}
