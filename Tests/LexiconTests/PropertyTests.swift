import Diagnostics
@testable import Lexicon
import LexiconCompiler
import Bytes
import TestSupport
import Testing

/// What holds for every lexicon, tried on random ones: the answers are those of a walk through all entries.
struct PropertyTests {
    static let letters = ["a", "ă", "â", "A", "b", "ƀ", "'b", "c", "č", "e", "ê", "ê̆", "o", "ơ", " ", "-"]

    static func word(_ longest: Int, _ generator: inout SeededGenerator) -> String {
        let count = Int.random(in: 1...longest, using: &generator)
        return "x" + (0..<count).map { _ in letters.randomElement(using: &generator) ?? "" }.joined() + "y"
    }

    /// What words must share to be spelled alike: here only capitals, blanks and hyphens may differ.
    private static func spelled(_ word: String) -> String {
        word.lowercased().filter { $0 != " " && $0 != "-" }
    }

    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func `Searches find what a walk through all entries finds`(seed: UInt64) throws {
        var generator = SeededGenerator(seed)
        let words = (0..<400).map { _ in Self.word(4, &generator) }
        let lexicon = try Sample.lexicon(Sample.list(words.map { "\($0)\t\(Self.word(2, &generator))" }))
        let entries = (0..<lexicon.entryCount).compactMap { lexicon.entry($0) }
        #expect(entries.count == 400)
        for query in words.shuffled(using: &generator).prefix(150) + ["x", "xa", "xâ", "y"] {
            let key = lexicon.folding.key(query)
            func walk(_ isFound: (String) -> Bool) -> Set<Int> {
                Set(entries.indices.filter { isFound(entries[$0].headword) })
            }
            func found(_ match: Match) -> Set<Int> {
                Set(lexicon.searchHeadwords(query, match, limit: 1000).map(\.entry))
            }
            #expect(found(.exact) == walk { Self.spelled($0) == Self.spelled(query) })
            #expect(found(.folded) == walk { lexicon.folding.key($0) == key })
            #expect(found(.prefix) == walk { lexicon.folding.key($0).starts(with: key) })
            for match in Match.allCases {
                let hits = lexicon.search(query, match, limit: 1000)
                #expect(zip(hits, hits.dropFirst()).allSatisfy { $0.quality <= $1.quality })
                #expect(Set(hits.map(\.entry)).count == hits.count)
                #expect(lexicon.search(query, match, limit: 3) == Array(hits.prefix(3)))
            }
        }
        for (id, entry) in entries.enumerated() {
            let gloss = entry.senses[0].glosses[0].text
            let hits = lexicon.search(gloss, .gloss, limit: 1000)
            #expect(hits.first?.quality == Quality(.exact, .whole))
            #expect(hits.contains { $0.entry == id && $0.quality == Quality(.exact, .whole) })
        }
    }

    @Test func `A query of any text is answered`() throws {
        let lexicon = try Sample.lexicon(Sample.list(["êa\tnước\twater"]))
        var generator = SeededGenerator(9)
        for _ in 0..<2000 {
            let bytes = (0..<Int.random(in: 0...20, using: &generator)).map { _ in
                UInt8.random(in: 0...255, using: &generator)
            }
            let query = String(decoding: bytes, as: UTF8.self)
            for match in Match.allCases { _ = lexicon.search(query, match, limit: 10) }
            _ = LexiconSet([lexicon]).search(query, from: query, to: query)
        }
        let long = String(repeating: "êa nước ", count: 20_000)
        for match in Match.allCases {
            #expect(lexicon.search(long, match, limit: 10).isEmpty || match == .gloss)
        }
    }

    @Test func `The same source gives the same bytes`() throws {
        var generator = SeededGenerator(5)
        let entries = (0..<300).map { _ in "\(Self.word(4, &generator))\t\(Self.word(3, &generator))\twater" }
        let first = try Sample.bytes(Sample.list(entries))
        let second = try Sample.bytes(Sample.list(entries))
        #expect(first == second)
        #expect(Bytes(first).u64(at: 32) == Bytes(second).u64(at: 32))
        let other = try Sample.bytes(Sample.list(entries.reversed()))
        #expect(Bytes(first).u64(at: 32) != Bytes(other).u64(at: 32))
    }

    @Test func `A lexicon without entries answers nothing`() throws {
        let lexicon = try Sample.lexicon(Sample.list([]))
        #expect(lexicon.entryCount == 0)
        for match in Match.allCases { #expect(lexicon.search("a", match, limit: 10).isEmpty) }
    }
}
