import Foundation
import TestSupport
import Testing

struct LookupTests {
    let data: ScratchFolder
    var variables: [String: String] { ["CHU_PATH": data.path] }

    init() throws { data = try Fixture.dataFolder() }

    @Test(arguments: [
        (["êa"], ["êa"]), (["ea"], ["êa"]), (["nước"], ["êa"]), (["nuoc"], ["êa"]), (["water"], ["êa"]),
        (["--from", "vi", "--to", "rad", "nước"], ["êa"]), (["--from", "rad", "--to", "vi", "êa"], ["êa"]),
        (["--match", "prefix", "--from", "rad", "a"], ["anak"]), (["êa", "con"], ["êa", "anak"]),
        (["-l", "rad", "êa"], ["êa"]), (["-l", "rad/core", "êa"], ["êa"]),
        (["--match", "wildcard", "a*k"], ["anak"]), (["--match", "wildcard", "*ước"], ["êa"]),
        (["--match", "fuzzy", "--distance", "2", "--from", "rad", "anka"], ["anak"]),
        (["--match", "fuzzy", "--from", "vi", "nuowc"], ["êa"]), (["--match", "gloss", "NUOC"], ["êa"]),
        (["--match", "text", "inside"], ["čư̆"]),
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

    /// The same rule gives a keymap its lexicons.
    @Test(arguments: [
        ("blt-Tavt", ["blt-Tavt/b", "blt/c"]), ("blt-latn", ["blt-Latn/a"]),
        ("blt", ["blt-Latn/a", "blt-Tavt/b", "blt/c"]), ("blt-VN", ["blt-Latn/a", "blt-Tavt/b", "blt/c"]),
    ])
    func `A tag names the lexicons that fit it, whatever their folder`(_ tag: String, _ names: [String])
        throws
    {
        for (name, script) in [("blt-Latn/a", "Latn"), ("blt-Tavt/b", "Tavt"), ("blt/c", "Tavt")] {
            let text = Fixture.lexicon.replacingOccurrences(
                of: "language rad\nscript Latn", with: "language blt\nscript \(script)")
            let source = try data.file("\(script).lexicon", text)
            let target = "\(data.path)/lexicons/\(name).chulex"
            let built = try Command.run(["build", source, "-o", target])
            try #require(built.code == 0, "\(built.errors)")
        }
        let result = try Command.run(
            ["lookup", "-l", tag, "--format", "tsv", "anak"], variables: variables)
        #expect(result.errors == "")
        let found = result.output.split(separator: "\n").dropFirst().map {
            String($0.split(separator: "\t")[1])
        }
        // A row for each gloss.
        #expect(Array(zip(found, [""] + found).filter { $0 != $1 }.map(\.0)) == names)
    }

    @Test(arguments: [
        ["-l", "rad"], ["--lexicon", "rad/core", "-l", "rad"], ["--match", "gloss"], ["--match", "prefix"],
        ["--from", "vi", "--to", "rad"], ["--words", "--to", "rad"],
        ["--words", "--match", "prefix"], ["--limit", "1"], ["--format", "json"],
        ["--format", "tsv", "--limit", "2"], ["--all"],
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
            // What is reported of mistakes may quote the arguments.
            if plain.code < 64 { #expect(plain.errors == parsed.errors) }
            let behind = try Command.run(["lookup"] + queries + options, variables: variables)
            #expect(behind.code == plain.code)
            #expect(behind.output == plain.output)
        }
    }

    @Test(arguments: [
        (["zzzzzz"], Int32(1), "nothing found for 'zzzzzz' in rad/core\n"),
        (["ana"], 1, "nothing found for 'ana' in rad/core; near it: anak; try --match prefix\n"),
        (["--from", "vi", "nuowc"], 1, "nothing found for 'nuowc' in rad/core; near it: nước\n"),
        (["inside"], 1, "nothing found for 'inside' in rad/core; try --match text\n"),
        (["--from", "xx", "êa"], 1, "no lexicon has words or glosses in 'xx'; there are en, rad, vi"),
        (["--distance", "4", "--match", "fuzzy", "êa"], 64, "--distance must be 1, 2 or 3"),
        (["--distance", "1", "êa"], 64, "--distance goes with --match fuzzy"),
        (["-f", "./no.txt"], 66, "./no.txt: cannot open: No such file or directory"),
        (["--limit", "0", "êa"], 64, "--limit must be at least 1"),
        (["--no-such", "êa"], 64, "Unknown option '--no-such'"),
        (["-l", "xx/core", "êa"], 66, "no lexicon 'xx/core'; installed are rad/core"),
        (["-l", "./no.chulex", "êa"], 66, "./no.chulex: cannot open: No such file or directory"),
        (["a?ak"], 1, "* and ? stand for other letters with --match wildcard only\n"),
        (["--match", "text", "zzzzzz"], 1, "no lexicon here has examples or definitions"),
    ])
    func `Questions that cannot be answered are reported, with their exit codes`(
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
                ["lookup", "ana"], variables: variables.merging([name: "vi_VN.UTF-8"]) { $1 })
            #expect(
                result.errors
                    == "chu: không tìm thấy 'ana' trong rad/core; gần giống: anak; thử --match prefix\n")
        }
        let english = try Command.run(
            ["lookup", "zzzzzz"], variables: variables.merging(["LC_ALL": "C", "LANG": "vi_VN"]) { $1 })
        #expect(english.errors.contains("nothing found"))
        let help = try Command.run(["lookup", "--help"], variables: ["LANG": "vi_VN.UTF-8"])
        #expect(help.output.contains("CÁCH DÙNG: chu lookup"))
        #expect(help.code == 0)
        let wrong = try Command.run(["lookup", "--nope"], variables: ["LANG": "vi_VN.UTF-8"])
        #expect(wrong.errors.contains("Xem 'chu lookup --help' để biết thêm."))
    }

    @Test func `Keys left in the text are read by the keymaps that are installed`() throws {
        #expect(
            try Command.run(["lookup", "conaf"], variables: variables).errors.contains("typed in") == false)
        for name in ["telex", "vni"] {
            let built = try Command.run([
                "build", "\(Command.repository)/Keymaps/vi/\(name).keymap", "-o",
                "\(data.path)/keymaps/vi/\(name).chukey",
            ])
            try #require(built.code == 0, "\(built.errors)")
        }
        for (keys, method) in [("nuowcs", "Telex"), ("nu7o7c1", "VNI")] {
            let result = try Command.run(["lookup", keys], variables: variables)
            #expect(
                result.errors == "chu: nothing found for '\(keys)' in rad/core; typed in \(method): nước\n")
            let other = try Command.run(
                ["lookup", keys], variables: variables.merging(["LANG": "vi_VN.UTF-8"]) { $1 })
            #expect(
                other.errors == "chu: không tìm thấy '\(keys)' trong rad/core; gõ theo kiểu \(method): nước\n"
            )
            #expect(result.code == 1)
        }
    }

    @Test func `The name tra is lookup`() throws {
        let tra = data.path + "/tra"
        try FileManager.default.createSymbolicLink(atPath: tra, withDestinationPath: Command.path)
        let result = try Command.run(["--format", "tsv", "nước"], variables: variables, program: tra)
        #expect(result.code == 0)
        #expect(result.output.contains("\têa\t"))
    }

    @Test func `A damaged lexicon is reported, and the others still answer`() throws {
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
        let result = try Command.run(["lookup", "-l", source, "--format", "tsv", "núi"])
        #expect(result.output.contains("\tčư̆\t"))
        #expect(data.contents("words.chulex") == nil)
    }

    @Test func `List shows language, title, version, licence and entries`() throws {
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

    @Test(arguments: [
        (["-f", "words.txt"], ""), (["-f", "-"], "êa\n\n  nước \r\nzzzzzz\nanak"),
        ([], "êa\n\n  nước \r\nzzzzzz\nanak"),
    ])
    func `Many words are looked up, one a line`(_ arguments: [String], _ input: String) throws {
        try data.file("words.txt", "\u{FEFF}êa\n\n  nước \r\nzzzzzz\nanak")
        let result = try Command.run(
            ["lookup", "--format", "tsv"] + arguments, input: Array(input.utf8), variables: variables,
            in: data.path)
        #expect(result.code == 0)
        let queries = result.output.split(separator: "\n").dropFirst().compactMap {
            $0.split(separator: "\t").first
        }
        #expect(queries == ["êa", "êa", "nước", "nước", "zzzzzz", "anak", "anak"])
        #expect(result.errors == "chu: nothing found for 'zzzzzz' in rad/core\n")
    }

    @Test func `Many words have their answers under them`() throws {
        let result = try Command.run(["lookup", "êa", "zzzzzz", "anak"], variables: variables)
        #expect(
            result.output == """
                êa:
                êa  Rade words (rad)
                    vi  ≈ nước
                    en  ≈ water
                    sample, concept 948

                anak:
                anak  Rade words (rad)
                    vi  con
                    en  child
                    sample

                ≈ the gloss was found through a shared concept; the source itself does not give it
                Sources:
                  sample  words for tests

                """)
    }

    @Test func `How an answer was found stands above it, and what is left out below`() throws {
        let noun = try Command.run(["lookup", "con êa", "--from", "vi"], variables: variables)
        #expect(noun.code == 1)
        let phrase = try Command.run(["lookup", "con nước"], variables: variables)
        #expect(phrase.output.hasPrefix("without the classifier 'con': nước\nêa  Rade words (rad)\n"))
        let parts = try Command.run(
            ["lookup", "nước núi zzz"], variables: variables.merging(["LANG": "vi_VN.UTF-8"]) { $1 })
        #expect(parts.output.hasPrefix("phần 'nước':\nêa "))
        #expect(parts.output.contains("\n\nphần 'núi':\nčư̆ "))
        #expect(parts.output.contains("\n\nkhông tìm thấy: zzz\n"))
        let accents = try Command.run(["lookup", "nuoc"], variables: variables)
        #expect(accents.output.hasPrefix("'nuoc' with accents:\nêa "))
        let all = ["lookup", "--match", "wildcard", "*", "--limit", "1"]
        let some = try Command.run(all, variables: variables)
        #expect(some.output.contains("\n\n2 more, with --all: Rade words 2\n"))
        let more = try Command.run(all + ["--all"], variables: variables)
        #expect(!more.output.contains("--all"))
        #expect(more.output.contains("čư̆"))
    }

    @Test func `What is only in another language is shown, and is no answer`() throws {
        let jarai = Fixture.lexicon.replacingOccurrences(of: "language rad", with: "language jra")
            .replacingOccurrences(of: "êa\t", with: "ia\t").replacingOccurrences(of: "nước", with: "lúa")
        let source = try data.file("jra.lexicon", jarai)
        #expect(
            try Command.run(["build", source, "-o", data.path + "/lexicons/jra/core.chulex"]).code == 0)
        let result = try Command.run(["lookup", "--to", "rad", "lúa"], variables: variables)
        #expect(result.code == 1)
        #expect(result.output.hasPrefix("not in Rade words; there is a word in "))
        #expect(result.errors == "")
    }

    @Test(arguments: [
        (["Nước", "núi", "xyz"], ""), (["Nước núi xyz"], ""), (["text.txt"], ""), (["-f", "text.txt"], ""),
        ([], "Nước núi xyz\n"), (["-f", "-"], "Nước núi xyz\n"),
    ])
    func `A text is read word by word, wherever it comes from`(_ arguments: [String], _ input: String) throws
    {
        try data.file("text.txt", "Nước núi xyz\n")
        let call = "chu lookup --words --to rad " + arguments.map { "'\($0)'" }.joined(separator: " ")
        try FileManager.default.createSymbolicLink(
            atPath: data.path + "/chu", withDestinationPath: Command.path)
        let result = try Command.shell(
            "printf '\(input)' | \(call)",
            variables: variables.merging(["PATH": "\(data.path):/usr/bin:/bin"]) { $1 }, in: data.path)
        #expect(result.code == 0)
        #expect(result.errors == "")
        #expect(result.output.hasPrefix("Nước  núi  xyz\n≈êa   čư̆   ?\n\n? not found: xyz\n"))
    }

    @Test func `A text of which nothing is known is shown, and reported by the exit code`() throws {
        let result = try Command.run(["lookup", "--words", "--to", "rad", "xyz"], variables: variables)
        #expect(result.code == 1)
        #expect(result.output == "xyz\n?\n\n? not found: xyz\n")
    }

    @Test func `A line is answered before the next one is there`() throws {
        let line = """
            coproc "$CHU" lookup --format tsv
            printf 'êa\\n' >&${COPROC[1]}
            read -r -t 20 names <&${COPROC[0]}; read -r -t 20 first <&${COPROC[0]}; echo "$first" | cut -f1,4
            """
        let result = try Command.shell(line, variables: variables)
        #expect(result.output == "êa\têa\n")
    }

    @Test func `Nothing asked is nothing found, without a fault`() throws {
        for format in ["text", "tsv", "json"] {
            let result = try Command.run(["lookup", "--format", format], variables: variables)
            #expect(result.code == 0)
            #expect(result.errors == "")
        }
        let none = try Command.run(["lookup", "--format", "json", "zzzzzz"], variables: variables)
        #expect(none.code == 1)
        #expect(none.output.contains("\"way\" : \"none\""))
        let bad = try Command.run(["lookup"], input: Array("êa\n".utf8) + [0x61, 0xFF], variables: variables)
        #expect(bad.code == 65)
        #expect(bad.output.hasPrefix("êa:\nêa  "))
        #expect(bad.errors == "chu: standard input:2:2: not well-formed UTF-8\n")
    }

    @Test func `Through a third language is said in every form`() throws {
        let thai = """
            lexicon 1
            language blt
            script Tavt
            title ꪼꪕ
            version 1.0
            licence CC0-1.0
            status draft
            source sample words for tests
            columns headword vi en concept
            entries
            ꪙꪾ꫁\tnước\twater\t948
            ꪩꪴꪀ\tcon\tchild\t

            """
        let source = try data.file("blt.lexicon", thai)
        let target = data.path + "/lexicons/blt-Tavt/core.chulex"
        #expect(try Command.run(["build", source, "-o", target]).code == 0)
        let text = try Command.run(["lookup", "--from", "rad", "--to", "blt", "êa"], variables: variables)
        #expect(text.output.contains("ꪙꪾ꫁  ꪼꪕ (blt)\n    ⇢ êa (rad) · nước (vi) · concept 948\n"))
        #expect(text.output.contains("\n⇢ no dictionary brings the two languages together"))
        let table = try Command.run(
            ["lookup", "--from", "rad", "--to", "blt", "--format", "tsv", "êa", "anak"], variables: variables)
        let rows = table.output.split(separator: "\n").map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).dropFirst(16).prefix(3)
                .map(String.init)
        }
        #expect(rows.dropFirst().first == ["concept 948", "êa", "rad/core"])
        #expect(rows.last == ["vi con", "anak", "rad/core"])
        let json = try Command.run(
            ["lookup", "--from", "rad", "--to", "blt", "--format", "json", "anak"], variables: variables)
        let value = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]]
        let entry = try #require(value?.first)
        #expect(entry["direct"] as? Bool == false)
        #expect(entry["schema"] as? Int == 2)
        let through = try #require(entry["through"] as? [String: Any])
        #expect(through["word"] as? [String: String] == ["language": "vi", "text": "con"])
        #expect(through["concept"] == nil)
        // What is found directly is not mixed with it, and says so.
        let direct = try Command.run(
            ["lookup", "--from", "vi", "--to", "blt", "--format", "json", "con"], variables: variables)
        #expect(direct.output.contains("\"direct\" : true"))
        #expect(!direct.output.contains("through"))
    }
}
