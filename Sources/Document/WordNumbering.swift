/// Which fonts the paragraphs have that are numbered in the same way.
///
/// A number is in the font of its paragraph unless the level of the numbering names another, so that these fonts show how
/// the text around the number is to be read.
struct WordNumbering {
    /// A level of a list, from 0.
    struct Level: Hashable {
        /// The number of the list (`w:numId`), or of what it is made from (`w:abstractNumId`).
        var list: String
        var level: Int
    }

    private var uses: [Level: Set<String>] = [:]
    private var abstractUses: [Level: Set<String>] = [:]

    /// A paragraph whose number is in the font called `font` has this level of a list.
    mutating func note(_ level: Level, _ font: String?) { uses[level, default: []].insert(font ?? "") }

    /// Reads the part with the numbering, after all text was read.
    mutating func read(_ bytes: [UInt8], part: String, _ styles: WordStyles) throws(DocumentError) {
        var abstracts: [String: String] = [:]
        // A list may have the levels of another, which a style names.
        var links: [String: String] = [:]
        var abstract = ""
        var list = ""
        try XMLReader.read(bytes, part: part) { event in
            guard case .start(let tag) = event, tag.name.space == .word else { return }
            switch tag.name.local {
            case "abstractNum": abstract = tag.value("abstractNumId") ?? ""
            case "numStyleLink": links[abstract] = tag.value("val")
            case "num": list = tag.value("numId") ?? ""
            case "abstractNumId": abstracts[list] = tag.value("val")
            default: break
            }
        }
        for (level, fonts) in uses {
            var list = level.list
            // A link may lead back in a document that is wrong.
            for _ in 0..<8 {
                guard let abstract = abstracts[list] else { break }
                abstractUses[Level(list: abstract, level: level.level), default: []].formUnion(fonts)
                guard let next = links[abstract].flatMap({ styles.numbering(of: $0)?.list }) else { break }
                list = next
            }
        }
    }

    /// The fonts of the paragraphs with this level of a list, or of all lists that are made from one.
    func fonts(_ level: Level, isAbstract: Bool) -> Set<String> {
        (isAbstract ? abstractUses[level] : uses[level]) ?? []
    }
}
