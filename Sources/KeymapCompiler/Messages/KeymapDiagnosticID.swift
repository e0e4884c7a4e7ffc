public import Diagnostics

/// The stable names of what the keymap compiler reports.
///
/// Each has a section in the article *Keymap diagnostics*, in every language.
enum KeymapDiagnosticID: String, DiagnosticID {
    // Characters
    case illFormedText = "keymap.ill-formed-text"
    case invisibleCharacter = "keymap.invisible-character"
    case notNormalized = "keymap.not-normalized"
    case badCodePoint = "keymap.bad-code-point"

    // Statements
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
    case badComment = "keymap.bad-comment"
    case unknownChoice = "keymap.unknown-choice"
    case badName = "keymap.bad-name"
    case badNumber = "keymap.bad-number"
    case duplicateName = "keymap.duplicate-name"
    case tooMany = "keymap.too-many"
    case tooLarge = "keymap.too-large"
    case compilerFault = "keymap.compiler-fault"

    // Header
    case badLanguageTag = "keymap.bad-language-tag"
    case badLicence = "keymap.bad-licence"

    // Includes
    case unknownInclude = "keymap.unknown-include"
    case includeCycle = "keymap.include-cycle"
    case includeConflict = "keymap.include-conflict"

    // Options
    case duplicateValue = "keymap.duplicate-value"
    case optionWithoutChoice = "keymap.option-without-choice"
    case unknownOption = "keymap.unknown-option"
    case unknownValue = "keymap.unknown-value"
    case unusedOption = "keymap.unused-option"
    case badCondition = "keymap.bad-condition"
    case conditionNotAllowed = "keymap.condition-not-allowed"

    // Letters and keys
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

    // Marks and tones
    case notAMark = "keymap.not-a-mark"
    case notOneLetter = "keymap.not-one-letter"
    case duplicateMark = "keymap.duplicate-mark"
    case unknownTone = "keymap.unknown-tone"
    case toneWithoutKeys = "keymap.tone-without-keys"

    // Syllables, places, repairs and words to keep
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

    // Rules
    case badRule = "keymap.bad-rule"
    case badCapture = "keymap.bad-capture"
    case badMap = "keymap.bad-map"
    case badRange = "keymap.bad-range"
    case unknownMarker = "keymap.unknown-marker"
    case unusedMarker = "keymap.unused-marker"
    case lostMarker = "keymap.lost-marker"
    case patternTooLong = "keymap.pattern-too-long"
    case hiddenRule = "keymap.hidden-rule"
    case duplicateKey = "keymap.duplicate-key"
    case badOrder = "keymap.bad-order"

    // Clusters
    case incompleteCluster = "keymap.incomplete-cluster"
    case classNotOrdered = "keymap.class-not-ordered"
    case badPattern = "keymap.bad-pattern"

    // Output and tests
    case foreignScript = "keymap.foreign-script"
    case composingLetters = "keymap.composing-letters"
    case failedTest = "keymap.failed-test"

    var severity: Diagnostic.Severity {
        switch self {
        case .unevenIndentation, .unusedOption, .shadowedKeys, .idleCondition, .impossibleCondition,
            .ambiguousKeys, .listedTwice, .unusedClass, .toneWithoutKeys, .shadowedPlace, .unusedSet,
            .unusedOnset, .unusedRime, .unusedPlace, .idleRepair, .duplicateKeptWord, .unusedMarker,
            .lostMarker,
            .hiddenRule, .foreignScript, .composingLetters:
            .warning
        default: .error
        }
    }
}

extension KeymapCompiler {
    /// Every kind of diagnostic that the compiler can report.
    public static let diagnosticKinds = DiagnosticKind.all(of: KeymapDiagnosticID.self)
}
