import Lexicon
import LexiconCompiler
import Peers
import Files

/// A kind of store: how its file is written and opened.
struct Contender: Sendable {
    let name: String
    let suffix: String
    /// What of it is measured.
    var measures = Set(Measure.allCases)
    /// Whether ten completions are the first ten.
    var isOrdered = true
    /// Whether it is asked for its heaviest keys.
    var isAskedForHeaviest = false
    /// Lists with more keys are left out.
    var most = Int.max
    let build: @Sendable (KeyList, String) throws -> Void
    let open: @Sendable (String) throws -> any KeyStore

    static let chu = Contender(
        name: "**Chữ**", suffix: "chu", isAskedForHeaviest: true,
        build: { list, path in
            try replaceFile(at: path, with: Trie.encoded(list.keys))
            try checkBeginnings(of: list, in: try ChuStore(path: path).trie)
        },
        open: { try ChuStore(path: $0) })

    /// What ratios are to.
    static let marisa = peer("marisa-trie", "marisa", PEER_MARISA, isOrdered: false)

    static let all: [Contender] = [
        chu, marisa,
        peer("marisa-trie, 1 trie, huge cache", "marisa1", PEER_MARISA_FAST, isOrdered: false),
        // Building takes it minutes beyond some hundred thousand keys.
        peer("libdatrie", "datrie", PEER_DATRIE, most: 1_000_000, without: [.key]),
        peer("SQLite, unique index", "sqlite", PEER_SQLITE),
    ]

    private static func peer(
        _ name: String, _ suffix: String, _ kind: peer_kind, isOrdered: Bool = true, most: Int = .max,
        without: Set<Measure> = []
    ) -> Contender {
        Contender(
            name: name, suffix: suffix, measures: Set(Measure.allCases).subtracting(without),
            isOrdered: isOrdered, isAskedForHeaviest: kind == PEER_MARISA || kind == PEER_MARISA_FAST,
            most: most,
            build: { list, path in
                var bytes: [UInt8] = []
                var ends: [UInt64] = []
                for key in list.keys {
                    bytes += key
                    ends.append(UInt64(bytes.count))
                }
                guard peer_build(kind, path, bytes, ends, ends.count) == 0 else {
                    throw Trouble("\(name): cannot build")
                }
            },
            open: { try PeerStore(kind, path: $0) })
    }
}
