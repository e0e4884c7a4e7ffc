import Lexicon
import Peers
import Bytes
import Files

/// What a visit of keys adds up to: how many, and the sum of their hashes, or of their lengths and last bytes.
typealias Sum = peer_sum

extension peer_sum: @retroactive Equatable {
    /// Whether both saw as many keys, and the same.
    public static func == (left: peer_sum, right: peer_sum) -> Bool {
        left.count == right.count && left.sum == right.sum
    }

    /// Adds what another visit saw.
    static func += (left: inout peer_sum, right: peer_sum) {
        left.count &+= right.count
        left.sum &+= right.sum
    }

    /// Adds one key; the same as peers do.
    @inline(__always)
    mutating func visit(_ key: Span<UInt8>, whole: Bool) {
        count &+= 1
        guard !key.isEmpty else { return }
        key.withUnsafeBufferPointer {
            sum &+=
                whole
                ? peer_hash($0.baseAddress, $0.count) : UInt64($0.count * 256) + UInt64($0[$0.count - 1])
        }
    }
}

/// A store of keys that is measured.
///
/// One generic loop goes over all of them.
protocol KeyStore {
    /// Its own number of `key`, or -1.
    func find(_ key: [UInt8]) -> Int
    /// Visits at most `most` keys that begin with `prefix`.
    func complete(_ prefix: [UInt8], most: Int, whole: Bool) -> Sum
    /// Visits the key numbered `id`.
    func key(_ id: Int, whole: Bool) -> Sum
    /// Visits the heaviest keys that begin with `prefix`, heaviest first, and puts their weights into `found`; no more
    /// than it has places.
    func heaviest(_ prefix: [UInt8], by weights: Weights, into found: inout [UInt8]) -> Sum
}

/// Ours.
struct ChuStore: KeyStore {
    let trie: Trie

    init(path: String) throws {
        guard let trie = Trie(try MappedFile(path: path).bytes) else { throw Trouble("\(path): no trie") }
        self.trie = trie
    }

    func find(_ key: [UInt8]) -> Int { trie.rank(of: key) ?? -1 }

    func complete(_ prefix: [UInt8], most: Int, whole: Bool) -> Sum {
        var seen = Sum()
        guard most > 0 else { return seen }
        trie.walk(beginningWith: prefix.span) { _, _, key in
            seen.visit(key, whole: whole)
            return seen.count < most
        }
        return seen
    }

    func key(_ id: Int, whole: Bool) -> Sum {
        var seen = Sum()
        trie.withKey(at: id) { seen.visit($0, whole: whole) }
        return seen
    }

    func heaviest(_ prefix: [UInt8], by weights: Weights, into found: inout [UInt8]) -> Sum {
        var seen = Sum()
        guard let ranking = weights.ranking else { return seen }
        trie.heaviest(found.count, beginningWith: prefix.span, by: ranking) { _, weight, key in
            found[Int(seen.count)] = weight
            seen.visit(key, whole: false)
        }
        return seen
    }
}

/// One of theirs.
final class PeerStore: KeyStore {
    private let store: OpaquePointer

    init(_ kind: peer_kind, path: String) throws {
        guard let store = peer_open(kind, path) else { throw Trouble("\(path): cannot be opened") }
        self.store = store
    }

    deinit { peer_close(store) }

    func find(_ key: [UInt8]) -> Int { Int(peer_find(store, key, key.count)) }

    func complete(_ prefix: [UInt8], most: Int, whole: Bool) -> Sum {
        peer_complete(store, prefix, prefix.count, most, whole ? 1 : 0)
    }

    func key(_ id: Int, whole: Bool) -> Sum { peer_key(store, Int64(id), whole ? 1 : 0) }

    func heaviest(_ prefix: [UInt8], by weights: Weights, into found: inout [UInt8]) -> Sum {
        peer_best(store, prefix, prefix.count, found.count, weights.plain, &found)
    }
}

/// Why the benchmark cannot go on.
struct Trouble: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}
