@testable import Lexicon
import LexiconCompiler
import Bytes
import TestSupport
import Testing

/// Walks by an automaton, which pass over keys, rows and blocks, beside one that reads every key from its first letter.
struct AutomatonWalkTests {
    struct Words: Sendable, CustomTestStringConvertible {
        var name: String
        var parts: [String]
        var testDescription: String { name }
    }

    static let words = [
        Words(name: "English", parts: ["con", "ti", "on", "er", "pre", "a", "s", "the", "ng", "x"]),
        Words(name: "Vietnamese", parts: ["nư", "ơ", "ớc", "ng", "đ", "a", "h", " ", "ê", "t", "ư"]),
        Words(name: "marks", parts: ["a", "a\u{306}", "b", "\u{306}", "ê\u{306}", "a\u{300}\u{323}", "c"]),
        Words(
            name: "Khmer and Tai Viet",
            parts: ["ក", "កា", "ខ\u{17D2}ក", "\u{17B6}", "ꪀ", "ꪙꪾ", "ꪾ", "a", "e\u{306}"]),
    ]

    @Test(arguments: words, [(8, 5), (4, 2), (1, 0)])
    func `They find what each key alone is accepted for`(words: Words, bits: (Int, Int)) throws {
        var generator = SeededGenerator(UInt64(words.parts.count * 10 + bits.0))
        func word(_ most: Int) -> [UInt8] {
            let count = Int.random(in: 1...most, using: &generator)
            return Array(
                (0..<count).map { _ in words.parts.randomElement(using: &generator) ?? "" }.joined().utf8)
        }
        // One longer than the states that are kept.
        let long = Array(String(repeating: words.parts[0], count: 90).utf8)
        let keys = Set((0..<3000).map { _ in word(5) } + [long, long + [0x62]])
            .sorted { $0.lexicographicallyPrecedes($1) }
        var writer = TrieWriter(blockBits: bits.0, rowBits: bits.1)
        for key in keys { writer.add([0x7A] + key) }
        let trie = try #require(Trie(Bytes(writer.finish())))
        for number in 0..<90 {
            let query = number == 0 ? long : word(number % 30 == 1 ? 40 : 4)
            let low = number % 3 == 0 ? Int.random(in: 0...keys.count, using: &generator) : 0
            let range =
                low..<(number % 3 == 1 ? keys.count : Int.random(in: low...keys.count, using: &generator))
            try compare(trie, keys, range, NearKeys(query, distance: number % 4))
            var pattern = String(decoding: query, as: UTF8.self).map { String($0) }
            for place in pattern.indices where Int.random(in: 0...2, using: &generator) == 0 {
                pattern[place] = number % 2 == 0 ? "*" : "?"
            }
            let folding = try Sample.lexicon(Sample.list(["a\tmột"])).folding
            try compare(trie, keys, range, KeyPattern(Wildcards(pattern.joined()), folding))
        }
    }

    /// Compares all that a walk finds in `range` with what the automaton says of each key.
    private func compare(
        _ trie: Trie, _ keys: [[UInt8]], _ range: Range<Int>, _ automaton: some KeyAutomaton
    ) throws {
        var found: [[Int]] = []
        trie.walk(range, from: 1, by: automaton) { rank, edits in
            found.append([rank, edits])
            return true
        }
        #expect(found == range.compactMap { rank in automaton.edits(of: keys[rank]).map { [rank, $0] } })
        // A body that has enough ends the walk.
        var visits = 0
        trie.walk(range, from: 1, by: automaton) { _, _ in
            visits += 1
            return visits < 2
        }
        #expect(visits == min(2, found.count))
    }
}
