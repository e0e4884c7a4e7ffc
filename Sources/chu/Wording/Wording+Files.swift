import Bytes
import Diagnostics
import Files

// Files that cannot be opened, read, written or used.

extension Wording {
    static let standardInput = Wording("standard input", "đầu vào chuẩn")

    static func file(_ error: FileError) -> Wording {
        let verb =
            switch error.operation {
            case .open: "không mở được"
            case .read: "không đọc được"
            case .write: "không ghi được"
            }
        return Wording(error.description, "\(error.path): \(verb): \(reason(error).vietnamese)")
    }

    /// Why the system refused, without what it refused.
    static func reason(_ error: FileError) -> Wording {
        let vietnamese =
            switch error.code {
            case 1, 13: "không có quyền"
            case 2: "không có tệp hay thư mục này"
            case 20: "một phần của đường dẫn không phải là thư mục"
            case 21: "đây là một thư mục"
            case 28: "hết chỗ trên đĩa"
            case 30: "hệ thống tệp chỉ cho đọc"
            default: error.reason
            }
        return Wording(error.reason, vietnamese)
    }

    static func cannotWriteOutput(_ error: FileError) -> Wording {
        Wording(
            "cannot write the output: \(error.reason)", "không ghi được kết quả: \(reason(error).vietnamese)")
    }

    static func container(_ path: String, _ error: ContainerError) -> Wording {
        let reason =
            switch error {
            case .notCompiled: "không phải tệp đã biên dịch; hãy biên dịch mã nguồn bằng 'chu build'"
            case .wrongKind(let kind): "không phải \(kind == .keymap ? "kiểu gõ" : "từ điển") đã biên dịch"
            case .wrongVersion(let found, let supported):
                "biên dịch theo định dạng \(found), còn chương trình này đọc định dạng \(supported); "
                    + "hãy biên dịch lại bằng 'chu build'"
            case .cutShort: "tệp bị cụt; hãy biên dịch lại bằng 'chu build'"
            case .damaged: "tệp bị hỏng; hãy biên dịch lại bằng 'chu build'"
            }
        return Wording("\(path): \(error)", "\(path): \(reason)")
    }

    static func notUsed(_ path: String) -> Wording {
        Wording("\(path): has errors, and is not used", "\(path): có lỗi nên không dùng được")
    }

    static func notCompiled(_ path: String) -> Wording {
        Wording("\(path): has errors, and was not compiled", "\(path): có lỗi, chưa biên dịch được")
    }

    static func illFormed(_ file: String, _ place: Position) -> Wording {
        Wording("\(file):\(place): not well-formed UTF-8", "\(file):\(place): không phải UTF-8 hợp lệ")
    }

    static let noHome = Wording(
        "there is no home folder to keep anything in; set HOME or XDG_DATA_HOME",
        "không có thư mục nhà để lưu; hãy đặt HOME hoặc XDG_DATA_HOME")
}
