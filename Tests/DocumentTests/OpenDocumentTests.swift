import Document
import TestSupport
import Testing

/// The text of an `.odt`.
struct OpenDocumentTests {
    private static let faces = """
        <style:font-face style:name="F1" svg:font-family=".VnTime"/>\
        <style:font-face style:name="F2" svg:font-family="'VNI-Helve'" style:font-pitch="variable"/>\
        <style:font-face style:name="Arial" svg:font-family="Arial"/>
        """
    private static let automatic = """
        <style:style style:name="P1" style:family="paragraph" style:parent-style-name="Body"/>\
        <style:style style:name="P2" style:family="paragraph"><style:text-properties style:font-name="Arial"/></style:style>\
        <style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>\
        <style:style style:name="T2" style:family="text"><style:text-properties style:font-name="F2"/></style:style>\
        <style:style style:name="T3" style:family="text"><style:text-properties fo:font-family="'VI Times', serif"/>\
        </style:style>\
        <style:style style:name="T4" style:family="text"><style:text-properties style:font-name=".VnTimeH"/></style:style>
        """
    private static let common = """
        <style:default-style style:family="paragraph"><style:text-properties style:font-name="F2"/></style:default-style>\
        <style:style style:name="Body" style:family="paragraph"><style:text-properties style:font-name="F1"/></style:style>
        """

    private func converted(_ content: String, more: String = "") throws -> Converted {
        try Converted(
            SampleArchive.openDocument(
                content, automatic: Self.automatic, common: Self.common, faces: Self.faces, more: more))
    }

    @Test(arguments: [
        // By the parent of the paragraph's style, by the default, and by the span's style.
        ("<text:p text:style-name=\"P1\">ViÖt</text:p>", "<text:p text:style-name=\"P1\">Việt</text:p>"),
        ("<text:h>Vieät</text:h>", "<text:h>Việt</text:h>"),
        ("<text:p text:style-name=\"P2\">ViÖt</text:p>", "<text:p text:style-name=\"P2\">ViÖt</text:p>"),
        (
            "<text:p text:style-name=\"P2\">ä<text:span text:style-name=\"T2\">oä</text:span></text:p>",
            "<text:p text:style-name=\"P2\">ä<text:span text:style-name=\"T2\">ộ</text:span></text:p>"
        ),
        (
            "<text:p><text:span text:style-name=\"T3\">Vi\u{AE}t</text:span></text:p>",
            "<text:p><text:span text:style-name=\"T3\">Việt</text:span></text:p>"
        ),
        (
            "<text:p><text:span text:style-name=\"T4\">viÖt</text:span></text:p>",
            "<text:p><text:span text:style-name=\"T4\">VIỆT</text:span></text:p>"
        ),
        // Half of a word is bold.
        (
            "<text:p>Vie<text:span text:style-name=\"T1\">ät</text:span></text:p>",
            "<text:p>Việ<text:span text:style-name=\"T1\">t</text:span></text:p>"
        ),
        ("<text:p>o<text:tab/>ä</text:p>", "<text:p>o<text:tab/>ä</text:p>"),
        // A note, a text box and a comment within a paragraph; the comment's author is not text.
        (
            "<text:p>o<text:note><text:note-body><text:p text:style-name=\"P1\">ViÖt</text:p></text:note-body></text:note>oä</text:p>",
            "<text:p>o<text:note><text:note-body><text:p text:style-name=\"P1\">Việt</text:p></text:note-body></text:note>ộ</text:p>"
        ),
        (
            "<text:p><office:annotation><office:x>oä</office:x><text:p>oä</text:p></office:annotation></text:p>",
            "<text:p><office:annotation><office:x>oä</office:x><text:p>ộ</text:p></office:annotation></text:p>"
        ),
    ])
    func `Styles, their parents and the default give the font`(_ before: String, _ after: String) throws {
        #expect(try converted(before).text() == after)
    }

    @Test func `The families of the fonts change, and no names of styles`() throws {
        let content = try converted("<text:p/>").part("content.xml")
        #expect(
            content.contains(
                "<style:font-face style:name=\"F1\" svg:font-family=\"&apos;Times New Roman&apos;\"/>"))
        #expect(
            content.contains(
                "<style:font-face style:name=\"F2\" svg:font-family=\"Arial\" style:font-pitch=\"variable\"/>"
            ))
        #expect(content.contains("fo:font-family=\"&apos;Times New Roman&apos;\""))
        #expect(content.contains("style:font-name=\"Times New Roman\""))
        #expect(content.contains("<style:text-properties style:font-name=\"F2\"/>"))
    }

    @Test(arguments: [
        ("<style:text-properties fo:font-family=\".VnTime\"/>", "", "§iÒu ", "Điều "),
        ("", " text:style-name=\"T3\"", "Vi\u{AE}t", "Việt"), ("", "", "oä", "ộ"),
        ("<style:text-properties style:font-name=\"Arial\"/>", "", "oä", "oä"),
    ])
    func `Lists have text around their numbers`(
        _ look: String, _ style: String, _ before: String, _ after: String
    ) throws {
        func list(_ text: String) -> String {
            "<text:list-level-style-number\(style) style:num-prefix=\"\(text)\" style:num-suffix=\".\">"
        }
        let more = "<text:list-style>\(list(before))\(look)</text:list-level-style-number></text:list-style>"
        let common = Self.common + Self.automatic + more
        let file = SampleArchive.openDocument("", common: common, faces: Self.faces)
        #expect(try Converted(file).part("styles.xml").contains(list(after)))
    }

    @Test func `Headers stand in the styles, with styles of their own`() throws {
        let more = """
            <office:automatic-styles><style:style style:name="P2" style:family="paragraph" style:parent-style-name="Body"/>\
            </office:automatic-styles><office:master-styles><style:master-page><style:header>\
            <text:p text:style-name="P2">ViÖt</text:p></style:header></style:master-page></office:master-styles>
            """
        let converted = try converted("<text:p text:style-name=\"P2\">ViÖt</text:p>", more: more)
        #expect(try converted.part("styles.xml").contains("<text:p text:style-name=\"P2\">Việt</text:p>"))
        #expect(try converted.text() == "<text:p text:style-name=\"P2\">ViÖt</text:p>")
    }
}
