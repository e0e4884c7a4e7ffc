import Bytes
import Files
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// Files that are read and replaced.
struct FileTests {
    @Test func `What is written is read, and a second writing replaces the first`() throws {
        try withScratchFolder { folder in
            let path = folder + "/a"
            for text in ["mưa", "", String(repeating: "nước ", count: 100_000)] {
                try replaceFile(at: path, with: Array(text.utf8))
                #expect(try MappedFile(path: path).bytes.array() == Array(text.utf8))
            }
            #expect(unsafe access(folder + "/a.\(getpid()).new", F_OK) != 0, "nothing is left aside")
        }
    }

    @Test func `A link is followed, and the mode of the file is kept`() throws {
        try withScratchFolder { folder in
            try replaceFile(at: folder + "/real", with: [1])
            _ = unsafe chmod(folder + "/real", 0o600)
            _ = unsafe symlink("real", folder + "/link")
            try replaceFile(at: folder + "/link", with: [2, 3])
            var status = stat()
            #expect(unsafe lstat(folder + "/link", &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
            #expect(unsafe stat(folder + "/real", &status) == 0 && status.st_mode & 0o777 == 0o600)
            #expect(try MappedFile(path: folder + "/real").bytes.array() == [2, 3])
        }
    }

    @Test func `A file that was mapped stays as it was when it is replaced`() throws {
        try withScratchFolder { folder in
            try replaceFile(at: folder + "/a", with: [1, 2, 3])
            let old = try MappedFile(path: folder + "/a")
            try replaceFile(at: folder + "/a", with: [4])
            #expect(old.bytes.array() == [1, 2, 3])
        }
    }

    @Test func `What cannot be read or written is an error with the system's reason`() throws {
        try withScratchFolder { folder in
            #expect(unsafe mkfifo(folder + "/pipe", 0o600) == 0)
            for (path, code) in [
                (folder + "/none", ENOENT), (folder, EISDIR), (folder + "/pipe", EINVAL), ("", ENOENT),
            ] {
                let error = #expect(throws: FileError.self) { try MappedFile(path: path) }
                #expect(error?.code == code, "\(path)")
            }
            #expect(FileError(.open, "a", ENOENT).isMissing && !FileError(.open, "a", EACCES).isMissing)
            let error = #expect(throws: FileError.self) { try replaceFile(at: folder + "/no/file", with: []) }
            #expect(error?.operation == .write && error?.path == folder + "/no/file")
            #expect(throws: FileError.self) { try replaceFile(at: "/dev/full/x", with: [1]) }
        }
    }
}
