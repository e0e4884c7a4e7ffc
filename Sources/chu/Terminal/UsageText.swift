/// The argument parser's own sentences, in the user's language.
enum UsageText {
    /// `text` as the parser wrote it, with its fixed words translated under a Vietnamese locale.
    static func translated(_ text: String) -> String {
        guard Surroundings.isVietnamese else { return text }
        return words.reduce(text) { text, pair in text.replacing(pair.0, with: pair.1) }
    }

    /// What the parser writes; longer sentences stand before what they begin with.
    private static let words: [(String, String)] = [
        ("OVERVIEW: ", "GIỚI THIỆU: "),
        ("USAGE: ", "CÁCH DÙNG: "),
        ("Usage: ", "Cách dùng: "),
        ("ARGUMENTS:", "THAM SỐ:"),
        ("OPTIONS:", "TUỲ CHỌN:"),
        ("SUBCOMMANDS:", "LỆNH CON:"),
        ("Show the version.", "Cho biết phiên bản."),
        ("Show help information.", "Hiện hướng dẫn này."),
        ("Show subcommand help information.", "Hiện hướng dẫn của một lệnh con."),
        ("  See '", "  Xem '"),
        ("for detailed help.", "để xem hướng dẫn chi tiết."),
        ("for more information.", "để biết thêm."),
        ("Error: Missing expected argument ", "Lỗi: thiếu tham số "),
        ("Error: Missing value for ", "Lỗi: thiếu giá trị cho "),
        ("Error: Unknown option ", "Lỗi: không có tuỳ chọn "),
        ("Error: Unexpected argument ", "Lỗi: thừa tham số "),
        ("Error: The value ", "Lỗi: giá trị "),
        ("Error: Missing one of: ", "Lỗi: thiếu một trong: "),
        ("Error: ", "Lỗi: "),
        ("Help:  ", "Hướng dẫn:  "),
        ("(values: ", "(các giá trị: "),
        ("(default: ", "(mặc định: "),
        (" is invalid for ", " không hợp cho "),
        (". Did you mean ", ". Có phải "),
        ("; default: ", "; mặc định: "),
        (" unexpected arguments: ", " tham số thừa: "),
        ("Please provide one of ", "Hãy chọn một trong "),
    ]
}
