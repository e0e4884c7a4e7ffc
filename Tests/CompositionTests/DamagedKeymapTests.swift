import Composition
import Bytes
import TestSupport
import Testing

/// A damaged compiled keymap gives an error or a keymap that works somehow, and never a trap.
struct DamagedKeymapTests {
    @Test(arguments: Repository.keymapNames)
    func `A keymap cut short at any byte is refused`(name: String) throws {
        let bytes = try Repository.compiledKeymap(name)
        for length in bytes.indices {
            #expect(throws: ContainerError.self) { try Keymap(Bytes(Array(bytes[..<length]))) }
        }
    }

    @Test(arguments: Repository.keymapNames)
    func `A keymap with any byte changed is refused`(name: String) throws {
        var bytes = try Repository.compiledKeymap(name)
        for index in bytes.indices {
            let kept = bytes[index]
            bytes[index] ^= UInt8(truncatingIfNeeded: 1 << (index & 7))
            #expect(throws: ContainerError.self, "byte \(index)") { try Keymap(Bytes(bytes)) }
            bytes[index] = kept
        }
    }

    /// The checksum catches chance; this shows that the bounds hold by themselves.
    @Test(arguments: Repository.keymapNames)
    func `Wrong tables under a right checksum never trap`(name: String) throws {
        let container = try Container(
            Bytes(Repository.compiledKeymap(name)), kind: .keymap, version: KeymapFormat.version)
        let sections = (UInt32(1)...64).map { ($0, container.section($0).array()) }.filter { !$0.1.isEmpty }
        var generator = SeededGenerator(11)
        let events = PropertyTests.stream(3, 60)
        var opened = 0
        for _ in 0..<1_500 {
            var changed = sections
            for _ in 0..<Int.random(in: 1...6, using: &generator) {
                let section = Int.random(in: 0..<changed.count, using: &generator)
                guard let byte = changed[section].1.indices.randomElement(using: &generator) else { continue }
                changed[section].1[byte] = UInt8.random(in: 0...255, using: &generator)
            }
            var writer = ContainerWriter(kind: .keymap, version: KeymapFormat.version)
            for (id, bytes) in changed { writer.add(id, bytes) }
            guard let keymap = try? Keymap(Bytes(writer.finish())) else { continue }
            opened += 1
            _ = keymap.info
            var field = Transcript(keymap: keymap)
            for option in keymap.options.prefix(3) {
                _ = field.composer.setOption(option.name, to: option.values.last ?? "")
            }
            field.type(events)
            field.finish()
        }
        #expect(opened > 100, "most damaged tables still open")
    }
}
