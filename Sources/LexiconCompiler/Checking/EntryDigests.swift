/// Finds texts that are the same among a million, in sixteen bytes each.
///
/// A text is known by 128 bits made of all its bytes, so that two that differ are never taken for the same in practice.
struct Digest: Hashable, Comparable {
    private var high: UInt64 = 0x9E37_79B9_7F4A_7C15
    private var low: UInt64 = 0xC2B2_AE3D_27D4_EB4F

    /// The digest of `text` alone.
    init(_ text: String) { add(text) }

    init() {}

    /// Goes on with `text`, and with an end that no text holds.
    mutating func add(_ text: String?) {
        guard let text else { return step(0xFE) }
        for byte in text.utf8 { step(byte) }
        step(0xFF)
    }

    /// Goes on with a number.
    mutating func add(_ number: Int) {
        for shift in stride(from: 0, to: 64, by: 8) {
            step(UInt8(truncatingIfNeeded: number >> shift))
        }
    }

    private mutating func step(_ byte: UInt8) {
        high = (high ^ UInt64(byte)) &* 0x9FB2_1C65_1E98_DF25
        high ^= high >> 32
        low = (low &+ UInt64(byte) &+ 1) &* 0xD6E8_FEB8_6659_FD93
        low ^= low >> 29
    }

    static func < (left: Digest, right: Digest) -> Bool { (left.high, left.low) < (right.high, right.low) }
}

/// Places of the source by digest, gathered and then looked through once.
struct DigestedPlaces {
    private struct Row {
        var digest: Digest
        var start: UInt32
        var length: UInt32
        var entry: UInt32
    }

    private var rows: [Row] = []

    /// Says that what `digest` stands for is at `range`, in the entry whose headword is at `entry`.
    mutating func add(_ digest: Digest, at range: Range<Int>, entry: Range<Int>) {
        rows.append(
            Row(
                digest: digest, start: UInt32(clamping: range.lowerBound),
                length: UInt32(clamping: range.count), entry: UInt32(clamping: entry.lowerBound)))
    }

    /// Gives out every place whose digest was met before, with the first place that has it.
    ///
    /// - Complexity: O(*n* log *n*).
    mutating func forEachRepetition(_ body: (_ first: Range<Int>, _ again: Range<Int>, _ entry: Int) -> Void)
    {
        rows.sort { $0.digest != $1.digest ? $0.digest < $1.digest : $0.start < $1.start }
        var first = 0
        for index in rows.indices.dropFirst() {
            if rows[index].digest == rows[first].digest {
                body(range(first), range(index), Int(rows[index].entry))
            } else {
                first = index
            }
        }
    }

    private func range(_ index: Int) -> Range<Int> {
        let start = Int(rows[index].start)
        return start..<(start + Int(rows[index].length))
    }
}
