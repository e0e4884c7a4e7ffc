import Diagnostics

// What `chu words` and `chu macros` report.

extension Wording {
    static func notAKeymapName(_ name: String) -> Wording {
        Wording(
            "'\(name)' is no name of a keymap; one has the form language/name, such as rad/telex",
            "'\(name)' không phải tên kiểu gõ; tên có dạng ngôn-ngữ/tên, như rad/telex")
    }

    static func noWords(_ name: String) -> Wording {
        Wording("no words have been learned with \(name)", "chưa học từ nào với \(name)")
    }

    static func notWords(_ path: String) -> Wording {
        Wording(
            "\(path): no file of words, which begins with the line 'words 1'",
            "\(path): không phải tệp từ; tệp từ bắt đầu bằng dòng 'words 1'")
    }

    static func tooManyWords(_ path: String) -> Wording {
        Wording(
            "\(path): larger than 4 MiB, so no file of words", "\(path): lớn hơn 4 MiB, không phải tệp từ")
    }

    static func wordsAdded(_ count: Int, _ name: String) -> Wording {
        Wording("added \(count) words to those of \(name)", "đã thêm \(count) từ vào các từ của \(name)")
    }

    static func wordsCleared(_ count: Int, _ name: String) -> Wording {
        Wording("forgot \(count) words of \(name)", "đã quên \(count) từ của \(name)")
    }

    static func noMacros(_ path: String) -> Wording {
        Wording(
            "there are no abbreviations in \(path); 'chu macros import FILE' adds some",
            "không có mục gõ tắt nào trong \(path); 'chu macros import TỆP' để thêm")
    }

    static func macrosAdded(_ count: Int, left: Int, _ path: String) -> Wording {
        Wording(
            "added \(count) abbreviations to \(path)" + (left > 0 ? "; left \(left) that were there" : ""),
            "đã thêm \(count) mục vào \(path)" + (left > 0 ? "; giữ nguyên \(left) mục đã có" : ""))
    }

    static func macrosCleared(_ path: String) -> Wording {
        Wording("\(path) has no abbreviations any more", "\(path) không còn mục gõ tắt nào")
    }
}
