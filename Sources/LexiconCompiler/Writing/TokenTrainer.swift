import Lexicon

/// Finds the strings in which the ends of keys are written shortest.
///
/// All strings that come often enough are tried; what is written with all of them shows which are used, and those that
/// save less than they take in the dictionary are dropped, in some rounds. The strings that stand in for a dropped one
/// are used more by that, and so may be worth keeping that were not used before.
struct TokenTrainer {
    /// How many strings there may be after each round.
    private static let rounds = [40_000, 20_000, 14_000, 12_000, 11_000, 10_000]

    private let knownBytes: [Bool]
    /// How many keys each one of the sample stands for.
    private let weight: Int
    private var text: [UInt8] = []
    private var starts: [Int] = []

    init(knownBytes: [Bool], weight: Int) {
        self.knownBytes = knownBytes
        self.weight = weight
    }

    mutating func add(_ suffix: ArraySlice<UInt8>) {
        guard !suffix.isEmpty else { return }
        starts.append(text.count)
        text += suffix
    }

    /// - Complexity: O(*bytes* · *longest string*) for each round.
    consuming func finish() -> TokenDictionary {
        starts.append(text.count)
        let (tree, counts) = candidates()
        var costs = [UInt8](repeating: 0, count: tree.count)
        var tokens = (1..<max(1, tree.count)).filter { tree.depth($0) > 1 && counts[$0] > 0 }
        tokens.sort { left, right in
            let first = counts[left] * (tree.depth(left) - 1)
            let second = counts[right] * (tree.depth(right) - 1)
            return first != second ? first > second : left < right
        }
        tokens = Array(tokens.prefix(120_000))
        for token in tokens { costs[token] = 2 }
        for node in 1..<max(1, tree.count) where tree.depth(node) == 1 { costs[node] = 1 }
        var order: [Int] = []
        for limit in TokenTrainer.rounds {
            var used = usage(tree, costs)
            var gains: [(node: Int, gain: Int)] = []
            var parser = TokenParser()
            // The longest first: what one that is dropped was used for falls to those it is made of.
            let alive = (1..<tree.count).filter { costs[$0] > 0 && tree.depth($0) > 1 }
            for node in alive.sorted(by: { (tree.depth($1), $0) < (tree.depth($0), $1) }) where used[node] > 0
            {
                parser.parse(tree.string(node)[...], tree) { $0 == node ? 0 : UInt32(costs[$0]) }
                let without = parser.nodes.reduce(0) { $0 + Int(costs[$1]) }
                let gain = used[node] * weight * (without - Int(costs[node])) - tree.depth(node)
                if gain > 0 {
                    gains.append((node, gain))
                } else {
                    for part in parser.nodes { used[part] += used[node] }
                }
            }
            gains.sort { $0.gain != $1.gain ? $0.gain > $1.gain : $0.node < $1.node }
            order = gains.prefix(limit).map { $0.node }
            for node in 1..<tree.count where tree.depth(node) == 1 { order.append(node) }
            order.sort { used[$0] != used[$1] ? used[$0] > used[$1] : $0 < $1 }
            for node in costs.indices { costs[node] = 0 }
            for node in order { costs[node] = 2 }
            for node in order.prefix(TokenDictionary.singleCodes(tree, order)) { costs[node] = 1 }
        }
        return TokenDictionary(tree, order)
    }

    /// How often each string is used when all is written at the least cost.
    private func usage(_ tree: StringTree, _ costs: [UInt8]) -> [Int] {
        var used = [Int](repeating: 0, count: tree.count)
        var parser = TokenParser()
        for index in 0..<starts.count - 1 {
            parser.parse(text[starts[index]..<starts[index + 1]], tree) { UInt32(costs[$0]) }
            for node in parser.nodes { used[node] += 1 }
        }
        return used
    }

    /// The strings that come often, each byte of a key among them, and how often each does.
    private func candidates() -> (tree: StringTree, counts: [Int]) {
        let least = max(3, text.count / 300_000)
        var tree = StringTree()
        var counts = [0]
        var active: [(position: Int, node: Int)] = []
        for byte in 0..<256 where knownBytes[byte] {
            _ = tree.add(0, UInt8(truncatingIfNeeded: byte))
            counts.append(0)
        }
        // Where the suffix that a position is in ends.
        var ends = [Int](repeating: 0, count: text.count)
        for index in 0..<starts.count - 1 {
            for position in starts[index]..<starts[index + 1] {
                ends[position] = starts[index + 1]
                let node = tree.child(0, text[position])
                counts[node] += 1
                active.append((position, node))
            }
        }
        for length in 2...TrieLayout.longestToken {
            var steps = StepTable()
            var found: [(node: Int, byte: UInt8, count: Int)] = []
            var next: [(position: Int, node: Int)] = []
            for (position, node) in active where position + length <= ends[position] {
                let byte = text[position + length - 1]
                let key = StepTable.key(node, byte)
                if let index = steps[key] {
                    found[index].count += 1
                    next.append((position, index))
                } else {
                    steps[key] = found.count
                    next.append((position, found.count))
                    found.append((node, byte, 1))
                }
            }
            // A node has 24 bits in the table of steps.
            let nodes = found.map { step in
                guard step.count >= least, tree.count < 1 << 24 - 1 else { return 0 }
                counts.append(step.count)
                return tree.add(step.node, step.byte)
            }
            active = next.compactMap { nodes[$0.node] > 0 ? ($0.position, nodes[$0.node]) : nil }
        }
        return (tree, counts)
    }
}
