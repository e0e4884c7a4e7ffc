package import Storage

/// Search keys in order, each with its rank as its number.
///
/// It answers whether a key is there, which keys begin in a given way, which key is the longest beginning of a
/// text, and which key has a given rank. Nothing outside this type and its encoder knows how keys are laid out.
///
///     let trie = Trie(section)
///     trie?.rank(of: Array("nuoc".utf8))         // 1204
///     trie?.range(beginningWith: Array("n".utf8))  // 1102..<1391
///
/// - Complexity: O(log *keys* + *block*) for each question.
package struct Trie: Sendable {
    // A count, the number of keys in a block, one offset for each block, then the blocks: the first key whole,
    // each further one as how many bytes it shares with the key before it and the bytes that follow.
    private let bytes: Bytes
    private let blockSize: Int
    private let blockCount: Int

    /// How many keys there are.
    package let count: Int

    /// Opens the keys in `bytes`; nil when their own numbers do not fit their size.
    package init?(_ bytes: Bytes) {
        self.bytes = bytes
        count = Int(bytes.u32(at: 0))
        blockSize = Int(bytes.u32(at: 4))
        guard count > 0 else {
            blockCount = 0
            return
        }
        // A key takes two bytes at least, so no more keys than that are believed.
        guard blockSize > 0, blockSize <= 1024, count <= bytes.count else { return nil }
        blockCount = (count + blockSize - 1) / blockSize
        guard 8 + blockCount * 4 <= bytes.count else { return nil }
    }

    /// The rank of `key`, or nil when it is not there.
    package func rank(of key: [UInt8]) -> Int? {
        let found = lowerBound(key)
        return found.isEqual ? found.rank : nil
    }

    /// The ranks of all keys that begin with `prefix`.
    package func range(beginningWith prefix: [UInt8]) -> Range<Int> {
        let start = lowerBound(prefix).rank
        // The first key behind all that begin so: the prefix with its last byte raised by one.
        var next = prefix
        while let last = next.popLast() {
            guard last < 0xFF else { continue }
            next.append(last + 1)
            return start..<max(start, lowerBound(next).rank)
        }
        return start..<max(start, count)
    }

    /// The longest key that `text` begins with.
    package func longestPrefix(of text: [UInt8]) -> (rank: Int, length: Int)? {
        var rest = text
        while true {
            let found = lowerBound(rest)
            if found.isEqual { return (found.rank, rest.count) }
            guard found.rank > 0, !rest.isEmpty else { return nil }
            let before = key(at: found.rank - 1)
            var shared = 0
            while shared < before.count, shared < rest.count, before[shared] == rest[shared] { shared += 1 }
            if shared == before.count { return (found.rank - 1, shared) }
            rest.removeLast(max(1, rest.count - shared))
        }
    }

    /// The key with the rank `rank`, or an empty one.
    package func key(at rank: Int) -> [UInt8] {
        guard rank >= 0, rank < count else { return [] }
        var position = start(ofBlock: rank / blockSize)
        var key: [UInt8] = []
        for index in 0...(rank % blockSize) {
            let shared = index == 0 ? 0 : varint(&position)
            let length = varint(&position)
            key.removeLast(max(0, key.count - shared))
            for offset in position..<max(position, min(position + length, bytes.count)) {
                key.append(bytes[offset])
            }
            position += length
        }
        return key
    }

    /// The first key that is not below `key`.
    private func lowerBound(_ key: [UInt8]) -> (rank: Int, isEqual: Bool) {
        var low = 0
        var high = blockCount
        while low < high {
            let middle = (low + high) / 2
            if isHead(ofBlock: middle, above: key) { high = middle } else { low = middle + 1 }
        }
        guard low > 0 else { return (0, false) }
        return lowerBound(key, inBlock: low - 1)
    }

    private func isHead(ofBlock block: Int, above key: [UInt8]) -> Bool {
        var position = start(ofBlock: block)
        let length = varint(&position)
        for index in 0..<max(0, min(length, bytes.count - position)) {
            guard index < key.count else { return true }
            let byte = bytes[position + index]
            if byte != key[index] { return byte > key[index] }
        }
        return false
    }

    /// Walks the block, keeping how many bytes the key at hand shares with `key`: what shares more with the key
    /// before it than that is still below, what shares less is above.
    private func lowerBound(_ key: [UInt8], inBlock block: Int) -> (rank: Int, isEqual: Bool) {
        var position = start(ofBlock: block)
        var matched = 0
        let first = block * blockSize
        for rank in first..<min(first + blockSize, count) {
            let shared = rank == first ? 0 : varint(&position)
            let length = varint(&position)
            guard position < bytes.count || length == 0 else { return (rank, false) }
            let next = position + length
            if shared < matched { return (rank, false) }
            if shared == matched {
                let end = min(next, bytes.count)
                while position < end, matched < key.count, bytes[position] == key[matched] {
                    position += 1
                    matched += 1
                }
                if position >= end {
                    if matched == key.count { return (rank, true) }
                } else if matched == key.count || bytes[position] > key[matched] {
                    return (rank, false)
                }
            }
            position = next
        }
        return (min(first + blockSize, count), false)
    }

    private func start(ofBlock block: Int) -> Int {
        8 + blockCount * 4 + Int(bytes.u32(at: 8 + block * 4))
    }

    private func varint(_ position: inout Int) -> Int {
        let first = bytes[position]
        position += 1
        guard first >= 0x80 else { return Int(first) }
        var value = Int(first & 0x7F)
        for shift in stride(from: 7, to: 35, by: 7) {
            let byte = bytes[position]
            position += 1
            value |= Int(byte & 0x7F) << shift
            if byte < 0x80 { break }
        }
        return value
    }
}

extension Trie {
    /// A walk into the keys byte by byte, as they are typed.
    ///
    ///     var cursor = trie.cursor()
    ///     cursor.advance(by: 0x6E)  // true: some keys begin with "n"
    ///     cursor.range              // their ranks
    package struct Cursor: Sendable {
        private let trie: Trie
        private var prefix: [UInt8] = []
        /// The ranks of the keys that begin with the bytes taken so far.
        package private(set) var range: Range<Int>

        init(_ trie: Trie) {
            self.trie = trie
            range = 0..<trie.count
        }

        /// Takes one more byte; false, and no change, when no key begins so.
        package mutating func advance(by byte: UInt8) -> Bool {
            let longer = trie.range(beginningWith: prefix + [byte])
            guard !longer.isEmpty else { return false }
            prefix.append(byte)
            range = longer
            return true
        }

        /// The rank of the key that the bytes taken so far are, or nil.
        package var rank: Int? { trie.rank(of: prefix) }
    }

    /// A cursor that has taken no byte yet.
    package func cursor() -> Cursor { Cursor(self) }
}
