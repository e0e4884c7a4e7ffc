/// The XML of a part as UTF-8, which is what is read and written here.
///
/// Both formats allow UTF-16 too. A part in it is converted when it is read, with what its declaration says, and written as
/// UTF-8 if anything in it changes.
enum PartText {
    /// `bytes`, the part called `part`, in UTF-8.
    ///
    /// - Throws: ``DocumentError/encoding(part:)`` when it is in another encoding, or in UTF-16 that is damaged.
    /// - Complexity: O(*n*) for *n* bytes of UTF-16, else O(1).
    static func utf8(_ bytes: [UInt8], part: String) throws(DocumentError) -> [UInt8] {
        guard let isLittle = isLittleEndian(bytes) else {
            guard let name = declaredName(bytes) else { return bytes }
            let declared = String(decoding: bytes[name], as: UTF8.self).lowercased()
            guard ["utf-8", "utf8", "us-ascii", "ascii"].contains(declared) else {
                throw .encoding(part: part)
            }
            return bytes
        }
        guard var text = decoded(bytes, isLittle: isLittle) else { throw .encoding(part: part) }
        if let name = declaredName(text) { text.replaceSubrange(name, with: Array("UTF-8".utf8)) }
        return text
    }

    /// Whether UTF-16 begins with its less significant bytes; nil when it is not UTF-16.
    private static func isLittleEndian(_ bytes: [UInt8]) -> Bool? {
        switch (bytes.first, bytes.dropFirst().first) {
        case (0xFF, 0xFE): true
        case (0xFE, 0xFF): false
        // Without a mark, by the bracket that each part begins with.
        case (0x3C, 0): true
        case (0, 0x3C): false
        default: nil
        }
    }

    /// UTF-16 as UTF-8, without the mark at its beginning; nil when it is ill-formed.
    private static func decoded(_ bytes: [UInt8], isLittle: Bool) -> [UInt8]? {
        guard bytes.count % 2 == 0 else { return nil }
        let units = stride(from: 0, to: bytes.count, by: 2).lazy.map { index in
            UInt16(bytes[index + (isLittle ? 1 : 0)]) << 8 | UInt16(bytes[index + (isLittle ? 0 : 1)])
        }
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        let isWrong = transcode(
            units.makeIterator(), from: UTF16.self, to: UTF8.self, stoppingOnError: true
        ) { text.append($0) }
        guard !isWrong else { return nil }
        return text.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(text.dropFirst(3)) : text
    }

    /// Where the XML declaration names the encoding; nil when it does not.
    private static func declaredName(_ bytes: [UInt8]) -> Range<Int>? {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        guard bytes.dropFirst(start).starts(with: Array("<?xml".utf8)) else { return nil }
        let declaration = bytes[start...].prefix(256).prefix { $0 != UInt8(ascii: ">") }
        let word = Array("encoding".utf8)
        guard
            let place = declaration.indices.first(where: { declaration[$0...].starts(with: word) }),
            let open = declaration[place...].firstIndex(where: { $0 == 0x22 || $0 == 0x27 }),
            let close = declaration[(open + 1)...].firstIndex(of: declaration[open])
        else { return nil }
        return open + 1..<close
    }
}
