import Conversion
import Diagnostics
import KeymapCompiler
import LexiconCompiler
import Bytes
import Files
import Catalogue
import TransformCompiler

/// A keymap, a lexicon or a transform as its author wrote it.
struct Source {
    /// Where it is.
    let path: String
    /// Its text.
    let text: SourceText
    /// What it is, seen from the name of the file or else from its first line; nil when it is none of them.
    let kind: Installed.Kind?

    /// A source at `path` that holds `bytes`.
    init(path: String, bytes: [UInt8]) {
        self.path = path
        text = SourceText(path: path, bytes: bytes)
        kind = Source.kind(ofSuffix: Path.suffix(of: path)) ?? Source.kind(ofFirstLine: text)
    }

    /// Reads the source at `path`.
    ///
    /// - Throws: `FileError` when it cannot be read.
    init(path: String) throws(FileError) {
        self.init(path: path, bytes: try MappedFile(path: path).bytes.array())
    }

    /// Compiles it, and runs the tests in it.
    ///
    /// Of a transform there are no bytes, for it is used as it was written.
    func compiled() -> (bytes: [UInt8]?, diagnostics: [Diagnostic]) { compiled(text) }

    /// It and what is left to say of it when the fix-its that are obvious have been made; the file is not written.
    func mended() -> Fixing { Fixing(text) { compiled($0).diagnostics } }

    private func compiled(_ text: SourceText) -> (bytes: [UInt8]?, diagnostics: [Diagnostic]) {
        switch kind {
        case .keymaps: KeymapCompiler.compile(text, include: included, includable: includable)
        case .lexicons: compiledLexicon(text)
        case .transforms: (nil, TransformCompiler.read(text).diagnostics)
        case nil: (nil, [])
        }
    }

    private func compiledLexicon(_ text: SourceText) -> (bytes: [UInt8]?, diagnostics: [Diagnostic]) {
        var bar = ProgressBar(Path.name(of: path))
        defer { bar.finish() }
        let folder = Path.parent(of: path)
        return LexiconCompiler.compile(
            text, exists: { Path.exists(Path.join(folder, $0)) }, transform: transform,
            progress: { bar.show($0) })
    }

    /// The file of the transform `name`: in the folder of transforms beside that of the lexicons, then in the data
    /// folders.
    private func transform(_ name: String) -> SourceText? {
        guard Installed.isName(name) else { return nil }
        let beside = ["Transforms", "transforms"].map { Path.join(Path.parent(of: path), "../../\($0)") }
        let installed = DataFolders.standard.map { Path.join($0, "transforms") }
        return Source.first(of: (beside + installed).map { Path.join($0, name + ".transform") })
    }

    /// The source of the keymap or part `name`: beside this one's language folder first, then in the data folders.
    private func included(_ name: String) -> SourceText? {
        guard Installed.isName(name) else { return nil }
        let beside = Path.join(Path.parent(of: path), "../\(name)")
        let installed = DataFolders.standard.map { Path.join($0, "keymaps/\(name)") }
        return Source.first(of: ([beside] + installed).flatMap { [$0 + ".keymap", $0 + ".part"] })
    }

    /// The first file of `paths` that can be read.
    private static func first(of paths: [String]) -> SourceText? {
        for path in paths {
            if let file = try? MappedFile(path: path) {
                return SourceText(path: tidied(path), bytes: file.bytes.array())
            }
        }
        return nil
    }

    /// The names of the keymaps and parts that can be included.
    private func includable() -> [String] {
        let folders =
            [Path.join(Path.parent(of: path), "..")]
            + DataFolders.standard.map { Path.join($0, "keymaps") }
        var names: Set<String> = []
        for folder in folders {
            for tag in Path.contents(of: folder).prefix(1000) where Path.isFolder(Path.join(folder, tag)) {
                for file in Path.contents(of: Path.join(folder, tag))
                where ["keymap", "part"].contains(Path.suffix(of: file)) {
                    names.insert("\(tag)/\(Path.withoutSuffix(file))")
                }
            }
        }
        return names.sorted()
    }

    /// `a/b/../c` as `a/c`, so that messages show the path a person would write.
    private static func tidied(_ path: String) -> String {
        var parts: [Substring] = []
        for part in path.split(separator: "/", omittingEmptySubsequences: false) {
            if part == "..", let last = parts.last, last != "..", last != ".", !last.isEmpty {
                parts.removeLast()
            } else {
                parts.append(part)
            }
        }
        return parts.joined(separator: "/")
    }

    private static func kind(ofSuffix suffix: String) -> Installed.Kind? {
        Installed.Kind.allCases.first { $0.sourceSuffixes.contains(suffix) }
    }

    private static func kind(ofFirstLine text: SourceText) -> Installed.Kind? {
        for index in 0..<text.lineCount {
            let line = text.text(text.lineRange(index))
            if line.isEmpty || line.hasPrefix("#") { continue }
            if line.hasPrefix("\\") || line.hasPrefix("lexicon ") { return .lexicons }
            return line.hasPrefix("keymap ") ? .keymaps : line.hasPrefix("transform ") ? .transforms : nil
        }
        return nil
    }
}

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
    /// - Parameter suffixes: What the names of the files to be found in folders end in.
    /// - Throws: ``Failure`` when an argument does not exist, or is a folder without a source.
    init(_ arguments: [String], suffixes: [String]) throws {
        self.suffixes = suffixes
        for argument in arguments {
            guard Path.isFolder(argument) else {
                items.append(Item(path: argument, relativePath: Path.name(of: argument)))
                continue
            }
            let before = items.count
            walk(argument, below: "")
            guard items.count > before else { throw Failure(.noInput, .noSources(argument)) }
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
