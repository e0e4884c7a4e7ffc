import Conversion
import Diagnostics

// Help for `chu convert`.

extension Wording {
    static let convertAbstract = Wording(
        "Convert text: from legacy encodings, or into good order.",
        "Chuyển mã văn bản: từ các bảng mã cũ, hoặc sắp lại cho đúng.")

    static let convertDiscussion = Wording(
        """
        Text of any size is converted in constant memory. Without FILE it is read from standard input; several files \
        are written one after the other. A file is replaced only when all of it was converted.

        'repair' reads Unicode and fixes what looks right but is stored wrongly: the signs of Khmer, Tai Viet, Cham and \
        Lao in another order, ĕ̂ for ê̆; with --language also letters typed for others that the keyboard lacks: ð for đ in \
        any language of Vietnam, ǎ for ă and 'b for ƀ in rad, jra, bdq and cmo. --report also counts what is doubtful and \
        left. 'unicode' composes letters (NFC); 'combining' keeps tone marks apart; 'vi-tone-old' writes hòa, 'vi-tone-new' \
        hoà. 'auto' detects the encoding, or says that it is not sure. '…-latin1' is legacy text that some program saved \
        as UTF-8 (Céng hßa), 'utf8-windows1252' UTF-8 read as Windows-1252 (Viá»‡t), 'vov-stand-ins' the code of older \
        pages of the Voice of Vietnam ('[on' for ƀon). 'telex', 'vni' and 'viqr-keys' read text as keys of these keymaps. \
        'chu list transforms' shows scripts and romanisations.

        In a .docx, .xlsx, .pptx, .odt, .ods or .odp the fonts decide: with 'auto' text in .Vn… is TCVN3, in VNI-… \
        VNI-Windows, in VI … VISCII; with one of these three only text in its fonts is converted. It gets a Unicode \
        font, and all else stays.

        EXAMPLES:
          chu convert --from repair --to unicode --report letter.txt -o fixed.txt
          chu convert --from repair --to unicode --language rad --columns 1 --in-place words.tsv
          chu convert --from tcvn3 --to unicode old.txt -o new.txt
          chu convert --from auto --to unicode --in-place letters/*.txt
          chu convert --from auto --to unicode --report report.docx -o new.docx
          chu convert --from mww-Latn --to hmv-Latn <letter.txt
          chu convert --from unicode --to vi-tone-new --in-place letter.txt
        """,
        """
        Văn bản lớn bao nhiêu cũng chỉ tốn chừng ấy bộ nhớ. Không có FILE thì đọc đầu vào chuẩn; nhiều tệp thì ghi nối \
        nhau. Tệp chỉ bị thay khi đã chuyển xong toàn bộ.

        'repair' đọc Unicode và sửa những chỗ trông đúng mà lưu sai: dấu chữ Khmer, Thái, Chăm, Lào sai thứ tự, ĕ̂ thay \
        vì ê̆; cùng --language thì sửa cả những chữ gõ tạm vì thiếu bàn phím: ð thay đ trong mọi tiếng ở Việt Nam, ǎ thay ă \
        và 'b thay ƀ trong rad, jra, bdq, cmo. --report đếm cả những chỗ không chắc, để nguyên. 'unicode' là dựng sẵn \
        (NFC); 'combining' là tổ hợp; 'vi-tone-old' viết hòa, 'vi-tone-new' viết hoà. 'auto' tự nhận bảng mã, không chắc \
        thì nói. '…-latin1' là văn bản mã cũ bị lưu thành UTF-8 (Céng hßa), 'utf8-windows1252' là UTF-8 bị đọc theo \
        Windows-1252 (Viá»‡t), 'vov-stand-ins' là lối gõ tạm của các trang cũ của Đài Tiếng nói Việt Nam ('[on' thay ƀon). \
        'telex', 'vni', 'viqr-keys' đọc văn bản như phím của các kiểu gõ ấy. Các chữ viết và lối phiên âm: xem bằng \
        'chu list transforms'.

        Với .docx, .xlsx, .pptx, .odt, .ods, .odp thì theo phông: dùng 'auto' thì chữ phông .Vn… là TCVN3, VNI-… là VNI-Windows, VI … là VISCII; \
        nêu một trong ba thì chỉ chuyển chữ dùng phông của bảng mã ấy. Chữ được đổi sang phông Unicode, còn lại giữ nguyên.

        VÍ DỤ:
          chu convert --from repair --to unicode --report thu.txt -o thu-moi.txt
          chu convert --from repair --to unicode --language rad --columns 1 --in-place tu.tsv
          chu convert --from tcvn3 --to unicode cu.txt -o moi.txt
          chu convert --from auto --to unicode --in-place thu/*.txt
          chu convert --from auto --to unicode --report bao-cao.docx -o moi.docx
          chu convert --from mww-Latn --to hmv-Latn <thu.txt
          chu convert --from unicode --to vi-tone-new --in-place thu.txt
        """)

    static let convertFromHelp = Wording(
        "The form of the text: \(ConversionForm.readable.joined(separator: ", ")), keys (telex, vni, viqr-keys), or that of a transform.",
        "Dạng của văn bản: \(ConversionForm.readable.joined(separator: ", ")), phím (telex, vni, viqr-keys), hoặc dạng mà một phép chuyển tự đọc."
    )

    static let convertToHelp = Wording(
        "The form wanted: \(ConversionForm.writable.joined(separator: ", ")), or that of a transform.",
        "Dạng cần có: \(ConversionForm.writable.joined(separator: ", ")), hoặc dạng mà một phép chuyển tự ghi."
    )

    static let convertOutHelp = Wording(
        "The file to write, or a folder for each file by its name. (default: standard output)",
        "Tệp để ghi, hoặc thư mục để ghi từng tệp theo tên. (mặc định: đầu ra chuẩn)")

    static let inPlaceHelp = Wording(
        "Replace each FILE by what was made of it; one in which nothing changes is left alone.",
        "Thay từng FILE bằng kết quả; tệp nào không có gì thay đổi thì để yên.")

    static let columnsHelp = Wording(
        "Of a table with tabs, convert these columns only, such as 1,3.",
        "Với bảng ngăn bằng dấu tab, chỉ chuyển các cột này, ví dụ 1,3.")

    static let illFormedHelp = Wording(
        "What becomes of bytes that have no meaning, and of characters that cannot be written: stop with an error, keep "
            + "them, or replace them (by U+FFFD, in encodings without it by ?).",
        "Gặp byte vô nghĩa hoặc ký tự không ghi được thì: error — dừng và báo lỗi, keep — giữ nguyên, replace — thay (bằng "
            + "U+FFFD, hoặc ? nếu bảng mã không có).")

    static let insistHelp = Wording(
        "Convert although the text is Unicode already, and read every line of a …-latin1 form as legacy text.",
        "Vẫn chuyển dù văn bản đã là Unicode; với các dạng …-latin1 thì mọi dòng đều đọc theo mã cũ.")

    static let reportHelp = Wording(
        "Report what was repaired, how often, and where first.", "Cho biết đã sửa gì, mấy chỗ, chỗ đầu ở đâu."
    )

    static let languageHelp = Wording(
        "The language of the text, by its BCP 47 tag or its name, for 'repair'.",
        "Ngôn ngữ của văn bản (mã BCP 47 hoặc tên), cho 'repair'.")

    static let fontHelp = Wording(
        "Of documents: the font of converted text. (default: Times New Roman, Arial or Courier New, as the old one "
            + "looked)",
        "Với tài liệu văn phòng: phông cho chữ đã chuyển. (mặc định: Times New Roman, Arial hay Courier New, tuỳ phông cũ)"
    )

    static let convertFileHelp = Wording(
        "The files to convert; - is standard input.", "Các tệp cần chuyển; - là đầu vào chuẩn.")
}
