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

    /// The automaton that reads what the network reads, as small as it can be.
    ///
    /// - Parameter readings: For each symbol read, the symbols of the network that it may stand for.
    /// - Returns: Nil when it would have more than 65,535 states.
    func automaton(symbolCount: Int, readings: [[Int]]) -> Automaton? {
        let closures = closures()
        var numbers: [[Int]: Int] = [:]
        var sets: [[Int]] = [[], closures[Network.start]]
        numbers[sets[1]] = 1
        var next = [UInt16](repeating: 0, count: symbolCount)
        var state = 1
        while state < sets.count {
            var row = [UInt16](repeating: 0, count: symbolCount)
            var reached: [Int: Set<Int>] = [:]
            for member in sets[state] {
                for step in steps[member] {
                    reached[step.symbol, default: []].formUnion(closures[step.target])
                }
            }
            for symbol in 0..<symbolCount {
                var targets: Set<Int> = []
                for reading in readings[symbol] { targets.formUnion(reached[reading] ?? []) }
                guard !targets.isEmpty else { continue }
                let set = targets.sorted()
                let number = numbers[set] ?? sets.count
                if number == sets.count {
                    numbers[set] = number
                    sets.append(set)
                    if sets.count > 0xFFFF { return nil }
                }
                row[symbol] = UInt16(number)
            }
            next += row
            state += 1
        }
        let accepts = sets.map { $0.reduce(UInt32(0)) { $0 | self.accepts[$1] } }
        return Automaton(symbolCount: symbolCount, next: next, accepts: accepts).minimized()
    }

    /// For each state, all states that can be reached without a symbol, itself included, in order.
    private func closures() -> [[Int]] {
        steps.indices.map { state in
            var seen: Set<Int> = [state]
            var open = [state]
            while let member = open.popLast() {
                for target in jumps[member] where seen.insert(target).inserted { open.append(target) }
            }
            // A state that neither reads nor accepts says nothing once its jumps are followed.
            return seen.filter { !steps[$0].isEmpty || accepts[$0] != 0 }.sorted()
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
            var numbers: [[Int]: Int] = [:]
            var refined = [Int](repeating: 0, count: stateCount)
            for state in 0..<stateCount {
                var signature = [block[state], Int(accepts[state])]
                for symbol in 0..<symbolCount {
                    signature.append(block[Int(next[state * symbolCount + symbol])])
                }
                let number = numbers[signature] ?? numbers.count
                numbers[signature] = number
                refined[state] = number
            }
            let isStable = numbers.count == blockCount
            blockCount = numbers.count
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
}
