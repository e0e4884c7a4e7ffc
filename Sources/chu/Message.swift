import Composition
import Conversion
import Diagnostics
import LineEditor
import Bytes
import Files
import Catalogue

/// What the program says: a sentence in each of its languages.
typealias Message = Wording

extension Wording {
    /// In the language of the user.
    var text: String { text(in: Surroundings.language) }
}

// Every sentence the program says, beside its translation. The words: keymap — kiểu gõ, lexicon — từ điển,
// entry — mục từ, headword — từ, gloss — nghĩa, source — mã nguồn, option — tuỳ chọn.

// MARK: Errors and hints

extension Message {
    static let standardInput = Message("standard input", "đầu vào chuẩn")

    static func file(_ error: FileError) -> Message {
        let verb =
            switch error.operation {
            case .open: "không mở được"
            case .read: "không đọc được"
            case .write: "không ghi được"
            }
        return Message(error.description, "\(error.path): \(verb): \(reason(error).vietnamese)")
    }

    /// Why the system refused, without what it refused.
    static func reason(_ error: FileError) -> Message {
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
        return Message(error.reason, vietnamese)
    }

    static func cannotWriteOutput(_ error: FileError) -> Message {
        Message(
            "cannot write the output: \(error.reason)", "không ghi được kết quả: \(reason(error).vietnamese)")
    }

    static func container(_ path: String, _ error: ContainerError) -> Message {
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
        return Message("\(path): \(error)", "\(path): \(reason)")
    }

    static func unknownSource(_ path: String) -> Message {
        Message(
            "\(path): neither a keymap nor a lexicon; expected a file named .keymap, .lexicon or .sfm, "
                + "or one that begins with 'keymap 1' or 'lexicon 1'",
            "\(path): không phải kiểu gõ, cũng không phải từ điển; tên tệp cần có đuôi .keymap, .lexicon hay .sfm, "
                + "hoặc dòng đầu cần là 'keymap 1' hay 'lexicon 1'")
    }

    static func notBuilt(_ path: String) -> Message {
        Message(
            "\(path): a transform is not compiled; put it as it is into transforms/ of a data folder, and check it by 'chu check'",
            "\(path): phép chuyển tự không cần biên dịch; chỉ việc đặt vào transforms/ của thư mục dữ liệu, và kiểm tra bằng "
                + "'chu check'")
    }

    static func notUsed(_ path: String) -> Message {
        Message("\(path): has errors, and is not used", "\(path): có lỗi nên không dùng được")
    }

    static func wrongKind(_ path: String, expected: Installed.Kind) -> Message {
        if expected == .transforms {
            return Message(
                "\(path): expected a transform, named .transform or beginning with 'transform 1'",
                "\(path): ở đây cần một phép chuyển tự, tên có đuôi .transform hoặc bắt đầu bằng 'transform 1'"
            )
        }
        return wrongKindOfCompiled(path, expected: expected)
    }

    private static func wrongKindOfCompiled(_ path: String, expected: Installed.Kind) -> Message {
        expected == .keymaps
            ? Message(
                "\(path): this is a lexicon; expected a keymap",
                "\(path): đây là từ điển; ở đây cần một kiểu gõ")
            : Message(
                "\(path): this is a keymap; expected a lexicon",
                "\(path): đây là kiểu gõ; ở đây cần một từ điển")
    }

    static func notCompiled(_ path: String) -> Message {
        Message("\(path): has errors, and was not compiled", "\(path): có lỗi, chưa biên dịch được")
    }

    static func noSources(_ folder: String) -> Message {
        Message(
            "\(folder): no source in this folder; expected files named .keymap, .lexicon, .sfm or .transform",
            "\(folder): thư mục này không có mã nguồn; cần các tệp có đuôi .keymap, .lexicon, .sfm hay .transform"
        )
    }

    static func noSuchName(_ name: String, _ kind: Installed.Kind, installed: [String]) -> Message {
        let names = installed.prefix(24).joined(separator: ", ") + (installed.count > 24 ? ", …" : "")
        let folders = DataFolders.standard.map { Path.join($0, kind.rawValue) }.joined(separator: ", ")
        let thing =
            switch kind {
            case .keymaps: ("keymap", "kiểu gõ")
            case .lexicons: ("lexicon", "từ điển")
            case .transforms: ("transform", "phép chuyển tự")
            }
        if installed.isEmpty {
            return Message(
                "no \(thing.0) '\(name)': none is installed (looked in \(folders)); set CHU_PATH, or give a path",
                "không có \(thing.1) '\(name)': chưa cài \(thing.1) nào (đã tìm trong \(folders)); "
                    + "hãy đặt biến CHU_PATH, hoặc cho biết đường dẫn")
        }
        return Message(
            "no \(thing.0) '\(name)'; installed are \(names)",
            "không có \(thing.1) '\(name)'; đã cài: \(names)")
    }

    static func sameTarget(_ first: String, _ second: String, _ target: String) -> Message {
        Message(
            "\(second): would overwrite \(target), just compiled from \(first); give the folder that holds both",
            "\(second): sẽ ghi đè \(target), vừa biên dịch từ \(first); hãy cho biết thư mục chứa cả hai")
    }

    static func illFormed(_ file: String, _ place: Position) -> Message {
        Message("\(file):\(place): not well-formed UTF-8", "\(file):\(place): không phải UTF-8 hợp lệ")
    }

    static func illFormedQuery(_ query: String) -> Message {
        Message(
            "the query '\(query)' is not well-formed UTF-8", "từ cần tra '\(query)' không phải UTF-8 hợp lệ")
    }

    static func badKeys(_ file: String, _ place: Position, _ error: KeySequenceError) -> Message {
        let reason =
            switch error.reason {
            case .unclosedBrace: "có '{' mà thiếu '}'; muốn gõ dấu ngoặc thì viết {braceleft}"
            case .unknownKey("", _): "giữa hai ngoặc không có gì; cần tên phím theo X11, như BackSpace"
            case .unknownKey(let name, let closest?):
                "không có phím nào tên '\(name)'; có phải '\(closest)' không?"
            case .unknownKey(let name, nil):
                "không có phím nào tên '\(name)'; cần tên phím theo X11, như BackSpace, hay mã như U0111"
            case .unknownModifier(let name, let closest?):
                "không có phím bổ trợ nào tên '\(name)'; có phải '\(closest)' không?"
            case .unknownModifier(let name, nil): "không có phím bổ trợ nào tên '\(name)'"
            case .controlCharacter("\t"): "ở đây dấu tab không phải là phím; hãy viết {Tab}"
            case .controlCharacter(let scalar):
                "ký tự số \(scalar.value) không phải là phím; cần một ký tự in được hoặc một tên trong ngoặc"
            }
        return Message("\(file):\(place): \(error)", "\(file):\(place): \(reason)")
    }

    static func noSuchOption(_ name: String, _ value: String, _ options: [KeymapOption]) -> Message {
        if let option = options.first(where: { $0.name == name }) {
            let values = option.values.joined(separator: ", ")
            return Message(
                "option '\(name)' cannot be '\(value)'; it is one of \(values)",
                "tuỳ chọn '\(name)' không thể là '\(value)'; chỉ có thể là \(values)")
        }
        let names = options.map(\.name).joined(separator: ", ")
        return options.isEmpty
            ? Message(
                "the keymap has no option '\(name)'; it has none",
                "kiểu gõ này không có tuỳ chọn '\(name)'; nó không có tuỳ chọn nào")
            : Message(
                "the keymap has no option '\(name)'; it has \(names)",
                "kiểu gõ này không có tuỳ chọn '\(name)'; nó có \(names)")
    }

    static let keysNeedKeymap = Message(
        "--keys needs one keymap; name it with -k, such as '-k vi/telex'",
        "--keys cần đúng một kiểu gõ; hãy nêu bằng -k, ví dụ '-k vi/telex'")
    static let traceNeedsKeys = Message("--trace goes with --keys", "--trace chỉ dùng cùng với --keys")
    static let oneFileOnly = Message("the editor opens one file at a time", "mỗi lần chỉ soạn được một tệp")
    static func notAnOption(_ text: String) -> Message {
        Message(
            "'\(text)' is no option; expected NAME=VALUE, such as 'tone-style=new'",
            "'\(text)' không phải tuỳ chọn; cần TÊN=GIÁ-TRỊ, ví dụ 'tone-style=new'")
    }
    static let editorNeedsTerminal = Message(
        "the editor needs a terminal for input and output; to turn key sequences into text, add --keys",
        "trình soạn thảo cần đầu vào và đầu ra là màn hình dòng lệnh; muốn đổi chuỗi phím thành văn bản, thêm --keys"
    )

    static func noFolder(_ path: String) -> Message {
        Message("no folder '\(path)' to save the file in", "không có thư mục '\(path)' để lưu tệp")
    }
    static let changedByOthers = Message(
        "another program has changed the file; Control+S again writes over it",
        "chương trình khác đã sửa tệp này; Control+S lần nữa để ghi đè")
    static let newFile = Message("new file", "tệp mới")
    static func recovered(_ path: String) -> Message {
        Message("the unsaved text was kept in \(path)", "văn bản chưa lưu được giữ trong \(path)")
    }
    static func recoveredBefore(_ path: String) -> Message {
        Message(
            "text that was not saved last time is in \(path)",
            "văn bản lần trước chưa kịp lưu nằm trong \(path)")
    }

    static let distanceOutside = Message(
        "--distance must be 1, 2 or 3", "--distance chỉ có thể là 1, 2 hoặc 3")
    static let distanceNeedsFuzzy = Message(
        "--distance goes with --match fuzzy", "--distance chỉ dùng cùng với --match fuzzy")
    static let noQuery = Message(
        "nothing to look up; give a word, or a file of words with -f",
        "chưa có từ cần tra; hãy nêu một từ, hoặc một tệp danh sách từ bằng -f")
    static let limitTooSmall = Message("--limit must be at least 1", "--limit phải từ 1 trở lên")
    static func noLexicons() -> Message {
        let folders = DataFolders.standard.map { Path.join($0, "lexicons") }.joined(separator: ", ")
        return Message(
            "no lexicon is installed (looked in \(folders)); set CHU_PATH, or name one with -l",
            "chưa cài từ điển nào (đã tìm trong \(folders)); hãy đặt biến CHU_PATH, hoặc nêu bằng -l")
    }
    static func nothingFound(_ query: String, _ lexicons: [String], near words: [String], other kind: String?)
        -> Message
    {
        let names = lexicons.joined(separator: ", ")
        let place =
            lexicons.count > 3
            ? ("any of \(lexicons.count) lexicons", "\(lexicons.count) từ điển") : (names, names)
        let list = words.joined(separator: ", ")
        let near = words.isEmpty ? ("", "") : ("; near it: \(list)", "; gần giống: \(list)")
        let hint = kind.map { ("; try --match \($0)", "; thử --match \($0)") } ?? ("", "")
        return Message(
            "nothing found for '\(query)' in \(place.0)\(near.0)\(hint.0)",
            "không tìm thấy '\(query)' trong \(place.1)\(near.1)\(hint.1)")
    }
    static func languageNowhere(_ tag: String, _ known: [String]) -> Message {
        let names = known.joined(separator: ", ")
        return Message(
            "no lexicon has words or glosses in '\(tag)'; there are \(names)",
            "không từ điển nào có từ hay nghĩa bằng '\(tag)'; chỉ có \(names)")
    }

    static func count(_ number: Int, _ one: String, _ more: String? = nil) -> String {
        "\(number) \(number == 1 ? one : more ?? one + "s")"
    }

    static func checked(files: Int, _ found: DiagnosticCounts, hasFixed: Bool) -> Message {
        let fixes =
            hasFixed
            ? (", \(count(found.fixes, "fix", "fixes")) made", ", đã sửa \(found.fixes) chỗ") : ("", "")
        return Message(
            "\(count(files, "source")) checked\(fixes.0): "
                + "\(count(found.errors, "error")), \(count(found.warnings, "warning"))",
            "đã kiểm tra \(files) mã nguồn\(fixes.1): \(found.errors) lỗi, \(found.warnings) cảnh báo")
    }

    static func built(_ found: DiagnosticCounts) -> Message {
        Message(
            "\(count(found.errors, "error")), \(count(found.warnings, "warning"))",
            "\(found.errors) lỗi, \(found.warnings) cảnh báo")
    }

    static func unknownID(_ id: String, meant: String) -> Message {
        Message(
            "no diagnostic is called '\(id)'; did you mean '\(meant)'?",
            "không có thông báo nào tên là '\(id)'; có phải '\(meant)' không?")
    }

    static func cannotFix(_ path: String) -> Message {
        Message(
            "\(path): this is a compiled file; --fix mends sources only",
            "\(path): đây là tệp đã biên dịch; --fix chỉ sửa mã nguồn")
    }
    static func nothingInstalled(_ kind: String?) -> Message {
        let folders = DataFolders.standard.joined(separator: ", ")
        switch kind {
        case "transforms":
            return Message("no transforms are installed", "chưa cài phép chuyển tự nào")
        default:
            return Message(
                "nothing is installed (looked in \(folders)); set CHU_PATH",
                "chưa cài gì (đã tìm trong \(folders)); hãy đặt biến CHU_PATH")
        }
    }
}

// MARK: Headings in results

extension Message {
    static let keymapColumns = Message(
        "KEYMAP|LANGUAGE|TITLE|VERSION|LICENCE|STATUS", "KIỂU GÕ|NGÔN NGỮ|TÊN|PHIÊN BẢN|GIẤY PHÉP|TÌNH TRẠNG")
    static let lexiconColumns = Message(
        "LEXICON|LANGUAGE|TITLE|VERSION|LICENCE|STATUS|ENTRIES",
        "TỪ ĐIỂN|NGÔN NGỮ|TÊN|PHIÊN BẢN|GIẤY PHÉP|TÌNH TRẠNG|SỐ MỤC TỪ")
    static let transformColumns = Message(
        "TRANSFORM|FROM|TO|TITLE|VERSION|LICENCE|STATUS",
        "PHÉP CHUYỂN TỰ|TỪ|SANG|TÊN|PHIÊN BẢN|GIẤY PHÉP|TÌNH TRẠNG")
    static let alsoWritten = Message("also", "cũng viết")
    static let sources = Message("Sources", "Nguồn")
    static let conceptMark = Message(
        "≈ the gloss was found through a shared concept; the source itself does not give it",
        "≈ nghĩa tìm được qua khái niệm chung; bản thân nguồn không ghi nghĩa này")
    static func transliterationMark(_ forms: [(form: String, isDraft: Bool)]) -> Message {
        func names(_ draft: String) -> String {
            forms.map { $0.isDraft ? "\($0.form), \(draft)" : $0.form }.joined(separator: "; ")
        }
        return Message(
            "~ made from the headword by rules (\(names("draft"))); the source itself does not give it",
            "~ chuyển từ mục từ theo quy tắc (\(names("bản thảo"))); bản thân nguồn không ghi")
    }
    static let throughMark = Message(
        "⇢ no dictionary brings the two languages together: found through a third word or a concept, not translated",
        "⇢ không từ điển nào nối hai ngôn ngữ này: tìm được qua một từ hay khái niệm trung gian, không phải bản dịch"
    )
    static func answerHeading(_ query: String) -> Message { Message("\(query):", "\(query):") }
    static let conceptWord = Message("concept", "khái niệm")
    static let dialectWord = Message("dialect", "phương ngữ")
    static let noteWord = Message("note", "ghi chú")
    static let seeAlso = Message("see", "xem")
}

// MARK: The editor

extension Message {
    /// The sentences of the editor, in the user's language.
    static var editorSentences: EditorSentences { Surroundings.isVietnamese ? .vietnamese : .english }
}

// MARK: Help

extension Message {
    static let chuAbstract = Message(
        "Type Vietnam's minority languages, and look their words up.",
        "Gõ chữ và tra từ các ngôn ngữ dân tộc thiểu số Việt Nam.")
    static let chuDiscussion = Message(
        """
        EXAMPLES:
          chu type -k rad/telex           write Êđê in the line editor
          chu lookup nước                 every word that is or means 'nước'
          chu check Keymaps               check all keymaps in a folder

        Keymaps and lexicons are called by name (vi/telex) or by path. Names are looked for in $CHU_PATH, \
        $XDG_DATA_HOME/chu, $XDG_DATA_DIRS and beside the program.
        """,
        """
        VÍ DỤ:
          chu type -k rad/telex           soạn tiếng Êđê ngay trên dòng lệnh
          chu lookup nước                 mọi từ là 'nước' hoặc có nghĩa là 'nước'
          chu check Keymaps               kiểm tra mọi kiểu gõ trong một thư mục

        Kiểu gõ và từ điển được gọi bằng tên (vi/telex) hoặc bằng đường dẫn. Tên được tìm trong $CHU_PATH, \
        $XDG_DATA_HOME/chu, $XDG_DATA_DIRS và cạnh chương trình.
        """)

    static let typeAbstract = Message(
        "Write text in the line editor, or turn key sequences into text.",
        "Soạn văn bản trên dòng lệnh, hoặc đổi chuỗi phím thành văn bản.")
    static let typeDiscussion = Message(
        """
        On a terminal, the line editor: F2 or Control+Space changes the keymap, Tab chooses a word of the lexicon, \
        Control+S saves the FILE, Control+D or Control+Q ends. Without a FILE the text is written to standard \
        output at the end.

        With --keys, lines of key sequences are read from the FILEs or from standard input. A printable character \
        is its key; other keys stand in braces: {BackSpace}, {Control+z}, {braceleft}.

        EXAMPLES:
          chu type -k vi/telex letter.txt
          printf 'tieengs Vieetj\\n' | chu type -k vi/telex --keys
          printf 'hoaf\\n' | chu type -k vi/telex --keys --option tone-style=new
          printf 'ko.\\n' | chu type -k vi/telex --keys --macros my.macros
        """,
        """
        Trên màn hình dòng lệnh, đây là trình soạn thảo: F2 hoặc Control+Space đổi kiểu gõ, Tab chọn từ trong từ \
        điển, Control+S lưu FILE, Control+D hoặc Control+Q kết thúc. Không có FILE thì khi kết thúc văn bản được \
        ghi ra đầu ra chuẩn.

        Với --keys, các dòng chuỗi phím được đọc từ FILE hoặc từ đầu vào chuẩn. Ký tự in được là phím của nó; phím \
        khác viết trong ngoặc: {BackSpace}, {Control+z}, {braceleft}.

        VÍ DỤ:
          chu type -k vi/telex thu.txt
          printf 'tieengs Vieetj\\n' | chu type -k vi/telex --keys
          printf 'hoaf\\n' | chu type -k vi/telex --keys --option tone-style=new
          printf 'ko.\\n' | chu type -k vi/telex --keys --macros my.macros
        """)
    static let keymapHelp = Message(
        "A keymap: a name (vi/telex) or a path. Repeat it to switch between several in the editor.",
        "Kiểu gõ: tên (vi/telex) hoặc đường dẫn. Nêu nhiều lần để đổi qua lại khi soạn.")
    static let typeLexiconHelp = Message(
        "A lexicon for candidates: a name, a language tag or a path. (default: those of the keymap's language)",
        "Từ điển để gợi ý: tên, mã ngôn ngữ hoặc đường dẫn. (mặc định: các từ điển cùng ngôn ngữ với kiểu gõ)"
    )
    static let keysHelp = Message(
        "Read key sequences, one a line, and write the text each gives.",
        "Đọc chuỗi phím, mỗi dòng một chuỗi, và ghi văn bản mỗi chuỗi gõ ra.")
    static let traceHelp = Message(
        "With --keys: after the text write a tab and the text after every key, joined by U+241F.",
        "Cùng --keys: sau văn bản ghi thêm dấu tab và văn bản sau từng phím, nối bằng U+241F.")
    static let optionHelp = Message(
        "Set an option of the keymap, such as tone-style=new; 'chu list' shows them.",
        "Đặt một tuỳ chọn của kiểu gõ, ví dụ tone-style=new; xem bằng 'chu list'.")
    static let macrosHelp = Message(
        "Your abbreviations, put in when a word ends: lines such as 'ko = không' after 'macros 1', or a UniKey table.",
        "Bảng gõ tắt, thay khi hết từ: các dòng như 'ko = không' sau dòng 'macros 1', hoặc bảng gõ tắt của UniKey."
    )
    static let noLearnHelp = Message(
        "In the editor: note no words for 'chu words'; candidates come in the same order.",
        "Khi soạn: không ghi nhận từ nào cho 'chu words'; thứ tự gợi ý vẫn như thường."
    )
    static let typeFileHelp = Message(
        "The file to edit; with --keys, the files to read (default: standard input).",
        "Tệp để soạn; cùng --keys là các tệp để đọc (mặc định: đầu vào chuẩn).")

    static let lookupAbstract = Message("Look words up in the dictionaries.", "Tra từ trong các từ điển.")
    static let lookupDiscussion = Message(
        """
        Without --from, words and glosses are both searched. Case never matters; with --match exact, other \
        spellings are shown only when none is spelled as the query.

        EXAMPLES:
          chu lookup nước                       in every dictionary, either way
          chu lookup --from vi --to rad nước    Êđê words for 'nước'
          chu lookup --match prefix -l rad ana  Êđê words that begin so
          chu lookup --match wildcard '*ŏng'    words that end so
          chu lookup --match fuzzy asau         words one slip away
          chu lookup --from rad --to blt êa     through Vietnamese or a concept, marked ⇢
          chu lookup --from blt quam            Tai Viet in Latin letters, marked ~
          chu lookup -f words.txt --format tsv  every line of a file
          chu lookup --format json êa | jq .
        """,
        """
        Không có --from thì tìm cả trong từ lẫn trong nghĩa. Không phân biệt chữ hoa; với --match exact, chỉ khi \
        không có từ nào viết đúng như vậy mới hiện các cách viết khác dấu.

        VÍ DỤ:
          chu lookup nước                       trong mọi từ điển, cả hai chiều
          chu lookup --from vi --to rad nước    từ Êđê có nghĩa là 'nước'
          chu lookup --match prefix -l rad ana  các từ Êđê bắt đầu như thế
          chu lookup --match wildcard '*ŏng'    các từ kết thúc như thế
          chu lookup --match fuzzy asau         các từ chỉ khác một chữ
          chu lookup --from rad --to blt êa     qua tiếng Việt hay khái niệm chung, có dấu ⇢
          chu lookup --from blt quam            chữ Thái tra bằng chữ Latinh, có dấu ~
          chu lookup -f tu.txt --format tsv     từng dòng của một tệp
          chu lookup --format json êa | jq .
        """)
    static let lookupLexiconHelp = Message(
        "A lexicon: a name (rad/core), a language tag (rad) or a path. (default: all that are installed)",
        "Từ điển: tên (rad/core), mã ngôn ngữ (rad) hoặc đường dẫn. (mặc định: mọi từ điển đã cài)")
    static let matchHelp = Message(
        "How the query is compared: exact (as spelled, else as folded), folded (accents aside), prefix, wildcard (* and "
            + "?), fuzzy (with slips), gloss (meanings only), text (examples, definitions, notes).",
        "Cách so sánh: exact (đúng chữ, không có thì như folded), folded (bỏ qua dấu), prefix (phần đầu), wildcard (* và "
            + "?), fuzzy (gõ sai), gloss (chỉ nghĩa), text (ví dụ, định nghĩa, ghi chú).")
    static let distanceHelp = Message(
        "With --match fuzzy: how many letters may differ, 1 to 3. (default: by the length of the word)",
        "Cùng --match fuzzy: số chữ được khác, từ 1 đến 3. (mặc định: tuỳ độ dài của từ)")
    static let queryFileHelp = Message(
        "A file of words to look up, one a line; - is standard input, which is read too when no word is given.",
        "Tệp danh sách từ cần tra, mỗi dòng một từ; - là đầu vào chuẩn, cũng được đọc khi không nêu từ nào.")
    static let noPagerHelp = Message(
        "Write a long answer at once instead of page by page.", "Không chia trang khi kết quả dài.")
    static let fromHelp = Message(
        "The language of the query, as a BCP 47 tag.", "Ngôn ngữ của từ cần tra (mã BCP 47).")
    static let toHelp = Message("The language wanted, as a BCP 47 tag.", "Ngôn ngữ muốn có (mã BCP 47).")
    static let limitHelp = Message(
        "How many entries to show for each query.", "Số mục từ tối đa cho mỗi từ cần tra.")
    static let formatHelp = Message("How to write the result.", "Cách ghi kết quả.")
    static let queryHelp = Message(
        "A word; quote a phrase. Several words are several queries.",
        "Từ cần tra; cụm từ thì đặt trong dấu nháy. Nhiều từ là nhiều lượt tra.")

    static let buildAbstract = Message("Compile keymaps and lexicons.", "Biên dịch kiểu gõ và từ điển.")
    static let buildDiscussion = Message(
        """
        The tests in a keymap are run first. A source with errors is not written, and the exit code is 1.

        EXAMPLES:
          chu build Keymaps/rad/telex.keymap              writes telex.chukey beside it
          chu build Keymaps -o ~/.local/share/chu/keymaps compiles the whole folder
          chu build words.sfm -o words.chulex
        """,
        """
        Các phép thử trong kiểu gõ được chạy trước. Mã nguồn có lỗi thì không ghi gì, và mã thoát là 1.

        VÍ DỤ:
          chu build Keymaps/rad/telex.keymap              ghi telex.chukey bên cạnh
          chu build Keymaps -o ~/.local/share/chu/keymaps biên dịch cả thư mục
          chu build words.sfm -o words.chulex
        """)
    static let checkAbstract = Message(
        "Check keymaps, lexicons and transforms; mend what is obvious.",
        "Kiểm tra kiểu gõ, từ điển và phép chuyển tự; sửa chỗ sai hiển nhiên.")
    static let checkDiscussion = Message(
        """
        Nothing is written, except with --fix: then each fix-it that is obvious is made in the source, and told. What \
        is shown after 'perhaps' is never made unasked.

        EXAMPLES:
          chu check Keymaps Lexicons
          chu check --fix telex.keymap
          chu check --format json telex.keymap | jq -r '.[].message'
        """,
        """
        Không ghi gì, trừ khi có --fix: khi đó mỗi chỗ có cách sửa hiển nhiên ('fix-it') được sửa ngay trong mã \
        nguồn và được kể ra. Những gì ghi sau chữ 'perhaps' thì không bao giờ tự sửa.

        VÍ DỤ:
          chu check Keymaps Lexicons
          chu check --fix telex.keymap
          chu check --format json telex.keymap | jq -r '.[].message'
        """)
    static let fixHelp = Message(
        "Make the obvious fix-its in the sources. Files that another includes are mended only when named.",
        "Sửa các chỗ sai hiển nhiên ngay trong mã nguồn. Tệp được tệp khác gộp vào chỉ được sửa khi nêu tên.")
    static let silenceHelp = Message(
        "Leave out the warnings of this kind, such as lexicon.no-gloss; may be given again.",
        "Bỏ qua cảnh báo loại này, như lexicon.no-gloss; có thể nêu nhiều lần.")
    static let errorHelp = Message(
        "Take the warnings of this kind for errors; may be given again.",
        "Coi cảnh báo loại này là lỗi; có thể nêu nhiều lần.")
    static let strictHelp = Message(
        "Take all warnings that are not silenced for errors.",
        "Coi mọi cảnh báo không bị bỏ qua là lỗi.")
    static let sourceHelp = Message(
        "A source (.keymap, .lexicon, .sfm), or a folder of them.",
        "Mã nguồn (.keymap, .lexicon, .sfm), hoặc thư mục chứa mã nguồn.")
    static let checkSourceHelp = Message(
        "A source (.keymap, .lexicon, .sfm, .transform), a macro file (.macros, or UniKey's), or a folder of sources.",
        "Mã nguồn (.keymap, .lexicon, .sfm, .transform), bảng gõ tắt (.macros hoặc của UniKey), hoặc thư mục chứa "
            + "mã nguồn."
    )
    static let outHelp = Message(
        "The file to write, or the folder for several. (default: beside the source)",
        "Tệp để ghi, hoặc thư mục nếu có nhiều. (mặc định: cạnh mã nguồn)")

    static let convertAbstract = Message(
        "Convert text: from legacy encodings, or into good order.",
        "Chuyển mã văn bản: từ các bảng mã cũ, hoặc sắp lại cho đúng.")
    static let convertDiscussion = Message(
        """
        Text of any size goes through at constant memory. Without FILE it is read from standard input; several files \
        are written one after the other. A file is replaced only when all of it was converted.

        'repair' reads Unicode and puts right what looks right and is stored wrongly: the signs of Khmer, Tai Viet, \
        Cham and Lao in another order, ĕ̂ for ê̆; with --language rad, jra, bdq or cmo also letters typed for want of a \
        keyboard (ǎ for ă, 'b for ƀ). 'unicode' composes letters (NFC); 'combining' keeps tone marks apart. 'auto' \
        finds the encoding out, or says that it is not sure. 'chu list transforms' shows scripts and romanisations.

        Of a .docx or .odt the fonts decide: with 'auto' text in .Vn… is TCVN3, in VNI-… VNI-Windows, in VI … VISCII; \
        with one of these three only text in its fonts is converted. It gets a Unicode font, and all else stays.

        EXAMPLES:
          chu convert --from repair --to unicode --report letter.txt -o mended.txt
          chu convert --from repair --to unicode --language rad --columns 1 --in-place words.tsv
          chu convert --from tcvn3 --to unicode old.txt -o new.txt
          chu convert --from auto --to unicode --in-place letters/*.txt
          chu convert --from auto --to unicode --report report.docx -o new.docx
          chu convert --from mww-Latn --to hmv-Latn <letter.txt
        """,
        """
        Văn bản lớn bao nhiêu cũng chỉ tốn chừng ấy bộ nhớ. Không có FILE thì đọc đầu vào chuẩn; nhiều tệp thì ghi nối \
        nhau. Tệp chỉ bị thay khi đã chuyển xong toàn bộ.

        'repair' đọc Unicode và sửa những chỗ trông đúng mà lưu sai: dấu chữ Khmer, Thái, Chăm, Lào sai thứ tự, ĕ̂ thay \
        vì ê̆; cùng --language rad, jra, bdq hoặc cmo thì sửa cả những chữ gõ tạm vì thiếu bàn phím (ǎ thay ă, 'b thay \
        ƀ). 'unicode' là dựng sẵn (NFC); 'combining' là tổ hợp. 'auto' tự nhận bảng mã, không chắc thì nói. Các chữ viết \
        và lối phiên âm: xem bằng 'chu list transforms'.

        Với .docx, .odt thì theo phông: dùng 'auto' thì chữ phông .Vn… là TCVN3, VNI-… là VNI-Windows, VI … là VISCII; \
        nêu một trong ba thì chỉ chuyển chữ dùng phông của bảng mã ấy. Chữ được đổi sang phông Unicode, còn lại giữ nguyên.

        VÍ DỤ:
          chu convert --from repair --to unicode --report thu.txt -o thu-moi.txt
          chu convert --from repair --to unicode --language rad --columns 1 --in-place tu.tsv
          chu convert --from tcvn3 --to unicode cu.txt -o moi.txt
          chu convert --from auto --to unicode --in-place thu/*.txt
          chu convert --from auto --to unicode --report bao-cao.docx -o moi.docx
          chu convert --from mww-Latn --to hmv-Latn <thu.txt
        """)
    static let convertFromHelp = Message(
        "The form of the text: \(ConversionForm.readable.joined(separator: ", ")), or that of a transform.",
        "Dạng của văn bản: \(ConversionForm.readable.joined(separator: ", ")), hoặc dạng mà một phép chuyển tự đọc."
    )
    static let convertToHelp = Message(
        "The form wanted: \(ConversionForm.writable.joined(separator: ", ")), or that of a transform.",
        "Dạng cần có: \(ConversionForm.writable.joined(separator: ", ")), hoặc dạng mà một phép chuyển tự ghi."
    )
    static let convertOutHelp = Message(
        "The file to write, or a folder for each file by its name. (default: standard output)",
        "Tệp để ghi, hoặc thư mục để ghi từng tệp theo tên. (mặc định: đầu ra chuẩn)")
    static let inPlaceHelp = Message(
        "Replace each FILE by what was made of it; one in which nothing changes is left alone.",
        "Thay từng FILE bằng kết quả; tệp nào không có gì thay đổi thì để yên.")
    static let columnsHelp = Message(
        "Of a table with tabs, convert these columns only, such as 1,3.",
        "Với bảng ngăn bằng dấu tab, chỉ chuyển các cột này, ví dụ 1,3.")
    static let illFormedHelp = Message(
        "What becomes of bytes that have no meaning, and of characters that cannot be written: stop with an error, keep "
            + "them, or replace them (by U+FFFD, in encodings without it by ?).",
        "Gặp byte vô nghĩa hoặc ký tự không ghi được thì: error — dừng và báo lỗi, keep — giữ nguyên, replace — thay (bằng "
            + "U+FFFD, hoặc ? nếu bảng mã không có).")
    static let reportHelp = Message(
        "Tell how often what was repaired, and where first.", "Cho biết đã sửa gì, mấy chỗ, chỗ đầu ở đâu.")
    static let languageHelp = Message(
        "The language of the text, as a BCP 47 tag, for 'repair'.",
        "Ngôn ngữ của văn bản (mã BCP 47), cho 'repair'.")
    static let fontHelp = Message(
        "Of documents: the font of converted text. (default: Times New Roman, Arial or Courier New, as the old one "
            + "looked)",
        "Với .docx, .odt: phông cho chữ đã chuyển. (mặc định: Times New Roman, Arial hay Courier New, tuỳ phông cũ)"
    )
    static let convertFileHelp = Message(
        "The files to convert; - is standard input.", "Các tệp cần chuyển; - là đầu vào chuẩn.")

    static let listAbstract = Message("List what is installed.", "Liệt kê những gì đã cài.")
    static let listDiscussion = Message(
        """
        EXAMPLES:
          chu list keymaps
          chu list lexicons --format json | jq -r '.lexicons[].name'
        """,
        """
        VÍ DỤ:
          chu list keymaps
          chu list lexicons --format json | jq -r '.lexicons[].name'
        """)
    static let subjectHelp = Message(
        "What to list: keymaps, lexicons or transforms. (default: everything)",
        "Liệt kê gì: keymaps, lexicons hay transforms. (mặc định: tất cả)")
}
