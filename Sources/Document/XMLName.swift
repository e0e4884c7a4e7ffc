/// The name of an element or an attribute, with its namespace as far as documents are read by it.
struct XMLName: Hashable {
    /// The namespaces that are read; both that of ISO 29500 transitional and that of its strict form.
    enum Space: Hashable {
        case word, sheet, presentation, drawing, chart, math, contentTypes, relationships
        case office, text, style, table, draw, manifest
        /// The namespace `xml`.
        case xml
        case other

        init(_ identifier: some StringProtocol) {
            self =
                switch String(identifier) {
                case "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                    "http://purl.oclc.org/ooxml/wordprocessingml/main":
                    .word
                case "http://schemas.openxmlformats.org/drawingml/2006/main",
                    "http://purl.oclc.org/ooxml/drawingml/main":
                    .drawing
                case "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                    "http://purl.oclc.org/ooxml/spreadsheetml/main":
                    .sheet
                case "http://schemas.openxmlformats.org/presentationml/2006/main",
                    "http://purl.oclc.org/ooxml/presentationml/main":
                    .presentation
                case "http://schemas.openxmlformats.org/drawingml/2006/chart",
                    "http://purl.oclc.org/ooxml/drawingml/chart":
                    .chart
                case "http://schemas.openxmlformats.org/officeDocument/2006/math",
                    "http://purl.oclc.org/ooxml/officeDocument/math":
                    .math
                case "http://schemas.openxmlformats.org/package/2006/content-types": .contentTypes
                case "http://schemas.openxmlformats.org/package/2006/relationships": .relationships
                case "urn:oasis:names:tc:opendocument:xmlns:office:1.0": .office
                case "urn:oasis:names:tc:opendocument:xmlns:text:1.0": .text
                case "urn:oasis:names:tc:opendocument:xmlns:style:1.0": .style
                case "urn:oasis:names:tc:opendocument:xmlns:table:1.0": .table
                case "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0": .draw
                case "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0": .manifest
                case "http://www.w3.org/XML/1998/namespace": .xml
                default: .other
                }
        }
    }

    var space: Space
    /// The name without a prefix.
    var local: String

    init(_ space: Space, _ local: String) {
        self.space = space
        self.local = local
    }

    /// The name as the reader of XML writes it: the namespace, a line feed, the name.
    init(expanded: String) {
        let parts = expanded.split(separator: "\n", maxSplits: 1)
        self.init(parts.count == 2 ? Space(parts[0]) : .other, String(parts.last ?? ""))
    }
}
