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
          chu build --deps telex.d telex.keymap           for a Makefile: '-include telex.d'
        """,
        """
        Các phép thử trong kiểu gõ được chạy trước. Mã nguồn có lỗi thì không ghi gì, và mã thoát là 1.

        VÍ DỤ:
          chu build Keymaps/rad/telex.keymap              ghi telex.chukey bên cạnh
          chu build Keymaps -o ~/.local/share/chu/keymaps biên dịch cả thư mục
          chu build words.sfm -o words.chulex
          chu build --deps telex.d telex.keymap           cho Makefile: '-include telex.d'
        """)

    static let checkAbstract = Wording(
        "Check keymaps, lexicons and transforms; fix what is obvious.",
        "Kiểm tra kiểu gõ, từ điển và phép chuyển tự; sửa chỗ sai hiển nhiên.")

    static let checkDiscussion = Wording(
        """
        Nothing is written, except with --fix: then each fix-it that is obvious is made in the source, and reported. What \
        is shown after 'perhaps' is never made unasked, and a file that is not text in UTF-8 is left as it is. 'chu explain' with the id in brackets shows what a diagnostic \
        means. In JSON, ids and severities are always the same, and messages are in your language.

        EXAMPLES:
          chu check Keymaps Lexicons
          chu check --fix telex.keymap
          chu check --fix --backup words.lexicon          keeps words.lexicon~
          chu check --format json telex.keymap | jq -r '.[].message'
        """,
        """
        Không ghi gì, trừ khi có --fix: khi đó mỗi 'cách sửa' được thực hiện ngay trong mã nguồn và được báo lại. \
        Những gì ghi sau chữ 'có lẽ' thì không bao giờ tự sửa, và tệp không phải văn bản UTF-8 thì để yên. Muốn hiểu một thông báo, dùng 'chu explain' với mã trong \
        ngoặc vuông. Trong JSON, mã và mức độ không đổi, còn lời thì theo ngôn ngữ của bạn.

        VÍ DỤ:
          chu check Keymaps Lexicons
          chu check --fix telex.keymap
          chu check --fix --backup words.lexicon          giữ lại words.lexicon~
          chu check --format json telex.keymap | jq -r '.[].message'
        """)

    static var sourceHelp: Wording {
        let list = suffixList(SourceKind.suffixes(for: .build, without: .include))
        return Wording(
            "A source (\(list.english)), or a folder of them.",
            "Mã nguồn (\(list.vietnamese)), hoặc thư mục chứa mã nguồn.")
    }
    static var checkSourceHelp: Wording {
        let list = suffixList(SourceKind.suffixes(for: .check, without: .include))
        return Wording(
            "A source (\(list.english)), a table of macros by UniKey, or a folder of sources.",
            "Mã nguồn (\(list.vietnamese)), bảng gõ tắt của UniKey, hoặc thư mục chứa mã nguồn.")
    }
    static let depsHelp = Wording(
        "Write what each file was compiled from, as a rule for make, unless there is an error.",
        "Ghi những tệp mà mỗi kết quả được biên dịch từ đó, thành quy tắc cho make, nếu không có lỗi.")
    static let outHelp = Wording(
        "The file to write, or the folder for several. (default: beside the source)",
        "Tệp để ghi, hoặc thư mục nếu có nhiều. (mặc định: cạnh mã nguồn)")

    static let fixHelp = Wording(
        "Make the obvious fix-its in the sources. Files that another includes are fixed only when named.",
        "Sửa các chỗ sai hiển nhiên ngay trong mã nguồn. Tệp được tệp khác gộp vào chỉ được sửa khi nêu tên.")

    static let backupHelp = Wording(
        "With --fix, keep each old file beside the new one, under its name with ~ at the end.",
        "Cùng --fix: giữ lại mỗi tệp cũ bên cạnh tệp mới, tên thêm ~ ở cuối.")

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

// Help for `chu explain`.

extension Wording {
    static let explainAbstract = Wording(
        "Explain a diagnostic, with an example and its correction.",
        "Giải thích một thông báo, có ví dụ và cách viết đúng.")
    static let explainDiscussion = Wording(
        """
        The id is what a diagnostic shows in brackets. The first word of an id alone lists all that begin with it.

        EXAMPLES:
          chu explain keymap.duplicate-letter
          chu explain lexicon
        """,
        """
        Mã là phần mà mỗi thông báo ghi trong ngoặc vuông. Chỉ nêu từ đầu của mã thì liệt kê mọi mã bắt đầu bằng từ ấy.

        VÍ DỤ:
          chu explain keymap.duplicate-letter
          chu explain lexicon
        """)
    static let explainIDHelp = Wording(
        "The id of a diagnostic, or its first word.", "Mã của thông báo, hoặc từ đầu của mã.")
}
