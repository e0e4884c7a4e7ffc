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
    var file = input
    let word = "application/vnd.openxmlformats-officedocument.wordprocessingml."
    switch kind % 3 {
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
    ]
}()
