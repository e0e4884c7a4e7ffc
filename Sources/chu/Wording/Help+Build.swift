import Diagnostics

// Help for `chu build` and `chu check`.

extension Wording {
    static let buildAbstract = Wording("Compile keymaps and lexicons.", "Biên dịch kiểu gõ và từ điển.")

    static let buildDiscussion = Wording(
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

    static let checkAbstract = Wording(
        "Check keymaps, lexicons and transforms; fix what is obvious.",
        "Kiểm tra kiểu gõ, từ điển và phép chuyển tự; sửa chỗ sai hiển nhiên.")

    static let checkDiscussion = Wording(
        """
        Nothing is written, except with --fix: then each fix-it that is obvious is made in the source, and reported. What \
        is shown after 'perhaps' is never made unasked.

        EXAMPLES:
          chu check Keymaps Lexicons
          chu check --fix telex.keymap
          chu check --format json telex.keymap | jq -r '.[].message'
        """,
        """
        Không ghi gì, trừ khi có --fix: khi đó mỗi 'cách sửa' được thực hiện ngay trong mã nguồn và được báo lại. \
        Những gì ghi sau chữ 'có lẽ' thì không bao giờ tự sửa.

        VÍ DỤ:
          chu check Keymaps Lexicons
          chu check --fix telex.keymap
          chu check --format json telex.keymap | jq -r '.[].message'
        """)

    static let sourceHelp = Wording(
        "A source (.keymap, .lexicon, .sfm), or a folder of them.",
        "Mã nguồn (.keymap, .lexicon, .sfm), hoặc thư mục chứa mã nguồn.")

    static let checkSourceHelp = Wording(
        "A source (.keymap, .lexicon, .sfm, .transform), a macro file (.macros, or UniKey's), or a folder of sources.",
        "Mã nguồn (.keymap, .lexicon, .sfm, .transform), bảng gõ tắt (.macros hoặc của UniKey), hoặc thư mục chứa "
            + "mã nguồn."
    )

    static let outHelp = Wording(
        "The file to write, or the folder for several. (default: beside the source)",
        "Tệp để ghi, hoặc thư mục nếu có nhiều. (mặc định: cạnh mã nguồn)")

    static let fixHelp = Wording(
        "Make the obvious fix-its in the sources. Files that another includes are fixed only when named.",
        "Sửa các chỗ sai hiển nhiên ngay trong mã nguồn. Tệp được tệp khác gộp vào chỉ được sửa khi nêu tên.")

    static let silenceHelp = Wording(
        "Leave out the warnings of this kind, such as lexicon.no-gloss; may be given again.",
        "Bỏ qua cảnh báo loại này, như lexicon.no-gloss; có thể nêu nhiều lần.")

    static let errorHelp = Wording(
        "Take the warnings of this kind for errors; may be given again.",
        "Coi cảnh báo loại này là lỗi; có thể nêu nhiều lần.")

    static let strictHelp = Wording(
        "Take all warnings that are not silenced for errors.",
        "Coi mọi cảnh báo không bị bỏ qua là lỗi.")
}
