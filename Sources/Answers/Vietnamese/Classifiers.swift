/// The classifiers of Vietnamese: words before a noun that say what kind of thing it is, and are not translated.
///
///     Classifiers.noun(in: "con trâu")           // (classifiers: ["con"], noun: "trâu")
///     Classifiers.noun(in: "những cái nhà")      // (classifiers: ["những", "cái"], noun: "nhà")
///     Classifiers.noun(in: "uống nước")          // nil
///
/// A noun stands in a lexicon without them, and readers of Vietnamese ask for it with them.
enum Classifiers {
    /// The language they are of.
    static let language = "vi"

    /// A line for each kind of thing: its classifiers, behind the letter of the source.
    ///
    /// - `W`: Wikipedia, *Vietnamese grammar*, "Classifiers".
    /// - `K`: Wiktionary, *Category:Vietnamese classifiers*, and the entry of each word.
    /// - `H`: Hoàng Tất Thắng on the words that classify *thuyền*, in *Sông Hương*.
    ///
    /// Words of kinship and *người* classify people, but mean something before them too, so they are not here.
    private static let table = """
        W cái con chiếc
        W quả trái cây
        W quyển cuốn tờ
        W bài câu chuyện việc
        W tòa toà
        H mảnh
        K hòn viên cục củ
        K ngôi căn gian
        K tấm bức bộ
        K bông đoá đóa ngọn
        K sợi thanh khẩu
        """

    /// Classifiers that are nouns too, so that both words are answered: *lá cây* is a leaf of a tree.
    private static let nounTable = """
        W lá
        K hạt hột giọt cành
        """

    /// Words before the classifier that make many of one, from Wikipedia as above.
    private static let plurals = ["các", "những", "mấy"]

    private static let classifiers = words(of: table)
    private static let nouns = words(of: nounTable)

    private static func words(of table: String) -> [String] {
        table.split(separator: "\n").flatMap { $0.split(separator: " ").dropFirst().map(String.init) }
    }

    /// Whether `word`, in lower case, stands before a noun without a meaning of its own.
    static func has(_ word: String) -> Bool { classifiers.contains(word) || plurals.contains(word) }

    /// Whether `word`, in lower case, is a classifier or a noun that is used as one.
    static func mayBe(_ word: String) -> Bool { classifiers.contains(word) || nouns.contains(word) }

    /// The noun behind the classifiers with which `text` begins; nil where it begins with none or has nothing else.
    ///
    /// - Returns: The words set aside, as they are written, and what is behind them.
    static func noun(in text: String) -> (aside: [String], noun: String)? {
        var rest = text[...]
        var aside: [String] = []
        // Words for many come first: những con trâu.
        while let blank = rest.firstIndex(of: " "), aside.count < 2 {
            let word = rest[..<blank].lowercased()
            let isPlural = plurals.contains(word)
            guard isPlural ? aside.isEmpty : classifiers.contains(word) else { break }
            aside.append(String(rest[..<blank]))
            rest = rest[rest.index(after: blank)...]
            if !isPlural { break }
        }
        return aside.isEmpty || rest.isEmpty ? nil : (aside, String(rest))
    }
}
