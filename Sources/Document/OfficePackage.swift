/// The parts of a `.docx`, an `.xlsx` or a `.pptx`, by what they are and by what leads from one to another.
///
/// This is what ECMA-376 part 2, *Open Packaging Conventions*, describes.
struct OfficePackage {
    /// A part with its content type.
    struct Part {
        var type: String
        var index: Int
        var name: String
    }

    let archive: ZipArchive
    /// The parts whose content type is given for them alone, in the order of the list.
    private(set) var parts: [Part] = []
    private var indexes: [String: Int] = [:]
    private var byIndex: [Int: Part] = [:]

    /// The package in `archive`; nil when it is none.
    init?(_ archive: ZipArchive, _ unpack: (Int) throws(DocumentError) -> [UInt8]) throws(DocumentError) {
        guard let types = archive.index(of: "[Content_Types].xml") else { return nil }
        self.archive = archive
        for (index, entry) in archive.entries.enumerated() where indexes[entry.name.lowercased()] == nil {
            indexes[entry.name.lowercased()] = index
        }
        var found: [Part] = []
        var seen: Set<Int> = []
        let indexes = indexes
        try XMLReader.read(unpack(types), part: archive.entries[types].name) { event in
            guard case .start(let tag) = event, tag.name == XMLName(.contentTypes, "Override"),
                let type = tag.value("ContentType"), let name = tag.value("PartName"),
                let index = indexes[name.drop { $0 == "/" }.lowercased()], seen.insert(index).inserted
            else { return }
            found.append(Part(type: type, index: index, name: archive.entries[index].name))
        }
        parts = found
        byIndex = Dictionary(found.map { ($0.index, $0) }) { first, _ in first }
    }

    /// The parts whose content type ends so.
    func parts(_ endings: String...) -> [Part] {
        parts.filter { part in endings.contains { part.type.hasSuffix($0) } }
    }

    /// The parts that `part` leads to, by the last word of the type of the relationship, such as `slideLayout`.
    ///
    /// What leads nowhere is left out.
    func related(
        to part: Part, _ unpack: (Int) throws(DocumentError) -> [UInt8]
    ) throws(DocumentError) -> [(type: String, part: Part)] {
        let folder = OfficePackage.folder(of: part.name)
        let name = part.name.dropFirst(folder.isEmpty ? 0 : folder.count + 1)
        let place = (folder.isEmpty ? "" : folder + "/") + "_rels/\(name).rels"
        guard let index = indexes[place.lowercased()] else { return [] }
        let (byIndex, indexes) = (byIndex, indexes)
        var found: [(type: String, part: Part)] = []
        try XMLReader.read(unpack(index), part: archive.entries[index].name) { event in
            guard case .start(let tag) = event, tag.name == XMLName(.relationships, "Relationship"),
                let type = tag.value("Type"), let target = tag.value("Target"),
                tag.value("TargetMode") != "External",
                let index = indexes[OfficePackage.resolved(target, in: folder).lowercased()],
                let part = byIndex[index]
            else { return }
            found.append((String(type.split(separator: "/").last ?? ""), part))
        }
        return found
    }

    /// The folder of a part, without a slash at its end.
    static func folder(of name: String) -> String {
        name.lastIndex(of: "/").map { String(name[..<$0]) } ?? ""
    }

    /// The name of the part that `target` leads to from a part in `folder`.
    private static func resolved(_ target: String, in folder: String) -> String {
        var steps = target.hasPrefix("/") ? [] : folder.split(separator: "/").map { String($0) }
        for step in target.split(separator: "/") where step != "." {
            if step == ".." { _ = steps.popLast() } else { steps.append(String(step)) }
        }
        return steps.joined(separator: "/")
    }
}
