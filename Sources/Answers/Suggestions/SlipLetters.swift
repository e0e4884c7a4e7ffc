import Lexicon

/// A letter of a word, as slips are weighed.
struct SlipLetter {
    /// What a letter is.
    enum Kind {
        case letter
        /// A vowel sign or the like, which joins a letter.
        case sign
        /// The tone of a syllable, which stands behind its letters: 0 for ngang, then huyền, hỏi, ngã, sắc, nặng.
        case tone
        case blank
    }

    let kind: Kind
    /// The letter in lower case, without its tone, as a number that no other letter has.
    let spelled: UInt32
    /// The letter without marks, as the lexicon folds it; 0 for one that it drops.
    let base: UInt32

    /// A letter of a spelling that ``Confusion`` names.
    init(_ scalar: UInt32) {
        self.init(.letter, scalar, VietnameseVowels.base(of: scalar) ?? scalar)
    }

    init(_ kind: Kind, _ spelled: UInt32, _ base: UInt32) {
        self.kind = kind
        self.spelled = spelled
        self.base = base
    }

    /// Whether it is a vowel of Latin letters.
    var isVowel: Bool {
        switch base {
        // a, e, i, o, u, y
        case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: kind == .letter
        default: false
        }
    }
}

/// The letters of a text with the tone of each syllable behind it, so that a tone can stand on any vowel.
///
///     SlipLetters("Nước", in: lexicon)  // n ư ơ c, then the tone sắc
struct SlipLetters {
    private(set) var letters: [SlipLetter] = []
    /// How many letters there are, tones and blanks aside.
    private(set) var count = 0
    /// Whether there is a letter with a mark, or one that is not of ASCII.
    private(set) var hasMarks = false

    /// Of longer texts only so many letters are compared.
    static let most = 64

    /// No letters.
    init() {}

    /// The letters of `text`; marks are what `lexicon` folds away.
    init(_ text: String, in lexicon: Lexicon) {
        var tone: UInt32 = 0
        for character in text.lowercased().prefix(SlipLetters.most) {
            if character == " " || character == "-" {
                endSyllable(&tone)
                letters.append(SlipLetter(.blank, 0x20, 0))
            } else if let ascii = character.asciiValue {
                // Apostrophes are in the keys of some languages and not in those of others.
                let isLetter = (0x61...0x7A).contains(ascii) || (0x30...0x39).contains(ascii)
                add(SlipLetter(.letter, UInt32(ascii), isLetter ? UInt32(ascii) : 0))
            } else if let vowel = VietnameseVowels.find(character) {
                hasMarks = true
                if vowel.tone != 0 { tone = vowel.tone }
                add(SlipLetter(.letter, vowel.letter, vowel.base))
            } else {
                hasMarks = true
                addOther(character, lexicon)
            }
        }
        endSyllable(&tone)
    }

    private mutating func add(_ letter: SlipLetter) {
        letters.append(letter)
        count += 1
    }

    private mutating func endSyllable(_ tone: inout UInt32) {
        guard let last = letters.last, last.kind == .letter || last.kind == .sign else { return }
        letters.append(SlipLetter(.tone, tone, 0))
        tone = 0
    }

    /// Adds a letter of another script sign by sign, and one of Latin letters with all its marks.
    private mutating func addOther(_ character: Character, _ lexicon: Lexicon) {
        let plain = lexicon.plain(String(character)).unicodeScalars
        guard let first = plain.first, first.value >= 0x300 else {
            var spelled: UInt32 = 0
            for scalar in character.unicodeScalars { spelled = spelled &* 0x1000193 ^ scalar.value }
            add(SlipLetter(.letter, spelled, plain.first?.value ?? 0))
            return
        }
        for scalar in plain {
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .spacingMark: add(SlipLetter(.sign, scalar.value, scalar.value))
            default: add(SlipLetter(.letter, scalar.value, scalar.value))
            }
        }
    }
}

/// The vowels of Vietnamese with their tones.
enum VietnameseVowels {
    /// A vowel with each tone (ngang, huyền, hỏi, ngã, sắc, nặng), then without marks.
    private static let rows: [[UInt32]] = [
        "aàảãáạa", "ăằẳẵắặa", "âầẩẫấậa", "eèẻẽéẹe", "êềểễếệe", "iìỉĩíịi", "oòỏõóọo", "ôồổỗốộo", "ơờởỡớợo",
        "uùủũúụu",
        "ưừửữứựu", "yỳỷỹýỵy",
    ].map { $0.unicodeScalars.map(\.value) }

    /// The vowel that `character` is, without its tone and without marks; nil for other letters.
    static func find(_ character: Character) -> (letter: UInt32, tone: UInt32, base: UInt32)? {
        let scalars = character.unicodeScalars
        guard let first = scalars.first else { return nil }
        let isOne = scalars.index(after: scalars.startIndex) == scalars.endIndex
        for row in rows {
            for tone in 0..<6 {
                let vowel = row[tone]
                let isFound =
                    isOne
                    ? vowel == first.value : Unicode.Scalar(vowel).map { Character($0) == character } ?? false
                if isFound { return (row[0], UInt32(tone), row[6]) }
            }
        }
        return nil
    }

    /// The vowel `letter`, which has no tone, without marks; nil for other letters.
    static func base(of letter: UInt32) -> UInt32? {
        for row in rows where row[0] == letter { return row[6] }
        return nil
    }

    /// The vowel `letter` with a tone; nil for other letters.
    static func vowel(_ letter: UInt32, tone: UInt32) -> Unicode.Scalar? {
        for row in rows where row[0] == letter && tone < 6 { return Unicode.Scalar(row[Int(tone)]) }
        return nil
    }
}
