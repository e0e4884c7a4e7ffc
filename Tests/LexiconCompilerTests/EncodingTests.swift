import Diagnostics
import LexiconCompiler
import Testing

/// Sources saved in an encoding that is not UTF-8.
struct EncodingTests {
    @Test func `The encoding that is known to the reader of the file is named`() {
        let bytes = Array(DiagnosticsTests.list("êa\t").dropLast().utf8) + [0x72, 0xBE, 0x6E, 0x0A]
        // Nothing but ASCII and the bad bytes.
        let plain = bytes.filter { $0 < 0x80 || $0 == 0xBE }
        var source = SourceText(path: "a.lexicon", bytes: plain)
        source.likelyEncoding = .legacy("tcvn3")
        let (compiled, diagnostics) = LexiconCompiler.compile(source)
        #expect(compiled == nil)
        #expect(diagnostics.map(\.id) == ["lexicon.ill-formed-text"])
        #expect(
            diagnostics.first?.wording.english
                == "this seems to be text in tcvn3; nothing else in it was checked; convert it by "
                + "'chu convert --from tcvn3 --to unicode --in-place a.lexicon'")
    }

    @Test(arguments: [true, false], [true, false])
    func `Text of two bytes a letter is reported once`(hasMark: Bool, isBigEndian: Bool) {
        let units = Array(((hasMark ? "\u{FEFF}" : "") + DiagnosticsTests.list("êa\tnước")).utf16)
        let bytes = units.flatMap { unit in
            isBigEndian ? [UInt8(unit >> 8), UInt8(unit & 0xFF)] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
        }
        for path in ["a.lexicon", "a.sfm", "a"] {
            let (compiled, diagnostics) = LexiconCompiler.compile(SourceText(path: path, bytes: bytes))
            #expect(compiled == nil)
            #expect(diagnostics.map(\.id) == ["lexicon.ill-formed-text"])
            #expect(diagnostics.first?.wording.english.contains("UTF-16") == true)
        }
    }
}
