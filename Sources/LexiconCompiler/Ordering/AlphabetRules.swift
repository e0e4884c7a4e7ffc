import ICU

/// The collation rules by which a language has the letters of a stated alphabet, in its order.
///
///     AlphabetRules.text(["a", "ă", "n", "ng", "nh"], after: vietnamese)  // &n<ng<<<Ng<<<NG<nh<<<Nh<<<NH, escaped
///
/// A letter that stands in its place already, as a and ă do in Vietnamese, stays there, and letters that are not stated stay
/// beside it. Each of the others comes directly after the one before it. What is no letter of its own, such as a tone, makes
/// a lesser difference, as ICU has it.
enum AlphabetRules {
    /// How many letters are put in order, and how many code points one can have: more are no alphabet, and ICU reads 31.
    private static let letterLimit = 1_000
    private static let lengthLimit = 12

    /// The rules for `letters`, in small letters and NFC, which are added to those of `base`.
    ///
    /// - Parameter base: The order of the language without them, by letters alone.
    static func text(_ letters: [String], after base: Collator) -> String {
        var rules = ""
        // What the next letter is written after; nil behind a letter that stays in its place.
        var isChained = false
        var before: String?
        var last: [UInt8] = []
        // Those before the first one that stays.
        var first: [String] = []
        for letter in letters {
            let key = base.key(letter)
            if isSimple(letter, base, key), last.lexicographicallyPrecedes(key) {
                rules += before == nil && !first.isEmpty ? "&[before 1]" + escaped(letter) + chain(first) : ""
                (before, last, isChained) = (letter, key, false)
                continue
            }
            guard let anchor = before else {
                first.append(letter)
                continue
            }
            if !isChained { rules += "&" + escaped(anchor) }
            rules += chain([letter])
            isChained = true
        }
        if before == nil, !first.isEmpty { rules += "&[last regular]" + chain(first) }
        return rules + prebaseVowels(letters, rules)
    }

    /// The letters of a stated alphabet that can be put in order, each once.
    static func letters(_ stated: [String]) -> [String] {
        var seen: Set<String> = []
        return stated.map { OrderedText.letters($0).lowercased().normalized(.nfc) }.filter {
            !$0.isEmpty && $0.normalized(.nfd).unicodeScalars.count <= lengthLimit && seen.insert($0).inserted
        }.prefix(letterLimit).map { $0 }
    }

    /// Whether `letter` is one letter, whatever its marks, that its marks set apart from the same without.
    private static func isSimple(_ letter: String, _ base: Collator, _ key: [UInt8]) -> Bool {
        let scalars = letter.normalized(.nfd).unicodeScalars
        guard let first = scalars.first, scalars.dropFirst().allSatisfy({ $0.combiningClass > 0 }) else {
            return false
        }
        return scalars.count == 1 || base.key(String(first)) != key
    }

    /// `letters` one after the other, each with its capitals.
    private static func chain(_ letters: [String]) -> String {
        letters.map { letter in
            let title = letter.prefix(1).uppercased() + letter.dropFirst()
            var forms = [letter]
            for form in [title, letter.uppercased()] where !forms.contains(form) { forms.append(form) }
            return "<" + forms.map(escaped).joined(separator: "<<<")
        }.joined()
    }

    /// The vowels that are written before the consonant after which they are read; Unicode has a rule for each of them and
    /// each consonant, in which a consonant that was moved is still where it was.
    private static func prebaseVowels(_ letters: [String], _ rules: String) -> String {
        guard !rules.isEmpty else { return "" }
        return letters.flatMap { letter -> [String] in
            guard let first = letter.unicodeScalars.first, first.properties.generalCategory == .otherLetter,
                !first.properties.isLogicalOrderException
            else { return [] }
            return vowels.filter { $0.scriptCode == first.scriptCode }.map {
                "&\(escaped(letter + String($0)))=\(escaped(String($0) + letter))"
            }
        }.joined()
    }

    private static let vowels = (UInt32(0xE00)...0xAADF).compactMap(Unicode.Scalar.init).filter(
        \.properties.isLogicalOrderException)

    /// `text` as rules write it, where every character may mean something.
    private static func escaped(_ text: String) -> String {
        text.unicodeScalars.map { "\\\($0)" }.joined()
    }
}
