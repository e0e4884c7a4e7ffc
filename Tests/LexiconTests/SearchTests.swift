import Lexicon
import Bytes
import Testing

struct SearchTests {
    static let ede = Sample.list([
        "ala\trắn\tsnake",
        "ală\tmắt\teye",
        "aku\tđuôi\ttail",
        "akŏ\tđầu ; trước hết\thead",
        "êa\tnước (uống)\twater",
        "klei\tdây\trope",
        "klei\tđào | chuyện\tdig | matter",
        "luê êa\tbơi\tto swim",
        "ƀơ̆ng\tăn\teat",
        "ƀơ̆ng\tsắc\tsharp",
        "Y Moan\ttên người\ta man's name",
        "mnăm\tuống nước\tdrink water",
        "mnăm\tnuốt\t",
        "giê\tcây, que\tstick/wood",
    ])

    private func headwords(_ query: String, _ match: Match, limit: Int = 20) throws -> [String] {
        let lexicon = try Sample.lexicon(Self.ede)
        let hits =
            match == .gloss
            ? lexicon.searchGlosses(query, match, limit: limit)
            : lexicon.searchHeadwords(query, match, limit: limit)
        return hits.map {
            "\(lexicon.entry($0.entry)?.headword ?? "") \($0.entry)"
        }
    }

    @Test(arguments: [
        // The word as it is spelled, in any canonical form, in capitals or not.
        ("ală", Match.exact, ["ală 1"]),
        ("ala\u{306}", .exact, ["ală 1"]),
        ("ALĂ", .exact, ["ală 1"]),
        ("ala", .exact, ["ala 0"]),
        ("ƀơ\u{306}ng", .exact, ["ƀơ̆ng 8", "ƀơ̆ng 9"]),
        ("y moan", .exact, ["Y Moan 10"]),
        ("al", .exact, []),
        // Marks and apostrophes aside; what is spelled as the query comes first.
        ("ala", .folded, ["ala 0", "ală 1"]),
        ("ală", .folded, ["ală 1", "ala 0"]),
        ("Ală", .folded, ["ală 1", "ala 0"]),
        ("ako", .folded, ["akŏ 3"]),
        ("bong", .folded, ["ƀơ̆ng 8", "ƀơ̆ng 9"]),
        ("'bơng", .folded, ["ƀơ̆ng 8", "ƀơ̆ng 9"]),
        ("ymoan", .folded, ["Y Moan 10"]),
        ("luê-êa", .folded, ["luê êa 7"]),
        // Beginnings.
        ("ak", .prefix, ["akŏ 3", "aku 2"]),
        ("al", .prefix, ["ala 0", "ală 1"]),
        ("ală", .prefix, ["ală 1", "ala 0"]),
        ("bo", .prefix, ["ƀơ̆ng 8", "ƀơ̆ng 9"]),
        ("e", .prefix, ["êa 4"]),
        ("luê ê", .prefix, ["luê êa 7"]),
        // Glosses: the whole before a beginning before a part, spelled as the query before the rest.
        ("nước", .gloss, ["êa 4", "mnăm 11"]),
        ("nuoc", .gloss, ["êa 4", "mnăm 11"]),
        ("NƯỚC", .gloss, ["êa 4", "mnăm 11"]),
        ("nuo\u{302}\u{301}t", .gloss, ["mnăm 12"]),
        ("nước uống", .gloss, ["êa 4", "mnăm 11"]),
        ("day", .gloss, ["klei 5"]),
        ("dig", .gloss, ["klei 6"]),
        ("head", .gloss, ["akŏ 3"]),
        ("truoc", .gloss, ["akŏ 3"]),
        ("wood", .gloss, ["giê 13"]),
        ("man's", .gloss, ["Y Moan 10"]),
        ("water", .gloss, ["êa 4", "mnăm 11"]),
        ("water rope", .gloss, []),
        ("đầu hết", .gloss, ["akŏ 3"]),
        ("chuyện đào", .gloss, []),
        // Nothing.
        ("xyz", .exact, []), ("", .prefix, []), ("", .exact, []), ("-", .folded, []), ("'", .prefix, []),
        ("(", .gloss, []), ("", .gloss, []),
    ])
    func `A query finds, best first`(query: String, match: Match, found: [String]) throws {
        #expect(try headwords(query, match) == found)
    }

    @Test func `A limit takes the best`() throws {
        #expect(
            try headwords("a", .prefix, limit: 3) == ["akŏ 3", "aku 2", "ala 0"])
        #expect(try headwords("ală", .folded, limit: 1) == ["ală 1"])
        #expect(try headwords("ală", .folded, limit: 0) == [])
        #expect(try headwords("ală", .folded, limit: -5) == [])
    }

    @Test(
        arguments: [
            ("nước", Match.exact, "vi", ["êa", "mnăm"]),
            ("nuoc", .exact, "vi", []),
            ("Nước", .exact, "vi", ["êa", "mnăm"]),
            ("nuoc", .folded, "vi", ["êa", "mnăm"]),
            ("nu", .prefix, "vi", ["mnăm", "êa", "mnăm"]),
            ("uống nu", .prefix, "vi", ["mnăm", "êa"]),
            ("nước", .exact, "en", []),
            ("water", .exact, nil, ["êa", "mnăm"]),
            ("nước", .exact, "fr", []),
        ] as [(String, Match, String?, [String])])
    func `Glosses are searched by language`(query: String, match: Match, language: String?, found: [String])
        throws
    {
        let lexicon = try Sample.lexicon(Self.ede)
        let hits = lexicon.searchGlosses(query, match, in: language, limit: 10)
        #expect(hits.compactMap { lexicon.entry($0.entry)?.headword } == found)
        #expect(hits.allSatisfy { $0.field == .gloss })
    }

    @Test func `Quality has spelling and coverage`() throws {
        let lexicon = try Sample.lexicon(Self.ede)
        func first(_ query: String, _ match: Match) -> Quality? {
            lexicon.search(query, match, limit: 1).first?.quality
        }
        #expect(first("ală", .folded) == Quality(.exact, .whole))
        #expect(first("ALĂ", .folded) == Quality(.caseDiffers, .whole))
        #expect(first("ako", .folded) == Quality(.folded, .whole, accents: 4))
        #expect(first("aku", .prefix) == Quality(.exact, .whole))
        #expect(first("Ak", .prefix) == Quality(.caseDiffers, .beginning))
        #expect(first("bo", .prefix) == Quality(.folded, .beginning))
        #expect(first("trước", .gloss) == Quality(.exact, .beginning))
        #expect(first("hết", .gloss) == Quality(.exact, .part))
        // Two glosses of one sense.
        let spread = try Sample.lexicon(Sample.list(["klei\tđào ; chuyện\t"]))
        for (query, quality) in [
            ("chuyện đào", Quality(.exact, .part)), ("Chuyện đào", Quality(.caseDiffers, .part)),
            ("chuyen dao", Quality(.folded, .part, accents: 22)),
        ] {
            #expect(spread.search(query, .gloss, limit: 1).first?.quality == quality)
        }
    }
}
