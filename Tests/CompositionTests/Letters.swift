import ICU

/// A text of Latin letters, taken apart: the letters without their marks, and the marks without their letters.
struct Letters: Equatable {
    /// The letters, signs and digits in their order; ư is u, đ is d.
    var base: [Unicode.Scalar] = []
    /// The marks and tones, sorted; the stroke of đ is U+0335.
    var marks: [Unicode.Scalar] = []

    init(_ text: String) {
        for scalar in text.normalized(.nfd).unicodeScalars {
            switch scalar {
            case "đ", "Đ", "ƀ", "Ƀ":
                base.append(scalar == "đ" ? "d" : scalar == "Đ" ? "D" : scalar == "ƀ" ? "b" : "B")
                marks.append("\u{335}")
            case "\u{300}"..."\u{36F}": marks.append(scalar)
            default: base.append(scalar)
            }
        }
        marks.sort()
    }

    /// The marks that are here and not in `other`.
    func marks(without other: Letters) -> [Unicode.Scalar] {
        var rest = other.marks
        return marks.filter { mark in
            guard let index = rest.firstIndex(of: mark) else { return true }
            rest.remove(at: index)
            return false
        }
    }
}
