/// Text in quotation marks within something else, such as a formula or the format of a number.
enum QuotedText {
    /// How many bytes a text may have that is looked into.
    static let lengthLimit = 1 << 16

    /// `text` with what stands in double quotation marks mapped by `quoted`, the names in brackets by `names`, and each
    /// character outside of both that is not ASCII by `bare`.
    ///
    /// A quotation mark is doubled within quotation marks. Names of sheets, which stand in single ones, stay.
    static func mapped(
        _ text: String, names: [String: String] = [:], quoted: (String) -> String,
        bare: (String) -> String = { $0 }
    ) -> String {
        // Excel allows 8,192 characters.
        guard text.utf8.count <= lengthLimit else { return text }
        let text = Array(text)
        var result = ""
        var position = 0
        /// What stands from here up to the next `end`, which is not part of it.
        func next(_ end: (Character) -> Bool) -> String {
            let start = position
            while position < text.count, !end(text[position]) { position += 1 }
            return String(text[start..<position])
        }
        while position < text.count {
            let character = text[position]
            position += 1
            switch character {
            case "\"":
                let content = next { $0 == "\"" }
                // Without an end it is no text in quotation marks.
                result += "\"" + (position < text.count ? quoted(content) : content)
                if position < text.count { result.append("\"") }
                position += 1
            case "'":
                result += "'" + next { $0 == "'" }
                if position < text.count { result.append("'") }
                position += 1
            case "[":
                let name = next { $0 == "[" || $0 == "]" || $0 == "\"" }
                let mark = name.hasPrefix("@") ? "@" : ""
                result += "[" + (names[String(name.dropFirst(mark.count))].map { mark + $0 } ?? name)
            default:
                result += character.isASCII ? String(character) : bare(String(character))
            }
        }
        return result
    }

    /// Whether a text in quotation marks, or a character outside of them, is not ASCII.
    static func isBeyondASCII(_ text: String) -> Bool { !text.utf8.allSatisfy { $0 < 0x80 } }
}
