import Bytes

/// Which letter carries the tone.
extension Keymap {
    /// The letter of `word` that carries its tone, or nil when no vowel can.
    ///
    /// An onset that ends in a vowel (`gi`, `qu`) keeps it when another vowel follows. The first place rule that
    /// fits the run of vowels decides.
    func tonePosition(_ word: inout Word, _ conditions: Conditions) -> Int? {
        var index = vowelAfterOnset(&word)
        var (first, last, marked) = (-1, -1, -1)
        while index < word.count {
            let flags = letterFlags(shown(&word, index))
            if flags & Format.LetterFlag.vowel != 0 {
                if first < 0 { first = index }
                last = index
                if flags & Format.LetterFlag.marked != 0 { marked = index }
            } else if first >= 0 {
                break
            }
            index &+= 1
        }
        guard first >= 0 else { return nil }
        let isClosed = last &+ 1 < word.count
        for place in 0..<placeCount {
            let row = place &* Format.placeSize
            let head = places.u32(at: row)
            guard conditions.hold(UInt8(truncatingIfNeeded: head >> 16)) else { continue }
            let fits: Bool
            switch UInt8(truncatingIfNeeded: head) {
            case Format.PlaceTest.rime: fits = isClosed ? false : isRun(first, last, row, &word)
            case Format.PlaceTest.marked: fits = marked >= 0
            case Format.PlaceTest.closed: fits = isClosed
            default: fits = !isClosed
            }
            guard fits else { continue }
            switch UInt8(truncatingIfNeeded: head >> 8) {
            case Format.PlacePosition.first: return first
            case Format.PlacePosition.beforeLast: return max(first, last &- 1)
            case Format.PlacePosition.marked: return marked >= 0 ? marked : last
            default: return last
            }
        }
        return marked >= 0 ? marked : last
    }

    /// The length of the longest onset that ends in a vowel and is followed by another, or 0.
    private func vowelAfterOnset(_ word: inout Word) -> Int {
        guard letterFlags(shown(&word, 0)) & Format.LetterFlag.beginsOnset != 0 else { return 0 }
        var longest = 0
        for onset in 0..<onsetCount {
            let row = onset * Format.onsetSize
            let length = Int(onsets[row])
            guard length > longest, length < word.count, isVowel(shown(&word, length)) else { continue }
            var isPrefix = true
            for index in 0..<length where shown(&word, index) != onsets[row + 1 + index] { isPrefix = false }
            if isPrefix { longest = length }
        }
        return longest
    }

    /// Whether the letters from `first` to `last` are those of the place rule at `row`.
    private func isRun(_ first: Int, _ last: Int, _ row: Int, _ word: inout Word) -> Bool {
        let length = Int(places[row + 3])
        guard length == last - first + 1, length <= Format.sequenceLimit else { return false }
        for offset in 0..<length where shown(&word, first + offset) != places[row + 4 + offset] {
            return false
        }
        return true
    }
}
