extension EncodingTable {
    /// VIQR: signs of ASCII after a vowel are its marks, where a Vietnamese letter comes of it; a backslash
    /// before a sign makes it a sign.
    static let viqr = EncodingTable(
        source: "RFC 1456 (1993); Viet-Std on VIQR",
        rows: """
            27  ◌́ ◌̆
            2B  ◌̛
            2E  ◌̣
            3F  ◌̉
            5E  ◌̂
            60  ◌̀
            7E  ◌̃
            """,
        joining: .vietnamese,
        pairs: [
            (Array("dd".utf8), "đ"), (Array("DD".utf8), "Đ"), (Array("Dd".utf8), "Đ"),
        ], escape: UInt8(ascii: "\\"))
}
