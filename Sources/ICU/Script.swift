import CICU

extension Unicode.Scalar {
    /// The four-letter code of the scalar's script, such as `Latn`, `Tavt`, `Zyyy` (common) or `Zinh` (inherited).
    ///
    /// The corresponding ICU function is `uscript_getScript`.
    public var scriptCode: String {
        guard let code = unsafe chu_icu_script_code(Int32(bitPattern: value)) else { return "Zzzz" }
        return unsafe String(cString: code)
    }

    /// The canonical combining class: 0 for what stands by itself, more for marks that reorder.
    ///
    /// The corresponding ICU function is `u_getCombiningClass`.
    public var combiningClass: UInt8 { chu_icu_combining_class(Int32(bitPattern: value)) }
}

/// The code of the script in which a language is mostly written, such as `Latn` for `vi`; nil when it is not known.
///
/// The corresponding ICU function is `uloc_addLikelySubtags`.
///
/// - Parameter language: A BCP 47 tag; a script in it is answered as it is.
public func likelyScript(ofLanguage language: String) -> String? {
    // ICU reads no longer tag.
    guard !language.isEmpty, language.utf8.count <= 100, language.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
    else { return nil }
    var code: [CChar] = [0, 0, 0, 0, 0]
    guard
        unsafe code.withUnsafeMutableBufferPointer({ unsafe chu_icu_likely_script(language, $0.baseAddress) })
            != 0
    else { return nil }
    return String(decoding: code.prefix(4).map { UInt8(bitPattern: $0) }, as: UTF8.self)
}
