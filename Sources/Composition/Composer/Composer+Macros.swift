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
        var expansion = macros.expansion(of: preedit)
        if expansion == nil { expansion = expansionOfKeys(macros) }
        guard let expansion, macros.append(expansion, to: &committed) else { return false }
        clear()
        return true
    }

    private mutating func expansionOfKeys(_ macros: Macros) -> Macros.Expansion? {
        guard !isWhole || isKept() else { return nil }
        return macros.expansion(of: typedKeys)
    }

    /// Whether the word is a whole syllable as it stands.
    private var isWhole: Bool { !readings.shown.isPlain && readings.shown.isComplete }

    /// The keys as typed and the signs after them.
    private var typedKeys: TextBuffer {
        var text = TextBuffer()
        log.write(into: &text)
        held.write(into: &text)
        return text
    }

    /// Not a word that the user has decided, nor text in clusters, which has no ends of words.
    private var canExpand: Bool { !keymap.composesClusters && !readings.shown.isDecidedByUser }

    // MARK: Signs held back

    /// Keeps the sign of a key that would end the word, if a macro's key continues with it.
    mutating func hold(_ sign: Unicode.Scalar) -> Bool {
        guard let macros, canExpand, sign.value > 0x20, sign.value < 0x7F, held.count < HeldSigns.limit else {
            return false
        }
        var text = preedit
        text.append(sign)
        if !macros.hasKey(beginningWith: text) {
            guard !isWhole else { return false }
            text = typedKeys
            text.append(sign)
            guard macros.hasKey(beginningWith: text) else { return false }
        }
        held.append(UInt8(truncatingIfNeeded: sign.value))
        preedit.append(sign)
        return true
    }

    /// Handles a key after a sign held back: another sign, or BackSpace; any other key releases the signs first.
    ///
    /// - Returns: What to do; nil when the signs are released and the key is still to be handled.
    mutating func respondHolding(_ event: KeyEvent) -> Response? {
        if !event.modifiers.isCommand {
            if event.keysym == .backspace {
                held.removeLast()
                if isEmpty { clear() } else { show() }
                return Response(isConsumed: true, hasCommit: false)
            }
            if let sign = event.keysym.scalar, hold(sign) {
                return Response(isConsumed: true, hasCommit: !committed.isEmpty)
            }
        }
        if keymap.isRestoreKey(event) {
            // The user's decision on the word covers the signs too: they are not part of a key any more.
            releaseHeld(expanding: false)
            return Response(isConsumed: true, hasCommit: true)
        }
        releaseHeld(expanding: !event.endsWithoutExpanding, before: event)
        return nil
    }

    /// Ends the word and the signs held back: as one key of a macro, or else the word alone, with the signs typed
    /// again.
    ///
    /// - Parameter next: The key that ends them. A letter after a letter does not: `tp1` is not a key in `tp12`.
    private mutating func releaseHeld(expanding: Bool, before next: KeyEvent? = nil) {
        let signs = held
        let isInside =
            KeyEvent.isAlphanumeric(UInt32(signs[signs.count - 1]))
            && next.map { KeyEvent.isAlphanumeric($0.keysym.rawValue) } ?? false
        if expanding, !isInside, expand() { return }
        held.removeAll()
        show()
        finish(expanding: expanding)
        committed.append(signs[0])
        for index in 1..<max(1, signs.count) {
            let response = respond(to: KeyEvent(Unicode.Scalar(signs[index])))
            if !response.isConsumed { committed.append(signs[index]) }
        }
    }

    /// Ends what is composed, signs held back and all.
    mutating func finishAll() {
        // Each time fewer signs are left.
        while held.count > 0 { releaseHeld(expanding: true) }
        finish()
    }
}

extension KeyEvent {
    /// Whether `code` is that of a letter or digit of ASCII.
    fileprivate static func isAlphanumeric(_ code: UInt32) -> Bool {
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

    func write(into text: inout TextBuffer) {
        for index in 0..<count { text.append(signs[index]) }
    }
}
