/// Reads the table of names; ``LanguageTable`` describes its lines.
enum LanguageTableReader {
    /// The peoples of `table`.
    ///
    /// A line that has no meaning is left out; a test sees that there is none.
    ///
    /// - Complexity: O(*n*).
    static func peoples(_ table: String) -> [People] {
        var peoples: [People] = []
        for line in table.utf8.split(separator: 0x0A) {
            let line = Substring(line.drop { $0 == 0x20 })
            let (word, rest) = cut(line)
            switch word {
            case "people":
                guard let people = people(rest) else { continue }
                peoples.append(people)
            case "language":
                guard !peoples.isEmpty, let language = language(rest) else { continue }
                peoples[peoples.count - 1].languages.append(language)
            default:
                guard !peoples.isEmpty, let names = names(word, rest) else { continue }
                let last = peoples.count - 1
                if peoples[last].languages.isEmpty {
                    peoples[last].names += names
                } else {
                    peoples[last].languages[peoples[last].languages.count - 1].names += names
                }
            }
        }
        return peoples
    }

    /// A people, from `12 Ê Đê = Ede`.
    private static func people(_ text: Substring) -> People? {
        let (number, rest) = cut(text)
        guard let (vietnamese, english) = pair(rest) else { return nil }
        return People(
            number: Int(number), vietnamese: vietnamese, english: english, names: [], languages: [])
    }

    /// A language, from `rad Latn Ê Đê = Rade`.
    private static func language(_ text: Substring) -> Language? {
        let (codes, rest) = cut(text)
        let (scripts, names) = cut(rest)
        let all = list(codes)
        guard let tag = all.first, let (vietnamese, english) = pair(names) else { return nil }
        return Language(
            tag: tag, codes: Array(all.dropFirst()),
            scripts: scripts == "-" ? [] : list(scripts),
            vietnamese: vietnamese, english: english, names: [])
    }

    /// `Ra-đê, Đê` of the source with the letter `letter`.
    private static func names(_ letter: Substring, _ text: Substring) -> [Language.Name]? {
        guard let first = letter.first, letter.utf8.count == 1, let source = NameSource(rawValue: first)
        else {
            return nil
        }
        return list(text).map { Language.Name(text: $0, source: source) }
    }

    /// What stands between the commas.
    private static func list(_ text: Substring) -> [String] {
        text.utf8.split(separator: 0x2C).map { String(Substring($0.drop { $0 == 0x20 })) }
    }

    /// The name in Vietnamese and the one in English, from `Ê Đê = Ede`.
    private static func pair(_ text: Substring) -> (String, String)? {
        guard let sign = text.utf8.firstIndex(of: 0x3D) else { return nil }
        var left = text.utf8[..<sign]
        while left.last == 0x20 { left.removeLast() }
        let right = text.utf8[text.utf8.index(after: sign)...].drop { $0 == 0x20 }
        return left.isEmpty || right.isEmpty ? nil : (String(Substring(left)), String(Substring(right)))
    }

    /// What stands before the first blank, and behind it.
    private static func cut(_ text: Substring) -> (Substring, Substring) {
        guard let end = text.utf8.firstIndex(of: 0x20) else { return (text, "") }
        return (text[..<end], text[text.utf8.index(after: end)...])
    }
}
