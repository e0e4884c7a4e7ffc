/// The fonts that the styles of a `.docx` give.
struct WordStyles {
    /// The font of one `w:rFonts`: a name, or one of the theme's two.
    enum Font: Hashable {
        case name(String)
        /// The theme's font for headings.
        case major
        /// The theme's font for other text.
        case minor

        /// The font that a `w:rFonts` gives to characters beyond ASCII; nil when it gives none.
        ///
        /// That is the attribute `hAnsi`: the bytes of an old encoding that distinguish letters are such characters.
        init?(_ tag: XMLTag) {
            if let theme = tag.value("hAnsiTheme") {
                self = theme.hasPrefix("major") ? .major : .minor
            } else if let name = tag.value("hAnsi") {
                self = .name(name)
            } else {
                return nil
            }
        }
    }

    private struct Style {
        var font: Font?
        var base: String?
        var list: String?
        var level: Int?
    }

    /// The fonts of the theme.
    var theme = ThemeFonts()
    private var styles: [String: Style] = [:]
    private var defaultFont: Font?
    private var defaultParagraph: String?

    /// Reads the part with the styles.
    mutating func read(_ bytes: [UInt8], part: String) throws(DocumentError) {
        var path: [XMLName] = []
        var style = ""
        try XMLReader.read(bytes, part: part) { event in
            guard case .start(let tag) = event else {
                if case .end = event { path.removeLast() }
                return
            }
            defer { path.append(tag.name) }
            guard tag.name.space == .word else { return }
            let parents = path.suffix(2).map(\.local)
            switch (tag.name.local, parents) {
            case ("style", _):
                style = tag.value("styleId") ?? ""
                styles[style] = Style()
                let isDefault = ["1", "true", "on"].contains(tag.value("default"))
                if isDefault, tag.value("type") == "paragraph" { defaultParagraph = style }
            case ("basedOn", _): styles[style]?.base = tag.value("val")
            case ("rFonts", ["style", "rPr"]): styles[style]?.font = Font(tag)
            case ("rFonts", ["rPrDefault", "rPr"]): defaultFont = Font(tag)
            case ("numId", ["pPr", "numPr"]): styles[style]?.list = tag.value("val")
            case ("ilvl", ["pPr", "numPr"]): styles[style]?.level = tag.value("val").flatMap { Int($0) }
            default: break
            }
        }
    }

    /// The font of a run: its own, that of its style, of the paragraph's, of the table's, or the default; nil when the
    /// document gives none.
    func font(_ own: Font?, run: String?, paragraph: String?, table: String?) -> String? {
        let font =
            own ?? self.font(of: run) ?? self.font(of: paragraph ?? defaultParagraph) ?? self.font(of: table)
            ?? defaultFont
        return switch font {
        case .name(let name): name
        case .major: theme.major
        case .minor: theme.minor
        case nil: nil
        }
    }

    /// The list that paragraphs of a style are in, and the level when it is given; nil when they are in none.
    func numbering(of style: String?) -> (list: String, level: Int?)? {
        var level: Int?
        let list = first(style ?? defaultParagraph) { style in
            level = level ?? style.level
            return style.list
        }
        return list.map { ($0, level) }
    }

    /// The font of a style or of the nearest one it is based on.
    private func font(of style: String?) -> Font? { first(style) { $0.font } }

    /// What a style gives, or the nearest one it is based on.
    private func first<Value>(_ style: String?, _ value: (Style) -> Value?) -> Value? {
        var next = style
        // A style may be based on itself in a document that is wrong.
        for _ in 0..<64 {
            guard let name = next, let style = styles[name] else { return nil }
            if let value = value(style) { return value }
            next = style.base
        }
        return nil
    }
}
