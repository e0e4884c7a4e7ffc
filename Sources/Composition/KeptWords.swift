package import Storage

/// The words that a keymap gives back as typed though their keys spell a syllable, read in place.
///
/// They are looked for at the end of a word only, so that a list of any length costs no key anything.
///
/// - Complexity: O(log *words*) for a search; nothing is allocated.
package struct KeptWords: Sendable {
    /// How many keys such a word has at most.
    package static let limit = 16
    /// A row: the keys in two numbers, the condition, the level, 2 bytes unused.
    package static let rowSize = 20

    private let bytes: Bytes
    /// By the last five bits of a word's first key, and of its last one: how long such words are, a bit for each length.
    private var lengthsByFirst = InlineArray<32, UInt32>(repeating: 0)
    private var lengthsByLast = InlineArray<32, UInt32>(repeating: 0)

    /// The table that a compiled keymap has.
    package init(_ bytes: Bytes) {
        self.bytes = bytes
        for index in 0..<(bytes.count / KeptWords.rowSize) {
            let (first, second) = keys(at: index)
            let zeros = second != 0 ? second.trailingZeroBitCount : 64 + first.trailingZeroBitCount
            let count = 16 - min(zeros, 127) / 8
            let last = second != 0 ? second >> UInt64(zeros & 56) : first >> UInt64((zeros - 64) & 56)
            lengthsByFirst[Int(first >> 56 & 31)] |= 1 << UInt32(count)
            lengthsByLast[Int(last & 31)] |= 1 << UInt32(count)
        }
    }

    /// Whether some list may have the keys of `log`: a quick look that most words do not pass.
    @inline(__always)
    func mayContain(_ log: borrowing KeyLog) -> Bool {
        let count = log.count
        guard count > 0, count <= KeptWords.limit else { return false }
        let lengths = lengthsByFirst[Int(log[0] & 31)] & lengthsByLast[Int(log[count - 1] & 31)]
        return lengths >> UInt32(truncatingIfNeeded: count) & 1 != 0
    }

    /// The keys as two numbers that are ordered as they are: eight keys each, the first in the highest byte.
    package static func packed(_ keys: some Sequence<UInt8>) -> (first: UInt64, second: UInt64) {
        var numbers: (first: UInt64, second: UInt64) = (0, 0)
        var shift: UInt64 = 128
        for key in keys where shift > 0 {
            shift -= 8
            if shift >= 64 {
                numbers.first |= UInt64(key) << (shift - 64)
            } else {
                numbers.second |= UInt64(key) << shift
            }
        }
        return numbers
    }

    /// Whether the keys of `log` are a word of a list that holds and that comes from no further in than `level`.
    ///
    /// - Parameter level: The level of the grammar that reads the word, which goes before lists further out; nil
    ///   when none does.
    func contains(
        _ log: borrowing KeyLog, foldingCapitals: Bool, level: Int?, holds: (UInt8) -> Bool
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
