/// The words for numbers of Vietnamese that change behind another: *mốt* is *một* in *hai mươi mốt*.
///
///     Numerals.basic("mốt", behind: "mươi")  // "một"
///     Numerals.basic("mốt", behind: nil)     // nil: the fashion
///
/// The forms are those of Wikipedia, *Vietnamese numerals*, and of CLDR (*vi*, spellout-cardinal).
enum Numerals {
    /// Each changed form, then the word that lexicons have.
    private static let changed = [
        ("mốt", "một"), ("mươi", "mười"), ("lăm", "năm"), ("nhăm", "năm"), ("tư", "bốn"), ("bẩy", "bảy"),
        ("ngàn", "nghìn"), ("tỉ", "tỷ"),
    ]
    /// Words that only say that tens are missing: *một trăm linh ba*.
    private static let fillers = ["linh", "lẻ"]
    private static let others = [
        "không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "trăm", "nghìn",
        "vạn",
        "triệu", "tỷ", "chục",
    ]

    /// Whether `word`, in lower case, is a word of a number.
    static func has(_ word: String) -> Bool {
        others.contains(word) || fillers.contains(word) || changed.contains { $0.0 == word }
    }

    /// Whether `word` only fills the place of tens, behind the word `before`.
    static func isFiller(_ word: String, behind before: String?) -> Bool {
        fillers.contains(word) && before.map(has) ?? false
    }

    /// The word of which `word` is the form behind `before`; nil where it stands for itself.
    static func basic(_ word: String, behind before: String?) -> String? {
        guard let before, has(before) else { return nil }
        return changed.first { $0.0 == word }?.1
    }
}
