import Composition
import Diagnostics
import Bytes
import MacroCompiler
import TestSupport
import Testing

/// The user's abbreviations in the middle of typing.
struct MacroTypingTests {
    static let folder = "\(Repository.root)/Tests/EngineTests/Fixtures"

    static let table: Macros = {
        guard let source = Repository.text("\(folder)/table.macros") else { fatalError("no table.macros") }
        let (macros, diagnostics) = MacroCompiler.read(source)
        precondition(diagnostics.isEmpty, "\(diagnostics)")
        return macros
    }()

    /// Compiled once for all cases.
    static let keymaps: [String: Keymap] = {
        var keymaps: [String: Keymap] = [:]
        for name in ["vi/telex", "vi/vni", "vi/viqr", "rad/telex", "jra/telex", "blt-Tavt/phonetic"] {
            keymaps[name] = try? Repository.keymap(name)
        }
        return keymaps
    }()

    static func keymap(_ name: String) throws -> Keymap { try #require(keymaps[name], "\(name)") }

    /// A line of the scenario.
    struct Case: CustomTestStringConvertible {
        var keymap: String
        var options: [String]
        var keys: String
        var text: String
        var testDescription: String { "\(keymap) \(options.joined(separator: " ")): \(keys)" }
    }

    static let cases: [Case] = {
        guard let source = Repository.text("\(folder)/macros.scenario") else { return [] }
        var cases: [Case] = []
        var heading: [String] = []
        for index in 0..<source.lineCount {
            let line = source.text(source.lineRange(index))
            if line.isEmpty || line.hasPrefix("#") { continue }
            if line.hasPrefix("[") {
                heading = line.dropFirst().dropLast().split(separator: " ").map(String.init)
                continue
            }
            let arrow = line.utf8.indices.last { line[$0...].utf8.starts(with: " ->".utf8) } ?? line.endIndex
            let text = line[arrow...].dropFirst(4).replacing("⏎", with: "\n").replacing("⇥", with: "\t")
                .replacing("{space}", with: " ")
            cases.append(
                Case(
                    keymap: heading.first ?? "", options: Array(heading.dropFirst()),
                    keys: String(line[..<arrow]), text: String(text)))
        }
        return cases
    }()

    @Test(arguments: cases) func `Each case of the scenario holds`(one: Case) throws {
        var field = Transcript(keymap: try Self.keymap(one.keymap))
        field.composer.macros = Self.table
        for option in one.options {
            let parts = option.split(separator: "=").map(String.init)
            let isSet = field.composer.setOption(parts[0], to: parts[1])
            try #require(isSet)
        }
        field.type(try KeySequence.parse(one.keys))
        field.finish()
        #expect(field.text == one.text)
    }

    @Test func `The scenario has its cases`() {
        #expect(Self.cases.count >= 80)
    }

    @Test func `Signs of a key are shown while they are typed`() throws {
        var composer = Composer(keymap: try Self.keymap("vi/telex"))
        composer.macros = Self.table
        var shown: [String] = []
        for event in try KeySequence.parse("dd/c{BackSpace}{BackSpace}c") {
            let response = composer.process(event)
            #expect(response.isConsumed && !response.hasCommit)
            shown.append(composer.preedit.string)
        }
        #expect(shown == ["d", "đ", "đ/", "đ/c", "đ/", "đ", "đc"])
        composer.macros = nil
        composer.commit()
        #expect(composer.committed.string == "đc")
    }

    @Test func `Without a table nothing changes`() throws {
        var field = Transcript(keymap: try Self.keymap("vi/telex"))
        field.type(try KeySequence.parse("ko v/v 1tr"))
        field.finish()
        #expect(field.text == "ko v/v 1tr")
    }

    @Test func `The longest expansion is put in whole`() throws {
        let text = String(repeating: "ẳ", count: Macros.expansionLimit / 3)
        let macros = Macros([Macros.Entry(key: "k", expansion: text)])
        var field = Transcript(keymap: try Self.keymap("vi/telex"))
        field.composer.macros = macros
        field.type(try KeySequence.parse("k k{U10FFFD}K."))
        field.finish()
        let capital = "Ẳ" + text.dropFirst()
        #expect(field.text == "\(text) \(text)\u{10FFFD}\(capital).")
    }

    @Test func `Random keys lose no character that no macro takes`() throws {
        var random = SeededGenerator(0x6D74)
        let keymap = try Self.keymap("vi/vni")
        // Keys that make no letter, so that everything typed must come out again except for what expands.
        let alphabet = Array("kqtv/1 :.".unicodeScalars)
        let macros = Macros([
            Macros.Entry(key: "k/k", expansion: "[kk]"), Macros.Entry(key: "k/k.v", expansion: "[kkv]"),
            Macros.Entry(key: "1t", expansion: "[1t]"), Macros.Entry(key: "//", expansion: "[//]"),
        ])
        for _ in 0..<20_000 {
            var keys = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0..<12, using: &random) {
                keys.append(alphabet.randomElement(using: &random) ?? "k")
            }
            var field = Transcript(keymap: keymap)
            field.composer.macros = macros
            field.type(keys.map { KeyEvent($0) })
            field.finish()
            var text = field.text
            for entry in macros.entries { text = text.replacing(entry.expansion, with: entry.key) }
            #expect(text == String(keys), "\(field.text)")
        }
    }

    @Test func `Random keys and BackSpace never trap, and enough of them empty the preedit`() throws {
        var random = SeededGenerator(0x6D75)
        let names = ["vi/telex", "vi/vni", "vi/viqr", "rad/telex", "blt-Tavt/phonetic"]
        let keys =
            Array("koKOvnddc/1trp. ase".unicodeScalars).map { KeyEvent($0) }
            + [KeyEvent(.backspace), KeyEvent(.return), KeyEvent("z", modifiers: .control)]
        for name in names {
            var composer = Composer(keymap: try Self.keymap(name))
            composer.macros = Self.table
            for _ in 0..<20_000 {
                guard let key = keys.randomElement(using: &random) else { continue }
                _ = composer.process(key)
            }
            var count = 0
            while !composer.isEmpty, count < 100 {
                _ = composer.process(KeyEvent(.backspace))
                count += 1
            }
            #expect(composer.isEmpty && composer.preedit.isEmpty, "\(name)")
        }
    }
}
