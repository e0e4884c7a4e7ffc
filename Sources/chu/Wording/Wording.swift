import Diagnostics

// Every sentence of the program stands in this folder beside its translation: what it reports in Wording+….swift,
// what `--help` shows in Help+….swift. The words: keymap — kiểu gõ, lexicon — từ điển, entry — mục từ, headword — từ,
// gloss — nghĩa, source — mã nguồn, option — tuỳ chọn.

extension Wording {
    /// In the language of the user.
    var text: String { text(in: Surroundings.language) }

    static func count(_ number: Int, _ one: String, _ more: String? = nil) -> String {
        "\(number) \(number == 1 ? one : more ?? one + "s")"
    }
}
