/// What the words of a text say about an encoding.
struct WordTally: Sendable {
    /// Words of ASCII letters alone, two or more, and those of them that are Vietnamese syllables.
    var plain = 0
    var plainGood = 0
    /// Words beyond ASCII that are evidence, and the sum of what they are worth.
    var marked = 0
    var good = 0.0
    /// Words with letters that the encoding cannot mean, because they are characters beyond Windows code page 1252.
    var foreign = 0
    /// Words that are Vietnamese, or of the Highlands, as they stand, and are others in the encoding.
    var goodAsItIs = 0
    /// The different good words; those of the Highlands; and those that no other text has.
    var kinds: Set<[UInt8]> = []
    var highland: Set<[UInt8]> = []
    var odd: Set<[UInt8]> = []
    /// Good words that are the same in Latin-1, so that they are no evidence.
    var same: Set<[UInt8]> = []

    /// How well the words beyond ASCII read, from 0 to 1.
    var score: Double { marked == 0 ? 0 : good / Double(marked) }

    /// How well the text reads as it stands: the share of words that are Vietnamese already.
    var scoreAsItIs: Double {
        marked + foreign == 0 ? 0 : Double(goodAsItIs + foreign) / Double(marked + foreign)
    }

    /// Whether there are enough different words: two, one of which no other text has, or more.
    var isEnough: Bool {
        kinds.count >= WordTally.fewestWords && !odd.isEmpty
            && kinds.count + 2 * odd.count >= WordTally.enough
    }

    /// Whether most words, with those in ASCII, are Vietnamese; words of the Highlands say enough by their marks.
    var isOfVietnam: Bool {
        guard highland.count < 3 || highland.count * 3 < kinds.count else { return true }
        return (good + Double(plainGood)) >= WordTally.share * Double(marked + plain)
    }

    /// Whether the text reads well in the encoding.
    var isGood: Bool { score >= WordTally.enoughScore && isOfVietnam }

    /// Whether text in UTF-8 reads so well in the encoding that it must not pass as Unicode, though that is not sure.
    var isSuspicious: Bool {
        guard isGood, score - scoreAsItIs >= WordTally.margin else { return false }
        return !odd.isEmpty || !kinds.isEmpty && kinds.count + same.count >= WordTally.fewestWords
    }

    /// How few different words say nothing.
    static let fewestWords = 2
    /// How many words are enough, when one that no other text has counts three.
    static let enough = 4
    /// The score that is enough.
    static let enoughScore = 0.7
    /// How much better the best reading must be than the next.
    static let margin = 0.15
    /// The share of Vietnamese words among all.
    static let share = 0.5
}
