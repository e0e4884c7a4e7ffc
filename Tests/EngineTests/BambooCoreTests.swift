import Composition
import Diagnostics
import FoundationEssentials
import TestSupport
import Testing

/// The expectations of bamboo-core, the engine of ibus-bamboo, for Vietnamese Telex and VNI.
///
/// Each is met, or listed in `Fixtures/bamboo-core-differences.tsv` with the reason why Chữ does otherwise. Its Telex 2
/// is `vi/telex` with `w` and the brackets as ư and ơ; its view of the keys is what the restoring key gives.
struct BambooCoreTests {
    private static let fixture = "Tests/EngineTests/Fixtures/bamboo-core-differences.tsv"

    /// A test of the suite: what to do and what to expect, in order.
    struct Case: Decodable, Sendable, CustomTestStringConvertible {
        var test: String
        var ops: [Operation]
        var testDescription: String { test }
    }

    struct Operation: Decodable, Sendable {
        /// `new`, `type`, `expect`, `reset`, `backspace` or `restore`.
        var op: String
        /// The method and the flags of `new`.
        var im: String?
        var flags: String?
        /// What `type` types.
        var keys: String?
        /// What `expect` looks at, and what must be there.
        var view: String?
        var text: String?
    }

    /// An expectation that is not met: the test, the number of the expectation in it, and both texts.
    struct Difference: Hashable, Comparable, CustomStringConvertible {
        var test: String
        var number: Int
        var expected: String
        var found: String
        var description: String { "\(test)\t\(number)\t\(expected)\t\(found)" }

        static func < (left: Difference, right: Difference) -> Bool {
            (left.test, left.number) < (right.test, right.number)
        }
    }

    static let cases: [Case] = {
        guard let source = Repository.shared("suites/bamboo-core/bamboo_test.jsonl") else { return [] }
        let lines = source.text(0..<source.bytes.count).split(whereSeparator: \.isNewline)
        return lines.compactMap { try? JSONDecoder().decode(Case.self, from: Data($0.utf8)) }
    }()

    @Test(.enabled(if: !cases.isEmpty, Repository.isNotShared))
    func `Each expectation is met or differs for a reason`() throws {
        let keymaps = ["Telex 2": try Repository.keymap("vi/telex"), "VNI": try Repository.keymap("vi/vni")]
        var differences: [Difference] = []
        var count = 0
        for item in Self.cases {
            var field: Transcript?
            var number = 0
            for operation in item.ops {
                switch operation.op {
                case "new": field = keymaps[operation.im ?? ""].map { Self.field(operation, $0) }
                case "type": field?.type((operation.keys ?? "").unicodeScalars.map { KeyEvent($0) })
                case "backspace": field?.type(KeyEvent(.backspace))
                case "restore": field?.type(KeyEvent("z", modifiers: .control))
                case "reset": field?.clear()
                case "expect":
                    number += 1
                    count += 1
                    let expected = operation.text ?? ""
                    let found =
                        field.map { Self.lastWord($0, asTyped: operation.view == "EnglishMode") } ?? "none"
                    guard found != expected else { continue }
                    differences.append(
                        Difference(test: item.test, number: number, expected: expected, found: found))
                default: Issue.record("'\(operation.op)' is no operation that is known")
                }
            }
        }
        #expect(Self.cases.count == 38 && count == 84)
        let known = try Self.knownDifferences().map { $0.prefix(4).joined(separator: "\t") }
        #expect(differences.sorted().map(\.description) == known)
    }

    @Test func `Each difference has its reason`() throws {
        for row in try Self.knownDifferences() {
            #expect(row.count == 5, "\(row)")
            #expect(row.last?.isEmpty == false, "\(row)")
        }
    }

    /// A field for a method and the flags of the suite.
    private static func field(_ operation: Operation, _ keymap: Keymap) -> Transcript {
        var field = Transcript(keymap: keymap)
        var options: [(String, String)] = []
        if operation.im == "Telex 2" {
            options += [("lone-w", "on"), ("brackets", "on")]
        }
        // EstdFlags has the old style.
        if operation.flags?.hasSuffix("&^EstdToneStyle") == true {
            options.append(("tone-style", "new"))
        }
        for (name, value) in options {
            let isKnown = field.composer.setOption(name, to: value)
            #expect(isKnown, "\(name)=\(value)")
        }
        return field
    }

    /// What stands after the last sign that is not part of a word, as shown or as typed.
    private static func lastWord(_ field: Transcript, asTyped: Bool) -> String {
        var field = field
        if asTyped, !field.composer.isEmpty { field.type(KeyEvent("z", modifiers: .control)) }
        let isPart: (Character) -> Bool = { $0.isLetter || $0.isNumber || "[]{}:".contains($0) }
        return String(field.shown.reversed().prefix(while: isPart).reversed())
    }

    /// The rows of the fixture without its heading: test, number, text expected, text found, reason.
    private static func knownDifferences() throws -> [[String]] {
        let source = try #require(Repository.text("\(Repository.root)/\(fixture)"))
        let lines = source.text(0..<source.bytes.count).split(whereSeparator: \.isNewline).dropFirst()
        return lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    }
}

extension Transcript {
    /// Empties the field.
    fileprivate mutating func clear() {
        composer.reset()
        self = emptied()
    }

    private func emptied() -> Transcript {
        var field = Transcript(keymap: composer.keymap)
        field.composer = composer
        return field
    }
}
