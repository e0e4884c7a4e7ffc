import Bytes
package import Lexicon

/// Writes the keys of a ``Trie``, one after the other.
///
///     var writer = TrieWriter()
///     for key in keys { writer.add(key) }  // in ascending order of their bytes
///     let section = writer.finish()
///
/// It holds the keys front-coded, some bytes for each, and not the keys themselves. The same keys give the same bytes.
package struct TrieWriter {
    /// How many bytes of keys the dictionary is made from, at most.
    private static let sampleSize = 3 << 19

    private let blockBits: Int
    private let rowBits: Int
    // What each key shares with the one before it, what follows, and that.
    private var text = ByteWriter()
    private var last: [UInt8] = []
    private var knownBytes = [Bool](repeating: false, count: 256)

    /// How many keys were added.
    package private(set) var count = 0

    /// A writer of no keys.
    package init() { self.init(blockBits: 8, rowBits: 5) }

    /// A writer of blocks of 2^`blockBits` keys in rows of 2^`rowBits`.
    package init(blockBits: Int, rowBits: Int) {
        self.blockBits = blockBits
        self.rowBits = rowBits
    }

    /// Adds a key, which comes after all those added before.
    package mutating func add(_ key: [UInt8]) {
        precondition(count == 0 || last.lexicographicallyPrecedes(key), "keys come in ascending order")
        var shared = 0
        while shared < last.count, shared < key.count, last[shared] == key[shared] { shared += 1 }
        text.varint(shared)
        text.varint(key.count - shared)
        text.append(key[shared...])
        for byte in key[shared...] { knownBytes[Int(byte)] = true }
        last = key
        count += 1
    }

    /// The bytes in which ``Trie/init(_:)`` finds the keys.
    package consuming func finish() -> [UInt8] {
        let plain = text.bytes
        text = ByteWriter()
        var blocks = KeyBlocks(plain, count: count, blockBits: blockBits, rowBits: rowBits)
        // Every so many blocks serve as a sample.
        let step = max(1, plain.count / TrieWriter.sampleSize)
        var sample: [KeyRun] = []
        var number = 0
        while let block = blocks.next() {
            if number % step == 0 { sample += block.runs }
            number += 1
        }
        var trainer = TokenTrainer(knownBytes: knownBytes, weight: step)
        for run in sample {
            for key in run.keys { trainer.add(run.suffix(key)) }
        }
        let dictionary = trainer.finish()
        let kinds = HeadKinds(sample, dictionary)
        sample = []

        var slices = ByteWriter()
        var offsets = ByteWriter()
        var body = ByteWriter()
        blocks = KeyBlocks(plain, count: count, blockBits: blockBits, rowBits: rowBits)
        var rowOffsetSize = 2
        // A second time with wide offsets where a block turns out long.
        while true {
            var isTooLong = false
            while let block = blocks.next() {
                slices.u64(block.slice)
                offsets.u32(UInt32(body.count))
                let bytes = block.encoded(dictionary, kinds, rowOffsetSize: rowOffsetSize)
                isTooLong = isTooLong || bytes.count > 0xFFFF
                body.append(bytes)
            }
            guard isTooLong, rowOffsetSize == 2 else { break }
            rowOffsetSize = 4
            slices = ByteWriter()
            offsets = ByteWriter()
            body = ByteWriter()
            blocks = KeyBlocks(plain, count: count, blockBits: blockBits, rowBits: rowBits)
        }
        var writer = ByteWriter()
        writer.u32(UInt32(count))
        writer.u8(UInt8(blockBits))
        writer.u8(UInt8(rowBits))
        writer.u8(UInt8(rowOffsetSize))
        writer.u8(0)
        writer.u32(UInt32(dictionary.text.count))
        writer.u32(0)
        writer.u64(0)
        for number in 0..<256 { writer.u64(number < kinds.kinds.count ? kinds.kinds[number] : HeadKind.long) }
        for number in 0..<256 { writer.u32(number < dictionary.codes.count ? dictionary.codes[number] : 0) }
        writer.append(dictionary.text)
        writer.align(8)
        writer.append(slices.bytes)
        writer.append(offsets.bytes)
        writer.append(body.bytes)
        // So that reading eight or sixteen bytes at a time stays inside.
        for _ in 0..<16 { writer.u8(0) }
        return writer.bytes
    }
}

extension Trie {
    /// The bytes in which ``init(_:)`` finds `keys`, which are in ascending order and all different.
    package static func encoded(_ keys: [[UInt8]]) -> [UInt8] {
        var writer = TrieWriter()
        for key in keys { writer.add(key) }
        return writer.finish()
    }
}

/// Keys that are written one after the other, each as what it does not share with the one before.
struct KeyRun {
    /// A key: how many bytes it shares with the one before, and what follows, as a part of ``text``.
    struct Key {
        var shared: Int
        var suffix: Range<Int>
    }

    private(set) var keys: [Key] = []
    private(set) var text: [UInt8] = []

    /// How many first bytes all keys share.
    var base: Int { min(255, keys.map { $0.shared }.min() ?? 0) }

    mutating func add(_ key: [UInt8], after before: [UInt8]) {
        var shared = 0
        while shared < before.count, shared < key.count, before[shared] == key[shared] { shared += 1 }
        let start = text.count
        text += key[shared...]
        keys.append(Key(shared: shared, suffix: start..<text.count))
    }

    func suffix(_ key: Key) -> ArraySlice<UInt8> { text[key.suffix] }
}

/// The keys of a block: the first one, the first ones of the other rows, and the others row by row.
struct KeyBlock {
    var first: [UInt8]
    var rowHeads: KeyRun
    var rows: [KeyRun]

    var runs: [KeyRun] { [rowHeads] + rows }

    /// The first eight bytes of the first key as a number that compares as they do.
    var slice: UInt64 {
        var slice: UInt64 = 0
        for index in 0..<8 { slice = slice << 8 | UInt64(index < first.count ? first[index] : 0) }
        return slice
    }

    func encoded(_ dictionary: TokenDictionary, _ kinds: HeadKinds, rowOffsetSize: Int) -> [UInt8] {
        var front = ByteWriter()
        front.varint(first.count)
        front.append(first)
        var heads = ByteWriter()
        if rows.count > 1 { kinds.append(rowHeads, dictionary, to: &heads) }
        var body = ByteWriter()
        let start = front.count + rows.count * rowOffsetSize + heads.count
        for row in rows {
            let offset = start + body.count
            if rowOffsetSize == 2 {
                front.u16(UInt16(truncatingIfNeeded: offset))
            } else {
                front.u32(UInt32(offset))
            }
            kinds.append(row, dictionary, to: &body)
        }
        front.append(heads.bytes)
        front.append(body.bytes)
        return front.bytes
    }
}

/// Cuts front-coded keys into blocks and rows.
struct KeyBlocks {
    private let plain: [UInt8]
    private let count: Int
    private let blockSize: Int
    private let rowSize: Int
    private var position = 0
    private var rank = 0
    private var key: [UInt8] = []

    init(_ plain: [UInt8], count: Int, blockBits: Int, rowBits: Int) {
        self.plain = plain
        self.count = count
        blockSize = 1 << blockBits
        rowSize = 1 << rowBits
    }

    mutating func next() -> KeyBlock? {
        guard rank < count else { return nil }
        let end = min(rank + blockSize, count)
        var block: KeyBlock?
        var rowHead: [UInt8] = []
        var row = KeyRun()
        var index = 0
        while rank < end {
            let before = key
            advance()
            if index == 0 {
                block = KeyBlock(first: key, rowHeads: KeyRun(), rows: [])
                rowHead = key
            } else if index % rowSize == 0 {
                block?.rows.append(row)
                row = KeyRun()
                block?.rowHeads.add(key, after: rowHead)
                rowHead = key
            } else {
                row.add(key, after: before)
            }
            index += 1
        }
        block?.rows.append(row)
        return block
    }

    private mutating func advance() {
        let shared = varint()
        let length = varint()
        key.removeLast(key.count - shared)
        key += plain[position..<position + length]
        position += length
        rank += 1
    }

    private mutating func varint() -> Int {
        var value = 0
        var shift = 0
        while true {
            let byte = plain[position]
            position += 1
            value |= Int(byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
    }
}
