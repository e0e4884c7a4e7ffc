internal import Composition
internal import Diagnostics
internal import ICU

extension Resolution {
    /// Reads `option name = value | value : what it changes`.
    mutating func readOptions() {
        for statement in statements(.option) where !statement.head.isBroken { readOption(statement) }
    }

    private mutating func readOption(_ statement: Statement) {
        let words = separated(statement.words)
        guard let first = words.first else {
            report(messages.missingText(statement.end, "a name, '=' and values", after: "option"))
            return
        }
        let name = name(first, of: "option")
        guard words.count > 1, words[1].text == "=" else {
            let place = first.range.upperBound..<first.range.upperBound
            report(messages.missingText(place, "'=' and values with '|' between them", after: first.text))
            return
        }
        let colon = words.firstIndex { $0.text == ":" } ?? words.count
        var values: [String] = []
        var expectsValue = true
        for word in words[2..<max(2, colon)] {
            if word.text == "|" {
                if expectsValue { report(messages.unexpectedText(word.range, "where a value is expected")) }
                expectsValue = true
                continue
            }
            if !expectsValue {
                report(messages.missingBar(word))
            }
            expectsValue = false
            guard let value = self.name(word, of: "value") else { continue }
            if values.contains(value) {
                report(messages.duplicateValue(word, of: first.text))
            } else {
                values.append(value)
            }
        }
        if values.count < 2 { report(messages.optionWithoutChoice(first, values: values)) }
        var title = ""
        if colon + 1 < words.count, let last = words.last {
            title = source.text(words[colon + 1].range.lowerBound..<last.range.upperBound).normalized(.nfc)
        }
        guard let name else { return }
        if let earlier = optionOrigins[name] {
            report(messages.duplicateName(first, "option", first: earlier))
            return
        }
        optionOrigins[name] = origin(first.range)
        definition.options.append(KeymapOption(name: name, values: values, title: title))
    }

    /// The words up to the colon, cut at `=`, `|` and `:` wherever they stand.
    private func separated(_ words: [Word]) -> [Word] {
        var result: [Word] = []
        for word in words {
            if result.contains(where: { $0.text == ":" }) {
                result.append(word)
                continue
            }
            var start = 0
            for (index, byte) in word.text.utf8.enumerated()
            where byte == 0x3D || byte == 0x7C || byte == 0x3A {
                if start < index { result.append(word.part(start..<index)) }
                result.append(word.part(index..<index + 1))
                start = index + 1
                if byte == 0x3A { break }
            }
            if start < word.text.utf8.count { result.append(word.part(start..<word.text.utf8.count)) }
        }
        return result
    }
}
