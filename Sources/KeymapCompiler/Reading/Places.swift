import Diagnostics

/// Where the tone stands.
///
/// Needs the options, for the conditions of its lines, and the letters and sets, which rimes are made of. Which vowels
/// count as marked is known when the marks are read.
final class Places {
    typealias Place = KeymapDefinition.Place
    typealias Condition = KeymapDefinition.Condition

    private(set) var all: [Place] = []

    private let reading: Reading
    private let options: Options
    private let letters: Letters
    private let sets: Sets
    private var known: [PlaceLine] = []

    init(
        _ reading: Reading, _ options: Options, _ letters: Letters, _ sets: Sets, _ included: [IncludedKeymap]
    ) {
        self.reading = reading
        self.options = options
        self.letters = letters
        self.sets = sets
        for (line, statement) in reading.lines(of: .place) {
            let (words, condition) = options.splitCondition(line.words)
            readPlace(splitColons(words), condition, line, statement)
        }
        for other in included { merge(other) }
    }

    private func merge(_ included: IncludedKeymap) {
        for place in included.reader.places.all {
            guard let condition = included.condition(place.condition) else { continue }
            var test = place.test
            if case .rime(let letters) = test { test = .rime(included.letters(letters)) }
            all.append(Place(test: test, position: place.position, condition: condition))
        }
    }

    /// A line of `place` that was read.
    private struct PlaceLine {
        var test: Place.Test
        var condition: Condition?
        var word: Word
    }

    private func readPlace(
        _ words: [Word], _ condition: Condition?, _ line: Line, _ statement: Statement
    ) {
        guard let first = words.first else { return }
        let rest = words.dropFirst().filter { $0.text != ":" }
        switch first.text {
        case "rime":
            let colon = words.firstIndex { $0.text == ":" } ?? words.count
            let rimes = words[1..<max(1, colon)]
            if rimes.isEmpty {
                reading.missing(.vowels, after: first)
            }
            if colon + 1 >= words.count {
                reading.missing(
                    colon < words.count ? .tonePlace : .colonAndTonePlace,
                    after: words.last?.text ?? "rime", in: line)
            }
            let position = colon + 1 < words.count ? position(words[colon + 1]) : nil
            reading.expectNoMore(words.dropFirst(colon + 2), .afterTonePlace)
            for word in rimes {
                for letters in sets.sequences(word) {
                    if letters.count > Limits.sequence {
                        reading.report(.tooMany(.rimeLetters, limit: Limits.sequence), word.range)
                    }
                    add(.rime(letters), position, condition, word)
                }
            }
        case "marked":
            let position = rest.isEmpty ? .marked : position(rest[0])
            reading.expectNoMore(rest.dropFirst(), .after("marked"))
            add(.marked, position, condition, first)
        case "closed", "open":
            guard let word = rest.first else {
                reading.missing(.tonePlace, after: first.text, in: line)
                return
            }
            reading.expectNoMore(rest.dropFirst(), .after("\(first.text) \(word.text)"))
            add(first.text == "closed" ? .closed : .open, position(word), condition, first)
        default: reading.unknownLine(first, in: statement)
        }
    }

    private func position(_ word: Word) -> Place.Position? {
        reading.choice(
            word, ["first": .first, "last": .last, "before-last": .beforeLast, "marked": .marked],
            of: .tonePlace)
    }

    private func add(
        _ test: Place.Test, _ position: Place.Position?, _ condition: Condition?, _ word: Word
    ) {
        if case .rime(let letters) = test, let other = letters.first(where: { !self.letters.isVowel($0) }) {
            reading.report(
                .placeWithoutVowel(word.text, letter: self.letters.all[other].text), word.range)
        } else if let earlier = lines(before: test, condition) {
            reading.report(
                .shadowedPlace(word.text), word.range,
                notes: earlier.map { reading.reports.note(.earlierLine, $0.word.range) })
            return
        }
        known.append(PlaceLine(test: test, condition: condition, word: word))
        if let position {
            all.append(Place(test: test, position: position, condition: condition))
        }
    }

    /// The lines that leave nothing to `test`; nil when something is left.
    private func lines(before test: Place.Test, _ condition: Condition?) -> [PlaceLine]? {
        func covering(_ tests: [Place.Test]) -> [PlaceLine]? {
            let lines = known.filter { tests.contains($0.test) }
            guard options.isCovered(condition, by: lines.lazy.map(\.condition)) else { return nil }
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

    /// Whether a letter is what `marked` looks for: a vowel made of another one.
    private func isMarkedVowel(_ letter: Int) -> Bool {
        let declared = letters.all[letter]
        return letters.isVowel(letter)
            && (!declared.marked.isEmpty || declared.ways.contains { $0.keys.count > 1 })
    }
}
