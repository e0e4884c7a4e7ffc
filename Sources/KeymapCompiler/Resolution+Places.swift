internal import Diagnostics

extension Resolution {
    typealias Place = KeymapDefinition.Place

    /// Reads `place`: where the tone stands.
    mutating func readPlaces() {
        var known: [PlaceKey: Word] = [:]
        for statement in statements(.place) where !statement.head.isBroken {
            expectNoMore(statement.head.words, after: "'place'")
            for line in statement.block {
                let (words, condition) = splitCondition(line.words)
                readPlace(splitColons(words), condition, line, statement.word, &known)
            }
        }
    }

    struct PlaceKey: Hashable {
        var test: Place.Test
        var condition: Condition?
    }

    private mutating func readPlace(
        _ words: [Word], _ condition: Condition?, _ line: Line, _ statement: Word,
        _ known: inout [PlaceKey: Word]
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
            let near = closest(first.text, among: Keyword.place.lineKeywords)
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
        _ known: inout [PlaceKey: Word]
    ) {
        // A line without a condition leaves nothing to the same test below it; `open` leaves no open rime.
        var covering = [PlaceKey(test: test, condition: nil), PlaceKey(test: test, condition: condition)]
        if case .rime = test {
            covering += [PlaceKey(test: .open, condition: nil), PlaceKey(test: .open, condition: condition)]
        }
        for key in covering {
            guard let first = known[key] else { continue }
            report(messages.shadowedPlace(word, first: first))
            return
        }
        known[PlaceKey(test: test, condition: condition)] = word
        if let position {
            definition.places.append(Place(test: test, position: position, condition: condition))
        }
    }
}
