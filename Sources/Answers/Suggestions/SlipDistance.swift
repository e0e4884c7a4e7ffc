/// How far words are from one that was typed, by the slips that people make.
///
///     var distance = SlipDistance(from: SlipLetters("chời", in: lexicon))
///     distance.to(SlipLetters("trời", in: lexicon)).weight  // 2: ch for tr
///
/// The least sum of weights by which one becomes the other: an edit distance in which some changes are of several
/// letters.
///
/// - Complexity: O(*n* × *m*) for words of *n* and *m* letters.
struct SlipDistance {
    /// The way from one word to the other.
    struct Way {
        /// The sum of the weights.
        var weight: Int
        /// The weight of the marks and tones that nobody typed, which do not count but between equals.
        var waived: Int
        /// How many slips there are.
        var slips: Int
        /// What the last of them confuses.
        var cause: Cause
    }

    /// What is confused, as a number: a table has many cells.
    struct Cause {
        /// Nothing that is worth naming.
        static let none = Cause(number: 0)
        /// The tone hỏi is typed, and ngã meant.
        static let hoi = Cause(number: 1)
        /// The tone ngã is typed, and hỏi meant.
        static let nga = Cause(number: 2)

        private let number: Int

        private init(number: Int) { self.number = number }

        /// Two spellings of one confusion.
        init(_ typed: Block, for meant: Block) {
            number = (typed.confusion << 16 | typed.spelling << 4 | meant.spelling) + 0x100
        }

        /// What was typed, and what was meant.
        var texts: (typed: String, meant: String)? {
            if number == 1 { return ("hỏi", "ngã") }
            if number == 2 { return ("ngã", "hỏi") }
            guard number >= 0x100 else { return nil }
            let confusion = Confusion.all[(number - 0x100) >> 16]
            return (confusion.text((number - 0x100) >> 4 & 0xF), confusion.text((number - 0x100) & 0xF))
        }
    }

    private let typed: [SlipLetter]
    private let blocks: [[Block]]
    /// Whether the typed word has no marks at all, so that nobody meant any by leaving them out.
    private let isPlain: Bool
    /// Farther than any word.
    private static let nowhere = 1 << 20

    /// The distances from a word that was typed.
    init(from typed: SlipLetters) {
        self.typed = typed.letters
        blocks = Block.all(in: typed.letters, isPlain: !typed.hasMarks)
        isPlain = !typed.hasMarks
    }

    /// The shortest way to `word`.
    func to(_ word: SlipLetters) -> Way {
        let meant = word.letters
        let others = blocks.isEmpty ? [] : Block.all(in: meant)
        let width = meant.count + 1
        let start = Way(weight: 0, waived: 0, slips: 0, cause: .none)
        var ways = [Way](repeating: start, count: (typed.count + 1) * width)
        for row in 0...typed.count {
            for column in 0...meant.count where row + column > 0 {
                var best = Way(weight: SlipDistance.nowhere, waived: 0, slips: 0, cause: .none)
                func consider(
                    _ rows: Int, _ columns: Int, _ weight: Int, waived: Int = 0, _ cause: Cause = .none
                ) {
                    let before = ways[(row - rows) * width + column - columns]
                    let sum = before.weight + weight
                    guard sum < best.weight || sum == best.weight && before.waived + waived < best.waived
                    else { return }
                    best = before
                    best.waived += waived
                    guard weight > 0 else { return }
                    best.weight += weight
                    best.slips += 1
                    best.cause = cause
                }
                if row > 0, column > 0 {
                    let (left, right) = (typed[row - 1], meant[column - 1])
                    if let weight = change(left, right) {
                        let isWaived = isPlain && (weight == SlipWeight.mark || left.kind == .tone)
                        consider(
                            1, 1, isWaived ? 0 : weight, waived: isWaived ? weight : 0, cause(left, right))
                    }
                    for block in blocks.isEmpty || others.isEmpty ? [] : blocks[row] {
                        for other in others[column]
                        where other.confusion == block.confusion && other.spelling != block.spelling {
                            consider(
                                block.length, other.length, Confusion.all[block.confusion].weight,
                                Cause(block, for: other))
                        }
                    }
                    if row > 1, column > 1, isSame(left, meant[column - 2]), isSame(typed[row - 2], right) {
                        consider(2, 2, SlipWeight.swapped)
                    }
                }
                if row > 0 { consider(1, 0, extra(typed, row - 1)) }
                if column > 0 { consider(0, 1, extra(meant, column - 1)) }
                ways[row * width + column] = best
            }
        }
        return ways[ways.count - 1]
    }

    /// What it costs to put one for the other; nil when it cannot be done.
    private func change(_ left: SlipLetter, _ right: SlipLetter) -> Int? {
        guard left.kind == right.kind else { return nil }
        if left.spelled == right.spelled { return 0 }
        switch left.kind {
        case .tone: return SlipDistance.isHoiNga(left, right) ? SlipWeight.likeTone : SlipWeight.tone
        case .sign: return SlipWeight.mark
        case .letter, .blank: break
        }
        if left.base == right.base { return left.base == 0 ? SlipWeight.blank : SlipWeight.mark }
        return Keyboard.areNeighbours(left.base, right.base) ? SlipWeight.key : SlipWeight.other
    }

    /// The tones that sound alike, which are worth naming.
    private func cause(_ left: SlipLetter, _ right: SlipLetter) -> Cause {
        guard left.kind == .tone, SlipDistance.isHoiNga(left, right) else { return .none }
        return left.spelled == 2 ? .hoi : .nga
    }

    private static func isHoiNga(_ left: SlipLetter, _ right: SlipLetter) -> Bool {
        left.spelled == 2 && right.spelled == 3 || left.spelled == 3 && right.spelled == 2
    }

    private func isSame(_ left: SlipLetter, _ right: SlipLetter) -> Bool {
        left.kind == .letter && right.kind == .letter && left.base != 0 && left.base == right.base
    }

    /// What it costs to leave out the letter at `index`.
    private func extra(_ letters: [SlipLetter], _ index: Int) -> Int {
        let letter = letters[index]
        switch letter.kind {
        // The blank between two syllables stands beside the tone of the first.
        case .tone: return SlipWeight.blank
        case .blank: return 0
        case .sign: return SlipWeight.mark
        case .letter:
            guard letter.base != 0 else { return SlipWeight.blank }
            let isDoubled = index > 0 && isSame(letters[index - 1], letter)
            return isDoubled ? SlipWeight.doubled : SlipWeight.missing
        }
    }
}

/// A spelling of a ``Confusion`` that stands in a word.
struct Block {
    /// The number of the confusion.
    let confusion: Int
    /// The number of its spelling.
    let spelling: Int
    /// How many letters it has.
    let length: Int

    /// A spelling of the table, by its last letter.
    private struct Named {
        let last: UInt32
        /// The same without its mark, for those who type none.
        let plainLast: UInt32
        let confusion: Int
        let spelling: Int
        let text: [UInt32]
    }

    private static let named: [Named] = Confusion.all.enumerated().flatMap { number, confusion in
        confusion.spellings.enumerated().map { spelling, text in
            let last = text[text.count - 1]
            return Named(
                last: last, plainLast: SlipLetter(last).base, confusion: number, spelling: spelling,
                text: text)
        }
    }

    /// The spellings in `letters`, by the place where they end; empty when there are none.
    ///
    /// - Parameters:
    ///   - letters: The letters of a text.
    ///   - isPlain: Whether they have no marks, and vowels may stand for those that have some.
    static func all(in letters: [SlipLetter], isPlain: Bool = false) -> [[Block]] {
        var blocks = [[Block]](repeating: [], count: letters.count + 1)
        var isAny = false
        for end in 0..<letters.count where letters[end].kind == .letter {
            let last = letters[end].spelled
            for named in named where named.last == last || isPlain && named.plainLast == last {
                let length = named.text.count
                let place = Confusion.all[named.confusion].place
                guard length <= end + 1,
                    stands(named.text, place, in: letters, end + 1 - length, end + 1, isPlain)
                else { continue }
                blocks[end + 1].append(
                    Block(confusion: named.confusion, spelling: named.spelling, length: length))
                isAny = true
            }
        }
        return isAny ? blocks : []
    }

    private static func stands(
        _ text: [UInt32], _ place: Confusion.Place, in letters: [SlipLetter], _ start: Int, _ end: Int,
        _ isPlain: Bool
    ) -> Bool {
        for (index, scalar) in text.enumerated() {
            let letter = letters[start + index]
            guard letter.kind == .letter else { return false }
            if letter.spelled == scalar { continue }
            guard isPlain, letter.spelled == VietnameseVowels.base(of: scalar) else { return false }
        }
        let isFirst = start == 0 || letters[start - 1].kind != .letter
        let follows = !isFirst && letters[start - 1].isVowel
        let isLast = end == letters.count || letters[end].kind != .letter
        switch place {
        case .start: return isFirst
        // The letter i of gi is the vowel too when no other follows: gì.
        case .onset: return isFirst && (isLast ? letters[end - 1].isVowel : letters[end].isVowel)
        case .vowels: return (!follows || follows && isQu(letters, start)) && isLast
        case .vowel, .anywhere: return true
        case .rime: return (!follows || isQu(letters, start)) && isLast
        case .coda: return follows && isLast
        }
    }

    /// Whether the letter before `start` is the u of qu.
    private static func isQu(_ letters: [SlipLetter], _ start: Int) -> Bool {
        start > 1 && letters[start - 1].spelled == 0x75 && letters[start - 2].spelled == 0x71
    }
}

/// The keyboard on which nearly everyone types.
enum Keyboard {
    private static let rows: [[UInt32]] = ["qwertyuiop", "asdfghjkl", "zxcvbnm"].map {
        $0.unicodeScalars.map(\.value)
    }

    /// Whether the keys of two letters touch.
    static func areNeighbours(_ left: UInt32, _ right: UInt32) -> Bool {
        guard let first = place(left), let second = place(right) else { return false }
        let across = abs(first.column - second.column)
        // Each row stands half a key to the right of the one above.
        return first.row == second.row ? across == 2 : abs(first.row - second.row) == 1 && across == 1
    }

    /// The row, and the column in halves of a key.
    private static func place(_ letter: UInt32) -> (row: Int, column: Int)? {
        guard (0x61...0x7A).contains(letter) else { return nil }
        for (row, letters) in rows.enumerated() {
            if let column = letters.firstIndex(of: letter) { return (row, 2 * column + row) }
        }
        return nil
    }
}
