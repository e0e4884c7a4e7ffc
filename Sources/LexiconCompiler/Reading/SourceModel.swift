import Lexicon

/// A text of the source, in NFC, and the bytes it stands in.
struct Piece {
    var text: String
    var range: Range<Int>

    var isEmpty: Bool { text.isEmpty }
}

/// A lexicon as its author wrote it, entry by entry, whichever form it has.
protocol SourceReader {
    /// What the header says.
    var header: SourceHeader { get }
    /// The languages in which entries may be glossed, in the order in which they are searched.
    var glossLanguages: [String] { get }
    /// The scripts other than the header's in which entries may give forms.
    var formScripts: [String] { get }
    /// Whether an entry without a gloss is worth a word, whatever others have: not in a bare list of words.
    var expectsGlosses: Bool? { get }
    /// How far it has read, in bytes.
    var offset: Int { get }

    /// The next entry; what is wrong with it is added to `report`.
    mutating func next(_ report: inout LexiconReport) -> SourceEntry?
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
    var alphabet: [Piece] = []
    /// The language whose spelling that of the headwords is.
    var spelling: Piece?
    /// The marks that are tones, each alone.
    var tones: [Unicode.Scalar] = []
    /// Rows of what is spelled alike.
    var alike: [[String]] = []
    /// The forms in which rules write the headwords, and whether it is known that they cannot write all.
    var transliterations: [(form: Piece, isPartial: Bool)] = []
}

/// An entry before it is checked.
struct SourceEntry {
    var headword: Piece
    var homograph: Piece?
    var citation: Piece?
    var orthography: Piece?
    var variants: [Piece] = []
    var scriptForms: [(script: Piece, text: Piece)] = []
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
    var licence: Piece?
    var audio: [Piece] = []
    var pictures: [Piece] = []
    var weight: Piece?
    var frequency: Piece?
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
