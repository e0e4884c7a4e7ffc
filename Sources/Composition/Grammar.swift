import Storage

/// What the automata of a keymap say of a word.
///
/// Two automata read its letters. The *strict* one takes them as they are: does a grammar accept them? The *loose*
/// one lets a letter without a mark still become one with a mark: can the word become a syllable? Each state has a
/// mask of 8 bits a grammar: bit *t* says that tone *t* goes with it, now (a strict state's first mask) or after
/// further letters (its second mask, and a loose state's only one).
extension Keymap {
    static let start = 1

    private func step(_ table: Bytes, _ state: Int, _ letter: UInt8) -> Int {
        Int(table.u16(at: (state &* symbolCount &+ Int(symbols[Int(letter)])) &* 2))
    }

    /// The letter at `index` as it is shown: repaired where the word is.
    @inline(__always)
    func shown(_ word: borrowing Word, _ index: Int) -> UInt8 {
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

    /// Judges `word`: sets its score and the repair that it needs.
    ///
    /// The score is the level of the grammar that accepts it, the best first; else 0x8000 and the level of the one
    /// that it still can satisfy; else ``Word/dead``. Levels count by 0x100.
    func judge(_ word: inout Word) {
        word.judgement = Judgement()
        guard grammarCount > 0 else {
            word.judgement.score = 0
            return
        }
        let (score, isStrict) = fit(word)
        word.judgement.score = score
        guard repairCount > 0, !isStrict else { return }
        // The letters as typed are no part of a syllable: perhaps the repaired ones are.
        for repair in 0..<repairCount {
            guard let at = find(repair, in: word) else { continue }
            word.judgement.repair = UInt8(truncatingIfNeeded: repair + 1)
            word.judgement.repairAt = UInt8(truncatingIfNeeded: at)
            let (repaired, isStrict) = fit(word)
            if isStrict, repaired <= score {
                word.judgement.score = repaired
                return
            }
        }
        word.judgement.repair = 0
    }

    /// The score of the letters as shown, and whether they can be part of a syllable without any change.
    private func fit(_ word: borrowing Word) -> (score: UInt16, isStrict: Bool) {
        var strictState = Keymap.start
        var looseState = Keymap.start
        for index in 0..<word.count {
            let letter = shown(word, index)
            if strictState != 0 { strictState = step(strict, strictState, letter) }
            looseState = step(loose, looseState, letter)
            if looseState == 0 { return (Word.dead, false) }
        }
        let tone = UInt32(word.tone & 7)
        if strictState != 0, let grammar = lowest(strictMasks.u32(at: strictState * 8) >> tone) {
            return (grammar << 8, true)
        }
        guard let grammar = lowest(looseMasks.u32(at: looseState * 4) >> tone) else {
            return (Word.dead, false)
        }
        let isStrict = strictState != 0 && lowest(strictMasks.u32(at: strictState * 8 + 4) >> tone) != nil
        return (0x8000 | grammar << 8, isStrict)
    }

    /// The first grammar whose bit is set.
    private func lowest(_ mask: UInt32) -> UInt16? {
        let bits = mask & 0x0101_0101
        return bits == 0 ? nil : UInt16(truncatingIfNeeded: bits.trailingZeroBitCount >> 3)
    }

    private func find(_ repair: Int, in word: borrowing Word) -> Int? {
        let row = repair * Format.repairSize
        let length = Int(repairs[row])
        guard length > 0, length <= word.count else { return nil }
        search: for at in 0...(word.count - length) {
            for offset in 0..<length where word[at + offset].id != repairs[row + 8 + offset] {
                continue search
            }
            return at
        }
        return nil
    }
}
