import Diagnostics
@testable import LexiconCompiler
import Testing

/// Each kind of diagnostic: the source with 1️⃣ where it points, what it says, and the source after its fix-it.
struct DiagnosticsTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var id: String
        var severity: Diagnostic.Severity = .error
        /// A whole source, or entries of a list.
        var source: String
        var marked: String
        var message: String
        var fixed: String?
        var noted: String?
        var testDescription: String { id }
    }

    static let head = """
        lexicon 1
        language rad
        script Latn
        title Klei Êđê
        licence CC0-1.0
        source abvd A list of words
        source kon Another list

        """
    static let columns = "columns headword vi en source id ps method homograph note example example.vi\n"

    static func list(_ entries: String) -> String { head + columns + "entries\n" + entries + "\n" }

    static let markerHead = """
        \\_lexicon 1
        \\_language rad
        \\_script Latn
        \\_title Klei Êđê
        \\_licence CC0-1.0
        \\_source abvd A list of words

        """

    static func markers(_ records: String) -> String { markerHead + records + "\n" }

    /// A header in which `line` is replaced.
    static func header(_ line: String, _ changed: String) -> String {
        var lines = (head + columns + "entries\nêa\tnước").split(separator: "\n").map(String.init)
        lines = lines.flatMap { $0.hasPrefix(line) ? changed.split(separator: "\n").map(String.init) : [$0] }
        return lines.joined(separator: "\n") + "\n"
    }

    static let text: [Case] = [
        Case(
            id: "lexicon.control-character", source: list("ê1️⃣\u{07}a\tnước"), marked: "\u{07}",
            message: "control character U+0007; remove it", fixed: list("êa\tnước")),
        Case(
            id: "lexicon.invisible-character", severity: .warning, source: list("êa\tnước1️⃣\u{A0}mắt"),
            marked: "\u{A0}",
            message: "invisible character U+00A0", fixed: list("êa\tnước mắt")),
        Case(
            id: "lexicon.not-nfc", severity: .warning, source: list("1️⃣e\u{302}a\tnước"), marked: "e\u{302}a",
            message: "'êa' is not in NFC; it is U+0065 U+0302 U+0061 and is read as U+00EA U+0061",
            fixed: list("êa\tnước")),
    ]

    static let headers: [Case] = [
        Case(
            id: "lexicon.missing-keyword",
            source: header("licence", "").replacingFirst("entries", "1️⃣entries"),
            marked: "entries", message: "the header has no 'licence' statement, such as 'licence CC-BY-4.0'"),
        Case(
            id: "lexicon.unknown-keyword", source: header("entries", "1️⃣langauge rad\nentries"),
            marked: "langauge",
            message: "unknown keyword 'langauge'; did you mean 'language'?"),
        Case(
            id: "lexicon.unknown-keyword", source: header("entries", "1️⃣wibble rad\nentries"),
            marked: "wibble",
            message: "unknown keyword 'wibble'"),
        Case(
            id: "lexicon.repeated-keyword", source: header("licence", "licence CC0-1.0\n1️⃣licence MIT"),
            marked: "licence", message: "'licence' is stated twice", noted: "licence"),
        Case(
            id: "lexicon.repeated-keyword", source: header("title", "title Klei\n1️⃣title Klei"),
            marked: "title", message: "'title' is stated twice", noted: "Klei"),
        Case(
            id: "lexicon.empty-keyword", source: header("licence", "1️⃣licence"), marked: "licence",
            message: "nothing after 'licence'; expected such as 'licence CC-BY-4.0'"),
        Case(
            id: "lexicon.empty-keyword", source: header("source kon", "source 1️⃣kon"), marked: "kon",
            message:
                "nothing after 'source kon'; expected such as 'source abvd Greenhill, Blust and Gray 2008'"),
        Case(
            id: "lexicon.misplaced-keyword", source: header("script", "script Latn\n1️⃣national vi"),
            marked: "national",
            message: "'national' has no meaning in the list form"),
        Case(
            id: "lexicon.misplaced-keyword",
            source: header("lexicon", "").replacingFirst("language rad", "language rad\n1️⃣lexicon 1"),
            marked: "lexicon",
            message: "'lexicon' is not the first statement; the version of the source comes first"),
        Case(
            id: "lexicon.wrong-version", source: header("lexicon", "lexicon 1️⃣2"), marked: "2",
            message: "version '2' of the source form; this compiler reads version 1"),
        Case(
            id: "lexicon.bad-language-tag", source: header("language", "language 1️⃣Rade"), marked: "Rade",
            message: "'Rade' is no BCP 47 language tag; expected such as 'rad' or 'blt-Tavt'"),
        Case(
            id: "lexicon.bad-script", source: header("script", "script 1️⃣latn"), marked: "latn",
            message: "'latn' is no ISO 15924 script code; expected such as 'Latn' or 'Tavt'",
            fixed: header("script", "script Latn")),
        Case(
            id: "lexicon.bad-script",
            source: header("language", "language rad-Latn").replacingFirst("script Latn", "script 1️⃣Cham"),
            marked: "Cham", message: "script 'Cham' is not the one of the language tag 'rad-Latn'"),
        Case(
            id: "lexicon.bad-status", source: header("licence", "licence CC0-1.0\nstatus 1️⃣done"),
            marked: "done",
            message: "status 'done'; expected 'draft' or 'stable'"),
        Case(
            id: "lexicon.bad-method", source: header("licence", "licence CC0-1.0\nmethod 1️⃣concpet"),
            marked: "concpet",
            message: "method 'concpet'; expected 'direct' or 'concept'; did you mean 'concept'?",
            fixed: header("licence", "licence CC0-1.0\nmethod concept")),
        Case(
            id: "lexicon.repeated-source", source: header("source kon", "source 1️⃣abvd Another list"),
            marked: "abvd",
            message: "source 'abvd' is declared twice", noted: "abvd"),
        Case(
            id: "lexicon.unknown-column", source: header("columns", "columns headword vi 1️⃣romanization"),
            marked: "romanization", message: "unknown column 'romanization'; did you mean 'romanisation'?"),
        Case(
            id: "lexicon.unknown-column", source: header("columns", "columns headword vi 1️⃣2020"),
            marked: "2020",
            message: "unknown column '2020'; expected a column's name or a language tag"),
        Case(
            id: "lexicon.repeated-column", source: header("columns", "columns headword vi en 1️⃣vi"),
            marked: "vi",
            message: "column 'vi' is named twice", noted: "vi"),
        Case(
            id: "lexicon.repeated-keyword",
            source: TransliterationTests.list("transliteration iii-Latn\ntransliteration 1️⃣iii-Latn"),
            marked: "iii-Latn", message: "'transliteration iii-Latn' is stated twice", noted: "iii-Latn"),
        Case(
            id: "lexicon.bad-language-tag", source: TransliterationTests.list("transliteration 1️⃣Pinyin"),
            marked: "Pinyin",
            message: "'Pinyin' is no BCP 47 language tag; expected such as 'rad' or 'blt-Tavt'"),
        Case(
            id: "lexicon.bad-transliteration",
            source: TransliterationTests.list("transliteration iii-Latn 1️⃣mostly"), marked: "mostly",
            message:
                "'mostly' after the form; expected nothing, or 'partly' when the rules cannot write every word"
        ),
        Case(
            id: "lexicon.missing-transform",
            source: TransliterationTests.list("transliteration 1️⃣iii-Cyrl"), marked: "iii-Cyrl",
            message: """
                there is no transform 'iii-Yiii/iii-Cyrl'; 'chu list transforms' shows what there is, and \
                'iii-Yiii/iii-Cyrl.transform' is looked for in the folder 'transforms' beside that of the lexicons \
                and in the data folders
                """),
        Case(
            id: "lexicon.broken-transform",
            source: TransliterationTests.list("transliteration 1️⃣iii-Grek"), marked: "iii-Grek",
            message:
                "the transform 'iii-Yiii/iii-Grek' says that it is from 'iii-Yiii' to 'iii-Latn'; name the file as its head does"
        ),
        Case(
            id: "lexicon.not-transliterated", severity: .warning,
            source: TransliterationTests.list("transliteration iii-Latn", "ꀀꀁ\n1️⃣ꀀꀂ"), marked: "ꀀꀂ",
            message:
                "'ꀀꀂ' cannot be written in 'iii-Latn', for the rules leave 'ꀂ' (U+A002); mend the transform, or say 'iii-Latn partly' in the header"
        ),
        Case(
            id: "lexicon.not-transliterated", severity: .warning,
            source: TransliterationTests.list("transliteration iii-Latn", "1️⃣ꀃ"), marked: "ꀃ",
            message:
                "'ꀃ' cannot be written in 'iii-Latn', for the rules leave nothing; mend the transform, or say 'iii-Latn partly' in the header"
        ),
        Case(
            id: "lexicon.no-headword-column", source: header("columns", "columns 1️⃣vi en"), marked: "vi",
            message: "no column is named 'headword'"),
        Case(
            id: "lexicon.missing-entries", source: head + columns + "1️⃣êa\tnước\n", marked: "êa\tnước",
            message: "entries begin here, but no 'entries' statement ends the header",
            fixed: list("êa\tnước")),
        Case(
            id: "lexicon.no-entries", severity: .warning, source: list("# none yet") + "1️⃣", marked: "",
            message: "the lexicon has no entries"),
        Case(
            id: "lexicon.too-many-languages",
            source: "1️⃣"
                + header(
                    "columns",
                    "columns headword " + (0..<201).map { "vi-\($0)" }.joined(separator: " ")),
            marked: "", message: "glosses in more than 200 languages"),
    ]

    static let entries: [Case] = [
        Case(
            id: "lexicon.no-headword", source: list("1️⃣\tnước\twater"), marked: "\tnước\twater",
            message: "entry without a headword"),
        Case(
            id: "lexicon.too-many-fields", source: list("êa\tnước\twater\t\t\t\t\t\t\t\t\t1️⃣y\tz"),
            marked: "y\tz", message: "13 fields, but 'columns' names 11"),
        Case(
            id: "lexicon.spaces-for-tab", source: list("êa1️⃣   nước  water"), marked: "   ",
            message: "no tab in this entry; fields are separated by tabs, not by spaces",
            fixed: list("êa\tnước\twater")),
        Case(
            id: "lexicon.spaces-for-tab", severity: .warning, source: list("êa\tnước1️⃣  water"), marked: "  ",
            message: "several spaces where a tab may be meant; this is one field",
            fixed: list("êa\tnước\twater")),
        Case(
            id: "lexicon.hash-in-entry", severity: .warning, source: list("êa\tnước 1️⃣# to be checked"),
            marked: "#",
            message: "'#' in an entry is text; a comment stands on a line of its own"),
        Case(
            id: "lexicon.too-long",
            source: list("êa\tnước\twater\tabvd\t1\t1️⃣" + String(repeating: "n", count: 1024)),
            marked: String(repeating: "n", count: 1024),
            message: "a part of speech of 1024 bytes; at most 1023 can be held"),
        Case(
            id: "lexicon.empty-gloss", severity: .warning, source: list("klei\t1️⃣dây ; ; thừng"),
            marked: "dây ; ; thừng",
            message: "empty gloss"),
        Case(
            id: "lexicon.no-gloss", severity: .warning, source: list("1️⃣êa\t\t\tabvd"), marked: "êa",
            message: "entry 'êa' has no gloss"),
        Case(
            id: "lexicon.sense-count", severity: .warning, source: list("klei\tdây | chuyện\t1️⃣rope"),
            marked: "rope",
            message: "1 sense in 'en', but 2 in 'vi'", noted: "dây | chuyện"),
        Case(
            id: "lexicon.bad-homograph", source: list("êa\tnước\t\t\t\t\t\t1️⃣one"), marked: "one",
            message: "homograph number 'one'; expected a number from 1 to 999"),
        Case(
            id: "lexicon.repeated-homograph", severity: .warning,
            source: list("klei\tdây\t\t\t\t\t\t1\nklei\tđào\t\t\t\t\t\t1️⃣1"), marked: "1",
            message: "'klei' with the homograph number 1 is here twice", noted: "1"),
        Case(
            id: "lexicon.repeated-entry", severity: .warning, source: list("êa\tnước\n1️⃣êa\tnước"),
            marked: "êa",
            message: "entry 'êa' is here twice with the same glosses", noted: "êa"),
        Case(
            id: "lexicon.repeated-sense", severity: .warning, source: list("êa\tnước ; 1️⃣nước"),
            marked: "nước",
            message: "gloss 'nước' is given twice in one sense", noted: "nước"),
        Case(
            id: "lexicon.repeated-sense", severity: .warning, source: list("êa\tnước | 1️⃣nước"),
            marked: "nước",
            message: "two senses of 'êa' have the same glosses", noted: "nước"),
        Case(
            id: "lexicon.bad-method", source: list("êa\tnước\t\t\t\t\t1️⃣directly"), marked: "directly",
            message: "method 'directly'; expected 'direct' or 'concept'; did you mean 'direct'?",
            fixed: list("êa\tnước\t\t\t\t\tdirect")),
        Case(
            id: "lexicon.unknown-source", source: list("êa\tnước\twater\t1️⃣abdv"), marked: "abdv",
            message: "source 'abdv' is not declared in the header; did you mean 'abvd'?",
            fixed: list("êa\tnước\twater\tabvd")),
        Case(
            id: "lexicon.unknown-source", source: list("êa\tnước\twater\t1️⃣xyz\nala\trắn\tsnake\txyz"),
            marked: "xyz",
            message: "source 'xyz' is not declared in the header (2 entries)"),
        Case(
            id: "lexicon.translation-without-example", severity: .warning,
            source: list("êa\tnước\t\t\t\t\t\t\t\t\t1️⃣uống nước"), marked: "uống nước",
            message: "'example.vi' translates no example; it is left out, as there is no 'example'"),
        Case(
            id: "lexicon.foreign-letter", severity: .warning, source: list("1️⃣ка\tnước"), marked: "ка",
            message:
                "headword 'ка' has 'к' (U+043A, CYRILLIC SMALL LETTER KA), 'а' (U+0430, CYRILLIC SMALL LETTER A), outside the script Latn"
        ),
        Case(
            id: "lexicon.stand-in-letter", severity: .warning, source: list("al1️⃣ǎ\tmắt"), marked: "ǎ",
            message: "'ǎ' (U+01CE) is no letter of 'rad'; 'ă' (U+0103) is probably meant",
            fixed: list("ală\tmắt")),
        Case(
            id: "lexicon.stand-in-letter", severity: .warning, source: list("êr1️⃣ũm\tkim"), marked: "ũ",
            message: "'ũ' (U+0169) is no letter of 'rad'; 'ŭ' (U+016D) is probably meant",
            fixed: list("êrŭm\tkim")),
        Case(
            id: "lexicon.stand-in-letter", severity: .warning, source: list("1️⃣ɓŭk\ttóc"), marked: "ɓ",
            message: "'ɓ' (U+0253) is no letter of 'rad'; 'ƀ' (U+0180) is probably meant",
            fixed: list("ƀŭk\ttóc")),
        Case(
            id: "lexicon.stray-mark", severity: .warning, source: list("1️⃣jơ \u{306}ng\tchân"),
            marked: "jơ \u{306}ng",
            message: "'◌\u{306}' (U+0306) has no letter before it", fixed: list("jơ\u{306}ng\tchân")),
        Case(
            id: "lexicon.stand-in-letter", severity: .warning, source: list("1️⃣’bŭk\ttóc"), marked: "’bŭk",
            message: "'’b' (U+2019 U+0062) is no letter of 'rad'; 'ƀ' (U+0180) is probably meant",
            fixed: list("ƀŭk\ttóc")),
        Case(
            id: "lexicon.outside-alphabet", severity: .warning,
            source: header("columns", "alphabet a ă l ng\ncolumns headword vi").replacingFirst(
                "êa", "Al1️⃣ã-nga"), marked: "ã",
            message: "'ã' (U+00E3) is not in the alphabet of the header; 'ă' (U+0103) is probably meant",
            fixed: header("columns", "alphabet a ă l ng\ncolumns headword vi").replacingFirst("êa", "Ală-nga")
        ),
        Case(
            id: "lexicon.outside-alphabet", severity: .warning,
            source: header("columns", "alphabet a ê ô ô̆\ncolumns headword vi").replacingFirst("êa", "ô̆1️⃣ka"),
            marked: "k", message: "'k' (U+006B) is not in the alphabet of the header"),
        Case(
            id: "lexicon.mixed-spelling", severity: .warning,
            source: list("'bok\tông\n'blŏk\tlật\n1️⃣ƀơ\tlàm").replacingFirst("language rad", "language bdq"),
            marked: "ƀơ",
            message: "one letter is written 'ƀ' in 1 headwords, here first, and ''b' in 2"),
        Case(
            id: "lexicon.bad-weight",
            source: header("columns", "columns headword vi weight").replacingFirst(
                "êa\tnước", "êa\tnước\t1️⃣256"),
            marked: "256", message: "weight '256'; expected a number from 0 to 255"),
        Case(
            id: "lexicon.missing-file", severity: .warning,
            source: header("columns", "columns headword vi audio picture").replacingFirst(
                "êa\tnước", "êa\tnước\t1️⃣sounds/ea.wav ; here.wav ; https://example.org/ea.ogg\there.png"),
            marked: "sounds/ea.wav", message: "file 'sounds/ea.wav' is not there"),
        Case(
            id: "lexicon.missing-file", severity: .warning,
            source: header("columns", "columns headword vi audio picture").replacingFirst(
                "êa\tnước", "êa\tnước\t\t1️⃣C:\\ea.png"), marked: "C:\\ea.png",
            message:
                "'C:\\ea.png' is a place on one machine; write the path from the folder of this file"),
        Case(
            id: "lexicon.broken-reference", severity: .warning,
            source: header("columns", "columns headword vi related").replacingFirst(
                "êa\tnước", "krông\tsông\nêa\tnước\tkrông ; krông 2 ; 1️⃣krong"),
            marked: "krong", message: "no entry is called 'krong'; did you mean 'krông'?",
            fixed: header("columns", "columns headword vi related").replacingFirst(
                "êa\tnước", "krông\tsông\nêa\tnước\tkrông ; krông 2 ; krông")),
    ]

    static let markerCases: [Case] = [
        Case(
            id: "lexicon.unknown-marker", severity: .warning,
            source: markers("\\lx êa\n\\ge water\n\\1️⃣xref 1\n\\xref 2"),
            marked: "xref", message: "unknown marker '\\xref', 2 times; its text is left out"),
        Case(
            id: "lexicon.unknown-marker", severity: .warning, source: markers("\\lx êa\n\\1️⃣GE water"),
            marked: "GE", message: "unknown marker '\\GE'; its text is left out; did you mean '\\ge'?",
            fixed: markers("\\lx êa\n\\ge water")),
        Case(
            id: "lexicon.unknown-marker", severity: .warning, source: markers("\\lx êa\n\\ge water\n\\1️⃣pd x"),
            marked: "pd", message: "marker '\\pd' has no place in a lexicon; its text is left out"),
        Case(
            id: "lexicon.bad-weight", source: markers("\\lx êa\n\\fr 1️⃣often\n\\ge water"), marked: "often",
            message: "frequency 'often'; expected how often the word was counted, such as 120"),
        Case(
            id: "lexicon.bad-script", source: markers("\\lx êa\n\\ge water\n\\scr 1️⃣Chamic ꨀ"),
            marked: "Chamic",
            message: "'Chamic' is no ISO 15924 script code; expected such as 'Latn' or 'Tavt'"),
        Case(
            id: "lexicon.broken-reference", severity: .warning,
            source: markers("\\lx êa\n\\ge water\n\\cf êa\n\\cf 1️⃣krông"), marked: "krông",
            message: "no entry is called 'krông'"),
        Case(
            id: "lexicon.no-marker", source: "1️⃣words\n" + markers("\\lx êa\n\\ge water"), marked: "words",
            message: "text before the first marker; a line begins with '\\' and a marker"),
        Case(
            id: "lexicon.field-before-entry", source: markers("1️⃣\\ge water\n\\lx êa\n\\ge water"),
            marked: "\\ge water",
            message: "'\\ge' before the first '\\lx'; it belongs to no entry"),
        Case(
            id: "lexicon.no-headword", source: markers("\\lx êa\n\\ge water\n1️⃣\\lx\n\\ge fire"),
            marked: "\\lx",
            message: "entry without a headword"),
        Case(
            id: "lexicon.no-regional-language", severity: .warning,
            source: markers("\\lx êa\n\\ge water\n\\1️⃣gr eau"),
            marked: "gr",
            message:
                "'\\gr', '\\dr' and '\\xr' are left out: the header names no regional language, such as '\\_regional fr'"
        ),
        Case(
            id: "lexicon.translation-without-example", severity: .warning,
            source: markers("\\lx êa\n\\ge water\n1️⃣\\xe drink water"), marked: "\\xe drink water",
            message: "'\\xe' translates no example; it is left out, as there is no '\\xv'"),
        Case(
            id: "lexicon.repeated-field", severity: .warning,
            source: markers("\\lx êa\n\\ge water\n\\ph ea\n1️⃣\\ph ja"),
            marked: "\\ph ja", message: "'\\ph' is given twice in this entry; the first is kept"),
        Case(
            id: "lexicon.misplaced-keyword", source: markers("\\lx êa\n\\ge water\n1️⃣\\_version 2"),
            marked: "\\_version 2", message: "'\\_version' belongs to the header, before the first entry"),
        Case(
            id: "lexicon.misplaced-keyword", source: markers("\\_1️⃣columns vi en\n\\lx êa\n\\ge water"),
            marked: "columns", message: "'columns' has no meaning in the MDF form"),
        Case(
            id: "lexicon.unknown-keyword", source: markers("\\_1️⃣natoinal vi\n\\lx êa\n\\ge water"),
            marked: "natoinal",
            message: "unknown keyword '\\_natoinal'; did you mean '\\_national'?",
            fixed: markers("\\_national vi\n\\lx êa\n\\ge water")),
        Case(
            id: "lexicon.empty-gloss", severity: .warning, source: markers("\\lx êa\n\\ge water\n1️⃣\\gn"),
            marked: "\\gn",
            message: "empty gloss"),
        Case(
            id: "lexicon.unknown-source", source: markers("\\lx êa\n\\ge water\n\\so 1️⃣abv 12"), marked: "abv",
            message: "source 'abv' is not declared in the header; did you mean 'abvd'?",
            fixed: markers("\\lx êa\n\\ge water\n\\so abvd 12")),
        Case(
            id: "lexicon.bad-homograph", source: markers("\\lx êa\n\\hm 1️⃣0\n\\ge water"), marked: "0",
            message: "homograph number '0'; expected a number from 1 to 999"),
    ]

    static let cases = text + headers + entries + markerCases

    @Test(arguments: cases)
    func `It is told once, at its place, and the fix-it mends it`(_ example: Case) throws {
        let (source, offset) = try marked(example.source)
        let (bytes, diagnostics) = LexiconCompiler.compile(
            source, exists: { $0.hasPrefix("here") }, transform: TransliterationTests.transform)
        #expect(
            diagnostics.map(\.id) == [example.id],
            "\(diagnostics.map { $0.rendered() }.joined(separator: "\n"))")
        let diagnostic = try #require(diagnostics.first)
        #expect(diagnostic.message == example.message)
        #expect(diagnostic.severity == example.severity)
        #expect(diagnostic.range.lowerBound == offset)
        #expect(source.text(diagnostic.range).unicodeScalars.elementsEqual(example.marked.unicodeScalars))
        #expect((bytes == nil) == (example.severity == .error))
        #expect(diagnostic.notes.first.map { source.text($0.range) } == example.noted)
        guard let fixed = example.fixed else { return }
        let fixIt = try #require(diagnostic.fixIts.first)
        let mended = source.applying(fixIt)
        #expect(
            String(decoding: mended.bytes, as: UTF8.self).unicodeScalars.elementsEqual(fixed.unicodeScalars))
        #expect(LexiconCompiler.compile(mended).diagnostics.isEmpty)
    }

    /// The same with other line ends, a byte-order mark and no line feed at the end.
    @Test(arguments: cases.filter { $0.fixed != nil }) func `Fixing keeps what it does not mend`(
        _ example: Case
    ) throws {
        let (source, _) = try marked(example.source)
        func diagnose(_ text: SourceText) -> [Diagnostic] { LexiconCompiler.compile(text).diagnostics }
        let mended = Fixing(source, diagnose: diagnose)
        let isObvious = diagnose(source).first?.fixIts.first?.isObvious ?? false
        #expect(mended.changes.isEmpty == !isObvious)
        #expect(mended.diagnostics.isEmpty == isObvious)
        #expect(Fixing(mended.text, diagnose: diagnose).changes.isEmpty)
        func other(_ text: String) -> String {
            "\u{FEFF}" + text.replacing("\n", with: "\r\n") + "# the end \t "
        }
        // Markers have no comments.
        guard source.path.hasSuffix(".lexicon") else { return }
        let before = SourceText(path: source.path, other(source.text(0..<Int.max)))
        let after = other(mended.text.text(0..<Int.max))
        #expect(Fixing(before, diagnose: diagnose).text.bytes == Array(after.utf8))
    }

    @Test func `Bytes that are not UTF-8 are told of line by line`() throws {
        let head = Array(Self.list("").dropLast().utf8)
        let source = SourceText(
            path: "a.lexicon", bytes: head + [0xEA, 0x61, 0x09, 0x78, 0x0A, 0x62, 0x09, 0xFF, 0x0A])
        let (bytes, diagnostics) = LexiconCompiler.compile(source)
        #expect(bytes == nil)
        #expect(diagnostics.map(\.id) == ["lexicon.ill-formed-text", "lexicon.ill-formed-text"])
        #expect(diagnostics.map(\.message) == Array(repeating: "these bytes are not UTF-8", count: 2))
        #expect(
            diagnostics.map(\.range) == [head.count..<(head.count + 1), (head.count + 7)..<(head.count + 8)])
    }

    @Test func `A source can be too large`() {
        let source = SourceText(path: "a.lexicon", Self.list("êa\tnước"))
        let (bytes, diagnostics) = LexiconCompiler.compile(source, sizeLimit: 1)
        #expect(bytes == nil)
        #expect(diagnostics.map(\.id) == ["lexicon.too-large"])
        #expect(LexiconCompiler.compile(source, sizeLimit: source.bytes.count).bytes != nil)
    }

    @Test func `Of one kind the first ten thousand are told, and the others counted`() {
        let source = SourceText(
            path: "a.lexicon",
            Self.list((0..<10_050).map { "alǎ\($0)\tmắt" }.joined(separator: "\n")))
        let (bytes, diagnostics) = LexiconCompiler.compile(source)
        #expect(bytes != nil)
        #expect(diagnostics.count == 10_001)
        #expect(diagnostics.map(\.count).reduce(0, +) == 10_050)
        #expect(diagnostics.last?.position.line == 10_059)
    }

    @Test func `Ten mistakes are told of in one run, in the order of the source`() {
        let source = SourceText(
            path: "ten.lexicon",
            """
            lexicon 2
            language Rade
            script latn
            title Klei Êđê
            licence CC0-1.0
            source abvd A list
            methid direct
            columns headword vi en sorce source method
            entries
            êa  nước
            \tnước
            êa\tnước\twater\t\tabdv
            êa\tnước\twater\t\tabvd\tfreely
            êa\tnước\u{01}\twater\t\tabvd\tdirect\tmore
            """)
        let diagnostics = LexiconCompiler.compile(source).diagnostics.filter { $0.severity == .error }
        #expect(
            diagnostics.map { "\($0.position) \($0.id)" } == [
                "1:9 lexicon.wrong-version", "2:10 lexicon.bad-language-tag", "3:8 lexicon.bad-script",
                "7:1 lexicon.unknown-keyword", "8:24 lexicon.unknown-column", "10:4 lexicon.spaces-for-tab",
                "11:1 lexicon.no-headword", "12:20 lexicon.unknown-source", "13:25 lexicon.bad-method",
                "14:12 lexicon.control-character", "14:33 lexicon.too-many-fields",
            ])
    }

    /// The source without its mark, and where the mark was.
    private func marked(_ source: String) throws -> (SourceText, Int) {
        let mark = Array("1️⃣".utf8)
        var bytes = Array(source.utf8)
        let offset = try #require(bytes.indices.first { bytes[$0...].starts(with: mark) })
        bytes.removeSubrange(offset..<(offset + mark.count))
        let path = bytes.first == 0x5C || source.contains("\\_lexicon") ? "sample.sfm" : "sample.lexicon"
        return (SourceText(path: path, bytes: bytes), offset)
    }
}

extension String {
    /// The text with the first line that begins with `line` beginning with `changed`.
    func replacingFirst(_ line: String, _ changed: String) -> String {
        var lines = split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if let index = lines.firstIndex(where: { $0.hasPrefix(line) }) {
            lines[index] = changed + lines[index].dropFirst(line.count)
        }
        return lines.joined(separator: "\n")
    }
}
