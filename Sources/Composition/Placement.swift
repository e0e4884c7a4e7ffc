import Storage

/// Where the tone stands.
extension Keymap {
    /// The letter of `word` that carries its tone, or nil when no vowel can.
    ///
    /// An onset that ends in a vowel (`gi`, `qu`) keeps it when another vowel follows. The first place rule that
    /// fits the run of vowels decides.
    func tonePosition(_ word: inout Word, _ conditions: Conditions) -> Int? {
        var first = vowelAfterOnset(&word)
        while first < word.count, !isVowel(shown(&word, first)) { first += 1 }
        guard first < word.count else { return nil }
        var last = first
        while last + 1 < word.count, isVowel(shown(&word, last + 1)) { last += 1 }
        let isClosed = last + 1 < word.count
        var marked: Int?
        for index in first...last where isMarked(shown(&word, index)) { marked = index }
        for place in 0..<placeCount {
            let row = place * Format.placeSize
            guard conditions.hold(places[row + 2]) else { continue }
            let fits: Bool
            switch places[row] {
            case Format.PlaceTest.rime: fits = isClosed ? false : isRun(first, last, row, &word)
            case Format.PlaceTest.marked: fits = marked != nil
            case Format.PlaceTest.closed: fits = isClosed
            default: fits = !isClosed
            }
            guard fits else { continue }
            switch places[row + 1] {
            case Format.PlacePosition.first: return first
            case Format.PlacePosition.beforeLast: return max(first, last - 1)
            case Format.PlacePosition.marked: return marked ?? last
            default: return last
            }
        }
        return marked ?? last
    }

    /// The length of the longest onset that ends in a vowel and is followed by another, or 0.
    private func vowelAfterOnset(_ word: inout Word) -> Int {
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
