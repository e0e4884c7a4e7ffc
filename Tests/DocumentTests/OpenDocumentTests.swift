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

    @Test(arguments: [
        // A comment shows nothing, and is a text of its own; a page may break anywhere.
        (
            "o<office:annotation><text:p>oä</text:p></office:annotation>äc",
            "ộ<office:annotation><text:p>ộ</text:p></office:annotation>c", 0
        ),
        ("o<text:soft-page-break/>äc", "ộ<text:soft-page-break/>c", 0),
        ("o<text:bookmark text:name=\"a\"/>äc", "ộ<text:bookmark text:name=\"a\"/>c", 0),
        ("o<office:annotation-end/>äc", "ộ<office:annotation-end/>c", 0),
        // What shows something, or may be accepted and rejected, cuts letters in two.
        ("o<text:s/>äc", "o<text:s/>äc", 1), ("o<text:tab/>äc", "o<text:tab/>äc", 1),
        ("o<text:line-break/>äc", "o<text:line-break/>äc", 1),
        ("o<text:change-start text:change-id=\"c\"/>äc", "o<text:change-start text:change-id=\"c\"/>äc", 1),
        ("o<text:change text:change-id=\"c\"/>äc", "o<text:change text:change-id=\"c\"/>äc", 1),
    ])
    func `A letter in two pieces is joined where that is right, or counted`(
        _ before: String, _ after: String, _ count: Int
    ) throws {
        let converted = try converted("<text:p>\(before)</text:p>")
        #expect(try converted.text() == "<text:p>\(after)</text:p>")
        #expect(converted.report.left.map(\.count) == (count == 0 ? [] : [count]))
        #expect(converted.report.left.allSatisfy { $0.kind == .mark })
    }

    @Test func `Soft hyphens and characters for private use are bytes`() throws {
        let converted = try converted(
            "<text:p text:style-name=\"P1\">5 ®\u{AD}a Vi\u{F0D6}t \u{F081}</text:p>")
        #expect(try converted.text() == "<text:p text:style-name=\"P1\">5 đưa Việt \u{F081}</text:p>")
        #expect(converted.report.left.map(\.count) == [1])
    }

    @Test func `Deleted text is converted`() throws {
        func content(_ text: String) -> String {
            """
            <text:tracked-changes><text:changed-region><text:deletion><office:change-info><office:x>oä</office:x>\
            </office:change-info><text:p>\(text)</text:p></text:deletion></text:changed-region></text:tracked-changes>
            """
        }
        #expect(try converted(content("oä")).text() == content("ộ"))
    }

    @Test func `What fields offer is converted with them`() throws {
        func content(_ text: String) -> String {
            """
            <text:p><text:drop-down><text:label text:value="\(text)"/>\(text)</text:drop-down>\
            <text:conditional-text text:string-value-if-true="\(text)">\(text)</text:conditional-text></text:p>
            """
        }
        #expect(try converted(content("oä")).text() == content("ộ"))
    }

    @Test(arguments: [
        // The font of the paragraphs in a list, or of the headings.
        (
            "<text:list text:style-name=\"L\"><text:list-item><text:p text:style-name=\"P1\"/></text:list-item></text:list>",
            "Điều", "§iÒu", 0
        ),
        (
            "<text:list text:style-name=\"L\"><text:list-item><text:p text:style-name=\"P2\"/></text:list-item></text:list>",
            "§iÒu", "§iÒu", 0
        ),
        (
            "<text:list text:style-name=\"L\"><text:list-item><text:p text:style-name=\"P1\"/><text:p text:style-name=\"P2\"/></text:list-item></text:list>",
            "§iÒu", "§iÒu", 1
        ),
        ("<text:h text:style-name=\"P1\" text:outline-level=\"1\"/>", "§iÒu", "Điều", 0),
        ("<text:h text:style-name=\"P1\" text:outline-level=\"2\"/>", "§iÒu", "§iÒu", 0),
    ])
    func `Text around numbers is in the font of the paragraphs`(
        _ content: String, _ list: String, _ outline: String, _ left: Int
    ) throws {
        func levels(_ list: String, _ outline: String) -> String {
            """
            <text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-prefix="\(list) "/>\
            </text:list-style><text:outline-style><text:outline-level-style text:level="1" style:num-prefix="\(outline) "/>\
            </text:outline-style>
            """
        }
        // Those without a paragraph are read as the default font has it, which is another encoding.
        let common = """
            <style:default-style style:family="paragraph"><style:text-properties style:font-name="Arial"/></style:default-style>\
            <style:style style:name="Body" style:family="paragraph"><style:text-properties style:font-name="F1"/></style:style>
            """
        let file = SampleArchive.openDocument(
            content, automatic: Self.automatic, common: common + levels("§iÒu", "§iÒu"), faces: Self.faces)
        let converted = try Converted(file)
        #expect(try converted.part("styles.xml").contains(levels(list, outline)))
        #expect(converted.report.left.filter { $0.kind == .number }.map(\.count) == (left == 0 ? [] : [left]))
    }

    @Test(arguments: [
        // The cell's own look, that of its row, of its column; and a paragraph with a font.
        ("<table:table-cell table:style-name=\"C1\"><text:p>ViÖt</text:p></table:table-cell>", "Việt"),
        ("<table:table-cell/><table:table-cell><text:p>oä</text:p></table:table-cell>", "ộ"),
        (
            "<table:table-cell table:number-columns-repeated=\"2\"/><table:table-cell><text:p>ViÖt</text:p></table:table-cell>",
            "ViÖt"
        ),
        (
            "<table:table-cell table:style-name=\"C1\"><text:p text:style-name=\"P2\">ViÖt</text:p></table:table-cell>",
            "ViÖt"
        ),
        (
            "<table:table-cell table:style-name=\"C1\"><text:p><text:span text:style-name=\"T4\">b¸o</text:span></text:p></table:table-cell>",
            "BÁO"
        ),
        (
            "<table:table-cell table:style-name=\"C1\"><office:annotation><text:p>ViÖt</text:p></office:annotation></table:table-cell>",
            "ViÖt"
        ),
        (
            "<table:table-cell><office:annotation><text:p text:style-name=\"P1\">ViÖt</text:p></office:annotation></table:table-cell>",
            "Việt"
        ),
    ])
    func `In a sheet the cell gives the font`(_ cells: String, _ wanted: String) throws {
        let looks = """
            <style:style style:name="C1" style:family="table-cell"><style:text-properties style:font-name="F1"/></style:style>\
            <style:style style:name="C2" style:family="table-cell" style:parent-style-name="C3"/>\
            <style:style style:name="C3" style:family="table-cell"><style:text-properties style:font-name="F2"/></style:style>
            """
        let content = """
            <table:table><table:table-column/><table:table-column table:default-cell-style-name="C2"/>\
            <table:table-column table:number-columns-repeated="4"/><table:table-row>\(cells)</table:table-row></table:table>
            """
        let common = """
            <style:default-style style:family="table-cell"><style:text-properties style:font-name="Arial"/></style:default-style>\
            <style:style style:name="Body" style:family="paragraph"><style:text-properties style:font-name="F1"/></style:style>
            """
        let file = SampleArchive.openDocument(
            content, automatic: Self.automatic + looks, common: common, faces: Self.faces, kind: "spreadsheet"
        )
        #expect(try Converted(file).part("content.xml").contains(">\(wanted)</text:"))
    }

    @Test(arguments: [
        (
            "<draw:frame presentation:style-name=\"pr\"><draw:text-box><text:p>ViÖt</text:p></draw:text-box></draw:frame>",
            "Việt"
        ),
        ("<draw:custom-shape draw:style-name=\"gr\"><text:p>oä</text:p></draw:custom-shape>", "ộ"),
        (
            "<draw:custom-shape draw:style-name=\"gr\" draw:text-style-name=\"P2\"><text:p>oä</text:p></draw:custom-shape>",
            "oä"
        ),
        (
            "<draw:custom-shape draw:style-name=\"gr\"><text:p text:style-name=\"P1\">ViÖt</text:p></draw:custom-shape>",
            "Việt"
        ),
    ])
    func `In a presentation the shape gives the font`(_ content: String, _ wanted: String) throws {
        let looks = """
            <style:style style:name="pr" style:family="presentation" style:parent-style-name="title"/>\
            <style:style style:name="gr" style:family="graphic"><style:text-properties style:font-name="F2"/></style:style>
            """
        let common = """
            <style:style style:name="title" style:family="presentation"><style:text-properties style:font-name="F1"/></style:style>\
            <style:style style:name="Body" style:family="paragraph"><style:text-properties style:font-name="F1"/></style:style>
            """
        let file = SampleArchive.openDocument(
            "<draw:page>\(content)</draw:page>", automatic: Self.automatic + looks, common: common,
            faces: Self.faces, kind: "presentation")
        #expect(try Converted(file).part("content.xml").contains(">\(wanted)</text:p>"))
    }
}
