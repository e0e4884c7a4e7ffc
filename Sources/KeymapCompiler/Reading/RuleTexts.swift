internal import Composition
internal import Diagnostics
internal import ICU

extension Resolution {
    /// Reads everything that is about text: markers, sets, keys that put in text, and groups of rules.
    mutating func readTextRules() {
        readTextForm()
        readMarkers()
        readTextSets()
        readTextKeys()
        for statement in statements where !statement.head.isBroken {
            switch statement.keyword {
            case .rules:
                expectNoMore(statement.head.words, after: "'rules'")
                let rules = readRuleLines(statement)
                if !rules.isEmpty { definition.text.groups.append(.change(rules)) }
            case .reorder:
                expectNoMore(statement.head.words, after: "'reorder'")
                let lines = statement.block.compactMap { readOrderLine($0) }
                if !lines.isEmpty { definition.text.groups.append(.order(lines)) }
            case .backspace: readBackspace(statement)
            default: break
            }
        }
        tellUnmakeable()
    }

    /// Reads `form`, the normal form of what is put out.
    private mutating func readTextForm() {
        guard let statement = statements(.form).first,
            let word = theWord(statement, "'nfc', 'nfd' or 'typed'")
        else { return }
        if let form = choice(
            word, ["nfc": TextRules.NormalForm.nfc, "nfd": .nfd, "typed": .typed], of: "form")
        {
            definition.text.form = form
        }
    }

    private mutating func readBackspace(_ statement: Statement) {
        if let first = statement.head.words.first {
            if let single = choice(first, ["letter": false, "character": true], of: "backspace") {
                definition.text.backspaceTakesCharacter = single
            }
            expectNoMore(statement.head.words.dropFirst(), after: "'backspace \(first.text)'")
        }
        let rules = readRuleLines(statement)
        if !rules.isEmpty { definition.text.backspace.append(.change(rules)) }
    }

    // MARK: Lines

    private struct RuleKey: Hashable {
        var left: [RuleItem]
        var startsText: Bool
        var condition: Condition?
    }

    private mutating func readRuleLines(_ statement: Statement) -> [TextRules.Rule] {
        var known: [RuleKey: Word] = [:]
        var rules: [TextRules.Rule] = []
        for line in statement.block {
            let (words, condition) = splitCondition(line.words)
            guard let (left, right) = textSides(words, line), let first = left.first, let last = left.last
            else { continue }
            let whole = first.range.lowerBound..<(right.last ?? last).range.upperBound
            // Both are read, so that mistakes in both are told.
            let found = readLeft(left)
            let put = readRight(right, of: found)
            guard let found, let put else { continue }
            let key = RuleKey(left: found.items, startsText: found.startsText, condition: condition)
            let range = first.range.lowerBound..<last.range.upperBound
            if let earlier = known[key] {
                report(messages.duplicateRule(range, first: earlier))
                continue
            }
            known[key] = first
            let rule = TextRules.Rule(
                startsText: found.startsText, left: found.items, right: put, condition: condition,
                origin: origin(whole))
            if isGood(rule, range) { rules.append(rule) }
        }
        return rules
    }

    /// The words before and after `>`; nothing after it takes what is before it away.
    mutating func textSides(_ words: [Word], _ line: Line) -> (left: [Word], right: [Word])? {
        let arrow: Int
        if let index = words.firstIndex(where: { $0.text == ">" }) {
            arrow = index
        } else if let index = words.firstIndex(where: { ["->", "=>", "→", "="].contains($0.text) }) {
            report(messages.wrongArrow(words[index], expected: ">"))
            arrow = index
        } else {
            let end = line.range.upperBound
            report(
                messages.missingText(
                    end..<end, "'>' and the text to put instead", after: words.last?.text ?? ""))
            return nil
        }
        guard arrow > 0 else {
            report(messages.missingText(words[arrow].range, "the text before the caret", after: nil))
            return nil
        }
        return (Array(words[..<arrow]), Array(words[(arrow + 1)...]))
    }

    /// Checks what can be seen of a rule alone.
    private mutating func isGood(_ rule: TextRules.Rule, _ range: Range<Int>) -> Bool {
        let network = RuleNetwork(
            rule.left, startsText: rule.startsText, definition.text, foldsCase: definition.capitalsFold)
        if network.isNullable {
            report(
                messages.badRule(range, "it fits where nothing stands; expected something that must be there")
            )
            return false
        }
        let keeps = rule.right.contains {
            switch $0 {
            case .element: false
            case .capture(let number): number > 0
            case .mapped: true
            }
        }
        let places = network.places.count
        if network.length > KeymapFormat.patternLengthLimit {
            report(
                messages.patternTooLong(
                    range, "\(network.length) characters", KeymapFormat.patternLengthLimit))
            return false
        }
        let limit = keeps ? KeymapFormat.rulePositionLimit : RuleNetwork.placeLimit - 1
        if places > limit {
            report(messages.patternTooLong(range, "\(places) places", limit))
            return false
        }
        return true
    }

    // MARK: Sides

    /// A left side: its items, and the items of each group by its number.
    struct LeftSide {
        var startsText = false
        var items: [RuleItem] = []
        var groups: [[[RuleItem]]] = []
    }

    private mutating func side(_ words: [Word], isRight: Bool) -> RuleSide? {
        var wrong = false
        let side = RuleSide(words, isRight: isRight) { word in
            guard let scalar = self.codePoint(of: word) else {
                wrong = true
                return nil
            }
            return scalar
        }
        return wrong ? nil : side
    }

    mutating func readLeft(_ words: [Word]) -> LeftSide? {
        for word in words { _ = smallSide(word) }
        guard let side = side(words, isRight: false) else { return nil }
        var tokens = side.tokens[...]
        var left = LeftSide()
        if case .start = tokens.first?.kind {
            left.startsText = true
            tokens = tokens.dropFirst()
        }
        var groups: [[[RuleItem]]] = []
        guard let alternatives = alternatives(&tokens, &groups, depth: 0) else { return nil }
        if let rest = tokens.first {
            report(messages.badRule(rest.range, "found ')'; expected a '(' before it"))
            return nil
        }
        left.items = alternatives.count == 1 ? alternatives[0] : [.group(alternatives, capture: 0)]
        left.groups = groups
        return left
    }

    /// Tells capitals in the text of a left side where there should be none.
    private mutating func smallSide(_ word: Word) -> Bool {
        guard definition.capitalsFold, word.codePointDigits == nil, !word.text.contains("["),
            !word.text.contains("@")
        else { return true }
        return small(word.text, word) == word.text
    }

    private mutating func alternatives(
        _ tokens: inout ArraySlice<RuleSide.Token>, _ groups: inout [[[RuleItem]]], depth: Int
    ) -> [[RuleItem]]? {
        var all: [[RuleItem]] = [[]]
        var isGood = true
        var last: RuleSide.Token?
        while let token = tokens.first {
            if case .close = token.kind { break }
            tokens = tokens.dropFirst()
            switch token.kind {
            case .bar: all.append([])
            case .times(let range):
                let index = all.count - 1
                guard let last, !all[index].isEmpty, last.standsAlone, case .times = last.kind else {
                    if let item = all[index].last, let last, last.standsAlone {
                        all[index][all[index].count - 1] = .repeated(item, range)
                    } else {
                        let what = last == nil ? "nothing before it" : "several characters before it"
                        report(
                            messages.badRule(
                                token.range,
                                "it has \(what); expected one character, a name in brackets, or ( )"))
                        isGood = false
                    }
                    break
                }
                report(messages.badRule(token.range, "it stands after another number of times"))
                isGood = false
            default:
                guard let item = item(token, &tokens, &groups, depth: depth) else {
                    isGood = false
                    break
                }
                all[all.count - 1].append(item)
            }
            if case .bar = token.kind { last = nil } else { last = token }
        }
        guard isGood else { return nil }
        return all
    }

    private mutating func item(
        _ token: RuleSide.Token, _ tokens: inout ArraySlice<RuleSide.Token>, _ groups: inout [[[RuleItem]]],
        depth: Int
    ) -> RuleItem? {
        switch token.kind {
        case .character(let scalar):
            literals.append((scalar, token.range))
            let small = definition.capitalsFold ? CharacterCase.small(scalar.value) : nil
            return .element(small ?? scalar.value)
        case .set(let name): return textSet(named: name).map { .set($0) }
        case .not(let name):
            guard let set = textSet(named: name) else { return nil }
            guard set.sequences.allSatisfy({ definition.text.normalized($0).count == 1 }) else {
                report(
                    messages.badRule(
                        token.range,
                        "set '\(name.text)' has texts of several characters; expected single ones after 'not'"
                    ))
                return nil
            }
            return .anyBut(set)
        case .any: return .anyBut(nil)
        case .marker(let name): return marker(name).map { .element($0) }
        case .anyMarker: return .anyMarker
        case .open:
            guard depth < 8 else {
                report(messages.badRule(token.range, "round brackets are nested more than 8 deep"))
                return nil
            }
            let number = groups.count + 1
            groups.append([])
            guard let inner = alternatives(&tokens, &groups, depth: depth + 1) else { return nil }
            guard case .close = tokens.first?.kind else {
                report(messages.badRule(token.range, "found '('; expected a ')' after it, between blanks"))
                return nil
            }
            tokens = tokens.dropFirst()
            groups[number - 1] = inner
            return .group(inner, capture: number > KeymapFormat.captureLimit ? 0 : number)
        case .start:
            report(messages.badRule(token.range, "'[start]' stands after something; expected it first"))
            return nil
        case .close, .bar, .times, .capture: return nil
        }
    }

    private mutating func readRight(_ words: [Word], of left: LeftSide?) -> [RuleOutput]? {
        guard let side = side(words, isRight: true) else { return nil }
        var result: [RuleOutput] = []
        var isGood = true
        for token in side.tokens {
            switch token.kind {
            case .character(let scalar):
                outputs.insert(scalar.value)
                result.append(.element(scalar.value))
            case .marker(let name):
                if let marker = marker(name) { result.append(.element(marker)) } else { isGood = false }
            case .capture(let number, let name):
                guard let left else {
                    isGood = false
                    break
                }
                guard number <= min(left.groups.count, KeymapFormat.captureLimit) else {
                    report(messages.badCapture(token.range, kept: left.groups.count))
                    isGood = false
                    break
                }
                guard let name else {
                    result.append(.capture(number))
                    break
                }
                if let mapped = mapped(number, name, left, token.range) {
                    result.append(mapped)
                } else {
                    isGood = false
                }
            default: break
            }
        }
        return isGood ? result : nil
    }

    private mutating func mapped(_ number: Int, _ name: Word, _ left: LeftSide, _ range: Range<Int>)
        -> RuleOutput?
    {
        guard let to = textSet(named: name) else { return nil }
        for sequence in to.sequences { outputs.formUnion(sequence) }
        guard number > 0, left.groups[number - 1].count == 1, left.groups[number - 1][0].count == 1,
            case .set(let from) = left.groups[number - 1][0][0]
        else {
            report(
                messages.badMap(range, "what '$\(number)' keeps is not one name in square brackets"))
            return nil
        }
        guard from.count == to.count else {
            report(
                messages.badMap(
                    range,
                    "'\(from.name)' has \(from.count) texts and '\(to.name)' has \(to.count); expected as many"
                ))
            return nil
        }
        return .mapped(number, from: from, to: to)
    }

    // MARK: Keys that put in text

    private struct TextKeyName: Hashable {
        var code: UInt32
        var held: UInt32
    }

    private mutating func readTextKeys() {
        var known: [TextKeyName: Word] = [:]
        for statement in statements(.keys) where !statement.head.isBroken {
            expectNoMore(statement.head.words, after: "'keys'")
            for line in statement.block {
                let words = withoutCondition(line.words, in: "keys")
                guard let (left, right) = textSides(words, line), let word = left.first else { continue }
                expectNoMore(left.dropFirst(), after: "key \(quoted(word.text))")
                guard let events = events(word), let put = readRight(right, of: LeftSide()) else { continue }
                guard events.count == 1, let event = events.first else {
                    report(messages.notOneKey(word, "a line of 'keys'"))
                    continue
                }
                let name = TextKeyName(
                    code: event.keysym.rawValue, held: KeymapFormat.significantModifiers(event))
                if let first = known[name] {
                    report(messages.duplicateTextKey(word, first: first))
                    continue
                }
                known[name] = word
                var text: [UInt32] = []
                for output in put {
                    if case .element(let element) = output { text.append(element) }
                }
                guard definition.text.normalized(text).count <= KeymapFormat.textKeyLimit else {
                    report(
                        messages.patternTooLong(
                            line.range, "\(text.count) characters", KeymapFormat.textKeyLimit))
                    continue
                }
                definition.text.keys.append(
                    TextRules.Key(event: event, text: text, origin: origin(word.range)))
            }
        }
        addCapitalKeys()
    }

    /// Where capitals fold, the capital key puts in the capital unless it has a line of its own.
    private mutating func addCapitalKeys() {
        guard definition.capitalsFold else { return }
        let known = Set(definition.text.keys.map(\.event.keysym.rawValue))
        for key in definition.text.keys where key.event.modifiers.isEmpty {
            guard key.event.keysym.rawValue < 0x80,
                let capital = CharacterCase.capital(key.event.keysym.rawValue), !known.contains(capital)
            else { continue }
            var text = key.text
            if let first = text.first, let other = CharacterCase.capital(first) { text[0] = other }
            definition.text.keys.append(
                TextRules.Key(event: KeyEvent(Keysym(rawValue: capital)), text: text, origin: key.origin))
        }
    }

    // MARK: What can be made

    /// Tells characters on the left that nothing can make, and makes keys of printable ASCII characters.
    private mutating func tellUnmakeable() {
        defer { literals = [] }
        // What a document may hold before the caret is not known where keys put in text.
        guard definition.text.keys.isEmpty else { return }
        for (scalar, range) in literals where (0x21...0x7E).contains(scalar.value) {
            let text = String(Character(scalar))
            if table.number(text) == nil, !definition.capitalsFold || !("A"..."Z").contains(scalar) {
                addPlainLetter(UInt8(truncatingIfNeeded: scalar.value), at: range)
            }
        }
        var known = Set<UInt32>(0x20...0x7E)
        for letter in definition.letters {
            known.formUnion(letter.text.normalized(.nfd).unicodeScalars.map(\.value))
        }
        known.formUnion(definition.tones.map(\.mark.value))
        for output in outputs { known.formUnion(TextRules.decomposition(output)) }
        for (scalar, range) in literals
        where !TextRules.decomposition(scalar.value).allSatisfy({ known.contains($0) }) {
            tellUnknownLetter(String(Character(scalar)), at: range)
        }
    }
}
