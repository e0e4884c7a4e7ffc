extension EncodingTable {
    /// TCVN3 as the ABC fonts have it: all small letters, and of the capitals those without a tone.
    static let tcvn3 = makeTCVN3(isCapitals: false)

    /// TCVN3 in a capital font (`.VnTimeH`): the same bytes, each of which is shown as a capital.
    static let tcvn3Capitals = makeTCVN3(isCapitals: true)

    /// The characters of Windows at 0x80–0x9F stay: the quotation marks and dashes of Word.
    ///
    /// TCVN 5712's larger sets VN1 and VN2 have capitals with tones and combining marks at the bytes that VN3
    /// leaves open; those from 0xA0 on are read, and never written, because no ABC font shows them. VN1's
    /// capitals at 0x80–0x9F and below 0x20 are not read: in documents those bytes are what Windows makes of
    /// them.
    private static func makeTCVN3(isCapitals: Bool) -> EncodingTable {
        EncodingTable(
            source: """
                TCVN 5712:1993 VN3 by fcitx5-unikey (unikey/data.cpp); for what is only read, the charmap TCVN5712-1 of \
                glibc; 0x80–0x9F: Windows code page 1252
                """,
            rows: windows1252Signs + """
                A0  nbsp Ă Â Ê Ô Ơ Ư Đ ă â ê ô ơ ư đ ·
                B0  · · · · · à ả ã á ạ · ằ ẳ ẵ ắ ·
                C0  · · · · · · ặ ầ ẩ ẫ ấ ậ è · ẻ ẽ
                D0  é ẹ ề ể ễ ế ệ ì ỉ · · · ĩ í ị ò
                E0  · ỏ õ ó ọ ồ ổ ỗ ố ộ ờ ở ỡ ớ ợ ù
                F0  · ủ ũ ú ụ ừ ử ữ ứ ự ỳ ỷ ỹ ý ỵ ·
                """,
            readOnly: """
                AF  Ằ ◌̀ ◌̉ ◌̃ ◌́ ◌̣
                BA  Ẳ
                BF  Ẵ Ắ Ầ Ẩ Ẫ Ấ Ề
                CD  Ể
                D9  Ễ Ế Ồ
                E0  Ổ
                F0  Ỗ
                FF  Ố
                """, joining: .vietnamese, isCapitals: isCapitals)
    }

    /// The signs of Windows code page 1252 between 0x80 and 0x9F.
    static let windows1252Signs = """
        80  € · ‚ ƒ „ … † ‡ ˆ ‰ Š ‹ Œ · Ž ·
        90  · ‘ ’ “ ” • – — ˜ ™ š › œ · ž Ÿ

        """

    /// The characters of Windows code page 1252 from 0xA0 on, which are those of Latin-1.
    static let latin1 = """
        A0  nbsp ¡ ¢ £ ¤ ¥ ¦ § ¨ © ª « ¬ shy ® ¯
        B0  ° ± ² ³ ´ µ ¶ middot ¸ ¹ º » ¼ ½ ¾ ¿
        C0  À Á Â Ã Ä Å Æ Ç È É Ê Ë Ì Í Î Ï
        D0  Ð Ñ Ò Ó Ô Õ Ö × Ø Ù Ú Û Ü Ý Þ ß
        E0  à á â ã ä å æ ç è é ê ë ì í î ï
        F0  ð ñ ò ó ô õ ö ÷ ø ù ú û ü ý þ ÿ

        """

    /// Windows code page 1252 as a table of its own: what a mark without a letter is read as.
    static let windows1252 = EncodingTable(
        source: "Windows code page 1252", rows: windows1252Signs + latin1)
}
