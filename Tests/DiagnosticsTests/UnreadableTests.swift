import Diagnostics
import Testing

/// Files that are not text in UTF-8.
struct UnreadableTests {
    typealias Content = UnreadableText.Content

    static func wide(_ text: String, bytes: Int, isBig: Bool) -> [UInt8] {
        let units = bytes == 2 ? text.utf16.map { UInt32($0) } : text.unicodeScalars.map(\.value)
        return units.flatMap { unit in
            let all = (0..<bytes).map { UInt8(truncatingIfNeeded: unit >> (8 * UInt32($0))) }
            return isBig ? all.reversed() : all
        }
    }

    static let sample = "keymap 1\nlanguage rad\ntitle Êđê chữ\n"

    static let cases: [(bytes: [UInt8], content: Content)] = [
        (Array("PK\u{3}\u{4}".utf8) + [20, 0, 6, 0] + Array("abc".utf8), .archive),
        (Array("PK\u{3}\u{4}......word/document.xml".utf8), .document("docx")),
        (Array("PK\u{3}\u{4}....xl/workbook.xml".utf8), .document("xlsx")),
        (Array("PK\u{3}\u{4}..mimetypeapplication/vnd.oasis.opendocument.text".utf8), .document("odt")),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], .oldDocument), (Array(#"{\rtf1\ansi"#.utf8), .richText),
        (Array("\n <!DOCTYPE HTML>\n<p>".utf8), .markup), (Array("\u{FEFF}<?xml version".utf8), .markup),
        (Array("%PDF-1.7".utf8), .pdf), ([0x1F, 0x8B, 8, 0], .compressed("gzip")),
        ([0x28, 0xB5, 0x2F, 0xFD, 4], .compressed("zstd")), ([0x89, 0x50, 0x4E, 0x47, 0x0D], .picture),
        ([0x7F, 0x45, 0x4C, 0x46, 2], .program), (Array("SQLite format 3\0".utf8), .database),
        ([0x89, 0x43, 0x48, 0x55, 0x4B], .compiled), (Array("keymap 1\nlang\0uage".utf8), .binary),
        ([0], .binary), (Array("keymap 1\n<<<<<<< HEAD\n".utf8), .conflict),
        (Array("keymap 1\r>>>>>>> theirs".utf8), .conflict), (Array("a\n<<<<<<<\n".utf8), .conflict),
        (wide("\u{FEFF}" + sample, bytes: 2, isBig: false), .wide("UTF-16")),
        (wide("\u{FEFF}" + sample, bytes: 2, isBig: true), .wide("UTF-16")),
        (wide(sample, bytes: 2, isBig: false), .wide("UTF-16LE")),
        (wide(sample, bytes: 2, isBig: true), .wide("UTF-16BE")),
        (wide("\u{FEFF}" + sample, bytes: 4, isBig: false), .wide("UTF-32")),
        (wide("\u{FEFF}" + sample, bytes: 4, isBig: true), .wide("UTF-32")),
        (wide(sample, bytes: 4, isBig: false), .wide("UTF-32LE")),
        (wide(sample, bytes: 4, isBig: true), .wide("UTF-32BE")),
        (Array("ok\nb".utf8) + [0xEA, 0x0A], .unknown),
        (Array("chữ\nb".utf8) + [0xEA, 0x0A], .mixed(lines: 1)),
        (Array("chữ\r".utf8) + [0xEA, 0x0D, 0xEA, 0x0D], .mixed(lines: 2)),
    ]

    @Test(arguments: cases) func `What a file seems to be is named`(bytes: [UInt8], content: Content) throws {
        let unreadable = try #require(SourceText(path: "a b.keymap", bytes: bytes).unreadable)
        #expect(unreadable.content == content)
        #expect(unreadable.range.upperBound <= bytes.count)
        let (english, vietnamese) = (unreadable.wording.english, unreadable.wording.vietnamese)
        #expect(english != vietnamese && !english.contains("Optional"))
        #expect(english.contains(" checked;") && vietnamese.contains("không được kiểm tra;"))
        if english.contains(".keymap") { #expect(english.contains("\"a b.keymap\"")) }
    }

    @Test(arguments: [
        "", "\n", "\u{FEFF}keymap 1", "PK", "a\tb", "<<<<<<<a", "<<<<<< a", "=======", "title <<<<<<< x",
        "êa\u{7}", "\u{FFFD}", "a\rb", "{\\lx}", "BZ", "\\lx <html",
    ])
    func `Text is text`(text: String) {
        #expect(SourceText(path: "a", text).unreadable == nil)
    }

    @Test func `A path is written as a shell reads it`() throws {
        for (path, shown) in [("a.keymap", "a.keymap"), ("tệp.keymap", "tệp.keymap"), ("a$b", "\"a\\$b\"")] {
            var text = SourceText(path: path, bytes: [0x62, 0xEA])
            text.likelyEncoding = .legacy("viscii")
            let wording = try #require(text.unreadable).wording
            #expect(wording.english.hasSuffix("--from viscii --to unicode --in-place \(shown)'"))
            #expect(wording.vietnamese.hasSuffix("--from viscii --to unicode --in-place \(shown)'"))
        }
    }
}
