@testable import Bytes
@testable import Lexicon
import TestSupport
import Testing

/// One word spelled in several ways, and how far other words are.
struct SpellingTests {
    static let source = Sample.list(
        [
            "a\thoà ; khoẻ ; quý ; lý ; thuỷ\t", "b\tlụa\t", "c\tlửa\t", "d\tlứa\t", "đ\ttẩy\t",
            "e\tđường ; quyển\t",
            "g\ttai\t", "h\ttay\t", "i\tmỹ thuật\t", "k\tkĩ sư\t", "l\tthuở\t", "m\tly\tly", "n\tlì\t",
            "o\tđa\t", "p\tda\t",
        ])

    private static func vietnamese() throws -> Spelling {
        try Sample.lexicon(source).spelling(ofGlossLanguage: 0)
    }

    @Test(arguments: [
        ("hoà", "hòa"), ("khoẻ", "khỏe"), ("thuỷ", "thủy"), ("quí", "quý"), ("lí", "lý"), ("kĩ", "kỹ"),
        ("Mĩ", "mỹ"),
        ("tâỷ", "tẩy"), ("đừơng", "đường"), ("đuờng", "đường"), ("đưòng", "đường"), ("qủyên", "quyển"),
        ("thưở", "thuở"),
        ("ðường", "đường"), ("Ðường", "đường"), ("Đường", "đường"), ("hoà bình", "hòa\u{A0}bình"),
        ("Ê-đê", "ê đê"),
        ("k’ho", "k'ho"), ("ấ", "a\u{301}\u{302}"), ("lắng", "la\u{306}\u{301}ng"),
    ])
    func `A word is the same in every spelling of its language`(one: String, other: String) throws {
        let vietnamese = try Self.vietnamese()
        #expect(vietnamese.word(one) == vietnamese.word(other))
    }

    @Test(arguments: [
        ("hoà", "hoá"), ("tai", "tay"), ("thúi", "thúy"), ("da", "đa"), ("chị", "chỵ"), ("ma", "mà"),
        ("ơn", "ôn"),
        ("tu", "tư"), ("ý", "í"), ("hoà bình", "hoa bình"), ("hoà hoa", "hoa hoà"),
    ])
    func `Another letter, mark or tone is another word`(one: String, other: String) throws {
        let vietnamese = try Self.vietnamese()
        #expect(vietnamese.word(one) != vietnamese.word(other))
    }

    @Test(arguments: [
        ("lúa", "lụa", 1), ("lúa", "lửa", 5), ("lúa", "lua", 1), ("đa", "da", 16), ("bò", "bổ", 5),
        ("nuoc", "nước", 9),
        ("con chó", "còn cho", 2), ("ăn", "ân", 4), ("lúa", "lúa", 0), ("lúa", "lá", 16), ("ba", "aba", 16),
    ])
    func `A tone is less than a mark, and a mark less than a letter`(
        one: String, other: String, difference: Int
    ) throws {
        let vietnamese = try Self.vietnamese()
        let (left, right) = (vietnamese.word(one), vietnamese.word(other))
        #expect(left.difference(from: right) == difference)
        #expect(right.difference(from: left) == difference)
    }

    @Test(arguments: [
        ("hòa", ["a"]), ("khỏe", ["a"]), ("quí", ["a"]), ("lí", ["a"]), ("thủy", ["a"]), ("tâỷ", ["đ"]),
        ("đừơng", ["e"]),
        ("qủyên", ["e"]), ("mĩ thuật", ["i"]), ("kỹ sư", ["k"]), ("thưở", ["l"]), ("ðường", ["e"]),
        ("HÒA", ["a"]),
        ("li", ["m"]),
    ])
    func `A gloss is found by every spelling of its words`(query: String, headwords: [String]) throws {
        let lexicon = try Sample.lexicon(Self.source)
        let hits = lexicon.searchGlosses(query, .exact, in: "vi", limit: 10)
        #expect(hits.compactMap { lexicon.entry($0.entry)?.headword } == headwords)
        #expect(hits.allSatisfy { $0.quality.spelling == .alike })
    }

    @Test func `What only folds alike comes nearest first`() throws {
        let lexicon = try Sample.lexicon(Self.source)
        let hits = lexicon.searchGlosses("lúa", .folded, in: "vi", limit: 10)
        #expect(hits.compactMap { lexicon.entry($0.entry)?.headword } == ["b", "d", "c"])
        #expect(hits.map(\.quality.accents) == [1, 4, 5])
        #expect(lexicon.searchGlosses("lúa", .exact, in: "vi", limit: 10).isEmpty)
    }

    @Test func `A language that declares nothing keeps its marks where they are`() throws {
        let lexicon = try Sample.lexicon(Sample.list(["hoà\tmột\t", "ƀâo\thai\t", "ñu\tba\t"]))
        #expect(lexicon.searchHeadwords("hòa", .exact, limit: 5).isEmpty)
        #expect(lexicon.searchHeadwords("hòa", .folded, limit: 5).first?.quality.spelling == .folded)
        // English glosses know nothing of i and y.
        let english = try Sample.lexicon(Sample.list(["a\t\tlily ly", "b\tlý\t"]))
        #expect(english.searchGlosses("li", .folded, in: "en", limit: 5).isEmpty)
    }

    @Test(arguments: [("ກິ\u{EC8}ງ", "ກ\u{EC8}ິງ", true), ("ກວ້າງ", "ກວາງ", false), ("ກ່າກ", "ກາກ່", false)])
    func `The tones of Lao are compared too`(one: String, other: String, isSame: Bool) throws {
        let lao = try Repository.lexicon("lo/core").headwordSpelling
        #expect((lao.word(one) == lao.word(other)) == isSame)
    }

    @Test(arguments: Repository.lexiconNames)
    func `Words of one spelling have a search key in common`(name: String) throws {
        let lexicon = try Repository.lexicon(name)
        let spelling = lexicon.headwordSpelling
        for id in 0..<lexicon.entryCount {
            guard let headword = lexicon.entry(id)?.headword else { continue }
            let key = lexicon.folding.key(headword)
            for other in SpellingTests.variants(of: headword) {
                let isSame = spelling.word(headword) == spelling.word(other)
                let keys = [key] + spelling.otherKeys(of: headword, lexicon.folding)
                if isSame { #expect(keys.contains(lexicon.folding.key(other)), "\(headword), \(other)") }
            }
            #expect(
                spelling.word(headword) == spelling.word(headword.uppercased().lowercased()), "\(headword)")
        }
    }

    @Test func `A word spelled as its language spells it stays so`() throws {
        let vietnamese = try Self.vietnamese()
        let folding = try Sample.lexicon(Self.source).folding
        var generator = SeededGenerator(3)
        let parts = [
            "h", "qu", "k", "l", "đ", "ð", "u", "ư", "ơ", "o", "i", "y", "a", "â", "n", "\u{301}", "\u{309}",
        ]
        for _ in 0..<3000 {
            let count = Int.random(in: 1...6, using: &generator)
            let text = (0..<count).map { _ in parts.randomElement(using: &generator) ?? "" }.joined()
            let word = vietnamese.word(text)
            let again = vietnamese.word(word.text)
            #expect(again.letters == word.letters, "\(text)")
            #expect(again.difference(from: word) <= word.tones.count, "\(text)")
            // Whoever spells the letters in the settled way has one of the keys of the other.
            let keys = GlossPieces(text).words.flatMap { word in
                let key = folding.key(word)
                return [key] + vietnamese.otherKeys(of: key)
            }
            if GlossPieces(text).words.count == 1 {
                #expect(keys.contains(folding.key(word.text)), "\(text), \(word.text)")
            }
        }
    }

    @Test func `A file without the section searches as before`() throws {
        let container = try Container(
            Bytes(Sample.bytes(Self.source)), kind: .lexicon, version: LexiconFormat.version)
        var writer = ContainerWriter(kind: .lexicon, version: LexiconFormat.version)
        for id in 1...14 as ClosedRange<UInt32> where container.section(id).count > 0 {
            writer.add(id, container.section(id).array())
        }
        let older = try Lexicon(Bytes(writer.finish()))
        #expect(older.searchGlosses("hoà", .exact, in: "vi", limit: 5).map(\.quality.spelling) == [.exact])
        #expect(older.searchGlosses("hòa", .exact, in: "vi", limit: 5).isEmpty)
        #expect(older.searchGlosses("hòa", .folded, in: "vi", limit: 5).map(\.quality.spelling) == [.folded])
        #expect(
            older.searchGlosses("li", .folded, in: "vi", limit: 5).compactMap {
                older.entry($0.entry)?.headword
            } == ["n"])
    }

    @Test func `A lexicon declares the spelling of its own language`() throws {
        let entries = ["hoà\tmột\t", "kỹ\thai\t", "tay\tba\t", "pwi\tbốn\t"]
        for (header, found) in [
            ("", [false, false, false]), ("spelling vi", [true, true, false]),
            ("tones ◌̀ ◌̃", [true, false, false]),
            ("alike -ky- -ki-\ntones \u{303}", [false, true, false]), ("alike ui wi", [false, false, true]),
        ] {
            let lexicon = try Sample.lexicon(Sample.list(entries, header: header))
            let isFound = ["hòa", "kĩ", "pui"].map { !lexicon.searchHeadwords($0, .exact, limit: 5).isEmpty }
            #expect(isFound == found, "\(header)")
            #expect(lexicon.searchHeadwords("tai", .exact, limit: 5).isEmpty)
        }
    }

    private static func variants(of word: String) -> [String] {
        [
            word.uppercased(), word.replacing("ơ", with: "o"), word.replacing("y", with: "i"),
            word.replacing("i", with: "y"), word.replacing(" ", with: "-"), word.replacing("'", with: "’"),
            String(word.unicodeScalars.reversed().map(Character.init)),
        ]
    }
}

extension SpelledWord {
    /// The letters with their marks, in NFD, without the tones.
    fileprivate var text: String {
        var text = String.UnicodeScalarView()
        for letter in letters {
            for value in [letter & 0xFFFF, letter >> 16 & 0xFF, letter >> 24] where value > 0 {
                let isMark = value < 0x100 && letter & 0xFFFF != value
                if let scalar = Unicode.Scalar(isMark ? value + 0x2FF : value) { text.append(scalar) }
            }
        }
        return String(text)
    }
}
