import CFiles
import Files
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// What a file keeps when its contents are replaced.
struct KeptAttributeTests {
    let scratch: ScratchFolder

    init() throws { scratch = try ScratchFolder() }

    private func status(_ name: String) throws -> stat {
        var status = stat()
        try #require(unsafe lstat(scratch.path + "/" + name, &status) == 0)
        return status
    }

    private func attribute(_ file: String, _ name: String) -> [UInt8]? {
        var value = [UInt8](repeating: 0, count: 200)
        let count = unsafe getxattr(scratch.path + "/" + file, name, &value, value.count)
        return count < 0 ? nil : Array(value.prefix(count))
    }

    /// What is in the folder.
    private var names: [String] { Folder.names(at: scratch.path) ?? [] }

    @Test(arguments: [0o664, 0o600, 0o755, 0o2664, 0o2775, 0o4711, 0o1644, 0o6755] as [mode_t])
    func `The mode is kept, with every bit`(_ mode: mode_t) throws {
        let path = try scratch.file("a", "một")
        #expect(unsafe chmod(path, mode) == 0)
        try replaceFile(at: path, with: [0x62])
        #expect(try status("a").st_mode & 0o7777 == mode)
        #expect(scratch.contents("a") == [0x62])
    }

    @Test(.enabled(if: getuid() == 0, "only root may give a file to another user"))
    func `The owner and the group are kept`() throws {
        for (mode, keepsLinks) in [(0o640, true), (0o2664, false), (0o4755, true)] as [(mode_t, Bool)] {
            let path = try scratch.file("a", "một")
            #expect(unsafe chown(path, 12345, 23456) == 0 && chmod(path, mode) == 0)
            try replaceFile(at: path, with: [0x62], keepingLinks: keepsLinks)
            let status = try status("a")
            #expect(status.st_uid == 12345 && status.st_gid == 23456 && status.st_mode & 0o7777 == mode)
        }
    }

    @Test func `A file that is removed while the new one is written is made again with its mode`() throws {
        let path = try scratch.file("a", "một")
        #expect(unsafe chmod(path, 0o2755) == 0)
        let file = try FileReplacement(of: path)
        try file.write([0x62])
        #expect(try status("a.\(getpid()).new").st_mode & 0o7777 == 0o600)
        #expect(unsafe unlink(path) == 0)
        try file.commit()
        #expect(try status("a").st_mode & 0o7777 == 0o2755)
    }

    @Test func `Extended attributes are kept`() throws {
        let path = try scratch.file("a", "một")
        let note = Array("ghi chú".utf8)
        guard unsafe setxattr(path, "user.note", note, note.count, 0) == 0 else { return }
        #expect(unsafe setxattr(path, "user.empty", note, 0, 0) == 0)
        try replaceFile(at: path, with: [0x62])
        #expect(attribute("a", "user.note") == note && attribute("a", "user.empty") == [])
        #expect(scratch.contents("a") == [0x62])
    }

    @Test func `An access control list is kept, and that of the folder is not put in its place`() throws {
        // Version 2; the user, user 1234, the group, the mask, others: each a tag, permissions and an id.
        func list(_ entries: [(UInt8, UInt8, Int)]) -> [UInt8] {
            entries.reduce(into: [2, 0, 0, 0]) { bytes, entry in
                bytes +=
                    [entry.0, 0, entry.1, 0] + (0..<4).map { UInt8(truncatingIfNeeded: entry.2 >> (8 * $0)) }
            }
        }
        let own = list([(1, 6, -1), (2, 4, 1234), (4, 4, -1), (0x10, 4, -1), (0x20, 0, -1)])
        let folder = list([(1, 7, -1), (2, 7, 4321), (4, 5, -1), (0x10, 7, -1), (0x20, 5, -1)])
        let (a, b) = (try scratch.file("a", "một"), try scratch.file("b", "một"))
        for path in [a, b] { #expect(unsafe chmod(path, 0o644) == 0) }
        guard unsafe setxattr(a, "system.posix_acl_access", own, own.count, 0) == 0,
            unsafe setxattr(scratch.path, "system.posix_acl_default", folder, folder.count, 0) == 0
        else { return }
        for path in [a, b] { try replaceFile(at: path, with: [0x62]) }
        #expect(attribute("a", "system.posix_acl_access") == own)
        #expect(attribute("b", "system.posix_acl_access") == nil)
        #expect(try status("b").st_mode & 0o777 == 0o644)
    }

    @Test(arguments: [("", "mưa"), ("mưa", ""), ("nắng mưa", "gió"), ("gió", "nắng mưa"), ("a", "a")])
    func `All names of a file have the new contents`(_ before: String, _ after: String) throws {
        let path = try scratch.file("a", before)
        #expect(unsafe link(path, scratch.path + "/b") == 0 && chmod(path, 0o2664) == 0)
        let number = try status("a").st_ino
        try replaceFile(at: path, with: Array(after.utf8))
        #expect(scratch.contents("a") == Array(after.utf8) && scratch.contents("b") == Array(after.utf8))
        #expect(try status("a").st_ino == number && status("b").st_ino == number)
        #expect(try status("a").st_mode & 0o7777 == 0o2664)
        #expect(names == ["a", "b"])
        // Unless the other names are to keep the old ones.
        try replaceFile(at: path, with: [0x63], keepingLinks: false)
        #expect(scratch.contents("a") == [0x63] && scratch.contents("b") == Array(after.utf8))
        #expect(names == ["a", "b"])
    }

    @Test func `A large file with two names is written in its place`() throws {
        let path = try scratch.file("a", [UInt8](repeating: 1, count: 700_001))
        #expect(unsafe link(path, scratch.path + "/b") == 0)
        for count in [900_002, 300_003] {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
            try replaceFile(at: path, with: bytes)
            #expect(scratch.contents("b") == bytes)
        }
    }

    /// The link, what it names, and the file that is made.
    @Test(arguments: [
        ("x", "file", "file"), ("x", "sub/file", "sub/file"), ("sub/x", "file", "sub/file"),
        ("sub/x", "../file", "file"), ("x", "y", "sub/file"),
    ])
    func `A link that leads to no file stays, and the file is made`(
        _ link: String, _ name: String, _ file: String
    ) throws {
        #expect(unsafe mkdir(scratch.path + "/sub", 0o755) == 0)
        #expect(unsafe symlink(name, scratch.path + "/" + link) == 0)
        if name == "y" { #expect(unsafe symlink("sub/file", scratch.path + "/y") == 0) }
        try replaceFile(at: scratch.path + "/" + link, with: [0x61])
        #expect(destination(ofLink: scratch.path + "/" + link) == name)
        #expect(scratch.contents(file) == [0x61])
        #expect(try status(file).st_mode & S_IFMT == S_IFREG)
    }

    @Test func `Links that lead round in a circle, or into no folder, are an error`() throws {
        #expect(unsafe symlink("b", scratch.path + "/a") == 0 && symlink("a", scratch.path + "/b") == 0)
        #expect(unsafe symlink("none/c", scratch.path + "/c") == 0)
        for (name, code) in [("a", ELOOP), ("c", ENOENT)] {
            let path = scratch.path + "/" + name
            #expect(throws: FileError(.write, path, code)) { try replaceFile(at: path, with: [0x61]) }
        }
        #expect(names == ["a", "b", "c"])
    }

    @Test func `A file whose name is as long as a file system takes is replaced`() throws {
        for name in [String(repeating: "a", count: 255), String(repeating: "ê", count: 127) + "x"] {
            let path = try scratch.file(name, "một")
            try replaceFile(at: path, with: [0x62])
            #expect(unsafe link(path, scratch.path + "/b") == 0)
            try replaceFile(at: path, with: [0x63, 0x64])
            #expect(scratch.contents(name) == [0x63, 0x64])
            #expect(names == [name, "b"].sorted())
            #expect(unsafe unlink(path) == 0 && unlink(scratch.path + "/b") == 0)
        }
    }

    @Test func `What lies where the new file is to be made is not written to`() throws {
        let path = try scratch.file("a", "một")
        let victim = try scratch.file("victim", "hai")
        let aside = "\(path).\(getpid()).new"
        #expect(unsafe symlink(victim, aside) == 0)
        try replaceFile(at: path, with: [0x62])
        #expect(scratch.contents("victim") == Array("hai".utf8) && scratch.contents("a") == [0x62])
        #expect(names == ["a", "victim"])
    }
}

/// A file that was being written in its place when the program was ended.
struct InterruptedReplacementTests {
    let scratch: ScratchFolder

    init() throws { scratch = try ScratchFolder() }

    private var names: [String] { Folder.names(at: scratch.path) ?? [] }

    /// The file as it was found, and as it is afterwards.
    @Test(arguments: [
        ("nắng hạn", "nắng hạn"), ("mưa gió to", "mưa gió to"), ("mưa n", "mưa n"),
        ("mưaýng hạn", "mưa gió to"),
    ])
    func `What was half written is finished, and what somebody else wrote stays`(
        _ found: String, _ after: String
    )
        throws
    {
        // The third and the last have bytes of both.
        let (old, new) = (Array("nắng hạn".utf8), Array("mưa gió to".utf8))
        let half = Array(new[..<5]) + Array(old[5...])
        let isHalf = found == "mưaýng hạn"
        let path = try scratch.file("a", isHalf ? half : Array(found.utf8))
        try scratch.file("a.999999999.old", old)
        try scratch.file("a.999999999.new", new)
        finishReplacement(of: path)
        #expect(scratch.contents("a") == Array(after.utf8))
        #expect(names == ["a"])
    }

    @Test func `A half file is not written over before its new contents are kept`() throws {
        let (old, new) = (Array("nắng hạn".utf8), Array("mưa gió to".utf8))
        let path = try scratch.file("a", Array(new[..<5]) + Array(old[5...]))
        try scratch.file("a.999999999.old", old)
        try scratch.file("a.999999999.new", new)
        try scratch.file("a.recovered", "mine")
        try replaceFile(at: path, with: [0x62])
        #expect(scratch.contents("a") == [0x62])
        #expect(scratch.contents("a.recovered") == Array("mine".utf8))
        #expect(scratch.contents("a.recovered2") == new)
        #expect(names == ["a", "a.recovered", "a.recovered2"])
    }
}
