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
        guard let sides = textSides(words, line) else { return nil }
        // The arrow is the last word where nothing follows it.
        guard !sides.right.isEmpty else {
            let end = words.last?.range.upperBound ?? line.range.upperBound
            report(
                messages.missingText(end..<end, "the text to put instead", after: words.last?.text ?? ""))
            return nil
        }
        return sides
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
