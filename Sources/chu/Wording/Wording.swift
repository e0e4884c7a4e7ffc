import Diagnostics

// Every sentence of the program stands in this folder beside its translation: what it reports in Wording+….swift,
// what `--help` shows in Help+….swift. The words: keymap — kiểu gõ, lexicon — từ điển, entry — mục từ, headword — từ,
// gloss — nghĩa, source — mã nguồn, option — tuỳ chọn.

extension Wording {
    /// In the language of the user.
    var text: String { text(in: Surroundings.language) }

    /// `first, second or third`.
    static func alternatives(_ words: [Wording]) -> Wording {
        func list(_ words: [String], _ or: String) -> String {
            words.count < 2
                ? words.joined()
                : words.dropLast().joined(separator: ", ") + " \(or) " + words[words.count - 1]
        }
        return Wording(list(words.map(\.english), "or"), list(words.map(\.vietnamese), "hay"))
    }

    /// `.keymap, .lexicon or .sfm`.
    static func suffixList(_ suffixes: [String]) -> Wording {
        alternatives(suffixes.map { Wording(".\($0)", ".\($0)") })
    }

    /// `1 error`, `2 errors`.
    static func count(_ number: Int, _ one: String, _ more: String? = nil) -> String {
        "\(number) \(number == 1 ? one : more ?? one + "s")"
    }
}
