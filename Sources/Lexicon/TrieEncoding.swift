import Storage

extension Trie {
    /// The bytes in which ``init(_:)`` finds `keys`, which are in ascending order and all different.
    package static func encoded(_ keys: [[UInt8]]) -> [UInt8] {
        let blockSize = 16
        var offsets: [Int] = []
        var text = ByteWriter()
        var before: [UInt8] = []
        for (rank, key) in keys.enumerated() {
            precondition(rank == 0 || before.lexicographicallyPrecedes(key), "keys come in ascending order")
            if rank % blockSize == 0 {
                offsets.append(text.count)
                text.varint(key.count)
                text.append(key)
            } else {
                var shared = 0
                while shared < before.count, shared < key.count, before[shared] == key[shared] { shared += 1 }
                text.varint(shared)
                text.varint(key.count - shared)
                text.append(Array(key[shared...]))
            }
            before = key
        }
        var writer = ByteWriter()
        writer.u32(UInt32(keys.count))
        writer.u32(UInt32(blockSize))
        for offset in offsets { writer.u32(UInt32(offset)) }
        writer.append(text.bytes)
        return writer.bytes
    }
}
