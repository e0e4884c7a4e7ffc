/// Comparing BCP 47 tags as people type them: `blt` asks for Tai Dam in any script, `blt-Tavt` for one script.
enum LanguageTag {
    /// Whether a subtag after the first names a country or a part of the world: nothing here is written for one.
    private static func isRegion(_ subtag: Substring) -> Bool {
        subtag.count == 2 || subtag.count == 3 && subtag.allSatisfy(\.isNumber)
    }

    /// Whether a text in the language `tag` and the script `script` is what `wanted` asks for.
    static func fits(_ wanted: String, _ tag: String, script: String? = nil) -> Bool {
        let wanted = wanted.lowercased().split(separator: "-")
        var present = tag.lowercased().split(separator: "-")
        guard let language = wanted.first, language == present.first else { return false }
        if let script, !present.contains(where: { $0.count == 4 }) {
            present.append(Substring(script.lowercased()))
        }
        return wanted.allSatisfy { present.contains($0) || isRegion($0) }
    }
}

extension String {
    /// The language of a BCP 47 tag, without script and region.
    package var primarySubtag: String { split(separator: "-").first.map { $0.lowercased() } ?? "" }
}
