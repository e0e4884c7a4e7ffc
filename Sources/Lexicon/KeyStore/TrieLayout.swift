import Bytes

/// Where the parts of a section of keys lie, and what the numbers in them mean.
///
/// The keys stand in blocks of some hundreds, a block is cut into rows of some dozens. The first key of a block is
/// written whole, every other one as what it shares with a key before it and what follows; what follows is written in
/// codes for the strings of a dictionary. See <doc:File-format>.
package struct TrieLayout: Sendable {
    static let headerSize = 24
    /// How many values the first byte of a code has.
    package static let firstCodes = 256
    /// The longest string of the dictionary.
    package static let longestToken = 16
    /// The most bytes of a key that its head holds itself.
    package static let longestInline = 5

    static let headKindsAt = headerSize
    static let codesAt = headKindsAt + 2048
    static let dictionaryAt = codesAt + 1024

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
        count = bytes.int(at: 0)
        blockBits = Int(bytes[4])
        rowBits = Int(bytes[5])
        rowOffsetSize = Int(bytes[6])
        slicesAt = (TrieLayout.dictionaryAt + bytes.int(at: 8) + 7) & ~7
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

    /// How many keys the block has.
    @inline(__always)
    func keyCount(ofBlock block: Int) -> Int { min(1 &<< blockBits, count &- block &<< blockBits) }

    /// Where the block begins.
    @inline(__always)
    func start(ofBlock block: Int, _ bytes: PaddedBytes) -> Int {
        blocksAt &+ bytes.int(at: offsetsAt &+ block &* 4)
    }

    /// The places of the parts of the block that begins at `start`.
    @inline(__always)
    func block(_ block: Int, _ bytes: PaddedBytes) -> Block {
        let start = start(ofBlock: block, bytes)
        let (length, size) = varint(at: start, bytes)
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
    func start(ofRow row: Int, in block: Block, _ bytes: PaddedBytes) -> Int {
        let at = block.offsetsAt &+ row &* rowOffsetSize
        return block.start &+ (rowOffsetSize == 2 ? Int(bytes.u16(at: at)) : bytes.int(at: at))
    }

    /// How many keys the row has, its first among them.
    @inline(__always)
    func keyCount(ofRow row: Int, in block: Block) -> Int {
        min(1 &<< rowBits, block.keys &- row &<< rowBits)
    }

    /// A number of seven bits a byte, and how many bytes it takes.
    @inline(__always)
    func varint(at position: Int, _ bytes: PaddedBytes) -> (value: Int, size: Int) {
        let first = bytes.byte(at: position)
        if first < 0x80 { return (Int(first), 1) }
        return longVarint(at: position, bytes)
    }

    @inline(never)
    private func longVarint(at position: Int, _ bytes: PaddedBytes) -> (value: Int, size: Int) {
        var value: UInt64 = 0
        var size = 0
        while size < 5 {
            let byte = bytes.byte(at: position &+ size)
            value |= UInt64(byte & 0x7F) &<< UInt64(7 &* size)
            size &+= 1
            if byte < 0x80 { break }
        }
        // No more than there are bytes, so that what is added to it stays small.
        return (min(Int(fileNumber: value), bytes.count), size)
    }
}

/// The head of a key as the table of kinds has it, in 64 bits.
///
/// From the lowest byte on: how many bytes the key shares with the one before it beyond what all of the run share, how
/// many bytes of codes it has, how many of the five highest bytes are its own (or 7 when the kind is none), and these.
package struct HeadKind {
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
    package static let long: UInt64 = 0x7_0000
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
    func run(at start: Int, count: Int, _ bytes: PaddedBytes) -> Run {
        Run(base: Int(bytes.byte(at: start)), heads: start &+ 1, count: count, codes: start &+ 1 &+ count)
    }

    /// The keys of a row but its first.
    @inline(__always)
    func run(ofRow row: Int, in block: Block, _ bytes: PaddedBytes) -> Run {
        run(at: start(ofRow: row, in: block, bytes), count: keyCount(ofRow: row, in: block) &- 1, bytes)
    }

    /// The first keys of the rows of a block but the first.
    @inline(__always)
    func runOfFirsts(in block: Block, _ bytes: PaddedBytes) -> Run {
        run(at: block.rowHeadsAt, count: block.rows &- 1, bytes)
    }

    @inline(__always)
    func kind(_ index: Int, of run: Run, _ bytes: PaddedBytes) -> HeadKind {
        let number = Int(bytes.byte(at: run.heads &+ index))
        return HeadKind(bits: bytes.u64(at: TrieLayout.headKindsAt &+ number &* 8))
    }

    /// The head of the key `index` of the run, whose codes begin at `codes`.
    @inline(__always)
    func head(_ index: Int, of run: Run, _ codes: Int, _ bytes: PaddedBytes) -> Head {
        head(kind(index, of: run, bytes), of: run, codes, bytes)
    }

    @inline(__always)
    func head(_ kind: HeadKind, of run: Run, _ codes: Int, _ bytes: PaddedBytes) -> Head {
        guard !kind.isLong else { return longHead(codes, bytes) }
        return Head(
            shared: run.base &+ kind.shared, textLength: kind.textLength, text: kind.text, codes: codes,
            end: codes &+ kind.codeSize)
    }

    /// A head that stands in two numbers before the codes at `position`.
    @inline(never)
    private func longHead(_ position: Int, _ bytes: PaddedBytes) -> Head {
        let shared = varint(at: position, bytes)
        let length = varint(at: position &+ shared.size, bytes)
        let codes = position &+ shared.size &+ length.size
        return Head(
            shared: shared.value, textLength: 0, text: 0, codes: codes,
            end: max(codes, min(codes &+ length.value, bytes.count)))
    }

    /// The heads of a run in order, any of which may be left out.
    struct Heads {
        private(set) var run: Run
        /// The key whose codes begin at `run.codes`.
        private(set) var index = 0

        @inline(__always)
        init(of run: Run) { self.run = run }

        /// The head of the key `wanted`, which is not before ``index``.
        @inline(__always)
        mutating func read(_ wanted: Int, in layout: TrieLayout, _ bytes: PaddedBytes) -> Head {
            pass(wanted, in: layout, bytes)
            let head = layout.head(index, of: run, run.codes, bytes)
            pass(head)
            return head
        }

        /// Leaves out the keys before `wanted`, whose codes begin at `codes`.
        @inline(__always)
        mutating func set(_ codes: Int, of wanted: Int) {
            run.codes = codes
            index = wanted
        }

        /// Leaves out the current key, whose head is `head`.
        @inline(__always)
        mutating func pass(_ head: Head) {
            run.codes = head.end
            index &+= 1
        }

        /// Leaves out the keys before `wanted`.
        @inline(__always)
        mutating func pass(_ wanted: Int, in layout: TrieLayout, _ bytes: PaddedBytes) {
            while index < wanted {
                let kind = layout.kind(index, of: run, bytes)
                run.codes = kind.isLong ? layout.longHead(run.codes, bytes).end : run.codes &+ kind.codeSize
                index &+= 1
            }
        }
    }

    /// What a key goes on with, eight bytes at a time at most.
    struct Rest {
        var word: UInt64
        var length: Int
        /// The second half of a string, if it is so long.
        var half = 0
        var halfLength = 0
        /// The codes that follow.
        var codes: Int
        let end: Int

        /// The next bytes; false when there are none.
        @inline(__always)
        mutating func goOn(in layout: TrieLayout, _ bytes: PaddedBytes) -> Bool {
            if halfLength > 0 {
                word = bytes.u64(at: half)
                length = halfLength
                halfLength = 0
                return true
            }
            guard codes < end else { return false }
            readString(in: layout, bytes)
            return true
        }

        @inline(__always)
        fileprivate mutating func readString(in layout: TrieLayout, _ bytes: PaddedBytes) {
            let token = layout.token(at: codes, bytes)
            codes = token.next
            word = bytes.u64(at: token.at)
            length = min(8, token.length)
            half = token.at &+ 8
            halfLength = token.length &- length
        }
    }

    /// What a key with this head goes on with.
    @inline(__always)
    func rest(of head: Head, _ bytes: PaddedBytes) -> Rest {
        var rest = Rest(word: head.text, length: head.textLength, codes: head.codes, end: head.end)
        if head.textLength == 0, head.codes < head.end { rest.readString(in: self, bytes) }
        return rest
    }

    /// The string of the code at `position`, and where the next code stands.
    @inline(__always)
    func token(at position: Int, _ bytes: PaddedBytes) -> (at: Int, length: Int, next: Int) {
        let word = bytes.u16(at: position)
        let entry = bytes.u32(at: TrieLayout.codesAt &+ Int(word & 0xFF) &* 4)
        let length = Int(entry & 0x1F)
        // All ones where a second byte counts the strings of one length.
        let second = 0 &- Int(entry &>> 7 & 1)
        let at = TrieLayout.dictionaryAt &+ Int(entry &>> 8) &+ (Int(word &>> 8) &* length & second)
        return (at, length, position &+ 1 &- second)
    }
}
