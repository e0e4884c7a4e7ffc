import Document
import Bytes
import TestSupport

/// Converts the bytes after the first as an archive, or puts them into one as the parts that stand between zeros; then
/// converts what came out.
func readDocument(_ bytes: [UInt8]) {
    guard let kind = bytes.first else { return }
    let input = Array(bytes.dropFirst())
    let parts = input.split(separator: 0, maxSplits: 2, omittingEmptySubsequences: false).map { Array($0) }
    func part(_ index: Int) -> [UInt8] { index < parts.count ? parts[index] : [] }
    func text(_ index: Int) -> String { String(decoding: part(index), as: UTF8.self) }
    var file = input
    let word = "application/vnd.openxmlformats-officedocument.wordprocessingml."
    switch kind % 6 {
    case 1:
        let types = """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
            <Override PartName="/a" ContentType="\(word)document.main+xml"/>\
            <Override PartName="/b" ContentType="\(word)styles+xml"/>\
            <Override PartName="/c" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/></Types>
            """
        file = SampleArchive.bytes([
            ("[Content_Types].xml", Array(types.utf8)), ("a", part(0)), ("b", part(1)), ("c", part(2)),
        ])
    case 2:
        file = SampleArchive.bytes([
            ("mimetype", Array("application/vnd.oasis.opendocument.text".utf8)), ("content.xml", part(0)),
            ("styles.xml", part(1)),
        ])
    case 3:
        file = SampleArchive.workbook(
            text(0), fonts: ["Arial", ".VnTime", "VNI-Times", ".VnTimeH"], strings: text(1), formats: text(2),
            more: [
                ("xl/comments1.xml", "spreadsheetml.comments", "<s:comments>\(text(2))</s:comments>"),
                ("xl/charts/chart1.xml", "drawingml.chart", "<c:chartSpace>\(text(2))</c:chartSpace>"),
                (
                    "xl/worksheets/_rels/sheet1.xml.rels", "",
                    SampleArchive.relationships([("table", "../t.xml")])
                ),
                ("xl/t.xml", "spreadsheetml.table", "<s:table ref=\"A1:C9\">\(text(2))</s:table>"),
            ])
    case 4: file = SampleArchive.presentation(text(0), layout: text(1), master: text(2), theme: text(2))
    case 5:
        file = SampleArchive.openDocument(
            text(0), automatic: text(1), common: text(2), faces: text(2), more: text(2),
            kind: kind < 128 ? "spreadsheet" : "presentation")
    default: break
    }
    guard let first = convert(file) else { return }
    guard let second = convert(first.bytes) else { fatalError("what was written does not open") }
    guard second.report.converted == 0 else { fatalError("what was written is not Unicode") }
}

private func convert(_ file: [UInt8]) -> (bytes: [UInt8], report: DocumentReport)? {
    guard let document = try? DocumentConverter().convert(Bytes(file)) else { return nil }
    var bytes: [UInt8] = []
    document.write { bytes += $0 }
    return (bytes, document.report)
}

/// Documents to begin with, whole and as parts.
let documentSeeds: [(String, [UInt8])] = {
    let body = """
        <w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:r><w:rPr><w:rFonts w:ascii="VNI-Times" w:hAnsi="VNI-Times"/></w:rPr>\
        <w:t>vie</w:t></w:r><w:r><w:rPr><w:rStyle w:val="b"/></w:rPr><w:t>ät n&#224;o</w:t><w:tab/></w:r></w:p>\
        <w:tbl><w:tblPr><w:tblStyle w:val="c"/></w:tblPr><w:p><w:ins><w:r><w:t><![CDATA[ÖÝ]]></w:t></w:r></w:ins></w:p></w:tbl>
        """
    let styles = """
        <w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:hAnsiTheme="minorHAnsi"/></w:rPr></w:rPrDefault></w:docDefaults>\
        <w:style w:type="paragraph" w:default="1" w:styleId="a"><w:basedOn w:val="c"/></w:style>\
        <w:style w:styleId="b"><w:rPr><w:rFonts w:hAnsi="VNI-Helve" w:cs=".VnTime"/></w:rPr></w:style>\
        <w:style w:type="table" w:styleId="c"><w:rPr><w:rFonts w:hAnsi=".VnTimeH"/></w:rPr></w:style>
        """
    let content = """
        <text:p text:style-name="P">ti<text:span text:style-name="T">Õng</text:span><text:s/>Vi&#xD6;t<text:tab/></text:p>
        """
    let automatic = """
        <style:style style:name="P" style:family="paragraph" style:parent-style-name="Q"/>\
        <style:style style:name="T" style:family="text"><style:text-properties fo:font-family="'VI Times', serif"/></style:style>
        """
    let common = """
        <style:default-style style:family="paragraph"><style:text-properties style:font-name="F"/></style:default-style>
        """
    let faces = "<style:font-face style:name=\"F\" svg:font-family=\"'.VnTime'\"/>"
    let word = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
    let parts = "<w:document \(word)>\(body)</w:document>\0<w:styles \(word)>\(styles)</w:styles>\0<a/>"
    let prefix = "urn:oasis:names:tc:opendocument:xmlns:"
    let names = ["office:1.0", "text:1.0", "style:1.0"].map {
        "xmlns:\($0.prefix { $0 != ":" })=\"\(prefix)\($0)\""
    }
    let root = "office:document \(names.joined(separator: " ")) xmlns:fo=\"f\" xmlns:svg=\"s\""
    let open = """
        <\(root)>\(faces)<office:automatic-styles>\(automatic)</office:automatic-styles>\(content)</office:document>\0\
        <\(root)>\(faces)<office:styles>\(common)</office:styles></office:document>
        """
    return [
        ("word", [0] + SampleArchive.word(body, styles: styles)),
        (
            "opendocument",
            [0] + SampleArchive.openDocument(content, automatic: automatic, common: common, faces: faces)
        ),
        ("word-parts", [1] + Array(parts.utf8)), ("opendocument-parts", [2] + Array(open.utf8)),
        ("workbook-parts", [3] + Array(workbookSeed.utf8)), ("slide-parts", [4] + Array(slideSeed.utf8)),
        ("sheet-parts", [5] + Array(sheetSeed.utf8)), ("shape-parts", [131] + Array(sheetSeed.utf8)),
        ("word-elements", [0] + SampleArchive.word(elementSeed, styles: styles)),
    ]
}()

/// A run with each element of a `.docx` that stands for a letter or stays with its font.
private let elementSeed = """
    <w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr><w:rPr><w:rFonts w:hAnsi=".VnTime"/></w:rPr></w:pPr>\
    <w:r><w:rPr><w:rStyle w:val="b"/></w:rPr><w:t>o</w:t><w:softHyphen/><w:sym w:font="VNI-Times" w:char="F0E4"/>\
    <w:instrText>REF \u{E4}</w:instrText></w:r><w:ins><w:r><w:t>\u{F0D6}\u{F081}</w:t></w:r></w:ins>\
    <m:oMath><m:r><m:rPr><m:nor/></m:rPr><w:rPr><w:rFonts w:hAnsi=".VnTime"/></w:rPr><m:t>\u{D6}</m:t></m:r></m:oMath>\
    <v:textpath style="font-family:&quot;.VnTime&quot;" string="\u{D6}"/></w:p>
    """

/// The cells of a sheet, its texts, and the formats of its numbers.
private let workbookSeed = """
    <s:c r="A1" s="1" t="s"><s:v>0</s:v></s:c><s:c r="B1" s="2" t="s"><s:v>0</s:v></s:c>\
    <s:c s="1" t="str"><s:f>"\u{D6}"&amp;'a'!B1&amp;T[\u{D6}]</s:f><s:v>\u{D6}</s:v></s:c>\
    <s:c t="inlineStr"><s:is><s:r><s:rPr><s:rFont val="VNI-Times"/></s:rPr><s:t>o\u{E4}</s:t></s:r></s:is></s:c>\
    <s:oddHeader>&amp;L&amp;"VNI-Times,Bold"&amp;12o\u{E4}&amp;K01+000&amp;&amp;</s:oddHeader>\0\
    <s:si><s:t>\u{D6}</s:t></s:si><s:si><s:r><s:rPr><s:rFont val=".VnTimeH"/></s:rPr><s:t>a</s:t></s:r></s:si>\0\
    <s:numFmts><s:numFmt numFmtId="165" formatCode="0 &quot;\u{AE}&quot;"/></s:numFmts><s:tableColumn name="\u{D6}"/>
    """

/// The shapes of a slide, of its layout and of its master.
private let slideSeed = """
    <p:sp><p:nvPr><p:ph type="title" idx="1"/></p:nvPr><p:txBody><a:lstStyle><a:lvl1pPr><a:defRPr><a:latin typeface=".VnTime"/>\
    </a:defRPr></a:lvl1pPr></a:lstStyle><a:p><a:pPr lvl="1"><a:buFont typeface="VNI-Times"/><a:buChar char="\u{F1}"/></a:pPr>\
    <a:r><a:rPr><a:latin typeface="VNI-Times"/><a:sym typeface="Symbol"/></a:rPr><a:t>o</a:t></a:r><a:r><a:t>\u{E4}</a:t></a:r>\
    <a:br/><m:r><a:rPr><a:latin typeface=".VnTime"/></a:rPr><m:t>\u{D6}</m:t></m:r></a:p></p:txBody></p:sp>\0\
    <p:sp><p:ph type="title"/><a:lstStyle><a:lvl2pPr><a:defRPr><a:latin typeface="+mj-lt"/></a:defRPr></a:lvl2pPr></a:lstStyle></p:sp>\
    \0<a:majorFont><a:latin typeface="VNI-Helve"/></a:majorFont>
    """

/// The cells and shapes of OpenDocument, and their styles.
private let sheetSeed = """
    <table:table><table:table-column table:number-columns-repeated="2" table:default-cell-style-name="C"/><table:table-row>\
    <table:table-cell table:formula="of:=&quot;\u{D6}&quot;" office:string-value="\u{D6}"><text:p>\u{D6}<text:s/></text:p>\
    </table:table-cell></table:table-row></table:table><draw:frame presentation:style-name="p" draw:style-name="g">\
    <text:list text:style-name="L"><text:p>o<office:annotation><text:p>a</text:p></office:annotation>\u{E4}</text:p></text:list>\
    </draw:frame>\0<style:style style:name="C" style:family="table-cell"><style:text-properties style:font-name="F"/></style:style>\
    <style:style style:name="p" style:family="presentation"><style:text-properties style:font-name="VNI-Times"/></style:style>\0\
    <style:font-face style:name="F" svg:font-family="'.VnTime'"/><text:list-style style:name="L">\
    <text:list-level-style-number text:level="1" style:num-prefix="\u{D6}"/></text:list-style>
    """
