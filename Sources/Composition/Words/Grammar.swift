import Bytes

/// How a word fits the grammars of a keymap, by two automata.
///
/// The *strict* automaton reads the letters as they are: does a grammar accept them? The *loose* one reads a letter
/// without a mark also as one that may still get a mark: can the word become a syllable? Each state has a mask of 8
/// bits a grammar. Bit *t* means that tone *t* is allowed, now (a strict state's first mask) or after further letters
/// (its second mask, and a loose state's only one).
///
/// A word keeps the states after each of its letters, so that a change is judged from the letter it touches.
extension Keymap {
    static let start = GrammarStates(strict: 1, loose: 1)

    @inline(__always)
    private func step(_ states: GrammarStates, _ letter: UInt8) -> GrammarStates {
        let symbol = Int(symbols[Int(letter)])
        return GrammarStates(
            strict: strict.u16(at: (Int(states.strict) &* symbolCount &+ symbol) &* 2),
            loose: loose.u16(at: (Int(states.loose) &* symbolCount &+ symbol) &* 2))
    }

    /// The letter at `index` as it is shown: repaired where the word is.
    @inline(__always)
    func shown(_ word: inout Word, _ index: Int) -> UInt8 {
        shown(word.judgement, index, word[index].id)
    }

    /// The letter at `index` of a word so judged, where `letter` was typed.
    @inline(__always)
    func shown(_ judgement: Judgement, _ index: Int, _ letter: UInt8) -> UInt8 {
        guard judgement.repair != 0 else { return letter }
        let row = (Int(judgement.repair) - 1) * Format.repairSize
        let offset = index - Int(judgement.repairAt)
        guard offset >= 0, offset < Int(repairs[row]) else { return letter }
        return repairs[row + 14 + offset]
    }

    /// How `word` would fit with `letter` at `index`, which is that of one of its letters or of the next one.
    ///
    /// The score is the level of the grammar that accepts it, the best first; else 0x8000 and the level of the one
    /// that it still can satisfy; else ``Word/dead``. Levels count by 0x100.
    func judgement(_ word: inout Word, with letter: UInt8, at index: Int) -> Judgement {
        guard grammarCount > 0 else { return Judgement(score: 0) }
        var states = step(word.states(before: index), letter)
        var next = index &+ 1
        while next < word.count {
            states = step(states, word[next].id)
            next &+= 1
        }
        let (score, isStrict) = fit(states, word.tone)
        let judgement = Judgement(score: score, states: states)
        if isStrict { return judgement }
        if !word.isRepairable, !isRepairable(&word, with: letter, at: index) { return judgement }
        return repaired(judgement, &word, with: letter, at: index, word.tone)
    }

    /// How `word` would fit with `tone`.
    func judgement(_ word: inout Word, tone: UInt8) -> Judgement {
        guard grammarCount > 0 else { return Judgement(score: 0) }
        let states = word.states(before: word.count)
        let (score, isStrict) = fit(states, tone)
        let judgement = Judgement(score: score, states: states)
        if isStrict || !word.isRepairable { return judgement }
        let last = word.count - 1
        return repaired(judgement, &word, with: word[last].id, at: last, tone)
    }

    /// Judges `word` again from its letter at `first` on.
    func judge(_ word: inout Word, from first: Int = 0) {
        guard grammarCount > 0, !composesClusters else {
            if composesClusters { place(&word, from: first) }
            word.judgement = Judgement(score: 0)
            return
        }
        follow(&word, from: first)
        guard word.count > 0 else {
            word.judgement = Judgement(score: fit(Keymap.start, word.tone).score)
            return
        }
        let before = word.judgement
        word.judgement = judgement(&word, tone: word.tone)
        // A word that is not a syllable any more looks as before.
        let at = Int(before.repairAt)
        if word.judgement.score == Word.dead, before.repair != 0,
            matches(Int(before.repair) - 1, &word, with: word[at].id, at: at, at)
        {
            word.judgement.repair = before.repair
            word.judgement.repairAt = before.repairAt
        }
    }

    /// Keeps the states of the automata after the last letter of `word`, which was added or changed and is judged.
    @inline(__always)
    func followLast(_ word: inout Word) {
        let last = word.count &- 1
        word.setStates(word.judgement.states, after: last)
        if repairCount > 0, !word.isRepairable {
            word.isRepairable = isRepairable(&word, with: word[last].id, at: last)
        }
    }

    /// Lets the automata read `word` from its letter at `first` on.
    func follow(_ word: inout Word, from first: Int) {
        var states = word.states(before: first)
        var index = first
        while index < word.count {
            states = step(states, word[index].id)
            word.setStates(states, after: index)
            index &+= 1
        }
        guard repairCount > 0 else { return }
        var isRepairable = false
        index = 0
        while !isRepairable, index < word.count {
            isRepairable = self.isRepairable(&word, with: word[index].id, at: index)
            index &+= 1
        }
        word.isRepairable = isRepairable
    }

    /// How well the states fit, and whether the letters can be part of a syllable without any change.
    @inline(__always)
    private func fit(_ states: GrammarStates, _ tone: UInt8) -> (score: UInt16, isStrict: Bool) {
        // Letters that the loose automaton does not read, the strict one does not read either.
        guard states.loose != 0 else { return (Word.dead, false) }
        let tone = UInt32(tone & 7)
        if states.strict != 0 {
            let accepted = lowest(strictMasks.u32(at: Int(states.strict) &* 8) >> tone)
            if accepted < Keymap.noGrammar { return (accepted << 8, true) }
        }
        let possible = lowest(looseMasks.u32(at: Int(states.loose) &* 4) >> tone)
        guard possible < Keymap.noGrammar else { return (Word.dead, false) }
        let isStrict =
            states.strict != 0
            && lowest(strictMasks.u32(at: Int(states.strict) &* 8 &+ 4) >> tone) < Keymap.noGrammar
        return (0x8000 | possible << 8, isStrict)
    }

    /// What ``lowest(_:)`` gives for no grammar at all.
    private static let noGrammar: UInt16 = 4

    /// The first grammar whose bit is set.
    @inline(__always)
    private func lowest(_ mask: UInt32) -> UInt16 {
        UInt16(truncatingIfNeeded: (mask & 0x0101_0101).trailingZeroBitCount >> 3)
    }

    // MARK: Repairs

    /// Changes the letters of `word` before its last one to those shown, when the repair is removed with the last.
    ///
    /// In dươ, typed `duow`, one key has made both horns: without the ơ there is dư, and the key is the ư's.
    func keepRepair(of word: inout Word) {
        let last = word.count - 1
        let first = Int(word.judgement.repairAt)
        guard word.judgement.repair != 0, last > first,
            last - first < Int(repairs[(Int(word.judgement.repair) - 1) * Format.repairSize])
        else { return }
        for index in first..<last where shown(&word, index) != word[index].id {
            let changing = word[last].keys & (word[last].keys &- 1)
            word[index].under = word[index].id
            word[index].id = shown(&word, index)
            word[index].changer = word[last].changer
            word[index].keys |= changing
            word[last].keys &= ~changing
        }
    }

    /// Whether the letters of a repair are in `word` around `index`, if `letter` were there.
    @inline(__always)
    private func isRepairable(_ word: inout Word, with letter: UInt8, at index: Int) -> Bool {
        guard letterFlags(letter) & Format.LetterFlag.repaired != 0 else { return false }
        for repair in 0..<repairCount {
            let row = repair &* Format.repairSize
            let letters = repairs.u64(at: row &+ 8)
            for offset in 0..<min(Int(repairs[row]), Format.sequenceLimit)
            where UInt8(truncatingIfNeeded: letters >> UInt64(offset &* 8)) == letter
                && matches(repair, &word, with: letter, at: index, index &- offset)
            {
                return true
            }
        }
        return false
    }

    /// Whether the letters from `start` on are those of `repair`.
    private func matches(
        _ repair: Int, _ word: inout Word, with letter: UInt8, at index: Int, _ start: Int
    ) -> Bool {
        let row = repair &* Format.repairSize
        let length = Int(repairs[row])
        guard length > 0, start >= 0, start &+ length <= max(word.count, index &+ 1) else { return false }
        for offset in 0..<length {
            let id = start &+ offset == index ? letter : word[start &+ offset].id
            if id != repairs[row &+ 8 &+ offset] { return false }
        }
        return true
    }

    /// The first repair that makes a syllable of letters that are none as they are.
    private func repaired(
        _ judgement: Judgement, _ word: inout Word, with letter: UInt8, at index: Int, _ tone: UInt8
    ) -> Judgement {
        var result = judgement
        let count = max(word.count, index &+ 1)
        for repair in 0..<repairCount {
            var start = 0
            while start < count, !matches(repair, &word, with: letter, at: index, start) { start &+= 1 }
            guard start < count else { continue }
            result.repair = UInt8(truncatingIfNeeded: repair &+ 1)
            result.repairAt = UInt8(truncatingIfNeeded: start)
            var states = word.states(before: min(start, index))
            for place in min(start, index)..<count {
                states = step(states, shown(result, place, place == index ? letter : word[place].id))
            }
            let (repaired, isStrict) = fit(states, tone)
            if isStrict, repaired <= judgement.score {
                result.score = repaired
                return result
            }
        }
        return judgement
    }
}
