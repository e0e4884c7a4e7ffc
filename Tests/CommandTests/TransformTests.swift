import Foundation
import TestSupport
import Testing

/// Transforms at the command: checked, listed, and a user's own found in the data folders.
struct TransformTests {
    static let good = """
        transform 1
        from xx-Latn
        to xx-Cyrl
        title One letter
        version 1.0
        licence CC0-1.0
        status draft
        source made Made for this test

        rules
        a > я;

        tests
          a -> я

        """

    let data: ScratchFolder

    init() throws { data = try ScratchFolder() }

    private var variables: [String: String] { ["CHU_PATH": data.path] }

    @Test func `A transform is listed from the data path, by name, forms and status`() throws {
        try data.file("transforms/xx-Latn/xx-Cyrl.transform", Self.good)
        let text = try Command.run(["list", "transforms"], variables: variables)
        #expect(text.code == 0)
        #expect(
            text.output == """
                TRANSFORM        FROM     TO       TITLE       VERSION  LICENCE  STATUS
                xx-Latn/xx-Cyrl  xx-Latn  xx-Cyrl  One letter  1.0      CC0-1.0  draft

                """)
        let json = try Command.run(["list", "transforms", "--format", "json"], variables: variables)
        let value = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
        let transform = try #require((value?["transforms"] as? [[String: Any]])?.first)
        #expect(transform["from"] as? String == "xx-Latn")
        #expect(transform["path"] as? String == data.path + "/transforms/xx-Latn/xx-Cyrl.transform")
    }

    @Test(arguments: [("C.UTF-8", "To Cyrillic"), ("vi_VN.UTF-8", "Sang chữ Kirin")])
    func `A transform is listed by its title in the language of the user`(locale: String, title: String)
        throws
    {
        let titles = "title Own\ntitle (en) To Cyrillic\ntitle (vi) Sang chữ Kirin"
        try data.file(
            "transforms/xx-Latn/xx-Cyrl.transform",
            Self.good.replacingOccurrences(of: "title One letter", with: titles))
        var variables = variables
        variables["LC_ALL"] = locale
        let text = try Command.run(["list", "transforms"], variables: variables)
        #expect(text.output.contains("  \(title)  "))
        #expect(text.output.contains(locale.hasPrefix("vi") ? "  bản nháp\n" : "  draft\n"))
        let json = try Command.run(["list", "transforms", "--format", "json"], variables: variables)
        #expect(json.output.contains("\"title\" : \"Own\""))
        #expect(json.output.contains("\"status\" : \"draft\""))
    }

    @Test func `A transform whose head is wrong is reported and left out of the list`() throws {
        try data.file("transforms/xx-Latn/xx-Cyrl.transform", "transform 1\nrules\n")
        let result = try Command.run(["list", "transforms"], variables: variables)
        #expect(result.code == 65)
        #expect(result.output == "")
        #expect(result.errors.hasSuffix("xx-Cyrl.transform: has errors, and is not used\n"))
    }

    @Test func `Check runs the tests in a transform, alone and in a folder`() throws {
        try data.file("good.transform", Self.good)
        try data.file("bad.transform", Self.good.replacingOccurrences(of: "a -> я", with: "a -> ю"))
        let good = try Command.run(["check", "good.transform"], variables: variables, in: data.path)
        #expect(good.code == 0 && good.output == "")
        let all = try Command.run(["check", "."], variables: variables, in: data.path)
        #expect(all.code == 1)
        #expect(
            all.output.hasPrefix(
                "bad.transform:14:3: error: 'a' becomes 'я'; expected 'ю' [transform.failed-test]"))
        #expect(all.errors.hasPrefix("chu: 2 sources checked: 1 error, 0 warnings"))
    }

    @Test func `A rule that ICU does not take is reported at its line and column`() throws {
        try data.file("bad.transform", Self.good.replacingOccurrences(of: "a > я;", with: "a > я;\n  b я;"))
        let result = try Command.run(["check", "bad.transform"], variables: variables, in: data.path)
        #expect(result.code == 1)
        #expect(result.output.hasPrefix("bad.transform:12:3: error: no operator in this rule"))
        #expect(result.output.contains("\n12 |   b я;\n   |   ^~~~\n"))
    }

    @Test(arguments: [
        ("C.UTF-8", "the rules make the line more than 16 times as long, or never come to its end; fix"),
        ("vi_VN.UTF-8", "quy tắc làm dòng này dài hơn 16 lần, hoặc mãi không đến cuối; hãy sửa"),
    ])
    func `Rules that make far too much of a line leave the file as it was`(locale: String, sentence: String)
        throws
    {
        let growing = Array(repeating: "b > bbbb;", count: 7).joined(separator: "\n::Null;\n")
        try data.file(
            "transforms/xx-Latn/xx-Cyrl.transform",
            Self.good.replacingOccurrences(of: "a > я;", with: "a > я;\n" + growing))
        try data.file("in", "a\nab\na\n")
        try data.file("out", "before")
        let variables = variables.merging(["LC_ALL": locale]) { $1 }
        let convert = ["convert", "--from", "xx-Latn", "--to", "xx-Cyrl", "in"]
        for target in [["-o", "out"], ["--in-place"]] {
            let result = try Command.run(convert + target, variables: variables, in: data.path)
            #expect(result.code == 65)
            #expect(result.errors.hasPrefix("chu: in:2:1: " + sentence))
        }
        #expect(data.contents("out") == Array("before".utf8))
        #expect(data.contents("in") == Array("a\nab\na\n".utf8))
        let kept = try Command.run(
            convert + ["--ill-formed", "keep"], variables: variables, in: data.path)
        #expect(kept.code == 0 && kept.output == "я\nab\nя\n")
        #expect(kept.errors.hasPrefix("chu: in:2:1: " + sentence))
    }

    @Test func `Build says that a transform is used as it is, and passes it over in a folder`() throws {
        try data.file("good.transform", Self.good)
        let one = try Command.run(["build", "good.transform"], variables: variables, in: data.path)
        #expect(one.code == 64)
        #expect(one.errors.contains("good.transform: a transform is not compiled"))
        let folder = try Command.run(["build", "."], variables: variables, in: data.path)
        #expect(folder.code == 66)
    }
}
