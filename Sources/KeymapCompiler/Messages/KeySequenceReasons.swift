public import Composition
public import Diagnostics
import Text

extension KeySequenceError.Reason {
    /// The reason as a sentence, in each language.
    public var wording: Wording {
        switch self {
        case .unclosedBrace:
            Wording(
                "'{' without '}'; write {braceleft} for the brace itself",
                "có '{' mà thiếu '}'; muốn gõ chính dấu ngoặc thì viết {braceleft}")
        case .unknownKey("", _):
            Wording(
                "nothing stands between the braces; expected the X11 name of a key, such as BackSpace",
                "giữa hai ngoặc không có gì; cần tên phím theo X11, như BackSpace")
        case .unknownKey(let name, let closest?):
            Wording("no key is named '\(name)'", "không có phím nào tên '\(name)'") + .didYouMean(closest)
        case .unknownKey(let name, nil):
            Wording(
                "no key is named '\(name)'; expected an X11 name, such as BackSpace, or a code point, such as U0111",
                "không có phím nào tên '\(name)'; cần tên phím theo X11, như BackSpace, hoặc điểm mã, như U0111"
            )
        case .unknownModifier(let name, let closest?):
            Wording("no modifier is named '\(name)'", "không có phím bổ trợ nào tên '\(name)'")
                + .didYouMean(closest)
        case .unknownModifier(let name, nil):
            Wording(
                "no modifier is named '\(name)'; expected one of \(modifierNames)",
                "không có phím bổ trợ nào tên '\(name)'; cần một trong \(modifierNames)")
        case .controlCharacter("\t"):
            Wording("a tab is no key here; write {Tab}", "ở đây dấu tab không phải là phím; hãy viết {Tab}")
        case .controlCharacter(let scalar):
            Wording(
                "\(scalar.codePointName) is no key; expected a printable character or a name in braces",
                "\(scalar.codePointName) không phải là phím; cần một ký tự in được hoặc một tên trong ngoặc nhọn"
            )
        }
    }

    private var modifierNames: String { Modifiers.names.map(\.name).joined(separator: ", ") }
}
