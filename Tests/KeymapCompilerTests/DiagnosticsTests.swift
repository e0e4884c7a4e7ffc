import Diagnostics
import Bytes
import TestSupport
import Testing

@testable import KeymapCompiler

/// Each mistake an author can make: what is said, where, and what the fix-it makes of it.
struct DiagnosticsTests {
    /// A keymap with one mistake in it.
    struct Case: CustomTestStringConvertible {
        var id: String
        var message: String
        /// The text of ``base`` that is replaced; empty to add to its end.
        var replaced: String
        /// What stands there instead, with 1️⃣ where the mistake is.
        var text: String
        var base: String
        var severity: Diagnostic.Severity
        /// The message of the first note.
        var note: String?
        /// What stands there when the first fix-it is applied.
        var fixed: String?

        init(
            _ id: String, _ message: String, replacing replaced: String, by text: String,
            in base: String = Samples.spoilt, _ severity: Diagnostic.Severity = .error, note: String? = nil,
            fixed: String? = nil
        ) {
            self.id = id
            self.message = message
            self.replaced = replaced
            self.text = text
            self.base = base
            self.severity = severity
            self.note = note
            self.fixed = fixed
        }

        /// A case with `text` and a line feed at the end of `base`.
        init(
            _ id: String, _ message: String, _ text: String, in base: String = Samples.spoilt,
            _ severity: Diagnostic.Severity = .error, note: String? = nil, fixed: String? = nil
        ) {
            func line(_ text: String) -> String { text.isEmpty ? "" : text + "\n" }
            self.init(
                id, message, replacing: "", by: line(text), in: base, severity, note: note,
                fixed: fixed.map(line))
        }

        var testDescription: String { "\(id): \(text.replacing("\n", with: "⏎"))" }

        /// The keymap with `text` in it.
        func source(_ text: String) -> String {
            replaced.isEmpty ? base + text : base.replacing(replaced, with: text, maxReplacements: 1)
        }
    }

    static let cases =
        statementCases + missingTextCases + letterCases + syllableCases + reachCases
        + ruleCases

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
        "vi/tones": """
        keymap 1
        part
        tones
          sắc U+0301
          hỏi U+0309

        """,
    ]

    static func parse(_ source: SourceText) -> [Diagnostic] {
        KeymapParser.parse(
            source,
            include: { name in
                // A keymap that is the one being read.
                included[name].map {
                    SourceText(path: name == "vi/test" ? source.path : "\(name).keymap", $0)
                }
            }, includable: { included.keys.sorted() }
        ).diagnostics
    }

    @Test func `The keymaps to be spoilt are good`() {
        for base in [Samples.spoilt, Samples.spoiltTai] {
            #expect(Self.parse(SourceText(path: "test.keymap", base)).map { $0.rendered() } == [])
        }
    }

    @Test(arguments: cases) func `A mistake is told, placed and mended`(example: Case) throws {
        let source = try MarkedSource(example.source(example.text), path: "test.keymap")
        let diagnostic = try source.expect(
            Self.parse(source.text), id: example.id, severity: example.severity, message: example.message,
            fixed: example.fixed.map { example.source($0) })
        #expect(diagnostic.fixIts.isEmpty == (example.fixed == nil))
        #expect(diagnostic.notes.first?.message == example.note)
        for fixIt in diagnostic.fixIts {
            let left = Self.parse(source.text.applying(fixIt)).map(\.id)
            #expect(!left.contains(example.id), "after '\(fixIt.message)'")
        }
    }

    /// The same mistakes with other line ends, a byte-order mark and no line feed at the end.
    @Test(arguments: cases.filter { $0.fixed != nil }) func `Fixing keeps what it does not mend`(
        example: Case
    )
        throws
    {
        let text = MarkedSource.unmarked(example.source(example.text))
        let spoilt = SourceText(path: "test.keymap", text)
        let mended = Fixing(spoilt) { Self.parse($0) }
        let isObvious = Self.parse(spoilt).first?.fixIts.first?.isObvious ?? false
        #expect(isObvious == !mended.changes.isEmpty)
        if !isObvious { #expect(mended.text.bytes == spoilt.bytes) }
        #expect(mended.diagnostics.contains { $0.id == example.id } == !isObvious)
        #expect(Fixing(mended.text) { Self.parse($0) }.changes.isEmpty)
        // The header and a comment at the end stay as they are.
        let other = "\u{FEFF}" + text.replacing("\n", with: "\r\n") + "# the end \t "
        let result = Fixing(SourceText(path: "test.keymap", other)) { Self.parse($0) }.text
        let expected =
            "\u{FEFF}" + mended.text.text(0..<Int.max).replacing("\n", with: "\r\n") + "# the end \t "
        #expect(result.bytes == Array(expected.utf8))
    }

    @Test(arguments: [
        ([0xFF, 0xFE] as [UInt8], "bytes FF are not UTF-8; save the file as UTF-8"),
        ([0xC3], "bytes C3 are not UTF-8; save the file as UTF-8"),
        ([0xED, 0xA0, 0x80], "bytes ED are not UTF-8; save the file as UTF-8"),
    ]) func `Bytes that are no text are told line by line`(wrong: [UInt8], message: String) {
        let start = Array("\(Samples.spoilt)set stop = c ".utf8)
        let source = SourceText(
            path: "test.keymap", bytes: start + wrong + Array("\ntests\n  ee".utf8) + wrong + [0x0A])
        let diagnostics = Self.parse(source)
        #expect(diagnostics.map(\.id) == ["keymap.ill-formed-text", "keymap.ill-formed-text"])
        #expect(diagnostics.map(\.message) == [message, message])
        #expect(diagnostics.map(\.range.lowerBound) == [start.count, start.count + wrong.count + 11])
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

    @Test(arguments: limits.keys.sorted()) func `More than a keymap can hold is told`(things: String) {
        let source = SourceText(path: "test.keymap", Samples.spoilt + (Self.limits[things] ?? ""))
        let diagnostics = Self.parse(source)
        #expect(diagnostics.map { $0.rendered() }.count == 1)
        #expect(diagnostics.first?.id == "keymap.too-many")
        #expect(diagnostics.first?.message.hasPrefix("there are more than ") == true)
        #expect(diagnostics.first?.message.contains(" \(things); a keymap holds at most ") == true)
    }

    @Test func `Syllables that no table can hold are told`() {
        // To know the letter twenty places before the end, a table needs a state for each of the words between.
        let form = "[vowel]*a" + String(repeating: "[vowel]", count: 20)
        let source = SourceText(path: "test.keymap", Samples.spoilt + "syllable Long\n  word \(form)\n")
        let (bytes, diagnostics) = KeymapCompiler.compile(source) { _ in nil }
        #expect(bytes == nil)
        #expect(diagnostics.map(\.id) == ["keymap.too-large"])
        #expect(diagnostics.first.map { source.text($0.range) } == "Long")
    }
    @Test func `More that hangs on options than a table can hold is told`() {
        // Ten letters on each of twenty-six keys, one for each value of an option.
        let values = (0..<10).map { "v\($0)" }
        let letters = Array("áàảãạéèẻẽẹ")
        var text = "option which = \(values.joined(separator: " | ")) : a letter\nletters many\n"
        for key in "bcdfghklmnpqrstvxz123456789" {
            for (letter, value) in zip(letters, values) {
                text += "  \(letter) = \(key)\(key) when which=\(value)\n"
            }
        }
        let header = "keymap 1\nlanguage vi\ntitle x\nversion 1\nlicence CC0-1.0\nsource x\n"
        let source = SourceText(
            path: "test.keymap", header + text + "letters plain\n  b c d f g h k l m n p q r s t v x z\n")
        let (bytes, diagnostics) = KeymapCompiler.compile(source) { _ in nil }
        #expect(bytes == nil)
        #expect(Set(diagnostics.map(\.id)) == ["keymap.too-large"], "\(diagnostics.first?.rendered() ?? "")")
    }
}
