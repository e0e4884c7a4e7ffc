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
    /// - Complexity: O(*bytes* of the keys that are not shared), also for those skipped.
    package func walk(_ ranks: Range<Int>, _ body: (_ rank: Int, _ shared: Int, _ key: Span<UInt8>) -> Step) {
        let ranks = ranks.clamped(to: 0..<count)
        guard let first = ranks.first else { return }
        var key = self.key(at: first)
        // How many first bytes a key must share with the last one visited to be passed over.
        var skipped: Int
        switch body(first, 0, key.span) {
        case .next: skipped = .max
        case .stop: return
        case .skip(let length): skipped = length
        }
        for rank in ranks.dropFirst() {
            let next = self.key(at: rank)
            var shared = 0
            while shared < key.count, shared < next.count, key[shared] == next[shared] { shared += 1 }
            if shared >= skipped { continue }
            key = next
            switch body(rank, shared, key.span) {
            case .next: skipped = .max
            case .stop: return
            case .skip(let length): skipped = length
            }
        }
    }
}
