import Foundation
import TestSupport
import Testing

/// `chu explain` and `chu list diagnostics`.
struct ExplainTests {
    let data: ScratchFolder

    init() throws { data = try Fixture.articles() }

    func run(_ arguments: [String], _ language: String = "C.UTF-8") throws -> Command.Result {
        try Command.run(arguments, variables: ["CHU_PATH": data.path, "LC_ALL": language])
    }

    /// A kind of diagnostic as it is listed.
    struct Kind: Decodable {
        var id: String
        var severity: String
    }

    static func kinds() throws -> [Kind] {
        struct List: Decodable { var diagnostics: [Kind] }
        let result = try Command.run(["list", "diagnostics", "--format", "json"])
        try #require(result.code == 0, "\(result.errors)")
        return try JSONDecoder().decode(List.self, from: Data(result.output.utf8)).diagnostics
    }

    @Test func `All kinds of all compilers are listed, each once`() throws {
        let kinds = try Self.kinds()
        #expect(Set(kinds.map(\.id)).count == kinds.count)
        #expect(Set(kinds.map(\.severity)) == ["error", "warning"])
        let sections = try Fixture.articlePaths.filter { $0.language == "en" }.flatMap { article in
            try String(contentsOfFile: article.path, encoding: .utf8).matches(of: /\n### ([a-z]+\.[a-z-]+)\n/)
                .map { String($0.1) }
        }
        #expect(sections.sorted() == kinds.map(\.id).sorted())
        let table = try run(["list", "diagnostics"]).output.split(separator: "\n")
        #expect(table.count == kinds.count + 1)
        #expect(table.first?.split(separator: " ") == ["DIAGNOSTIC", "SEVERITY"])
        #expect(try run(["list", "diagnostics"], "vi_VN.UTF-8").output.contains("cảnh báo"))
    }

    @Test(arguments: [("C.UTF-8", "Instead:"), ("vi_VN.UTF-8", "Sửa thành:")])
    func `Each is explained, with an example and its correction`(language: String, instead: String) throws {
        let ids = try Self.kinds().map(\.id)
        let result = try run(["explain", "--no-pager"] + ids, language)
        #expect(result.code == 0, "\(result.errors)")
        var sections: [String: [String]] = [:]
        var id = ""
        for line in result.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            let word = String(line.prefix { $0 != ":" })
            if ids.contains(word) { id = word }
            sections[id, default: []].append(line)
        }
        #expect(sections.keys.sorted() == ids.sorted())
        // A fault of the compiler itself: no source is known that brings it about.
        for (id, lines) in sections where id != "keymap.compiler-fault" {
            let middle = try #require(lines.firstIndex(of: instead), "\(id)")
            #expect(lines[..<middle].contains { $0.hasPrefix("    ") }, "\(id)")
            #expect(lines[middle...].contains { $0.hasPrefix("    ") }, "\(id)")
            let prose = lines.filter { !$0.hasPrefix("    ") }
            // Emphasis, and not the asterisks of UniKey's heading.
            func isEmphasis(_ line: String) -> Bool { line.hasPrefix("*") && !line.hasPrefix("***") }
            #expect(
                prose.allSatisfy { !$0.contains("`") && !isEmphasis($0) && !$0.hasPrefix("#") }, "\(id)")
            #expect(prose.allSatisfy { $0.count <= 80 }, "\(id)")
        }
    }

    @Test func `An explanation is laid out for a terminal`() throws {
        #expect(
            try run(["explain", "macros.missing-key"]).output == """
                macros.missing-key: error or warning

                The line begins with the sign, so there is no key that could be typed. Write the
                key before the sign, or remove the line.

                    macros 1
                    = không

                Instead:

                    macros 1
                    ko = không

                """)
        let tab = try run(["explain", "lexicon.ill-formed-text"], "vi_VN.UTF-8").output
        #expect(tab.hasPrefix("lexicon.ill-formed-text: lỗi\n"))
        #expect(tab.contains("\n    ala<TAB>r<BE>n\n"))
        #expect(tab.contains("<TAB> là dấu tab"))
    }

    @Test func `The first word of an id lists all that begin with it`() throws {
        let result = try run(["explain", "macros"])
        #expect(result.code == 0)
        let ids = try Self.kinds().map(\.id).filter { $0.hasPrefix("macros.") }
        #expect(
            result.output.split(separator: "\n").dropFirst().map { $0.prefix { $0 != " " } }.map(String.init)
                == ids)
    }

    @Test(arguments: [
        (
            ["macros.missing-kye"], Int32(64),
            "no diagnostic is called 'macros.missing-kye'; did you mean 'macros.missing-key'?"
        ),
        (["nonsense"], 64, "no diagnostic is called 'nonsense'; 'chu list diagnostics' lists them"),
        ([], 64, "Missing expected argument '<id> ...'"),
    ])
    func `An unknown id is refused`(ids: [String], code: Int32, message: String) throws {
        let result = try run(["explain"] + ids)
        #expect(result.code == code)
        #expect(result.output == "")
        #expect(result.errors.contains(message))
    }

    @Test func `A missing article is reported`() throws {
        let result = try Command.run(["explain", "macros.missing-key"])
        #expect(result.code == 66)
        #expect(result.errors.contains("the article about 'macros.missing-key' is not installed (looked in "))
    }

    @Test func `An article in English is shown when there is no other`() throws {
        let english = try ScratchFolder()
        try FileManager.default.createDirectory(
            atPath: english.path + "/diagnostics", withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            atPath: data.path + "/diagnostics/macros.en.md",
            toPath: english.path + "/diagnostics/macros.en.md")
        let result = try Command.run(
            ["explain", "macros.missing-key"],
            variables: ["CHU_PATH": english.path, "LC_ALL": "vi_VN.UTF-8"])
        #expect(result.output.hasPrefix("macros.missing-key: error or warning\n"))
    }
}
