import Bytes
import Lexicon

/// Gathers keys with their entries, in any order of keys and the order of entries.
struct PostingsBuilder {
    private var keys = KeyCollector()

    init() {}

    /// Says that `entry` has `key`, as all of a form when `isWhole`.
    mutating func add(_ key: [UInt8], entry: Int, isWhole: Bool) {
        keys.add(key, UInt32(truncatingIfNeeded: entry << 1 | (isWhole ? 1 : 0)))
    }

    /// The number by which ``add(id:entry:isWhole:)`` knows `key`.
    mutating func id(of key: [UInt8]) -> Int { keys.id(of: key) }

    /// Says that `entry` has the key numbered `id`.
    mutating func add(id: Int, entry: Int, isWhole: Bool) {
        keys.add(id, UInt32(truncatingIfNeeded: entry << 1 | (isWhole ? 1 : 0)))
    }

    /// The keys as a ``Trie``, and their entries.
    ///
    /// - Parameters:
    ///   - firstBytes: What the first byte of each key becomes, in ascending order; nil to leave it.
    ///   - weights: The weight of each entry, or nothing.
    ///   - places: The place of each entry in some order, or nothing.
    /// - Returns: Two sections, and for each key the greatest weight and the least place of its entries when these are
    ///   given.
    consuming func encoded(
        firstBytes: [UInt8]? = nil, weights: [UInt8] = [], places: [UInt32] = []
    ) -> (trie: [UInt8], postings: [UInt8], weights: [UInt8], places: [UInt32]) {
        var heaviest: [UInt8] = []
        var least: [UInt32] = []
        var trie = TrieWriter()
        var data = ByteWriter()
        var writer = ByteWriter()
        writer.u32(UInt32(keys.count))
        keys.forEach { key, numbers in
            var key = Array(key)
            if let firstBytes, let first = key.first { key[0] = firstBytes[Int(first)] }
            trie.add(key)
            writer.u32(UInt32(data.count))
            var before = 0
            if !weights.isEmpty {
                heaviest.append(numbers.reduce(0) { max($0, weights[Int($1 >> 1)]) })
            }
            if !places.isEmpty {
                least.append(numbers.reduce(.max) { min($0, places[Int($1 >> 1)]) })
            }
            var index = numbers.startIndex
            while index < numbers.endIndex {
                // An entry may have a key several times: once as a whole is enough.
                var number = Int(numbers[index])
                index += 1
                while index < numbers.endIndex, numbers[index] >> 1 == number >> 1 {
                    number |= Int(numbers[index]) & 1
                    index += 1
                }
                data.varint(number - before)
                before = number
            }
        }
        writer.u32(UInt32(data.count))
        writer.append(data.bytes)
        return (trie.finish(), writer.bytes, heaviest, least)
    }
}
