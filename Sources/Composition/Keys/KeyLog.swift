/// The keys typed since the last commit, as ASCII characters in their own case.
struct KeyLog: Sendable {
    /// How many keys are kept; each is a bit of ``Letter/keys``.
    static let limit = 32

    private var keys = InlineArray<32, UInt8>(repeating: 0)
    private(set) var count = 0

    var isFull: Bool { count >= KeyLog.limit }

    subscript(index: Int) -> UInt8 {
        mutating get { index >= 0 && index < count ? keys[index & 31] : 0 }
    }

    /// Keeps `key`, and returns its bit.
    @inline(__always)
    mutating func append(_ key: UInt8) -> UInt32 {
        guard count < KeyLog.limit else { return 0 }
        keys[count & 31] = key
        count &+= 1
        return 1 &<< UInt32(truncatingIfNeeded: count &- 1)
    }

    mutating func removeLast() { count = max(0, count - 1) }

    mutating func removeAll() { count = 0 }

    /// Forgets the keys of `mask` and moves the others together, in the log and in `word`.
    mutating func remove(_ mask: UInt32, from word: inout Word) {
        guard mask != 0 else { return }
        var kept = 0
        for index in 0..<count where mask >> UInt32(index) & 1 == 0 {
            keys[kept] = keys[index]
            kept += 1
        }
        count = kept
        for index in 0..<word.count { word[index].keys = KeyLog.squeeze(word[index].keys, mask) }
        word.toneKeys = KeyLog.squeeze(word.toneKeys, mask)
    }

    /// `bits` without the positions of `mask`, the others moved down.
    private static func squeeze(_ bits: UInt32, _ mask: UInt32) -> UInt32 {
        var result = bits
        var rest = mask
        while rest != 0 {
            let highest = 31 - UInt32(truncatingIfNeeded: rest.leadingZeroBitCount)
            let below = (1 << highest) &- 1 as UInt32
            result = result & below | result >> 1 & ~below
            rest &= below
        }
        return result
    }

    /// Writes the keys as typed.
    func write(into text: inout TextBuffer) {
        for index in 0..<count { text.append(keys[index]) }
    }
}
