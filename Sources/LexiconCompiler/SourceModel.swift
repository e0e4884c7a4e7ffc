import Lexicon

/// A text of the source, in NFC, and the bytes it stands in.
struct Piece {
    var text: String
    var range: Range<Int>

    var isEmpty: Bool { text.isEmpty }
}

/// A lexicon as its author wrote it, whichever form it has.
struct LexiconSource {
    var header = SourceHeader()
    var entries: [SourceEntry] = []
    /// The languages in which entries may be glossed, in the order in which they are declared or met.
    var glossLanguages: [String] = []
    /// Whether an entry without a gloss is worth a word: not in a bare list of words.
    var expectsGlosses = true
}

/// What the header says.
struct SourceHeader {
    var language: Piece?
    var script: Piece?
    var orthography: Piece?
    var title: Piece?
    var titles: [(language: Piece, title: Piece)] = []
    var version: Piece?
    var licence: Piece?
    var status: Piece?
    var sources: [(id: Piece, text: Piece)] = []
    var method: Piece?
    var methodLanguages: [Piece] = []
    var columns: [Piece]?
    var national: Piece?
    var regional: Piece?
}

/// An entry before it is checked.
struct SourceEntry {
    var headword: Piece
    var homograph: Piece?
    var citation: Piece?
    var variants: [Piece] = []
    var romanisation: Piece?
    var pronunciation: Piece?
    var partOfSpeech: Piece?
    var senses: [SourceSense] = []
    var source: Piece?
    var sourceEntry: Piece?
    var method: Piece?
    var concept: Piece?
    var dialect: Piece?
    var notes: [Piece] = []
    var status: Piece?
    var related: [Piece] = []
    var date: Piece?
    /// The line or lines it takes.
    var range: Range<Int>
}

/// A sense before it is checked.
struct SourceSense {
    var partOfSpeech: Piece?
    var glosses: [(language: String, text: Piece)] = []
    var definitions: [(language: String, text: Piece)] = []
    var examples: [SourceExample] = []
    var domains: [Piece] = []
    var synonyms: [Piece] = []
    var usage: Piece?
    var range: Range<Int>

    var isEmpty: Bool {
        partOfSpeech == nil && glosses.isEmpty && definitions.isEmpty && examples.isEmpty && domains.isEmpty
            && synonyms.isEmpty && usage == nil
    }
}

/// An example before it is checked.
struct SourceExample {
    var text: Piece
    var translations: [(language: String, text: Piece)] = []
}
