import Text
import Testing

struct LanguageTagTests {
    /// What is asked for, the tag and script of a text, and whether it is meant.
    @Test(
        arguments: [
            ("vi", "vi", nil, true), ("vi-VN", "vi", nil, true), ("VI", "vi", nil, true),
            ("vi", "rad", nil, false),
            ("blt", "blt", "Tavt", true), ("blt-Tavt", "blt", "Tavt", true),
            ("blt-Latn", "blt", "Tavt", false),
            ("blt-Tavt-VN", "blt", "Tavt", true), ("cjm-Cham", "cjm-Cham", nil, true),
            ("en-001", "en", nil, true),
            ("", "vi", nil, false), ("-", "vi", nil, false),
        ] as [(String, String, String?, Bool)])
    func `A tag asks for a language, and for a script when it names one`(
        wanted: String, tag: String, script: String?, isMeant: Bool
    ) {
        #expect(LanguageTag.fits(wanted, tag, script: script) == isMeant)
    }
}
