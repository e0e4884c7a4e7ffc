/// Words and how often they were written.
///
///     var counts = WordCounts()
///     counts.add("êa")
///     counts.add("êa")
///     counts.count(of: "êa")  // 2
///     counts.file             // the bytes of "words 1\n2 êa\n"
///
/// A file of them is text: `words 1`, and then a line for each word, how often it was written, a blank and the word;
/// <doc:User-words> describes it.
public struct WordCounts: Hashable, Sendable {
    /// One word and how often it was written.
    public struct Word: Hashable, Sendable {
        /// The word.
        public var text: String
        /// How often, at least 1.
        public var count: Int

        /// The word `text`, written `count` times.
        public init(_ text: String, count: Int) {
            self.text = text
            self.count = count
        }
    }

    /// How many words are kept; those written least go first.
    public static let countLimit = 10_000
    /// How many bytes of UTF-8 a word may have.
    public static let wordLimit = 128
    private static let header = "words 1"

    private var counts: [String: Int] = [:]

    /// No words.
    public init() {}

    /// These words, with the counts of equal ones added up; what is not a word or has no count is left out.
    public init(_ words: [Word]) {
        for word in words { add(word.text, count: word.count) }
    }

    /// Whether there are none.
    public var isEmpty: Bool { counts.isEmpty }

    /// How many different words there are.
    public var count: Int { counts.count }

    /// How often `word` was written.
    public func count(of word: String) -> Int { counts[word] ?? 0 }

    /// Adds `count` to how often `word` was written; what is not a single word, or too long, is skipped.
    ///
    /// - Complexity: O(1).
    public mutating func add(_ word: String, count: Int = 1) {
        guard count > 0, WordCounts.isWord(word) else { return }
        WordCounts.increase(&counts[word, default: 0], by: count)
    }

    /// Adds the words of `others`.
    public mutating func add(_ others: WordCounts) {
        for (word, count) in others.counts { counts[word] = WordCounts.sum(counts[word] ?? 0, count) }
    }

    /// Takes the words of `others` away, each as often as it was written there.
    public mutating func remove(_ others: WordCounts) {
        for (word, count) in others.counts {
            let own = counts[word] ?? 0
            counts[word] = own > count ? own - count : nil
        }
    }

    /// The same words in memory of their own, so that these go on being changed in place.
    public func copied() -> WordCounts {
        var copy = WordCounts()
        copy.add(self)
        return copy
    }

    /// All words, those written most first; those written alike in the order of Unicode.
    public var all: [Word] { WordCounts.sorted(counts.map { Word($0.key, count: $0.value) }) }

    /// The words that begin with `prefix`.
    ///
    /// - Complexity: O(*words*).
    public func words(beginningWith prefix: String) -> WordCounts {
        var found = WordCounts()
        for (word, count) in counts where word.utf8.starts(with: prefix.utf8) { found.counts[word] = count }
        return found
    }

    /// At most ``countLimit`` of the words, without those written least.
    public var bounded: WordCounts {
        guard counts.count > WordCounts.countLimit else { return self }
        var kept = WordCounts()
        for word in all.prefix(WordCounts.countLimit) { kept.counts[word.text] = word.count }
        return kept
    }

    // MARK: The file

    /// The words of a file's `bytes` in its order, or nil when it does not begin with `words 1`.
    ///
    ///     WordCounts.words(of: Array("words 1\n12 asâo\n".utf8))  // asâo, 12 times
    ///
    /// A line that has no count or no word is skipped, so that one bad line costs no other.
    public static func words(of bytes: [UInt8]) -> [Word]? {
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)[...]
        guard let first = lines.popFirst(), first.elementsEqual(header.utf8) else { return nil }
        var words: [Word] = []
        for line in lines {
            let parts = line.split(separator: 0x20, maxSplits: 1)
            guard parts.count == 2, let count = Int(String(decoding: parts[0], as: UTF8.self)), count > 0,
                let text = String(validating: parts[1], as: UTF8.self), isWord(text)
            else { continue }
            words.append(Word(text, count: count))
        }
        return words
    }

    /// The file for `words`, in their order.
    public static func file(of words: [Word]) -> [UInt8] {
        var file = Array((header + "\n").utf8)
        for word in words { file += "\(word.count) \(word.text)\n".utf8 }
        return file
    }

    /// The file for these words, those written most first.
    public var file: [UInt8] { WordCounts.file(of: all) }

    /// Whether `text` is one word that can be kept: no blank or control character, and not too long.
    public static func isWord(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= wordLimit
            && text.unicodeScalars.allSatisfy {
                !$0.properties.isWhitespace && $0.properties.generalCategory != .control
            }
    }

    /// Adds to a count in place, which looks a word up once.
    private static func increase(_ own: inout Int, by count: Int) { own = sum(own, count) }

    /// The sum of two counts, or the greatest number there is.
    package static func sum(_ one: Int, _ other: Int) -> Int {
        let (sum, overflow) = one.addingReportingOverflow(other)
        return overflow ? .max : sum
    }

    private static func sorted(_ words: [Word]) -> [Word] {
        words.sorted {
            $0.count != $1.count
                ? $0.count > $1.count : $0.text.utf8.lexicographicallyPrecedes($1.text.utf8)
        }
    }
}
