import Composition
import Diagnostics

/// What a keymap source declares, checked and resolved: names are numbers, included keymaps are merged.
///
/// The reader makes it, the writer of tables compiles it; neither knows the other.
struct KeymapDefinition {
    /// A piece of source, for diagnostics that only the tables or the tests can find.
    struct Origin {
        var text: SourceText
        var range: Range<Int>
    }

    /// A line that holds only while the option numbered `option` has the value numbered `value`.
    struct Condition: Hashable {
        var option: Int
        var value: Int
    }

    /// Keys that make a letter: the keys before the last make the letter `from` (nil: none), the last key changes it.
    struct Way {
        /// Lower case already, when capitals fold; printable ASCII.
        var keys: [UInt8]
        var condition: Condition?
        var origin: Origin
    }

    /// A letter of the alphabet, or one made by a mark.
    struct Letter {
        /// What is put out: NFC, lower case when capitals fold.
        ///
        /// `◌` (U+25CC) stands where the rest of a cluster goes.
        var text: String
        /// Numbers of classes; for a letter in two parts, the classes of the letter itself.
        var classes: [Int]
        /// For a letter with ◌: the class of each of the two parts, which says where it is stored.
        var partClasses: [Int]
        var ways: [Way]
        /// Made by a mark (`marks`): the letter below, and the mark's key.
        var marked: [(base: Int, key: UInt8, condition: Condition?)]
        var origin: Origin
    }

    struct Tone {
        var name: String
        /// The combining mark, one scalar.
        var mark: Unicode.Scalar
        var keys: [UInt8]
        var origin: Origin
    }

    /// One element of a form: a choice of letter sequences, taken as often as `repetition` says.
    struct Element {
        enum Repetition { case once, optional, oneOrMore, any }
        /// Each alternative is a sequence of letter numbers, not empty.
        var alternatives: [[Int]]
        var repetition: Repetition
    }

    typealias Form = [Element]

    struct Rime {
        var form: Form
        /// Numbers of the tones allowed besides none; nil: all.
        var tones: [Int]?
        /// Letter sequences of the onsets it may follow; nil: any.
        var after: [[Int]]?
        /// Whether it is not a whole syllable without one of the tones.
        var needsTone = false
    }

    struct Grammar {
        var name: String
        var onsetRequired: Bool
        var onsets: [Form]
        var rimes: [Rime]
        var words: [(form: Form, tones: [Int]?)]
        /// How many syllables a word may have, at least 1.
        var syllables: Int
        /// 0 for the keymap's own, 1 and more for those of included keymaps: the own language goes first.
        var level = 0
        /// Its name in the source.
        var origin: Origin?
    }

    /// Where the tone stands; the first rule that fits.
    struct Place {
        enum Test: Hashable {
            /// The rime's vowels are exactly these letters, and nothing follows.
            case rime([Int])
            /// Some vowel has a mark.
            case marked
            /// A consonant follows the vowels.
            case closed
            /// Nothing follows the vowels.
            case open
        }
        enum Position: Hashable { case first, last, beforeLast, marked }
        var test: Test
        var position: Position
        var condition: Condition?
    }

    struct Repair {
        var from: [Int]
        var to: [Int]
        var origin: Origin
    }

    /// Elements of a cluster's `type` line: a class, optional or not; alternatives in groups.
    indirect enum Pattern {
        case letterClass(Int)
        case sequence([Pattern])
        case choice([Pattern])
        case optional(Pattern)
    }

    struct Cluster {
        var types: [Pattern]
        /// Classes in the order in which they are stored.
        var order: [Int]
        var backspaceTakesStored: Bool
        /// The word `cluster` in the source.
        var origin: Origin?
    }

    /// Keys that are given back as typed, whatever they spell.
    struct KeptWord {
        var keys: [UInt8]
        var condition: Condition?
        /// 0 for the keymap's own, 1 and more for those of included keymaps, as ``Grammar/level``.
        var level = 0
        var origin: Origin
    }

    struct Test {
        var options: [(name: String, value: String)]
        var events: [KeyEvent]
        var expected: String
        /// The expected text in the source, for the diagnostic.
        var origin: Origin
        /// The keys in the source.
        var keys: Origin
    }

    var info = KeymapInfo(language: "", title: "", version: "", licence: "", status: "draft", sources: [])
    /// Titles in other languages: BCP 47 tag and title.
    var titles: [(language: String, title: String)] = []
    var options: [KeymapOption] = []
    var capitalsFold = true
    var classes: [String] = []
    /// In the order of the alphabet; `vowel` and `consonant` classes are named so.
    var letters: [Letter] = []
    var tones: [Tone] = []
    var clearKeys: [UInt8] = []
    /// The keymap's own grammars first, then included ones.
    var grammars: [Grammar] = []
    var places: [Place] = []
    var repairs: [Repair] = []
    var reachesSyllable = true
    var undoesByRepeating = true
    /// nil: never restores; a condition that never was named is always true.
    var restores = false
    var restoreCondition: Condition?
    var restoreKeys: [KeyEvent] = []
    var keptWords: [KeptWord] = []
    var escapeKey: UInt8?
    var cluster: Cluster?
    /// Rules with context, and keys that put in text.
    var text = TextRules()
    var tests: [Test] = []
}
