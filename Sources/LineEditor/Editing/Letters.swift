/// What the caret steps over, and what Backspace deletes.
extension String {
    /// The letters of the text, in order: grapheme clusters, but for signs below another that Unicode's rule tears off.
    ///
    ///     "ê\u{306}k".letters  // ["ê̆", "k"]
    ///     "ខ្ញុំ".letters        // ["ខ្ញុំ"], where U+17D2 puts ញ below ខ
    ///
    /// - Complexity: O(*n*).
    var letters: [String] {
        var letters: [String] = []
        for character in self {
            if let last = letters.last?.unicodeScalars.last, last.stacksNext,
                character.unicodeScalars.first?.properties.generalCategory == .otherLetter
            {
                letters[letters.count - 1].append(character)
            } else {
                letters.append(String(character))
            }
        }
        return letters
    }

    /// Whether it is a blank.
    var isBlank: Bool { first?.isWhitespace == true }

    /// What is left of this letter when Backspace has been pressed after it; nil when nothing is.
    ///
    /// A letter of Lao, Thai, Khmer or Burmese is typed sign by sign, and loses its last sign; a sign below goes with the
    /// invisible one that puts it there. All other letters go with all their marks.
    ///
    ///     "ນ້ຳ".withoutLastSign  // "ນ້"
    ///     "ខ្ញ".withoutLastSign  // "ខ"
    ///     "ê\u{306}".withoutLastSign  // nil
    var withoutLastSign: String? {
        guard unicodeScalars.first?.isTypedBySigns == true else { return nil }
        var signs = unicodeScalars
        signs.removeLast()
        while signs.last?.stacksNext == true { signs.removeLast() }
        return signs.isEmpty ? nil : String(signs)
    }
}

extension Unicode.Scalar {
    /// Whether it puts the letter after it below the one before: U+17D2 of Khmer, U+1039 of Burmese.
    fileprivate var stacksNext: Bool { value == 0x17D2 || value == 0x1039 }

    /// Whether it is in a script in which a cluster is typed and taken back sign by sign.
    fileprivate var isTypedBySigns: Bool {
        switch value {
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF: true
        default: false
        }
    }
}
