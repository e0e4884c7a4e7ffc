import ICU

/// The consonants of a word, as a list of pronunciations has them and as its Latin letters show them.
///
/// Both become a row of Latin letters that can be compared: vowels, tones, glides and the glottal stop are left out,
/// because transliterations and lists write these in many ways; r is l, as it is heard in Lao.
enum HeardConsonants {
    private static let letters = [
        "k": "k", "kʰ": "kh", "x": "kh", "ŋ": "ng", "ɲ": "ny", "ɕ": "s", "s": "s",
        "d": "d", "t": "t", "tʰ": "th", "n": "n", "b": "b", "p": "p", "pʰ": "ph", "f": "f", "m": "m",
        "l": "l", "r": "l", "h": "h",
    ]

    /// What is heard, from the signs of WikiPron separated by blanks; `affricate` is how the Latin writes t͡ɕ and t͡s.
    static func heard(_ sounds: String, affricate: String) -> String {
        sounds.split(separator: " ").map { sound in
            let plain = sound.unicodeScalars.filter { !["\u{31A}", "ʷ", "ʲ"].contains($0) }
            if sound.hasPrefix("t͡") { return affricate }
            return letters[String(String.UnicodeScalarView(plain))] ?? ""
        }.joined()
    }

    /// The consonants that `latin` shows.
    static func written(_ latin: String) -> String {
        let letters = Array(
            latin.lowercased().normalized(.nfd).unicodeScalars.filter {
                $0.properties.generalCategory != .nonspacingMark
            })
        var result = ""
        for (index, letter) in letters.enumerated() {
            let next = index + 1 < letters.count ? letters[index + 1] : " "
            switch letter {
            case "k", "g", "n", "c", "h", "t", "s", "p", "f", "m", "l": result.unicodeScalars.append(letter)
            case "r": result += "l"
            case "y": if index > 0, letters[index - 1] == "n" { result += "y" }
            // At the end of a syllable they are written for p and t.
            case "b": result += "aeiouw’œæ".unicodeScalars.contains(next) ? "b" : "p"
            case "d": result += "aeiouw’œæ".unicodeScalars.contains(next) ? "d" : "t"
            default: break
            }
        }
        return result
    }
}
