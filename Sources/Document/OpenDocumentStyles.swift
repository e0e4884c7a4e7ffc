/// The fonts that the styles of an `.odt` give.
struct OpenDocumentStyles {
    private struct Key: Hashable {
        var family: String
        var name: String
    }

    private struct Style {
        var font: String?
        var base: String?
    }

    /// The styles of the part, which nobody sees, and those of the whole document.
    private var automatic: [Key: Style] = [:]
    private var common: [Key: Style] = [:]
    private var defaults: [String: String] = [:]
    /// The family of each font by the name that the styles of this part have for it.
    private(set) var families: [String: String] = [:]

    /// Reads the styles of a part, `content.xml` or `styles.xml`.
    init(_ bytes: [UInt8], part: String) throws(DocumentError) {
        var path: [XMLName] = []
        var key: Key?
        var isDefault = false
        var families: [String: String] = [:]
        var styles: [Bool: [Key: Style]] = [:]
        var defaults: [String: String] = [:]
        try XMLReader.read(bytes, part: part) { event in
            guard case .start(let tag) = event else {
                if case .end(let name, _) = event {
                    path.removeLast()
                    if name.space == .style, ["style", "default-style"].contains(name.local) { key = nil }
                }
                return
            }
            defer { path.append(tag.name) }
            guard tag.name.space == .style else { return }
            switch tag.name.local {
            case "font-face":
                // A font without a family is called by its name.
                guard let name = tag.value("name"), let family = tag.value("font-family") else { return }
                families[name] = OpenDocumentStyles.family(family)
            case "style", "default-style":
                isDefault = tag.name.local == "default-style"
                let new = Key(family: tag.value("family") ?? "", name: tag.value("name") ?? "")
                key = new
                if !isDefault {
                    let isAutomatic = path.contains(XMLName(.office, "automatic-styles"))
                    styles[isAutomatic, default: [:]][new] = Style(base: tag.value("parent-style-name"))
                }
            case "text-properties":
                guard let key, ["style", "default-style"].contains(path.last?.local) else { return }
                guard let font = OpenDocumentStyles.font(tag, families) else { return }
                if isDefault { defaults[key.family] = font }
                for isAutomatic in [true, false] { styles[isAutomatic]?[key]?.font = font }
            default: break
            }
        }
        self.families = families
        self.defaults = defaults
        automatic = styles[true] ?? [:]
        common = styles[false] ?? [:]
    }

    /// Takes the styles of the whole document from its `styles.xml`.
    mutating func addCommon(_ styles: OpenDocumentStyles) {
        common = styles.common
        defaults = styles.defaults
    }

    /// The font of text in a style of a family, `paragraph` or `text`; nil when the style gives none.
    func font(_ family: String, _ name: String?) -> String? {
        var next = name
        // A style may be based on itself in a document that is wrong.
        for _ in 0..<64 {
            guard let name = next else { break }
            let key = Key(family: family, name: name)
            guard let style = automatic[key] ?? common[key] else { break }
            if let font = style.font { return font }
            next = style.base
        }
        return family == "paragraph" ? defaults["paragraph"] : nil
    }

    /// The font that a `style:text-properties` names; nil when it names none.
    func font(_ properties: XMLTag) -> String? { OpenDocumentStyles.font(properties, families) }

    private static func font(_ properties: XMLTag, _ families: [String: String]) -> String? {
        properties.value("font-name").map { families[$0] ?? $0 }
            ?? properties.value("font-family").map(family)
    }

    /// The first family of a list such as `'VNI-Times', serif`, without quotation marks.
    static func family(_ list: String) -> String {
        let first = list.split(separator: ",").first.map { String($0) } ?? ""
        return first.trimming { $0 == " " || $0 == "'" || $0 == "\"" }
    }

    /// The name of a font as a list has it: in quotation marks when it has blanks.
    static func quoted(_ name: String) -> String { name.contains(" ") ? "'\(name)'" : name }
}

extension String {
    fileprivate func trimming(while isUnwanted: (Character) -> Bool) -> String {
        let start = drop(while: isUnwanted)
        return String(start.reversed().drop(while: isUnwanted).reversed())
    }
}
