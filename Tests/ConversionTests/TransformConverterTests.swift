@testable import Conversion
import Diagnostics
import TransformCompiler
import TestSupport
import Testing

/// Text in pieces comes out as text in one piece.
struct TransformConverterTests {
    private func converted(_ pieces: [[UInt8]], _ converter: TransformConverter) -> String {
        var converter = converter
        var output: [UInt8] = []
        for piece in pieces { converter.convert(piece.span, into: &output) }
        converter.finish(into: &output)
        return String(decoding: output, as: UTF8.self)
    }

    static let texts: [(name: String, text: String)] = [
        ("blt-Tavt/blt-Latn", "ꪼꪕꪒꪾ ꪎꪱꪡ꫁ꪮꪉ, 12\r\nꪙ꫁ꪱꪣ ꪁꪫꪱꪣ\n\nꪻꪐꫀ"),
        ("blt-Latn/blt-Tavt", "ꞌTáy đăm, chắng\nꞌkhuạk\r\n"),
        ("iii-Yiii/iii-Latn", "ꆈꌠ ꁱꂷ\nꀀꀁꀂ\n"),
        ("vi/telex", "Tiếng Việt\r\nđược thưởng"),
    ]

    @Test(arguments: texts.indices)
    func `However a text is cut, the same comes out`(index: Int) throws {
        let (name, text) = Self.texts[index]
        let transform = try ShippedTransforms.read(name)
        let bytes = Array(text.utf8)
        let whole = transform.applied(to: text)
        #expect(whole != text)
        for size in 1...bytes.count {
            let pieces = stride(from: 0, to: bytes.count, by: size).map {
                Array(bytes[$0..<min($0 + size, bytes.count)])
            }
            #expect(converted(pieces, TransformConverter(transform)) == whole)
        }
    }

    @Test func `A word that a rule marks is counted as doubtful, with its position in the text`() throws {
        let transform = try ShippedTransforms.read("mww-Latn/hmv-Latn")
        // Code points that belong to the rules, in the text itself.
        let signs = [0xFDD0, 0xFDEF].compactMap { Unicode.Scalar(UInt32($0)).map { String(Character($0)) } }
        let text = "Zoo siab,\r\nlus tod; zoo\n\(signs[0])lus\(signs[1]) zoo"
        for size in 1...text.utf8.count {
            var converter = TransformConverter(transform)
            let output = converter.converted(Array(text.utf8), inPiecesOf: size)
            #expect(
                String(decoding: output, as: UTF8.self)
                    == "Jông siêz,\r\nluk tod; jông\n\(signs[0])luk\(signs[1]) jông")
            #expect(converter.problems.findings.map(\.kind) == [.doubtful])
            #expect(converter.problems[.doubtful]?.count == 3)
            #expect(converter.problems[.doubtful]?.firstOffset == 11)
            #expect(converter.problems[.doubtful]?.first == "lus")
        }
    }

    @Test func `Line ends stay as they are`() throws {
        let transform = try ShippedTransforms.read("iii-Yiii/iii-Latn")
        #expect(transform.applied(to: "ꀀ\r\nꀁ\n\n\rꀂ\r") == "it\r\nix\n\n\ri\r")
        #expect(transform.applied(to: "") == "")
    }

    @Test func `Bytes that are not UTF-8 stay, and are counted with the position of the first`() throws {
        let transform = try ShippedTransforms.read("iii-Yiii/iii-Latn")
        let input = Array("ꀀ\r\nꀁ".utf8) + [0xFF] + Array("ꀂ".utf8) + [0xEA, 0x80, 0x0A, 0xC3]
        for size in 1...input.count {
            var converter = TransformConverter(transform)
            var output: [UInt8] = []
            for start in stride(from: 0, to: input.count, by: size) {
                converter.convert(Array(input[start..<min(start + size, input.count)]).span, into: &output)
            }
            converter.finish(into: &output)
            #expect(output == Array("it\r\nix".utf8) + [0xFF] + Array("i".utf8) + [0xEA, 0x80, 0x0A, 0xC3])
            #expect(converter.problems[.illFormed]?.count == 3)
            #expect(converter.problems[.illFormed]?.firstOffset == 8)
            #expect(converter.problems[.illFormed]?.first == "0xFF")
        }
    }

    @Test func `A line too long is cut behind white space, and nothing is lost`() throws {
        let transform = try ShippedTransforms.read("blt-Tavt/blt-Latn")
        let line = String(repeating: "ꪼꪕꪒꪾ ꪎꪱꪡ꫁ꪮꪉ ", count: 50)
        let short = TransformConverter(transform, longestLine: 64)
        #expect(converted([Array(line.utf8)], short) == transform.applied(to: line))
        // Without white space a syllable may be cut, and all letters are still there.
        let dense = String(repeating: "ꫛꫜ", count: 200)
        #expect(converted([Array(dense.utf8)], short) == dense)
    }

    @Test func `A line of which the rules make too much stays as it is, and is counted`() throws {
        let rules = Array(repeating: "ꀀ > ꀀꀀꀀꀀ;", count: 7).joined(separator: "\n::Null;\n") + "\nꀁ > ix;"
        let source = """
            transform 1
            from iii-Yiii
            to iii-Latn
            title ꆈꌠꁱꂷ
            licence CC0-1.0
            status draft
            source unicode The Unicode Standard
            rules
            \(rules)
            tests
              ꀁ -> ix
            """
        let transform = try #require(
            TransformCompiler.read(SourceText(path: "a.transform", source)).transform)
        var converter = TransformConverter(transform)
        let output = converter.convertAll(Array("ꀁ\nꀁꀀ\nꀀ\nꀁ".utf8))
        #expect(String(decoding: output, as: UTF8.self) == "ix\nꀁꀀ\nꀀ\nix")
        #expect(converter.problems[.overgrown]?.count == 2)
        #expect(converter.problems[.overgrown]?.firstOffset == 4)
    }

    @Test func `A long text takes no more memory than its longest line`() throws {
        let transform = try ShippedTransforms.read("vi/telex")
        var converter = TransformConverter(transform)
        let line = Array("Tất cả mọi người sinh ra đều được tự do\n".utf8)
        let piece = Array(repeatElement(line, count: 1_000).joined())
        var lengths: Set<Int> = []
        for _ in 0..<20 {
            var output: [UInt8] = []
            converter.convert(piece.span, into: &output)
            lengths.insert(output.count)
        }
        #expect(lengths.count == 1)
    }
}
