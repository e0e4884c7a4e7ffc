import Foundation
import TestSupport
import Testing

/// The user's own words and abbreviations, through the command.
struct PersonalTests {
    @Test func `Words are imported, listed, exported and cleared`() throws {
        let scratch = try ScratchFolder()
        let file = try scratch.file("my.words", "words 1\n3 êa\n1 asâo\n")
        let home = ["XDG_DATA_HOME": scratch.path + "/data"]
        let added = try Command.run(["words", "import", "rad/telex", file], variables: home)
        #expect(added.code == 0 && added.errors == "chu: added 2 words to those of rad/telex\n")
        _ = try Command.run(["words", "import", "rad/telex", file], variables: home)
        let list = try Command.run(["words", "rad/telex"], variables: home)
        #expect(list.output == "6\têa\n2\tasâo\n")
        let exported = try Command.run(["words", "export", "rad/telex"], variables: home)
        #expect(exported.output == "words 1\n6 êa\n2 asâo\n")
        #expect(try Command.run(["words", "clear", "rad/telex"], variables: home).code == 0)
        #expect(try Command.run(["words", "rad/telex"], variables: home).code == 1)
    }

    @Test(
        arguments: [
            (["words", "rad"], 64), (["words", "../telex"], 64),
            (["words", "import", "rad/telex", "none"], 66),
            (["words", "rad/telex"], 1), (["macros"], 1), (["macros", "export"], 1),
        ] as [([String], Int32)])
    func `Impossible arguments are refused`(arguments: [String], code: Int32) throws {
        let scratch = try ScratchFolder()
        let result = try Command.run(arguments, variables: ["XDG_DATA_HOME": scratch.path])
        #expect(result.code == code, "\(result.errors)")
        #expect(!result.errors.isEmpty)
    }

    @Test func `A file in another format is left alone`() throws {
        let scratch = try ScratchFolder()
        let file = try scratch.file("x", "macros 1\nko = không\n")
        let result = try Command.run(
            ["words", "import", "rad/telex", file], variables: ["XDG_DATA_HOME": scratch.path])
        #expect(result.code == 65 && result.errors.contains("no file of words"))
    }

    @Test func `A table of UniKey's is added to one's own, whose lines stay as they are`() throws {
        let scratch = try ScratchFolder()
        let own = try scratch.file("chu/macros.txt", "macros 1\n# mine\nko = không\n")
        let other = try scratch.file(
            "ukmacro", ";DO NOT DELETE THIS LINE*** version=1 ***\nko:khong\nvn:Việt Nam\n")
        let home = ["XDG_DATA_HOME": scratch.path]
        let added = try Command.run(["macros", "import", other], variables: home)
        #expect(added.code == 0 && added.errors.contains("added 1 abbreviations"))
        #expect(added.errors.contains("left 1 that were there"))
        #expect(
            try String(contentsOf: URL(fileURLWithPath: own), encoding: .utf8)
                == "macros 1\n# mine\nko = không\nvn = Việt Nam\n")
        let list = try Command.run(["macros"], variables: home)
        #expect(list.output == "ko\tkhông\nvn\tViệt Nam\n")
        _ = try Command.run(["macros", "clear"], variables: home)
        #expect(try Command.run(["macros"], variables: home).code == 1)
    }
}
