import Composition

// What stands in the document: the word before the caret, and a composition that has no preedit.
extension Session {
    /// Remembers the word that ended with this key, and what stands after it.
    mutating func noteFinished(_ event: KeyEvent, passedOn: Bool) {
        guard composer.finished.count > 0, composer.committed.count > 0 else {
            guard composer.isIdle else { return last = nil }
            if composer.committed.count > 0 {
                for scalar in composer.committed.string.unicodeScalars { last?.add(scalar) }
                if last?.isGone == true { last = nil }
            }
            if passedOn { follow(event) }
            return
        }
        if words != nil, composer.finished.isWhole { learn(composer.finishedText.string) }
        if behaviour.surrounding != .off {
            // A key that the application takes may move the caret.
            last =
                passedOn
                ? nil
                : LastWord(
                    composer.finished, composer.finishedText,
                    after: composer.textAfterFinished)
        }
        composer.forgetFinished()
    }

    /// Keeps up with a key that was passed on: a character comes after the last one, BackSpace takes one away; any other key
    /// ends what is known of it.
    private mutating func follow(_ event: KeyEvent) {
        guard last != nil else { return }
        if let scalar = event.printable {
            last?.add(scalar)
        } else if event.keysym == .backspace, !event.modifiers.isCommand {
            last?.removeAfter()
        } else {
            last = nil
        }
        if last?.isGone == true { last = nil }
    }

    /// Where the key is BackSpace right after the word committed last, composes that word again in the document's place.
    mutating func takeUp(_ event: KeyEvent) {
        guard behaviour.surrounding != .off, event.keysym == .backspace, !event.modifiers.isCommand,
            let last, composer.isIdle, last.after.isEmpty,
            capabilities.contains(.surroundingText),
            surrounding.ends(with: last.text.array)
        else { return }
        guard composer.resume(last.word, committedAs: last.text) else { return }
        self.last = nil
        if inDocument != nil {
            inDocument?.takeUp(last.text)
        } else {
            deletion = last.text.codePoints
            surrounding.forget()
        }
    }

    // MARK: Composing in the document

    mutating func beginInDocument() {
        guard composesInDocument else { return }
        if inDocument == nil {
            // In mid-word a preedit is shown already; the next word begins in the document.
            guard composer.isIdle, surrounding.before != nil else { return }
            inDocument = InDocument()
        }
        guard let document = inDocument, !document.shown.isEmpty else { return }
        if !document.agrees(with: surrounding) {
            // Somebody else has changed the text: what stands there stays, and a new word begins.
            composer.reset()
            inDocument = InDocument()
        }
    }

    mutating func writeInDocument() {
        guard let written = inDocument?.replace(with: composer.committed, composer.preedit)
        else { return }
        (deletion, text) = written
    }
}

extension KeyEvent {
    /// The character that the key puts into a text, if that is all it does; those of the number pad may do more.
    var printable: Unicode.Scalar? {
        guard !modifiers.isCommand, !(0xFF80...0xFFBD).contains(keysym.rawValue), let scalar = keysym.scalar,
            scalar.properties.generalCategory != .control
        else { return nil }
        return scalar
    }
}
