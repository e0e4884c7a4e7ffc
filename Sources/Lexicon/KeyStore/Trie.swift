package import Bytes

/// Search keys in order, each with its rank as its number.
///
/// It answers whether a key is there, which keys begin in a given way, which key is the longest beginning of a
/// text, and which key has a given rank. Nothing outside this type and its encoder knows how keys are laid out.
///
///     let trie = Trie(section)
///     trie?.rank(of: Array("nuoc".utf8))         // 1204
///     trie?.range(beginningWith: Array("n".utf8))  // 1102..<1391
///
/// Whatever the bytes say, no question traps, reads outside of them or runs on: a damaged file gives wrong answers.
///
/// - Complexity: O(log *keys* + *block*) for each question; nothing is allocated but what is returned.
package struct Trie: Sendable {
    let layout: TrieLayout
    let bytes: Bytes

    /// How many keys there are.
    package var count: Int { layout.count }

    /// Opens the keys in `bytes`; nil when their own numbers do not fit their size.
    package init?(_ bytes: Bytes) {
        guard let layout = TrieLayout(bytes) else { return nil }
        self.layout = layout
        self.bytes = bytes
    }

    var allBlocks: Range<Int> { 0..<layout.blockCount }

    /// The rank of `key`, or nil when it is not there.
    package func rank(of key: [UInt8]) -> Int? { rank(of: key.span) }

    /// The rank of `key`, or nil when it is not there.
    package func rank(of key: Span<UInt8>) -> Int? {
        let place = bytes.withPadded { layout.place(of: key, in: allBlocks, isAfter: false, $0) }
        return place.isEqual ? place.rank : nil
    }

    /// The ranks of all keys that begin with `prefix`.
    package func range(beginningWith prefix: [UInt8]) -> Range<Int> {
        range(beginningWith: prefix.span)
    }

    /// The ranks of all keys that begin with `prefix`.
    package func range(beginningWith prefix: Span<UInt8>) -> Range<Int> {
        range(beginningWith: prefix, in: allBlocks).ranks
    }

    /// The ranks of the keys of `blocks`, and of the end of the block before, that begin with `prefix`, and whether
    /// it is a key itself.
    func range(beginningWith prefix: Span<UInt8>, in blocks: Range<Int>) -> (ranks: Range<Int>, isKey: Bool) {
        bytes.withPadded { bytes in
            let place = layout.place(of: prefix, in: blocks, isAfter: false, bytes)
            let start = place.rank
            // The end is behind the start, and near it more often than not.
            let first = max(0, start &>> layout.blockBits &- 1)
            let last = layout.blocks(after: first, before: blocks.upperBound, mayBeginWith: prefix, bytes)
            let end = layout.place(of: prefix, in: first..<last, isAfter: true, bytes).rank
            return (start..<max(start, end), place.isEqual)
        }
    }

    /// The longest key that `text` begins with.
    ///
    /// - Complexity: O(log *keys* + *block*) for each key passed by that begins as the text does for a while.
    package func longestPrefix(of text: [UInt8]) -> (rank: Int, length: Int)? {
        let span = text.span
        var length = span.count
        while true {
            let start = span.extracting(first: length)
            let place = bytes.withPadded { layout.place(of: start, in: allBlocks, isAfter: false, $0) }
            if place.isEqual { return (place.rank, length) }
            // A shorter key that the text begins with begins the key before too.
            guard place.rank > 0, length > 0 else { return nil }
            var isWhole = false
            withKey(at: place.rank - 1) { isWhole = $0.count == place.shared }
            if isWhole { return (place.rank - 1, place.shared) }
            length = min(place.shared, length - 1)
        }
    }

    /// The key with the rank `rank`, or an empty one.
    package func key(at rank: Int) -> [UInt8] {
        KeyBuffer.withScratch { buffer in
            var buffer = buffer
            key(at: rank, into: &buffer)
            return buffer.array()
        }
    }

    /// Lends the key with the rank `rank`, or an empty one, to `body`.
    package func withKey(at rank: Int, _ body: (Span<UInt8>) -> Void) {
        KeyBuffer.withScratch { buffer in
            var buffer = buffer
            key(at: rank, into: &buffer)
            buffer.withSpan(body)
        }
    }

    /// Puts the key with the rank `rank` into `buffer`; an empty one when there is none.
    ///
    /// One buffer serves for many keys, so that none of them costs an allocation.
    package func key(at rank: Int, into buffer: inout KeyBuffer) {
        bytes.withPadded { layout.key(at: rank, into: &buffer, $0) }
    }
}

extension TrieLayout {
    /// Puts the key with the rank `rank` into `buffer`; an empty one when there is none.
    @inline(__always)
    func key(at rank: Int, into buffer: inout KeyBuffer, _ bytes: PaddedBytes) {
        buffer.truncate(to: 0)
        guard rank >= 0, rank < count else { return }
        let block = block(rank &>> blockBits, bytes)
        let inBlock = rank & (1 &<< blockBits &- 1)
        let row = inBlock &>> rowBits
        appendFirst(of: block, to: &buffer, bytes)
        if row > 0 {
            restore(row &- 1, of: runOfFirsts(in: block, bytes), into: &buffer, bytes)
        }
        let index = inBlock & (1 &<< rowBits &- 1)
        if index > 0 {
            restore(index &- 1, of: run(ofRow: row, in: block, bytes), into: &buffer, bytes)
        }
    }

    /// Adds the first key of the block, which is written whole.
    @inline(__always)
    func appendFirst(of block: Block, to buffer: inout KeyBuffer, _ bytes: PaddedBytes) {
        buffer.append(bytes, at: block.firstAt, length: block.firstLength)
    }

    /// Adds what a key does not share with the one before.
    @inline(__always)
    func append(_ head: Head, to buffer: inout KeyBuffer, _ bytes: PaddedBytes) {
        buffer.append(head.text, length: head.textLength)
        var position = head.codes
        while position < head.end {
            let token = token(at: position, bytes)
            buffer.append(bytes, at: token.at, length: token.length)
            position = token.next
        }
    }

    /// Turns the key before the run into the key `index` of it.
    ///
    /// Only those keys between are read that leave some bytes to it.
    @inline(__always)
    func restore(_ index: Int, of run: Run, into buffer: inout KeyBuffer, _ bytes: PaddedBytes) {
        let index = min(index, 62)
        // A key leaves bytes to this one when it shares less than all after it.
        var left: UInt64 = 0
        var least = Int.max
        var number = index
        while number >= 0, least > 0 {
            let kind = kind(number, of: run, bytes)
            let shared = kind.isLong ? sharedOfLong(number, of: run, bytes) : kind.shared
            if shared < least {
                least = shared
                left |= 1 &<< UInt64(number)
            }
            number &-= 1
        }
        var heads = Heads(of: run)
        while left > 0 {
            let head = heads.read(left.trailingZeroBitCount, in: self, bytes)
            buffer.truncate(to: head.shared)
            append(head, to: &buffer, bytes)
            left &= left &- 1
        }
    }

    /// How many bytes a key without a kind shares beyond those of the run; its place is not known.
    @inline(never)
    private func sharedOfLong(_ index: Int, of run: Run, _ bytes: PaddedBytes) -> Int {
        var heads = Heads(of: run)
        return max(0, heads.read(index, in: self, bytes).shared &- run.base)
    }
}
