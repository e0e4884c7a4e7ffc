import Bytes

/// What a keymap says of itself.
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

/// Reads what a keymap says of itself, text by text, for those who need no arrays of it: an array of each kind costs
/// more than all the texts the first time a process makes one.
///
/// The order is that of the file: language, title, version, licence, status; the sources; the titles in other
/// languages, each after its language; the options, each a name, a title and its values. Before each list stands its
/// count.
///
///     var facts = keymap.facts
///     let language = facts.text()  // "rad"
public struct KeymapFacts {
    private let bytes: Bytes
    private var offset = 0

    init(_ bytes: Bytes) {
        self.bytes = bytes
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

    /// Passes over a list whose items have `size` texts each.
    public mutating func skipList(of size: Int) {
        for _ in 0..<count() where hasMore {
            for _ in 0..<size {
                let length = count()
                offset += length
            }
        }
    }
}

/// Decodes all of a keymap's facts.
struct FactsReader {
    let info: KeymapInfo
    let titles: [(language: String, title: String)]
    let options: [KeymapOption]

    init(_ facts: KeymapFacts) {
        var facts = facts
        func text() -> String { facts.text() }
        func list<Item>(_ item: () -> Item) -> [Item] {
            var items: [Item] = []
            for _ in 0..<facts.count() where facts.hasMore { items.append(item()) }
            return items
        }
        info = KeymapInfo(
            language: text(), title: text(), version: text(), licence: text(), status: text(),
            sources: list(text))
        titles = list { (text(), text()) }
        options = list {
            let name = text()
            let title = text()
            return KeymapOption(name: name, values: list(text), title: title)
        }
    }
}
