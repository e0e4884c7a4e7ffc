import Conversion
import Diagnostics
import ICU
import TestSupport
import Testing

/// VNI that was read as Latin-1, in texts that are partly in Unicode.
struct VNILatin1Tests {
    @Test(arguments: [
        ("Bôngai lö sônaêm,", "Bơngai lư sơnăm,"),
        ("Minh sô yư 'bao liên kuan", "Minh sô yư 'bao liên kuan"),
        ("‘Boêk Nguyeân Hoang Saâm – Chu tich", "‘Bŏk Nguyên Hoang Sâm – Chu tich"),
        ("(pôgloh pH, khiê ñoâÊk)", "(pơgloh pH, khĭ đô̆k)"), ("Inh pôm chang", "Inh pôm chang"),
        ("San phâm yang pêng:", "San phâm yang pêng:"), ("plain", "plain"), ("o\u{302}ng", "ông"),
        ("ơ Ñei ngo la ñak saê naê ma", "ơ Đei ngo la đak să nă ma"),
    ])
    func `A line is converted where it shows to be VNI`(line: String, text: String) {
        let read = Samples.convert(Array((line + "\n" + line).utf8), by: TextEncoding.vniLatin1.decoder())
        #expect(String(decoding: read, as: UTF8.self) == (text + "\n" + text).normalized(.nfc))
    }

    @Test func `A line that may be either is left and counted`() {
        var decoder = TextEncoding.vniLatin1.decoder()
        let line = "Trong pôtôm\n"
        #expect(decoder.convertAll(Array(("plain\n" + line).utf8)) == Array(("plain\n" + line).utf8))
        #expect(decoder.problems[.undecided]?.firstOffset == 6)
        var all = TextEncoding.vniLatin1.decoder(ConversionOptions(lines: .all))
        #expect(all.convertAll(Array(line.utf8)) == Array("Trong pơtơm\n".utf8))
    }

    /// The first column of a table of comma-separated values.
    private static func firstColumn(_ path: String) -> [String]? {
        guard let file = Repository.shared(path) else { return nil }
        var cells: [String] = []
        var cell: [UInt8] = []
        var isQuoted = false
        var column = 0
        for byte in file.bytes {
            switch byte {
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: ",") where !isQuoted: column += 1
            case 0x0A where !isQuoted:
                cells.append(String(decoding: cell, as: UTF8.self))
                cell = []
                column = 0
            default: if column == 0 { cell.append(byte == 0x0A ? 0x20 : byte) }
            }
        }
        return Array(cells.dropFirst())
    }

    @Test(
        .disabled(
            if: Repository.shared("data/bartbahnar/test.csv") == nil, Repository.isNotShared))
    func `Ba Na is reported by its spelling in VNI and in Unicode`() throws {
        let rows = try #require(Self.firstColumn("data/bartbahnar/test.csv"))
        var texts = (vni: "", read: "", unicode: "")
        for row in rows {
            let read = Samples.convert(Array(row.utf8), by: TextEncoding.vniLatin1.decoder())
            let text = String(decoding: read, as: UTF8.self)
            if text == row {
                texts.unicode += text + "\n"
            } else {
                texts.vni += row + "\n"
                texts.read += text + "\n"
            }
        }
        let bytes = Samples.convert(Array(texts.read.utf8), by: TextEncoding.vniWindows.encoder())
        let guess = EncodingGuess(beginning: bytes.span, isWhole: true)
        #expect(guess.encoding == .vniWindows)
        #expect(EncodingGuess(beginning: Array(texts.vni.utf8).span, isWhole: true).encoding == .vniLatin1)
        let plain = EncodingGuess(beginning: Array(texts.unicode.utf8).span, isWhole: true)
        #expect(plain.encoding == .unicode || plain.encoding == .combining)
        // A text with both is in no single encoding.
        let both = Array((texts.vni.prefix(20000) + texts.unicode.prefix(30000)).utf8)
        #expect(EncodingGuess(beginning: both.span, isWhole: true).reason == .mixed)
    }

    private static func words(_ text: String) -> [String] {
        text.lowercased().split { !$0.isLetter }.map(String.init)
    }

    @Test(
        .disabled(
            if: Repository.shared("data/bartbahnar/test.csv") == nil, Repository.isNotShared))
    func `Nineteen of twenty words of Ba Na sentences are in the dictionary of the same project`() throws {
        let rows = try #require(Self.firstColumn("data/bartbahnar/test.csv"))
        let headwords = try #require(Self.firstColumn("data/bartbahnar/bavi.csv"))
        let known = Set(headwords.flatMap { Self.words($0.normalized(.nfc)) })
        var counts = (converted: 0, words: 0, known: 0)
        for row in rows {
            let composed = row.normalized(.nfc)
            let read = String(
                decoding: Samples.convert(Array(row.utf8), by: TextEncoding.vniLatin1.decoder()),
                as: UTF8.self)
            if read.unicodeScalars.elementsEqual(composed.unicodeScalars) { continue }
            counts.converted += 1
            // Letters that only Unicode has are rare in what was converted.
            let words = Self.words(read).filter { $0.utf8.count > $0.count }
            counts.words += words.count
            counts.known += words.count { known.contains($0) }
        }
        let share = Double(counts.known) / Double(counts.words)
        #expect(counts.converted >= 630)
        #expect(share >= 0.95)
        // Rows with ơ, ư, ă, đ or a combining mark in every other word are Unicode.
        for row in rows where row.unicodeScalars.count(where: { (0x100..<0x2000).contains($0.value) }) > 8 {
            let read = Samples.convert(Array(row.utf8), by: TextEncoding.vniLatin1.decoder())
            #expect(String(decoding: read, as: UTF8.self) == row.normalized(.nfc))
        }
    }
}
