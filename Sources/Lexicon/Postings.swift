import Bytes

/// For each search key, the entries that have it.
///
/// A count, as many offsets and one more (all of 32 bits), then for each key the steps from one number to the
/// next. A number is twice the entry's, plus one when the key is all of a form or gloss and not a part of it.
struct Postings: Sendable {
    private let bytes: Bytes
    private let count: Int

    init?(_ bytes: Bytes) {
        let count = bytes.int(at: 0)
        guard bytes.count == 0 || (count + 2) * 4 <= bytes.count else { return nil }
        self.bytes = bytes
        self.count = count
    }

    /// One entry of a key.
    struct Posting: Hashable {
        var entry: Int
        var isWhole: Bool
    }

    /// The first entries of the key with the rank `rank`, in ascending order, `limit` of them at most.
    func list(_ rank: Int, limit: Int = .max) -> [Posting] {
        guard rank >= 0, rank < count else { return [] }
        let start = bytes.int(at: 4 + rank * 4)
        let end = bytes.int(at: 8 + rank * 4)
        guard start < end else { return [] }
        var reader = ByteReader(bytes.slice((count + 2) * 4 + start, end - start))
        var result: [Posting] = []
        var number = 0
        while !reader.isAtEnd, result.count < limit {
            number &+= reader.varint()
            result.append(Posting(entry: number >> 1, isWhole: number & 1 == 1))
        }
        return result
    }
}

/// Gathers keys with their entries, in any order of keys and the order of entries.
package struct PostingsBuilder {
    private var keys = KeyCollector()

    package init() {}

    /// Says that `entry` has `key`, as all of a form when `isWhole`.
    package mutating func add(_ key: [UInt8], entry: Int, isWhole: Bool) {
        keys.add(key, UInt32(truncatingIfNeeded: entry << 1 | (isWhole ? 1 : 0)))
    }

    /// The number by which ``add(id:entry:isWhole:)`` knows `key`.
    package mutating func id(of key: [UInt8]) -> Int { keys.id(of: key) }

    /// Says that `entry` has the key numbered `id`.
    package mutating func add(id: Int, entry: Int, isWhole: Bool) {
        keys.add(id, UInt32(truncatingIfNeeded: entry << 1 | (isWhole ? 1 : 0)))
    }

    /// The keys as a ``Trie``, and their entries.
    ///
    /// - Parameters:
    ///   - firstBytes: What the first byte of each key becomes, in ascending order; nil to leave it.
    ///   - weights: The weight of each entry, or nothing.
    /// - Returns: Two sections, and for each key the greatest weight of its entries when `weights` are given.
    package consuming func encoded(
        firstBytes: [UInt8]? = nil, weights: [UInt8] = []
    ) -> (trie: [UInt8], postings: [UInt8], weights: [UInt8]) {
        var heaviest: [UInt8] = []
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
        return (trie.finish(), writer.bytes, heaviest)
    }
}
