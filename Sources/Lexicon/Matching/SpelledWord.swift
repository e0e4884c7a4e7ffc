/// A word taken apart into what makes a difference in its language: letters with their marks, and the tone of each
/// syllable.
///
/// Words that are equal here are one word, spelled in different ways. ``difference(from:)`` says how far others are from
/// each other.
struct SpelledWord: Equatable {
    /// The letters with their marks, the tones aside.
    var letters: [Spelling.Letter] = []
    /// The tones, each with the number of its syllable in the upper bits.
    private(set) var tones: [UInt32] = []
    private var syllable: UInt32 = 0

    /// What it costs that a syllable has another tone, a letter has another mark, a letter is another.
    private static let (tone, mark, letter) = (1, 4, 16)

    static func == (left: SpelledWord, right: SpelledWord) -> Bool {
        left.letters == right.letters && left.tones == right.tones
    }

    /// Adds a tone to the syllable.
    mutating func addTone(_ value: UInt32) {
        tones.append(value & 0xFFFF | min(syllable, 0xFFFF) << 16)
    }

    /// The next tone is of the next syllable.
    mutating func endSyllable() { syllable &+= 1 }

    /// How different two words are: 1 for the tone of a syllable, 4 for a mark of a letter, 16 for a letter.
    ///
    /// lúa is nearer to lụa than to lửa. Words of more than 64 letters differ in nothing but their tones.
    ///
    /// - Complexity: O(*letters*) where only marks differ, else O(*letters*²).
    func difference(from other: SpelledWord) -> Int {
        toneDifference(from: other) + letterDifference(from: other)
    }

    private func toneDifference(from other: SpelledWord) -> Int {
        var sum = 0
        var (left, right) = (0, 0)
        while left < tones.count || right < other.tones.count {
            let first = left < tones.count ? tones[left] >> 16 : .max
            let second = right < other.tones.count ? other.tones[right] >> 16 : .max
            if first == second {
                if tones[left] != other.tones[right] { sum += SpelledWord.tone }
                left += 1
                right += 1
            } else {
                sum += SpelledWord.tone
                if first < second { left += 1 } else { right += 1 }
            }
        }
        return sum
    }

    private func letterDifference(from other: SpelledWord) -> Int {
        if letters.count == other.letters.count {
            var sum = 0
            for index in letters.indices {
                let cost = SpelledWord.cost(letters[index], other.letters[index])
                sum += cost
                // One of another letter: then a letter may be missing here and another there.
                if cost >= SpelledWord.letter { return leastDifference(from: other) }
            }
            return sum
        }
        return leastDifference(from: other)
    }

    /// The comparison of all with all.
    private func leastDifference(from other: SpelledWord) -> Int {
        guard letters.count <= 64, other.letters.count <= 64 else { return 0 }
        var row: [Int] = []
        for count in 0...other.letters.count { row.append(count * SpelledWord.letter) }
        for (index, letter) in letters.enumerated() {
            var diagonal = row[0]
            row[0] = (index + 1) * SpelledWord.letter
            for place in other.letters.indices {
                let changed = diagonal + SpelledWord.cost(letter, other.letters[place])
                diagonal = row[place + 1]
                row[place + 1] = min(changed, min(diagonal, row[place]) + SpelledWord.letter)
            }
        }
        return row[other.letters.count]
    }

    private static func cost(_ left: Spelling.Letter, _ right: Spelling.Letter) -> Int {
        if left == right { return 0 }
        guard left & 0xFFFF == right & 0xFFFF else { return letter }
        let (first, second) = (left >> 16, right >> 16)
        var (onlyLeft, onlyRight) = (0, 0)
        for shift in [0, 8] as [UInt32] {
            if !has(second, first >> shift & 0xFF) { onlyLeft += 1 }
            if !has(first, second >> shift & 0xFF) { onlyRight += 1 }
        }
        return max(onlyLeft, onlyRight) * mark
    }

    /// Whether the mark numbered `number`, if it is one, is among two.
    private static func has(_ marks: UInt32, _ number: UInt32) -> Bool {
        number == 0 || marks & 0xFF == number || marks >> 8 == number
    }
}
