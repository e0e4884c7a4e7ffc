import Bytes

/// Scripts written in clusters: signs are typed in one order and stored in another.
///
/// The `type` lines of a keymap are one pattern. Each position in it has a slot, in which its sign is stored, and the sets
/// of positions that may follow it and that it may follow; each sign has the set of positions it can have. A set of at most
/// 64 positions fits a machine word, so that reading a cluster costs a few steps a sign.
extension Keymap {
    /// Finds the positions of the signs of `word` from that at `first` on; those before it have theirs already.
    ///
    /// A sign that makes no cluster with those before it has no position, nor have the signs after it.
    func place(_ word: inout Word, from first: Int) {
        var index = first
        while index < word.count {
            let allowed = index == 0 ? firstPositions : following(word.positions(at: index &- 1))
            word.setPositions(allowed & positions(of: word[index].id), at: index)
            index &+= 1
        }
    }

    /// Whether the signs of `word` before that at `end` are a cluster by themselves.
    private func isCluster(_ word: inout Word, before end: Int) -> Bool {
        word.positions(at: end - 1) & lastPositions != 0
    }

    /// Whether the signs of `word` from that at `start` on can begin a cluster.
    private func canBegin(_ word: inout Word, at start: Int) -> Bool {
        var allowed = firstPositions
        var index = start
        while index < word.count, allowed != 0 {
            let reached = allowed & positions(of: word[index].id)
            index &+= 1
            if index == word.count { return reached != 0 }
            allowed = following(reached)
        }
        return false
    }

    /// The positions that may follow one of `reached`.
    @inline(__always)
    private func following(_ reached: UInt64) -> UInt64 {
        var result: UInt64 = 0
        var rest = reached
        while rest != 0 {
            result |= cluster.u64(at: row(rest.trailingZeroBitCount) &+ 8)
            rest &= rest &- 1
        }
        return result
    }

    /// Where the row of `position` begins in the table.
    @inline(__always)
    private func row(_ position: Int) -> Int { 16 &+ position &* Format.positionSize }

    /// The positions that `letter` can have.
    @inline(__always)
    private func positions(of letter: UInt8) -> UInt64 {
        cluster.u64(at: row(positionCount) &+ Int(letter) &* 8)
    }

    /// Gives `body` each of the signs before that at `end` with its slot, from the last to the first.
    ///
    /// If a sign can have several positions, the one that comes first in the `type` lines decides. A sign without a position
    /// has the slot `noSlot`.
    @inline(__always)
    private func eachSlot(_ word: inout Word, before end: Int, _ body: (Int, Letter, UInt8) -> Void) {
        let reached = end > 0 ? word.positions(at: end &- 1) : 0
        var allowed = reached & lastPositions != 0 ? reached & lastPositions : reached
        var index = end &- 1
        while index >= 0 {
            let choices = word.positions(at: index) & allowed
            var slot = Format.noSlot
            allowed = 0
            if choices != 0 {
                let row = row(choices.trailingZeroBitCount)
                slot = cluster[row]
                allowed = cluster.u64(at: row &+ 16)
            }
            body(index, word[index], slot)
            index &-= 1
        }
    }

    /// Writes the signs of `word` before that at `end` in the order in which they are stored.
    func renderCluster(_ word: inout Word, before end: Int, into text: inout TextBuffer) {
        var stored = StoredOrder()
        eachSlot(&word, before: end) { _, sign, slot in
            let flags = letterFlags(sign.id)
            guard flags & Format.LetterFlag.parts != 0 else { return stored.insert(sign.id, 0, slot) }
            let row = Int(sign.id) &* Format.letterSize
            stored.insert(sign.id, 1, letters[row &+ 2])
            stored.insert(sign.id, 0, letters[row &+ 1])
        }
        stored.write(self, into: &text)
    }

    /// The sign that Backspace removes: the last typed, or the last stored.
    func backspaceIndex(_ word: inout Word) -> Int {
        guard flags & Format.Flag.backspaceTakesStored != 0 else { return word.count - 1 }
        var last = word.count - 1
        var highest = -1
        eachSlot(&word, before: word.count) { index, sign, slot in
            let hasParts = letterFlags(sign.id) & Format.LetterFlag.parts != 0
            let slot = Int(hasParts ? letters[Int(sign.id) * Format.letterSize + 2] : slot)
            if slot > highest {
                highest = slot
                last = index
            }
        }
        return last
    }

    /// Where the cluster begins that the last sign of `word` belongs to.
    ///
    /// The longest parse wins: all signs when they can be one cluster; else the longest that is a cluster, when
    /// the rest can begin the next; else the last sign alone.
    func clusterStart(_ word: inout Word) -> Int {
        var start = word.count - 1
        if word.positions(at: start) != 0 { return 0 }
        while start > 0 {
            if isCluster(&word, before: start) || start == 1, canBegin(&word, at: start) { return start }
            start -= 1
        }
        return max(0, word.count - 1)
    }
}

/// The parts of the signs of a cluster by the slots in which they are stored.
private struct StoredOrder {
    private var slots = InlineArray<64, UInt8>(repeating: 0)
    /// The letter, and in the lowest bit which part of it.
    private var parts = InlineArray<64, UInt16>(repeating: 0)
    private var count = 0

    /// Puts in a part of `letter` before all that have the same slot.
    mutating func insert(_ letter: UInt8, _ part: UInt16, _ slot: UInt8) {
        guard count < 64 else { return }
        var place = count
        count &+= 1
        while place > 0, slots[(place &- 1) & 63] >= slot {
            slots[place & 63] = slots[(place &- 1) & 63]
            parts[place & 63] = parts[(place &- 1) & 63]
            place &-= 1
        }
        slots[place & 63] = slot
        parts[place & 63] = UInt16(letter) << 1 | part
    }

    /// Writes them in their order.
    func write(_ keymap: Keymap, into text: inout TextBuffer) {
        for index in 0..<count {
            let part = parts[index & 63]
            keymap.write(
                UInt8(truncatingIfNeeded: part >> 1), isCapital: part & 1 != 0, tone: 0, into: &text)
        }
    }
}
