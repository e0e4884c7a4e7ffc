import Diagnostics
@testable import LexiconCompiler
import TestSupport
import Testing

/// Each kind of diagnostic: the source with 1️⃣ where it points, and the source after its fix-it.
///
/// What they say stands in `Wordings/`.
struct DiagnosticsTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var id: String
        var severity: Diagnostic.Severity = .error
        /// A whole source, or entries of a list.
        var source: String
        var marked: String
        var fixed: String?
        var noted: String?
        var testDescription: String { id }

        /// The source without its mark; its form shows in the name of the file.
        func markedSource() throws -> MarkedSource {
            let isMarkers = source.hasPrefix("\\") || source.contains("\\_lexicon")
            return try MarkedSource(source, path: isMarkers ? "sample.sfm" : "sample.lexicon")
        }
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
            fixed: list("êa\tnước")),
        Case(
            id: "lexicon.invisible-character", severity: .warning, source: list("êa\tnước1️⃣\u{A0}mắt"),
            marked: "\u{A0}", fixed: list("êa\tnước mắt")),
        Case(
            id: "lexicon.not-nfc", severity: .warning, source: list("1️⃣e\u{302}a\tnước"), marked: "e\u{302}a",
            fixed: list("êa\tnước")),
    ]

    static let headers: [Case] = [
        Case(
            id: "lexicon.missing-keyword",
            source: header("licence", "").replacingFirst("entries", "1️⃣entries"),
            marked: "entries"),
        Case(
            id: "lexicon.unknown-keyword", source: header("entries", "1️⃣langauge rad\nentries"),
            marked: "langauge"),
        Case(
            id: "lexicon.unknown-keyword", source: header("entries", "1️⃣wibble rad\nentries"),
            marked: "wibble"),
        Case(
            id: "lexicon.repeated-keyword", source: header("licence", "licence CC0-1.0\n1️⃣licence MIT"),
            marked: "licence", noted: "licence"),
        Case(
            id: "lexicon.repeated-keyword", source: header("title", "title Klei\n1️⃣title Klei"),
            marked: "title", noted: "Klei"),
        Case(
            id: "lexicon.empty-keyword", source: header("licence", "1️⃣licence"), marked: "licence"),
        Case(
            id: "lexicon.empty-keyword", source: header("source kon", "source 1️⃣kon"), marked: "kon"),
        Case(
            id: "lexicon.misplaced-keyword", source: header("script", "script Latn\n1️⃣national vi"),
            marked: "national"),
        Case(
            id: "lexicon.misplaced-keyword",
            source: header("lexicon", "").replacingFirst("language rad", "language rad\n1️⃣lexicon 1"),
            marked: "lexicon"),
        Case(
            id: "lexicon.wrong-version", source: header("lexicon", "lexicon 1️⃣2"), marked: "2"),
        Case(
            id: "lexicon.bad-language-tag", source: header("language", "language 1️⃣Rade"), marked: "Rade"),
        Case(
            id: "lexicon.bad-script", source: header("script", "script 1️⃣latn"), marked: "latn",
            fixed: header("script", "script Latn")),
        Case(
            id: "lexicon.bad-script",
            source: header("language", "language rad-Latn").replacingFirst("script Latn", "script 1️⃣Cham"),
            marked: "Cham"),
        Case(
            id: "lexicon.bad-status", source: header("licence", "licence CC0-1.0\nstatus 1️⃣done"),
            marked: "done"),
        Case(
            id: "lexicon.bad-method", source: header("licence", "licence CC0-1.0\nmethod 1️⃣concpet"),
            marked: "concpet",
            fixed: header("licence", "licence CC0-1.0\nmethod concept")),
        Case(
            id: "lexicon.repeated-source", source: header("source kon", "source 1️⃣abvd Another list"),
            marked: "abvd", noted: "abvd"),
        Case(
            id: "lexicon.unknown-column", source: header("columns", "columns headword vi 1️⃣romanization"),
            marked: "romanization"),
        Case(
            id: "lexicon.unknown-column", source: header("columns", "columns headword vi 1️⃣2020"),
            marked: "2020"),
        Case(
            id: "lexicon.repeated-column", source: header("columns", "columns headword vi en 1️⃣vi"),
            marked: "vi", noted: "vi"),
        Case(
            id: "lexicon.repeated-keyword",
            source: TransliterationTests.list("transliteration iii-Latn\ntransliteration 1️⃣iii-Latn"),
            marked: "iii-Latn", noted: "iii-Latn"),
        Case(
            id: "lexicon.bad-language-tag", source: TransliterationTests.list("transliteration 1️⃣Pinyin"),
            marked: "Pinyin"),
        Case(
            id: "lexicon.bad-transliteration",
            source: TransliterationTests.list("transliteration iii-Latn 1️⃣mostly"), marked: "mostly"),
        Case(
            id: "lexicon.bad-spelling", source: header("script", "script Latn\nspelling 1️⃣fr"), marked: "fr"),
        Case(
            id: "lexicon.bad-spelling", source: header("script", "script Latn\ntones ◌̀ 1️⃣á"), marked: "á"),
        Case(
            id: "lexicon.bad-spelling", source: header("script", "script Latn\nalike 1️⃣ươ -"), marked: "ươ -"),
        Case(
            id: "lexicon.several-forms", severity: .warning, source: list("1️⃣au(e)\tlau"), marked: "au(e)"),
        Case(
            id: "lexicon.missing-transform",
            source: TransliterationTests.list("transliteration 1️⃣iii-Cyrl"), marked: "iii-Cyrl"),
        Case(
            id: "lexicon.broken-transform",
            source: TransliterationTests.list("transliteration 1️⃣iii-Grek"), marked: "iii-Grek"),
        Case(
            id: "lexicon.not-transliterated", severity: .warning,
            source: TransliterationTests.list("transliteration iii-Latn", "ꀀꀁ\n1️⃣ꀀꀂ"), marked: "ꀀꀂ"),
        Case(
            id: "lexicon.not-transliterated", severity: .warning,
            source: TransliterationTests.list("transliteration iii-Latn", "1️⃣ꀃ"), marked: "ꀃ"),
        Case(
            id: "lexicon.no-headword-column", source: header("columns", "columns 1️⃣vi en"), marked: "vi"),
        Case(
            id: "lexicon.missing-entries", source: head + columns + "1️⃣êa\tnước\n", marked: "êa\tnước",
            fixed: list("êa\tnước")),
        Case(
            id: "lexicon.no-entries", severity: .warning, source: list("# none yet") + "1️⃣", marked: ""),
        Case(
            id: "lexicon.too-many-languages",
            source: "1️⃣"
                + header(
                    "columns",
                    "columns headword " + (100..<301).map { "vi-\($0)" }.joined(separator: " ")),
            marked: ""),
    ]

    static let entries: [Case] = [
        Case(
            id: "lexicon.no-headword", source: list("1️⃣\tnước\twater"), marked: "\tnước\twater"),
        Case(
            id: "lexicon.too-many-fields", source: list("êa\tnước\twater\t\t\t\t\t\t\t\t\t1️⃣y\tz"),
            marked: "y\tz"),
        Case(
            id: "lexicon.spaces-for-tab", source: list("êa1️⃣   nước  water"), marked: "   ",
            fixed: list("êa\tnước\twater")),
        Case(
            id: "lexicon.spaces-for-tab", severity: .warning, source: list("êa\tnước1️⃣  water"), marked: "  ",
            fixed: list("êa\tnước\twater")),
        Case(
            id: "lexicon.spaces-for-tab", source: list("1️⃣êa;nước;water\nanak;con"), marked: "êa;nước;water",
            fixed: list("êa\tnước\twater\nanak\tcon")),
        Case(
            id: "lexicon.spreadsheet-quotes", severity: .warning,
            source: list("1️⃣\"asâo\"\t\"con chó, \"\"cún\"\"\"\tdog"), marked: "\"asâo\"",
            fixed: list("asâo\tcon chó, \"cún\"\tdog")),
        Case(
            id: "lexicon.spreadsheet-quotes", severity: .warning, source: list("asâo\t1️⃣\"chó\"\tdog"),
            marked: "\"chó\"", fixed: list("asâo\tchó\tdog")),
        Case(
            id: "lexicon.hash-in-entry", severity: .warning, source: list("êa\tnước 1️⃣# to be checked"),
            marked: "#"),
        Case(
            id: "lexicon.too-long",
            source: list("êa\tnước\twater\tabvd\t1\t1️⃣" + String(repeating: "n", count: 1024)),
            marked: String(repeating: "n", count: 1024)),
        Case(
            id: "lexicon.empty-gloss", severity: .warning, source: list("klei\t1️⃣dây ; ; thừng"),
            marked: "dây ; ; thừng"),
        Case(
            id: "lexicon.no-gloss", severity: .warning, source: list("1️⃣êa\t\t\tabvd"), marked: "êa"),
        Case(
            id: "lexicon.sense-count", severity: .warning, source: list("klei\tdây | chuyện\t1️⃣rope"),
            marked: "rope", noted: "dây | chuyện"),
        Case(
            id: "lexicon.bad-homograph", source: list("êa\tnước\t\t\t\t\t\t1️⃣one"), marked: "one"),
        Case(
            id: "lexicon.repeated-homograph", severity: .warning,
            source: list("klei\tdây\t\t\t\t\t\t1\nklei\tđào\t\t\t\t\t\t1️⃣1"), marked: "1", noted: "1"),
        Case(
            id: "lexicon.repeated-entry", severity: .warning, source: list("êa\tnước\n1️⃣êa\tnước"),
            marked: "êa", noted: "êa"),
        Case(
            id: "lexicon.repeated-sense", severity: .warning, source: list("êa\tnước ; 1️⃣nước"),
            marked: "nước", noted: "nước"),
        Case(
            id: "lexicon.repeated-sense", severity: .warning, source: list("êa\tnước | 1️⃣nước"),
            marked: "nước", noted: "nước"),
        Case(
            id: "lexicon.bad-method", source: list("êa\tnước\t\t\t\t\t1️⃣directly"), marked: "directly",
            fixed: list("êa\tnước\t\t\t\t\tdirect")),
        Case(
            id: "lexicon.unknown-source", source: list("êa\tnước\twater\t1️⃣abdv"), marked: "abdv",
            fixed: list("êa\tnước\twater\tabvd")),
        Case(
            id: "lexicon.unknown-source", source: list("êa\tnước\twater\t1️⃣xyz\nala\trắn\tsnake\txyz"),
            marked: "xyz"),
        Case(
            id: "lexicon.translation-without-example", severity: .warning,
            source: list("êa\tnước\t\t\t\t\t\t\t\t\t1️⃣uống nước"), marked: "uống nước"),
        Case(
            id: "lexicon.foreign-letter", severity: .warning, source: list("1️⃣ка\tnước"), marked: "ка"),
        Case(
            id: "lexicon.stand-in-letter", severity: .warning, source: list("al1️⃣ǎ\tmắt"), marked: "ǎ",
            fixed: list("ală\tmắt")),
        Case(
            id: "lexicon.stand-in-letter", severity: .warning, source: list("êr1️⃣ũm\tkim"), marked: "ũ",
            fixed: list("êrŭm\tkim")),
        // Loans from Vietnamese are asked about, not fixed.
        Case(
            id: "lexicon.stand-in-letter", severity: .warning, source: list("l1️⃣ễ\tlễ"), marked: "ễ",
            fixed: list("lê̆\tlễ")),
        Case(
            id: "lexicon.stand-in-letter", severity: .warning,
            source: list("mă 1️⃣đã\tđã".replacing("1️⃣đ", with: "đ1️⃣")),
            marked: "ã", fixed: list("mă đă\tđã")),
        Case(
            id: "lexicon.stand-in-letter", severity: .warning, source: list("1️⃣ɓŭk\ttóc"), marked: "ɓ",
            fixed: list("ƀŭk\ttóc")),
        Case(
            id: "lexicon.stray-mark", severity: .warning, source: list("1️⃣jih \u{306}\tbiết"),
            marked: "jih \u{306}", fixed: list("jĭh\tbiết")),
        Case(
            id: "lexicon.stray-mark", severity: .warning, source: list("1️⃣jơ \u{306}ng\tchân"),
            marked: "jơ \u{306}ng", fixed: list("jơ\u{306}ng\tchân")),
        Case(
            id: "lexicon.stand-in-letter", severity: .warning, source: list("1️⃣’bŭk\ttóc"), marked: "’b",
            fixed: list("ƀŭk\ttóc")),
        Case(
            id: "lexicon.outside-alphabet", severity: .warning,
            source: header("columns", "alphabet a ă l ng\ncolumns headword vi").replacingFirst(
                "êa", "Al1️⃣ã-nga"), marked: "ã",
            fixed: header("columns", "alphabet a ă l ng\ncolumns headword vi").replacingFirst("êa", "Ală-nga")
        ),
        Case(
            id: "lexicon.outside-alphabet", severity: .warning,
            source: header("columns", "alphabet a ê ô ô̆\ncolumns headword vi").replacingFirst("êa", "ô̆1️⃣ka"),
            marked: "k"),
        Case(
            id: "lexicon.mixed-spelling", severity: .warning,
            source: list("'bok\tông\n'blŏk\tlật\n1️⃣ƀơ\tlàm").replacingFirst("language rad", "language bdq"),
            marked: "ƀơ"),
        Case(
            id: "lexicon.bad-weight",
            source: header("columns", "columns headword vi weight").replacingFirst(
                "êa\tnước", "êa\tnước\t1️⃣256"),
            marked: "256"),
        Case(
            id: "lexicon.missing-file", severity: .warning,
            source: header("columns", "columns headword vi audio picture").replacingFirst(
                "êa\tnước", "êa\tnước\t1️⃣sounds/ea.wav ; here.wav ; https://example.org/ea.ogg\there.png"),
            marked: "sounds/ea.wav"),
        Case(
            id: "lexicon.missing-file", severity: .warning,
            source: header("columns", "columns headword vi audio picture").replacingFirst(
                "êa\tnước", "êa\tnước\t\t1️⃣C:\\ea.png"), marked: "C:\\ea.png"),
        Case(
            id: "lexicon.broken-reference", severity: .warning,
            source: header("columns", "columns headword vi related").replacingFirst(
                "êa\tnước", "krông\tsông\nêa\tnước\tkrông ; krông 2 ; 1️⃣krong"),
            marked: "krong",
            fixed: header("columns", "columns headword vi related").replacingFirst(
                "êa\tnước", "krông\tsông\nêa\tnước\tkrông ; krông 2 ; krông")),
    ]

    static let markerCases: [Case] = [
        Case(
            id: "lexicon.unknown-marker", severity: .warning,
            source: markers("\\lx êa\n\\ge water\n\\1️⃣xref 1\n\\xref 2"),
            marked: "xref"),
        Case(
            id: "lexicon.unknown-marker", severity: .warning, source: markers("\\lx êa\n\\1️⃣GE water"),
            marked: "GE",
            fixed: markers("\\lx êa\n\\ge water")),
        Case(
            id: "lexicon.unknown-marker", severity: .warning, source: markers("\\lx êa\n\\ge water\n\\1️⃣pd x"),
            marked: "pd"),
        Case(
            id: "lexicon.bad-weight", source: markers("\\lx êa\n\\fr 1️⃣often\n\\ge water"), marked: "often"),
        Case(
            id: "lexicon.bad-script", source: markers("\\lx êa\n\\ge water\n\\scr 1️⃣Chamic ꨀ"),
            marked: "Chamic"),
        Case(
            id: "lexicon.broken-reference", severity: .warning,
            source: markers("\\lx êa\n\\ge water\n\\cf êa\n\\cf 1️⃣krông"), marked: "krông"),
        Case(
            id: "lexicon.no-marker", source: "1️⃣words\n" + markers("\\lx êa\n\\ge water"), marked: "words"),
        Case(
            id: "lexicon.field-before-entry", source: markers("1️⃣\\ge water\n\\lx êa\n\\ge water"),
            marked: "\\ge water"),
        Case(
            id: "lexicon.no-headword", source: markers("\\lx êa\n\\ge water\n1️⃣\\lx\n\\ge fire"),
            marked: "\\lx"),
        Case(
            id: "lexicon.no-regional-language", severity: .warning,
            source: markers("\\lx êa\n\\ge water\n\\1️⃣gr eau"),
            marked: "gr"),
        Case(
            id: "lexicon.translation-without-example", severity: .warning,
            source: markers("\\lx êa\n\\ge water\n1️⃣\\xe drink water"), marked: "\\xe drink water"),
        Case(
            id: "lexicon.repeated-field", severity: .warning,
            source: markers("\\lx êa\n\\ge water\n\\ph ea\n1️⃣\\ph ja"),
            marked: "\\ph ja"),
        Case(
            id: "lexicon.misplaced-keyword", source: markers("\\lx êa\n\\ge water\n1️⃣\\_version 2"),
            marked: "\\_version 2"),
        Case(
            id: "lexicon.misplaced-keyword", source: markers("\\_1️⃣columns vi en\n\\lx êa\n\\ge water"),
            marked: "columns"),
        Case(
            id: "lexicon.unknown-keyword", source: markers("\\_1️⃣natoinal vi\n\\lx êa\n\\ge water"),
            marked: "natoinal",
            fixed: markers("\\_national vi\n\\lx êa\n\\ge water")),
        Case(
            id: "lexicon.empty-gloss", severity: .warning, source: markers("\\lx êa\n\\ge water\n1️⃣\\gn"),
            marked: "\\gn"),
        Case(
            id: "lexicon.unknown-source", source: markers("\\lx êa\n\\ge water\n\\so 1️⃣abv 12"), marked: "abv",
            fixed: markers("\\lx êa\n\\ge water\n\\so abvd 12")),
        Case(
            id: "lexicon.bad-homograph", source: markers("\\lx êa\n\\hm 1️⃣0\n\\ge water"), marked: "0"),
    ]

    static let cases = text + headers + entries + markerCases

    @Test(arguments: cases)
    func `It is reported once, at its place, and the fix-it fixes it`(_ example: Case) throws {
        let source = try example.markedSource()
        let (bytes, diagnostics) = LexiconCompiler.compile(
            source.text, exists: { $0.hasPrefix("here") }, transform: TransliterationTests.transform)
        let diagnostic = try source.expect(
            diagnostics, id: example.id, severity: example.severity, marked: example.marked,
            fixed: example.fixed)
        #expect((bytes == nil) == (example.severity == .error))
        #expect(diagnostic.notes.first.map { source.text.text($0.range) } == example.noted)
        guard example.fixed != nil, let fixIt = diagnostic.fixIts.first else { return }
        #expect(LexiconCompiler.compile(source.text.applying(fixIt)).diagnostics.isEmpty)
    }

    /// The same with other line ends, a byte-order mark and no line feed at the end.
    @Test(arguments: cases.filter { $0.fixed != nil }) func `Fixing keeps what it does not fix`(
        _ example: Case
    ) throws {
        let source = try example.markedSource().text
        func diagnose(_ text: SourceText) -> [Diagnostic] { LexiconCompiler.compile(text).diagnostics }
        let fixed = Fixing(source, diagnose: diagnose)
        let isObvious = diagnose(source).first?.fixIts.first?.isObvious ?? false
        #expect(fixed.changes.isEmpty == !isObvious)
        #expect(fixed.diagnostics.isEmpty == isObvious)
        #expect(Fixing(fixed.text, diagnose: diagnose).changes.isEmpty)
        func other(_ text: String) -> String {
            "\u{FEFF}" + text.replacing("\n", with: "\r\n") + "# the end \t "
        }
        // Markers have no comments.
        guard source.path.hasSuffix(".lexicon") else { return }
        let before = SourceText(path: source.path, other(source.text(0..<Int.max)))
        let after = other(fixed.text.text(0..<Int.max))
        #expect(Fixing(before, diagnose: diagnose).text.bytes == Array(after.utf8))
    }

    @Test func `Bytes that are not UTF-8 are reported once`() throws {
        let head = Array(Self.list("").dropLast().utf8)
        let source = SourceText(
            path: "a.lexicon", bytes: head + [0xEA, 0x61, 0x09, 0x78, 0x0A, 0x62, 0x09, 0xFF, 0x0A])
        let (bytes, diagnostics) = LexiconCompiler.compile(source)
        #expect(bytes == nil)
        #expect(diagnostics.map(\.id) == ["lexicon.ill-formed-text"])
        #expect(diagnostics.map(\.range) == [head.count..<(head.count + 1)])
    }

    @Test func `A source can be too large`() {
        let source = SourceText(path: "a.lexicon", Self.list("êa\tnước"))
        let (bytes, diagnostics) = LexiconCompiler.compile(source, sizeLimit: 1)
        #expect(bytes == nil)
        #expect(diagnostics.map(\.id) == ["lexicon.too-large"])
        #expect(LexiconCompiler.compile(source, sizeLimit: source.bytes.count).bytes != nil)
    }

    @Test func `The first ten thousand of one kind are shown, and the others counted`() {
        let source = SourceText(
            path: "a.lexicon",
            Self.list((0..<10_050).map { "alǎ\($0)\tmắt" }.joined(separator: "\n")))
        let (bytes, diagnostics) = LexiconCompiler.compile(source)
        #expect(bytes != nil)
        #expect(diagnostics.count == 10_001)
        #expect(diagnostics.map(\.count).reduce(0, +) == 10_050)
        #expect(diagnostics.last?.position.line == 10_059)
        #expect(diagnostics.last?.wording.vietnamese.hasPrefix("còn 50 chỗ") == true)
    }

    @Test func `Columns that an entry ran into lose no letter of it`() {
        let source = SourceText(
            path: "a.lexicon",
            """
            lexicon 1
            language rad
            script Latn
            title Klei Êđê
            licence CC0-1.0
            source abvd A list
            columns headword vi noteào\tchào
            entries
            êa\tnước
            """)
        let fixing = Fixing(source) { LexiconCompiler.compile($0).diagnostics }
        #expect(fixing.text.bytes == source.bytes)
        #expect(fixing.diagnostics.contains { $0.id == "lexicon.unknown-column" })
    }

    @Test func `Ten mistakes are reported in one run, in the order of the source`() {
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
