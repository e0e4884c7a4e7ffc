import Composition
import ICU
import Bytes
import TestSupport
import Testing

/// What must hold for any keys whatever, in every shipped keymap: a million keys in all.
struct PropertyTests {
    private static let count = 1_050_000

    /// Every printable key, letters far more often than signs, vowels and the keys of marks and tones yet more often, and
    /// the keys that edit often enough.
    static let keys: [KeyEvent] = {
        var keys = (0x20...0x7E).map { KeyEvent(Keysym(rawValue: $0)) }
        for _ in 0..<4 { keys += (0x61...0x7A).map { KeyEvent(Keysym(rawValue: $0)) } }
        for _ in 0..<6 { keys += "aeiouwsdng ".unicodeScalars.map { KeyEvent($0) } }
        for _ in 0..<16 { keys.append(KeyEvent(.backspace)) }
        keys += [
            KeyEvent(.return), KeyEvent(.tab), KeyEvent(.escape), KeyEvent(.left),
            KeyEvent("z", modifiers: .control),
            KeyEvent("a", modifiers: .alt), KeyEvent("đ"), KeyEvent("ꪀ"), KeyEvent(Keysym(rawValue: 0xFFE1)),
            KeyEvent(Keysym(rawValue: .max)), KeyEvent(Keysym(rawValue: 0)),
        ]
        return keys
    }()

    static func stream(_ seed: UInt64, _ count: Int) -> [KeyEvent] {
        var generator = SeededGenerator(seed)
        return (0..<count).map { _ in keys[Int(generator.next() >> 32) % keys.count] }
    }

    /// Types keys that depend on `seed` alone, and calls `body` after each; every so often with other options.
    private static func type(
        _ keymap: Keymap, seed: UInt64, _ body: (inout Composer, Response) -> Void
    ) -> Composer {
        var generator = SeededGenerator(seed)
        var composer = Composer(keymap: keymap)
        for number in 0..<count / Repository.keymapNames.count {
            if number % 5_000 == 0 {
                for option in keymap.options {
                    let value = option.values[Int(generator.next() % UInt64(option.values.count))]
                    _ = composer.setOption(option.name, to: value)
                }
            }
            let event = keys[Int(generator.next() >> 32) % keys.count]
            let response = composer.process(event)
            composer.checkInvariants()
            body(&composer, response)
        }
        return composer
    }

    @Test(arguments: Repository.keymapNames)
    func `Whatever is typed, texts are NFC, a replay gives the same, and Backspaces empty the preedit`(
        name: String
    ) throws {
        let keymap = try Repository.keymap(name)
        var texts: [String] = []
        var wrong: [String] = []
        var number = 0
        _ = Self.type(keymap, seed: 1) { composer, response in
            number += 1
            if response.hasCommit {
                let text = composer.committed.string
                texts.append(text)
                if !Self.isNFC(text) { wrong.append("commit \(text)") }
            }
            let preedit = composer.preedit.string
            if !Self.isNFC(preedit) { wrong.append("preedit \(preedit)") }
            guard number % 16 == 0, let left = Self.leftAfterBackspaces(composer) else { return }
            wrong.append("\(preedit) leaves '\(left)'")
        }
        #expect(wrong.isEmpty, "\(name): \(wrong.prefix(10))")
        var replayed = 0
        _ = Self.type(keymap, seed: 1) { composer, response in
            guard response.hasCommit else { return }
            if replayed < texts.count, !texts[replayed].utf8.elementsEqual(composer.committed.string.utf8) {
                wrong.append("replay")
            }
            replayed += 1
        }
        #expect(replayed == texts.count && wrong.isEmpty, "\(name): a replay gives other texts")
    }

    /// What is left when BackSpace is pressed once for each letter that is seen; nil when nothing is.
    private static func leftAfterBackspaces(_ composer: Composer) -> String? {
        var composer = composer
        // In a cluster each sign is taken by itself; a letter with its marks is taken whole.
        let text = composer.preedit.string
        let presses = composer.keymap.composesClusters ? text.unicodeScalars.count : text.count
        for _ in 0..<presses { _ = composer.process(KeyEvent(.backspace)) }
        return composer.isEmpty && composer.preedit.isEmpty ? nil : composer.preedit.string
    }

    /// Text of ASCII characters alone needs no closer look.
    private static func isNFC(_ text: String) -> Bool {
        text.utf8.allSatisfy { $0 < 0x80 } || text.isNormalized(.nfc)
    }

    @Test(arguments: Repository.keymapNames)
    func `A Backspace into an empty composition is the application's`(name: String) throws {
        var composer = Composer(keymap: try Repository.keymap(name))
        let response = composer.process(KeyEvent(.backspace))
        #expect(!response.isConsumed && !response.hasCommit)
    }

    @Test func `No key is lost in a word longer than any`() throws {
        for name in Repository.keymapNames {
            let keymap = try Repository.keymap(name)
            guard !keymap.composesClusters else { continue }
            var field = Transcript(keymap: keymap)
            let long = String(repeating: "bcdghk", count: 40)
            field.type(try KeySequence.parse(long))
            field.finish()
            #expect(field.text == long, "\(name)")
        }
    }
}
