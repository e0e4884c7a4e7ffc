internal import Diagnostics

extension Resolution {
    typealias Place = KeymapDefinition.Place

    /// Reads `place`: where the tone stands.
    mutating func readPlaces() {
        var known: [PlaceLine] = []
        for statement in statements(.place) where !statement.head.isBroken {
            expectNoMore(statement.head.words, after: "'place'")
            for line in statement.block {
                let (words, condition) = splitCondition(line.words)
                readPlace(splitColons(words), condition, line, statement.word, &known)
            }
        }
    }

    /// A line of `place` that was read.
    struct PlaceLine {
        var test: Place.Test
        var condition: Condition?
        var word: Word
    }

    private mutating func readPlace(
        _ words: [Word], _ condition: Condition?, _ line: Line, _ statement: Word,
        _ known: inout [PlaceLine]
    ) {
        guard let first = words.first else { return }
        let rest = words.dropFirst().filter { $0.text != ":" }
        switch first.text {
        case "rime":
            let colon = words.firstIndex { $0.text == ":" } ?? words.count
            let rimes = words[1..<max(1, colon)]
            let end = line.range.upperBound
            if rimes.isEmpty {
                report(
                    messages.missingText(
                        first.range.upperBound..<first.range.upperBound, "vowels", after: "rime"))
            }
            if colon + 1 >= words.count {
                let expected = "\(colon < words.count ? "" : "':' and ")where the tone stands"
                report(messages.missingText(end..<end, expected, after: words.last?.text ?? "rime"))
            }
            let position = colon + 1 < words.count ? position(words[colon + 1]) : nil
            expectNoMore(words.dropFirst(colon + 2), after: "the place of the tone")
            for word in rimes {
                for letters in sequences(word) {
                    if letters.count > Limits.sequence {
                        report(
                            messages.tooMany(origin(word.range), "letters in a rime", limit: Limits.sequence))
                    }
                    add(.rime(letters), position, condition, word, &known)
                }
            }
        case "marked":
            let position = rest.isEmpty ? .marked : position(rest[0])
            expectNoMore(rest.dropFirst(), after: "'marked'")
            add(.marked, position, condition, first, &known)
        case "closed", "open":
            guard let word = rest.first else {
                let end = line.range.upperBound
                report(messages.missingText(end..<end, "where the tone stands", after: first.text))
                return
            }
            expectNoMore(rest.dropFirst(), after: "'\(first.text) \(word.text)'")
            add(first.text == "closed" ? .closed : .open, position(word), condition, first, &known)
        default:
            let near = closestWord(first.text, among: Keyword.place.lineKeywords)
            report(messages.unknownLine(first, in: statement, Keyword.place.lineKeywords, closest: near))
        }
    }

    private mutating func position(_ word: Word) -> Place.Position? {
        choice(
            word, ["first": .first, "last": .last, "before-last": .beforeLast, "marked": .marked],
            of: "the place of the tone")
    }

    private mutating func add(
        _ test: Place.Test, _ position: Place.Position?, _ condition: Condition?, _ word: Word,
        _ known: inout [PlaceLine]
    ) {
        if case .rime(let letters) = test, let other = letters.first(where: { !isVowel($0) }) {
            report(messages.placeWithoutVowel(word, letter: definition.letters[other].text))
        } else if let earlier = lines(of: known, before: test, condition) {
            report(messages.shadowedPlace(word, first: earlier.map(\.word)))
            return
        }
        known.append(PlaceLine(test: test, condition: condition, word: word))
        if let position {
            definition.places.append(Place(test: test, position: position, condition: condition))
        }
    }

    /// The lines that leave nothing to `test`; nil when something is left.
    private func lines(
        of known: [PlaceLine], before test: Place.Test, _ condition: Condition?
    ) -> [PlaceLine]? {
        func covering(_ tests: [Place.Test]) -> [PlaceLine]? {
            let lines = known.filter { tests.contains($0.test) }
            guard isCovered(condition, by: lines.lazy.map(\.condition)) else { return nil }
            // One line is enough where it holds whenever this one does.
            let one = lines.first { $0.condition == nil || $0.condition == condition }
            return one.map { [$0] } ?? lines
        }
        if let lines = covering([test]) { return lines }
        switch test {
        case .rime(let letters):
            // Nothing follows the vowels of such a rime.
            return covering(letters.contains(where: isMarkedVowel) ? [.open, .marked] : [.open])
                ?? covering(
                    [test, .open, .marked].filter { $0 != .marked || letters.contains(where: isMarkedVowel) })
        case .marked:
            guard let closed = covering([.closed]), let open = covering([.open]) else { return nil }
            return closed + open
        case .closed, .open: return nil
        }
    }

    private func isVowel(_ letter: Int) -> Bool {
        definition.letters[letter].classes.contains { definition.classes[$0] == "vowel" }
    }

    /// Whether a letter is what `marked` looks for: a vowel made of another one.
    private func isMarkedVowel(_ letter: Int) -> Bool {
        let declared = definition.letters[letter]
        return isVowel(letter) && (!declared.marked.isEmpty || declared.ways.contains { $0.keys.count > 1 })
    }
}
