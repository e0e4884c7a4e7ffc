import Foundation
import TestSupport
import Testing

/// Names of peoples and languages, wherever a tag is taken.
struct LanguageNameTests {
    let data: ScratchFolder
    var variables: [String: String] { ["CHU_PATH": data.path] }

    init() throws { data = try Fixture.dataFolder() }

    private func run(_ arguments: [String], _ more: [String: String] = [:], input: String = "") throws
        -> Command.Result
    {
        try Command.run(arguments, input: Array(input.utf8), variables: variables.merging(more) { $1 })
    }

    /// Compiles the sample lexicon once more, as one of another language.
    private func addLexicon(_ tag: String, script: String = "Latn") throws {
        let text = Fixture.lexicon.replacingOccurrences(
            of: "language rad\nscript Latn", with: "language \(tag)\nscript \(script)")
        let source = try data.file("\(tag).lexicon", text)
        let built = try run(["build", source, "-o", "\(data.path)/lexicons/\(tag)-\(script)/core.chulex"])
        try #require(built.code == 0, "\(built.errors)")
    }

    private func addKeymaps(_ names: String...) throws {
        let source = try data.file("rad.keymap", Fixture.keymap)
        for name in names {
            let built = try run(["build", source, "-o", "\(data.path)/keymaps/\(name).chukey"])
            try #require(built.code == 0, "\(built.errors)")
        }
    }

    // MARK: Lookup

    @Test(arguments: [
        "rad", "RAD", "Ê Đê", "Ê-đê", "Êđê", "ede", "Ede", "rade", "Rhade", "Ra-đê", "tiếng Ê Đê",
        "ê\u{302} đê\u{302}",
    ])
    func `The dictionary understands every usual spelling`(_ name: String) throws {
        let expected = try run(["lookup", "--from", "vi", "--to", "rad", "nước"])
        try #require(expected.code == 0)
        if name.unicodeScalars.count < 8 || name.hasPrefix("t") {
            for arguments in [["--from", "vie", "--to", name], ["--from", "Việt", "--to", name]] {
                let result = try run(["lookup"] + arguments + ["nước"])
                #expect(result.output == expected.output)
                #expect(result.errors == "")
            }
        }
        let from = try run(["lookup", "--from", name, "--to", "Vietnamese", "--format", "tsv", "êa"])
        #expect(
            from.output
                == (try run(["lookup", "--from", "rad", "--to", "vi", "--format", "tsv", "êa"])).output)
        let lexicon = try run(["lookup", "-l", name, "--format", "tsv", "êa"])
        #expect(lexicon.output == (try run(["lookup", "-l", "rad", "--format", "tsv", "êa"])).output)
    }

    @Test(arguments: [
        (["--to", "Tày"], Int32(1), "no lexicon has words or glosses in 'Tày' (tyz); there are en, rad, vi"),
        (["--to", "tay"], 1, "in 'tay' (tyz); there are"),
        (
            ["--to", "Mông"], 64,
            "'Mông' is the name of several languages: hmv (Hmong Dô), hmf (Hmong Don), mww (Hmong Daw), "
        ),
        (["--from", "Klingon"], 64, "no language is called 'Klingon'; 'chu list languages' lists them"),
        (["--to", "Bahnarr"], 64, "no language is called 'Bahnarr'; did you mean 'Bahnar'?"),
        (["--to", "Sán Dìu"], 64, "the language of the San Diu has no code in ISO 639-3"),
        (["--to", ""], 64, "no language is called ''"),
        (["--to", "de"], 1, "no lexicon has words or glosses in 'de'"),
        (["-l", "Tày"], 66, "no lexicon 'Tày'; installed are rad/core"),
    ])
    func `A name that leads nowhere is an error`(_ options: [String], _ code: Int32, _ message: String) throws
    {
        let result = try run(["lookup"] + options + ["nước"])
        #expect(result.code == code)
        #expect(result.output == "")
        #expect(result.errors.contains(message), "\(result.errors)")
    }

    @Test func `The name of a people with several languages means the one that is installed`() throws {
        try addLexicon("mww")
        for name in ["Mông", "H'Mông", "Mèo", "hmong"] {
            let result = try run(["lookup", "--to", name, "--format", "tsv", "nước"])
            let rows = result.output.split(separator: "\n").dropFirst()
            #expect(!rows.isEmpty && rows.allSatisfy { $0.contains("\tmww\t") }, "\(result.output)")
        }
        try addLexicon("hmv")
        let several = try run(["lookup", "--to", "Mông", "nước"])
        #expect(several.code == 64)
        #expect(
            several.errors
                == "chu: 'Mông' is the name of several languages: hmv (Hmong Dô), mww (Hmong Daw); give one of these tags\n"
        )
        // Lexicons may be several.
        let both = try run(["lookup", "-l", "Mông", "--format", "tsv", "anak"])
        #expect(both.output.contains("\thmv\t") && both.output.contains("\tmww\t"))
    }

    @Test func `A script that was asked for is not dropped`() throws {
        try addLexicon("blt", script: "Tavt")
        #expect(try run(["lookup", "--from", "blt-Latn", "anak"]).code == 1)
        #expect(try run(["lookup", "--from", "blt-tavt", "anak"]).code == 0)
        #expect(try run(["lookup", "--from", "Tai Dam", "anak"]).code == 0)
        #expect(try run(["lookup", "-l", "blt-Latn", "anak"]).code == 66)
    }

    @Test(arguments: [
        ("Ê-đê", "'Ê-đê' is also a people of Vietnam and its language: Ede (rad)\n"),
        ("K'Ho", "'K'Ho' is also a people of Vietnam and its language: Koho (kpm)\n"),
        (
            "H'Mông",
            "'H'Mông' is also a people of Vietnam and its language: Hmong (hmv, hmf, mww, hnj, hmz, neo)\n"
        ),
        ("Sán Dìu", "'Sán Dìu' is also a people of Vietnam and its language: San Diu\n"),
        ("Ba Na", "'Ba Na' is also a people of Vietnam and its language: Bahnar (bdq, ren)\n"),
    ])
    func `The name of a people is known when it is looked up`(_ query: String, _ message: String) throws {
        let result = try run(["lookup", query])
        #expect(result.errors.hasPrefix("chu: " + message), "\(result.errors)")
        #expect(!result.errors.contains("near it"))
        // Programs that read tables are not disturbed, and nor are words.
        #expect(!(try run(["lookup", "--format", "tsv", query])).errors.contains("people"))
        for word in ["nước", "Nước", "ba", "hòa", "Hòa", "Anh"] {
            #expect(!(try run(["lookup", word])).errors.contains("people"))
        }
    }

    @Test func `Errors about names are in Vietnamese too`() throws {
        let vietnamese = ["LC_ALL": "vi_VN.UTF-8"]
        for (name, message) in [
            ("Bahnarr", "không có ngôn ngữ nào tên 'Bahnarr'; có phải 'Bahnar' không?"),
            ("Mông", "'Mông' là tên của nhiều ngôn ngữ: hmv (Hmong Dô), hmf (Hmong Don), mww (Mông Trắng)"),
            ("Sán Dìu", "ngôn ngữ của người Sán Dìu chưa có mã trong ISO 639-3"),
            ("Tày", "không từ điển nào có từ hay nghĩa bằng 'Tày' (tyz); chỉ có en, rad, vi"),
        ] {
            let result = try run(["lookup", "--to", name, "nước"], vietnamese)
            #expect(result.errors.contains(message), "\(result.errors)")
            #expect(EnglishWords.lines(of: result.errors) == [])
        }
        let people = try run(["lookup", "Ê-đê"], vietnamese)
        #expect(people.errors.hasPrefix("chu: 'Ê-đê' còn là tên một dân tộc ở Việt Nam"))
    }

    // MARK: Keymaps

    @Test func `A keymap is found by its language`() throws {
        try addKeymaps("rad/one")
        for name in ["rad/one", "rad", "Ê Đê", "ede", "Rhade"] {
            let result = try run(["type", "-k", name, "--keys"], input: "eea\n")
            #expect(result.output == "êa\n", "\(result.errors)")
        }
        let none = try run(["type", "-k", "Tày", "--keys"], input: "a\n")
        #expect(none.code == 66)
        #expect(none.errors.contains("no keymap 'Tày'; installed are rad/one"))
        try addKeymaps("rad/two")
        let several = try run(["type", "-k", "Ê Đê", "--keys"], input: "eea\n")
        #expect(several.code == 64)
        #expect(several.errors == "chu: 'Ê Đê' has several keymaps: rad/one, rad/two; give one of them\n")
    }

    // MARK: List

    @Test func `All languages are listed, with what is installed for them`() throws {
        try addKeymaps("rad/one")
        let text = try run(["list", "languages"])
        #expect(text.code == 0)
        let lines = text.output.split(separator: "\n")
        #expect(
            lines.first?.split(separator: " ").map(String.init) == [
                "PEOPLE", "LANGUAGE", "TAG", "SCRIPTS", "KEYMAPS", "LEXICONS",
            ])
        func fields(_ line: Substring?) -> [String] {
            (line.map(String.init) ?? "").components(separatedBy: "  ").map {
                $0.trimmingCharacters(in: .whitespaces)
            }
            .filter { !$0.isEmpty }
        }
        #expect(
            fields(lines.first { $0.hasPrefix("Ede") }) == [
                "Ede", "Rade", "rad", "Latn", "rad/one", "rad/core",
            ])
        #expect(fields(lines.first { $0.hasPrefix("San Diu") }) == ["San Diu"])
        #expect(lines.count { $0.hasPrefix("Hmong") } == 6)
        #expect(!lines.contains { $0.hasSuffix(" ") })
        let vietnamese = try run(["list", "languages"], ["LC_ALL": "vi_VN.UTF-8"])
        #expect(vietnamese.output.hasPrefix("DÂN TỘC"))
        let row = vietnamese.output.split(separator: "\n").first { $0.hasPrefix("Thái ") }
        #expect(fields(row) == ["Thái", "Thái Đen", "blt", "Tavt Latn"])
    }

    @Test func `JSON has the names with their sources`() throws {
        let json = try run(["list", "languages", "--language", "ede", "--format", "json"])
        let value = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
        let languages = try #require(value?["languages"] as? [[String: Any]])
        #expect(languages.count == 1)
        let rade = try #require(languages.first)
        #expect(rade["number"] as? Int == 12)
        #expect(rade["people"] as? String == "Ê Đê")
        #expect(rade["peopleEnglish"] as? String == "Ede")
        #expect(rade["tag"] as? String == "rad")
        #expect(rade["english"] as? String == "Rade")
        #expect(rade["scripts"] as? [String] == ["Latn"])
        #expect(rade["lexicons"] as? [String] == ["rad/core"])
        #expect(rade["keymaps"] as? [String] == [])
        let names = try #require(rade["names"] as? [[String: String]])
        #expect(names.contains(["text": "Ra-đê", "source": "decision1979"]))
        #expect(names.contains(["text": "klei Êđê", "source": "autonyms"]))
        #expect(value?["lexicons"] == nil)
    }

    @Test func `A list is of one language when one is named`() throws {
        try addLexicon("blt", script: "Tavt")
        try addKeymaps("rad/one")
        for (arguments, wanted, unwanted) in [
            (["--language", "Ê-đê"], ["rad/core", "rad/one"], ["blt-Tavt/core"]),
            (["lexicons", "--language", "Thái"], ["blt-Tavt/core"], ["rad/core"]),
            (["keymaps", "--language", "rad"], ["rad/one"], ["rad/core"]),
            (["languages", "--language", "Mnông"], ["cmo", "mng", "mnn"], ["rad"]),
            (["languages", "--language", "Sán Dìu"], ["San Diu"], ["rad"]),
        ] {
            let result = try run(["list"] + arguments)
            #expect(result.code == 0)
            for text in wanted { #expect(result.output.contains(text), "\(arguments)") }
            for text in unwanted { #expect(!result.output.contains(text), "\(arguments)") }
        }
        for (arguments, code, message) in [
            (["--language", "Tày"], Int32(1), "nothing is installed for 'Tày'\n"),
            (["lexicons", "--language", "Sán Dìu"], 1, "nothing is installed for 'Sán Dìu'\n"),
            (["--language", "Bahnarr"], 64, "did you mean 'Bahnar'?"),
            (["diagnostics", "--language", "rad"], 64, "leave --language out"),
        ] {
            let result = try run(["list"] + arguments)
            #expect(result.code == code)
            #expect(result.errors.contains(message), "\(result.errors)")
        }
    }
}
