/// A letter of the composition, with what is needed to undo it.
struct Letter: Sendable {
    /// The letter's number in the keymap; 0 is none.
    var id: UInt8 = 0
    /// What the letter was before the last change; 0 when it was not there.
    var under: UInt8 = 0
    /// The key that changed it last, or 0.
    var changer: UInt8 = 0
    var flags: UInt8 = 0
    /// The keys that made it: bit *n* is the *n*th key of the log.
    var keys: UInt32 = 0

    /// The letter is a capital.
    static let capital: UInt8 = 1 << 0
    /// The letter is a key that was undone by repeating: from here on, that key is plain.
    static let undone: UInt8 = 1 << 1

    var isCapital: Bool { flags & Letter.capital != 0 }
    var isUndone: Bool { flags & Letter.undone != 0 }
}

/// The states of a keymap's two automata after some letters.
struct GrammarStates: Sendable {
    var strict: UInt16
    var loose: UInt16

    /// Both in one number.
    var bits: UInt64 { UInt64(strict) << 16 | UInt64(loose) }
}

extension GrammarStates {
    init(bits: UInt64) {
        self.init(strict: UInt16(truncatingIfNeeded: bits >> 16), loose: UInt16(truncatingIfNeeded: bits))
    }
}

/// One reading of the keys since the last commit: letters, a tone, and how they fit the grammars.
///
/// A value of fixed size, changed in place and copied only when a key makes two readings of one. Functions that only read
/// it are mutating or have it `inout`, because a value lent for reading would be copied whole for each letter read.
struct Word: Sendable {
    /// No more letters than keys.
    static let limit = 32

    private var letters = InlineArray<32, Letter>(repeating: Letter())
    /// The states of the automata after each letter, so that adding a letter costs one step and not the whole word; for a
    /// sign in a cluster, the places where it can be.
    private var reached = InlineArray<32, UInt64>(repeating: 0)
    private(set) var count = 0
    /// The tone's number, or 0.
    var tone: UInt8 = 0
    /// The key that set the tone.
    var toneKey: UInt8 = 0
    /// The keys that set or cleared the tone, as in ``Letter/keys``.
    var toneKeys: UInt32 = 0
    /// Whether it can be no syllable, so that further keys are plain.
    var isPlain = false
    /// How many letters there were when a key was undone last; 0 when none was.
    var undoneAt = 0
    /// Whether the user has decided how it is written: it is never restored or expanded.
    var isDecidedByUser = false
    /// Whether the letters of a repair are somewhere in the word.
    var isRepairable = false
    /// Whether some letter is a key undone by repeating.
    private var hasUndone = false
    /// How many letters further back were changed by a later key that could have been a letter too.
    var lateChanges: UInt8 = 0
    /// How it fits the grammars.
    var judgement = Judgement()

    static let dead: UInt16 = .max

    /// The letter at `index`; an empty one outside.
    subscript(index: Int) -> Letter {
        mutating get { index >= 0 && index < count ? letters[index & 31] : Letter() }
        set { if index >= 0 && index < count { letters[index & 31] = newValue } }
    }

    /// The states of the automata before the letter at `index`.
    @inline(__always)
    mutating func states(before index: Int) -> GrammarStates {
        index > 0 ? GrammarStates(bits: reached[(index &- 1) & 31]) : Keymap.start
    }

    /// Keeps the states of the automata after the letter at `index`.
    mutating func setStates(_ states: GrammarStates, after index: Int) { reached[index & 31] = states.bits }

    /// The positions in a cluster's pattern that the sign at `index` can have.
    @inline(__always)
    mutating func positions(at index: Int) -> UInt64 { reached[index & 31] }

    /// Keeps the positions that the sign at `index` can have.
    mutating func setPositions(_ positions: UInt64, at index: Int) { reached[index & 31] = positions }

    @inline(__always)
    mutating func append(_ letter: Letter) {
        guard count < Word.limit else { return }
        letters[count & 31] = letter
        count &+= 1
        if letter.isUndone { hasUndone = true }
    }

    mutating func remove(at index: Int) {
        guard index >= 0, index < count else { return }
        for next in index..<(count - 1) { letters[next] = letters[next + 1] }
        count -= 1
    }

    mutating func removeFirst(_ number: Int) {
        let rest = max(0, count - number)
        for index in 0..<rest { letters[index] = letters[index + number] }
        count = rest
    }

    mutating func removeLast(_ number: Int = 1) { count = max(0, count - number) }

    /// Makes it an empty word again.
    mutating func removeAll() {
        count = 0
        (tone, toneKey, toneKeys) = (0, 0, 0)
        isPlain = false
        undoneAt = 0
        isDecidedByUser = false
        isRepairable = false
        hasUndone = false
        lateChanges = 0
        judgement = Judgement()
    }

    /// Marks the letter at `index` as a key undone by repeating.
    mutating func markUndone(at index: Int) {
        self[index].flags |= Letter.undone
        hasUndone = true
    }

    /// Whether letters look different from each alone: one carries the tone, or some are repaired.
    var needsPlacing: Bool { tone | judgement.repair != 0 }

    /// Whether some grammar accepts it as a whole word.
    var isComplete: Bool { judgement.score < 0x8000 }

    /// Whether a letter says that `plain` was undone in this word.
    @inline(__always)
    mutating func hasUndone(_ plain: UInt8) -> Bool {
        guard hasUndone else { return false }
        for index in 0..<count where letters[index].isUndone && letters[index].id == plain { return true }
        return false
    }

    /// The last letter that `key` changed, or nil.
    mutating func lastChanged(by key: UInt8) -> Int? {
        var index = count - 1
        while index >= 0 {
            if letters[index].changer == key { return index }
            index -= 1
        }
        return nil
    }
}

/// How a word fits the grammars of its keymap.
struct Judgement: Sendable {
    /// How well; less is better: see ``Keymap/judge(_:)``.
    var score = Word.dead
    /// Which repair makes it a syllable (from 1), and at which letter.
    var repair: UInt8 = 0
    var repairAt: UInt8 = 0
    /// The states of the automata after the last letter as typed.
    var states = Keymap.start
}
