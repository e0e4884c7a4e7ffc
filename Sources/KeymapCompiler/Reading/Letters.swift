internal import Diagnostics
internal import ICU

extension Resolution {
    /// Reads the `letters` statements: result, keys, and the classes the letter belongs to.
    mutating func readLetters() {
        for statement in statements(.letters) where !statement.head.isBroken {
            var classes: [Int] = []
            for word in statement.head.words {
                guard let name = name(word, of: "class"), let number = classNumber(name, word) else {
                    continue
                }
                if classes.contains(number) {
                    report(messages.unexpectedText(word.range, "since the class is named already"))
                } else {
                    classes.append(number)
                }
            }
            if statement.block.isEmpty {
                report(messages.emptyClass(statement.head.words.first ?? statement.word, in: statement.word))
            }
            for line in statement.block { readLetterLine(line, classes) }
        }
    }

    /// The number of a class, a new one when the name is new.
    private mutating func classNumber(_ name: String, _ word: Word) -> Int? {
        if let number = classNumbers[name] {
            if classOrigins[number] == nil { classOrigins[number] = word }
            return number
        }
        let number = definition.classes.count
        definition.classes.append(name)
        classNumbers[name] = number
        classOrigins[number] = word
        return number
    }

    private mutating func readLetterLine(_ line: Line, _ classes: [Int]) {
        let (found, condition) = splitCondition(line.words)
        let words = splitEquals(found)
        var index = 0
        while index < words.count {
            let word = words[index]
            guard index + 1 < words.count, words[index + 1].text == "=" else {
                if word.text == "=" {
                    report(messages.missingText(word.range, "a letter", after: nil))
                    // What follows are the keys of that letter.
                    repeat {
                        index += 1
                    } while index < words.count && words[index].isASCII && !isResult(words, index)
                } else if forgotEquals(words, index) {
                    report(messages.missingEquals(word, words[index + 1]))
                    declare(word, [words[index + 1]], classes, condition, parts: [])
                    index += 2
                } else {
                    declare(word, [], classes, condition, parts: [])
                    index += 1
                }
                continue
            }
            index += 2
            var keys: [Word] = []
            while index < words.count, !isResult(words, index), !namesParts(words, index, of: word, keys) {
                // What is no key begins the next letter, but for the first word, which can be nothing else.
                guard keys.isEmpty || words[index].isASCII else { break }
                keys.append(words[index])
                index += 1
            }
            var parts: [Word] = []
            if index < words.count, namesParts(words, index, of: word, keys) {
                let start = words[index]
                parts.append(start)
                index += 1
                while index < words.count, !isResult(words, index), parts.count < 3 {
                    parts.append(words[index])
                    index += 1
                }
                if parts.count == 1 {
                    let end = start.range.upperBound
                    report(messages.missingText(end..<end, "the classes of the two parts", after: "as"))
                    parts = []
                }
            }
            if keys.isEmpty {
                let end = words[index - 1].range.upperBound
                report(
                    messages.missingKeys(
                        end..<end, of: word, comment: index == words.count ? line.comment : nil))
            }
            declare(word, keys, classes, condition, parts: parts, isTold: keys.isEmpty)
        }
    }

    /// Whether `as` begins the classes of parts; it may be keys too, as in `á = as`.
    private func namesParts(_ words: [Word], _ index: Int, of letter: Word, _ keys: [Word]) -> Bool {
        guard words[index].text == "as", !keys.isEmpty else { return false }
        let isClass = index + 1 < words.count && classNumbers[words[index + 1].text] != nil
        return letter.text.unicodeScalars.contains("\u{25CC}") || isClass
    }

    private func isResult(_ words: [Word], _ index: Int) -> Bool {
        index + 1 < words.count && words[index + 1].text == "="
    }

    /// Whether a letter stands before keys without a `=` between: nothing else looks so.
    private func forgotEquals(_ words: [Word], _ index: Int) -> Bool {
        guard index + 1 < words.count, !isResult(words, index + 1) else { return false }
        return !words[index].isASCII && words[index + 1].isASCII && words[index + 1].text.utf8.count > 1
    }

    /// The words with `ă=aw` cut into three.
    private func splitEquals(_ words: [Word]) -> [Word] {
        guard words.contains(where: { $0.text.utf8.count > 2 && $0.text.utf8.contains(0x3D) }) else {
            return words
        }
        var result: [Word] = []
        // After the first equals sign an ASCII word with one in it may be keys.
        var hasEquals = false
        for (index, word) in words.enumerated() {
            let bytes = Array(word.text.utf8)
            let isAfterEquals = index > 0 && words[index - 1].text == "="
            defer { hasEquals = hasEquals || bytes.contains(0x3D) }
            guard let equals = bytes.firstIndex(of: 0x3D), equals > 0, equals + 1 < bytes.count,
                !isAfterEquals, !hasEquals || !word.isASCII
            else {
                result.append(word)
                continue
            }
            result += [
                word.part(0..<equals), word.part(equals..<equals + 1), word.part(equals + 1..<bytes.count),
            ]
        }
        return result
    }

    // MARK: One letter

    /// - Parameters:
    ///   - keys: Empty for a letter that is its own key, or one that is listed again for its class.
    ///   - parts: The word `as` and the classes after it, or nothing.
    ///   - isTold: Whether it was told already that keys are missing.
    private mutating func declare(
        _ word: Word, _ keys: [Word], _ classes: [Int], _ condition: Condition?, parts: [Word],
        isTold: Bool = false
    ) {
        guard let text = letterText(of: word) else { return }
        guard text.utf8.count <= Limits.letterBytes else {
            report(messages.letterTooLong(word, limit: Limits.letterBytes))
            return
        }
        let end = parts.last ?? keys.last ?? word
        let item = word.range.lowerBound..<end.range.upperBound
        let number: Int
        if let known = table.number(text) {
            guard admitsAgain(known, word, item, keys, classes, condition) else { return }
            number = known
        } else {
            number = addLetter(text, classes: classes, origin: origin(word.range))
            declarations[number] = Declaration(
                word: word, item: item, classes: classes, isConditional: condition != nil,
                keysEnd: keys.last?.range.upperBound)
            readParts(of: number, text, word, parts)
        }
        if !keys.isEmpty || isTold { declarations[number]?.hasKeys = true }
        if keys.isEmpty {
            let bytes = Array(text.utf8)
            if bytes.count == 1, (0x21...0x7E).contains(bytes[0]),
                !definition.letters[number].ways.contains(where: {
                    $0.keys == bytes && $0.condition == condition
                })
            {
                addWay(bytes, condition, to: number, word)
            }
        }
        for word in keys {
            if let keys = self.keys(word) { addWay(keys, condition, to: number, word, classes: classes) }
        }
    }

    /// Adds a letter without ways.
    mutating func addLetter(_ text: String, classes: [Int], origin: Origin) -> Int {
        let number = definition.letters.count
        table.insert(text, number: number)
        definition.letters.append(
            KeymapDefinition.Letter(
                text: text, classes: classes, partClasses: [], ways: [], marked: [], origin: origin))
        return number
    }

    /// Whether a letter that is known may be declared once more; tells when not.
    private mutating func admitsAgain(
        _ number: Int, _ word: Word, _ item: Range<Int>, _ keys: [Word], _ classes: [Int],
        _ condition: Condition?
    ) -> Bool {
        let before = definition.letters[number].classes
        let added = classes.filter { !before.contains($0) }
        definition.letters[number].classes += added
        guard added.isEmpty, let first = declarations[number] else { return true }
        // Another line for an option says something new.
        if !keys.isEmpty, condition != nil || first.isConditional || first.keysEnd == nil { return true }
        report(messages.duplicateLetter(word, item: item, first: first, keys: keys))
        return false
    }

    private mutating func addWay(
        _ keys: [UInt8], _ condition: Condition?, to number: Int, _ word: Word, classes: [Int] = []
    ) {
        let key = WayKey(keys: keys, condition: condition)
        if let claim = claims[key] {
            if claim.letter != number {
                let other = definition.letters[claim.letter].text
                report(messages.duplicateKeys(word, letter: other, first: claim.origin))
            } else if declarations[number]?.classes == classes || classes.isEmpty {
                report(messages.duplicateWay(word, of: definition.letters[number].text, first: claim.origin))
            }
            return
        }
        claims[key] = Claim(letter: number, origin: origin(word.range), isIncluded: false)
        definition.letters[number].ways.append(
            KeymapDefinition.Way(keys: keys, condition: condition, origin: origin(word.range)))
    }

    // MARK: Letters in two parts

    /// Reads the classes of the parts before and after ◌; names are looked up when all letters are known.
    private mutating func readParts(of number: Int, _ text: String, _ word: Word, _ parts: [Word]) {
        let pieces = text.unicodeScalars.split(separator: "\u{25CC}", omittingEmptySubsequences: false).map(
            String.init)
        guard pieces.count > 1 else {
            if let first = parts.first, let last = parts.last {
                report(
                    messages.unexpectedText(
                        first.range.lowerBound..<last.range.upperBound, "after a letter without ◌"))
            }
            return
        }
        guard pieces.count == 2, pieces.allSatisfy({ !$0.isEmpty }) else {
            report(messages.badParts(word))
            return
        }
        if parts.count == 2 {
            let end = parts[1].range.upperBound
            report(messages.missingText(end..<end, "the class of the second part", after: parts[1].text))
            return
        }
        twoPart.append(TwoPart(letter: number, word: word, pieces: pieces, names: Array(parts.dropFirst())))
    }

    /// A letter in two parts whose classes are still names.
    struct TwoPart {
        var letter: Int
        var word: Word
        var pieces: [String]
        var names: [Word]
    }

    /// Finds the classes of the parts of letters: those named after `as`, else those of the parts themselves.
    mutating func resolveParts() {
        for letter in twoPart {
            var classes: [Int] = []
            if letter.names.isEmpty {
                for piece in letter.pieces {
                    if let number = table.number(piece), let first = definition.letters[number].classes.first
                    {
                        classes.append(first)
                    } else {
                        report(messages.unknownPart(letter.word, part: piece))
                    }
                }
            } else {
                for name in letter.names {
                    if let number = classNumbers[name.text] {
                        classes.append(number)
                    } else {
                        tellUnknownClass(name)
                    }
                }
            }
            usedClasses.formUnion(classes)
            if classes.count == 2 { definition.letters[letter.letter].partClasses = classes }
        }
    }
}
