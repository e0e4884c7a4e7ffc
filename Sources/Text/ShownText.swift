extension String {
    /// The text as a terminal can show it: characters that control a terminal are replaced by their pictures.
    ///
    ///     "êa\u{1B}[2J".withVisibleControls  // "êa␛[2J"
    ///
    /// Tabs stay. Controls from U+0080 to U+009F, which have no pictures, become U+FFFD.
    ///
    /// - Complexity: O(*n*).
    public var withVisibleControls: String {
        guard unicodeScalars.contains(where: { $0.isControl && $0 != "\t" }) else { return self }
        var result = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0x00..<0x09, 0x0A..<0x20: result.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
            case 0x7F: result.append("\u{2421}")
            case 0x80..<0xA0: result.append("\u{FFFD}")
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}

extension Unicode.Scalar {
    /// Whether it is a control character: U+0000 to U+001F, U+007F to U+009F.
    public var isControl: Bool { value < 0x20 || (0x7F..<0xA0).contains(value) }
}
