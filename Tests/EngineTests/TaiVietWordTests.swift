import Composition
import Diagnostics
import TestSupport
import Testing

/// The Tai Viet words of two collections can be typed by sound and as written.
struct TaiVietWordTests {
    private static let sources = ["data/r12a-examples/blt.psv", "data/wikipron/blt_tavt_narrow.tsv"]

    /// Words that do not come out as written, each with the reason.
    private static let exceptions: [String: [String: String]] = [
        "blt-Tavt/phonetic": [:], "blt-Tavt/visual": [:],
    ]

    /// The distinct words of both collections.
    private static let words: [String] = {
        var words: Set<String> = []
        for path in sources {
            guard let source = Repository.shared(path) else { return [] }
            for line in source.text(0..<source.bytes.count).split(whereSeparator: \.isNewline) {
                let word = line.prefix { $0 != "|" && $0 != "\t" }
                let isTaiViet = word.unicodeScalars.allSatisfy { (0xAA80...0xAADF).contains($0.value) }
                if isTaiViet, !word.isEmpty { words.insert(String(word)) }
            }
        }
        return words.sorted()
    }()

    @Test(
        .enabled(if: !words.isEmpty, Repository.isNotShared),
        arguments: ["blt-Tavt/phonetic", "blt-Tavt/visual"])
    func `Every word of the lists can be typed`(name: String) throws {
        let keymap = try Repository.keymap(name)
        #expect(Self.words.count > 200)
        var wrong: [String] = []
        for word in Self.words {
            let keys = name.hasSuffix("visual") ? Self.visualKeys(word) : Self.phoneticKeys(word)
            var field = Transcript(keymap: keymap)
            field.type(keys.unicodeScalars.map { KeyEvent($0) })
            field.finish()
            guard !field.text.unicodeScalars.elementsEqual(word.unicodeScalars) else { continue }
            wrong.append(word)
        }
        #expect(wrong.sorted() == Self.exceptions[name]?.keys.sorted())
    }

    // MARK: Keys

    private static let consonants = "ꪀꪁꪄꪅꪈꪉꪊꪋꪎꪏꪐꪑꪒꪓꪔꪕꪖꪗꪘꪙꪚꪛꪜꪝꪠꪡꪢꪣꪤꪥꪨꪩꪪꪫꪬꪭꪮꪯ"
    private static let prefixes = "ꪵꪶꪹꪻꪼ"
    private static let signs = "\u{AAB0}\u{AAB2}\u{AAB3}\u{AAB4}\u{AAB7}\u{AAB8}\u{AABE}"
    private static let tones = "\u{AABF}\u{AAC1}"
    private static let posts = "ꪱꪺꪽ"
    private static let finals = "ꪀꪉꪒꪙꪚꪣꪥꪫ"
    private static let endTones = "ꫀꫂ"
    private static let symbols = "ꫛꫜ"

    private static func table(_ pairs: KeyValuePairs<String, String>) -> [Unicode.Scalar: String] {
        var table: [Unicode.Scalar: String] = [:]
        for (letters, keys) in pairs {
            for (letter, key) in zip(letters.unicodeScalars, keys) { table[letter] = String(key) }
        }
        return table
    }

    private static let phonetic = table([
        consonants: "kKqQgGcCsSzZdDtTwWnNbBpPfFmMjJlLvVhHoO", prefixes: "e,EYy", signs: "}iUu[I{",
        tones: "\"'",
        posts: "a<]", endTones: ":;", symbols: "$#",
    ])
    private static let visual = table([
        consonants: "kKxXgGcCsSwWdDtTqQnNbBpPfFmMjJlLvVhHzZ", prefixes: "eoEYy", signs: "AiUu[I{",
        tones: "rR",
        posts: "aO]", endTones: "!@", symbols: "~`",
    ])

    private static func visualKeys(_ word: String) -> String {
        word.unicodeScalars.map { visual[$0] ?? "?" }.joined()
    }

    private static func isOne(_ scalar: Unicode.Scalar?, of letters: String) -> Bool {
        scalar.map { letters.unicodeScalars.contains($0) } ?? false
    }

    /// The keys by sound: consonant, medial, vowel, final and tone, syllable by syllable.
    private static func phoneticKeys(_ word: String) -> String {
        let scalars = Array(word.unicodeScalars)
        var keys = ""
        var index = 0
        var next: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }
        func take(_ letters: String) -> Unicode.Scalar? {
            guard isOne(next, of: letters) else { return nil }
            index += 1
            return scalars[index - 1]
        }
        while index < scalars.count {
            if let symbol = take(symbols) {
                keys += phonetic[symbol] ?? "?"
                continue
            }
            let prefix = take(prefixes)
            guard let consonant = take(consonants) else { return keys + "?" }
            // ꪫ between a consonant and a vowel is a medial; ꪮ after a consonant is a vowel.
            let hasVowelAfter =
                index + 1 < scalars.count && isOne(scalars[index + 1], of: signs + tones + posts + finals)
            let medial = next == "ꪫ" && hasVowelAfter ? take("ꪫ") : nil
            let sign = take(signs)
            let tone = take(tones)
            let post = take(posts) ?? take("ꪮ")
            keys += phonetic[consonant] ?? "?"
            keys += medial.flatMap { phonetic[$0] } ?? ""
            keys += vowelKeys(prefix, sign, post)
            // A final, unless what follows makes it the consonant of the next syllable.
            let isFinal =
                index + 1 >= scalars.count || !isOne(scalars[index + 1], of: signs + tones + posts + "ꪮ")
            if isFinal, let final = take(finals) { keys += phonetic[final] ?? "?" }
            keys += tone.flatMap { phonetic[$0] } ?? ""
            keys += take(endTones).flatMap { phonetic[$0] } ?? ""
        }
        return keys
    }

    private static func vowelKeys(
        _ prefix: Unicode.Scalar?, _ sign: Unicode.Scalar?, _ post: Unicode.Scalar?
    ) -> String {
        if prefix == "ꪹ" {
            if sign == "\u{AAB8}" { return "r" }
            if sign == "\u{AAB7}" { return "R" }
            if post == "ꪱ" { return "A" }
        }
        return [prefix, sign, post].compactMap { $0.flatMap { phonetic[$0] } }.joined()
    }
}
