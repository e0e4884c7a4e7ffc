import Diagnostics
import Lexicon
import Storage
import TestSupport
import Testing

/// Every answer of the trie beside that of a plain sorted array.
struct TrieTests {
    /// Keys of few letters, so that many share their beginnings; the same at every run.
    static func randomKeys(_ count: Int, alphabet: Int, longest: Int, seed: UInt64) -> [[UInt8]] {
        var generator = SeededGenerator(seed)
        var keys: Set<[UInt8]> = []
        for _ in 0..<count {
            let length = Int.random(in: 0...longest, using: &generator)
            keys.insert(
                (0..<length).map { _ in UInt8(255 - Int.random(in: 0..<alphabet, using: &generator)) })
        }
        return keys.sorted { $0.lexicographicallyPrecedes($1) }
    }

    static let sets: [(name: String, keys: [[UInt8]])] = [
        ("nothing", []),
        ("the empty key", [[]]),
        ("one key", [Array("êa".utf8)]),
        ("two letters", randomKeys(600, alphabet: 2, longest: 12, seed: 1)),
        ("five letters", randomKeys(3000, alphabet: 5, longest: 9, seed: 2)),
        ("all bytes", randomKeys(2000, alphabet: 256, longest: 4, seed: 3)),
        ("long keys", randomKeys(50, alphabet: 2, longest: 400, seed: 4)),
    ]

    @Test(arguments: sets)
    func `It answers as a sorted array does`(name: String, keys: [[UInt8]]) throws {
        let trie = try #require(Trie(MappedFile(Trie.encoded(keys)).bytes))
        #expect(trie.count == keys.count)
        var questions = Set(keys)
        for key in keys {
            questions.insert(Array(key.dropLast()))
            questions.insert(key + [0])
            questions.insert(key + [255])
            questions.insert(Array(key.prefix(key.count / 2)))
            if let last = key.last { questions.insert(key.dropLast() + [last &+ 1]) }
        }
        let ranks = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, $0) })
        for (rank, key) in keys.enumerated() where trie.key(at: rank) != key {
            Issue.record("key \(rank) of \(name) is \(trie.key(at: rank)) and not \(key)")
        }
        #expect(trie.key(at: -1) == [] && trie.key(at: keys.count) == [])
        for question in questions {
            if trie.rank(of: question) != ranks[question] { Issue.record("rank of \(question) in \(name)") }
            let first = keys.partitionIndex { !$0.lexicographicallyPrecedes(question) }
            var end = first
            while end < keys.count, keys[end].starts(with: question) { end += 1 }
            if trie.range(beginningWith: question) != first..<end {
                Issue.record("range of \(question) in \(name)")
            }
            var longest: (rank: Int, length: Int)?
            for length in 0...question.count {
                if let rank = ranks[Array(question.prefix(length))] { longest = (rank, length) }
            }
            let found = trie.longestPrefix(of: question)
            if found?.rank != longest?.rank || found?.length != longest?.length {
                Issue.record("longest prefix of \(question) in \(name)")
            }
        }
    }

    @Test(arguments: sets)
    func `A cursor goes where keys go`(name: String, keys: [[UInt8]]) throws {
        let trie = try #require(Trie(MappedFile(Trie.encoded(keys)).bytes))
        for key in keys.prefix(200) {
            var cursor = trie.cursor()
            for byte in key {
                let isThere = cursor.advance(by: byte)
                #expect(isThere)
            }
            #expect(cursor.rank.map { trie.key(at: $0) } == key)
            #expect(cursor.range == trie.range(beginningWith: key))
            let before = cursor.range
            if !keys.contains(where: { $0.starts(with: key + [7]) }) {
                let isThere = cursor.advance(by: 7)
                #expect(!isThere)
                #expect(cursor.range == before)
            }
        }
    }

    @Test(arguments: sets)
    func `A walk visits keys in order and tells what they share`(name: String, keys: [[UInt8]]) throws {
        let trie = try #require(Trie(MappedFile(Trie.encoded(keys)).bytes))
        for ranks in [0..<keys.count, -5..<keys.count + 5, keys.count / 3..<keys.count / 2, 40..<40] {
            var visited: [[UInt8]] = []
            trie.walk(ranks) { rank, shared, key in
                let copy = key.indices.map { key[$0] }
                #expect(rank == max(0, ranks.lowerBound) + visited.count)
                #expect(shared == visited.last.map { sharedLength($0, copy) } ?? 0)
                visited.append(copy)
                return .next
            }
            #expect(visited == Array(keys[ranks.clamped(to: 0..<keys.count)]))
        }
    }

    @Test(arguments: sets)
    func `A walk skips what shares a beginning`(name: String, keys: [[UInt8]]) throws {
        let trie = try #require(Trie(MappedFile(Trie.encoded(keys)).bytes))
        for length in 0...4 {
            var expected: [Int] = []
            for (rank, key) in keys.enumerated() {
                if let last = expected.last, sharedLength(keys[last], key) >= length { continue }
                expected.append(rank)
            }
            var visited: [Int] = []
            trie.walk(0..<keys.count) { rank, shared, _ in
                #expect(shared == visited.last.map { sharedLength(keys[$0], keys[rank]) } ?? 0)
                visited.append(rank)
                return .skip(length)
            }
            #expect(visited == expected)
        }
        var calls = 0
        trie.walk(0..<keys.count) { _, _, _ in
            calls += 1
            return calls == 3 ? .stop : .next
        }
        #expect(calls == min(3, keys.count))
    }

    private func sharedLength(_ left: [UInt8], _ right: [UInt8]) -> Int {
        zip(left, right).prefix { $0 == $1 }.count
    }

    static let wordList = Repository.shared("data/hunspell-vi/vi_VN.dic")

    @Test(.enabled(if: wordList != nil, "the word list ../shared/data/hunspell-vi is not here"))
    func `It answers for a real list of words`() throws {
        let file = try #require(Self.wordList)
        let text = file.text(0..<file.bytes.count)
        let words = Set(text.split(whereSeparator: \.isNewline).map { Array($0.utf8) })
        let keys = words.sorted { $0.lexicographicallyPrecedes($1) }
        #expect(keys.count > 1000)
        let trie = try #require(Trie(MappedFile(Trie.encoded(keys)).bytes))
        for (rank, key) in keys.enumerated() {
            if trie.rank(of: key) != rank || trie.key(at: rank) != key { Issue.record("key \(rank)") }
            for length in 1...max(1, key.count) {
                let prefix = Array(key.prefix(length))
                let first = keys.partitionIndex { !$0.lexicographicallyPrecedes(prefix) }
                let range = trie.range(beginningWith: prefix)
                if range.lowerBound != first || !range.contains(rank) { Issue.record("range of \(prefix)") }
                if range.upperBound < keys.count, keys[range.upperBound].starts(with: prefix) {
                    Issue.record("range of \(prefix) ends early")
                }
                if !keys[range.upperBound - 1].starts(with: prefix) {
                    Issue.record("range of \(prefix) ends late")
                }
            }
        }
    }
}

extension Array {
    /// The index of the first element for which `isSecond` holds; all after it hold too.
    func partitionIndex(_ isSecond: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if isSecond(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
