import Diagnostics
import Document

/// What `chu convert` says of documents.
extension Wording {
    static let noFont = Wording("(no font named)", "(không nêu phông)")
    static let runsLeft = Wording("left as it is", "để nguyên")

    static func documentToSave(_ file: String, _ kind: DocumentKind) -> Wording {
        switch kind {
        case .portable:
            Wording(
                "\(file): a PDF, whose text cannot be changed; convert the document it was made from, or text copied from it",
                "\(file): tệp PDF, không sửa chữ trong đó được; hãy chuyển văn bản gốc, hoặc chép chữ ra rồi chuyển"
            )
        case .richText:
            Wording(
                "\(file): a document in RTF; save it as .docx first",
                "\(file): văn bản RTF; hãy lưu lại dưới dạng .docx trước")
        case .archive, .compound:
            Wording(
                "\(file): a .doc, .xls or .ppt, or a document with a password; save it as .docx, .xlsx or .pptx without a "
                    + "password first",
                "\(file): văn bản .doc, .xls, .ppt, hoặc có mật khẩu; hãy lưu lại dưới dạng .docx, .xlsx, .pptx không có "
                    + "mật khẩu trước")
        }
    }

    static func textOption(_ file: String, _ option: String) -> Wording {
        Wording(
            "\(file): \(option) is for text, and this is a document",
            "\(file): \(option) chỉ dùng cho văn bản thuần, đây là tài liệu văn phòng")
    }

    static func documentForms(_ file: String) -> Wording {
        let forms = DocumentConversion.readable.joined(separator: ", ")
        return Wording(
            "\(file): a document is converted from \(forms) to unicode",
            "\(file): tài liệu văn phòng chỉ chuyển được từ \(forms) sang unicode")
    }

    static func documentAmongMany(_ file: String) -> Wording {
        Wording(
            "\(file): documents are not written one after the other; give -o with a folder, or --in-place",
            "\(file): không thể ghi nối nhau các tài liệu văn phòng; hãy dùng -o với một thư mục, hoặc --in-place"
        )
    }

    static func documentToTerminal(_ file: String) -> Wording {
        Wording(
            "\(file): a document is not written to a terminal; name a file with -o",
            "\(file): không ghi tài liệu văn phòng ra màn hình; hãy nêu tên tệp bằng -o")
    }

    static func notADocument(_ file: String) -> Wording {
        Wording(
            "\(file): not a document, whatever its name says; it does not begin as a ZIP archive",
            "\(file): tên là tên tài liệu văn phòng nhưng không phải; phần đầu không phải tệp nén ZIP")
    }

    /// Why a document was not converted.
    static func document(_ file: String, _ error: DocumentError) -> Wording {
        func at(_ part: String) -> String { part.isEmpty ? file : "\(file): \(part)" }
        let list = DocumentConversion.suffixes.joined(separator: ", ")
        return switch error {
        case .notText:
            Wording(
                "\(file): none of the documents that are converted, which are \(list)",
                "\(file): không phải tài liệu chuyển được; chỉ chuyển được \(list)")
        case .encrypted:
            Wording(
                "\(file): a document with a password; save it without one first",
                "\(file): văn bản có mật khẩu; hãy lưu lại không có mật khẩu trước")
        case .damaged(let part):
            Wording(
                "\(at(part)): the archive is damaged here; open the document and save it again",
                "\(at(part)): tệp nén bị hỏng ở đây; hãy mở văn bản rồi lưu lại")
        case .tooLarge(let part):
            Wording(
                "\(at(part)): too large; a document can have 4 GB, its text 64 MiB in a part and 128 MiB together",
                "\(at(part)): quá lớn; tệp tối đa 4 GB, phần chữ tối đa 64 MiB mỗi phần và 128 MiB tất cả")
        case .unknownPacking(let part):
            Wording(
                "\(at(part)): packed in a way not known here; open the document and save it again",
                "\(at(part)): nén theo cách lạ; hãy mở văn bản rồi lưu lại")
        case .malformed(let part, let line, let column, let reason):
            Wording(
                "\(at(part)):\(line):\(column): not well-formed XML (\(reason)); open the document and save it again",
                "\(at(part)):\(line):\(column): XML sai (\(reason)); hãy mở văn bản rồi lưu lại")
        case .encoding(let part):
            Wording(
                "\(at(part)): neither UTF-8 nor whole UTF-16; open the document and save it again",
                "\(at(part)): không phải UTF-8, cũng không phải UTF-16 trọn vẹn; hãy mở văn bản rồi lưu lại")
        case .documentType(let part):
            Wording(
                "\(at(part)): declares a document type, which no document may; not read further",
                "\(at(part)): có khai báo DOCTYPE, điều tài liệu văn phòng không được có; không đọc tiếp")
        }
    }

    static func nothingInLegacyFonts(_ file: String) -> Wording {
        Wording(
            "\(file): no text in a font of these encodings",
            "\(file): không có chữ nào dùng phông của các bảng mã này")
    }

    static func documentRuns(_ file: String, _ report: DocumentReport) -> Wording {
        let all = report.rows.reduce(0) { $0 + $1.runs }
        return Wording(
            "\(file): \(count(report.converted, "run")) of text converted, \(all - report.converted) left",
            "\(file): đã chuyển \(report.converted) đoạn chữ, để nguyên \(all - report.converted)")
    }

    /// What stayed although its font is an old one.
    static func leftInDocument(_ file: String, _ left: DocumentReport.Left) -> Wording {
        let isOne = left.count == 1
        let what =
            switch left.kind {
            case .character:
                Wording(
                    "\(count(left.count, "character")) in old fonts left as \(isOne ? "it is" : "they are"), being none of "
                        + "the encoding",
                    "\(left.count) ký tự trong phông cũ để nguyên vì không thuộc bảng mã")
            case .mark:
                Wording(
                    "\(count(left.count, "mark")) in old fonts without \(isOne ? "its letter" : "their letters"), as when "
                        + "a tracked change cuts a letter in two",
                    "\(left.count) dấu trong phông cũ không liền chữ của nó, chẳng hạn vì một sửa đổi đang theo dõi cắt đôi "
                        + "chữ")
            case .fieldCode:
                Wording(
                    "\(count(left.count, "field code")) in old fonts left with \(isOne ? "its font" : "their fonts")",
                    "\(left.count) mã trường trong phông cũ để nguyên cùng phông")
            case .math:
                Wording(
                    "\(count(left.count, "text")) of formulas in old fonts left with \(isOne ? "its font" : "their fonts")",
                    "\(left.count) chỗ chữ trong công thức toán dùng phông cũ để nguyên cùng phông")
            case .number:
                Wording(
                    "\(count(left.count, "text")) of numbering or charts left as \(isOne ? "it is" : "they are"), because "
                        + "old and other fonts show \(isOne ? "it" : "them")",
                    "\(left.count) chỗ chữ đánh số hay biểu đồ để nguyên vì vừa hiện bằng phông cũ vừa bằng phông khác"
                )
            case .formula:
                Wording(
                    "\(count(left.count, "formula")) or number \(isOne ? "format" : "formats") with text left as "
                        + "\(isOne ? "it is" : "they are"), because no one old font shows \(isOne ? "it" : "them")",
                    "\(left.count) công thức hay dạng số có chữ để nguyên vì không chỉ hiện bằng một phông cũ"
                )
            }
        let text = left.text.count > 40 ? left.text.prefix(40) + "…" : left.text[...]
        let place =
            switch left.place {
            case .paragraph(0), .cell(""): Wording("", "")
            case .paragraph(let number): Wording(", paragraph \(number)", ", đoạn văn thứ \(number)")
            case .cell(let cell): Wording(", cell \(cell)", ", ô \(cell)")
            }
        return Wording(
            "\(file): \(what.english); first '\(text)' in \(left.part)\(place.english)",
            "\(file): \(what.vietnamese); đầu tiên là '\(text)' trong \(left.part)\(place.vietnamese)")
    }
}
