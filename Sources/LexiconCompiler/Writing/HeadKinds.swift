import Bytes
import Lexicon

/// What the heads of keys say: one byte names one of up to 255 kinds.
///
/// A kind says how many bytes a key shares with the one before it beyond what all keys of the run share, how many bytes
/// of codes follow, and up to five bytes with which the key goes on before these codes. So the most frequent endings take
/// no code at all.
struct HeadKinds {
    /// The kinds, as they are written: shared bytes, bytes of codes, length of the text, and the text in five bytes.
    private(set) var kinds: [UInt64] = []
    private var numbers: [UInt64: Int] = [:]

    /// What a head of no kind costs: three bytes or some more.
    private static let longHead = 3

    /// The kinds that write the keys of `runs` shortest.
    init(_ runs: [KeyRun], _ dictionary: TokenDictionary) {
        // How often each way of writing a key could be used; a key has some ways, the first of them with codes alone.
        var ways: [UInt64] = []
        var keyEnds: [Int] = []
        var parser = TokenParser()
        for run in runs {
            let base = run.base
            for key in run.keys {
                dictionary.parse(run.suffix(key), &parser)
                ways += HeadKinds.ways(key.shared - base, run.suffix(key), parser.nodes, dictionary)
                keyEnds.append(ways.count)
            }
        }
        // What is gained by each kind, given those chosen before; in some rounds.
        var chosen: Set<UInt64> = []
        for _ in 0..<4 {
            var gains: [UInt64: Int] = [:]
            var start = 0
            for end in keyEnds {
                let plain = start < end ? HeadKinds.codeSize(ways[start]) : 0
                // The best and the second best of what was chosen.
                var best = plain + HeadKinds.longHead
                var second = best
                for way in ways[start..<end] where chosen.contains(way) {
                    let cost = HeadKinds.codeSize(way) + 1
                    if cost < best { (best, second) = (cost, best) } else if cost < second { second = cost }
                }
                for way in ways[start..<end] {
                    let cost = HeadKinds.codeSize(way) + 1
                    // What is chosen is worth what its loss would cost.
                    let other = chosen.contains(way) && cost == best ? second : best
                    if cost < other { gains[way, default: 0] += other - cost }
                }
                start = end
            }
            let order = gains.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
            chosen = Set(order.prefix(255).map { $0.key })
        }
        kinds = chosen.sorted()
        for (number, kind) in kinds.enumerated() { numbers[kind] = number }
    }

    private static func codeSize(_ kind: UInt64) -> Int { Int(kind >> 8 & 0xFF) }

    /// The kinds that a key could be written with; none when it shares too much or is too long.
    private static func ways(
        _ shared: Int, _ suffix: ArraySlice<UInt8>, _ nodes: [Int], _ dictionary: TokenDictionary
    ) -> [UInt64] {
        var size = nodes.reduce(0) { $0 + dictionary.codeSize($1) }
        guard shared < 256, size < 256 else { return [] }
        var ways = [UInt64(shared) | UInt64(size) << 8]
        var length = 0
        var text: UInt64 = 0
        for node in nodes {
            let end = length + dictionary.length(node)
            guard end <= TrieLayout.longestInline else { break }
            while length < end {
                text |= UInt64(suffix[suffix.startIndex + length]) << UInt64(length * 8)
                length += 1
            }
            size -= dictionary.codeSize(node)
            ways.append(UInt64(shared) | UInt64(size) << 8 | UInt64(length) << 16 | text << 24)
        }
        return ways
    }

    /// Writes a run of keys: how many bytes all share, the heads, and the codes.
    func append(_ run: KeyRun, _ dictionary: TokenDictionary, to writer: inout ByteWriter) {
        let base = run.base
        var codes: [UInt8] = []
        writer.u8(UInt8(base))
        var parser = TokenParser()
        for key in run.keys {
            dictionary.parse(run.suffix(key), &parser)
            let ways = HeadKinds.ways(key.shared - base, run.suffix(key), parser.nodes, dictionary)
            // The later of them have less codes.
            var best = 255
            var skipped = 0
            for (count, way) in ways.enumerated() {
                if let number = numbers[way] { (best, skipped) = (number, count) }
            }
            writer.u8(UInt8(best))
            if best == 255 {
                var numbers = ByteWriter()
                numbers.varint(key.shared)
                numbers.varint(parser.nodes.reduce(0) { $0 + dictionary.codeSize($1) })
                codes += numbers.bytes
            }
            for node in parser.nodes.dropFirst(skipped) { dictionary.append(node, to: &codes) }
        }
        writer.append(codes)
    }
}
