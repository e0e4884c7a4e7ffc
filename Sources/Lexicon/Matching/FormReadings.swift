/// The words that a form or a gloss stands for, as sources write them.
///
///     FormReadings.of("au(e)")     // ["au(e)", "aue", "au"]
///     FormReadings.of("ab/ac")     // ["ab/ac", "ab", "ac"]
///     FormReadings.of("*dem-")     // ["*dem-", "dem"]
///     FormReadings.of("(mùa) hè")  // ["(mùa) hè", "mùa hè", "hè"]
///
/// The compiler makes a search key of each, and a search compares the query with each, so that both agree. Nothing here is
/// of one language: brackets hold what may be left out, a slash stands between words of which one is meant, an asterisk
/// or a dagger before a word says that it was reconstructed or is no longer used, and small numbers behind a word count
/// homographs.
package enum FormReadings {
    /// More than this no source means; brackets in brackets are no optional letters.
    private static let limit = 16

    /// The form itself, and then what it stands for beside that; mostly nothing.
    ///
    /// - Complexity: O(*n*) where nothing is left out or chosen.
    package static func of(_ form: String) -> [String] {
        guard hasSeveral(form) else { return [form] }
        var forms = [form]
        for whole in withoutBrackets(form) {
            for choice in choices(whole) {
                let word = withoutSigns(choice)
                if !word.isEmpty, !forms.contains(word), forms.count < limit { forms.append(word) }
            }
        }
        return forms
    }

    /// What a gloss stands for when its brackets are opened or left out; a slash parts its pieces anyway.
    package static func ofGloss(_ gloss: String) -> [String] {
        guard gloss.utf8.contains(UInt8(ascii: "(")) else { return [gloss] }
        var glosses = [gloss]
        for whole in withoutBrackets(gloss) where !glosses.contains(whole) { glosses.append(whole) }
        return glosses
    }

    /// Whether there may be more than one reading: for nearly all words one look at their bytes shows that there is none.
    static func hasSeveral(_ form: String) -> Bool {
        for byte in form.utf8 {
            switch byte {
            case UInt8(ascii: "("), UInt8(ascii: "/"), UInt8(ascii: "*"), 0xE2: return true
            default: break
            }
        }
        return false
    }

    /// The text with what stands in brackets, and without.
    private static func withoutBrackets(_ text: String) -> [String] {
        var done: [String] = []
        var open = [Array(text.unicodeScalars)]
        while let next = open.popLast() {
            guard let start = next.firstIndex(of: "("), let end = next[start...].firstIndex(of: ")"),
                open.count + done.count < limit / 2
            else {
                done.append(joined(next))
                continue
            }
            open.append(Array(next[..<start] + next[(end + 1)...]))
            open.append(Array(next[..<start] + next[(start + 1)..<end] + next[(end + 1)...]))
        }
        return done
    }

    /// The words of which one is meant: all of the text where a slash has blanks around it or the text has none, else one
    /// of the words beside the slash with the rest.
    private static func choices(_ text: String) -> [String] {
        let scalars = Array(text.unicodeScalars)
        guard scalars.contains("/") else { return [text] }
        let isWhole = !scalars.contains(" ") || isSpaced(scalars)
        var results: [[Unicode.Scalar]] = [[]]
        if isWhole { return scalars.split(separator: "/").map { joined(Array($0)) } }
        for word in scalars.split(separator: " ") {
            var next: [[Unicode.Scalar]] = []
            for choice in word.split(separator: "/") {
                for before in results where next.count < limit { next.append(before + [" "] + choice) }
            }
            if !next.isEmpty { results = next }
        }
        return results.map(joined)
    }

    private static func isSpaced(_ scalars: [Unicode.Scalar]) -> Bool {
        for index in scalars.indices where scalars[index] == "/" {
            if index > 0, scalars[index - 1] == " " { return true }
            if index + 1 < scalars.count, scalars[index + 1] == " " { return true }
        }
        return false
    }

    /// The word without an asterisk or dagger before it, a number behind it, and hyphens or blanks around it.
    private static func withoutSigns(_ text: String) -> String {
        var scalars = Array(text.unicodeScalars)[...]
        while let first = scalars.first, isBlank(first) || [0x2A, 0x2020, 0x2021].contains(first.value) {
            scalars = scalars.dropFirst()
        }
        while let last = scalars.last, isBlank(last) || (0x2080...0x2089).contains(last.value) {
            scalars = scalars.dropLast()
        }
        return joined(Array(scalars))
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        [0x20, 0x2D, 0x2010, 0x2011].contains(scalar.value)
    }

    /// The text of `scalars`, with one blank between words and none around them.
    private static func joined(_ scalars: [Unicode.Scalar]) -> String {
        var text = String.UnicodeScalarView()
        for word in scalars.split(separator: " ") {
            if !text.isEmpty { text.append(" ") }
            text.append(contentsOf: word)
        }
        return String(text)
    }
}
