/// Macros at the end of a word, and signs that belong to their keys.
extension Composer {
    // MARK: Expanding

    /// Puts the expansion in the place of the word, if the word is a key of ``macros``.
    ///
    /// The text as shown is looked up first, then the keys as typed, if they spell no whole syllable. So `cos` for có
    /// is never an abbreviation, and one written `đc` is found whatever keys make đ.
    ///
    /// - Returns: Whether it was a key; then nothing is composed any more.
    mutating func expand() -> Bool {
        guard let macros, canExpand else { return false }
        return expand(preedit, held.count, macros, leaving: 0)
    }

    /// Puts the expansion of `text`, or of the keys as typed with the first `count` signs held back, into ``committed``.
    ///
    /// - Parameter rest: How many signs are to be typed again after it.
    /// - Returns: Whether one of them was a key; then nothing is composed any more.
    private mutating func expand(
        _ text: TextBuffer, _ count: Int, _ macros: Macros, leaving rest: Int
    ) -> Bool {
        var expansion = macros.expansion(of: text)
        if expansion == nil, !isWhole || isKept() { expansion = macros.expansion(of: typedKeys(count)) }
        guard let expansion, macros.append(expansion, to: &committed, leaving: rest) else { return false }
        clear()
        return true
    }

    /// Whether the word is a whole syllable as it stands.
    private var isWhole: Bool { !readings.shown.isPlain && readings.shown.isComplete }

    /// The keys as typed and the first `count` signs after them.
    private func typedKeys(_ count: Int) -> TextBuffer {
        var text = TextBuffer()
        log.write(into: &text)
        held.write(count, into: &text)
        return text
    }

    /// The word as it is shown, without the signs held back.
    private var shownWord: TextBuffer {
        mutating get {
            guard held.count > 0 else { return preedit }
            var word = self
            word.held.removeAll()
            word.show()
            return word.preedit
        }
    }

    /// Not a word that the user has decided, nor text in clusters, which has no ends of words.
    private var canExpand: Bool { !keymap.composesClusters && !readings.shown.isDecidedByUser }

    // MARK: Signs held back

    /// Keeps the sign of a key that would end the word, if a macro's key continues with it.
    mutating func hold(_ sign: Unicode.Scalar) -> Bool {
        guard let macros, canExpand, sign.value > 0x20, sign.value < 0x7F, held.count < HeldSigns.limit else {
            return false
        }
        var text = shownWord
        held.write(held.count, into: &text)
        text.append(sign)
        if !macros.hasKey(beginningWith: text) {
            guard !isWhole else { return false }
            text = typedKeys(held.count)
            text.append(sign)
            guard macros.hasKey(beginningWith: text) else { return false }
        }
        held.append(UInt8(truncatingIfNeeded: sign.value))
        show()
        return true
    }

    /// Keeps the sign that has ended a word, if a macro's key begins with it; a letter or digit does not begin one there.
    mutating func holdAfterWord(_ sign: Unicode.Scalar) -> Bool {
        !KeyEvent.isAlphanumeric(sign.value) && hold(sign)
    }

    /// Shows what the signs held back will be if no key comes of them: what they are without macros.
    mutating func showHeld() {
        var plain = self
        plain.macros = nil
        plain.committed.removeAll()
        plain.release(before: 0)
        preedit.removeAll()
        preedit.append(&plain.committed)
        preedit.append(&plain.preedit)
        readings.forgetRendition()
    }

    /// Handles a key after a sign held back: another sign, or BackSpace; any other key releases the signs first.
    ///
    /// - Returns: What to do; nil when the signs are released and the key is still to be handled.
    mutating func respondHolding(_ event: KeyEvent) -> Response? {
        let sign = event.modifiers.isCommand ? nil : event.keysym.scalar
        if !event.modifiers.isCommand, event.keysym == .backspace {
            held.removeLast()
            if isEmpty { clear() } else { show() }
            return Response(isConsumed: true, hasCommit: false)
        }
        if let sign, hold(sign) { return Response(isConsumed: true, hasCommit: !committed.isEmpty) }
        // The user's decision on the word covers the signs too: they are not part of a key any more.
        let table = macros
        let isRestored = keymap.isRestoreKey(event)
        if isRestored || event.endsWithoutExpanding { macros = nil }
        defer { macros = table }
        // Each time fewer keys are left. The signs left may begin another macro's key, which goes on with this one.
        while held.count > 0 {
            release(before: event.keysym.rawValue)
            if held.count > 0, let sign, hold(sign) {
                return Response(isConsumed: true, hasCommit: !committed.isEmpty)
            }
        }
        return isRestored ? Response(isConsumed: true, hasCommit: !committed.isEmpty) : nil
    }

    /// Commits the front of the word and the signs held back, and types the rest again.
    ///
    /// What they begin with and is the longest key of a macro is replaced by its expansion. If nothing is, the word ends, or
    /// where there is none the first sign stands for itself.
    ///
    /// - Parameter next: The keysym of the key that comes after the signs, or 0.
    private mutating func release(before next: UInt32) {
        let signs = held
        var used = 0
        if let expanded = expandLongest(before: next) {
            used = expanded
        } else {
            held.removeAll()
            show()
            if isEmpty {
                committed.append(signs[0])
                used = 1
            } else {
                finish(expanding: false)
            }
        }
        if used == 0 {
            if !holdAfterWord(Unicode.Scalar(signs[0])) { committed.append(signs[0]) }
            used = 1
        }
        for index in used..<max(used, signs.count) {
            let response = respond(to: KeyEvent(Unicode.Scalar(signs[index])))
            if !response.isConsumed { committed.append(signs[index]) }
        }
    }

    /// Expands the longest key of a macro that the word and the signs held back begin with.
    ///
    /// A letter or digit after a letter or digit does not end a key: `tp1` is not one in `tp12`.
    ///
    /// - Returns: How many of the signs were part of it; nil when there is no such key.
    private mutating func expandLongest(before next: UInt32) -> Int? {
        guard let macros, canExpand else { return nil }
        let signs = held
        let word = shownWord
        var count = signs.count
        var following = next
        while count > 0 {
            let last = UInt32(signs[count - 1])
            if !KeyEvent.isAlphanumeric(last) || !KeyEvent.isAlphanumeric(following) {
                var text = word
                signs.write(count, into: &text)
                if expand(text, count, macros, leaving: signs.count - count) { return count }
            }
            following = last
            count -= 1
        }
        return log.count > 0 && expand(word, 0, macros, leaving: signs.count) ? 0 : nil
    }

    /// Ends what is composed, signs held back and all.
    mutating func finishAll() {
        // Each time fewer keys are left.
        while held.count > 0 { release(before: 0) }
        finish()
    }
}

extension KeyEvent {
    /// Whether `code` is that of a letter or digit of ASCII.
    static func isAlphanumeric(_ code: UInt32) -> Bool {
        code >= 0x30 && code <= 0x39 || code >= 0x41 && code <= 0x5A || code >= 0x61 && code <= 0x7A
    }

    /// Whether it ends a word without expanding it: a blank with Shift, or Escape.
    var endsWithoutExpanding: Bool {
        switch keysym {
        case .escape: true
        case .space, .return, .tab: modifiers.contains(.shift)
        default: keysym == .leftTab
        }
    }
}

/// Printable ASCII characters typed after a word, kept with it because they are part of a macro's key so far.
struct HeldSigns: Sendable {
    static let limit = 24

    private var signs = InlineArray<24, UInt8>(repeating: 0)
    private(set) var count = 0

    subscript(index: Int) -> UInt8 { index >= 0 && index < count ? signs[index] : 0 }

    mutating func append(_ sign: UInt8) {
        guard count < HeldSigns.limit else { return }
        signs[count] = sign
        count += 1
    }

    mutating func removeLast() { count = max(0, count - 1) }

    mutating func removeAll() { count = 0 }

    /// Writes the first `number` of them.
    func write(_ number: Int, into text: inout TextBuffer) {
        for index in 0..<min(number, count) { text.append(signs[index]) }
    }
}
