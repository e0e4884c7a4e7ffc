import Bytes
import Diagnostics
import Files

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

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
            case EPERM, EACCES: "không có quyền"
            case ENOENT: "không có tệp hay thư mục này"
            case EINTR: "bị ngắt giữa chừng"
            case EIO: "lỗi đọc ghi của thiết bị"
            case ENXIO, ENODEV: "không có thiết bị này"
            case EBADF: "tệp đã đóng"
            case EAGAIN: "tạm thời chưa dùng được"
            case ENOMEM: "không đủ bộ nhớ"
            case EBUSY, ETXTBSY: "đang được dùng"
            case EEXIST: "đã có tệp hay thư mục này"
            case EXDEV: "nằm trên hệ thống tệp khác"
            case ENOTDIR: "một phần của đường dẫn không phải là thư mục"
            case EISDIR: "đây là một thư mục"
            case EINVAL: "hệ thống không nhận thao tác này"
            case ENFILE, EMFILE: "quá nhiều tệp đang mở"
            case EFBIG, EOVERFLOW: "tệp quá lớn"
            case ENOSPC: "hết chỗ trên đĩa"
            case EDQUOT: "vượt quá hạn mức đĩa"
            case ESPIPE: "không phải là tệp thường"
            case EROFS: "hệ thống tệp chỉ cho đọc"
            case EMLINK: "quá nhiều liên kết"
            case EPIPE: "không còn chương trình nào đọc"
            case ENAMETOOLONG: "tên quá dài"
            case ENOTEMPTY: "thư mục không trống"
            case ELOOP: "liên kết lặp vòng"
            case ENOTSUP: "hệ thống tệp không hỗ trợ"
            case ETIMEDOUT: "quá thời gian chờ"
            case ESTALE: "tệp trên mạng không còn"
            default: "lỗi \(error.code) của hệ thống"
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

    static func longLine(_ file: String, _ line: Int, bytes limit: Int) -> Wording {
        Wording(
            "\(file):\(line): a line longer than \(limit) bytes",
            "\(file):\(line): dòng dài hơn \(limit) byte")
    }

    static func largeSource(_ path: String, mebibytes: Int) -> Wording {
        Wording(
            "\(path): larger than \(mebibytes) MiB, which no keymap or macro file is",
            "\(path): lớn hơn \(mebibytes) MiB, không có kiểu gõ hay bảng gõ tắt nào lớn như vậy")
    }

    static func nulByte(_ file: String, _ place: Position) -> Wording {
        Wording(
            "\(file):\(place): a NUL byte, which no text has",
            "\(file):\(place): có byte NUL, văn bản không có byte này")
    }

    static let noHome = Wording(
        "there is no home folder to keep anything in; set HOME or XDG_DATA_HOME",
        "không có thư mục nhà để lưu; hãy đặt HOME hoặc XDG_DATA_HOME")
}
