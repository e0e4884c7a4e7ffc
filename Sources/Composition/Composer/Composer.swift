/// The machine that turns keys into text not yet in the document.
///
///     var composer = Composer(keymap: telex)
///     _ = composer.process(KeyEvent("a"))  // preedit "a"
///     _ = composer.process(KeyEvent("w"))  // preedit "ă"
///
/// A value of fixed size: handling a key allocates nothing, takes no lock, makes no system call and cannot throw. The
/// composition depends only on the keys since the last commit. <doc:Composition-machine> describes how.
public struct Composer: Sendable {
    /// The keymap it follows.
    public let keymap: Keymap
    /// The composition as shown; the caret is at its end.
    public package(set) var preedit = TextBuffer()
    /// What the last call committed.
    public package(set) var committed = TextBuffer()
    /// The user's abbreviations; nil for none.
    ///
    /// Best changed between words: a word is looked up when it ends, in the table set at that time.
    public var macros: Macros?

    private var options = OptionValues()
    var conditions: Conditions
    var log = KeyLog()
    /// The readings of the keys, the shown one first.
    var readings = Readings()
    /// Signs after the word that may be part of a macro's key (the `/v` of `v/v`); usually none.
    var held = HeldSigns()
    /// Whether the escape key was typed, so that the next key stands for itself.
    var isEscaping = false
    /// Which part of the shown reading ``preedit`` holds already.
    var rendition: Rendition
    /// The text that rules and keys with a text of their own have made; the word comes after it.
    var ruleText = RuleText()
    /// The word that ended last.
    package private(set) var finished = FinishedWord()

    /// A composer with nothing composed and every option at its default.
    public init(keymap: Keymap) {
        self.keymap = keymap
        conditions = Conditions(keymap, options)
        rendition = Rendition(keymap)
    }

    /// Whether nothing is composed.
    public var isEmpty: Bool { log.count == 0 && held.count == 0 && ruleText.count == 0 }

    /// Sets the option `name` to `value`.
    ///
    ///     composer.setOption("tone-style", to: "new")  // hoà in place of hòa
    ///
    /// - Returns: Whether the keymap declares the option and the value; if not, nothing changes.
    public mutating func setOption(_ name: String, to value: String) -> Bool {
        for (index, option) in keymap.options.enumerated() where option.name == name {
            guard let choice = option.values.firstIndex(of: value) else { return false }
            options[UInt8(truncatingIfNeeded: index)] = UInt8(truncatingIfNeeded: choice)
            conditions = Conditions(keymap, options)
            return true
        }
        return false
    }

    /// The value of the option `name`, or nil when the keymap has no such option.
    public func option(_ name: String) -> String? {
        for (index, option) in keymap.options.enumerated() where option.name == name {
            let value = Int(options[UInt8(truncatingIfNeeded: index)])
            return value < option.values.count ? option.values[value] : option.values.first
        }
        return nil
    }

    /// Feeds one key to the machine.
    ///
    /// - Parameter event: The key that went down; releases are not to be fed.
    /// - Returns: What the frontend must now do.
    /// - Complexity: O(*n*), where *n* is the number of letters being composed.
    public mutating func process(_ event: KeyEvent) -> Response {
        committed.removeAll()
        let code = event.keysym.rawValue
        // Fast path: a printable key that cannot be a command or part of a sequence.
        if code > 0x20, code < 0x7F, held.count == 0, keymap.typesCharactersAtOnce, !event.modifiers.isCommand
        {
            return type(UInt8(truncatingIfNeeded: code))
        }
        return respond(to: event)
    }

    /// Handles any key, and adds what it commits to ``committed``.
    mutating func respond(to event: KeyEvent) -> Response {
        if event.keysym.isModifier { return Response(isConsumed: false, hasCommit: !committed.isEmpty) }
        if held.count > 0, let response = respondHolding(event) { return response }
        if !isEmpty, keymap.isRestoreKey(event) { return restoreByHand() }
        if keymap.hasRules, let response = processRules(event) { return response }
        if event.modifiers.isCommand { return boundary(nil) }
        if event.keysym == .backspace { return backspace() }
        let code = event.keysym.rawValue
        if code > 0x20, code < 0x7F { return type(UInt8(truncatingIfNeeded: code)) }
        return boundary(event.keysym.scalar, expanding: !event.endsWithoutExpanding)
    }

    /// Ends the composition: a word that is not a syllable is restored, any other kept; the text is in ``committed``.
    public mutating func commit() {
        committed.removeAll()
        finishAll()
    }

    /// Drops the composition without committing it.
    public mutating func reset() {
        committed.removeAll()
        clear()
    }

    /// Commits `text` in place of the composition, as when a candidate is chosen.
    public mutating func commit(_ text: String) {
        committed.removeAll()
        clear()
        for scalar in text.unicodeScalars { committed.append(scalar) }
    }

    // MARK: Keys that are not letters

    /// Handles a key that ends the word: commits what is composed, then the character that the key types.
    ///
    /// Both go into one commit, so that their order is the same in every application. A key without a character is
    /// passed on.
    private mutating func boundary(_ scalar: Unicode.Scalar?, expanding: Bool = true) -> Response {
        if let scalar, macros != nil, expanding, hold(scalar) {
            return Response(isConsumed: true, hasCommit: !committed.isEmpty)
        }
        // There may be a commit already: the word that this key has made too long.
        guard !isEmpty || !committed.isEmpty else { return Response(isConsumed: false, hasCommit: false) }
        finish(expanding: expanding)
        guard let scalar else { return Response(isConsumed: false, hasCommit: true) }
        if macros == nil || !expanding || !holdAfterWord(scalar) { committed.append(scalar) }
        return Response(isConsumed: true, hasCommit: !committed.isEmpty)
    }

    private mutating func backspace() -> Response {
        guard !isEmpty else { return Response(isConsumed: false, hasCommit: false) }
        defer { show() }
        if isEscaping {
            isEscaping = false
            log.removeLast()
            return Response(isConsumed: true, hasCommit: false)
        }
        var word = readings.shown
        let index = keymap.composesClusters ? keymap.backspaceIndex(&word) : word.count - 1
        if !keymap.composesClusters { keymap.keepRepair(of: &word) }
        var keys = word[index].keys
        if word.tone != 0, keymap.tonePosition(&word, conditions) == index {
            // The tone goes with the letter that carries it: what is seen as one letter is removed as one.
            keys |= word.toneKeys
            (word.tone, word.toneKey, word.toneKeys) = (0, 0, 0)
        }
        word.remove(at: index)
        if word.count == 0 {
            clear()
            return Response(isConsumed: true, hasCommit: false)
        }
        log.remove(keys, from: &word)
        if word.undoneAt > word.count {
            word.undoneAt = 0
            word.isDecidedByUser = false
        }
        keymap.judge(&word)
        word.isPlain = word.judgement.score == Word.dead
        readings.shown = word
        return Response(isConsumed: true, hasCommit: false)
    }

    /// Restores the keys as typed, and keeps them so.
    private mutating func restoreByHand() -> Response {
        var word = Word()
        for index in 0..<log.count {
            let code = log[index]
            var letter = Letter(id: keymap.plainLetter(keymap.keyNumber(code)), keys: 1 << UInt32(index))
            if keymap.isCapital(code) { letter.flags = Letter.capital }
            word.append(letter)
        }
        if keymap.composesClusters { keymap.place(&word, from: 0) }
        word.isPlain = true
        word.isDecidedByUser = true
        isEscaping = false
        readings.shown = word
        show()
        return Response(isConsumed: true, hasCommit: false)
    }

    // MARK: Letter keys

    @inline(__always)
    private mutating func type(_ code: UInt8) -> Response {
        let key = keymap.keyNumber(code)
        guard key != 0 else { return boundary(Unicode.Scalar(code)) }
        if log.isFull {
            // Longer than any word: what is composed so far is committed, and the rest is plain.
            finish(expanding: false)
            readings.shown.isPlain = true
            readings.shown.isDecidedByUser = true
        }
        let isRepeated = log.count > 0 && keymap.keyNumber(log[log.count - 1]) == key
        let stroke = Keystroke(
            key: key, meaning: keymap.meaning(key), bit: log.append(code), isCapital: keymap.isCapital(code),
            isRepeated: isRepeated, conditions: conditions)
        if isEscaping {
            isEscaping = false
            escaped(stroke)
        } else if keymap.escapeKey != 0, code == keymap.escapeKey {
            isEscaping = true
        } else if keymap.composesClusters {
            typedSign(stroke)
        } else if !readings.type(stroke, &log, keymap) {
            // It is not a letter and changes nothing: it ends the word like any other character.
            log.removeLast()
            if keymap.hasRules, keepForRules(code) {
                return Response(isConsumed: true, hasCommit: !committed.isEmpty)
            }
            return boundary(Unicode.Scalar(code))
        }
        show()
        // Undoing a sign neither ends nor starts a word; the next key starts one.
        if isRepeated, readings.shownIsSignTakenBack(keymap) { finish() }
        return Response(isConsumed: true, hasCommit: !committed.isEmpty)
    }

    /// Adds the key after the escape key, which stands for itself.
    private mutating func escaped(_ stroke: Keystroke) {
        var word = readings.shown
        var letter = stroke.letter(stroke.meaning.plain)
        letter.flags |= Letter.undone
        letter.keys |= stroke.bit >> 1
        word.append(letter)
        word.isDecidedByUser = true
        keymap.judge(&word)
        word.isPlain = word.judgement.score == Word.dead
        readings.shown = word
    }

    /// Adds a sign of a cluster: it changes the sign before it, joins the cluster, or begins the next one.
    private mutating func typedSign(_ stroke: Keystroke) {
        let last = readings.shown.count - 1
        var sign = readings.shown[last]
        let change = keymap.action(stroke.key, on: sign.id, conditions)
        if last >= 0, change != 0, !sign.isUndone {
            sign.under = sign.id
            sign.id = change
            sign.changer = stroke.key
            sign.keys |= stroke.bit
            readings.shown[last] = sign
            keymap.place(&readings.shown, from: last)
            return
        }
        let special = keymap.specialLetter(stroke.meaning, conditions)
        var added = stroke.letter(special != 0 ? special : stroke.meaning.plain)
        if last >= 0, sign.changer == stroke.key, keymap.flags & KeymapFormat.Flag.undoesByRepeating != 0 {
            sign.id = sign.under
            sign.changer = 0
            readings.shown[last] = sign
            readings.shown.markUndone(at: last)
            keymap.place(&readings.shown, from: last)
            added.flags |= Letter.undone
        }
        readings.shown.append(added)
        keymap.place(&readings.shown, from: last + 1)
        let start = keymap.clusterStart(&readings.shown)
        guard start > 0 else { return }
        releaseRuleText()
        keymap.renderCluster(&readings.shown, before: start, into: &committed)
        var keys: UInt32 = 0
        for index in 0..<start { keys |= readings.shown[index].keys }
        readings.shown.removeFirst(start)
        log.remove(keys, from: &readings.shown)
        keymap.place(&readings.shown, from: 0)
    }

    // MARK: Text

    @inline(__always)
    mutating func show() {
        if ruleText.count > 0 { return showRuleText() }
        readings.render(keymap, conditions, &rendition, into: &preedit)
        if isEscaping { preedit.append(keymap.escapeKey) }
        if held.count > 0 { showHeld() }
    }

    mutating func clear() {
        ruleText.removeAll()
        clearWord()
    }

    /// Drops the word and keeps the rule text before it.
    mutating func clearWord() {
        log.removeAll()
        readings.removeAll()
        held.removeAll()
        isEscaping = false
        preedit.removeAll()
    }

    /// Adds the finished word to ``committed`` and clears the composition.
    mutating func finish(expanding: Bool = true) {
        if ruleText.count > 0, commitRuleText() { return }
        if expanding, expand() { return }
        let start = committed.count
        var isWhole = false
        if isKept() || (readings.shownIsRestored(keymap, conditions) && !spellsKept) {
            log.write(into: &committed)
        } else {
            // A word typed in clusters: earlier clusters are already committed, only the last remains.
            isWhole = !keymap.composesClusters && !readings.shown.isPlain && readings.shown.isComplete
            committed.append(&preedit)
        }
        finished = FinishedWord(keys: log, start: start, count: committed.count - start, isWhole: isWhole)
        clear()
    }

    /// As ``isEmpty``, read in place: a getter that does not mutate would be called on a copy of a composer inside
    /// another value, and a composer is large.
    package var isIdle: Bool {
        mutating get { isEmpty }
    }

    /// The word that ended last, as it was committed by the last call.
    package var finishedText: TextBuffer {
        mutating get { committed.part(from: finished.start, count: finished.count) }
    }

    /// What was committed after it.
    package var textAfterFinished: TextBuffer {
        mutating get { committed.part(from: finished.start + finished.count, count: TextBuffer.capacity) }
    }

    /// Forgets which word ended last.
    package mutating func forgetFinished() { finished.count = 0 }

    /// Empties ``committed``, as for a key that only chooses a candidate.
    package mutating func clearCommitted() { committed.removeAll() }

    /// Adds `scalar` to ``committed``.
    package mutating func addToCommit(_ scalar: Unicode.Scalar) { committed.append(scalar) }

    /// Composes the keys of `word` again, as if it had not ended.
    ///
    /// - Returns: Whether the composition is the text that it ended as; if not, nothing is composed.
    package mutating func resume(_ word: FinishedWord, committedAs text: TextBuffer) -> Bool {
        reset()
        var keys = word.keys
        for index in 0..<keys.count { _ = process(KeyEvent(Unicode.Scalar(keys[index]))) }
        if committed.isEmpty, preedit == text { return true }
        reset()
        return false
    }

    /// Whether a key was undone and the letters shown are then a word of the `keep` list: `musst` is must.
    private var spellsKept: Bool {
        mutating get {
            guard readings.shownIsUndone, preedit.count <= KeptWords.limit else { return false }
            var letters = KeyLog()
            for index in 0..<preedit.count { _ = letters.append(preedit.bytes[index]) }
            return keymap.keptWords.contains(
                &letters, foldingCapitals: keymap.flags & KeymapFormat.Flag.capitalsFold != 0, level: nil
            ) { _ in true }
        }
    }

    /// Whether the keymap restores the keys of this word whatever they spell (`keep`).
    mutating func isKept() -> Bool {
        let conditions = conditions
        guard keymap.keptWords.mayContain(&log), keymap.flags & KeymapFormat.Flag.restores != 0,
            conditions.hold(keymap.restoreCondition), !readings.shown.isDecidedByUser
        else { return false }
        let isWhole = !readings.shown.isPlain && readings.shown.isComplete
        return keymap.keptWords.contains(
            &log, foldingCapitals: keymap.flags & KeymapFormat.Flag.capitalsFold != 0,
            level: isWhole ? Int(readings.shown.judgement.score >> 8 & 0x7F) : nil
        ) { conditions.hold($0) }
    }
}
