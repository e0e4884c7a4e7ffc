import Bytes
import TestSupport
import Testing

@testable import Document

/// The encodings that the XML of a part may have.
struct PartTextTests {
    private static let namespace = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""

    /// A `.docx` whose text is `part`.
    private static func document(_ part: [UInt8]) throws -> [UInt8] {
        let archive = try ZipArchive(Bytes(SampleArchive.word("")))
        var parts: [(name: String, bytes: [UInt8])] = []
        for index in archive.entries.indices {
            let name = archive.entries[index].name
            parts.append(
                (name, try name == "word/document.xml" ? part : archive.unpacked(index, limit: 1 << 20)))
        }
        return SampleArchive.bytes(parts)
    }

    private static func text(_ text: String, _ font: String, encoding: String) -> String {
        """
        <?xml version="1.0" encoding="\(encoding)"?><w:document \(namespace)><w:body>\
        <w:p>\(SampleArchive.run(text, font))</w:p></w:body></w:document>
        """
    }

    private static func utf16(_ text: String, isLittle: Bool, hasMark: Bool) -> [UInt8] {
        ((hasMark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit in
            let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
            return isLittle ? bytes.reversed() : bytes
        }
    }

    @Test(arguments: [(true, true), (true, false), (false, true), (false, false)])
    func `UTF-16 is converted, and written as UTF-8`(_ isLittle: Bool, _ hasMark: Bool) throws {
        let before = Self.utf16(
            Self.text("ViÖt 𝄞", ".VnTime", encoding: "UTF-16"), isLittle: isLittle, hasMark: hasMark)
        let converted = try Converted(try Self.document(before))
        #expect(
            try converted.part("word/document.xml")
                == Self.text("Việt 𝄞", "Times New Roman", encoding: "UTF-8"))
    }

    @Test func `UTF-16 in which nothing changes stays`() throws {
        let file = try Self.document(
            Self.utf16(Self.text("Việt", "Arial", encoding: "UTF-16"), isLittle: true, hasMark: true))
        #expect(try Converted(file).bytes == file)
    }

    @Test(arguments: [
        // Half a character of two; an odd number of bytes; other encodings, also those that say they are what they are not.
        utf16(text("Vi\u{10000}t", ".VnTime", encoding: "UTF-16"), isLittle: true, hasMark: true).dropHalf(),
        utf16("<a/>", isLittle: true, hasMark: true) + [0],
        Array(text("ViÖt", ".VnTime", encoding: "windows-1252").utf8),
        Array(text("ViÖt", ".VnTime", encoding: "UTF-16").utf8),
        Array(text("ViÖt", ".VnTime", encoding: "utf-32").utf8),
    ])
    func `Other encodings are refused, and nothing is half`(_ part: [UInt8]) throws {
        let file = try Self.document(part)
        #expect(throws: DocumentError.encoding(part: "word/document.xml")) {
            _ = try DocumentConverter().convert(Bytes(file))
        }
    }
}

extension [UInt8] {
    /// These without the second half of the first pair of surrogates, in the order of bytes of little ends.
    fileprivate func dropHalf() -> [UInt8] {
        guard
            let place = stride(from: 0, to: count - 1, by: 2).first(where: { 0xDC...0xDF ~= self[$0 + 1] })
        else { return self }
        return Array(self[..<place] + self[(place + 2)...])
    }
}
