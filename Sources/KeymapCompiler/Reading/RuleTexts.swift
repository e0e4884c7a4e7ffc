import Composition
import Diagnostics
import ICU

/// Everything that is about text: markers, sets of texts, keys that put in text, and groups of rules.
///
/// Needs the options, for the conditions of rules; the letters, their classes and sets, which may be named in square
/// brackets; and the tones, since only what letters, tones and rules make can stand before the caret.
final class RuleTexts {
    typealias Origin = KeymapDefinition.Origin
    typealias Condition = KeymapDefinition.Condition

    private(set) var text = TextRules()

    let reading: Reading
    private let options: Options
    private let letters: Letters
    private let tones: Tones
    /// The names that stand in square brackets.
    private let texts: TextSets
    private var markers: [String: Origin] = [:]
    private var usedMarkers: Set<String> = []
    /// The characters of left sides, and where they stand.
    private var literals: [(scalar: Unicode.Scalar, range: Range<Int>)] = []
    /// The code points that rules and keys put out.
    private var outputs: Set<UInt32> = []

    init(
        _ reading: Reading, _ options: Options, _ letters: Letters, _ sets: Sets, _ tones: Tones,
        _ included: [IncludedKeymap]
    ) {
        self.reading = reading
        self.options = options
        self.letters = letters
        self.tones = tones
        texts = TextSets(reading, letters, sets)
        readTextForm()
        readMarkers()
        texts.read { self.marker($0) }
        readTextKeys()
        for statement in reading.statements { read(statement) }
        checkUnmakeable()
        checkMarkers()
        checkLostMarkers()
        for other in included { merge(other) }
    }

    private func read(_ statement: Statement) {
        switch statement.keyword {
        case .rules:
            reading.expectNoMore(statement.head.words, .after("rules"))
            let rules = readRuleLines(statement)
            if !rules.isEmpty { text.groups.append(.change(rules)) }
        case .reorder:
            reading.expectNoMore(statement.head.words, .after("reorder"))
            let lines = statement.block.compactMap { readOrderLine($0) }
            if !lines.isEmpty { text.groups.append(.order(lines)) }
        case .backspace: readBackspace(statement)
        default: break
        }
    }

    private func report(_ fault: RuleFault, _ range: Range<Int>) {
        reading.report(.badRule(reading.source.text(range), fault), range)
    }

    func reportTooLong(_ range: Range<Int>, _ size: PatternSize, limit: Int) {
        reading.report(.patternTooLong(reading.source.text(range), size, limit: limit), range)
    }

    // MARK: Markers

    /// Reads `markers`, names of what rules leave in the text without showing it.
    private func readMarkers() {
        for statement in reading.statements(.markers) {
            if statement.words.isEmpty { reading.missing(.markerNames, in: statement) }
            for word in statement.words {
                guard let name = reading.name(word, of: .marker) else { continue }
                if let first = markers[name] {
                    reading.duplicateName(.marker, word, first: first)
                } else if name == "any" {
                    reading.report(.badName(word.text, .marker), word.range)
                } else {
                    markers[name] = reading.origin(word)
                    text.markers.append(name)
                }
            }
        }
    }

    /// The element of the marker that `name` names.
    private func marker(_ name: Word) -> UInt32? {
        guard let index = text.markers.firstIndex(of: name.text) else {
            let closest = closestWord(name.text, among: text.markers)
            reading.report(
                .unknownMarker(name.text, closest: closest), name.range,
                fixIts: reading.reports.replacing(name.range, closest))
            // The one that was meant is not unused.
            if let closest { usedMarkers.insert(closest) }
            return nil
        }
        usedMarkers.insert(name.text)
        return TextRules.markerBit | UInt32(index + 1)
    }

    /// A marker that no rule and no key names does nothing.
    private func checkMarkers() {
        for word in reading.statements(.markers).flatMap(\.words)
        where markers[word.text]?.range == word.range && !usedMarkers.contains(word.text) {
            let range = reading.reports.withBlanks(word.range)
            reading.report(
                .unusedMarker(word.text), word.range, fixIts: [reading.reports.removing(range, .remove)])
        }
    }

    /// A marker that rules read before some characters only is lost before any other, and with it the key that gave it.
    private func checkLostMarkers() {
        let rules = text.groups.flatMap { group in
            if case .change(let rules) = group { rules } else { [] as [TextRules.Rule] }
        }
        for word in reading.statements(.markers).flatMap(\.words)
        where markers[word.text]?.range == word.range {
            guard let index = text.markers.firstIndex(of: word.text) else { continue }
            let marker = RuleItem.element(TextRules.markerBit | UInt32(index + 1))
            var isRead = false
            var isKept = false
            for rule in rules {
                for (place, item) in rule.left.enumerated() where item == marker || item == .anyMarker {
                    guard place + 1 < rule.left.count else {
                        // What stands before the marker is changed when it comes; nothing waits for another key.
                        isKept = isKept || place == 0
                        continue
                    }
                    isRead = isRead || item == marker
                    isKept = isKept || rule.left[place + 1].beginsWithAny
                }
                isKept = isKept || rule.left.contains { $0.holds(marker) }
            }
            if isRead, !isKept { reading.report(.lostMarker(word.text), word.range) }
        }
    }

    // MARK: Statements

    /// Reads `form`, the normal form of what is put out.
    private func readTextForm() {
        guard let statement = reading.statements(.form).first,
            let word = reading.theWord(statement, .oneOf(["nfc", "nfd", "typed"]))
        else { return }
        let forms: KeyValuePairs<String, TextRules.NormalForm> = ["nfc": .nfc, "nfd": .nfd, "typed": .typed]
        if let form = reading.choice(word, forms, of: .keyword("form")) { text.form = form }
    }

    private func readBackspace(_ statement: Statement) {
        if let first = statement.head.words.first {
            if let single = reading.choice(
                first, ["letter": false, "character": true], of: .keyword("backspace"))
            {
                text.backspaceTakesCharacter = single
            }
            reading.expectNoMore(statement.head.words.dropFirst(), .after("backspace \(first.text)"))
        }
        let rules = readRuleLines(statement)
        if !rules.isEmpty { text.backspace.append(.change(rules)) }
    }

    // MARK: Lines

    private struct RuleKey: Hashable {
        var left: [RuleItem]
        var startsText: Bool
        var condition: Condition?
    }

    private func readRuleLines(_ statement: Statement) -> [TextRules.Rule] {
        var known: [RuleKey: Word] = [:]
        var rules: [TextRules.Rule] = []
        for line in statement.block {
            let (words, condition) = options.splitCondition(line.words)
            guard let (left, right) = reading.sides(words, line), let first = left.first, let last = left.last
            else { continue }
            let whole = first.range.lowerBound..<(right.last ?? last).range.upperBound
            // Both are read, so that mistakes in both are reported.
            let found = readLeft(left)
            let put = readRight(right, of: found)
            guard let found, let put else { continue }
            let key = RuleKey(left: found.items, startsText: found.startsText, condition: condition)
            let range = first.range.lowerBound..<last.range.upperBound
            if let earlier = known[key] {
                reading.report(reading.reports.duplicateRule(range, first: earlier))
                continue
            }
            known[key] = first
            let rule = TextRules.Rule(
                startsText: found.startsText, left: found.items, right: put, condition: condition,
                origin: reading.origin(whole))
            if isGood(rule, range) { rules.append(rule) }
        }
        return rules
    }

    /// Checks what can be seen of a rule alone.
    private func isGood(_ rule: TextRules.Rule, _ range: Range<Int>) -> Bool {
        let network = RuleNetwork(
            rule.left, startsText: rule.startsText, text, foldsCase: reading.capitalsFold)
        if network.isNullable {
            report(.fitsNothing, range)
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
            reportTooLong(range, .characters(network.length), limit: KeymapFormat.patternLengthLimit)
            return false
        }
        let limit = keeps ? KeymapFormat.rulePositionLimit : RuleNetwork.placeLimit - 1
        if places > limit {
            reportTooLong(range, .places(places), limit: limit)
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

    private func side(_ words: [Word], isRight: Bool) -> RuleSide? {
        var wrong = false
        let side = RuleSide(words, isRight: isRight) { word in
            guard let scalar = reading.codePoint(of: word) else {
                wrong = true
                return nil
            }
            return scalar
        }
        return wrong ? nil : side
    }

    func readLeft(_ words: [Word]) -> LeftSide? {
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
            report(.closesNothing, rest.range)
            return nil
        }
        left.items = alternatives.count == 1 ? alternatives[0] : [.group(alternatives, capture: 0)]
        left.groups = groups
        return left
    }

    /// Reports capitals in the text of a left side where there should be none.
    private func smallSide(_ word: Word) -> Bool {
        guard reading.capitalsFold, word.codePointDigits == nil, !word.text.contains("["),
            !word.text.contains("@")
        else { return true }
        return reading.small(word.text, word) == word.text
    }

    private func alternatives(
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
                        report(last == nil ? .timesAfterNothing : .timesAfterSeveral, token.range)
                        isGood = false
                    }
                    break
                }
                report(.timesAfterTimes, token.range)
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

    private func item(
        _ token: RuleSide.Token, _ tokens: inout ArraySlice<RuleSide.Token>, _ groups: inout [[[RuleItem]]],
        depth: Int
    ) -> RuleItem? {
        switch token.kind {
        case .character(let scalar):
            literals.append((scalar, token.range))
            let small = reading.capitalsFold ? CharacterCase.small(scalar.value) : nil
            return .element(small ?? scalar.value)
        case .set(let name): return texts.named(name).map { .set($0) }
        case .not(let name):
            guard let set = texts.named(name) else { return nil }
            guard set.sequences.allSatisfy({ text.normalized($0).count == 1 }) else {
                report(.longTexts(set: name.text), token.range)
                return nil
            }
            return .anyBut(set)
        case .any: return .anyBut(nil)
        case .marker(let name): return marker(name).map { .element($0) }
        case .anyMarker: return .anyMarker
        case .open:
            guard depth < Limits.groupDepth else {
                report(.tooDeep(limit: Limits.groupDepth), token.range)
                return nil
            }
            let number = groups.count + 1
            groups.append([])
            guard let inner = alternatives(&tokens, &groups, depth: depth + 1) else { return nil }
            guard case .close = tokens.first?.kind else {
                report(.notClosed, token.range)
                return nil
            }
            tokens = tokens.dropFirst()
            groups[number - 1] = inner
            return .group(inner, capture: number > KeymapFormat.captureLimit ? 0 : number)
        case .start:
            report(.startNotFirst, token.range)
            return nil
        case .close, .bar, .times, .capture: return nil
        }
    }

    private func readRight(_ words: [Word], of left: LeftSide?) -> [RuleOutput]? {
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
                    reading.report(reading.reports.badCapture(token.range, kept: left.groups.count))
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

    private func mapped(_ number: Int, _ name: Word, _ left: LeftSide, _ range: Range<Int>)
        -> RuleOutput?
    {
        guard let to = texts.named(name) else { return nil }
        for sequence in to.sequences { outputs.formUnion(sequence) }
        guard number > 0, left.groups[number - 1].count == 1, left.groups[number - 1][0].count == 1,
            case .set(let from) = left.groups[number - 1][0][0]
        else {
            reading.report(.badMap(reading.source.text(range), .notOneName(capture: number)), range)
            return nil
        }
        guard from.count == to.count else {
            let fault = MapFault.uneven(from: from.name, from.count, to: to.name, to.count)
            reading.report(.badMap(reading.source.text(range), fault), range)
            return nil
        }
        return .mapped(number, from: from, to: to)
    }

    // MARK: Keys that put in text

    private struct TextKeyName: Hashable {
        var code: UInt32
        var held: UInt32
    }

    private func readTextKeys() {
        var known: [TextKeyName: Word] = [:]
        for (line, _) in reading.lines(of: .keys) {
            let words = reading.withoutCondition(line.words, in: "keys")
            guard let (left, right) = reading.sides(words, line), let word = left.first else { continue }
            reading.expectNoMore(left.dropFirst(), .afterKey(word.text))
            guard let events = reading.events(word), let put = readRight(right, of: LeftSide()) else {
                continue
            }
            guard events.count == 1, let event = events.first else {
                reading.report(.notOneKey(word.text, .textKey), word.range)
                continue
            }
            let name = TextKeyName(
                code: event.keysym.rawValue, held: KeymapFormat.significantModifiers(event))
            if let first = known[name] {
                reading.report(
                    .duplicateTextKey(word.text), word.range,
                    notes: [reading.reports.note(.firstHere, first.range)],
                    fixIts: [reading.reports.removing(reading.reports.lines(word.range), .removeLine)])
                continue
            }
            known[name] = word
            let elements = put.compactMap { output -> UInt32? in
                if case .element(let element) = output { element } else { nil }
            }
            guard text.normalized(elements).count <= KeymapFormat.textKeyLimit else {
                reportTooLong(line.range, .characters(elements.count), limit: KeymapFormat.textKeyLimit)
                continue
            }
            text.keys.append(
                TextRules.Key(event: event, text: elements, origin: reading.origin(word)))
        }
        addCapitalKeys()
    }

    /// Where capitals fold, the capital key puts in the capital unless it has a line of its own.
    private func addCapitalKeys() {
        guard reading.capitalsFold else { return }
        let known = Set(text.keys.map(\.event.keysym.rawValue))
        for key in text.keys where key.event.modifiers.isEmpty {
            guard key.event.keysym.rawValue < 0x80,
                let capital = CharacterCase.capital(key.event.keysym.rawValue), !known.contains(capital)
            else { continue }
            var elements = key.text
            if let first = elements.first, let other = CharacterCase.capital(first) { elements[0] = other }
            text.keys.append(
                TextRules.Key(
                    event: KeyEvent(Keysym(rawValue: capital)), text: elements, origin: key.origin))
        }
    }

    // MARK: What can be made

    /// Reports characters on the left that nothing can make, and makes keys of printable ASCII characters.
    private func checkUnmakeable() {
        defer { literals = [] }
        // What a document may hold before the caret is not known where keys put in text.
        guard text.keys.isEmpty else { return }
        for (scalar, range) in literals where (0x21...0x7E).contains(scalar.value) {
            let isKnown = letters.number(String(Character(scalar))) != nil
            if !isKnown, !reading.capitalsFold || !("A"..."Z").contains(scalar) {
                letters.addPlainLetter(
                    UInt8(truncatingIfNeeded: scalar.value), origin: reading.origin(range))
            }
        }
        var known = Set<UInt32>(0x20...0x7E)
        for letter in letters.all {
            known.formUnion(letter.text.normalized(.nfd).unicodeScalars.map(\.value))
        }
        known.formUnion(tones.all.map(\.mark.value))
        for output in outputs { known.formUnion(TextRules.decomposition(output)) }
        for (scalar, range) in literals
        where !TextRules.decomposition(scalar.value).allSatisfy({ known.contains($0) }) {
            letters.reportUnknown(String(Character(scalar)), at: range)
        }
    }

    // MARK: Merging

    /// Adds the groups of an included keymap after the own ones; its keys where there are no own ones.
    private func merge(_ included: IncludedKeymap) {
        let other = included.reader.rules.text
        let markers = other.markers.map { name -> UInt32 in
            if let index = text.markers.firstIndex(of: name) { return UInt32(index + 1) }
            text.markers.append(name)
            return UInt32(text.markers.count)
        }
        func merged(_ groups: [TextRules.Group]) -> [TextRules.Group] {
            groups.compactMap { group in
                guard case .change(let rules) = group else { return group }
                let kept = rules.compactMap { rule -> TextRules.Rule? in
                    guard let condition = included.condition(rule.condition) else { return nil }
                    var rule = rule.renumbered(markers)
                    rule.condition = condition
                    return rule
                }
                return kept.isEmpty ? nil : .change(kept)
            }
        }
        text.groups += merged(other.groups)
        text.backspace += merged(other.backspace)
        if reading.statements(.form).isEmpty { text.form = other.form }
        if reading.statements(.backspace).allSatisfy({ $0.head.words.isEmpty }) {
            text.backspaceTakesCharacter = other.backspaceTakesCharacter
        }
        let own = text.keys.map(\.event)
        for key in other.keys where !own.contains(key.event) {
            var key = key
            key.text = key.text.map { TextRules.renumbered($0, markers) }
            text.keys.append(key)
        }
    }
}
