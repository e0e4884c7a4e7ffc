import Composition
import Diagnostics
import Bytes
import Files
import MacroCompiler
import Catalogue

/// A macro file as its user wrote it.
struct MacroFile {
    /// The abbreviations of all lines that can be used.
    let macros: Macros
    /// What is wrong with the others.
    let diagnostics: [Diagnostic]

    /// Reads `text`.
    init(_ text: SourceText) {
        (macros, diagnostics) = MacroCompiler.read(text)
    }

    /// Opens the macro file at `path`; what is wrong with it is reported.
    ///
    /// - Throws: `FileError` when it cannot be read, ``Failure`` when some line cannot be used.
    static func open(_ path: String) throws -> Macros {
        let file = MacroFile(SourceText(path: path, bytes: try MappedFile(path: path).bytes.array()))
        for diagnostic in file.diagnostics {
            Notices.line(diagnostic.rendered(color: Notices.isColoured))
        }
        guard !file.diagnostics.contains(where: { $0.severity == .error }) else {
            throw Failure(.badData, .notUsed(path))
        }
        return file.macros
    }

    /// Whether `text` is a macro file, seen from its name or else from its first line.
    static func isOne(_ text: SourceText) -> Bool {
        Path.suffix(of: text.path) == "macros" || MacroCompiler.hasHeader(text)
    }
}
