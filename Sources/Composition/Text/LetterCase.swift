/// Capitals of typed words and of the texts that replace them.
enum LetterCase {
    /// Where a word has capitals.
    enum Capitals {
        case none, first, all, mixed
    }

    /// Adds `typed` in small letters to `folded`, and returns where it had capitals.
    ///
    /// A single capital letter counts as a capital in front: at the beginning of a sentence it means no more.
    ///
    /// - Complexity: O(*n*); allocates nothing.
    static func fold(_ typed: borrowing TextBuffer, into folded: inout TextBuffer) -> Capitals {
        var letters = 0
        var capitals = 0
        var isFirstCapital = false
        var index = 0
        while index < typed.count {
            let (scalar, length) = typed.scalar(at: index)
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
                // A small letter of a living alphabet is its own small letter; a string of it would only cost time.
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
