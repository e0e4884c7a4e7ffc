import ICU
import Text

/// Where two texts differ that look alike: by an invisible character, a letter that looks like another one, a mark.
struct Difference: Sendable {
    /// The code points of the text that was found, from the first to the last that differ.
    let found: [Unicode.Scalar]
    /// Those of the text that was expected.
    let expected: [Unicode.Scalar]

    /// Nil when the difference can be seen.
    init?(_ found: String, _ expected: String) {
        var found = Array(found.unicodeScalars)
        var expected = Array(expected.unicodeScalars)
        while let first = found.first, first == expected.first {
            found.removeFirst()
            expected.removeFirst()
        }
        while let last = found.last, last == expected.last {
            found.removeLast()
            expected.removeLast()
        }
        guard found.count + expected.count > 0, found.count <= 8, expected.count <= 8,
            Difference.shape(found) == Difference.shape(expected)
        else { return nil }
        self.found = found
        self.expected = expected
    }

    /// What can be seen of `scalars`, as far as letters that look alike are the same.
    private static func shape(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return String(text).normalized(.nfkd).unicodeScalars.compactMap { scalar in
            if scalar.properties.isDefaultIgnorableCodePoint || scalar.isControl { return nil }
            switch scalar {
            case "\u{30C}": return "\u{306}"
            case "\u{2018}", "\u{2019}", "\u{2BC}", "\u{2BB}", "`", "\u{B4}": return "'"
            case "\u{201C}", "\u{201D}": return "\""
            case "ð", "ɖ": return "đ"
            case "Ð", "Ɖ": return "Đ"
            case "ɓ": return "ƀ"
            case "\u{2010}", "\u{2011}", "\u{2013}", "\u{2212}": return "-"
            default: return latinLookalikes[scalar] ?? scalar
            }
        }
    }
}
