public import Bytes
public import Files

/// Why a keymap, a lexicon or a transform cannot be opened.
public enum CatalogueError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The system refused to open or read the file.
    case file(FileError)
    /// The file at `path` is not compiled, or is compiled from another kind of source or by another version, or is damaged.
    case container(path: String, ContainerError)
    /// Nothing is installed under this name, and there is no such file either.
    case noSuchName(String, Installed.Kind)

    /// What is wrong and with which file, in English and without a full stop.
    public var description: String {
        switch self {
        case .file(let error): error.description
        case .container(let path, let error): "\(path): \(error.description)"
        case .noSuchName(let name, let kind):
            "\(name): no such file, and nothing in \(kind.rawValue) is installed under this name"
        }
    }
}
