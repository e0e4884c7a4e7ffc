package import Bytes

/// The words that a keymap restores as typed though their keys spell a syllable, read in place.
///
/// They are looked up only at the end of a word, so that no other key pays for a list of any length.
///
/// - Complexity: O(log *words*) for a search; nothing is allocated.
package final class KeptWords: Sendable {
    /// How many keys such a word has at most.
    package static let limit = 16
    /// A row: the keys in two numbers, the condition, the level, 2 bytes unused.
    package static let rowSize = 20

    private let bytes: Bytes
    /// A bit for each word of the lists, and none for nearly all others.
    private let filter: InlineArray<64, UInt64>

    /// The table that a compiled keymap has.
    package init(_ bytes: Bytes) {
        self.bytes = bytes
        var filter = InlineArray<64, UInt64>(repeating: 0)
        for row in stride(from: 0, to: bytes.count, by: KeptWords.rowSize) {
            let numbers = (first: bytes.u64(at: row), second: bytes.u64(at: row + 8))
            func key(_ index: Int) -> UInt8 {
                let number = index < 8 ? numbers.first : numbers.second
                return UInt8(truncatingIfNeeded: number >> UInt64(56 - 8 * (index & 7)))
            }
            var count = KeptWords.limit
            while count > 1, key(count - 1) == 0 { count -= 1 }
            let bit = KeptWords.bit(count, (key(0), key(1)), (count > 1 ? key(count - 2) : 0, key(count - 1)))
            filter[bit >> 6] |= 1 << UInt64(bit & 63)
        }
        self.filter = filter
    }

    /// The keys as two numbers that are ordered as they are: eight keys each, the first in the highest byte.
    package static func packed(_ keys: [UInt8]) -> (first: UInt64, second: UInt64) {
        var numbers: (first: UInt64, second: UInt64) = (0, 0)
        for (index, key) in keys.prefix(limit).enumerated() {
            let bits = UInt64(key) << UInt64(56 - 8 * (index & 7))
            if index < 8 { numbers.first |= bits } else { numbers.second |= bits }
        }
        return numbers
    }

    /// The bit for a word's length, first two and last two keys; capitals are the same.
    @inline(__always)
    private static func bit(_ count: Int, _ head: (UInt8, UInt8), _ tail: (UInt8, UInt8)) -> Int {
        let keys =
            UInt32(head.0 & 31) << 20 | UInt32(head.1 & 31) << 15 | UInt32(tail.0 & 31) << 10
            | UInt32(tail.1 & 31) << 5 | UInt32(truncatingIfNeeded: count & 31)
        // Fibonacci hashing (Knuth, The Art of Computer Programming, 6.4): the highest 12 bits are the best mixed.
        return Int((keys &* 0x9E37_79B1) >> 20)
    }

    /// Whether some list may have the keys of `log`: a quick look that most words do not pass.
    @inline(__always)
    func mayContain(_ log: inout KeyLog) -> Bool {
        let count = log.count
        let bit = KeptWords.bit(count, (log[0], log[1]), (log[count - 2], log[count - 1]))
        return filter[bit >> 6] >> UInt64(bit & 63) & 1 != 0
    }

    /// Whether the keys of `log` are a word of a list whose condition holds and whose level is at most `level`.
    ///
    /// - Parameter level: The level of the grammar that accepts the word, which has precedence over lists of higher levels;
    ///   nil when none does.
    func contains(
        _ log: inout KeyLog, foldingCapitals: Bool, level: Int?, holds: (UInt8) -> Bool
    ) -> Bool {
        let count = bytes.count / KeptWords.rowSize
        guard count > 0, log.count > 0, log.count <= KeptWords.limit else { return false }
        var wanted: (first: UInt64, second: UInt64) = (0, 0)
        for index in 0..<log.count {
            var key = UInt64(log[index])
            if foldingCapitals, key >= 0x41, key <= 0x5A { key += 0x20 }
            if index < 8 {
                wanted.first |= key << UInt64(56 - 8 * index)
            } else {
                wanted.second |= key << UInt64(56 - 8 * (index - 8))
            }
        }
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if keys(at: middle) < wanted { low = middle + 1 } else { high = middle }
        }
        while low < count, keys(at: low) == wanted {
            let row = low * KeptWords.rowSize
            if holds(bytes[row + 16]), Int(bytes[row + 17]) <= level ?? .max { return true }
            low += 1
        }
        return false
    }

    private func keys(at index: Int) -> (first: UInt64, second: UInt64) {
        (bytes.u64(at: index * KeptWords.rowSize), bytes.u64(at: index * KeptWords.rowSize + 8))
    }
}
