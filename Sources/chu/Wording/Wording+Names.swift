import Catalogue
import Composition
import Diagnostics
import Files

// Keymaps, lexicons, transforms and their options, called by name.

extension Wording {
    static func noSuchName(_ name: String, _ kind: Installed.Kind, installed: [String]) -> Wording {
        let names = installed.prefix(24).joined(separator: ", ") + (installed.count > 24 ? ", …" : "")
        let folders = DataFolders.standard.map { Path.join($0, kind.rawValue) }.joined(separator: ", ")
        let thing = kind.product.wording
        if installed.isEmpty {
            return Wording(
                "no \(thing.english) '\(name)': none is installed (looked in \(folders)); set CHU_PATH, or give a path",
                "không có \(thing.vietnamese) '\(name)': chưa cài \(thing.vietnamese) nào (đã tìm trong \(folders)); "
                    + "hãy đặt biến CHU_PATH, hoặc cho biết đường dẫn")
        }
        return Wording(
            "no \(thing.english) '\(name)'; installed are \(names)",
            "không có \(thing.vietnamese) '\(name)'; đã cài: \(names)")
    }

    static func wrongKind(
        _ path: String, _ found: SourceKind.Product, expected: SourceKind.Product
    ) -> Wording {
        Wording(
            "\(path): this is a \(found.wording.english); expected a \(expected.wording.english)",
            "\(path): đây là \(found.wording.vietnamese); ở đây cần một \(expected.wording.vietnamese)")
    }

    static func noSuchOption(_ name: String, _ value: String, _ options: [KeymapOption]) -> Wording {
        if let option = options.first(where: { $0.name == name }) {
            let values = option.values.joined(separator: ", ")
            return Wording(
                "option '\(name)' cannot be '\(value)'; it is one of \(values)",
                "tuỳ chọn '\(name)' không thể là '\(value)'; chỉ có thể là \(values)")
        }
        let names = options.map(\.name).joined(separator: ", ")
        return options.isEmpty
            ? Wording(
                "the keymap has no option '\(name)'; it has none",
                "kiểu gõ này không có tuỳ chọn '\(name)'; nó không có tuỳ chọn nào")
            : Wording(
                "the keymap has no option '\(name)'; it has \(names)",
                "kiểu gõ này không có tuỳ chọn '\(name)'; nó có \(names)")
    }

    static func notAnOption(_ text: String) -> Wording {
        Wording(
            "'\(text)' is no option; expected NAME=VALUE, such as 'tone-style=new'",
            "'\(text)' không phải tuỳ chọn; cần TÊN=GIÁ-TRỊ, ví dụ 'tone-style=new'")
    }

    static func noLexicons() -> Wording {
        let folders = DataFolders.standard.map { Path.join($0, "lexicons") }.joined(separator: ", ")
        return Wording(
            "no lexicon is installed (looked in \(folders)); set CHU_PATH, or name one with -l",
            "chưa cài từ điển nào (đã tìm trong \(folders)); hãy đặt biến CHU_PATH, hoặc nêu bằng -l")
    }
}

extension SourceKind.Product {
    /// What it is called.
    var wording: Wording {
        switch self {
        case .keymap: Wording("keymap", "kiểu gõ")
        case .lexicon: Wording("lexicon", "từ điển")
        case .transform: Wording("transform", "phép chuyển tự")
        case .macros: Wording("macro file", "bảng gõ tắt")
        }
    }
}
