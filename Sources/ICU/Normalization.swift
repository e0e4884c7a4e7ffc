import CICU

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
        let number =
            switch form {
            case .nfc: CHU_ICU_NFC
            case .nfd: CHU_ICU_NFD
            case .nfkd: CHU_ICU_NFKD
            }
        let source = Array(utf16)
        var target = [UInt16](repeating: 0, count: source.count * 2 + 8)
        for _ in 0..<2 {
            let length = unsafe chu_icu_normalize(
                Int32(number), source, Int32(clamping: source.count), &target, Int32(clamping: target.count))
            guard length >= 0 else { return self }
            if length <= target.count { return String(decoding: target.prefix(Int(length)), as: UTF16.self) }
            target = [UInt16](repeating: 0, count: Int(length))
        }
        return self
    }

    /// Whether the text is in the normalization form `form`, code point by code point.
    public func isNormalized(_ form: NormalizationForm) -> Bool {
        unicodeScalars.elementsEqual(normalized(form).unicodeScalars)
    }
}

/// How a character behaves when text is composed (NFC).
public struct CompositionBehaviour: OptionSet, Sendable {
    /// The bits.
    public let rawValue: UInt8

    /// The behaviours whose bits are given.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// It may join with what stands before it, as a combining mark does.
    public static let joins = CompositionBehaviour(rawValue: 1)
    /// It is another character, or several, in NFC.
    public static let changes = CompositionBehaviour(rawValue: 2)

    /// The behaviour of `scalar`: for most characters none, so that they need not be looked at.
    ///
    /// The corresponding ICU functions are `unorm2_hasBoundaryBefore` and `u_getIntPropertyValue`.
    ///
    /// - Parameter scalar: A code point; what is none behaves as if it were unassigned.
    public init(of scalar: UInt32) {
        self.init(rawValue: chu_icu_nfc_behaviour(Int32(truncatingIfNeeded: scalar)))
    }
}

/// Which part of another character a character may be when text is composed (NFC): few may be any.
public struct CompositionPart: OptionSet, Sendable {
    /// The bits.
    public let rawValue: UInt8

    /// The parts whose bits are given.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The one that begins it, as `a` begins *â*.
    public static let first = CompositionPart(rawValue: 1)
    /// One that ends it, as U+0302 ends *â*.
    public static let last = CompositionPart(rawValue: 2)

    /// The parts that `scalar` may be.
    ///
    /// The corresponding ICU functions are `unorm2_hasBoundaryAfter` and `u_getIntPropertyValue`.
    ///
    /// - Parameter scalar: A code point; what is none is no part of anything.
    public init(of scalar: UInt32) {
        self.init(rawValue: chu_icu_nfc_part(Int32(truncatingIfNeeded: scalar)))
    }
}
