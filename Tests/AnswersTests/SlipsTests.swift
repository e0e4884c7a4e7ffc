import Answers
import Catalogue
import Conversion
import Engine
import TestSupport
import Testing

/// The words with slips of `Tests/Questions`: whether what was meant is suggested.
struct SlipsTests {
    /// What people call the keymaps in which keys may be left in a text.
    private static let keymaps = [("vi/telex", "Telex"), ("vi/vni", "VNI")]

    /// What `text` is when it is keys.
    private static func retyped(_ text: String) -> [Retyped] {
        keymaps.compactMap { name, method in
            guard let keymap = try? Repository.keymap(name) else { return nil }
            var converter = KeysConverter(Engine(keymap: keymap))
            return Retyped(
                String(decoding: converter.convertAll(Array(text.utf8)), as: UTF8.self), by: method)
        }
    }

    @Test func `Nine slips in ten have the word that was meant among the suggestions`() throws {
        let lexicons = try QuestionsTests.lexicons.get()
        var counts = (all: 0, first: 0, amongFive: 0)
        for path in Repository.files(in: "Tests", ending: ".suggestions") {
            for item in try QuestionFile(path).items {
                let near = lexicons.suggestions(item.question, retyped: SlipsTests.retyped)
                let words = near.words.map { $0.lowercased() }
                let wanted = item.wanted.lowercased().split(separator: " ; ").map(String.init)
                let place = words.firstIndex { wanted.contains($0) }
                counts.all += 1
                counts.first += place == 0 ? 1 : 0
                counts.amongFive += (place ?? 5) < 5 ? 1 : 0
                if place == nil {
                    print("\(item.place): '\(item.question.query)', meant \(item.wanted), suggested \(words)")
                }
            }
        }
        print("slips: \(counts)")
        #expect(counts.all >= 60)
        #expect(10 * counts.amongFive >= 9 * counts.all, "\(counts)")
    }
}
