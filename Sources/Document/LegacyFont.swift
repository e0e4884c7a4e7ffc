public import Conversion

/// A font that shows the bytes of an old encoding as Vietnamese letters, known by its name.
///
///     LegacyFont(name: ".VnTimeH")?.encoding     // .tcvn3
///     LegacyFont(name: ".VnTimeH")?.isCapitals   // true
///     LegacyFont(name: "VNI-Helve")?.replacement // "Arial"
///     LegacyFont(name: "Times New Roman")        // nil
///     LegacyFont(name: ".VnTimeH;Arial")         // as .VnTimeH
///
/// Which names mean what, and by what source, is explained in <doc:Fonts-of-documents>.
public struct LegacyFont: Hashable, Sendable {
    /// The encoding of text in this font.
    public let encoding: TextEncoding
    /// Whether it shows small letters as capitals.
    public let isCapitals: Bool
    /// A font for Unicode that looks alike.
    public let replacement: String

    /// The encodings that are known by the names of their fonts.
    public static let encodings: [TextEncoding] = [.tcvn3, .vniWindows, .viscii]

    /// The font called `name`; nil when that is not a font of an old encoding.
    ///
    /// Case does not count, except for the H of capitals. In a list such as `.VnTimeH;Times New Roman` the first name
    /// counts; the others are what to show the text in when that font is missing.
    public init?(name: String) {
        let name = LegacyFont.first(of: name)
        let lowercased = name.lowercased()
        if lowercased.hasPrefix(".vn") {
            encoding = .tcvn3
            isCapitals = name.hasSuffix("H")
        } else if lowercased.hasPrefix("vni-") {
            encoding = .vniWindows
            isCapitals = false
        } else if lowercased.hasPrefix("vi ") {
            encoding = .viscii
            isCapitals = lowercased.hasSuffix(" h") || lowercased.hasSuffix(" hoa")
        } else {
            return nil
        }
        replacement = LegacyFont.family(of: lowercased)
    }

    /// The first name of a list of fonts, without the blanks around it.
    private static func first(of list: String) -> String {
        let first = list.prefix { $0 != ";" }.drop { $0 == " " }
        return String(first.reversed().drop { $0 == " " }.reversed())
    }

    /// Beginnings of the names, without the prefix of the encoding, of fonts without serifs.
    private static let sansSerif = [
        "arial", "helv", "avant", "univers", "swiss", "aptima", "avo", "tahoma", "verdana", "teknical",
    ]

    private static func family(of lowercased: String) -> String {
        let prefixes = [".vn", "vni-", "vi "]
        let name = prefixes.first { lowercased.hasPrefix($0) }.map { lowercased.dropFirst($0.count) } ?? ""
        if sansSerif.contains(where: { name.hasPrefix($0) }) { return "Arial" }
        return name.hasPrefix("couri") ? "Courier New" : "Times New Roman"
    }
}
