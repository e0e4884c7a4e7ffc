import Conversion
import TestSupport
import Testing

@testable import Document

/// Elements of a `.docx` that stand for a character, or that stand between characters.
struct WordElementTests {
    typealias Sample = SampleArchive
    typealias Left = DocumentReport.Left

    /// A run with what is in it, and its font.
    private static func run(_ content: String, _ font: String) -> String {
        "<w:r><w:rPr><w:rFonts w:hAnsi=\"\(font)\"/></w:rPr>\(content)</w:r>"
    }

    private static func left(_ report: DocumentReport) -> [Left.Kind: Int] {
        Dictionary(report.left.map { ($0.kind, $0.count) }) { $0 + $1 }
    }

    @Test(arguments: [
        // The byte 0xAD is ư in TCVN3 and ớ in VISCII; in VNI it is a soft hyphen, and shows nothing.
        (".VnTime", "<w:t>5 ®</w:t><w:softHyphen/><w:t>a</w:t>", "<w:t>5 đ</w:t><w:t>ư</w:t><w:t>a</w:t>"),
        (".VnTimeH", "<w:t>®</w:t><w:softHyphen/><w:t>a</w:t>", "<w:t>Đ</w:t><w:t>Ư</w:t><w:t>A</w:t>"),
        ("VI Times", "<w:softHyphen></w:softHyphen>", "<w:t>ế</w:t>".replacing("ế", with: viscii(0xAD))),
        ("VNI-Times", "<w:t>o</w:t><w:softHyphen/><w:t>äc</w:t>", "<w:t>ộ</w:t><w:softHyphen/><w:t>c</w:t>"),
        ("Times New Roman", "<w:t>a</w:t><w:softHyphen/>", "<w:t>a</w:t><w:softHyphen/>"),
        // A hyphen that does not break the line is the same in all fonts.
        (".VnTime", "<w:t>®</w:t><w:noBreakHyphen/>", "<w:t>đ</w:t><w:noBreakHyphen/>"),
        // Symbols, by the font that they name.
        ("Arial", "<w:sym w:font=\".VnTime\" w:char=\"F0D6\"/>", "<w:t>ệ</w:t>"),
        ("Arial", "<w:sym w:font=\".VnTimeH\" w:char=\"00D6\"></w:sym>", "<w:t>Ệ</w:t>"),
        ("VNI-Times", "<w:t>o</w:t><w:sym w:font=\"VNI-Times\" w:char=\"F0E4\"/>", "<w:t>ộ</w:t>"),
        (
            ".VnTime", "<w:sym w:font=\"Symbol\" w:char=\"F0B7\"/>",
            "<w:sym w:font=\"Symbol\" w:char=\"F0B7\"/>"
        ),
        // Characters for private use, which Word has for bytes of fonts it takes for symbols.
        (".VnTime", "<w:t>Vi\u{F0D6}t</w:t>", "<w:t>Việt</w:t>"),
        ("VNI-Times", "<w:t>\u{F06F}\u{F0E4}</w:t>", "<w:t>ộ</w:t>"),
    ])
    func `Elements and characters that stand for a byte are letters`(
        _ font: String, _ before: String, _ after: String
    ) throws {
        let converted = try Converted(Sample.word("<w:p>\(Self.run(before, font))</w:p>"))
        let now = LegacyFont(name: font)?.replacement ?? font
        #expect(try converted.body() == "<w:p>\(Self.run(after, now))</w:p>")
        #expect(converted.report.left.isEmpty)
    }

    private static func viscii(_ byte: UInt8) -> String {
        var decoder = TextEncoding.viscii.decoder()
        return String(decoding: decoder.convertAll([byte]), as: UTF8.self)
    }

    @Test(arguments: [
        // No byte of the encoding; and a run that shows no letters.
        ("Arial", "<w:sym w:font=\".VnTime\" w:char=\"F0FF0\"/>"), ("Arial", "<w:sym w:font=\".VnTime\"/>"),
        ("Wingdings", "<w:sym w:font=\".VnTime\" w:char=\"F0D6\"/>"),
        ("Arial", "<w:sym w:font=\".VnTime\" w:char=\"2192\"/>"),
    ])
    func `A symbol that cannot be a letter keeps its font, and is counted`(_ font: String, _ symbol: String)
        throws
    {
        let body = "<w:p>\(Self.run(symbol, font))</w:p>"
        let converted = try Converted(Sample.word(body))
        #expect(try converted.body() == body)
        #expect(Self.left(converted.report) == [.character: 1])
    }

    @Test func `A soft hyphen in deleted text is deleted text`() throws {
        func paragraph(_ content: String, _ font: String) -> String {
            "<w:p><w:del>\(Self.run("<w:delText>®</w:delText>\(content)", font))</w:del></w:p>"
        }
        let converted = try Converted(Sample.word(paragraph("<w:softHyphen/>", ".VnTime")))
        let wanted = paragraph("<w:delText>ư</w:delText>", "Times New Roman").replacing("®", with: "đ")
        #expect(try converted.body() == wanted)
    }

    @Test func `A character for private use without a meaning keeps its font`() throws {
        let body = "<w:p>\(Self.run("<w:t>a \u{F081}ViÖt</w:t>", ".VnTime"))</w:p>"
        let converted = try Converted(Sample.word(body))
        let text =
            "<w:t xml:space=\"preserve\">a </w:t><w:sym w:font=\".VnTime\" w:char=\"F081\"/><w:t xml:space=\"preserve\">Việt</w:t>"
        #expect(try converted.body() == "<w:p>\(Self.run(text, "Times New Roman"))</w:p>")
        #expect(Self.left(converted.report) == [.character: 1])
        // What stays is left alone when the document is converted again.
        #expect(try Converted(converted.bytes).body() == converted.body())
    }

    @Test(arguments: [
        // What shows nothing joins: a comment, two tracked changes of one kind.
        ("1<w:commentRangeEnd/>[<w:commentReference w:id=\"1\"/>]2", "ộ", "c", 0),
        ("<w:ins w:id=\"1\">1</w:ins><w:ins w:id=\"2\">2</w:ins>", "ộ", "c", 0),
        ("<w:del>1</w:del>\n<w:bookmarkStart/><w:del>2</w:del>", "ộ", "c", 0),
        // What a reader may accept or reject does not, nor does what shows something.
        ("1<w:ins>2</w:ins>", "o", "äc", 1), ("1<w:del>2</w:del>", "o", "äc", 1),
        ("<w:del>1</w:del><w:ins>2</w:ins>", "o", "äc", 1),
        ("<w:moveFrom>1</w:moveFrom><w:moveTo>2</w:moveTo>", "o", "äc", 1),
        ("<w:ins>1</w:ins>[<w:t>x</w:t>]<w:ins>2</w:ins>", "o", "äc", 1),
        ("1[<w:tab/>]2", "o", "äc", 1), ("1[<w:br/>]2", "o", "äc", 1), ("1[<w:cr/>]2", "o", "äc", 1),
        ("1[<w:noBreakHyphen/>]2", "o", "äc", 1), ("1[<w:footnoteReference w:id=\"2\"/>]2", "o", "äc", 1),
        ("1<w:fldSimple w:instr=\"PAGE\">2</w:fldSimple>", "o", "äc", 1),
        (
            "1<mc:AlternateContent><mc:Choice>2</mc:Choice><mc:Fallback>2</mc:Fallback></mc:AlternateContent>",
            "o", "äc", 2
        ),
    ])
    func `A letter in two pieces is joined where that is right, or counted`(
        _ form: String, _ first: String, _ second: String, _ count: Int
    ) throws {
        func paragraph(_ font: String, _ texts: [String]) -> String {
            let inner = form.replacing("[", with: "<w:r><w:rPr><w:rFonts w:hAnsi=\"\(font)\"/></w:rPr>")
                .replacing("]", with: "</w:r>")
            let text = Sample.run(texts[0], font)
            let other = Sample.run(texts[1], font)
            var result = ""
            var last: Character = " "
            for character in inner {
                // Attributes have numbers too.
                result +=
                    last == "\""
                    ? String(character)
                    : character == "1" ? text : character == "2" ? other : String(character)
                last = character
            }
            return "<w:p>\(result)</w:p>"
        }
        let converted = try Converted(Sample.word(paragraph("VNI-Times", ["o", "äc"])))
        #expect(try converted.body() == paragraph("Times New Roman", [first, second]))
        #expect(Self.left(converted.report) == (count == 0 ? [:] : [.mark: count]))
    }

    @Test func `Codes of fields keep their text and their font`() throws {
        // A font of the run itself; one of its style, its paragraph's; a run without a look.
        let styles = [
            Sample.style("vni", "character", "w:hAnsi=\"VNI-Times\""),
            Sample.style("abc", "paragraph", "w:hAnsi=\".VnTime\""),
        ].joined()
        let own = "w:ascii=\"VNI-Times\" w:hAnsi=\"VNI-Times\" w:cs=\"VNI-Times\""
        let code = "<w:instrText>REF Vieät</w:instrText>"
        for (before, after) in [
            (Self.run(code, "VNI-Times"), Self.run(code, "VNI-Times")),
            (
                "<w:r><w:rPr><w:rStyle w:val=\"vni\"/><w:b/></w:rPr>\(code)</w:r>",
                "<w:r><w:rPr><w:rStyle w:val=\"vni\"/><w:rFonts \(own)/><w:b/></w:rPr>\(code)</w:r>"
            ),
            (
                "<w:r><w:rPr><w:rStyle w:val=\"vni\"></w:rStyle></w:rPr>\(code)</w:r>",
                "<w:r><w:rPr><w:rStyle w:val=\"vni\"></w:rStyle><w:rFonts \(own)/></w:rPr>\(code)</w:r>"
            ),
            (
                "<w:r><w:rPr/><w:instrText>REF ViÖt</w:instrText></w:r>",
                "<w:r><w:rPr><w:rFonts \(own.replacing("VNI-Times", with: ".VnTime"))/></w:rPr><w:instrText>REF ViÖt</w:instrText></w:r>"
            ),
            (
                "<w:r><w:instrText>REF ViÖt</w:instrText></w:r>",
                "<w:r><w:rPr><w:rFonts \(own.replacing("VNI-Times", with: ".VnTime"))/></w:rPr><w:instrText>REF ViÖt</w:instrText></w:r>"
            ),
            // The text of such a run stays with it.
            (
                Self.run("<w:t>o</w:t>\(code)<w:t>oä</w:t>", "VNI-Times"),
                Self.run("<w:t>o</w:t>\(code)<w:t>oä</w:t>", "VNI-Times")
            ),
        ] {
            let look = "<w:pPr><w:pStyle w:val=\"abc\"/></w:pPr>"
            let converted = try Converted(Sample.word("<w:p>\(look)\(before)</w:p>", styles: styles))
            #expect(try converted.body() == "<w:p>\(look)\(after)</w:p>")
            #expect(Self.left(converted.report) == [.fieldCode: 1])
        }
        let plain = Self.run("<w:instrText>PAGE</w:instrText>", "VNI-Times")
        let converted = try Converted(Sample.word("<w:p>\(plain)</w:p>"))
        #expect(try converted.body() == "<w:p>\(plain.replacing("VNI-Times", with: "Times New Roman"))</w:p>")
        #expect(converted.report.left.isEmpty)
    }

    @Test func `The code of a simple field stays, and is counted; what it shows is converted`() throws {
        func paragraph(_ text: String, _ font: String) -> String {
            "<w:p><w:pPr><w:pStyle w:val=\"a\"/></w:pPr><w:fldSimple w:instr=\"REF ViÖt\">\(Sample.run(text, font))</w:fldSimple></w:p>"
        }
        let style = Sample.style("a", "paragraph", "w:hAnsi=\".VnTime\"")
        let converted = try Converted(Sample.word(paragraph("ViÖt", ".VnTime"), styles: style))
        #expect(try converted.body() == paragraph("Việt", "Times New Roman"))
        #expect(Self.left(converted.report) == [.fieldCode: 1])
    }

    @Test(arguments: [
        // Formulas are shown in a font of their own; plain text in them is shown in that of its run.
        ("<m:rPr><m:sty m:val=\"p\"/></m:rPr>", ".VnTime", "ViÖt", ".VnTime", "ViÖt", [Left.Kind.math: 1]),
        ("<m:rPr><m:nor/></m:rPr>", ".VnTime", "ViÖt", "Times New Roman", "Việt", [:]),
        ("<m:rPr><m:nor m:val=\"0\"/></m:rPr>", "VNI-Times", "oä", "VNI-Times", "oä", [.math: 1]),
        ("", ".VnTime", "x+1", "Times New Roman", "x+1", [:]),
        ("", ".VnTimeH", "x+1", ".VnTimeH", "x+1", [.math: 1]),
        ("", "Cambria Math", "×", "Cambria Math", "×", [:]),
    ])
    func `In formulas font and text are converted both, or neither`(
        _ look: String, _ font: String, _ text: String, _ newFont: String, _ newText: String,
        _ left: [Left.Kind: Int]
    ) throws {
        func paragraph(_ font: String, _ text: String) -> String {
            "<w:p><m:oMath><m:r>\(look)<w:rPr><w:rFonts w:hAnsi=\"\(font)\"/></w:rPr><m:t>\(text)</m:t></m:r></m:oMath></w:p>"
        }
        let converted = try Converted(Sample.word(paragraph(font, text)))
        #expect(try converted.body() == paragraph(newFont, newText))
        #expect(Self.left(converted.report) == left)
    }

    @Test(arguments: [
        // The font of the paragraphs that a level numbers: their style's, that of their mark, none, both.
        (
            "<w:pStyle w:val=\"abc\"/><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"7\"/></w:numPr>", "",
            "Điều", [Left.Kind: Int]()
        ),
        (
            "<w:numPr><w:numId w:val=\"7\"/></w:numPr><w:rPr><w:rFonts w:hAnsi=\".VnTimeH\"/></w:rPr>", "",
            "ĐIỀU", [:]
        ),
        ("<w:pStyle w:val=\"listed\"/>", "", "Điều", [:]),
        ("<w:numPr><w:numId w:val=\"7\"/></w:numPr>", "", "§iÒu", [:]),
        (
            "<w:numPr><w:numId w:val=\"8\"/></w:numPr><w:rPr><w:rFonts w:hAnsi=\".VnTime\"/></w:rPr>", "",
            "Điều", [:]
        ),
        (
            "<w:numPr><w:numId w:val=\"7\"/></w:numPr><w:rPr><w:rFonts w:hAnsi=\".VnTime\"/></w:rPr>",
            "<w:numPr><w:numId w:val=\"7\"/></w:numPr>", "§iÒu", [.number: 1]
        ),
        // Two fonts that are read in the same way.
        (
            "<w:numPr><w:numId w:val=\"7\"/></w:numPr><w:rPr><w:rFonts w:hAnsi=\".VnTime\"/></w:rPr>",
            "<w:numPr><w:numId w:val=\"7\"/></w:numPr><w:rPr><w:rFonts w:hAnsi=\".VnArial\"/></w:rPr>",
            "Điều", [:]
        ),
        // Another level, and none.
        (
            "<w:numPr><w:numId w:val=\"7\"/></w:numPr><w:rPr><w:rFonts w:hAnsi=\".VnTime\"/></w:rPr>",
            "<w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"7\"/></w:numPr>", "Điều", [:]
        ),
        (
            "<w:numPr><w:numId w:val=\"7\"/></w:numPr><w:rPr><w:rFonts w:hAnsi=\".VnTime\"/></w:rPr>",
            "<w:pStyle w:val=\"listed\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>", "Điều", [:]
        ),
    ])
    func `Text around numbers is in the font of the paragraphs`(
        _ first: String, _ second: String, _ wanted: String, _ left: [Left.Kind: Int]
    ) throws {
        let styles = [
            Sample.style("abc", "paragraph", "w:hAnsi=\".VnTime\""),
            """
            <w:style w:type="paragraph" w:styleId="listed"><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr>\
            <w:rPr><w:rFonts w:hAnsi=".VnTime"/></w:rPr></w:style>\
            <w:style w:type="numbering" w:styleId="link"><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>
            """,
        ].joined()
        func numbering(_ text: String) -> String {
            """
            <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:lvlText w:val="\(text) %1."/></w:lvl></w:abstractNum>\
            <w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="link"/></w:abstractNum>\
            <w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="8"><w:abstractNumId w:val="2"/></w:num>
            """
        }
        let body = "<w:p><w:pPr>\(first)</w:pPr></w:p><w:p><w:pPr>\(second)</w:pPr></w:p>"
        let converted = try Converted(
            Sample.word(
                body, styles: styles,
                more: [("word/numbering.xml", "<w:numbering>\(numbering("§iÒu"))</w:numbering>")]))
        #expect(try converted.part("word/numbering.xml").contains(numbering(wanted)))
        #expect(Self.left(converted.report) == left)
    }

    @Test func `Alternatives, text boxes and WordArt are converted in both forms`() throws {
        func paragraph(_ font: String, _ text: String, _ family: String) -> String {
            let box = "<w:txbxContent><w:p>\(Sample.run(text, font))</w:p></w:txbxContent>"
            return """
                <w:p><w:r><mc:AlternateContent><mc:Choice>\(box)</mc:Choice><mc:Fallback><w:pict><v:textbox>\(box)</v:textbox>\
                <v:textpath style="\(family);font-size:12pt" string="\(text)"/></w:pict></mc:Fallback></mc:AlternateContent>\
                </w:r></w:p>
                """
        }
        let before = paragraph(".VnTime", "ViÖt", "width:1pt;font-family:&quot;.VnTime&quot;")
        let converted = try Converted(Sample.word(before))
        #expect(
            try converted.body()
                == paragraph("Times New Roman", "Việt", "width:1pt;font-family:&quot;Times New Roman&quot;"))
        #expect(converted.report.converted == 3)
    }

    @Test func `What form fields offer is converted with the field`() throws {
        func paragraph(_ font: String, _ text: String) -> String {
            let field = """
                <w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:default w:val="1"/><w:listEntry w:val="\(text)"/>\
                </w:ddList><w:textInput><w:default w:val="\(text)"/></w:textInput></w:ffData></w:fldChar>
                """
            return "<w:p>\(Self.run(field, font))</w:p>"
        }
        let converted = try Converted(Sample.word(paragraph(".VnTime", "ViÖt")))
        #expect(try converted.body() == paragraph("Times New Roman", "Việt"))
    }

    @Test func `Text of drawings is converted with its font`() throws {
        func paragraph(_ font: String, _ text: String) -> String {
            "<w:p><w:r><w:drawing><a:p><a:r><a:rPr><a:latin typeface=\"\(font)\"/></a:rPr><a:t>\(text)</a:t></a:r></a:p></w:drawing></w:r></w:p>"
        }
        let converted = try Converted(Sample.word(paragraph("VNI-Times", "oä")))
        #expect(try converted.body() == paragraph("Times New Roman", "ộ"))
    }

    @Test func `A list of fonts is the first of them`() throws {
        let converted = try Converted(
            Sample.word("<w:p>\(Sample.run("b¸o c¸o", ".VnTimeH;Times New Roman"))</w:p>"))
        #expect(try converted.body() == "<w:p>\(Sample.run("BÁO CÁO", "Times New Roman"))</w:p>")
        let other = Sample.word("<w:p>\(Sample.run("b¸o", "Arial;.VnTime"))</w:p>")
        #expect(try Converted(other).bytes == other)
    }
}
