import Composition
import Diagnostics

extension RuleTexts {
    /// Reads a line of `reorder`: characters, perhaps `after` and characters, `:` and what is said of them.
    func readOrderLine(_ line: Line) -> TextRules.Order? {
        let words = splitColons(reading.withoutCondition(line.words, in: "reorder"))
        guard let colon = words.firstIndex(where: { $0.text == ":" }) else {
            reading.missing(.orderClause, after: words.last?.text ?? "", in: line)
            return nil
        }
        let left = words[..<colon]
        let context = left.firstIndex { $0.text == "after" }
        let own = Array(left[..<(context ?? colon)])
        guard !own.isEmpty else {
            reading.missing(.orderedCharacters, before: words[colon])
            return nil
        }
        let elements = singles(own)
        let after = context.map { singles(Array(left[($0 + 1)...])) } ?? []
        if let context, context + 1 == colon {
            reading.missing(.charactersBefore, after: words[context])
            return nil
        }
        guard let elements, let after else { return nil }
        let whole =
            (words.first?.range ?? line.range).lowerBound..<(words.last?.range ?? line.range).upperBound
        var order = TextRules.Order(elements: elements, after: after, origin: reading.origin(whole))
        guard readWeights(Array(words[(colon + 1)...]), &order, at: words[colon]) else { return nil }
        if elements.count + after.count > KeymapFormat.patternLengthLimit {
            let count = elements.count + after.count
            reportTooLong(whole, .characters(count), limit: KeymapFormat.patternLengthLimit)
            return nil
        }
        return order
    }

    /// Items that are single characters in the decomposed text.
    private func singles(_ words: [Word]) -> [RuleItem]? {
        guard let side = readLeft(words) else { return nil }
        let range = (words.first?.range ?? 0..<0).lowerBound..<(words.last?.range ?? 0..<0).upperBound
        let items = text.normalized(side.items)
        for item in items {
            let isSingle =
                switch item {
                case .element(let element): !TextRules.isMarker(element)
                // Letters with marks in a long range do not occur in decomposed text: they are left out.
                case .set(let set): text.sequences(set).contains { $0.count == 1 }
                default: false
                }
            guard isSingle else {
                reading.report(.badOrder(.notSingle(reading.source.text(range))), range)
                return nil
            }
        }
        return items.map { item in
            guard case .set(let set) = item else { return item }
            return .set(
                TextSet(
                    name: set.name,
                    items: text.sequences(set).filter { $0.count == 1 }.map { .sequence($0) }))
        }
    }

    private func readWeights(_ words: [Word], _ order: inout TextRules.Order, at colon: Word) -> Bool {
        let keywords = ["order", "tertiary", "base", "prebase"]
        guard !words.isEmpty else {
            reading.missing(.orderNumber, after: colon)
            return false
        }
        var index = 0
        while index < words.count {
            let word = RuleTexts.withoutComma(words[index])
            guard keywords.contains(word.text) else {
                reading.unknownChoice(word, keywords, of: .keyword("reorder"))
                return false
            }
            index += 1
            var values: [Word] = []
            while index < words.count, !keywords.contains(RuleTexts.withoutComma(words[index]).text) {
                values.append(RuleTexts.withoutComma(words[index]))
                index += 1
            }
            if values.count > order.elements.count {
                let count = order.elements.count
                reading.report(
                    .badOrder(
                        .tooManyValues(word.text, values: values.count, characters: count)),
                    values[count].range)
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

    private func numbers(_ values: [Word], after word: Word) -> [Int]? {
        if values.isEmpty {
            reading.missing(.number, after: word)
            return nil
        }
        var numbers: [Int] = []
        for value in values {
            guard let number = Int(value.text), (-128...127).contains(number) else {
                reading.report(.badNumber(value.text, -128...127), value.range)
                return nil
            }
            numbers.append(number)
        }
        return numbers
    }

    private func yesOrNo(_ values: [Word], _ word: Word) -> [Bool]? {
        var flags: [Bool] = []
        for value in values {
            guard let flag = reading.choice(value, ["yes": true, "no": false], of: .keyword(word.text)) else {
                return nil
            }
            flags.append(flag)
        }
        return flags.isEmpty ? [true] : flags
    }

    /// Weights that go together: a tertiary one stands alone, and what goes before the base has an order.
    private func agrees(_ order: TextRules.Order) -> Bool {
        for index in order.elements.indices {
            func value<Value>(_ list: [Value]?) -> Value? {
                list.map { index < $0.count ? $0[index] : $0[$0.count - 1] }
            }
            guard value(order.tertiary) ?? 0 != 0 else { continue }
            if value(order.order) ?? 0 != 0 {
                reading.report(.badOrder(.orderAndTertiary), order.origin.range)
                return false
            }
            if value(order.base) == true || value(order.prebase) == true {
                reading.report(.badOrder(.tertiaryBase), order.origin.range)
                return false
            }
        }
        return true
    }
}
