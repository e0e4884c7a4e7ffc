import Diagnostics
@testable import Lexicon
import LexiconCompiler
import Bytes
import TestSupport
import Testing

/// Wildcards, slips and running text.
struct LooseSearchTests {
    static let ede = Sample.list(
        [
            "ala\trắn\tsnake\t", "ală\tmắt\teye\tIntended: ala", "êa\tnước (uống)\twater\t",
            "luê êa\tbơi\tto swim\tsaid of people", "ƀơ̆ng\tăn\teat\t", "y*\tdấu sao\tstar\t",
            "Ala Kơ\ttên\tname\t",
            "anak\tcon\tchild\t", "k?\thỏi\task\t", "a\\b\tgạch\tstroke\t",
            "mnăm êa\tuống nước\tdrink water\t",
        ], columns: "headword vi en note")

    @Test(arguments: [
        ("al*", ["ala", "ală", "Ala Kơ"]), ("al?", ["ala", "ală"]),
        ("*a", ["ala", "êa", "luê êa", "mnăm êa", "ală"]),
        ("ală*", ["ală", "ala", "Ala Kơ"]), ("?la", ["ala", "ală"]), ("?lă", ["ală", "ala"]),
        ("*ơ*", ["Ala Kơ", "ƀơ̆ng"]),
        ("ALA*", ["ala", "Ala Kơ", "ală"]), ("bo?g", ["ƀơ̆ng"]), ("b?ng", ["ƀơ̆ng"]), ("b??ng", []),
        ("*\\*", ["y*"]), ("k\\?", ["k?"]), ("k?", ["k?"]), ("a\\\\b", ["a\\b"]), ("a\\b", ["a\\b"]),
        ("luê*êa", ["luê êa"]), ("a*a*", ["ala", "anak", "Ala Kơ", "ală"]), ("ala", ["ala", "ală"]), ("", []),
        ("-", []),
        ("'?", []), ("*x*", []),
    ])
    func `Wildcards fit whole forms, as spelled first`(query: String, found: [String]) throws {
        let lexicon = try Sample.lexicon(Self.ede)
        let hits = lexicon.searchHeadwords(query, .wildcard, limit: 20)
        #expect(hits.compactMap { lexicon.entry($0.entry)?.headword } == found)
    }

    @Test func `A sign that is written after its letter is found with it or alone`() throws {
        let lexicon = try Sample.lexicon(
            Sample.list(["កា\tmột\t", "កក\thai\t", "ក\tba\t", "ខា\tbốn\t"], language: "km", script: "Khmr"))
        func found(_ query: String) -> [String] {
            lexicon.searchHeadwords(query, .wildcard, limit: 20).compactMap {
                lexicon.entry($0.entry)?.headword
            }
        }
        #expect(found("ក*").sorted() == ["ក", "កក", "កា"])
        #expect(found("?").sorted() == ["ក", "កា", "ខា"])
        #expect(found("?ា").sorted() == ["កា", "ខា"])
        #expect(found("ក?") == ["កក"])
    }

    @Test(arguments: [
        ("ala", 1, ["ala", "ală"]), ("ală", 1, ["ală", "ala"]), ("bơng", 1, ["ƀơ̆ng"]), ("bơgn", 2, ["ƀơ̆ng"]),
        ("bơgn", 1, []), ("anka", 2, ["ala", "anak", "ală"]), ("", 3, []), ("-", 3, []),
    ])
    func `A fuzzy search counts letters, marks aside`(query: String, distance: Int, found: [String]) throws {
        let lexicon = try Sample.lexicon(Self.ede)
        let hits = lexicon.searchHeadwords(query, .fuzzy, distance: distance, limit: 20)
        #expect(
            hits.compactMap { lexicon.entry($0.entry)?.headword }.filter {
                $0.count > 1 && !"y*k?".contains($0)
            } == found)
        #expect(hits.allSatisfy { $0.quality.edits <= distance })
    }

    @Test(arguments: [
        ("intended", ["ală"]), ("of people", ["luê êa"]), ("people said", ["luê êa"]), ("ala", ["ală"]),
        ("snake", []),
        ("people intended", []),
    ])
    func `Running text is searched, and nothing else`(query: String, found: [String]) throws {
        let lexicon = try Sample.lexicon(Self.ede)
        #expect(
            lexicon.search(query, .text, limit: 20).compactMap { lexicon.entry($0.entry)?.headword } == found)
    }

    @Test func `Examples are searched by language, words in a row first`() throws {
        let source = SourceText(
            path: "sample.sfm",
            """
            \\_lexicon 1
            \\_language rad
            \\_script Latn
            \\_title Klei Êđê
            \\_licence CC0-1.0
            \\_source sample words for tests

            \\lx êa
            \\gn nước
            \\xv Kâo mnăm êa.
            \\xn Nước thì tôi uống.
            \\so sample

            \\lx mnăm
            \\gn uống
            \\xv Ñu mnăm êa mtah.
            \\xn Nó uống nước lã.
            \\xe He drinks water.
            \\so sample

            """)
        let lexicon = try Sample.lexicon(source)
        func found(_ query: String, in language: String? = nil) -> [String] {
            lexicon.searchText(query, in: language, limit: 20).compactMap {
                lexicon.entry($0.entry)?.headword
            }
        }
        #expect(found("uống nước") == ["mnăm", "êa"])
        #expect(found("UONG NUOC") == ["mnăm", "êa"])
        #expect(found("mnam ea", in: "rad") == ["êa", "mnăm"])
        #expect(found("mnăm êa", in: "vi") == [])
        #expect(found("nước", in: "vi") == ["êa", "mnăm"])
        #expect(found("water", in: "en") == ["mnăm"])
        #expect(found("water", in: "vi") == [])
        let best = try #require(lexicon.searchText("uống nước", limit: 1).first)
        #expect(best == Hit(entry: 1, quality: Quality(.exact, .inside), field: .example))
    }

    @Test(
        arguments: [
            ("m?t", Match.wildcard, ["mata", "ală"]), ("*ước", .wildcard, ["êa", "ia"]),
            ("n*c", .wildcard, ["êa", "ia"]),
            ("nuok", .fuzzy, ["êa", "ia"]), ("watr", .fuzzy, ["êa", "ia", "ꪙꪾ꫁"]),
        ] as [(String, Match, [String])])
    func `Words of glosses are searched as well`(query: String, match: Match, found: [String]) throws {
        let hits = try LexiconSetTests.set().search(query, match, from: query == "watr" ? "en" : "vi")
        #expect(Set(hits.map(\.entry.headword)) == Set(found))
    }
}

/// Searches with wildcards and slips beside a walk through all keys, which compares them in the plainest way.
struct LooseSearchPropertyTests {
    /// The distance of Levenshtein, by the whole table.
    static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var table = [[Int]](repeating: [Int](repeating: 0, count: right.count + 1), count: left.count + 1)
        for i in 0...left.count {
            for j in 0...right.count {
                if i == 0 || j == 0 {
                    table[i][j] = i + j
                } else {
                    let changed = table[i - 1][j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1)
                    table[i][j] = min(changed, table[i - 1][j] + 1, table[i][j - 1] + 1)
                }
            }
        }
        return table[left.count][right.count]
    }

    /// Whether `text` fits: tries every length for each wildcard.
    static func fits(
        _ pattern: ArraySlice<Unicode.Scalar?>, _ text: ArraySlice<Unicode.Scalar>, _ one: Unicode.Scalar
    )
        -> Bool
    {
        guard let first = pattern.first else { return text.isEmpty }
        let rest = pattern.dropFirst()
        guard let wanted = first else {
            return (0...text.count).contains { fits(rest, text.dropFirst($0), one) }
        }
        guard let next = text.first else { return false }
        if wanted != one { return wanted == next && fits(rest, text.dropFirst(), one) }
        // A letter, and none or some of the marks behind it.
        if isMark(next), text.startIndex > 0 { return false }
        var length = 1
        while true {
            if fits(rest, text.dropFirst(length), one) { return true }
            guard length < text.count, isMark(text[text.startIndex + length]) else { return false }
            length += 1
        }
    }

    static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        var pair = "a"
        pair.unicodeScalars.append(scalar)
        return pair.count == 1
    }

    struct Form {
        var entry: Int
        var key: String
    }

    static func forms(_ lexicon: Lexicon) -> [Form] {
        (0..<lexicon.entryCount).flatMap { id -> [Form] in
            guard let entry = lexicon.entry(id) else { return [] }
            let given = [entry.headword] + entry.variants + [entry.romanisation].compactMap { $0 }
            return (given + entry.transliterations.map(\.text)).map {
                Form(entry: id, key: String(decoding: lexicon.folding.key($0), as: UTF8.self))
            }
        }
    }

    /// Compares 100 queries of each kind, made of the keys of `lexicon`.
    static func compare(_ lexicon: Lexicon, _ generator: inout SeededGenerator, queries: Int) throws {
        let forms = Self.forms(lexicon)
        let letters = Array(Set(forms.flatMap { Array($0.key) })).sorted()
        for number in 0..<queries {
            var letter: [Character] = Array(try #require(forms.randomElement(using: &generator)).key)
            for _ in 0..<Int.random(in: 0...3, using: &generator) {
                let place = Int.random(in: 0...letter.count, using: &generator)
                let other = try #require(letters.randomElement(using: &generator))
                switch Int.random(in: 0...2, using: &generator) {
                case 0: letter.insert(other, at: place)
                case 1 where place < letter.count: letter[place] = other
                default: if place < letter.count { letter.remove(at: place) }
                }
            }
            let query = String(letter)
            let key = lexicon.folding.key(query)
            guard !key.isEmpty else { continue }
            let folded = Array(String(decoding: key, as: UTF8.self))
            let distance = number % 3 + 1
            var near: [Int: Int] = [:]
            for form in forms {
                let edits = Self.distance(folded, Array(form.key))
                if edits <= distance { near[form.entry] = min(near[form.entry] ?? edits, edits) }
            }
            let hits = lexicon.searchHeadwords(query, .fuzzy, distance: distance, limit: 100_000)
            let found = Dictionary(hits.map { ($0.entry, $0.quality.edits) }) { $1 }
            if found != near { Issue.record("\(query) by \(distance): \(found) and not \(near)") }
            #expect(zip(hits, hits.dropFirst()).allSatisfy { $0.quality <= $1.quality })

            var pattern = ""
            for (place, each) in folded.enumerated() {
                switch Int.random(in: 0...5, using: &generator) {
                case 0: pattern += "?"
                case 1: pattern += place % 2 == 0 ? "*" : "**"
                case 2 where place == 0: pattern += "*" + String(each)
                default: pattern += ["*", "?", "\\"].contains(each) ? "\\\(each)" : String(each)
                }
            }
            guard !pattern.contains("\\") else { continue }
            // Texts between wildcards are folded one by one.
            var wanted: [Unicode.Scalar?] = []
            var text = ""
            let one: Unicode.Scalar = "\u{E000}"
            for scalar in Array(pattern.unicodeScalars) + ["*"] {
                guard scalar == "*" || scalar == "?" else {
                    text.unicodeScalars.append(scalar)
                    continue
                }
                wanted += String(decoding: lexicon.folding.key(text), as: UTF8.self).unicodeScalars.map { $0 }
                text = ""
                wanted.append(scalar == "*" ? nil : one)
            }
            wanted.removeLast()
            guard !wanted.isEmpty else { continue }
            let fitting = Set(
                forms.filter { Self.fits(wanted[...], Array($0.key.unicodeScalars)[...], one) }.map(\.entry))
            let fit = lexicon.searchHeadwords(pattern, .wildcard, limit: 100_000)
            if Set(fit.map(\.entry)) != fitting {
                Issue.record("\(pattern): \(fit.map(\.entry)) and not \(fitting)")
            }
            #expect(Set(fit.map(\.entry)).count == fit.count)
        }
    }

    @Test(arguments: Repository.lexiconNames)
    func `In a shipped lexicon they find what a walk through all keys finds`(name: String) throws {
        var generator = SeededGenerator(UInt64(name.utf8.count))
        try Self.compare(try Repository.lexicon(name), &generator, queries: 100)
    }

    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func `In a lexicon of random words they find what a walk through all keys finds`(seed: UInt64) throws {
        var generator = SeededGenerator(seed)
        // Few letters, many words alike; signs that stand alone or after letters.
        let signs = ["a", "b", "c", "\u{1781}", "\u{17B6}", "\u{17D2}", "\u{1780}", "ê̆", "ຳ", "ꪙ", "ꪾ"]
        let words = (0..<500).map { _ in
            "a"
                + (0..<Int.random(in: 0...7, using: &generator)).map { _ in
                    signs.randomElement(using: &generator) ?? ""
                }.joined()
        }
        let lexicon = try Sample.lexicon(Sample.list(words.map { "\($0)\tmột" }))
        try Self.compare(lexicon, &generator, queries: 100)
    }

    @Test func `Longer words than a machine word holds are compared to their end`() throws {
        let long = String(repeating: "aê", count: 90)
        let lexicon = try Sample.lexicon(Sample.list(["\(long)\tmột", "\(long)xy\thai", "b\(long)\tba"]))
        func found(_ query: String, _ distance: Int) -> [Int: Int] {
            let hits = lexicon.searchHeadwords(query, .fuzzy, distance: distance, limit: 9)
            return Dictionary(uniqueKeysWithValues: hits.map { ($0.entry, $0.quality.edits) })
        }
        #expect(found(long, 1) == [0: 0, 2: 1])
        #expect(found(long, 3) == [0: 0, 1: 2, 2: 1])
        #expect(found(String(long.dropFirst(1)), 2) == [0: 1, 2: 2])
        #expect(lexicon.searchHeadwords("\(long)*", .wildcard, limit: 9).count == 2)
    }

    @Test(arguments: Repository.lexiconNames)
    func `A letter is what Unicode calls a grapheme cluster`(name: String) throws {
        let lexicon = try Repository.lexicon(name)
        for form in Self.forms(lexicon) {
            let letters = KeyCluster.split(Array(form.key.utf8)).map { String(decoding: $0, as: UTF8.self) }
            #expect(letters == Array(form.key).map { String($0) })
        }
    }

    @Test(arguments: Repository.lexiconNames)
    func `Every word of a note, an example or a definition finds its entry`(name: String) throws {
        let lexicon = try Repository.lexicon(name)
        for id in 0..<lexicon.entryCount {
            let entry = try #require(lexicon.entry(id))
            for text in TextKeys.texts(entry) {
                for word in GlossPieces(text.text).words where !lexicon.folding.key(word).isEmpty {
                    if !lexicon.search(word, .text, limit: 5000).contains(where: { $0.entry == id }) {
                        Issue.record("\(entry.headword) by \(word)")
                    }
                }
            }
        }
    }
}
