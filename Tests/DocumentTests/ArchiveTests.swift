import Bytes
import TestSupport
import Testing

@testable import Document

/// The archive around the text: what is kept, and what is refused.
struct ArchiveTests {
    private static let document = SampleArchive.word(
        "<w:p>\(SampleArchive.run("ViÖt", ".VnTime"))</w:p>", more: [("word/header1.xml", "<w:hdr></w:hdr>")])

    private func failure(_ bytes: [UInt8]) -> DocumentError? {
        do {
            _ = try DocumentConverter().convert(Bytes(bytes))
            return nil
        } catch {
            return error
        }
    }

    @Test func `Parts without text in such fonts stay byte for byte, in their order`() throws {
        let converted = try Converted(Self.document)
        let before = try ZipArchive(Bytes(Self.document))
        let after = try ZipArchive(Bytes(converted.bytes))
        #expect(after.entries.map(\.name) == before.entries.map(\.name))
        for (old, new) in zip(before.entries, after.entries) where old.name != "word/document.xml" {
            #expect(Array(converted.bytes[new.extent]) == Array(Self.document[old.extent]), "\(old.name)")
        }
        #expect(try converted.body() == "<w:p>\(SampleArchive.run("Việt", "Times New Roman"))</w:p>")
    }

    @Test func `A document without such fonts comes out as it is`() throws {
        let files = [
            SampleArchive.word("<w:p>\(SampleArchive.run("quê", "Arial"))</w:p>"),
            SampleArchive.openDocument("<text:p>quê</text:p>"), try Converted(Self.document).bytes,
        ]
        for file in files {
            let converted = try Converted(file)
            #expect(converted.bytes == file)
            #expect(converted.report.converted == 0)
        }
    }

    @Test func `A part that was deflated is deflated again`() throws {
        let text = [UInt8](repeating: 0x61, count: 100_000)
        let packed = try #require(Deflate.packed(text))
        #expect(packed.count < 1000)
        #expect(Deflate.unpacked(packed, size: text.count) == text)
        #expect(Deflate.unpacked(packed, size: text.count - 1) == nil)
        #expect(Deflate.unpacked(packed, size: text.count + 1) == nil)
        #expect(Deflate.unpacked(Array(packed.dropLast()), size: text.count) == nil)
        #expect(Deflate.unpacked([0xFF], size: 10) == nil)
        #expect(Deflate.packed([]).flatMap { Deflate.unpacked($0, size: 0) } == [])
    }

    @Test func `Cut anywhere, it is refused`() {
        for count in stride(from: 0, to: Self.document.count, by: 7) {
            #expect(failure(Array(Self.document[..<count])) != nil, "\(count)")
        }
    }

    @Test func `Whatever byte is another, nothing traps`() {
        for index in Self.document.indices {
            var bytes = Self.document
            bytes[index] ^= 0x41
            _ = failure(bytes)
        }
    }

    @Test func `The directory of an archive is not trusted`() throws {
        let archive = try ZipArchive(Bytes(Self.document))
        let index = try #require(archive.index(of: "word/document.xml"))
        let record = archive.entries[index].record.lowerBound
        func changed(_ offset: Int, _ bytes: [UInt8]) -> DocumentError? {
            var file = Self.document
            for (place, byte) in bytes.enumerated() { file[offset + place] = byte }
            return failure(file)
        }
        let part = "word/document.xml"
        // A password; a method of packing; a checksum; two sizes; an offset.
        #expect(changed(record + 8, [1]) == .encrypted)
        #expect(changed(record + 10, [14]) == .unknownPacking(part: part))
        #expect(changed(record + 16, [1, 2, 3, 4]) == .damaged(part: part))
        #expect(changed(record + 20, [0, 0, 1, 0]) == .damaged(part: part))
        #expect(changed(record + 24, [0, 0, 0, 0x20]) == .tooLarge(part: part))
        #expect(changed(record + 24, [0xFF, 0xFF, 0xFF, 0xFF]) == .tooLarge(part: part))
        #expect(changed(record + 42, [1]) == .damaged(part: part))
        // Two parts at one place, as bombs have it.
        #expect(changed(record + 42, [0, 0, 0, 0]) != nil)
        // Deflated, and larger than that can be: no memory is taken for it.
        var bomb = Self.document
        bomb[record + 10] = 8
        for (place, byte) in [UInt8(0), 0, 0, 0x03].enumerated() { bomb[record + 24 + place] = byte }
        #expect(failure(bomb) == .damaged(part: part))
        #expect(changed(Self.document.count - 22 + 10, [0xFF, 0xFF]) == .tooLarge(part: ""))
    }

    @Test(arguments: [
        (
            "<w:p>",
            DocumentError.malformed(part: "word/document.xml", line: 1, column: 180, reason: "mismatched tag")
        ),
        ("&nbsp;", .malformed(part: "word/document.xml", line: 1, column: 167, reason: "undefined entity")),
    ])
    func `XML that is wrong is reported with its place`(_ body: String, _ wanted: DocumentError) throws {
        let error = try #require(failure(SampleArchive.word(body)))
        guard case .malformed(let part, 1, let column, let reason) = error,
            case .malformed(let wantedPart, _, _, let wantedReason) = wanted
        else {
            Issue.record("\(error)")
            return
        }
        #expect(part == wantedPart)
        #expect(reason == wantedReason)
        #expect(column > 100)
    }

    @Test func `A document type is refused, so that no entity is read or grows`() {
        let body = "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"
        let file = SampleArchive.bytes([
            ("mimetype", Array("application/vnd.oasis.opendocument.text".utf8)),
            ("content.xml", Array(body.utf8)),
        ])
        #expect(failure(file) == .documentType(part: "content.xml"))
    }

    @Test func `Elements that are too deep in one another are refused`() {
        let count = XMLReader.depthLimit + 1
        let body =
            String(repeating: "<w:p>", count: count) + String(repeating: "</w:p>", count: count)
        guard case .malformed(_, _, _, let reason) = failure(SampleArchive.word(body)) else {
            Issue.record("not refused")
            return
        }
        #expect(reason == "elements are too deep in one another")
    }

    @Test func `Passwords of OpenDocument and other archives are refused`() {
        let manifest = """
            <m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry><m:encryption-data/>\
            </m:file-entry></m:manifest>
            """
        let locked = SampleArchive.bytes([
            ("mimetype", Array("application/vnd.oasis.opendocument.text".utf8)), ("content.xml", [1, 2, 3]),
            ("META-INF/manifest.xml", Array(manifest.utf8)),
        ])
        #expect(failure(locked) == .encrypted)
        let sheet = SampleArchive.bytes([
            ("mimetype", Array("application/vnd.oasis.opendocument.image".utf8)), ("content.xml", []),
        ])
        #expect(failure(sheet) == .notText)
        #expect(failure(SampleArchive.bytes([("a.txt", [0x61])])) == .notText)
        #expect(failure(SampleArchive.bytes([])) == .notText)
    }
}
