/// The words of a query as they are compared with the words of glosses.
struct WantedWords {
    /// The search keys of the words.
    let keys: [[UInt8]]
    /// Whether the last word may be the beginning of one.
    let lastIsPrefix: Bool
    /// Whether only words count that are spelled as those wanted, or alike.
    private let isExact: Bool
    private let words: [String]
    private let lowered: [String]
    private let bytes: [[UInt8]]
    private let loweredBytes: [[UInt8]]
    /// Whether the words are in NFC as glosses are, so that comparing bytes is enough.
    private let isComposed: Bool
    private let folding: Folding
    private var spelled: SpelledWords
    /// The search keys of other spellings, and of which word each is.
    ///
    /// Two plain arrays, because the type of a nested one is
    /// made at run time, which takes longer than a lookup.
    private var otherKeys: [[UInt8]] = []
    private var otherWords: [Int] = []

    /// The first `limit` words of `query`.
    ///
    /// - Parameters:
    ///   - query: What was asked for.
    ///   - folding: What makes its search keys.
    ///   - spelling: How the language of the glosses spells; ``use(_:)`` goes on to another.
    ///   - match: How it is compared.
    ///   - limit: How many words count.
    init(_ query: String, _ folding: Folding, _ spelling: Spelling, _ match: Match, limit: Int) {
        words = Array(GlossPieces(query).words.prefix(limit))
        lowered = words.map { $0.lowercased() }
        bytes = words.map { Array($0.utf8) }
        loweredBytes = lowered.map { Array($0.utf8) }
        keys = words.map(folding.key)
        isComposed = query.unicodeScalars.allSatisfy {
            $0.value < 0x300 || (0x1E00...0x1EFF).contains($0.value)
        }
        lastIsPrefix = match == .prefix && !(keys.last ?? []).isEmpty
        isExact = match == .exact
        self.folding = folding
        spelled = SpelledWords(words, spelling)
        findOtherKeys(spelling)
    }

    /// Compares with glosses in the language of `spelling` from now on.
    mutating func use(_ spelling: Spelling) {
        guard !spelling.isSame(as: spelled.spelling) else { return }
        spelled = SpelledWords(words, spelling)
        findOtherKeys(spelling)
    }

    private mutating func findOtherKeys(_ spelling: Spelling) {
        otherKeys.removeAll()
        otherWords.removeAll()
        for word in keys.indices {
            for key in spelling.otherKeys(of: keys[word]) {
                otherKeys.append(key)
                otherWords.append(word)
            }
        }
    }

    /// Calls `body` with each search key that the word numbered `word` has in another spelling.
    func forEachOtherKey(of word: Int, _ body: ([UInt8]) -> Void) {
        for index in otherKeys.indices where otherWords[index] == word { body(otherKeys[index]) }
    }

    /// How well the best piece of the glosses and definitions of `entry` in `language` fits, or nil when no sense has all
    /// of the words.
    func quality(of entry: Entry, in language: String) -> Quality? {
        var best: Quality?
        var spread: Quality?
        var scratch = GlossWords()
        for sense in entry.senses {
            var all: [String] = []
            for gloss in sense.glosses + sense.definitions where gloss.language == language {
                all.append(gloss.text)
                guard let quality = quality(ofGloss: gloss.text.utf8.span, &scratch) else { continue }
                best = min(best ?? quality, quality)
            }
            guard best == nil, all.count > 1 else { continue }
            // Or the words may be spread over several glosses. A comma separates words as the end of a gloss does. Those of
            // another sense are other words: what means both bread and rice is no bread with rice.
            guard let found = quality(ofText: all.joined(separator: ",")) else { continue }
            let quality = Quality(found.spelling, .part, accents: found.accents)
            spread = min(spread ?? quality, quality)
        }
        return best ?? spread
    }

    /// How well the best piece of the glosses that were found in the bytes of an entry fits, or nil when none has all of
    /// the words.
    func quality(of glosses: inout GlossReader, in entry: Span<UInt8>) -> Quality? {
        var best: Quality?
        for index in stride(from: 0, to: glosses.bounds.count - 1, by: 2) {
            let gloss = entry.extracting(glosses.bounds[index]..<glosses.bounds[index + 1])
            guard let quality = quality(ofGloss: gloss, &glosses.words) else { continue }
            best = min(best ?? quality, quality)
        }
        return best
    }

    /// How well the best piece of a gloss fits, or nil when none has all of the words.
    ///
    /// - Parameters:
    ///   - gloss: Its UTF-8.
    ///   - scratch: Room for its words, to be used again for the next one.
    func quality(ofGloss gloss: Span<UInt8>, _ scratch: inout GlossWords) -> Quality? {
        scratch.read(gloss)
        var best: Quality?
        var start = 0
        for end in scratch.pieceEnds {
            if let quality = quality(gloss, scratch, start..<end) { best = min(best ?? quality, quality) }
            start = end
        }
        // Besides a piece, the whole of the gloss may be asked for.
        if scratch.pieceEnds.count > 1, let quality = quality(gloss, scratch, 0..<scratch.count) {
            best = min(best ?? quality, quality)
        }
        return best?.coverage == .whole ? best : withReadings(best, gloss, &scratch)
    }

    /// The better of `best` and what the readings of a gloss with brackets give.
    private func withReadings(_ best: Quality?, _ gloss: Span<UInt8>, _ scratch: inout GlossWords) -> Quality?
    {
        guard hasBrackets(gloss) else { return best }
        var best = best
        for reading in FormReadings.ofGloss(string(gloss, 0..<gloss.count)).dropFirst() {
            let text = reading.utf8.span
            scratch.read(text)
            var start = 0
            for end in scratch.pieceEnds {
                if let quality = quality(text, scratch, start..<end) { best = min(best ?? quality, quality) }
                start = end
            }
        }
        return best
    }

    private func hasBrackets(_ text: Span<UInt8>) -> Bool {
        for offset in 0..<text.count where text[offset] == UInt8(ascii: "(") { return true }
        return false
    }

    /// How well a running text fits, or nil when not all of the words are in it.
    func quality(ofText text: String) -> Quality? {
        var scratch = GlossWords()
        let text = text.utf8.span
        scratch.read(text)
        return quality(text, scratch, 0..<scratch.count)
    }

    private func quality(_ text: Span<UInt8>, _ all: GlossWords, _ piece: Range<Int>) -> Quality? {
        // What is spelled alike is folded alike, so that most pieces are done with here.
        guard let folded = coverage(of: text, all, piece, .folded) else { return nil }
        if let coverage = coverage(of: text, all, piece, .exact) { return Quality(.exact, coverage) }
        if let coverage = coverage(of: text, all, piece, .caseDiffers) {
            return Quality(.caseDiffers, coverage)
        }
        // Words are not ranked by the accents of one that is still being typed.
        if lastIsPrefix { return Quality(.folded, folded) }
        if let accents = accents(text, all, piece), accents > 0 {
            return Quality(.folded, folded, accents: accents)
        }
        if let coverage = coverage(of: text, all, piece, .alike) { return Quality(.alike, coverage) }
        return Quality(.folded, folded)
    }

    /// How far the words of `piece` that have the search keys wanted are from the words wanted, the nearest of each; nil
    /// where only those count that are spelled alike, and some may be.
    private func accents(_ text: Span<UInt8>, _ all: GlossWords, _ piece: Range<Int>) -> Int? {
        if isExact {
            for wanted in words.indices where isPlain(wanted) {
                if piece.allSatisfy({ hasMarkedLetter(text, all.bytes(of: $0)) }) { return 1 }
            }
            return nil
        }
        var sum = 0
        for wanted in words.indices {
            var least = Int.max
            for word in piece where isEqual(text, all, word, wanted, .folded) {
                let found = spelled.spelling.word(string(text, all.bytes(of: word)))
                least = min(least, spelled[wanted].difference(from: found))
            }
            if least < .max { sum += least }
        }
        return sum
    }

    /// How much of `piece` the words wanted are when they are compared by `spelling`, or nil when not all are there.
    private func coverage(
        of text: Span<UInt8>, _ all: GlossWords, _ piece: Range<Int>, _ spelling: Quality.Spelling
    ) -> Quality.Coverage? {
        // Pieces mostly lack the words, so that is looked at first.
        for wanted in words.indices {
            if spelling == .folded {
                guard hasKey(text, all, piece, wanted) else { return nil }
                continue
            }
            var isThere = false
            for word in piece where fits(text, all, word, wanted, spelling) {
                isThere = true
                break
            }
            guard isThere else { return nil }
        }
        let starts = 0...max(0, piece.count - words.count)
        for start in starts where piece.count >= words.count {
            var isInRow = true
            for wanted in words.indices
            where !fits(text, all, piece.lowerBound + start + wanted, wanted, spelling) {
                isInRow = false
                break
            }
            guard isInRow else {
                // Several words in a row say more than the same words apart.
                if words.count > 1 { continue }
                break
            }
            if start > 0 { return .inside }
            let last = piece.upperBound - 1
            guard piece.count == words.count,
                !lastIsPrefix || isEqual(text, all, last, words.count - 1, spelling)
            else { return .beginning }
            return .whole
        }
        return .part
    }

    /// Whether one of the words of `piece` folds to the key wanted, or to one that begins so where that does.
    private func hasKey(
        _ text: Span<UInt8>, _ all: GlossWords, _ piece: Range<Int>, _ wanted: Int
    ) -> Bool {
        let orBeginning = lastIsPrefix && wanted == words.count - 1
        for word in piece where hasKey(text, all.bytes(of: word), wanted, orBeginning: orBeginning) {
            return true
        }
        return false
    }

    /// Whether the word in `place` folds to the key wanted, or to that of another spelling.
    @inline(__always)
    private func hasKey(
        _ text: Span<UInt8>, _ place: Range<Int>, _ wanted: Int, orBeginning: Bool
    ) -> Bool {
        if folding.isKey(keys[wanted], of: text, place, orBeginning: orBeginning) { return true }
        for index in otherKeys.indices where otherWords[index] == wanted {
            if folding.isKey(otherKeys[index], of: text, place, orBeginning: false) { return true }
        }
        return false
    }

    /// Whether the word numbered `word` is the one wanted, or begins with it where that does.
    private func fits(
        _ text: Span<UInt8>, _ all: GlossWords, _ word: Int, _ wanted: Int, _ spelling: Quality.Spelling
    ) -> Bool {
        guard lastIsPrefix, wanted == words.count - 1 else {
            return isEqual(text, all, word, wanted, spelling)
        }
        let bytes = all.bytes(of: word)
        switch spelling {
        case .folded: return hasKey(text, bytes, wanted, orBeginning: true)
        case .alike: return isEqual(text, all, word, wanted, .alike)
        case .exact: return string(text, bytes).hasPrefix(words[wanted])
        case .caseDiffers: return string(text, bytes).lowercased().hasPrefix(lowered[wanted])
        }
    }

    private func isEqual(
        _ text: Span<UInt8>, _ all: GlossWords, _ word: Int, _ wanted: Int, _ spelling: Quality.Spelling
    ) -> Bool {
        let place = all.bytes(of: word)
        switch spelling {
        case .folded: return hasKey(text, place, wanted, orBeginning: false)
        case .alike:
            guard hasKey(text, place, wanted, orBeginning: false) else { return false }
            return spelled.spelling.word(string(text, place)) == spelled[wanted]
        case .exact:
            guard isComposed else { return string(text, place) == words[wanted] }
            let bytes = bytes[wanted]
            guard bytes.count == place.count else { return false }
            for offset in bytes.indices where bytes[offset] != text[place.lowerBound + offset] {
                return false
            }
            return true
        case .caseDiffers:
            guard isComposed, isASCII(text, place) else {
                return string(text, place).lowercased() == lowered[wanted]
            }
            let bytes = loweredBytes[wanted]
            guard bytes.count == place.count else { return false }
            for offset in bytes.indices {
                let byte = text[place.lowerBound + offset]
                let isCapital = byte >= 0x41 && byte <= 0x5A
                guard bytes[offset] == (isCapital ? byte | 0x20 : byte) else { return false }
            }
            return true
        }
    }

    /// Whether the word numbered `wanted` has letters of ASCII only.
    private func isPlain(_ wanted: Int) -> Bool { bytes[wanted].allSatisfy { $0 < 0x80 } }

    /// Whether there is a Latin letter beyond ASCII, with which no plain word is spelled alike.
    private func hasMarkedLetter(_ text: Span<UInt8>, _ place: Range<Int>) -> Bool {
        for offset in place where text[offset] >= 0xC3 && (text[offset] <= 0xCD || text[offset] == 0xE1) {
            return true
        }
        return false
    }

    private func isASCII(_ text: Span<UInt8>, _ place: Range<Int>) -> Bool {
        for offset in place where text[offset] >= 0x80 { return false }
        return true
    }

    private func string(_ text: Span<UInt8>, _ place: Range<Int>) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(place.count)
        for offset in place { bytes.append(text[offset]) }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// Words taken apart as their language spells, when one of them is first asked for.
private final class SpelledWords {
    let spelling: Spelling
    private let words: [String]
    private var made: [SpelledWord] = []

    init(_ words: [String], _ spelling: Spelling) {
        self.words = words
        self.spelling = spelling
    }

    subscript(index: Int) -> SpelledWord {
        if made.isEmpty {
            for word in words { made.append(spelling.word(word)) }
        }
        return made[index]
    }
}
