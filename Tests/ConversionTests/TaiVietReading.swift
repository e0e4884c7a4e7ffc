import ICU

/// A syllable of Tai Dam in Latin letters, read aloud in the signs of WikiPron.
struct TaiVietReading {
    /// The sounds and the tone, without lengths.
    let sounds: String

    private static let onsets = [
        "ngh": "ŋ", "qu": "kʷ", "kh": "x", "ng": "ŋ", "ch": "t͡ɕ", "nh": "ɲ", "th": "tʰ", "ph": "f", "đ": "d",
        "d": "j", "b": "b", "g": "ɡ", "h": "h", "k": "k", "l": "l", "m": "m", "n": "n", "p": "p", "r": "r",
        "s": "s", "t": "t", "v": "v",
    ]
    private static let rimes = [
        "ay": "aj", "au": "aw", "aư": "aɰ", "ai": "aj", "ao": "aw", "ia": "iə", "ưa": "ɨə", "ua": "uə",
        "a": "a",
        "ă": "a", "e": "ɛ", "ê": "e", "i": "i", "o": "ɔ", "ô": "o", "ơ": "ə", "u": "u", "ư": "ɨ",
    ]
    private static let finals = [
        "": "", "k": "ʔ", "t": "t̚", "p": "p̚", "m": "m", "n": "n", "ng": "ŋ", "y": "j", "u": "w",
    ]
    /// The tones of the low class, and those of the high class, by the sign in Latin.
    private static let tones: [[String: String]] = [
        ["": "˨", "\u{301}": "˦˥", "\u{309}": "˨˩"], ["\u{301}": "˥", "\u{323}": "˦", "": "˧˩"],
    ]

    /// Reads `latin`; nil when it is not a syllable.
    init?(_ latin: String) {
        var rest = latin.normalized(.nfd)
        let isHigh = rest.hasPrefix("ꞌ")
        if isHigh { rest.removeFirst() }
        let sign = rest.unicodeScalars.first { ["\u{301}", "\u{309}", "\u{323}"].contains($0) }
        var letters = String.UnicodeScalarView()
        letters.append(contentsOf: rest.unicodeScalars.filter { $0 != sign })
        rest = String(letters).normalized(.nfc)
        guard let tone = Self.tones[isHigh ? 1 : 0][sign.map { String($0) } ?? ""] else { return nil }
        var read = ""
        if let onset = Self.longest(of: Self.onsets, at: rest) {
            read = Self.onsets[onset] ?? ""
            rest.removeFirst(onset.count)
        } else {
            read = "ʔ"
        }
        if rest.hasPrefix("o"), let next = rest.dropFirst().first, "aăeêioôơư".contains(next) {
            read += "ʷ"
            rest.removeFirst()
        }
        guard let rime = Self.longest(of: Self.rimes, at: rest), let vowel = Self.rimes[rime],
            let final = Self.finals[String(rest.dropFirst(rime.count))]
        else { return nil }
        sounds = read + vowel + final + tone
    }

    private static func longest(of table: [String: String], at text: String) -> String? {
        table.keys.filter { text.hasPrefix($0) }.max { $0.count < $1.count }
    }

    /// Whether `sound` is a tone.
    static func isTone(_ sound: String) -> Bool {
        sound.unicodeScalars.first.map { "˥˦˧˨˩".unicodeScalars.contains($0) } == true
    }

    /// What WikiPron wrote, in one and without lengths, glides' arcs and creaking.
    static func plain(_ sounds: [String]) -> String {
        var plain = String.UnicodeScalarView()
        for sound in sounds {
            for scalar in sound.unicodeScalars where !["ː", "\u{32F}"].contains(scalar) {
                if isTone(sound), scalar == "ˀ" { continue }
                plain.append(scalar)
            }
        }
        return String(plain)
    }
}
