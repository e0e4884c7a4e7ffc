import Lexicon

extension NamedLexicons {
    /// From which side a text is divided where it can be divided in several ways that are equally good.
    public enum ReadingSide: Sendable {
        /// The first segment is as long as can be: `A B C` is `AB C`.
        case left
        /// The last one is: `A BC`.
        case right
    }

    /// The segments of `text`: the fewest unknown words, then the fewest segments.
    ///
    ///     lexicons.segments(of: "Con trâu uống nước.", from: "vi", to: "rad").map(\.text)
    ///     // ["Con", "trâu", "uống", "nước"]
    ///     lexicons.segments(of: "ទឹកភ្លៀង", from: "km", to: "vi").map(\.text)  // ["ទឹក", "ភ្លៀង"]
    ///
    /// Words stand between blanks; six of them make a segment at most. In Khmer, Lao, Thai, Tai Viet and other scripts that
    /// show no blanks, the words of the lexicons are found letter by letter, and unknown letters in a row are one
    /// segment. No segment goes over the end of a sentence, a line or a part of a sentence, and no letter is cut from its
    /// marks. What stands between segments is blanks and punctuation.
    ///
    /// - Parameters:
    ///   - text: A phrase, or a whole text.
    ///   - source: The language of the text, a BCP 47 tag; nil for any.
    ///   - target: The language wanted, a BCP 47 tag; nil for any. Where no lexicon leads into it from `source`,
    ///     words of `source` are known.
    ///   - side: On which side segments are as long as can be.
    ///   - keepsNames: Whether a word with a capital inside a sentence is a name, unless an entry has the same capital.
    /// - Complexity: O(*n*) searches at most; what is the same is asked once.
    public func segments(
        of text: String, from source: String?, to target: String?, side: ReadingSide = .left,
        keepsNames: Bool = false
    ) -> [Segment] {
        let units = TextUnit.units(of: text)
        let names = keepsNames ? Names(units, text) : nil
        let pieces = KnownPieces(self, from: source, to: target)
        var reader = SegmentReader(text, units, names, pieces)
        return reader.segments(side == .left ? .left : .right)
    }
}

/// Finds out which units of a text make segments.
struct SegmentReader {
    /// How many words a segment has at most.
    private static let wordLimit = 6
    /// How many letters a word of a script without blanks has at most.
    private static let letterLimit = 48

    private let text: String
    private let units: [TextUnit]
    private let names: Names?
    /// What is known of the pieces of this text and of others.
    private(set) var pieces: KnownPieces

    init(_ text: String, _ units: [TextUnit], _ names: Names?, _ pieces: KnownPieces) {
        self.text = text
        self.units = units
        self.names = names
        self.pieces = pieces
    }

    mutating func segments(_ side: Segmentation.Side) -> [Segment] {
        var edges: [Segmentation.Edge] = []
        for start in units.indices { addEdges(from: start, to: &edges) }
        var segments: [Segment] = []
        var last: Segmentation.Edge?
        for edge in Segmentation.best(edges, count: units.count, side) {
            var range = units[edge.start].range.lowerBound..<units[edge.end - 1].range.upperBound
            var kind = edge.kind
            if let before = last, let first = segments.last, isOne(before, edge) || isHyphenated(first, edge)
            {
                segments.removeLast()
                range = first.range.lowerBound..<range.upperBound
                if first.kind != kind { kind = .unknown }
            }
            segments.append(Segment(text: visible(range), range: range, kind: kind))
            last = edge
        }
        return segments
    }

    /// Whether a hyphen joins an edge to the segment before and neither is known: ki-lô-mét.
    private func isHyphenated(_ before: Segment, _ edge: Segmentation.Edge) -> Bool {
        guard !before.isKnown, edge.kind != .known, !units[edge.start].isLetter else { return false }
        let between = text.unicodeScalars[before.range.upperBound..<units[edge.start].range.lowerBound]
        return between.count == 1 && ReadingScript.isHyphen(between.first)
    }

    /// Whether an edge goes on with what the one before is: unknown letters, or a name of several words.
    private func isOne(_ before: Segmentation.Edge, _ edge: Segmentation.Edge) -> Bool {
        guard before.kind == edge.kind, !units[edge.start].isFirst else { return false }
        switch edge.kind {
        case .unknown: return units[edge.start].isLetter
        case .name: return isName(before.end - 1) && isName(edge.start)
        case .known, .elsewhere: return false
        }
    }

    private func isName(_ unit: Int) -> Bool { names?.isName[unit] ?? false }

    private mutating func addEdges(from start: Int, to edges: inout [Segmentation.Edge]) {
        let limit = units[start].isLetter ? SegmentReader.letterLimit : SegmentReader.wordLimit
        let hasName = isName(start)
        let first = edges.count
        var end = start + 1
        var isSingleKnown = false
        while end <= min(units.count, start + limit), end == start + 1 || !units[end - 1].isFirst {
            let found = pieces.reach(
                of: visible(units[start].range.lowerBound..<units[end - 1].range.upperBound))
            let needed: Reach = hasName || isName(end - 1) ? .whole : .otherCapitals
            var kind: Segment.Kind?
            if found.direct >= needed {
                kind = .known
            } else if found.elsewhere >= needed {
                kind = .elsewhere
            }
            if let kind {
                edges.append(Segmentation.Edge(start: start, end: end, kind: kind))
                if end == start + 1 { isSingleKnown = true }
            }
            guard max(found.direct, found.elsewhere) > .none else { break }
            end += 1
        }
        guard !isSingleKnown else { return }
        let kind: Segment.Kind = hasName || hasDigit(units[start]) ? .name : .unknown
        let own = Segmentation.Edge(start: start, end: start + 1, kind: kind)
        edges.insert(own, at: first)
    }

    private func hasDigit(_ unit: TextUnit) -> Bool {
        text.unicodeScalars[unit.range].contains { $0.isDigit }
    }

    /// The text at `range` without characters that nobody sees.
    private func visible(_ range: Range<String.Index>) -> String {
        var piece = String.UnicodeScalarView()
        for scalar in text.unicodeScalars[range] {
            if case .invisible = ReadingScript.role(of: scalar, before: nil) { continue }
            piece.append(scalar)
        }
        return String(piece)
    }
}
