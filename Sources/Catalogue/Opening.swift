package import Bytes
package import Composition
package import Lexicon
import Diagnostics
import Files

// The one way in which keymaps and lexicons are opened: the C library, the command and its editor come here.

extension Catalogue {
    /// Where the file of `kind` is that `argument` names: an installed name such as `vi/telex`, or a path.
    ///
    /// An installed name comes first; what has the suffix of such a file or looks like a path is one.
    ///
    /// - Throws: ``CatalogueError/noSuchName(_:_:)``.
    package static func path(
        of argument: String, _ kind: Installed.Kind
    ) throws(CatalogueError) -> String {
        let suffixes = SourceKind.suffixes(of: kind.product) + [kind.suffix]
        let isPath =
            suffixes.contains(Path.suffix(of: argument)) || argument.hasPrefix("/")
            || argument.hasPrefix("./") || argument.hasPrefix("../")
        if isPath { return argument }
        if let path = Installed.path(of: argument, kind) { return path }
        if Path.exists(argument), !Path.isFolder(argument) { return argument }
        throw .noSuchName(argument, kind)
    }

    /// The bytes of the file at `path`.
    package static func bytes(at path: String) throws(CatalogueError) -> Bytes {
        do throws(FileError) {
            return try MappedFile(path: path).bytes
        } catch {
            throw .file(error)
        }
    }

    /// The keymap that `bytes` are.
    ///
    /// - Parameter path: Where they are from, for the error.
    package static func keymap(_ bytes: Bytes, from path: String) throws(CatalogueError) -> Keymap {
        do throws(ContainerError) {
            return try Keymap(bytes)
        } catch {
            throw .container(path: path, error)
        }
    }

    /// The lexicon that `bytes` are.
    ///
    /// - Parameter path: Where they are from, for the error.
    package static func lexicon(_ bytes: Bytes, from path: String) throws(CatalogueError) -> Lexicon {
        do throws(ContainerError) {
            return try Lexicon(bytes)
        } catch {
            throw .container(path: path, error)
        }
    }

    /// The compiled keymap in the file at `path`.
    package static func keymap(at path: String) throws(CatalogueError) -> Keymap {
        try keymap(try bytes(at: path), from: path)
    }

    /// The compiled lexicon in the file at `path`.
    package static func lexicon(at path: String) throws(CatalogueError) -> Lexicon {
        try lexicon(try bytes(at: path), from: path)
    }
}
