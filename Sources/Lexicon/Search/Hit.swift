/// An entry that a search found, and how well it fits.
public struct Hit: Hashable, Sendable {
    /// Where in the entry the query was found, the best place first.
    public enum Field: Int, Comparable, Sendable {
        /// The headword.
        case headword
        /// Another spelling.
        case variant
        /// The word in Latin letters.
        case romanisation
        /// A gloss or a definition.
        case gloss
        /// The word as rules write it; what a source says comes first.
        case transliteration
        /// An example or its translation.
        case example
        /// A definition, when running text was searched.
        case definition
        /// A note or a remark on usage.
        case note

        /// Whether `left` is the better place.
        public static func < (left: Field, right: Field) -> Bool { left.rawValue < right.rawValue }
    }

    /// The number of the entry in its lexicon.
    public var entry: Int
    /// How well it fits.
    public var quality: Quality
    /// Where it was found.
    public var field: Field

    /// A hit on `entry`.
    public init(entry: Int, quality: Quality, field: Field) {
        self.entry = entry
        self.quality = quality
        self.field = field
    }
}

/// How well an entry fits a query; what fits better is less.
///
/// Some words of a longer gloss fit least, however they are spelled: `con cho` means con chó, and not a gloss that
/// happens to have both words. Then the spelling counts, so that one who typed the marks sees the words with these
/// marks first, and then how much of the form was asked for.
public struct Quality: Hashable, Comparable, Sendable {
    /// How the entry's form is spelled, compared to the query.
    public enum Spelling: Int, Comparable, Sendable {
        /// The same letters and marks, canonically.
        case exact
        /// The same letters and marks, but for capitals.
        case caseDiffers
        /// The same word as its language spells it in another way: hòa and hoà, quí and quý.
        case alike
        /// The same search key only.
        case folded

        /// Whether `left` is the closer spelling.
        public static func < (left: Spelling, right: Spelling) -> Bool { left.rawValue < right.rawValue }
    }

    /// How much of the form or gloss the query is.
    public enum Coverage: Int, Comparable, Sendable {
        /// All of it.
        case whole
        /// Its beginning.
        case beginning
        /// Several of its words in a row.
        case inside
        /// Some of its words.
        case part

        /// Whether `left` is the greater share.
        public static func < (left: Coverage, right: Coverage) -> Bool { left.rawValue < right.rawValue }
    }

    /// How many letters had to be put in, left out or changed, marks aside; 0 unless the search was fuzzy.
    public var edits: Int
    /// How it is spelled.
    public var spelling: Spelling
    /// How much of it was asked for.
    public var coverage: Coverage
    /// How far the spelling is from the query: 1 for the tone of a syllable, 4 for a mark of a letter, 16 for a letter.
    ///
    /// Of forms with the same search key that one is nearest that has least: for lúa that is lụa and not lửa. 0 where all
    /// is the same, and where that was not looked at.
    public var accents: Int

    /// A quality.
    public init(_ spelling: Spelling, _ coverage: Coverage, edits: Int = 0, accents: Int = 0) {
        self.spelling = spelling
        self.coverage = coverage
        self.edits = edits
        self.accents = accents
    }

    private var isPart: Int { coverage == .part ? 1 : 0 }

    /// Whether `left` fits better.
    public static func < (left: Quality, right: Quality) -> Bool {
        if left.edits != right.edits { return left.edits < right.edits }
        return (left.isPart, left.spelling, left.coverage, left.accents)
            < (right.isPart, right.spelling, right.coverage, right.accents)
    }
}

extension Hit {
    /// Whether it comes before `other`: it fits better, or as well in a better place.
    func isBetter(than other: Hit) -> Bool {
        (quality, field) < (other.quality, other.field)
    }
}
