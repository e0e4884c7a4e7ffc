import Diagnostics

/// The arrow of tests, and what people and word processors write for it.
enum Arrows {
    /// What stands alone for `->` or `>`.
    static let known: Set<String> = [
        "->", ">", "=>", "=", "→", "⇒", "⟶", "–>", "—>", "−>", "-->", "‐>", "‑>",
    ]

    /// The arrow of tests, and what becomes of it where hyphens are made dashes.
    static let drawn: Set<String> = ["->", "–>", "—>", "−>", "-->", "‐>", "‑>"]

    /// What is an arrow inside a word too, because nothing else looks so; the longest first.
    private static let inner = ["-->", "->", "=>", "–>", "—>", "−>", "‐>", "‑>", "→", "⇒", "⟶"]

    /// Where an arrow stands in `word` without blanks around it, in bytes of its text; nil when none does, or several do.
    static func range(in word: Word) -> Range<Int>? {
        let bytes = Array(word.text.utf8)
        for arrow in inner {
            let pattern = Array(arrow.utf8)
            let starts = bytes.indices.filter { bytes[$0...].starts(with: pattern) }
            guard let start = starts.first else { continue }
            return starts.count == 1 ? start..<start + pattern.count : nil
        }
        return nil
    }
}

extension Line {
    /// Whether it has the arrow of a test or a rule, written rightly or nearly so.
    var hasArrow: Bool {
        words.contains { $0.text != "=" && Arrows.known.contains($0.text) || Arrows.range(in: $0) != nil }
    }

    /// Whether it has an arrow as tests have it, which no other line has; other arrows may be letters and texts.
    var hasTestArrow: Bool {
        guard !words.dropFirst().contains(where: { ["=", ">", ":"].contains($0.text) }) else { return false }
        return words.dropFirst().contains { Arrows.drawn.contains($0.text) }
            || words.contains { word in
                guard let range = Arrows.range(in: word), range.lowerBound > 0 else { return false }
                return Arrows.drawn.contains(word.part(range).text)
            }
    }
}

extension Reading {
    /// The number of the word of `words` that is the arrow `expected`; nil when there is none.
    ///
    /// Another arrow in its place is reported, and one without blanks around it, which is made a word of its own.
    func arrow(in words: inout [Word], expected: String) -> Int? {
        if let index = words.firstIndex(where: { $0.text == expected }) { return index }
        let others = Arrows.known.subtracting([expected])
        // Keys may be signs too; the last of two is the arrow.
        if let index = words.firstIndex(where: { others.contains($0.text) }), index > 0 || expected == ">" {
            wrongArrow(words[index], expected: expected)
            return index
        }
        let glued = words.indices.filter { Arrows.range(in: words[$0]) != nil }
        guard glued.count == 1, let index = glued.first, let range = Arrows.range(in: words[index]) else {
            return nil
        }
        let word = words[index]
        let parts = [
            word.part(0..<range.lowerBound), word.part(range),
            word.part(range.upperBound..<word.text.utf8.count),
        ]
        report(
            .gluedArrow(parts[1].text, expected: expected), word.range,
            fixIts: word.isExact
                ? [
                    reports.fix(
                        .putBlanks,
                        [
                            .init(
                                parts[1].range,
                                (parts[0].text.isEmpty ? "" : " ") + expected
                                    + (parts[2].text.isEmpty ? "" : " "))
                        ], isObvious: expected == "->" || parts[1].text != "->")
                ] : [])
        words.replaceSubrange(index...index, with: parts.filter { !$0.text.isEmpty })
        return index + (parts[0].text.isEmpty ? 0 : 1)
    }
}
