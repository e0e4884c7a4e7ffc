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
/// A line typed with a keymap of a minority language is read into Vietnamese, or from Vietnamese when more of its words are
/// found so: such keymaps type both. One typed with a Vietnamese keymap is read into the language of the other keymaps,
/// where they are of one language, and else into all languages.
struct DictionaryReader: LineReader {
    /// The language that everybody reads.
    private static let common = "vi"

    private let names: [String]
    /// The languages of the keymaps, without the common one.
    private let languages: [String]
    /// What was opened when the first line was read.
    private var opened: NamedLexicons?
    /// What read the lines before, with the words each remembers.
    private var readers: [(languages: Direction, reader: TextReader)] = []

    /// The language of a line, and the one it is read into; nil for any.
    private struct Direction: Equatable {
        let source: String?
        let target: String?
    }

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
        let directions = directions(of: line)
        if let source = directions.first?.source, !lexicons.knows(source) {
            return [Wording.noLexiconOfKeymap(source).text]
        }
        var best: Reading?
        for direction in directions {
            let reading = reading(of: line.text, direction, lexicons)
            if reading.foundCount > best?.foundCount ?? -1 { best = reading }
        }
        guard let reading = best else { return [] }
        let writer = ReadingWriter(
            .text, in: Surroundings.language, isColoured: Surroundings.wantsColour, columns: line.columns)
        return writer.rows(of: reading, from: line.caret)
    }

    /// The words of `text`, by the reader of that direction.
    private mutating func reading(
        of text: String, _ direction: Direction, _ lexicons: NamedLexicons
    ) -> Reading {
        let known = readers.firstIndex { $0.languages == direction }
        let index = known ?? readers.count
        if known == nil {
            let reader = TextReader(lexicons, from: direction.source, to: direction.target)
            readers.append((direction, reader))
        }
        return readers[index].reader.reading(of: text)
    }

    /// In which languages `line` may be read, the likeliest first.
    private func directions(of line: LineToRead) -> [Direction] {
        guard let language = line.language else { return [Direction(source: nil, target: nil)] }
        let common = DictionaryReader.common
        if LanguageTag.fits(common, language) {
            return [Direction(source: common, target: languages.count == 1 ? languages[0] : nil)]
        }
        return [Direction(source: language, target: common), Direction(source: common, target: language)]
    }

    /// The lexicons; those that cannot be opened are left out, because the screen is no place to report them.
    private func lexicons() -> [(name: String, lexicon: Lexicon)] {
        if !names.isEmpty { return (try? Opening.lexicons(names)) ?? [] }
        return Installed.all(.lexicons).compactMap { installed in
            (try? Catalogue.lexicon(at: installed.path)).map { (installed.name, $0) }
        }
    }
}

extension Reading {
    /// How many of its parts have words in the other language.
    fileprivate var foundCount: Int { words.count { !$0.counterparts.isEmpty } }
}
