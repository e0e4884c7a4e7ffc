import Lexicon
import Testing

struct LexiconSetTests {
    static func set() throws -> LexiconSet {
        LexiconSet([
            try Sample.lexicon(
                Sample.list(
                    [
                        "êa\tnước\twater", "ala\trắn\tsnake", "ală\tmắt\teye", "klei\tdây\trope",
                        "klei\tđào\tto dig",
                    ])),
            try Sample.lexicon(
                Sample.list(["ia\tnước\twater", "mata\tmắt\teye", "anŭh\ttrán\tforehead"], language: "jra")),
            try Sample.lexicon(
                Sample.list(["ꪙꪾ꫁\twater", "ꪔꪱ\teye"], columns: "headword en", language: "blt", script: "Tavt")),
        ])
    }

    struct Case: Sendable {
        var query: String
        var match = Match.exact
        var from: String?
        var to: String?
        var found: [String]
    }

    static let cases = [
        // Headwords and glosses alike, in the order of the lexicons.
        Case(query: "nước", found: ["êa", "ia"]),
        Case(query: "water", found: ["êa", "ia", "ꪙꪾ꫁"]),
        Case(query: "ala", found: ["ala"]),
        // Homographs stay apart.
        Case(query: "klei", found: ["klei", "klei"]),
        // What is not spelled so anywhere is looked for without its marks.
        Case(query: "nuoc", found: ["êa", "ia"]),
        Case(query: "ran", found: ["ala"]),
        Case(query: "ALA", found: ["ala"]),
        Case(query: "ấla", found: ["ala", "ală"]),
        Case(query: "ấla", match: .folded, found: ["ala", "ală"]),
        Case(query: "ală", match: .folded, found: ["ală", "ala"]),
        Case(query: "tran", match: .folded, found: ["anŭh"]),
        // By language.
        Case(query: "nước", from: "vi", to: "rad", found: ["êa"]),
        Case(query: "nước", from: "vi", to: "jra", found: ["ia"]),
        Case(query: "nước", from: "en", found: []),
        Case(query: "nước", from: "rad", found: []),
        Case(query: "êa", from: "rad", to: "vi", found: ["êa"]),
        Case(query: "êa", from: "rad", to: "fr", found: []),
        Case(query: "êa", from: "vi", found: []),
        Case(query: "êa", from: "rad-Latn", found: ["êa"]),
        Case(query: "êa", from: "rad-Cham", found: []),
        Case(query: "eye", to: "blt-Tavt", found: ["ꪔꪱ"]),
        Case(query: "eye", to: "BLT", found: ["ꪔꪱ"]),
        Case(query: "eye", from: "en", to: "blt-Latn", found: []),
        // A Tai Viet word without its tone mark.
        Case(query: "ꪙꪾ", found: ["ꪙꪾ꫁"]),
        Case(query: "ꪙꪾ", from: "blt", to: "en", found: ["ꪙꪾ꫁"]),
        // Glosses only; beginnings.
        Case(query: "ala", match: .gloss, found: []),
        Case(query: "mat", match: .gloss, found: ["ală", "mata"]),
        Case(query: "al", match: .prefix, found: ["ala", "ală"]),
        Case(query: "mat", match: .prefix, found: ["mata", "ală"]),
        Case(query: "mắ", match: .prefix, from: "vi", found: ["ală", "mata"]),
        Case(query: "", found: []),
    ]

    @Test(arguments: cases)
    func `Several lexicons answer as one`(_ example: Case) throws {
        let found = try Self.set().search(example.query, example.match, from: example.from, to: example.to)
        #expect(found.map(\.entry.headword) == example.found)
    }

    @Test func `One lexicon answers as a set of it`() throws {
        for lexicon in try Self.set().lexicons {
            for example in Self.cases {
                for match in Match.allCases {
                    let hits = lexicon.search(example.query, match, from: example.from, to: example.to)
                    let found = LexiconSet([lexicon])
                        .search(example.query, match, from: example.from, to: example.to)
                    #expect(hits == found.map(\.hit), "\(example) by \(match)")
                }
            }
        }
    }

    @Test func `Exact falls back on what folds alike only where all fields are searched`() throws {
        let lexicon = try Self.set().lexicons[0]
        #expect(lexicon.search("nuoc").map(\.quality.spelling) == [.folded])
        #expect(lexicon.search("nước").map(\.quality.spelling) == [.exact])
        #expect(lexicon.searchGlosses("nuoc", .exact, limit: 9).isEmpty)
        #expect(lexicon.searchHeadwords("ea", .exact, limit: 9).isEmpty)
        #expect(lexicon.searchHeadwords("ea", .folded, limit: 9).map(\.entry) == [0])
    }

    @Test func `Each field is searched by each kind of match it has`() throws {
        let lexicon = try Self.set().lexicons[0]
        #expect(lexicon.searchGlosses("n?oc", .wildcard, limit: 9).map(\.entry) == [0])
        #expect(lexicon.searchGlosses("nuowc", .fuzzy, limit: 9).map(\.entry) == [0])
        #expect(lexicon.searchHeadwords("nước", .gloss, limit: 9).isEmpty)
        #expect(lexicon.searchHeadwords("nước", .text, limit: 9).isEmpty)
        #expect(lexicon.searchGlosses("nước", .text, limit: 9).isEmpty)
    }

    @Test(arguments: [
        ("vi", true), ("VI", true), ("vi-VN", true), ("vi-Latn", false), ("en", false), ("v", false),
    ])
    func `The language of a gloss is compared as other tags are`(_ tag: String, _ isThere: Bool) throws {
        let lexicon = try Sample.lexicon(Sample.list(["êa\tnước"], columns: "headword vi"))
        #expect(lexicon.searchGlosses("nước", .exact, in: tag, limit: 9).isEmpty != isThere)
        #expect(lexicon.search("nước", from: tag).isEmpty != isThere)
        #expect((lexicon.entry(0)?.glosses(in: tag) == ["nước"]) == isThere)
    }

    @Test(arguments: [
        ("blt-Tavt", true), ("blt", true), ("blt-VN", true), ("blt-Latn", false), ("rad", false),
    ])
    func `A lexicon is in a language, in its own script only`(_ tag: String, _ isIn: Bool) throws {
        #expect(try Self.set().lexicons[2].isIn(tag) == isIn)
    }

    @Test func `A limit takes the best of all lexicons`() throws {
        let set = try Self.set()
        #expect(set.search("water", limit: 2).map(\.entry.headword) == ["êa", "ia"])
        #expect(set.search("water", limit: 0).isEmpty)
        #expect(set.search("water", limit: -1).isEmpty)
        #expect(LexiconSet([]).search("water").isEmpty)
    }

    @Test func `An entry found twice is reported once, by its best hit`() throws {
        let lexicon = try Sample.lexicon(Sample.list(["ana\tana\tana ana"]))
        let found = LexiconSet([lexicon]).search("ana")
        #expect(found.map(\.hit) == [Hit(entry: 0, quality: Quality(.exact, .whole), field: .headword)])
    }
}
