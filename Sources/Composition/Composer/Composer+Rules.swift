import Bytes

/// Rules and keys that put in text.
///
/// A composition is what rules have made, ``settled``, and after it the word that letter keys are composing. Rules
/// read both; where one fits, all of it is settled, and the next letter begins a new word.
extension Composer {
    /// Takes a key when rules or a text of its own answer for it; nil when it is typed as without rules.
    mutating func processRules(_ event: KeyEvent) -> Response? {
        if let row = keymap.rules.textKey(event) {
            settleWord()
            makeRoom()
            let start = settled.count
            keymap.rules.append(textKey: row, to: &settled)
            keymap.rules.order(&settled, from: start)
            _ = keymap.rules.run(&settled, conditions)
            show()
            return Response(isConsumed: true, hasCommit: !committed.isEmpty)
        }
        if event.modifiers.isCommand { return nil }
        if event.keysym == .backspace { return isEmpty || isEscaping ? nil : backspaceRules() }
        let code = event.keysym.rawValue
        guard keymap.rules.groupCount > 0, !isEscaping, code > 0x20, code < 0x7F,
            keymap.keyNumber(UInt8(truncatingIfNeeded: code)) != 0
        else { return nil }
        return rewrite(UInt8(truncatingIfNeeded: code))
    }

    /// Applies the rules to what is composed and the plain letter of a key.
    private mutating func rewrite(_ code: UInt8) -> Response? {
        let plain = keymap.plainLetter(keymap.keyNumber(code))
        var text = RuleText()
        guard copy(isRestored: false, to: &text), append(plain, code, to: &text),
            keymap.rules.run(&text, conditions)
        else { return nil }
        // A sign after a word that is no syllable stands after the keys of it.
        if !keymap.isWord(plain), log.count > 0, readings.shownIsRestored(keymap, conditions) {
            var other = RuleText()
            if copy(isRestored: true, to: &other), append(plain, code, to: &other),
                keymap.rules.run(&other, conditions)
            {
                text = other
            }
        }
        clearWord()
        settled = text
        makeRoom()
        show()
        return Response(isConsumed: true, hasCommit: !committed.isEmpty)
    }

    /// Takes a key that is no letter into the composition, when a rule could need it.
    mutating func settle(_ code: UInt8) -> Bool {
        guard keymap.rules.symbol(UInt32(code)) != 0 else { return false }
        settleWord()
        makeRoom()
        settled.append(UInt32(code))
        show()
        return true
    }

    private mutating func backspaceRules() -> Response? {
        var text = RuleText()
        if keymap.rules.backspaceGroupCount > 0, copy(isRestored: false, to: &text),
            keymap.rules.runBackspace(&text, conditions)
        {
            clearWord()
            settled = text
        } else if log.count == 0 {
            // Markers alone are nothing to take away: the key is for the text before them.
            if preedit.isEmpty {
                clear()
                return Response(isConsumed: false, hasCommit: false)
            }
            keymap.rules.removeLast(&settled)
        } else {
            return nil
        }
        if settled.count == 0 { clear() }
        show()
        return Response(isConsumed: true, hasCommit: false)
    }

    // MARK: Text

    /// Puts everything composed into `text`, decomposed; false when it is longer than rules can read.
    private mutating func copy(isRestored: Bool, to text: inout RuleText) -> Bool {
        text = settled
        guard log.count > 0 else { return true }
        var word = TextBuffer()
        if isRestored {
            log.write(into: &word)
        } else {
            readings.renderWhole(keymap, conditions, into: &word)
        }
        return append(&word, to: &text)
    }

    private mutating func append(_ word: inout TextBuffer, to text: inout RuleText) -> Bool {
        let start = text.count
        keymap.rules.append(&word, to: &text)
        keymap.rules.order(&text, from: start)
        return !text.isFull
    }

    private mutating func append(_ letter: UInt8, _ code: UInt8, to text: inout RuleText) -> Bool {
        var output = TextBuffer()
        keymap.write(letter, isCapital: keymap.isCapital(code), tone: 0, into: &output)
        return append(&output, to: &text)
    }

    /// Makes the word part of what is settled: as it is shown, or as it was typed when it is to be given back.
    mutating func settleWord() {
        guard log.count > 0 else { return }
        let isRestored = readings.shownIsRestored(keymap, conditions) || isKept()
        let escape = isEscaping ? keymap.escapeKey : 0
        var text = RuleText()
        if !copy(isRestored: isRestored, to: &text) {
            // More than rules can read: what is settled goes into the document.
            releaseSettled()
            _ = copy(isRestored: isRestored, to: &text)
        }
        settled = text
        clearWord()
        if escape != 0 { settled.append(UInt32(escape)) }
    }

    /// Commits the front of what is settled when it has grown long.
    private mutating func makeRoom() {
        guard settled.count > RuleText.keptLimit else { return }
        var cut = settled.count - RuleText.keptLimit / 2
        // Not between a letter and its marks.
        while cut > 0, keymap.rules.combiningClass(settled[cut]) != 0 || RuleText.isMarker(settled[cut - 1]) {
            cut -= 1
        }
        if cut == 0 { cut = settled.count - RuleText.keptLimit / 2 }
        keymap.rules.write(&settled, 0..<cut, into: &committed)
        settled.removeFirst(cut)
    }

    /// Puts what is settled into the document, as when something after it is committed.
    mutating func releaseSettled() {
        guard settled.count > 0 else { return }
        keymap.rules.write(&settled, 0..<settled.count, into: &committed)
        settled.removeFirst(settled.count)
    }

    /// Shows what is settled and the word after it.
    mutating func showSettled() {
        preedit.removeAll()
        // When the word stands alone again, all of it is to be written.
        rendition = Rendition()
        var text = RuleText()
        if copy(isRestored: false, to: &text) {
            keymap.rules.write(&text, 0..<text.count, into: &preedit)
        } else {
            keymap.rules.write(&settled, 0..<settled.count, into: &preedit)
            readings.renderWhole(keymap, conditions, into: &preedit)
        }
        if isEscaping { preedit.append(keymap.escapeKey) }
        held.write(into: &preedit)
    }

    /// Commits what is settled, so that the word after it ends as any word does.
    ///
    /// - Returns: Whether nothing is composed any more.
    mutating func commitSettled() -> Bool {
        // A word that begins with a mark belongs to what is before it.
        if log.count > 0, keymap.beginsWithMark(&readings.shown) { settleWord() }
        keymap.rules.write(&settled, 0..<settled.count, into: &committed)
        settled.removeAll()
        if isEmpty {
            clear()
            return true
        }
        show()
        return false
    }

    /// Begins a composition with `text`, as if it stood before the caret.
    ///
    /// For tests that need a context; nothing reads the text around the caret of an application.
    package mutating func begin(with text: String) {
        clear()
        for scalar in text.unicodeScalars { keymap.rules.append(scalar.value, to: &settled) }
        keymap.rules.order(&settled, from: 0)
        show()
    }
}

extension Keymap {
    /// Whether the first letter of `word` is a combining mark.
    fileprivate func beginsWithMark(_ word: inout Word) -> Bool {
        var output = TextBuffer()
        write(word[0].id, isCapital: false, tone: 0, into: &output)
        var text = RuleText()
        rules.append(&output, to: &text)
        return rules.combiningClass(text[0]) != 0
    }
}

extension RuleTables {
    /// Adds the code points of `word`, decomposed.
    func append(_ word: inout TextBuffer, to text: inout RuleText) {
        var index = 0
        while index < word.count {
            let lead = UInt32(word.bytes[index])
            let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
            var value = length == 1 ? lead : lead & (0x7F >> UInt32(length))
            for next in index + 1..<index + length where next < word.count {
                value = value << 6 | UInt32(word.bytes[next] & 0x3F)
            }
            append(value, to: &text)
            index += length
        }
    }
}
