import Catalogue
import Conversion
import Languages
import Text

/// The language of a text to convert, as the user names it.
enum TextLanguage {
    /// The tag that `text` is or names.
    ///
    ///     try TextLanguage.tag("Ê Đê")  // "rad"
    ///     try TextLanguage.tag("jra")   // "jra"
    ///
    /// The name of a people with several languages means the one that something is installed for.
    ///
    /// - Throws: ``Failure`` when no such language is known, or several are called so.
    static func tag(_ text: String) throws -> String {
        if LanguageArgument.isPlain(text), let tag = LanguageTag(text)?.text,
            Repair.languages.contains(tag.primarySubtag)
        {
            return tag
        }
        let installed = Set(
            Installed.Kind.allCases.flatMap { Installed.all($0).map { $0.language.primarySubtag } })
        let tag = try LanguageArgument.tag(text) { installed.contains($0.primarySubtag) }
        guard Repair.languages.contains(tag.primarySubtag) || installed.contains(tag.primarySubtag) else {
            throw Failure(.wrongUsage, .noSuchLanguage(text, near: Languages.closest(to: text)))
        }
        return tag
    }
}
