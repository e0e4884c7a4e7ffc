#if DEBUG
    extension Composer {
        /// Traps if the parts of the composition contradict each other; tests call it after each key.
        ///
        /// - Complexity: O(*n*), where *n* is the number of letters being composed; it copies the composer.
        package func checkInvariants() {
            var copy = self
            copy.check()
        }

        private mutating func check() {
            if isEmpty {
                precondition(
                    preedit.isEmpty && !isEscaping, "nothing is composed, but '\(preedit.string)' is shown")
            }
            precondition(held.count == 0 || log.count > 0, "signs are held back after no word")
            var word = readings.shown
            checkKeys(of: &word)
            checkStates(of: &word)
            checkPreedit()
        }

        /// Each key of the log has made one letter or the tone, except for the escape key, which waits for the next.
        private func checkKeys(of word: inout Word) {
            precondition((word.tone == 0) || word.toneKeys != 0, "no key has made the tone")
            var keys = word.toneKeys
            for index in 0..<word.count {
                precondition(word[index].keys != 0, "no key has made letter \(index)")
                precondition(word[index].keys & keys == 0, "one key has made letter \(index) and more")
                keys |= word[index].keys
            }
            if isEscaping { keys |= 1 << UInt32(log.count - 1) }
            let all = UInt32(truncatingIfNeeded: (1 << UInt64(log.count)) - 1)
            precondition(
                keys == all, "keys \(String(keys ^ all, radix: 2)) of the log and the letters differ")
        }

        /// The states kept after each letter are those that the automata reach by reading the whole word.
        private func checkStates(of word: inout Word) {
            guard !word.isPlain, keymap.grammarCount > 0, !keymap.composesClusters else { return }
            var whole = word
            keymap.follow(&whole, from: 0)
            for index in 0...word.count {
                let (kept, wanted) = (word.states(before: index), whole.states(before: index))
                precondition(
                    kept.bits == wanted.bits, "the automata are in other states before letter \(index)")
            }
        }

        /// The preedit, of which a key writes only what it changes, is what writing all of it gives.
        ///
        /// Checked for keymaps of syllables without rules.
        private mutating func checkPreedit() {
            guard ruleText.count == 0, !keymap.hasRules, !keymap.composesClusters else { return }
            var text = TextBuffer()
            readings.renderWhole(keymap, conditions, into: &text)
            if isEscaping { text.append(keymap.escapeKey) }
            held.write(into: &text)
            precondition(text == preedit, "'\(preedit.string)' is shown, and composed is '\(text.string)'")
        }
    }
#endif
