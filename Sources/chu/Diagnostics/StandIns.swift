// Stand-ins until each compiler publishes its kinds; generated from the articles. To be deleted at the merge.

import Diagnostics
import KeymapCompiler
import LexiconCompiler

private enum KeymapIDs: String, DiagnosticID {
    case illFormedText = "keymap.ill-formed-text"
    case invisibleCharacter = "keymap.invisible-character"
    case notNormalized = "keymap.not-normalized"
    case badCodePoint = "keymap.bad-code-point"
    case unknownStatement = "keymap.unknown-statement"
    case missingStatement = "keymap.missing-statement"
    case duplicateStatement = "keymap.duplicate-statement"
    case notFirst = "keymap.not-first"
    case unsupportedVersion = "keymap.unsupported-version"
    case indentedStatement = "keymap.indented-statement"
    case notIndented = "keymap.not-indented"
    case unevenIndentation = "keymap.uneven-indentation"
    case unknownLine = "keymap.unknown-line"
    case unknownWord = "keymap.unknown-word"
    case unexpectedText = "keymap.unexpected-text"
    case missingText = "keymap.missing-text"
    case wrongArrow = "keymap.wrong-arrow"
    case unknownChoice = "keymap.unknown-choice"
    case badName = "keymap.bad-name"
    case badNumber = "keymap.bad-number"
    case duplicateName = "keymap.duplicate-name"
    case tooMany = "keymap.too-many"
    case tooLarge = "keymap.too-large"
    case badLanguageTag = "keymap.bad-language-tag"
    case badLicence = "keymap.bad-licence"
    case unknownInclude = "keymap.unknown-include"
    case includeCycle = "keymap.include-cycle"
    case includeConflict = "keymap.include-conflict"
    case duplicateValue = "keymap.duplicate-value"
    case optionWithoutChoice = "keymap.option-without-choice"
    case unknownOption = "keymap.unknown-option"
    case unknownValue = "keymap.unknown-value"
    case unusedOption = "keymap.unused-option"
    case badCondition = "keymap.bad-condition"
    case conditionNotAllowed = "keymap.condition-not-allowed"
    case letterWithoutKeys = "keymap.letter-without-keys"
    case duplicateLetter = "keymap.duplicate-letter"
    case duplicateWay = "keymap.duplicate-way"
    case duplicateKeys = "keymap.duplicate-keys"
    case keysWithoutLetter = "keymap.keys-without-letter"
    case shadowedKeys = "keymap.shadowed-keys"
    case idleCondition = "keymap.idle-condition"
    case impossibleCondition = "keymap.impossible-condition"
    case ambiguousKeys = "keymap.ambiguous-keys"
    case listedTwice = "keymap.listed-twice"
    case letterTooLong = "keymap.letter-too-long"
    case capitalLetter = "keymap.capital-letter"
    case capitalKey = "keymap.capital-key"
    case emptyClass = "keymap.empty-class"
    case unknownClass = "keymap.unknown-class"
    case unusedClass = "keymap.unused-class"
    case badParts = "keymap.bad-parts"
    case unknownPart = "keymap.unknown-part"
    case badKey = "keymap.bad-key"
    case keyNotPrintable = "keymap.key-not-printable"
    case notOneKey = "keymap.not-one-key"
    case notAMark = "keymap.not-a-mark"
    case notOneLetter = "keymap.not-one-letter"
    case duplicateMark = "keymap.duplicate-mark"
    case unknownTone = "keymap.unknown-tone"
    case toneWithoutKeys = "keymap.tone-without-keys"
    case unknownLetter = "keymap.unknown-letter"
    case badForm = "keymap.bad-form"
    case emptyGrammar = "keymap.empty-grammar"
    case shadowedPlace = "keymap.shadowed-place"
    case unusedSet = "keymap.unused-set"
    case unusedOnset = "keymap.unused-onset"
    case unusedRime = "keymap.unused-rime"
    case unusedPlace = "keymap.unused-place"
    case idleRepair = "keymap.idle-repair"
    case unevenRepair = "keymap.uneven-repair"
    case duplicateRule = "keymap.duplicate-rule"
    case duplicateKeptWord = "keymap.duplicate-kept-word"
    case longKeptWord = "keymap.long-kept-word"
    case badRule = "keymap.bad-rule"
    case badCapture = "keymap.bad-capture"
    case badMap = "keymap.bad-map"
    case badRange = "keymap.bad-range"
    case unknownMarker = "keymap.unknown-marker"
    case unusedMarker = "keymap.unused-marker"
    case patternTooLong = "keymap.pattern-too-long"
    case hiddenRule = "keymap.hidden-rule"
    case duplicateKey = "keymap.duplicate-key"
    case badOrder = "keymap.bad-order"
    case incompleteCluster = "keymap.incomplete-cluster"
    case classNotOrdered = "keymap.class-not-ordered"
    case badPattern = "keymap.bad-pattern"
    case foreignScript = "keymap.foreign-script"
    case composingLetters = "keymap.composing-letters"
    case failedTest = "keymap.failed-test"

    var severity: Diagnostic.Severity {
        switch self {
        case .unevenIndentation, .unusedOption, .shadowedKeys, .idleCondition, .impossibleCondition,
            .ambiguousKeys, .listedTwice, .unusedClass, .toneWithoutKeys, .shadowedPlace, .unusedSet,
            .unusedOnset, .unusedRime, .unusedPlace, .idleRepair, .duplicateKeptWord, .unusedMarker,
            .hiddenRule, .foreignScript, .composingLetters:
            .warning
        default: .error
        }
    }
}

private enum LexiconIDs: String, DiagnosticID {
    case illFormedText = "lexicon.ill-formed-text"
    case tooLarge = "lexicon.too-large"
    case controlCharacter = "lexicon.control-character"
    case invisibleCharacter = "lexicon.invisible-character"
    case notNfc = "lexicon.not-nfc"
    case missingKeyword = "lexicon.missing-keyword"
    case unknownKeyword = "lexicon.unknown-keyword"
    case repeatedKeyword = "lexicon.repeated-keyword"
    case emptyKeyword = "lexicon.empty-keyword"
    case misplacedKeyword = "lexicon.misplaced-keyword"
    case wrongVersion = "lexicon.wrong-version"
    case badLanguageTag = "lexicon.bad-language-tag"
    case badScript = "lexicon.bad-script"
    case badStatus = "lexicon.bad-status"
    case badMethod = "lexicon.bad-method"
    case repeatedSource = "lexicon.repeated-source"
    case unknownColumn = "lexicon.unknown-column"
    case repeatedColumn = "lexicon.repeated-column"
    case noHeadwordColumn = "lexicon.no-headword-column"
    case missingEntries = "lexicon.missing-entries"
    case badTransliteration = "lexicon.bad-transliteration"
    case missingTransform = "lexicon.missing-transform"
    case brokenTransform = "lexicon.broken-transform"
    case tooManyLanguages = "lexicon.too-many-languages"
    case noEntries = "lexicon.no-entries"
    case tooManyFields = "lexicon.too-many-fields"
    case spacesForTab = "lexicon.spaces-for-tab"
    case hashInEntry = "lexicon.hash-in-entry"
    case senseCount = "lexicon.sense-count"
    case noHeadword = "lexicon.no-headword"
    case tooLong = "lexicon.too-long"
    case emptyGloss = "lexicon.empty-gloss"
    case noGloss = "lexicon.no-gloss"
    case badHomograph = "lexicon.bad-homograph"
    case repeatedHomograph = "lexicon.repeated-homograph"
    case badWeight = "lexicon.bad-weight"
    case notTransliterated = "lexicon.not-transliterated"
    case brokenReference = "lexicon.broken-reference"
    case missingFile = "lexicon.missing-file"
    case repeatedEntry = "lexicon.repeated-entry"
    case repeatedSense = "lexicon.repeated-sense"
    case unknownSource = "lexicon.unknown-source"
    case translationWithoutExample = "lexicon.translation-without-example"
    case foreignLetter = "lexicon.foreign-letter"
    case standInLetter = "lexicon.stand-in-letter"
    case mixedSpelling = "lexicon.mixed-spelling"
    case outsideAlphabet = "lexicon.outside-alphabet"
    case strayMark = "lexicon.stray-mark"
    case unknownMarker = "lexicon.unknown-marker"
    case noMarker = "lexicon.no-marker"
    case fieldBeforeEntry = "lexicon.field-before-entry"
    case noRegionalLanguage = "lexicon.no-regional-language"
    case repeatedField = "lexicon.repeated-field"

    var severity: Diagnostic.Severity {
        switch self {
        case .invisibleCharacter, .notNfc, .noEntries, .hashInEntry, .senseCount, .emptyGloss, .noGloss,
            .repeatedHomograph, .notTransliterated, .brokenReference, .missingFile, .repeatedEntry,
            .repeatedSense, .translationWithoutExample, .foreignLetter, .standInLetter, .mixedSpelling,
            .outsideAlphabet, .strayMark, .unknownMarker, .noRegionalLanguage, .repeatedField:
            .warning
        default: .error
        }
    }
}

private enum TransformIDs: String, DiagnosticID {
    case illFormedText = "transform.ill-formed-text"
    case tooLarge = "transform.too-large"
    case headNotFirst = "transform.head-not-first"
    case missingKeyword = "transform.missing-keyword"
    case unknownKeyword = "transform.unknown-keyword"
    case repeatedKeyword = "transform.repeated-keyword"
    case emptyKeyword = "transform.empty-keyword"
    case wrongVersion = "transform.wrong-version"
    case badForm = "transform.bad-form"
    case badStatus = "transform.bad-status"
    case sameForms = "transform.same-forms"
    case badRule = "transform.bad-rule"
    case noTests = "transform.no-tests"
    case badTest = "transform.bad-test"
    case failedTest = "transform.failed-test"
    case overgrownTest = "transform.overgrown-test"

    var severity: Diagnostic.Severity {
        switch self {
        case .noTests: .warning
        default: .error
        }
    }
}

extension KeymapCompiler {
    static let diagnosticKinds = DiagnosticKind.all(of: KeymapIDs.self)
}

extension LexiconCompiler {
    static let diagnosticKinds = DiagnosticKind.all(of: LexiconIDs.self)
}

enum TransformCompiler {
    static let diagnosticKinds = DiagnosticKind.all(of: TransformIDs.self)
}
