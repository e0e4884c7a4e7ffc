import Lexicon
import Bytes

/// How many bytes at the start of an input are a query.
let queryCount = 24

/// Opens the sections of a compiled lexicon, under a right checksum, decodes entries, and looks for the text that stands
/// before them in every way there is.
func readLexicon(_ input: [UInt8]) {
    guard input.count > queryCount else { return }
    let file = repaired(Array(input[queryCount...]), .lexicon, LexiconFormat.version)
    guard let lexicon = try? Lexicon(Bytes(file)) else { return }
    let query = String(decoding: input[..<queryCount].prefix { $0 != 0 }, as: UTF8.self)
    look(into: lexicon, for: [query])
}

/// Asks `lexicon` everything that can be asked.
func look(into lexicon: Lexicon, for queries: [String]) {
    _ = lexicon.info.title(in: "vi")
    _ = try? lexicon.verify()
    var headwords: [String] = []
    for id in Set((-1..<8) + [lexicon.entryCount / 2, lexicon.entryCount - 1, lexicon.entryCount]) {
        guard let entry = lexicon.entry(id) else { continue }
        _ = entry.hashValue
        _ = lexicon.info.method(of: entry, in: "vi")
        if headwords.count < 2 { headwords.append(entry.headword) }
    }
    let set = LexiconSet([lexicon])
    for query in queries + headwords.map({ String($0.prefix(24)) }) {
        for match in Match.allCases {
            for hit in lexicon.search(query, match, limit: 5) { _ = lexicon.entry(hit.entry) }
            _ = lexicon.searchGlosses(query, match, in: "vi", limit: 5)
            _ = set.search(query, match, from: "vi", limit: 5)
        }
    }
}
