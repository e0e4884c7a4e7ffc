internal import Diagnostics

extension Resolution {
    /// Reads `tones`: name, mark and keys of each, and the keys that clear the tone.
    mutating func readTones() {
        var keyOrigins: [UInt8: (name: String, word: Word)] = [:]
        for statement in statements(.tones) where !statement.head.isBroken {
            expectNoMore(statement.head.words, after: "'tones'")
            for line in statement.block {
                let words = splitColons(withoutCondition(line.words, in: "tones"))
                readTone(words, line, &keyOrigins)
            }
        }
    }

    private mutating func readTone(
        _ words: [Word], _ line: Line, _ keyOrigins: inout [UInt8: (name: String, word: Word)]
    ) {
        if words.first?.text == "clear", words.count < 2 || words[1].text == ":" {
            definition.clearKeys += toneKeys(words.dropFirst(2), "clear", line, &keyOrigins)
            return
        }
        // A part leaves the keys to the keymaps that include it.
        let isKeyless = isPart && !words.contains { $0.text == ":" }
        let withColon = isKeyless ? words + [Word(text: ":", range: line.range, isExact: false)] : words
        guard let (name, mark, rest) = markHead(withColon, line, example: "sắc U+0301 : s") else { return }
        let keys = isKeyless ? [] : toneKeys(rest, name.text, line, &keyOrigins)
        if let first = definition.tones.first(where: { $0.name == name.text }) {
            report(messages.duplicateName(name, "tone", first: first.origin))
            return
        }
        guard let mark else {
            // Known by name, so that its uses are not told as well.
            definition.tones.append(
                KeymapDefinition.Tone(
                    name: name.text, mark: "\u{FFFD}", keys: keys, origin: origin(name.range)))
            return
        }
        if let first = definition.tones.first(where: { $0.mark == mark }), words.count > 1 {
            report(messages.duplicateMark(words[1], mark: mark, tone: first.name, first: first.origin))
        }
        definition.tones.append(
            KeymapDefinition.Tone(name: name.text, mark: mark, keys: keys, origin: origin(name.range)))
    }

    private mutating func toneKeys(
        _ words: ArraySlice<Word>, _ name: String, _ line: Line,
        _ keyOrigins: inout [UInt8: (name: String, word: Word)]
    ) -> [UInt8] {
        var keys: [UInt8] = []
        for word in words {
            guard let key = key(word, for: "a tone's key") else { continue }
            if let (other, first) = keyOrigins[key] {
                report(messages.duplicateToneKey(word, tone: other, first: first, isSame: other == name))
                continue
            }
            keyOrigins[key] = (name, word)
            keys.append(key)
        }
        if words.isEmpty {
            let end = line.range.upperBound..<line.range.upperBound
            report(messages.missingText(end, "a key", after: line.words.last?.text ?? name))
        }
        return keys
    }

    /// The numbers of the tones that words name; `none` alone is none of them.
    mutating func toneNumbers(_ words: some Collection<Word>) -> [Int] {
        if words.count == 1, words.first?.text == "none",
            !definition.tones.contains(where: { $0.name == "none" })
        {
            return []
        }
        var numbers: [Int] = []
        for word in words {
            if let number = definition.tones.firstIndex(where: { $0.name == word.text }) {
                if !numbers.contains(number) { numbers.append(number) }
            } else {
                let names = definition.tones.map(\.name)
                report(
                    messages.unknownTone(word, tones: names, closest: closestWord(word.text, among: names)))
            }
        }
        return numbers
    }
}
