extension EncodingTable {
    /// Windows code page 1258: tone marks follow their letters.
    static let cp1258 = EncodingTable(
        source: "the charmap CP1258 of glibc",
        rows: """
            80  € · ‚ ƒ „ … † ‡ ˆ ‰ · ‹ Œ · · ·
            90  · ‘ ’ “ ” • – — ˜ ™ · › œ · · Ÿ
            A0  nbsp ¡ ¢ £ ¤ ¥ ¦ § ¨ © ª « ¬ shy ® ¯
            B0  ° ± ² ³ ´ µ ¶ middot ¸ ¹ º » ¼ ½ ¾ ¿
            C0  À Á Â Ă Ä Å Æ Ç È É Ê Ë ◌̀ Í Î Ï
            D0  Đ Ñ ◌̉ Ó Ô Ơ Ö × Ø Ù Ú Û Ü Ư ◌̃ ß
            E0  à á â ă ä å æ ç è é ê ë ◌́ í î ï
            F0  đ ñ ◌̣ ó ô ơ ö ÷ ø ù ú û ü ư ₫ ÿ
            """, joining: .combining)
}
