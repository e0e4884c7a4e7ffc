import Text
internal import Diagnostics
internal import ICU

/// Whether what the letters put out is in the script of the language and in NFC.
extension Resolution {
    mutating func checkOutput() {
        checkScript()
        checkComposition()
    }

    // MARK: Scripts

    private mutating func checkScript() {
        guard let word = statements(.language).first?.words.first, let tag = LanguageTag(word.text)?.text
        else {
            return
        }
        let words = declarations.keys.sorted().compactMap { declarations[$0]?.word }
        // Whoever writes a code point knows which letter it is.
        let written = words.filter { $0.codePointDigits == nil }
        var counts: [String: Int] = [:]
        for word in words {
            guard let text = textIfKnown(word) else { continue }
            for script in Set(text.unicodeScalars.map(\.scriptCode)) where !Resolution.isShared(script) {
                counts[script, default: 0] += 1
            }
        }
        guard let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else { return }
        let declared = tag.split(separator: "-").dropFirst().first {
            $0.utf8.count == 4 && $0.first?.isLetter == true
        }
        let script = declared.map(String.init) ?? likelyScript(ofLanguage: tag) ?? most.key
        let scripts = Resolution.scripts(script)
        if !scripts.contains(most.key), 2 * most.value > words.count {
            let parts = tag.split(separator: "-")
            let rest = parts.dropFirst(declared == nil ? 1 : 2)
            let mended = ([parts[0], Substring(most.key)] + rest).joined(separator: "-")
            report(messages.foreignTag(word, script: script, letters: most.key, mended: mended))
            return
        }
        var told: Set<Unicode.Scalar> = []
        for word in written {
            for scalar in word.text.unicodeScalars {
                let found = scalar.scriptCode
                guard !scripts.contains(found), !Resolution.isShared(found), told.insert(scalar).inserted
                else {
                    continue
                }
                let meant = script == "Latn" ? Resolution.latinLookalikes[scalar] : nil
                report(messages.foreignLetter(word, scalar, script: script, meant: meant))
            }
        }
    }

    private func textIfKnown(_ word: Word) -> String? {
        guard let digits = word.codePointDigits else { return word.text }
        return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init).map { String(Character($0)) }
    }

    /// Digits, punctuation and marks belong to every script.
    private static func isShared(_ script: String) -> Bool { ["Zyyy", "Zinh", "Zzzz"].contains(script) }

    /// The scripts that a code of ISO 15924 stands for.
    private static func scripts(_ code: String) -> [String] {
        switch code {
        case "Hans", "Hant": ["Hani"]
        case "Jpan": ["Hani", "Hira", "Kana"]
        case "Kore": ["Hani", "Hang"]
        default: [code]
        }
    }

    /// Letters of other scripts that look like one of Latin.
    static let latinLookalikes: [Unicode.Scalar: Unicode.Scalar] = [
        // Cyrillic
        "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "у": "y", "х": "x", "і": "i", "ј": "j", "ѕ": "s",
        "һ": "h", "ԁ": "d", "ԛ": "q", "ԝ": "w", "А": "A", "В": "B", "Е": "E", "К": "K", "М": "M", "Н": "H",
        "О": "O", "Р": "P", "С": "C", "Т": "T", "Х": "X", "І": "I", "Ј": "J", "Ѕ": "S",
        // Greek
        "ο": "o", "ν": "v", "ι": "i", "α": "a", "Α": "A", "Β": "B", "Ε": "E", "Ζ": "Z", "Η": "H", "Ι": "I",
        "Κ": "K", "Μ": "M", "Ν": "N", "Ο": "O", "Ρ": "P", "Τ": "T", "Υ": "Y", "Χ": "X",
    ]

    // MARK: Normal form

    /// Letters that are put out one after the other must stay as they are in NFC.
    private mutating func checkComposition() {
        guard !isPart else { return }
        for number in declarations.keys.sorted() {
            let letter = definition.letters[number]
            guard let start = letter.text.unicodeScalars.first, isMark(start) else { continue }
            let other = definition.letters.first { first in
                guard !first.text.unicodeScalars.contains("\u{25CC}"), canPrecede(first, letter) else {
                    return false
                }
                let text = first.text + letter.text
                return !text.normalized(.nfc).unicodeScalars.elementsEqual(text.unicodeScalars)
            }
            guard let other, let word = declarations[number]?.word else { continue }
            report(
                messages.composingLetters(
                    origin(word.range), other.text, letter.text,
                    composed: (other.text + letter.text).normalized(.nfc)))
        }
    }

    /// Whether one letter may be stored just before another: in a cluster, the order of the classes says so.
    private func canPrecede(_ first: KeymapDefinition.Letter, _ second: KeymapDefinition.Letter) -> Bool {
        guard let order = definition.cluster?.order else { return true }
        let before = first.classes.compactMap { order.firstIndex(of: $0) }.min()
        let after = second.classes.compactMap { order.firstIndex(of: $0) }.max()
        guard let before, let after else { return true }
        return before < after
    }
}
