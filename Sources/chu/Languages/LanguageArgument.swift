import Answers
import Diagnostics
import Languages
import Text

/// A language as the user names it: a tag, a code of two or three letters, or a name in any usual spelling.
enum LanguageArgument {
    /// The one tag that `text` means.
    ///
    /// The name of a people with several languages means the one that is at hand.
    ///
    ///     try LanguageArgument.tag("Ê-đê") { _ in true }         // "rad"
    ///     try LanguageArgument.tag("Mông") { $0 == "mww" }       // "mww"
    ///     try LanguageArgument.tag("Mông") { _ in true }         // throws: hmv, hmf, mww …
    ///
    /// - Parameters:
    ///   - text: What the user wrote.
    ///   - isAtHand: Whether there is something in the language with this tag.
    /// - Returns: The tag, at hand or not; a tag of a language without names comes back as it is.
    /// - Throws: ``Failure`` for a name of several languages or of none.
    static func tag(_ text: String, isAtHand: (String) -> Bool) throws -> String {
        let tags = Languages.tags(text)
        let found = tags.filter(isAtHand)
        if let only = found.count == 1 ? found.first : found.isEmpty && tags.count == 1 ? tags.first : nil {
            return only
        }
        guard tags.isEmpty else {
            throw Failure(.wrongUsage, .severalLanguages(text, found.isEmpty ? tags : found))
        }
        if let people = Languages.people(text) {
            throw Failure(.wrongUsage, .languageWithoutCode(people))
        }
        guard LanguageTag(text) != nil else {
            throw Failure(.wrongUsage, .noSuchLanguage(text, near: Languages.closest(to: text)))
        }
        return text
    }

    /// All tags that `text` means; a tag of a language without names comes back as it is.
    ///
    /// - Throws: ``Failure`` for a name of no language.
    static func tags(_ text: String) throws -> [String] {
        let tags = Languages.tags(text)
        return tags.isEmpty ? [try tag(text) { _ in true }] : tags
    }

    /// Whether `text` is written as tags are, so that it need not be a name: its first letter is small and of ASCII.
    static func isPlain(_ text: String) -> Bool {
        text.utf8.first.map { (0x61...0x7A).contains($0) } ?? false
    }
}

extension NamedLexicons {
    /// The tag of the language that the user calls `name`, in which some lexicon has words or glosses.
    ///
    /// A tag that a lexicon knows costs nothing: the table of names is not read.
    ///
    /// - Throws: ``Failure`` when there is no such language, or nothing in it.
    func tag(of name: String) throws -> String {
        if LanguageArgument.isPlain(name), knows(name) { return name }
        let tag = try LanguageArgument.tag(name, isAtHand: knows)
        guard knows(tag) else {
            let shown = tag == name ? "'\(tag)'" : "'\(name)' (\(tag))"
            throw Failure(.nothingFound, .languageNowhere(shown, languages(besides: tag)))
        }
        return tag
    }
}
