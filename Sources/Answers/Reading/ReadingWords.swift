import Diagnostics

/// The labels and remarks of a text that was read word by word.
enum ReadingWords {
    case unknown, elsewhere
    /// What the signs below the words mean.
    case unknownMark, longerMark, classifierMark

    /// In each language.
    var wording: Wording {
        switch self {
        case .unknown: Wording("not found", "không tìm thấy")
        case .elsewhere: Wording("only in other languages", "chỉ có ở ngôn ngữ khác")
        case .unknownMark: Wording("? not found", "? không tìm thấy")
        case .longerMark:
            Wording(
                "… the word is only a part of the gloss or the headword",
                "… từ này chỉ là một phần của nghĩa hay mục từ")
        case .classifierMark:
            Wording(
                "· a classifier, which belongs to the next word", "· loại từ, thuộc về từ đứng sau")
        }
    }
}
