import Diagnostics
import Files

/// The sources that arguments name, folders walked.
struct SourceWalk {
    /// A source, and where it stands below the folder that was given.
    struct Item {
        /// Where it is.
        var path: String
        /// Its path below the folder it was found in; its own name when it was given itself.
        var relativePath: String
    }

    /// The sources, in the order of the arguments, each folder's sorted.
    private(set) var items: [Item] = []
    private let suffixes: [String]

    /// Walks `arguments`.
    ///
    /// - Parameter uses: What is to be done with the files found in folders.
    /// - Throws: ``Failure`` when an argument does not exist, or is a folder without a source.
    init(_ arguments: [String], _ uses: SourceKind.Uses) throws {
        suffixes = SourceKind.suffixes(for: uses, without: .include)
        for argument in arguments {
            guard Path.isFolder(argument) else {
                items.append(Item(path: argument, relativePath: Path.name(of: argument)))
                continue
            }
            let before = items.count
            walk(argument, below: "")
            guard items.count > before else { throw Failure(.noInput, .noSources(argument, suffixes)) }
        }
    }

    private mutating func walk(_ folder: String, below: String) {
        for name in Path.contents(of: folder) where !name.hasPrefix(".") {
            let path = Path.join(folder, name)
            let relative = below.isEmpty ? name : "\(below)/\(name)"
            if suffixes.contains(Path.suffix(of: name)) {
                items.append(Item(path: path, relativePath: relative))
            } else if Path.isFolder(path), below.filter({ $0 == "/" }).count < 32 {
                walk(path, below: relative)
            }
        }
    }
}
