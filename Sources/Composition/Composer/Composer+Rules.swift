import Bytes

/// Rules, and keys with a text of their own.
///
/// A composition is ``ruleText``, which rules have made, and after it the word that letter keys are composing. Rules read
/// both. When a rule fits, all of it becomes rule text, and the next letter begins a new word.
extension Composer {
    /// Handles a key that has a text of its own or that a rule fits; nil when it is typed as without rules.
    mutating func processRules(_ event: KeyEvent) -> Response? {
        if let row = keymap.rules.textKey(event) {
            moveWordToRuleText()
            makeRoom()
            let start = ruleText.count
            keymap.rules.append(textKey: row, to: &ruleText)
            keymap.rules.order(&ruleText, from: start)
            _ = keymap.rules.run(&ruleText, conditions)
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
        // A sign after a word that is not a syllable is put after the keys of that word.
        if !keymap.isWord(plain), log.count > 0, readings.shownIsRestored(keymap, conditions) {
            var other = RuleText()
            if copy(isRestored: true, to: &other), append(plain, code, to: &other),
                keymap.rules.run(&other, conditions)
            {
                text = other
            }
        }
        clearWord()
        ruleText = text
        makeRoom()
        show()
        return Response(isConsumed: true, hasCommit: !committed.isEmpty)
    }

    /// Adds a key that is not a letter to the rule text, if a rule could read it.
    ///
    /// - Returns: Whether it was added.
    mutating func keepForRules(_ code: UInt8) -> Bool {
        guard keymap.rules.symbol(UInt32(code)) != 0 else { return false }
        moveWordToRuleText()
        makeRoom()
        ruleText.append(UInt32(code))
        show()
        return true
    }

    private mutating func backspaceRules() -> Response? {
        var text = RuleText()
        if keymap.rules.backspaceGroupCount > 0, copy(isRestored: false, to: &text),
            keymap.rules.runBackspace(&text, conditions)
        {
            clearWord()
            ruleText = text
        } else if log.count == 0 {
            // Only markers are left, which nobody sees: the key is for the text before them.
            if preedit.isEmpty {
                clear()
                return Response(isConsumed: false, hasCommit: false)
            }
            keymap.rules.removeLast(&ruleText)
        } else {
            return nil
        }
        if ruleText.count == 0 { clear() }
        show()
        return Response(isConsumed: true, hasCommit: false)
    }

    // MARK: Text

    /// Copies everything composed to `text`, decomposed; false when it is longer than rules can read.
    private mutating func copy(isRestored: Bool, to text: inout RuleText) -> Bool {
        text = ruleText
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

    /// Moves the word to the rule text: as it is shown, or as it was typed if it is to be restored.
    mutating func moveWordToRuleText() {
        guard log.count > 0 else { return }
        let isRestored = readings.shownIsRestored(keymap, conditions) || isKept()
        let escape = isEscaping ? keymap.escapeKey : 0
        var text = RuleText()
        if !copy(isRestored: isRestored, to: &text) {
            // More than rules can read: the rule text is committed.
            releaseRuleText()
            _ = copy(isRestored: isRestored, to: &text)
        }
        ruleText = text
        clearWord()
        if escape != 0 { ruleText.append(UInt32(escape)) }
    }

    /// Commits the front of the rule text when it has grown long.
    private mutating func makeRoom() {
        guard ruleText.count > RuleText.keptLimit else { return }
        var cut = ruleText.count - RuleText.keptLimit / 2
        // Never cut between a letter and its marks.
        while cut > 0, keymap.rules.combiningClass(ruleText[cut]) != 0 || RuleText.isMarker(ruleText[cut - 1])
        {
            cut -= 1
        }
        if cut == 0 { cut = ruleText.count - RuleText.keptLimit / 2 }
        keymap.rules.write(&ruleText, 0..<cut, into: &committed)
        ruleText.removeFirst(cut)
    }

    /// Commits the rule text, because something after it is committed.
    mutating func releaseRuleText() {
        guard ruleText.count > 0 else { return }
        keymap.rules.write(&ruleText, 0..<ruleText.count, into: &committed)
        ruleText.removeFirst(ruleText.count)
    }

    /// Shows the rule text and the word after it.
    mutating func showRuleText() {
        preedit.removeAll()
        // If the word is shown alone later, all of it has to be written again.
        rendition = Rendition(keymap)
        var text = RuleText()
        if copy(isRestored: false, to: &text) {
            keymap.rules.write(&text, 0..<text.count, into: &preedit)
        } else {
            keymap.rules.write(&ruleText, 0..<ruleText.count, into: &preedit)
            readings.renderWhole(keymap, conditions, into: &preedit)
        }
        if isEscaping { preedit.append(keymap.escapeKey) }
        if held.count > 0 { showHeld() }
    }

    /// Commits the rule text, so that the word after it ends like any word.
    ///
    /// - Returns: Whether nothing is composed any more.
    mutating func commitRuleText() -> Bool {
        // A word that begins with a mark belongs to the text before it.
        if log.count > 0, keymap.beginsWithMark(&readings.shown) { moveWordToRuleText() }
        keymap.rules.write(&ruleText, 0..<ruleText.count, into: &committed)
        ruleText.removeAll()
        if isEmpty {
            clear()
            return true
        }
        show()
        return false
    }

    /// Begins a composition with `text`, as if it stood before the caret.
    ///
    /// For tests that need a context: the composer never reads the text around the caret of an application.
    package mutating func begin(with text: String) {
        clear()
        for scalar in text.unicodeScalars { keymap.rules.append(scalar.value, to: &ruleText) }
        keymap.rules.order(&ruleText, from: 0)
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
        var offset = 0
        while offset < word.count {
            let (scalar, length) = word.scalar(at: offset)
            append(scalar.value, to: &text)
            offset += length
        }
    }
}
