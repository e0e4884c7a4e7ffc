import Conversion
import ICU

/// A headword in which letters that stand in for others are replaced, word by word.
///
///     StandInHeadword("klǎ", language: "rad").text      // klă
///     StandInHeadword("xã hội", language: "rad").found  // [], because it is a loan from Vietnamese
struct StandInHeadword {
    /// A word that may be Vietnamese, with what it would be in the language.
    struct Doubtful {
        var word: String
        var letter: String
        var meant: String
        /// The whole headword with the letters of the language.
        var fixed: String
    }

    /// The headword with the letters of its language.
    private(set) var text = ""
    /// What was replaced, each once.
    private(set) var found: [(letter: String, meant: String)] = []
    /// The first word that may be Vietnamese, where no other word of the headword shows that it is.
    private(set) var doubtful: Doubtful?

    /// The headword `headword` of `language`, one of `StandIns.languages`.
    init(_ headword: String, language: String) {
        let rules = StandInRules.rules(for: language)
        var before = ""
        var open: (word: String, letter: String, meant: String, before: String)?
        var isVietnamese = false
        for letters in StandInHeadword.words(headword) {
            let word = CorrectedWord(letters, rules)
            let original = letters.joined()
            isVietnamese = isVietnamese || StandInHeadword.hasTone(original)
            for step in word.steps {
                let letter = letters[step.letter]
                switch step.kind {
                case .barredB where CorrectedWord.isApostrophe(letter):
                    add(letter + letters[step.letter + 1], letters[step.letter + 1] == "b" ? "ƀ" : "Ƀ")
                case .mayBeVietnamese:
                    guard open == nil, let meant = StandIns.meaning(of: letter)?.text else { continue }
                    open = (original, letter, meant, before + letters[..<step.letter].joined())
                case _ where step.kind.isLeft: break
                default: if let meant = StandIns.meaning(of: letter)?.text { add(letter, meant) }
                }
            }
            text += word.text
            before += original
        }
        if let open, !isVietnamese {
            let rest = headword.utf8.dropFirst(open.before.utf8.count + open.letter.utf8.count)
            let fixed = open.before + open.meant + String(decoding: Array(rest), as: UTF8.self)
            doubtful = Doubtful(word: open.word, letter: open.letter, meant: open.meant, fixed: fixed)
        }
    }

    private mutating func add(_ letter: String, _ meant: String) {
        if !found.contains(where: { $0.letter == letter }) { found.append((letter, meant)) }
    }

    /// The words of `text` and what is between them, in order, each as its letters.
    private static func words(_ text: String) -> [[String]] {
        var words: [[String]] = []
        var isInWord = false
        for character in text {
            let letter = String(character)
            let belongs = character.isLetter || CorrectedWord.isApostrophe(letter)
            if belongs, isInWord { words[words.count - 1].append(letter) } else { words.append([letter]) }
            isInWord = belongs
        }
        return words
    }

    private static func hasTone(_ word: String) -> Bool {
        word.utf8.contains { $0 >= 0x80 }
            && word.normalized(.nfd).unicodeScalars.contains { CorrectedWord.tones.contains($0) }
    }
}
