/// The fonts that the styles of an OpenDocument file give.
struct OpenDocumentStyles {
    private struct Key: Hashable {
        var family: String
        var name: String
    }

    private struct Style {
        var font: String?
        var base: String?
        var list: String?
    }

    /// The styles of the part, which nobody sees, and those of the whole document.
    private var automatic: [Key: Style] = [:]
    private var common: [Key: Style] = [:]
    private var defaults: [String: String] = [:]
    /// The lists of the part, which nobody sees.
    private(set) var automaticLists: Set<String> = []
    /// The family of each font by the name that the styles of this part have for it.
    private(set) var families: [String: String] = [:]

    /// Reads the styles of a part, `content.xml` or `styles.xml`.
    init(_ bytes: [UInt8], part: String) throws(DocumentError) {
        var path: [XMLName] = []
        var key: Key?
        var isDefault = false
        var families: [String: String] = [:]
        var lists: Set<String> = []
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
            let isAutomatic = path.contains(XMLName(.office, "automatic-styles"))
            if tag.name == XMLName(.text, "list-style"), isAutomatic { lists.insert(tag.value("name") ?? "") }
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
                    styles[isAutomatic, default: [:]][new] = Style(
                        base: tag.value("parent-style-name"), list: tag.value("list-style-name"))
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
        automaticLists = lists
        automatic = styles[true] ?? [:]
        common = styles[false] ?? [:]
    }

    /// Takes the styles of the whole document from its `styles.xml`.
    mutating func addCommon(_ styles: OpenDocumentStyles) {
        common = styles.common
        defaults = styles.defaults
    }

    /// The font that a style of a family gives, such as `paragraph` or `text`, or the nearest one it is based on; nil when
    /// none gives one.
    func font(_ family: String, _ name: String?) -> String? { first(family, name) { $0.font } }

    /// The font of a family where no style gives one.
    func defaultFont(_ family: String) -> String? { defaults[family] }

    /// The list that paragraphs of a style are in; nil when they are in none.
    func list(_ paragraph: String?) -> String? { first("paragraph", paragraph) { $0.list } }

    /// What a style gives, or the nearest one it is based on.
    private func first<Value>(_ family: String, _ name: String?, _ value: (Style) -> Value?) -> Value? {
        var next = name
        // A style may be based on itself in a document that is wrong.
        for _ in 0..<64 {
            guard let name = next else { return nil }
            let key = Key(family: family, name: name)
            guard let style = automatic[key] ?? common[key] else { return nil }
            if let value = value(style) { return value }
            next = style.base
        }
        return nil
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
