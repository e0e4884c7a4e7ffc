import Diagnostics

// What `chu lookup` reports, and the words in its answers.

extension Wording {
    static func illFormedQuery(_ query: String) -> Wording {
        Wording(
            "the query '\(query)' is not well-formed UTF-8", "từ cần tra '\(query)' không phải UTF-8 hợp lệ")
    }

    static let distanceOutside = Wording(
        "--distance must be 1, 2 or 3", "--distance chỉ có thể là 1, 2 hoặc 3")

    static let distanceNeedsFuzzy = Wording(
        "--distance goes with --match fuzzy", "--distance chỉ dùng cùng với --match fuzzy")

    static let noQuery = Wording(
        "nothing to look up; give a word, or a file of words with -f",
        "chưa có từ cần tra; hãy nêu một từ, hoặc một tệp danh sách từ bằng -f")

    static let limitTooSmall = Wording("--limit must be at least 1", "--limit phải từ 1 trở lên")

    static func nothingFound(_ query: String, _ lexicons: [String], near words: [String], other kind: String?)
        -> Wording
    {
        let names = lexicons.joined(separator: ", ")
        let place =
            lexicons.count > 3
            ? ("any of \(lexicons.count) lexicons", "\(lexicons.count) từ điển") : (names, names)
        let list = words.joined(separator: ", ")
        let near = words.isEmpty ? ("", "") : ("; near it: \(list)", "; gần giống: \(list)")
        let hint = kind.map { ("; try --match \($0)", "; thử --match \($0)") } ?? ("", "")
        return Wording(
            "nothing found for '\(query)' in \(place.0)\(near.0)\(hint.0)",
            "không tìm thấy '\(query)' trong \(place.1)\(near.1)\(hint.1)")
    }

    static func languageNowhere(_ tag: String, _ known: [String]) -> Wording {
        let names = known.joined(separator: ", ")
        return Wording(
            "no lexicon has words or glosses in '\(tag)'; there are \(names)",
            "không từ điển nào có từ hay nghĩa bằng '\(tag)'; chỉ có \(names)")
    }

    static let alsoWritten = Wording("also", "cũng viết")

    static let sources = Wording("Sources", "Nguồn")

    static let conceptMark = Wording(
        "≈ the gloss was found through a shared concept; the source itself does not give it",
        "≈ nghĩa tìm được qua khái niệm chung; bản thân nguồn không ghi nghĩa này")

    static func transliterationMark(_ forms: [(form: String, isDraft: Bool)]) -> Wording {
        func names(_ draft: String) -> String {
            forms.map { $0.isDraft ? "\($0.form), \(draft)" : $0.form }.joined(separator: "; ")
        }
        return Wording(
            "~ made from the headword by rules (\(names("draft"))); the source itself does not give it",
            "~ chuyển từ mục từ theo quy tắc (\(names("bản thảo"))); bản thân nguồn không ghi")
    }

    static let throughMark = Wording(
        "⇢ no dictionary brings the two languages together: found through a third word or a concept, not translated",
        "⇢ không từ điển nào nối hai ngôn ngữ này: tìm được qua một từ hay khái niệm trung gian, không phải bản dịch"
    )

    static func answerHeading(_ query: String) -> Wording { Wording("\(query):", "\(query):") }

    static let conceptWord = Wording("concept", "khái niệm")

    static let dialectWord = Wording("dialect", "phương ngữ")

    static let noteWord = Wording("note", "ghi chú")

    static let seeAlso = Wording("see", "xem")
}
