import Bytes
public import Engine
public import Files

/// What the user has written with one keymap, and how often, so that candidates come in that order.
///
///     let words = try UserWords(path: "words/rad/telex.words")
///     field.words = words      // notes words as they end
///     try words.save()         // not on the way of a key
///
/// Shared by any number of fields and threads. Two programs may keep their words in one file: saving adds what was
/// learned here to what is there. <doc:/Engine/User-words> describes the file.
public final class UserWords: LearnedWords {
    private struct State {
        /// What the file had when it was read last.
        var saved = WordCounts()
        /// What was noted since.
        var noted = WordCounts()
    }

    private static let sizeLimit = 4 << 20

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

    /// Notes that `word` was written once more; what is not a single word, or too long, is skipped.
    ///
    /// - Complexity: O(1), and waits for no more than another such call.
    public func note(_ word: String) {
        state.withLock { state in
            guard state.noted.count < WordCounts.countLimit || state.noted.count(of: word) > 0 else { return }
            state.noted.add(word)
        }
    }

    /// How often `word` was written.
    public func count(of word: String) -> Int {
        state.withLock { WordCounts.sum($0.saved.count(of: word), $0.noted.count(of: word)) }
    }

    /// All words, those written most first; those written alike in the order of Unicode.
    public var all: [WordCounts.Word] {
        state.withLock { state in
            var words = state.saved
            words.add(state.noted)
            return words.all
        }
    }

    /// The words that begin with `prefix` and were written at least `least` times, at most `limit` of them.
    ///
    /// - Complexity: O(*words*).
    public func words(beginningWith prefix: String, least: Int, limit: Int) -> [WordCounts.Word] {
        let found = state.withLock { state in
            var words = state.saved.words(beginningWith: prefix)
            words.add(state.noted.words(beginningWith: prefix))
            return words
        }
        return Array(found.all.prefix { $0.count >= least }.prefix(limit))
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
        let noted = state.withLock { $0.noted.copied() }
        guard !noted.isEmpty, path != nil else { return false }
        try change { $0.add(noted) }
        state.withLock { $0.noted.remove(noted) }
        return true
    }

    /// Adds `words`, as from another machine.
    public func add(_ words: [WordCounts.Word]) throws(UserWordsError) {
        let added = WordCounts(words)
        try change { $0.add(added) }
    }

    /// Forgets all words, in the file too.
    public func clear() throws(UserWordsError) {
        try change { $0 = WordCounts() }
        state.withLock { $0.noted = WordCounts() }
    }

    private func change(_ body: (inout WordCounts) -> Void) throws(UserWordsError) {
        guard let path else { return state.withLock { body(&$0.saved) } }
        let folder = Path.parent(of: path)
        try UserWordsError.wrap { () throws(FileError) in try makeFolder(at: folder) }
        let lock = try UserWordsError.wrap { () throws(FileError) in try FolderLock(of: folder) }
        var words = try UserWords.read(path)
        body(&words)
        words = words.bounded
        let file = words.file
        try UserWordsError.wrap { () throws(FileError) in
            try replaceFile(at: path, with: file, keepingLinks: false)
        }
        _ = consume lock
        state.withLock { [words] in $0.saved = words }
    }

    private static func read(_ path: String) throws(UserWordsError) -> WordCounts {
        let file: MappedFile
        do throws(FileError) {
            file = try MappedFile(path: path)
        } catch {
            guard error.isMissing else { throw .file(error) }
            return WordCounts()
        }
        guard file.bytes.count <= sizeLimit else { throw .tooLarge(path) }
        guard let words = WordCounts.words(of: file.bytes.array()) else { throw .otherFile(path) }
        return WordCounts(words).bounded
    }
}

/// Why the user's words cannot be read or kept.
public enum UserWordsError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The system refused.
    case file(FileError)
    /// The file at this path does not begin with `words 1`.
    case otherFile(String)
    /// The file at this path is too large to be one of words.
    case tooLarge(String)

    /// What went wrong and with which file, without a full stop.
    public var description: String {
        switch self {
        case .file(let error): error.description
        case .otherFile(let path):
            "\(path): no file of words, which begins with the line 'words 1'; move it away, and a new one is made"
        case .tooLarge(let path):
            "\(path): larger than 4 MiB, so no file of words; move it away, and a new one is made"
        }
    }

    fileprivate static func wrap<Result: ~Copyable>(
        _ body: () throws(FileError) -> Result
    ) throws(UserWordsError) -> Result {
        do throws(FileError) {
            return try body()
        } catch {
            throw .file(error)
        }
    }
}
