import Diagnostics
import Lexicon
import Text

extension LexiconInfo {
    /// The name of the language of the headwords, as the title has it: what stands before a colon or a bracket.
    ///
    ///     info.title(in: "vi")        // "Chăm (Akhar Thrah): từ vựng cơ bản"
    ///     info.name(in: .vietnamese)  // "Chăm"
    func name(in language: Wording.Language) -> String {
        let title = title(in: language.rawValue)
        guard let end = title.firstIndex(where: { $0 == ":" || $0 == "(" }) else { return title }
        let name = title[..<end]
        return String(name.last == " " ? name.dropLast() : name)
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
    /// The name of the language wanted, or its tag where no lexicon is in it and it is not one of the common languages
    /// of glosses.
    func targetName(in language: Wording.Language) -> String {
        if let targetInfo { return targetInfo.name(in: language) }
        guard let target else { return "" }
        if LanguageTag.fits(target, "vi") { return Wording("Vietnamese", "Việt").text(in: language) }
        if LanguageTag.fits(target, "en") { return Wording("English", "Anh").text(in: language) }
        return target
    }
}
