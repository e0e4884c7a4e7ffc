import Foundation
import TestSupport
import Testing

/// `chu convert` with a `.docx` or an `.odt`.
struct DocumentTests {
    let scratch: ScratchFolder

    init() throws {
        scratch = try ScratchFolder()
        try scratch.file("a.docx", DocumentTests.word("ViÖt", ".VnTime"))
        try scratch.file("plain.docx", DocumentTests.word("Việt", "Arial"))
    }

    private static func word(_ text: String, _ font: String) -> [UInt8] {
        SampleArchive.word(
            "<w:p><w:r><w:rPr><w:rFonts w:hAnsi=\"\(font)\"/></w:rPr><w:t>\(text)</w:t></w:r></w:p>")
    }

    private func convert(_ arguments: String...) throws -> Command.Result {
        try Command.run(["convert", "--to", "unicode"] + arguments, in: scratch.path)
    }

    private static let converted = word("Việt", "Times New Roman")

    @Test func `The result is the same in a file, in a folder, in place and through a pipe`() throws {
        #expect(try convert("--from", "auto", "a.docx", "-o", "b.docx").code == 0)
        #expect(scratch.contents("b.docx") == Self.converted)
        try FileManager.default.createDirectory(
            atPath: scratch.path + "/out", withIntermediateDirectories: true)
        #expect(try convert("--from", "tcvn3", "a.docx", "plain.docx", "-o", "out").code == 0)
        #expect(scratch.contents("out/a.docx") == Self.converted)
        #expect(scratch.contents("out/plain.docx") == scratch.contents("plain.docx"))
        let piped = try Command.shell(
            "cat a.docx | $CHU convert --from auto --to unicode | cmp - b.docx", in: scratch.path)
        #expect(piped.code == 0, "\(piped.errors)")
        let inPlace = try convert("--from", "auto", "--in-place", "a.docx")
        #expect(inPlace.code == 0)
        #expect(inPlace.errors.isEmpty)
        #expect(scratch.contents("a.docx") == Self.converted)
    }

    @Test func `The report lists the fonts`() throws {
        let result = try convert(
            "--from", "auto", "--report", "--font", "Noto Serif", "a.docx", "-o", "b.docx")
        #expect(
            result.errors
                == """
                chu: a.docx: 1 run of text converted, 0 left
                  1  .VnTime  tcvn3 → Noto Serif

                """)
        #expect(scratch.contents("b.docx") == Self.word("Việt", "Noto Serif"))
        let plain = try convert("--from", "auto", "--report", "--in-place", "plain.docx")
        #expect(
            plain.errors
                == """
                chu: plain.docx: no text in a font of these encodings
                chu: plain.docx: 0 runs of text converted, 1 left
                  1  Arial  left as it is

                """)
    }

    @Test func `Characters that stay are reported`() throws {
        try scratch.file("c.docx", Self.word("→ ViÖt", ".VnTime"))
        let result = try convert("--from", "auto", "--in-place", "c.docx")
        #expect(
            result.errors
                == "chu: c.docx: 1 character in old fonts left as it is, being none of the encoding; first '→' in "
                + "word/document.xml, paragraph 1\n")
        #expect(scratch.contents("c.docx") == Self.word("→ Việt", "Times New Roman"))
    }

    @Test(arguments: [
        // What is in the file, its name, more arguments, the exit code, what is said after the name.
        (
            "\u{D0}\u{CF}\u{11}\u{E0}\u{A1}\u{B1}\u{1A}\u{E1}", "x.doc", [String](), 65,
            "a .doc, .xls or .ppt, or a document with a password; save it as .docx, .xlsx or .pptx without a password first"
        ),
        (
            "%PDF-1.7", "x.pdf", [], 65,
            "a PDF, whose text cannot be changed; convert the document it was made from, or text copied from it"
        ),
        (
            "xlsx", "x.xlsx", [], 65,
            "not a document, whatever its name says; it does not begin as a ZIP archive"
        ),
        ("{\\rtf1\\ansi Vi\\'d6t}", "x.rtf", [], 65, "a document in RTF; save it as .docx first"),
        (
            "PK\u{3}\u{4}", "x.docx", [], 65,
            "the archive is damaged here; open the document and save it again"
        ),
        (
            "Việt", "x.odt", [], 65,
            "not a document, whatever its name says; it does not begin as a ZIP archive"
        ),
        ("", "a.docx", ["--columns", "1"], 64, "--columns is for text, and this is a document"),
        ("", "a.docx", ["--ill-formed", "keep"], 64, "--ill-formed is for text, and this is a document"),
        (
            "", "a.docx", ["plain.docx"], 64,
            "documents are not written one after the other; give -o with a folder, or --in-place"
        ),
    ])
    func `Other files, and options that are not for documents, are refused, and nothing is written`(
        _ text: String, _ name: String, _ more: [String], _ code: Int, _ wanted: String
    ) throws {
        if !text.isEmpty {
            let isBytes = text.unicodeScalars.allSatisfy { $0.value < 256 }
            let bytes = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
            try scratch.file(name, isBytes ? bytes : Array(text.utf8))
        }
        let before = scratch.contents(name)
        let arguments = ["convert", "--from", "auto", "--to", "unicode", name] + more
        let result = try Command.run(arguments + ["-o", "out.docx"], in: scratch.path)
        #expect(result.code == Int32(code))
        #expect(result.errors == "chu: \(name): \(wanted)\n")
        #expect(scratch.contents("out.docx") == nil)
        #expect(scratch.contents(name) == before)
        #expect(try Command.run(arguments, in: scratch.path).output.isEmpty)
    }

    @Test func `What is left is reported with its place, in both languages`() throws {
        let look = "<w:rPr><w:rFonts w:ascii=\"VNI-Times\" w:hAnsi=\"VNI-Times\"/></w:rPr>"
        let body = """
            <w:p><w:r>\(look)<w:t>o</w:t></w:r><w:ins><w:r>\(look)<w:t>ä</w:t></w:r></w:ins>\
            <w:r>\(look)<w:instrText>SEQ Hình Vieät</w:instrText></w:r></w:p>
            """
        let sheet = """
            <s:c r="A1" s="1" t="inlineStr"><s:is><s:t>ViÖt</s:t></s:is></s:c>\
            <s:c r="B2" t="str"><s:f>IF(A1="ViÖt","có","")</s:f><s:v>có</s:v></s:c>
            """
        try scratch.file("left.docx", SampleArchive.word(body))
        try scratch.file("left.xlsx", SampleArchive.workbook(sheet, fonts: ["Arial", ".VnTime"]))
        let arguments = ["convert", "--from", "auto", "--to", "unicode", "left.docx", "left.xlsx", "-o"]
        try FileManager.default.createDirectory(
            atPath: scratch.path + "/out", withIntermediateDirectories: true)
        #expect(
            try Command.run(arguments + ["out"], in: scratch.path).errors == """
                chu: left.docx: 1 mark in old fonts without its letter, as when a tracked change cuts a letter in two; first \
                'ä' in word/document.xml, paragraph 1
                chu: left.docx: 1 field code in old fonts left with its font; first 'SEQ Hình Vieät' in \
                word/document.xml, paragraph 1
                chu: left.xlsx: 1 formula or number format with text left as it is, because no one old font shows it; first \
                'IF(A1="ViÖt","có","")' in xl/worksheets/sheet1.xml, cell B2

                """)
        #expect(
            try Command.run(
                arguments + ["out"], variables: ["LANG": "vi_VN.UTF-8"], in: scratch.path
            ).errors == """
                chu: left.docx: 1 dấu trong phông cũ không liền chữ của nó, chẳng hạn vì một sửa đổi đang theo dõi cắt đôi \
                chữ; đầu tiên là 'ä' trong word/document.xml, đoạn văn thứ 1
                chu: left.docx: 1 mã trường trong phông cũ để nguyên cùng phông; đầu tiên là 'SEQ Hình Vieät' trong \
                word/document.xml, đoạn văn thứ 1
                chu: left.xlsx: 1 công thức hay dạng số có chữ để nguyên vì không chỉ hiện bằng một phông cũ; đầu tiên là \
                'IF(A1="ViÖt","có","")' trong xl/worksheets/sheet1.xml, ô B2

                """)
    }

    @Test(arguments: ["viqr", "vps", "unicode", "repair"])
    func `Encodings that no font shows are refused`(_ form: String) throws {
        let result = try convert("--from", form, "a.docx", "-o", "b.docx")
        #expect(result.code == 64)
        #expect(
            result.errors
                == "chu: a.docx: a document is converted from tcvn3, vni-windows, viscii, auto to unicode\n")
    }

    @Test func `One that is damaged does not keep the others from being replaced`() throws {
        let whole = try #require(scratch.contents("a.docx"))
        try scratch.file("bad.docx", Array(whole.dropLast(10)))
        let result = try convert("--from", "auto", "--in-place", "bad.docx", "a.docx")
        #expect(result.code == 65)
        #expect(scratch.contents("bad.docx") == Array(whole.dropLast(10)))
        #expect(scratch.contents("a.docx") == Self.converted)
    }

    @Test func `Messages are Vietnamese under a Vietnamese locale`() throws {
        try scratch.file("x.rtf", "{\\rtf1}")
        let result = try Command.run(
            ["convert", "--from", "auto", "--to", "unicode", "x.rtf"], variables: ["LANG": "vi_VN.UTF-8"],
            in: scratch.path)
        #expect(result.errors == "chu: x.rtf: văn bản RTF; hãy lưu lại dưới dạng .docx trước\n")
    }
}
