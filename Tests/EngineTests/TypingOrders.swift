import Composition

/// Every sensible order of the keys of a syllable: the letters in their order, each mark's key anywhere after its
/// letter, the tone's key anywhere after the first vowel.
///
/// One key gives ươ both its horns, or each letter has its own. The same key twice in a row, each time for a mark, is
/// left out: it takes a change back.
struct TypingOrders {
    /// A key that is still to be typed.
    private struct Pending {
        var key: KeyEvent
        /// How many letters must stand before it.
        var after: Int
    }

    private let letters: [[KeyEvent]]
    private let alternatives: [[Pending]]

    /// The orders of `spelling` in the method `keys`.
    init(_ spelling: VietnameseSpelling, _ keys: VietnameseKeys) {
        var letters: [[KeyEvent]] = []
        var pending: [Pending] = []
        var shared: Int?
        for (index, letter) in spelling.letters.enumerated() {
            guard let (base, key) = keys.marks[letter] else {
                let plain = KeyEvent(letter.unicodeScalars.first ?? " ")
                letters.append(keys.needsThirdPress(spelling, index) ? [plain, plain] : [plain])
                continue
            }
            letters.append(base.unicodeScalars.map { KeyEvent($0) })
            if letter == "ơ", index > 0, spelling.letters[index - 1] == "ư" { shared = pending.count }
            pending += key.unicodeScalars.map { Pending(key: KeyEvent($0), after: index + 1) }
        }
        if let tone = spelling.tone,
            let vowel = spelling.letters.firstIndex(where: VietnameseSpelling.vowels.contains)
        {
            let key = keys.tones[tone.number]
            pending += key.unicodeScalars.map { Pending(key: KeyEvent($0), after: vowel + 1) }
        }
        self.letters = letters
        var alternatives = [pending]
        if let shared {
            pending.remove(at: shared)
            alternatives.append(pending)
        }
        self.alternatives = alternatives
    }

    /// Types every order with copies of `composer`, and calls `body` with the keys and with what is committed.
    ///
    /// Orders that begin alike are typed together.
    func typeAll(_ composer: Composer, _ body: ([KeyEvent], String) -> Void) {
        for pending in alternatives {
            var keys: [KeyEvent] = []
            type(composer, 0, pending, nil, &keys, body)
        }
    }

    private func type(
        _ composer: Composer, _ count: Int, _ pending: [Pending], _ lastMark: KeyEvent?,
        _ keys: inout [KeyEvent],
        _ body: ([KeyEvent], String) -> Void
    ) {
        if count == letters.count, pending.isEmpty {
            var composer = composer
            composer.commit()
            body(keys, composer.committed.string)
            return
        }
        if count < letters.count {
            var next = composer
            for key in letters[count] { _ = next.process(key) }
            keys += letters[count]
            type(next, count + 1, pending, nil, &keys, body)
            keys.removeLast(letters[count].count)
        }
        var tried: Set<KeyEvent> = []
        for (index, item) in pending.enumerated() where item.after <= count && item.key != lastMark {
            guard tried.insert(item.key).inserted else { continue }
            var next = composer
            _ = next.process(item.key)
            var rest = pending
            rest.remove(at: index)
            keys.append(item.key)
            type(next, count, rest, item.key, &keys, body)
            keys.removeLast()
        }
    }
}
