import Composition
import Diagnostics
import Lexicon
import Bytes
import Files
import MacroCompiler
import Catalogue
import Languages
import Text

/// Opens keymaps and lexicons by name, by compiled file or by source.
enum Opening {
    /// The keymap that `argument` names.
    static func keymap(_ argument: String) throws -> Keymap {
        let file = try file(argument, .keymaps)
        return try Catalogue.keymap(file.contents, from: file.path)
    }

    /// The lexicon that `argument` names.
    static func lexicon(_ argument: String) throws -> Lexicon {
        let file = try file(argument, .lexicons)
        return try Catalogue.lexicon(file.contents, from: file.path)
    }

    /// The names of the keymaps that `argument` stands for: the name of a language or a tag for all that are installed
    /// for it, everything else for itself.
    static func keymapNames(_ argument: String) -> [String] {
        guard !argument.contains("/"), !argument.contains(".") else { return [argument] }
        let tags = Languages.tags(argument)
        let names = Installed.all(.keymaps).filter { installed in
            let script = Languages.named(installed.language).first?.scripts.first
            return (tags.isEmpty ? [argument] : tags).contains {
                LanguageTag.fits($0, installed.language, script: script)
            }
        }.map(\.name)
        return names.isEmpty ? [argument] : names
    }

    /// The lexicons that `arguments` name; a language tag or the name of a language alone stands for all lexicons that
    /// fit it.
    static func lexicons(_ arguments: [String]) throws -> [(name: String, lexicon: Lexicon)] {
        var opened: [(name: String, lexicon: Lexicon)] = []
        for argument in arguments {
            var fitting: [LexiconOfLanguage] = []
            if !argument.contains("/") {
                if LanguageArgument.isPlain(argument) { fitting = try lexicons(ofLanguage: argument) }
                if fitting.isEmpty { fitting = try Languages.tags(argument).flatMap(lexicons(ofLanguage:)) }
            }
            if fitting.isEmpty {
                opened.append((argument, try lexicon(argument)))
            } else {
                opened += fitting.map { ($0.name, $0.lexicon) }
            }
        }
        return opened
    }

    /// The installed lexicons that fit all of a tag.
    private static func lexicons(ofLanguage tag: String) throws -> [LexiconOfLanguage] {
        let (found, problems) = Catalogue.lexicons(for: tag)
        if let problem = problems.first { throw problem }
        return found.filter(\.isOfScript)
    }

    /// All installed lexicons; those that cannot be opened are reported and left out.
    static func installedLexicons() -> (lexicons: [(name: String, lexicon: Lexicon)], isWhole: Bool) {
        let all = Installed.all(.lexicons)
        let opened = all.compactMap { installed in
            orReport { (installed.name, try Catalogue.lexicon(at: installed.path)) }
        }
        return (opened, isWhole: opened.count == all.count)
    }

    /// The bytes of the file at `path`.
    static func contents(of path: String) throws(FileError) -> [UInt8] {
        try MappedFile(path: path).bytes.array()
    }

    /// The text of the source at `path`.
    static func text(of path: String) throws(FileError) -> SourceText {
        Source.text(path, try contents(of: path))
    }

    /// A reader of the file at `path`, or of standard input for `-`.
    static func reader(_ path: String) throws(FileError) -> PieceReader {
        path == "-"
            ? PieceReader(descriptor: 0, path: Wording.standardInput.text) : try PieceReader(path: path)
    }

    /// The abbreviations of the macro file at `path`; what is wrong with it is reported.
    ///
    /// - Throws: `FileError` when it cannot be read, ``Failure`` when some line cannot be used.
    static func macros(at path: String) throws -> Macros {
        let source = try Source(path: path)
        try source.checkLimits(of: .macros)
        let (macros, diagnostics) = MacroCompiler.read(source.text)
        diagnostics.forEach(Notices.report)
        guard !diagnostics.contains(where: { $0.severity == .error }) else {
            throw Failure(.badData, .notUsed(path))
        }
        return macros
    }

    /// Reads a compiled file whole and compares it with its checksum.
    ///
    /// - Returns: False when `file`, which is the one at `path`, is not a compiled one.
    /// - Throws: ``Failure`` when it is damaged.
    static func verifies(_ file: Bytes, at path: String) throws -> Bool {
        // By its name where its first bytes are damaged.
        let suffix = Path.suffix(of: path)
        let named: Container.Kind? =
            switch suffix {
            case SourceKind.Product.keymap.suffix: .keymap
            case SourceKind.Product.lexicon.suffix: .lexicon
            default: nil
            }
        do {
            switch Container.kind(of: file) ?? named {
            case .keymap: _ = try Keymap(file)
            case .lexicon: try Lexicon(file).verify()
            case nil: return false
            }
        } catch {
            throw Failure(.badData, .container(path, error))
        }
        return true
    }

    /// What `open` gives; nil when it throws, which is reported.
    static func orReport<Value>(_ open: () throws -> Value) -> Value? {
        do {
            return try open()
        } catch {
            report(error)
            return nil
        }
    }

    /// Writes an error of one file among many to standard error.
    static func report(_ error: any Error) {
        if let failure = Failure(of: error) { failure.report() } else { Notices.line("chu: \(error)") }
    }

    /// Writes an error of one file among many to standard error, and gives its exit code.
    ///
    /// - Throws: What is not a failure of that file, such as that nobody reads the output any more.
    static func reportedCode(of error: any Error) throws -> Failure.Code {
        guard let failure = Failure(of: error) else { throw error }
        failure.report()
        return failure.code
    }

    /// The compiled bytes that `argument` stands for; a source is compiled in memory.
    private static func file(
        _ argument: String, _ kind: Installed.Kind
    ) throws -> (path: String, contents: Bytes) {
        let path = try Catalogue.path(of: argument, kind)
        let contents = try Catalogue.bytes(at: path)
        if Container.kind(of: contents) != nil || Path.suffix(of: path) == kind.suffix {
            return (path, contents)
        }
        let source = Source(path: path, bytes: contents.array())
        guard let found = source.kind else { throw source.unknown(.build) }
        guard found.product == kind.product else {
            throw Failure(.badData, .wrongKind(path, found.product, expected: kind.product))
        }
        try source.checkLimits()
        let result = source.compiled()
        result.diagnostics.forEach(Notices.report)
        guard let bytes = result.bytes else { throw Failure(.badData, .notCompiled(path)) }
        return (path, Bytes(bytes))
    }
}
