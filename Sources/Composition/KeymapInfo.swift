import Storage

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

/// Decodes the section of texts; each is a 16-bit length and UTF-8.
struct FactsReader {
    let info: KeymapInfo
    let titles: [(language: String, title: String)]
    let options: [KeymapOption]

    init(_ bytes: Bytes) {
        var offset = 0
        func number() -> Int {
            defer { offset += 2 }
            return Int(bytes.u16(at: offset))
        }
        func text() -> String {
            let length = number()
            defer { offset += length }
            return bytes.text(offset, length)
        }
        /// As many items as are declared, but no more than there are bytes for.
        func list<Item>(_ item: () -> Item) -> [Item] {
            var items: [Item] = []
            for _ in 0..<number() where offset < bytes.count { items.append(item()) }
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
