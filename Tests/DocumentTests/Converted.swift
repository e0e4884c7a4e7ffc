import Conversion
import Bytes
import TestSupport

@testable import Document

/// A document that was converted, and what is in it.
struct Converted {
    let bytes: [UInt8]
    let report: DocumentReport

    init(_ file: [UInt8], _ converter: DocumentConverter = DocumentConverter()) throws {
        let document = try converter.convert(Bytes(file))
        var bytes: [UInt8] = []
        document.write { bytes += $0 }
        self.bytes = bytes
        report = document.report
    }

    /// The text of a part.
    func part(_ name: String) throws -> String { try Converted.part(name, of: bytes) }

    /// What stands in the body of `word/document.xml`.
    func body() throws -> String { try Converted.inside("<w:body>", "</w:body>", part("word/document.xml")) }

    /// What stands in the body of `content.xml`.
    func text() throws -> String {
        try Converted.inside("<office:text>", "</office:text>", part("content.xml"))
    }

    /// The text of a part of the archive `bytes`.
    static func part(_ name: String, of bytes: [UInt8]) throws -> String {
        let archive = try ZipArchive(Bytes(bytes))
        guard let index = archive.index(of: name) else { return "" }
        return try String(decoding: archive.unpacked(index, limit: 1 << 20), as: UTF8.self)
    }

    private static func inside(_ start: String, _ end: String, _ text: String) -> String {
        guard let start = text.firstRange(of: start), let end = text.firstRange(of: end) else { return text }
        return String(text[start.upperBound..<end.lowerBound])
    }
}

extension SampleArchive {
    /// A run of a `.docx`, in a font or as its style says.
    static func run(_ text: String, _ font: String? = nil, more: String = "") -> String {
        let fonts = font.map { "<w:rFonts w:ascii=\"\($0)\" w:hAnsi=\"\($0)\"/>" } ?? ""
        return "<w:r><w:rPr>\(fonts)\(more)</w:rPr><w:t>\(text)</w:t></w:r>"
    }

    /// A style of a `.docx`.
    static func style(_ id: String, _ type: String, _ fonts: String, base: String = "", more: String = "")
        -> String
    {
        let base = base.isEmpty ? "" : "<w:basedOn w:val=\"\(base)\"/>"
        return """
            <w:style w:type="\(type)" w:styleId="\(id)"\(more)>\(base)<w:rPr><w:rFonts \(fonts)/></w:rPr></w:style>
            """
    }
}
