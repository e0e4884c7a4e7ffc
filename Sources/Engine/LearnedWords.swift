/// The words that a user has written.
///
/// A session reads them and adds to them. It does not know where they are kept and who else uses them: on a desktop they
/// are in a file that several programs share.
public protocol LearnedWords: AnyObject, Sendable {
    /// Notes that `word` was written once more; what is not a single word, or too long, is ignored.
    ///
    /// Called while a key is handled, so it must not wait for files.
    func note(_ word: String)

    /// How often `word` was written.
    func count(of word: String) -> Int

    /// The words that begin with `prefix` and were written at least `least` times, those written most first, at most
    /// `limit` of them.
    func words(beginningWith prefix: String, least: Int, limit: Int) -> [WordCounts.Word]
}
