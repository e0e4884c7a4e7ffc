import ICU

/// The code of the older pages of the Voice of Vietnam in Gia Rai, Ba Na, Xơ Đăng, Cơ Ho, Mnông and Ê Đê.
///
/// Their letters that a Vietnamese keyboard lacks are signs of ASCII, and all others are Unicode: `[on` is *ƀon*, `ti\ng`
/// *tĭng*. `[ {` are ƀ Ƀ, `] }` are č Č, a grave accent and `~` are ñ Ñ, `^` is ĭ; a backslash or two behind a vowel is a
/// breve, behind c it makes č; `#` behind a, e, o is a circumflex and a breve; `|` behind â, ê, ô is a breve and behind C
/// it makes Č. The code was found by comparison with the pages of the same languages in Unicode, where decoded words are
/// as often as others are; a reading of 2026, no document of the broadcaster.
///
/// It is decoded word by word, because a sign is a letter only beside one: `[1]`, `#1` and `~5` stay, and so does what
/// stands between brackets or looks like an address.
package enum VOVStandIns {
    /// A word with its signs read.
    struct Word {
        /// What came out, in NFC.
        var text: [Unicode.Scalar]
        /// Signs that were read as letters.
        var read = 0
        /// Signs beside letters that were left, because they may be signs.
        var doubtful = 0
    }

    /// Whether `byte` is one of the signs.
    static func isSign(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x23, 0x5B...0x5E, 0x60, 0x7B...0x7E: true
        default: false
        }
    }

    /// The letters for signs that stand by themselves.
    private static let letters: [Unicode.Scalar: Unicode.Scalar] = [
        "[": "ƀ", "{": "Ƀ", "]": "č", "}": "Č", "`": "ñ", "~": "Ñ", "^": "ĭ",
    ]

    /// Reads `word`, what stands between two blanks, in NFC.
    ///
    /// - Complexity: O(*n*).
    static func decoded(_ word: [Unicode.Scalar]) -> Word {
        var result = Word(text: [])
        let isLeft = isAddress(word) || isBracketed(word)
        var at = 0
        while at < word.count {
            let scalar = word[at]
            let last = result.text.last
            let next = at + 1 < word.count ? word[at + 1] : nil
            at += 1
            guard scalar.isASCII, isSign(UInt8(scalar.value)) else {
                result.text.append(scalar)
                continue
            }
            let isBesideLetter = last.map(isLetter) ?? false || next.map(isLetter) ?? false
            if isLeft {
                if isBesideLetter { result.doubtful += 1 }
                result.text.append(scalar)
                continue
            }
            if let letter = letters[scalar] {
                // A sign may also stand beside another, as in [a` and [`.
                let isLetterThere =
                    last.map(isLetter) ?? false || next.map { isLetter($0) || letters[$0] != nil } ?? false
                if isLetterThere { result.read += 1 }
                result.text.append(isLetterThere ? letter : scalar)
                continue
            }
            guard let last, let meant = changed(last, by: scalar) else {
                result.text.append(scalar)
                continue
            }
            result.read += 1
            result.text.removeLast()
            result.text += meant
            if scalar == "\\", next == "\\" { at += 1 }
        }
        if result.read > 0 { result.text = FixedCluster.composed(result.text) }
        return result
    }

    /// What a backslash, `#` or `|` makes of the letter before it; nil when it is a plain sign.
    private static func changed(_ last: Unicode.Scalar, by sign: Unicode.Scalar) -> [Unicode.Scalar]? {
        switch (sign, last) {
        case ("\\", "c"): return ["č"]
        case ("\\", "C"), ("|", "C"): return ["Č"]
        case ("#", _) where "aeoAEO".unicodeScalars.contains(last): return [last, "\u{302}", "\u{306}"]
        case ("#", _) where "âêôÂÊÔ".unicodeScalars.contains(last): return [last, "\u{306}"]
        case ("|", _) where "âêôÂÊÔ".unicodeScalars.contains(last): return [last, "\u{306}"]
        case ("\\", _) where "aeiouơưâêôAEIOUƠƯÂÊÔ".unicodeScalars.contains(last): return [last, "\u{306}"]
        default: return nil
        }
    }

    static func isLetter(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isAlphabetic }

    /// `https://…`, `a@b` and `C:\…`.
    private static func isAddress(_ word: [Unicode.Scalar]) -> Bool {
        word.contains("@")
            || word.indices.contains { index in
                word[index] == ":" && index + 1 < word.count && ["/", "\\"].contains(word[index + 1])
            }
    }

    /// Whether brackets stand around something: what is between them is no letter.
    private static func isBracketed(_ word: [Unicode.Scalar]) -> Bool {
        for (open, close) in [("[", "]"), ("{", "}")] as [(Unicode.Scalar, Unicode.Scalar)] {
            guard let start = word.firstIndex(of: open), let end = word.lastIndex(of: close), start < end,
                start == 0 || !isLetter(word[start - 1]),
                end + 1 == word.count || !isLetter(word[end + 1])
            else { continue }
            return true
        }
        return false
    }

    /// How well a text reads in this code.
    package struct Likelihood: Hashable, Sendable {
        /// From 0 to 1: the share of good words among those that have signs beside letters; 0 when too few words have a
        /// letter beyond ASCII, as in source code.
        package var score: Double
        /// How many words have signs that are read as letters.
        package var words: Int
    }

    /// How likely the signs of `text`, which is UTF-8, are letters in this code.
    ///
    ///     VOVStandIns.likelihood("Mơnuih [uôn sang čih ]ar")
    ///
    /// - Complexity: O(*n*).
    package static func likelihood(_ text: String) -> Likelihood {
        var read = 0
        var good = 0
        var words = 0
        var beyond = 0
        for part in text.normalized(.nfc).split(whereSeparator: \.isWhitespace) {
            let word = Array(part.unicodeScalars)
            guard word.contains(where: isLetter) else { continue }
            words += 1
            let decoded = decoded(word)
            if word.contains(where: { $0.value >= 0x80 }) || decoded.read > 0 { beyond += 1 }
            guard decoded.read + decoded.doubtful > 0 else { continue }
            read += 1
            if decoded.doubtful == 0, isGood(decoded.text) { good += 1 }
        }
        guard read > 0, beyond * 4 >= words else { return Likelihood(score: 0, words: 0) }
        return Likelihood(score: Double(good) / Double(read), words: good)
    }

    /// Whether a decoded word, without signs around it, is one of letters of the Highlands, of a length that they have.
    private static func isGood(_ word: [Unicode.Scalar]) -> Bool {
        let trimmed = word.drop { !isLetter($0) }.reversed().drop { !isLetter($0) && $0 != "\u{306}" }
        let letters = Repair.text(trimmed.reversed()).normalized(.nfd).unicodeScalars
        guard (1...20).contains(trimmed.count) else { return false }
        let isKnown = letters.allSatisfy { scalar in
            0x61...0x7A ~= scalar.value | 0x20 || "đĐƀɃ-'’‘".unicodeScalars.contains(scalar)
                || [0x300, 0x301, 0x302, 0x303, 0x306, 0x309, 0x30C, 0x31B, 0x323].contains(scalar.value)
        }
        return isKnown && letters.contains { "aeiouAEIOUyY".unicodeScalars.contains($0) }
    }
}
