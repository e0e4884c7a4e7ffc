/// What a frontend must do after a key: commit, show the preedit, and swallow the key or pass it on.
///
/// The texts are read from the ``Composer`` (or session) that gave the response: ``Composer/committed`` goes into
/// the document first, then ``Composer/preedit`` is shown in place of the former one.
public struct Response: Hashable, Sendable {
    /// Whether the key is used up; otherwise the application gets it after the commit.
    public var isConsumed: Bool
    /// Whether there is text to commit.
    public var hasCommit: Bool

    /// A response.
    @inlinable
    public init(isConsumed: Bool, hasCommit: Bool) {
        self.isConsumed = isConsumed
        self.hasCommit = hasCommit
    }
}
