import Answers
import Diagnostics
import Text

// What `chu lookup` reports, besides its answers.

extension Wording {
    static func illFormedQuery(_ query: String) -> Wording {
        Wording(
            "the query '\(query)' is not well-formed UTF-8", "từ cần tra '\(query)' không phải UTF-8 hợp lệ")
    }

    static func longQuery(_ length: Int, limit: Int) -> Wording {
        Wording(
            "a query of \(length) bytes; at most \(limit) can be looked up",
            "từ cần tra dài \(length) byte; chỉ tra được tối đa \(limit) byte")
    }

    static func longText(_ name: String, limit: Int) -> Wording {
        let name = name.withVisibleControls
        return Wording(
            "\(name): the text is too long; at most \(limit >> 20) MiB can be read word by word",
            "\(name): bài quá dài; chỉ đọc theo từng từ được tối đa \(limit >> 20) MiB")
    }

    static let wordsAreExact = Wording(
        "--words looks parts of a text up as they are spelled; it goes without --match and --distance",
        "--words tra các phần của bài đúng như cách viết; không dùng cùng --match và --distance")

    static let distanceOutside = Wording(
        "--distance must be 1, 2 or 3", "--distance chỉ có thể là 1, 2 hoặc 3")

    static let distanceNeedsFuzzy = Wording(
        "--distance goes with --match fuzzy", "--distance chỉ dùng cùng với --match fuzzy")

    static let noQuery = Wording(
        "nothing to look up; give a word, or a file of words with -f",
        "chưa có từ cần tra; hãy nêu một từ, hoặc một tệp danh sách từ bằng -f")

    static let limitTooSmall = Wording("--limit must be at least 1", "--limit phải từ 1 trở lên")

    static func nothingFound(
        _ query: String, _ lexicons: [String], near words: [Suggestion], other kind: String?
    ) -> Wording {
        let query = query.withVisibleControls
        let names = lexicons.joined(separator: ", ")
        let place =
            lexicons.count > 3
            ? ("any of \(lexicons.count) lexicons", "\(lexicons.count) từ điển") : (names, names)
        let near = near(words)
        let hint = kind.map { ("; try --match \($0)", "; thử --match \($0)") } ?? ("", "")
        return Wording(
            "nothing found for '\(query)' in \(place.0)\(near.0)\(hint.0)",
            "không tìm thấy '\(query)' trong \(place.1)\(near.1)\(hint.1)")
    }

    static let signsAreNoPattern = Wording(
        "* and ? stand for other letters with --match wildcard only",
        "* và ? chỉ thay cho chữ khác khi có --match wildcard")

    static let noExamples = Wording(
        "no lexicon here has examples or definitions; only notes were searched",
        "không từ điển nào ở đây có ví dụ hay định nghĩa; chỉ tìm được trong ghi chú")

    static func maybeMeant(_ query: String, _ word: Suggestion) -> Wording {
        let query = query.withVisibleControls
        if case .typing(let method) = word.cause {
            return Wording(
                "'\(query)' typed in \(method): \(word.word)",
                "'\(query)' gõ theo kiểu \(method): \(word.word)")
        }
        return Wording(
            "'\(query)' may be a slip for \(named(word))", "'\(query)' có lẽ là \(named(word))")
    }

    /// A word, and what was confused with it.
    private static func named(_ word: Suggestion) -> String {
        guard case .confusion(let typed, let meant) = word.cause else { return word.word }
        return "\(word.word) (\(typed)/\(meant))"
    }

    /// The words that may have been meant; what was typed as keys is the only one.
    private static func near(_ words: [Suggestion]) -> (String, String) {
        if let first = words.first, case .typing(let method) = first.cause {
            return ("; typed in \(method): \(first.word)", "; gõ theo kiểu \(method): \(first.word)")
        }
        let list = words.map(named).joined(separator: ", ")
        return words.isEmpty ? ("", "") : ("; near it: \(list)", "; gần giống: \(list)")
    }

    /// - Parameter language: The tag in quotes, or what was written for it, in quotes, and the tag.
    static func languageNowhere(_ language: String, _ known: [String]) -> Wording {
        let names = known.joined(separator: ", ")
        return Wording(
            "no lexicon has words or glosses in \(language); there are \(names)",
            "không từ điển nào có từ hay nghĩa bằng \(language); chỉ có \(names)")
    }
}
