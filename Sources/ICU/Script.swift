internal import CICU

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
