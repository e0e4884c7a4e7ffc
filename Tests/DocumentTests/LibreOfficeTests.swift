import Conversion
import Foundation
import Bytes
import TestSupport
import Testing

@testable import Document

/// Documents that LibreOffice wrote, and what it reads of them when they are converted.
///
/// The tests are skipped where `soffice` or `pdftotext` is not installed (`apt-get install libreoffice-writer
/// libreoffice-calc libreoffice-impress poppler-utils`).
@Suite(.enabled(if: LibreOffice.isInstalled, "soffice or pdftotext is not installed"), .serialized)
struct LibreOfficeTests {
    /// A paragraph in a font for small and capital letters, one in another font, and one in Unicode.
    struct Sample: Sendable {
        var encoding: TextEncoding
        var fonts: [String]
        var paragraphs: [String]
    }

    static let samples = [
        Sample(
            encoding: .tcvn3, fonts: [".VnTime", ".VnTimeH"],
            paragraphs: ["Cộng hòa xã hội chủ nghĩa Việt Nam: độc lập, tự do, hạnh phúc", "BÁO CÁO QUÝ"]),
        Sample(
            encoding: .vniWindows, fonts: ["VNI-Times", "VNI-Helve"],
            paragraphs: ["Cộng hòa xã hội chủ nghĩa Việt Nam: độc lập, tự do, hạnh phúc", "Pơlei khĕi, ĐÔ̆K"]),
    ]
    private static let unicode = "Quê nhà, ộ"

    @Test(arguments: samples, ["docx", "odt"])
    func `It opens with the right text`(_ sample: Sample, _ format: String) throws {
        let office = try LibreOffice()
        try office.write("old.fodt", source(sample))
        try office.convert("old.fodt", to: format)
        let old = try #require(office.contents("old.\(format)"))
        let converted = try Converted(old)
        try office.write("new.\(format)", converted.bytes)
        try office.convert("new.\(format)", to: "txt:Text (encoded):UTF8")
        let text = String(decoding: try #require(office.contents("new.txt")), as: UTF8.self)
        let lines = text.split(whereSeparator: \.isNewline).map { $0.filter { $0 != "\u{FEFF}" } }
        #expect(lines == sample.paragraphs + [Self.unicode])
        #expect(converted.report.converted == 3)
        #expect(converted.report.left.isEmpty)
        // The old document shows what it is: bytes.
        try office.convert("old.\(format)", to: "txt:Text (encoded):UTF8")
        let before = String(decoding: try #require(office.contents("old.txt")), as: UTF8.self)
        #expect(!before.contains("Việt") && before.contains(Self.unicode))
    }

    @Test func `What stands for a letter is shown as one`() throws {
        func run(_ content: String, _ font: String) -> String {
            "<w:r><w:rPr><w:rFonts w:ascii=\"\(font)\" w:hAnsi=\"\(font)\"/></w:rPr>\(content)</w:r>"
        }
        func paragraph(_ content: String, look: String = "") -> String { "<w:p>\(look)\(content)</w:p>" }
        let numbered = "<w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>"
        let symbol = "<w:sym w:font=\"VNI-Times\" w:char=\"F0E4\"/>"
        let body = [
            paragraph(run("<w:t>5 ®</w:t><w:softHyphen/><w:t>a tay</w:t>", ".VnTime")),
            paragraph(run("<w:t>o</w:t>\(symbol)<w:t>c</w:t>", "VNI-Times")),
            paragraph(run("<w:t>Vi\u{F0D6}t</w:t>", ".VnTime")),
            paragraph(run("<w:t>®o¹n</w:t><w:br/><w:t>A</w:t><w:noBreakHyphen/><w:t>B</w:t>", ".VnTime")),
            paragraph(run("<w:t>b¸o c¸o</w:t>", ".VnTimeH;Times New Roman")),
            paragraph(run("<w:t>Ph¹m vi</w:t>", ".VnTime"), look: numbered),
        ].joined()
        let styles = """
            <w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:rPr>\
            <w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr></w:style>
            """
        let numbering = """
            <w:numbering><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>\
            <w:lvlText w:val="§iÒu %1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>\
            </w:numbering>
            """
        let office = try LibreOffice()
        let file = SampleArchive.word(body, styles: styles, more: [("word/numbering.xml", numbering)])
        let converted = try Converted(file)
        try office.write("new.docx", converted.bytes)
        let words = try office.words("new.docx")
        for wanted in ["5 đưa tay", "ộc", "Việt", "đoạn A-B", "BÁO CÁO", "Điều 1. Phạm vi"] {
            #expect(words.contains(wanted), "\(words)")
        }
        #expect(converted.report.left.isEmpty)
    }

    /// Sheets and slides as LibreOffice writes them, and the lines that it shows of them before and after.
    @Test(arguments: ["xlsx", "ods", "pptx", "odp"])
    func `Sheets and presentations open with the right text`(_ format: String) throws {
        let isSheet = ["xlsx", "ods"].contains(format)
        let source = isSheet ? "old.fods" : "old.fodp"
        let office = try LibreOffice()
        try office.write(source, isSheet ? sheet() : slide())
        try office.convert(source, to: format)
        let old = try #require(office.contents("old.\(format)"))
        let converted = try Converted(old)
        try office.write("new.\(format)", converted.bytes)
        let before = try office.words("old.\(format)")
        let after = try office.words("new.\(format)")
        let pairs = [
            "Hä vµ tªn": "Họ và tên", "b¸o c¸o": "BÁO CÁO", "Vieät Nam": "Việt Nam", "xin Vieät": "xin Việt",
            "N÷ Hä vµ tªn": isSheet ? "Nữ Họ và tên" : "", "Việt Ö": "Việt Ö",
        ]
        for (old, new) in pairs where !new.isEmpty {
            #expect(before.contains(old), "\(old)")
            #expect(after.contains(new), "\(new)")
        }
        #expect(converted.report.left.isEmpty)
        #expect(converted.report.rows.contains { $0.encoding == .vniWindows && $0.runs >= 2 })
        // Nothing is left to convert.
        #expect(try Converted(converted.bytes).report.converted == 0)
    }

    /// The beginning of a document in LibreOffice's own format, with the fonts of the samples.
    private func head(_ kind: String, _ styles: String, _ automatic: String, _ masters: String = "") -> String
    {
        let prefix = "urn:oasis:names:tc:opendocument:xmlns:"
        let names = [
            ("office", "office"), ("style", "style"), ("text", "text"), ("fo", "xsl-fo-compatible"),
            ("svg", "svg-compatible"), ("table", "table"), ("draw", "drawing"), ("of", "of"),
        ].map { "xmlns:\($0.0)=\"\(prefix)\($0.1):\($0.1 == "of" ? "1.2" : "1.0")\"" }.joined(separator: " ")
        let faces = [".VnTime", ".VnArialH", "VNI-Helve", "DejaVu Sans"].enumerated().map {
            "<style:font-face style:name=\"F\($0)\" svg:font-family=\"'\($1)'\"/>"
        }.joined()
        let looks = (0..<3).map {
            """
            <style:style style:name="C\($0)" style:family="table-cell"><style:text-properties style:font-name="F\($0)"/></style:style>\
            <style:style style:name="P\($0)" style:family="paragraph"><style:text-properties style:font-name="F\($0)"/></style:style>\
            <style:style style:name="T\($0)" style:family="text"><style:text-properties style:font-name="F\($0)"/></style:style>
            """
        }.joined()
        return """
            <?xml version="1.0" encoding="UTF-8"?><office:document \(names) office:version="1.3" \
            office:mimetype="application/vnd.oasis.opendocument.\(kind)"><office:font-face-decls>\(faces)</office:font-face-decls>\
            <office:styles>\(styles)</office:styles><office:automatic-styles>\(automatic)\(looks)</office:automatic-styles>\
            \(masters)<office:body><office:\(kind)>
            """
    }

    private func sheet() -> [UInt8] {
        func cell(_ look: Int?, _ text: String, more: String = "") -> String {
            let look = look.map { " table:style-name=\"C\($0)\"" } ?? ""
            return
                "<table:table-cell\(look) office:value-type=\"string\"\(more)><text:p>\(text)</text:p></table:table-cell>"
        }
        let styles = """
            <style:default-style style:family="table-cell"><style:text-properties style:font-name="F3"/></style:default-style>\
            <style:style style:name="Default" style:family="table-cell"/>
            """
        let formula = """
             table:formula="of:=&quot;N÷ &quot;&amp;[.A1]" office:string-value="N÷ Hä vµ tªn"
            """
        let rows = [
            cell(0, "Hä vµ tªn") + cell(1, "b¸o c¸o") + cell(2, "Vieät Nam"),
            cell(nil, "Việt Ö") + cell(nil, "xin <text:span text:style-name=\"T2\">Vieät</text:span>"),
            cell(0, "N÷ Hä vµ tªn", more: formula),
        ].map { "<table:table-row>\($0)</table:table-row>" }.joined()
        return Array(
            """
            \(head("spreadsheet", styles, ""))<table:table table:name="B1"><table:table-column \
            table:number-columns-repeated="3"/>\(rows)</table:table></office:spreadsheet></office:body></office:document>
            """.utf8)
    }

    private func slide() -> [UInt8] {
        let styles = """
            <style:default-style style:family="graphic"><style:text-properties style:font-name="F3"/></style:default-style>
            """
        let page = """
            <style:page-layout style:name="PM"><style:page-layout-properties fo:page-width="28cm" fo:page-height="21cm"/>\
            </style:page-layout>
            """
        let master = """
            <office:master-styles><style:master-page style:name="M" style:page-layout-name="PM"/></office:master-styles>
            """
        let paragraphs = """
            <text:p text:style-name="P0">Hä vµ tªn</text:p><text:p text:style-name="P1">b¸o c¸o</text:p>\
            <text:p text:style-name="P2">Vieät Nam</text:p><text:p>Việt Ö</text:p>\
            <text:p>xin <text:span text:style-name="T2">Vieät</text:span></text:p>
            """
        return Array(
            """
            \(head("presentation", styles, page, master))<draw:page draw:name="A" draw:master-page-name="M">\
            <draw:frame svg:width="20cm" svg:height="9cm" svg:x="2cm" svg:y="2cm"><draw:text-box>\(paragraphs)</draw:text-box>\
            </draw:frame></draw:page></office:presentation></office:body></office:document>
            """.utf8)
    }

    /// The sample in the encoding, as LibreOffice's own format; the first paragraph's second half is bold.
    private func source(_ sample: Sample) -> [UInt8] {
        let texts = sample.paragraphs.enumerated().map { index, text in
            let isCapitals = sample.fonts[index].hasSuffix("H")
            var encoder = sample.encoding.encoder()
            let bytes = encoder.convertAll(Array((isCapitals ? text.lowercased() : text).utf8))
            return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
        }
        // Between a vowel and its mark, in VNI.
        let half = texts[0].firstRange(of: "Nam")?.lowerBound ?? texts[0].endIndex
        let cut = texts[0].index(half, offsetBy: sample.encoding == .vniWindows ? -3 : 0)
        let bold = "<text:span text:style-name=\"T1\">\(texts[0][cut...])</text:span>"
        let prefix = "urn:oasis:names:tc:opendocument:xmlns:"
        return Array(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <office:document xmlns:office="\(prefix)office:1.0" xmlns:style="\(prefix)style:1.0" \
            xmlns:text="\(prefix)text:1.0" xmlns:fo="\(prefix)xsl-fo-compatible:1.0" \
            xmlns:svg="\(prefix)svg-compatible:1.0" office:version="1.3" \
            office:mimetype="application/vnd.oasis.opendocument.text"><office:font-face-decls>\
            <style:font-face style:name="F0" svg:font-family="\(sample.fonts[0])"/>\
            <style:font-face style:name="F1" svg:font-family="\(sample.fonts[1])"/></office:font-face-decls>\
            <office:automatic-styles>\
            <style:style style:name="P0" style:family="paragraph"><style:text-properties style:font-name="F0"/></style:style>\
            <style:style style:name="P1" style:family="paragraph"><style:text-properties style:font-name="F1"/></style:style>\
            <style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>\
            </office:automatic-styles><office:body><office:text>\
            <text:p text:style-name="P0">\(texts[0][..<cut])\(bold)</text:p>\
            <text:p text:style-name="P1">\(texts[1])</text:p><text:p>\(Self.unicode)</text:p>\
            </office:text></office:body></office:document>
            """.utf8)
    }
}

/// LibreOffice without a window, in a folder of its own that is removed at the end.
final class LibreOffice {
    /// Whether it can be run here.
    static var isInstalled: Bool {
        [program, "/usr/bin/pdftotext"].allSatisfy { FileManager.default.isExecutableFile(atPath: $0) }
    }
    private static let program = "/usr/bin/soffice"

    private let folder = NSTemporaryDirectory() + "chu-office-\(UUID().uuidString)"

    init() throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func write(_ name: String, _ bytes: [UInt8]) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
    }

    func contents(_ name: String) -> [UInt8]? {
        FileManager.default.contents(atPath: "\(folder)/\(name)").map { Array($0) }
    }

    /// What the pages of a document show, with one blank between two words.
    func words(_ name: String) throws -> String {
        try convert(name, to: "pdf")
        let stem = name.prefix { $0 != "." }
        try run("/usr/bin/pdftotext", ["-layout", "\(stem).pdf", "\(stem).words"])
        let text = String(decoding: contents("\(stem).words") ?? [], as: UTF8.self)
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Saves the file called `name` in another format, beside it.
    func convert(_ name: String, to format: String) throws {
        // Settings of its own, so that one that is open elsewhere is not asked.
        let settings = "-env:UserInstallation=file://\(folder)/settings"
        try run(LibreOffice.program, [settings, "--headless", "--convert-to", format, name])
    }

    private func run(_ program: String, _ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
    }
}
