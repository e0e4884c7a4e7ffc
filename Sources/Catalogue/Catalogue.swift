import Composition
public import Engine

/// The keymaps and lexicons that are installed, for a frontend to list and open.
///
///     let (catalogue, problems) = Catalogue.read()
///     for keymap in catalogue.keymaps { print(keymap.name, keymap.titleVietnamese) }
///     let engine = try catalogue.engine("rad/telex")
public struct Catalogue: Sendable {
    /// An installed keymap.
    public struct Item: Sendable {
        /// What it is called by, such as `rad/telex`.
        public let name: String
        /// The compiled file.
        public let path: String
        /// The BCP 47 tag of its language.
        public let language: String
        /// Its title in its own language.
        public let title: String
        /// `stable` or `draft`.
        public let status: String
        /// Its title in Vietnamese; ``title`` where its author gives none.
        public let titleVietnamese: String
        /// Its title in English; ``title`` where its author gives none.
        public let titleEnglish: String

        init(_ name: String, _ path: String, _ keymap: Keymap) {
            let info = keymap.info
            self.name = name
            self.path = path
            language = info.language
            title = info.title
            status = info.status
            titleVietnamese = keymap.title(in: "vi") ?? info.title
            titleEnglish = keymap.title(in: "en") ?? info.title
        }
    }

    /// Where it was looked.
    public let folders: [String]
    /// The keymaps, by name.
    public let keymaps: [Item]

    /// What is installed in `folders`, and which keymaps cannot be opened.
    ///
    /// - Complexity: Opens each keymap once.
    public static func read(
        _ folders: [String]? = nil
    ) -> (catalogue: Catalogue, problems: [CatalogueError]) {
        let folders = folders ?? DataFolders.standard
        var problems: [CatalogueError] = []
        var keymaps: [Item] = []
        for installed in Installed.all(.keymaps, in: folders) {
            do throws(CatalogueError) {
                keymaps.append(Item(installed.name, installed.path, try keymap(at: installed.path)))
            } catch {
                problems.append(error)
            }
        }
        return (Catalogue(folders: folders, keymaps: keymaps), problems)
    }

    /// Opens the keymap called `name` with the lexicons that go with its language.
    ///
    /// - Returns: The engine, and which lexicons cannot be opened and are left out; nil when there is no such keymap.
    /// - Throws: ``CatalogueError`` when the keymap cannot be opened.
    public func engine(
        _ name: String
    ) throws(CatalogueError) -> (engine: Engine, problems: [CatalogueError])? {
        guard let item = keymaps.first(where: { $0.name == name }) else { return nil }
        return Catalogue.engine(try Catalogue.keymap(at: item.path), in: folders)
    }
}
