import Diagnostics

// Help for `chu words` and `chu macros`.

extension Wording {
    static let wordsAbstract = Wording(
        "The words you have written with a keymap: list, export, import, clear.",
        "Những từ bạn đã viết bằng một kiểu gõ: liệt kê, xuất, nhập, xoá.")

    static let wordsDiscussion = Wording(
        """
        On the desktop and in the editor Chữ learns which words you write, so that they come first among the
        candidates. They are kept in $XDG_DATA_HOME/chu/words, one file for each keymap, and nowhere else; nothing is
        learned in fields for passwords, in private ones or under 'chu type --no-learn'. The file is plain text and can be taken to another machine.

        Examples:
          chu words rad/telex
          chu words export rad/telex -o my.words
          chu words import rad/telex my.words
          chu words clear rad/telex
        """,
        """
        Trên máy để bàn và trong trình soạn thảo, Chữ học những từ bạn hay viết để đưa chúng lên đầu danh sách gợi ý.
        Các từ được giữ trong $XDG_DATA_HOME/chu/words, mỗi kiểu gõ một tệp, không ở đâu khác; trong ô mật khẩu, ô
        riêng tư hoặc với 'chu type --no-learn' thì không học gì. Tệp là văn bản thường, có thể mang sang máy khác.

        Ví dụ:
          chu words rad/telex
          chu words export rad/telex -o my.words
          chu words import rad/telex my.words
          chu words clear rad/telex
        """)

    static let wordsKeymapHelp = Wording(
        "The keymap, by its name such as rad/telex.", "Kiểu gõ, theo tên như rad/telex.")

    static let wordsListAbstract = Wording(
        "List the words and how often you wrote them, most first.",
        "Liệt kê các từ và số lần đã viết, nhiều nhất trước.")

    static let wordsExportAbstract = Wording("Write the words to a file.", "Ghi các từ ra tệp.")

    static let wordsImportAbstract = Wording(
        "Add the words of a file that was exported.", "Thêm các từ của một tệp đã xuất.")

    static let wordsClearAbstract = Wording("Forget all words of the keymap.", "Quên mọi từ của kiểu gõ.")

    static let wordsFileHelp = Wording(
        "A file from 'chu words export'.", "Tệp do 'chu words export' ghi ra.")

    static let personalOutputHelp = Wording(
        "The file to write; without it, standard output.", "Tệp để ghi; nếu không có thì ghi ra đầu ra chuẩn."
    )

    static let macrosAbstract = Wording(
        "Your abbreviations: list, export, import, clear.", "Bảng gõ tắt của bạn: liệt kê, xuất, nhập, xoá.")

    static let macrosDiscussion = Wording(
        """
        The table is $XDG_DATA_HOME/chu/macros.txt, plain text that begins with 'macros 1' and has a line such as
        'ko = không' for each. On the desktop and in the editor it is in force wherever there is one. A table that
        UniKey has written can be imported.

        Examples:
          chu macros
          chu macros import ukmacro
          chu macros export -o my.macros
        """,
        """
        Bảng gõ tắt là tệp $XDG_DATA_HOME/chu/macros.txt, văn bản thường, bắt đầu bằng 'macros 1', mỗi dòng một mục
        như 'ko = không'. Trên máy để bàn và trong trình soạn thảo, bảng có hiệu lực khi tệp tồn tại. Có thể nhập
        bảng gõ tắt của UniKey.

        Ví dụ:
          chu macros
          chu macros import ukmacro
          chu macros export -o my.macros
        """)

    static let macrosListAbstract = Wording("List the abbreviations.", "Liệt kê bảng gõ tắt.")

    static let macrosExportAbstract = Wording("Write the table to a file.", "Ghi bảng gõ tắt ra tệp.")

    static let macrosImportAbstract = Wording(
        "Add the abbreviations of a file; those you have stay as they are.",
        "Thêm các mục của một tệp; mục đã có thì giữ nguyên.")

    static let macrosClearAbstract = Wording("Remove all abbreviations.", "Xoá mọi mục gõ tắt.")
}
