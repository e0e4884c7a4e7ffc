import Diagnostics
import ICU
import KeymapCompiler
import Bytes
import TestSupport
import Testing

@testable import Composition

/// Random rules and texts: what the compiled rules do is what a simple reading of them says.
struct RulePropertyTests {
    // MARK: A simple reading of rules

    /// A piece of a left side.
    indirect enum Piece {
        case character(Character)
        case any
        case but([Character])
        case oneOf([Character])
        case group(Int, [[Piece]])
        case times(Piece, Int, Int)

        /// As it is written in a keymap.
        var source: String {
            switch self {
            case .character(let character): String(character)
            case .any: "[any]"
            case .but(let characters): "[not \(Piece.name(characters))]"
            case .oneOf(let characters): "[\(Piece.name(characters))]"
            case .group(_, let all):
                "( \(all.map { $0.map(\.source).joined(separator: " ") }.joined(separator: " | ")) )"
            case .times(let piece, let low, let high): "\(piece.source) {\(low),\(high)}"
            }
        }

        static func name(_ characters: [Character]) -> String { "in-\(String(characters))" }

        var sets: [[Character]] {
            switch self {
            case .character, .any: []
            case .but(let characters), .oneOf(let characters): [characters]
            case .group(_, let all): all.flatMap { $0.flatMap(\.sets) }
            case .times(let piece, _, _): piece.sets
            }
        }

        /// Whether it can fit nothing at all.
        var isNullable: Bool {
            switch self {
            case .group(_, let all): all.contains { $0.allSatisfy(\.isNullable) }
            case .times(let piece, let low, _): low == 0 || piece.isNullable
            default: false
            }
        }
    }

    struct Rule {
        var startsText: Bool
        var left: [Piece]
        /// Text, or the number of a capture.
        var right: [Output]

        enum Output {
            case text(Character)
            case capture(Int)
        }

        var source: String {
            let right = right.map { output -> String in
                switch output {
                case .text(let character): String(character)
                case .capture(let number): "$\(number)"
                }
            }.joined(separator: " ")
            return (startsText ? "[start] " : "") + left.map(\.source).joined(separator: " ") + " > " + right
        }
    }

    typealias Captures = [Int: Range<Int>]

    /// Every way in which `pieces` fit `text` from `index` on, the one that is preferred first.
    static func fits(
        _ pieces: ArraySlice<Piece>, _ text: [Character], _ index: Int, _ captures: Captures,
        _ then: (Int, Captures) -> Captures?
    ) -> Captures? {
        guard let piece = pieces.first else { return then(index, captures) }
        let rest = pieces.dropFirst()
        func one(_ reads: (Character) -> Bool) -> Captures? {
            guard index < text.count, reads(text[index]) else { return nil }
            return fits(rest, text, index + 1, captures, then)
        }
        switch piece {
        case .character(let character): return one { $0 == character }
        case .any: return one { _ in true }
        case .but(let characters): return one { !characters.contains($0) }
        case .oneOf(let characters): return one { characters.contains($0) }
        case .group(let number, let all):
            for alternative in all {
                let found = fits(alternative[...], text, index, captures) { end, captures in
                    var captures = captures
                    captures[number] = index..<end
                    return fits(rest, text, end, captures, then)
                }
                if let found { return found }
            }
            return nil
        case .times(let inner, let low, let high):
            if high > 0 {
                let next = Piece.times(inner, max(0, low - 1), high - 1)
                if let found = fits([inner, next] + rest, text, index, captures, then) { return found }
            }
            return low == 0 ? fits(rest, text, index, captures, then) : nil
        }
    }

    /// The text after one group.
    static func applied(_ rules: [Rule], to text: [Character]) -> [Character] {
        for rule in rules {
            for start in text.indices where !rule.startsText || start == 0 {
                let found = fits(rule.left[...], text, start, [:]) { end, captures in
                    end == text.count ? captures : nil
                }
                guard let captures = found else { continue }
                var result = Array(text[..<start])
                for output in rule.right {
                    switch output {
                    case .text(let character): result.append(character)
                    case .capture(let number): result += text[captures[number] ?? 0..<0]
                    }
                }
                return result
            }
        }
        return text
    }

    // MARK: Random rules

    static let alphabet: [Character] = ["a", "b", "c", "d"]

    struct Maker {
        var generator: SeededGenerator
        var groups = 0

        mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
        mutating func character() -> Character { RulePropertyTests.alphabet[number(0...3)] }

        mutating func pieces(_ depth: Int) -> [Piece] {
            (0..<number(1...3)).map { _ in piece(depth) }
        }

        mutating func piece(_ depth: Int) -> Piece {
            let made: Piece
            switch number(0...9) {
            case 0: made = .any
            case 1: made = .but(characters())
            case 2, 3: made = .oneOf(characters())
            case 4 where depth < 2, 5 where depth < 2:
                groups += 1
                let own = groups
                made = .group(own, (0..<number(1...3)).map { _ in pieces(depth + 1) })
            default: made = .character(character())
            }
            // What fits nothing any number of times says nothing about captures.
            guard number(0...4) == 0, !made.isNullable else { return made }
            let low = number(0...2)
            return .times(made, low, max(1, low + number(0...1)))
        }

        mutating func characters() -> [Character] {
            let all = RulePropertyTests.alphabet.filter { _ in number(0...1) == 1 }
            return all.isEmpty ? ["a"] : all
        }

        mutating func rule() -> Rule {
            while true {
                groups = 0
                let left = pieces(0)
                guard !left.allSatisfy(\.isNullable) else { continue }
                let right = (0..<number(0...3)).map { _ -> Rule.Output in
                    groups > 0 && number(0...1) == 0
                        ? .capture(number(1...min(groups, 9))) : .text(character())
                }
                return Rule(startsText: number(0...9) == 0, left: left, right: right)
            }
        }
    }

    @Test func `Compiled rules do what a simple reading of them says`() throws {
        var maker = Maker(generator: SeededGenerator(5))
        var fired = 0
        for round in 0..<150 {
            let groups = (0..<maker.number(1...3)).map { _ in
                (0..<maker.number(1...8)).map { _ in maker.rule() }
            }
            var statements = "capitals distinct\nkeys\n"
            for character in Self.alphabet { statements += "  \(character) > \(character)\n" }
            var named: Set<String> = []
            for set in groups.joined().flatMap({ $0.left.flatMap(\.sets) })
            where named.insert(Piece.name(set)).inserted {
                statements +=
                    "characters \(Piece.name(set)) = \(set.map(String.init).joined(separator: " "))\n"
            }
            for group in groups {
                var known: Set<String> = []
                let lines = group.filter { known.insert(String($0.source.prefix { $0 != ">" })).inserted }
                statements += "rules\n" + lines.map { "  \($0.source)\n" }.joined()
            }
            let keymap = try DeclarationTests.keymap(statements)
            for _ in 0..<20 {
                var composer = Composer(keymap: keymap)
                var text: [Character] = []
                for _ in 0..<12 {
                    let key = maker.character()
                    _ = composer.process(KeyEvent(String(key).unicodeScalars.first ?? "a"))
                    let typed = text + [key]
                    text = groups.reduce(typed) { Self.applied($1, to: $0) }
                    if text != typed { fired += 1 }
                    guard text.count < 60 else { break }
                    let found = composer.preedit.string
                    try #require(
                        found == String(text), "round \(round), \(String(typed)):\n\(statements)")
                }
            }
        }
        #expect(fired > 2_000, "rules fit often enough to say something")
    }

    // MARK: Normal forms

    @Test func `Letters and marks in any order come out in NFC`() throws {
        let letters: [(key: Character, text: String)] = [
            ("a", "a"), ("o", "o"), ("e", "ê"), ("u", "ư"), ("A", "Ậ"), ("d", "đ"), ("1", "\u{0301}"),
            ("2", "\u{0302}"), ("3", "\u{0323}"), ("4", "\u{031B}"), ("5", "\u{0327}"), ("6", "\u{0306}"),
            ("k", "\u{09C7}"), ("l", "\u{09BE}"), ("m", "\u{1100}"), ("n", "\u{1161}"), ("p", "\u{11A8}"),
        ]
        let lines = letters.map { pair in
            "  \(pair.key) > "
                + pair.text.unicodeScalars.map { "U+" + format($0.value) }.joined(separator: " ") + "\n"
        }
        let keymap = try DeclarationTests.keymap("capitals distinct\nkeys\n\(lines.joined())")
        var generator = SeededGenerator(3)
        for _ in 0..<400 {
            var composer = Composer(keymap: keymap)
            var text = ""
            for _ in 0..<Int.random(in: 1...14, using: &generator) {
                guard let pair = letters.randomElement(using: &generator) else { continue }
                _ = composer.process(KeyEvent(pair.key.unicodeScalars.first ?? "a"))
                text.unicodeScalars.append(contentsOf: pair.text.unicodeScalars)
                let wanted = text.normalized(.nfc).unicodeScalars
                #expect(composer.preedit.string.unicodeScalars.elementsEqual(wanted))
            }
        }
    }

    private func format(_ value: UInt32) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    // MARK: Any keys whatever

    static let keymaps = [
        RuleTests.accents, RuleTests.taiTham,
        RuleTests.letters + "rules\n  ;; > …\n  ( [vowel] ) ( [consonant] ) ; > $2 $1\nbackspace\n  ab >\n",
    ]

    @Test(arguments: keymaps)
    func `Whatever is typed, texts are NFC, a replay gives the same, and Backspaces empty the preedit`(
        statements: String
    ) throws {
        let keymap = try DeclarationTests.keymap(statements)
        let events = PropertyTests.stream(9, 4_000)
        var field = Transcript(keymap: keymap)
        for event in events {
            field.type(event)
            #expect(field.composer.preedit.string.isNormalized(.nfc))
        }
        var again = Transcript(keymap: keymap)
        again.type(events)
        #expect(again.shown == field.shown)
        for _ in 0..<RuleText.limit where !field.composer.isEmpty {
            _ = field.composer.process(KeyEvent(.backspace))
        }
        #expect(field.composer.isEmpty && field.composer.preedit.isEmpty)
    }

    /// The checksum catches chance; this shows that the bounds hold by themselves.
    @Test(arguments: keymaps)
    func `Wrong tables under a right checksum never trap`(statements: String) throws {
        let source = SourceText(path: "test.keymap", DeclarationTests.header + statements)
        let bytes = try #require(KeymapCompiler.compile(source) { _ in nil }.bytes)
        let container = try Container(Bytes(bytes), kind: .keymap, version: KeymapFormat.version)
        let sections = (UInt32(1)...63).map { ($0, container.section($0).array()) }.filter { !$0.1.isEmpty }
        let rules = sections.indices.filter { sections[$0].0 >= KeymapFormat.RuleSection.header }
        var generator = SeededGenerator(17)
        let events = PropertyTests.stream(4, 80)
        var opened = 0
        for _ in 0..<1_500 {
            var changed = sections
            for _ in 0..<Int.random(in: 1...8, using: &generator) {
                guard let section = rules.randomElement(using: &generator),
                    let byte = changed[section].1.indices.randomElement(using: &generator)
                else { continue }
                changed[section].1[byte] = UInt8.random(in: 0...255, using: &generator)
            }
            var writer = ContainerWriter(kind: .keymap, version: KeymapFormat.version)
            for (id, bytes) in changed { writer.add(id, bytes) }
            guard let keymap = try? Keymap(Bytes(writer.finish())) else { continue }
            opened += 1
            var field = Transcript(keymap: keymap)
            field.type(events)
            field.finish()
        }
        #expect(opened > 100, "most damaged tables still open")
    }
}
