import Bytes
import Diagnostics
import TestSupport
import Testing

@testable import KeymapCompiler

/// Each mistake an author can make: its kind, its place, and what the fix makes of it; ``WordingTests`` has the words.
struct DiagnosticsTests {
    static let cases =
        statementCases + missingTextCases + letterCases + syllableCases + reachCases
        + ruleCases + moreCases

    /// Keymaps that cases include.
    static let included = [
        "vi/part": """
        keymap 1
        part
        option lone-w = off | on : whether w alone makes ư
        letters vowel
          ư = w when lone-w=on
        tones
          huyền U+0300 : f

        """,
        "vi/test": "keymap 1\n",
        "vi/letters": """
        keymap 1
        part
        letters vowel
          a ê ơ

        """,
        "vi/many": """
        keymap 1
        part
        letters vowel
          ă â ê ô ơ ư ĕ ŏ ŭ

        """,
        "vi/loop": """
        keymap 1
        include vi/loop
        letters vowel
          a

        """,
        "vi/distinct": """
        keymap 1
        part
        capitals distinct
        letters vowel
          a

        """,
        "vi/tones": """
        keymap 1
        part
        tones
          sắc U+0301
          hỏi U+0309

        """,
    ]

    /// The source that a case includes by `name`.
    static func include(_ name: String, for source: SourceText) -> SourceText? {
        // Keymaps that include one another without end.
        if name.hasPrefix("deep/") {
            return SourceText(path: name, "keymap 1\ninclude \(name)0\nletters\n  a\n")
        }
        if name.hasPrefix("wide/") { return SourceText(path: name, "keymap 1\nletters\n  a\n") }
        // A keymap that is the one being read.
        return included[name].map {
            SourceText(path: name == "vi/test" ? source.path : "\(name).keymap", $0)
        }
    }

    static func parse(_ source: SourceText) -> [Diagnostic] {
        read(
            source, including: { include($0, for: source) }, includable: { included.keys.sorted() }
        ).diagnostics
    }

    @Test func `The keymaps to be spoilt are good`() {
        for base in [Samples.spoilt, Samples.spoiltTai] {
            #expect(Self.parse(SourceText(path: "test.keymap", base)).map { $0.rendered() } == [])
        }
    }

    @Test(arguments: cases) func `A mistake is reported, placed and fixed`(example: Case) throws {
        let source = try MarkedSource(example.source(example.text), path: "test.keymap")
        let diagnostic = try source.expect(
            Self.parse(source.text), id: example.id.rawValue, severity: example.severity,
            fixed: example.fixed.map { example.source($0) })
        #expect(diagnostic.fixIts.isEmpty == (example.fixed == nil))
        for fixIt in diagnostic.fixIts {
            let left = Self.parse(source.text.applying(fixIt)).map(\.id)
            #expect(!left.contains(example.id.rawValue), "after '\(fixIt.wording.english)'")
        }
    }

    /// The same mistakes with other line ends, a byte-order mark and no line feed at the end.
    @Test(arguments: cases.filter { $0.fixed != nil }) func `Fixing keeps what it does not change`(
        example: Case
    )
        throws
    {
        let spoilt = example.source
        let text = spoilt.text(0..<spoilt.bytes.count)
        let fixed = Fixing(spoilt) { Self.parse($0) }
        let isObvious = Self.parse(spoilt).first?.fixIts.first?.isObvious ?? false
        #expect(isObvious == !fixed.changes.isEmpty)
        if !isObvious { #expect(fixed.text.bytes == spoilt.bytes) }
        #expect(fixed.diagnostics.contains { $0.id == example.id.rawValue } == !isObvious)
        #expect(Fixing(fixed.text) { Self.parse($0) }.changes.isEmpty)
        // The header and a comment at the end stay as they are.
        let other = "\u{FEFF}" + text.replacing("\n", with: "\r\n") + "# the end \t "
        let result = Fixing(SourceText(path: "test.keymap", other)) { Self.parse($0) }.text
        let expected =
            "\u{FEFF}" + fixed.text.text(0..<Int.max).replacing("\n", with: "\r\n") + "# the end \t "
        #expect(result.bytes == Array(expected.utf8))
    }

    @Test(arguments: [
        [0xFF, 0xFE] as [UInt8], [0xC3], [0xED, 0xA0, 0x80],
    ]) func `Bytes that are not text are reported once, and nothing else is`(wrong: [UInt8]) {
        let start = Array("\(Samples.spoilt)set stop = c ".utf8)
        let source = SourceText(
            path: "test.keymap", bytes: start + wrong + Array("\ntests\n  ee".utf8) + wrong + [0x0A])
        let diagnostics = Self.parse(source)
        #expect(diagnostics.map(\.id) == ["keymap.ill-formed-text"])
        #expect(diagnostics.map(\.range.lowerBound) == [start.count])
    }

    /// Declarations that are one too many, by what there is too much of.
    static let limits: [String: String] = [
        "letters": "letters\n"
            + (0..<250).map { "  U+\(String(0x4E00 + $0, radix: 16)) = a\(keys($0))\n" }.joined()
            + (0..<18).map { "  U+\(String(0x5000 + $0, radix: 16)) = a\(keys($0).suffix(1))\n" }.joined(),
        "tones": "tones\n" + (2..<8).map { "  tone\($0) U+030\($0) : \($0)\n" }.joined(),
        "classes": (0..<31).map { "letters class\($0)\n  a\n" }.joined(),
        "options": (0..<31).map { "option option\($0) = off | on : nothing\n" }.joined(),
        "letters in a repair": "repair\n  aeiouya > yuoieaa\n",
        "letters in a rime": "place\n  rime aeiouya : last\n",
        "positions in the cluster's patterns":
            "cluster\n  type\(String(repeating: " vowel", count: 65))\n  order vowel\n",
    ]

    /// Two keys for each number.
    static func keys(_ number: Int) -> String {
        let keys = "0123456789?!.,;:%&".map(String.init)
        return keys[number / 18] + keys[number % 18]
    }

    @Test(arguments: limits.keys.sorted()) func `More than a keymap can hold is reported`(things: String) {
        let source = SourceText(path: "test.keymap", Samples.spoilt + (Self.limits[things] ?? ""))
        let diagnostics = Self.parse(source)
        #expect(diagnostics.map { $0.rendered() }.count == 1)
        #expect(diagnostics.first?.id == "keymap.too-many")
        #expect(diagnostics.first?.wording.english.contains(" \(things); a keymap holds at most ") == true)
    }

    /// To know the letter twenty places before the end, a table needs a state for each of the words between.
    static let longForm =
        "syllable Long\n  word [vowel]*a" + String(repeating: "[vowel]", count: 20) + "\n"

    @Test func `Syllables that no table can hold are reported`() {
        let source = SourceText(path: "test.keymap", Samples.spoilt + Self.longForm)
        let (bytes, diagnostics) = KeymapCompiler.compile(source) { _ in nil }
        #expect(bytes == nil)
        #expect(diagnostics.map(\.id) == ["keymap.too-large"])
        #expect(diagnostics.first.map { source.text($0.range) } == "Long")
    }

    /// Ten letters on each of twenty-six keys, one for each value of an option.
    static let tooManyConditions: String = {
        let values = (0..<10).map { "v\($0)" }
        var text = "option which = \(values.joined(separator: " | ")) : a letter\nletters many\n"
        for key in "bcdfghklmnpqrstvxz123456789" {
            for (letter, value) in zip("áàảãạéèẻẽẹ", values) {
                text += "  \(letter) = \(key)\(key) when which=\(value)\n"
            }
        }
        return Samples.header + text + "letters plain\n  b c d f g h k l m n p q r s t v x z\n"
    }()

    @Test func `More conditions than a table can hold are reported`() {
        let source = SourceText(path: "test.keymap", Self.tooManyConditions)
        let (bytes, diagnostics) = KeymapCompiler.compile(source) { _ in nil }
        #expect(bytes == nil)
        #expect(Set(diagnostics.map(\.id)) == ["keymap.too-large"], "\(diagnostics.first?.rendered() ?? "")")
    }
}
