internal import Diagnostics

/// What is said about declarations that are never used or never reached.
extension Messages {
    // MARK: Unused

    func unusedClass(_ word: Word, closest: String?) -> Diagnostic {
        warning(
            "keymap.unused-class",
            "class \(quoted(word.text)) is used nowhere; "
                + (closest.map { "did you mean '\($0)'?" }
                    ?? "name it in a form, a set or the cluster, or call it 'vowel' or 'consonant'"),
            word.range, fixIts: replacing(word.range, closest))
    }

    func unusedSet(_ origin: Origin, _ name: String) -> Diagnostic {
        warning(
            "keymap.unused-set",
            "set '\(name)' is used nowhere; expected [\(name)] in a form or in another set",
            origin.range, fixIts: [removing(lines(origin.range), "remove it", isObvious: false)])
    }

    func unusedOption(_ origin: Origin, _ name: String) -> Diagnostic {
        warning(
            "keymap.unused-option", "option '\(name)' changes nothing; expected a line with 'when \(name)=…'",
            origin.range, fixIts: [removing(lines(origin.range), "remove it", isObvious: false)])
    }

    func unusedOnset(_ word: Word) -> Diagnostic {
        warning(
            "keymap.unused-onset",
            "\(quoted(word.text)) begins no syllable: every rime here names the onsets it follows, with 'after'",
            word.range)
    }

    func unusedRime(_ word: Word, _ reason: String) -> Diagnostic {
        warning("keymap.unused-rime", "\(quoted(word.text)) ends no syllable: \(reason)", word.range)
    }

    func unusedPlace(_ word: Word) -> Diagnostic {
        warning(
            "keymap.unused-place", "'place' says where the tone stands, but no tone is declared", word.range)
    }

    func lettersWithoutKeys(_ word: Word, _ letters: [String]) -> Diagnostic {
        let told = letters.prefix(8).map { quoted($0) }.joined(separator: ", ")
        let more = letters.count > 8 ? " and \(letters.count - 8) more" : ""
        return warning(
            "keymap.letter-without-keys",
            "no keys make \(told)\(more) of \(quoted(word.text)); expected them in 'letters', with keys",
            word.range)
    }

    func toneWithoutKeys(_ word: Word, _ tone: String) -> Diagnostic {
        warning(
            "keymap.tone-without-keys",
            "no key makes tone \(quoted(tone)) of \(quoted(word.text)); expected it in 'tones', with a key",
            word.range)
    }

    // MARK: Listed twice

    /// - Parameter isAlone: Whether nothing else stands in its list, so that the whole line goes.
    func listedTwice(_ word: Word, first: Origin?, isAlone: Bool = false) -> Diagnostic {
        let found = source.text(word.range)
        let isLiteral = first.map { $0.text.path == source.path && source.text($0.range) == found } ?? false
        return warning(
            "keymap.listed-twice",
            isLiteral
                ? "\(quoted(word.text)) is listed twice"
                : "\(quoted(word.text)) adds nothing to what is listed before it",
            word.range,
            notes: first.map {
                [Note(isLiteral ? "first listed here" : "listed here", at: $0.range, in: $0.text)]
            } ?? [],
            fixIts: [removing(isAlone ? lines(word.range) : withBlanks(word.range), "remove it")])
    }

    // MARK: Never reached

    func shadowedPlace(_ word: Word, first: [Word]) -> Diagnostic {
        warning(
            "keymap.shadowed-place",
            "\(quoted(word.text)) is never reached: an earlier line always fits before it",
            word.range, notes: first.map { note("the earlier line", $0.range) })
    }

    func placeWithoutVowel(_ word: Word, letter: String) -> Diagnostic {
        warning(
            "keymap.shadowed-place",
            "\(quoted(word.text)) is never reached: a rime of 'place' is all vowels, and \(quoted(letter)) is none",
            word.range)
    }

    func idleRepair(_ origin: Origin, _ reason: String) -> Diagnostic {
        warning(
            "keymap.idle-repair", "\(quoted(source.text(origin.range))) never applies: \(reason)",
            origin.range)
    }

    func shadowedKeys(_ way: KeymapDefinition.Way, of letter: String, by others: [Origin], option: String)
        -> Diagnostic
    {
        Diagnostic(
            "keymap.shadowed-keys", .warning,
            "keys '\(String(decoding: way.keys, as: UTF8.self))' never make \(quoted(letter)): "
                + "they make another letter with every value of '\(option)'",
            at: way.origin.range, in: way.origin.text,
            notes: others.map { Note("taken here", at: $0.range, in: $0.text) })
    }

    func idleCondition(_ way: KeymapDefinition.Way, of letter: String, _ condition: String, always: Origin)
        -> Diagnostic
    {
        Diagnostic(
            "keymap.idle-condition", .warning,
            "'when \(condition)' changes nothing: keys '\(String(decoding: way.keys, as: UTF8.self))' "
                + "make \(quoted(letter)) without it too",
            at: way.origin.range, in: way.origin.text,
            notes: [Note("made here", at: always.range, in: always.text)])
    }

    func impossibleCondition(
        _ way: KeymapDefinition.Way, of letter: String, _ condition: String,
        only: [(text: String, origin: Origin)]
    ) -> Diagnostic {
        let prefix = String(decoding: way.keys.dropLast(), as: UTF8.self)
        let others = only.map { "'\($0.text)'" }.joined(separator: " or ")
        return Diagnostic(
            "keymap.impossible-condition", .warning,
            "'when \(condition)' never makes \(quoted(letter)): '\(prefix)' makes a letter only with \(others)",
            at: way.origin.range, in: way.origin.text,
            notes: only.map { Note("made here", at: $0.origin.range, in: $0.origin.text) })
    }

    /// - Parameter settings: The options with which both meanings hold.
    func ambiguousKeys(
        _ way: KeymapDefinition.Way, makes letter: String, but winner: (letter: String, origin: Origin),
        settings: (own: String, winner: String)
    ) -> Diagnostic {
        let keys = String(decoding: way.keys, as: UTF8.self)
        return Diagnostic(
            "keymap.ambiguous-keys", .warning,
            "keys '\(keys)' have two meanings with \(settings.own) and \(settings.winner): "
                + "\(quoted(winner.letter)) wins, and \(quoted(letter)) is made only without \(settings.winner)",
            at: way.origin.range, in: way.origin.text,
            notes: [
                Note("\(quoted(winner.letter)) is made here", at: winner.origin.range, in: winner.origin.text)
            ])
    }

    func ambiguousKey(_ origin: Origin, _ example: Ambiguities.Example) -> Diagnostic {
        let (first, again) = (example.first, example.again)
        var outcome = "'\(first.keys)' gives \(quoted(first.text))"
        if let other = example.other, other != again.text {
            outcome += ", and nothing gives \(quoted(other))"
        } else {
            outcome += ", and '\(again.keys)' gives \(quoted(again.text))"
        }
        return warning(
            "keymap.ambiguous-keys",
            "key '\(example.key)' after \(quoted(example.before)) has two meanings: "
                + "it \(example.meanings.joined(separator: ", or it ")); \(outcome); if that is meant, say so by a test",
            origin.range)
    }
}
