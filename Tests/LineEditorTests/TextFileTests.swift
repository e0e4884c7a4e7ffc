import Foundation
import LineEditor
import Bytes
import Files
import Testing

struct TextFileTests {
    private let folder: String

    init() throws {
        folder = NSTemporaryDirectory() + "chu-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    @Test(arguments: [
        "", "\n", "a", "a\n", "a\nb", "a\r\nb\r\n", "a\r\nb", "a\r\nb\n", "\u{FEFF}a\n", "\u{FEFF}", "a\r",
        "\r\n", "\n\n",
        "e\u{306}\u{301}\n", "a\u{0}b\n",
    ])
    func `A file that is opened and saved is the same, byte for byte`(_ content: String) throws {
        let path = folder + "/text"
        let bytes = Array(content.utf8)
        try replaceFile(at: path, with: bytes)
        var (file, text) = try TextFile.open(path)
        #expect(file.exists)
        try file.save(EditedText(text).text)
        #expect(FileManager.default.contents(atPath: path).map { Array($0) } == bytes)
    }

    @Test func `A new file ends its last line, and an empty text stays empty`() throws {
        let (file, text) = try TextFile.open(folder + "/new")
        #expect(!file.exists)
        #expect(text == "")
        #expect(file.bytes(of: "") == [])
        #expect(file.bytes(of: "ia") == Array("ia\n".utf8))
    }

    @Test(arguments: [
        ([0x61, 0x0A, 0x62, 0xFF, 0x63] as [UInt8], 2, 2), ([0xC3], 1, 1), ([0x0A, 0xED, 0xA0, 0x80], 2, 1),
    ])
    func `A file that is not UTF-8 is refused with its place, and not touched`(
        _ bytes: [UInt8], _ line: Int, _ column: Int
    ) throws {
        let path = folder + "/bad"
        try replaceFile(at: path, with: bytes)
        #expect(throws: TextFile.Failure.illFormed(path: path, line: line, column: column)) {
            try TextFile.open(path)
        }
        #expect(FileManager.default.contents(atPath: path).map { Array($0) } == bytes)
    }

    @Test func `The text of another program is not overwritten unasked`() throws {
        let path = folder + "/text"
        try replaceFile(at: path, with: Array("a\n".utf8))
        var file = try TextFile.open(path).file
        try file.save("b")
        try file.save("c")
        try replaceFile(at: path, with: Array("theirs\n".utf8))
        #expect(throws: TextFile.SaveFailure.changedByOthers) { try file.save("d") }
        #expect(FileManager.default.contents(atPath: path).map { Array($0) } == Array("theirs\n".utf8))
        try file.save("d")
        #expect(FileManager.default.contents(atPath: path).map { Array($0) } == Array("d\n".utf8))
        try FileManager.default.removeItem(atPath: path)
        try file.save("e")
        #expect(FileManager.default.contents(atPath: path).map { Array($0) } == Array("e\n".utf8))
    }

    @Test func `A folder is refused`() {
        #expect(throws: TextFile.Failure.self) { try TextFile.open(folder) }
    }

    @Test func `A file or a line beyond any sense is refused`() throws {
        let path = folder + "/large"
        let line = [UInt8](repeating: 0x61, count: Editor.lineLimit)
        try replaceFile(at: path, with: [0x61, 0x0A] + line + [0x0A])
        #expect(try TextFile.open(path).text.utf8.count == Editor.lineLimit + 2)
        try replaceFile(at: path, with: [0x61, 0x0A] + line + [0x61, 0x0A])
        #expect(throws: TextFile.Failure.longLine(path: path, line: 2)) { try TextFile.open(path) }
        // A file with a hole takes no room.
        let file = try #require(FileHandle(forWritingAtPath: path))
        try file.truncate(atOffset: UInt64(TextFile.sizeLimit) + 1)
        try file.close()
        #expect(throws: TextFile.Failure.tooLarge(path: path)) { try TextFile.open(path) }
    }

    @Test func `An unsaved text is kept for one file, and only the user may read it`() throws {
        let unsaved = UnsavedTexts(folder: folder + "/state/unsaved")
        let files = FileManager.default
        var kept: [String] = []
        for name in ["a.txt", "b.txt", "%2Fa.txt", "", String(repeating: "ê", count: 120) + "1"] {
            kept.append(try unsaved.keep(Array(name.utf8), of: name.isEmpty ? "" : "\(folder)/\(name)"))
        }
        #expect(Set(kept).count == kept.count)
        let attributes = try files.attributesOfItem(atPath: kept[0])
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        // This process is an editor that is still open, so nothing is offered to others.
        #expect(unsaved.left(of: folder + "/a.txt") == [])
        let gone = kept[0].replacing(/[0-9]+$/, with: "999999999")
        try files.moveItem(atPath: kept[0], toPath: gone)
        #expect(unsaved.left(of: folder + "/a.txt") == [gone])
        // A link leads to the same file, and so does a path from here.
        try files.createSymbolicLink(atPath: folder + "/link", withDestinationPath: "a.txt")
        #expect(unsaved.left(of: folder + "/link") == [gone])
        #expect(unsaved.left(of: folder + "/none") == [])
        unsaved.remove(gone)
        #expect(unsaved.left(of: folder + "/a.txt") == [])
    }

    @Test func `Text kept beside a file never takes the place of another`() throws {
        let (file, _) = try TextFile.open(folder + "/thư.txt")
        let names = try [file.saveBeside("1"), file.saveBeside("2")]
        #expect(names == [folder + "/thư.txt.recovered", folder + "/thư.txt.recovered2"])
        #expect(TextFile.recovered(folder + "/thư.txt") == names)
        #expect(FileManager.default.contents(atPath: names[0]).map { Array($0) } == Array("1\n".utf8))
    }

    @Test func `The history keeps its latest lines, once each in a row`() {
        var history = History("a\n\nb\n")
        history.add("b")
        history.add("  ")
        history.add("a")
        #expect(history.lines == ["a", "b", "a"])
        for number in 0..<2000 { history.add("\(number)") }
        #expect(history.lines.count == History.limit)
        #expect(History(history.text) == history)
    }
}
