/// The readings of the keys since the last commit, best first; there is always at least one.
///
/// Nearly always there is one. A key with two meanings (x in Ê Đê: the breve, or the Vietnamese tone ngã) may give
/// two that belong to different grammars; both are kept, so that a later key can still decide.
struct Readings: Sendable {
    static let limit = 3

    private var first = Word()
    private var others = InlineArray<2, Word>(repeating: Word())
    private var count = 1

    /// The reading that is shown.
    var shown: Word {
        _read { yield first }
        // A word that is set by hand is the only reading.
        _modify {
            count = 1
            yield &first
        }
    }

    /// Takes a letter key.
    ///
    /// - Returns: False when the key is no letter and changes nothing here; then nothing has changed.
    mutating func type(_ stroke: Keystroke, _ keymap: Keymap) -> Bool {
        let plain = keymap.plainLetter(stroke.key)
        let isLetter = keymap.isWord(plain)
        if first.hasUndone(plain) {
            // A third press says that the undoing was meant.
            let isMeant = stroke.isRepeated && first[first.count - 1].isUndone
            shown.append(stroke.letter(plain))
            if isMeant { shown.isSettled = true }
            return true
        }
        if first.isPlain {
            guard isLetter else { return false }
            shown.append(stroke.letter(plain))
            return true
        }
        if keymap.hasRules, rewrite(stroke, keymap) { return true }
        if stroke.isRepeated, repeats(stroke, keymap, since: stroke.bit >> 1) { return true }
        var found = Found()
        first.addReadings(of: stroke, keymap, number: 0, to: &found)
        for number in 1..<Readings.limit where number < count {
            others[number - 1].addReadings(of: stroke, keymap, number: number, to: &found)
        }
        if found.count > 0 {
            take(found)
            return true
        }
        if repeats(stroke, keymap, since: .max) { return true }
        guard isLetter else { return false }
        shown.append(stroke.letter(plain))
        shown.isPlain = true
        return true
    }

    private mutating func repeats(_ stroke: Keystroke, _ keymap: Keymap, since keys: UInt32) -> Bool {
        guard keymap.flags & KeymapFormat.Flag.undoesByRepeating != 0,
            first.repeats(stroke, keymap, since: keys)
        else { return false }
        count = 1
        return true
    }

    /// Makes the best of `found` the shown reading, and keeps those that another grammar reads.
    private mutating func take(_ found: Found) {
        if found.count == 1, found.best.word == 0 {
            shown.take(found.best)
            return
        }
        let before = self
        shown = before[found.best.word]
        shown.take(found.best)
        for index in 1..<Readings.limit
        where index < found.count && found[index].isAlternative(to: found.best) {
            others[count - 1] = before[found[index].word]
            others[count - 1].take(found[index])
            count += 1
        }
    }

    private subscript(number: Int) -> Word { number == 0 ? first : others[(number - 1) & 1] }

    /// Applies the longest rule that the key completes.
    private mutating func rewrite(_ stroke: Keystroke, _ keymap: Keymap) -> Bool {
        var word = first
        word.append(stroke.letter(keymap.plainLetter(stroke.key)))
        guard keymap.applyRule(to: &word, stroke.options) else { return false }
        shown = word
        return true
    }

    /// Changes to words in the order in which they are found, the best of them kept.
    struct Found {
        private var items = InlineArray<3, Change>(repeating: Change())
        private(set) var count = 0

        var best: Change { items[0] }

        subscript(index: Int) -> Change { index >= 0 && index < count ? items[index] : Change() }

        /// Adds a change of the reading numbered `word`, unless it leaves no possible syllable.
        mutating func add(_ change: Change, of word: Int) {
            guard change.judgement.score != Word.dead else { return }
            var at = count
            while at > 0, change.precedes(items[at - 1]) { at -= 1 }
            guard at < Readings.limit else { return }
            var index = min(count, Readings.limit - 1)
            while index > at {
                items[index] = items[index - 1]
                index -= 1
            }
            items[at] = change
            items[at].word = word
            count = min(count + 1, Readings.limit)
        }
    }
}

/// What one key may do to a word, and how the word then fits the grammars.
struct Change {
    enum Kind: UInt8 {
        /// The letter at `index` becomes `letter`.
        case letter
        /// The tone becomes `tone`, set by `key`.
        case tone
        /// `letter` is added at the end.
        case append
    }

    var kind = Kind.append
    var index = 0
    var letter = Letter()
    var tone: UInt8 = 0
    var toneKey: UInt8 = 0
    var toneKeys: UInt32 = 0
    /// ``Word/lateChanges`` of the changed word.
    var lateChanges: UInt8 = 0
    var judgement = Judgement()
    /// The number of the reading it is a change of.
    var word = 0

    /// The grammar that the changed word fits best.
    var grammar: UInt16 { judgement.score >> 8 & 0x7F }

    /// Whether the changed word is the better reading: a whole word before one to be, then the one with fewer late
    /// changes, then the one that fits the better grammar.
    func precedes(_ other: Change) -> Bool {
        (judgement.score & 0x8000, lateChanges, judgement.score)
            < (other.judgement.score & 0x8000, other.lateChanges, other.judgement.score)
    }

    /// Whether a later key may prefer the one or the other: another grammar reads it, or a late change made it.
    func isAlternative(to other: Change) -> Bool {
        grammar != other.grammar || lateChanges != other.lateChanges
    }
}

extension Word {
    /// Makes `change`, judged already.
    mutating func take(_ change: Change) {
        _ = make(change)
        judgement = change.judgement
        lateChanges = change.lateChanges
    }

    /// Makes `change` and returns the one that takes it back (an added letter is taken back by removing it).
    private mutating func make(_ change: Change) -> Change {
        var inverse = change
        switch change.kind {
        case .letter:
            inverse.letter = self[change.index]
            self[change.index] = change.letter
        case .tone:
            (inverse.tone, inverse.toneKey, inverse.toneKeys) = (tone, toneKey, toneKeys)
            (tone, toneKey, toneKeys) = (change.tone, change.toneKey, change.toneKeys)
        case .append: append(change.letter)
        }
        return inverse
    }

    /// `change` with the judgement of the word that it would make; the word stays as it is.
    private mutating func judged(_ change: Change, _ keymap: Keymap) -> Change {
        var result = change
        let before = judgement
        let inverse = make(change)
        keymap.judge(&self)
        result.judgement = judgement
        if change.kind == .append { removeLast() } else { _ = make(inverse) }
        judgement = before
        return result
    }

    /// The first change that the key can make to one of the letters from `last` back to `first` that leaves a
    /// possible syllable; nil if none.
    private mutating func change(_ stroke: Keystroke, _ keymap: Keymap, from last: Int, to first: Int)
        -> Change?
    {
        var index = last
        while index >= max(0, first) {
            defer { index -= 1 }
            let letter = self[index]
            let result = keymap.action(stroke.key, on: letter.id, stroke.options)
            guard result != 0, !letter.isUndone else { continue }
            var changed = letter
            changed.under = letter.id
            changed.id = result
            changed.changer = stroke.key
            changed.keys |= stroke.bit
            let change = judged(
                Change(kind: .letter, index: index, letter: changed, lateChanges: lateChanges), keymap)
            if change.judgement.score != Word.dead { return change }
        }
        return nil
    }

    /// The tone that the key stands for; nil when it stands for none or no vowel can carry it.
    private mutating func tonal(_ stroke: Keystroke, _ keymap: Keymap) -> Change? {
        let tone = keymap.tone(stroke.key)
        guard tone != 0, hasVowel(keymap) else { return nil }
        var change = Change(kind: .tone, toneKeys: toneKeys | stroke.bit, lateChanges: lateChanges)
        if tone == KeymapFormat.clearTone {
            guard self.tone != 0 else { return nil }
        } else {
            guard self.tone != tone else { return nil }
            change.tone = tone
            change.toneKey = stroke.key
        }
        return judged(change, keymap)
    }

    /// Adds what the key may mean here to `found`, in the order of preference.
    ///
    /// It changes the last letter; it is the tone; it is a letter, a special one before its own; it changes a
    /// letter further back. The last comes last so that in a word of several syllables (tơlơi) a letter is not
    /// taken for a change of the syllable before.
    mutating func addReadings(
        of stroke: Keystroke, _ keymap: Keymap, number: Int, to found: inout Readings.Found
    ) {
        let last = count - 1
        if let change = change(stroke, keymap, from: last, to: last) { found.add(change, of: number) }
        if let change = tonal(stroke, keymap) { found.add(change, of: number) }
        var isLetter = false
        let special = keymap.specialLetter(stroke.key, stroke.options)
        if special != 0 {
            var letter = stroke.letter(special)
            letter.changer = stroke.key
            let change = judged(Change(letter: letter, lateChanges: lateChanges), keymap)
            isLetter = change.judgement.score != Word.dead
            found.add(change, of: number)
        }
        let plain = keymap.plainLetter(stroke.key)
        if keymap.isWord(plain) {
            let change = judged(
                Change(letter: stroke.letter(plain), lateChanges: lateChanges), keymap)
            isLetter = isLetter || change.judgement.score != Word.dead
            found.add(change, of: number)
        }
        guard keymap.flags & KeymapFormat.Flag.reachesSyllable != 0 else { return }
        if var change = change(stroke, keymap, from: last - 1, to: 0) {
            if isLetter { change.lateChanges &+= 1 }
            found.add(change, of: number)
        }
    }

    /// Takes a key again that has changed the word: its next reading, or the change taken back and the key itself.
    ///
    /// - Parameter keys: The keys whose change may be taken back: that just before, or all.
    /// - Returns: False when they have changed nothing here; then nothing has changed.
    mutating func repeats(_ stroke: Keystroke, _ keymap: Keymap, since keys: UInt32) -> Bool {
        let plain = keymap.plainLetter(stroke.key)
        if tonesInPlaceOfLetter(stroke, keymap) { return true }
        if let index = lastChanged(by: stroke.key), self[index].keys & keys != 0 {
            let isWhole = self[index].under == 0
            self[index].id = isWhole ? plain : self[index].under
            self[index].under = 0
            self[index].changer = 0
            if isWhole {
                // The key alone had made the letter (ư by w): now it is the key's own letter.
                self[index].flags |= Letter.undone
                self[index].keys |= stroke.bit
            } else if let change = tonal(stroke, keymap), change.judgement.score != Word.dead {
                take(change)
                return true
            } else {
                appendUndone(stroke.letter(plain))
            }
        } else if tone != 0, toneKey == stroke.key, toneKeys & keys != 0 {
            tone = 0
            toneKey = 0
            appendUndone(stroke.letter(plain))
        } else {
            return false
        }
        // A key undone from further on (the second s of tests) was as likely meant as a letter.
        undoneAt = keys == .max ? 0 : count
        keymap.judge(&self)
        isPlain = judgement.score == Word.dead
        return true
    }

    /// Takes the key again that was read as a letter (r in Ê Đê) as the tone that it is too.
    private mutating func tonesInPlaceOfLetter(_ stroke: Keystroke, _ keymap: Keymap) -> Bool {
        let last = self[count - 1]
        guard last.id == keymap.plainLetter(stroke.key), last.keys == stroke.bit >> 1,
            last.flags & Letter.undone == 0
        else { return false }
        let before = self
        removeLast()
        if var change = tonal(stroke, keymap), change.judgement.score < 0x8000 {
            change.toneKeys |= last.keys
            take(change)
            return true
        }
        self = before
        return false
    }

    private mutating func appendUndone(_ letter: Letter) {
        var letter = letter
        letter.flags |= Letter.undone
        append(letter)
    }

    private func hasVowel(_ keymap: Keymap) -> Bool {
        for index in 0..<count where keymap.isVowel(self[index].id) { return true }
        return false
    }
}
