/// A BCP 47 language tag, checked for its shape only and put into its usual capitals.
///
///     LanguageTag("blt-tavt")?.text  // "blt-Tavt"
struct LanguageTag {
    let text: String

    init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let language = parts.first, (2...3).contains(language.utf8.count),
            language.utf8.allSatisfy(isLetter)
        else { return nil }
        var result = [language.lowercased()]
        /// How far we are: 0 language, 1 script, 2 region, 3 variants, 4 extensions.
        var stage = 0
        for part in parts.dropFirst() {
            let bytes = Array(part.utf8)
            guard (1...8).contains(bytes.count), bytes.allSatisfy({ isLetter($0) || isDigit($0) }) else {
                return nil
            }
            if stage < 1, bytes.count == 4, bytes.allSatisfy(isLetter) {
                stage = 1
                result.append(part.prefix(1).uppercased() + part.dropFirst().lowercased())
            } else if stage < 2,
                bytes.count == 2 && bytes.allSatisfy(isLetter)
                    || bytes.count == 3 && bytes.allSatisfy(isDigit)
            {
                stage = 2
                result.append(part.uppercased())
            } else if stage < 4, bytes.count >= 5 || bytes.count == 4 && isDigit(bytes[0]) {
                stage = 3
                result.append(part.lowercased())
            } else if bytes.count == 1 || stage == 4 {
                stage = 4
                result.append(part.lowercased())
            } else {
                return nil
            }
        }
        // An extension says something.
        guard result.last?.utf8.count != 1 else { return nil }
        self.text = result.joined(separator: "-")
    }
}

private func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
}

private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
