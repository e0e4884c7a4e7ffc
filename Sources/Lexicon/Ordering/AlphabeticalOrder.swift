import Bytes

/// Where each entry stands in the alphabetical order of the lexicon's language, as the compiler found it.
///
///     order.place(ofEntry: 7)  // 41: forty-one entries come before it
///
/// A place is a number, so nothing of a language is known here. Besides the places of entries there is, for each headword
/// key, the least place of its entries, the least of each 16 of these, and so on to the last one: a search that wants the
/// first entries of a range of keys looks at few of them. Where the source gives weights, that search goes by the places
/// in the order of weights, in which the alphabet decides between equal ones.
struct AlphabeticalOrder {
    private let bytes: Bytes
    private let entryCount: Int
    /// How many bytes a number has, 2 or 4.
    private let width: Int
    private let pyramid: Pyramid
    /// Where the places begin in which a beginning is searched, and where the least ones of keys do.
    private let searched: Int
    private let least: Int

    private static let header = 12

    /// Opens the places of `entryCount` entries and `keyCount` keys; nil when `bytes` are not as many as these take.
    init?(_ bytes: Bytes, entryCount: Int, keyCount: Int) {
        guard bytes.count >= AlphabeticalOrder.header, bytes.int(at: 0) == entryCount,
            bytes.int(at: 4) == keyCount, bytes[8] == 2 || bytes[8] == 4, bytes[9] < 2
        else { return nil }
        self.bytes = bytes
        self.entryCount = entryCount
        width = Int(bytes[8])
        pyramid = Pyramid(keyCount)
        let hasWeights = bytes[9] == 1
        searched = AlphabeticalOrder.header + (hasWeights ? entryCount * width : 0)
        least = searched + entryCount * width
        guard bytes.count == least + pyramid.size * width else { return nil }
    }

    private func number(_ start: Int, _ index: Int) -> Int {
        let offset = start + index * width
        return width == 2 ? Int(bytes.u16(at: offset)) : bytes.int(at: offset)
    }

    /// How many entries come before the entry numbered `id` in the alphabet.
    ///
    /// - Complexity: O(1).
    func place(ofEntry id: Int) -> Int {
        id >= 0 && id < entryCount ? number(AlphabeticalOrder.header, id) : 0
    }

    /// How many entries come before the entry numbered `id` where words are searched by their beginning: heavier ones,
    /// and of equal ones those before it in the alphabet.
    func placeByWeight(ofEntry id: Int) -> Int {
        id >= 0 && id < entryCount ? number(searched, id) : 0
    }

    /// Visits the entries of the keys of `ranks`, each where ``placeByWeight(ofEntry:)`` puts it.
    ///
    /// An entry that has several of these keys may come several times, one after the other.
    ///
    /// - Parameters:
    ///   - ranks: Which keys; those that do not exist are left out.
    ///   - postings: The entries of keys.
    ///   - body: Takes an entry; false ends the visit.
    /// - Complexity: O(*entries visited* · log *keys*).
    func forEachEntry(in ranks: Range<Int>, of postings: Postings, _ body: (_ entry: Int) -> Bool) {
        let ranks = ranks.clamped(to: 0..<pyramid.size(ofLevel: 0))
        guard !ranks.isEmpty else { return }
        var heap = NumberHeap(capacity: 256)
        pyramid.cover(ranks) { level, indices in add(indices, level: level, to: &heap) }
        while let node = heap.removeFirst().map(Node.init(bits:)) {
            switch node.kind {
            case Node.entry:
                guard body(node.index) else { return }
            case Node.key:
                for posting in postings.list(node.index) where posting.entry < entryCount {
                    let place = placeByWeight(ofEntry: posting.entry)
                    heap.add(Node(place, kind: Node.entry, index: posting.entry).bits)
                }
            case let kind:
                let level = kind - Node.key
                add(pyramid.children(of: node.index, level: level), level: level - 1, to: &heap)
            }
        }
    }

    private func add(_ indices: Range<Int>, level: Int, to heap: inout NumberHeap) {
        let start = least + pyramid.start(ofLevel: level) * width
        for index in indices {
            heap.add(Node(number(start, index), kind: Node.key + level, index: index).bits)
        }
    }

    /// An entry, a key or some neighbouring keys, as a number that is greater the earlier its place is; of equal places,
    /// that of the entry, which may come out.
    private struct Node {
        static let entry = 0
        static let key = 1

        let bits: UInt64

        init(bits: UInt64) { self.bits = bits }

        init(_ place: Int, kind: Int, index: Int) {
            bits =
                ~(UInt64(truncatingIfNeeded: place) << 32 | UInt64(truncatingIfNeeded: kind & 0xF) << 28
                | UInt64(truncatingIfNeeded: index & 0xFFF_FFFF))
        }

        /// What it is: an entry, a key, or a node of the level of that many more.
        var kind: Int { Int(truncatingIfNeeded: ~bits >> 28 & 0xF) }
        var index: Int { Int(truncatingIfNeeded: ~bits & 0xFFF_FFFF) }
    }
}

/// The bytes in which a lexicon keeps the alphabetical order of its entries.
package enum AlphabeticalPlaces {
    /// The section of the order of entries.
    ///
    /// - Parameters:
    ///   - places: The place of each entry in the alphabet.
    ///   - byWeight: The place of each where heavier entries come first; nil when no entry has a weight.
    ///   - least: For each headword key, the least of `byWeight`, or else of `places`, of its entries.
    package static func encoded(places: [UInt32], byWeight: [UInt32]?, least: [UInt32]) -> [UInt8] {
        var writer = ByteWriter()
        writer.u32(UInt32(places.count))
        writer.u32(UInt32(least.count))
        let isNarrow = places.count <= 1 << 16
        for byte: UInt8 in [isNarrow ? 2 : 4, byWeight == nil ? 0 : 1, 0, 0] { writer.u8(byte) }
        for numbers in [places, byWeight ?? [], Pyramid.levels(above: least) { $0 < $1 }] {
            for number in numbers {
                if isNarrow { writer.u16(UInt16(truncatingIfNeeded: number)) } else { writer.u32(number) }
            }
        }
        return writer.bytes
    }
}
