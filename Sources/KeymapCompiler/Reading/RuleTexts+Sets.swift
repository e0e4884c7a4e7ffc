internal import Diagnostics
internal import ICU

extension Resolution {
    /// Reads `markers`, names of what rules leave in the text without showing it.
    mutating func readMarkers() {
        for statement in statements(.markers) where !statement.head.isBroken {
            if statement.words.isEmpty {
                report(messages.missingText(statement.end, "names of markers", after: "markers"))
            }
            for word in statement.words {
                guard let name = name(word, of: "marker") else { continue }
                if let first = markerOrigins[name] {
                    report(messages.duplicateName(word, "marker", first: first))
                } else if name == "any" {
                    report(messages.badName(word, "marker"))
                } else {
                    markerOrigins[name] = origin(word.range)
                    definition.text.markers.append(name)
                }
            }
        }
    }

    /// The element of the marker that `name` names.
    mutating func marker(_ name: Word) -> UInt32? {
        guard let index = definition.text.markers.firstIndex(of: name.text) else {
            let near = closestWord(name.text, among: definition.text.markers)
            report(messages.unknownMarker(name, closest: near))
            // The one that was meant is not unused.
            if let near { usedMarkers.insert(near) }
            return nil
        }
        usedMarkers.insert(name.text)
        return TextRules.markerBit | UInt32(index + 1)
    }

    /// Reads `characters name = texts`, sets for rules.
    mutating func readTextSets() {
        for statement in statements(.characters) where !statement.head.isBroken {
            let words = statement.words
            guard let first = words.first else {
                report(messages.missingText(statement.end, "a name, '=' and texts", after: "characters"))
                continue
            }
            let name = name(first, of: "set")
            guard words.count > 2, words[1].text == "=" else {
                let end =
                    words.count > 1 && words[1].text == "="
                    ? statement.end.upperBound : first.range.upperBound
                report(messages.missingText(end..<end, "'=' and texts", after: first.text))
                continue
            }
            let set = textSet(Array(words[2...]), name: first.text)
            guard let name else { continue }
            if let earlier = textSetOrigins[name] {
                report(messages.duplicateName(first, "set", first: earlier))
            } else if let earlier = sets[name], !earlier.isIncluded {
                report(messages.duplicateName(first, "set", first: earlier.origin))
            } else if let number = classNumbers[name], let word = classOrigins[number] {
                report(messages.duplicateName(first, "class", first: origin(word.range)))
            } else {
                textSets[name] = set
                textSetOrigins[name] = origin(first.range)
            }
        }
    }

    private mutating func textSet(_ words: [Word], name: String) -> TextSet {
        var kept: [TextSet.Item] = []
        var removed: Set<[UInt32]> = []
        var removes = false
        for word in words {
            if word.text == "but", word.isExact, word != words.first {
                removes = true
                continue
            }
            let items = textItems(word)
            if removes {
                removed.formUnion(TextSet(name: "", items: items).sequences)
            } else {
                kept += items
            }
        }
        if !removed.isEmpty {
            kept = TextSet(name: "", items: kept).sequences.filter { !removed.contains($0) }.map {
                .sequence($0)
            }
        }
        return TextSet(name: name, items: kept)
    }

    /// The texts of one word: another set, a range `a..z`, code points put together by `+`, or the text itself.
    private mutating func textItems(_ word: Word) -> [TextSet.Item] {
        let text = word.text
        if text.hasPrefix("["), text.hasSuffix("]"), text.utf8.count > 2 {
            let inner = word.part(1..<text.utf8.count - 1)
            return textSet(named: inner)?.items ?? []
        }
        if let dots = text.firstRange(of: ".."), dots.lowerBound > text.startIndex,
            dots.upperBound < text.endIndex
        {
            let low = scalar(String(text[..<dots.lowerBound]))
            let high = scalar(String(text[dots.upperBound...]))
            guard let low, let high, low <= high else {
                report(messages.badRange(word))
                return []
            }
            guard definition.capitalsFold, let small = CharacterCase.small(low.value) else {
                return [.range(low.value...high.value)]
            }
            report(messages.capitalLetter(word, small: text.lowercased()))
            return [.range(small...max(small, CharacterCase.small(high.value) ?? small))]
        }
        if text.hasPrefix("@"), text.utf8.count > 1 {
            return marker(word.part(1..<text.utf8.count)).map { [.sequence([$0])] } ?? []
        }
        if text.hasPrefix("U+"), text.dropFirst(2).contains("+") {
            let parts = text.replacing("+U+", with: "+").dropFirst(2).split(separator: "+")
            let elements = parts.compactMap { scalar("U+" + $0)?.value }
            guard elements.count == parts.count else {
                report(messages.badCodePoint(word))
                return []
            }
            return [.sequence(elements)]
        }
        if word.codePointDigits != nil { return codePoint(of: word).map { [.sequence([$0.value])] } ?? [] }
        guard let found = self.text(of: word) else { return [] }
        return [.sequence(small(found, word).unicodeScalars.map(\.value))]
    }

    private func scalar(_ text: String) -> Unicode.Scalar? {
        if text.hasPrefix("U+"), let number = UInt32(text.dropFirst(2), radix: 16) {
            return Unicode.Scalar(number)
        }
        let scalars = text.unicodeScalars
        return scalars.count == 1 ? scalars.first : nil
    }

    /// The set of texts that `name` names: of `characters`, or the letters of a class or a set.
    mutating func textSet(named name: Word) -> TextSet? {
        if let set = textSets[name.text] { return set }
        guard sets[name.text] != nil || classNumbers[name.text] != nil else {
            tellUnknownTextSet(name)
            return nil
        }
        let sequences = named(name) ?? []
        return TextSet(
            name: name.text,
            items: sequences.map { letters in
                .sequence(letters.flatMap { definition.letters[$0].text.unicodeScalars.map(\.value) })
            })
    }

    private mutating func tellUnknownTextSet(_ name: Word) {
        let later = statements(.characters).first { $0.head.words.first?.text == name.text }
        if let word = later?.head.words.first {
            report(messages.unknownClass(name, closest: nil, later: word))
            return
        }
        // Names of all kinds of sets may have been meant.
        let near = closestWord(
            name.text, among: textSets.keys.sorted() + definition.classes + sets.keys.sorted())
        report(messages.unknownClass(name, closest: near, later: nil))
    }
}
