import Diagnostics

/// The stable names of what the compiler reports; each has a section in <doc:Lexicon-diagnostics>.
enum LexiconDiagnosticID: String, DiagnosticID {
    case illFormed = "lexicon.ill-formed-text"
    case controlCharacter = "lexicon.control-character"
    case invisibleCharacter = "lexicon.invisible-character"
    case notNFC = "lexicon.not-nfc"
    case missingKeyword = "lexicon.missing-keyword"
    case unknownKeyword = "lexicon.unknown-keyword"
    case repeatedKeyword = "lexicon.repeated-keyword"
    case emptyKeyword = "lexicon.empty-keyword"
    case misplacedKeyword = "lexicon.misplaced-keyword"
    case wrongVersion = "lexicon.wrong-version"
    case badTag = "lexicon.bad-language-tag"
    case badScript = "lexicon.bad-script"
    case badStatus = "lexicon.bad-status"
    case badMethod = "lexicon.bad-method"
    case repeatedSource = "lexicon.repeated-source"
    case unknownSource = "lexicon.unknown-source"
    case unknownColumn = "lexicon.unknown-column"
    case repeatedColumn = "lexicon.repeated-column"
    case noHeadwordColumn = "lexicon.no-headword-column"
    case tooManyLanguages = "lexicon.too-many-languages"
    case missingEntries = "lexicon.missing-entries"
    case noEntries = "lexicon.no-entries"
    case noHeadword = "lexicon.no-headword"
    case tooManyFields = "lexicon.too-many-fields"
    case spacesForTab = "lexicon.spaces-for-tab"
    case spreadsheetQuotes = "lexicon.spreadsheet-quotes"
    case hashInEntry = "lexicon.hash-in-entry"
    case tooLong = "lexicon.too-long"
    case emptyGloss = "lexicon.empty-gloss"
    case noGloss = "lexicon.no-gloss"
    case senseCount = "lexicon.sense-count"
    case badHomograph = "lexicon.bad-homograph"
    case repeatedHomograph = "lexicon.repeated-homograph"
    case repeatedEntry = "lexicon.repeated-entry"
    case repeatedSense = "lexicon.repeated-sense"
    case foreignLetter = "lexicon.foreign-letter"
    case badWeight = "lexicon.bad-weight"
    case missingFile = "lexicon.missing-file"
    case brokenReference = "lexicon.broken-reference"
    case tooLarge = "lexicon.too-large"
    case standIn = "lexicon.stand-in-letter"
    case outsideAlphabet = "lexicon.outside-alphabet"
    case mixedSpelling = "lexicon.mixed-spelling"
    case strayMark = "lexicon.stray-mark"
    case unknownMarker = "lexicon.unknown-marker"
    case noMarker = "lexicon.no-marker"
    case fieldBeforeEntry = "lexicon.field-before-entry"
    case noRegional = "lexicon.no-regional-language"
    case translationWithoutExample = "lexicon.translation-without-example"
    case repeatedField = "lexicon.repeated-field"
    case badTransliteration = "lexicon.bad-transliteration"
    case badSpelling = "lexicon.bad-spelling"
    case severalForms = "lexicon.several-forms"
    case missingTransform = "lexicon.missing-transform"
    case brokenTransform = "lexicon.broken-transform"
    case notTransliterated = "lexicon.not-transliterated"

    var severity: Diagnostic.Severity {
        switch self {
        case .invisibleCharacter, .notNFC, .noEntries, .spreadsheetQuotes, .hashInEntry, .emptyGloss,
            .noGloss, .senseCount,
            .repeatedHomograph, .repeatedEntry, .repeatedSense, .foreignLetter, .missingFile,
            .brokenReference, .standIn, .outsideAlphabet, .mixedSpelling, .strayMark, .severalForms,
            .unknownMarker,
            .noRegional, .translationWithoutExample, .repeatedField, .notTransliterated:
            .warning
        default: .error
        }
    }
}
