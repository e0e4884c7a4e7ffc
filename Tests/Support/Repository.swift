public import Composition
public import Diagnostics
import KeymapCompiler
public import Lexicon
import LexiconCompiler
import Bytes
import Files
public import Testing

/// The checkout that the tests belong to: its keymaps and lexicons, and what others published.
public enum Repository {
    /// The folder of `Package.swift`, without a slash at its end.
    public static let root: String = {
        let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        return parts.dropLast(3).joined(separator: "/")
    }()

    /// The path of a file or folder that others published, which need not be there.
    ///
    /// It is one that `make suites` fetched, or one of the folder `shared` beside the checkout.
    public static func sharedPath(_ path: String) -> String {
        let fetched = "\(root)/.build/suites/\(path)"
        return fileExists(fetched) ? fetched : "\(root)/../shared/\(path)"
    }

    /// Such a file as a source text, or nil when it is not there.
    public static func shared(_ path: String) -> SourceText? { text(sharedPath(path)) }

    /// Why a test of such a file is skipped.
    public static let isNotShared: Comment = "its data is not there; 'make suites' fetches it"

    /// A file as a source text; nil when it cannot be read.
    public static func text(_ path: String) -> SourceText? {
        guard let file = try? MappedFile(path: path) else { return nil }
        let prefix = root + "/"
        return SourceText(
            path: path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path,
            bytes: file.bytes.array())
    }

    /// The names of all shipped sources of the folder `Keymaps` or `Lexicons`, such as `vi/telex`, in order.
    public static func names(in folder: String, endings: [String]) -> [String] {
        var names: [String] = []
        for tag in entries("\(root)/\(folder)") {
            for file in entries("\(root)/\(folder)/\(tag)") {
                for ending in endings where file.hasSuffix(ending) {
                    names.append("\(tag)/\(file.dropLast(ending.count))")
                }
            }
        }
        return names.sorted()
    }

    /// The files one folder below `folder` whose names end in `ending`, as paths from the root of the checkout.
    public static func files(in folder: String, ending: String) -> [String] {
        names(in: folder, endings: [ending]).map { "\(folder)/\($0)\(ending)" }
    }

    /// The names of the shipped keymaps.
    public static let keymapNames = names(in: "Keymaps", endings: [".keymap"])

    /// The names of the shipped lexicons.
    public static let lexiconNames = names(in: "Lexicons", endings: [".lexicon", ".sfm"])

    /// The source of the keymap or part `name`.
    public static func keymapSource(_ name: String) -> SourceText? {
        text("\(root)/Keymaps/\(name).keymap") ?? text("\(root)/Keymaps/\(name).part")
    }

    /// A source of the shipped lexicons.
    public static func lexiconSource(_ name: String) -> SourceText? {
        text("\(root)/Lexicons/\(name).lexicon") ?? text("\(root)/Lexicons/\(name).sfm")
    }

    private static let keymaps = Compiled { name in
        guard let source = keymapSource(name) else { throw Missing(name: name) }
        let (bytes, diagnostics) = KeymapCompiler.compile(source, include: keymapSource)
        guard let bytes else { throw CompilationError(diagnostics) }
        return bytes
    }

    private static let lexicons = Compiled { name in
        guard let source = lexiconSource(name) else { throw Missing(name: name) }
        let (bytes, diagnostics) = LexiconCompiler.compile(source, transform: transformSource)
        guard let bytes else { throw CompilationError(diagnostics) }
        return bytes
    }

    /// The compiled bytes of a shipped keymap.
    public static func compiledKeymap(_ name: String) throws -> [UInt8] { try keymaps.bytes(name) }

    /// A shipped keymap, compiled from its source.
    public static func keymap(_ name: String) throws -> Keymap {
        try Keymap(Bytes(compiledKeymap(name)))
    }

    /// The compiled bytes of a shipped lexicon.
    public static func compiledLexicon(_ name: String) throws -> [UInt8] { try lexicons.bytes(name) }

    /// The source of the transform `name`, such as `blt-Tavt/blt-Latn`.
    public static func transformSource(_ name: String) -> SourceText? {
        text("\(root)/Transforms/\(name).transform")
    }

    /// A shipped lexicon, compiled from its source.
    public static func lexicon(_ name: String) throws -> Lexicon {
        try Lexicon(Bytes(compiledLexicon(name)))
    }

    /// There is no shipped file of this name.
    public struct Missing: Error {
        /// The name asked for.
        public var name: String
    }

    private static func entries(_ folder: String) -> [String] {
        (Folder.names(at: folder) ?? []).filter { !$0.hasPrefix(".") }
    }
}
