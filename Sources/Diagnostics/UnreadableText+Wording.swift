import Text

// What is said of a file that is not read.

extension UnreadableText {
    /// What the file seems to be, and what helps.
    public var wording: Wording {
        switch content {
        case .unknown:
            let codes = bytes.map { hexadecimal(UInt32($0), width: 2) }.joined(separator: " ")
            return Wording(
                "bytes \(codes) are not UTF-8, and the encoding cannot be guessed; nothing else in this file was checked; save it as "
                    + "UTF-8, or convert it by 'chu convert'",
                "các byte \(codes) không phải UTF-8, và không đoán được bảng mã; phần còn lại không được kiểm tra; hãy lưu nó bằng "
                    + "UTF-8, hoặc chuyển mã bằng 'chu convert'")
        case .conflict:
            return Wording(
                "two versions of this file were merged and do not go together here; nothing else in it was checked; keep one of the "
                    + "two, and remove the lines of '<<<<<<<', '=======' and '>>>>>>>'",
                "tệp này được trộn từ hai bản không khớp nhau ở đây; phần còn lại không được kiểm tra; hãy giữ một trong hai bản rồi xoá "
                    + "các dòng '<<<<<<<', '=======' và '>>>>>>>'")
        case .mixed(let lines):
            return Wording(
                "bytes that are not UTF-8 in \(lines) \(lines == 1 ? "line" : "lines") of this file, and UTF-8 in the others; "
                    + "nothing else in it was checked; write what is meant there, and save the file as UTF-8",
                "có \(lines) dòng không phải UTF-8, còn các dòng khác là UTF-8; phần còn lại không được kiểm tra; hãy viết lại những "
                    + "dòng ấy cho đúng rồi lưu tệp bằng UTF-8")
        default:
            return Wording("this seems to be ", "có vẻ đây là ") + name
                + Wording("; nothing else in it was checked; ", "; phần còn lại không được kiểm tra; ") + help
        }
    }

    private var name: Wording {
        switch content {
        case .wide(let name): Wording("text in \(name)", "văn bản \(name)")
        case .archive: Wording("a ZIP archive", "tệp nén ZIP")
        case .document(let kind): Wording("a document (.\(kind))", "tài liệu .\(kind)")
        case .oldDocument: Wording("a document of Office (.doc, .xls)", "tài liệu Office cũ (.doc, .xls)")
        case .richText: Wording("a document in RTF", "tài liệu RTF")
        case .markup: Wording("HTML or XML", "HTML hoặc XML")
        case .pdf: Wording("a document in PDF", "tài liệu PDF")
        case .compressed(let program): Wording("a file compressed by \(program)", "tệp nén bằng \(program)")
        case .picture: Wording("a picture", "hình ảnh")
        case .program: Wording("a program", "chương trình máy tính")
        case .database: Wording("a database of SQLite", "cơ sở dữ liệu SQLite")
        case .compiled: Wording("a compiled keymap or lexicon", "kiểu gõ hoặc từ điển đã biên dịch")
        case .binary, .unknown, .mixed, .conflict:
            Wording("no text: it has NUL bytes", "tệp không phải văn bản: có byte NUL")
        case .legacy(let name): Wording("text in \(name)", "văn bản mã \(name)")
        case .western: Wording("text in Windows-1252", "văn bản mã Windows-1252")
        }
    }

    private var help: Wording {
        switch content {
        // What begins with a byte order mark says itself in which order its bytes are.
        case .wide("UTF-16"), .wide("UTF-32"): UnreadableText.conversion(from: "auto", file)
        case .wide(let name): UnreadableText.conversion(from: name.lowercased(), file)
        case .legacy(let name): UnreadableText.conversion(from: name, file)
        case .western: UnreadableText.command("iconv -f WINDOWS-1252 -t UTF-8 \(file) >utf8.txt")
        case .archive:
            Wording("extract it by 'unzip \(file)'", "hãy giải nén bằng 'unzip \(file)'")
        case .document("xlsx"), .document("ods"):
            Wording(
                "save the table as text in UTF-8, its columns separated by tabs",
                "hãy lưu bảng thành văn bản UTF-8, các cột ngăn bằng dấu tab")
        case .document, .oldDocument, .richText, .markup:
            Wording(
                "open it in its program and save it as plain text in UTF-8",
                "hãy mở bằng chương trình của nó rồi lưu thành văn bản thuần UTF-8")
        case .pdf:
            Wording(
                "'pdftotext -layout \(file)' takes the text out",
                "lệnh 'pdftotext -layout \(file)' lấy văn bản ra")
        case .compressed(let program):
            Wording("extract it by '\(program) -d \(file)'", "hãy giải nén bằng '\(program) -d \(file)'")
        case .compiled:
            Wording(
                "name it '.chukey' or '.chulex', and give its source to this command",
                "hãy đặt tên '.chukey' hoặc '.chulex', và đưa mã nguồn của nó cho lệnh này")
        case .picture, .program, .database, .binary, .unknown, .mixed, .conflict:
            Wording("is it the file you mean?", "có đúng là tệp bạn muốn không?")
        }
    }

    private static func conversion(from form: String, _ file: String) -> Wording {
        command("chu convert --from \(form) --to unicode --in-place \(file)")
    }

    private static func command(_ line: String) -> Wording {
        Wording("convert it by '\(line)'", "hãy chuyển mã bằng '\(line)'")
    }

    /// The path as a shell reads it.
    private var file: String {
        let isPlain = path.utf8.allSatisfy {
            $0 >= 0x80 || (0x30...0x39).contains($0) || (0x41...0x5A).contains($0)
                || (0x61...0x7A).contains($0)
                || [0x2B, 0x2C, 0x2D, 0x2E, 0x2F, 0x3D, 0x40, 0x5F].contains($0)
        }
        if isPlain, !path.isEmpty { return path }
        return "\"" + path.flatMap { "\"\\$`".contains($0) ? "\\\($0)" : String($0) } + "\""
    }
}
