public import Composition

/// What a text field is, and what the frontend can do with it.
public struct Capabilities: OptionSet, Hashable, Sendable {
    /// The bits, as in `chu.h`.
    public var rawValue: UInt32

    /// The capabilities with these bits.
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// A commit is in the document before a key that is passed on after it.
    public static let commitBeforeKey = Capabilities(rawValue: 1 << 0)
    /// The application reports what stands around the caret, and deletes it when asked to.
    public static let surroundingText = Capabilities(rawValue: 1 << 1)
    /// A password or a PIN: keys pass through.
    public static let password = Capabilities(rawValue: 1 << 2)
    /// Private: no word is learned.
    public static let sensitive = Capabilities(rawValue: 1 << 3)
    /// A key that is passed on is in the document before what is committed after it.
    public static let keyReturnsAtOnce = Capabilities(rawValue: 1 << 4)
}

/// How a session behaves, as its user likes it.
public struct SessionBehaviour: Hashable, Sendable {
    /// When candidates are shown.
    public enum Candidates: UInt32, Sendable {
        /// Never by themselves.
        case off
        /// When one of the two keys is pressed in mid-word.
        case onKey
        /// As soon as there are some.
        case whileTyping
    }

    /// What is done with the text around the caret.
    public enum Surrounding: UInt32, Sendable {
        /// Nothing.
        case off
        /// BackSpace at the end of the word committed last takes it up again.
        case reedit
        /// The same, and the composition stands in the document, where it is replaced.
        case compose
    }

    /// When candidates are shown.
    public var candidates = Candidates.off
    /// How many candidates are shown at once, 1 to 10.
    public var pageSize = 5
    /// What is done with the text around the caret, where the application reports it.
    public var surrounding = Surrounding.off
    /// The key that shows words that begin with the composition, or mean it.
    public var candidateKey = KeyEvent(.tab)
    /// The key that shows words that mean it.
    public var meaningKey = KeyEvent(.tab, modifiers: .shift)

    /// The behaviour of a new session.
    public init() {}
}
