import Conversion
import Diagnostics
import TestSupport
import Testing

/// hòa and hoà: one syllable, two places of the tone.
struct ToneStyleTests {
    static func convert(_ text: String, to form: String, from source: String = "unicode") throws -> String {
        var chain = try ConversionChain(
            from: ConversionForm(name: source), to: ConversionForm(name: form))
        var output: [UInt8] = []
        let input = Array(text.utf8)
        chain.convert(input.span, into: &output)
        chain.finish(into: &output)
        return String(decoding: output, as: UTF8.self)
    }

    @Test(arguments: [
        ("xóa hòa thúy khỏe quý của giá", "xoá hoà thuý khoẻ quý của giá"),
        ("HÒA Thúy, ỦY BAN; tòa. Họa", "HOÀ Thuý, UỶ BAN; toà. Hoạ"),
        ("“nhòe” (lũy-hủy) òa úy", "“nhoè” (luỹ-huỷ) oà uý"),
        // All others are written alike: a final letter, ê and ơ, the u of qu, gi, and words that are not Vietnamese.
        (
            "hoàn thuế thuở huệ quá quẻ QUÝ già mùa ngoài khuỷu oái soóc",
            "hoàn thuế thuở huệ quá quẻ QUÝ già mùa ngoài khuỷu oái soóc"
        ),
        ("Cờ Tòa Àoe zòa krúy Hoa", "Cờ Toà Àoe zòa krúy Hoa"),
    ])
    func `The tone moves to the other vowel, and back`(old: String, new: String) throws {
        #expect(try Self.convert(old, to: "vi-tone-new") == new)
        #expect(try Self.convert(new, to: "vi-tone-old") == old)
        #expect(try Self.convert(old, to: "vi-tone-old") == old)
        #expect(try Self.convert(new, to: "vi-tone-new") == new)
        #expect(try Self.convert(old, to: "vi-tone-new", from: "vi-tone-old") == new)
    }

    @Test func `Text is composed first, and other forms lead there`() throws {
        #expect(try Self.convert("hoa\u{300} ho\u{300}a", to: "vi-tone-new") == "hoà hoà")
        #expect(try Self.convert("ðo\u{300}a hòa", to: "vi-tone-new", from: "repair") == "ðòa hoà")
        #expect(try Self.convert("ho`a", to: "vi-tone-new", from: "viqr") == "hoà")
    }

    @Test(
        .enabled(if: Repository.shared("data/hunspell-vi/vi_VN.dic") != nil, Repository.isNotShared))
    func `Every syllable of a word list comes back, and only oa, oe and uy change`() throws {
        let list = try #require(Repository.shared("data/hunspell-vi/vi_VN.dic"))
        let words = list.text(0..<list.bytes.count).split(separator: "\n").dropFirst().map {
            String($0.prefix { $0 != "/" })
        }
        let text = (words + words.map { $0.uppercased() }).joined(separator: "\n")
        let old = try Self.convert(text, to: "vi-tone-old")
        let new = try Self.convert(text, to: "vi-tone-new")
        #expect(try Self.convert(new, to: "vi-tone-old") == old)
        #expect(try Self.convert(old, to: "vi-tone-new") == new)
        let changed = zip(old.split(separator: "\n"), new.split(separator: "\n")).filter { $0 != $1 }.map(\.0)
        print("tone style: \(changed.count) of \(2 * words.count) syllables have two places of the tone")
        #expect(changed.count == 138)
        for word in changed {
            let plain = String(word.lowercased().decomposedASCII)
            #expect(
                ["oa", "oe", "uy"].contains(String(plain.suffix(2))) && !plain.hasPrefix("qu"), "\(word)")
        }
    }

    @Test func `However the text is cut, the same comes out, and bytes that are no text stay`() throws {
        let bytes = Array("Hòa “xóa”ủy ban\nthúy".utf8) + [0xFF, 0xC3] + Array("hòa 한 khỏe".utf8)
        func converted(_ size: Int) throws -> [UInt8] {
            var chain = try ConversionChain(
                from: ConversionForm(name: "unicode"), to: ConversionForm(name: "vi-tone-new"),
                options: ConversionOptions(illFormed: .keep))
            var output: [UInt8] = []
            for start in stride(from: 0, to: bytes.count, by: size) {
                chain.convert(bytes.span.extracting(start..<min(start + size, bytes.count)), into: &output)
            }
            chain.finish(into: &output)
            return output
        }
        let whole = try converted(bytes.count)
        #expect(whole == Array("Hoà “xoá”uỷ ban\nthuý".utf8) + [0xFF, 0xC3] + Array("hoà 한 khoẻ".utf8))
        for size in 1...4 { #expect(try converted(size) == whole) }
    }
}

extension String {
    /// The ASCII letters of it when it is decomposed.
    fileprivate var decomposedASCII: String {
        Samples.convert(Array(utf8), by: TextEncoding.viqr.encoder()).filter { 0x61...0x7A ~= $0 }
            .reduce(into: "") { $0.append(Character(Unicode.Scalar($1))) }
    }
}
