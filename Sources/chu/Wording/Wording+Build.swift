import Diagnostics

// What `chu build` and `chu check` report beside the diagnostics.

extension Wording {
    /// Something is not a source that can be used here.
    static func unknownSource(_ path: String, _ uses: SourceKind.Uses) -> Wording {
        let kinds = SourceKind.all.filter { $0.uses.isSuperset(of: uses) }
        let products = SourceKind.Product.allCases.filter { product in
            kinds.contains { $0.product == product }
        }
        let names = alternatives(products.map(\.wording))
        let suffixes = suffixList(SourceKind.suffixes(for: uses, without: .include))
        let lines = alternatives(kinds.compactMap(\.firstLine).map { Wording("'\($0)'", "'\($0)'") })
        return Wording(
            "\(path): no source of a \(names.english); expected a file named \(suffixes.english), or one that begins "
                + "with \(lines.english)",
            "\(path): không phải mã nguồn của \(names.vietnamese); tên tệp cần có đuôi \(suffixes.vietnamese), hoặc "
                + "dòng đầu cần là \(lines.vietnamese)")
    }

    /// A file is no text in UTF-8.
    static func unreadable(_ path: String, _ text: UnreadableText) -> Wording {
        Wording("\(path): ", "\(path): ") + text.wording
    }

    static func notBuilt(_ path: String, _ product: SourceKind.Product) -> Wording {
        product == .macros
            ? Wording(
                "\(path): a macro file is not compiled; use it by 'chu type --macros', or add it by 'chu macros import'",
                "\(path): bảng gõ tắt không cần biên dịch; hãy dùng bằng 'chu type --macros', hoặc thêm bằng "
                    + "'chu macros import'")
            : Wording(
                "\(path): a transform is not compiled; put it as it is into transforms/ of a data folder, and check it "
                    + "by 'chu check'",
                "\(path): phép chuyển tự không cần biên dịch; chỉ việc đặt vào transforms/ của thư mục dữ liệu, và kiểm "
                    + "tra bằng 'chu check'")
    }

    static func noSources(_ folder: String, _ suffixes: [String]) -> Wording {
        let list = suffixList(suffixes)
        return Wording(
            "\(folder): no source in this folder; expected files named \(list.english)",
            "\(folder): thư mục này không có mã nguồn; cần các tệp có đuôi \(list.vietnamese)")
    }

    static func sameTarget(_ first: String, _ second: String, _ target: String) -> Wording {
        Wording(
            "\(second): would overwrite \(target), just compiled from \(first); give the folder that holds both",
            "\(second): sẽ ghi đè \(target), vừa biên dịch từ \(first); hãy cho biết thư mục chứa cả hai")
    }

    /// How many of `all` files were checked, and what was found in them.
    static func checked(files: Int, of all: Int, _ found: DiagnosticCounts, hasFixed: Bool) -> Wording {
        guard files > 0 else { return Wording("nothing was checked", "chưa kiểm tra được gì") }
        let files =
            files < all
            ? ("\(files) of \(count(all, "source"))", "\(files) trong \(all)")
            : (count(all, "source"), "\(all)")
        let fixes =
            hasFixed
            ? (", \(count(found.fixes, "fix", "fixes")) made", ", đã sửa \(found.fixes) chỗ") : ("", "")
        return Wording(
            "\(files.0) checked\(fixes.0): "
                + "\(count(found.errors, "error")), \(count(found.warnings, "warning"))",
            "đã kiểm tra \(files.1) mã nguồn\(fixes.1): \(found.errors) lỗi, \(found.warnings) cảnh báo")
    }

    static func built(_ found: DiagnosticCounts) -> Wording {
        Wording(
            "\(count(found.errors, "error")), \(count(found.warnings, "warning"))",
            "\(found.errors) lỗi, \(found.warnings) cảnh báo")
    }

    static func unknownID(_ id: String, meant: String?) -> Wording {
        Wording("no diagnostic is called '\(id)'", "không có thông báo nào tên là '\(id)'")
            + (meant == nil
                ? Wording(
                    "; 'chu list diagnostics' lists them", "; xem danh sách bằng 'chu list diagnostics'")
                : .didYouMean(meant))
    }

    static func noArticle(_ id: String, _ folders: [String]) -> Wording {
        let list = folders.joined(separator: ", ")
        return Wording(
            "the article about '\(id)' is not installed (looked in \(list)); set CHU_PATH",
            "chưa cài bài viết về '\(id)' (đã tìm trong \(list)); hãy đặt biến CHU_PATH")
    }

    /// What stands for characters in the examples of an article.
    static let exampleNotation = Wording(
        "In the examples <TAB> is a tab, <U+0306> the character with that code point, and <BE> a byte.",
        "Trong các ví dụ, <TAB> là dấu tab, <U+0306> là ký tự có điểm mã ấy, còn <BE> là một byte.")

    static let backupWithoutFix = Wording(
        "--backup keeps what --fix changes; give both", "--backup giữ lại tệp mà --fix sửa; hãy dùng cả hai")

    /// Where the old file is kept.
    static func keptOld(_ path: String, as backup: String) -> Wording {
        Wording("\(path): the old file is kept as \(backup)", "\(path): tệp cũ được giữ ở \(backup)")
    }

    /// Fix-its were not made after all.
    static func takenBack(_ path: String, _ changes: [Fixing.Change]) -> Wording {
        var ids: [String] = []
        for change in changes where !ids.contains(change.diagnostic.id) { ids.append(change.diagnostic.id) }
        let list = ids.joined(separator: ", ")
        return Wording(
            "\(path): \(count(changes.count, "fix", "fixes")) not made, because the source would have more errors or "
                + "lose entries or tests: \(list)",
            "\(path): không sửa \(changes.count) chỗ, vì sửa thì mã nguồn thêm lỗi hoặc mất mục từ hay phép thử: \(list)"
        )
    }

    static func cannotFix(_ path: String) -> Wording {
        Wording(
            "\(path): this is a compiled file; --fix fixes sources only",
            "\(path): đây là tệp đã biên dịch; --fix chỉ sửa mã nguồn")
    }
}
