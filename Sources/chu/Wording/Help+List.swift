import Diagnostics

// Help for `chu list`.

extension Wording {
    static let listAbstract = Wording(
        "List what is installed, or every diagnostic.", "Liệt kê những gì đã cài, hoặc mọi thông báo.")

    static let listDiscussion = Wording(
        """
        EXAMPLES:
          chu list keymaps
          chu list diagnostics
          chu list lexicons --format json | jq -r '.lexicons[].name'
        """,
        """
        VÍ DỤ:
          chu list keymaps
          chu list diagnostics
          chu list lexicons --format json | jq -r '.lexicons[].name'
        """)

    static let subjectHelp = Wording(
        "What to list: keymaps, lexicons, transforms or diagnostics. (default: all that is installed)",
        "Liệt kê gì: keymaps, lexicons, transforms hay diagnostics. (mặc định: tất cả những gì đã cài)")
}
