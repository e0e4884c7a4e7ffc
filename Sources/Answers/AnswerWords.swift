import Diagnostics
import Lexicon

/// The labels and remarks of answers written for people.
enum AnswerWords {
    case alsoWritten, concept, dialect, note, seeAlso, sources
    /// What the signs before a gloss, a way to an entry and a transliteration mean.
    case conceptMark, throughMark
    case transliterationMark([LexiconInfo.Transliteration])
    /// What is said about a text that was read word by word.
    case elsewhereWords, longerMark, unknownMark, unknownWords

    /// In each language.
    var wording: Wording {
        switch self {
        case .alsoWritten: Wording("also", "cũng viết")
        case .concept: Wording("concept", "khái niệm")
        case .dialect: Wording("dialect", "phương ngữ")
        case .note: Wording("note", "ghi chú")
        case .seeAlso: Wording("see", "xem")
        case .sources: Wording("Sources", "Nguồn")
        case .conceptMark:
            Wording(
                "≈ the gloss was found through a shared concept; the source itself does not give it",
                "≈ nghĩa tìm được qua khái niệm chung; bản thân nguồn không ghi nghĩa này")
        case .throughMark:
            Wording(
                "⇢ no dictionary brings the two languages together: found through a third word or a concept, "
                    + "not translated",
                "⇢ không từ điển nào nối hai ngôn ngữ này: tìm được qua một từ hay khái niệm trung gian, "
                    + "không phải bản dịch")
        case .elsewhereWords: Wording("only in other languages", "chỉ có ở ngôn ngữ khác")
        case .longerMark:
            Wording(
                "… the word is only a part of the gloss or the headword",
                "… từ này chỉ là một phần của nghĩa hay mục từ")
        case .unknownMark: Wording("? not found", "? không tìm thấy")
        case .unknownWords: Wording("not found", "không tìm thấy")
        case .transliterationMark(let rules):
            Wording(
                "~ made from the headword by rules (\(names(rules, draft: "draft"))); "
                    + "the source itself does not give it",
                "~ chuyển từ mục từ theo quy tắc (\(names(rules, draft: "bản thảo"))); "
                    + "bản thân nguồn không ghi")
        }
    }

    /// The forms that rules made, each with `draft` where the rules are one.
    private func names(_ rules: [LexiconInfo.Transliteration], draft: String) -> String {
        rules.map { $0.status == "draft" ? "\($0.form), \(draft)" : $0.form }.joined(separator: "; ")
    }
}
