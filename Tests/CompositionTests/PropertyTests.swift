import Composition
import ICU
import Storage
import TestSupport
import Testing

/// What must hold for any keys whatever, in every shipped keymap.
struct PropertyTests {
    static let keys: [KeyEvent] = {
        var keys = (0x20...0x7E).map { KeyEvent(Keysym(rawValue: $0)) }
        // Letters far more often than signs, and the keys that edit often enough.
        for _ in 0..<4 { keys += (0x61...0x7A).map { KeyEvent(Keysym(rawValue: $0)) } }
        for _ in 0..<12 { keys.append(KeyEvent(.backspace)) }
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
        return (0..<count).map { _ in keys.randomElement(using: &generator) ?? KeyEvent("a") }
    }

    @Test(arguments: Repository.keymapNames)
    func `Whatever is typed, texts are NFC and a replay gives the same`(name: String) throws {
        let keymap = try Repository.keymap(name)
        let events = Self.stream(1, 20_000)
        var field = Transcript(keymap: keymap)
        for event in events {
            field.type(event)
            let preedit = field.composer.preedit.string
            #expect(preedit.isNormalized(.nfc), "\(name): \(preedit)")
        }
        field.finish()
        var again = Transcript(keymap: keymap)
        again.type(events)
        again.finish()
        #expect(field.text == again.text)
        #expect(field.composer.isEmpty)
    }

    @Test(arguments: Repository.keymapNames)
    func `As many Backspaces as visible letters empty the preedit`(name: String) throws {
        let keymap = try Repository.keymap(name)
        var generator = SeededGenerator(7)
        for round in 0..<2_000 {
            var composer = Composer(keymap: keymap)
            let letters = (0..<Int.random(in: 1...12, using: &generator)).map { _ in
                KeyEvent(Keysym(rawValue: UInt32.random(in: 0x21...0x7E, using: &generator)))
            }
            for event in letters { _ = composer.process(event) }
            // In a cluster each sign is taken by itself; a letter with its marks is taken whole.
            let text = composer.preedit.string
            let presses = keymap.composesClusters ? text.unicodeScalars.count : text.count
            for _ in 0..<presses { _ = composer.process(KeyEvent(.backspace)) }
            #expect(composer.isEmpty, "\(name), round \(round): \(text) leaves \(composer.preedit.string)")
            #expect(composer.preedit.isEmpty)
        }
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
