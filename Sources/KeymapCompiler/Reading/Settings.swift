internal import Composition
internal import Diagnostics

extension Resolution {
    /// Reads the statements of one word: capitals, reach, undo.
    mutating func readSettings(_ included: [KeymapParser.Included]) {
        for statement in statements {
            switch statement.keyword {
            case .capitals where settings.capitalsFold == nil:
                if let word = theWord(statement, "'fold' or 'distinct'") {
                    settings.capitalsFold = choice(word, ["fold": true, "distinct": false], of: "capitals")
                    settings.capitalsWord = word
                }
            case .reach where settings.reachesSyllable == nil:
                if let word = theWord(statement, "'syllable' or 'letter'") {
                    settings.reachesSyllable = choice(word, ["syllable": true, "letter": false], of: "reach")
                }
            case .undo where settings.undoesByRepeating == nil:
                if let word = theWord(statement, "'repeat' or 'never'") {
                    settings.undoesByRepeating = choice(word, ["repeat": true, "never": false], of: "undo")
                }
            default: break
            }
        }
        for other in included {
            let theirs = other.resolution.definition.capitalsFold
            if settings.capitalsFold == nil {
                settings.capitalsFold = theirs
            } else if settings.capitalsFold != theirs {
                let words = theirs ? "'capitals fold'" : "'capitals distinct'"
                report(
                    messages.includeConflict(other.statement, "it has \(words)", at: settings.capitalsWord))
            }
            settings.reachesSyllable = settings.reachesSyllable ?? other.resolution.settings.reachesSyllable
            settings.undoesByRepeating =
                settings.undoesByRepeating ?? other.resolution.settings.undoesByRepeating
        }
        definition.capitalsFold = settings.capitalsFold ?? true
        // The key is read when it is known whether capitals fold.
        if let statement = statements(.escape).first, let word = theWord(statement, "a key (such as \\)") {
            settings.escapeKey = key(word, for: "the escape key")
            settings.escapeWord = word
        }
    }

    /// Reads when the typed keys are given back; options must be known.
    mutating func readRestore() {
        for statement in statements(.restore) where !statement.head.isBroken {
            let (words, condition) = splitCondition(statement.words)
            guard let first = words.first else {
                let expected = "'unless syllable', 'by' and a key, or 'never'"
                report(messages.missingText(statement.end, expected, after: "restore"))
                continue
            }
            switch choice(first, ["unless": 0, "by": 1, "never": 2], of: "restore") {
            case 0:
                guard words.count > 1 else {
                    report(messages.missingText(statement.end, "'syllable'", after: "restore unless"))
                    continue
                }
                _ = choice(words[1], ["syllable": true], of: "restore unless")
                expectNoMore(words.dropFirst(2), after: "'restore unless syllable'")
                settings.restores = true
                settings.restoreCondition = condition
            case 1:
                guard words.count > 1 else {
                    report(
                        messages.missingText(
                            statement.end, "a key (such as {Control+z})", after: "restore by")
                    )
                    continue
                }
                _ = withoutCondition(statement.words, in: "restore by")
                tellRepeated(words.dropFirst())
                for word in words.dropFirst() {
                    settings.restoreKeys = (settings.restoreKeys ?? []) + (events(word) ?? [])
                }
            case 2:
                expectNoMore(words.dropFirst(), after: "'restore never'")
                settings.restores = settings.restores ?? false
            default: break
            }
        }
    }

    /// Puts the settings into the definition when included keymaps have given theirs.
    mutating func finishSettings() {
        definition.reachesSyllable = settings.reachesSyllable ?? true
        definition.undoesByRepeating = settings.undoesByRepeating ?? true
        definition.restores = settings.restores ?? false
        definition.restoreCondition = settings.restores == true ? settings.restoreCondition : nil
        definition.restoreKeys = settings.restoreKeys ?? []
        definition.escapeKey = settings.escapeKey
    }
}
