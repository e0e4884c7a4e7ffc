/// Capitals of typed words and of the texts put in their place.
enum LetterCase {
    /// Where a word has capitals.
    enum Capitals {
        case none, first, all, mixed
    }

    /// Adds `typed` in small letters to `folded`, and tells where it had capitals.
    ///
    /// A single capital letter is a capital in front: at the beginning of a sentence nobody means more by it.
    ///
    /// - Complexity: O(*n*); allocates nothing.
    static func fold(_ typed: borrowing TextBuffer, into folded: inout TextBuffer) -> Capitals {
        var letters = 0
        var capitals = 0
        var isFirstCapital = false
        var index = 0
        while let (scalar, length) = typed.scalar(at: index) {
            index += length
            let isASCII = scalar.value < 0x80
            let isCapital = isASCII ? isASCIICapital(scalar) : scalar.properties.isUppercase
            let isSmall = isASCII ? isASCIISmall(scalar) : !isCapital && scalar.properties.isLowercase
            if isCapital || isSmall {
                if letters == 0 { isFirstCapital = isCapital }
                letters += 1
                if isCapital { capitals += 1 }
            }
            if isASCII {
                folded.append(UInt8(truncatingIfNeeded: isCapital ? scalar.value + 32 : scalar.value))
            } else if isSmall, scalar.value < 0x2000 {
                // A small letter of a living alphabet is its own: making a string of it would only take time.
                folded.append(scalar)
            } else {
                for byte in scalar.properties.lowercaseMapping.utf8 { folded.append(byte) }
            }
        }
        if capitals == 0 { return .none }
        if capitals == letters, letters > 1 { return .all }
        return capitals == 1 && isFirstCapital ? .first : .mixed
    }

    /// `text` in small letters, scalar for scalar as ``fold(_:into:)`` has it.
    static func folded(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars { result += scalar.properties.lowercaseMapping }
        return result
    }

    /// `text` with a capital as its first letter, and all in capitals; and how many bytes the longest form has.
    static func forms(of text: String) -> (capitalized: String, inCapitals: String, longest: Int) {
        var capitalized = ""
        var inCapitals = ""
        var isBefore = true
        for scalar in text.unicodeScalars {
            inCapitals += scalar.properties.uppercaseMapping
            if isBefore, scalar.properties.isAlphabetic {
                capitalized += scalar.properties.titlecaseMapping
                isBefore = false
            } else {
                capitalized.unicodeScalars.append(scalar)
            }
        }
        let longest = max(text.utf8.count, capitalized.utf8.count, inCapitals.utf8.count)
        return (capitalized, inCapitals, longest)
    }

    private static func isASCIICapital(_ scalar: Unicode.Scalar) -> Bool { scalar >= "A" && scalar <= "Z" }

    private static func isASCIISmall(_ scalar: Unicode.Scalar) -> Bool { scalar >= "a" && scalar <= "z" }
}

extension TextBuffer {
    /// The byte at `index`, or 0 outside.
    subscript(index: Int) -> UInt8 { index >= 0 && index < count ? bytes[index] : 0 }

    /// The scalar that begins at the byte `index`, and its length; nil at the end and where the bytes are none.
    func scalar(at index: Int) -> (scalar: Unicode.Scalar, length: Int)? {
        guard index >= 0, index < count else { return nil }
        let lead = UInt32(self[index])
        let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        var value = length == 1 ? lead : lead & (0xFF >> UInt32(length + 1))
        for offset in 1..<max(length, 1) { value = value << 6 | UInt32(self[index + offset]) & 0x3F }
        return Unicode.Scalar(value).map { ($0, length) }
    }
}
