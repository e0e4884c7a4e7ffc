import Diagnostics
import Foundation
import Lexicon
import LexiconCompiler
import Bytes
import Files
import TestSupport
import Testing

/// Sources larger than any that people have written, of made-up words.
///
/// With the environment variable `CHU_LARGE_LEXICONS` set to a folder, a million entries are written there in each
/// form, to be measured: `/usr/bin/time -v chu build list.lexicon`.
struct LargeLexiconTests {
    /// A source of `count` entries, the same each time.
    static func source(of count: Int, inMarkers: Bool) -> [UInt8] {
        var generator = SeededGenerator(7)
        let onsets = ["b", "ƀ", "č", "d", "đ", "g", "h", "j", "k", "kl", "m", "n", "ñ", "r", "s", "t"]
        let vowels = ["a", "ă", "e", "ê", "ê̆", "i", "o", "ô", "ơ", "ơ̆", "u", "ư"]
        let codas = ["", "", "n", "ng", "k", "t", "p", "h", "l", "o"]
        func word(_ syllables: Int) -> String {
            (0..<syllables).map { _ in
                [onsets, vowels, codas].map { $0.randomElement(using: &generator) ?? "" }.joined()
            }.joined(separator: " ")
        }
        var head = [
            "lexicon 1", "language rad", "script Latn", "title Êđê", "licence CC0-1.0", "source a Made up",
        ]
        if inMarkers {
            head = head.map { "\\_" + $0 }
        } else {
            head += ["columns headword ps vi en example example.vi id frequency", "entries"]
        }
        var bytes = Array((head.joined(separator: "\n") + "\n").utf8)
        for number in 0..<count {
            let headword = "\(word(2 + number % 2)) \(number)"
            let fields = [
                headword, "n", "\(word(2)) ; \(word(1))\(number)", word(2), word(4), word(5), "\(number)",
            ]
            if inMarkers {
                let markers = ["lx", "ps", "gn", "ge", "xv", "xn", "so a"]
                for (marker, field) in zip(markers, fields) {
                    bytes += Array("\\\(marker) \(field.replacing(" ; ", with: "; "))\n".utf8)
                }
                bytes += Array("\\fr \(number % 1000)\n\n".utf8)
            } else {
                bytes += Array((fields.joined(separator: "\t") + "\t\(number % 1000)\n").utf8)
            }
        }
        return bytes
    }

    @Test(arguments: [false, true])
    func `Thousands of entries are all found, and give the same bytes every time`(inMarkers: Bool) throws {
        let path = inMarkers ? "large.sfm" : "large.lexicon"
        let source = SourceText(path: path, bytes: Self.source(of: 5000, inMarkers: inMarkers))
        var shares: [Double] = []
        let (bytes, diagnostics) = LexiconCompiler.compile(source, progress: { shares.append($0) })
        #expect(diagnostics.map { $0.rendered() } == [])
        #expect(LexiconCompiler.compile(source).bytes == bytes)
        #expect(!shares.isEmpty && shares == shares.sorted() && shares.allSatisfy { (0...1).contains($0) })
        let lexicon = try Lexicon(Bytes(try #require(bytes)))
        #expect(lexicon.entryCount == 5000)
        for id in stride(from: 0, to: 5000, by: 7) {
            let entry = try #require(lexicon.entry(id))
            #expect(entry.headword.hasSuffix(" \(id)") && entry.sourceEntry == "\(id)")
            #expect(entry.weight == Entry.weight(frequency: UInt64(id % 1000)))
            if lexicon.searchHeadwords(entry.headword, .exact, limit: 1).map(\.entry) != [id] {
                Issue.record("\(entry.headword) is not found")
            }
            let gloss = entry.glosses(in: "vi").last ?? ""
            if !lexicon.search(gloss, .gloss, limit: 5).contains(where: { $0.entry == id }) {
                Issue.record("\(gloss) is not found")
            }
        }
    }

    private static let folder = ProcessInfo.processInfo.environment["CHU_LARGE_LEXICONS"]

    @Test(.enabled(if: folder != nil, "CHU_LARGE_LEXICONS is not set"))
    func `A million entries are written, to be measured`() throws {
        let folder = try #require(Self.folder)
        try replaceFile(at: folder + "/list.lexicon", with: Self.source(of: 1_000_000, inMarkers: false))
        try replaceFile(at: folder + "/markers.sfm", with: Self.source(of: 1_000_000, inMarkers: true))
    }
}
