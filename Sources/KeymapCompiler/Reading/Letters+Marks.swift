internal import Diagnostics
internal import ICU

extension Resolution {
    /// Reads `marks`: name, mark, keys, and the letters it sits on.
    mutating func readMarks() {
        var names: [String: Word] = [:]
        for statement in statements(.marks) where !statement.head.isBroken {
            expectNoMore(statement.head.words, after: "'marks'")
            for line in statement.block {
                let (found, condition) = splitCondition(line.words)
                readMark(splitColons(found), condition, line, &names)
            }
        }
    }

    private mutating func readMark(
        _ words: [Word], _ condition: Condition?, _ line: Line, _ names: inout [String: Word]
    ) {
        guard let (name, mark, rest) = markHead(words, line, example: "breve U+0306 : x on a e") else {
            return
        }
        if let first = names[name.text] {
            report(messages.duplicateName(name, "mark", first: origin(first.range)))
        } else {
            names[name.text] = name
        }
        let on = rest.firstIndex { $0.text == "on" } ?? rest.endIndex
        let end = (words.last?.range.upperBound).map { $0..<$0 } ?? line.range
        var keys: [(key: UInt8, word: Word)] = []
        for word in rest[..<on] {
            if let key = key(word, for: "a mark's key") { keys.append((key, word)) }
        }
        if rest.startIndex == on {
            let place = on < rest.endIndex ? rest[on].range : end
            report(messages.missingText(place, "a key", after: ":"))
        }
        guard on < rest.endIndex, on + 1 < rest.endIndex else {
            report(
                messages.missingText(
                    end, "'on' and the letters the mark sits on", after: rest.last?.text ?? ":"))
            return
        }
        tellRepeated(keys.map(\.word))
        tellRepeated(rest[(on + 1)...])
        for word in rest[(on + 1)...] {
            for letters in sequences(word) {
                guard letters.count == 1, let base = letters.first else {
                    report(messages.notOneLetter(word))
                    break
                }
                guard let mark else { continue }
                for (key, keyWord) in keys { addMark(mark, key, condition, on: base, keyWord) }
            }
        }
    }

    private mutating func addMark(
        _ mark: Unicode.Scalar, _ key: UInt8, _ condition: Condition?, on base: Int, _ word: Word
    ) {
        let text = (definition.letters[base].text + String(Character(mark))).normalized(.nfc)
        guard text.utf8.count <= Limits.letterBytes else {
            report(messages.letterTooLong(word, limit: Limits.letterBytes))
            return
        }
        let number =
            table.number(text)
            ?? addLetter(text, classes: definition.letters[base].classes, origin: origin(word.range))
        let markKey = MarkKey(base: base, key: key, condition: condition)
        if let claim = markClaims[markKey], claim.letter != number {
            guard claim.isIncluded else {
                let other = definition.letters[claim.letter].text
                report(messages.duplicateKeys(word, letter: other, first: claim.origin))
                return
            }
            definition.letters[claim.letter].marked.removeAll {
                $0.base == base && $0.key == key && $0.condition == condition
            }
        }
        // Keys that make another letter from the same one.
        for way in definition.letters[base].ways {
            let wayKey = WayKey(keys: way.keys + [key], condition: condition)
            if let claim = claims[wayKey], claim.letter != number, !claim.isIncluded {
                let other = definition.letters[claim.letter].text
                report(messages.duplicateKeys(word, letter: other, first: claim.origin))
                return
            }
        }
        markClaims[markKey] = Claim(letter: number, origin: origin(word.range), isIncluded: false)
        let isThere = definition.letters[number].marked.contains {
            $0.base == base && $0.key == key && $0.condition == condition
        }
        if !isThere { definition.letters[number].marked.append((base, key, condition)) }
    }

    /// The name and the mark before the colon of a line of `marks` or `tones`, and the words after it.
    ///
    /// - Returns: Nil when the line cannot be read; without a mark when only the mark cannot.
    mutating func markHead(
        _ words: [Word], _ line: Line, example: String
    ) -> (name: Word, mark: Unicode.Scalar?, rest: ArraySlice<Word>)? {
        guard let colon = words.firstIndex(where: { $0.text == ":" }) else {
            let end = line.range.upperBound..<line.range.upperBound
            report(messages.missingColon(end, example: example))
            return nil
        }
        guard let name = words.first, colon > 0 else {
            report(messages.missingText(words[colon].range, "a name", after: nil))
            return nil
        }
        let rest = words[(colon + 1)...]
        guard colon > 1 else {
            let place = name.range.upperBound..<name.range.upperBound
            report(messages.missingText(place, "a combining mark (such as U+0306)", after: name.text))
            return (name, nil, rest)
        }
        expectNoMore(words[2..<colon], after: "the mark")
        guard let text = text(of: words[1]) else { return (name, nil, rest) }
        let scalars = Array(text.unicodeScalars.drop { $0 == "\u{25CC}" })
        guard scalars.count == 1, isMark(scalars[0]) else {
            report(messages.notAMark(words[1], spacing: combiningMark(scalars)))
            return (name, nil, rest)
        }
        return (name, scalars[0], rest)
    }

    /// The mark that is meant by a sign that looks like it.
    private func combiningMark(_ scalars: [Unicode.Scalar]) -> Unicode.Scalar? {
        guard scalars.count == 1 else { return nil }
        let marks: [Unicode.Scalar: Unicode.Scalar] = [
            "\u{02D8}": "\u{0306}", "\u{00B4}": "\u{0301}", "`": "\u{0300}", "~": "\u{0303}",
            "\u{02DC}": "\u{0303}",
            "^": "\u{0302}", "\u{02C6}": "\u{0302}", "\u{02C7}": "\u{030C}", "\u{00A8}": "\u{0308}",
            "\u{00AF}": "\u{0304}",
            "\u{02C9}": "\u{0304}", "\u{02D9}": "\u{0307}", "\u{02CA}": "\u{0301}", "\u{02CB}": "\u{0300}",
        ]
        return marks[scalars[0]]
    }
}
