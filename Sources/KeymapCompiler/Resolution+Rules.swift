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

    private struct RuleKey: Hashable {
        var left: [Int]
        var condition: Condition?
    }

    /// Reads `rules`: text before the caret that becomes other text.
    mutating func readRules() {
        var known: [RuleKey: Word] = [:]
        for statement in statements(.rules) where !statement.head.isBroken {
            expectNoMore(statement.head.words, after: "'rules'")
            for line in statement.block {
                let (words, condition) = splitCondition(line.words)
                guard let (left, right) = sides(words, line), let first = left.first, let last = left.last
                else {
                    continue
                }
                let range = first.range.lowerBound..<last.range.upperBound
                let whole = range.lowerBound..<(right.last?.range.upperBound ?? range.upperBound)
                // Keys without a letter are letters here; what is put out needs no key.
                addPlainLetters(left)
                let found = letters(left)
                addOutput(right)
                let put = letters(right)
                guard let from = found, let to = put else { continue }
                let key = RuleKey(left: from, condition: condition)
                if let earlier = known[key] {
                    report(messages.duplicateRule(range, first: earlier))
                    continue
                }
                known[key] = first
                definition.rules.append(
                    KeymapDefinition.Rule(left: from, right: to, condition: condition, origin: origin(whole)))
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

    /// Makes letters of the printable ASCII characters that are none.
    private mutating func addPlainLetters(_ words: [Word]) {
        for word in words where word.codePointDigits == nil {
            let isSmall = !definition.capitalsFold
            for (index, byte) in word.text.utf8.enumerated() where (0x21...0x7E).contains(byte) {
                let isCapital = (0x41...0x5A).contains(byte)
                let text = String(UnicodeScalar(byte))
                if table.number(text) == nil, isSmall || !isCapital {
                    addPlainLetter(byte, at: word.range(of: index..<index + 1))
                }
            }
        }
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

    /// Makes letters without keys of the characters that a rule puts out and that are no letters.
    private mutating func addOutput(_ words: [Word]) {
        for word in words {
            guard let text = word.codePointDigits == nil ? word.text : codePoint(word) else { continue }
            if definition.capitalsFold, text.lowercased() != text { continue }
            let bytes = Array(text.utf8)
            var index = 0
            while index < bytes.count {
                if let (_, length) = table.match(bytes, at: index) {
                    index += length
                    continue
                }
                let rest = String(decoding: bytes[index..<min(index + 64, bytes.count)], as: UTF8.self)
                let character = rest.first.map(String.init) ?? rest
                // A letter with a mark that is no letter must not fall apart into the letter and the mark.
                if character.utf8.count <= Limits.letterBytes, !character.unicodeScalars.allSatisfy(isMark) {
                    _ = addLetter(character, classes: [], origin: origin(word.range))
                } else if word.codePointDigits != nil {
                    _ = addLetter(character, classes: [], origin: origin(word.range))
                }
                index += max(character.utf8.count, 1)
            }
        }
    }

    private func codePoint(_ word: Word) -> String? {
        guard let digits = word.codePointDigits, let number = UInt32(digits, radix: 16) else { return nil }
        return Unicode.Scalar(number).map { String(Character($0)) }
    }
}
