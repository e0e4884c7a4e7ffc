import CICU

/// Finds rules that match again what they wrote, without end.
///
/// ICU stops after 16 steps for each unit of a text, says nothing, and leaves the rest of the text as it is. Only two kinds
/// of rules can bring it there: those with the cursor in the midst of what they write, as `a > a|a;`, and those that match
/// nothing, as `{ } b > c;`. Each of these is tried on a text that it matches, with the other rules of its pass.
enum EndlessRule {
    /// Where the first such rule begins, in UTF-16 units; nil when there is none.
    ///
    /// - Complexity: O(*n*) for the rules of a pass, for each rule that is tried.
    static func first(in reading: RuleReading) throws(TransliterationRuleError) -> Int? {
        for rule in reading.rules where rule.mayBeEndless {
            guard let trial = Transliterator(trial: pass(of: rule, in: reading)) else { continue }
            for part in 0..<3 {
                let text = RuleSample(of: rule, in: reading, part: Int32(part)).text
                if !text.isEmpty, trial.stops(at: text, isOnePass: true) { return rule.left.lowerBound }
            }
        }
        return nil
    }

    /// The rules of one pass with all variables.
    private static func pass(of rule: RuleReading.Rule, in reading: RuleReading) -> [UInt16] {
        var units: [UInt16] = []
        for other in reading.rules where other.name != nil || other.pass == rule.pass {
            units += reading.units[other.left.lowerBound..<other.right.upperBound] + [0x3B, 0x0A]
        }
        return units
    }
}

/// A text that a rule matches: each set by one of its letters, and everything that is repeated once.
///
/// It reads rules that were checked, so what it does not understand it passes over.
private struct RuleSample {
    private(set) var text: [UInt16] = []
    private let reading: RuleReading
    private let part: Int32
    private var index = 0
    private var depth = 0

    init(of rule: RuleReading.Rule, in reading: RuleReading, part: Int32) {
        self.reading = reading
        self.part = part
        read(rule.left)
    }

    private mutating func read(_ range: Range<Int>) {
        guard depth < Transliterator.nestingLimit, text.count < 256 else { return }
        let outer = index
        depth += 1
        index = range.lowerBound
        while index < range.upperBound { readNext(range.upperBound) }
        depth -= 1
        index = outer
    }

    private mutating func readNext(_ end: Int) {
        let units = reading.units
        let unit = units[index]
        switch unit {
        case 0x5B: readSet(end)
        case 0x5C
        where index + 2 < end && (units[index + 1] == 0x70 || units[index + 1] == 0x50)
            && units[index + 2] == 0x7B:
            let close = units[index..<end].firstIndex(of: 0x7D) ?? end - 1
            add(set: Array(units[index...close]))
            index = close + 1
        case 0x5C: readEscape(end)
        case 0x27:
            index += 1
            while index < end, units[index] != 0x27 {
                text.append(units[index])
                index += 1
            }
            index += 1
        case 0x24: readVariable(end)
        case 0x2E:
            text.append(0x61)
            index += 1
        // White space, parentheses, marks and what repeats.
        case 0...0x20, 0x28...0x2B, 0x3F, 0x40, 0x5E, 0x7B...0x7D, 0x85, 0x200E, 0x200F, 0x2028, 0x2029:
            index += 1
        default:
            text.append(unit)
            index += 1
        }
    }

    private mutating func readSet(_ end: Int) {
        var set: [UInt16] = []
        var open = 0
        repeat {
            let unit = reading.units[index]
            if unit == 0x5C, index + 1 < end {
                set += reading.units[index...index + 1]
                index += 2
                continue
            }
            if unit == 0x24 {
                let name = self.name(from: index + 1, end)
                if let value = value(of: name) {
                    set += reading.units[value]
                    index += 1 + name.count
                    continue
                }
            }
            if unit == 0x5B { open += 1 } else if unit == 0x5D { open -= 1 }
            set.append(unit)
            index += 1
        } while open > 0 && index < end
        // Variables of variables.
        for _ in 0..<Transliterator.nestingLimit where set.contains(0x24) && set.count < 1 << 16 {
            set = expanded(set)
        }
        add(set: set)
    }

    /// `set` with the values of the variables in it.
    private func expanded(_ set: [UInt16]) -> [UInt16] {
        var result: [UInt16] = []
        var at = 0
        while at < set.count {
            if set[at] == 0x24 {
                let name = set[(at + 1)...].prefix { chu_icu_identifier(Int32($0)) & 2 != 0 }
                if let value = value(of: Array(name)) {
                    result += reading.units[value]
                    at += 1 + name.count
                    continue
                }
            }
            result.append(set[at])
            at += 1
        }
        return result
    }

    private mutating func add(set: [UInt16]) {
        let member = unsafe chu_icu_set_member(set, Int32(truncatingIfNeeded: set.count), part)
        guard member >= 0, let scalar = Unicode.Scalar(UInt32(member)) else { return }
        text += String(Character(scalar)).utf16
    }

    private mutating func readEscape(_ end: Int) {
        let lengths: [UInt16: Int] = [0x75: 4, 0x55: 8, 0x78: 2]
        guard index + 1 < end else {
            index += 1
            return
        }
        let kind = reading.units[index + 1]
        guard let length = lengths[kind], index + 2 + length <= end,
            let value = UInt32(
                String(decoding: reading.units[(index + 2)..<(index + 2 + length)], as: UTF16.self), radix: 16
            ),
            let scalar = Unicode.Scalar(value)
        else {
            text.append(kind)
            index += 2
            return
        }
        text += String(Character(scalar)).utf16
        index += 2 + length
    }

    private mutating func readVariable(_ end: Int) {
        let name = self.name(from: index + 1, end)
        index += 1 + name.count
        if let value = value(of: name) { read(value) }
    }

    private func name(from start: Int, _ end: Int) -> [UInt16] {
        Array(reading.units[min(start, end)..<end].prefix { chu_icu_identifier(Int32($0)) & 2 != 0 })
    }

    /// Where the value of the variable `name` stands.
    private func value(of name: [UInt16]) -> Range<Int>? {
        name.isEmpty ? nil : reading.rules.first { $0.name == name }?.right
    }
}
