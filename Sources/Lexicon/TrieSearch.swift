import Storage

/// Where a text belongs among the keys.
struct TriePlace {
    /// The rank of the first key that is not below the text; or, when asked, that is above all that begin with it.
    var rank: Int
    /// Whether this key is the text.
    var isEqual = false
    /// How many first bytes the text and the key before share.
    var shared: Int
    /// Whether the key before is no longer than that, so that the text begins with it.
    var isWhole = false
}

extension TrieLayout {
    /// The place of `text` among the keys of `blocks`.
    ///
    /// - Parameters:
    ///   - blocks: Where to look: the place is in one of them or behind the last.
    ///   - isAfter: Whether keys that begin with `text` are passed over.
    /// - Complexity: O(log *blocks* + *rows of a block* + *keys of a row*).
    @inline(__always)
    func place(of text: Span<UInt8>, in blocks: Range<Int>, isAfter: Bool) -> TriePlace {
        let number = lastBlock(notAbove: text, in: blocks, isAfter: isAfter)
        guard number >= 0 else { return TriePlace(rank: 0, shared: 0) }
        let block = block(number)
        var scan = Scan(isAfter: isAfter)
        let rank = number &<< blockBits
        switch scan.passFirst(of: block, text, in: self) {
        case .equal: return TriePlace(rank: rank, isEqual: true, shared: scan.matched, isWhole: true)
        case .above: return TriePlace(rank: rank, shared: 0)
        case .below: break
        }
        var row = 0
        if block.rows > 1 {
            row = scan.pass(run(at: block.rowHeadsAt, count: block.rows &- 1), text, in: self)
            if scan.isFound {
                return TriePlace(
                    rank: rank &+ (row &+ 1) &<< rowBits, isEqual: true, shared: scan.matched, isWhole: true)
            }
        }
        let first = rank &+ row &<< rowBits
        let passed = scan.pass(
            run(at: start(ofRow: row, in: block), count: keyCount(ofRow: row, in: block) &- 1), text,
            in: self)
        return TriePlace(
            rank: first &+ passed &+ 1, isEqual: scan.isFound, shared: scan.matched, isWhole: scan.isWhole)
    }

    /// A block behind `first`, `end` at most, before which all blocks end that begin with `prefix`.
    ///
    /// - Complexity: O(log *blocks between*).
    @inline(__always)
    func blocks(after first: Int, before end: Int, mayBeginWith prefix: Span<UInt8>) -> Int {
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
    func lastBlock(notAbove text: Span<UInt8>, in blocks: Range<Int>, isAfter: Bool) -> Int {
        let slice = isAfter ? afterSlice(of: text) : text.word(at: 0).byteSwapped
        // The first block whose slice is not below.
        let low =
            blocks.lowerBound
            &+ bytes.numbers(below: slice, at: slicesAt &+ blocks.lowerBound &* 8, count: blocks.count)
        guard low < blocks.upperBound, bytes.u64(at: slicesAt &+ low &* 8) == slice else { return low &- 1 }
        return lastBlockOfMany(notAbove: text, in: low..<blocks.upperBound, slice, isAfter: isAfter)
    }

    /// Among blocks that may begin with the same eight bytes, whole first keys are compared.
    @inline(never)
    private func lastBlockOfMany(
        notAbove text: Span<UInt8>, in blocks: Range<Int>, _ slice: UInt64, isAfter: Bool
    ) -> Int {
        // The first few of them usually tell enough, so that steps grow from there.
        var low = blocks.lowerBound
        var high = blocks.upperBound
        var step = 1
        func isAbove(_ number: Int) -> Bool {
            let first = bytes.u64(at: slicesAt &+ number &* 8)
            if first != slice { return first > slice }
            var scan = Scan(isAfter: isAfter)
            return scan.passFirst(of: block(number), text, in: self) == .above
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
/// Only how many bytes the text and the key at hand share is kept: what shares more with the key before is still
/// below the text, what shares less is above.
private struct Scan {
    enum Order { case below, equal, above }

    let isAfter: Bool
    /// How many first bytes the text and the last key passed share.
    var matched = 0
    /// Whether the last key passed has no more bytes than that.
    var isWhole = false
    /// Whether the key that follows the last one passed is the text.
    var isFound = false

    init(isAfter: Bool) { self.isAfter = isAfter }

    @inline(__always)
    mutating func passFirst(of block: TrieLayout.Block, _ text: Span<UInt8>, in layout: TrieLayout) -> Order {
        var same = 0
        while same < block.firstLength {
            let length = min(8, block.firstLength &- same)
            switch compare(layout.bytes.word(at: block.firstAt &+ same), length, text, &same) {
            case .equal: continue
            case .below: break
            case .above: return .above
            }
            matched = same
            return .below
        }
        matched = same
        isWhole = true
        return same == text.count && !isAfter ? .equal : .below
    }

    /// Passes the keys of a run that are below the text, and tells how many they are.
    @inline(__always)
    mutating func pass(_ run: TrieLayout.Run, _ text: Span<UInt8>, in layout: TrieLayout) -> Int {
        guard run.count > 0 else { return 0 }
        guard run.base <= matched else {
            isWhole = false
            return run.count
        }
        var run = run
        var index = 0
        var same = matched
        var isLastWhole = isWhole
        defer {
            matched = same
            isWhole = isLastWhole
        }
        var limit = same &- run.base
        var wanted = text.word(at: same)
        while index < run.count {
            let kind = layout.kind(index, of: run)
            if kind.shared > limit {
                run.codes &+= kind.codeSize
                isLastWhole = false
                index &+= 1
                continue
            }
            let head = layout.head(kind, of: run)
            run.codes = head.end
            if head.shared > same {
                isLastWhole = false
                index &+= 1
                continue
            }
            guard head.shared == same else { return index }
            var position = head.codes
            var word = head.text
            var length = head.textLength
            if length == 0 {
                let token = layout.token(at: position)
                word = layout.bytes.word(at: token.at)
                length = token.length
                if length > 8 { length = 8 } else { position = token.next }
            }
            if UInt8(truncatingIfNeeded: word) < UInt8(truncatingIfNeeded: wanted), same < text.count {
                // Nearly always the first byte tells.
                isLastWhole = false
                index &+= 1
                continue
            }
            var order = compare(word, length, text, &same)
            if head.textLength == 0, order == .equal, position == head.codes, head.codes < head.end {
                // A long string, of which only the first half was compared.
                let token = layout.token(at: position)
                order = compare(layout.bytes.word(at: token.at &+ 8), token.length &- 8, text, &same)
                position = token.next
            }
            while order == .equal, position < head.end {
                let token = layout.token(at: position)
                position = token.next
                order = compare(layout.bytes.word(at: token.at), min(8, token.length), text, &same)
                if order == .equal, token.length > 8 {
                    order = compare(layout.bytes.word(at: token.at &+ 8), token.length &- 8, text, &same)
                }
            }
            if order == .above {
                same = head.shared
                return index
            }
            isLastWhole = order == .equal
            if isLastWhole, same == text.count, !isAfter {
                isFound = true
                return index
            }
            limit = same &- run.base
            wanted = text.word(at: same)
            index &+= 1
        }
        return index
    }

    /// Compares the `length` lowest bytes of `word`, 8 at most, with those of the text from `same` on.
    @inline(__always)
    private func compare(_ word: UInt64, _ length: Int, _ text: Span<UInt8>, _ same: inout Int) -> Order {
        let left = text.count &- same
        let its = text.word(at: same)
        let difference = its ^ word
        let equal = difference == 0 ? 8 : difference.trailingZeroBitCount &>> 3
        if equal >= length, left >= length {
            same &+= length
            return .equal
        }
        if equal >= left {
            // The text ends first.
            same &+= left
            return isAfter ? .below : .above
        }
        same &+= equal
        let shift = UInt64(equal &* 8)
        return UInt8(truncatingIfNeeded: word &>> shift) < UInt8(truncatingIfNeeded: its &>> shift)
            ? .below : .above
    }
}
