internal import CICU

/// Rules that ICU does not take, and why.
public struct TransliterationRuleError: Error, Hashable, Sendable {
    /// ICU's name for what is wrong, such as `U_MISSING_SEGMENT_CLOSE`.
    public var name: String
    /// Where the wrong rule begins, in UTF-16 units of the rules; nil when ICU does not say.
    public var offset: Int?
    /// Some text before that place; of `U_RULE_MASK_ERROR`, the beginning of the rule that hides another.
    public var before = ""
    /// Some text after that place; of `U_RULE_MASK_ERROR`, the beginning of the rule that is hidden.
    public var after = ""
}

/// Transliteration by ICU transform rules, compiled when it is made.
///
///     let letters = try Transliterator(rules: "ꀀ > it; ꀁ > ix;")
///     letters.transliterate("ꀀꀁ")  // "itix"
///
/// The rules are those of the Unicode Technical Standard 35, part 2 ("Transforms"), read forward. The corresponding
/// ICU functions are `utrans_openU`, `utrans_transUChars` and `utrans_close`.
@safe public final class Transliterator {
    private let handle: OpaquePointer

    /// Compiles `rules`.
    ///
    /// - Throws: ``TransliterationRuleError`` when a rule is wrong; the first one is told.
    /// - Complexity: O(*n* log *n*) for rules of *n* units.
    public init(rules: String) throws(TransliterationRuleError) {
        let units = Array(rules.utf16)
        guard let length = Int32(exactly: units.count) else {
            throw TransliterationRuleError(name: "U_INDEX_OUTOFBOUNDS_ERROR", offset: nil)
        }
        // ICU reads what is in parentheses by calling itself, twice for each level of them when something is wrong.
        if let found = Transliterator.unbalanced(units) {
            throw TransliterationRuleError(name: found.name, offset: found.offset)
        }
        var error = unsafe chu_icu_rule_error()
        guard let opened = unsafe chu_icu_transliterator_open(units, length, &error) else {
            throw unsafe TransliterationRuleError(error)
        }
        unsafe handle = opened
    }

    /// How deep parentheses can be in one another.
    static let depthLimit = 8

    /// Where a rule begins whose parentheses are too deep or not closed, or whose set is not closed.
    ///
    /// Nil when there is none. Quoted text, escapes, comments and what is in a set are read as ICU reads them.
    private static func unbalanced(_ units: [UInt16]) -> (name: String, offset: Int)? {
        var depth = 0
        var brackets = 0
        var start = 0
        var isAtStart = true
        var isQuoted = false
        var index = 0
        while index < units.count {
            let unit = units[index]
            index += 1
            if isQuoted {
                isQuoted = unit != 0x27
                continue
            }
            if brackets > 0 {
                switch unit {
                case 0x5B: brackets += 1
                case 0x5D: brackets -= 1
                case 0x5C: index += 1
                default: break
                }
                continue
            }
            switch unit {
            case 0x09, 0x0A, 0x0D, 0x20: continue
            case 0x23 where isAtStart:
                // A comment, to the end of its line.
                while index < units.count, units[index] != 0x0A, units[index] != 0x0D { index += 1 }
                continue
            case 0x3B:
                if depth > 0 { return ("U_UNCLOSED_SEGMENT", start) }
                isAtStart = true
                continue
            default: break
            }
            if isAtStart {
                isAtStart = false
                start = index - 1
            }
            switch unit {
            case 0x27: isQuoted = true
            case 0x5C: index += 1
            case 0x5B: brackets = 1
            case 0x28:
                depth += 1
                if depth > depthLimit { return ("U_UNCLOSED_SEGMENT", start) }
            case 0x29: depth = max(0, depth - 1)
            default: break
            }
        }
        if brackets > 0 { return ("U_MALFORMED_SET", start) }
        return depth > 0 ? ("U_UNCLOSED_SEGMENT", start) : nil
    }

    deinit { unsafe chu_icu_transliterator_close(handle) }

    /// `text` transliterated as a whole; nil when ICU fails, which it does when there is no memory.
    ///
    /// - Complexity: O(*n*) for most rules.
    public func transliterate(_ text: String) -> String? {
        let source = Array(text.utf16)
        var capacity = source.count * 2 + 64
        for _ in 0..<3 {
            guard let length = Int32(exactly: source.count), let room = Int32(exactly: capacity) else {
                return nil
            }
            var target = source
            target.reserveCapacity(capacity)
            target.append(contentsOf: repeatElement(0, count: capacity - source.count))
            let result = unsafe chu_icu_transliterate(handle, &target, length, room)
            guard result >= 0 else { return nil }
            if result <= capacity { return String(decoding: target.prefix(Int(result)), as: UTF16.self) }
            capacity = Int(result) + 1
        }
        return nil
    }
}

extension TransliterationRuleError {
    fileprivate init(_ error: chu_icu_rule_error) {
        unsafe name = error.name.map { unsafe String(cString: $0) } ?? ""
        offset = unsafe error.offset < 0 ? nil : Int(error.offset)
        before = unsafe withUnsafeBytes(of: error.before) { unsafe Self.text($0) }
        after = unsafe withUnsafeBytes(of: error.after) { unsafe Self.text($0) }
    }

    /// The UTF-16 text of `bytes` up to a zero.
    private static func text(_ bytes: UnsafeRawBufferPointer) -> String {
        unsafe String(decoding: bytes.bindMemory(to: UInt16.self).prefix { $0 != 0 }, as: UTF16.self)
    }
}
