import Conversion
import Foundation
import Bytes
import TestSupport
import Testing

@testable import Document

/// Documents that LibreOffice wrote, and what it reads of them when they are converted.
///
/// The tests are skipped where `soffice` is not installed (`apt-get install libreoffice-writer-nogui`).
@Suite(.enabled(if: LibreOffice.isInstalled, "soffice is not installed"), .serialized)
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
    static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: program) }
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

    /// Saves the file called `name` in another format, beside it.
    func convert(_ name: String, to format: String) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: LibreOffice.program)
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        // Settings of its own, so that one that is open elsewhere is not asked.
        process.arguments = [
            "-env:UserInstallation=file://\(folder)/settings", "--headless", "--convert-to", format, name,
        ]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
    }
}
