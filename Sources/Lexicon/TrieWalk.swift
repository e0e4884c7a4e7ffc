import Storage

extension Trie {
    /// What a walk does after a key.
    package enum Step: Hashable, Sendable {
        /// It goes on to the next key.
        case next
        /// It ends.
        case stop
        /// It goes on to the next key that does not share this many first bytes with the key at hand.
        ///
        /// `skip(0)` ends the walk, since all keys share nothing; more bytes than the key has skip nothing.
        case skip(Int)
    }

    /// Visits the keys of `ranks` in order.
    ///
    /// The bytes that a key shares with the one visited before it are told, so that what was found out about them
    /// need not be found out again:
    ///
    ///     trie.walk(trie.range(beginningWith: Array("n".utf8))) { rank, shared, key in
    ///         states.removeLast(states.count - shared)
    ///         for index in shared..<key.count {
    ///             guard let next = states.last?.after(key[index]) else { return .skip(index + 1) }
    ///             states.append(next)
    ///         }
    ///         return .next
    ///     }
    ///
    /// - Parameters:
    ///   - ranks: Which keys; those that do not exist are left out.
    ///   - body: What is done with each. It gets the rank, how many first bytes are those of the key visited before
    ///     (0 for the first one), and the key, whose bytes are lent until it returns.
    /// - Complexity: O(*bytes* of the keys that are not shared) for those visited, and O(1) for one skipped among its
    ///   neighbours; many that are skipped together cost as much as a search.
    @inline(__always)
    package func walk(_ ranks: Range<Int>, _ body: (_ rank: Int, _ shared: Int, _ key: Span<UInt8>) -> Step) {
        let ranks = ranks.clamped(to: 0..<count)
        guard !ranks.isEmpty else { return }
        var walker = TrieWalker(self, end: ranks.upperBound)
        walker.walk(from: ranks.lowerBound, body)
    }

    /// Visits the keys that begin with `prefix` in order.
    ///
    /// The same as a walk over ``range(beginningWith:)``, at less than half of the cost when it stops after a few keys,
    /// since their end is not looked for:
    ///
    ///     var words: [[UInt8]] = []
    ///     trie.walk(beginningWith: Array("nư".utf8).span) { _, _, key in
    ///         words.append(key.indices.map { key[$0] })
    ///         return words.count < 10 ? .next : .stop
    ///     }
    ///
    /// - Complexity: O(log *keys* + *block*), and what a walk costs.
    @inline(__always)
    package func walk(
        beginningWith prefix: Span<UInt8>, _ body: (_ rank: Int, _ shared: Int, _ key: Span<UInt8>) -> Step
    ) {
        let place = layout.place(of: prefix, in: allBlocks, isAfter: false)
        guard place.rank < count else { return }
        var walker = TrieWalker(self, end: count)
        var isFirst = true
        walker.walk(from: place.rank) { rank, shared, key in
            if isFirst {
                isFirst = false
                guard key.begins(with: prefix) else { return .stop }
            } else if shared < prefix.count {
                return .stop
            }
            return body(rank, shared, key)
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

/// The state of a walk: the key last visited, and what is passed over.
struct TrieWalker: ~Copyable {
    private let trie: Trie
    private let end: Int
    /// The rank of the next key.
    private var rank = 0
    /// The key last visited.
    private var key = KeyBuffer()
    /// How many first bytes a key must share with it to be passed over.
    private var skipped = Int.max

    init(_ trie: Trie, end: Int) {
        self.trie = trie
        self.end = end
    }

    @inline(__always)
    mutating func walk(from start: Int, _ body: (Int, Int, Span<UInt8>) -> Trie.Step) {
        rank = start
        trie.key(at: start, into: &key)
        guard visit(shared: 0, body), finishRow(body) else { return }
        // The first key of the row at hand, from which that of the next one is told.
        var first = KeyBuffer()
        while goOn(&first, body) {}
    }

    /// Visits the key at hand, and moves on; false when the walk ends.
    @inline(__always)
    private mutating func visit(shared: Int, _ body: (Int, Int, Span<UInt8>) -> Trie.Step) -> Bool {
        let rank = rank
        self.rank &+= 1
        switch key.withSpan({ body(rank, shared, $0) }) {
        case .next: skipped = .max
        case .stop: return false
        case .skip(let length): skipped = max(0, length)
        }
        return self.rank < end
    }

    /// Visits the keys from the one at hand to the end of its row, which is not the first of it.
    @inline(__always)
    private mutating func finishRow(_ body: (Int, Int, Span<UInt8>) -> Trie.Step) -> Bool {
        let layout = trie.layout
        let index = rank & (1 &<< layout.rowBits &- 1)
        guard index > 0 else { return rank < end }
        let block = layout.block(rank &>> layout.blockBits)
        let row = (rank & (1 &<< layout.blockBits &- 1)) &>> layout.rowBits
        return finishRow(row, of: block, from: index, body)
    }

    @inline(__always)
    private mutating func finishRow(
        _ row: Int, of block: TrieLayout.Block, from start: Int, _ body: (Int, Int, Span<UInt8>) -> Trie.Step
    ) -> Bool {
        let layout = trie.layout
        var run = layout.run(
            at: layout.start(ofRow: row, in: block), count: layout.keyCount(ofRow: row, in: block) &- 1)
        var index = 0
        while index < start &- 1 {
            run.codes = layout.head(index, of: run).end
            index &+= 1
        }
        while index < run.count {
            let head = layout.head(index, of: run)
            index &+= 1
            run.codes = head.end
            if head.shared >= skipped {
                rank &+= 1
                if rank >= end { return false }
                continue
            }
            let shared = min(head.shared, key.count)
            key.truncate(to: shared)
            layout.append(head, to: &key)
            guard visit(shared: shared, body) else { return false }
        }
        return rank < end
    }

    /// Visits row after row from the key at hand on; true when it must be called again.
    @inline(__always)
    private mutating func goOn(
        _ first: inout KeyBuffer, _ body: (Int, Int, Span<UInt8>) -> Trie.Step
    ) -> Bool {
        let layout = trie.layout
        trie.key(at: rank, into: &first)
        guard rank & (1 &<< layout.rowBits &- 1) == 0 else {
            // After a leap, in the midst of a row.
            let shared = first.sharedLength(key)
            key.set(to: first)
            return visit(shared: shared, body) && finishRow(body)
        }
        var block = layout.block(rank &>> layout.blockBits)
        var row = (rank & (1 &<< layout.blockBits &- 1)) &>> layout.rowBits
        var firsts = layout.run(at: block.rowHeadsAt, count: block.rows &- 1)
        for index in 0..<row { firsts.codes = layout.head(index, of: firsts).end }
        while true {
            let shared = first.sharedLength(key)
            if shared < skipped {
                key.set(to: first)
                guard visit(shared: shared, body), finishRow(row, of: block, from: 1, body) else {
                    return false
                }
            } else if row &+ 1 < block.rows, layout.head(row, of: firsts).shared >= skipped {
                // The first key of the next row is passed over too, and so is all between.
                rank = block.number &<< layout.blockBits &+ (row &+ 1) &<< layout.rowBits
                guard rank < end else { return false }
            } else {
                rank &+= 1
                guard rank < end, finishRow(row, of: block, from: 1, body) else { return false }
            }
            row &+= 1
            if row < block.rows {
                let head = layout.head(row &- 1, of: firsts)
                firsts.codes = head.end
                first.truncate(to: head.shared)
                layout.append(head, to: &first)
                continue
            }
            row = 0
            block = layout.block(block.number &+ 1)
            firsts = layout.run(at: block.rowHeadsAt, count: block.rows &- 1)
            first.truncate(to: 0)
            layout.appendFirst(of: block, to: &first)
            if first.sharedLength(key) >= skipped { return leap() }
        }
    }

    /// Goes to the first key that is not passed over; false when there is none.
    @inline(never)
    private mutating func leap() -> Bool {
        let layout = trie.layout
        let place = key.withSpan { key in
            layout.place(
                of: key.extracting(first: min(skipped, key.count)), in: 0..<layout.blockCount, isAfter: true)
        }
        // A damaged file may lead back; one goes on all the same.
        rank = max(rank &+ 1, place.rank)
        return rank < end
    }
}
