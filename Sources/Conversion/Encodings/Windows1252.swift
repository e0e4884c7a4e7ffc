/// Windows code page 1252, which is what is meant where a program says Latin-1.
enum Windows1252 {
    /// By byte: its character in UTF-8; the five bytes without one are the control characters of Latin-1.
    static let texts: [PackedText] = (0..<256).map { byte in
        let letter = EncodingTable.windows1252.letters[byte]
        return PackedText((letter ?? String(Character(Unicode.Scalar(UInt8(byte))))).utf8)
    }

    /// By character below U+2123: its byte, or 0.
    private static let bytes: [UInt8] = {
        var bytes = [UInt8](repeating: 0, count: 0x2123)
        for byte in 0..<256 {
            let text = String(decoding: texts[byte].bytes, as: UTF8.self)
            guard let scalar = text.unicodeScalars.first, scalar.value < bytes.count else { continue }
            bytes[Int(scalar.value)] = UInt8(byte)
        }
        return bytes
    }()

    /// The byte of a character, or nil when it has none; the control characters from U+0080 on are what a program that
    /// reads Latin-1 makes of these bytes.
    static func byte(_ scalar: UInt32) -> UInt8? {
        if scalar < 0x100 { return UInt8(truncatingIfNeeded: scalar) }
        guard scalar < bytes.count, bytes[Int(scalar)] != 0 else { return nil }
        return bytes[Int(scalar)]
    }
}
