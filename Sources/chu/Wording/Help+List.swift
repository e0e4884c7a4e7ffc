import Diagnostics

// Help for `chu list`.

extension Wording {
    static let listAbstract = Wording(
        "List what is installed, the languages of Vietnam, or every diagnostic.",
        "Liệt kê những gì đã cài, các ngôn ngữ ở Việt Nam, hoặc mọi thông báo.")

    static let listDiscussion = Wording(
        """
        EXAMPLES:
          chu list keymaps
          chu list --language 'Ê Đê'
          chu list languages
          chu list diagnostics
          chu list lexicons --format json | jq -r '.lexicons[].name'
        """,
        """
        VÍ DỤ:
          chu list keymaps
          chu list --language 'Ê Đê'
          chu list languages
          chu list diagnostics
          chu list lexicons --format json | jq -r '.lexicons[].name'
        """)

    static let subjectHelp = Wording(
        "What to list: keymaps, lexicons, transforms, languages or diagnostics. (default: all that is installed)",
        "Liệt kê gì: keymaps, lexicons, transforms, languages hay diagnostics. (mặc định: tất cả những gì đã cài)"
    )

    static let listLanguageHelp = Wording(
        "Only what is in this language: its name in any usual spelling, or a tag.",
        "Chỉ những gì thuộc ngôn ngữ này: tên viết theo cách thường gặp nào cũng được, hoặc mã.")
}
