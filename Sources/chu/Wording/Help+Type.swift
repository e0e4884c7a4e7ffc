import Diagnostics

// Help for `chu type`.

extension Wording {
    static let typeAbstract = Wording(
        "Write text in the line editor, or turn key sequences into text.",
        "Soạn văn bản trên dòng lệnh, hoặc đổi chuỗi phím thành văn bản.")

    static let typeDiscussion = Wording(
        """
        On a terminal, the line editor: F2 or Control+Space changes the keymap, Tab chooses a word of the lexicon, \
        F3 shows the words of the line in another language, Control+S saves the FILE, Control+D or Control+Q ends. \
        Without a FILE the text is written to standard output at the end. Text that is not saved is kept in $XDG_STATE_HOME/chu/unsaved and offered at the next start.

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
        điển, F3 cho xem từng từ của dòng bằng ngôn ngữ khác, Control+S lưu FILE, Control+D hoặc Control+Q kết thúc. \
        Không có FILE thì khi kết thúc văn bản được ghi ra đầu ra chuẩn. Văn bản chưa lưu được giữ trong $XDG_STATE_HOME/chu/unsaved và lần mở sau sẽ hỏi để khôi phục.

        Với --keys, các dòng chuỗi phím được đọc từ FILE hoặc từ đầu vào chuẩn. Ký tự in được là phím của nó; phím \
        khác viết trong ngoặc: {BackSpace}, {Control+z}, {braceleft}.

        VÍ DỤ:
          chu type -k vi/telex thu.txt
          printf 'tieengs Vieetj\\n' | chu type -k vi/telex --keys
          printf 'hoaf\\n' | chu type -k vi/telex --keys --option tone-style=new
          printf 'ko.\\n' | chu type -k vi/telex --keys --macros my.macros
        """)

    static let keymapHelp = Wording(
        "A keymap: a name (vi/telex), a language ('Ê Đê') for all of its keymaps, or a path. Repeat it to switch between "
            + "several in the editor.",
        "Kiểu gõ: tên (vi/telex), ngôn ngữ ('Ê Đê') nếu muốn mọi kiểu gõ của nó, hoặc đường dẫn. Nêu nhiều lần để đổi "
            + "qua lại khi soạn.")

    static let typeLexiconHelp = Wording(
        "A lexicon for candidates: a name, a language or a path. (default: those of the keymap's language)",
        "Từ điển để gợi ý: tên, ngôn ngữ hoặc đường dẫn. (mặc định: các từ điển cùng ngôn ngữ với kiểu gõ)"
    )

    static let keysHelp = Wording(
        "Read key sequences, one a line, and write the text each gives.",
        "Đọc chuỗi phím, mỗi dòng một chuỗi, và ghi văn bản mỗi chuỗi gõ ra.")

    static let traceHelp = Wording(
        "With --keys: after the text write a tab and the text after every key, joined by U+241F.",
        "Cùng --keys: sau văn bản ghi thêm dấu tab và văn bản sau từng phím, nối bằng U+241F.")

    static let optionHelp = Wording(
        "Set an option of the keymap, such as tone-style=new; 'chu list' shows them.",
        "Đặt một tuỳ chọn của kiểu gõ, ví dụ tone-style=new; xem bằng 'chu list'.")

    static let macrosHelp = Wording(
        "Your abbreviations, put in when a word ends: lines such as 'ko = không' after 'macros 1', or a UniKey table.",
        "Bảng gõ tắt, thay khi hết từ: các dòng như 'ko = không' sau dòng 'macros 1', hoặc bảng gõ tắt của UniKey."
    )

    static let noLearnHelp = Wording(
        "In the editor: note no words for 'chu words'; candidates come in the same order.",
        "Khi soạn: không ghi nhận từ nào cho 'chu words'; thứ tự gợi ý vẫn như thường."
    )

    static let typeFileHelp = Wording(
        "The file to edit; with --keys, the files to read (default: standard input).",
        "Tệp để soạn; cùng --keys là các tệp để đọc (mặc định: đầu vào chuẩn).")
}
