import Bytes
import Composition
import Files
import TestSupport
import Testing

@testable import Catalogue

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Opening by name and by path, and what cannot be opened.
struct OpeningTests {
    @Test func `A keymap is opened from its file`() throws {
        try withScratchFolder { folder in
            let path = "\(folder)/telex.chukey"
            try replaceFile(at: path, with: try Repository.compiledKeymap("vi/telex"))
            #expect(try Catalogue.keymap(at: path).info.language == "vi")
            #expect(throws: CatalogueError.container(path: path, .wrongKind(expected: .lexicon))) {
                try Catalogue.lexicon(at: path)
            }
        }
    }

    @Test func `A missing file and one that is not compiled are reported`() throws {
        try withScratchFolder { folder in
            let path = "\(folder)/telex.chukey"
            #expect(throws: CatalogueError.file(FileError(.open, path, ENOENT))) {
                try Catalogue.keymap(at: path)
            }
            try replaceFile(at: path, with: Array("keymap 1\n".utf8))
            #expect(throws: CatalogueError.container(path: path, .notCompiled)) {
                try Catalogue.keymap(at: path)
            }
        }
    }

    @Test(arguments: [
        "telex.chukey", "Keymaps/vi/telex.keymap", "/nowhere/telex", "./telex", "../telex", "x.part",
    ])
    func `What looks like a path is one, whether or not it is there`(argument: String) throws {
        #expect(try Catalogue.path(of: argument, .keymaps) == argument)
    }

    @Test(arguments: ["zz/none", "zz", "", "x.chulex"])
    func `A name that nothing has is refused`(argument: String) {
        #expect(throws: CatalogueError.noSuchName(argument, .keymaps)) {
            try Catalogue.path(of: argument, .keymaps)
        }
    }

    @Test func `If two files have one name, the one in the first folder counts`() throws {
        try withScratchFolder { folder in
            for (number, name) in [(1, "vi/telex"), (2, "vi/telex"), (2, "rad/telex"), (2, "rad/.hidden/x")] {
                let path = "\(folder)/\(number)/keymaps/\(name).chukey"
                try makeFolder(at: Path.parent(of: path))
                try replaceFile(at: path, with: [UInt8(number)])
            }
            let found = Installed.all(.keymaps, in: ["\(folder)/1", "\(folder)/2", "\(folder)/3"])
            #expect(found.map(\.name) == ["rad/telex", "vi/telex"])
            #expect(found.map(\.language) == ["rad", "vi"])
            #expect(found.last?.path == "\(folder)/1/keymaps/vi/telex.chukey")
        }
    }

    @Test(arguments: ["telex", "", "../x", "/x", "a/", "a/../b", "a/b/c", "/home/hbia/my.chukey"])
    func `A path in the place of a name has no file of words`(name: String) {
        #expect(Catalogue.wordsPath(ofKeymap: name) == nil)
    }

    @Test func `The user's files are in the user's folder`() throws {
        guard let folder = Catalogue.userFolder else { return }
        #expect(folder.hasPrefix("/") && folder.hasSuffix("/chu"))
        #expect(Catalogue.wordsPath(ofKeymap: "rad/telex") == folder + "/words/rad/telex.words")
        #expect(Catalogue.macrosPath == folder + "/macros.txt")
    }
}
