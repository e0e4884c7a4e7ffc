import Conversion
import TestSupport
import Testing

@testable import Document

/// The text of an `.xlsx`.
struct WorkbookTests {
    typealias Sample = SampleArchive

    private func converted(_ file: [UInt8], _ name: String, _ element: String) throws -> (
        text: String, report: DocumentReport
    ) {
        let converted = try Converted(file)
        let part = try converted.part(name)
        let inner = part.drop { $0 != ">" }.dropFirst()
        return (String(inner.dropLast("</\(element)>".count)), converted.report)
    }

    private static let fonts = ["Arial", ".VnTime", ".VnTimeH", "VNI-Times"]

    private static func cell(_ place: String, _ look: Int, _ text: Int) -> String {
        "<s:c r=\"\(place)\" s=\"\(look)\" t=\"s\"><s:v>\(text)</s:v></s:c>"
    }

    @Test(arguments: [
        // The font of the cell, and of each run that names one.
        ("<s:si><s:t>ViÖt</s:t></s:si>", 1, "<s:si><s:t>Việt</s:t></s:si>"),
        ("<s:si><s:t>ViÖt</s:t></s:si>", 2, "<s:si><s:t>VIỆT</s:t></s:si>"),
        ("<s:si><s:t>ViÖt</s:t></s:si>", 0, "<s:si><s:t>ViÖt</s:t></s:si>"),
        (
            "<s:si><s:r><s:rPr><s:rFont val=\".VnTime\"/></s:rPr><s:t>ViÖt</s:t></s:r><s:r><s:t>ÖÖ</s:t></s:r></s:si>",
            0,
            "<s:si><s:r><s:rPr><s:rFont val=\"Times New Roman\"/></s:rPr><s:t>Việt</s:t></s:r><s:r><s:t>ÖÖ</s:t></s:r></s:si>"
        ),
        (
            "<s:si><s:r><s:t>Vie</s:t></s:r><s:r><s:rPr><s:b/><s:rFont val=\"VNI-Helve\"/></s:rPr><s:t>ät</s:t></s:r></s:si>",
            3,
            "<s:si><s:r><s:t>Việ</s:t></s:r><s:r><s:rPr><s:b/><s:rFont val=\"Arial\"/></s:rPr><s:t>t</s:t></s:r></s:si>"
        ),
        // What Japanese writes above words is not read.
        (
            "<s:si><s:t>ViÖt</s:t><s:rPh><s:t>ViÖt</s:t></s:rPh></s:si>", 1,
            "<s:si><s:t>Việt</s:t><s:rPh><s:t>ViÖt</s:t></s:rPh></s:si>"
        ),
    ])
    func `The font of the cell or of the run decides`(_ string: String, _ look: Int, _ wanted: String) throws
    {
        let file = Sample.workbook(Self.cell("A1", look, 0), fonts: Self.fonts, strings: string)
        #expect(try converted(file, "xl/sharedStrings.xml", "s:sst").text == wanted)
        let styles = try Converted(file).part("xl/styles.xml")
        #expect(!styles.contains(".Vn") && !styles.contains("VNI-"))
    }

    @Test func `A text in cells of several fonts is doubled, and no cell is spoiled`() throws {
        let strings = "<s:si><s:t>ViÖt</s:t></s:si><s:si><s:t>2026</s:t></s:si>"
        let places = [
            ("A1", 0, 0), ("B1", 1, 0), ("C1", 2, 0), ("D1", 3, 0), ("E1", 1, 1), ("F1", 0, 1), ("G1", 1, 0),
        ]
        let sheet = places.map { Self.cell($0.0, $0.1, $0.2) }.joined()
        let file = Sample.workbook(sheet, fonts: Self.fonts, strings: strings)
        let texts = try converted(file, "xl/sharedStrings.xml", "s:sst").text
        #expect(
            texts == strings + ["Việt", "VIỆT", "ViƯt"].map { "<s:si><s:t>\($0)</s:t></s:si>" }.joined())
        let moved = [0, 2, 3, 4, 1, 1, 2]
        let wanted = zip(places, moved).map { Self.cell($0.0, $0.1, $1) }.joined()
        #expect(try converted(file, "xl/worksheets/sheet1.xml", "s:worksheet").text == wanted)
        // Again, nothing changes.
        let once = try Converted(file).bytes
        #expect(try Converted(once).bytes == once)
    }

    @Test(arguments: [
        (
            "<s:c r=\"A1\" s=\"1\" t=\"inlineStr\"><s:is><s:t>ViÖt</s:t></s:is></s:c>",
            "<s:c r=\"A1\" s=\"1\" t=\"inlineStr\"><s:is><s:t>Việt</s:t></s:is></s:c>"
        ),
        // A formula: what it shows, and the text in it, but no name of a sheet.
        (
            "<s:c r=\"A1\" s=\"1\" t=\"str\"><s:f>\"ViÖt \"&amp;'ViÖt'!A1</s:f><s:v>ViÖt 1</s:v></s:c>",
            "<s:c r=\"A1\" s=\"1\" t=\"str\"><s:f>\"Việt \"&amp;'ViÖt'!A1</s:f><s:v>Việt 1</s:v></s:c>"
        ),
        ("<s:c r=\"A1\" s=\"1\"><s:v>12</s:v></s:c>", "<s:c r=\"A1\" s=\"1\"><s:v>12</s:v></s:c>"),
        // The text in it is compared with that of other cells, or not.
        (
            "<s:c s=\"0\" t=\"str\"><s:f>IF(A1=\"\",1,2)</s:f><s:v>é</s:v></s:c>",
            "<s:c s=\"0\" t=\"str\"><s:f>IF(A1=\"\",1,2)</s:f><s:v>é</s:v></s:c>"
        ),
    ])
    func `Text in cells and formulas is converted`(_ before: String, _ after: String) throws {
        let file = Sample.workbook(before, fonts: Self.fonts)
        let result = try converted(file, "xl/worksheets/sheet1.xml", "s:worksheet")
        #expect(result.text == after)
        #expect(result.report.left.isEmpty)
    }

    @Test(arguments: [
        "<s:c r=\"B2\" s=\"0\" t=\"str\"><s:f>IF(A1=\"ViÖt\",1,2)</s:f><s:v>1</s:v></s:c>",
        "<s:dataValidation><s:formula1>\"Nam,N÷\"</s:formula1></s:dataValidation>",
        "<s:cfRule><s:formula>A1=\"N÷\"</s:formula></s:cfRule>",
    ])
    func `Text in formulas of other cells stays, and is counted`(_ sheet: String) throws {
        let file = Sample.workbook(sheet, fonts: Self.fonts)
        let result = try converted(file, "xl/worksheets/sheet1.xml", "s:worksheet")
        #expect(result.text == sheet)
        #expect(result.report.left.map(\.kind) == [.formula])
        // Without an old font there is nothing to report.
        #expect(try Converted(Sample.workbook(sheet, fonts: ["Arial"])).report.left.isEmpty)
    }

    @Test(arguments: [
        (
            "&amp;L&amp;\"VNI-Times,Bold\"Vieät &amp;P&amp;CVieät",
            "&amp;L&amp;\"Times New Roman,Bold\"Việt &amp;P&amp;CVieät"
        ),
        (
            "&amp;\".VnTimeH,Regular\"&amp;12b¸o &amp;K01+000c¸o",
            "&amp;\"Times New Roman,Regular\"&amp;12BÁO &amp;K01+000CÁO"
        ),
        (
            "&amp;\"VNI-Times\"Vieä&amp;Bt &amp;&amp; &amp;\"-,Bold\"ä",
            "&amp;\"Times New Roman\"Việ&amp;Bt &amp;&amp; &amp;\"-,Bold\"ä"
        ),
        ("&amp;\"VNI-Times", "&amp;\"Times New Roman"), ("ViÖt &amp;", "ViÖt &amp;"),
    ])
    func `Headers name their fonts in codes`(_ before: String, _ after: String) throws {
        let file = Sample.workbook(
            "<s:headerFooter><s:oddHeader>\(before)</s:oddHeader></s:headerFooter>", fonts: Self.fonts)
        #expect(
            try converted(file, "xl/worksheets/sheet1.xml", "s:worksheet").text
                == "<s:headerFooter><s:oddHeader>\(after)</s:oddHeader></s:headerFooter>")
    }

    @Test func `A header without a code is in the font of the workbook`() throws {
        let file = Sample.workbook(
            "<s:headerFooter><s:firstFooter>&amp;RViÖt</s:firstFooter></s:headerFooter>", fonts: [".VnTime"])
        #expect(
            try converted(file, "xl/worksheets/sheet1.xml", "s:worksheet").text
                == "<s:headerFooter><s:firstFooter>&amp;RViệt</s:firstFooter></s:headerFooter>")
    }

    @Test(arguments: [
        ([0, 1], "#,##0 \"®ång\"", "#,##0 \"đồng\"", 0), ([0, 1], "#,##0\\®", "#,##0\\đ", 0),
        ([0, 1], "dd/mm", "dd/mm", 0),
    ])
    func `The text of a number format is in the font of its cells`(
        _ looks: [Int], _ before: String, _ after: String, _ left: Int
    ) throws {
        func formats(_ code: String) -> String {
            "<s:numFmts><s:numFmt numFmtId=\"165\" formatCode=\"\(code.replacing("\"", with: "&quot;"))\"/></s:numFmts>"
        }
        let file = Sample.workbook("", fonts: ["Arial", ".VnTime"], formats: formats(before))
        #expect(try Converted(file).part("xl/styles.xml").contains(formats(after)))
    }

    @Test func `The names of the columns of a table stay those of its cells, in formulas too`() throws {
        func table(_ name: String) -> String {
            "<s:table ref=\"B2:C9\"><s:tableColumns><s:tableColumn name=\"Sè\"/><s:tableColumn name=\"\(name)\"/></s:tableColumns></s:table>"
        }
        func sheet(_ name: String) -> String {
            """
            \(Self.cell("B2", 0, 0))\(Self.cell("C2", 1, 1))\
            <s:c r="D3"><s:f>SUM(T[\(name)])+T[@\(name)]+T[[#This Row],[\(name)]]</s:f><s:v>1</s:v></s:c>
            """
        }
        let file = Sample.workbook(
            sheet("Hä tªn"), fonts: Self.fonts,
            strings: "<s:si><s:t>Sè</s:t></s:si><s:si><s:t>Hä tªn</s:t></s:si>",
            more: [
                (
                    "xl/worksheets/_rels/sheet1.xml.rels", "",
                    Sample.relationships([("table", "../tables/table1.xml")])
                ), ("xl/tables/table1.xml", "spreadsheetml.table", table("Hä tªn")),
            ])
        #expect(
            try Converted(file).part("xl/tables/table1.xml").hasSuffix(table("Họ tên").drop { $0 != ">" }))
        #expect(
            try converted(file, "xl/sharedStrings.xml", "s:sst").text
                == "<s:si><s:t>Sè</s:t></s:si><s:si><s:t>Họ tên</s:t></s:si>")
        #expect(try converted(file, "xl/worksheets/sheet1.xml", "s:worksheet").text == sheet("Họ tên"))
    }

    @Test func `Comments, shapes and charts are converted`() throws {
        func comments(_ text: String, _ font: String) -> String {
            """
            <s:comments><s:comment ref="A1"><s:text><s:r><s:rPr><s:rFont val="\(font)"/></s:rPr><s:t>\(text)</s:t></s:r>\
            </s:text></s:comment></s:comments>
            """
        }
        func chart(_ text: String, _ font: String, more: String = "") -> String {
            """
            <c:chartSpace><c:tx><c:strCache><c:pt><c:v>\(text)</c:v></c:pt></c:strCache></c:tx><c:rich><a:p><a:pPr><a:defRPr>\
            <a:latin typeface="\(font)"/></a:defRPr></a:pPr><a:r><a:t>\(text)</a:t></a:r></a:p></c:rich>\(more)</c:chartSpace>
            """
        }
        func file(_ more: String = "") -> [UInt8] {
            Sample.workbook(
                "", fonts: ["Arial"],
                more: [
                    ("xl/comments1.xml", "spreadsheetml.comments", comments("ViÖt", ".VnTime")),
                    ("xl/charts/chart1.xml", "drawingml.chart", chart("ViÖt", ".VnTime", more: more)),
                ])
        }
        let converted = try Converted(file())
        let wanted = comments("Việt", "Times New Roman")
        #expect(try converted.part("xl/comments1.xml").hasSuffix(wanted.drop { $0 != ">" }))
        let wantedChart = chart("Việt", "Times New Roman")
        #expect(try converted.part("xl/charts/chart1.xml").hasSuffix(wantedChart.drop { $0 != ">" }))
        // Two fonts: it cannot be known in which the texts of cells are shown.
        let mixed = try Converted(file("<a:latin typeface=\"Arial\"/>"))
        #expect(mixed.report.left.map(\.kind) == [.number])
        #expect(try mixed.part("xl/charts/chart1.xml").contains("<c:v>ViÖt</c:v>"))
    }
}
