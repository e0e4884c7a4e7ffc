import CICU

/// The alphabetical order of a language.
///
///     let order = Collator(language: "vi", levels: .marks)
///     order?.key("bà").lexicographicallyPrecedes(order?.key("bả") ?? [])  // true: huyền comes before hỏi
///
/// Punctuation does not count, and it makes no difference whether a text is in NFC or NFD. The corresponding ICU
/// functions are `ucol_open`, `ucol_openRules` and `ucol_getSortKey`.
@safe public final class Collator {
    /// Which differences count.
    public enum Levels: Int32, Sendable {
        /// Those of letters.
        case letters = 1
        /// Those of letters, then those of marks that make no letter of their own.
        case marks = 2
        /// Those of letters, then of marks, then of capitals.
        case capitals = 3
    }

    private let handle: OpaquePointer

    /// The order of `language`, changed by `rules`.
    ///
    /// - Parameters:
    ///   - language: A BCP 47 tag. A language that ICU does not know has the order that Unicode gives to all.
    ///   - rules: Collation rules of the Unicode Technical Standard 35, part 5, such as `&n<ng<nh`.
    ///   - levels: Which differences count.
    /// - Returns: Nil when ICU cannot read the rules.
    /// - Complexity: Some milliseconds with rules, microseconds without.
    public init?(language: String, rules: String = "", levels: Levels) {
        let units = Array(rules.utf16)
        guard Collator.isReadable(language), let length = Int32(exactly: units.count),
            let opened = unsafe chu_icu_collator_open(language, units, length, levels.rawValue)
        else { return nil }
        unsafe handle = opened
    }

    deinit { unsafe chu_icu_collator_close(handle) }

    /// Whether ICU knows how `language`, a BCP 47 tag, is sorted.
    public static func knows(_ language: String) -> Bool {
        unsafe isReadable(language) && chu_icu_collates(language) != 0
    }

    /// ICU reads no longer tag; an empty one is the order of all languages, and not that of the user's.
    private static func isReadable(_ language: String) -> Bool {
        !language.isEmpty && language.utf8.count <= 100 && language.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    }

    /// The sort key of `text`: of two texts, the one whose key comes first byte by byte comes first.
    ///
    /// No byte of it is 0, so keys can be joined by zeros.
    ///
    /// - Complexity: O(*n*).
    public func key(_ text: String) -> [UInt8] {
        let source = Array(text.utf16)
        guard let length = Int32(exactly: source.count) else { return [] }
        var key = [UInt8](repeating: 0, count: source.count * 4 + 16)
        for _ in 0..<2 {
            let size = unsafe Int(
                chu_icu_sort_key(handle, source, length, &key, Int32(clamping: key.count)))
            guard size > 0 else { return [] }
            if size <= key.count { return Array(key[..<(size - 1)]) }
            key = [UInt8](repeating: 0, count: size)
        }
        return []
    }
}
