import Composition
import Diagnostics
import TestSupport
import Testing

/// The Ê Đê and Gia Rai words of the Austronesian Basic Vocabulary Database can all be typed.
struct HighlandsWordTests {
    /// A list of words, and the keymap that types them.
    struct List: CustomTestStringConvertible, Sendable {
        var path: String
        var keymap: String
        /// Words that do not come out as written, each with the reason.
        var exceptions: [String: String]
        var testDescription: String { keymap }
    }

    static let lists = [
        List(
            path: "data/abvd/raw/741.xml", keymap: "rad/telex",
            exceptions: [
                "hraă": "a before ă: the doubled a makes â; surely a slip for hră",
                "ơơh": "the list has ơʔơh; where the glottal stop is not written, o after ơ makes ô",
            ]),
        List(path: "data/abvd/raw/744.xml", keymap: "jra/telex", exceptions: [:]),
    ]

    private static let isThere = Repository.shared(lists[0].path) != nil

    @Test(.enabled(if: isThere, Repository.isNotShared), arguments: lists)
    func `Every word of the list can be typed`(list: List) throws {
        let source = try #require(Repository.shared(list.path))
        let keymap = try Repository.keymap(list.keymap)
        let words = Self.words(source.text(0..<source.bytes.count))
        #expect(words.count > 200)
        var wrong: [String] = []
        for word in words {
            var field = Transcript(keymap: keymap)
            field.type(Self.keys(word).unicodeScalars.map { KeyEvent($0) })
            field.finish()
            if field.text != word { wrong.append(word) }
        }
        #expect(wrong.sorted() == list.exceptions.keys.sorted())
    }

    /// Officials mix the languages: every Vietnamese syllable comes out, if need be by pressing the last key twice,
    /// where the first press is read in the keymap's own language.
    @Test(
        .enabled(if: !VietnameseSpelling.list.isEmpty, Repository.isNotShared),
        arguments: ["rad/telex", "jra/telex"])
    func `Every Vietnamese syllable can be typed too`(name: String) throws {
        let keymap = try Repository.keymap(name)
        let method = try #require(VietnameseKeys.methods.first { $0.keymap == "vi/telex" })
        var atOnce = 0
        var wrong: [String] = []
        for (syllable, spelling) in VietnameseSpelling.list {
            let keys = method.keys(spelling)
            func types(_ keys: String) -> Bool {
                var field = Transcript(keymap: keymap)
                if spelling.isNewStyle { _ = field.composer.setOption("tone-style", to: "new") }
                field.type(keys.unicodeScalars.map { KeyEvent($0) })
                field.finish()
                return field.text == syllable
            }
            if types(keys) {
                atOnce += 1
            } else if !types(keys + String(keys.suffix(1))) {
                wrong.append(syllable)
            }
        }
        // A name that is not a Vietnamese syllable, and whose letters spell a word here.
        #expect(wrong == ["telex"])
        #expect(atOnce > 6_100)
    }

    /// The distinct words of the headwords, with the damage of their transcription repaired.
    static func words(_ xml: String) -> [String] {
        var words: Set<String> = []
        for piece in xml.split(separator: "<item>").dropFirst() {
            guard let end = piece.firstIndex(of: "<") else { continue }
            let item = repaired(piece[..<end])
            for word in item.split(whereSeparator: { " ()-/?,'".contains($0) }) { words.insert(String(word)) }
        }
        return words.sorted()
    }

    /// A breve torn from its vowel goes back; ǎ and û stand for ă and ŭ; ɓ ɗ and ʔb ʔd are ƀ đ, and ʔ is not written.
    private static func repaired(_ item: Substring) -> String {
        var scalars: [Unicode.Scalar] = []
        for scalar in item.lowercased().unicodeScalars {
            switch scalar {
            case "\u{0306}":
                if scalars.last == " " { scalars.removeLast() }
                scalars.append(scalar)
            case "ɓ": scalars.append("ƀ")
            case "ɗ": scalars.append("đ")
            case "ǎ": scalars += ["a", "\u{0306}"]
            case "û": scalars += ["u", "\u{0306}"]
            case "b" where scalars.last == "ʔ": scalars[scalars.count - 1] = "ƀ"
            case "d" where scalars.last == "ʔ": scalars[scalars.count - 1] = "đ"
            default: scalars.append(scalar)
            }
        }
        return String(String.UnicodeScalarView(scalars.filter { $0 != "ʔ" }))
    }

    private static let doubled: [Character: String] = [
        "â": "aa", "ê": "ee", "ô": "oo", "ơ": "ow", "ư": "uw", "đ": "dd", "ƀ": "bb", "č": "cc", "ñ": "nn",
    ]

    /// A letter twice for its other letter, `x` for the breve.
    static func keys(_ word: String) -> String {
        var keys = ""
        for character in word {
            if let pair = doubled[character] {
                keys += pair
                continue
            }
            // A short vowel: ă, or a marked vowel with a breve of its own.
            let short = doubled.first { Character(String($0.key) + "\u{0306}") == character }?.value
            let plain = "aeiou".first { Character(String($0) + "\u{0306}") == character }.map(String.init)
            if let vowel = short ?? plain { keys += vowel + "x" } else { keys.append(character) }
        }
        return keys
    }
}
