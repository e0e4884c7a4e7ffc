import Composition
import Diagnostics
import Text

/// What the reader of macro files can report, a case for each sentence.
enum MacroMessage: DiagnosticMessage, Hashable {
    /// The file is not text in UTF-8.
    case unreadable(UnreadableText)
    case controlCharacter(Unicode.Scalar)
    case missingHeader
    /// The first line of one of our files, of another version.
    case unknownVersion(header: String)
    /// The version of a UniKey table that is not in UTF-8.
    case unknownUniKeyVersion(Int)
    /// A line of one of our files without `=`, and what its key seems to be.
    case missingEqualsSign(key: String)
    /// A line of a UniKey table without a colon.
    case missingColon(line: String)
    case missingKey
    /// How many characters the key has.
    case longKey(count: Int)
    case blankInKey(String)
    case missingExpansion(key: String)
    /// How many bytes the longest form of the expansion has.
    case longExpansion(key: String, size: Int)
    /// The line that defines the key first.
    case duplicateKey(String, line: Int)
    case tooMany

    var id: MacroDiagnosticID {
        switch self {
        case .unreadable: .illFormedText
        case .controlCharacter: .controlCharacter
        case .missingHeader: .missingHeader
        case .unknownVersion, .unknownUniKeyVersion: .unknownVersion
        case .missingEqualsSign, .missingColon: .missingSeparator
        case .missingKey: .missingKey
        case .longKey: .longKey
        case .blankInKey: .blankInKey
        case .missingExpansion: .missingExpansion
        case .longExpansion: .longExpansion
        case .duplicateKey: .duplicateKey
        case .tooMany: .tooMany
        }
    }

    var wording: Wording {
        switch self {
        case .unreadable(let text): text.wording
        case .controlCharacter(let scalar):
            Wording(
                "\(scalar.codePointName) cannot be part of text; remove it",
                "\(scalar.codePointName) không thể là một phần của văn bản; hãy xoá đi")
        case .missingHeader:
            Wording(
                "the first line does not say that this is a macro file; "
                    + "expected 'macros 1', or the heading of a UniKey table, \(MacroMessage.uniKeyHeading)",
                "dòng đầu không cho biết đây là bảng gõ tắt; "
                    + "cần 'macros 1', hoặc dòng đầu của bảng UniKey, \(MacroMessage.uniKeyHeading)")
        case .unknownVersion(let header):
            Wording(
                "the file is \(quoted(header)); this program reads version 1, written 'macros 1'",
                "tệp là \(quoted(header)); chương trình này đọc phiên bản 1, viết là 'macros 1'")
        case .unknownUniKeyVersion(let version):
            Wording(
                "the table is of UniKey's version \(version), whose text is in VIQR; "
                    + "open it in UniKey 4 and save it there, which makes it version 1, in UTF-8",
                "bảng thuộc phiên bản \(version) của UniKey, viết bằng VIQR; "
                    + "hãy mở rồi lưu lại trong UniKey 4, bảng sẽ thành phiên bản 1 bằng UTF-8")
        default: wordingOfLine
        }
    }

    /// The sentence about one key and its expansion.
    private var wordingOfLine: Wording {
        switch self {
        case .missingEqualsSign(let key):
            Wording(
                "no '=' stands between the key and its expansion; expected '\(key) = …'",
                "giữa từ gõ tắt và phần thay thế không có '='; cần '\(key) = …'")
        case .missingColon(let line):
            Wording(
                "no ':' stands between the key and its expansion; expected '\(line):…'",
                "giữa từ gõ tắt và phần thay thế không có ':'; cần '\(line):…'")
        case .missingKey:
            Wording(
                "no key stands before the expansion; expected what is to be typed",
                "trước phần thay thế không có từ gõ tắt; cần chữ sẽ được gõ")
        case .longKey(let count):
            Wording(
                "the key has \(count) characters; no word has more than \(Macros.keyLimit)",
                "từ gõ tắt có \(count) ký tự; không từ nào có hơn \(Macros.keyLimit) ký tự")
        case .blankInKey(let key):
            Wording(
                "the key \(quoted(key)) has a blank in it, and a blank ends a word; write it without",
                "từ gõ tắt \(quoted(key)) có dấu cách, mà dấu cách kết thúc một từ; hãy viết liền")
        case .missingExpansion(let key):
            Wording(
                "nothing stands after \(quoted(key)); expected what it stands for",
                "sau \(quoted(key)) không có gì; cần văn bản mà nó thay cho")
        case .longExpansion(let key, let size):
            Wording(
                "the expansion of \(quoted(key)) has \(size) bytes, \(size - Macros.expansionLimit) more than "
                    + "the \(Macros.expansionLimit) that can be put in at once; make two of it",
                "phần thay thế của \(quoted(key)) có \(size) byte, nhiều hơn \(size - Macros.expansionLimit) byte so với "
                    + "\(Macros.expansionLimit) byte đưa vào được một lần; hãy chia làm hai")
        case .duplicateKey(let key, let line):
            Wording(
                "\(quoted(key)) has an expansion already, at line \(line); that one counts",
                "\(quoted(key)) đã có phần thay thế ở dòng \(line); phần ấy có hiệu lực")
        default:
            Wording(
                "the file has more than \(Macros.countLimit) keys; make two files of it",
                "tệp có hơn \(Macros.countLimit) từ gõ tắt; hãy chia làm hai tệp")
        }
    }

    private static let uniKeyHeading = "';DO NOT DELETE THIS LINE*** version=1 ***'"
}

/// What is to be seen at a further place.
enum MacroNote {
    static let firstDefinedHere = Wording("first defined here", "lần đầu định nghĩa ở đây")
}

/// What a change of the file does.
enum MacroFix {
    static let beginWithHeader = Wording("begin with 'macros 1'", "mở đầu bằng 'macros 1'")
}
