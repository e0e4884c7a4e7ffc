import Composition
import Diagnostics
import Files
import LineEditor

// What `chu type` reports, and what its editor says.

extension Wording {
    static func badKeys(_ file: String, _ place: Position, _ error: KeySequenceError) -> Wording {
        let reason =
            switch error.reason {
            case .unclosedBrace: "có '{' mà thiếu '}'; muốn gõ dấu ngoặc thì viết {braceleft}"
            case .unknownKey("", _): "giữa hai ngoặc không có gì; cần tên phím theo X11, như BackSpace"
            case .unknownKey(let name, let closest?):
                "không có phím nào tên '\(name)'; có phải '\(closest)' không?"
            case .unknownKey(let name, nil):
                "không có phím nào tên '\(name)'; cần tên phím theo X11, như BackSpace, hay mã như U0111"
            case .unknownModifier(let name, let closest?):
                "không có phím bổ trợ nào tên '\(name)'; có phải '\(closest)' không?"
            case .unknownModifier(let name, nil): "không có phím bổ trợ nào tên '\(name)'"
            case .controlCharacter("\t"): "ở đây dấu tab không phải là phím; hãy viết {Tab}"
            case .controlCharacter(let scalar):
                "ký tự số \(scalar.value) không phải là phím; cần một ký tự in được hoặc một tên trong ngoặc"
            }
        return Wording("\(file):\(place): \(error)", "\(file):\(place): \(reason)")
    }

    static let keysNeedKeymap = Wording(
        "--keys needs one keymap; name it with -k, such as '-k vi/telex'",
        "--keys cần đúng một kiểu gõ; hãy nêu bằng -k, ví dụ '-k vi/telex'")

    static let traceNeedsKeys = Wording("--trace goes with --keys", "--trace chỉ dùng cùng với --keys")

    static func longTrace(_ file: String, _ line: Int, limit: Int) -> Wording {
        Wording(
            "\(file):\(line): more than \(limit) keys, which is more than --trace shows",
            "\(file):\(line): nhiều hơn \(limit) phím, --trace không hiện được hết")
    }

    static let oneFileOnly = Wording("the editor opens one file at a time", "mỗi lần chỉ soạn được một tệp")

    static let editorNeedsTerminal = Wording(
        "the editor needs a terminal for input and output; to turn key sequences into text, add --keys",
        "trình soạn thảo cần đầu vào và đầu ra là màn hình dòng lệnh; muốn đổi chuỗi phím thành văn bản, thêm --keys"
    )

    static func noFolder(_ path: String) -> Wording {
        Wording("no folder '\(path)' to save the file in", "không có thư mục '\(path)' để lưu tệp")
    }

    static let changedByOthers = Wording(
        "another program has changed the file; Control+S again writes over it",
        "chương trình khác đã sửa tệp này; Control+S lần nữa để ghi đè")

    static let newFile = Wording("new file", "tệp mới")

    static func recovered(_ path: String) -> Wording {
        Wording("the unsaved text was kept in \(path)", "văn bản chưa lưu được giữ trong \(path)")
    }

    static func notSaved(_ error: FileError, keptIn folder: String?) -> Wording {
        let reason = reason(error)
        guard let folder else { return reason }
        return Wording(
            "\(reason.english); the text is kept in \(folder)",
            "\(reason.vietnamese); văn bản được giữ trong \(folder)")
    }

    static func tooLarge(_ path: String, mebibytes: Int) -> Wording {
        Wording(
            "\(path): larger than \(mebibytes) MiB, which is more than the editor opens",
            "\(path): lớn hơn \(mebibytes) MiB, trình soạn thảo không mở được")
    }

    static func noLexiconOfKeymap(_ language: String) -> Wording {
        Wording(
            "no lexicon has words in \(language), the language of this keymap",
            "không từ điển nào có từ của \(language), ngôn ngữ của kiểu gõ này")
    }

    /// What the editor says, in the language of the user.
    static var editorSentences: EditorSentences {
        Surroundings.isVietnamese ? .vietnamese : .english
    }
}
