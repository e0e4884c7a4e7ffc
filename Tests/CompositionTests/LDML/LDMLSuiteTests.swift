import Composition
import Diagnostics
import Foundation
import ICU
import KeymapCompiler
import Bytes
import TestSupport
import Testing

/// Keyboards of LDML Keyboard 3.0 and their tests, by others, written as keymaps and typed.
///
/// `make suites` fetches the suites; without them these tests are skipped.
/// Layers, gestures and repertoires are about keyboards and not about composing: keys are pressed by their names.
struct LDMLSuiteTests {
    /// One keyboard with one file of tests, or with the keys in its own comment.
    struct Suite: CustomTestStringConvertible {
        var folder: String
        var keyboard: String
        var tests: String?
        var testDescription: String { tests ?? keyboard }
    }

    static let isAbsent: Bool = Repository.shared("suites/cldr-46/test/bn-test.xml") == nil

    static func files(_ folder: String) -> [String] {
        let path = Repository.sharedPath("suites/\(folder)")
        return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
    }

    static let suites: [Suite] = {
        var suites = files("cldr-46/test").filter { $0.hasSuffix("-test.xml") }.map {
            Suite(folder: "cldr-46/3.0", keyboard: "", tests: "cldr-46/test/\($0)")
        }
        suites += files("keyman-ldml/keyboards").filter { $0.hasSuffix("-test.xml") }.map {
            Suite(folder: "keyman-ldml/keyboards", keyboard: "", tests: "keyman-ldml/keyboards/\($0)")
        }
        return suites.map { suite in
            var suite = suite
            let root = Repository.shared("suites/\(suite.tests ?? "")").flatMap {
                LDMLElement.read(Array($0.bytes))
            }
            suite.keyboard = "\(suite.folder)/\(root?.all("info").first?["keyboard"] ?? "")"
            return suite
        }
    }()

    /// A check of a test: what was expected and what was found.
    struct Check: Hashable {
        var suite: String
        var name: String
        var expected: String
        var found: String
    }

    /// Differences on purpose: suite, test, and the reason.
    static let differences: [String: String] = {
        let path = "\(Repository.root)/Tests/CompositionTests/Fixtures/ldml-differences.tsv"
        guard let text = Repository.text(path) else { return [:] }
        var found: [String: String] = [:]
        for line in String(decoding: text.bytes, as: UTF8.self).split(separator: "\n")
        where !line.hasPrefix("#") {
            let fields = line.split(separator: "\t").map(String.init)
            if fields.count == 3 { found["\(fields[0])\t\(fields[1])"] = fields[2] }
        }
        return found
    }()

    static func keymap(_ keyboard: LDMLKeyboard, _ name: String) throws -> Keymap {
        let source = SourceText(path: "\(name).keymap", keyboard.source)
        let (bytes, diagnostics) = KeymapCompiler.compile(source) { _ in nil }
        let report = diagnostics.map { $0.rendered() }.joined(separator: "\n")
        return try Keymap(Bytes(try #require(bytes, "\(report)")))
    }

    // MARK: keyboardTest3

    /// The checks of one suite, each in its place.
    static func checks(_ suite: Suite) throws -> (tests: Int, checks: [Check]) {
        let file = try #require(Repository.shared("suites/\(suite.tests ?? "")"))
        let root = try #require(LDMLElement.read(Array(file.bytes)))
        let tests = root.all("tests", "test")
        let emits = tests.flatMap { $0.all("emit") }.compactMap { $0["to"] }
        let bytes = try #require(Repository.shared("suites/\(suite.keyboard)"))
        let keyboard = try #require(LDMLKeyboard(Array(bytes.bytes), emits: emits))
        let keymap = try keymap(keyboard, suite.keyboard)
        var checks: [Check] = []
        for (number, test) in tests.enumerated() {
            var field = Transcript(keymap: keymap)
            for step in test.children {
                switch step.name {
                case "startContext": field.composer.begin(with: keyboard.text(step["to"] ?? ""))
                case "keystroke":
                    field.type(try #require(keyboard.event(step["key"] ?? ""), "\(step["key"] ?? "")"))
                case "emit":
                    let index = try #require(emits.firstIndex(of: step["to"] ?? ""))
                    field.type(try #require(keyboard.event("emit \(index)")))
                case "backspace": field.type(KeyEvent(.backspace))
                case "check":
                    let wanted = keyboard.text(step["result"] ?? "")
                    checks.append(
                        Check(
                            suite: suite.tests ?? "", name: "\(number) \(test["name"] ?? "")",
                            expected: keyboard.isTyped ? wanted : wanted.normalized(.nfc), found: field.shown)
                    )
                default: Issue.record("\(step.name)")
                }
            }
        }
        return (tests.count, checks)
    }

    @Test(.disabled(if: isAbsent, Repository.isNotShared))
    func `The tests of LDML keyboards are met, or listed with the reason`() throws {
        var tests = 0
        var listed: Set<String> = []
        var count = 0
        for suite in Self.suites {
            let result = try Self.checks(suite)
            tests += result.tests
            for check in result.checks {
                count += 1
                let key = "\(check.suite)\t\(check.name)"
                if check.found.unicodeScalars.elementsEqual(check.expected.unicodeScalars) { continue }
                if Self.differences[key] != nil {
                    listed.insert(key)
                } else {
                    Issue.record(
                        "\(check.suite), \(check.name): \(codes(check.found)), not \(codes(check.expected))")
                }
            }
        }
        #expect(tests == 174)
        #expect(count == 198)
        #expect(listed == Set(Self.differences.keys), "a reason is listed for what is met")
    }

    private func codes(_ text: String) -> String {
        text.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: " ") + " (\(text))"
    }

    // MARK: Keys in comments

    /// A line of keys and what it adds to the text.
    struct Keys {
        var file: String
        var keys: String
        var expected: String
    }

    static func comments() -> [Keys] {
        var all: [Keys] = []
        for file in files("keyman-ldml/keyboards") where !file.hasSuffix("-test.xml") {
            guard let text = Repository.shared("suites/keyman-ldml/keyboards/\(file)") else { continue }
            var keys: String?
            for line in String(decoding: text.bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
                let line = line.trimmingCharacters(in: .whitespaces)
                if line.hasPrefix("@@keys:") {
                    keys = line.dropFirst(7).trimmingCharacters(in: .whitespaces)
                } else if line.hasPrefix("@@expected:"), let typed = keys {
                    let expected = line.dropFirst(11).trimmingCharacters(in: .whitespaces)
                    all.append(Keys(file: file, keys: typed, expected: expected))
                    keys = nil
                }
            }
        }
        return all
    }

    static let modifiers = [
        "SHIFT": "shift", "CAPS": "caps", "LCTRL": "ctrlL", "RCTRL": "ctrlR", "LALT": "altL", "RALT": "altR",
    ]

    @Test(.disabled(if: isAbsent, Repository.isNotShared))
    func `The keys in comments of keyboards give the text beside them`() throws {
        let all = Self.comments()
        #expect(all.count == 19)
        var fields: [String: (LDMLKeyboard, Transcript)] = [:]
        for entry in all {
            if fields[entry.file] == nil {
                let bytes = try #require(Repository.shared("suites/keyman-ldml/keyboards/\(entry.file)"))
                let keyboard = try #require(LDMLKeyboard(Array(bytes.bytes)))
                fields[entry.file] = (keyboard, Transcript(keymap: try Self.keymap(keyboard, entry.file)))
            }
            guard let (keyboard, before) = fields[entry.file] else { continue }
            var field = before
            for press in entry.keys.split(separator: "[").map({ $0.prefix { $0 != "]" } })
            where !press.isEmpty {
                let names = press.split(separator: " ")
                let place = String(names.last?.dropFirst(2) ?? "")
                let held = Set(names.dropLast().compactMap { Self.modifiers[String($0)] })
                if place == "BKSP" {
                    field.type(KeyEvent(.backspace))
                } else if let key = keyboard.key(at: place, held) {
                    if let event = keyboard.event(key) { field.type(event) }
                } else {
                    // No key of the keyboard: the composition ends, and the suite looks at what comes after it.
                    field = Transcript(keymap: field.composer.keymap)
                }
            }
            // Lines of one file go on from one another.
            let wanted = keyboard.text(entry.expected).normalized(.nfc)
            let shown = field.shown
            if !shown.unicodeScalars.elementsEqual(wanted.unicodeScalars) {
                let key = "keyman-ldml/keyboards/\(entry.file)\t\(entry.keys)"
                #expect(
                    Self.differences[key] != nil,
                    "\(entry.file) \(entry.keys): \(codes(shown)), not \(codes(wanted))")
            }
            fields[entry.file] = (keyboard, field)
        }
    }

    // MARK: Wrong keyboards

    @Test(.disabled(if: isAbsent, Repository.isNotShared))
    func `Keyboards that must be rejected are`() throws {
        let files = Self.files("keyman-ldml/invalid-keyboards").filter { $0.hasSuffix(".xml") }
        #expect(files.count == 3)
        for file in files {
            let bytes = try #require(Repository.shared("suites/keyman-ldml/invalid-keyboards/\(file)"))
            // One of them is not a keyboard at all.
            guard let keyboard = LDMLKeyboard(Array(bytes.bytes)) else { continue }
            let source = SourceText(path: file, keyboard.source)
            let result = KeymapCompiler.compile(source) { _ in nil }
            #expect(result.bytes == nil, "\(file)")
        }
    }

    @Test(.disabled(if: isAbsent, Repository.isNotShared))
    func `Every keyboard of the suites is a keymap`() throws {
        for folder in ["cldr-46/3.0", "keyman-ldml/keyboards"] {
            for file in Self.files(folder) where file.hasSuffix(".xml") && !file.hasSuffix("-test.xml") {
                let bytes = try #require(Repository.shared("suites/\(folder)/\(file)"))
                let keyboard = try #require(LDMLKeyboard(Array(bytes.bytes)), "\(file)")
                _ = try Self.keymap(keyboard, file)
            }
        }
    }
}
