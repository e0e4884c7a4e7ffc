import Diagnostics

/// The orders in which a cluster is typed, and the one in which it is stored.
///
/// Needs the letters, whose classes its patterns name, and the sets, which may be meant by a wrong name.
final class ClusterPatterns {
    typealias Pattern = KeymapDefinition.Pattern

    private(set) var cluster: KeymapDefinition.Cluster?

    private let reading: Reading
    private let letters: Letters
    private let sets: Sets

    init(_ reading: Reading, _ letters: Letters, _ sets: Sets, _ included: [IncludedKeymap]) {
        self.reading = reading
        self.letters = letters
        self.sets = sets
        // The order names the classes of the parts of letters.
        letters.resolveParts(sets)
        read()
        for other in included { merge(other) }
    }

    private func merge(_ included: IncludedKeymap) {
        guard cluster == nil, var theirs = included.reader.clusters.cluster else { return }
        theirs.types = theirs.types.map { pattern($0, included.classes) }
        theirs.order = theirs.order.map { included.classes[$0] }
        cluster = theirs
    }

    private func pattern(_ pattern: Pattern, _ classes: [Int]) -> Pattern {
        switch pattern {
        case .letterClass(let number): .letterClass(classes[number])
        case .sequence(let parts): .sequence(parts.map { self.pattern($0, classes) })
        case .choice(let parts): .choice(parts.map { self.pattern($0, classes) })
        case .optional(let part): .optional(self.pattern(part, classes))
        }
    }

    private func read() {
        guard let statement = reading.statements(.cluster).first else { return }
        reading.expectNoMore(statement.head.words, .after("cluster"))
        var cluster = KeymapDefinition.Cluster(types: [], order: [], backspaceTakesStored: false)
        cluster.origin = reading.origin(statement.word)
        var orderWord: Word?
        var used: [(number: Int, word: Word)] = []
        var positions = 0
        for line in statement.block {
            let words = reading.withoutCondition(line.words, in: "cluster")
            guard let first = words.first else { continue }
            switch first.text {
            case "type":
                var reader = PatternReader(words: words.dropFirst(), end: line.range.upperBound)
                let pattern = readPattern(&reader, after: first)
                used += reader.used
                positions += reader.used.count
                if positions > Limits.patternPositions,
                    positions - reader.used.count <= Limits.patternPositions
                {
                    reading.report(.tooMany(.positions, limit: Limits.patternPositions), line.range)
                }
                if let pattern { cluster.types.append(pattern) }
            case "order":
                if let orderWord {
                    reading.report(reading.reports.duplicateStatement("order", line.range, first: orderWord))
                    continue
                }
                orderWord = first
                cluster.order = readOrder(words, line)
            case "backspace":
                guard words.count > 1 else {
                    reading.missing(.oneOf(["typed", "stored"]), after: "backspace", in: line)
                    continue
                }
                reading.expectNoMore(words.dropFirst(2), .after("backspace \(words[1].text)"))
                let isStored = reading.choice(
                    words[1], ["typed": false, "stored": true], of: .keyword("backspace"))
                cluster.backspaceTakesStored = isStored ?? false
            default: reading.unknownLine(first, in: statement)
            }
        }
        let keywords = Set(statement.block.compactMap { $0.words.first?.text })
        for missing in ["type", "order"] where !keywords.contains(missing) {
            reading.report(.incompleteCluster(missing: missing), statement.word.range)
        }
        if let orderWord { checkOrder(cluster.order, used, orderWord) }
        self.cluster = cluster
    }

    private func readOrder(_ words: [Word], _ line: Line) -> [Int] {
        var order: [Int] = []
        var origins: [Int: Word] = [:]
        for word in words.dropFirst() {
            guard let number = letters.classNumber(word.text) else {
                sets.reportUnknown(word)
                continue
            }
            letters.use(class: number)
            if let first = origins[number] {
                reading.duplicateName(.letterClass, word, first: reading.origin(first))
            } else {
                origins[number] = word
                order.append(number)
            }
        }
        if words.count == 1 { reading.missing(.classes, after: "order", in: line) }
        return order
    }

    /// Every class that can be typed must have a place; a letter in two parts has one for each part.
    private func checkOrder(_ order: [Int], _ used: [(number: Int, word: Word)], _ orderWord: Word) {
        var reported: Set<Int> = []
        for (number, word) in used {
            let members = letters.all.filter { $0.classes.contains(number) }
            let parts = members.filter { $0.partClasses.count == 2 }
            var needed = Set(parts.flatMap(\.partClasses))
            if parts.count < members.count { needed.insert(number) }
            for missing in needed.subtracting(order).subtracting(reported).sorted() {
                reported.insert(missing)
                let name = letters.classes[missing]
                reading.report(
                    name == word.text
                        ? .classNotOrdered(name) : .partNotOrdered(name, of: word.text), word.range,
                    notes: [reading.reports.note(.orderLine, orderWord.range)])
            }
        }
    }

    // MARK: Patterns

    /// The signs and names of a pattern, one after the other.
    private struct PatternReader {
        var tokens: [Word] = []
        var index = 0
        var end: Int
        var depth = 0
        /// The classes met, in order.
        var used: [(number: Int, word: Word)] = []

        init(words: some Collection<Word>, end: Int) {
            self.end = end
            for word in words {
                var start = 0
                for (index, byte) in word.text.utf8.enumerated() where "()|?".utf8.contains(byte) {
                    if start < index { tokens.append(word.part(start..<index)) }
                    tokens.append(word.part(index..<index + 1))
                    start = index + 1
                }
                if start < word.text.utf8.count { tokens.append(word.part(start..<word.text.utf8.count)) }
            }
        }

        var next: Word? { index < tokens.count ? tokens[index] : nil }
    }

    private func readPattern(_ reader: inout PatternReader, after keyword: Word) -> Pattern? {
        guard !reader.tokens.isEmpty else {
            reading.missing(.classes, after: keyword)
            return nil
        }
        let pattern = readChoice(&reader)
        if let rest = reader.next, pattern != nil {
            reading.report(.badPattern(.closesNothing(rest.text)), rest.range)
            return nil
        }
        return pattern
    }

    private func readChoice(_ reader: inout PatternReader) -> Pattern? {
        var choices: [Pattern] = []
        var isGood = true
        while true {
            if let choice = readSequence(&reader) { choices.append(choice) } else { isGood = false }
            guard reader.next?.text == "|" else { break }
            reader.index += 1
        }
        guard isGood, let first = choices.first else { return nil }
        return choices.count == 1 ? first : .choice(choices)
    }

    private func readSequence(_ reader: inout PatternReader) -> Pattern? {
        var parts: [Pattern] = []
        var isGood = true
        var hasParts = false
        while let word = reader.next, word.text != ")", word.text != "|" {
            reader.index += 1
            var part: Pattern?
            switch word.text {
            case "?":
                reading.report(.badPattern(.optionalNothing), word.range)
                isGood = false
                continue
            case "(":
                guard reader.depth < Limits.patternDepth else {
                    reading.report(.badPattern(.tooDeep(limit: Limits.patternDepth)), word.range)
                    reader.index = reader.tokens.count
                    return nil
                }
                reader.depth += 1
                part = readChoice(&reader)
                reader.depth -= 1
                if reader.next?.text == ")" {
                    reader.index += 1
                } else if part != nil {
                    reading.report(.badPattern(.notClosed), word.range)
                    part = nil
                }
            default:
                if let number = letters.classNumber(word.text) {
                    letters.use(class: number)
                    reader.used.append((number, word))
                    part = .letterClass(number)
                } else {
                    sets.reportUnknown(word)
                }
            }
            hasParts = true
            if reader.next?.text == "?" {
                reader.index += 1
                part = part.map { .optional($0) }
            }
            if let part { parts.append(part) } else { isGood = false }
        }
        guard isGood else { return nil }
        guard hasParts else {
            let range = reader.next?.range ?? reader.end..<reader.end
            reading.report(.badPattern(.noClass), range)
            return nil
        }
        return parts.count == 1 ? parts[0] : .sequence(parts)
    }
}
