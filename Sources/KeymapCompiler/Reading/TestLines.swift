import Composition
import Diagnostics
import ICU

/// The author's tests: keys, `->`, and the text they must give; needs the options, which tests may set.
final class TestLines {
    private(set) var all: [KeymapDefinition.Test] = []

    private let reading: Reading
    private let options: Options

    init(_ reading: Reading, _ options: Options) {
        self.reading = reading
        self.options = options
        guard !reading.isIncluded else { return }
        for (line, _) in reading.lines(of: .tests) { readTest(line) }
    }

    private func readTest(_ line: Line) {
        var line = line
        guard let arrow = reading.arrow(in: &line.words, expected: "->") else {
            reading.report(.missingArrow(reading.source.text(line.range)), line.range)
            return
        }
        var words = line.words[..<arrow]
        let options = readTestOptions(&words)
        guard let first = words.first, let last = words.last else {
            reading.missing(.keys, before: line.words[arrow])
            return
        }
        // Blanks between the keys are keys, as many as there are.
        let keys = reading.source.text(first.range.lowerBound..<last.range.upperBound)
        let expected = line.words[(arrow + 1)...]
        let place =
            expected.first.map { $0.range.lowerBound..<line.range.upperBound } ?? line.words[arrow].range
        let text: String
        if !expected.isEmpty, expected.allSatisfy({ $0.codePointDigits != nil }) {
            text = expected.compactMap { reading.text(of: $0) }.joined()
        } else if expected.isEmpty {
            text = ""
        } else {
            text = reading.source.text(place).normalized(.nfc)
        }
        do {
            let events = try KeySequence.parse(keys)
            all.append(
                KeymapDefinition.Test(
                    options: options, events: events, expected: text, origin: reading.origin(place),
                    keys: reading.origin(first.range.lowerBound..<last.range.upperBound))
            )
        } catch {
            let word = Word(text: keys, range: first.range.lowerBound..<last.range.upperBound, isExact: true)
            reading.report(reading.reports.badKey(word, error))
        }
    }

    /// The options in parentheses before the keys: `(tone-style=new)`.
    private func readTestOptions(_ words: inout ArraySlice<Word>) -> [(name: String, value: String)] {
        var options: [(name: String, value: String)] = []
        while let first = words.first, first.text.hasPrefix("("), first.text.utf8.count > 2,
            let end = words.firstIndex(where: { $0.text.hasSuffix(")") }),
            words[...end].contains(where: { $0.text.contains("=") })
        {
            for word in words[words.startIndex...end] {
                let start = word == first ? 1 : 0
                let stop = word.text.utf8.count - (word == words[end] ? 1 : 0)
                let inner = word.part(start..<max(start, stop))
                guard !inner.text.isEmpty else { continue }
                let bytes = Array(inner.text.utf8)
                guard let equals = bytes.firstIndex(of: 0x3D), equals > 0, equals + 1 < bytes.count else {
                    reading.report(.badCondition(reading.source.text(inner.range)), inner.range)
                    continue
                }
                let name = inner.part(0..<equals)
                let value = inner.part(equals + 1..<bytes.count)
                if self.options.condition(name, value) != nil { options.append((name.text, value.text)) }
            }
            words = words[(end + 1)...]
        }
        return options
    }
}
