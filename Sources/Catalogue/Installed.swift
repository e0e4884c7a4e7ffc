package import Diagnostics
import Files

/// A compiled file, or a transform, in one of the data folders.
public struct Installed: Hashable, Sendable {
    /// What is installed under names.
    public enum Kind: String, Sendable, CaseIterable {
        /// Compiled keymaps.
        case keymaps
        /// Compiled lexicons.
        case lexicons
        /// Transforms, as they were written.
        case transforms

        /// What the sources of such a file describe.
        package var product: SourceKind.Product {
            switch self {
            case .keymaps: .keymap
            case .lexicons: .lexicon
            case .transforms: .transform
            }
        }

        /// What the name of the file that is used ends in; a transform is used as it was written.
        package var suffix: String { product.suffix }
    }

    /// The name it is called by, such as `vi/telex`.
    public var name: String
    /// Where it is.
    public var path: String
    /// The language tag that its folder is called by, such as `vi`.
    package var language: String { String(name.prefix { $0 != "/" }) }

    /// Everything of `kind` in `folders`, by name; a name found twice is the first one's.
    package static func all(_ kind: Kind, in folders: [String] = DataFolders.standard) -> [Installed] {
        var found: [Installed] = []
        for folder in folders {
            let root = Path.join(folder, kind.rawValue)
            // What is not a folder has no contents.
            for tag in Path.contents(of: root) {
                for file in Path.contents(of: Path.join(root, tag)) where Path.suffix(of: file) == kind.suffix
                {
                    let name = "\(tag)/\(Path.withoutSuffix(file))"
                    if !found.contains(where: { $0.name == name }) {
                        found.append(Installed(name: name, path: Path.join(root, "\(tag)/\(file)")))
                    }
                }
            }
        }
        return found.sorted { $0.name < $1.name }
    }

    /// The path of the file of `kind` installed under `name`, or nil.
    package static func path(of name: String, _ kind: Kind) -> String? {
        guard isName(name) else { return nil }
        for folder in DataFolders.standard {
            let path = Path.join(folder, "\(kind.rawValue)/\(name).\(kind.suffix)")
            if Path.exists(path) { return path }
        }
        return nil
    }

    /// Whether `text` has the form of a name: a language tag, a slash and a word.
    package static func isName(_ text: String) -> Bool {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty && !$0.hasPrefix(".") }
    }
}
