import CICU

/// Transliteration by ICU transform rules, compiled when it is made.
///
///     let letters = try Transliterator(rules: "ꀀ > it; ꀁ > ix;")
///     letters.transliterate("ꀀꀁ")  // "itix"
///
/// The rules are those of the Unicode Technical Standard 35, part 2 ("Transforms"), read forward, except for the
/// statement `use` and parentheses in the value of a variable, which are refused. The corresponding ICU functions are
/// `utrans_openU`, `utrans_transUChars` and `utrans_close`.
@safe public final class Transliterator {
    private let handle: OpaquePointer
    /// Whether there are rules at which ICU may stop.
    private let mayStop: Bool

    /// How many rules and statements there can be.
    public static let ruleLimit = 10_000
    /// How many statements that begin with `::` there can be; each begins a pass over the text.
    public static let passLimit = 256
    /// How many UTF-16 units all rules can have, with the values of variables in place of their names.
    public static let sizeLimit = 1 << 20
    /// How deep parentheses can be in one another.
    public static let depthLimit = 8
    /// How deep quantifiers, functions and parentheses can be in one another by way of variables.
    public static let nestingLimit = 32

    /// Compiles `rules`.
    ///
    /// - Throws: ``TransliterationRuleError`` when a rule is wrong; it describes the first one.
    /// - Complexity: O(*n* log *n*) for rules of *n* units.
    public init(rules: String) throws(TransliterationRuleError) {
        let units = Array(rules.utf16)
        guard let length = Int32(exactly: units.count) else {
            throw TransliterationRuleError(name: "U_INDEX_OUTOFBOUNDS_ERROR", offset: nil)
        }
        let reading = try RuleReading.read(units)
        var error = unsafe chu_icu_rule_error()
        guard let opened = unsafe chu_icu_transliterator_open(units, length, &error) else {
            throw unsafe TransliterationRuleError(error)
        }
        unsafe handle = opened
        mayStop = reading.rules.contains { $0.mayBeEndless }
        if let endless = try EndlessRule.first(in: reading) {
            throw TransliterationRuleError(name: "CHU_ENDLESS_RULE", offset: endless)
        }
    }

    /// Compiles rules that were checked, for a trial.
    init?(trial units: [UInt16]) {
        var error = unsafe chu_icu_rule_error()
        guard let opened = unsafe chu_icu_transliterator_open(units, Int32(units.count), &error) else {
            return nil
        }
        unsafe handle = opened
        mayStop = true
    }

    deinit { unsafe chu_icu_transliterator_close(handle) }

    /// How many UTF-16 units a text of `count` units can become: 16 for each, as many as the steps that ICU takes for
    /// one in a pass, and 4,096 more, so that a short text can become a long one.
    ///
    /// A letter of one script is rarely more than six in another, and ICU's longest escape for a character,
    /// `\U0010FFFF`, has ten.
    public static func lengthLimit(_ count: Int) -> Int { count * 16 + 4096 }

    /// `text` transliterated as a whole; nil when it would have more than ``lengthLimit(_:)`` units on the way, or when
    /// ICU would stop before its end.
    ///
    /// ICU takes 16 steps for each unit of a text in a pass at most, and then leaves the rest of the text as it is.
    ///
    /// - Complexity: O(*n*) for most rules; memory for the longest text that can come out.
    public func transliterate(_ text: String) -> String? {
        let source = Array(text.utf16)
        guard let result = run(source) else { return nil }
        if mayStop, result.changes > Int64(source.count) * 8, stops(at: source) { return nil }
        return String(decoding: result.text, as: UTF16.self)
    }

    /// Whether ICU stops before the end of `source`: with more behind it, it takes more steps.
    ///
    /// - Parameter isOnePass: Whether the rules have one pass, in which the end of a line alone is replaced a few times at
    ///   most.
    func stops(at source: [UInt16], isOnePass: Bool = false) -> Bool {
        let end: [UInt16] = [0x0A]
        let long = [UInt16](repeating: 0x0A, count: source.count + 64)
        // The first time that ICU applies a rule, it replaces more often than later.
        _ = run(source + end)
        guard let some = run(source + end), let more = run(source + long), let one = run(end),
            let many = run(long)
        else { return true }
        if isOnePass, one.changes >= 16 { return true }
        return some.changes - one.changes != more.changes - many.changes
    }

    /// What becomes of `source`, and how often a part of it was replaced.
    private func run(_ source: [UInt16]) -> (text: [UInt16], changes: Int64)? {
        let capacity = Transliterator.lengthLimit(source.count)
        guard let length = Int32(exactly: source.count), let room = Int32(exactly: capacity) else {
            return nil
        }
        var changes: Int64 = 0
        var result: Int32 = -1
        let target = unsafe [UInt16](unsafeUninitializedCapacity: capacity) { buffer, count in
            _ = unsafe buffer.initialize(fromContentsOf: source)
            result = unsafe chu_icu_transliterate(handle, buffer.baseAddress, length, room, &changes)
            count = Int(max(result, 0))
        }
        return result < 0 ? nil : (target, changes)
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
