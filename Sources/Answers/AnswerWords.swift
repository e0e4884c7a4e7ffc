import Diagnostics
import Lexicon

/// The labels and remarks of answers written for people.
enum AnswerWords {
    case alsoWritten, concept, dialect, note, seeAlso, sources
    /// What the signs before a gloss, a way to an entry and a transliteration mean.
    case conceptMark, throughMark
    case transliterationMark([LexiconInfo.Transliteration])
    /// How the results below were found: what was looked up, or the part of the query they answer.
    case lookedUp(String), longer(String), byRules, part(String), otherAccents(String), accents(String)
    /// The classifiers set aside, and what was looked up without them; glosses that have a classifier more.
    case withoutClassifier([String], String), withClassifier
    case through([String], String, isConcept: Bool)
    /// The language wanted, the languages that have the word, and what was looked up.
    case neighbours(String, [String], String?)
    /// What became of the parts of the query that are not answered, and how many more entries there are.
    case aside([String]), kept([String]), unknown([String]), more(Int, [String])

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
        case .lookedUp(let asked): Wording("looked up: \(asked)", "đã tra: \(asked)")
        case .longer(let asked):
            Wording("'\(asked)' in longer expressions:", "'\(asked)' trong cụm từ dài hơn:")
        case .byRules:
            Wording("spelled so by rules of transliteration:", "viết như vậy theo quy tắc chuyển tự:")
        case .part(let asked): Wording("the part '\(asked)':", "phần '\(asked)':")
        case .otherAccents(let asked):
            Wording("with other accents than '\(asked)':", "khác dấu với '\(asked)':")
        case .accents(let asked):
            Wording("'\(asked)' with accents:", "'\(asked)' viết có dấu:")
        case .withoutClassifier(let aside, let asked):
            Wording(
                "without the classifier \(quoted(aside)): \(asked)", "bỏ loại từ \(quoted(aside)): \(asked)")
        case .withClassifier: Wording("with a classifier:", "có loại từ đi kèm:")
        case .through(let aside, let asked, let isConcept):
            Wording(
                (aside.isEmpty ? "" : "without the classifier \(quoted(aside)): \(asked), ")
                    + (isConcept ? "through a shared concept:" : "through a third language:"),
                (aside.isEmpty ? "" : "bỏ loại từ \(quoted(aside)): \(asked), ")
                    + (isConcept ? "qua khái niệm chung:" : "qua một ngôn ngữ thứ ba:"))
        case .neighbours(let target, let names, let asked):
            Wording(
                "\(asked.map { "'\($0)' is " } ?? "")not in \(target); there is a word in \(list(names)):",
                "\(asked.map { "'\($0)' " } ?? "")chưa có trong tiếng \(target); có từ trong tiếng \(list(names)):"
            )
        case .aside(let words):
            Wording(
                "set aside, without a meaning of its own here: \(list(words))",
                "bỏ qua vì ở đây không có nghĩa riêng: \(list(words))")
        case .kept(let parts):
            Wording("numbers stay as they are: \(list(parts))", "chữ số giữ nguyên: \(list(parts))")
        case .unknown(let parts): Wording("not found: \(list(parts))", "không tìm thấy: \(list(parts))")
        case .more(let count, let languages):
            Wording(
                "\(count) more, with --all: \(list(languages))",
                "còn \(count) mục nữa, xem bằng --all: \(list(languages))")
        case .transliterationMark(let rules):
            Wording(
                "~ made from the headword by rules (\(names(rules, draft: "draft"))); "
                    + "the source itself does not give it",
                "~ chuyển từ mục từ theo quy tắc (\(names(rules, draft: "bản thảo"))); "
                    + "bản thân nguồn không ghi")
        }
    }

    private func list(_ words: [String]) -> String { words.text(parted: ", ") }

    /// Words in a row between quotes.
    private func quoted(_ words: [String]) -> String { "'\(words.text(parted: " "))'" }

    /// The forms that rules made, each with `draft` where the rules are one.
    private func names(_ rules: [LexiconInfo.Transliteration], draft: String) -> String {
        rules.map { $0.status == "draft" ? "\($0.form), \(draft)" : $0.form }.joined(separator: "; ")
    }
}
