import Foundation
import Files
import Testing

/// Files written piece by piece.
struct FileReplacementTests {
    let folder: String

    init() throws {
        folder = NSTemporaryDirectory() + "chu-replacement-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    private func contents(_ name: String) -> [UInt8]? {
        FileManager.default.contents(atPath: "\(folder)/\(name)").map { Array($0) }
    }

    private var names: [String] { Folder.names(at: folder) ?? [] }

    @Test func `The old file stays until the new one is whole`() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try replaceFile(at: "\(folder)/a", with: Array("mưa".utf8))
        let file = try FileReplacement(of: "\(folder)/a")
        try file.write(Array("nắ".utf8))
        #expect(contents("a") == Array("mưa".utf8))
        try file.write(Array("ng".utf8))
        try file.commit()
        #expect(contents("a") == Array("nắng".utf8))
        #expect(names == ["a"])
        #expect(throws: FileError.self) { try file.write([0x61]) }
        #expect(throws: FileError.self) { try file.commit() }
    }

    @Test func `A cancelled or released replacement leaves the old file and nothing else`() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try replaceFile(at: "\(folder)/a", with: [0x61])
        let file = try FileReplacement(of: "\(folder)/a")
        try file.write([0x62])
        file.cancel()
        file.cancel()
        do {
            let other = try FileReplacement(of: "\(folder)/b")
            try other.write([0x63])
        }
        #expect(contents("a") == [0x61])
        #expect(names == ["a"])
    }

    @Test func `A device is written to and not replaced`() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let device = try FileReplacement(of: "/dev/null")
        try device.write([0x61])
        try device.commit()
        #expect(
            try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type] as? FileAttributeType
                == .typeCharacterSpecial)
        let full = try FileReplacement(of: "/dev/full")
        #expect(throws: FileError(.write, "/dev/full", ENOSPC)) { try full.write([0x61]) }
        #expect(throws: FileError.self) { try FileReplacement(of: folder) }
    }

    @Test func `A file is read in pieces, and its size is known`() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let bytes = (0..<PieceReader.pieceSize + 5).map { UInt8(truncatingIfNeeded: $0) }
        try replaceFile(at: "\(folder)/a", with: bytes)
        let reader = try PieceReader(path: "\(folder)/a")
        #expect(reader.size == bytes.count)
        var found: [UInt8] = []
        var pieces = 0
        while try reader.next() {
            found += reader.piece
            pieces += 1
        }
        #expect(found == bytes)
        #expect(pieces == 2)
        #expect(try !reader.next() && reader.piece.isEmpty)
        #expect(throws: FileError(.open, "\(folder)/none", ENOENT)) {
            try PieceReader(path: "\(folder)/none")
        }
        #expect(throws: FileError(.read, folder, EISDIR)) { try PieceReader(path: folder) }
    }
}
