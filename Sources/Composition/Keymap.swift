public import Storage

/// A compiled keymap: what keys make, read in place from its file.
///
///     let keymap = try Keymap(MappedFile(path: "vi/telex.chukey"))
///     keymap.info.title  // "Tiếng Việt (Telex)"
public final class Keymap: Sendable {
    /// What the keymap says of itself.
    public let info: KeymapInfo
    /// The options it declares, in its order.
    public let options: [KeymapOption]

    /// Opens a compiled keymap.
    ///
    /// - Throws: ``Storage/ContainerError`` when the file is no keymap of this version, is cut short or damaged.
    public init(_ file: MappedFile) throws(ContainerError) {
        _ = try Container(file, kind: .keymap, version: 1)
        info = KeymapInfo(language: "", title: "", version: "", licence: "", status: "", sources: [])
        options = []
    }
}

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
