import Bytes
import Files

/// A list of keys, and what is asked of every store that holds it.
struct KeyList {
    let title: String
    /// In ascending order, all different.
    let keys: [[UInt8]]
    /// Keys, in no order.
    let hits: [[UInt8]]
    /// Keys with one letter replaced, that are not keys.
    let misses: [[UInt8]]
    /// Beginnings of keys, one letter long to all but one.
    let prefixes: [[UInt8]]

    /// How many queries a store answers in one turn; each turn has others.
    static let batch = 20_000

    /// Reads the list at `path`, one key a line, its title on top.
    init(path: String, rounds: Int) throws {
        let lines = try MappedFile(path: path).bytes.array().split(separator: 0x0A)
        title = String(decoding: lines[0].dropFirst(2), as: UTF8.self)
        let keys = lines.dropFirst().map { Array($0) }
        self.keys = keys
        for (before, key) in zip(keys, keys.dropFirst()) where !before.lexicographicallyPrecedes(key) {
            throw Trouble("\(path): '\(String(decoding: key, as: UTF8.self))' is out of order")
        }
        var random = Random(state: 0x5EED)
        func any() -> [UInt8] { keys[random.below(keys.count)] }
        let letters = Array(
            Set((0..<20_000).flatMap { _ in Array(String(decoding: any(), as: UTF8.self).unicodeScalars) })
        )
        .sorted()
        let count = KeyList.batch * rounds
        // Copies, so that the queries lie in memory in the order they are asked.
        hits = (0..<count).map { _ in any().map { $0 } }
        let known = Set(keys)
        misses = (0..<count).map { _ in
            while true {
                var scalars = Array(String(decoding: any(), as: UTF8.self).unicodeScalars)
                scalars[random.below(scalars.count)] = letters[random.below(letters.count)]
                let key = KeyList.bytes(scalars)
                if !known.contains(key) { return key }
            }
        }
        prefixes = (0..<count).map { _ in
            let scalars = Array(String(decoding: any(), as: UTF8.self).unicodeScalars)
            return KeyList.bytes(Array(scalars.prefix(1 + random.below(max(1, scalars.count - 1)))))
        }
    }

    private static func bytes(_ scalars: [Unicode.Scalar]) -> [UInt8] {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return Array(String(text).utf8)
    }

    /// The part of the queries for one turn.
    static func turn(_ round: Int) -> Range<Int> { round * batch..<(round + 1) * batch }
}

/// SplitMix64: the same numbers in every run.
struct Random {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
}
