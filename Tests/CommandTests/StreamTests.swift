import Foundation
import TestSupport
import Testing

struct StreamTests {
    @Test func `Help goes to the output and names every verb`() throws {
        let result = try Command.run(["--help"])
        #expect(result.code == 0)
        #expect(result.errors == "")
        for verb in ["type", "lookup", "build", "check", "list", "convert"] {
            #expect(result.output.contains("\n  \(verb) "))
            let help = try Command.run([verb, "--help"])
            #expect(help.code == 0)
            #expect(help.output.contains("EXAMPLES:\n  chu \(verb) "))
        }
    }

    @Test func `Without a verb, or with a wrong one, the usage is reported`() throws {
        for arguments in [[], ["sing"]] {
            let result = try Command.run(arguments)
            #expect(result.code == 64)
            #expect(result.output == "")
            #expect(!result.errors.isEmpty)
        }
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func `Completion scripts are written`(_ shell: String) throws {
        let result = try Command.run(["--generate-completion-script", shell])
        #expect(result.code == 0)
        #expect(result.output.contains("lookup"))
    }

    @Test func `The version is reported`() throws {
        let result = try Command.run(["--version"])
        #expect(result.output.hasPrefix("chu "))
        #expect(result.code == 0)
    }

    @Test(arguments: [
        "--help", "list", "lookup êa", "lookup --format json êa", "check words.lexicon --format json",
    ])
    func `A full disk is an error of output`(_ arguments: String) throws {
        let data = try Fixture.dataFolder()
        try data.file("words.lexicon", Fixture.lexicon)
        let result = try Command.shell(
            "$CHU \(arguments) >/dev/full", variables: ["CHU_PATH": data.path], in: data.path)
        #expect(result.code == 74)
        #expect(result.errors.contains("cannot write the output: No space left on device"))
    }

    @Test func `A reader that goes away ends the program quietly`() throws {
        let data = try Fixture.dataFolder()
        let result = try Command.shell(
            "$CHU lookup $(yes êa | head -n 3000) | head -n 2; echo ${PIPESTATUS[0]} >&2",
            variables: ["CHU_PATH": data.path])
        #expect(result.output == "êa:\nêa  Rade words (rad)\n")
        #expect(result.errors == "0\n")
    }

    @Test func `Nothing is coloured when the output is not a terminal`() throws {
        let data = try Fixture.dataFolder()
        let result = try Command.run(["lookup", "êa"], variables: ["CHU_PATH": data.path, "TERM": "xterm"])
        #expect(!result.output.contains("\u{1B}"))
    }
}
