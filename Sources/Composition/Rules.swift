import Storage

/// Plain rules: letters just typed become others.
extension Keymap {
    /// Applies the longest rule whose left side ends `word`.
    ///
    /// The index has two 32-bit numbers a letter: the offset of its first rule and how many there are; rules that
    /// end in the same letter stand together, the longest first.
    func applyRule(to word: inout Word, _ conditions: Conditions) -> Bool {
        let last = Int(word[word.count - 1].id)
        var offset = Int(ruleIndex.u32(at: last * 8))
        for _ in 0..<Int(ruleIndex.u32(at: last * 8 + 4)) {
            let left = Int(rules[offset])
            let right = Int(rules[offset + 1])
            let condition = rules[offset + 2]
            let letters = offset + Format.ruleHeaderSize
            offset = letters + left + right
            guard offset <= rules.count else { return false }
            // A rule that would make the word longer than any is passed over, so that nothing is cut off.
            if left > 0, word.count - left + right <= Word.limit, ends(&word, left, letters),
                conditions.hold(condition)
            {
                replace(left, letters + left, right, in: &word)
                return true
            }
        }
        return false
    }

    private func ends(_ word: inout Word, _ length: Int, _ letters: Int) -> Bool {
        guard length <= word.count else { return false }
        for index in 0..<length where word[word.count - length + index].id != rules[letters + index] {
            return false
        }
        return true
    }

    private func replace(_ left: Int, _ letters: Int, _ right: Int, in word: inout Word) {
        var keys: UInt32 = 0
        let flags = word[word.count - left].flags & Letter.capital
        for index in (word.count - left)..<word.count { keys |= word[index].keys }
        word.removeLast(left)
        // The first letter that is put out answers for all keys, so that Backspace gives none of them back alone.
        for index in 0..<right {
            word.append(Letter(id: rules[letters + index], flags: flags, keys: index == 0 ? keys : 0))
        }
        word.isSettled = true
        judge(&word)
        word.isPlain = word.judgement.score == Word.dead
    }
}
