import Foundation
import Testing

struct LookupTests {
    let data: Scratch
    var variables: [String: String] { ["CHU_PATH": data.path] }

    init() throws { data = try Fixture.dataFolder() }

    @Test(arguments: [
        (["êa"], ["êa"]), (["ea"], ["êa"]), (["nước"], ["êa"]), (["nuoc"], ["êa"]), (["water"], ["êa"]),
        (["--from", "vi", "--to", "rad", "nước"], ["êa"]), (["--from", "rad", "--to", "vi", "êa"], ["êa"]),
        (["--match", "prefix", "--from", "rad", "a"], ["anak"]), (["êa", "con"], ["êa", "anak"]),
        (["-l", "rad", "êa"], ["êa"]), (["-l", "rad/core", "êa"], ["êa"]),
    ])
    func `Words are found either way`(_ arguments: [String], _ headwords: [String]) throws {
        let result = try Command.run(["lookup", "--format", "tsv"] + arguments, variables: variables)
        #expect(result.code == 0)
        #expect(result.errors == "")
        let rows = result.output.split(separator: "\n").map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
        #expect(rows.first?.prefix(4) == ["query", "lexicon", "language", "headword"])
        var found: [String] = []
        for row in rows.dropFirst() where found.last != row[3] { found.append(row[3]) }
        #expect(found == headwords)
    }

    @Test(arguments: [
        ["-l", "rad"], ["--lexicon", "rad/core", "-l", "rad"], ["--match", "gloss"], ["--match", "prefix"],
        ["--from", "vi", "--to", "rad"], ["--limit", "1"], ["--format", "json"],
        ["--format", "tsv", "--limit", "2"],
        ["--match", "none"], ["--limit", "x"], ["--limit", "0"], ["--format", "yaml"],
        ["--from", "xx"],
    ])
    func `Plain arguments are read as the argument parser reads them`(_ options: [String]) throws {
        for queries in [["nước"], ["water", "êa"], ["zzz"], []] {
            // After -- the argument parser reads all of them.
            let plain = try Command.run(["lookup"] + options + queries, variables: variables)
            let parsed = try Command.run(["lookup"] + options + ["--"] + queries, variables: variables)
            #expect(plain.code == parsed.code)
            #expect(plain.output == parsed.output)
            // What is told of mistakes may quote the arguments.
            if plain.code < 64 { #expect(plain.errors == parsed.errors) }
            let behind = try Command.run(["lookup"] + queries + options, variables: variables)
            #expect(behind.code == plain.code)
            #expect(behind.output == plain.output)
        }
    }

    @Test(arguments: [
        (["zzz"], Int32(1), "nothing found for 'zzz' in rad/core; try --match prefix"),
        (["--from", "xx", "êa"], 1, "no lexicon has words or glosses in 'xx'; there are en, rad, vi"),
        (["--match", "fuzzy", "êa"], 64, "--match fuzzy is not supported in this version"),
        (["--match", "wildcard", "ê*"], 64, "--match wildcard is not supported in this version"),
        (["--match", "text", "êa"], 64, "--match text is not supported in this version"),
        (["--limit", "0", "êa"], 64, "--limit must be at least 1"),
        (["--no-such", "êa"], 64, "Unknown option '--no-such'"), ([], 64, "Missing expected argument"),
        (["-l", "xx/core", "êa"], 66, "no lexicon 'xx/core'; installed are rad/core"),
        (["-l", "./no.chulex", "êa"], 66, "./no.chulex: cannot open: No such file or directory"),
    ])
    func `What cannot be answered is told, with its exit code`(
        _ arguments: [String], _ code: Int32, _ message: String
    ) throws {
        let result = try Command.run(["lookup"] + arguments, variables: variables)
        #expect(result.code == code)
        #expect(result.output == "")
        #expect(result.errors.contains(message), "\(result.errors)")
    }

    @Test func `The text shows labels, the source and how the gloss was found`() throws {
        let result = try Command.run(["lookup", "êa"], variables: variables)
        #expect(
            result.output == """
                êa  Rade words (rad)
                    vi  ≈ nước
                    en  ≈ water
                    sample, concept 948

                ≈ the gloss was found through a shared concept; the source itself does not give it
                Sources:
                  sample  words for tests

                """)
    }

    @Test func `JSON is an array of entries that can be read back`() throws {
        let result = try Command.run(["lookup", "--format", "json", "êa"], variables: variables)
        let value = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
        let entry = try #require((value as? [[String: Any]])?.first)
        #expect(entry["headword"] as? String == "êa")
        #expect(entry["lexicon"] as? String == "rad/core")
        let sense = try #require((entry["senses"] as? [[String: Any]])?.first)
        let gloss = try #require((sense["glosses"] as? [[String: String]])?.first)
        #expect(gloss == ["language": "vi", "text": "nước", "method": "concept"])
    }

    @Test func `Under a Vietnamese locale the program speaks Vietnamese`() throws {
        for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
            let result = try Command.run(
                ["lookup", "zzz"], variables: variables.merging([name: "vi_VN.UTF-8"]) { $1 })
            #expect(result.errors == "chu: không tìm thấy 'zzz' trong rad/core; thử --match prefix\n")
        }
        let english = try Command.run(
            ["lookup", "zzz"], variables: variables.merging(["LC_ALL": "C", "LANG": "vi_VN"]) { $1 })
        #expect(english.errors.contains("nothing found"))
        let help = try Command.run(["lookup", "--help"], variables: ["LANG": "vi_VN.UTF-8"])
        #expect(help.output.contains("CÁCH DÙNG: chu lookup"))
        #expect(help.code == 0)
    }

    @Test func `The name tra is lookup`() throws {
        let tra = data.path + "/tra"
        try FileManager.default.createSymbolicLink(atPath: tra, withDestinationPath: Command.path)
        let result = try Command.run(["--format", "tsv", "nước"], variables: variables, program: tra)
        #expect(result.code == 0)
        #expect(result.output.contains("\têa\t"))
    }

    @Test func `A damaged lexicon is told, and the others still answer`() throws {
        var bytes = try #require(data.contents("lexicons/rad/core.chulex"))
        try data.file("lexicons/rad/short.chulex", Array(bytes.prefix(100)))
        bytes[20] ^= 0xFF
        try data.file("lexicons/rad/changed.chulex", bytes)
        let lookup = try Command.run(["lookup", "êa"], variables: variables)
        #expect(lookup.code == 0)
        #expect(lookup.output.hasPrefix("êa"))
        #expect(lookup.errors.contains("short.chulex: the file is cut short"))
        let list = try Command.run(["list"], variables: variables)
        #expect(list.code == 65)
        #expect(list.output.contains("rad/core"))
        #expect(list.errors.contains("changed.chulex: "))
        let named = try Command.run(["lookup", "-l", "rad/short", "êa"], variables: variables)
        #expect(named.code == 65)
    }

    @Test func `A source is compiled in memory`() throws {
        let source = try data.file("words.lexicon", Fixture.lexicon)
        let result = try Command.run(["lookup", "-l", source.path, "--format", "tsv", "núi"])
        #expect(result.output.contains("\tčư̆\t"))
        #expect(data.contents("words.chulex") == nil)
    }

    @Test func `List tells language, title, version, licence and entries`() throws {
        let text = try Command.run(["list", "lexicons"], variables: variables)
        #expect(
            text.output == """
                LEXICON   LANGUAGE  TITLE  VERSION  LICENCE  STATUS  ENTRIES
                rad/core  rad       Êđê    1.0      CC0-1.0  draft   3

                """)
        let json = try Command.run(["list", "--format", "json"], variables: variables)
        let value = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
        let lexicon = try #require((value?["lexicons"] as? [[String: Any]])?.first)
        #expect(lexicon["entries"] as? Int == 3)
        #expect(lexicon["licence"] as? String == "CC0-1.0")
        let none = try Command.run(["list", "transforms"], variables: variables)
        #expect(none.code == 1)
        #expect(none.errors == "chu: no transforms are installed\n")
    }
}
