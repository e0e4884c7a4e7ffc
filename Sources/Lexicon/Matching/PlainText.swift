extension Lexicon {
    /// `text` without the marks, tones and capitals that searches do not look at.
    ///
    ///     lexicon.plain("Ƀuôn")  // "buon"
    ///
    /// - Complexity: O(*n* log *rows*) for *n* code points and the rows of the folding.
    package func plain(_ text: String) -> String { String(decoding: folding.key(text), as: UTF8.self) }
}
