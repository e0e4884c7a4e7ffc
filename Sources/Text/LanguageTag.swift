/// A BCP 47 language tag, checked for its form only and put into its usual capitals.
///
///     LanguageTag("blt-tavt")?.text    // "blt-Tavt"
///     LanguageTag("blt-tavt")?.script  // "Tavt"
///     LanguageTag("Tai Dam")           // nil
public struct LanguageTag: Hashable, Sendable {
    /// The tag in its usual capitals.
    public let text: String

    /// The tag that `text` is, in any capitals; nil when it does not have the form of one.
    public init?(_ text: String) {
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

    /// The script that the tag itself names, such as `Tavt`; nil when it names none.
    public var script: String? { LanguageTag.script(of: text) }

    /// The script that the tag `text` itself names, in whatever capitals; nil when it names none.
    public static func script(of text: String) -> String? {
        text.split(separator: "-").dropFirst().first { isScript(String($0)) }.map { String($0) }
    }

    /// Whether `text` has the form of an ISO 15924 code: four letters.
    public static func isScript(_ text: String) -> Bool {
        text.utf8.count == 4 && text.utf8.allSatisfy(isLetter)
    }
}

// MARK: Comparing tags as people type them

extension LanguageTag {
    /// Whether a text in the language `tag` and the script `script` is what `wanted` asks for.
    ///
    ///     LanguageTag.fits("blt", "blt-Tavt")                        // true: any script
    ///     LanguageTag.fits("blt-Tavt", "blt", script: "Tavt")        // true
    ///     LanguageTag.fits("blt-Latn", "blt", script: "Tavt")        // false
    ///     LanguageTag.fits("vi-VN", "vi")                            // true: no text is for one region
    ///
    /// This is the one rule by which tags are compared; a tag that only names a language asks for all its scripts.
    public static func fits(_ wanted: String, _ tag: String, script: String? = nil) -> Bool {
        // Most tags differ in their languages, which is seen without memory for their parts.
        guard hasSameLanguage(wanted.utf8, tag.utf8) else { return false }
        // A tag that only names a language asks for all its scripts.
        guard wanted.utf8.contains(0x2D) else { return true }
        let wanted = wanted.lowercased().split(separator: "-")
        var present = tag.lowercased().split(separator: "-")
        if let script, !present.contains(where: { $0.count == 4 }) {
            present.append(Substring(script.lowercased()))
        }
        return wanted.allSatisfy { present.contains($0) || isRegion($0) }
    }

    /// Whether two tags begin with the same subtag, and there is one.
    private static func hasSameLanguage(_ left: String.UTF8View, _ right: String.UTF8View) -> Bool {
        var (left, right) = (left.makeIterator(), right.makeIterator())
        var isEmpty = true
        while true {
            let first = left.next() ?? 0x2D
            guard lowered(first) == lowered(right.next() ?? 0x2D) else { return false }
            if first == 0x2D { return !isEmpty }
            isEmpty = false
        }
    }

    private static func lowered(_ byte: UInt8) -> UInt8 { 0x41...0x5A ~= byte ? byte | 0x20 : byte }

    /// Whether a subtag after the first names a country or a part of the world: nothing here is written for one.
    private static func isRegion(_ subtag: Substring) -> Bool {
        subtag.count == 2 || subtag.count == 3 && subtag.allSatisfy { $0.isNumber }
    }
}

extension String {
    /// The language of a BCP 47 tag, without script and region.
    public var primarySubtag: String { split(separator: "-").first.map { $0.lowercased() } ?? "" }
}

private func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
}

private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
