import Bytes

/// Groups that put characters in order: what was typed in any order is stored in one.
extension RuleTables {
    /// What `reorder` lines say of one character.
    private struct Weight {
        var primary: Int16 = 0
        var secondary: UInt8 = 0
        var tertiary: Int8 = 0
        var flags: UInt8 = 0
        /// The rank of the line it is from; less is better.
        var rank = UInt32.max
        /// Where the character begins, with the markers before it, and ends.
        var start: UInt8 = 0
        var end: UInt8 = 0

        var isBase: Bool { primary == 0 && tertiary == 0 }
        var isPrebase: Bool { flags & 2 != 0 }

        func goesBefore(_ other: Weight) -> Bool {
            (primary, secondary, tertiary) < (other.primary, other.secondary, other.tertiary)
        }
    }

    /// Puts the characters of `text` in the order that the automaton's lines give them.
    ///
    /// - Returns: Whether anything has moved.
    func reorder(_ text: inout RuleText, automaton: Int) -> Bool {
        // The characters alone: markers go with the character after them.
        var plain = RuleText()
        var weights = InlineArray<192, Weight>(repeating: Weight())
        var start = 0
        for index in 0..<text.count where !RuleText.isMarker(text[index]) {
            weights[plain.count].start = UInt8(clamping: start)
            weights[plain.count].end = UInt8(clamping: index + 1)
            plain.append(text[index])
            start = index + 1
        }
        guard plain.count > 1, weigh(&plain, &weights, automaton) else { return false }
        secondaries(&weights, plain.count)
        guard sort(&weights, plain.count) else { return false }
        var sorted = RuleText()
        for index in 0..<plain.count {
            let weight = weights[index]
            for place in Int(weight.start)..<Int(max(weight.start, weight.end)) { sorted.append(text[place]) }
        }
        // Markers at the end stay there.
        for place in start..<text.count { sorted.append(text[place]) }
        guard sorted.count == text.count else { return false }
        for index in 0..<sorted.count { text[index] = sorted[index] }
        return true
    }

    /// Gives each character the weights of the best line that fits it: the one with the most characters.
    private func weigh(
        _ text: inout RuleText, _ all: inout InlineArray<192, Weight>, _ automaton: Int
    ) -> Bool {
        var isFound = false
        for end in 1...text.count {
            guard let match = match(&text, end, automaton: automaton) else { continue }
            let row = (match.rule - 1) * Format.ruleSize
            let first = rules.int(at: row)
            let count = min(Int(rules.u16(at: row + 4)), end)
            isFound = true
            for index in 0..<count where UInt32(match.rule) < all[end - count + index].rank {
                let place = end - count + index
                let at = (first + index) * Format.weightSize
                all[place].primary = Int16(Int8(truncatingIfNeeded: weights[at]))
                all[place].tertiary = Int8(truncatingIfNeeded: weights[at + 1])
                all[place].flags = weights[at + 2]
                all[place].rank = UInt32(match.rule)
            }
        }
        return isFound
    }

    /// A character with a tertiary weight is sorted with the last base before it, any other by itself.
    private func secondaries(_ all: inout InlineArray<192, Weight>, _ count: Int) {
        var base = 0
        for index in 0..<count {
            if all[index].tertiary != 0 {
                all[index].primary = all[base].primary
                all[index].secondary = UInt8(clamping: base)
            } else {
                all[index].secondary = UInt8(clamping: index)
                if all[index].primary == 0 || all[index].flags & 1 != 0 { base = index }
            }
        }
    }

    /// Sorts each run: what is typed before a base, the base, and what follows until the next run.
    private func sort(_ all: inout InlineArray<192, Weight>, _ count: Int) -> Bool {
        var hasMoved = false
        var start = 0
        while start < count {
            var end = start
            while end < count, all[end].isPrebase { end += 1 }
            if end < count { end += 1 }
            while end < count, !all[end].isBase, !all[end].isPrebase { end += 1 }
            for index in start + 1..<max(start + 1, end) {
                let weight = all[index]
                var place = index
                while place > start, weight.goesBefore(all[place - 1]) {
                    all[place] = all[place - 1]
                    place -= 1
                }
                if place != index {
                    all[place] = weight
                    hasMoved = true
                }
            }
            start = end
        }
        return hasMoved
    }
}
