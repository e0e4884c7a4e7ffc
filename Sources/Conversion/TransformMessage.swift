import Diagnostics
import ICU

/// Everything that can be wrong with the file of a transform; each kind has a section in <doc:Transform-diagnostics>.
struct TransformMessage {
    /// The stable names of the kinds of message.
    enum ID: String, CaseIterable {
        case illFormed = "transform.ill-formed-text"
        case tooLarge = "transform.too-large"
        case headNotFirst = "transform.head-not-first"
        case missing = "transform.missing-keyword"
        case unknownKeyword = "transform.unknown-keyword"
        case repeated = "transform.repeated-keyword"
        case empty = "transform.empty-keyword"
        case wrongVersion = "transform.wrong-version"
        case badForm = "transform.bad-form"
        case badStatus = "transform.bad-status"
        case sameForms = "transform.same-forms"
        case badRule = "transform.bad-rule"
        case noTests = "transform.no-tests"
        case badTest = "transform.bad-test"
        case failedTest = "transform.failed-test"
        case overgrownTest = "transform.overgrown-test"
    }

    let id: ID
    let severity: Diagnostic.Severity
    let text: String

    private init(_ id: ID, _ text: String, _ severity: Diagnostic.Severity = .error) {
        self.id = id
        self.severity = severity
        self.text = text
    }

    static let firstHere = "first here"

    static let illFormed = TransformMessage(.illFormed, "bytes that are not UTF-8; save the file as UTF-8")

    static let tooLarge = TransformMessage(
        .tooLarge, "the file is larger than \(Transform.sizeLimit >> 20) MiB")

    static let headNotFirst = TransformMessage(.headNotFirst, "'transform 1' is not the first statement")

    static func missing(_ keyword: String, example: String) -> TransformMessage {
        TransformMessage(.missing, "no '\(keyword)' statement, such as '\(example)'")
    }

    static func unknownKeyword(_ found: String, suggestion: String?) -> TransformMessage {
        TransformMessage(
            .unknownKeyword,
            "unknown keyword \(quoted(found))" + (suggestion.map { "; did you mean '\($0)'?" } ?? ""))
    }

    static func repeated(_ keyword: String) -> TransformMessage {
        TransformMessage(.repeated, "'\(keyword)' is stated twice")
    }

    static func empty(_ keyword: String, example: String) -> TransformMessage {
        TransformMessage(.empty, "nothing after '\(keyword)'; expected such as '\(example)'")
    }

    static func wrongVersion(_ found: String) -> TransformMessage {
        TransformMessage(
            .wrongVersion, "version \(quoted(found)) of the format; this program reads version 1")
    }

    static func badForm(_ found: String) -> TransformMessage {
        TransformMessage(
            .badForm,
            "\(quoted(found)) is no name of a form; expected a language tag such as 'blt-Tavt', or 'telex'")
    }

    static func badStatus(_ found: String) -> TransformMessage {
        TransformMessage(.badStatus, "status \(quoted(found)); expected 'stable' or 'draft'")
    }

    static func sameForms(_ form: String) -> TransformMessage {
        TransformMessage(.sameForms, "'from' and 'to' are both \(quoted(form))")
    }

    static func badRule(_ error: TransliterationRuleError) -> TransformMessage {
        let limit: String? =
            switch error.name {
            case "CHU_TOO_MANY_RULES": "there are more than \(Transliterator.ruleLimit) rules"
            case "CHU_TOO_MANY_PASSES": "there are more than \(Transliterator.passLimit) statements with '::'"
            case "CHU_RULES_TOO_LARGE":
                "with the values of variables in place of their names, the rules have more than "
                    + "\(Transliterator.sizeLimit) characters"
            case "CHU_TOO_DEEP":
                "parentheses are deeper in one another than \(Transliterator.depthLimit), or repetitions by way of "
                    + "variables deeper than \(Transliterator.nestingLimit)"
            default: nil
            }
        if let limit { return TransformMessage(.tooLarge, limit) }
        return TransformMessage(.badRule, reason(error) + " (\(error.name))")
    }

    static let noTests = TransformMessage(
        .noTests, "no tests; after the rules write 'tests' and lines such as 'ꀀ -> it'", .warning)

    static func badTest(_ found: String) -> TransformMessage {
        TransformMessage(.badTest, "\(quoted(found)) is no test; expected 'text -> what becomes of it'")
    }

    static func failedTest(_ input: String, found: String, expected: String) -> TransformMessage {
        TransformMessage(
            .failedTest, "\(quoted(input)) becomes \(quoted(found)); expected \(quoted(expected))")
    }

    static func overgrownTest(_ input: String) -> TransformMessage {
        TransformMessage(
            .overgrownTest,
            "the rules make \(quoted(input)) more than 16 times as long; mend those that take what other rules made"
        )
    }

    /// What ICU means, in words.
    private static func reason(_ error: TransliterationRuleError) -> String {
        switch error.name {
        case "U_MISSING_OPERATOR":
            "no operator in this rule; expected '>' between what is found and what it becomes"
        case "U_UNTERMINATED_QUOTE": "a quotation mark is opened and not closed"
        case "U_UNQUOTED_SPECIAL": "a character with a meaning of its own; put it between quotation marks"
        case "U_MALFORMED_SET": "a set is not well formed; expected such as '[aeiou]'"
        case "U_UNDEFINED_VARIABLE": "a variable is used that is not defined; expected '$name = …;' before it"
        case "U_BAD_VARIABLE_DEFINITION", "U_MALFORMED_VARIABLE_DEFINITION":
            "a variable is defined once, and without parentheses; expected such as '$vowel = [aeiou];'"
        case "U_MALFORMED_VARIABLE_REFERENCE": "'$' stands at the end of a text or before a name"
        case "U_MALFORMED_UNICODE_ESCAPE": "a code point is not well formed; expected such as '\\u0103'"
        case "U_TRAILING_BACKSLASH": "a backslash at the end"
        case "U_RULE_MASK_ERROR":
            error.before.isEmpty
                ? "a rule is never reached, for one before it matches all that it matches"
                : "rule '\(error.after)' is never reached, for '\(error.before)' before it matches all that it matches"
        case "U_MISMATCHED_SEGMENT_DELIMITERS", "U_UNCLOSED_SEGMENT", "U_MISSING_SEGMENT_CLOSE":
            "a parenthesis has no partner"
        case "U_UNDEFINED_SEGMENT_REFERENCE":
            "'$1', '$2' and so on stand only in what a rule makes, for the parentheses in what it finds"
        case "U_MULTIPLE_ANTE_CONTEXTS", "U_MULTIPLE_POST_CONTEXTS", "U_MISPLACED_ANCHOR_START",
            "U_ANCHOR_IN_OUTPUT", "U_MALFORMED_RULE", "U_MALFORMED_SYMBOL_REFERENCE":
            "this rule is not well formed; expected such as 'before { text } after > result;'"
        case "U_MISPLACED_QUANTIFIER": "'*', '+' or '?' has nothing before it"
        case "U_ILLEGAL_CHARACTER": "a character that cannot stand in parentheses"
        case "U_MALFORMED_PRAGMA": "'use' is not taken here; leave the statement out"
        case "U_INVALID_ID": "ICU knows no transform of this name"
        case "U_INVALID_FUNCTION": "ICU knows no function of this name"
        case "U_VARIABLE_RANGE_EXHAUSTED", "U_VARIABLE_RANGE_OVERLAP":
            "too many sets and parentheses, or a character of U+F000…U+F8FF, which stand for them"
        default: "ICU does not take this rule"
        }
    }
}

/// Gathers what is wrong with one file.
struct TransformReport {
    /// How many diagnostics are kept.
    static let limit = 10_000

    private let text: SourceText
    private var diagnostics: [Diagnostic] = []
    private(set) var hasErrors = false

    init(_ text: SourceText) { self.text = text }

    mutating func add(
        _ message: TransformMessage, at range: Range<Int>, notes: [Diagnostic.Note] = [],
        fixIts: [Diagnostic.FixIt] = []
    ) {
        if message.severity == .error { hasErrors = true }
        guard diagnostics.count < TransformReport.limit else { return }
        diagnostics.append(
            Diagnostic(
                message.id.rawValue, message.severity, message.text, at: range, in: text, notes: notes,
                fixIts: fixIts))
    }

    /// All of it, in the order of the file.
    var sorted: [Diagnostic] {
        diagnostics.enumerated().sorted {
            ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
        }.map(\.element)
    }
}
