import Foundation
import FoundationXML

/// An element of an XML file, with what is in it.
final class LDMLElement {
    let name: String
    let attributes: [String: String]
    fileprivate(set) var children: [LDMLElement] = []

    fileprivate init(_ name: String, _ attributes: [String: String]) {
        self.name = name
        self.attributes = attributes
    }

    subscript(attribute: String) -> String? { attributes[attribute] }

    /// The children named `name`.
    func all(_ name: String) -> [LDMLElement] { children.filter { $0.name == name } }

    /// The elements named `path`, one inside the other.
    func all(_ path: String...) -> [LDMLElement] {
        path.reduce([self]) { elements, name in elements.flatMap { $0.all(name) } }
    }

    /// The outermost element of a file; nil when it is not XML.
    static func read(_ bytes: [UInt8]) -> LDMLElement? {
        let reader = Reader()
        let parser = XMLParser(data: Data(bytes))
        parser.delegate = reader
        parser.shouldResolveExternalEntities = false
        return parser.parse() ? reader.root.children.first : nil
    }

    private final class Reader: NSObject, XMLParserDelegate {
        let root = LDMLElement("", [:])
        private var open: [LDMLElement] = []

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
            qualifiedName: String?, attributes: [String: String] = [:]
        ) {
            let element = LDMLElement(name, attributes)
            (open.last ?? root).children.append(element)
            open.append(element)
        }

        func parser(
            _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
        ) {
            _ = open.popLast()
        }
    }
}
