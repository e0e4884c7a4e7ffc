/// Which stand-ins for letters are replaced in a language.
package struct StandInRules: OptionSet {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// A caron, a tilde or, on i and u, a circumflex for a breve; ɓ for ƀ.
    package static let breves = StandInRules(rawValue: 1)
    /// An apostrophe before b for ƀ.
    package static let barredB = StandInRules(rawValue: 2)
    /// ð and ɖ for đ at the beginning of a word.
    package static let strokedD = StandInRules(rawValue: 4)
    /// The same within a word.
    package static let innerStrokedD = StandInRules(rawValue: 8)

    /// Languages of one syllable a word: đ begins a word.
    private static let syllabic = [
        "blt", "hmv", "hmz", "hmf", "hni", "hnj", "ium", "mji", "mlc", "mtq", "mww", "neo", "nut", "pcc",
        "twh", "tyj",
        "tyr", "tyz", "vi", "vie",
    ]

    /// Languages whose words have đ within them too.
    private static let others = [
        "bdq", "bru", "cja", "cje", "cjm", "cma", "cmo", "crw", "cua", "hal", "hnu", "hre", "hro", "jeh",
        "jra", "kjg",
        "kpm", "ktv", "kxy", "mng", "mnn", "moo", "pac", "rad", "ren", "rgs", "roc", "rog", "sed", "sti",
        "stt", "tdf",
        "tdr", "tou", "tth",
    ]

    /// Languages that are not written in Latin letters.
    private static let withoutLatin = [
        "cmn", "hak", "iii", "khb", "khm", "km", "lao", "lo", "nan", "yue", "zh",
    ]

    /// The primary subtags of all languages that are known.
    static let languages = (syllabic + others + withoutLatin).sorted()

    /// What is replaced in the language with the primary subtag `language`, when it is in Latin letters.
    package static func rules(for language: String) -> StandInRules {
        var rules: StandInRules = []
        if syllabic.contains(language) { rules = .strokedD }
        if others.contains(language) { rules = [.strokedD, .innerStrokedD] }
        if StandIns.languages.contains(language) { rules.insert(.breves) }
        if StandIns.withBarredB.contains(language) { rules.insert(.barredB) }
        return rules
    }
}
