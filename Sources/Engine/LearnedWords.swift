/// The words that a user has written, as a session asks for them and adds to them.
///
/// Where they are kept, and who else has them at the same time, is no matter of the session's: on a desktop they are a
/// file that several programs share.
public protocol LearnedWords: AnyObject, Sendable {
    /// Notes that `word` was written once more; what is no single word, or too long, is passed over.
    ///
    /// Called on the way of a key: it must not wait for files.
    func note(_ word: String)

    /// How often `word` was written.
    func count(of word: String) -> Int

    /// The words that begin with `prefix` and were written at least `least` times, those written most first, at most `limit`
    /// of them.
    func words(beginningWith prefix: String, least: Int, limit: Int) -> [WordCounts.Word]
}
