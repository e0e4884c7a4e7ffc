@testable import Lexicon
import LexiconCompiler
import Bytes
import TestSupport
import Testing

/// Glosses are compared where they stand in the file; here it is done once more with texts taken apart and copied.
struct GlossComparisonTests {
    static let bits = [
        "nước", "Nước", "nuoc", "cá", "c\u{301}a", "o'clock", "K’Ho", "ê\u{306}", "trời", "ꪙꪾ꫁", "ទឹក", "字",
        "x^y", "a_b",
        " ", " ", ",", ";", "-", ".", "/", "(", ")", "[", "\u{A0}", "\u{200B}", "×", "«", "$", "\t",
        "\u{1F41F}",
    ]

    static func text(_ generator: inout SeededGenerator) -> String {
        (0..<Int.random(in: 0...12, using: &generator)).map { _ in
            bits.randomElement(using: &generator) ?? ""
        }.joined()
    }

    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func `The words found in place are those of the pieces`(seed: UInt64) {
        var generator = SeededGenerator(seed)
        var words = GlossWords()
        for _ in 0..<2000 {
            let text = Self.text(&generator)
            let bytes = Array(text.utf8)
            words.read(bytes.span)
            var pieces: [[String]] = []
            var start = 0
            for end in words.pieceEnds {
                pieces.append(
                    (start..<end).map { String(decoding: bytes[words.bytes(of: $0)], as: UTF8.self) })
                start = end
            }
            #expect(pieces == GlossPieces(text).pieces, "\(text)")
        }
    }

    @Test(
        arguments: [
            ([0x61, 0xFF, 0x62], ["a", "b"]), ([0x61, 0xC4], ["a"]), ([0xE1, 0xBB], []),
            ([0xC0, 0x61], ["a"]),
            ([0x61, 0xED, 0xA0, 0x80, 0x62], ["a", "b"]), ([0xF8, 0x88, 0x80, 0x80, 0x80], []),
            ([0xE0, 0x80, 0x80, 0x61], ["a"]), ([0xF0, 0x9F, 0x61], ["a"]), ([0xF4, 0x90, 0x80, 0x80], []),
        ] as [([UInt8], [String])])
    func `Bytes that are not text separate words`(bytes: [UInt8], expected: [String]) {
        var words = GlossWords()
        words.read(bytes.span)
        #expect(
            (0..<words.count).map { String(decoding: bytes[words.bytes(of: $0)], as: UTF8.self) } == expected)
    }

    @Test(arguments: ["rad/core", "blt-Tavt/core", "km/core", "cjm-Cham/core"])
    func `A key compared letter by letter is the key`(name: String) throws {
        let folding = try Repository.lexicon(name).folding
        let keys = Self.bits.map(folding.key)
        for bit in Self.bits {
            let bytes = Array(("  " + bit + " ").utf8)
            let own = folding.key(bit)
            for key in keys + [Array(own.prefix(2)), own + [0x61]] {
                let part = 2..<(bytes.count - 1)
                #expect(folding.isKey(key, of: bytes.span, part, orBeginning: false) == (own == key))
                #expect(
                    folding.isKey(key, of: bytes.span, part, orBeginning: true) == own.starts(with: key))
            }
        }
    }

    @Test(arguments: Repository.lexiconNames)
    func `Glosses found in the bytes of an entry are the entry's`(name: String) throws {
        let lexicon = try Repository.lexicon(name)
        for language in lexicon.info.glossLanguages {
            var reader = lexicon.glossReader(in: language)
            for id in 0..<lexicon.entryCount {
                let entry = try #require(lexicon.entry(id))
                let bytes = try #require(lexicon.bytes(ofEntry: id)).array()
                reader.read(try #require(lexicon.bytes(ofEntry: id)))
                let texts = stride(from: 0, to: reader.bounds.count, by: 2).map {
                    String(decoding: bytes[reader.bounds[$0]..<reader.bounds[$0 + 1]], as: UTF8.self)
                }
                let expected = entry.senses.flatMap { $0.glosses + $0.definitions }
                    .filter { $0.language == language && !$0.text.isEmpty }.map(\.text)
                if texts != expected { Issue.record("\(entry.headword): \(texts)") }
            }
        }
    }

    @Test(arguments: Repository.lexiconNames)
    func `A gloss fits as well as its words taken apart do`(name: String) throws {
        let lexicon = try Repository.lexicon(name)
        var generator = SeededGenerator(7)
        for _ in 0..<150 {
            let id = Int.random(in: 0..<lexicon.entryCount, using: &generator)
            let entry = try #require(lexicon.entry(id))
            guard let gloss = entry.senses.first?.glosses.randomElement(using: &generator) else { continue }
            let words = GlossPieces(gloss.text).words
            guard let word = words.randomElement(using: &generator) else { continue }
            let queries = [
                word, word.uppercased(), gloss.text, words.reversed().joined(separator: " "),
                String(word.prefix(2)),
                String(decoding: lexicon.folding.key(word), as: UTF8.self),
                words.prefix(2).joined(separator: " "),
            ]
            for query in queries {
                for match in [Match.exact, .gloss, .prefix] {
                    let wanted = WantedWords(
                        query, lexicon.folding, .undeclared(lexicon.folding), match, limit: 16)
                    let plain = Self.quality(query, lexicon.folding, match, entry, gloss.language)
                    var quality = wanted.quality(of: entry, in: gloss.language)
                    quality?.accents = 0
                    if quality != plain {
                        Issue.record(
                            "\(query) in \(gloss.text): \(String(describing: quality)), \(String(describing: plain))"
                        )
                    }
                }
            }
        }
    }

    /// How well the glosses of `entry` fit, by texts alone.
    static func quality(
        _ query: String, _ folding: Folding, _ match: Match, _ entry: Entry, _ language: String
    ) -> Quality? {
        let words = GlossPieces(query).words
        let mayBegin = match == .prefix && !folding.key(words.last ?? "").isEmpty
        let senses = entry.senses.map { sense in
            (sense.glosses + sense.definitions).filter { $0.language == language }
        }
        func quality(_ piece: [String]) -> Quality? {
            let spellings: [(Quality.Spelling, (String) -> String)] = [
                (.exact, { $0 }), (.caseDiffers, { $0.lowercased() }),
                (.folded, { String(decoding: folding.key($0), as: UTF8.self) }),
            ]
            for (spelling, form) in spellings {
                let wanted = words.map(form)
                let own = piece.map(form)
                func fits(_ word: String, _ index: Int) -> Bool {
                    word == wanted[index]
                        || mayBegin && index == wanted.count - 1 && word.hasPrefix(wanted[index])
                }
                func stand(at start: Int) -> Bool {
                    start + wanted.count <= own.count
                        && wanted.indices.allSatisfy { fits(own[start + $0], $0) }
                }
                if own == wanted { return Quality(spelling, .whole) }
                if stand(at: 0) { return Quality(spelling, .beginning) }
                if wanted.count > 1, own.indices.contains(where: stand) { return Quality(spelling, .inside) }
                if wanted.indices.allSatisfy({ index in own.contains { fits($0, index) } }) {
                    return Quality(spelling, .part)
                }
            }
            return nil
        }
        let pieces = senses.joined().flatMap { gloss in
            let all = GlossPieces(gloss.text)
            let readings = FormReadings.ofGloss(gloss.text).dropFirst().flatMap { GlossPieces($0).pieces }
            return all.pieces + (all.pieces.count > 1 ? [all.words] : []) + readings
        }
        if let best = pieces.compactMap(quality).min() { return best }
        // Or the words are spread over the glosses of one sense.
        return senses.compactMap { glosses in
            quality(glosses.flatMap { GlossPieces($0.text).words }).map { Quality($0.spelling, .part) }
        }.min()
    }
}
