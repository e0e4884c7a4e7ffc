import Bytes
import Catalogue
import Composition
import Diagnostics
import Files
import KeymapCompiler
import LexiconCompiler
import MacroCompiler
import TransformCompiler

/// A keymap, a lexicon, a transform or a macro file as its author wrote it.
struct Source {
    /// What became of a source.
    struct Compilation {
        /// The compiled file; nil when there is an error, and for a source that is used as it was written.
        var bytes: [UInt8]?
        /// What is wrong with it.
        var diagnostics: [Diagnostic]
        /// The files it was compiled from, itself first.
        var inputs: [String]
    }

    /// Where it is.
    let path: String
    /// Its text.
    let text: SourceText
    /// What it is; nil when it is nothing known here.
    let kind: SourceKind?

    /// A source at `path` that holds `bytes`.
    init(path: String, bytes: [UInt8]) {
        self.path = path
        text = Source.text(path, bytes)
        kind = SourceKind.of(text)
    }

    /// Reads the source at `path`.
    ///
    /// - Throws: `FileError` when it cannot be read.
    init(path: String) throws(FileError) {
        self.init(path: path, bytes: try Opening.contents(of: path))
    }

    /// Compiles it, and runs the tests in it.
    func compiled() -> Compilation { compiled(text) }

    /// The source with its obvious fix-its made, and what is left to report; the file is not written.
    func fixed() -> Fixing { Fixing(text, counts: counts) { compiled($0).diagnostics } }

    /// The failure that a file of no known kind means: what it seems to be when it is no text, else what is expected.
    func unknown(_ uses: SourceKind.Uses) -> Failure {
        Failure(.badData, text.unreadable.map { Wording.unreadable(path, $0) } ?? .unknownSource(path, uses))
    }

    /// Whether the name of the file at `path` says that it is a source.
    static func isNamed(_ path: String) -> Bool { SourceKind.suffixes().contains(Path.suffix(of: path)) }

    /// The text of the file at `path`; of one that is not UTF-8 the encoding is guessed, for the message.
    static func text(_ path: String, _ bytes: [UInt8]) -> SourceText {
        var text = SourceText(path: path, bytes: bytes)
        if text.illFormedRange != nil { text.likelyEncoding = LikelyEncoding.guess(text) }
        return text
    }

    /// How much there is in `text` that a fix must not lose.
    private func counts(_ text: SourceText) -> [Int] {
        switch kind?.product {
        case .keymap: KeymapCompiler.counts(of: text)
        case .lexicon: LexiconCompiler.counts(of: text)
        case .transform: [TransformCompiler.lineCount(of: text)]
        case .macros: [MacroCompiler.read(text).macros.entries.count]
        case nil: []
        }
    }

    private func compiled(_ text: SourceText) -> Compilation {
        var inputs = [path]
        func read(_ paths: [String]) -> SourceText? {
            let found = Source.first(of: paths)
            if let found, !inputs.contains(found.path) { inputs.append(found.path) }
            return found
        }
        let bytes: [UInt8]?
        let diagnostics: [Diagnostic]
        switch kind?.product {
        case .keymap:
            (bytes, diagnostics) = KeymapCompiler.compile(
                text, include: { read(includePaths($0)) }, includable: includable)
        case .lexicon:
            var bar = ProgressBar(Path.name(of: path))
            defer { bar.finish() }
            let folder = Path.parent(of: path)
            (bytes, diagnostics) = LexiconCompiler.compile(
                text, exists: { Path.exists(Path.join(folder, $0)) },
                transform: { read(transformPaths($0)) }, progress: { bar.show($0) })
        case .transform: (bytes, diagnostics) = (nil, TransformCompiler.read(text).diagnostics)
        case .macros: (bytes, diagnostics) = (nil, MacroCompiler.read(text).diagnostics)
        case nil: (bytes, diagnostics) = (nil, [])
        }
        return Compilation(bytes: bytes, diagnostics: diagnostics, inputs: inputs)
    }

    /// Where the transform `name` may be: in the folder of transforms beside that of the lexicons, then in the data
    /// folders.
    private func transformPaths(_ name: String) -> [String] {
        guard Installed.isName(name) else { return [] }
        let beside = ["Transforms", "transforms"].map { Path.join(Path.parent(of: path), "../../\($0)") }
        let installed = DataFolders.standard.map { Path.join($0, "transforms") }
        return (beside + installed).map { Path.join($0, name + ".transform") }
    }

    /// Where the source of the keymap or part `name` may be: beside this one's language folder, then in the data
    /// folders.
    private func includePaths(_ name: String) -> [String] {
        guard Installed.isName(name) else { return [] }
        let beside = Path.join(Path.parent(of: path), "../\(name)")
        let installed = DataFolders.standard.map { Path.join($0, "keymaps/\(name)") }
        let suffixes = SourceKind.suffixes(of: .keymap)
        return ([beside] + installed).flatMap { place in suffixes.map { "\(place).\($0)" } }
    }

    /// The first file of `paths` that can be read.
    private static func first(of paths: [String]) -> SourceText? {
        for path in paths {
            if let bytes = try? Opening.contents(of: path) {
                return text(tidied(path), bytes)
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
                where SourceKind.suffixes(of: .keymap).contains(Path.suffix(of: file)) {
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
}
