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

        /// The states kept after each letter are those that the automata reach by reading the whole word; for signs of a
        /// cluster, their positions.
        private func checkStates(of word: inout Word) {
            var whole = word
            if keymap.composesClusters {
                keymap.place(&whole, from: 0)
            } else {
                guard !word.isPlain, keymap.grammarCount > 0 else { return }
                keymap.follow(&whole, from: 0)
            }
            for index in 0...word.count {
                let (kept, wanted) = (word.states(before: index), whole.states(before: index))
                precondition(
                    kept.bits == wanted.bits, "the automata are in other states before letter \(index)")
            }
        }

        /// The preedit, of which a key writes only what it changes, is what writing all of it gives.
        private mutating func checkPreedit() {
            let shown = preedit
            preedit.removeAll()
            if ruleText.count > 0 {
                showRuleText()
            } else {
                readings.renderWhole(keymap, conditions, into: &preedit)
                if isEscaping { preedit.append(keymap.escapeKey) }
                if held.count > 0 { showHeld() }
            }
            precondition(shown == preedit, "'\(shown.string)' is shown, and composed is '\(preedit.string)'")
        }
    }
#endif
