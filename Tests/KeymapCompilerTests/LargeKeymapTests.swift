import Diagnostics
import Foundation
import Testing

@testable import KeymapCompiler

/// Keymaps much larger than any that is written by hand: they compile while the author waits.
///
/// With the environment variable `CHU_LARGE_KEYMAPS` set to a folder, the sources are written there, to be measured
/// with the built program.
struct LargeKeymapTests {
    static let header = """
        keymap 1
        language vi
        title A large keymap
        version 1.0
        licence CC0-1.0
        source made up to be large
        letters vowel
          a e i o u y
          ă = aw
          â = aa   ê = ee   ô = oo
        letters consonant
          b c d g h k l m n p q r s t v x

        """
    static let vowels = "aeiouyăâêô".map(String.init)
    static let consonants = "bcdghklmnpqrstvx".map(String.init)

    /// Every sequence of one of each of `choices`, the last changing fastest.
    static func sequences(_ choices: [[String]]) -> [String] {
        choices.reduce([""]) { starts, choice in starts.flatMap { start in choice.map { start + $0 } } }
    }

    /// Keymaps by what there is much of.
    static let keymaps: [String: String] = {
        let keys = "abcdeghiklmnopqrstuvxy".map(String.init)
        let outputs = (0..<100).map { String(Character(Unicode.Scalar(0x2190 + $0) ?? " ")) }
        let lefts = sequences([keys, keys, keys]).prefix(5000)
        let rules = lefts.enumerated().map { number, left in
            "  ;\(left) > \(outputs[number % 100])\(outputs[number / 100])\n"
        }
        let open = sequences([vowels, vowels, [""] + consonants, [""] + consonants])
        // Mixed up, so that neighbours do not begin alike.
        let rimes = (0..<5000).map { open[$0 * 7919 % open.count] }
        let onsets = "  onset \(consonants.joined(separator: " ")) ch gh kh ng nh ph th tr ngh\n"
        let bound = rimes.prefix(2000).enumerated().map { number, rime in
            "  rime \(rime) after ch \(consonants[number % 16])\n"
        }
        let words = (0..<5000).map { number in
            let parts = (0..<(2 + number % 3)).map { open[(number * 7919 + $0 * 104_729) % open.count] }
            return "  word " + parts.joined(separator: consonants[number % 16]) + "\n"
        }
        return [
            "rules": header + "rules\n" + rules.joined(),
            "rimes": header + "syllable Large\n" + onsets + rimes.map { "  rime \($0)\n" }.joined(),
            "bound-rimes": header + "syllable Large\n" + bound.joined(),
            "words": header + "syllable Large\n" + words.joined(),
            "tests": header + "tests\n" + String(repeating: "  aa ee oo baac -> â ê ô bâc\n", count: 5000),
        ]
    }()

    /// How long an author is ready to wait; programs built for debugging are slower by ten times and more.
    static var patience: Duration {
        #if DEBUG
            .seconds(30)
        #else
            .seconds(1)
        #endif
    }

    @Test(arguments: keymaps.keys.sorted()) func `Five thousand lines compile in a second`(what: String)
        throws
    {
        let source = SourceText(path: "\(what).keymap", Self.keymaps[what] ?? "")
        if let folder = ProcessInfo.processInfo.environment["CHU_LARGE_KEYMAPS"] {
            try Data(source.bytes).write(to: URL(fileURLWithPath: "\(folder)/\(what).keymap"))
        }
        let clock = ContinuousClock()
        var result: (bytes: [UInt8]?, diagnostics: [Diagnostic]) = (nil, [])
        let time = clock.measure { result = KeymapCompiler.compile(source) { _ in nil } }
        #expect(result.bytes != nil)
        let errors = result.diagnostics.filter { $0.severity == .error }.prefix(3).map { $0.rendered() }
        #expect(errors.isEmpty, "\(errors.joined(separator: "\n"))")
        #expect(time < Self.patience)
    }

    @Test func `Five thousand letters are more than a keymap holds, which is said once`() {
        let keys = "bcdghklmnpqrstvx".map(String.init)
        let letters = Self.sequences([keys, keys, keys]).enumerated().map { number, keys in
            "  U+\(String(0x4E00 + number, radix: 16, uppercase: true)) = ;\(keys.prefix(1))\n"
                + "  U+\(String(0x6E00 + number, radix: 16, uppercase: true)) = ;\(keys)\n"
        }
        let source = SourceText(
            path: "letters.keymap", Self.header + "letters\n" + letters.joined())
        let (bytes, diagnostics) = KeymapCompiler.compile(source) { _ in nil }
        #expect(bytes == nil)
        #expect(diagnostics.filter { $0.id == "keymap.too-many" }.count == 1)
    }
}
