/// Where text of DrawingML has its font from when its run names none.
///
/// For a slide that is its layout, the master of that, and the presentation; elsewhere the theme.
struct SlideFonts {
    /// The font of each level of paragraphs, from 0.
    typealias Levels = [Int: String]

    /// What the shapes of a slide and those of its layout are matched by.
    struct Placeholder: Hashable {
        var type: String
        var index: String

        /// The type that the master of a layout has for it.
        var general: String {
            switch type {
            case "ctrTitle": "title"
            case "title", "dt", "ftr", "sldNum", "hdr", "sldImg": type
            default: "body"
            }
        }
    }

    /// What a layout or a master says.
    struct Layer {
        private var byIndex: [String: Levels] = [:]
        private var byType: [String: Levels] = [:]
        /// `titleStyle`, `bodyStyle`, `otherStyle`, `notesStyle`, `defaultTextStyle`.
        fileprivate(set) var styles: [String: Levels] = [:]

        /// Reads a layout, a master or the presentation.
        init(_ bytes: [UInt8], part: String) throws(DocumentError) {
            var path: [XMLName] = []
            var placeholder: Placeholder?
            var placeholders: [(key: Placeholder, levels: Levels)] = []
            var styles: [String: Levels] = [:]
            try XMLReader.read(bytes, part: part) { event in
                guard case .start(let tag) = event else {
                    if case .end = event { path.removeLast() }
                    return
                }
                defer { path.append(tag.name) }
                if tag.name == XMLName(.presentation, "sp") { placeholder = nil }
                if tag.name == XMLName(.presentation, "ph") {
                    placeholder = Placeholder(tag)
                    placeholders.append((Placeholder(tag), [:]))
                }
                guard tag.name == XMLName(.drawing, "latin"), let font = tag.value("typeface"), !font.isEmpty,
                    let level = Self.level(path), let style = path.dropLast(2).last?.local
                else { return }
                if style != "lstStyle" {
                    styles[style, default: [:]][level] = font
                } else if placeholder != nil {
                    placeholders[placeholders.count - 1].levels[level] = font
                }
            }
            // The first of those that are called the same counts.
            byIndex = Dictionary(placeholders.map { ($0.key.index, $0.levels) }) { first, _ in first }
            byType = Dictionary(placeholders.map { ($0.key.general, $0.levels) }) { first, _ in first }
            self.styles = styles
        }

        /// The level of paragraphs, from 0, whose look the innermost elements give, such as `a:lvl1pPr/a:defRPr`.
        static func level(_ path: [XMLName]) -> Int? {
            let names = path.suffix(2).map(\.local)
            guard names.count == 2, names[1] == "defRPr", names[0].hasPrefix("lvl"), names[0].hasSuffix("pPr")
            else { return nil }
            return Int(names[0].dropFirst(3).dropLast(3)).map { max(0, $0 - 1) }
        }

        fileprivate func levels(_ wanted: Placeholder) -> Levels? {
            (wanted.index.isEmpty ? nil : byIndex[wanted.index]) ?? byType[wanted.general]
        }
    }

    var theme: ThemeFonts
    /// The layout, then its master.
    var layers: [Layer] = []
    /// The fonts that the presentation gives.
    var defaults: Levels = [:]

    /// The font of a paragraph of a level, in a placeholder or in another shape, whose style refers to a font of the theme.
    func font(_ placeholder: Placeholder?, level: Int, reference: String?) -> String? {
        if let placeholder {
            for layer in layers {
                if let font = layer.levels(placeholder)?[level] { return theme.font(font) }
            }
        } else if let reference {
            return theme.font(reference)
        }
        let style =
            switch placeholder?.general {
            case "title": "titleStyle"
            case "body": "bodyStyle"
            default: "otherStyle"
            }
        for name in [style, placeholder == nil ? "" : "notesStyle"] {
            for layer in layers { if let font = layer.styles[name]?[level] { return theme.font(font) } }
        }
        return theme.font(defaults[level] ?? "+mn-lt")
    }
}

extension SlideFonts.Placeholder {
    /// What a `p:ph` says.
    init(_ tag: XMLTag) { self.init(type: tag.value("type") ?? "obj", index: tag.value("idx") ?? "") }
}
