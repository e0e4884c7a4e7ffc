import ICU

/// A text in which combining marks after a blank are put on the letters they belong to.
///
///     StrayMarks("jơ \u{306}ng")  // jơ̆ng, surely: the letter before the blank takes a breve
///     StrayMarks("jih \u{306}")   // jĭh, perhaps: h takes none, and the word has one vowel
struct StrayMarks {
    /// The text, where no letter is found for a mark as it was.
    let text: String
    /// Whether each mark stands on the letter before the blank, and that letter takes it.
    let isSure: Bool

    /// Looks for the letters of the marks in `text`, which is in NFC.
    init(_ text: String) {
        var result = Array(text.unicodeScalars)
        var isSure = true
        var index = 1
        while index < result.count {
            guard result[index - 1] == " ", result[index].isInheritedMark else {
                index += 1
                continue
            }
            let mark = result[index]
            let start = result[..<(index - 1)].lastIndex { $0 == " " }.map { $0 + 1 } ?? 0
            let word = result[start..<(index - 1)]
            let letters = word.indices.filter { !word[$0].isInheritedMark }
            let vowels = letters.filter { StrayMarks.isVowel(word[$0]) }
            if let last = letters.last, StrayMarks.takes(word[last], mark) {
                result.remove(at: index - 1)
            } else {
                isSure = false
                guard vowels.count == 1 else {
                    index += 1
                    continue
                }
                result.removeSubrange((index - 1)...index)
                let end = result[(vowels[0] + 1)...].prefix { $0.isInheritedMark }.endIndex
                result.insert(mark, at: end)
            }
        }
        var fixed = String.UnicodeScalarView()
        fixed.append(contentsOf: result)
        self.text = String(fixed).normalized(.nfc)
        self.isSure = isSure
    }

    /// Whether `letter` is a vowel, or one letter of Unicode together with `mark`.
    private static func takes(_ letter: Unicode.Scalar, _ mark: Unicode.Scalar) -> Bool {
        let together = (String(Character(letter)) + String(Character(mark))).normalized(.nfc)
        return isVowel(letter) || together.unicodeScalars.count == 1
    }

    private static func isVowel(_ letter: Unicode.Scalar) -> Bool {
        let base = String(Character(letter)).normalized(.nfd).unicodeScalars.first ?? letter
        return "aeiouyAEIOUY".unicodeScalars.contains(base)
    }
}

extension Unicode.Scalar {
    /// Whether it is a combining mark that any script may use.
    var isInheritedMark: Bool { properties.generalCategory == .nonspacingMark && scriptCode == "Zinh" }
}
