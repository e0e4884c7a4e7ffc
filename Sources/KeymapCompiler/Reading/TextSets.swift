import Diagnostics
import ICU

/// The sets of texts of `characters`, for rules; the letters of a class or a set are one too.
final class TextSets {
    private let reading: Reading
    private let letters: Letters
    private let sets: Sets
    private var all: [String: (set: TextSet, origin: KeymapDefinition.Origin)] = [:]

    init(_ reading: Reading, _ letters: Letters, _ sets: Sets) {
        self.reading = reading
        self.letters = letters
        self.sets = sets
    }

    /// Reads `characters name = texts`.
    ///
    /// - Parameter marker: The element of the marker that a word names.
    func read(_ marker: (Word) -> UInt32?) {
        for statement in reading.statements(.characters) {
            let words = statement.words
            guard let first = words.first else {
                reading.missing(.setNameAndTexts, in: statement)
                continue
            }
            let name = reading.name(first, of: .set)
            guard words.count > 2, words[1].text == "=" else {
                let end =
                    words.count > 1 && words[1].text == "="
                    ? statement.end.upperBound : first.range.upperBound
                reading.missing(.equalsAndTexts, .after(first.text), at: end..<end)
                continue
            }
            let set = textSet(Array(words[2...]), name: first.text, marker)
            guard let name else { continue }
            if let earlier = all[name] {
                reading.duplicateName(.set, first, first: earlier.origin)
            } else if !sets.isTaken(first) {
                all[name] = (set, reading.origin(first))
            }
        }
    }

    private func textSet(_ words: [Word], name: String, _ marker: (Word) -> UInt32?) -> TextSet {
        var kept: [TextSet.Item] = []
        var removed: Set<[UInt32]> = []
        var removes = false
        for word in words {
            if word.text == "but", word.isExact, word != words.first {
                removes = true
                continue
            }
            let items = items(word, marker)
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
    private func items(_ word: Word, _ marker: (Word) -> UInt32?) -> [TextSet.Item] {
        let text = word.text
        if text.hasPrefix("["), text.hasSuffix("]"), text.utf8.count > 2 {
            let inner = word.part(1..<text.utf8.count - 1)
            return named(inner)?.items ?? []
        }
        if let dots = text.firstRange(of: ".."), dots.lowerBound > text.startIndex,
            dots.upperBound < text.endIndex
        {
            let low = scalar(String(text[..<dots.lowerBound]))
            let high = scalar(String(text[dots.upperBound...]))
            guard let low, let high, low <= high else {
                reading.report(.badRange(word.text), word.range)
                return []
            }
            guard reading.capitalsFold, let small = CharacterCase.small(low.value) else {
                return [.range(low.value...high.value)]
            }
            reading.report(reading.reports.capitalLetter(word, small: text.lowercased()))
            return [.range(small...max(small, CharacterCase.small(high.value) ?? small))]
        }
        if text.hasPrefix("@"), text.utf8.count > 1 {
            return marker(word.part(1..<text.utf8.count)).map { [.sequence([$0])] } ?? []
        }
        if text.hasPrefix("U+"), text.dropFirst(2).contains("+") {
            let parts = text.replacing("+U+", with: "+").dropFirst(2).split(separator: "+")
            let elements = parts.compactMap { scalar("U+" + $0)?.value }
            guard elements.count == parts.count else {
                reading.report(.badCodePoint(word.text), word.range)
                return []
            }
            return [.sequence(elements)]
        }
        if word.codePointDigits != nil {
            return reading.codePoint(of: word).map { [.sequence([$0.value])] } ?? []
        }
        guard let found = reading.text(of: word) else { return [] }
        return [.sequence(reading.small(found, word).unicodeScalars.map(\.value))]
    }

    private func scalar(_ text: String) -> Unicode.Scalar? {
        if text.hasPrefix("U+"), let number = UInt32(text.dropFirst(2), radix: 16) {
            return Unicode.Scalar(number)
        }
        let scalars = text.unicodeScalars
        return scalars.count == 1 ? scalars.first : nil
    }

    /// The set of texts that `name` names: of `characters`, or the letters of a class or a set.
    func named(_ name: Word) -> TextSet? {
        if let set = all[name.text]?.set { return set }
        guard sets.isKnown(name.text) else {
            reportUnknown(name)
            return nil
        }
        let sequences = sets.named(name) ?? []
        return TextSet(
            name: name.text,
            items: sequences.map { letters in
                .sequence(letters.flatMap { self.letters.all[$0].text.unicodeScalars.map(\.value) })
            })
    }

    private func reportUnknown(_ name: Word) {
        let later = reading.statements(.characters).first { $0.head.words.first?.text == name.text }
        if let word = later?.head.words.first {
            reading.report(reading.reports.unknownClass(name, closest: nil, later: word))
            return
        }
        // Names of all kinds of sets may have been meant.
        let closest = closestWord(name.text, among: all.keys.sorted() + sets.names)
        reading.report(reading.reports.unknownClass(name, closest: closest, later: nil))
    }
}
