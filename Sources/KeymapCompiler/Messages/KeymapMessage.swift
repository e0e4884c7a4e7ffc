import Composition
import Diagnostics

/// What the keymap compiler can report: a case for each sentence.
enum KeymapMessage: DiagnosticMessage {
    // Characters
    case unreadable(UnreadableText)
    case falseBlank(Unicode.Scalar)
    case invisibleCharacter(Unicode.Scalar)
    case notNormalized(String, normal: String)
    case badCodePoint(String)

    // Statements
    case unknownStatement(String, closest: String?)
    case missingStatement(Keyword)
    case missingTests
    case duplicateStatement(String)
    case notFirst(before: String)
    case unsupportedVersion(String, supported: Int)
    case indentedStatement(String)
    case notIndented(String, in: String)
    case unevenIndentation(String)
    case unknownLine(String, in: String, expected: [String], closest: String?)
    case unknownWord(String, meant: String)
    case unexpectedText(String, UnexpectedPlace)
    case missingText(MissingText, MissingPlace)
    case missingEquals(letter: String, keys: String)
    case missingColon(example: String)
    case missingArrow(String)
    case commentForKeys(letter: String)
    case wrongArrow(String, expected: String)
    case gluedArrow(String, expected: String)
    case badComment(String)
    case unknownChoice(String, ChoicePlace, [String])
    case badName(String, NamedThing)
    case badNumber(String, ClosedRange<Int>)
    case duplicateName(NamedThing, String)
    case tooMany(CountedThings, limit: Int)
    case tooLarge(LargeTable)
    case compilerFault(String)

    // Header and includes
    case badLanguageTag(String)
    case unusualLanguageTag(String, usual: String)
    case badLicence(String)
    case unknownInclude(String, closest: String?)
    case includeCycle(String, open: [String])
    case includeConflict(String, IncludeConflict)

    // Options
    case duplicateValue(String, option: String)
    case optionWithoutValues(String)
    case optionWithOneValue(String, value: String)
    case unknownOption(String, closest: String?)
    case unknownValue(String, option: String, [String])
    case unusedOption(String)
    case badCondition(String)
    case conditionNotAllowed(String, statement: String)

    // Letters
    case letterWithoutKeys(String)
    case lookalikeWithoutKeys(String, Unicode.Scalar, meant: Unicode.Scalar)
    case lettersWithoutKeys([String], include: String)
    case duplicateLetter(String)
    case duplicateWay(String, letter: String)
    case duplicateKeys(String, letter: String)
    case keysWithoutLetter(String, letter: String)
    case letterTooLong(String, limit: Int)
    case capitalLetter(String, small: String)
    case emptyLetters
    case emptyClass(String)
    case unknownClass(String, closest: String?)
    case laterSet(String)
    case unusedClass(String)
    case unusedClassLike(String, closest: String)
    case badParts(String)
    case unknownPart(String, letter: String)
    case listedTwice(String)
    case addsNothing(String)

    // Keys
    case badKey(KeySequenceError.Reason)
    case keyNotPrintable(KeyEvent)
    case capitalKey(String, small: String)
    case notOneKey(String, KeyPurpose)
    case shadowedKeys(String, letter: String, option: String)
    case idleCondition(String, keys: String, letter: String)
    case impossibleCondition(String, letter: String, prefix: String, only: [String])
    case ambiguousConditions(AmbiguousConditions)
    case ambiguousKey(AmbiguousKey)

    // Marks and tones
    case notAMark(String)
    case spacingMark(String, mark: Unicode.Scalar)
    case notOneLetter(String)
    case duplicateMark(Unicode.Scalar, tone: String)
    case toneKeyTaken(String, tone: String)
    case toneKeyTwice(String, tone: String)
    case unknownTone(String, [String])
    case toneWithoutKeys(String, include: String)

    // Syllables, places, repairs and words to keep
    case unknownLetter(String, closest: String?)
    case badForm(String, in: String, FormFault)
    case emptyGrammar(String)
    case shadowedPlace(String)
    case placeWithoutVowel(String, letter: String)
    case unusedSet(String)
    case unusedOnset(String)
    case unusedRime(String, RimeFault)
    case unusedPlace
    case idleRepair(String, RepairFault)
    case unevenRepair(String, left: Int, right: Int)
    case duplicateRule(String)
    case duplicateKeptWord(String)
    case longKeptWord(String, count: Int)

    // Rules
    case badRule(String, RuleFault)
    case badCapture(String, kept: Int)
    case badMap(String, MapFault)
    case badRange(String)
    case unknownMarker(String, closest: String?)
    case unusedMarker(String)
    case lostMarker(String)
    case patternTooLong(String, PatternSize, limit: Int)
    case hiddenRule(String)
    case duplicateTextKey(String)
    case badOrder(OrderFault)

    // Clusters
    case incompleteCluster(missing: String)
    case classNotOrdered(String)
    case partNotOrdered(String, of: String)
    case badPattern(PatternFault)

    // Output and tests
    case foreignLetter(Unicode.Scalar, in: String, script: String)
    case foreignLookalike(Unicode.Scalar, in: String, script: String, meant: Unicode.Scalar)
    case foreignTag(String, script: String, letters: String)
    case composingLetters(String, String, composed: String)
    case failedTest(found: String, expected: String)

    /// Two letters that the same keys make, each with a condition of its own.
    struct AmbiguousConditions: Sendable {
        var keys: String
        var letter: String
        var condition: String
        /// What is made when both conditions hold.
        var winner: String
        var winningCondition: String
    }

    /// A key with two meanings, and what the machine makes of it.
    struct AmbiguousKey: Sendable {
        var key: String
        var before: String
        var meanings: [KeyRole]
        /// The keys as typed, and what they give.
        var first: (keys: String, text: String)
        /// The same with the key again.
        var again: (keys: String, text: String)
        /// What the meaning that does not win would give.
        var other: String?
    }

    var id: KeymapDiagnosticID {
        switch self {
        case .unreadable: .illFormedText
        case .falseBlank, .invisibleCharacter: .invisibleCharacter
        case .notNormalized: .notNormalized
        case .badCodePoint: .badCodePoint
        case .unknownStatement: .unknownStatement
        case .missingStatement, .missingTests: .missingStatement
        case .duplicateStatement: .duplicateStatement
        case .notFirst: .notFirst
        case .unsupportedVersion: .unsupportedVersion
        case .indentedStatement: .indentedStatement
        case .notIndented: .notIndented
        case .unevenIndentation: .unevenIndentation
        case .unknownLine: .unknownLine
        case .unknownWord: .unknownWord
        case .unexpectedText: .unexpectedText
        case .missingText, .missingEquals, .missingColon, .missingArrow, .commentForKeys: .missingText
        case .wrongArrow, .gluedArrow: .wrongArrow
        case .badComment: .badComment
        case .unknownChoice: .unknownChoice
        case .badName: .badName
        case .badNumber: .badNumber
        case .duplicateName: .duplicateName
        case .tooMany: .tooMany
        case .tooLarge: .tooLarge
        case .compilerFault: .compilerFault
        case .badLanguageTag, .unusualLanguageTag: .badLanguageTag
        case .badLicence: .badLicence
        case .unknownInclude: .unknownInclude
        case .includeCycle: .includeCycle
        case .includeConflict: .includeConflict
        case .duplicateValue: .duplicateValue
        case .optionWithoutValues, .optionWithOneValue: .optionWithoutChoice
        case .unknownOption: .unknownOption
        case .unknownValue: .unknownValue
        case .unusedOption: .unusedOption
        case .badCondition: .badCondition
        case .conditionNotAllowed: .conditionNotAllowed
        case .letterWithoutKeys, .lookalikeWithoutKeys, .lettersWithoutKeys: .letterWithoutKeys
        case .duplicateLetter: .duplicateLetter
        case .duplicateWay: .duplicateWay
        case .duplicateKeys, .toneKeyTaken, .toneKeyTwice: .duplicateKeys
        case .keysWithoutLetter: .keysWithoutLetter
        case .letterTooLong: .letterTooLong
        case .capitalLetter: .capitalLetter
        case .emptyLetters, .emptyClass: .emptyClass
        case .unknownClass, .laterSet: .unknownClass
        case .unusedClass, .unusedClassLike: .unusedClass
        case .badParts: .badParts
        case .unknownPart: .unknownPart
        case .listedTwice, .addsNothing: .listedTwice
        case .badKey: .badKey
        case .keyNotPrintable: .keyNotPrintable
        case .capitalKey: .capitalKey
        case .notOneKey: .notOneKey
        case .shadowedKeys: .shadowedKeys
        case .idleCondition: .idleCondition
        case .impossibleCondition: .impossibleCondition
        case .ambiguousConditions, .ambiguousKey: .ambiguousKeys
        case .notAMark, .spacingMark: .notAMark
        case .notOneLetter: .notOneLetter
        case .duplicateMark: .duplicateMark
        case .unknownTone: .unknownTone
        case .toneWithoutKeys: .toneWithoutKeys
        case .unknownLetter: .unknownLetter
        case .badForm: .badForm
        case .emptyGrammar: .emptyGrammar
        case .shadowedPlace, .placeWithoutVowel: .shadowedPlace
        case .unusedSet: .unusedSet
        case .unusedOnset: .unusedOnset
        case .unusedRime: .unusedRime
        case .unusedPlace: .unusedPlace
        case .idleRepair: .idleRepair
        case .unevenRepair: .unevenRepair
        case .duplicateRule: .duplicateRule
        case .duplicateKeptWord: .duplicateKeptWord
        case .longKeptWord: .longKeptWord
        case .badRule: .badRule
        case .badCapture: .badCapture
        case .badMap: .badMap
        case .badRange: .badRange
        case .unknownMarker: .unknownMarker
        case .unusedMarker: .unusedMarker
        case .lostMarker: .lostMarker
        case .patternTooLong: .patternTooLong
        case .hiddenRule: .hiddenRule
        case .duplicateTextKey: .duplicateKey
        case .badOrder: .badOrder
        case .incompleteCluster: .incompleteCluster
        case .classNotOrdered, .partNotOrdered: .classNotOrdered
        case .badPattern: .badPattern
        case .foreignLetter, .foreignLookalike, .foreignTag: .foreignScript
        case .composingLetters: .composingLetters
        case .failedTest: .failedTest
        }
    }

    var severity: Diagnostic.Severity {
        switch self {
        // What another keymap declares, and what reads well as it is.
        case .lettersWithoutKeys, .unusualLanguageTag: .warning
        default: id.severity
        }
    }
}
