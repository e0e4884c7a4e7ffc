import Bytes

/// Which rule fits the text before the caret.
///
/// The rules of a group are one automaton that reads the text backwards from the caret. It takes as many steps as
/// the longest rule that still fits, whatever the number of rules.
extension RuleTables {
    /// A rule that fits the end of a text, from ``start`` on.
    struct Match {
        /// The rule's number, from 1.
        var rule: Int
        var start: Int
    }

    /// The first rule of a group's automaton that fits `text` before `end`; of its fits, the longest.
    func match(_ text: inout RuleText, _ end: Int, automaton start: Int) -> Match? {
        var match: Match?
        var state = start
        var index = end
        func accept(_ state: Int, _ index: Int) {
            let accepted = states.int(at: state * Format.stateSize + 8)
            if accepted != 0, accepted <= match?.rule ?? .max { match = Match(rule: accepted, start: index) }
        }
        while index > 0 {
            index -= 1
            let element = text[index]
            state = next(state, symbol(element), isCharacter: !RuleText.isMarker(element))
            guard state != 0 else { return match }
            accept(state, index)
        }
        if text.isWhole {
            state = next(state, Format.startSymbol, isCharacter: false)
            if state != 0 { accept(state, 0) }
        }
        return match
    }

    private func next(_ state: Int, _ symbol: Int, isCharacter: Bool) -> Int {
        let at = state * Format.stateSize
        var low = states.int(at: at)
        let end = states.int(at: at + Format.stateSize)
        var high = end
        while low < high {
            let middle = (low + high) / 2
            let found = Int(edges.u16(at: middle * Format.edgeSize))
            if found == symbol { return edges.int(at: middle * Format.edgeSize + 2) }
            if found < symbol { low = middle + 1 } else { high = middle }
        }
        return isCharacter ? states.int(at: at + 4) : 0
    }

    // MARK: Captures

    /// What the round brackets of a rule have kept: bounds of each, by number from 1.
    struct Captures {
        private var bounds = InlineArray<20, UInt8>(repeating: 0)

        subscript(number: Int) -> Range<Int> {
            get {
                guard number > 0, number < 10 else { return 0..<0 }
                let lower = Int(bounds[number * 2])
                return lower..<max(lower, Int(bounds[number * 2 + 1]))
            }
            set {
                guard number > 0, number < 10 else { return }
                bounds[number * 2] = UInt8(clamping: newValue.lowerBound)
                bounds[number * 2 + 1] = UInt8(clamping: newValue.upperBound)
            }
        }
    }

    /// The captures of a rule that fits the elements `range`.
    ///
    /// The positions from which the rest fits are found from the end; then the first of them is chosen at each
    /// step from the start. So nothing is tried twice: the work is that of the length times the positions.
    func captures(_ rule: Int, _ text: inout RuleText, _ range: Range<Int>) -> Captures {
        var captures = Captures()
        let at = (rule - 1) * Format.ruleSize
        let table = rules.int(at: at + 8)
        let count = min(Int(rules.u16(at: at + 12)), Format.rulePositionLimit)
        guard range.count <= Format.patternLengthLimit, count > 0 else { return captures }
        let words = (count + 63) / 64
        // Four words for each element: the positions that it can have and that lead to the end.
        var fits = InlineArray<256, UInt64>(repeating: 0)
        for index in range.reversed() {
            let slot = (index - range.lowerBound) * 4
            let read = symbol(text[index])
            for position in 0..<count {
                guard reads(table, position, read) else { continue }
                let follow = followOffset(table, position)
                var leads = false
                if index == range.upperBound - 1 {
                    leads = bit(table + 32, position)
                } else {
                    for word in 0..<words
                    where positions.u64(at: follow + word * 8) & fits[slot + 4 + word] != 0 {
                        leads = true
                    }
                }
                if leads { fits[slot + position / 64] |= 1 << UInt64(position & 63) }
            }
        }
        var allowed = table
        var previous: Int?
        for index in range {
            let slot = (index - range.lowerBound) * 4
            guard let position = lowest(allowed, &fits, slot, words) else { return captures }
            for number in 1..<10 {
                let own = tag(table, position, number)
                guard own != 0 else { continue }
                let isNew = previous.map { tag(table, $0, number) != own } ?? true
                let start = isNew ? index : captures[number].lowerBound
                captures[number] = start..<index + 1
            }
            previous = position
            allowed = followOffset(table, position)
        }
        return captures
    }

    private func lowest(
        _ allowed: Int, _ fits: inout InlineArray<256, UInt64>, _ slot: Int, _ words: Int
    ) -> Int? {
        for word in 0..<words {
            let both = positions.u64(at: allowed + word * 8) & fits[slot + word]
            if both != 0 { return word * 64 + both.trailingZeroBitCount }
        }
        return nil
    }

    // The positions of a rule: the set of first ones, the set of last ones, and for each its label, the set of
    // those that may follow, and which turn of which capture it is in.

    private func positionOffset(_ table: Int, _ position: Int) -> Int {
        table + 64 + position * Format.rulePositionSize
    }

    private func followOffset(_ table: Int, _ position: Int) -> Int { positionOffset(table, position) + 16 }

    private func tag(_ table: Int, _ position: Int, _ capture: Int) -> UInt8 {
        positions[positionOffset(table, position) + 4 + capture]
    }

    private func bit(_ set: Int, _ position: Int) -> Bool {
        positions.u64(at: set + position / 64 * 8) >> UInt64(position & 63) & 1 != 0
    }

    private func reads(_ table: Int, _ position: Int, _ symbol: Int) -> Bool {
        let label = positions.int(at: positionOffset(table, position))
        return labels[label + symbol / 8] >> UInt8(symbol & 7) & 1 != 0
    }
}
