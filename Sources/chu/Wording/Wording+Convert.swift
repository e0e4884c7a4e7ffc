import Conversion
import Diagnostics

// What `chu convert` reports.

extension Wording {
    static let outOrInPlace = Wording(
        "-o and --in-place exclude each other", "chỉ dùng một trong hai: -o hoặc --in-place")

    static let inPlaceNeedsFiles = Wording(
        "--in-place needs files to replace", "--in-place cần có tệp để thay")

    static func notAFile(_ path: String) -> Wording {
        Wording(
            "\(path): is no file that could be replaced; leave --in-place out to write to standard output",
            "\(path): không phải tệp để thay được; hãy bỏ --in-place để ghi ra đầu ra chuẩn")
    }

    static func badColumns(_ list: String) -> Wording {
        Wording(
            "--columns takes numbers from 1 with commas between them, such as 1,3; not '\(list)'",
            "--columns cần các số từ 1 trở lên, cách nhau bằng dấu phẩy, ví dụ 1,3; không phải '\(list)'")
    }

    static func columnsInWideText(_ encoding: String) -> Wording {
        Wording(
            "--columns reads tables in UTF-8 and in encodings of bytes, not in \(encoding); convert the whole file to "
                + "unicode first",
            "--columns chỉ đọc bảng theo UTF-8 hoặc bảng mã một byte, không phải \(encoding); hãy chuyển cả tệp sang unicode "
                + "trước")
    }

    static func noSuchColumn(_ file: String, _ column: Int, _ count: Int) -> Wording {
        Wording(
            "\(file): there is no column \(column); its widest row has \(Wording.count(count, "column"))",
            "\(file): không có cột \(column); hàng dài nhất có \(count) cột")
    }

    /// Text said to be in an encoding of bytes is Unicode.
    static func unicodeAlready(_ file: String, _ encoding: TextEncoding?, _ found: TextEncoding) -> Wording {
        let said = encoding?.rawValue ?? ""
        guard found.isWide else {
            return Wording(
                "\(file): this is UTF-8 already, and reading it as \(said) would spoil it; use --from unicode or auto, or "
                    + "--insist",
                "\(file): đây đã là UTF-8, đọc theo \(said) sẽ hỏng chữ; hãy dùng --from unicode hoặc auto, hoặc thêm --insist"
            )
        }
        return Wording(
            "\(file): this is \(found.rawValue), and reading it as \(said) would spoil it; use --from \(found.rawValue), or "
                + "--insist",
            "\(file): đây là \(found.rawValue), đọc theo \(said) sẽ hỏng chữ; hãy dùng --from \(found.rawValue), hoặc thêm "
                + "--insist")
    }

    static func markLeftOut(_ file: String) -> Wording {
        Wording(
            "\(file): the byte order mark at the beginning was left out",
            "\(file): đã bỏ dấu thứ tự byte (BOM) ở đầu")
    }

    static func sameConversionTarget(_ first: String, _ second: String, _ target: String) -> Wording {
        Wording(
            "\(second): would overwrite \(target), just converted from \(first); give another folder",
            "\(second): sẽ ghi đè \(target), vừa chuyển từ \(first); hãy nêu thư mục khác")
    }

    static func noConversion(_ error: ConversionFormError) -> Wording {
        let readable = ConversionForm.readable.joined(separator: ", ")
        let writable = ConversionForm.writable.joined(separator: ", ")
        switch error {
        case .unknownSource(let name):
            return Wording(
                "no form '\(name)' to convert from; there are \(readable)",
                "không có dạng '\(name)' để chuyển từ đó; chỉ có \(readable)")
        case .unknownTarget(let name):
            return Wording(
                "no form '\(name)' to convert to; there are \(writable)",
                "không có dạng '\(name)' để chuyển sang; chỉ có \(writable)")
        case .unknownLanguage(let tag):
            let languages = Repair.languages.joined(separator: ", ")
            return Wording(
                "unknown language '\(tag)'; known are \(languages)",
                "không biết ngôn ngữ '\(tag)'; các mã đã biết: \(languages)")
        case .noWay(let from, let to):
            return Wording(
                "nothing converts '\(from)' to '\(to)'; 'chu list transforms' shows the transforms, and encodings are \(writable)",
                "không có cách chuyển '\(from)' sang '\(to)'; các phép chuyển tự xem bằng 'chu list transforms', các bảng mã là \(writable)"
            )
        }
    }

    /// What is wrong with text that cannot be converted, in one word or more.
    private static func problem(_ finding: ConversionProblems.Finding) -> Wording {
        switch finding.kind {
        case .illFormed: Wording("not well-formed UTF-8", "không phải UTF-8 hợp lệ")
        case .undefined:
            Wording("no character of this encoding", "không phải ký tự của bảng mã này")
        case .misplaced: Wording("a mark without its letter", "dấu không có chữ mang nó")
        case .lacking:
            Wording("a character that the encoding does not have", "ký tự mà bảng mã không có")
        case .caseLost:
            Wording(
                "a letter that the encoding has in the other case only",
                "chữ mà bảng mã chỉ có dạng hoa hoặc chỉ có dạng thường")
        case .undecided:
            Wording(
                "a line that is neither surely legacy nor surely Unicode",
                "dòng không rõ là mã cũ hay Unicode")
        case .tooManyMarks: Wording("too many marks on one letter", "quá nhiều dấu trên một chữ")
        case .overgrown:
            Wording(
                "the rules make the line more than 16 times as long, or never come to its end; fix the rules that take what other rules made",
                "quy tắc làm dòng này dài hơn 16 lần, hoặc mãi không đến cuối; hãy sửa các quy tắc lấy lại kết quả của quy tắc khác"
            )
        case .doubtful:
            Wording("a word that no rule can decide", "từ mà không quy tắc nào quyết định được")
        }
    }

    private static func shown(_ problem: ConversionChain.Problem) -> String {
        problem.finding.first.isEmpty ? "" : " '\(problem.finding.first)'"
    }

    private static func byte(_ problem: ConversionChain.Problem) -> (String, String) {
        problem.offset.map { (" (byte \($0))", " (byte thứ \($0))") } ?? ("", "")
    }

    private static func percent(_ share: Double) -> String { "\(Int(share * 100)) %" }

    /// The encoding that was found out.
    static func guessedEncoding(_ file: String, _ guess: EncodingGuess) -> Wording {
        let name = guess.encoding?.rawValue ?? ""
        return Wording(
            "\(file): read as \(name) (\(percent(guess.confidence)) sure)",
            "\(file): đọc theo \(name) (chắc \(percent(guess.confidence)))")
    }

    /// Why no encoding was found out.
    static func unsureEncoding(_ file: String, _ guess: EncodingGuess) -> Wording {
        let list = guess.candidates.filter { $0.score >= 0.1 }.prefix(3)
            .map { "\($0.encoding.rawValue) \(percent($0.score))" }.joined(separator: ", ")
        let reason: (String, String) =
            switch guess.reason {
            case .plainASCII, .tooLittle:
                (
                    "too little text beyond ASCII to recognize the encoding",
                    "quá ít chữ có dấu để nhận ra bảng mã"
                )
            case .notText:
                (
                    "there are NUL bytes, and it is neither UTF-16 nor UTF-32",
                    "có byte NUL mà không phải UTF-16 hay UTF-32"
                )
            case .unsure, .mixed, .sure: ("the encoding is not sure", "không chắc là bảng mã nào")
            }
        if let line = guess.otherLine {
            let other = line.encoding.rawValue
            return Wording(
                "\(file):\(line.number): this line is in \(other), most others are not; convert them apart, or name one "
                    + "encoding with --from",
                "\(file):\(line.number): dòng này theo \(other), phần lớn các dòng khác thì không; hãy chuyển riêng, hoặc "
                    + "nêu một bảng mã bằng --from")
        }
        let found = list.isEmpty ? ("", "") : (" (\(list))", " (\(list))")
        return Wording(
            "\(file): \(reason.0)\(found.0); name it with --from",
            "\(file): \(reason.1)\(found.1); hãy nêu bằng --from")
    }

    /// Why the conversion of `file` has stopped.
    static func notConverted(_ file: String, _ problem: ConversionChain.Problem) -> Wording {
        let what = self.problem(problem.finding)
        let byte = Wording.byte(problem)
        return Wording(
            "\(file):\(problem.place)\(byte.0):\(shown(problem)) \(what.english); go on with --ill-formed keep or "
                + "replace",
            "\(file):\(problem.place)\(byte.1):\(shown(problem)) \(what.vietnamese); muốn chuyển tiếp thì thêm "
                + "--ill-formed keep hoặc replace")
    }

    /// What was found in `file` and did not stop its conversion.
    static func converted(_ file: String, _ problem: ConversionChain.Problem, isKept: Bool) -> Wording {
        let what = self.problem(problem.finding)
        let byte = Wording.byte(problem)
        let fate: (String, String) =
            switch problem.finding.kind {
            case .illFormed, .undefined, .lacking:
                isKept ? (", kept as it was", ", giữ nguyên") : (", replaced", ", đã thay")
            case .overgrown: (", kept as it was", ", giữ nguyên")
            default: ("", "")
            }
        return Wording(
            "\(file):\(problem.place)\(byte.0):\(shown(problem)) \(what.english)\(fate.0); "
                + count(problem.finding.count, "such place"),
            "\(file):\(problem.place)\(byte.1):\(shown(problem)) \(what.vietnamese)\(fate.1); "
                + "có \(problem.finding.count) chỗ như vậy")
    }

    static func repaired(_ file: String, _ number: Int) -> Wording {
        Wording("\(file): \(count(number, "change"))", "\(file): \(number) chỗ thay đổi")
    }

    static func leftAsItIs(_ file: String, _ number: Int) -> Wording {
        Wording(
            "\(file): \(count(number, "doubtful place")) left as \(number == 1 ? "it is" : "they are")",
            "\(file): \(number) chỗ không chắc, để nguyên")
    }

    static func firstPlace(_ place: Position) -> Wording {
        Wording("first at \(place)", "lần đầu ở \(place)")
    }
}
