import Diagnostics
import ICU

extension TransliterationRuleError.Reason {
    /// Whether the rules are too large for what they may take, and not wrong.
    var isLimit: Bool { [.tooManyRules, .tooManyPasses, .tooLarge, .tooDeep].contains(self) }

    /// What ICU means, in words.
    var wording: Wording {
        switch self {
        case .missingOperator:
            Wording(
                "no operator in this rule; expected '>' between what is found and what it becomes",
                "quy tắc này thiếu dấu '>' giữa phần cần khớp và kết quả của nó")
        case .unterminatedQuote:
            Wording("a quotation mark is opened and not closed", "có dấu nháy mở mà không đóng")
        case .unquotedSpecial:
            Wording(
                "a character with a meaning of its own; put it between quotation marks",
                "ký tự này có ý nghĩa riêng trong quy tắc; hãy đặt nó giữa hai dấu nháy")
        case .malformedSet:
            Wording(
                "a set is not well formed; expected such as '[aeiou]'",
                "có tập viết không đúng; cần viết như '[aeiou]'")
        case .undefinedVariable:
            Wording(
                "a variable is used that is not defined; expected '$name = …;' before it",
                "có biến chưa được định nghĩa; cần '$name = …;' ở phía trước")
        case .badVariableDefinition:
            Wording(
                "a variable is defined once, and without parentheses; expected such as '$vowel = [aeiou];'",
                "mỗi biến chỉ được định nghĩa một lần và không có dấu ngoặc đơn; cần viết như '$vowel = [aeiou];'"
            )
        case .malformedVariableReference:
            Wording(
                "'$' stands at the end of a text or before a name",
                "'$' đứng ở cuối văn bản hoặc trước một tên")
        case .malformedEscape:
            Wording(
                "a code point is not well formed; expected such as '\\u0103'",
                "có điểm mã viết không đúng; cần viết như '\\u0103'")
        case .trailingBackslash: Wording("a backslash at the end", "có dấu '\\' ở cuối")
        case .hidden(_, ""):
            Wording(
                "a rule is never reached, because one before it matches all that it matches",
                "có quy tắc không bao giờ được dùng đến, vì một quy tắc đứng trước khớp với mọi thứ nó khớp")
        case .hidden(let rule, let other):
            Wording(
                "rule '\(rule)' is never reached, because '\(other)' before it matches all that it matches",
                "quy tắc '\(rule)' không bao giờ được dùng đến, vì '\(other)' đứng trước khớp với mọi thứ nó khớp"
            )
        case .unmatchedParenthesis:
            Wording("a parenthesis has no partner", "có dấu ngoặc đơn không thành cặp")
        case .undefinedReference:
            Wording(
                "'$1', '$2' and so on stand only in what a rule makes, for the parentheses in what it finds",
                "'$1', '$2' và các số tiếp theo chỉ đứng trong kết quả của quy tắc, thay cho các cặp ngoặc trong phần cần khớp"
            )
        case .malformedRule:
            Wording(
                "this rule is not well formed; expected such as 'before { text } after > result;'",
                "quy tắc này viết không đúng; cần viết như 'before { text } after > result;'")
        case .misplacedQuantifier:
            Wording("'*', '+' or '?' has nothing before it", "trước '*', '+' hoặc '?' không có gì")
        case .illegalCharacter:
            Wording(
                "a character that cannot stand in parentheses",
                "có ký tự không được đứng trong dấu ngoặc đơn")
        case .pragma:
            Wording(
                "'use' is not taken here; leave the statement out",
                "'use' không dùng được ở đây; hãy bỏ khai báo ấy")
        case .unknownTransform:
            Wording("ICU knows no transform of this name", "ICU không có phép chuyển tự nào tên như thế")
        case .unknownFunction:
            Wording("ICU knows no function of this name", "ICU không có hàm nào tên như thế")
        case .reservedCharacters:
            Wording(
                "too many sets and parentheses, or a character of U+F000…U+F8FF, which stand for them",
                "có quá nhiều tập và dấu ngoặc đơn, hoặc có ký tự trong khoảng U+F000…U+F8FF vốn thay cho chúng"
            )
        case .tooManyRules:
            Wording(
                "there are more than \(Transliterator.ruleLimit) rules",
                "có hơn \(Transliterator.ruleLimit) quy tắc")
        case .tooManyPasses:
            Wording(
                "there are more than \(Transliterator.passLimit) statements with '::'",
                "có hơn \(Transliterator.passLimit) khai báo bắt đầu bằng '::'")
        case .tooLarge:
            Wording(
                "with the values of variables in place of their names, the rules have more than \(Transliterator.sizeLimit) characters",
                "khi thay tên biến bằng giá trị của biến, các quy tắc có hơn \(Transliterator.sizeLimit) ký tự"
            )
        case .tooDeep:
            Wording(
                "parentheses are deeper in one another than \(Transliterator.depthLimit), or repetitions by way of variables deeper than \(Transliterator.nestingLimit)",
                "dấu ngoặc đơn lồng nhau quá \(Transliterator.depthLimit) tầng, hoặc phép lặp qua các biến lồng nhau quá \(Transliterator.nestingLimit) tầng"
            )
        case .endless:
            Wording(
                "this rule writes what rules match again, without end; ICU stops and leaves the rest of the text",
                "quy tắc này viết ra thứ mà quy tắc lại khớp, mãi không dừng; ICU bỏ dở và để nguyên phần còn lại"
            )
        case .other: Wording("ICU does not take this rule", "ICU không nhận quy tắc này")
        }
    }
}
