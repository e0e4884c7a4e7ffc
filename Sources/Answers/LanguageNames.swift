import Diagnostics
import Lexicon
import Text

extension LexiconInfo {
    /// The name of the language of the headwords, as the title has it: what stands before a colon.
    ///
    ///     info.title(in: "vi")     // "Ê Đê: từ vựng cơ bản"
    ///     info.name(in: .vietnamese)  // "Ê Đê"
    func name(in language: Wording.Language) -> String {
        let title = title(in: language.rawValue)
        guard let colon = title.firstIndex(of: ":") else { return title }
        return String(title[..<colon])
    }
}

extension NamedLexicons {
    /// What is known about the language `tag`, from the first lexicon in it; nil when there is none.
    func info(of tag: String?) -> LexiconInfo? {
        guard let tag else { return nil }
        return set.lexicons.first { LanguageTag.fits(tag, $0.info.language, script: $0.info.script) }?.info
    }
}

extension Answer {
    /// The name of the language wanted, or its tag where no lexicon is in it.
    func targetName(in language: Wording.Language) -> String {
        targetInfo?.name(in: language) ?? target ?? ""
    }
}
