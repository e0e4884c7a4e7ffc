/// What of a name counts when names are compared: its letters and marks in lower case, without blanks, hyphens,
/// apostrophes and brackets.
///
///     NameKey("H'Mông").text   // "hmông"
///     NameKey("Ê-đê").bare     // "ede"
struct NameKey {
    /// The letters with their marks.
    let text: String
    /// The letters without their marks.
    let bare: String

    /// The key of `name`.
    ///
    /// - Complexity: O(*n*).
    init(_ name: String) {
        var text = String.UnicodeScalarView()
        var bare = String.UnicodeScalarView()
        for scalar in name.lowercased().unicodeScalars {
            if scalar.isASCII {
                guard (0x30...0x39).contains(scalar.value) || (0x61...0x7A).contains(scalar.value) else {
                    continue
                }
                text.append(scalar)
                bare.append(scalar)
                continue
            }
            switch scalar.properties.generalCategory {
            // Saltillo and the modifier apostrophe are letters for Unicode, but not for those who look for a name.
            case .modifierLetter: continue
            case _ where scalar == "\u{A78C}": continue
            case .nonspacingMark, .spacingMark:
                text.append(scalar)
                if !(0x300...0x36F).contains(scalar.value) { bare.append(scalar) }
            case _ where scalar.properties.isAlphabetic:
                text.append(scalar)
                bare.append(NameKey.base(of: scalar))
            default: continue
            }
        }
        self.text = String(text)
        self.bare = String(bare)
    }

    /// The letter without its marks, for the Latin letters that stand in names.
    private static func base(of scalar: Unicode.Scalar) -> Unicode.Scalar {
        let value = Int(scalar.value)
        return value < bases.count && bases[value] != 0 ? Unicode.Scalar(bases[value]) : scalar
    }

    /// The letter of ASCII below the marks, by code point; 0 where there is none.
    private static let bases: [UInt8] = {
        var bases = [UInt8](repeating: 0, count: 0x1F00)
        for (base, marked) in [
            ("a", "àáâãäåāăąǎạảấầẩẫậắằẳẵặ"), ("b", "ƀɓ"), ("c", "çćč"), ("d", "đðɖḍ"),
            ("e", "èéêëēĕęěẹẻẽếềểễệ"), ("i", "ìíîïĩīĭǐịỉ"), ("n", "ñńň"), ("o", "òóôõöōŏơǒọỏốồổỗộớờởỡợ"),
            ("r", "řŕ"), ("s", "śš"), ("u", "ùúûüũūŭưǔụủứừửữự"), ("y", "ýỳỵỷỹÿ"),
        ] {
            for scalar in marked.unicodeScalars where scalar.value < 0x1F00 {
                bases[Int(scalar.value)] = base.utf8.first ?? 0
            }
        }
        return bases
    }()
}
