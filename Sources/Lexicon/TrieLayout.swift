import Storage

/// Where the parts of a section of keys lie, and what the numbers in them mean.
///
/// The keys stand in blocks of some hundreds, a block is cut into rows of some dozens. The first key of a block is
/// written whole, every other one as what it shares with a key before it and what follows; what follows is written in
/// codes for the strings of a dictionary. See <doc:File-format>.
struct TrieLayout: Sendable {
    static let headerSize = 24
    /// How many codes the first byte of a code tells apart.
    static let firstCodes = 256
    /// The longest string of the dictionary.
    static let longestToken = 16
    /// The most bytes of a key that its head holds itself.
    static let longestInline = 5

    static let headKindsAt = headerSize
    static let codesAt = headKindsAt + 2048
    static let dictionaryAt = codesAt + 1024

    /// The section, with the kinds of heads and the first bytes of codes as its tables.
    let tabled: TabledBytes
    let count: Int
    let blockBits: Int
    let rowBits: Int
    /// How many bytes the offset of a row takes: 2 or 4.
    let rowOffsetSize: Int
    let slicesAt: Int
    let offsetsAt: Int
    let blocksAt: Int
    let blockCount: Int

    /// Nil when the numbers at the front do not fit the size.
    init?(_ bytes: Bytes) {
        count = Int(bytes.u32(at: 0))
        guard
            let tabled = TabledBytes(
                count > 0 ? bytes : TrieLayout.empty, wordsAt: TrieLayout.headKindsAt,
                numbersAt: TrieLayout.codesAt)
        else { return nil }
        self.tabled = tabled
        blockBits = Int(bytes[4])
        rowBits = Int(bytes[5])
        rowOffsetSize = Int(bytes[6])
        slicesAt = (TrieLayout.dictionaryAt + Int(bytes.u32(at: 8)) + 7) & ~7
        guard rowBits <= 6, blockBits >= rowBits, blockBits <= rowBits + 6 else { return nil }
        blockCount = (count + (1 << blockBits) - 1) >> blockBits
        offsetsAt = slicesAt + blockCount * 8
        blocksAt = offsetsAt + blockCount * 4
        // A key takes one byte at least, so no more keys than that are believed.
        guard
            count == 0
                || (rowOffsetSize == 2 || rowOffsetSize == 4) && count <= bytes.count
                    && blocksAt <= bytes.count
        else { return nil }
    }

    /// What stands for a section of no keys.
    private static let empty = MappedFile([UInt8](repeating: 0, count: dictionaryAt)).bytes

    @inline(__always)
    var bytes: Bytes { tabled.bytes }

    /// How many keys the block has.
    @inline(__always)
    func keyCount(ofBlock block: Int) -> Int { min(1 &<< blockBits, count &- block &<< blockBits) }

    /// Where the block begins.
    @inline(__always)
    func start(ofBlock block: Int) -> Int { blocksAt &+ Int(bytes.u32(at: offsetsAt &+ block &* 4)) }

    /// The places of the parts of the block that begins at `start`.
    @inline(__always)
    func block(_ block: Int) -> Block {
        let start = start(ofBlock: block)
        let (length, size) = varint(at: start)
        let keys = keyCount(ofBlock: block)
        let rows = (keys &+ 1 &<< rowBits &- 1) &>> rowBits
        let firstAt = start &+ size
        let offsetsAt = firstAt &+ length
        return Block(
            number: block, start: start, firstAt: firstAt, firstLength: length, keys: keys, rows: rows,
            offsetsAt: offsetsAt, rowHeadsAt: offsetsAt &+ rows &* rowOffsetSize)
    }

    /// A block whose parts were found.
    struct Block {
        let number: Int
        let start: Int
        /// The first key, whole.
        let firstAt: Int
        let firstLength: Int
        let keys: Int
        let rows: Int
        let offsetsAt: Int
        /// The run of the first keys of the rows but the first.
        let rowHeadsAt: Int
    }

    /// Where the keys of a row but its first begin.
    @inline(__always)
    func start(ofRow row: Int, in block: Block) -> Int {
        let at = block.offsetsAt &+ row &* rowOffsetSize
        return block.start &+ (rowOffsetSize == 2 ? Int(bytes.u16(at: at)) : Int(bytes.u32(at: at)))
    }

    /// How many keys the row has, its first among them.
    @inline(__always)
    func keyCount(ofRow row: Int, in block: Block) -> Int {
        min(1 &<< rowBits, block.keys &- row &<< rowBits)
    }

    /// A number of seven bits a byte, and how many bytes it takes.
    @inline(__always)
    func varint(at position: Int) -> (value: Int, size: Int) {
        let first = bytes[position]
        if first < 0x80 { return (Int(first), 1) }
        return longVarint(at: position)
    }

    @inline(never)
    private func longVarint(at position: Int) -> (value: Int, size: Int) {
        var value = 0
        var size = 0
        while size < 5 {
            let byte = bytes[position &+ size]
            value |= Int(byte & 0x7F) &<< (7 &* size)
            size &+= 1
            if byte < 0x80 { break }
        }
        // No more than there are bytes, so that what is added to it stays small.
        return (min(value, bytes.count), size)
    }
}

/// The head of a key as the table of kinds has it, in 64 bits.
///
/// From the lowest byte on: how many bytes the key shares with the one before it beyond what all of the run share, how
/// many bytes of codes it has, how many of the five highest bytes are its own (or 7 when the kind is none), and these.
struct HeadKind {
    let bits: UInt64

    /// How many bytes the key shares beyond those of the run; 0 in the kind that is none.
    @inline(__always)
    var shared: Int { Int(truncatingIfNeeded: bits & 0xFF) }

    /// How many bytes of codes there are; 0 in the kind that is none.
    @inline(__always)
    var codeSize: Int { Int(truncatingIfNeeded: bits &>> 8 & 0xFF) }

    /// How many bytes of ``text`` the key goes on with.
    @inline(__always)
    var textLength: Int { Int(truncatingIfNeeded: bits &>> 16 & 7) }

    /// Up to five bytes, the first one lowest.
    @inline(__always)
    var text: UInt64 { bits &>> 24 }

    /// Whether the head stands in two numbers before the codes.
    @inline(__always)
    var isLong: Bool { bits & 0x7_0000 == 0x7_0000 }

    /// The kind that is none.
    static let long: UInt64 = 0x7_0000
}

extension TrieLayout {
    /// The head of a key, and its codes.
    struct Head {
        /// How many first bytes are those of the key before.
        var shared: Int
        /// How many bytes of `text` come next.
        var textLength: Int
        var text: UInt64
        /// Where its codes begin.
        var codes: Int
        /// Where they end, and those of the next key begin.
        var end: Int
    }

    /// A run of keys: how many bytes all of them share, their heads of one byte each, and their codes.
    struct Run {
        let base: Int
        let heads: Int
        let count: Int
        /// Where the codes of the next key begin.
        var codes: Int
    }

    @inline(__always)
    func run(at start: Int, count: Int) -> Run {
        Run(base: Int(bytes[start]), heads: start &+ 1, count: count, codes: start &+ 1 &+ count)
    }

    @inline(__always)
    func kind(_ index: Int, of run: Run) -> HeadKind {
        HeadKind(bits: tabled.word(bytes[run.heads &+ index]))
    }

    /// The head of the key `index` of the run, whose codes begin at `run.codes`.
    @inline(__always)
    func head(_ index: Int, of run: Run) -> Head { head(kind(index, of: run), of: run) }

    @inline(__always)
    func head(_ kind: HeadKind, of run: Run) -> Head {
        guard !kind.isLong else { return longHead(run.codes) }
        return Head(
            shared: run.base &+ kind.shared, textLength: kind.textLength, text: kind.text, codes: run.codes,
            end: run.codes &+ kind.codeSize)
    }

    @inline(never)
    private func longHead(_ position: Int) -> Head {
        let shared = varint(at: position)
        let length = varint(at: position &+ shared.size)
        let codes = position &+ shared.size &+ length.size
        return Head(
            shared: shared.value, textLength: 0, text: 0, codes: codes,
            end: max(codes, min(codes &+ length.value, bytes.count)))
    }

    /// The string of the code at `position`, and where the next code stands.
    @inline(__always)
    func token(at position: Int) -> (at: Int, length: Int, next: Int) {
        let word = bytes.u16(at: position)
        let entry = tabled.number(UInt8(truncatingIfNeeded: word))
        let length = Int(entry & 0x1F)
        // All ones where a second byte counts the strings of one length.
        let second = 0 &- Int(entry &>> 7 & 1)
        let at = TrieLayout.dictionaryAt &+ Int(entry &>> 8) &+ (Int(word &>> 8) &* length & second)
        return (at, length, position &+ 1 &- second)
    }
}
