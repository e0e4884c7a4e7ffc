import Conversion
import Diagnostics
import TestSupport
import Testing

/// The tables agree with the charmaps of glibc, which `make suites` takes from the package `locales`.
struct CharmapTests {
    /// Bytes and character of every line such as `<U1EA0> /x80 LATIN CAPITAL LETTER A WITH DOT BELOW`.
    static func charmap(_ name: String) -> [(bytes: [UInt8], scalar: Unicode.Scalar)]? {
        guard let file = Repository.shared("data/vietnamese-charmaps/\(name).charmap") else { return nil }
        var lines: [(bytes: [UInt8], scalar: Unicode.Scalar)] = []
        for line in String(decoding: file.bytes, as: UTF8.self).split(separator: "\n")
        where line.hasPrefix("<U") {
            let cells = line.split(separator: " ", maxSplits: 2)
            guard cells.count > 1, let value = UInt32(cells[0].dropFirst(2).dropLast(), radix: 16),
                let scalar = Unicode.Scalar(value)
            else { continue }
            lines.append(
                (cells[1].split(separator: "/").compactMap { UInt8($0.dropFirst(), radix: 16) }, scalar))
        }
        return lines
    }

    @Test(
        .disabled(if: charmap("VISCII") == nil, Repository.isNotShared),
        arguments: [
            (TextEncoding.viscii, "VISCII", 256), (.cp1258, "CP1258", 247), (.tcvn3, "TCVN5712-1", 218),
        ])
    func `Every byte of a charmap is read as it says`(encoding: TextEncoding, name: String, count: Int) throws
    {
        var agreed = 0
        for (bytes, scalar) in try #require(Self.charmap(name)) {
            // TCVN5712-1 is VN1, with capitals where the ABC fonts leave the control characters alone; and
            // its combining marks need a letter.
            if encoding == .tcvn3, (0x80...0x9F).contains(bytes[0]) || bytes[0] < 0x20 && scalar.value >= 0x80
            {
                continue
            }
            if encoding == .tcvn3, (0xB0...0xB4).contains(bytes[0]) || bytes.count > 1 { continue }
            var decoder = encoding.decoder()
            let read = String(decoding: decoder.convertAll(bytes), as: UTF8.self)
            #expect(read.unicodeScalars.elementsEqual([scalar]), "\(bytes) is \(read), not \(scalar)")
            agreed += 1
        }
        #expect(agreed >= count - 20)
    }
}
