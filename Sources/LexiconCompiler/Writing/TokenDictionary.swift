import Lexicon

/// The strings in whose codes the ends of keys are written.
///
/// A string used often has a code of one byte, others have two: the first byte then names up to 256 strings of one
/// length, which stand one after the other, and the second counts them. No other index is needed.
struct TokenDictionary {
    /// For each first byte, where its string or strings begin, and how long they are.
    private(set) var codes: [UInt32] = []
    /// The strings.
    private(set) var text: [UInt8] = []
    private let tree: StringTree
    // For each node of the tree, its code: its size in bytes, second byte and first byte; or 0.
    private var codeOfNode: [UInt32]

    /// Gives codes to the strings of the nodes `tokens`, those used most first.
    init(_ tree: StringTree, _ tokens: [Int]) {
        self.tree = tree
        codeOfNode = [UInt32](repeating: 0, count: tree.count)
        let single = TokenDictionary.singleCodes(tree, tokens)
        for token in tokens.prefix(single).sorted() {
            codeOfNode[token] = 1 << 16 | UInt32(codes.count)
            codes.append(UInt32(text.count) << 8 | UInt32(tree.depth(token)))
            text += tree.string(token)
        }
        for length in 1...TrieLayout.longestToken {
            let group = tokens.dropFirst(single).filter { tree.depth($0) == length }.sorted()
            for (index, token) in group.enumerated() {
                if index % 256 == 0 { codes.append(UInt32(text.count) << 8 | 0x80 | UInt32(length)) }
                codeOfNode[token] = 2 << 16 | UInt32(index % 256) << 8 | UInt32(codes.count - 1)
                text += tree.string(token)
            }
        }
    }

    /// How many of the strings get codes of one byte, so that the others have room.
    static func singleCodes(_ tree: StringTree, _ tokens: [Int]) -> Int {
        var lengths = [Int](repeating: 0, count: TrieLayout.longestToken + 1)
        for token in tokens { lengths[tree.depth(token)] += 1 }
        var pages = 0
        for length in lengths { pages += (length + 255) / 256 }
        var single = 0
        for token in tokens {
            let length = tree.depth(token)
            let without = pages - (lengths[length] + 255) / 256 + (lengths[length] + 254) / 256
            if single + 1 + without > TrieLayout.firstCodes { break }
            single += 1
            pages = without
            lengths[length] -= 1
        }
        return single
    }

    /// The strings that `text` consists of, in the fewest bytes of codes.
    func parse(_ text: ArraySlice<UInt8>, _ parser: inout TokenParser) {
        parser.parse(text, tree) { codeOfNode[$0] >> 16 }
    }

    /// How many bytes the code of a string takes.
    func codeSize(_ node: Int) -> Int { Int(codeOfNode[node] >> 16) }

    /// How long the string is.
    func length(_ node: Int) -> Int { tree.depth(node) }

    /// Adds the code of a string to `bytes`.
    func append(_ node: Int, to bytes: inout [UInt8]) {
        let code = codeOfNode[node]
        bytes.append(UInt8(truncatingIfNeeded: code))
        if code >> 16 == 2 { bytes.append(UInt8(truncatingIfNeeded: code >> 8)) }
    }
}

/// Cuts texts into strings of a tree at the least cost.
struct TokenParser {
    /// The nodes of the strings, in order.
    private(set) var nodes: [Int] = []
    private var costs: [UInt32] = []
    private var choices: [Int32] = []

    /// - Parameter cost: What the string of a node costs, or 0 when it is not to be used.
    /// - Complexity: O(*bytes* · *longest string*).
    @inline(__always)
    mutating func parse(
        _ text: ArraySlice<UInt8>, _ tree: StringTree, _ cost: (Int) -> UInt32
    ) {
        nodes.removeAll(keepingCapacity: true)
        let count = text.count
        if costs.count <= count {
            costs = [UInt32](repeating: 0, count: 2 * count + 16)
            choices = [Int32](repeating: 0, count: 2 * count + 16)
        }
        costs[count] = 0
        var start = count - 1
        while start >= 0 {
            var best = UInt32.max
            var choice = 0
            var node = 0
            var end = start
            let last = min(count, start + TrieLayout.longestToken)
            while end < last {
                node = tree.child(node, text[text.startIndex + end])
                if node == 0 { break }
                end += 1
                let own = cost(node)
                // Of two ways that cost the same the one with the longer string is faster to read.
                if own > 0, costs[end] != .max, own + costs[end] <= best {
                    best = own + costs[end]
                    choice = node
                }
            }
            costs[start] = best
            choices[start] = Int32(truncatingIfNeeded: choice)
            start -= 1
        }
        var position = 0
        while position < count {
            let node = Int(choices[position])
            precondition(node > 0, "every byte of a key has a string of its own")
            nodes.append(node)
            position += tree.depth(node)
        }
    }
}

/// Strings as the nodes of a tree; node 0 is the empty one.
struct StringTree {
    private var parents: [Int32] = [0]
    private var bytes: [UInt8] = [0]
    private var depths: [UInt8] = [0]
    private var roots = [Int32](repeating: 0, count: 256)
    private var steps = StepTable()

    /// How many nodes there are.
    var count: Int { parents.count }

    func depth(_ node: Int) -> Int { Int(depths[node]) }

    /// The node one byte on, or 0.
    @inline(__always)
    func child(_ node: Int, _ byte: UInt8) -> Int {
        if node == 0 { return Int(roots[Int(byte)]) }
        return steps[StepTable.key(node, byte)] ?? 0
    }

    /// Adds a node that is not there yet.
    mutating func add(_ node: Int, _ byte: UInt8) -> Int {
        let child = parents.count
        parents.append(Int32(node))
        bytes.append(byte)
        depths.append(depths[node] + 1)
        if node == 0 {
            roots[Int(byte)] = Int32(child)
        } else {
            steps[StepTable.key(node, byte)] = child
        }
        return child
    }

    func string(_ node: Int) -> [UInt8] {
        var result: [UInt8] = []
        var node = node
        while node > 0 {
            result.append(bytes[node])
            node = Int(parents[node])
        }
        return result.reversed()
    }
}

/// Numbers by the step from a node with a byte; the same order of use gives the same answers at every run.
struct StepTable {
    private var slots = [UInt64](repeating: .max, count: 1024)
    private(set) var count = 0

    static func key(_ node: Int, _ byte: UInt8) -> UInt32 {
        UInt32(truncatingIfNeeded: node << 8) | UInt32(byte)
    }

    private func slot(_ key: UInt32) -> Int {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: (UInt64(key) &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
        while slots[slot] != .max, slots[slot] >> 32 != UInt64(key) { slot = (slot + 1) & mask }
        return slot
    }

    subscript(key: UInt32) -> Int? {
        @inline(__always) get {
            let found = slots[slot(key)]
            return found == .max ? nil : Int(truncatingIfNeeded: found & 0xFFFF_FFFF)
        }
        set {
            guard let newValue else { return }
            if count * 2 >= slots.count { grow() }
            let place = slot(key)
            if slots[place] == .max { count += 1 }
            slots[place] = UInt64(key) << 32 | UInt64(newValue)
        }
    }

    private mutating func grow() {
        let old = slots
        slots = [UInt64](repeating: .max, count: old.count * 2)
        for entry in old where entry != .max { slots[slot(UInt32(truncatingIfNeeded: entry >> 32))] = entry }
    }
}
