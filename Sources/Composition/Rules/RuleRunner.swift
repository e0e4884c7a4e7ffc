import Bytes

/// Running the groups of rules on a text that ends at the caret.
extension RuleTables {
    /// Runs the groups of a key, each on the result of the one before.
    ///
    /// - Returns: Whether a rule fitted or an order changed; if not, `text` is as it was.
    func run(_ text: inout RuleText, _ conditions: Conditions) -> Bool {
        run(0..<groupCount, &text, conditions)
    }

    /// Runs the groups of Backspace.
    func runBackspace(_ text: inout RuleText, _ conditions: Conditions) -> Bool {
        run(groupCount..<groupCount + backspaceGroupCount, &text, conditions)
    }

    private func run(
        _ range: Range<Int>, _ text: inout RuleText, _ conditions: Conditions
    ) -> Bool {
        var hasChanged = false
        for group in range {
            let at = group * Format.groupSize
            let chunk = groups.int(at: at + 4)
            let count = Int(groups.u16(at: at + 2))
            if groups[at] == Format.GroupKind.order {
                if reorder(&text, automaton: chunks.int(at: chunk * Format.chunkSize + 4)) {
                    order(&text, from: 0)
                    hasChanged = true
                }
                continue
            }
            for number in chunk..<chunk + count {
                let row = number * Format.chunkSize
                guard conditions.hold(chunks[row]) else { continue }
                let automaton = chunks.int(at: row + 4)
                if let match = match(&text, text.count, automaton: automaton) {
                    if apply(match, to: &text) { hasChanged = true }
                    break
                }
            }
        }
        return hasChanged
    }

    /// Replaces what the left side of a rule fits by its right side.
    ///
    /// - Returns: False when the result would be longer than any text; then nothing changes.
    private func apply(_ match: Match, to text: inout RuleText) -> Bool {
        let row = (match.rule - 1) * Format.ruleSize
        let range = match.start..<text.count
        let first = rules.int(at: row)
        let count = Int(rules.u16(at: row + 4))
        let captures = rules.u16(at: row + 12) == 0 ? Captures() : captures(match.rule, &text, range)
        var capital = flags & Format.RuleFlag.foldsCase != 0 && beginsWithCapital(&text, range)
        var output = RuleText()
        var isWhole = true
        for operation in first..<first + count where isWhole {
            let at = operation * Format.operationSize
            let number = Int(operations[at + 1])
            let offset = operations.int(at: at + 4)
            switch operations[at] {
            case Format.Operation.text:
                for index in offset..<offset + Int(operations.u16(at: at + 2)) where isWhole {
                    isWhole = output.append(capitalized(element(index), &capital))
                }
            case Format.Operation.capture:
                let kept = number == 0 ? range : captures[number]
                for index in kept where isWhole { isWhole = output.append(text[index]) }
                if !kept.isEmpty { capital = false }
            case Format.Operation.mapped:
                guard let item = mapped(offset, &text, captures[number]) else { continue }
                for index in item where isWhole {
                    isWhole = output.append(capitalized(element(index), &capital))
                }
            default: continue
            }
        }
        guard isWhole, match.start + output.count <= RuleText.limit else { return false }
        text.removeLast(range.count)
        for index in 0..<output.count { text.append(output[index]) }
        order(&text, from: match.start)
        return true
    }

    private func beginsWithCapital(_ text: inout RuleText, _ range: Range<Int>) -> Bool {
        for index in range where !RuleText.isMarker(text[index]) {
            return characterFlags(text[index]) & Format.CharacterFlag.capital != 0
        }
        return false
    }

    /// The capital of `element` when one is still to be put; `capital` is false afterwards.
    private func capitalized(_ element: UInt32, _ capital: inout Bool) -> UInt32 {
        guard capital, !RuleText.isMarker(element) else { return element }
        capital = false
        let other = otherCase(element)
        return other == 0 || characterFlags(element) & Format.CharacterFlag.capital != 0 ? element : other
    }

    /// The elements that a map has for what a capture kept.
    private func mapped(_ map: Int, _ text: inout RuleText, _ kept: Range<Int>) -> Range<Int>? {
        let folds = flags & Format.RuleFlag.foldsCase != 0
        var low = maps.int(at: map * Format.mapSize)
        var high = low + maps.int(at: map * Format.mapSize + 4)
        while low < high {
            let middle = (low + high) / 2
            let at = middle * Format.mapItemSize
            let offset = mapItems.int(at: at)
            let count = Int(mapItems.u16(at: at + 8))
            var order = 0
            for index in 0..<min(count, kept.count) where order == 0 {
                let own = element(offset + index)
                var found = text[kept.lowerBound + index]
                if folds, characterFlags(found) & Format.CharacterFlag.capital != 0 {
                    found = otherCase(found)
                }
                order = own < found ? -1 : own > found ? 1 : 0
            }
            if order == 0 { order = count < kept.count ? -1 : count > kept.count ? 1 : 0 }
            if order == 0 {
                let start = mapItems.int(at: at + 4)
                return start..<start + Int(mapItems.u16(at: at + 10))
            }
            if order < 0 { low = middle + 1 } else { high = middle }
        }
        return nil
    }

    // MARK: Backspace

    /// Removes the last letter with its marks, or one character if the keymap says so.
    ///
    /// Markers at the end go with it, because they belong to keys after the letter.
    func removeLast(_ text: inout RuleText) {
        while text.count > 0, RuleText.isMarker(text[text.count - 1]) { text.removeLast() }
        let single = flags & Format.RuleFlag.backspaceTakesCharacter != 0
        while text.count > 0 {
            let last = text[text.count - 1]
            text.removeLast()
            let clings = characterFlags(last) & Format.CharacterFlag.clings != 0
            if single || !RuleText.isMarker(last) && !clings { return }
        }
    }
}
