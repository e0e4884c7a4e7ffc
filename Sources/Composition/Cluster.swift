import Storage

/// Scripts written in clusters: signs are typed in one order and stored in another.
///
/// The `type` lines of a keymap are one pattern; each place in it has a class, the slot in which its sign is stored
/// and the set of places that may follow. A set of at most 64 places fits a machine word, so that reading a cluster
/// costs a few steps a sign.
extension Keymap {
    /// The places that the last of the signs `range` can stand in; empty when they make no cluster.
    func positions(_ word: inout Word, _ range: Range<Int>) -> UInt64 {
        var reached: UInt64 = 0
        for index in range {
            reached = next(index == range.lowerBound ? nil : reached, word[index].id)
            if reached == 0 { return 0 }
        }
        return reached
    }

    /// Whether the signs `range` are a cluster by themselves.
    func isCluster(_ word: inout Word, _ range: Range<Int>) -> Bool {
        positions(&word, range) & lastPositions != 0
    }

    /// The places of a further sign: after `reached`, or at the start when that is nil.
    private func next(_ reached: UInt64?, _ letter: UInt8) -> UInt64 {
        var allowed: UInt64 = 0
        if let reached {
            var rest = reached
            while rest != 0 {
                allowed |= follow(rest.trailingZeroBitCount)
                rest &= rest &- 1
            }
        } else {
            allowed = firstPositions
        }
        let classes = classes(letter)
        var result: UInt64 = 0
        while allowed != 0 {
            let position = allowed.trailingZeroBitCount
            allowed &= allowed &- 1
            if classes >> UInt32(cluster[16 + position * Format.positionSize] & 31) & 1 != 0 {
                result |= 1 << UInt64(position)
            }
        }
        return result
    }

    private func follow(_ position: Int) -> UInt64 {
        cluster.u64(at: 16 + position * Format.positionSize + 8)
    }

    /// The slot of each of the signs `range`, read from the first line of the pattern that fits.
    ///
    /// Among the places where a sign can stand, that which comes first in the `type` lines is taken.
    private func slots(_ word: inout Word, _ range: Range<Int>) -> InlineArray<32, UInt8> {
        var slots = InlineArray<32, UInt8>(repeating: Format.noSlot)
        var sets = InlineArray<32, UInt64>(repeating: 0)
        var reached: UInt64 = 0
        for index in range {
            reached = next(index == range.lowerBound ? nil : reached, word[index].id)
            sets[index & 31] = reached
        }
        var allowed = reached & lastPositions != 0 ? reached & lastPositions : reached
        for index in range.reversed() {
            let choices = sets[index & 31] & allowed
            guard choices != 0 else { return slots }
            let position = choices.trailingZeroBitCount
            slots[index & 31] = cluster[16 + position * Format.positionSize + 1]
            allowed = 0
            for earlier in 0..<positionCount where follow(earlier) >> UInt64(position) & 1 != 0 {
                allowed |= 1 << UInt64(earlier)
            }
        }
        return slots
    }

    /// Writes the signs `range` in the order in which they are stored.
    func renderCluster(_ word: inout Word, _ range: Range<Int>, into text: inout TextBuffer) {
        let slots = slots(&word, range)
        for slot in 0..<UInt8(truncatingIfNeeded: slotCount) {
            for index in range { writeParts(word[index].id, slots[index & 31], slot, into: &text) }
        }
        for index in range where slots[index & 31] == Format.noSlot {
            let letter = word[index].id
            if letterFlags(letter) & Format.LetterFlag.parts == 0 {
                write(letter, isCapital: false, tone: 0, into: &text)
            }
        }
    }

    /// Writes what of `letter`, which stands in `own`, belongs in `slot`.
    private func writeParts(_ letter: UInt8, _ own: UInt8, _ slot: UInt8, into text: inout TextBuffer) {
        guard letterFlags(letter) & Format.LetterFlag.parts != 0 else {
            if own == slot { write(letter, isCapital: false, tone: 0, into: &text) }
            return
        }
        let row = Int(letter) * Format.letterSize
        if letters[row + 1] == slot { write(letter, isCapital: false, tone: 0, into: &text) }
        if letters[row + 2] == slot { write(letter, isCapital: true, tone: 0, into: &text) }
    }

    /// The sign that Backspace takes: the last typed, or the last stored.
    func backspaceIndex(_ word: inout Word) -> Int {
        guard flags & Format.Flag.backspaceTakesStored != 0 else { return word.count - 1 }
        let slots = slots(&word, 0..<word.count)
        var last = word.count - 1
        var highest = -1
        for index in 0..<word.count {
            let row = Int(word[index].id) * Format.letterSize
            let hasParts = letterFlags(word[index].id) & Format.LetterFlag.parts != 0
            let slot = Int(hasParts ? letters[row + 2] : slots[index & 31])
            if slot >= highest {
                highest = slot
                last = index
            }
        }
        return last
    }
}

extension Keymap {
    /// Where the cluster begins that the last sign of `word` belongs to.
    ///
    /// The longest parse wins: all signs when they can be one cluster; else the longest that is a cluster, when
    /// the rest can begin the next; else the last sign alone.
    func clusterStart(_ word: inout Word) -> Int {
        if positions(&word, 0..<word.count) != 0 { return 0 }
        var start = word.count - 1
        while start > 0 {
            if isCluster(&word, 0..<start) || start == 1, positions(&word, start..<word.count) != 0 {
                return start
            }
            start -= 1
        }
        return max(0, word.count - 1)
    }
}
