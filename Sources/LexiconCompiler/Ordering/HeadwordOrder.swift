import ICU

/// Puts headwords in the alphabetical order of their language.
///
///     var order = HeadwordOrder(header, script: "Latn")
///     for word in ["ngang", "nun", "nang"] { order.add(word) }
///     order.places()  // [2, 1, 0] where the header states the letter ng, [1, 2, 0] where it does not
///
/// The letters are those of the header's `alphabet`; what it does not state is as in ICU's order of the language. A
/// language that ICU does not know and that is written in Latin letters has the letters and tones of Vietnamese, after which
/// most of these orthographies were made.
///
/// Words are compared part by part, as Vietnamese dictionaries do, where ba ba comes before bà: first the letters of the
/// first part, then its marks, then the second part. Capitals count last.
struct HeadwordOrder {
    /// The order by letters and marks, and that by capitals; nil when ICU has none of this name.
    private let parts: Collator?
    private let capitals: Collator?
    private var keys = KeyCollector()
    private var count = 0

    /// The order that `header` states, for headwords in `script`.
    init(_ header: SourceHeader, script: String) {
        let tag = header.language?.text ?? "und"
        let language = script == "Latn" && !Collator.knows(tag) ? "vi" : tag
        var rules = ""
        let letters = AlphabetRules.letters(header.alphabet.map(\.text))
        if !letters.isEmpty, let base = Collator(language: language, levels: .letters) {
            rules = AlphabetRules.text(letters, after: base)
        }
        func collator(_ levels: Collator.Levels) -> Collator? {
            // What ICU cannot read of an alphabet is no reason to have no order.
            Collator(language: language, rules: rules, levels: levels)
                ?? Collator(language: language, levels: levels) ?? Collator(language: "und", levels: levels)
        }
        parts = collator(.marks)
        capitals = collator(.capitals)
    }

    /// Adds the next headword.
    ///
    /// - Complexity: O(*n*).
    mutating func add(_ word: String) {
        keys.add(key(word), UInt32(truncatingIfNeeded: count))
        count += 1
    }

    /// What comes before another key byte by byte where its word does.
    private func key(_ word: String) -> [UInt8] {
        guard let parts, let capitals else { return Array(word.utf8) }
        var key: [UInt8] = []
        // No key has a zero, which ends it; what goes on behind it comes after what does not.
        for part in OrderedText.parts(word) { key += parts.key(part) + [0] }
        return key + [0] + capitals.key(OrderedText.letters(word)) + [0] + word.normalized(.nfc).utf8
    }

    /// The place of each headword, in the order in which they were added; of equal ones the first comes first.
    ///
    /// - Complexity: O(*n* log *n*).
    consuming func places() -> [UInt32] {
        var places = [UInt32](repeating: 0, count: count)
        var next: UInt32 = 0
        keys.forEach { _, entries in
            for entry in entries {
                places[Int(entry)] = next
                next &+= 1
            }
        }
        return places
    }
}
