import Bytes

/// Where a text belongs among the keys.
struct TriePosition {
    /// The rank of the first key that is not below the text; or, when asked, that is above all that begin with it.
    var rank: Int
    /// Whether this key is the text.
    var isEqual = false
    /// How many first bytes the text and the key before share.
    var shared: Int
    /// The keys of a row in which this key is, and its place among them; nil when it is the first of a row.
    var heads: TrieLayout.Heads?
    var index = 0
}

extension TrieLayout {
    /// The place of `text` among the keys of `blocks`.
    ///
    /// - Parameters:
    ///   - blocks: Where to look: the place is in one of them or behind the last.
    ///   - isAfter: Whether keys that begin with `text` are skipped.
    /// - Complexity: O(log *blocks* + *rows of a block* + *keys of a row*).
    @inline(__always)
    func place(
        of text: Span<UInt8>, in blocks: Range<Int>, isAfter: Bool, _ bytes: PaddedBytes
    ) -> TriePosition {
        let number = lastBlock(notAbove: text, in: blocks, isAfter: isAfter, bytes)
        guard number >= 0 else { return TriePosition(rank: 0, shared: 0) }
        let block = block(number, bytes)
        var scan = Scan(isAfter: isAfter)
        let rank = number &<< blockBits
        switch scan.passFirst(of: block, text, bytes) {
        case .equal: return TriePosition(rank: rank, isEqual: true, shared: scan.matched)
        case .above: return TriePosition(rank: rank, shared: 0)
        case .below: break
        }
        var row = 0
        if block.rows > 1 {
            var firsts = Heads(of: runOfFirsts(in: block, bytes))
            row = scan.pass(&firsts, text, in: self, bytes)
            if scan.isFound {
                return TriePosition(
                    rank: rank &+ (row &+ 1) &<< rowBits, isEqual: true, shared: scan.matched)
            }
        }
        let first = rank &+ row &<< rowBits
        var heads = Heads(of: run(ofRow: row, in: block, bytes))
        let index = scan.pass(&heads, text, in: self, bytes)
        var place = TriePosition(
            rank: first &+ index &+ 1, isEqual: scan.isFound, shared: scan.matched)
        if index < heads.run.count {
            place.heads = heads
            place.index = index
        }
        return place
    }

    /// A block behind `first`, `end` at most, before which all blocks end that begin with `prefix`.
    ///
    /// - Complexity: O(log *blocks between*).
    @inline(__always)
    func blocks(
        after first: Int, before end: Int, mayBeginWith prefix: Span<UInt8>, _ bytes: PaddedBytes
    ) -> Int {
        let slice = afterSlice(of: prefix)
        var last = first &+ 2
        var step = 2
        while last < end, bytes.u64(at: slicesAt &+ last &* 8) <= slice {
            last &+= step
            step &*= 4
        }
        return max(first, min(last, end))
    }

    /// The first eight bytes of the last text that begins with `prefix`, as a number.
    @inline(__always)
    private func afterSlice(of prefix: Span<UInt8>) -> UInt64 {
        let slice = prefix.word(at: 0).byteSwapped
        return prefix.count < 8 ? slice | .max &>> UInt64(prefix.count &* 8) : slice
    }

    /// The last block whose first key is not above `text`, or -1.
    @inline(__always)
    func lastBlock(
        notAbove text: Span<UInt8>, in blocks: Range<Int>, isAfter: Bool, _ bytes: PaddedBytes
    ) -> Int {
        let slice = isAfter ? afterSlice(of: text) : text.word(at: 0).byteSwapped
        // The first block whose slice is not below.
        let low =
            blocks.lowerBound
            &+ bytes.numbers(below: slice, at: slicesAt &+ blocks.lowerBound &* 8, count: blocks.count)
        guard low < blocks.upperBound, bytes.u64(at: slicesAt &+ low &* 8) == slice else { return low &- 1 }
        return lastBlockOfMany(notAbove: text, in: low..<blocks.upperBound, slice, isAfter: isAfter, bytes)
    }

    /// Among blocks that may begin with the same eight bytes, whole first keys are compared.
    @inline(never)
    private func lastBlockOfMany(
        notAbove text: Span<UInt8>, in blocks: Range<Int>, _ slice: UInt64, isAfter: Bool,
        _ bytes: PaddedBytes
    ) -> Int {
        // The first few of them usually decide, so that steps grow from there.
        var low = blocks.lowerBound
        var high = blocks.upperBound
        var step = 1
        func isAbove(_ number: Int) -> Bool {
            let first = bytes.u64(at: slicesAt &+ number &* 8)
            if first != slice { return first > slice }
            var scan = Scan(isAfter: isAfter)
            return scan.passFirst(of: block(number, bytes), text, bytes) == .above
        }
        while low &+ step < high {
            if isAbove(low &+ step) { high = low &+ step } else { low = low &+ step &+ 1 }
            step &*= 2
        }
        while low < high {
            let middle = (low &+ high) / 2
            if isAbove(middle) { high = middle } else { low = middle &+ 1 }
        }
        return low &- 1
    }
}

/// A text that is compared with one key after the other, in order.
///
/// Only how many bytes the text and the current key share is kept: what shares more with the key before is still
/// below the text, what shares less is above.
private struct Scan {
    enum Order { case below, equal, above }

    let isAfter: Bool
    /// How many first bytes the text and the last key passed share.
    var matched = 0
    /// Whether the key that follows the last one passed is the text.
    var isFound = false

    init(isAfter: Bool) { self.isAfter = isAfter }

    @inline(__always)
    mutating func passFirst(of block: TrieLayout.Block, _ text: Span<UInt8>, _ bytes: PaddedBytes) -> Order {
        matched = 0
        var offset = 0
        while offset < block.firstLength {
            let length = min(8, block.firstLength &- offset)
            let order = compare(bytes.u64(at: block.firstAt &+ offset), length, text.word(at: matched), text)
            guard order == .equal else { return order }
            offset &+= length
        }
        return matched == text.count && !isAfter ? .equal : .below
    }

    /// Passes the keys of a run that are below the text, and says how many they are.
    ///
    /// Most are passed by their heads alone, eight at a time: whatever shares more with the key before than the text
    /// does. Where their codes are is added up only when some are read.
    @inline(__always)
    mutating func pass(
        _ heads: inout TrieLayout.Heads, _ text: Span<UInt8>, in layout: TrieLayout, _ bytes: PaddedBytes
    ) -> Int {
        let run = heads.run
        guard run.base <= matched else { return run.count }
        // In local variables, which stay in registers.
        var scan = self
        var codes = run.codes
        var index = 0
        defer {
            self = scan
            heads.set(codes, of: index)
        }
        var most = scan.matched &- run.base
        var wanted = text.word(at: scan.matched)
        var letter = scan.matched < text.count ? Int(truncatingIfNeeded: wanted & 0xFF) : -1
        while index < run.count {
            let kind = layout.kind(index, of: run, bytes)
            if kind.shared > most {
                codes &+= kind.codeSize
                index &+= 1
                continue
            }
            let head = layout.head(kind, of: run, codes, bytes)
            if head.shared == scan.matched {
                var rest = layout.rest(of: head, bytes)
                // Nearly always the first byte decides.
                if Int(truncatingIfNeeded: rest.word & 0xFF) >= letter {
                    var order = scan.compare(rest.word, rest.length, wanted, text)
                    while order == .equal, rest.goOn(in: layout, bytes) {
                        order = scan.compare(rest.word, rest.length, text.word(at: scan.matched), text)
                    }
                    if order == .above {
                        scan.matched = head.shared
                        return index
                    }
                    if order == .equal, scan.matched == text.count, !isAfter {
                        scan.isFound = true
                        return index
                    }
                    most = scan.matched &- run.base
                    wanted = text.word(at: scan.matched)
                    letter = scan.matched < text.count ? Int(truncatingIfNeeded: wanted & 0xFF) : -1
                }
            } else if head.shared < scan.matched {
                return index
            }
            codes = head.end
            index &+= 1
        }
        return index
    }

    /// Compares the `length` lowest bytes of `word`, 8 at most, with those of the text from ``matched`` on.
    @inline(__always)
    private mutating func compare(
        _ word: UInt64, _ length: Int, _ wanted: UInt64, _ text: Span<UInt8>
    ) -> Order {
        let left = text.count &- matched
        let difference = wanted ^ word
        let equal = difference == 0 ? 8 : difference.trailingZeroBitCount &>> 3
        if equal >= length, left >= length {
            matched &+= length
            return .equal
        }
        if equal >= left {
            // The text ends first.
            matched &+= left
            return isAfter ? .below : .above
        }
        matched &+= equal
        let shift = UInt64(equal &* 8)
        return UInt8(truncatingIfNeeded: word &>> shift) < UInt8(truncatingIfNeeded: wanted &>> shift)
            ? .below : .above
    }
}
