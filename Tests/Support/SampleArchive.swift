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
            xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" \
            xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" \
            xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"
            """
        let kind = "application/vnd.openxmlformats-officedocument.wordprocessingml."
        var overrides = """
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
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
                ("_rels/.rels", relationships([("officeDocument", "word/document.xml")])),
                (
                    "word/_rels/document.xml.rels",
                    relationships([("styles", "styles.xml"), ("numbering", "numbering.xml")])
                ),
            ] + more.map { ($0.name, $0.text.replacingFirst(">", with: " \(namespace)>")) }
        return bytes(parts.map { ($0.name, Array($0.text.utf8)) })
    }

    /// A package of parts, each with its content type; one without a type is not listed.
    ///
    /// The prefixes `s`, `p`, `a`, `c`, `r` and `m` are known in each part, as if its root declared them.
    public static func package(_ parts: [(name: String, type: String, text: String)]) -> [UInt8] {
        let namespace = [
            ("s", "spreadsheetml/2006/main"), ("p", "presentationml/2006/main"), ("a", "drawingml/2006/main"),
            ("c", "drawingml/2006/chart"), ("r", "officeDocument/2006/relationships"),
            ("m", "officeDocument/2006/math"),
        ].map { "xmlns:\($0.0)=\"http://schemas.openxmlformats.org/\($0.1)\"" }.joined(separator: " ")
        let overrides = parts.filter { !$0.type.isEmpty }.map {
            "<Override PartName=\"/\($0.name)\" ContentType=\"application/vnd.openxmlformats-officedocument.\($0.type)+xml\"/>"
        }.joined()
        let types =
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\(overrides)</Types>"
        return bytes(
            [("[Content_Types].xml", Array(types.utf8))]
                + parts.map { part in
                    let isPrefixed = part.text.dropFirst().prefix { $0 != ">" && $0 != " " }.contains(":")
                    let text = isPrefixed ? part.text.replacingFirst(">", with: " \(namespace)>") : part.text
                    return (part.name, Array(text.utf8))
                })
    }

    /// Relationships of a part: the last word of the type of each, and what it leads to.
    public static func relationships(_ targets: [(type: String, target: String)]) -> String {
        let type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + targets.enumerated().map {
                "<Relationship Id=\"r\($0)\" Type=\"\(type)\($1.type)\" Target=\"\($1.target)\"/>"
            }.joined()
            + "</Relationships>"
    }

    /// An `.xlsx` with one sheet; `fonts` are those of the looks of cells, in their order.
    public static func workbook(
        _ sheet: String, fonts: [String], strings: String = "", formats: String = "",
        more: [(name: String, type: String, text: String)] = []
    ) -> [UInt8] {
        let names = fonts.map { "<s:font><s:name val=\"\($0)\"/></s:font>" }.joined()
        let looks = fonts.indices.map { "<s:xf fontId=\"\($0)\" numFmtId=\"\(164 + $0)\"/>" }.joined()
        return package(
            [
                ("xl/workbook.xml", "spreadsheetml.sheet.main", "<s:workbook></s:workbook>"),
                (
                    "xl/worksheets/sheet1.xml", "spreadsheetml.worksheet",
                    "<s:worksheet>\(sheet)</s:worksheet>"
                ),
                ("xl/sharedStrings.xml", "spreadsheetml.sharedStrings", "<s:sst>\(strings)</s:sst>"),
                (
                    "xl/styles.xml", "spreadsheetml.styles",
                    "<s:styleSheet>\(formats)<s:fonts>\(names)</s:fonts><s:cellXfs>\(looks)</s:cellXfs></s:styleSheet>"
                ),
            ] + more)
    }

    /// A `.pptx` with one slide, its layout, its master and the theme of that.
    public static func presentation(
        _ slide: String, layout: String = "", master: String = "", theme: String = "", defaults: String = ""
    ) -> [UInt8] {
        package([
            (
                "ppt/presentation.xml", "presentationml.presentation.main",
                "<p:presentation><p:defaultTextStyle>\(defaults)</p:defaultTextStyle></p:presentation>"
            ), ("ppt/slides/slide1.xml", "presentationml.slide", "<p:sld>\(slide)</p:sld>"),
            (
                "ppt/slides/_rels/slide1.xml.rels", "",
                relationships([("slideLayout", "../slideLayouts/slideLayout1.xml")])
            ),
            (
                "ppt/slideLayouts/slideLayout1.xml", "presentationml.slideLayout",
                "<p:sldLayout>\(layout)</p:sldLayout>"
            ),
            (
                "ppt/slideLayouts/_rels/slideLayout1.xml.rels", "",
                relationships([("slideMaster", "../slideMasters/slideMaster1.xml")])
            ),
            (
                "ppt/slideMasters/slideMaster1.xml", "presentationml.slideMaster",
                "<p:sldMaster>\(master)</p:sldMaster>"
            ),
            (
                "ppt/slideMasters/_rels/slideMaster1.xml.rels", "",
                relationships([
                    ("slideLayout", "../slideLayouts/slideLayout1.xml"), ("theme", "/ppt/theme/theme1.xml"),
                ])
            ), ("ppt/theme/theme1.xml", "theme", "<a:theme>\(theme)</a:theme>"),
        ])
    }

    /// An `.odt`; `content` is what stands in its body, `automatic` and `common` are styles, `faces` fonts.
    public static func openDocument(
        _ content: String, automatic: String = "", common: String = "", faces: String = "", more: String = "",
        kind: String = "text"
    ) -> [UInt8] {
        let prefix = "urn:oasis:names:tc:opendocument:xmlns:"
        let namespaces = [
            ("office", "office:1.0"), ("text", "text:1.0"), ("style", "style:1.0"),
            ("fo", "xsl-fo-compatible:1.0"), ("svg", "svg-compatible:1.0"), ("table", "table:1.0"),
            ("draw", "drawing:1.0"), ("presentation", "presentation:1.0"),
        ].map { " xmlns:\($0.0)=\"\(prefix)\($0.1)\"" }.joined()
        let faces = "<office:font-face-decls>\(faces)</office:font-face-decls>"
        let parts = [
            ("mimetype", "application/vnd.oasis.opendocument.\(kind)"),
            (
                "content.xml",
                """
                <office:document-content\(namespaces)>\(faces)<office:automatic-styles>\(automatic)\
                </office:automatic-styles><office:body><office:\(kind)>\(content)</office:\(kind)></office:body>\
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
