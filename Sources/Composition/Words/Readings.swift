/// The readings of the keys since the last commit, best first; there is always at least one.
///
/// Nearly always there is one. A key with two meanings (x in Ê Đê: the breve, or the Vietnamese tone ngã) may give
/// two that belong to different grammars; both are kept, so that a later key can still decide.
struct Readings: Sendable {
    static let limit = 3

    private var first = Word()
    private var others = InlineArray<2, Word>(repeating: Word())
    private var count = 1
    /// The first letter of the shown reading that has changed since it was written.
    private var changed = 0

    /// The reading that is shown.
    var shown: Word {
        _read { yield first }
        // A word that is set from outside is the only reading.
        _modify {
            count = 1
            changed = 0
            yield &first
        }
    }

    /// Back to one reading of no keys.
    mutating func removeAll() {
        first.removeAll()
        count = 1
        changed = 0
    }

    /// Writes what has changed in the shown reading to `text`.
    @inline(__always)
    mutating func render(
        _ keymap: Keymap, _ conditions: Conditions, _ rendition: inout Rendition, into text: inout TextBuffer
    ) {
        if changed &+ 1 == first.count, !first.needsPlacing, rendition.isPlain {
            keymap.renderLast(&first, &rendition, into: &text)
        } else {
            keymap.render(&first, conditions, from: changed, &rendition, into: &text)
        }
        changed = first.count
    }

    /// Adds the whole shown reading to `text`, which holds something else.
    mutating func renderWhole(_ keymap: Keymap, _ conditions: Conditions, into text: inout TextBuffer) {
        var word = TextBuffer()
        var rendition = Rendition(keymap)
        keymap.render(&first, conditions, from: 0, &rendition, into: &word)
        text.append(&word)
        changed = 0
    }

    /// Says that the text no longer holds the shown reading, so that all of it is written next time.
    mutating func forgetRendition() { changed = 0 }

    /// Whether the shown reading, if it ended now, would be restored to the keys as typed.
    ///
    /// A word with an undone key stays as it is. But if letters follow that key and the whole is not a syllable, the
    /// doubled key was meant as two letters (`office`, `password`).
    mutating func shownIsRestored(_ keymap: Keymap, _ conditions: Conditions) -> Bool {
        guard keymap.flags & KeymapFormat.Flag.restores != 0, keymap.grammarCount > 0,
            !keymap.composesClusters, !first.isDecidedByUser, conditions.hold(keymap.restoreCondition)
        else { return false }
        if !first.isPlain, first.isComplete { return false }
        return first.undoneAt == 0 || first.count > first.undoneAt
    }

    /// Whether a key was undone in the shown reading by pressing it again at once.
    var shownIsUndone: Bool { first.undoneAt > 0 }

    /// Whether the shown reading is nothing but an undone sign: `[[` where `[` is ơ.
    mutating func shownIsSignTakenBack(_ keymap: Keymap) -> Bool {
        first.count == 1 && first[0].isUndone && !keymap.isWord(first[0].id)
    }

    /// Types a letter key.
    ///
    /// - Returns: False when the key is not a letter and changes nothing here.
    @inline(__always)
    mutating func type(_ stroke: Keystroke, _ log: inout KeyLog, _ keymap: Keymap) -> Bool {
        let plain = stroke.meaning.plain
        if first.isPlain || first.hasUndone(plain) { return typePlain(plain, stroke, keymap) }
        if stroke.meaning.isLetterOnly, count == 1 {
            let judgement = keymap.judgement(&first, with: plain, at: first.count)
            first.append(stroke.letter(plain))
            first.isPlain = judgement.score == Word.dead
            if !first.isPlain {
                first.judgement = judgement
                keymap.followLast(&first)
            }
            return true
        }
        if stroke.isRepeated, repeats(stroke, &log, keymap, since: stroke.bit >> 1) { return true }
        var found = PossibleChanges()
        keymap.addReadings(of: &first, stroke, number: 0, to: &found)
        for number in 1..<Readings.limit where number < count {
            keymap.addReadings(of: &others[number - 1], stroke, number: number, to: &found)
        }
        if found.count == 1, found.best.word == 0 {
            changed = min(changed, first.apply(found.best, stroke, keymap))
            count = 1
            return true
        }
        if found.count > 0 {
            choose(found, stroke, keymap)
            return true
        }
        if repeats(stroke, &log, keymap, since: .max) { return true }
        guard stroke.meaning.isLetter else { return false }
        first.append(stroke.letter(plain))
        first.isPlain = true
        count = 1
        return true
    }

    /// Types a key as a letter, whatever else it could do: the word is not a syllable, or the key was undone in it.
    private mutating func typePlain(_ plain: UInt8, _ stroke: Keystroke, _ keymap: Keymap) -> Bool {
        count = 1
        if first.hasUndone(plain) {
            // A third press confirms that the key was undone on purpose. It was not where the second press came later than
            // the letters after the first: `disass` is the beginning of disassemble.
            let isMeant = stroke.isRepeated && first.undoneAt == first.count
            first.append(stroke.letter(plain))
            if isMeant { first.isDecidedByUser = true }
            guard !first.isPlain else { return true }
            keymap.judge(&first, from: first.count - 1)
            first.isPlain = first.judgement.score == Word.dead
            return true
        }
        guard stroke.meaning.isLetter else { return false }
        first.append(stroke.letter(plain))
        return true
    }

    private mutating func repeats(
        _ stroke: Keystroke, _ log: inout KeyLog, _ keymap: Keymap, since keys: UInt32
    ) -> Bool {
        guard keymap.flags & KeymapFormat.Flag.undoesByRepeating != 0,
            first.repeats(stroke, &log, keymap, since: keys)
        else { return false }
        count = 1
        changed = 0
        return true
    }

    /// Makes the best of `found` the shown reading, and keeps those that another grammar reads.
    private mutating func choose(_ found: PossibleChanges, _ stroke: Keystroke, _ keymap: Keymap) {
        var before = self
        shown = before[found.best.word]
        _ = first.apply(found.best, stroke, keymap)
        for index in 1..<Readings.limit
        where index < found.count && found[index].isAlternative(to: found.best) {
            others[count - 1] = before[found[index].word]
            _ = others[count - 1].apply(found[index], stroke, keymap)
            count += 1
        }
    }

    private subscript(number: UInt8) -> Word {
        mutating get { number == 0 ? first : others[(Int(number) - 1) & 1] }
    }
}

/// What one key may do to a word, and how the word then fits the grammars.
struct Change {
    enum Kind: UInt8 {
        /// The letter at `index` becomes `value`.
        case letter
        /// The tone becomes `value`.
        case tone
        /// The letter `value` is added at the end: the key's own.
        case plain
        /// The letter `value` is added at the end: a special one that the key alone makes.
        case special
    }

    var kind = Kind.plain
    /// The number of a letter or a tone.
    var value: UInt8 = 0
    var index: UInt8 = 0
    /// ``Word/lateChanges`` of the changed word.
    var lateChanges: UInt8 = 0
    /// The number of the reading it is a change of.
    var word: UInt8 = 0
    var judgement = Judgement()

    /// Whether some syllable is still possible after it.
    var isPossible: Bool { judgement.score != Word.dead }

    /// The grammar that the changed word fits best.
    var grammar: UInt16 { judgement.score >> 8 & 0x7F }

    /// Less is better: a whole word before one to be, then fewer late changes, then the better grammar.
    private var rank: UInt32 {
        UInt32(judgement.score & 0x8000) << 16 | UInt32(lateChanges) << 16 | UInt32(judgement.score)
    }

    /// Whether the changed word is the better reading.
    func precedes(_ other: Change) -> Bool { rank < other.rank }

    /// Whether a later key may prefer the one or the other: another grammar reads it, or a late change made it.
    func isAlternative(to other: Change) -> Bool {
        grammar != other.grammar || lateChanges != other.lateChanges
    }
}

/// What a key may do to the readings, the best first; only the best few are kept.
struct PossibleChanges {
    private var items = InlineArray<3, Change>(repeating: Change())
    private(set) var count = 0

    var best: Change { items[0] }

    subscript(index: Int) -> Change { index >= 0 && index < count ? items[index] : Change() }

    /// Adds a change of the reading numbered `word`, unless it leaves no possible syllable.
    mutating func add(_ change: Change, of word: Int) {
        guard change.isPossible else { return }
        if count == 0 {
            items[0] = change
            items[0].word = UInt8(truncatingIfNeeded: word)
            count = 1
            return
        }
        var at = count
        while at > 0, change.precedes(items[at - 1]) { at -= 1 }
        guard at < Readings.limit else { return }
        var index = min(count, Readings.limit - 1)
        while index > at {
            items[index] = items[index - 1]
            index -= 1
        }
        items[at] = change
        items[at].word = UInt8(truncatingIfNeeded: word)
        count = min(count + 1, Readings.limit)
    }
}

// MARK: What a key may do

extension Keymap {
    /// Adds what the key may mean after `word` to `found`, in the order of preference.
    ///
    /// It changes the last letter; it is the tone; it is a letter, a special one before its own; it changes a letter
    /// further back. That comes last so that in a word of several syllables (tơlơi) a letter does not change the
    /// syllable before.
    func addReadings(of word: inout Word, _ stroke: Keystroke, number: Int, to found: inout PossibleChanges) {
        let last = word.count - 1
        let changes = stroke.meaning.changesLetters
        if changes, let change = change(&word, stroke, from: last, to: last) { found.add(change, of: number) }
        if let change = tonal(&word, stroke) { found.add(change, of: number) }
        var isLetter = false
        let special = specialLetter(stroke.meaning, stroke.conditions)
        if special != 0 {
            let change = Change(
                kind: .special, value: special, lateChanges: word.lateChanges,
                judgement: judgement(&word, with: special, at: word.count))
            isLetter = change.isPossible
            found.add(change, of: number)
        }
        let plain = stroke.meaning.plain
        if stroke.meaning.isLetter {
            let change = Change(
                kind: .plain, value: plain, lateChanges: word.lateChanges,
                judgement: judgement(&word, with: plain, at: word.count))
            isLetter = isLetter || change.isPossible
            found.add(change, of: number)
        }
        guard changes, flags & Format.Flag.reachesSyllable != 0 else { return }
        if var change = change(&word, stroke, from: last - 1, to: 0) {
            if isLetter { change.lateChanges &+= 1 }
            found.add(change, of: number)
        }
    }

    /// The first change that the key can make to one of the letters from `last` back to `first` that leaves a
    /// possible syllable; nil if none.
    private func change(_ word: inout Word, _ stroke: Keystroke, from last: Int, to first: Int) -> Change? {
        var index = last
        while index >= max(0, first) {
            let letter = word[index]
            let result = action(stroke.key, on: letter.id, stroke.conditions)
            if result != 0, !letter.isUndone {
                let change = Change(
                    kind: .letter, value: result, index: UInt8(truncatingIfNeeded: index),
                    lateChanges: word.lateChanges, judgement: judgement(&word, with: result, at: index))
                if change.isPossible { return change }
            }
            index -= 1
        }
        return nil
    }

    /// The change to the tone of the key; nil if it has none, if the word has that tone, or if no vowel can carry it.
    fileprivate func tonal(_ word: inout Word, _ stroke: Keystroke) -> Change? {
        var tone = stroke.meaning.tone
        guard tone != 0 else { return nil }
        if tone == Format.clearTone { tone = 0 }
        guard tone != word.tone, hasVowel(&word) else { return nil }
        return Change(
            kind: .tone, value: tone, lateChanges: word.lateChanges, judgement: judgement(&word, tone: tone))
    }

    private func hasVowel(_ word: inout Word) -> Bool {
        var index = word.count - 1
        while index >= 0 {
            if isVowel(word[index].id) { return true }
            index -= 1
        }
        return false
    }
}

extension Word {
    /// Applies `change`, which is judged already, and returns the first letter that looks different.
    mutating func apply(_ change: Change, _ stroke: Keystroke, _ keymap: Keymap) -> Int {
        judgement = change.judgement
        lateChanges = change.lateChanges
        var index = count
        switch change.kind {
        case .tone:
            tone = change.value
            toneKey = change.value == 0 ? 0 : stroke.key
            toneKeys |= stroke.bit
            return index
        case .letter:
            index = Int(change.index)
            var letter = self[index]
            letter.under = letter.id
            letter.id = change.value
            letter.changer = stroke.key
            letter.keys |= stroke.bit
            self[index] = letter
        case .plain: append(stroke.letter(change.value))
        case .special:
            var letter = stroke.letter(change.value)
            letter.changer = stroke.key
            append(letter)
        }
        if index == count &- 1 { keymap.followLast(&self) } else { keymap.follow(&self, from: index) }
        return index
    }

    /// Types a key again that has changed the word: it has its next meaning, or its change is undone and it stands for
    /// itself.
    ///
    /// What the key changed last is as it was before; what other keys have changed stays.
    ///
    /// - Parameters:
    ///   - log: The keys typed.
    ///   - keys: The keys whose change may be undone: the one just before, or all.
    /// - Returns: False when they have changed nothing here.
    mutating func repeats(
        _ stroke: Keystroke, _ log: inout KeyLog, _ keymap: Keymap, since keys: UInt32
    ) -> Bool {
        let plain = stroke.meaning.plain
        if tonesInPlaceOfLetter(stroke, keymap) { return true }
        // A key without a letter that is pressed twice was undone on purpose (11 in VNI); so was a letter pressed
        // three times.
        var isMeant = !stroke.meaning.isLetter
        // Whether what was undone had taken the place of another key's mark or tone.
        var hadReplaced = false
        let undone: UInt32
        if let index = lastChanged(by: stroke.key), self[index].keys & keys != 0 {
            let isWhole = self[index].under == 0
            // The key alone has made a letter, and others have followed: this is another letter.
            if isWhole, keys == .max { return false }
            undone = self[index].keys.highestBit
            if self[index].under == plain, self[index].keys == stroke.bit >> 1 | stroke.bit >> 2 {
                isMeant = true
            }
            self[index].id = isWhole ? plain : self[index].under
            self[index].under = 0
            self[index].changer = 0
            keymap.follow(&self, from: index)
            if isWhole {
                // The key alone had made the letter (ư by w): now it is the key's own letter.
                markUndone(at: index)
                self[index].keys |= stroke.bit
            } else if let change = keymap.tonal(&self, stroke), change.isPossible {
                _ = apply(change, stroke, keymap)
                return true
            } else {
                self[index].keys &= ~undone
                hadReplaced = self[index].keys & (self[index].keys &- 1) != 0
                appendUndone(stroke.letter(plain), after: undone)
            }
        } else if tone != 0, toneKey == stroke.key, toneKeys & keys != 0 {
            undone = takeToneBack(stroke, &log, keymap)
            hadReplaced = tone != 0
            appendUndone(stroke.letter(plain), after: undone)
        } else {
            return false
        }
        // A letter key undone from further on (the second s of tests), or in place of another (tariff), may just as well
        // be a letter; a sign or digit only where letters have come between.
        let isSettled =
            stroke.meaning.isLetter ? keys != .max && !hadReplaced : !hasLetter(after: undone)
        undoneAt = isSettled ? count : 0
        if isMeant, isSettled { isDecidedByUser = true }
        keymap.judge(&self, from: 0)
        isPlain = judgement.score == Word.dead
        return true
    }

    /// Reads a key pressed again, first read as a letter (r in Ê Đê), as the tone that it is too.
    private mutating func tonesInPlaceOfLetter(_ stroke: Keystroke, _ keymap: Keymap) -> Bool {
        let last = self[count - 1]
        guard stroke.meaning.tone != 0, last.id == stroke.meaning.plain,
            last.keys == stroke.bit >> 1, last.flags & Letter.undone == 0
        else { return false }
        removeLast()
        if let change = keymap.tonal(&self, stroke), change.judgement.score < 0x8000 {
            _ = apply(change, stroke, keymap)
            toneKeys |= last.keys
            return true
        }
        append(last)
        return false
    }

    /// Gives the word the tone that it had before the key set its own.
    ///
    /// - Returns: The presses of the key that had set the tone; two where the first was read as a letter.
    private mutating func takeToneBack(
        _ stroke: Keystroke, _ log: inout KeyLog, _ keymap: Keymap
    ) -> UInt32 {
        let before = toneKeys
        (tone, toneKey) = (0, 0)
        while toneKeys != 0 {
            let last = toneKeys.highestBit
            let key = keymap.keyNumber(log[last.trailingZeroBitCount])
            if key != stroke.key {
                let meant = keymap.meaning(key).tone
                if meant != KeymapFormat.clearTone { (tone, toneKey) = (meant, key) }
                break
            }
            toneKeys &= ~last
        }
        return before & ~toneKeys
    }

    /// Whether a letter was typed after `key`, which is undone; the last letter is the undone key itself.
    private mutating func hasLetter(after key: UInt32) -> Bool {
        for index in 0..<max(0, count - 1) where self[index].keys & (0 &- self[index].keys) > key {
            return true
        }
        return false
    }

    /// Adds the key that was pressed again; the keys whose change it undid are its own now, and are removed with it.
    private mutating func appendUndone(_ letter: Letter, after keys: UInt32) {
        var letter = letter
        letter.flags |= Letter.undone
        letter.keys |= keys
        append(letter)
    }
}

extension UInt32 {
    /// The highest bit that is set, alone; 0 of 0.
    fileprivate var highestBit: UInt32 { self == 0 ? 0 : 1 << UInt32(31 - leadingZeroBitCount) }
}
