/// The argument parser's own sentences, in the user's language.
enum UsageText {
    /// `text` as the parser wrote it, with its fixed words translated under a Vietnamese locale.
    static func translated(_ text: String) -> String {
        guard Surroundings.isVietnamese else { return text }
        return words.reduce(text) { text, pair in text.replacing(pair.0, with: pair.1) }
            // These words stand in texts that are broken into lines.
            .replacing(/(\(|;\s+)default(\s+as\s+flag)?:/) { "\($0.1)mặc định:" }
            .replacing("(values:", with: "(các giá trị:")
            .replacing(/'( and | or )'/) { $0.1 == " and " ? "' và '" : "' hay '" }
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
        ("Error: Missing required subcommand.", "Lỗi: thiếu lệnh con."),
        ("   or: Missing value for ", "   hoặc: thiếu giá trị cho "),
        ("Error: The option ", "Lỗi: tuỳ chọn "),
        ("' does not take any value, but '", "' không nhận giá trị, nhưng đã ghi '"),
        ("' was specified.", "'."),
        ("Error: Value to be set with flag ", "Lỗi: giá trị đặt bằng "),
        (" had already been set with flag ", " đã được đặt bằng "),
        ("Error: Invalid option: ", "Lỗi: tuỳ chọn không hợp lệ: "),
        ("Error: Can't generate completion scripts for ", "Lỗi: không có phần tự điền cho "),
        ("Error: Can't autodetect a supported shell.", "Lỗi: không nhận ra shell đang dùng."),
        (
            "Please use --generate-completion-script=<shell> with one of:",
            "Hãy dùng --generate-completion-script=<shell> với một trong:"
        ),
        ("Error: ", "Lỗi: "),
        ("Help:  ", "Hướng dẫn:  "),
        (" is invalid for ", " không hợp cho "),
        (". Did you mean ", ". Có phải "),
        (" unexpected arguments: ", " tham số thừa: "),
        ("Please provide one of the following:", "Hãy chọn một trong:"),
        ("Please provide one of ", "Hãy chọn một trong "),
        (" (default)", " (mặc định)"),
        (" <subcommand>", " <lệnh con>"),
        ("[<options>]", "[<tuỳ chọn>]"),
    ]
}
