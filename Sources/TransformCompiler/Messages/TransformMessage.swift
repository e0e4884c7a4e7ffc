import Diagnostics
import ICU

/// What is reported about the file of a transform, a case for each sentence.
enum TransformMessage: HeaderMessage {
    case unreadable(UnreadableText)
    case fileTooLarge(limit: Int)
    case headNotFirst
    case missingKeyword(String, example: String)
    case unknownKeyword(String, meant: String?)
    case repeatedKeyword(String)
    case emptyKeyword(String, example: String)
    case wrongVersion(String)
    case badForm(String)
    case badStatus(String)
    case sameForms(String)
    case badRule(TransliterationRuleError)
    case noTests
    case badTest(String)
    case failedTest(String, found: String, expected: String)
    case overgrownTest(String)

    var id: TransformDiagnosticID {
        switch self {
        case .unreadable: .illFormed
        case .fileTooLarge: .tooLarge
        case .headNotFirst: .headNotFirst
        case .missingKeyword: .missing
        case .unknownKeyword: .unknownKeyword
        case .repeatedKeyword: .repeated
        case .emptyKeyword: .empty
        case .wrongVersion: .wrongVersion
        case .badForm: .badForm
        case .badStatus: .badStatus
        case .sameForms: .sameForms
        case .badRule(let error): error.reason.isLimit ? .tooLarge : .badRule
        case .noTests: .noTests
        case .badTest: .badTest
        case .failedTest: .failedTest
        case .overgrownTest: .overgrownTest
        }
    }

    var wording: Wording {
        switch self {
        case .unreadable(let text): text.wording
        case .fileTooLarge(let limit):
            Wording("the file is larger than \(limit >> 20) MiB", "tệp lớn hơn \(limit >> 20) MiB")
        case .headNotFirst:
            Wording(
                "'transform 1' is not the first statement", "'transform 1' không phải khai báo đầu tiên")
        case .missingKeyword(let keyword, let example):
            Wording(
                "no '\(keyword)' statement, such as '\(example)'",
                "thiếu khai báo '\(keyword)', chẳng hạn '\(example)'")
        case .unknownKeyword(let found, let meant):
            Wording("unknown keyword \(quoted(found))", "không có từ khoá \(quoted(found))")
                + .didYouMean(meant)
        case .repeatedKeyword(let keyword):
            Wording("'\(keyword)' is stated twice", "'\(keyword)' được khai báo hai lần")
        case .emptyKeyword(let keyword, let example):
            Wording(
                "nothing after '\(keyword)'; expected such as '\(example)'",
                "sau '\(keyword)' không có gì; cần viết như '\(example)'")
        case .wrongVersion(let found):
            Wording(
                "version \(quoted(found)) of the format; this program reads version 1",
                "phiên bản \(quoted(found)) của tệp; chương trình này đọc phiên bản 1")
        case .badForm(let found):
            Wording(
                "\(quoted(found)) is no name of a form; expected a language tag such as 'blt-Tavt', or 'telex'",
                "\(quoted(found)) không phải tên của một dạng; cần mã ngôn ngữ như 'blt-Tavt', hoặc 'telex'")
        case .badStatus(let found):
            Wording(
                "status \(quoted(found)); expected 'stable' or 'draft'",
                "tình trạng \(quoted(found)); cần 'stable' hoặc 'draft'")
        case .sameForms(let form):
            Wording("'from' and 'to' are both \(quoted(form))", "'from' và 'to' đều là \(quoted(form))")
        case .badRule(let error):
            error.reason.isLimit
                ? error.reason.wording
                : error.reason.wording + Wording(" (\(error.name))", " (\(error.name))")
        case .noTests:
            Wording(
                "no tests; after the rules write 'tests' and lines such as 'ꀀ -> it'",
                "không có phép thử; sau các quy tắc hãy viết 'tests' và những dòng như 'ꀀ -> it'")
        case .badTest(let found):
            Wording(
                "\(quoted(found)) is no test; expected 'text -> what becomes of it'",
                "\(quoted(found)) không phải phép thử; cần viết 'văn bản -> kết quả'")
        case .failedTest(let input, let found, let expected):
            Wording(
                "\(quoted(input)) becomes \(quoted(found)); expected \(quoted(expected))",
                "\(quoted(input)) được chuyển thành \(quoted(found)); cần \(quoted(expected))")
        case .overgrownTest(let input):
            Wording(
                "the rules make \(quoted(input)) more than 16 times as long, or never come to its end; fix those that match what other rules made",
                "quy tắc làm \(quoted(input)) dài ra hơn 16 lần, hoặc mãi không đến cuối; hãy sửa những quy tắc khớp với kết quả của quy tắc khác"
            )
        }
    }
}
