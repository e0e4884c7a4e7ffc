import Diagnostics
import Lexicon
import LexiconCompiler
import Bytes
import Files
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
        let trie = try #require(Trie(Bytes(Trie.encoded(keys))))
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
        let trie = try #require(Trie(Bytes(Trie.encoded(keys))))
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
    func `A walk visits keys in order and reports what they share`(name: String, keys: [[UInt8]]) throws {
        let trie = try #require(Trie(Bytes(Trie.encoded(keys))))
        for ranks in [0..<keys.count, -5..<keys.count + 5, keys.count / 3..<keys.count / 2, 40..<40] {
            var visited: [[UInt8]] = []
            trie.walk(ranks) { rank, shared, key in
                let copy = key.indices.map { key[$0] }
                #expect(rank == max(0, ranks.lowerBound) + visited.count)
                #expect(shared == visited.last.map { sharedLength($0, copy) } ?? 0)
                visited.append(copy)
                return true
            }
            #expect(visited == Array(keys[ranks.clamped(to: 0..<keys.count)]))
        }
    }

    @Test(arguments: sets)
    func `A walk ends when it is reported to`(name: String, keys: [[UInt8]]) throws {
        let trie = try #require(Trie(Bytes(Trie.encoded(keys))))
        var calls = 0
        trie.walk(0..<keys.count) { _, _, _ in
            calls += 1
            return calls < 3
        }
        #expect(calls == min(3, keys.count))
    }

    private func sharedLength(_ left: [UInt8], _ right: [UInt8]) -> Int {
        zip(left, right).prefix { $0 == $1 }.count
    }

    @Test(arguments: sets)
    func `A walk from a beginning is a walk through its range`(name: String, keys: [[UInt8]]) throws {
        let trie = try #require(Trie(Bytes(Trie.encoded(keys))))
        for key in keys.prefix(300) + [[], [7], [255]] {
            for prefix in [key, Array(key.prefix(1)), Array(key.prefix(key.count / 2))] {
                var expected: [Int] = []
                var visited: [Int] = []
                trie.walk(trie.range(beginningWith: prefix)) { rank, _, _ in
                    expected.append(rank)
                    return expected.count < 40
                }
                trie.walk(beginningWith: prefix.span) { rank, _, key in
                    visited.append(rank)
                    return visited.count < 40
                }
                #expect(visited == expected)
            }
        }
    }

    @Test(arguments: sets, [(2, 0), (4, 2), (6, 6), (10, 6)])
    func `Blocks and rows may be of any size`(
        set: (name: String, keys: [[UInt8]]), shape: (block: Int, row: Int)
    ) throws {
        var writer = TrieWriter(blockBits: shape.block, rowBits: shape.row)
        for key in set.keys { writer.add(key) }
        let trie = try #require(Trie(Bytes(writer.finish())))
        var visited: [[UInt8]] = []
        trie.walk(0..<trie.count) { _, _, key in
            visited.append(key.indices.map { key[$0] })
            return true
        }
        #expect(visited == set.keys)
        for (rank, key) in set.keys.enumerated() {
            if trie.rank(of: key) != rank || trie.key(at: rank) != key { Issue.record("key \(rank)") }
            if trie.rank(of: key + [1]) != nil, !set.keys.contains(key + [1]) { Issue.record("a miss") }
        }
    }

    @Test func `Damaged keys give answers all the same`() throws {
        let good = Trie.encoded(Self.sets[4].keys)
        var generator = SeededGenerator(9)
        for round in 0..<300 {
            var bytes = good
            for _ in 0...round % 4 {
                let place = Int.random(in: 0..<(round % 2 == 0 ? bytes.count : 64), using: &generator)
                bytes[place] = UInt8.random(in: 0...255, using: &generator)
            }
            if round % 5 == 0 { bytes.removeLast(Int.random(in: 0..<bytes.count, using: &generator)) }
            guard let trie = Trie(Bytes(bytes)) else { continue }
            #expect(trie.count <= bytes.count)
            for key in Self.sets[4].keys.prefix(20) {
                _ = trie.rank(of: key)
                _ = trie.longestPrefix(of: key + key)
                var cursor = trie.cursor()
                for byte in key where !cursor.advance(by: byte) { break }
                var visits = 0
                trie.walk(trie.range(beginningWith: Array(key.prefix(1)))) { rank, _, _ in
                    visits += 1
                    return visits <= 500
                }
            }
            for rank in [0, 1, 200, trie.count - 1] { _ = trie.key(at: rank) }
        }
    }

    static let wordList = Repository.shared("data/hunspell-vi/vi_VN.dic")

    static let englishList = try? MappedFile(path: "/usr/share/dict/american-english-insane").bytes

    @Test(.enabled(if: englishList != nil, "the list of the package wamerican-insane is not installed"))
    func `It answers for a great list of words`() throws {
        let file = try #require(Self.englishList)
        var writer = TrieWriter()
        var keys: [[UInt8]] = []
        for word in file.array().split(separator: 0x0A) { keys.append(Array(word)) }
        keys.sort { $0.lexicographicallyPrecedes($1) }
        // One of some, so that the test ends in seconds.
        keys = keys.enumerated().filter { $0.offset % 16 == 0 }.map(\.element)
        for key in keys { writer.add(key) }
        let trie = try #require(Trie(Bytes(writer.finish())))
        var wrong = 0
        trie.walk(0..<trie.count) { rank, shared, key in
            if key.count != keys[rank].count { wrong += 1 }
            return true
        }
        for (rank, key) in keys.enumerated() {
            if trie.rank(of: key) != rank || trie.key(at: rank) != key { wrong += 1 }
            if trie.longestPrefix(of: key + [0]).map({ $0.rank }) != rank { wrong += 1 }
        }
        #expect(wrong == 0)
    }

    @Test(.enabled(if: wordList != nil, Repository.isNotShared))
    func `It answers for a real list of words`() throws {
        let file = try #require(Self.wordList)
        let text = file.text(0..<file.bytes.count)
        let words = Set(text.split(whereSeparator: \.isNewline).map { Array($0.utf8) })
        let keys = words.sorted { $0.lexicographicallyPrecedes($1) }
        #expect(keys.count > 1000)
        let trie = try #require(Trie(Bytes(Trie.encoded(keys))))
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
