import Conversion

/// What the user wants of fonts: which encodings are converted, and what their fonts become.
struct FontChoice {
    /// What two fonts have in common when text in them is read in the same way.
    struct Reading: Hashable {
        var encoding: TextEncoding
        var isCapitals: Bool
    }

    /// The encodings whose fonts are converted.
    var encodings: Set<TextEncoding>
    /// The font to write; nil for one that looks like the old one.
    var font: String?

    /// The font called `name` when it is one to convert.
    func legacy(_ name: String?) -> LegacyFont? {
        guard let font = name.flatMap({ LegacyFont(name: $0) }), encodings.contains(font.encoding) else {
            return nil
        }
        return font
    }

    /// How text in the font called `name` is read; nil when it stays.
    func reading(_ name: String?) -> Reading? {
        legacy(name).map { Reading(encoding: $0.encoding, isCapitals: $0.isCapitals) }
    }

    /// What is written in the place of the font called `name`; nil when that stays.
    func replacement(_ name: String) -> String? { legacy(name).map { font ?? $0.replacement } }
}
