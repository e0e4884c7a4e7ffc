internal import Composition
internal import Diagnostics

extension Resolution {
    /// Checks what can only be seen when every statement has been read.
    mutating func checkLetters() {
        defer { checkPrefixes() }
        guard !isPart else { return }
        for number in declarations.keys.sorted() {
            guard let declaration = declarations[number] else { continue }
            let letter = definition.letters[number]
            // Keys that were wrong have been told.
            if letter.ways.isEmpty, letter.marked.isEmpty, !declaration.hasKeys {
                let scalars = Array(declaration.word.text.unicodeScalars)
                let meant = scalars.count == 1 ? Resolution.latinLookalikes[scalars[0]] : nil
                report(messages.letterWithoutKeys(declaration.word, meant: meant))
            }
        }
    }

    /// The keys before the last must make a letter, which the last one then changes.
    private mutating func checkPrefixes() {
        var made = Set(claims.keys.map(\.keys))
        for letter in definition.letters {
            for mark in letter.marked {
                for way in definition.letters[mark.base].ways { made.insert(way.keys + [mark.key]) }
            }
        }
        for letter in definition.letters {
            for way in letter.ways where way.keys.count > 2 && way.origin.text.path == source.path {
                let prefix = Array(way.keys.dropLast())
                if !made.contains(prefix) { report(messages.keysWithoutLetter(way, of: letter.text)) }
            }
        }
    }

    /// A marker that no rule and no key names does nothing.
    mutating func checkMarkers() {
        for statement in statements(.markers) {
            for word in statement.words where markerOrigins[word.text]?.range == word.range {
                if !usedMarkers.contains(word.text) { report(messages.unusedMarker(word)) }
            }
        }
    }

    /// What is done once, for the outermost keymap: plain letters, and how much there is of everything.
    ///
    /// - Parameter hasErrors: Whether included keymaps have errors.
    mutating func finish(hasErrors: Bool) {
        guard diagnostics.allSatisfy({ $0.id != "keymap.unsupported-version" }) else { return }
        addPlainLetters()
        checkLimits()
        checkClassNames(hasErrors: hasErrors || diagnostics.contains { $0.severity == .error })
        // What looks unused or unreachable may be the shadow of a mistake.
        guard !hasErrors, diagnostics.allSatisfy({ $0.severity != .error }) else { return }
        checkUse()
        checkWays()
        checkRepairs()
        checkOutput()
    }

    /// Makes plain letters of the keys that stand for themselves when a change is undone, and of all letters of
    /// the Latin alphabet when capitals fold, so that foreign words can be typed.
    private mutating func addPlainLetters() {
        var keys = Set<UInt8>()
        for letter in definition.letters {
            for way in letter.ways {
                if let first = way.keys.first { keys.insert(first) }
                if let last = way.keys.last { keys.insert(last) }
            }
            for mark in letter.marked { keys.insert(mark.key) }
        }
        for tone in definition.tones { keys.formUnion(tone.keys) }
        keys.formUnion(definition.clearKeys)
        if let key = definition.escapeKey { keys.insert(key) }
        if definition.capitalsFold { keys.formUnion(0x61...0x7A) }
        let range = statements.first?.word.range ?? 0..<0
        for key in keys.sorted() { addPlainLetter(key, origin: origin(range)) }
    }

    /// A class that nothing uses and whose name is nearly that of another is a slip.
    ///
    /// Where words have forms, a class that none of them uses says nothing.
    private mutating func checkClassNames(hasErrors: Bool) {
        let known: Set<String> = ["vowel", "consonant"]
        let hasForms = !definition.grammars.isEmpty || definition.cluster != nil
        let mustUse = hasForms && !isPart && !hasErrors
        let used = Set(usedClasses.map { definition.classes[$0] }).union(known)
        for (number, word) in classOrigins.sorted(by: { $0.key < $1.key })
        where !used.contains(definition.classes[number]) {
            let near = closestWord(word.text, among: used.sorted())
            if near != nil || mustUse { report(messages.unusedClass(word, closest: near)) }
        }
    }

    private mutating func checkLimits() {
        let fallback = origin(statements.first?.word.range ?? 0..<0)
        if definition.letters.count > Limits.letters {
            let origin = definition.letters[Limits.letters].origin
            report(messages.tooMany(origin, "letters", limit: Limits.letters))
        }
        if definition.tones.count > Limits.tones {
            report(messages.tooMany(definition.tones[Limits.tones].origin, "tones", limit: Limits.tones))
        }
        if definition.classes.count > Limits.classes {
            let origin = classOrigins[Limits.classes].map { self.origin($0.range) } ?? fallback
            report(messages.tooMany(origin, "classes", limit: Limits.classes))
        }
        if definition.options.count > Limits.options {
            let origin = optionOrigins[definition.options[Limits.options].name] ?? fallback
            report(messages.tooMany(origin, "options", limit: Limits.options))
        }
    }
}
