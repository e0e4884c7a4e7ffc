import Conversion
import TestSupport
import Testing

@testable import Document

/// The text of a `.pptx`.
struct PresentationTests {
    typealias Sample = SampleArchive

    private static func levels(_ font: String, style: String = "a:lstStyle") -> String {
        "<\(style)><a:lvl1pPr><a:defRPr><a:latin typeface=\"\(font)\"/></a:defRPr></a:lvl1pPr></\(style)>"
    }

    private static func shape(
        _ text: String, _ placeholder: String = "", levels: String = "", look: String = ""
    )
        -> String
    {
        """
        <p:sp><p:nvPr>\(placeholder)</p:nvPr><p:txBody>\(levels)<a:p><a:r><a:rPr>\(look)</a:rPr><a:t>\(text)</a:t></a:r></a:p>\
        </p:txBody></p:sp>
        """
    }

    private func slide(_ file: [UInt8]) throws -> (text: String, converted: Converted) {
        let converted = try Converted(file)
        let part = try converted.part("ppt/slides/slide1.xml")
        return (String(part.drop { $0 != ">" }.dropFirst().dropLast("</p:sld>".count)), converted)
    }

    private static let title = "<p:ph type=\"ctrTitle\"/>"
    private static let theme = """
        <a:majorFont><a:latin typeface=".VnArialH"/></a:majorFont><a:minorFont><a:latin typeface="VNI-Times"/></a:minorFont>
        """

    @Test func `A run has its own font, and letters over runs are joined`() throws {
        func paragraph(_ fonts: [String], _ texts: [String]) -> String {
            let runs = zip(fonts, texts).map {
                "<a:r><a:rPr><a:latin typeface=\"\($0)\"/><a:cs typeface=\"\($0)\"/></a:rPr><a:t>\($1)</a:t></a:r>"
            }
            return "<p:sp><p:txBody><a:p>\(runs.joined())</a:p></p:txBody></p:sp>"
        }
        let before = paragraph(["VNI-Times", "VNI-Helve", "Arial"], ["Vie", "ät", "ä"])
        #expect(
            try slide(Sample.presentation(before)).text
                == paragraph(["Times New Roman", "Arial", "Arial"], ["Việ", "t", "ä"]))
    }

    @Test(arguments: [
        // The shape's own list of styles, that of its layout, of its master, the styles of the master, the theme.
        (title, levels(".VnTime"), "", "", "ViÖt", "Việt"),
        (title, "", "<p:sp><p:ph type=\"title\"/>\(levels(".VnTime"))</p:sp>", "", "ViÖt", "Việt"),
        (title, "", "", "<p:sp><p:ph type=\"title\"/>\(levels(".VnTime"))</p:sp>", "ViÖt", "Việt"),
        (title, "", "", levels(".VnTime", style: "p:titleStyle"), "ViÖt", "Việt"),
        (title, "", "", levels("+mj-lt", style: "p:titleStyle"), "b¸o", "BÁO"),
        (title, "", "", levels("Arial", style: "p:titleStyle"), "ViÖt", "ViÖt"),
        (
            "<p:ph idx=\"1\"/>", "", "<p:sp><p:ph type=\"body\" idx=\"1\"/>\(levels(".VnTime"))</p:sp>", "",
            "ViÖt", "Việt"
        ),
        ("<p:ph idx=\"1\"/>", "", "", levels(".VnTime", style: "p:bodyStyle"), "ViÖt", "Việt"),
        ("", "", "", levels(".VnTime", style: "p:bodyStyle"), "oä", "ộ"),
        ("", "", "", levels(".VnTime", style: "p:otherStyle"), "ViÖt", "Việt"), ("", "", "", "", "oä", "ộ"),
    ])
    func `Layouts, masters and the theme give fonts`(
        _ placeholder: String, _ levels: String, _ layout: String, _ master: String, _ text: String,
        _ wanted: String
    ) throws {
        let file = Sample.presentation(
            Self.shape(text, placeholder, levels: levels), layout: layout, master: master, theme: Self.theme)
        let result = try slide(file)
        #expect(result.text.contains("<a:t>\(wanted)</a:t>"))
        for part in [
            "slides/slide1", "slideLayouts/slideLayout1", "slideMasters/slideMaster1", "theme/theme1",
        ] {
            let text = try result.converted.part("ppt/\(part).xml")
            #expect(!text.contains(".Vn") && !text.contains("VNI-"))
        }
    }

    @Test func `Text of layouts and masters is converted too`() throws {
        let shape = Self.shape("ViÖt", look: "<a:latin typeface=\".VnTime\"/>")
        let wanted = Self.shape("Việt", look: "<a:latin typeface=\"Times New Roman\"/>")
        let converted = try Converted(Sample.presentation("", layout: shape, master: shape))
        #expect(try converted.part("ppt/slideLayouts/slideLayout1.xml").contains(wanted))
        #expect(try converted.part("ppt/slideMasters/slideMaster1.xml").contains(wanted))
    }

    @Test func `Bullets, breaks and fields are not parts of letters`() throws {
        func paragraph(_ font: String, _ bullet: String, _ texts: [String]) -> String {
            """
            <p:sp><p:txBody><a:p><a:pPr><a:buFont typeface="\(font)"/><a:buChar char="\(bullet)"/></a:pPr>\
            <a:r><a:rPr><a:latin typeface="\(font)"/></a:rPr><a:t>\(texts[0])</a:t></a:r><a:br/>\
            <a:r><a:rPr><a:latin typeface="\(font)"/></a:rPr><a:t>\(texts[1])</a:t></a:r></a:p></p:txBody></p:sp>
            """
        }
        let result = try slide(Sample.presentation(paragraph("VNI-Times", "ñ", ["o", "ä"])))
        #expect(result.text == paragraph("Times New Roman", "đ", ["o", "ä"]))
        #expect(result.converted.report.left.map(\.kind) == [.mark])
        // A bullet of another font stays.
        let other =
            "<p:sp><p:txBody><a:p><a:pPr><a:buFont typeface=\"Wingdings\"/><a:buChar char=\"§\"/></a:pPr></a:p></p:txBody></p:sp>"
        #expect(try slide(Sample.presentation(other)).text == other)
    }

    @Test func `Formulas keep their text and their font`() throws {
        let formula = """
            <p:sp><p:txBody><a:p><m:oMath><m:r><a:rPr><a:latin typeface=".VnTime"/></a:rPr><m:t>Ö</m:t></m:r></m:oMath></a:p>\
            </p:txBody></p:sp>
            """
        let result = try slide(Sample.presentation(formula))
        #expect(result.text == formula)
        #expect(result.converted.report.left.map(\.kind) == [.math])
    }
}
