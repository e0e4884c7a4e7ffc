import Bytes

/// For each search key, the entries that have it.
///
/// A count, as many offsets and one more (all of 32 bits), then for each key the steps from one number to the
/// next. A number is twice the entry's, plus one when the key is all of a form or gloss and not a part of it.
struct Postings: Sendable {
    private let bytes: Bytes
    private let count: Int

    init?(_ bytes: Bytes) {
        let count = bytes.int(at: 0)
        guard bytes.count == 0 || (count + 2) * 4 <= bytes.count else { return nil }
        self.bytes = bytes
        self.count = count
    }

    /// One entry of a key.
    struct Posting: Hashable {
        var entry: Int
        var isWhole: Bool
    }

    /// The first entries of the key with the rank `rank`, in ascending order, `limit` of them at most.
    func list(_ rank: Int, limit: Int = .max) -> [Posting] {
        guard rank >= 0, rank < count else { return [] }
        let start = bytes.int(at: 4 + rank * 4)
        let end = bytes.int(at: 8 + rank * 4)
        guard start < end else { return [] }
        var reader = ByteReader(bytes.slice((count + 2) * 4 + start, end - start))
        var result: [Posting] = []
        var number = 0
        while !reader.isAtEnd, result.count < limit {
            number &+= reader.varint()
            result.append(Posting(entry: number >> 1, isWhole: number & 1 == 1))
        }
        return result
    }
}
