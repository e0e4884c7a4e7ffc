/// The readings of the keys since the last commit, best first; there is always at least one.
///
/// Nearly always there is one. A key with two meanings (x in Ê Đê: the breve, or the Vietnamese tone ngã) may give
/// two that belong to different grammars; both are kept, so that a later key can still decide.
struct Readings: Sendable {
    static let limit = 3

    private var words = InlineArray<3, Word>(repeating: Word())
    private var count = 1

    /// Just `word`.
    init(_ word: Word) { words[0] = word }

    init() {}

    /// The reading that is shown.
    var shown: Word { words[0] }

    /// Takes a letter key.
    ///
    /// - Returns: False when the key is no letter and changes nothing here; then nothing has changed.
    mutating func type(_ stroke: Keystroke, _ keymap: Keymap) -> Bool {
        let plain = keymap.plainLetter(stroke.key)
        let isLetter = keymap.isWord(plain)
        var word = words[0]
        if let undone = word.typeAgain(plain, stroke) {
            self = Readings(undone)
            return true
        }
        if word.isPlain {
            guard isLetter else { return false }
            word.append(stroke.letter(plain))
            self = Readings(word)
            return true
        }
        if let rewritten = word.rewritten(stroke, keymap) {
            self = Readings(rewritten)
            return true
        }
        if keymap.flags & KeymapFormat.Flag.undoesByRepeating != 0,
            word.changed(stroke, keymap) == nil, let next = word.repeated(stroke, keymap)
        {
            self = Readings(next)
            return true
        }
        var found = Found()
        for index in 0..<count { words[index].addReadings(of: stroke, keymap, to: &found) }
        if let readings = found.readings {
            self = readings
            return true
        }
        guard isLetter else { return false }
        word.append(stroke.letter(plain))
        word.isPlain = true
        self = Readings(word)
        return true
    }

    /// Collects readings in the order in which they are found, and keeps the best.
    struct Found {
        private var words = InlineArray<3, Word>(repeating: Word())
        private var count = 0

        /// Adds `word` unless it can be no syllable.
        mutating func add(_ word: Word) {
            guard word.score != Word.dead else { return }
            var at = count
            while at > 0, words[at - 1].score > word.score { at -= 1 }
            guard at < Readings.limit else { return }
            var index = min(count, Readings.limit - 1)
            while index > at {
                words[index] = words[index - 1]
                index -= 1
            }
            words[at] = word
            count = min(count + 1, Readings.limit)
        }

        /// The best, and others only where another grammar than the best one's reads them.
        var readings: Readings? {
            guard count > 0 else { return nil }
            var result = Readings(words[0])
            for index in 1..<Readings.limit where index < count && words[index].grammar != words[0].grammar {
                result.words[result.count] = words[index]
                result.count += 1
            }
            return result
        }
    }
}

extension Word {
    /// The word with a key once more that was undone in it: plain from then on.
    mutating func typeAgain(_ plain: UInt8, _ stroke: Keystroke) -> Word? {
        guard hasUndone(plain) else { return nil }
        var word = self
        word.append(stroke.letter(plain))
        word.isSettled = true
        return word
    }

    /// The word after the first change that the key can make to a letter in reach and that shows; nil if none.
    func changed(_ stroke: Keystroke, _ keymap: Keymap) -> Word? {
        var index = count - 1
        let reach = keymap.flags & KeymapFormat.Flag.reachesSyllable != 0 ? 0 : index
        while index >= max(0, reach) {
            defer { index -= 1 }
            let change = keymap.action(stroke.key, on: self[index].id)
            guard change.letter != 0, !self[index].isUndone, keymap.holds(change.condition, stroke.options) else {
                continue
            }
            var word = self
            word[index].under = self[index].id
            word[index].id = change.letter
            word[index].changer = stroke.key
            word[index].keys |= stroke.bit
            keymap.judge(&word)
            guard word.score != Word.dead else { continue }
            // A repair may have made the change already (ươ after uow): the same key at once means to undo it.
            if stroke.isRepeated, keymap.shown(word, index) == keymap.shown(self, index) { continue }
            return word
        }
        return nil
    }

    /// The word with the tone that the key stands for; nil when it stands for none or no vowel can carry it.
    func toned(_ stroke: Keystroke, _ keymap: Keymap) -> Word? {
        let tone = keymap.tone(stroke.key)
        guard tone != 0, hasVowel(keymap) else { return nil }
        var word = self
        if tone == KeymapFormat.clearTone {
            guard self.tone != 0 else { return nil }
            word.tone = 0
            word.toneKey = 0
        } else {
            word.tone = tone
            word.toneKey = stroke.key
        }
        word.toneKeys |= stroke.bit
        keymap.judge(&word)
        return word
    }

    /// The word after the key that made a change was typed again: the key's next reading, or the change taken back
    /// and the key itself; nil when the key has changed nothing here.
    func repeated(_ stroke: Keystroke, _ keymap: Keymap) -> Word? {
        let plain = keymap.plainLetter(stroke.key)
        if let index = lastChanged(by: stroke.key) {
            var word = self
            word[index].id = self[index].under
            word[index].under = 0
            word[index].changer = 0
            if self[index].under == 0 {
                // The key alone had made the letter (ư by w): now it is the key's own letter.
                word[index].id = plain
                word[index].flags |= Letter.undone
                word[index].keys |= stroke.bit
            } else {
                if let toned = word.toned(stroke, keymap), toned.score != Word.dead { return toned }
                word.appendUndone(stroke.letter(plain))
            }
            return word.undone(keymap)
        }
        guard tone != 0, toneKey == stroke.key else { return nil }
        var word = self
        word.tone = 0
        word.toneKey = 0
        word.appendUndone(stroke.letter(plain))
        return word.undone(keymap)
    }

    /// Adds all readings of the key to `found`, in their order of preference.
    func addReadings(of stroke: Keystroke, _ keymap: Keymap, to found: inout Readings.Found) {
        if let word = changed(stroke, keymap) { found.add(word) }
        if let word = toned(stroke, keymap) { found.add(word) }
        let special = keymap.specialLetter(stroke.key)
        if special.letter != 0, keymap.holds(special.condition, stroke.options) {
            var word = self
            var letter = stroke.letter(special.letter)
            letter.changer = stroke.key
            word.append(letter)
            keymap.judge(&word)
            found.add(word)
        }
        let plain = keymap.plainLetter(stroke.key)
        if keymap.isWord(plain) {
            var word = self
            word.append(stroke.letter(plain))
            keymap.judge(&word)
            found.add(word)
        }
    }

    /// The word after the longest rule that the key completes; nil when none does.
    func rewritten(_ stroke: Keystroke, _ keymap: Keymap) -> Word? {
        guard keymap.hasRules else { return nil }
        var word = self
        word.append(stroke.letter(keymap.plainLetter(stroke.key)))
        return keymap.applyRule(to: &word, stroke.options) ? word : nil
    }

    private mutating func appendUndone(_ letter: Letter) {
        var letter = letter
        letter.flags |= Letter.undone
        append(letter)
    }

    private func undone(_ keymap: Keymap) -> Word {
        var word = self
        word.undoneAt = word.count
        keymap.judge(&word)
        word.isPlain = word.score == Word.dead
        return word
    }

    private func hasVowel(_ keymap: Keymap) -> Bool {
        for index in 0..<count where keymap.isVowel(self[index].id) { return true }
        return false
    }
}
