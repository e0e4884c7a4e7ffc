import Diagnostics

// Help for the program itself, and for more than one verb.

extension Wording {
    static let chuAbstract = Wording(
        "Type Vietnam's minority languages, and look their words up.",
        "Gõ chữ và tra từ các ngôn ngữ dân tộc thiểu số Việt Nam.")

    static let chuDiscussion = Wording(
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

    static let formatHelp = Wording("How to write the result.", "Cách ghi kết quả.")

    static let noPagerHelp = Wording(
        "Write a long answer at once instead of page by page.", "Không chia trang khi kết quả dài.")
}
