import Bytes

/// What a keymap says about itself.
public struct KeymapInfo: Hashable, Sendable {
    /// The BCP 47 tag of its language.
    public var language: String
    /// Its title in its own language.
    public var title: String
    /// The version of its contents, as its author wrote it.
    public var version: String
    /// The SPDX identifier of its licence.
    public var licence: String
    /// `stable` or `draft`.
    public var status: String
    /// Where its letters and habits come from.
    public var sources: [String]

    /// The facts about a keymap.
    public init(
        language: String, title: String, version: String, licence: String, status: String, sources: [String]
    ) {
        self.language = language
        self.title = title
        self.version = version
        self.licence = licence
        self.status = status
        self.sources = sources
    }
}

/// A choice that a keymap leaves to the user.
public struct KeymapOption: Hashable, Sendable {
    /// Its name, such as `tone-style`.
    public var name: String
    /// What it can be; the first is the default.
    public var values: [String]
    /// What it changes, in a few words.
    public var title: String

    /// An option.
    public init(name: String, values: [String], title: String) {
        self.name = name
        self.values = values
        self.title = title
    }
}

/// A fact that every keymap states, in the order of the file.
public enum KeymapFact: Int, CaseIterable, Sendable {
    /// The BCP 47 tag of its language.
    case language
    /// Its title in its own language.
    case title
    /// The version of its contents.
    case version
    /// The SPDX identifier of its licence.
    case licence
    /// `stable` or `draft`.
    case status

    /// What the fact is called, in a keymap's source too.
    public var name: StaticString {
        switch self {
        case .language: "language"
        case .title: "title"
        case .version: "version"
        case .licence: "licence"
        case .status: "status"
        }
    }
}

extension KeymapInfo {
    /// A fact by its number.
    public subscript(fact: KeymapFact) -> String {
        switch fact {
        case .language: language
        case .title: title
        case .version: version
        case .licence: licence
        case .status: status
        }
    }
}

/// Reads what a keymap says about itself, text by text, for those who need no arrays of it: an array of each kind costs
/// more than all the texts the first time a process makes one.
///
/// The order is that of the file: each ``KeymapFact``; the sources; the titles in other languages, each after its
/// language; the options, each a name, a title and its values. Before each list stands its count.
///
///     let language = keymap.facts.text(of: .language)  // "rad"
public struct KeymapFacts {
    private let bytes: Bytes
    private var offset = 0

    init(_ bytes: Bytes) {
        self.bytes = bytes
    }

    /// The text of `fact`; to be asked before anything was read.
    public func text(of fact: KeymapFact) -> String {
        var facts = self
        facts.skip(fact.rawValue)
        return facts.text()
    }

    /// What stands after the facts.
    public enum List: Sendable {
        /// Where the keymap's letters and habits come from; a text each.
        case sources
        /// The titles in other languages; a language and a title each.
        case titles
        /// The options; a name, a title, and the list of the values each.
        case options
    }

    /// The reader where the count of `list` is next; to be asked before anything was read.
    public func at(_ list: List) -> KeymapFacts {
        var facts = self
        facts.skip(KeymapFact.status.rawValue + 1)
        if list != .sources { facts.skipList(of: 1) }
        if list == .options { facts.skipList(of: 2) }
        return facts
    }

    private mutating func skip(_ texts: Int) {
        for _ in 0..<texts {
            let length = count()
            offset += length
        }
    }

    /// Passes over a list whose items have `size` texts each.
    private mutating func skipList(of size: Int) {
        for _ in 0..<count() where hasMore { skip(size) }
    }

    /// Whether bytes are left; a damaged file may count more items than it has.
    public var hasMore: Bool { offset < bytes.count }

    /// The next count.
    public mutating func count() -> Int {
        defer { offset += 2 }
        return Int(bytes.u16(at: offset))
    }

    /// The next text.
    public mutating func text() -> String {
        let length = count()
        defer { offset += length }
        return bytes.text(offset, length)
    }

}

/// Decodes all of a keymap's facts.
struct FactsReader {
    let info: KeymapInfo
    let titles: [(language: String, title: String)]
    let options: [KeymapOption]

    init(_ facts: KeymapFacts) {
        func list<Item>(_ list: KeymapFacts.List, _ item: (inout KeymapFacts) -> Item) -> [Item] {
            var reader = facts.at(list)
            return FactsReader.items(&reader, item)
        }
        info = KeymapInfo(
            language: facts.text(of: .language), title: facts.text(of: .title),
            version: facts.text(of: .version),
            licence: facts.text(of: .licence), status: facts.text(of: .status),
            sources: list(.sources) { $0.text() })
        titles = list(.titles) { ($0.text(), $0.text()) }
        options = list(.options) {
            let name = $0.text()
            let title = $0.text()
            return KeymapOption(name: name, values: FactsReader.items(&$0) { $0.text() }, title: title)
        }
    }

    private static func items<Item>(
        _ reader: inout KeymapFacts, _ item: (inout KeymapFacts) -> Item
    ) -> [Item] {
        var items: [Item] = []
        for _ in 0..<reader.count() where reader.hasMore { items.append(item(&reader)) }
        return items
    }
}
