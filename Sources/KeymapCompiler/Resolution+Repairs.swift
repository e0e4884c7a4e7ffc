internal import Diagnostics

extension Resolution {
    /// Reads `repair`: sequences of letters that become others when only those can be a syllable.
    mutating func readRepairs() {
        var known: [[Int]: Word] = [:]
        for statement in statements(.repair) where !statement.head.isBroken {
            expectNoMore(statement.head.words, after: "'repair'")
            for line in statement.block {
                let words = withoutCondition(line.words, in: "repair")
                guard let (left, right) = sides(words, line), let first = left.first, let last = left.last
                else { continue }
                // Both are read, so that mistakes in both are told.
                let (found, put) = (letters(left), letters(right))
                guard let from = found, let to = put else { continue }
                let range = first.range.lowerBound..<last.range.upperBound
                if let earlier = known[from] {
                    report(messages.duplicateRule(range, first: earlier))
                    continue
                }
                known[from] = first
                let whole = range.lowerBound..<(right.last?.range.upperBound ?? range.upperBound)
                guard from.count == to.count else {
                    report(messages.unevenRepair(whole, from.count, to.count))
                    continue
                }
                if from.count > Limits.sequence {
                    report(messages.tooMany(origin(whole), "letters in a repair", limit: Limits.sequence))
                }
                definition.repairs.append(KeymapDefinition.Repair(from: from, to: to, origin: origin(whole)))
            }
        }
    }

    /// The words before and after `>`, neither empty.
    private mutating func sides(_ words: [Word], _ line: Line) -> (left: [Word], right: [Word])? {
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
        guard arrow + 1 < words.count else {
            let end = words[arrow].range.upperBound
            report(messages.missingText(end..<end, "the text to put instead", after: words[arrow].text))
            return nil
        }
        return (Array(words[..<arrow]), Array(words[(arrow + 1)...]))
    }

    private mutating func letters(_ words: [Word]) -> [Int]? {
        var numbers: [Int] = []
        var isGood = true
        for word in words {
            guard let text = text(of: word), let letters = sequence(text, in: word) else {
                isGood = false
                continue
            }
            numbers += letters
        }
        return isGood ? numbers : nil
    }

    /// Makes a letter of a key, with the key as its way unless another letter has it.
    mutating func addPlainLetter(_ key: UInt8, at range: Range<Int>) {
        addPlainLetter(key, origin: origin(range))
    }

    mutating func addPlainLetter(_ key: UInt8, origin: Origin) {
        let text = String(UnicodeScalar(key))
        let number = table.number(text) ?? addLetter(text, classes: [], origin: origin)
        let way = WayKey(keys: [key], condition: nil)
        guard claims[way] == nil else { return }
        claims[way] = Claim(letter: number, origin: origin, isIncluded: true)
        definition.letters[number].ways.append(
            KeymapDefinition.Way(keys: [key], condition: nil, origin: origin))
    }
}
