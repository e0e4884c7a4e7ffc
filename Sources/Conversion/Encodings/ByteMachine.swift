/// What reads the bytes of an encoding: a trie of byte sequences, walked one byte at a time.
///
/// It is made from an ``EncodingTable``. A letter that may take marks is a node; a mark leads on to the node
/// of the letter with the mark. Sequences that spell the same letter share its node, so there are as many
/// nodes as letters, however many ways there are to write them.
///
///     let machine = ByteMachine(.vniWindows)
///     machine.start[0x6F]                 // the node of "o"
///     machine.node(after: thatNode, 0xE2) // the node of "ô"
struct ByteMachine: Sendable {
    /// By byte: its text where no letter is open before it.
    private(set) var root: [PackedText] = []
    /// By byte: the node it opens, or 0.
    private(set) var start = [UInt16](repeating: 0, count: 256)
    /// By byte: its column in `next`.
    private(set) var column = [UInt8](repeating: 0, count: 256)
    /// How many columns there are; the first leads nowhere.
    private(set) var columns = 1
    /// By node and column: the node that follows, or 0.
    private(set) var next: [UInt16] = []
    /// By node: its text when nothing follows.
    private(set) var text: [PackedText] = [.absent]
    /// By node: the bytes that lead to it, where they may be written.
    private(set) var path: [[UInt8]?] = [nil]
    /// The longest text that one byte can complete.
    private(set) var longest = 1

    /// The node that `byte` leads to from `node`, or 0.
    @inline(__always)
    func node(after node: UInt16, _ byte: UInt8) -> UInt16 {
        next[Int(node) &* columns &+ Int(column[Int(byte)])]
    }

    init(_ table: EncodingTable) {
        var builder = Builder(table: table)
        builder.build()
        for byte in 0..<256 {
            root.append(ByteMachine.rootText(table, UInt8(byte)))
            start[byte] = UInt16(builder.start[byte] ?? 0)
        }
        for node in builder.nodes {
            text.append(PackedText(node.text.utf8))
            path.append(node.path)
        }
        // Bytes that lead to the same nodes from everywhere share a column.
        var columnOf: [[Int]: UInt8] = [[Int](repeating: 0, count: text.count): 0]
        var targets: [[Int]] = [[Int](repeating: 0, count: text.count)]
        for byte in 0..<256 {
            let targetsOfByte = [0] + builder.nodes.map { $0.edges[UInt8(byte)] ?? 0 }
            if let known = columnOf[targetsOfByte] {
                column[byte] = known
            } else {
                column[byte] = UInt8(targets.count)
                columnOf[targetsOfByte] = UInt8(targets.count)
                targets.append(targetsOfByte)
            }
        }
        columns = targets.count
        for node in text.indices {
            for column in targets.indices { next.append(UInt16(targets[column][node])) }
        }
        longest = (root + text).map(\.count).max() ?? 1
    }

    private static func rootText(_ table: EncodingTable, _ byte: UInt8) -> PackedText {
        let isMark = byte >= 0x80 && table.marks[byte] != nil
        let letter = table.letters[Int(byte)] ?? (isMark ? EncodingTable.windows1252.letters[Int(byte)] : nil)
        guard let letter else { return .absent }
        return PackedText(letter.utf8, isMark ? .problem : .none)
    }

    /// The trie while it is made; nodes are numbered from 1.
    private struct Builder {
        struct Node {
            var text: String
            var path: [UInt8]?
            var edges: [UInt8: Int] = [:]
        }

        let table: EncodingTable
        var nodes: [Node] = []
        var start: [Int: Int] = [:]
        private var numbers: [String: Int] = [:]

        init(table: EncodingTable) { self.table = table }

        mutating func build() {
            if table.joining != .combining { joinMarks() }
            for pair in table.pairs where pair.bytes.count == 2 {
                let first = Int(pair.bytes[0])
                guard let letter = table.letters[first] else { continue }
                let from = node(letter, [pair.bytes[0]])
                start[first] = from
                nodes[from - 1].edges[pair.bytes[1]] = node(pair.letter, pair.bytes)
            }
            if let escape = table.escape, let sign = table.letters[Int(escape)] {
                // An escaped sign opens nothing, so it is not the node of the sign by itself.
                let from = node(sign, nil)
                start[Int(escape)] = from
                for byte in Set(table.marks.keys).union(table.pairs.flatMap(\.bytes)).union([escape]).sorted()
                {
                    nodes.append(Node(text: table.letters[Int(byte)] ?? "", path: nil))
                    nodes[from - 1].edges[byte] = nodes.count
                }
            }
        }

        private mutating func joinMarks() {
            var open: [Int] = []
            for byte in 0..<256 where byte < 0x80 || table.marks[UInt8(byte)] == nil {
                guard let letter = table.letters[byte] else { continue }
                guard table.marks.values.contains(where: { table.joined(letter, $0) != nil }) else {
                    continue
                }
                let count = nodes.count
                let number = node(letter, table.readOnly.contains(UInt8(byte)) ? nil : [UInt8(byte)])
                start[byte] = number
                if nodes.count > count { open.append(number) }
            }
            // The shortest way to each letter comes first, so it is the one that is written.
            var position = 0
            while position < open.count {
                let from = open[position]
                position += 1
                let isCapital = nodes[from - 1].text.lowercased() != nodes[from - 1].text
                for mark in marks(capitalsFirst: isCapital) {
                    guard let joined = table.joined(nodes[from - 1].text, table.marks[mark] ?? "") else {
                        continue
                    }
                    let count = nodes.count
                    let path = table.readOnly.contains(mark) ? nil : nodes[from - 1].path.map { $0 + [mark] }
                    let number = node(joined, path)
                    nodes[from - 1].edges[mark] = number
                    if nodes.count > count { open.append(number) }
                }
            }
        }

        /// The bytes of the marks: those of Latin-1's capitals before or after the others.
        private func marks(capitalsFirst: Bool) -> [UInt8] {
            let capitals = table.marks.keys.filter { (0xC0..<0xE0).contains($0) }.sorted()
            let others = table.marks.keys.filter { !(0xC0..<0xE0).contains($0) }.sorted()
            return capitalsFirst ? capitals + others : others + capitals
        }

        private mutating func node(_ text: String, _ path: [UInt8]?) -> Int {
            if let known = numbers[text] {
                if nodes[known - 1].path == nil { nodes[known - 1].path = path }
                return known
            }
            nodes.append(Node(text: text, path: path))
            numbers[text] = nodes.count
            return nodes.count
        }
    }
}
