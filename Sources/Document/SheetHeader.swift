/// The header or the footer of a sheet, which names its fonts in codes such as `&"VNI-Times,Bold"`.
enum SheetHeader {
    /// `text` converted; what names no font is in `normal`.
    ///
    /// The codes are those of ECMA-376 part 1, 18.3.1.46.
    static func converted(_ text: String, normal: String?, _ stream: inout TextStream) -> String {
        var texts: [(text: String, name: String?)] = []
        var font = normal
        guard text.utf8.count <= QuotedText.lengthLimit else { return text }
        let text = Array(text)
        var position = 0
        while position < text.count {
            let start = position
            guard text[position] == "&" else {
                while position < text.count, text[position] != "&" { position += 1 }
                texts.append((String(text[start..<position]), font))
                stream.countRun(font)
                continue
            }
            position += 1
            guard position < text.count else {
                texts.append(("&", nil))
                break
            }
            switch text[position] {
            case "\"":
                let end = text[(position + 1)...].firstIndex(of: "\"") ?? text.count
                let value = String(text[(position + 1)..<end])
                let name = String(value.prefix { $0 != "," })
                let style = value.dropFirst(name.count)
                position = min(end + 1, text.count)
                // A hyphen is the font of the theme.
                font = name == "-" ? normal : name
                let written = stream.choice.replacement(name) ?? name
                texts.append(("&\"\(written)\(style)\(end < text.count ? "\"" : "")", nil))
                continue
            case "0"..."9": while position < text.count, "0"..."9" ~= text[position] { position += 1 }
            case "K": position = min(position + 7, text.count)
            case "L", "C", "R":
                position += 1
                font = normal
            default: position += 1
            }
            texts.append((String(text[start..<position]), nil))
        }
        return stream.converted(texts).joined()
    }
}
