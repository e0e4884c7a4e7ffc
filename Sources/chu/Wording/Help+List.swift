import Diagnostics

// Help for `chu list`.

extension Wording {
    static let listAbstract = Wording("List what is installed.", "Liệt kê những gì đã cài.")

    static let listDiscussion = Wording(
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

    static let subjectHelp = Wording(
        "What to list: keymaps, lexicons or transforms. (default: everything)",
        "Liệt kê gì: keymaps, lexicons hay transforms. (mặc định: tất cả)")
}
