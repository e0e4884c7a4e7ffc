public import Lexicon

/// A question to lexicons.
///
///     Question("nước", from: "vi", to: "rad")  // Êđê words for nước
public struct Question: Sendable {
    /// What is wrong with a question.
    public enum Fault: Sendable {
        /// ``Question/limit`` is less than 1.
        case limitTooSmall
        /// ``Question/distance`` is not from 1 to 3.
        case distanceOutside
        /// ``Question/distance`` is given for another kind of match than `fuzzy`.
        case distanceNeedsFuzzy
    }

    /// What is looked up.
    public var query: String
    /// How it is compared.
    public var match: Match
    /// In a fuzzy search, how many letters may differ.
    public var distance: Int?
    /// The language of the query, a BCP 47 tag; nil for any.
    public var from: String?
    /// The language wanted, a BCP 47 tag; nil for any.
    public var to: String?
    /// How many entries an answer has at most; `Int.max` for all.
    public var limit: Int
    /// Whether a query is the name of a people or a language; nil where no names are known.
    ///
    /// Nobody who asks for one means several words or a slip. It is asked when nothing is found for the query itself.
    public var isName: (@Sendable (String) -> Bool)?

    /// A question after `query`.
    public init(
        _ query: String, _ match: Match = .exact, distance: Int? = nil, from: String? = nil,
        to: String? = nil, limit: Int = 20
    ) {
        self.query = query
        self.match = match
        self.distance = distance
        self.from = from
        self.to = to
        self.limit = limit
    }

    /// Whether the query has signs that stand for letters in a pattern, and another kind of match was asked for.
    ///
    ///     Question("nước*").mayBePattern  // true
    ///     Question("*dem-").mayBePattern  // false: a reconstructed form
    ///     Question("nước?").mayBePattern  // false: a question
    public var mayBePattern: Bool {
        guard match == .exact || match == .folded else { return false }
        let scalars = query.unicodeScalars
        return scalars.dropFirst().contains("*") || scalars.dropLast().contains("?")
    }

    /// What is wrong with it, or nil.
    public var fault: Fault? {
        if limit < 1 { return .limitTooSmall }
        if let distance, !(1...3).contains(distance) { return .distanceOutside }
        if distance != nil, match != .fuzzy { return .distanceNeedsFuzzy }
        return nil
    }
}
