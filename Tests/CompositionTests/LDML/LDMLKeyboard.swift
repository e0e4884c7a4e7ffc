import Composition
import Diagnostics
import Foundation
import TestSupport

/// A keyboard of LDML Keyboard 3.0 written as the source of a keymap.
///
/// Each of its keys is a key of the keymap by a character of a private-use plane, so that tests press keys by their
/// names. Layers and layouts are looked up here: they are not part of composing.
struct LDMLKeyboard {
    /// The source of the keymap.
    private(set) var source = ""
    /// The names of keys, in the order of the private-use characters.
    private var keyNames: [String] = []
    private var outputs: [String: String] = [:]
    private var strings: [String: String] = [:]
    private let root: LDMLElement
    /// Whether texts are put out as they are.
    let isTyped: Bool

    private var sets: [String] = []
    private var markers: [String] = []
    /// Numbers of captures here, by their number in the expression.
    private var captureNumbers: [Int: Int] = [:]

    /// Reads a keyboard, with texts besides its keys that tests put in.
    init?(_ bytes: [UInt8], emits: [String] = []) {
        guard let root = LDMLElement.read(bytes), root.name == "keyboard3" else { return nil }
        self.root = root
        isTyped = root.all("settings").contains { $0["normalization"] == "disabled" }
        for string in root.all("variables", "string") { strings[string["id"] ?? ""] = string["value"] ?? "" }
        addKeys()
        for (number, text) in emits.enumerated() { add(key: "emit \(number)", text) }
        source = write()
    }

    // MARK: Keys

    private mutating func addKeys() {
        var hasKeys = false
        var files = ["keys-Latn-implied.xml"]
        for element in root.all("keys").flatMap(\.children) {
            hasKeys = true
            if element.name == "import", let path = element["path"] {
                files.append(path.split(separator: "/").last.map(String.init) ?? path)
            }
        }
        // A keyboard without the element has no keys at all.
        guard hasKeys || !root.all("keys").isEmpty || !root.all("layers").isEmpty else { return }
        for file in files {
            guard let text = Repository.shared("suites/cldr-46/import/\(file)"),
                let keys = LDMLElement.read(Array(text.bytes))
            else { continue }
            for key in keys.all("key") { add(key: key["id"] ?? "", key["output"] ?? "") }
        }
        for key in root.all("keys", "key") { add(key: key["id"] ?? "", key["output"] ?? "") }
    }

    private mutating func add(key: String, _ output: String) {
        if outputs[key] == nil { keyNames.append(key) }
        outputs[key] = output
    }

    /// The event of the key named `name`.
    func event(_ name: String) -> KeyEvent? {
        keyNames.firstIndex(of: name).flatMap { Unicode.Scalar(0xF0000 + UInt32($0)) }.map { KeyEvent($0) }
    }

    /// The text of a check or of a start, with its escapes read.
    func text(_ text: String) -> String { LDMLExpression(text, .text).text(strings) }

    // MARK: Layers

    private static let rows: [[String]] = [
        ["BKQUOTE", "1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "HYPHEN", "EQUAL"],
        ["Q", "W", "E", "R", "T", "Y", "U", "I", "O", "P", "LBRKT", "RBRKT", "BKSLASH"],
        ["A", "S", "D", "F", "G", "H", "J", "K", "L", "COLON", "QUOTE"],
        ["Z", "X", "C", "V", "B", "N", "M", "COMMA", "PERIOD", "SLASH"],
        ["SPACE"],
    ]

    /// The name of the key at the place `place` of a US keyboard while `held` are held; empty for a gap.
    ///
    /// - Returns: Nil when the place is on no keyboard.
    func key(at place: String, _ held: Set<String>) -> String? {
        let isIso = root.all("layers").contains { $0["formId"] == "iso" }
        for (row, places) in LDMLKeyboard.rows.enumerated() {
            guard let index = places.firstIndex(of: place) else { continue }
            guard let layer = layer(held) else { return "" }
            let keys = layer.all("row").map { ($0["keys"] ?? "").split(separator: " ").map(String.init) }
            guard row < keys.count else { return "" }
            // An ISO keyboard has one more key before Z, and the backslash elsewhere.
            let column = isIso && row == 3 ? index + 1 : index
            return column < keys[row].count ? keys[row][column] : ""
        }
        return nil
    }

    private func layer(_ held: Set<String>) -> LDMLElement? {
        let layers = root.all("layers").filter { $0["formId"] != "touch" }.flatMap { $0.all("layer") }
        func fits(_ modifiers: Substring) -> Bool {
            var rest = held
            for name in modifiers.split(separator: " ") where name != "none" {
                let either = [String(name), name + "L", name + "R"].first { rest.contains($0) }
                guard let either else { return false }
                rest.remove(either)
            }
            return rest.isEmpty
        }
        let named = layers.first { layer in
            (layer["modifiers"] ?? "none").split(separator: ",").contains { fits($0) }
        }
        return named ?? layers.first { $0["modifiers"] == "other" }
    }

    // MARK: Source

    private mutating func write() -> String {
        var keys = ""
        for (number, name) in keyNames.enumerated() {
            let code = String(0xF0000 + number, radix: 16, uppercase: true)
            keys += "  {U\(code)} > \(words(LDMLExpression(outputs[name] ?? "", .text).pieces))\n"
        }
        for set in root.all("variables", "set") { addSet(set["id"] ?? "", set["value"] ?? "") }
        var named: [String: Set<UInt32>] = [:]
        for set in root.all("variables", "uset") {
            let found = LDMLUnicodeSet.read(set["value"] ?? "", named)
            named[set["id"] ?? ""] = found
            let texts = found.sorted().map { code($0) }.joined(separator: " ")
            sets.append("characters \(name(set["id"] ?? "")) = \(texts)")
        }
        var groups = ""
        for transforms in root.all("transforms") {
            let isBackspace = transforms["type"] == "backspace"
            for group in transforms.all("transformGroup") {
                groups += self.group(group, isBackspace ? "backspace" : "rules")
            }
        }
        var text = """
            keymap 1
            language und
            title \(root.all("info").first?["name"] ?? "?")
            version 1
            licence MIT
            source LDML Keyboard 3.0

            capitals distinct
            backspace character
            form \(isTyped ? "typed" : "nfc")

            """
        if !markers.isEmpty { text += "markers \(markers.joined(separator: " "))\n" }
        text += sets.map { $0 + "\n" }.joined()
        if !keys.isEmpty { text += "keys\n\(keys)" }
        return text + groups
    }

    private func code(_ value: UInt32) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    private func name(_ id: String) -> String { "s" + id.replacing("_", with: "-") }

    private mutating func marker(_ id: String) -> String {
        let name = "m" + id.replacing("_", with: "-")
        if !markers.contains(name) { markers.append(name) }
        return "@" + name
    }

    /// The pieces as words of a rule.
    private mutating func words(_ pieces: [LDMLExpression.Piece]) -> String {
        var words: [String] = []
        captureNumbers = captureNumbers.filter { _ in false }
        var groups = 0
        var captures = 0
        for piece in pieces {
            switch piece {
            // A line feed is what the key Return does, and no text that is composed.
            case .character(let scalar) where scalar.value < 0x20: break
            case .character(let scalar): words.append(code(scalar.value))
            case .marker(let id): words.append(id.map { marker($0) } ?? "@any")
            case .string(let id):
                for scalar in LDMLExpression(strings[id] ?? "", .text).text(strings).unicodeScalars {
                    words.append(code(scalar.value))
                }
            case .set(let id): words.append("[\(name(id))]")
            case .characterClass(let text): words.append(inlineSet(text))
            case .any: words.append("[any]")
            case .start: words.append("[start]")
            case .open(let keeps):
                groups += 1
                if keeps {
                    captures += 1
                    captureNumbers[captures] = groups
                }
                words.append("(")
            case .close: words.append(")")
            case .bar: words.append("|")
            case .times(let low, let high): words.append("{\(low),\(high)}")
            case .mapped, .capture: break
            }
        }
        return words.joined(separator: " ")
    }

    private mutating func replacement(_ text: String) -> String {
        var words: [String] = []
        for piece in LDMLExpression(text, .replacement).pieces {
            switch piece {
            case .capture(let number): words.append("$\(captureNumbers[number] ?? number)")
            case .mapped(let number, let id):
                words.append("$\(captureNumbers[number] ?? number)[\(name(id))]")
            case .character(let scalar): words.append(code(scalar.value))
            case .marker(let id): words.append(id.map { marker($0) } ?? "")
            case .string(let id):
                for scalar in LDMLExpression(strings[id] ?? "", .text).text(strings).unicodeScalars {
                    words.append(code(scalar.value))
                }
            default: break
            }
        }
        return words.joined(separator: " ")
    }

    private mutating func inlineSet(_ text: String) -> String {
        let isNegated = text.hasPrefix("^")
        let found = LDMLUnicodeSet.read("[\(isNegated ? String(text.dropFirst()) : text)]", [:])
        let name = "inline\(sets.count)"
        let texts = found.sorted().map { code($0) }.joined(separator: " ")
        sets.append("characters \(name) = \(texts)")
        return isNegated ? "[not \(name)]" : "[\(name)]"
    }

    private mutating func addSet(_ id: String, _ value: String) {
        var items: [String] = []
        for word in value.split(whereSeparator: \.isWhitespace) {
            var codes: [String] = []
            for piece in LDMLExpression(String(word), .pattern).pieces {
                switch piece {
                case .character(let scalar): codes.append(code(scalar.value))
                case .marker(let id): items.append(marker(id ?? ""))
                case .set(let id): items.append("[\(name(id))]")
                case .string(let id):
                    let text = LDMLExpression(strings[id] ?? "", .text).text(strings)
                    codes += text.unicodeScalars.map { code($0.value) }
                case .bar: codes.append(code(0x7C))
                case .start: codes.append(code(0x5E))
                default: break
                }
            }
            if !codes.isEmpty { items.append(codes.joined(separator: "+")) }
        }
        sets.append("characters \(name(id)) = \(items.joined(separator: " "))")
    }

    private mutating func group(_ group: LDMLElement, _ keyword: String) -> String {
        let orders = group.all("reorder")
        if !orders.isEmpty {
            return "reorder\n" + orders.map { "  \(order($0))\n" }.joined()
        }
        var known: Set<String> = []
        var lines = ""
        for transform in group.all("transform") {
            let left = words(LDMLExpression(transform["from"] ?? "", .pattern).pieces)
            let right = replacement(transform["to"] ?? "")
            // A keyboard may say the same twice.
            guard known.insert(left).inserted else { continue }
            lines += "  \(left) > \(right)\n"
        }
        return "\(keyword)\n\(lines)"
    }

    private mutating func order(_ reorder: LDMLElement) -> String {
        var line = words(LDMLExpression(reorder["from"] ?? "", .pattern).pieces)
        if let before = reorder["before"] {
            line += " after " + words(LDMLExpression(before, .pattern).pieces)
        }
        var clauses: [String] = []
        if let order = reorder["order"] { clauses.append("order \(order)") }
        if let tertiary = reorder["tertiary"] { clauses.append("tertiary \(tertiary)") }
        for (attribute, keyword) in [("tertiaryBase", "base"), ("preBase", "prebase")] {
            guard let value = reorder[attribute] else { continue }
            let flags = value.split(separator: " ").map { $0 == "true" || $0 == "1" ? "yes" : "no" }
            clauses.append("\(keyword) \(flags.joined(separator: " "))")
        }
        return line + " : " + clauses.joined(separator: ", ")
    }
}
