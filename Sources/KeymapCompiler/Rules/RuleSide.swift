import Diagnostics

/// One side of a rule cut into what is text and what are signs.
///
/// Text is written as it is. A sign that may be text too (`(`, `)`, `|`, `?`) is a sign only where it stands alone
/// between blanks, or touches a name in square brackets, a marker or another such sign: `:)` and `what?` are text.
struct RuleSide {
    struct Token {
        enum Kind {
            case character(Unicode.Scalar)
            case open
            case close
            case bar
            case times(ClosedRange<Int>)
            /// A name in square brackets.
            case set(Word)
            /// Any but a name in square brackets.
            case not(Word)
            case any
            case start
            case marker(Word)
            case anyMarker
            /// What a group has kept, perhaps mapped to a set.
            case capture(Int, to: Word?)
        }
        var kind: Kind
        var range: Range<Int>
        /// Whether it is the only character of its word, so that a number of times can follow.
        var standsAlone = true
    }

    private(set) var tokens: [Token] = []
    private let isRight: Bool

    /// Cuts `words`; those that are code points are given to `scalar`.
    init(_ words: [Word], isRight: Bool, scalar: (Word) -> Unicode.Scalar?) {
        self.isRight = isRight
        // A sign that is the whole side groups nothing.
        if words.count == 1, words[0].text.unicodeScalars.count == 1,
            let scalar = words[0].text.unicodeScalars.first
        {
            tokens = [Token(kind: .character(scalar), range: words[0].range)]
            return
        }
        var index = 0
        while index < words.count {
            var word = words[index]
            index += 1
            if word.codePointDigits != nil {
                if let scalar = scalar(word) {
                    tokens.append(Token(kind: .character(scalar), range: word.range))
                }
                continue
            }
            // `[not name]` has a blank in it.
            if word.text.hasSuffix("[not"), index < words.count, words[index].text.contains("]") {
                let next = words[index]
                word = Word(
                    text: word.text + " " + next.text, range: word.range.lowerBound..<next.range.upperBound,
                    isExact: word.isExact && next.isExact
                        && next.range.lowerBound == word.range.upperBound + 1)
                index += 1
            }
            cut(word)
        }
    }

    private mutating func cut(_ word: Word) {
        let scalars = Array(word.text.unicodeScalars)
        var offsets: [Int] = [0]
        for scalar in scalars { offsets.append((offsets.last ?? 0) + UTF8.width(scalar)) }
        func part(_ range: Range<Int>) -> Word {
            word.part(offsets[range.lowerBound]..<offsets[range.upperBound])
        }
        func bytes(_ range: Range<Int>) -> Range<Int> {
            word.range(of: offsets[range.lowerBound]..<offsets[range.upperBound])
        }
        if scalars.count == 1, !isRight, let kind = RuleSide.sign(scalars[0]) {
            tokens.append(Token(kind: kind, range: word.range))
            return
        }
        var index = 0
        var literals = 0
        /// Whether what stands before is not text, so that a sign may touch it.
        var followsSign = false
        while index < scalars.count {
            if let (kind, length) = reference(scalars, index, part) {
                tokens.append(Token(kind: kind, range: bytes(index..<index + length)))
                index += length
                followsSign = true
                continue
            }
            if !isRight, followsSign, scalars[index] == ")" || scalars[index] == "?" || scalars[index] == "|",
                let kind = RuleSide.sign(scalars[index])
            {
                tokens.append(Token(kind: kind, range: bytes(index..<index + 1)))
                index += 1
                continue
            }
            if !isRight, scalars[index] == "(" || scalars[index] == "|", opensSign(scalars, index) {
                tokens.append(
                    Token(kind: scalars[index] == "(" ? .open : .bar, range: bytes(index..<index + 1)))
                index += 1
                followsSign = true
                continue
            }
            if !isRight, let (range, length) = RuleSide.times(scalars, index) {
                tokens.append(Token(kind: .times(range), range: bytes(index..<index + length)))
                index += length
                followsSign = true
                continue
            }
            tokens.append(
                Token(
                    kind: .character(scalars[index]), range: bytes(index..<index + 1),
                    standsAlone: literals == 0))
            // A mark belongs to the letter before it.
            if literals > 0, !scalars[index].properties.isGraphemeExtend { markPrevious(literals) }
            literals += 1
            index += 1
            followsSign = false
        }
    }

    /// Says of the last characters that they do not stand alone.
    private mutating func markPrevious(_ count: Int) {
        for index in max(0, tokens.count - count - 1)..<tokens.count {
            if case .character = tokens[index].kind { tokens[index].standsAlone = false }
        }
    }

    private static func sign(_ scalar: Unicode.Scalar) -> Token.Kind? {
        switch scalar {
        case "(": .open
        case ")": .close
        case "|": .bar
        case "?": .times(0...1)
        default: nil
        }
    }

    /// Whether `(` or `|` at `index` stands before a name in square brackets or a marker.
    private func opensSign(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
        var next = index + 1
        while next < scalars.count, scalars[next] == "(" { next += 1 }
        return reference(scalars, next) { _ in Word(text: "", range: 0..<0, isExact: false) } != nil
    }

    /// A name in square brackets, a marker, or a capture at `index`, with its length.
    private func reference(
        _ scalars: [Unicode.Scalar], _ index: Int, _ part: (Range<Int>) -> Word
    ) -> (Token.Kind, Int)? {
        guard index < scalars.count else { return nil }
        switch scalars[index] {
        case "@":
            let end = RuleSide.nameEnd(scalars, index + 1)
            guard end > index + 1 else { return nil }
            let name = part(index + 1..<end)
            return (!isRight && name.text == "any" ? .anyMarker : .marker(name), end - index)
        case "[" where !isRight:
            guard let (name, end) = bracket(scalars, index) else { return nil }
            var first = name.lowerBound
            let isNegated = String(String.UnicodeScalarView(scalars[name])).hasPrefix("not ")
            if isNegated { first += 4 }
            let word = part(first..<name.upperBound)
            if isNegated { return (.not(word), end - index) }
            switch word.text {
            case "any": return (.any, end - index)
            case "start": return (.start, end - index)
            default: return (.set(word), end - index)
            }
        case "$" where isRight:
            guard index + 1 < scalars.count, ("0"..."9").contains(scalars[index + 1]) else { return nil }
            let number = Int(scalars[index + 1].value - 0x30)
            if let (name, end) = bracket(scalars, index + 2) {
                return (.capture(number, to: part(name)), end - index)
            }
            return (.capture(number, to: nil), 2)
        default: return nil
        }
    }

    /// The name between square brackets at `index`, and where they end.
    private func bracket(_ scalars: [Unicode.Scalar], _ index: Int) -> (Range<Int>, Int)? {
        guard index < scalars.count, scalars[index] == "[" else { return nil }
        var start = index + 1
        let not: [Unicode.Scalar] = ["n", "o", "t", " "]
        if scalars[start...].starts(with: not) { start += 4 }
        let end = RuleSide.nameEnd(scalars, start)
        guard end > start, end < scalars.count, scalars[end] == "]" else { return nil }
        return (index + 1..<end, end + 1)
    }

    /// Where a name that begins at `index` ends; names begin with a letter.
    private static func nameEnd(_ scalars: [Unicode.Scalar], _ index: Int) -> Int {
        guard index < scalars.count, scalars[index].properties.isAlphabetic else { return index }
        var end = index
        while end < scalars.count,
            scalars[end].properties.isAlphabetic || ("0"..."9").contains(scalars[end]) || scalars[end] == "-"
                || scalars[end].properties.isGraphemeExtend
        { end += 1 }
        return end
    }

    /// `{2,3}` at `index`, with its length.
    private static func times(_ scalars: [Unicode.Scalar], _ index: Int) -> (ClosedRange<Int>, Int)? {
        guard scalars[index] == "{", let close = scalars[index...].firstIndex(of: "}") else { return nil }
        let text = String(String.UnicodeScalarView(scalars[(index + 1)..<close]))
        let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let low = parts[0], let high = parts[1], low >= 0, high >= max(low, 1),
            high < 100
        else { return nil }
        return (low...high, close + 1 - index)
    }
}
