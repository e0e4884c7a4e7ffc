import Answers
import Catalogue
import Composition
import Diagnostics
import Engine
import Lexicon
import LineEditor
import Text

/// Looks up the words of a line of the editor in the dictionaries.
///
/// A line typed with a keymap of a minority language is read into Vietnamese. One typed with a Vietnamese keymap is read
/// into the language of the other keymaps, where they are of one language, and else into all languages.
struct DictionaryReader: LineReader {
    /// The language that everybody reads.
    private static let common = "vi"

    private let names: [String]
    /// The languages of the keymaps, without the common one.
    private let languages: [String]
    /// What was opened when the first line was read.
    private var opened: NamedLexicons?
    /// What read the last line, with the words it remembers, and its languages.
    private var reader: TextReader?
    private var languagesRead: [String?] = []

    /// A reader in the lexicons called `names`, or all that are installed.
    ///
    /// - Parameters:
    ///   - names: The lexicons as they are named on the command line.
    ///   - keymaps: The keymaps that can be switched between.
    init(_ names: [String], keymaps: [Editor.Choice]) {
        self.names = names
        var languages: [String] = []
        for language in keymaps.map(\.engine.keymap.info.language)
        where !LanguageTag.fits(DictionaryReader.common, language) && !languages.contains(language) {
            languages.append(language)
        }
        self.languages = languages
    }

    mutating func rows(for line: LineToRead) -> [String] {
        let lexicons = opened ?? NamedLexicons(lexicons())
        opened = lexicons
        guard !lexicons.names.isEmpty else { return [Wording.noLexicons().text] }
        let (source, target) = direction(of: line)
        if let source, !lexicons.knows(source) { return [Wording.noLexiconOfKeymap(source).text] }
        if reader == nil || languagesRead != [source, target] {
            reader = TextReader(lexicons, from: source, to: target)
            languagesRead = [source, target]
        }
        guard let reading = reader?.reading(of: line.text) else { return [] }
        let writer = ReadingWriter(
            .text, in: Surroundings.language, isColoured: Surroundings.wantsColour, columns: line.columns)
        return writer.rows(of: reading, from: line.caret)
    }

    /// The language of a line, and the one it is read into; nil for any.
    private func direction(of line: LineToRead) -> (source: String?, target: String?) {
        guard let language = line.language else { return (nil, nil) }
        if !LanguageTag.fits(DictionaryReader.common, language) { return (language, DictionaryReader.common) }
        return (DictionaryReader.common, languages.count == 1 ? languages[0] : nil)
    }

    /// The lexicons; those that cannot be opened are left out, because the screen is no place to report them.
    private func lexicons() -> [(name: String, lexicon: Lexicon)] {
        if !names.isEmpty { return (try? Opening.lexicons(names)) ?? [] }
        return Installed.all(.lexicons).compactMap { installed in
            (try? Catalogue.lexicon(at: installed.path)).map { (installed.name, $0) }
        }
    }
}
