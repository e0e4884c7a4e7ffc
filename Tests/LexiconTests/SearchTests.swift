import Lexicon
import Storage
import Testing

struct SearchTests {
    static let ede = Sample.list([
        "êa\tnước\twater",
        "ea\tcon ruồi ; nước mắt\tfly",
        "Ea\tsông | nuộc\triver | knot",
        "ê-a\tnước (uống)\tdrinking water",
        "čư\tnúi\tmountain",
        "čư̆\tđất\tearth",
    ])

    private func headwords(_ query: String, _ match: Match, limit: Int = 20) throws -> [String] {
        let lexicon = try Sample.lexicon(Self.ede)
        return lexicon.search(query, match, limit: limit).compactMap { lexicon.entry($0.entry)?.headword }
    }

    @Test(arguments: [
        ("êa", Match.exact, ["êa"]),
        ("e\u{0302}a", .exact, ["êa"]),
        ("ÊA", .exact, ["êa"]),
        ("ea", .exact, ["ea", "Ea"]),
        ("Ea", .exact, ["Ea", "ea"]),
        ("ea", .folded, ["ea", "Ea", "êa", "ê-a"]),
        ("ê a", .folded, ["êa", "ea", "Ea", "ê-a"]),
        ("e", .prefix, ["ea", "Ea", "êa", "ê-a"]),
        ("ê", .prefix, ["êa", "ê-a", "ea", "Ea"]),
        ("cu", .folded, ["čư", "čư̆"]),
        ("čư\u{0306}", .exact, ["čư̆"]),
        ("nước", .gloss, ["êa", "ê-a", "ea", "Ea"]),
        ("nuoc", .gloss, ["êa", "Ea", "ê-a", "ea"]),
        ("mắt nước", .gloss, ["ea"]),
        ("water", .gloss, ["êa", "ê-a"]),
        ("x", .exact, []), ("", .prefix, []), ("", .exact, []), ("-", .folded, []),
    ])
    func `A query finds, best first`(query: String, match: Match, found: [String]) throws {
        #expect(try headwords(query, match) == found)
    }
}
