extension EncodingTable {
    /// VNI for Windows: marks follow their vowels, in bytes of Latin-1's small letters after a small one and
    /// of its capitals after a capital.
    ///
    /// The breve on letters other than a, and both circumflex and breve, are of the languages of the
    /// Highlands: *ê* after a vowel is the breve, before or after *â*, the circumflex. What no source names
    /// is what Windows shows.
    static let vniWindows = EncodingTable(
        source: """
            fcitx5-unikey (unikey/data.cpp) and GNU recode (src/vn.c), which differ in ắ and ằ, where the former and \
            texts agree; for the Highlands, the test sentences of BARTBahnar; else Windows code page 1252
            """,
        rows: vniRows, readOnly: latin1, joining: .joined)

    private static let vniRows =
        windows1252Signs + """
            A0  nbsp ¡ ¢ £ ¤ ¥ ¦ § ¨ © ª « ¬ shy ® ¯
            B0  ° ± ² ³ ´ µ ¶ middot ¸ ¹ º » ¼ ½ ¾ ¿
            C0  ◌̂̀ ◌̂́ ◌̂ ◌̂̃ ◌̣̂ ◌̂̉ Ỉ · ◌̆̀ ◌̆́ ◌̆ ◌̣̆ Ì Í Ỵ ◌̣
            D0  · Đ Ị Ĩ Ơ ◌̃ Ư × ◌̀ ◌́ ◌̆̉ ◌̉ ◌̆̃ · · ·
            E0  ◌̂̀ ◌̂́ ◌̂ ◌̂̃ ◌̣̂ ◌̂̉ ỉ · ◌̆̀ ◌̆́ ◌̆ ◌̣̆ ì í ỵ ◌̣
            F0  · đ ị ĩ ơ ◌̃ ư ÷ ◌̀ ◌́ ◌̆̉ ◌̉ ◌̆̃ · · ·
            """
}
