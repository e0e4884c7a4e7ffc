extension EncodingTable {
    /// VISCII 1.1, with six capitals among the control characters.
    static let viscii = EncodingTable(
        source: "RFC 1456 (1993), table 1; agrees with the charmap VISCII of glibc",
        rows: """
            02  Ẳ
            05  Ẵ Ẫ
            14  Ỷ
            19  Ỹ
            1E  Ỵ
            80  Ạ Ắ Ằ Ặ Ấ Ầ Ẩ Ậ Ẽ Ẹ Ế Ề Ể Ễ Ệ Ố
            90  Ồ Ổ Ỗ Ộ Ợ Ớ Ờ Ở Ị Ỏ Ọ Ỉ Ủ Ũ Ụ Ỳ
            A0  Õ ắ ằ ặ ấ ầ ẩ ậ ẽ ẹ ế ề ể ễ ệ ố
            B0  ồ ổ ỗ Ỡ Ơ ộ ờ ở ị Ự Ứ Ừ Ử ơ ớ Ư
            C0  À Á Â Ã Ả Ă ẳ ẵ È É Ê Ẻ Ì Í Ĩ ỳ
            D0  Đ ứ Ò Ó Ô ạ ỷ ừ ử Ù Ú ỹ ỵ Ý ỡ ư
            E0  à á â ã ả ă ữ ẫ è é ê ẻ ì í ĩ ỉ
            F0  đ ự ò ó ô õ ỏ ọ ụ ù ú ũ ủ ý ợ Ữ
            """)
}
