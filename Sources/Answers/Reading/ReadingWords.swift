import Diagnostics

/// The labels and remarks of a text that was read word by word.
enum ReadingWords {
    case unknown, elsewhere
    /// What a sign below the words means.
    case classifierMark

    /// In each language.
    var wording: Wording {
        switch self {
        case .unknown: Wording("? not found", "? không tìm thấy")
        case .elsewhere: Wording("? only in other languages", "? chỉ có ở ngôn ngữ khác")
        case .classifierMark:
            Wording(
                "· a classifier, which belongs to the next word", "· loại từ, thuộc về từ đứng sau")
        }
    }
}
