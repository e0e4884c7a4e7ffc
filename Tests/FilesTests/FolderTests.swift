import Foundation
import Files
import Testing

struct FolderTests {
    let path = NSTemporaryDirectory() + "/chu-folder-\(UUID().uuidString)"

    @Test func `Names come sorted, without the folder itself`() throws {
        let files = FileManager.default
        try files.createDirectory(atPath: path + "/nước", withIntermediateDirectories: true)
        defer { try? files.removeItem(atPath: path) }
        for name in ["b", ".hidden", "a"] {
            #expect(files.createFile(atPath: "\(path)/\(name)", contents: nil))
        }
        try files.createSymbolicLink(atPath: path + "/link", withDestinationPath: "nước")
        try files.createSymbolicLink(atPath: path + "/loose", withDestinationPath: "gone")

        #expect(Folder.names(at: path) == [".hidden", "a", "b", "link", "loose", "nước"])
        #expect(Folder.names(at: path + "/nước") == [])
        #expect(Folder.names(at: path + "/a") == nil)
        #expect(Folder.names(at: path + "/none") == nil)
        #expect(Folder.isThere(path + "/link"))
        #expect(!Folder.isThere(path + "/a"))
        #expect(!Folder.isThere(path + "/loose"))
        #expect(fileExists(path + "/a"))
        #expect(!fileExists(path + "/loose"))
        #expect(destination(ofLink: path + "/link") == "nước")
        #expect(destination(ofLink: path + "/a") == nil)
    }

    @Test func `Folders are made with those above them, by default for the user alone`() throws {
        let files = FileManager.default
        defer { try? files.removeItem(atPath: path) }
        func mode(_ folder: String) throws -> Int? {
            try files.attributesOfItem(atPath: folder)[.posixPermissions] as? Int
        }
        try makeFolder(at: path + "/a/b")
        #expect(try mode(path) == 0o700)
        #expect(try mode(path + "/a/b") == 0o700)
        try makeFolder(at: path + "/c", mode: 0o555)
        #expect(try mode(path + "/c") == 0o555)
        #expect(files.createFile(atPath: path + "/file", contents: nil))
        #expect(throws: FileError(.write, path + "/file/d", ENOTDIR)) { try makeFolder(at: path + "/file/d") }
    }

    @Test func `A variable is there, empty or not there`() {
        unsafe setenv("CHU_TEST_VARIABLE", "nước", 1)
        defer { unsafe unsetenv("CHU_TEST_VARIABLE") }
        #expect(environmentVariable("CHU_TEST_VARIABLE") == "nước")
        #expect(environmentVariable("CHU_TEST_NO_VARIABLE") == nil)
    }
}
