internal import Diagnostics

extension Resolution {
    typealias Pattern = KeymapDefinition.Pattern

    /// Reads `cluster`: the orders in which a cluster is typed, and the one in which it is stored.
    mutating func readCluster() {
        resolveParts()
        guard let statement = statements(.cluster).first, !statement.head.isBroken else { return }
        expectNoMore(statement.head.words, after: "'cluster'")
        var cluster = KeymapDefinition.Cluster(types: [], order: [], backspaceTakesStored: false)
        cluster.origin = origin(statement.word.range)
        var orderWord: Word?
        var used: [(number: Int, word: Word)] = []
        var positions = 0
        for line in statement.block {
            let words = withoutCondition(line.words, in: "cluster")
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
                    report(
                        messages.tooMany(
                            origin(line.range), "positions in the cluster's patterns",
                            limit: Limits.patternPositions))
                }
                if let pattern { cluster.types.append(pattern) }
            case "order":
                if let orderWord {
                    report(messages.duplicateStatement("order", line.range, first: orderWord))
                    continue
                }
                orderWord = first
                cluster.order = readOrder(words, line)
            case "backspace":
                guard words.count > 1 else {
                    let end = line.range.upperBound
                    report(messages.missingText(end..<end, "'typed' or 'stored'", after: "backspace"))
                    continue
                }
                expectNoMore(words.dropFirst(2), after: "'backspace \(words[1].text)'")
                let isStored = choice(words[1], ["typed": false, "stored": true], of: "backspace")
                cluster.backspaceTakesStored = isStored ?? false
            default:
                let near = closestWord(first.text, among: Keyword.cluster.lineKeywords)
                report(
                    messages.unknownLine(
                        first, in: statement.word, Keyword.cluster.lineKeywords, closest: near))
            }
        }
        let keywords = Set(statement.block.compactMap { $0.words.first?.text })
        for missing in ["type", "order"] where !keywords.contains(missing) {
            report(messages.incompleteCluster(statement.word, missing: missing))
        }
        if let orderWord { checkOrder(cluster.order, used, orderWord) }
        definition.cluster = cluster
    }

    private mutating func readOrder(_ words: [Word], _ line: Line) -> [Int] {
        var order: [Int] = []
        var origins: [Int: Word] = [:]
        for word in words.dropFirst() {
            guard let number = classNumbers[word.text] else {
                tellUnknownClass(word)
                continue
            }
            usedClasses.insert(number)
            if let first = origins[number] {
                report(messages.duplicateName(word, "class", first: origin(first.range)))
            } else {
                origins[number] = word
                order.append(number)
            }
        }
        if words.count == 1 {
            let end = line.range.upperBound
            report(messages.missingText(end..<end, "classes", after: "order"))
        }
        return order
    }

    /// Every class that can be typed must have a place; a letter in two parts has one for each part.
    private mutating func checkOrder(_ order: [Int], _ used: [(number: Int, word: Word)], _ orderWord: Word) {
        var told: Set<Int> = []
        for (number, word) in used {
            let members = definition.letters.filter { $0.classes.contains(number) }
            let parts = members.filter { $0.partClasses.count == 2 }
            var needed = Set(parts.flatMap(\.partClasses))
            if parts.count < members.count { needed.insert(number) }
            for missing in needed.subtracting(order).subtracting(told).sorted() {
                told.insert(missing)
                report(messages.classNotOrdered(word, missing: definition.classes[missing], order: orderWord))
            }
        }
    }

    // MARK: Patterns

    /// The signs and names of a pattern, one after the other.
    struct PatternReader {
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

    private mutating func readPattern(_ reader: inout PatternReader, after keyword: Word) -> Pattern? {
        guard !reader.tokens.isEmpty else {
            let end = keyword.range.upperBound
            report(messages.missingText(end..<end, "classes", after: keyword.text))
            return nil
        }
        let pattern = readChoice(&reader)
        if let rest = reader.next, pattern != nil {
            report(messages.badPattern(rest.range, "'\(rest.text)' closes nothing"))
            return nil
        }
        return pattern
    }

    private mutating func readChoice(_ reader: inout PatternReader) -> Pattern? {
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

    private mutating func readSequence(_ reader: inout PatternReader) -> Pattern? {
        var parts: [Pattern] = []
        var isGood = true
        var hasParts = false
        while let word = reader.next, word.text != ")", word.text != "|" {
            reader.index += 1
            var part: Pattern?
            switch word.text {
            case "?":
                report(messages.badPattern(word.range, "'?' stands after nothing"))
                isGood = false
                continue
            case "(":
                guard reader.depth < 16 else {
                    report(messages.badPattern(word.range, "parentheses are nested more than 16 deep"))
                    reader.index = reader.tokens.count
                    return nil
                }
                reader.depth += 1
                part = readChoice(&reader)
                reader.depth -= 1
                if reader.next?.text == ")" {
                    reader.index += 1
                } else if part != nil {
                    report(messages.badPattern(word.range, "'(' without ')'"))
                    part = nil
                }
            default:
                if let number = classNumbers[word.text] {
                    usedClasses.insert(number)
                    reader.used.append((number, word))
                    part = .letterClass(number)
                } else {
                    tellUnknownClass(word)
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
            report(messages.badPattern(range, "a class is missing here"))
            return nil
        }
        return parts.count == 1 ? parts[0] : .sequence(parts)
    }
}
