import Lexicon
import LexiconCompiler
import Bytes
import TestSupport
import Testing

/// The heaviest keys beside a plain sort of all.
struct RankingTests {
    static let counts = [0, 1, 2, 15, 16, 17, 64, 65, 255, 256, 257, 4095, 4096, 4097, 70_000]

    @Test(arguments: counts, [2, 256])
    func `The best of a range are those of a plain sort`(count: Int, distinct: Int) throws {
        var generator = SeededGenerator(UInt64(count * 1000 + distinct))
        let weights = (0..<count).map { _ in UInt8(Int.random(in: 0..<distinct, using: &generator)) }
        let ranking = try #require(Ranking(Bytes(Ranking.encoded(weights)), count: count))
        for number in 0..<60 {
            let low = Int.random(in: 0...count, using: &generator)
            let high = Int.random(in: low...count, using: &generator)
            let range =
                number == 0 ? 0..<count : number < 20 ? low..<min(count, low + number * 7) : low..<high
            let limit = [1, 3, 10, 16, 17, 100, 1000][number % 7]
            let sorted = range.sorted { (weights[$1], $0) < (weights[$0], $1) }
            #expect(ranking.best(limit, in: range) == Array(sorted.prefix(limit)))
        }
        #expect(ranking.best(10, in: -5..<count + 5) == ranking.best(10, in: 0..<count))
        #expect(ranking.weight(of: -1) == 0 && ranking.weight(of: count) == 0)
        if count > 0 { #expect(ranking.weight(of: count - 1) == weights[count - 1]) }
    }

    @Test(arguments: [1, 40, 300, 20_000])
    func `The heaviest keys of a beginning come with their texts`(count: Int) throws {
        var generator = SeededGenerator(UInt64(count))
        let letters = Array("aàánươꪀꪁ".unicodeScalars)
        let keys = Set(
            (0..<count).map { _ in
                var word = String.UnicodeScalarView()
                for _ in 0..<Int.random(in: 1...12, using: &generator) {
                    word.append(letters[Int.random(in: 0..<letters.count, using: &generator)])
                }
                return String(word)
            }
        ).map { Array($0.utf8) }.sorted { $0.lexicographicallyPrecedes($1) }
        let weights = keys.map { _ in UInt8(Int.random(in: 0..<100, using: &generator)) }
        let trie = try #require(Trie(Bytes(Trie.encoded(keys))))
        let ranking = try #require(Ranking(Bytes(Ranking.encoded(weights)), count: keys.count))
        for number in 0..<150 {
            let key = try #require(keys.randomElement(using: &generator))
            let beginning = Array(key.prefix(Int.random(in: 0...key.count, using: &generator)))
            let limit = [1, 10, 17, 100][number % 4]
            let sorted = keys.indices.filter { keys[$0].starts(with: beginning) }
                .sorted { (weights[$1], $0) < (weights[$0], $1) }.prefix(limit)
            var found: [(Int, UInt8, [UInt8])] = []
            trie.heaviest(limit, beginningWith: beginning.span, by: ranking) { rank, weight, key in
                found.append((rank, weight, key.indices.map { key[$0] }))
            }
            #expect(found.map(\.0) == Array(sorted))
            #expect(found.map(\.1) == sorted.map { weights[$0] })
            #expect(found.map(\.2) == sorted.map { keys[$0] })
        }
    }

    @Test func `Weights of another number of keys are refused`() {
        let bytes = Bytes(Ranking.encoded([1, 2, 3]))
        #expect(Ranking(bytes, count: 3) != nil)
        #expect(Ranking(bytes, count: 4) == nil)
        #expect(Ranking(bytes.slice(0, bytes.count - 1), count: 3) == nil)
        #expect(Ranking(bytes.slice(0, 0), count: 3) == nil)
    }

    @Test func `Damaged weights are visited once each and never outside of the range`() throws {
        var bytes = Ranking.encoded((0..<5000).map { UInt8(truncatingIfNeeded: $0 * 7) })
        for index in bytes.indices.dropFirst(4) where index % 3 == 0 { bytes[index] ^= 0xA5 }
        let ranking = try #require(Ranking(Bytes(bytes), count: 5000))
        #expect(ranking.best(10_000, in: 100..<4321).sorted() == Array(100..<4321))
    }

    @Test func `Words that begin alike come heaviest first, however many they are`() throws {
        // The heaviest stand behind the first thousands of keys.
        let words = (0..<3000).map { "a" + String(repeating: "b", count: $0 / 26 % 6) + "\($0)" }
        let entries = words.enumerated().map {
            "\($1)\tmột\tone\t\($0 == 2900 ? 250 : $0 == 17 ? 251 : $0 % 200)"
        }
        let lexicon = try Sample.lexicon(Sample.list(entries, columns: "headword vi en weight"))
        let found = lexicon.searchHeadwords("a", .prefix, limit: 5)
        #expect(found.prefix(2).map(\.entry) == [17, 2900])
        #expect(found.dropFirst(2).allSatisfy { lexicon.entry($0.entry)?.weight == 199 })
        // Without weights, in the order of keys.
        let plain = try Sample.lexicon(Sample.list(words.map { "\($0)\tmột\tone" }))
        let first = plain.searchHeadwords("a", .prefix, limit: 5).compactMap {
            plain.entry($0.entry)?.headword
        }
        #expect(
            first
                == Array(words.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }.prefix(5)))
    }
}
