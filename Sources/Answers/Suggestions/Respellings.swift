/// What a word may be when it is spelled as another one sounds, or two of its letters changed places: what a search for a
/// few changed letters does not find, or not among the first.
///
///     Respellings(SlipLetters("chời", in: lexicon)).texts  // ["trời", …]
///
/// One or two confusions are undone at most.
struct Respellings {
    /// The texts to look up, the likeliest first.
    private(set) var texts: [String] = []

    /// How many texts there are at most.
    static let most = 32

    /// The respellings of `typed`.
    init(_ typed: SlipLetters) {
        let isPlain = !typed.hasMarks
        let whole = Change(letters: typed.letters, weight: 0, end: 0)
        let once = Respellings.changes(of: whole, isPlain)
        var found = once + Respellings.swaps(typed.letters)
        for change in once where found.count < 4 * Respellings.most {
            found += Respellings.changes(of: change, isPlain)
        }
        // In the order of weight; of equal ones, in that of the table.
        var ordered: [Change] = []
        for change in found {
            var index = ordered.count
            while index > 0, change.weight < ordered[index - 1].weight { index -= 1 }
            ordered.insert(change, at: index)
        }
        for change in ordered where texts.count < Respellings.most {
            let text = Respellings.text(change.letters)
            if !texts.contains(text) { texts.append(text) }
        }
    }

    /// Letters of which some were changed, up to `end`.
    private struct Change {
        var letters: [SlipLetter]
        var weight: Int
        var end: Int
    }

    /// What one more change behind those of `change` makes.
    private static func changes(of change: Change, _ isPlain: Bool) -> [Change] {
        var found: [Change] = []
        for (end, blocks) in Block.all(in: change.letters, isPlain: isPlain).enumerated() {
            for block in blocks where end - block.length >= change.end {
                let confusion = Confusion.all[block.confusion]
                for (number, spelling) in confusion.spellings.enumerated() where number != block.spelling {
                    var letters = change.letters
                    let start = end - block.length
                    letters.replaceSubrange(start..<end, with: spelling.map { SlipLetter($0) })
                    found.append(
                        Change(
                            letters: letters, weight: change.weight + confusion.weight,
                            end: start + spelling.count))
                }
            }
        }
        return found
    }

    /// The letters with two neighbours changed, which a fuzzy search counts as two slips.
    private static func swaps(_ letters: [SlipLetter]) -> [Change] {
        var found: [Change] = []
        for index in letters.indices.dropFirst() {
            let (left, right) = (letters[index - 1], letters[index])
            guard left.kind == .letter, right.kind == .letter, left.spelled != right.spelled else { continue }
            var changed = letters
            changed.swapAt(index - 1, index)
            found.append(Change(letters: changed, weight: SlipWeight.swapped, end: letters.count))
        }
        return found
    }

    /// The text of letters, the tone on the last vowel with a mark, on the one before a final consonant, or on the first.
    private static func text(_ letters: [SlipLetter]) -> String {
        var text = String.UnicodeScalarView()
        var syllable: [SlipLetter] = []
        func endSyllable(_ tone: UInt32) {
            let vowels = syllable.indices.filter { syllable[$0].isVowel }
            let isOpen = vowels.last == syllable.count - 1
            let toned =
                vowels.last { syllable[$0].spelled != syllable[$0].base }
                ?? (isOpen ? vowels.dropLast().last : nil) ?? vowels.last
            for (index, letter) in syllable.enumerated() {
                let scalar =
                    index == toned
                    ? VietnameseVowels.vowel(letter.spelled, tone: tone) : Unicode.Scalar(letter.spelled)
                text.append(scalar ?? Unicode.Scalar(letter.base) ?? " ")
            }
            syllable = []
        }
        for letter in letters {
            switch letter.kind {
            case .letter, .sign: syllable.append(letter)
            case .tone: endSyllable(letter.spelled)
            case .blank: text.append(" ")
            }
        }
        endSyllable(0)
        return String(text)
    }
}
