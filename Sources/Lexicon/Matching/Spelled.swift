/// A query as its letters are compared with those of a form.
///
/// What it takes to compare letters is made when a form is not spelled as the query, which few are that are found.
final class Spelled {
    private let query: String
    private let spelling: Spelling
    private lazy var lowered = query.lowercased()
    private lazy var word = spelling.word(query)

    /// The query, compared as `spelling` says.
    init(_ query: String, _ spelling: Spelling) {
        self.query = query
        self.spelling = spelling
    }

    /// How a form is spelled whose search key is `edits` letters from the query's.
    func quality(of form: String, edits: Int = 0) -> Quality {
        if form == query { return Quality(.exact, .whole, edits: edits) }
        if form.lowercased() == lowered { return Quality(.caseDiffers, .whole, edits: edits) }
        let other = spelling.word(form)
        if other == word { return Quality(.alike, .whole, edits: edits) }
        return Quality(.folded, .whole, edits: edits, accents: word.difference(from: other))
    }

    /// How far a form is from the query, by tones, marks and letters.
    func accents(_ form: String) -> Int { word.difference(from: spelling.word(form)) }
}
