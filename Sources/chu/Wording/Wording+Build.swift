import Diagnostics

// What `chu build` and `chu check` report beside the diagnostics.

extension Wording {
    static func unknownSource(_ path: String) -> Wording {
        Wording(
            "\(path): neither a keymap nor a lexicon; expected a file named .keymap, .lexicon or .sfm, "
                + "or one that begins with 'keymap 1' or 'lexicon 1'",
            "\(path): không phải kiểu gõ, cũng không phải từ điển; tên tệp cần có đuôi .keymap, .lexicon hay .sfm, "
                + "hoặc dòng đầu cần là 'keymap 1' hay 'lexicon 1'")
    }

    static func notBuilt(_ path: String) -> Wording {
        Wording(
            "\(path): a transform is not compiled; put it as it is into transforms/ of a data folder, and check it by 'chu check'",
            "\(path): phép chuyển tự không cần biên dịch; chỉ việc đặt vào transforms/ của thư mục dữ liệu, và kiểm tra bằng "
                + "'chu check'")
    }

    static func noSources(_ folder: String) -> Wording {
        Wording(
            "\(folder): no source in this folder; expected files named .keymap, .lexicon, .sfm or .transform",
            "\(folder): thư mục này không có mã nguồn; cần các tệp có đuôi .keymap, .lexicon, .sfm hay .transform"
        )
    }

    static func sameTarget(_ first: String, _ second: String, _ target: String) -> Wording {
        Wording(
            "\(second): would overwrite \(target), just compiled from \(first); give the folder that holds both",
            "\(second): sẽ ghi đè \(target), vừa biên dịch từ \(first); hãy cho biết thư mục chứa cả hai")
    }

    static func checked(files: Int, _ found: DiagnosticCounts, hasFixed: Bool) -> Wording {
        let fixes =
            hasFixed
            ? (", \(count(found.fixes, "fix", "fixes")) made", ", đã sửa \(found.fixes) chỗ") : ("", "")
        return Wording(
            "\(count(files, "source")) checked\(fixes.0): "
                + "\(count(found.errors, "error")), \(count(found.warnings, "warning"))",
            "đã kiểm tra \(files) mã nguồn\(fixes.1): \(found.errors) lỗi, \(found.warnings) cảnh báo")
    }

    static func built(_ found: DiagnosticCounts) -> Wording {
        Wording(
            "\(count(found.errors, "error")), \(count(found.warnings, "warning"))",
            "\(found.errors) lỗi, \(found.warnings) cảnh báo")
    }

    static func unknownID(_ id: String, meant: String) -> Wording {
        Wording(
            "no diagnostic is called '\(id)'; did you mean '\(meant)'?",
            "không có thông báo nào tên là '\(id)'; có phải '\(meant)' không?")
    }

    static func cannotFix(_ path: String) -> Wording {
        Wording(
            "\(path): this is a compiled file; --fix fixes sources only",
            "\(path): đây là tệp đã biên dịch; --fix chỉ sửa mã nguồn")
    }
}
