import Foundation
import TestSupport
import Testing

struct TypeKeysTests {
    let scratch: ScratchFolder
    var variables: [String: String] { ["CHU_PATH": scratch.path] }

    init() throws {
        scratch = try ScratchFolder()
        let keymap = try scratch.file("test.keymap", Fixture.keymap)
        let built = try Command.run(["build", keymap, "-o", scratch.path + "/keymaps/rad/test.chukey"])
        try #require(built.code == 0, "\(built.errors)")
    }

    private func type(_ input: String, _ arguments: [String] = []) throws -> Command.Result {
        try Command.run(
            ["type", "-k", "rad/test", "--keys"] + arguments, input: Array(input.utf8), variables: variables)
    }

    @Test(arguments: [
        ("eea anak\ndda\n", "êa anak\nđa\n"), ("eea", "êa\n"), ("", ""), ("\n\neea\n", "\n\nêa\n"),
        ("eea\r\ndda\r\n", "êa\nđa\n"), ("ee{BackSpace}a\n", "a\n"), ("a {BackSpace}{BackSpace}b\n", "b\n"),
        ("dda{Left}{Left}b{End}c\n", "bđac\n"), ("a{braceleft}}\n", "a{}\n"), ("a{Return}{Tab}b\n", "ab\n"),
        ("\u{FEFF}dda\n", "đa\n"),
    ])
    func `A line of keys gives a line of text`(_ input: String, _ output: String) throws {
        let result = try type(input)
        #expect(result.output == output)
        #expect(result.errors == "")
        #expect(result.code == 0)
    }

    @Test func `The shipped keymaps are compiled and type`() throws {
        let built = try Command.run([
            "build", Command.repository + "/Keymaps", "-o", scratch.path + "/keymaps",
        ])
        #expect(built.code == 0, "\(built.errors)")
        for (keymap, keys, text) in [
            ("vi/telex", "tieengs Vieetj\nnguwowif\ntext\n", "tiếng Việt\nngười\ntext\n"),
            ("vi/vni", "tie6ng1 Vie6t5\n", "tiếng Việt\n"), ("vi/viqr", "tie^'ng Vie^.t\n", "tiếng Việt\n"),
        ] {
            let result = try Command.run(
                ["type", "-k", keymap, "--keys"], input: Array(keys.utf8), variables: variables)
            #expect(result.output == text)
        }
    }

    @Test func `A trace has the text before the caret after every key`() throws {
        let result = try type("ee a{Left}\n", ["--trace"])
        #expect(result.output == "ê a\te\u{241F}ê\u{241F}ê \u{241F}ê a\u{241F}ê \n")
    }

    @Test func `Options are set`() throws {
        #expect(try type("eea\n", ["--option", "marks=off"]).output == "eea\n")
        #expect(try type("eea\n", ["--option", "marks=on"]).output == "êa\n")
    }

    @Test(arguments: [
        ("macros 1\nna = anak\ndd/a = x\n", "Na, na\n", "Anak, anak\n"),
        (";DO NOT DELETE THIS LINE*** version=1 ***\r\nna:anak\r\nn a:b\r\n", "na.\n", "anak.\n"),
    ])
    func `Abbreviations are put in`(_ table: String, _ input: String, _ output: String) throws {
        let file = try scratch.file("my.macros", table)
        let result = try type(input, ["--macros", file])
        #expect(result.output == output)
        #expect(result.code == 0)
        // Of UniKey's tables, what cannot be used is reported and left out.
        #expect(result.errors.contains("[macros.blank-in-key]") == table.contains("n a"))
    }

    @Test func `A table with errors is not used, and checked like any source`() throws {
        let file = try scratch.file("my.macros", "macros 1\nna = anak\nna\n")
        let error = "my.macros:3:1: error: no '=' stands between the key and its expansion; expected 'na = …'"
        let typed = try type("na\n", ["--macros", file])
        #expect(typed.code == 65)
        #expect(typed.output == "")
        #expect(typed.errors.contains(error) && typed.errors.contains("has errors, and is not used"))
        let checked = try Command.run(["check", "my.macros"], in: scratch.path)
        #expect(checked.code == 1)
        #expect(checked.output.hasPrefix(error))
        try scratch.file("list", "macros 1\nna = anak\n")
        let good = try Command.run(["check", "list"], in: scratch.path)
        #expect(good.code == 0 && good.output == "")
        #expect(try type("na\n", ["--macros", "none.macros"]).code == 66)
    }

    @Test(arguments: [
        (["--option", "marks=maybe"], Int32(64), "option 'marks' cannot be 'maybe'; it is one of on, off"),
        (["--option", "colour=red"], 64, "the keymap has no option 'colour'; it has marks"),
        (["--option", "marks"], 64, "'marks' is no option; expected NAME=VALUE"),
        (["none.keys"], 66, "none.keys: cannot open: No such file or directory"),
        (["-k", "vi/none"], 64, "--keys needs one keymap"),
    ])
    func `Wrong calls are reported, with their exit code`(
        _ arguments: [String], _ code: Int32, _ message: String
    ) throws {
        let result = try type("eea\n", arguments)
        #expect(result.code == code)
        #expect(result.errors.contains(message), "\(result.errors)")
        #expect(result.output == "")
    }

    @Test(arguments: [
        ([0x61, 0x0A, 0x62, 0xFF, 0x0A] as [UInt8], "standard input:2:2: not well-formed UTF-8"),
        (Array("a\nb{Foo}\n".utf8), "standard input:2:3: no key is named 'Foo'"),
        (Array("a\nb\tc\n".utf8), "standard input:2:2: a tab is no key here; write {Tab}"),
        (Array("a\nb{c".utf8), "standard input:2:2: '{' without '}'"),
    ])
    func `A line that cannot be read ends the work at its place`(_ input: [UInt8], _ message: String) throws {
        let result = try Command.run(
            ["type", "-k", "rad/test", "--keys"], input: input, variables: variables)
        #expect(result.code == 65)
        #expect(result.output == "a\n")
        #expect(result.errors.hasPrefix("chu: \(message)"), "\(result.errors)")
    }

    @Test func `A pipe is answered line by line`() throws {
        let result = try Command.shell(
            "coproc $CHU type -k rad/test --keys; echo eea >&${COPROC[1]}; read -t 10 -r line <&${COPROC[0]}; echo $line",
            variables: variables)
        #expect(result.output == "êa\n")
    }

    @Test func `Keys are read from files, with a keymap by path, compiled or not`() throws {
        try scratch.file("a.keys", "eea\n")
        try scratch.file("b.keys", "dda\n")
        for keymap in ["test.keymap", "keymaps/rad/test.chukey", "rad/test"] {
            let result = try Command.run(
                ["type", "-k", keymap, "--keys", "a.keys", "b.keys"], variables: variables, in: scratch.path)
            #expect(result.output == "êa\nđa\n")
        }
    }

    @Test func `A keymap that is damaged or has errors is bad data`() throws {
        var bytes = try #require(scratch.contents("keymaps/rad/test.chukey"))
        bytes[30] ^= 1
        try scratch.file("damaged.chukey", bytes)
        try scratch.file(
            "wrong.keymap", Fixture.keymap.replacingOccurrences(of: "eea -> êa", with: "eea -> ea"))
        for (keymap, message) in [
            ("./damaged.chukey", "./damaged.chukey: the file is damaged"),
            ("./wrong.keymap", "./wrong.keymap: has errors, and was not compiled"),
        ] {
            let result = try Command.run(
                ["type", "-k", keymap, "--keys"], variables: variables, in: scratch.path)
            #expect(result.code == 65)
            #expect(result.errors.contains(message), "\(result.errors)")
        }
    }

    @Test func `The editor wants a terminal`() throws {
        let result = try Command.run(["type", "-k", "rad/test"], variables: variables)
        #expect(result.code == 64)
        #expect(result.errors.contains("the editor needs a terminal"))
    }

    @Test func `A keymap finds what it includes beside its language folder`() throws {
        try scratch.file("K/vi/base.keymap", Fixture.keymap)
        try scratch.file(
            "K/rad/own.keymap",
            """
            keymap 1
            language rad
            title Thử
            version 1.0
            licence CC0-1.0
            source sample a keymap for tests
            include vi/base
            tests
              eea -> êa

            """)
        let result = try Command.run(["check", "K/rad/own.keymap"], in: scratch.path)
        #expect(result.code == 0, "\(result.output)")
        let other = try Command.run(["check", "own.keymap"], in: scratch.path + "/K/rad")
        #expect(other.code == 0, "\(other.output)")
    }
}
