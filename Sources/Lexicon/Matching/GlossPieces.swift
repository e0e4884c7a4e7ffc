/// A gloss taken apart into pieces and words, the same way by the compiler and by a search.
///
///     GlossPieces("cá (chép), con cá").pieces  // [["cá"], ["chép"], ["con", "cá"]]
///
/// A piece ends at a comma, semicolon, slash, bracket or the like; a word also at a blank or hyphen. Apostrophes
/// belong to words.
package struct GlossPieces {
    /// The words of each piece; no piece is empty.
    package private(set) var pieces: [[String]] = []

    /// Takes `text` apart.
    package init(_ text: String) {
        var words: [String] = []
        let scalars = text.unicodeScalars
        // Words are cut out whole, which is much quicker than putting them together letter by letter.
        var start: String.Index?
        func endWord(_ end: String.Index) {
            if let first = start { words.append(String(scalars[first..<end])) }
            start = nil
        }
        var index = scalars.startIndex
        while index < scalars.endIndex {
            switch GlossPieces.role(of: scalars[index]) {
            case .letter: if start == nil { start = index }
            case .betweenWords: endWord(index)
            case .betweenPieces:
                endWord(index)
                if !words.isEmpty { pieces.append(words) }
                words = []
            }
            scalars.formIndex(after: &index)
        }
        endWord(scalars.endIndex)
        if !words.isEmpty { pieces.append(words) }
    }

    /// All words, in order.
    package var words: [String] { pieces.flatMap { $0 } }

    /// Whether `scalar` belongs to a word, and does not part two.
    static func isLetter(_ scalar: Unicode.Scalar) -> Bool { role(of: scalar) == .letter }

    /// What a character does to words and pieces: it belongs to a word, ends one, or ends a piece too.
    package enum Role { case letter, betweenWords, betweenPieces }

    /// What `scalar` does to words and pieces.
    ///
    ///     GlossPieces.role(of: "-")  // .betweenWords
    package static func role(of scalar: Unicode.Scalar) -> Role {
        switch scalar.value {
        case 0x61...0x7A, 0x41...0x5A, 0x30...0x39: return .letter
        // Linguists write glosses of several words with full stops: banana.plant.
        case 0x20, 0x09, 0x2D, 0x2E, 0xA0: return .betweenWords
        case 0x27, 0x60, 0x2018, 0x2019, 0x201B, 0x02BC, 0x02BB, 0xA78C: return .letter
        // The rest of ASCII, which most glosses are made of.
        case 0x5E: return .letter
        case 0x00...0x1F, 0x5F, 0x7F: return .betweenWords
        case 0x21...0x7E: return .betweenPieces
        // Joiners and other invisible characters; the folding decides about them.
        case 0xAD, 0x200B...0x200D, 0x2060, 0xFEFF: return .letter
        // Latin letters with their marks, which need no check one by one.
        case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x1E00...0x1EFF: return .letter
        default: break
        }
        switch scalar.properties.generalCategory {
        case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control, .dashPunctuation,
            .connectorPunctuation:
            return .betweenWords
        case .otherPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation,
            .mathSymbol, .otherSymbol, .currencySymbol:
            return .betweenPieces
        default:
            return .letter
        }
    }
}
