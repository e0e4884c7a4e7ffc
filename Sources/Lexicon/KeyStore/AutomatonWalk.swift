import Bytes

extension Trie {
    /// Visits the keys of `ranks` that `automaton` accepts, in order.
    ///
    /// What was found out about the bytes a key shares with the one before is kept; keys that begin as one that cannot
    /// be accepted are skipped, whole rows and blocks of them at once, and of the others no more is read than the
    /// automaton needs.
    ///
    /// - Parameters:
    ///   - ranks: Which keys; those that do not exist are left out.
    ///   - offset: How many first bytes of each key are not read; all of `ranks` share them.
    ///   - automaton: What accepts them.
    ///   - body: Takes a rank and how many letters had to be changed; false ends the walk.
    /// - Complexity: O(*letters* that are not shared, of keys that are not skipped).
    func walk<Automaton: KeyAutomaton>(
        _ ranks: Range<Int>, from offset: Int = 0, by automaton: Automaton,
        _ body: (_ rank: Int, _ edits: Int) -> Bool
    ) {
        let ranks = ranks.clamped(to: 0..<count)
        guard !ranks.isEmpty else { return }
        let ascii = automaton.ascii
        var places = [ReachedState](
            repeating: ReachedState(end: offset, state: automaton.start), count: 64)
        var stack = places.mutableSpan
        bytes.withPadded { bytes in
            var walk = AutomatonWalk<Automaton>(ranks, of: layout, bytes)
            while let rank = walk.next(layout, bytes, automaton, ascii.span, &stack) {
                guard body(rank, walk.edits) else { return }
            }
        }
    }
}

/// A state, and where the letter ends after which it is reached.
private struct ReachedState<State> {
    var end: Int
    var state: State
}

/// A walk through keys by an automaton: where it stands, and the current key as far as it was read.
///
/// What does not change is handed to each call, so that nothing is counted or copied on the way.
private struct AutomatonWalk<Automaton: KeyAutomaton>: ~Copyable {
    typealias Stack = MutableSpan<ReachedState<Automaton.State>>

    /// How many letters of the key last accepted had to be changed.
    private(set) var edits = 0

    /// The rank behind the last one.
    private let end: Int
    private var block: TrieLayout.Block
    private var row: Int
    /// The rank of the first key of the row.
    private var rowRank: Int
    /// The other keys of the row, and which comes next.
    private var run: TrieLayout.Run
    private var index: Int
    /// The first keys of the rows but the first of the block; its codes are those of the row behind the current one.
    private var firsts: TrieLayout.Run
    /// The first key of the row, against which that of the next one is written.
    private var first = KeyBuffer()

    /// The key last judged: all of it, or as much as was needed to refuse it.
    private var key = KeyBuffer()
    /// How many first bytes of a key that was read but not judged are those of the one before; or -1 when there is
    /// none.
    private var sharedFirst = 0
    /// How many first bytes a key must share with the current one to be skipped.
    private var skipped = Int.max
    /// The highest place of the stack that belongs to the current key.
    private var depth = 0

    init(_ ranks: Range<Int>, of layout: TrieLayout, _ bytes: PaddedBytes) {
        let rank = ranks.lowerBound
        end = ranks.upperBound
        block = layout.block(rank &>> layout.blockBits, bytes)
        let inBlock = rank & (1 &<< layout.blockBits &- 1)
        row = inBlock &>> layout.rowBits
        index = inBlock & (1 &<< layout.rowBits &- 1)
        rowRank = rank &- index
        firsts = layout.runOfFirsts(in: block, bytes)
        for before in 0..<row { firsts.codes = layout.head(before, of: firsts, firsts.codes, bytes).end }
        run = layout.run(ofRow: row, in: block, bytes)
        layout.key(at: rowRank, into: &first, bytes)
        layout.key(at: rank, into: &key, bytes)
        for before in 0..<index { run.codes = layout.head(before, of: run, run.codes, bytes).end }
    }

    /// The rank of the next key that is accepted.
    mutating func next(
        _ layout: TrieLayout, _ bytes: PaddedBytes, _ automaton: borrowing Automaton,
        _ ascii: Span<Automaton.Letter>,
        _ stack: inout Stack
    ) -> Int? {
        while true {
            if sharedFirst >= 0 {
                let shared = sharedFirst
                sharedFirst = -1
                if judge(sharing: shared, codes: 0..<0, layout, bytes, automaton, ascii, &stack) {
                    return rowRank &+ index
                }
            }
            if readRow(layout, bytes, automaton, ascii, &stack) { return rowRank &+ index }
            guard goOn(layout, bytes) else { return nil }
        }
    }

    // MARK: - Rows and blocks

    /// Goes to the next row that is not skipped as a whole; false when there is none.
    private mutating func goOn(_ layout: TrieLayout, _ bytes: PaddedBytes) -> Bool {
        index = 0
        while true {
            row &+= 1
            guard row < block.rows else { return goToNextBlock(layout, bytes) }
            let head = layout.head(row &- 1, of: firsts, firsts.codes, bytes)
            firsts.codes = head.end
            rowRank = block.number &<< layout.blockBits &+ row &<< layout.rowBits
            guard rowRank < end else { return false }
            if head.shared >= skipped {
                // Not even the first key of the row is read; nor are its others when that of the next is the same.
                if row &+ 1 < block.rows, layout.head(row, of: firsts, firsts.codes, bytes).shared >= skipped
                {
                    continue
                }
            } else {
                first.truncate(to: head.shared)
                layout.append(head, to: &first, bytes)
                readFirst()
            }
            run = layout.run(ofRow: row, in: block, bytes)
            return true
        }
    }

    private mutating func goToNextBlock(_ layout: TrieLayout, _ bytes: PaddedBytes) -> Bool {
        guard goToBlock(block.number &+ 1, layout, bytes) else { return false }
        if first.sharedLength(key) >= skipped {
            let last = lastBlock(layout, bytes)
            if last > block.number, !goToBlock(last, layout, bytes) { return false }
        }
        readFirst()
        run = layout.run(ofRow: row, in: block, bytes)
        return true
    }

    /// Reads the first key of a block; false when it is behind the end.
    private mutating func goToBlock(_ number: Int, _ layout: TrieLayout, _ bytes: PaddedBytes) -> Bool {
        row = 0
        rowRank = number &<< layout.blockBits
        guard rowRank < end else { return false }
        block = layout.block(number, bytes)
        firsts = layout.runOfFirsts(in: block, bytes)
        first.truncate(to: 0)
        layout.appendFirst(of: block, to: &first, bytes)
        return true
    }

    /// The last block whose first key begins as the keys that are skipped, as far as the first eight bytes show.
    private func lastBlock(_ layout: TrieLayout, _ bytes: PaddedBytes) -> Int {
        var number = block.number
        guard skipped > 0, skipped <= 8 else { return number }
        let shift = UInt64(64 &- skipped &* 8)
        let wanted = key.withSpan { $0.word(at: 0).byteSwapped } &>> shift
        while number &+ 1 < layout.blockCount,
            bytes.u64(at: layout.slicesAt &+ (number &+ 1) &* 8) &>> shift == wanted
        {
            number &+= 1
        }
        return number
    }

    /// Reads the first key of a row, which is judged next unless it is skipped.
    @inline(__always)
    private mutating func readFirst() {
        let shared = first.sharedLength(key)
        guard shared < skipped else { return }
        key.set(to: first)
        sharedFirst = shared
    }

    /// Goes to the next key of the row that is accepted; false when there is none.
    private mutating func readRow(
        _ layout: TrieLayout, _ bytes: PaddedBytes, _ automaton: borrowing Automaton,
        _ ascii: Span<Automaton.Letter>,
        _ stack: inout Stack
    ) -> Bool {
        let count = min(run.count, end &- rowRank &- 1)
        guard run.base < skipped else { return false }
        var run = run
        var index = index
        defer {
            self.run.codes = run.codes
            self.index = index
        }
        while index < count {
            // Where the key before was refused by a letter alone, its neighbours differ in this letter only.
            let state = stack[depth].state
            let limit = skipped &- run.base
            let sibling = stack[depth].end == skipped &- 1 ? limit &- 1 : -1
            var kind = layout.kind(index, of: run, bytes)
            while true {
                if kind.shared < limit {
                    guard kind.shared == sibling, !kind.isLong else { break }
                    let text = kind.textLength > 0 ? kind.text : layout.firstByte(at: run.codes, bytes)
                    guard isRefused(UInt8(truncatingIfNeeded: text), by: automaton, ascii, state) else {
                        break
                    }
                    key.truncate(to: skipped &- 1)
                    key.append(text, length: 1)
                }
                run.codes &+= kind.codeSize
                index &+= 1
                guard index < count else { return false }
                kind = layout.kind(index, of: run, bytes)
            }
            let head = layout.head(kind, of: run, run.codes, bytes)
            run.codes = head.end
            index &+= 1
            guard head.shared < skipped else { continue }
            let shared = min(head.shared, key.count)
            key.truncate(to: shared)
            key.append(head.text, length: head.textLength)
            let codes = head.codes..<max(head.codes, head.end)
            if judge(sharing: shared, codes: codes, layout, bytes, automaton, ascii, &stack) { return true }
        }
        return false
    }

    /// Whether no key is accepted that goes on by `byte`.
    @inline(__always)
    private func isRefused(
        _ byte: UInt8, by automaton: borrowing Automaton, _ ascii: Span<Automaton.Letter>,
        _ state: Automaton.State
    ) -> Bool {
        guard byte < 0x80, Int(byte) < ascii.count else { return false }
        let letter = ascii[Int(byte)]
        if automaton.mayTakeLonger(ascii: letter) { return false }
        return automaton.after(state, ascii: letter) == nil
    }

    // MARK: - Keys

    /// Whether the current key is accepted.
    ///
    /// - Parameters:
    ///   - shared: How many first bytes are those of the key before.
    ///   - codes: Where the codes of the bytes stand that were not read.
    @inline(__always)
    private mutating func judge(
        sharing shared: Int, codes: Range<Int>, _ layout: TrieLayout, _ bytes: PaddedBytes,
        _ automaton: borrowing Automaton, _ ascii: Span<Automaton.Letter>, _ stack: inout Stack
    ) -> Bool {
        var codes = codes
        skipped = .max
        if key.count <= shared { read(&codes, atLeast: shared &+ 1, layout, bytes) }
        let place = shared &- stack[0].end
        if place >= 0, place <= depth, stack[place].end == shared {
            // All letters before are of one byte.
            depth = place
        } else {
            while depth > 0, stack[depth].end > shared { depth &-= 1 }
        }
        // A letter that ends before the first byte that differs may go on with a mark in this key.
        while depth > 0, key[stack[depth].end] >= 0xCC {
            read(&codes, atLeast: stack[depth].end &+ 4, layout, bytes)
            guard extends(stack[depth].end) else { break }
            depth &-= 1
        }
        var position = stack[depth].end
        var state = stack[depth].state
        while true {
            if position >= key.count { read(&codes, atLeast: position &+ 1, layout, bytes) }
            guard position < key.count else {
                guard let edits = automaton.edits(state) else { return false }
                self.edits = edits
                return true
            }
            let byte = key[position]
            if byte < 0x80, Int(byte) < ascii.count {
                let letter = ascii[Int(byte)]
                let next = automaton.after(state, ascii: letter)
                if next == nil, !automaton.mayTakeLonger(ascii: letter) {
                    // With marks behind it, the letter is none that is wanted either.
                    skipped = position &+ 1
                    return false
                }
                if position &+ 1 >= key.count { read(&codes, atLeast: position &+ 2, layout, bytes) }
                if key[position &+ 1] < 0xCC {
                    guard let next else { return false }
                    state = next
                    position &+= 1
                    keep(state, position, &stack)
                    continue
                }
            }
            // Where the letter ends is known when the key was read.
            read(&codes, atLeast: .max, layout, bytes)
            guard advance(&position, &state, automaton) else { return false }
            keep(state, position, &stack)
        }
    }

    /// Goes on by a letter that may have marks; false when the key is not accepted.
    @inline(never)
    private mutating func advance(
        _ position: inout Int, _ state: inout Automaton.State, _ automaton: borrowing Automaton
    ) -> Bool {
        let start = position
        let before = state
        let end = key.withSpan { KeyCluster.end($0, start) }
        guard let next = automaton.after(before, key, start..<end) else {
            if !automaton.mayTakeLonger(key, start..<end) { skipped = end }
            return false
        }
        position = end
        state = next
        return true
    }

    @inline(__always)
    private mutating func keep(_ state: Automaton.State, _ end: Int, _ stack: inout Stack) {
        // Where there is no room, the state is found again from the last one kept.
        guard depth &+ 1 < stack.count else { return }
        depth &+= 1
        stack[depth] = ReachedState(end: end, state: state)
    }

    /// Reads the bytes of the key until there are `length`, or all.
    @inline(__always)
    private mutating func read(
        _ codes: inout Range<Int>, atLeast length: Int, _ layout: TrieLayout, _ bytes: PaddedBytes
    ) {
        var position = codes.lowerBound
        while position < codes.upperBound, key.count < length {
            let token = layout.token(at: position, bytes)
            key.append(bytes, at: token.at, length: token.length)
            position = token.next
        }
        codes = position..<max(position, codes.upperBound)
    }

    /// Whether the code point at `position` belongs to the letter before it.
    @inline(never)
    private borrowing func extends(_ position: Int) -> Bool {
        key.withSpan { KeyCluster.extends($0, position) }
    }
}

extension KeyAutomaton {
    /// After the letter at `range` of a key.
    fileprivate func after(_ state: State, _ key: borrowing KeyBuffer, _ range: Range<Int>) -> State? {
        key.withSpan { after(state, $0.extracting(range)) }
    }

    /// Whether the letter at `range` of a key, with more marks, might be accepted where it is not.
    fileprivate func mayTakeLonger(_ key: borrowing KeyBuffer, _ range: Range<Int>) -> Bool {
        key.withSpan { mayTakeLonger($0.extracting(range)) }
    }
}

extension TrieLayout {
    /// The first byte of the string of the code at `position`.
    @inline(__always)
    fileprivate func firstByte(at position: Int, _ bytes: PaddedBytes) -> UInt64 {
        UInt64(bytes.byte(at: token(at: position, bytes).at))
    }
}
