internal import Composition
internal import Diagnostics

extension Resolution {
    /// Reads a line of `reorder`: characters, perhaps `after` and characters, `:` and what is said of them.
    mutating func readOrderLine(_ line: Line) -> TextRules.Order? {
        let words = splitColons(withoutCondition(line.words, in: "reorder"))
        guard let colon = words.firstIndex(where: { $0.text == ":" }) else {
            let end = line.range.upperBound
            report(
                messages.missingText(end..<end, "':' and what is said of it", after: words.last?.text ?? ""))
            return nil
        }
        let left = words[..<colon]
        let context = left.firstIndex { $0.text == "after" }
        let own = Array(left[..<(context ?? colon)])
        guard !own.isEmpty else {
            report(messages.missingText(words[colon].range, "characters to put in order", after: nil))
            return nil
        }
        let elements = singles(own)
        let after = context.map { singles(Array(left[($0 + 1)...])) } ?? []
        if let context, context + 1 == colon {
            let end = words[context].range.upperBound
            report(messages.missingText(end..<end, "the characters before them", after: "after"))
            return nil
        }
        guard let elements, let after else { return nil }
        let whole =
            (words.first?.range ?? line.range).lowerBound..<(words.last?.range ?? line.range).upperBound
        var order = TextRules.Order(elements: elements, after: after, origin: origin(whole))
        guard readWeights(Array(words[(colon + 1)...]), &order, at: words[colon]) else { return nil }
        if elements.count + after.count > KeymapFormat.patternLengthLimit {
            let count = elements.count + after.count
            report(messages.patternTooLong(whole, "\(count) characters", KeymapFormat.patternLengthLimit))
            return nil
        }
        return order
    }

    /// Items that are single characters in the decomposed text.
    private mutating func singles(_ words: [Word]) -> [RuleItem]? {
        guard let side = readLeft(words) else { return nil }
        let range = (words.first?.range ?? 0..<0).lowerBound..<(words.last?.range ?? 0..<0).upperBound
        let items = definition.text.normalized(side.items)
        for item in items {
            let isSingle =
                switch item {
                case .element(let element): !TextRules.isMarker(element)
                // Letters with marks in a long range do not occur in decomposed text: they are left out.
                case .set(let set): definition.text.sequences(set).contains { $0.count == 1 }
                default: false
                }
            guard isSingle else {
                report(
                    messages.badOrder(
                        range,
                        "\(quoted(source.text(range))) is not made of single characters and sets of them"))
                return nil
            }
        }
        return items.map { item in
            guard case .set(let set) = item else { return item }
            return .set(
                TextSet(
                    name: set.name,
                    items: definition.text.sequences(set).filter { $0.count == 1 }.map { .sequence($0) }))
        }
    }

    private mutating func readWeights(_ words: [Word], _ order: inout TextRules.Order, at colon: Word) -> Bool
    {
        let keywords = ["order", "tertiary", "base", "prebase"]
        guard !words.isEmpty else {
            let end = colon.range.upperBound
            report(messages.missingText(end..<end, "'order' and a number", after: ":"))
            return false
        }
        var index = 0
        while index < words.count {
            let word = Resolution.withoutComma(words[index])
            guard keywords.contains(word.text) else {
                report(
                    messages.unknownChoice(
                        word, "reorder", keywords, closest: closestWord(word.text, among: keywords)))
                return false
            }
            index += 1
            var values: [Word] = []
            while index < words.count, !keywords.contains(Resolution.withoutComma(words[index]).text) {
                values.append(Resolution.withoutComma(words[index]))
                index += 1
            }
            if values.count > order.elements.count {
                report(
                    messages.badOrder(
                        values[order.elements.count].range,
                        "'\(word.text)' has \(values.count) values for \(order.elements.count) characters"))
                return false
            }
            switch word.text {
            case "order", "tertiary":
                guard let numbers = numbers(values, after: word) else { return false }
                if word.text == "order" { order.order = numbers } else { order.tertiary = numbers }
            default:
                guard let flags = yesOrNo(values, word) else { return false }
                if word.text == "base" { order.base = flags } else { order.prebase = flags }
            }
        }
        return agrees(order)
    }

    private static func withoutComma(_ word: Word) -> Word {
        guard word.text.hasSuffix(","), word.text.utf8.count > 1 else { return word }
        return word.part(0..<word.text.utf8.count - 1)
    }

    private mutating func numbers(_ values: [Word], after word: Word) -> [Int]? {
        if values.isEmpty {
            let end = word.range.upperBound
            report(messages.missingText(end..<end, "a number", after: word.text))
            return nil
        }
        var numbers: [Int] = []
        for value in values {
            guard let number = Int(value.text), (-128...127).contains(number) else {
                report(messages.badNumber(value, -128...127))
                return nil
            }
            numbers.append(number)
        }
        return numbers
    }

    private mutating func yesOrNo(_ values: [Word], _ word: Word) -> [Bool]? {
        var flags: [Bool] = []
        for value in values {
            guard let flag = choice(value, ["yes": true, "no": false], of: word.text) else { return nil }
            flags.append(flag)
        }
        return flags.isEmpty ? [true] : flags
    }

    /// Weights that go together: a tertiary one stands alone, and what goes before the base has an order.
    private mutating func agrees(_ order: TextRules.Order) -> Bool {
        for index in order.elements.indices {
            func value<Value>(_ list: [Value]?) -> Value? {
                list.map { index < $0.count ? $0[index] : $0[$0.count - 1] }
            }
            guard value(order.tertiary) ?? 0 != 0 else { continue }
            if value(order.order) ?? 0 != 0 {
                report(messages.badOrder(order.origin.range, "a character has both 'order' and 'tertiary'"))
                return false
            }
            if value(order.base) == true || value(order.prebase) == true {
                report(messages.badOrder(order.origin.range, "a character with 'tertiary' is a base too"))
                return false
            }
        }
        return true
    }
}
