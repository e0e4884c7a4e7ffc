import Bytes
import Files

/// What the user has written with one keymap, and how often, so that candidates come in that order.
///
///     let words = try UserWords(path: "words/rad/telex.words")
///     field.words = words      // notes words as they end
///     try words.save()         // not on the way of a key
///
/// Shared by any number of fields and threads. Two programs may keep their words in one file: saving adds what was
/// learned here to what is there. <doc:User-words> describes the file.
public final class UserWords: Sendable {
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

    private struct State {
        /// What the file had when it was read last.
        var saved: [String: Int] = [:]
        /// What was noted since.
        var noted: [String: Int] = [:]
    }

    /// How many words are kept; those written least go first.
    public static let countLimit = 10_000
    /// How many bytes of UTF-8 a word may have.
    public static let wordLimit = 128

    private let path: String?
    private let state: Guarded<State>

    /// The words in the file at `path`, which may be missing; nil keeps them in memory.
    ///
    /// - Throws: ``UserWordsError`` when the file cannot be read or is something else; it is left as it is.
    public init(path: String?) throws(UserWordsError) {
        self.path = path
        var state = State()
        if let path { state.saved = try UserWords.read(path) }
        self.state = Guarded(state)
    }

    /// Notes that `word` was written once more; what is no single word, or too long, is passed over.
    ///
    /// - Complexity: O(1), and waits for no more than another such call.
    public func note(_ word: String) {
        guard UserWords.isWord(word) else { return }
        state.withLock { state in
            guard state.noted.count < UserWords.countLimit || state.noted[word] != nil else { return }
            state.noted[word, default: 0] += 1
        }
    }

    /// How often `word` was written.
    public func count(of word: String) -> Int {
        state.withLock { ($0.saved[word] ?? 0) + ($0.noted[word] ?? 0) }
    }

    /// All words, those written most first; those written alike in the order of Unicode.
    public var all: [Word] { state.withLock { UserWords.sorted(UserWords.sum($0.saved, $0.noted)) } }

    /// The words that begin with `prefix` and were written at least `least` times, at most `limit` of them.
    ///
    /// - Complexity: O(*words*).
    func words(beginningWith prefix: String, least: Int, limit: Int) -> [Word] {
        let found = state.withLock { state in
            UserWords.sum(
                state.saved.filter { $0.key.utf8.starts(with: prefix.utf8) },
                state.noted.filter { $0.key.utf8.starts(with: prefix.utf8) })
        }
        return Array(UserWords.sorted(found.filter { $0.value >= least }).prefix(limit))
    }

    // MARK: The file

    /// Adds what was noted to the file, with what others have added to it meanwhile.
    ///
    /// The file is written aside, synced and renamed; others wait meanwhile.
    ///
    /// - Returns: Whether there was anything to save.
    /// - Throws: ``UserWordsError``; what was noted is kept, for another try.
    @discardableResult
    public func save() throws(UserWordsError) -> Bool {
        // A dictionary of its own, for that in the state goes on being changed in place.
        let noted = state.withLock { UserWords.copy($0.noted) }
        guard !noted.isEmpty, path != nil else { return false }
        try change { UserWords.sum($0, noted) }
        state.withLock { state in
            for (word, count) in noted {
                state.noted[word] = (state.noted[word] ?? 0) > count ? (state.noted[word] ?? 0) - count : nil
            }
        }
        return true
    }

    /// Adds `words`, as from another machine.
    public func add(_ words: [Word]) throws(UserWordsError) {
        var added: [String: Int] = [:]
        for word in words where UserWords.isWord(word.text) && word.count > 0 {
            added[word.text] = UserWords.sum(added[word.text] ?? 0, word.count)
        }
        let words = added
        try change { UserWords.sum($0, words) }
    }

    /// Forgets all words, in the file too.
    public func clear() throws(UserWordsError) {
        try change { _ in [:] }
        state.withLock { $0.noted = [:] }
    }

    private func change(_ body: ([String: Int]) -> [String: Int]) throws(UserWordsError) {
        guard let path else { return state.withLock { $0.saved = body($0.saved) } }
        let folder = Path.parent(of: path)
        try UserWordsError.wrap { () throws(FileError) in try makeFolder(at: folder) }
        let lock = try UserWordsError.wrap { () throws(FileError) in try FolderLock(of: folder) }
        let words = UserWords.bounded(body(try UserWords.read(path)))
        try UserWordsError.wrap { () throws(FileError) in
            try replaceFile(at: path, with: UserWords.text(of: words))
        }
        _ = consume lock
        state.withLock { $0.saved = words }
    }
}
