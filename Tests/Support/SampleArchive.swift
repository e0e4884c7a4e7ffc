/// ZIP archives made in memory, their parts stored as they are.
public enum SampleArchive {
    /// An archive of `parts`, in their order.
    public static func bytes(_ parts: [(name: String, bytes: [UInt8])]) -> [UInt8] {
        var archive: [UInt8] = []
        var directory: [UInt8] = []
        for (name, bytes) in parts {
            let sizes =
                number(checksum(bytes), 4) + number(UInt32(bytes.count), 4) + number(UInt32(bytes.count), 4)
            // Version 2.0, no flags, stored, at noon on 1 January 1980.
            let common = number(20, 2) + number(0, 4) + number(0x6000, 2) + number(0x0021, 2) + sizes
            let nameLength = number(UInt32(name.utf8.count), 2)
            let offset = number(UInt32(archive.count), 4)
            archive += number(0x0403_4B50, 4) + common + nameLength + number(0, 2) + Array(name.utf8) + bytes
            directory += number(0x0201_4B50, 4) + number(20, 2) + common + nameLength
            directory += [UInt8](repeating: 0, count: 12) + offset + Array(name.utf8)
        }
        let count = number(UInt32(parts.count), 2)
        return archive + directory + number(0x0605_4B50, 4) + number(0, 4) + count + count
            + number(UInt32(directory.count), 4) + number(UInt32(archive.count), 4) + number(0, 2)
    }

    /// A `.docx` with `body` in its text and `styles` among its styles; of `more` parts the root element is given too.
    public static func word(_ body: String, styles: String = "", more: [(name: String, text: String)] = [])
        -> [UInt8]
    {
        let namespace = """
            xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
            xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
            """
        let kind = "application/vnd.openxmlformats-officedocument.wordprocessingml."
        var overrides = """
            <Override PartName="/word/document.xml" ContentType="\(kind)document.main+xml"/>\
            <Override PartName="/word/styles.xml" ContentType="\(kind)styles+xml"/>
            """
        for (name, _) in more {
            let type =
                name.contains("theme")
                ? "application/vnd.openxmlformats-officedocument.theme+xml"
                : kind + String(name.dropFirst(5).prefix { $0.isLetter }) + "+xml"
            overrides += "<Override PartName=\"/\(name)\" ContentType=\"\(type)\"/>"
        }
        let parts: [(name: String, text: String)] =
            [
                (
                    "[Content_Types].xml",
                    """
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\(overrides)</Types>
                    """
                ),
                ("word/document.xml", "<w:document \(namespace)><w:body>\(body)</w:body></w:document>"),
                ("word/styles.xml", "<w:styles \(namespace)>\(styles)</w:styles>"),
            ] + more.map { ($0.name, $0.text.replacingFirst(">", with: " \(namespace)>")) }
        return bytes(parts.map { ($0.name, Array($0.text.utf8)) })
    }

    /// An `.odt`; `content` is what stands in its body, `automatic` and `common` are styles, `faces` fonts.
    public static func openDocument(
        _ content: String, automatic: String = "", common: String = "", faces: String = "", more: String = ""
    ) -> [UInt8] {
        let prefix = "urn:oasis:names:tc:opendocument:xmlns:"
        let namespaces = [
            ("office", "office:1.0"), ("text", "text:1.0"), ("style", "style:1.0"),
            ("fo", "xsl-fo-compatible:1.0"), ("svg", "svg-compatible:1.0"),
        ].map { " xmlns:\($0.0)=\"\(prefix)\($0.1)\"" }.joined()
        let faces = "<office:font-face-decls>\(faces)</office:font-face-decls>"
        let parts = [
            ("mimetype", "application/vnd.oasis.opendocument.text"),
            (
                "content.xml",
                """
                <office:document-content\(namespaces)>\(faces)<office:automatic-styles>\(automatic)\
                </office:automatic-styles><office:body><office:text>\(content)</office:text></office:body>\
                </office:document-content>
                """
            ),
            (
                "styles.xml",
                """
                <office:document-styles\(namespaces)>\(faces)<office:styles>\(common)</office:styles>\(more)\
                </office:document-styles>
                """
            ),
            (
                "META-INF/manifest.xml",
                """
                <manifest:manifest xmlns:manifest="\(prefix)manifest:1.0"/>
                """
            ),
        ]
        return bytes(parts.map { ($0.0, Array($0.1.utf8)) })
    }

    /// The checksum that ZIP archives have.
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var sum: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 0 ? sum >> 1 : sum >> 1 ^ 0xEDB8_8320 }
        }
        return ~sum
    }

    private static func number(_ value: UInt32, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
}

extension String {
    /// This text with the first `old` replaced.
    fileprivate func replacingFirst(_ old: Character, with new: String) -> String {
        guard let index = firstIndex(of: old) else { return self }
        return String(self[..<index]) + new + String(self[self.index(after: index)...])
    }
}
