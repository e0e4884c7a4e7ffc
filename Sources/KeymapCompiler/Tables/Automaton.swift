/// A deterministic automaton over numbered symbols, with a mask in each accepting state.
///
/// State 0 is dead and state 1 is the start; the others are numbered as they are first reached, so that the same
/// grammar always gives the same automaton.
struct Automaton {
    var symbolCount: Int
    /// `next[state * symbolCount + symbol]`.
    var next: [UInt16]
    /// What each state accepts by itself.
    var accepts: [UInt32]

    var stateCount: Int { accepts.count }

    /// For each state, all that it or a state after it accepts.
    var possible: [UInt32] {
        var masks = accepts
        var changed = true
        while changed {
            changed = false
            for state in stride(from: stateCount - 1, through: 1, by: -1) {
                var mask = masks[state]
                for symbol in 0..<symbolCount { mask |= masks[Int(next[state * symbolCount + symbol])] }
                if mask != masks[state] {
                    masks[state] = mask
                    changed = true
                }
            }
        }
        return masks
    }
}

/// A grammar as a network of states, some steps of which need no symbol.
struct Network {
    private(set) var steps: [[(symbol: Int, target: Int)]] = [[]]
    private(set) var jumps: [[Int]] = [[]]
    private(set) var accepts: [UInt32] = [0]

    /// The state in which every reading begins.
    static let start = 0

    mutating func addState() -> Int {
        steps.append([])
        jumps.append([])
        accepts.append(0)
        return steps.count - 1
    }

    mutating func step(_ from: Int, _ symbol: Int, _ to: Int) { steps[from].append((symbol, to)) }

    mutating func jump(_ from: Int, _ to: Int) { jumps[from].append(to) }

    mutating func accept(_ state: Int, _ mask: UInt32) { accepts[state] |= mask }

    /// Whether `symbols` stand one after the other somewhere in what the network reads.
    func reads(_ symbols: [Int]) -> Bool {
        var states = Set(steps.indices)
        for symbol in symbols {
            var open = states.flatMap { state in steps[state].filter { $0.symbol == symbol }.map(\.target) }
            states = Set(open)
            while let state = open.popLast() {
                for target in jumps[state] where states.insert(target).inserted { open.append(target) }
            }
            if states.isEmpty { return false }
        }
        return true
    }

    /// The automaton that reads what the network reads, as small as it can be.
    ///
    /// - Parameter readings: For each symbol read, the symbols of the network that it may stand for.
    /// - Returns: Nil when it would have more than 65,535 states.
    func automaton(symbolCount: Int, readings: [[Int]]) -> Automaton? {
        let closures = closures()
        // The symbols read that may stand for each symbol of the network.
        var readers = [[Int]](repeating: [], count: (steps.joined().map(\.symbol).max() ?? -1) + 1)
        for symbol in 0..<symbolCount {
            for reading in readings[symbol] where reading < readers.count { readers[reading].append(symbol) }
        }
        var numbers: [[Int]: Int] = [:]
        var sets: [[Int]] = [[], closures[Network.start]]
        numbers[sets[1]] = 1
        var next = [UInt16](repeating: 0, count: symbolCount)
        var state = 1
        // The states of the network that each symbol leads to, emptied after use.
        var targets = [[Int]](repeating: [], count: symbolCount)
        var marks = Marks(count: steps.count)
        while state < sets.count {
            let row = next.count
            next += repeatElement(0, count: symbolCount)
            var met: [Int] = []
            for member in sets[state] {
                for step in steps[member] {
                    for symbol in readers[step.symbol] {
                        if targets[symbol].isEmpty { met.append(symbol) }
                        targets[symbol].append(step.target)
                    }
                }
            }
            for symbol in met.sorted() {
                let set = union(of: targets[symbol], closures, &marks)
                targets[symbol].removeAll(keepingCapacity: true)
                guard !set.isEmpty else { continue }
                let number = numbers[set] ?? sets.count
                if number == sets.count {
                    numbers[set] = number
                    sets.append(set)
                    if sets.count > 0xFFFF { return nil }
                }
                next[row + symbol] = UInt16(number)
            }
            state += 1
        }
        let accepts = sets.map { $0.reduce(UInt32(0)) { $0 | self.accepts[$1] } }
        return Automaton(symbolCount: symbolCount, next: next, accepts: accepts).minimized()
    }

    /// Which states were met in a round; a new round costs nothing.
    private struct Marks {
        private var rounds: [Int]
        private var round = 0

        init(count: Int) { rounds = [Int](repeating: 0, count: count) }

        mutating func begin() { round += 1 }

        /// Whether `state` was not met in this round before.
        mutating func insert(_ state: Int) -> Bool {
            guard rounds[state] != round else { return false }
            rounds[state] = round
            return true
        }
    }

    /// The states in the closures of `states`, in order.
    private func union(of states: [Int], _ closures: [[Int]], _ marks: inout Marks) -> [Int] {
        if states.count == 1 { return closures[states[0]] }
        marks.begin()
        var members: [Int] = []
        for state in states {
            for member in closures[state] where marks.insert(member) { members.append(member) }
        }
        members.sort()
        return members
    }

    /// For each state, all states that can be reached without a symbol, itself included, in order.
    private func closures() -> [[Int]] {
        var marks = Marks(count: steps.count)
        return steps.indices.map { state in
            if jumps[state].isEmpty { return steps[state].isEmpty && accepts[state] == 0 ? [] : [state] }
            marks.begin()
            _ = marks.insert(state)
            var members: [Int] = []
            var open = [state]
            while let member = open.popLast() {
                // A state that neither reads nor accepts says nothing once its jumps are followed.
                if !steps[member].isEmpty || accepts[member] != 0 { members.append(member) }
                for target in jumps[member] where marks.insert(target) { open.append(target) }
            }
            return members.sorted()
        }
    }
}

extension Automaton {
    /// The smallest automaton that accepts the same (Moore's partition refinement).
    func minimized() -> Automaton {
        var block = [Int](repeating: 0, count: stateCount)
        let live = possible
        // A state from which nothing is accepted is dead.
        for state in 0..<stateCount { block[state] = live[state] == 0 ? 0 : 1 }
        var blockCount = 0
        while true {
            let (refined, count) = refined(block)
            let isStable = count == blockCount
            blockCount = count
            block = refined
            if isStable { break }
        }
        // The start always keeps a state of its own number, even where it accepts nothing.
        var order = [block[0]: 0]
        var members = [0]
        if block.count > 1, order[block[1]] == nil {
            order[block[1]] = 1
            members.append(1)
        } else {
            members.append(1)
        }
        var result = Automaton(
            symbolCount: symbolCount, next: [UInt16](repeating: 0, count: symbolCount), accepts: [0])
        var at = 1
        while at < members.count {
            let state = members[at]
            for symbol in 0..<symbolCount {
                let target = Int(next[state * symbolCount + symbol])
                let number = order[block[target]] ?? members.count
                if number == members.count {
                    order[block[target]] = number
                    members.append(target)
                }
                result.next.append(UInt16(number))
            }
            result.accepts.append(accepts[state])
            at += 1
        }
        return result
    }

    /// The blocks of a partition cut up by what their states accept and where they lead, numbered as they are met.
    private func refined(_ block: [Int]) -> (blocks: [Int], count: Int) {
        var size = 16
        while size < 2 * stateCount { size *= 2 }
        // The first state of each new block, by the hash of what it is like.
        var table = [Int](repeating: -1, count: size)
        var refined = [Int](repeating: 0, count: stateCount)
        var count = 0
        for state in 0..<stateCount {
            var hash =
                UInt64(truncatingIfNeeded: block[state]) &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(accepts[state])
            let row = state * symbolCount
            for symbol in 0..<symbolCount {
                hash = (hash ^ UInt64(truncatingIfNeeded: block[Int(next[row + symbol])])) &* 0x0100_0000_01B3
                hash ^= hash >> 29
            }
            var slot = Int(truncatingIfNeeded: hash) & (size - 1)
            while table[slot] >= 0, !areAlike(table[slot], state, block) { slot = (slot + 1) & (size - 1) }
            if table[slot] < 0 {
                table[slot] = state
                refined[state] = count
                count += 1
            } else {
                refined[state] = refined[table[slot]]
            }
        }
        return (refined, count)
    }

    private func areAlike(_ one: Int, _ other: Int, _ block: [Int]) -> Bool {
        guard block[one] == block[other], accepts[one] == accepts[other] else { return false }
        for symbol in 0..<symbolCount
        where block[Int(next[one * symbolCount + symbol])] != block[Int(next[other * symbolCount + symbol])] {
            return false
        }
        return true
    }
}
