package import Composition
package import Engine
package import Lexicon
import Text

/// An installed lexicon that goes with a language.
package struct LexiconOfLanguage {
    /// The name it is installed under.
    package var name: String
    /// The lexicon, opened.
    package var lexicon: Lexicon
    /// Whether it fits all of the tag that was asked for, the script too.
    package var isOfScript: Bool
}

extension Catalogue {
    /// The installed lexicons that go with what is written in `language` (a BCP 47 tag).
    ///
    /// This is the one rule by which a keymap gets its lexicons, on a desktop and in `chu type`, and by which
    /// `chu lookup --lexicon blt-Tavt` finds those it names:
    ///
    /// 1. A lexicon goes with `language` when the language that it states is the same, in any script, region or variant.
    /// 2. Those that fit the whole tag come first: with `blt-Tavt`, lexicons in Tai Viet script before those in Latin
    ///    letters. A tag that names no script fits any.
    /// 3. Otherwise they come in the order of their names.
    ///
    /// Lexicons lie in folders that are called by their languages. Only a folder of the language is opened, so that the others,
    /// however many there are, cost nothing.
    ///
    /// - Returns: The lexicons, and what cannot be opened and is left out.
    package static func lexicons(
        for language: String, in folders: [String] = DataFolders.standard
    ) -> (lexicons: [LexiconOfLanguage], problems: [CatalogueError]) {
        let wanted = language.primarySubtag
        var opened: [LexiconOfLanguage] = []
        var problems: [CatalogueError] = []
        for installed in Installed.all(.lexicons, in: folders)
        where installed.language.primarySubtag == wanted {
            do throws(CatalogueError) {
                let lexicon = try Catalogue.lexicon(at: installed.path)
                let info = lexicon.info
                guard LanguageTag.fits(wanted, info.language, script: info.script) else { continue }
                opened.append(
                    LexiconOfLanguage(
                        name: installed.name, lexicon: lexicon,
                        isOfScript: LanguageTag.fits(language, info.language, script: info.script)))
            } catch {
                problems.append(error)
            }
        }
        return (opened.filter { $0.isOfScript } + opened.filter { !$0.isOfScript }, problems)
    }

    /// `keymap` with the installed lexicons that go with its language.
    ///
    /// - Returns: The engine, and which lexicons cannot be opened and are left out.
    package static func engine(
        _ keymap: Keymap, in folders: [String] = DataFolders.standard
    ) -> (engine: Engine, problems: [CatalogueError]) {
        let (found, problems) = lexicons(for: keymap.info.language, in: folders)
        return (Engine(keymap: keymap, lexicons: found.map { $0.lexicon }), problems)
    }
}
