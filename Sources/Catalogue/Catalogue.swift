import Bytes
import Composition
public import Engine
import Files
import Lexicon
import Text

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

    /// A file that cannot be read.
    public struct Problem: Error, Hashable, Sendable, CustomStringConvertible {
        /// The file.
        public var path: String
        /// What is wrong with it.
        public var description: String
    }

    /// Where it was looked.
    public let folders: [String]
    /// The keymaps, by name.
    public let keymaps: [Item]

    /// What is installed in `folders`, and which keymaps cannot be read.
    ///
    /// - Complexity: Opens each keymap once.
    public static func read(_ folders: [String]? = nil) -> (catalogue: Catalogue, problems: [Problem]) {
        let folders = folders ?? DataFolders.standard
        var problems: [Problem] = []
        var keymaps: [Item] = []
        for installed in Installed.all(.keymaps, in: folders) {
            do throws(Problem) {
                keymaps.append(
                    Item(installed.name, installed.path, try open(installed.path, Keymap.init(_:))))
            } catch {
                problems.append(error)
            }
        }
        return (Catalogue(folders: folders, keymaps: keymaps), problems)
    }

    /// Opens the keymap called `name` with the lexicons of its language, those of the same script first.
    ///
    /// - Returns: The engine, and which lexicons cannot be read and are left out; nil when there is no such keymap.
    /// - Throws: ``Problem`` when the keymap cannot be read.
    public func engine(_ name: String) throws(Problem) -> (engine: Engine, problems: [Problem])? {
        guard let item = keymaps.first(where: { $0.name == name }) else { return nil }
        let keymap = try Catalogue.open(item.path, Keymap.init(_:))
        var problems: [Problem] = []
        var same: [Lexicon] = []
        var others: [Lexicon] = []
        for installed in Installed.all(.lexicons, in: folders) {
            let tag = installed.name.prefix { $0 != "/" }
            guard String(tag).primarySubtag == item.language.primarySubtag else { continue }
            do throws(Problem) {
                let lexicon = try Catalogue.open(installed.path, Lexicon.init(_:))
                if tag == item.language { same.append(lexicon) } else { others.append(lexicon) }
            } catch {
                problems.append(error)
            }
        }
        return (Engine(keymap: keymap, lexicons: same + others), problems)
    }

    private static func open<Opened>(
        _ path: String, _ read: (Bytes) throws(ContainerError) -> Opened
    ) throws(Problem) -> Opened {
        let bytes: Bytes
        do throws(FileError) {
            bytes = try MappedFile(path: path).bytes
        } catch {
            throw Problem(path: path, description: error.description)
        }
        do throws(ContainerError) {
            return try read(bytes)
        } catch {
            throw Problem(path: path, description: "\(path): \(error.description)")
        }
    }
}
