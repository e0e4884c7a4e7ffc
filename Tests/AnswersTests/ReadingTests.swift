import Answers
import Bytes
import Lexicon
import LexiconCompiler
import TestSupport
import Testing

/// A running text is divided into what can be looked up.
struct ReadingTests {
    let lexicons: NamedLexicons

    init() throws {
        let ede = try AnswersTests.lexicon(
            "rad", "Latn", "headword vi",
            [
                "êa\tnước", "mnăm\tuống", "anak\tcon", "kbao\ttrâu ; con trâu", "êa mnuih\tnước mắt, lệ",
                "sang\tnhà", "ƀuôn\tbuôn ; làng", "Dak Lăk\tĐắk Lắk", "mă\tmắt", "yang hruê\tmặt trời",
            ])
        let khmer = try AnswersTests.lexicon(
            "km", "Khmr", "headword vi",
            ["ទឹក\tnước", "ភ្លៀង\tmưa", "ផ្ទះ\tnhà", "ក្រ\tnghèo", "ក្របី\ttrâu", "បី\tba", "ខ្ញុំ\ttôi"])
        let muong = try AnswersTests.lexicon("mtq", "Latn", "headword vi", ["nha\tgia đình"])
        lexicons = NamedLexicons([("rad/core", ede), ("km/core", khmer), ("mtq/core", muong)])
    }

    private func read(
        _ text: String, _ from: String?, _ to: String?, _ side: NamedLexicons.ReadingSide = .left,
        keepsNames: Bool = false
    ) -> [String] {
        lexicons.segments(of: text, from: from, to: to, side: side, keepsNames: keepsNames).map { segment in
            switch segment.kind {
            case .known: segment.text
            case .elsewhere: "⇢" + segment.text
            case .unknown: "?" + segment.text
            case .name: "=" + segment.text
            }
        }
    }

    @Test(arguments: [
        ("Con trâu uống nước.", ["Con trâu", "uống", "nước"]),
        ("uống nước mắt", ["uống", "nước mắt"]),
        // Punctuation parts what else would be one.
        ("nước, mắt. Con; trâu", ["nước", "mắt", "Con", "trâu"]),
        ("nước\nmắt", ["nước", "mắt"]),
        ("uong nước", ["?uong", "nước"]),
        ("gia đình uống", ["⇢gia đình", "uống"]),
        ("", []), (" .,! ", []), ("NƯỚC", ["NƯỚC"]),
        ("“nước” (nhà) ‘trâu’ 'con trâu'", ["nước", "nhà", "trâu", "con trâu"]),
        ("năm 1975 có 3 nhà", ["?năm", "=1975", "?có", "=3", "nhà"]),
        ("nư\u{AD}ớc", ["nước"]),
    ])
    func `A text with blanks is divided into the longest known parts`(_ text: String, _ parts: [String]) {
        #expect(read(text, "vi", "rad") == parts)
    }

    @Test(arguments: [
        ("ទឹកភ្លៀង", ["ទឹក", "ភ្លៀង"]), ("ផ្ទះខ្ញុំ ទឹក។", ["ផ្ទះ", "ខ្ញុំ", "ទឹក"]),
        // The longer word has fewer unknown letters than the shorter one.
        ("ក្របី", ["ក្របី"]), ("ក្រក្របីបី", ["ក្រ", "ក្របី", "បី"]),
        ("ទឹកៗ", ["ទឹក"]), ("ទឹក\u{200B}ភ្លៀង", ["ទឹក", "ភ្លៀង"]),
        ("ហហហទឹកហ", ["?ហហហ", "ទឹក", "?ហ"]), ("១៩៧៥ទឹក", ["=១៩៧៥", "ទឹក"]),
        ("ទឹក nước", ["ទឹក", "?nước"]),
    ])
    func `A text without blanks is divided by the words of the lexicons`(_ text: String, _ parts: [String]) {
        #expect(read(text, "km", "vi") == parts)
    }

    @Test func `Two equally good ways differ by the side that is longest`() throws {
        let sample = try AnswersTests.lexicon(
            "rad", "Latn", "headword vi", ["a\tmột hai", "b\thai ba", "c\tmột", "d\tba"])
        let lexicons = NamedLexicons([("rad", sample)])
        let text = "một hai ba"
        #expect(lexicons.segments(of: text, from: "vi", to: nil).map(\.text) == ["một hai", "ba"])
        #expect(
            lexicons.segments(of: text, from: "vi", to: nil, side: .right).map(\.text) == ["một", "hai ba"])
    }

    @Test(arguments: [
        ("Tôi ở Đắk Lắk với Con.", ["⇢Tôi", "?ở", "Đắk Lắk", "?với", "=Con"]),
        ("Anh Y Thih uống nước. Thih ở nhà.", ["?Anh", "=Y Thih", "uống", "nước", "=Thih", "?ở", "nhà"]),
        ("CON TRÂU UỐNG NƯỚC", ["CON TRÂU", "UỐNG", "NƯỚC"]), ("UBND buôn", ["?UBND", "buôn"]),
    ])
    func `Names stay as they are`(_ text: String, _ parts: [String]) {
        #expect(read(text, "vi", "rad", keepsNames: true) == parts)
    }

    @Test func `Words are known where two languages are only bridged`() {
        #expect(read("ទឹកភ្លៀង", "km", "rad") == ["ទឹក", "ភ្លៀង"])
    }

    // MARK: Properties

    /// Words, letters and signs of which texts are made.
    private static let pieces = [
        "con", "trâu", "nước", "mắt", "uống", "gia", "đình", "ABC", "1975", " ", " ", " ", "\n", ", ", ".",
        "-", "‘", "’",
        "ក", "្រ", "ប", "ី", "ទឹក", "ភ្លៀង", "ៗ", "\u{200B}", "។", "e\u{301}",
    ]

    @Test func `Segments stand in order, and only blanks and signs stand between them`() {
        var random = SeededGenerator(15)
        for _ in 0..<300 {
            let text = (0..<Int.random(in: 0...24, using: &random)).map { _ in
                Self.pieces.randomElement(using: &random)!
            }.joined()
            var end = text.startIndex
            func isNothing(_ range: Range<String.Index>) -> Bool {
                text.unicodeScalars[range].allSatisfy {
                    !$0.properties.isAlphabetic && !("0"..."9").contains($0)
                        || "ៗ".unicodeScalars.contains($0)
                }
            }
            for segment in lexicons.segments(of: text, from: nil, to: nil, keepsNames: true) {
                #expect(segment.range.lowerBound >= end && !segment.range.isEmpty)
                #expect(isNothing(end..<segment.range.lowerBound), "\(text)")
                #expect(segment.text == String(text.unicodeScalars[segment.range]))
                end = segment.range.upperBound
                // A subjoined consonant and a sign belong to the letter before them.
                let scalars = text.unicodeScalars
                #expect(
                    scalars[scalars.index(before: end)] != "\u{17D2}" || end == scalars.endIndex
                        || !scalars[end].properties.isAlphabetic, "\(text)")
                #expect(end == scalars.endIndex || scalars[end] != "ី", "\(text)")
            }
            #expect(isNothing(end..<text.endIndex), "\(text)")
        }
    }

    @Test func `No other division has fewer unknown words, or as many and fewer segments`() {
        var random = SeededGenerator(16)
        let words = ["con", "trâu", "nước", "mắt", "gia", "đình", "mặt", "trời"]
        /// What a piece lacks that is looked up as one: unknown words, then words of other lexicons; nil when it is none.
        func cost(_ piece: [String]) -> [Int]? {
            let found = lexicons.segments(of: piece.joined(separator: " "), from: "vi", to: "rad")
            guard found.count == 1 else { return nil }
            switch found[0].kind {
            case .known: return [0, 0, 1]
            case .elsewhere: return [0, piece.count, 1]
            case .unknown: return [piece.count, 0, 1]
            case .name: return nil
            }
        }
        func least(_ words: ArraySlice<String>) -> [Int] {
            guard !words.isEmpty else { return [0, 0, 0] }
            var best = [Int.max, 0, 0]
            for end in words.indices {
                guard let first = cost(Array(words[words.startIndex...end])) else { continue }
                let sum = zip(first, least(words[(end + 1)...])).map { $0 + $1 }
                if sum.lexicographicallyPrecedes(best) { best = sum }
            }
            return best
        }
        for _ in 0..<40 {
            let text = (0..<Int.random(in: 1...6, using: &random)).map { _ in
                words.randomElement(using: &random)!
            }
            for side in [NamedLexicons.ReadingSide.left, .right] {
                let found = lexicons.segments(
                    of: text.joined(separator: " "), from: "vi", to: "rad", side: side)
                func count(_ kind: Segment.Kind) -> Int {
                    found.filter { $0.kind == kind }.reduce(0) { $0 + $1.text.split(separator: " ").count }
                }
                #expect([count(.unknown), count(.elsewhere), found.count] == least(text[...]), "\(text)")
            }
        }
    }
}
