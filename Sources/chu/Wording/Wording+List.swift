import Catalogue
import Diagnostics

// What `chu list` reports, and the headings of its tables.

extension Wording {
    static func nothingInstalled(_ kind: String?) -> Wording {
        let folders = DataFolders.standard.joined(separator: ", ")
        switch kind {
        case "transforms":
            return Wording("no transforms are installed", "chưa cài phép chuyển tự nào")
        default:
            return Wording(
                "nothing is installed (looked in \(folders)); set CHU_PATH",
                "chưa cài gì (đã tìm trong \(folders)); hãy đặt biến CHU_PATH")
        }
    }

    /// `draft` or `stable`; what is neither stays as its author wrote it.
    static func status(_ status: String) -> Wording {
        switch status {
        case "draft": Wording("draft", "bản nháp")
        case "stable": Wording("stable", "ổn định")
        default: Wording(status, status)
        }
    }

    static let diagnosticsHaveNoLanguage = Wording(
        "diagnostics belong to no language; leave --language out",
        "thông báo không thuộc ngôn ngữ nào; hãy bỏ --language")

    static let diagnosticColumns = Wording("DIAGNOSTIC|SEVERITY", "THÔNG BÁO|MỨC ĐỘ")
    static let keymapColumns = Wording(
        "KEYMAP|LANGUAGE|TITLE|VERSION|LICENCE|STATUS", "KIỂU GÕ|NGÔN NGỮ|TÊN|PHIÊN BẢN|GIẤY PHÉP|TÌNH TRẠNG")

    static let lexiconColumns = Wording(
        "LEXICON|LANGUAGE|TITLE|VERSION|LICENCE|STATUS|ENTRIES",
        "TỪ ĐIỂN|NGÔN NGỮ|TÊN|PHIÊN BẢN|GIẤY PHÉP|TÌNH TRẠNG|SỐ MỤC TỪ")

    static let transformColumns = Wording(
        "TRANSFORM|FROM|TO|TITLE|VERSION|LICENCE|STATUS",
        "PHÉP CHUYỂN TỰ|TỪ|SANG|TÊN|PHIÊN BẢN|GIẤY PHÉP|TÌNH TRẠNG")
}
