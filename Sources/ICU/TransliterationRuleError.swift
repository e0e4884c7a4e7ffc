/// Rules that ICU does not take, and why.
public struct TransliterationRuleError: Error, Hashable, Sendable {
    /// What is wrong with a rule, whichever name ICU has for it.
    public enum Reason: Hashable, Sendable {
        /// No sign such as `>` between the two sides.
        case missingOperator
        /// A quotation mark that is not closed.
        case unterminatedQuote
        /// A character with a meaning of its own outside quotation marks.
        case unquotedSpecial
        /// A set such as `[aeiou]` that is not well formed.
        case malformedSet
        /// A variable that no rule before defines.
        case undefinedVariable
        /// A variable defined twice, or with parentheses in its value.
        case badVariableDefinition
        /// A `$` that names nothing.
        case malformedVariableReference
        /// A code point such as `\u0103` that is not well formed.
        case malformedEscape
        /// A backslash at the end.
        case trailingBackslash
        /// A rule that matches nothing an earlier one leaves; the beginnings of both, if they are known.
        case hidden(String, by: String)
        /// A parenthesis without its partner.
        case unmatchedParenthesis
        /// A reference such as `$2` where it has no meaning.
        case undefinedReference
        /// Marks or anchors that do not go together.
        case malformedRule
        /// A `*`, `+` or `?` with nothing before it.
        case misplacedQuantifier
        /// A character that cannot stand in parentheses.
        case illegalCharacter
        /// The statement `use`.
        case pragma
        /// A statement such as `::Name;` with a name that ICU does not know.
        case unknownTransform
        /// A function with a name that ICU does not know.
        case unknownFunction
        /// More sets and parentheses than there are characters to stand for them, or one of these characters.
        case reservedCharacters
        /// More than ``Transliterator/ruleLimit`` rules.
        case tooManyRules
        /// More than ``Transliterator/passLimit`` statements with `::`.
        case tooManyPasses
        /// More than ``Transliterator/sizeLimit`` units.
        case tooLarge
        /// Deeper than ``Transliterator/depthLimit`` or ``Transliterator/nestingLimit``.
        case tooDeep
        /// A rule that matches again what was written, without end.
        case endless
        /// Whatever else ICU finds.
        case other
    }

    /// ICU's name for what is wrong, such as `U_MISSING_OPERATOR`; or a limit of this library: `CHU_TOO_MANY_RULES`,
    /// `CHU_TOO_MANY_PASSES`, `CHU_RULES_TOO_LARGE` and `CHU_TOO_DEEP`; or `CHU_ENDLESS_RULE`.
    public var name: String
    /// Where the wrong rule begins, in UTF-16 units of the rules; nil when ICU does not say.
    public var offset: Int?
    /// Some text before that place; of `U_RULE_MASK_ERROR`, the beginning of the rule that hides another.
    public var before = ""
    /// Some text after that place; of `U_RULE_MASK_ERROR`, the beginning of the rule that is hidden.
    public var after = ""

    /// A rule at `offset` with the mistake that ICU calls `name`.
    public init(name: String, offset: Int? = nil) {
        self.name = name
        self.offset = offset
    }

    /// What is wrong, as far as it can be put into words.
    public var reason: Reason {
        switch name {
        case "U_MISSING_OPERATOR": .missingOperator
        case "U_UNTERMINATED_QUOTE": .unterminatedQuote
        case "U_UNQUOTED_SPECIAL": .unquotedSpecial
        case "U_MALFORMED_SET": .malformedSet
        case "U_UNDEFINED_VARIABLE": .undefinedVariable
        case "U_BAD_VARIABLE_DEFINITION", "U_MALFORMED_VARIABLE_DEFINITION": .badVariableDefinition
        case "U_MALFORMED_VARIABLE_REFERENCE": .malformedVariableReference
        case "U_MALFORMED_UNICODE_ESCAPE": .malformedEscape
        case "U_TRAILING_BACKSLASH": .trailingBackslash
        case "U_RULE_MASK_ERROR": .hidden(after, by: before)
        case "U_MISMATCHED_SEGMENT_DELIMITERS", "U_UNCLOSED_SEGMENT", "U_MISSING_SEGMENT_CLOSE":
            .unmatchedParenthesis
        case "U_UNDEFINED_SEGMENT_REFERENCE": .undefinedReference
        case "U_MULTIPLE_ANTE_CONTEXTS", "U_MULTIPLE_POST_CONTEXTS", "U_MISPLACED_ANCHOR_START",
            "U_ANCHOR_IN_OUTPUT", "U_MALFORMED_RULE", "U_MALFORMED_SYMBOL_REFERENCE":
            .malformedRule
        case "U_MISPLACED_QUANTIFIER": .misplacedQuantifier
        case "U_ILLEGAL_CHARACTER": .illegalCharacter
        case "U_MALFORMED_PRAGMA": .pragma
        case "U_INVALID_ID": .unknownTransform
        case "U_INVALID_FUNCTION": .unknownFunction
        case "U_VARIABLE_RANGE_EXHAUSTED", "U_VARIABLE_RANGE_OVERLAP": .reservedCharacters
        case "CHU_TOO_MANY_RULES": .tooManyRules
        case "CHU_TOO_MANY_PASSES": .tooManyPasses
        case "CHU_RULES_TOO_LARGE": .tooLarge
        case "CHU_TOO_DEEP": .tooDeep
        case "CHU_ENDLESS_RULE": .endless
        default: .other
        }
    }
}
