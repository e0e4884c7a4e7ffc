import Composition
import Bytes

extension KeymapWriter {
    /// The words to keep, in the order in which they are looked for.
    mutating func keptWordTable() -> [UInt8] {
        let rows = definition.keptWords.map { word in
            (keys: KeptWords.packed(word.keys), condition: number(of: word.condition), level: word.level)
        }
        var writer = ByteWriter()
        for row in rows.sorted(by: { one, other in
            (one.keys.first, one.keys.second, one.condition)
                < (other.keys.first, other.keys.second, other.condition)
        }) {
            writer.u64(row.keys.first)
            writer.u64(row.keys.second)
            writer.append([row.condition, UInt8(clamping: row.level), 0, 0])
        }
        return writer.bytes
    }
}
