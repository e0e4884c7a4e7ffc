/// A letter of the composition, with what is needed to take it back.
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

/// One reading of the keys since the last commit: letters, a tone, and how they fit the grammars.
///
/// A value of fixed size: copying it is the only way it is kept.
struct Word: Sendable {
    /// No more letters than keys.
    static let limit = 32

    private var storage = InlineArray<32, Letter>(repeating: Letter())
    private(set) var count = 0
    /// The tone's number, or 0.
    var tone: UInt8 = 0
    /// The key that set the tone.
    var toneKey: UInt8 = 0
    /// The keys that set or cleared the tone, as in ``Letter/keys``.
    var toneKeys: UInt32 = 0
    /// The word can be no syllable: further keys are plain.
    var isPlain = false
    /// How many letters there were when a key was undone last; 0 when none was.
    var undoneAt = 0
    /// The user has said how it is to stand: never restored.
    var isSettled = false
    /// How many letters further back were changed by a later key that could have been a letter too.
    var lateChanges: UInt8 = 0
    /// How it fits the grammars.
    var judgement = Judgement()

    static let dead: UInt16 = .max

    /// The letter at `index`; an empty one outside.
    subscript(index: Int) -> Letter {
        get { index >= 0 && index < count ? storage[index] : Letter() }
        set { if index >= 0 && index < count { storage[index] = newValue } }
    }

    mutating func append(_ letter: Letter) {
        guard count < Word.limit else { return }
        storage[count] = letter
        count += 1
    }

    mutating func remove(at index: Int) {
        guard index >= 0, index < count else { return }
        for next in index..<(count - 1) { storage[next] = storage[next + 1] }
        count -= 1
    }

    mutating func removeFirst(_ number: Int) {
        let rest = max(0, count - number)
        for index in 0..<rest { storage[index] = storage[index + number] }
        count = rest
    }

    mutating func removeLast(_ number: Int = 1) { count = max(0, count - number) }

    /// Whether some grammar is satisfied as it stands.
    var isComplete: Bool { judgement.score < 0x8000 }

    /// Whether a letter says that `plain` was undone in this word.
    func hasUndone(_ plain: UInt8) -> Bool {
        for index in 0..<count where storage[index].isUndone && storage[index].id == plain { return true }
        return false
    }

    /// The last letter that `key` changed, or nil.
    func lastChanged(by key: UInt8) -> Int? {
        var index = count - 1
        while index >= 0 {
            if storage[index].changer == key { return index }
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
}
