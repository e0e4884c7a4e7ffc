import Composition
import Conversion
import Diagnostics
import Engine
import TestSupport
import Testing
import TransformCompiler

@testable import Catalogue

/// Text that was typed as keys.
struct KeysConverterTests {
    private static func read(_ keys: String, _ keymap: String, cuts size: Int = 1 << 20) throws -> String {
        var converter = KeysConverter(Engine(keymap: try Repository.keymap(keymap)))
        let bytes = Array(keys.utf8)
        var output: [UInt8] = []
        var at = 0
        while at < bytes.count {
            let end = min(at + size, bytes.count)
            converter.convert(Array(bytes[at..<end]).span, into: &output)
            at = end
        }
        converter.finish(into: &output)
        return String(decoding: output, as: UTF8.self)
    }

    @Test(arguments: [
        ("vi/telex", "Tieengs Vieetj", "Tiếng Việt"), ("vi/telex", "tieesng Vieejt", "tiếng Việt"),
        ("vi/telex", "hoaf\tthuyr\r\nddi", "hòa\tthủy\r\nđi"), ("vi/vni", "Tie6ng1 d9i", "Tiếng đi"),
        ("vi/viqr", "tie^'ng Vie^.t", "tiếng Việt"), ("rad/telex", "eea asaao", "êa asâo"),
        ("vi/telex", "đã cos ខ្មែរ", "đã có ខ្មែរ"), ("vi/telex", "", ""), ("vi/telex", "\n\n", "\n\n"),
    ])
    func `Keys become what they type, however they are cut`(keymap: String, keys: String, text: String) throws
    {
        for size in [1, 2, 3, 1000] {
            let read = try Self.read(keys, keymap, cuts: size)
            #expect(read.unicodeScalars.elementsEqual(text.unicodeScalars), "\(read)")
        }
    }

    @Test func `Bytes that are not UTF-8 stay and are counted`() throws {
        var converter = KeysConverter(Engine(keymap: try Repository.keymap("vi/telex")))
        #expect(converter.convertAll([0x61, 0x73, 0xFF, 0x61]) == Array("á".utf8) + [0xFF, 0x61])
        #expect(converter.problems[.illFormed]?.firstOffset == 2)
    }

    @Test(
        .disabled(if: Repository.shared("data/hunspell-vi/vi_VN.dic") == nil, Repository.isNotShared),
        arguments: KeysConverter.forms.keys.sorted())
    func `Vietnamese syllables come back from the keys that the transform writes`(form: String) throws {
        let list = try #require(Repository.shared("data/hunspell-vi/vi_VN.dic"))
        let words = list.text(0..<list.bytes.count).split(separator: "\n").dropFirst().map {
            String($0.prefix { $0 != "/" })
        }
        let texts =
            words + words.map { $0.uppercased() } + words.map { $0.prefix(1).uppercased() + $0.dropFirst() }
        let source = try #require(Repository.transformSource("vi/\(form)"))
        let transform = try #require(TransformCompiler.read(source).transform)
        let keys = transform.applied(to: texts.joined(separator: "\n"))
        #expect(keys.utf8.allSatisfy { $0 < 0x80 })
        let keymap = try #require(KeysConverter.forms[form])
        let read = try Self.read(keys, keymap).split(separator: "\n", omittingEmptySubsequences: false)
        try #require(read.count == texts.count)
        let others = zip(texts, read).filter { $0.0 != $0.1 }
        print("\(form): \(texts.count - others.count) of \(texts.count); \(others.prefix(40))")
        // The keymap puts the tone where its option says (hoà is hòa), and reads some keys of ASCII otherwise.
        #expect(others.count * 80 < texts.count)
    }
}
