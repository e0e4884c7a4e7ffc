import Diagnostics
import ICU
import Text

/// Whether what the letters put out is in the script of the language and in NFC.
extension KeymapReader {
    func checkOutput() {
        checkScript()
        checkComposition()
    }

    // MARK: Scripts

    private func checkScript() {
        guard let word = reading.statements(.language).first?.words.first,
            let tag = LanguageTag(word.text)?.text
        else {
            return
        }
        let words = letters.declared.map(\.word)
        // Whoever writes a code point knows which letter it is.
        let written = words.filter { $0.codePointDigits == nil }
        var counts: [String: Int] = [:]
        for word in words {
            guard let text = textIfKnown(word) else { continue }
            for script in Set(text.unicodeScalars.map(\.scriptCode)) where !KeymapReader.isShared(script) {
                counts[script, default: 0] += 1
            }
        }
        guard let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else { return }
        let declared = tag.split(separator: "-").dropFirst().first {
            $0.utf8.count == 4 && $0.first?.isLetter == true
        }
        let script = declared.map(String.init) ?? likelyScript(ofLanguage: tag) ?? most.key
        let scripts = KeymapReader.scripts(script)
        if !scripts.contains(most.key), 2 * most.value > words.count {
            let parts = tag.split(separator: "-")
            let rest = parts.dropFirst(declared == nil ? 1 : 2)
            let meant = ([parts[0], Substring(most.key)] + rest).joined(separator: "-")
            reading.report(
                .foreignTag(word.text, script: script, letters: most.key), word.range,
                fixIts: reading.reports.replacing(word.range, meant, isObvious: false))
            return
        }
        var reported: Set<Unicode.Scalar> = []
        for word in written {
            for scalar in word.text.unicodeScalars {
                let found = scalar.scriptCode
                guard !scripts.contains(found), !KeymapReader.isShared(found),
                    reported.insert(scalar).inserted
                else {
                    continue
                }
                let meant = script == "Latn" ? latinLookalikes[scalar] : nil
                reading.report(
                    reading.reports.foreignLetter(word, scalar, script: script, meant: meant))
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

    // MARK: Normal form

    /// Letters that are put out one after the other must stay as they are in NFC.
    private func checkComposition() {
        guard !reading.isPart else { return }
        for (number, word) in letters.declared {
            let letter = letters.all[number]
            guard let start = letter.text.unicodeScalars.first, isMark(start) else { continue }
            let other = letters.all.first { first in
                guard !first.text.unicodeScalars.contains("\u{25CC}"), canPrecede(first, letter) else {
                    return false
                }
                let text = first.text + letter.text
                return !text.normalized(.nfc).unicodeScalars.elementsEqual(text.unicodeScalars)
            }
            guard let other else { continue }
            let composed = (other.text + letter.text).normalized(.nfc).unicodeScalars
                .map(\.codePointName).joined(separator: " ")
            reading.report(.composingLetters(other.text, letter.text, composed: composed), word.range)
        }
    }

    /// Whether one letter may be stored just before another: in a cluster, the order of the classes says so.
    private func canPrecede(_ first: KeymapDefinition.Letter, _ second: KeymapDefinition.Letter) -> Bool {
        guard let order = clusters.cluster?.order else { return true }
        let before = first.classes.compactMap { order.firstIndex(of: $0) }.min()
        let after = second.classes.compactMap { order.firstIndex(of: $0) }.max()
        guard let before, let after else { return true }
        return before < after
    }
}
