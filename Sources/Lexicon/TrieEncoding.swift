import Storage

/// Writes the keys of a ``Trie``, one after the other.
///
///     var writer = TrieWriter()
///     for key in keys { writer.add(key) }  // in ascending order of their bytes
///     let section = writer.finish()
///
/// What it holds in memory is what it will write, and not the keys themselves.
package struct TrieWriter {
    private static let blockSize = 16

    private var offsets = ByteWriter()
    private var text = ByteWriter()
    private var last: [UInt8] = []

    /// How many keys were added.
    package private(set) var count = 0

    /// A writer of no keys.
    package init() {}

    /// Adds a key, which comes after all those added before.
    package mutating func add(_ key: [UInt8]) {
        precondition(count == 0 || last.lexicographicallyPrecedes(key), "keys come in ascending order")
        var shared = 0
        if count % TrieWriter.blockSize == 0 {
            offsets.u32(UInt32(text.count))
        } else {
            while shared < last.count, shared < key.count, last[shared] == key[shared] { shared += 1 }
            text.varint(shared)
        }
        text.varint(key.count - shared)
        text.append(Array(key[shared...]))
        last = key
        count += 1
    }

    /// The bytes in which ``Trie/init(_:)`` finds the keys.
    package consuming func finish() -> [UInt8] {
        var writer = ByteWriter()
        writer.u32(UInt32(count))
        writer.u32(UInt32(TrieWriter.blockSize))
        writer.append(offsets.bytes)
        writer.append(text.bytes)
        return writer.bytes
    }
}

extension Trie {
    /// The bytes in which ``init(_:)`` finds `keys`, which are in ascending order and all different.
    package static func encoded(_ keys: [[UInt8]]) -> [UInt8] {
        var writer = TrieWriter()
        for key in keys { writer.add(key) }
        return writer.finish()
    }
}
