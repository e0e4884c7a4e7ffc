// What the test of damaged files runs in WebAssembly, where `Int` has 32 bits: a compiled file is changed, given right
// checksums again, opened, and used for keys and look-ups. Nothing may trap; `damaged.mjs` calls it and counts.

import Bytes
import Composition
import Engine
import Lexicon

/// What became of a file.
private enum Outcome {
    static let refused: Int32 = 0
    static let used: Int32 = 1
}

/// The files that stay whole: a keymap to type with beside a damaged lexicon, and a lexicon to ask beside a damaged keymap.
private struct Whole {
    var keymap: Keymap?
    var lexicon: Lexicon?
}

nonisolated(unsafe) private var whole = Whole()

/// Keeps the whole keymap or lexicon in the `size` bytes at `start`.
@c public func wasm_keep(_ start: UnsafePointer<UInt8>, _ size: Int32) -> Int32 {
    let bytes = unsafe Bytes([UInt8](UnsafeBufferPointer(start: start, count: Int(size))))
    if let keymap = try? Keymap(bytes) {
        unsafe whole.keymap = keymap
    } else if let lexicon = try? Lexicon(bytes) {
        unsafe whole.lexicon = lexicon
    } else {
        return Outcome.refused
    }
    return Outcome.used
}

/// Opens and uses the file in the `size` bytes at `start` as it is.
@c public func wasm_use(_ start: UnsafePointer<UInt8>, _ size: Int32) -> Int32 {
    unsafe use([UInt8](UnsafeBufferPointer(start: start, count: Int(size))))
}

/// Changes the file in the `size` bytes at `start` as `seed` says, gives it right checksums, opens and uses it.
@c public func wasm_use_damaged(_ start: UnsafePointer<UInt8>, _ size: Int32, _ seed: UInt32) -> Int32 {
    var damage = Damage(unsafe [UInt8](UnsafeBufferPointer(start: start, count: Int(size))), seed)
    damage.change()
    damage.sign()
    return use(damage.file)
}

/// How the preedit stands after `tieengs` in the keymap that is kept: 1 for `tiếng`.
@c public func wasm_types() -> Int32 {
    guard let keymap = unsafe whole.keymap else { return Outcome.refused }
    var session = Session(Engine(keymap: keymap))
    for scalar in "tieengs".unicodeScalars { _ = session.process(KeyEvent(scalar)) }
    return session.preedit.string == "tiếng" ? Outcome.used : Outcome.refused
}

private func use(_ file: [UInt8]) -> Int32 {
    let bytes = Bytes(file)
    if Container.kind(of: bytes) == .lexicon {
        guard let lexicon = try? Lexicon(bytes) else { return Outcome.refused }
        if let keymap = unsafe whole.keymap { type(keymap, lexicon, isShort: true) }
        ask(lexicon)
    } else {
        guard let keymap = try? Keymap(bytes) else { return Outcome.refused }
        type(keymap, unsafe whole.lexicon, isShort: false)
    }
    return Outcome.used
}

/// Types a few words with `keymap`, and asks for candidates from `lexicon`.
private func type(_ keymap: Keymap, _ lexicon: Lexicon?, isShort: Bool) {
    _ = keymap.info
    _ = keymap.title(in: "vi")
    let engine = Engine(keymap: keymap, lexicons: lexicon.map { [$0] } ?? [])
    var session = Session(engine)
    let words = isShort ? "ea nuoc " : "tieengs Vieejt dduwowngf quas gi[awx 1234 q;kzfj AWWs]x/.- ea nuoc "
    for (number, scalar) in words.unicodeScalars.enumerated() {
        _ = session.process(KeyEvent(scalar))
        if number & 7 == 5, !isShort { _ = session.process(KeyEvent(.backspace)) }
        if number & 15 == 6 { _ = session.candidates(limit: 5) }
    }
    for option in keymap.options.prefix(4) {
        _ = session.setOption(option.name, to: option.values.last ?? "")
        for scalar in "hoaf dduwf".unicodeScalars { _ = session.process(KeyEvent(scalar)) }
        session.commit()
    }
    choose(engine)
    // Every key that a keymap can have, alone and after a letter.
    guard !isShort else { return }
    for code in 0x21...0x7E as ClosedRange<UInt32> {
        _ = session.process(KeyEvent("a"))
        _ = session.process(KeyEvent(Keysym(rawValue: code)))
        _ = session.process(KeyEvent(Keysym(rawValue: code), modifiers: .alt))
        if code & 3 == 0 { session.reset() }
    }
    for keysym: Keysym in [.backspace, .escape, .left, .return] {
        _ = session.process(KeyEvent("u"))
        _ = session.process(KeyEvent(keysym))
    }
}

/// Types with candidates shown, goes through them and takes some; what is written is learned.
private func choose(_ engine: Engine) {
    var session = Session(engine)
    session.behaviour.candidates = .whileTyping
    session.words = Words()
    for scalar in "n".unicodeScalars { _ = session.process(KeyEvent(scalar)) }
    for keysym: Keysym in [.tab, .down, .pageDown, .up, .return] { _ = session.process(KeyEvent(keysym)) }
    for scalar in "e".unicodeScalars { _ = session.process(KeyEvent(scalar)) }
    for keysym: Keysym in [.leftTab, .tab, .space] { _ = session.process(KeyEvent(keysym)) }
}

/// Words that one thread alone has, as a page in a browser.
private final class Words: LearnedWords, @unchecked Sendable {
    private var counts = WordCounts()

    func note(_ word: String) { counts.add(word) }

    func count(of word: String) -> Int { counts.count(of: word) }

    func words(beginningWith prefix: String, least: Int, limit: Int) -> [WordCounts.Word] {
        Array(counts.words(beginningWith: prefix).all.prefix { $0.count >= least }.prefix(limit))
    }
}

/// Asks `lexicon` in every way there is.
private func ask(_ lexicon: Lexicon) {
    try? lexicon.verify()
    let set = LexiconSet([lexicon])
    for query in ["nuoc", "ea", "n*", "water", "ꪀ"] {
        for match in [Match.exact, .folded, .prefix, .wildcard, .fuzzy, .gloss, .text] {
            for found in set.search(query, match, limit: 5) { _ = found.entry.glosses(in: "vi") }
        }
        _ = set.search(query, .prefix, from: "vi", limit: 3)
        _ = set.searchThrough(query, .exact, from: "vi", to: lexicon.info.language, distance: nil, limit: 3)
    }
    for id in [0, 1, lexicon.entryCount / 2, lexicon.entryCount - 1] { _ = lexicon.entry(id) }
}

/// A compiled file whose bytes are changed, by a number that says how.
private struct Damage {
    var file: [UInt8]
    private var state: UInt64
    private let headerSize = 40
    private let rowSize = 24

    init(_ file: [UInt8], _ seed: UInt32) {
        self.file = file
        state = UInt64(seed)
    }

    /// SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014).
    private mutating func number() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    private mutating func number(below bound: Int) -> Int {
        bound > 0 ? Int(truncatingIfNeeded: number() % UInt64(bound)) : 0
    }

    private func read(_ size: Int, at offset: Int) -> UInt64 {
        var value: UInt64 = 0
        for index in (0..<size).reversed() where offset + index < file.count {
            value = value << 8 | UInt64(file[offset + index])
        }
        return value
    }

    private mutating func write(_ value: UInt64, _ size: Int, at offset: Int) {
        for index in 0..<size where offset + index < file.count {
            file[offset + index] = UInt8(truncatingIfNeeded: value >> UInt64(8 * index))
        }
    }

    private var sectionCount: Int { min(Int(truncatingIfNeeded: read(4, at: 12) & 0xFFFF), 64) }

    /// Where a section that has bytes begins, and how many it has.
    private mutating func section() -> (start: Int, size: Int) {
        let row = headerSize + number(below: sectionCount) * rowSize
        return (
            Int(truncatingIfNeeded: read(8, at: row + 8) & 0xFFF_FFFF),
            Int(truncatingIfNeeded: read(8, at: row + 16) & 0xFFF_FFFF)
        )
    }

    /// Numbers at which something could overflow.
    private mutating func large() -> UInt64 {
        let numbers: [UInt64] = [
            0x8000_0000, 0xFFFF_FFFF, 0x7FFF_FFFF, 0x4000_0000, 0x2000_0000, 0x0400_0000, 0x0100_0000,
            0x0001_0000, 0xFFFF, 0xFF,
        ]
        return numbers[number(below: numbers.count)]
    }

    /// Changes the file once or a few times.
    mutating func change() {
        let kind = number(below: 16)
        for _ in 0...number(below: 3) {
            let (start, size) = section()
            switch kind {
            case 0...4:  // a large number near the front of a section, where counts and places are
                write(large(), 4, at: start + 4 * number(below: min(max(size / 4, 1), 24)))
            case 5...8:  // a large number anywhere, at the front of a row or not
                write(large(), 4, at: start + 2 * number(below: max(size / 2, 1)))
            case 9...10:  // numbers of seven bits a byte that do not end
                write(0xFFFF_FFFF_FFFF, 4 + number(below: 3), at: start + number(below: max(size, 1)))
            case 11...13:  // any bytes
                for _ in 0..<4 { write(number() & 0xFF, 1, at: start + number(below: max(size, 1))) }
            case 14:  // the table of sections
                let row = headerSize + number(below: sectionCount) * rowSize
                write(
                    number(below: 2) == 0 ? large() : number(), 4 + 4 * number(below: 2),
                    at: row + 8 * number(below: 3))
            default:  // the header
                write(large(), 4, at: 8 + 4 * number(below: 4))
            }
        }
    }

    /// Writes both checksums, as <doc:/Bytes/Container-format> describes them.
    mutating func sign() {
        let body = headerSize + sectionCount * rowSize
        guard file.count >= body else { return }
        var sum = Sum()
        sum.add(file[body...])
        write(sum.value, 8, at: 32)
        sum = Sum()
        sum.add(file[0..<24])
        sum.add(file[32..<body])
        write(sum.value, 8, at: 24)
    }

    private struct Sum {
        var value: UInt64 = 0x9E37_79B9_7F4A_7C15

        mutating func add(_ bytes: ArraySlice<UInt8>) {
            var word: UInt64 = 0
            var place: UInt64 = 0
            var tail: UInt64 = 0
            for byte in bytes {
                word |= UInt64(byte) << (8 * place)
                tail = tail << 8 | UInt64(byte)
                place += 1
                if place == 8 {
                    step(word)
                    (word, place, tail) = (0, 0, 0)
                }
            }
            step(tail)
            step(UInt64(bytes.count))
        }

        private mutating func step(_ word: UInt64) {
            let mixed = (value ^ word) &* 0x9FB2_1C65_1E98_DF25
            value = mixed << 29 | mixed >> 35
        }
    }
}
