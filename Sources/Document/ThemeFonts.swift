/// The two fonts of a theme.
struct ThemeFonts {
    /// The font for headings.
    private(set) var major: String?
    /// The font for other text.
    private(set) var minor: String?

    init() {}

    /// Reads the part with the theme.
    init(_ bytes: [UInt8], part: String) throws(DocumentError) {
        var path: [XMLName] = []
        var fonts = ThemeFonts()
        try XMLReader.read(bytes, part: part) { event in
            guard case .start(let tag) = event else {
                if case .end = event { path.removeLast() }
                return
            }
            if tag.name == XMLName(.drawing, "latin"), let name = tag.value("typeface"), !name.isEmpty {
                if path.last?.local == "majorFont" { fonts.major = name }
                if path.last?.local == "minorFont" { fonts.minor = name }
            }
            path.append(tag.name)
        }
        self = fonts
    }

    /// The font that DrawingML calls `typeface`: `+mj-lt` and `+mn-lt` are those of the theme.
    func font(_ typeface: String?) -> String? {
        guard let typeface, typeface.hasPrefix("+") else { return typeface }
        return typeface.hasPrefix("+mj") ? major : minor
    }
}
