import Bytes
import Diagnostics
import ICU
@testable import Lexicon
import LexiconCompiler
import TestSupport
import Testing

/// Words in the order in which a dictionary of their language has them.
struct AlphabeticalOrderTests {
    /// The headwords that fit `query`, in the order of the answer.
    static func words(_ lexicon: Lexicon, _ query: String, _ match: Match, limit: Int = 20_000) -> [String] {
        lexicon.searchHeadwords(query, match, limit: limit).compactMap { lexicon.entry($0.entry)?.headword }
    }

    static func lexicon(
        _ words: [String], language: String = "rad", script: String = "Latn", header: String = "",
        columns: String = "headword vi"
    ) throws -> Lexicon {
        try Sample.lexicon(
            Sample.list(words, columns: columns, language: language, script: script, header: header))
    }

    static let ede = "alphabet a ă â b ƀ č d đ e ĕ ê ê̆ g h i ĭ j k l m n ñ o ŏ ô ô̆ ơ ơ̆ p r s t u ŭ ư ư̆ w y"
    /// The letters of the SIL Locale Data Repository for `jra`.
    static let giaRai =
        "alphabet a ă â b ƀ č d đ e ĕ ê ê̆ g h i ĭ j dj k l m n ñ ng o ŏ ô ô̆ ơ ơ̆ p r s t u ŭ ư ư̆ w y"

    /// A language, its script, what the header states, and words in order.
    static let tables: [(language: String, script: String, header: String, words: [String])] = [
        // Letters, then tones (ngang huyền hỏi ngã sắc nặng), syllable by syllable; small letters before capitals. As
        // Vũ Xuân Lương, Quy tắc sắp xếp đơn vị từ vựng trong từ điển tiếng Việt; CLDR has the same letters and tones.
        (
            "vi", "Latn", "",
            [
                "a", "A", "ác", "ách", "ang", "anh", "apatit", "apxe", "ba", "ba ba", "ba lô", "bà", "bà con",
                "bả",
                "bã", "bá", "bạ", "bám", "ban", "bàn", "bang", "băm", "bâng", "bầu", "be", "bế", "cha",
                "chan", "dạ",
                "đa", "hai", "hài", "hại", "mang", "ngang", "nhang", "nun", "tuân thủ", "tuần chay", "tuất",
                "ưa",
                "xa", "yên",
            ]
        ),
        // Letters with a mark are letters.
        (
            "rad", "Latn", ede,
            [
                "aku", "ala", "ală", "asâo", "ăt", "âo", "bi", "boh", "ƀaih", "ƀlă", "čar", "čĭm", "dua",
                "đĭ", "e",
                "ĕ", "êa", "êlan", "ê̆", "gơ̆", "hla", "k'kuê", "kkuêt", "klei", "ñu", "ŏng", "ôsa", "ô̆", "ơ̆",
                "ŭn", "ư̆",
                "yan",
            ]
        ),
        (
            "jra", "Latn", giaRai,
            ["jĕ", "jrŭh", "jŭ", "djai", "djă", "djơ̆m", "kâo", "nŭ", "ñŭ", "ngaĭ", "ngơi", "ơ", "ơ̆"]
        ),
        // Letters that are two, of which the second is one too.
        (
            "jra", "Latn", "alphabet a g h n ng nh u",
            ["nang", "nun", "ngang", "nhang"]
        ),
        // Capitals of a letter that is two.
        ("jra", "Latn", "alphabet a n ng u", ["nu", "Nu", "nga", "Nga", "NGA", "ngu"]),
        // An apostrophe that makes a letter, however it is written, and one that makes none.
        ("bdq", "Latn", "alphabet a b 'b o k", ["bak", "bok", "'bak", "’bok"]),
        ("bdq", "Latn", "", ["'bak", "bok", "’bok", "kă"]),
        // Letters in an order of their own.
        ("zzz", "Latn", "alphabet k a b e", ["ka", "kb", "ak", "ab", "ba", "ek"]),
        // A subscript comes after all vowels; CLDR.
        (
            "km", "Khmr", "",
            ["ក", "កក", "កាត់", "កូន", "កោះ", "ក្បាល", "ខ្មែរ", "គោ", "ដៃ", "តា", "ត្រី", "ទា", "ទឹក", "ភ្នែក", "អង្ករ"]
        ),
        // A vowel written before its consonant is read after it; Unicode.
        (
            "blt", "Tavt", "",
            ["ꪀꪚꪾ", "ꪵꪀ꪿ꪙ", "ꪁꪫꪱꪣ", "ꪵꪁꪫꪥ", "ꪶꪁꪙ", "ꪄꪱꪥ", "ꪹꪎ", "ꪻꪐ꪿", "ꪔꪱꪥ", "ꪹꪔꪸꪣ", "ꪜꪺ", "ꪹꪬꪷꪉ"]
        ),
        // The same with a stated alphabet in which a consonant has moved.
        ("blt", "Tavt", "alphabet ꪁ ꪀ ꪄ", ["ꪁꪱ", "ꪵꪁ", "ꪀꪱ", "ꪵꪀ", "ꪄꪱ"]),
        ("lo", "Laoo", "", ["ກາ", "ເກົ່າ", "ໄກ່", "ຂາວ", "ໃຈ", "ນ້ຳ", "ປາ", "ໝາ"]),
    ]

    @Test(arguments: tables.indices)
    func `Words are in the order of their language, in whatever order the source has them`(index: Int) throws
    {
        let table = Self.tables[index]
        var generator = SeededGenerator(UInt64(index))
        for _ in 0..<3 {
            let words = table.words.shuffled(using: &generator)
            let lexicon = try Self.lexicon(
                words.map { $0.normalized(.nfd) }, language: table.language, script: table.script,
                header: table.header)
            #expect(Self.words(lexicon, "*", .wildcard) == table.words)
            // As few as a screen has, too.
            #expect(Self.words(lexicon, "*", .wildcard, limit: 5) == Array(table.words.prefix(5)))
        }
    }

    @Test func `Words that begin as the query come in alphabetical order`() throws {
        let words = ["nhang", "nang", "nun", "ngang"]
        let stated = try Self.lexicon(words, header: "alphabet a g h n ng nh u")
        #expect(Self.words(stated, "n", .prefix) == ["nang", "nun", "ngang", "nhang"])
        #expect(Self.words(stated, "n", .prefix, limit: 2) == ["nang", "nun"])
        #expect(Self.words(try Self.lexicon(words), "n", .prefix) == ["nang", "ngang", "nhang", "nun"])
        // Spelled as the query comes before the alphabet, all of the query before its beginning.
        let vietnamese = try Self.lexicon(
            ["bá", "bàn", "ba", "bà con", "ban", "bà", "ba lô"], language: "vi", columns: "headword en")
        #expect(Self.words(vietnamese, "ba", .prefix) == ["ba", "ba lô", "ban", "bà", "bá", "bà con", "bàn"])
        #expect(Self.words(vietnamese, "bà", .prefix) == ["bà", "bà con", "bàn", "ba", "bá", "ba lô", "ban"])
    }

    @Test func `A variant that begins so stands where its headword does`() throws {
        let lexicon = try Self.lexicon(
            ["yan\tmùa\tnay", "ăt\tvẫn\tna ; nă", "nê\tấy\t"], header: Self.ede,
            columns: "headword vi variant")
        #expect(Self.words(lexicon, "n", .prefix) == ["nê", "ăt", "yan"])
    }

    @Test func `Weights go before the alphabet`() throws {
        let lexicon = try Self.lexicon(
            ["nhang\t9", "nang\t0", "nun\t9", "ngang\t9", "nah\t200", "năng\t"],
            header: "alphabet a ă g h n ng nh u", columns: "headword weight")
        #expect(Self.words(lexicon, "n", .prefix) == ["nah", "nun", "ngang", "nhang", "nang", "năng"])
        #expect(Self.words(lexicon, "n", .prefix, limit: 3) == ["nah", "nun", "ngang"])
        #expect(Self.words(lexicon, "n*", .wildcard) == ["nah", "nang", "năng", "nun", "ngang", "nhang"])
    }

    @Test func `Homographs stay in the order of the source`() throws {
        let lexicon = try Self.lexicon(["klei\ttwo", "ala\trắn", "klei\tone"])
        #expect(lexicon.searchHeadwords("k", .prefix, limit: 5).map(\.entry) == [0, 2])
        #expect(lexicon.searchHeadwords("*", .wildcard, limit: 5).map(\.entry) == [1, 0, 2])
    }

    @Test func `Letters that cannot be any are left aside`() throws {
        let marks = String(repeating: "\u{306}", count: 40)
        let stated =
            "alphabet b a" + marks + " a [ & < \\ # \u{FFFE} a b " + String(repeating: "n", count: 50)
        let lexicon = try Self.lexicon(["&", "a", "b"], header: stated)
        #expect(Self.words(lexicon, "*", .wildcard) == ["b", "a", "&"])
    }

    // MARK: What holds for every lexicon

    /// The places of the letters of `word` in `letters`, of which the longest fit first, part by part.
    static func places(_ word: String, _ letters: [String]) -> [[Int]] {
        word.split(separator: " ").map { part in
            var places: [Int] = []
            var rest = part.filter { $0 != "'" && $0 != "-" }[...]
            while !rest.isEmpty {
                let found = letters.indices.filter { rest.hasPrefix(letters[$0]) }
                    .max { letters[$0].count < letters[$1].count }
                places.append(found ?? -1)
                rest = rest.dropFirst(found.map { letters[$0].count } ?? 1)
            }
            return places
        }
    }

    @Test(arguments: [("rad", ede), ("jra", giaRai)])
    func `Real words are where a plain comparison of letters puts them`(name: String, stated: String) throws {
        let source = try Repository.lexicon("\(name)/core")
        let words = Set((0..<source.entryCount).compactMap { source.entry($0)?.headword })
            .filter { !$0.contains("-") }
        #expect(words.count > 200)
        let lexicon = try Self.lexicon(words.sorted(), language: name, header: stated)
        let letters = stated.split(separator: " ").dropFirst().map { String($0) }
        let found = Self.words(lexicon, "*", .wildcard)
        #expect(Set(found) == words)
        for (word, next) in zip(found, found.dropFirst()) {
            let (left, right) = (Self.places(word, letters), Self.places(next, letters))
            let isBefore = left.lexicographicallyPrecedes(right) { $0.lexicographicallyPrecedes($1) }
            // Of a letter that is not stated nothing is known here.
            let isStated = (left + right).joined().allSatisfy { $0 >= 0 }
            #expect(isBefore || left == right || !isStated, "\(word) \(next)")
        }
    }

    @Test func `The shipped lexicon of Ê Đê has the order of its alphabet`() throws {
        let lexicon = try Repository.lexicon("rad/core")
        let letters = Self.ede.split(separator: " ").dropFirst().map { String($0) }
        let found = Self.words(lexicon, "*", .wildcard)
        #expect(found.count == lexicon.entryCount)
        for (word, next) in zip(found, found.dropFirst()) {
            let (left, right) = (Self.places(word, letters), Self.places(next, letters))
            #expect(
                !right.lexicographicallyPrecedes(left) { $0.lexicographicallyPrecedes($1) }, "\(word) \(next)"
            )
        }
    }

    @Test(arguments: [("vi", "Latn"), ("rad", "Latn"), ("blt", "Tavt"), ("km", "Khmr")])
    func `Each entry has a place of its own, the same for NFC and NFD`(language: String, script: String)
        throws
    {
        let letters =
            script == "Latn"
            ? PropertyTests.letters + ["đ", "ậ", "ở", "Ă"]
            : script == "Tavt"
                ? ["ꪀ", "ꪁ", "ꪱ", "ꪵ", "ꪹ", "ꪸ", "\u{AABF}", "\u{AAB4}"]
                : ["ក", "ខ", "្ក", "ា", "ែ", "៉", "ំ", "ោ"]
        var generator = SeededGenerator(7)
        let words = (0..<300).map { _ in
            "\(letters[0])" + (0..<4).map { _ in letters.randomElement(using: &generator) ?? "" }.joined()
        }.map { $0.split(separator: " ").joined(separator: " ") }
        func order(_ form: NormalizationForm) throws -> [Int] {
            let lexicon = try Self.lexicon(
                words.map { $0.normalized(form) }, language: language, script: script)
            let order = try #require(lexicon.order)
            return (0..<lexicon.entryCount).map(order.place(ofEntry:))
        }
        let places = try order(.nfc)
        #expect(places.sorted() == Array(0..<words.count))
        #expect(try order(.nfd) == places)
    }

    @Test func `Long lists are cut behind the first words of the alphabet`() throws {
        var generator = SeededGenerator(11)
        let words = Set((0..<5_000).map { _ in PropertyTests.word(6, &generator) }).sorted()
        for weights in [false, true] {
            let lexicon = try Self.lexicon(
                words.map { weights ? "\($0)\t\(Int.random(in: 0...3, using: &generator))" : $0 },
                header: "alphabet a â b c e ê ă o ơ x y", columns: weights ? "headword weight" : "headword")
            let order = try #require(lexicon.order)
            for query in ["x", "xa", "xe", "xob", "xc", "xaab", "q"] {
                let key = lexicon.folding.key(query)
                let all = (0..<lexicon.entryCount)
                    .filter { lexicon.folding.key(lexicon.entry($0)?.headword ?? "").starts(with: key) }
                    .sorted { order.placeByWeight(ofEntry: $0) < order.placeByWeight(ofEntry: $1) }
                var found: [Int] = []
                order.forEachEntry(
                    in: lexicon.headwordKeys.range(beginningWith: key), of: lexicon.headwordPostings
                ) {
                    found.append($0)
                    return true
                }
                #expect(found == all)
                // The first 1,024 are looked at, and those spelled as the query come first.
                let spelled = Array(all.prefix(1024)).filter {
                    lexicon.entry($0)?.headword.hasPrefix(query) == true
                        && lexicon.entry($0)?.headword != query
                }
                let hits = lexicon.searchHeadwords(query, .prefix, limit: 40)
                    .filter { $0.quality == Quality(.exact, .beginning) }.map(\.entry)
                #expect(hits == Array(spelled.prefix(40)).prefix(hits.count).map { $0 })
                #expect(hits.count >= min(spelled.count, 39))
            }
        }
    }

    // MARK: Files

    /// `bytes` with other bytes for the section of the order, or without it.
    static func file(_ bytes: [UInt8], order: [UInt8]?) throws -> [UInt8] {
        let container = try Container(Bytes(bytes), kind: .lexicon, version: LexiconFormat.version)
        var writer = ContainerWriter(kind: .lexicon, version: LexiconFormat.version)
        for id in 1...20 as ClosedRange<UInt32> {
            let section = container.section(id)
            if id == LexiconFormat.Section.order {
                if let order { writer.add(id, order) }
            } else if section.count > 0 {
                writer.add(id, section.array())
            }
        }
        return writer.finish()
    }

    @Test func `A file without the order has that of the search keys`() throws {
        let words = ["nhang", "nang", "nun", "ngang", "na", "Na", "nà"]
        let bytes = try Sample.bytes(
            Sample.list(words, columns: "headword", header: "alphabet a à g h n ng nh u"))
        #expect(
            Self.words(try Lexicon(Bytes(bytes)), "n", .prefix)
                == ["na", "nang", "nà", "nun", "ngang", "nhang", "Na"])
        let keys = ["na", "nà", "nang", "ngang", "nhang", "nun", "Na"]
        let old = try Lexicon(Bytes(Self.file(bytes, order: nil)))
        #expect(old.order == nil)
        #expect(Self.words(old, "n", .prefix) == keys)
        #expect(Self.words(old, "n*", .wildcard) == keys)
        // One that does not fit is as good as none.
        for damaged in [[], [1, 2, 3], [UInt8](repeating: 0, count: 12), [UInt8](repeating: 255, count: 90)] {
            #expect(Self.words(try Lexicon(Bytes(Self.file(bytes, order: damaged))), "n", .prefix) == keys)
        }
    }

    @Test func `Places that lie give a wrong order of the same words`() throws {
        var generator = SeededGenerator(13)
        let words = Set((0..<600).map { _ in PropertyTests.word(4, &generator) }).sorted()
        for columns in ["headword", "headword weight"] {
            let bytes = try Sample.bytes(
                Sample.list(words.map { columns == "headword" ? $0 : $0 + "\t5" }, columns: columns))
            let sound = try Container(Bytes(bytes), kind: .lexicon, version: LexiconFormat.version)
                .section(LexiconFormat.Section.order).array()
            for round in 0..<40 {
                var changed = sound
                for index in 12..<changed.count where round % 2 == 0 || index % 7 == round % 7 {
                    changed[index] = UInt8.random(in: 0...255, using: &generator)
                }
                let lexicon = try Lexicon(Bytes(Self.file(bytes, order: changed)))
                #expect(lexicon.order != nil)
                #expect(Set(Self.words(lexicon, "x", .prefix)) == Set(words))
                #expect(Set(Self.words(lexicon, "x*y", .wildcard)) == Set(words))
            }
        }
    }

    @Test func `Many entries have wider places`() throws {
        let count = 70_000
        let places = (0..<count).map { UInt32(count - 1 - $0) }
        let bytes = AlphabeticalPlaces.encoded(places: places, byWeight: nil, least: places)
        #expect(bytes.count > count * 8 && bytes.count < count * 9)
        let order = try #require(AlphabeticalOrder(Bytes(bytes), entryCount: count, keyCount: count))
        #expect(order.place(ofEntry: 0) == 69_999 && order.place(ofEntry: 69_999) == 0)
        #expect(order.place(ofEntry: -1) == 0 && order.place(ofEntry: count) == 0)
        #expect(AlphabeticalOrder(Bytes(bytes), entryCount: count - 1, keyCount: count) == nil)
        #expect(AlphabeticalOrder(Bytes(bytes), entryCount: count, keyCount: count + 1) == nil)
        #expect(AlphabeticalOrder(Bytes(Array(bytes.dropLast())), entryCount: count, keyCount: count) == nil)
    }
}
