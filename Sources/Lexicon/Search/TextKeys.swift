/// The keys under which the running text of an entry and its concepts are found.
///
/// The first byte says what a key is: a word of an example, a translation, a definition, a note or a remark on usage,
/// folded; or a concept, as it stands.
package enum TextKeys {
    static let word: UInt8 = 1
    static let concept: UInt8 = 2

    /// Calls `body` with each key of `entry` and whether it is all of its text; a key may come several times.
    package static func forEach(_ entry: Entry, _ folding: Folding, _ body: ([UInt8], Bool) -> Void) {
        for text in texts(entry) {
            for piece in GlossPieces(text.text).pieces {
                for word in piece { body([TextKeys.word] + folding.key(word), piece.count == 1) }
            }
        }
        for concept in concepts(entry) { body(key(ofConcept: concept), true) }
    }

    /// The texts of an entry with the field and the language of each; a note's language is not known.
    static func texts(_ entry: Entry) -> [(text: String, field: Hit.Field, language: String?)] {
        var texts: [(text: String, field: Hit.Field, language: String?)] = []
        for sense in entry.senses {
            for example in sense.examples {
                texts.append((example.text, .example, ""))
                texts += example.translations.map { ($0.text, .example, $0.language) }
            }
            texts += sense.definitions.map { ($0.text, .definition, $0.language) }
            if let usage = sense.usage { texts.append((usage, .note, nil)) }
        }
        if let note = entry.note { texts.append((note, .note, nil)) }
        return texts
    }

    /// The concepts of an entry: several are separated by blanks.
    static func concepts(_ entry: Entry) -> [String] {
        (entry.concept ?? "").split(separator: " ").map(String.init)
    }

    static func key(ofConcept concept: String) -> [UInt8] { [TextKeys.concept] + Array(concept.utf8) }
}
