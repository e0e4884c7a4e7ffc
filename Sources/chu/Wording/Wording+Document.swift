import Diagnostics
import Document

/// What `chu convert` says of documents.
extension Wording {
    static let noFont = Wording("(no font named)", "(không nêu phông)")
    static let runsLeft = Wording("left as it is", "để nguyên")

    static func documentToSave(_ file: String, _ kind: DocumentKind) -> Wording {
        kind == .richText
            ? Wording(
                "\(file): a document in RTF; save it as .docx first",
                "\(file): văn bản RTF; hãy lưu lại dưới dạng .docx trước")
            : Wording(
                "\(file): a .doc, or a document with a password; save it as .docx without a password first",
                "\(file): văn bản .doc, hoặc có mật khẩu; hãy lưu lại dưới dạng .docx không có mật khẩu trước"
            )
    }

    static func textOption(_ file: String, _ option: String) -> Wording {
        Wording(
            "\(file): \(option) is for text, and this is a document",
            "\(file): \(option) chỉ dùng cho văn bản thuần, đây là tệp .docx hay .odt")
    }

    static func documentForms(_ file: String) -> Wording {
        let forms = DocumentConversion.readable.joined(separator: ", ")
        return Wording(
            "\(file): a document is converted from \(forms) to unicode",
            "\(file): tệp .docx hay .odt chỉ chuyển được từ \(forms) sang unicode")
    }

    static func documentAmongMany(_ file: String) -> Wording {
        Wording(
            "\(file): documents are not written one after the other; give -o with a folder, or --in-place",
            "\(file): không thể ghi nối nhau các tệp .docx hay .odt; hãy dùng -o với một thư mục, hoặc --in-place"
        )
    }

    static func documentToTerminal(_ file: String) -> Wording {
        Wording(
            "\(file): a document is not written to a terminal; name a file with -o",
            "\(file): không ghi tệp .docx hay .odt ra màn hình; hãy nêu tên tệp bằng -o")
    }

    static func notADocument(_ file: String) -> Wording {
        Wording(
            "\(file): not a document, whatever its name says; it does not begin as a ZIP archive",
            "\(file): tên là .docx hay .odt nhưng không phải; phần đầu không phải tệp nén ZIP")
    }

    /// Why a document was not converted.
    static func document(_ file: String, _ error: DocumentError) -> Wording {
        func at(_ part: String) -> String { part.isEmpty ? file : "\(file): \(part)" }
        return switch error {
        case .notText:
            Wording(
                "\(file): neither a .docx nor an .odt; other documents are not converted",
                "\(file): không phải .docx hay .odt; loại tệp khác không chuyển được")
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
        case .documentType(let part):
            Wording(
                "\(at(part)): declares a document type, which no .docx and no .odt may; not read further",
                "\(at(part)): có khai báo DOCTYPE, điều .docx và .odt không được có; không đọc tiếp")
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

    static func leftInDocument(_ file: String, _ number: Int, _ first: DocumentReport.Left) -> Wording {
        Wording(
            "\(file): \(count(number, "character")) in old fonts left as \(number == 1 ? "it is" : "they are"), being "
                + "none of the encoding; first '\(first.character)' in \(first.part), paragraph \(first.paragraph)",
            "\(file): \(number) ký tự trong phông cũ để nguyên vì không thuộc bảng mã; đầu tiên là "
                + "'\(first.character)' trong \(first.part), đoạn văn thứ \(first.paragraph)")
    }
}
