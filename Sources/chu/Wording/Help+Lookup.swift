import Diagnostics

// Help for `chu lookup`.

extension Wording {
    static let lookupAbstract = Wording("Look words up in the dictionaries.", "Tra từ trong các từ điển.")

    static let lookupDiscussion = Wording(
        """
        Without --from, words and glosses are both searched. Case and signs around a word never matter. What nobody \
        wrote down as it is asked is answered without its classifier (con trâu), by its parts (uống nước) or, below \
        a line that says so, by words with other accents.

        EXAMPLES:
          chu lookup nước                       in every dictionary, either way
          chu lookup --from vi --to rad nước    Êđê words for 'nước'
          chu lookup --to 'Ê Đê' nước           the same, by the name of the language
          chu lookup 'uống nước'                a phrase, by the longest parts that are known
          chu lookup --match prefix -l rad ana  Êđê words that begin so
          chu lookup --match wildcard '*ŏng'    words that end so
          chu lookup --match fuzzy asau         words one slip away
          chu lookup --from rad --to blt êa     through Vietnamese or a concept, marked ⇢
          chu lookup --from blt quam            Tai Viet in Latin letters, marked ~
          chu lookup -f words.txt --format tsv  every line of a file
          chu lookup --words --to rad text.txt  a text, with the Êđê words below its own
          chu lookup --format json êa | jq .
        """,
        """
        Không có --from thì tìm cả trong từ lẫn trong nghĩa. Không phân biệt chữ hoa, bỏ qua dấu câu quanh từ. Cụm \
        từ không có sẵn thì được tra sau khi bỏ loại từ (con trâu), hoặc theo từng phần (uống nước); từ khác dấu \
        chỉ hiện dưới một dòng nói rõ điều đó.

        VÍ DỤ:
          chu lookup nước                       trong mọi từ điển, cả hai chiều
          chu lookup --from vi --to rad nước    từ Êđê có nghĩa là 'nước'
          chu lookup --to 'Ê Đê' nước           cũng vậy, gọi ngôn ngữ bằng tên
          chu lookup 'uống nước'                một cụm từ, theo từng phần dài nhất có trong từ điển
          chu lookup --match prefix -l rad ana  các từ Êđê bắt đầu như thế
          chu lookup --match wildcard '*ŏng'    các từ kết thúc như thế
          chu lookup --match fuzzy asau         các từ chỉ khác một chữ
          chu lookup --from rad --to blt êa     qua tiếng Việt hay khái niệm chung, có dấu ⇢
          chu lookup --from blt quam            chữ Thái tra bằng chữ Latinh, có dấu ~
          chu lookup -f tu.txt --format tsv     từng dòng của một tệp
          chu lookup --words --to rad bai.txt   cả bài, dưới mỗi từ có từ Êđê
          chu lookup --format json êa | jq .
        """)

    static let lookupLexiconHelp = Wording(
        "A lexicon: a name (rad/core), a language (rad, 'Ê Đê') or a path. (default: all that are installed)",
        "Từ điển: tên (rad/core), ngôn ngữ (rad, 'Ê Đê') hoặc đường dẫn. (mặc định: mọi từ điển đã cài)")

    static let matchHelp = Wording(
        "How the query is compared: exact (as spelled, else by looser ways that are named), folded (accents aside), "
            + "prefix, wildcard (* and ?), fuzzy (with slips), gloss (meanings only), text (examples, definitions, "
            + "notes).",
        "Cách so sánh: exact (đúng chữ, không có thì theo cách rộng hơn và nói rõ cách nào), folded (bỏ qua dấu), "
            + "prefix (phần đầu), wildcard (* và ?), fuzzy (gõ sai), gloss (chỉ nghĩa), text (ví dụ, định nghĩa, "
            + "ghi chú).")

    static let distanceHelp = Wording(
        "With --match fuzzy: how many letters may differ, 1 to 3. (default: by the length of the word)",
        "Cùng --match fuzzy: số chữ được khác, từ 1 đến 3. (mặc định: tuỳ độ dài của từ)")

    static let queryFileHelp = Wording(
        "A file of words to look up, one a line; - is standard input, which is read too when no word is given.",
        "Tệp danh sách từ cần tra, mỗi dòng một từ; - là đầu vào chuẩn, cũng được đọc khi không nêu từ nào.")

    static let byWordsHelp = Wording(
        "Read a text word by word: the arguments, a file they name or -f gives, or standard input.",
        "Đọc cả bài theo từng từ: các từ đã nêu, tệp được nêu hay cho bằng -f, hoặc đầu vào chuẩn.")

    static let fromHelp = Wording(
        "The language of the query: its name or a BCP 47 tag; 'chu list languages' shows them.",
        "Ngôn ngữ của từ cần tra: tên hoặc mã BCP 47; xem bằng 'chu list languages'.")

    static let toHelp = Wording(
        "The language wanted: its name or a BCP 47 tag.", "Ngôn ngữ muốn có: tên hoặc mã BCP 47.")

    static let limitHelp = Wording(
        "How many entries to show for each query, of all languages.",
        "Số mục từ tối đa cho mỗi từ cần tra, chia đều cho các ngôn ngữ.")

    static let allHelp = Wording("Show all entries, whatever --limit.", "Hiện mọi mục từ, bất kể --limit.")

    static let queryHelp = Wording(
        "A word; quote a phrase. Several words are several queries.",
        "Từ cần tra; cụm từ thì đặt trong dấu nháy. Nhiều từ là nhiều lượt tra.")
}
