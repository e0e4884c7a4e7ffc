@testable import Bytes
@testable import Lexicon
import Diagnostics
import TestSupport
import Testing

/// Files gone bad: each must be refused or work, whatever it then answers.
struct DamageTests {
    /// A small lexicon that has every section and every field of an entry.
    static func small() throws -> [UInt8] {
        try Sample.bytes(
            SourceText(
                path: "small.sfm",
                """
                \\_lexicon 1
                \\_language cjm
                \\_script Cham
                \\_title ꨌꩌ
                \\_title (vi) Chăm
                \\_licence CC0-1.0
                \\_source a words for tests
                \\_transliteration cjm-Latn
                \\lx ꨀꨪꨳ
                \\hm 1
                \\lc ꨀ
                \\va ꨀꨳ
                \\rom aia
                \\ph ia
                \\ps n
                \\ge water; river
                \\gn nước; lý (do)
                \\de water to drink
                \\xv ꨀꨪꨳ
                \\xn nước
                \\sd nature
                \\sy ꨆ
                \\ue always
                \\ps v
                \\ge flow
                \\cf ꨆ
                \\nt a note
                \\so a 12
                \\st checked
                \\dt 2020
                \\wt 7
                \\lx ꨆꨭ
                \\ge I
                """))
    }

    /// Asks everything that can be asked of `bytes`; returns how many answers came, so that nothing is left out.
    static func exercise(_ bytes: [UInt8]) -> Int {
        guard let lexicon = try? Lexicon(Bytes(bytes)) else { return 0 }
        var answers = lexicon.info.sources.count
        for id in -1...min(lexicon.entryCount, 5) { answers += lexicon.entry(id)?.senses.count ?? 0 }
        for query in ["ꨀꨪꨳ", "a", "ꨆ\u{AA29}\u{AA2E}\u{AA2F}", "nứơc ly"] {
            for match in Match.allCases { answers += lexicon.search(query, match, limit: 5).count }
        }
        answers += lexicon.entries(ofConcept: "12").count
        answers += LexiconSet([lexicon, lexicon]).searchBridged("nước", from: "vi", to: "cjm").count
        answers += lexicon.searchGlosses("wa", .prefix, limit: 5).count
        answers += lexicon.headwordKeys.longestPrefix(of: Array("ꨀꨪꨳꨆ".utf8))?.length ?? 0
        answers += lexicon.headwordKeys.key(at: 1).count
        answers += LexiconSet([lexicon]).search("nước", from: "vi", to: "cjm").count
        return answers
    }

    @Test func `A sound file answers`() throws {
        let bytes = try Self.small()
        try Lexicon(Bytes(bytes)).verify()
        #expect(Self.exercise(bytes) > 10)
    }

    @Test func `A file cut short at any byte is refused`() throws {
        let bytes = try Self.small()
        for length in 0..<bytes.count {
            if (try? Lexicon(Bytes(Array(bytes[..<length])))) != nil { Issue.record("cut at \(length)") }
        }
    }

    @Test func `Any changed byte is refused at opening or noticed when the file is verified`() throws {
        let bytes = try Self.small()
        for index in bytes.indices {
            var changed = bytes
            changed[index] ^= 0x01
            do {
                try Lexicon(Bytes(changed)).verify()
                Issue.record("byte \(index)")
            } catch {}
        }
    }

    @Test func `Any changed byte gives an error or a working file, though the checksum is stale`() throws {
        let bytes = try Self.small()
        for index in bytes.indices {
            var changed = bytes
            changed[index] ^= UInt8(truncatingIfNeeded: index) | 0x20
            _ = Self.exercise(changed)
        }
    }

    @Test(arguments: [0x01, 0x80, 0xFF] as [UInt8])
    func `Any changed byte gives an error or a working file, though its checksums are right`(bits: UInt8)
        throws
    {
        let bytes = try Self.small()
        var opened = 0
        for index in bytes.indices where !(24..<40).contains(index) {
            var changed = bytes
            changed[index] ^= bits
            Self.sign(&changed)
            if (try? Lexicon(Bytes(changed))) != nil { opened += 1 }
            _ = Self.exercise(changed)
        }
        // Most of a file is texts and lists: were all of them refused, nothing would have been tried.
        #expect(opened > bytes.count / 2)
    }

    @Test(arguments: 1...15 as ClosedRange<UInt32>)
    func `A section of random bytes, cut short or missing gives an error or a working file`(section: UInt32)
        throws
    {
        let container = try Container(
            Bytes(Self.small()), kind: .lexicon, version: LexiconFormat.version)
        var generator = SeededGenerator(UInt64(section))
        func tryWith(_ bytes: [UInt8]?) {
            var writer = ContainerWriter(kind: .lexicon, version: LexiconFormat.version)
            for id in 1...15 as ClosedRange<UInt32> {
                if id != section {
                    writer.add(id, container.section(id).array())
                } else if let bytes {
                    writer.add(id, bytes)
                }
            }
            _ = Self.exercise(writer.finish())
        }
        let sound = container.section(section).array()
        tryWith(nil)
        for length in stride(from: 0, to: sound.count, by: max(1, sound.count / 200)) {
            tryWith(Array(sound[..<length]))
        }
        for round in 0..<200 {
            var bytes = sound
            switch round % 3 {
            case 0: bytes = sound.map { _ in UInt8.random(in: 0...255, using: &generator) }
            case 1:
                // Four bytes at once, as counts and offsets have.
                for _ in 0..<4 where bytes.count >= 4 {
                    let at = Int.random(in: 0...(bytes.count - 4), using: &generator)
                    let value = UInt32.random(in: 0...(.max), using: &generator)
                    for byte in 0..<4 { bytes[at + byte] = UInt8(truncatingIfNeeded: value >> (byte * 8)) }
                }
            default:
                for _ in 0..<8 where !bytes.isEmpty {
                    bytes[Int.random(in: bytes.indices, using: &generator)] =
                        [0, 1, 0x7F, 0x80, 0xFF][round % 5]
                }
            }
            tryWith(bytes)
        }
    }

    @Test func `The error names what does not fit`() throws {
        let keymap = ContainerWriter(kind: .keymap, version: 1).finish()
        let later = ContainerWriter(kind: .lexicon, version: LexiconFormat.version + 1).finish()
        let empty = ContainerWriter(kind: .lexicon, version: LexiconFormat.version).finish()
        for (bytes, error) in [
            (keymap, ContainerError.wrongKind(expected: .lexicon)),
            (
                later,
                .wrongVersion(found: LexiconFormat.version + 1, supported: LexiconFormat.version)
            ),
            (empty, .damaged),
            (Array("lexicon 1\n".utf8), .notCompiled),
            ([], .notCompiled),
        ] {
            #expect(throws: error) { try Lexicon(Bytes(bytes)) }
        }
    }

    /// Writes the checksums that a file of these bytes would have.
    static func sign(_ bytes: inout [UInt8]) {
        let rows = Int(Bytes(bytes).u32(at: 12))
        let bodyStart = min(40 + min(rows, 1 << 20) * 24, bytes.count)
        func put(_ value: UInt64, at offset: Int) {
            for byte in 0..<8 { bytes[offset + byte] = UInt8(truncatingIfNeeded: value >> (byte * 8)) }
        }
        var body = Checksum()
        body.add(Bytes(Array(bytes[bodyStart...])))
        put(body.value, at: 32)
        let all = Bytes(bytes)
        var header = Checksum()
        header.add(all.slice(0, 24))
        header.add(all.slice(32, bodyStart - 32))
        put(header.value, at: 24)
    }
}
