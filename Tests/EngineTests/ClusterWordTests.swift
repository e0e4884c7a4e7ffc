import Composition
import Diagnostics
import TestSupport
import Testing

/// The words of the Khmer and Chăm lexicons can be typed in every keymap for their scripts.
struct ClusterWordTests {
    // MARK: Words

    /// The headwords of the shipped lexicon `name`.
    private static func headwords(_ name: String) throws -> [String] {
        let source = try #require(Repository.lexiconSource(name))
        let lines = source.text(0..<source.bytes.count).split(whereSeparator: \.isNewline)
        let entries = try #require(lines.firstIndex(of: "entries"))
        return lines[(entries + 1)...].map { line in String(line.prefix { $0 != "\t" }) }
    }

    /// Words of WikiPron that are not stored in the order of L2/22-290, and the same in that order.
    private static let disordered = [
        "កុលសម័្ពន្ធ": "កុលសម្ព័ន្ធ", "បារ៉្យូម": "បារ្យ៉ូម", "បូស៊្នី": "បូស្ន៊ី", "ប៉្យាណូ": "ប្យ៉ាណូ",
        "ប៊្រីតថេន": "ប្រ៊ីតថេន", "សេរ៉្យូម": "សេរ្យ៉ូម", "ហ៊្វីជី": "ហ្វ៊ីជី",
        "ហ៊្វុនស៊ិនប៉ិច": "ហ្វ៊ុនស៊ិនប៉ិច", "ហ៊្សកដានី": "ហ្ស៊កដានី", "អុលម៉្ញូម": "អុលម្ញ៉ូម",
        "អូស្រ្តាលី": "អូស្ត្រាលី",
    ]

    /// The Khmer words of WikiPron, except for the abbreviation mark U+17D8, whose use Unicode discourages.
    private static let wikipron: [String] = {
        guard let source = Repository.shared("data/wikipron/khm_khmr_broad.tsv") else { return [] }
        let lines = source.text(0..<source.bytes.count).split(whereSeparator: \.isNewline)
        return Set(lines.map { String($0.prefix { $0 != "\t" }) }).subtracting(["\u{17D8}"]).sorted()
    }()

    /// Types each of `words` and reports those that come out different from `right`.
    private func type(
        _ words: [String], _ name: String, keys: (String) -> String, right: [String: String] = [:]
    ) throws {
        let keymap = try Repository.keymap(name)
        var wrong: [String] = []
        for word in words {
            var field = Transcript(keymap: keymap)
            field.type(keys(word).unicodeScalars.map { KeyEvent($0) })
            field.finish()
            if !field.text.unicodeScalars.elementsEqual((right[word] ?? word).unicodeScalars) {
                wrong.append("\(word): \(keys(word)) gives \(field.text)")
            }
        }
        #expect(wrong == [])
    }

    @Test func `Every Khmer headword can be typed`() throws {
        let words = try Self.headwords("km/core")
        #expect(words.count > 500)
        try type(words, "km/angkor", keys: Self.khmerKeys)
    }

    @Test(.enabled(if: !wikipron.isEmpty, Repository.isNotShared))
    func `Khmer words typed in another order are stored in the right one`() throws {
        #expect(Self.wikipron.count > 6_000 && Set(Self.wikipron).isSuperset(of: Self.disordered.keys))
        try type(Self.wikipron, "km/angkor", keys: Self.khmerKeys, right: Self.disordered)
    }

    @Test(arguments: ["cjm-Cham/phonetic", "cjm-Cham/thrah", "cjm-Cham/visual"])
    func `Every Chăm headword can be typed`(name: String) throws {
        let words = try Self.headwords("cjm-Cham/core")
        #expect(words.count > 70)
        let table = try #require(Self.cham[name])
        let isVisual = name.hasSuffix("visual")
        try type(words, name) { word in
            (isVisual ? Self.asWritten(word) : Array(word.unicodeScalars)).map { table[$0] ?? "?" }.joined()
        }
    }

    // MARK: Keys

    /// The keys of each letter: a line of letters and a line of their keys, one or more, between blanks.
    private static func table(_ pairs: KeyValuePairs<String, String>) -> [Unicode.Scalar: String] {
        var table: [Unicode.Scalar: String] = [" ": " "]
        for (letters, keys) in pairs {
            for (letter, key) in zip(letters.unicodeScalars, keys.split(separator: " ")) {
                table[letter] = String(key)
            }
        }
        return table
    }

    private static let khmer = table([
        "កខគឃងចឆជឈញដឋឌឍណ": "k x K X g c q C Q J d z D Z N", "តថទធនបផពភម": "t f T F n b p B P m",
        "យរលវសហឡអ": "y r l v s h L G", "ឥឦឧឩឪឫឬឭឮឯឰឱឲឳ": "- ii } [[ ] RR R | \\ ee SS oo = ]]",
        "\u{17B6}\u{17B7}\u{17B8}\u{17B9}\u{17BA}\u{17BB}\u{17BC}\u{17BD}": "a i I w W u U Y",
        "\u{17BE}\u{17BF}\u{17C0}\u{17C1}\u{17C2}\u{17C3}\u{17C4}\u{17C5}": "; { [ e E S o O",
        "\u{17C6}\u{17C7}\u{17C8}\u{17C9}\u{17CA}\u{17CB}\u{17CC}\u{17CD}": "M H HH \" / ' _ ^",
        "\u{17CE}\u{17CF}\u{17D0}\u{17D1}\u{17D2}៖ៗ\u{200C}": "== * & __ j ;; @ ~~",
    ])

    /// A blank is the space bar twice; the vowels that have one key with a sign are typed by it.
    private static func khmerKeys(_ word: String) -> String {
        let keys = word.unicodeScalars.map { $0 == " " ? "  " : khmer[$0] ?? "?" }.joined(separator: " ")
        var result = " " + keys + " "
        for (parts, key) in ["a M": "A", "u M": ",", "u H": "<", "e H": "V", "o H": ":"] {
            result.replace(" \(parts) ", with: " \(key) ")
        }
        // Blanks between keys go; the two that are keys stand between two more.
        return result.replacing("    ", with: "\t").replacing(" ", with: "").replacing("\t", with: "  ")
    }

    private static let letters = "ꨀꨁꨂꨆꨇꨈꨊꨋꨌꨎꨐꨓꨔꨕꨖꨗꨘꨚꨝꨟꨡꨢꨣꨤꨥꨦꨧꨨ"
    private static let signs =
        "\u{AA29}\u{AA2A}\u{AA2B}\u{AA2C}\u{AA2D}\u{AA2E}\u{AA2F}\u{AA30}\u{AA31}\u{AA32}\u{AA33}\u{AA34}\u{AA35}\u{AA36}"
    private static let finals = "ꩀꩂ\u{AA43}ꩄꩆꩈꩉ\u{AA4C}\u{AA4D}"
    private static let cham = [
        "cjm-Cham/phonetic": table([
            letters: "a i u k K g `g `n c j Q t T d D q n p b M `b y r l v S s h",
            signs: "A I `i E U `o O `w V `u Y R L W", finals: "z F `f x f `y `r `m `h",
        ]),
        "cjm-Cham/thrah": table([
            letters: "a i u k K g , < c j . t T d D n N p b m v y r l w s S h",
            signs: "q [ { } U ; O I ] E Y R L W", finals: "`k F f `c `n `y `r z H",
        ]),
        "cjm-Cham/visual": table([
            letters: "a I u k A g z Z c j v t E d D n q p b m O y r l w x s h",
            signs: "% { } ] ` @ - = < , ~ \\ * &", finals: "K U / C N Y R ' H",
        ]),
    ]

    /// The signs of a word in the order in which they are drawn: o and ai, then ra, before their consonant.
    private static func asWritten(_ word: String) -> [Unicode.Scalar] {
        var drawn: [Unicode.Scalar] = []
        var start = 0
        for scalar in word.unicodeScalars {
            switch scalar {
            case "\u{AA2F}", "\u{AA30}", "\u{AA34}":
                drawn.insert(scalar, at: start)
            default:
                if (0xAA00...0xAA28).contains(scalar.value) || scalar == " " { start = drawn.count }
                drawn.append(scalar)
            }
        }
        return drawn
    }
}
