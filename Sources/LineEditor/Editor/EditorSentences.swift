/// The sentences that the editor shows, in one language.
///
///     Editor(keymaps: keymaps, sentences: .vietnamese)
public struct EditorSentences: Sendable {
    /// Shown for the keymap when there is none.
    let noKeymap: String
    /// Shown for the file when there is none.
    let noFile: String
    /// The keys, in a few words, with a file.
    let keysWithFile: String
    /// The keys, in a few words, without a file.
    let keysWithoutFile: String
    /// What the signs in the words of the line mean, and the key that hides them.
    let readingKeys: String
    /// The keys of the candidates.
    let candidateKeys: String
    /// The question before unsaved changes are lost.
    let confirmQuit: String
    /// The question whether a text that was not saved last time is put in.
    let restore: String
    /// Shown after saving.
    let saved: String
    /// Shown before the reason why saving failed.
    let notSaved: String
    /// Shown when there is no file to save to.
    let nothingToSave: String
    /// Shown when there is no change to undo.
    let nothingToUndo: String
    /// Shown when bytes come in that are not UTF-8.
    let illFormed: String
    /// Shown when a paste has too long a line.
    let longLine: String
    /// Shown when a paste is too long.
    let longPaste: String
    /// Shown on Control+C.
    let howToQuit: String
    /// The help, one line each, of at most 78 columns.
    public let help: [String]

    /// The sentences in English.
    public static let english = EditorSentences(
        noKeymap: "no keymap",
        noFile: "(text)",
        keysWithFile: "F2 keymap · ^S save · ^Q quit · F1 help",
        keysWithoutFile: "F2 keymap · ^D done · F1 help",
        readingKeys: "F3 hide words · ≈ by concept · ? not found",
        candidateKeys: "Tab choose · Enter take · Alt+1…9 take",
        confirmQuit: "Unsaved changes. s: save and quit · d: discard · Escape: go on",
        restore: "Unsaved text of last time. r: restore · d: delete · Escape: later",
        saved: "saved",
        notSaved: "not saved: ",
        nothingToSave: "no file was given; Control+D writes the text out",
        nothingToUndo: "nothing to undo",
        illFormed: "input that is not UTF-8 was left out",
        longLine: "not pasted: a line would be longer than 256 KiB",
        longPaste: "not pasted: the text is longer than 16 MiB",
        howToQuit: "Control+Q ends",
        help: [
            "F2, Control+Space    next keymap, then none",
            "Tab, Down            choose a candidate, or find words by their meaning",
            "                     Enter, Alt+1…9: take; PageDown: more; Escape: hide them",
            "F3                   the words of this line in another language, or hide them",
            "Control+S            save the file",
            "Control+D, Control+Q end; the text goes to the output when there is no file",
            "arrows, Home, End, PageUp, PageDown; Control+Left, Control+Right: by word",
            "Backspace, Delete    delete one letter with all its marks",
            "Control+K, U, W      cut to the end, the start, a word; Control+Y puts it back",
            "Control+_ , Alt+E    undo, redo",
            "Alt+P, Alt+N         lines of former texts",
            "Control+Z            the underlined word as typed; else stop ('fg' goes on)",
            "F1                   this help",
        ])

    /// The sentences in Vietnamese.
    public static let vietnamese = EditorSentences(
        noKeymap: "không có kiểu gõ",
        noFile: "(văn bản)",
        keysWithFile: "F2 kiểu gõ · ^S lưu · ^Q thoát · F1 trợ giúp",
        keysWithoutFile: "F2 kiểu gõ · ^D xong · F1 trợ giúp",
        readingKeys: "F3 giấu bảng từ · ≈ qua khái niệm · ? không thấy",
        candidateKeys: "Tab chọn · Enter lấy · Alt+1…9 lấy",
        confirmQuit: "Chưa lưu thay đổi. s: lưu rồi thoát · d: bỏ · Escape: soạn tiếp",
        restore: "Văn bản lần trước chưa lưu. r: khôi phục · d: xoá · Escape: để sau",
        saved: "đã lưu",
        notSaved: "chưa lưu được: ",
        nothingToSave: "không có tệp; Control+D ghi văn bản ra đầu ra",
        nothingToUndo: "không còn gì để hoàn tác",
        illFormed: "đã bỏ phần nhập không phải UTF-8",
        longLine: "chưa dán: có dòng sẽ dài hơn 256 KiB",
        longPaste: "chưa dán: văn bản dài hơn 16 MiB",
        howToQuit: "Control+Q để thoát",
        help: [
            "F2, Control+Space    kiểu gõ tiếp theo, sau cùng là không có",
            "Tab, Down            chọn gợi ý, hoặc tìm từ theo nghĩa đang gõ",
            "                     Enter, Alt+1…9: lấy; PageDown: xem tiếp; Escape: giấu",
            "F3                   từng từ của dòng này bằng ngôn ngữ khác; F3 nữa thì giấu",
            "Control+S            lưu tệp",
            "Control+D, Control+Q kết thúc; không có tệp thì văn bản ra đầu ra chuẩn",
            "mũi tên, Home, End, PageUp, PageDown; Control+Left, Control+Right: theo từ",
            "Backspace, Delete    xoá một chữ cùng mọi dấu của nó",
            "Control+K, U, W      cắt tới cuối, tới đầu, một từ; Control+Y dán lại",
            "Control+_ , Alt+E    hoàn tác, làm lại",
            "Alt+P, Alt+N         các dòng của những lần trước",
            "Control+Z            trả từ gạch chân về như đã gõ; không có thì tạm dừng",
            "F1                   trợ giúp này",
        ])
}
