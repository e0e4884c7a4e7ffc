/// The classifiers of Vietnamese: words before a noun that say what kind of thing it is, and are not translated.
///
///     Classifiers.noun(in: "con trâu")           // (aside: ["con"], noun: "trâu")
///     Classifiers.noun(in: "những cái nhà")      // (aside: ["những", "cái"], noun: "nhà")
///     Classifiers.noun(in: "uống nước")          // nil
///
/// A noun stands in a lexicon without them, and readers of Vietnamese ask for it with them. Words of kinship and *người*
/// classify people, but mean something before them too, so they are not here.
///
/// The tables are switches, because most lookups need them and an array would be made when the program starts.
enum Classifiers {
    /// The language they are of.
    static let language = "vi"

    /// Whether `word`, in lower case, is a classifier without a meaning of its own before a noun.
    private static func isClassifier(_ word: String) -> Bool {
        switch word {
        // Wikipedia, Vietnamese grammar, "Classifiers".
        case "cái", "con", "chiếc",  // things, living beings, one of a kind or pair
            "quả", "trái", "cây",  // round things, plants and long things
            "quyển", "cuốn", "tờ",  // books, sheets
            "bài", "câu", "chuyện", "việc",  // texts, sentences, tales, matters
            "tòa", "toà":  // great buildings
            true
        // Hoàng Tất Thắng on the words that classify thuyền, in the journal Sông Hương.
        case "mảnh": true
        // Common ones, after Wiktionary, Category:Vietnamese classifiers; not yet compared with it word by word.
        case "hòn", "viên", "cục", "củ",  // stones, small round things, lumps, bulbs
            "ngôi", "căn", "gian",  // houses, rooms
            "tấm", "bức", "bộ",  // flat things, pictures, sets
            "bông", "đoá", "đóa", "ngọn",  // flowers, what has a top
            "sợi", "thanh", "khẩu",  // threads, bars, guns
            "cơn", "đám":  // gusts and fits, clouds and crowds
            true
        default: false
        }
    }

    /// Whether `word`, in lower case, makes many of the thing before its classifier; Wikipedia as above.
    private static func isPlural(_ word: String) -> Bool {
        switch word {
        case "các", "những", "mấy": true
        default: false
        }
    }

    /// Whether `word`, in lower case, is a noun that is also used as a classifier.
    ///
    /// *Lá cây* is a leaf of a tree, *lá cờ* a flag. Wikipedia as above for *lá*, Wiktionary for the others.
    static func isNoun(_ word: String) -> Bool {
        switch word {
        case "lá", "hạt", "hột", "giọt", "cành": true
        default: false
        }
    }

    /// Whether `word`, in lower case, stands before a noun without a meaning of its own.
    static func has(_ word: String) -> Bool { isClassifier(word) || isPlural(word) }

    /// The noun behind the classifiers with which `text` begins; nil where it begins with none or has nothing else.
    ///
    /// - Returns: The words set aside, as they are written, and what is behind them.
    static func noun(in text: String) -> (aside: [String], noun: String)? {
        var rest = text[...]
        var aside: [String] = []
        // Words for many come first: những con trâu.
        while let blank = rest.firstIndex(of: " "), aside.count < 2 {
            let word = rest[..<blank].lowercased()
            guard isPlural(word) ? aside.isEmpty : isClassifier(word) else { break }
            aside.append(String(rest[..<blank]))
            rest = rest[rest.index(after: blank)...]
            if isClassifier(word) { break }
        }
        return aside.isEmpty || rest.isEmpty ? nil : (aside, String(rest))
    }
}
