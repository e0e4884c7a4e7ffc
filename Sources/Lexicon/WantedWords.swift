/// The words of a query as they are compared with the words of glosses.
struct WantedWords {
    /// The search keys of the words.
    let keys: [[UInt8]]
    /// Whether the last word may be the beginning of one.
    let lastIsPrefix: Bool
    private let words: [String]
    private let lowered: [String]
    private let folding: Folding

    /// The first `limit` words of `query`.
    init(_ query: String, _ folding: Folding, _ match: Match, limit: Int) {
        words = Array(GlossPieces(query).words.prefix(limit))
        lowered = words.map { $0.lowercased() }
        keys = words.map(folding.key)
        lastIsPrefix = match == .prefix && !(keys.last ?? []).isEmpty
        self.folding = folding
    }

    /// How well the best piece of the glosses and definitions of `entry` in `language` fits.
    func quality(of entry: Entry, in language: String) -> Quality {
        var best: Quality?
        for sense in entry.senses {
            for gloss in sense.glosses + sense.definitions where gloss.language == language {
                // Of the glosses of an entry mostly one has the words.
                guard mayBe(in: gloss.text) else { continue }
                let pieces = GlossPieces(gloss.text)
                // Besides a piece, the whole of the gloss may be asked for.
                for piece in pieces.pieces.count > 1 ? pieces.pieces + [pieces.words] : pieces.pieces {
                    guard let quality = quality(piece) else { continue }
                    best = min(best ?? quality, quality)
                }
            }
        }
        if let best { return best }
        // Or the words may be spread over several glosses.
        var all: [String] = []
        for sense in entry.senses {
            for gloss in sense.glosses + sense.definitions where gloss.language == language {
                all += GlossPieces(gloss.text).words
            }
        }
        return Quality(quality(all)?.spelling ?? .folded, .part)
    }

    /// False when the words are certainly not all in `text`.
    private func mayBe(in text: String) -> Bool {
        guard folding.keepsOrder else { return true }
        let key = folding.key(text)
        return keys.allSatisfy { wanted in
            guard let first = wanted.first else { return true }
            var start = 0
            while start + wanted.count <= key.count {
                if key[start] == first, key[start..<(start + wanted.count)].elementsEqual(wanted) {
                    return true
                }
                start += 1
            }
            return false
        }
    }

    /// How well a running text fits, or nil when not all of the words are in it.
    func quality(ofText text: String) -> Quality? { quality(GlossPieces(text).words) }

    private func quality(_ piece: [String]) -> Quality? {
        if let coverage = coverage(of: piece, words, { $0.hasPrefix($1) }) {
            return Quality(.exact, coverage)
        }
        let low = piece.map { $0.lowercased() }
        if let coverage = coverage(of: low, lowered, { $0.hasPrefix($1) }) {
            return Quality(.caseDiffers, coverage)
        }
        let folded = piece.map(folding.key)
        return coverage(of: folded, keys, { $0.starts(with: $1) }).map { Quality(.folded, $0) }
    }

    /// How much of `piece` the words `wanted` are, or nil when not all are there.
    private func coverage<Word: Equatable>(
        of piece: [Word], _ wanted: [Word], _ begins: (Word, Word) -> Bool
    ) -> Quality.Coverage? {
        func fits(_ word: Word, _ index: Int) -> Bool {
            word == wanted[index] || lastIsPrefix && index == wanted.count - 1 && begins(word, wanted[index])
        }
        if piece == wanted { return .whole }
        if piece.count >= wanted.count, wanted.indices.allSatisfy({ fits(piece[$0], $0) }) {
            return .beginning
        }
        // Several words in a row say more than the same words apart.
        if wanted.count > 1, piece.count > wanted.count {
            let last = piece.count - wanted.count
            for start in 1...last where wanted.indices.allSatisfy({ fits(piece[start + $0], $0) }) {
                return .inside
            }
        }
        let isThere = wanted.indices.allSatisfy { index in piece.contains { fits($0, index) } }
        return isThere ? .part : nil
    }
}
