import Conversion
import TestSupport
import Testing

@testable import Document

/// The text of a `.docx`.
struct WordTests {
    typealias Sample = SampleArchive

    @Test(arguments: [
        ("TiÕng ViÖt", ".VnTime", "Tiếng Việt", "Times New Roman"),
        ("®éc lËp", ".VnArial", "độc lập", "Arial"),
        ("b¸o c¸o quý", ".VnTimeH", "BÁO CÁO QUÝ", "Times New Roman"),
        ("Tieáng Vieät", "VNI-Times", "Tiếng Việt", "Times New Roman"),
        ("ÑOÄC LAÄP", "VNI-Helve", "ĐỘC LẬP", "Arial"),
        ("pôlei kheêi", "VNI-Times", "pơlei khĕi", "Times New Roman"),
        ("Ti\u{AA}ng Vi\u{AE}t", "VI Times", "Tiếng Việt", "Times New Roman"),
        ("a &amp; &lt;b&gt; ViÖt", ".VnTime", "a &amp; &lt;b&gt; Việt", "Times New Roman"),
        ("Vi&#xD6;t", ".VnTime", "Việt", "Times New Roman"),
        ("\"a\" 'ViÖt'", ".VnTime", "\"a\" 'Việt'", "Times New Roman"),
        ("<![CDATA[ViÖt <]]>", ".VnTime", "Việt &lt;", "Times New Roman"),
        // What Word made of the quotation marks and dashes of Windows are bytes too.
        ("“mµ” – ViÖt…", ".VnTime", "“mà” – Việt…", "Times New Roman"),
        ("\u{201C}", "VI Times", "Ộ", "Times New Roman"), ("ViÖt", "Calibri", "ViÖt", "Calibri"),
    ])
    func `The font of a run decides`(_ text: String, _ font: String, _ wanted: String, _ replacement: String)
        throws
    {
        let file = Sample.word("<w:p>\(Sample.run(text, font))</w:p>")
        #expect(try Converted(file).body() == "<w:p>\(Sample.run(wanted, replacement))</w:p>")
    }

    /// Runs of one paragraph as they are and as they shall be; a font in brackets before each.
    @Test(arguments: [
        // Half of a word is bold: the mark goes to its vowel.
        ("[VNI-Times]Vie|[VNI-Times]ät", "[Times New Roman]Việ|[Times New Roman]t"),
        ("[VNI-Times]o|[VNI-Helve]ä|[VNI-Times]c", "[Times New Roman]ộ|[Arial]|[Times New Roman]c"),
        (
            "[VNI-Times]ñoâ|[VNI-Times]Ê|[VNI-Times]k",
            "[Times New Roman]đô̆|[Times New Roman]|[Times New Roman]k"
        ),
        // Another font between them is another text.
        ("[VNI-Times]o|[Arial]x|[VNI-Times]äc", "[Times New Roman]o|[Arial]x|[Times New Roman]äc"),
        ("[VNI-Times]o|[.VnTime]ä", "[Times New Roman]o|[Times New Roman]ọ"),
        ("[.VnTimeH]viÖ|[.VnTime]t", "[Times New Roman]VIỆ|[Times New Roman]t"),
        ("[Arial]quê|[VNI-Times]nhaø", "[Arial]quê|[Times New Roman]nhà"),
    ])
    func `A letter may be split over runs`(_ before: String, _ after: String) throws {
        func paragraph(_ runs: String) -> String {
            let runs = runs.split(separator: "|").map { run in
                let parts = run.dropFirst().split(
                    separator: "]", maxSplits: 1, omittingEmptySubsequences: false)
                return Sample.run(String(parts[1]), String(parts[0]))
            }
            return "<w:p>\(runs.joined())</w:p>"
        }
        #expect(try Converted(Sample.word(paragraph(before))).body() == paragraph(after))
    }

    @Test(arguments: [
        "<w:tab/>", "<w:br/>", "<w:footnoteReference w:id=\"2\"/>", "<w:fldChar w:fldCharType=\"end\"/>",
    ])
    func `What stands between two letters keeps them apart`(_ element: String) throws {
        let font = "<w:rFonts w:hAnsi=\"VNI-Times\"/>"
        func paragraph(_ font: String) -> String {
            "<w:p><w:r><w:rPr>\(font)</w:rPr><w:t>o</w:t>\(element)<w:t>ä</w:t></w:r></w:p>"
        }
        let body = try Converted(Sample.word(paragraph(font))).body()
        #expect(body == paragraph("<w:rFonts w:hAnsi=\"Times New Roman\"/>"))
    }

    @Test func `Bookmarks and spelling marks do not keep letters apart, tracked changes do`() throws {
        func paragraph(_ middle: String, _ font: String, _ texts: [String]) -> String {
            let runs = texts.map { Sample.run($0, font) }
            return "<w:p>\(runs[0])\(middle.replacing("*", with: runs[1]))</w:p>"
        }
        for (middle, wanted) in [
            ("<w:bookmarkStart w:id=\"1\"/><w:proofErr w:type=\"spellEnd\"/>*", ["ộ", "c"]),
            ("<w:hyperlink>*</w:hyperlink>", ["ộ", "c"]), ("<w:ins w:id=\"1\">*</w:ins>", ["o", "äc"]),
        ] {
            let file = Sample.word(paragraph(middle, "VNI-Times", ["o", "äc"]))
            let body = try Converted(file).body()
            #expect(body == paragraph(middle, "Times New Roman", wanted))
        }
    }

    @Test func `Text that begins with a blank after a letter has gone keeps the blank`() throws {
        let file = Sample.word(
            "<w:p>\(Sample.run("tö", "VNI-Times"))\(Sample.run("ï do", "VNI-Times"))</w:p>")
        let body = try Converted(file).body()
        #expect(body.contains("<w:t>tự</w:t>"))
        #expect(body.contains("<w:t xml:space=\"preserve\"> do</w:t>"))
    }

    @Test(arguments: [
        // The run's style, its paragraph's, that of the table, the defaults; each is stronger than the next.
        ("<w:rPr><w:rStyle w:val=\"vni\"/></w:rPr>", "", "", "oä", "ộ"),
        ("<w:rPr><w:rStyle w:val=\"based\"/></w:rPr>", "", "", "oä", "ộ"),
        ("", "<w:pPr><w:pStyle w:val=\"abc\"/></w:pPr>", "", "ViÖt", "Việt"),
        ("", "<w:pPr><w:pStyle w:val=\"abc\"/></w:pPr>", "vni-table", "ViÖt", "Việt"),
        ("", "<w:pPr><w:pStyle w:val=\"none\"/></w:pPr>", "vni-table", "oä", "ộ"),
        ("", "<w:pPr><w:pStyle w:val=\"none\"/></w:pPr>", "", "ViÖt", "Việt"), ("", "", "", "oä", "ộ"),
        ("<w:rPr><w:rFonts w:hAnsi=\"Arial\"/></w:rPr>", "", "", "oä", "oä"),
        ("<w:rPr><w:rFonts w:hAnsiTheme=\"majorHAnsi\"/></w:rPr>", "", "", "oä", "oä"),
        ("<w:rPr><w:rFonts w:hAnsiTheme=\"minorHAnsi\"/></w:rPr>", "", "", "b¸o", "báo"),
        // The former look in a tracked change of the look does not count.
        (
            "<w:rPr><w:rPrChange><w:rPr><w:rFonts w:hAnsi=\"Arial\"/></w:rPr></w:rPrChange></w:rPr>", "", "",
            "oä", "ộ"
        ),
    ])
    func `Fonts come from styles, the theme and the defaults`(
        _ run: String, _ paragraph: String, _ table: String, _ text: String, _ wanted: String
    ) throws {
        let styles = """
            <w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:hAnsiTheme="minorHAnsi"/></w:rPr></w:rPrDefault></w:docDefaults>
            """
            + [
                Sample.style("vni", "character", "w:hAnsi=\"VNI-Times\""),
                Sample.style("based", "character", "w:cs=\"Arial\"", base: "vni"),
                Sample.style("normal", "paragraph", "w:hAnsi=\"VNI-Times\"", more: " w:default=\"1\""),
                Sample.style("abc", "paragraph", "w:hAnsi=\".VnTime\" w:ascii=\".VnTime\""),
                Sample.style("none", "paragraph", "", base: "none"),
                Sample.style("vni-table", "table", "w:hAnsi=\"VNI-Helve\""),
            ].joined()
        let theme = """
            <a:theme><a:majorFont><a:latin typeface="Arial"/></a:majorFont>\
            <a:minorFont><a:latin typeface=".VnTime"/></a:minorFont></a:theme>
            """
        var body = "<w:p>\(paragraph)<w:r>\(run)<w:t>\(text)</w:t></w:r></w:p>"
        if !table.isEmpty {
            body =
                "<w:tbl><w:tblPr><w:tblStyle w:val=\"\(table)\"/></w:tblPr><w:tr><w:tc>\(body)</w:tc></w:tr></w:tbl>"
        }
        let file = Sample.word(body, styles: styles, more: [("word/theme/theme1.xml", theme)])
        let converted = try Converted(file)
        #expect(try converted.body().contains("<w:t>\(wanted)</w:t>"))
        // Whatever text is typed into them from now on is Unicode.
        #expect(try !converted.part("word/styles.xml").contains("VNI-"))
        #expect(try !converted.part("word/styles.xml").contains(".Vn"))
        let latin = "<a:minorFont><a:latin typeface=\"Times New Roman\"/></a:minorFont>"
        #expect(try converted.part("word/theme/theme1.xml").contains(latin))
    }

    @Test(arguments: [
        ("word/header1.xml", "w:hdr"), ("word/footer1.xml", "w:ftr"), ("word/footnotes.xml", "w:footnotes"),
        ("word/endnotes.xml", "w:endnotes"), ("word/comments.xml", "w:comments"),
    ])
    func `Headers, notes and comments are text too`(_ name: String, _ root: String) throws {
        let text = "<\(root)><w:p>\(Sample.run("ViÖt", ".VnTime"))</w:p></\(root)>"
        let converted = try Converted(Sample.word("", more: [(name, text)]))
        #expect(try converted.part(name).contains("<w:p>\(Sample.run("Việt", "Times New Roman"))</w:p>"))
    }

    @Test func `A text box in a run is a text of its own`() throws {
        func paragraph(_ font: String, _ texts: [String]) -> String {
            """
            <w:p><w:r><w:rPr><w:rFonts w:hAnsi="\(font)"/></w:rPr><w:t>\(texts[0])</w:t><w:drawing><w:txbxContent><w:p>\
            \(Sample.run(texts[1], "Arial"))</w:p></w:txbxContent></w:drawing><w:t>\(texts[2])</w:t></w:r></w:p>
            """
        }
        let body = try Converted(Sample.word(paragraph("VNI-Times", ["o", "ä", "oä"]))).body()
        #expect(body == paragraph("Times New Roman", ["o", "ä", "ộ"]))
    }

    @Test func `Deleted text is converted, codes of fields are not`() throws {
        func paragraph(_ font: String, _ text: String) -> String {
            let look = "<w:rPr><w:rFonts w:hAnsi=\"\(font)\"/></w:rPr>"
            return """
                <w:p><w:del><w:r>\(look)<w:delText>\(text)</w:delText></w:r></w:del>\
                <w:r>\(look)<w:instrText>TOC ä</w:instrText></w:r></w:p>
                """
        }
        let body = try Converted(Sample.word(paragraph("VNI-Times", "oä"))).body()
        #expect(body == paragraph("Times New Roman", "ộ"))
    }

    @Test func `Numbering has text of its own`() throws {
        func numbering(_ text: String, _ font: String) -> String {
            """
            <w:numbering><w:abstractNum><w:lvl><w:lvlText w:val="\(text) %1."/><w:rPr><w:rFonts w:hAnsi="\(font)"/></w:rPr>\
            </w:lvl></w:abstractNum></w:numbering>
            """
        }
        let file = Sample.word("", more: [("word/numbering.xml", numbering("§iÒu", ".VnTime"))])
        let part = try Converted(file).part("word/numbering.xml")
        let wanted = numbering("Điều", "Times New Roman").dropFirst("<w:numbering".count)
        #expect(part.hasSuffix(wanted.drop { $0 != "<" }))
    }

    @Test func `Characters without a byte in the encoding stay, and are reported`() throws {
        let body = "<w:p>\(Sample.run("ok"))</w:p><w:p>\(Sample.run("→ ViÖt ệ Δ", ".VnTime"))</w:p>"
        let converted = try Converted(Sample.word(body))
        #expect(try converted.body().contains("<w:t>→ Việt ệ Δ</w:t>"))
        #expect(
            converted.report.left == [
                DocumentReport.Left(
                    kind: .character, count: 3, text: "→", part: "word/document.xml", place: .paragraph(2))
            ])
    }

    @Test func `Only the chosen encodings are converted, into the chosen font`() throws {
        let file = Sample.word("<w:p>\(Sample.run("ViÖt", ".VnTime"))\(Sample.run("oä", "VNI-Times"))</w:p>")
        let converted = try Converted(file, DocumentConverter(encodings: [.tcvn3], font: "Noto & Serif"))
        let body = "<w:p>\(Sample.run("Việt", "Noto &amp; Serif"))\(Sample.run("oä", "VNI-Times"))</w:p>"
        #expect(try converted.body() == body)
        #expect(
            converted.report.rows == [
                DocumentReport.Row(font: ".VnTime", encoding: .tcvn3, replacement: "Noto & Serif", runs: 1),
                DocumentReport.Row(font: "VNI-Times", encoding: nil, replacement: nil, runs: 1),
            ])
        #expect(converted.report.converted == 1)
    }
}
