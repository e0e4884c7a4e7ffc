import Catalogue
import Conversion
import Text

/// The language of a text, as a user names it: by its BCP 47 tag, or by a name it has in Vietnamese or English.
///
///     try TextLanguage.tag("Ê Đê")  // "rad"
///     try TextLanguage.tag("jra")   // "jra"
enum TextLanguage {
    /// The languages that this project has keymaps, lexicons or transforms of, by primary subtag (ISO 639), and their
    /// names.
    private static let names: [(tag: String, names: [String])] = [
        ("bdq", ["Ba Na", "Bahnar"]), ("blt", ["Thái", "Tai Dam"]), ("cja", ["Western Cham"]),
        ("cjm", ["Chăm", "Cham", "Eastern Cham"]), ("cmo", ["Mnông", "M'nông", "Mnong"]),
        ("hmv", ["Mông Việt Nam"]), ("hni", ["Hà Nhì", "Hani"]), ("iii", ["Nuosu", "Yi"]),
        ("jra", ["Gia Rai", "Jarai", "Jrai"]), ("khb", ["Lự", "Tai Lü", "Lü"]), ("km", ["Khmer"]),
        ("lo", ["Lào", "Lao"]), ("mtq", ["Mường", "Muong"]), ("mww", ["Mông", "Hmong"]),
        ("rad", ["Ê Đê", "Rade", "Rhade"]), ("vi", ["Việt", "Tiếng Việt", "Vietnamese"]),
    ]

    /// The tag that `text` is or names.
    ///
    /// - Throws: ``Failure`` when no such language is known.
    static func tag(_ text: String) throws -> String {
        let wanted = folded(text)
        if let found = names.first(where: { $0.names.contains { folded($0) == wanted } }) { return found.tag }
        var known = Set(names.map(\.tag)).union(Repair.languages)
        if let tag = LanguageTag(text)?.text, known.contains(tag.primarySubtag) { return tag }
        for kind in Installed.Kind.allCases {
            known.formUnion(Installed.all(kind).map { $0.language.primarySubtag })
        }
        if let tag = LanguageTag(text)?.text, known.contains(tag.primarySubtag) { return tag }
        let near = closest(text, among: known.sorted() + names.flatMap(\.names)) { Array(folded($0)) }
        throw Failure(.wrongUsage, .noSuchLanguage(text, near: near, known: known.sorted()))
    }

    /// The letters of a name, without case, blanks and hyphens: Ê-đê is Ê Đê.
    private static func folded(_ name: String) -> [Unicode.Scalar] {
        name.lowercased().unicodeScalars.filter { ![" ", "-", "\u{2011}"].contains($0) }
    }
}
