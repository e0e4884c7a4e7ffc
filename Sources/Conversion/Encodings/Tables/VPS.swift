extension EncodingTable {
    /// VPS, with fourteen capitals among the control characters.
    ///
    /// GNU recode leaves 0x99, 0xA0 and a few bytes of Latin-1 open; the other two sources give the former,
    /// Mozilla's table the latter. fcitx5-unikey writes the capitals among the control characters as small
    /// letters.
    static let vps = EncodingTable(
        source:
            "GNU recode (src/vn.c), Mozilla (intl/uconv/ucvlatin/vps.ut) and fcitx5-unikey (unikey/data.cpp)",
        rows: """
            02  Ạ Ậ Ặ Ẹ Ệ
            10  Ị Ọ Ộ Ợ Ụ Ự
            19  Ỵ
            1C  Ẫ Ữ
            80  À Ả Ã Ấ Ầ Ẩ ọ ỗ Ă ế ề ể ệ Ắ Ằ Ẳ
            90  Ế ‘ ’ Ề Ể Ễ Ố Ồ Ổ Ỗ ý ỷ ỵ Ớ Ờ Ở
            A0  nbsp ắ ằ ẳ ẵ ặ Ỡ ớ Ù ờ ở ỡ Ũ Ứ ợ Ừ
            B0  ổ Ử Ỳ Ỹ Í Ì ộ Ỉ Ĩ Ó ử ữ Ò Ỏ Õ ự
            C0  ầ Á Â ấ ẩ ẫ ậ đ ẻ É Ê ẹ ỉ ễ ị ỹ
            D0  Ư Ủ ồ ố Ô ỏ ơ È ừ ứ Ú ũ ư Ý Ẻ ß
            E0  à á â ã ả ạ ă ç è é ê ẽ ì í î ĩ
            F0  Ẵ Đ ò ó ô õ ö Ơ ụ ù ú ủ ü Ỷ Ẽ ỳ
            """)
}
