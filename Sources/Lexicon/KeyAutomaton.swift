/// A machine that reads search keys letter by letter and accepts some of them.
protocol KeyAutomaton {
    /// What it knows of the letters read so far.
    associatedtype State

    /// Before the first letter.
    var start: State { get }

    /// After one more letter; nil when no key that goes on so can be accepted.
    func after(_ state: State, _ letter: Span<UInt8>) -> State?

    /// Whether a letter that begins with the bytes of `letter`, and has more marks, might be taken where `letter` is not.
    func mayTakeLonger(_ letter: Span<UInt8>) -> Bool

    /// How many letters had to be changed, or nil when the key that ends here is not accepted.
    func edits(_ state: State) -> Int?
}

extension KeyAutomaton {
    /// How many letters of `key` had to be changed, or nil when it is not accepted.
    func edits(of key: [UInt8]) -> Int? {
        var state = start
        var position = 0
        while position < key.count {
            let end = KeyCluster.end(key.span, position)
            guard let next = after(state, key.span.extracting(position..<end)) else { return nil }
            state = next
            position = end
        }
        return edits(state)
    }
}

extension Trie {
    /// Visits the keys of `ranks` that `automaton` accepts, in order.
    ///
    /// What was found out about the bytes a key shares with the one before is kept; keys that begin as one that cannot
    /// be accepted are passed over.
    ///
    /// - Parameters:
    ///   - ranks: Which keys.
    ///   - offset: How many first bytes of each key are not read; all of `ranks` share them.
    ///   - automaton: What accepts them.
    ///   - body: Takes a rank and how many letters had to be changed; false ends the walk.
    /// - Complexity: O(*letters* that are not shared, of keys that are not passed over).
    func walk<Automaton: KeyAutomaton>(
        _ ranks: Range<Int>, from offset: Int = 0, by automaton: Automaton,
        _ body: (_ rank: Int, _ edits: Int) -> Bool
    ) {
        var ends = [offset]
        var states = [automaton.start]
        walk(ranks) { rank, shared, key in
            // A letter that ends before the first byte that differs may go on with a mark in this key.
            while ends.count > 1, let end = ends.last, end > shared || KeyCluster.extends(key, end) {
                ends.removeLast()
                states.removeLast()
            }
            guard var position = ends.last, var state = states.last else { return .stop }
            while position < key.count {
                let end = KeyCluster.end(key, position)
                let letter = key.extracting(position..<end)
                guard let next = automaton.after(state, letter) else {
                    return automaton.mayTakeLonger(letter) ? .next : .skip(end)
                }
                ends.append(end)
                states.append(next)
                position = end
                state = next
            }
            if let edits = automaton.edits(state), !body(rank, edits) { return .stop }
            return .next
        }
    }
}
