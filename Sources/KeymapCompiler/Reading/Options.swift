import Composition
import Diagnostics
import ICU

/// The options of a keymap, and the conditions that name them; needs no other part.
final class Options {
    typealias Condition = KeymapDefinition.Condition
    typealias Origin = KeymapDefinition.Origin

    private(set) var all: [KeymapOption] = []
    /// Options that a condition names.
    private(set) var used: Set<Int> = []

    private let reading: Reading
    private var origins: [String: Origin] = [:]

    init(_ reading: Reading, _ included: [IncludedKeymap]) {
        self.reading = reading
        for statement in reading.statements(.option) { read(statement) }
        for other in included { merge(other) }
    }

    /// Where the option with the number `number` is declared first.
    func origin(_ number: Int) -> Origin? { origins[all[number].name] }

    // MARK: Reading

    /// Reads `option name = value | value : what it changes`.
    private func read(_ statement: Statement) {
        let words = separated(statement.words)
        guard let first = words.first else {
            reading.missing(.optionNameAndValues, in: statement)
            return
        }
        let name = reading.name(first, of: .option)
        guard words.count > 1, words[1].text == "=" else {
            reading.missing(.optionValues, after: first)
            return
        }
        let colon = words.firstIndex { $0.text == ":" } ?? words.count
        let values = values(words[2..<max(2, colon)], of: first)
        if values.count < 2 {
            reading.report(
                values.first.map { .optionWithOneValue(first.text, value: $0) }
                    ?? .optionWithoutValues(first.text), first.range)
        }
        var title = ""
        if colon + 1 < words.count, let last = words.last {
            title = reading.source.text(words[colon + 1].range.lowerBound..<last.range.upperBound)
                .normalized(.nfc)
        }
        guard let name else { return }
        if let earlier = origins[name] {
            reading.duplicateName(.option, first, first: earlier)
            return
        }
        origins[name] = reading.origin(first)
        all.append(KeymapOption(name: name, values: values, title: title))
    }

    private func values(_ words: ArraySlice<Word>, of option: Word) -> [String] {
        var values: [String] = []
        var expectsValue = true
        for word in words {
            if word.text == "|" {
                if expectsValue {
                    reading.report(reading.reports.unexpectedText(word.range, .insteadOfValue))
                }
                expectsValue = true
                continue
            }
            if !expectsValue {
                let bar = reading.reports.inserting("| ", at: word.range.lowerBound, .putBar)
                reading.report(
                    .missingText(.oneOf(["|"]), .before(word.text)), word.range, fixIts: [bar])
            }
            expectsValue = false
            guard let value = reading.name(word, of: .value) else { continue }
            if values.contains(value) {
                reading.report(.duplicateValue(word.text, option: option.text), word.range)
            } else {
                values.append(value)
            }
        }
        return values
    }

    /// The words up to the colon, cut at `=`, `|` and `:` wherever they stand.
    private func separated(_ words: [Word]) -> [Word] {
        var result: [Word] = []
        for word in words {
            if result.contains(where: { $0.text == ":" }) {
                result.append(word)
                continue
            }
            var start = 0
            for (index, byte) in word.text.utf8.enumerated()
            where byte == 0x3D || byte == 0x7C || byte == 0x3A {
                if start < index { result.append(word.part(start..<index)) }
                result.append(word.part(index..<index + 1))
                start = index + 1
                if byte == 0x3A { break }
            }
            if start < word.text.utf8.count { result.append(word.part(start..<word.text.utf8.count)) }
        }
        return result
    }

    // MARK: Merging

    private func merge(_ included: IncludedKeymap) {
        let other = included.reader.options
        for (number, option) in other.all.enumerated() {
            guard let own = all.firstIndex(where: { $0.name == option.name }) else {
                included.options.append(all.count)
                included.values.append(option.values.indices.map { $0 })
                all.append(option)
                origins[option.name] = other.origin(number)
                continue
            }
            let values = all[own].values
            included.options.append(own)
            included.values.append(option.values.map { values.firstIndex(of: $0) })
            if let missing = option.values.first(where: { !values.contains($0) }) {
                reading.report(
                    .includeConflict(included.statement.text, .value(missing, option: option.name)),
                    included.statement.range,
                    notes: origin(own).map { [Reports.note(.otherThanHere, $0)] } ?? [])
            }
        }
        used.formUnion(other.used.map { included.options[$0] })
    }

    // MARK: Conditions

    /// The words of a line without the `when` at its end, and the condition it states.
    func splitCondition(_ words: [Word]) -> (words: [Word], condition: Condition?) {
        guard let index = words.lastIndex(where: { $0.text == "when" }) ?? misspeltWhen(words), index > 0
        else { return (words, nil) }
        let rest = Array(words[..<index])
        let tail = words[(index + 1)...]
        let range = words[index].range.lowerBound..<(tail.last ?? words[index]).range.upperBound
        let text = tail.map(\.text).joined()
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard tail.count <= 3, parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
            reading.report(.badCondition(reading.source.text(range)), range)
            return (rest, unknownCondition)
        }
        // Point at the halves when they stand in one word.
        let name: Word
        let value: Word
        if tail.count == 1, let word = tail.first {
            let equals = parts[0].utf8.count
            name = word.part(0..<equals)
            value = word.part(equals + 1..<word.text.utf8.count)
        } else {
            name = Word(text: String(parts[0]), range: tail.first?.range ?? range, isExact: false)
            value = Word(text: String(parts[1]), range: tail.last?.range ?? range, isExact: false)
        }
        guard let condition = condition(name, value) else { return (rest, unknownCondition) }
        used.insert(condition.option)
        return (rest, condition)
    }

    /// Where a slip for `when` stands: before the name of an option and an equals sign.
    private func misspeltWhen(_ words: [Word]) -> Int? {
        guard words.count > 2 else { return nil }
        for index in 1..<words.count - 1 where isSlip(words[index].text, of: "when") {
            let name = words[index + 1].text.prefix { $0 != "=" }
            guard all.contains(where: { $0.name == name }),
                words[(index + 1)...].contains(where: { $0.text.contains("=") })
            else { continue }
            reading.unknownWord(words[index], meant: "when")
            return index
        }
        return nil
    }

    /// A condition unlike any other, for one that could not be read: so the line does not seem to hold always.
    private var unknownCondition: Condition { Condition(option: -1, value: reading.diagnostics.count) }

    /// The condition that an option has a value; reports what of the two is not known.
    func condition(_ name: Word, _ value: Word) -> Condition? {
        guard let option = all.firstIndex(where: { $0.name == name.text }) else {
            let closest = closestWord(name.text, among: all.map(\.name))
            reading.report(
                .unknownOption(name.text, closest: closest), name.range,
                fixIts: reading.reports.replacing(name.range, closest))
            return nil
        }
        let values = all[option].values
        guard let number = values.firstIndex(of: value.text) else {
            let closest = closestWord(value.text, among: values)
            reading.report(
                .unknownValue(value.text, option: name.text, values), value.range,
                notes: origin(option).map { [Reports.note(.declaredHere, $0)] } ?? [],
                fixIts: reading.reports.replacing(value.range, closest))
            return nil
        }
        return Condition(option: option, value: number)
    }

    /// Whether some line of `earlier` holds whenever `condition` does, so that a line like them below is never reached.
    ///
    ///     isCovered(nil, by: [Condition(tone-style, old), Condition(tone-style, new)])  // true: one of the two holds
    ///
    /// - Parameter earlier: The conditions of lines that take the same; nil is one that always holds.
    func isCovered(_ condition: Condition?, by earlier: some Sequence<Condition?>) -> Bool {
        var values: [Int: Set<Int>] = [:]
        for other in earlier {
            guard let other, other != condition else { return true }
            values[other.option, default: []].insert(other.value)
        }
        return values.contains { option, values in
            all.indices.contains(option) && values.count == all[option].values.count
        }
    }

    /// A condition as the author writes it.
    func text(of condition: Condition) -> String {
        guard all.indices.contains(condition.option),
            all[condition.option].values.indices.contains(condition.value)
        else { return "when …" }
        let option = all[condition.option]
        return "\(option.name)=\(option.values[condition.value])"
    }
}
