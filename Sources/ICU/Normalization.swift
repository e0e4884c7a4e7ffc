internal import CICU

/// A Unicode normalization form.
public enum NormalizationForm: String, Sendable, CaseIterable {
    /// Composed: what keymaps put out and lexicons hold.
    case nfc = "NFC"
    /// Decomposed: what folding works on.
    case nfd = "NFD"
    /// Decomposed, compatibility characters included.
    case nfkd = "NFKD"
}

extension String {
    /// The text in the normalization form `form`.
    ///
    ///     "e\u{0302}".normalized(.nfc)  // "ê"
    ///
    /// The corresponding ICU function is `unorm2_normalize`.
    ///
    /// - Complexity: O(*n*).
    public func normalized(_ form: NormalizationForm) -> String {
        // Every form leaves ASCII alone.
        guard utf8.contains(where: { $0 >= 0x80 }) else { return self }
        var status = U_ZERO_ERROR
        let found =
            switch form {
            case .nfc: unsafe chu_icu_nfc(&status)
            case .nfd: unsafe chu_icu_nfd(&status)
            case .nfkd: unsafe chu_icu_nfkd(&status)
            }
        guard let normalizer = unsafe found, status.rawValue <= U_ZERO_ERROR.rawValue else { return self }
        let source = Array(utf16)
        var target = [UInt16](repeating: 0, count: source.count * 2 + 8)
        for _ in 0..<2 {
            status = U_ZERO_ERROR
            let length = unsafe chu_icu_normalize(
                normalizer, source, Int32(clamping: source.count), &target, Int32(clamping: target.count),
                &status)
            if status.rawValue <= U_ZERO_ERROR.rawValue {
                return String(decoding: target.prefix(Int(length)), as: UTF16.self)
            }
            guard status == U_BUFFER_OVERFLOW_ERROR else { return self }
            target = [UInt16](repeating: 0, count: Int(length) + 1)
        }
        return self
    }

    /// Whether the text is in the normalization form `form`, code point by code point.
    public func isNormalized(_ form: NormalizationForm) -> Bool {
        unicodeScalars.elementsEqual(normalized(form).unicodeScalars)
    }
}
