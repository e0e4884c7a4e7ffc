import Composition
import Bytes

/// How many bytes at the start of an input are keys.
let keyCount = 48

/// Opens the tables of a compiled keymap, under a right checksum, and types into them the keys that stand before.
func readCompiled(_ input: [UInt8]) {
    guard input.count > keyCount else { return }
    let file = repaired(Array(input[keyCount...]), .keymap, KeymapFormat.version)
    guard let keymap = try? Keymap(Bytes(file)) else { return }
    _ = keymap.info
    _ = keymap.title(in: "vi")
    Typing(keymap).type(input[..<keyCount])
}

/// The sections of `file`, as far as they lie in it, under a header that is right.
func repaired(_ file: [UInt8], _ kind: Container.Kind, _ version: UInt32) -> [UInt8] {
    let bytes = Bytes(file)
    var writer = ContainerWriter(kind: kind, version: version)
    var known: Set<UInt32> = []
    for row in 0..<min(Int(bytes.u32(at: 12)), 40) {
        let at = 40 + row * 24
        let id = bytes.u32(at: at)
        guard known.insert(id).inserted else { continue }
        let offset = Int(truncatingIfNeeded: bytes.u64(at: at + 8))
        let length = Int(truncatingIfNeeded: bytes.u64(at: at + 16))
        writer.add(id, bytes.slice(offset, length).array())
    }
    return writer.finish()
}
