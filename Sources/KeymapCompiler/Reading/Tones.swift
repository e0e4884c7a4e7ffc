import Diagnostics

/// The tones of a keymap and their keys.
///
/// Needs no other part: a mark is a code point, and whether capitals fold is known to the reading.
final class Tones {
    private(set) var all: [KeymapDefinition.Tone] = []
    private(set) var clearKeys: [UInt8] = []

    private let reading: Reading
    private var keyOrigins: [UInt8: (name: String, word: Word)] = [:]

    /// Reads `tones`: name, mark and keys of each, and the keys that clear the tone.
    init(_ reading: Reading, _ included: [IncludedKeymap]) {
        self.reading = reading
        for (line, _) in reading.lines(of: .tones) {
            readTone(splitColons(reading.withoutCondition(line.words, in: "tones")), line)
        }
        for other in included { merge(other) }
    }

    private func readTone(
        _ words: [Word], _ line: Line
    ) {
        if words.first?.text == "clear", words.count < 2 || words[1].text == ":" {
            clearKeys += toneKeys(words.dropFirst(2), "clear", line)
            return
        }
        // A part leaves the keys to the keymaps that include it.
        let isKeyless = reading.isPart && !words.contains { $0.text == ":" }
        let withColon = isKeyless ? words + [Word(text: ":", range: line.range, isExact: false)] : words
        guard let (name, mark, rest) = reading.markHead(withColon, line, example: "sắc U+0301 : s") else {
            return
        }
        let keys = isKeyless ? [] : toneKeys(rest, name.text, line)
        if let first = all.first(where: { $0.name == name.text }) {
            reading.duplicateName(.tone, name, first: first.origin)
            return
        }
        guard let mark else {
            // Known by name, so that its uses are not reported as well.
            all.append(
                KeymapDefinition.Tone(
                    name: name.text, mark: "\u{FFFD}", keys: keys, origin: reading.origin(name)))
            return
        }
        if let first = all.first(where: { $0.mark == mark }), words.count > 1 {
            reading.report(
                .duplicateMark(mark, tone: first.name), words[1].range,
                notes: [Reports.note(.firstUsedHere, first.origin)])
        }
        all.append(
            KeymapDefinition.Tone(name: name.text, mark: mark, keys: keys, origin: reading.origin(name)))
    }

    private func toneKeys(
        _ words: ArraySlice<Word>, _ name: String, _ line: Line
    ) -> [UInt8] {
        var keys: [UInt8] = []
        for word in words {
            guard let key = reading.key(word, for: .tone) else { continue }
            if let (other, first) = keyOrigins[key] {
                reading.report(
                    reading.reports.duplicateToneKey(word, tone: other, first: first, isSame: other == name))
                continue
            }
            keyOrigins[key] = (name, word)
            keys.append(key)
        }
        if words.isEmpty {
            reading.missing(.key, after: line.words.last?.text ?? name, in: line)
        }
        return keys
    }

    /// The numbers of the tones that words name; `none` alone is none of them.
    func numbers(_ words: some Collection<Word>) -> [Int] {
        if words.count == 1, words.first?.text == "none",
            !all.contains(where: { $0.name == "none" })
        {
            return []
        }
        var numbers: [Int] = []
        for word in words {
            if let number = all.firstIndex(where: { $0.name == word.text }) {
                if !numbers.contains(number) { numbers.append(number) }
            } else {
                let names = all.map(\.name)
                reading.report(
                    .unknownTone(word.text, names), word.range,
                    fixIts: reading.reports.replacing(
                        word.range, closestWord(word.text, among: names)))
            }
        }
        return numbers
    }

    /// Adds the tones of an included keymap; the keys that are taken here stay what they are.
    private func merge(_ included: IncludedKeymap) {
        let other = included.reader.tones
        var taken = Set(all.flatMap(\.keys) + clearKeys)
        for tone in other.all {
            let keys = tone.keys.filter { !taken.contains($0) }
            taken.formUnion(keys)
            if let own = all.firstIndex(where: { $0.name == tone.name || $0.mark == tone.mark }) {
                let mine = all[own]
                if mine.name != tone.name || mine.mark != tone.mark {
                    reading.report(
                        .includeConflict(included.statement.text, .tone(tone.name, mark: tone.mark)),
                        included.statement.range, notes: [Reports.note(.otherThanHere, mine.origin)])
                }
                all[own].keys += keys
                included.tones.append(own)
            } else {
                included.tones.append(all.count)
                var tone = tone
                tone.keys = keys
                all.append(tone)
            }
        }
        clearKeys += other.clearKeys.filter { !taken.contains($0) }
    }
}
