import Composition
import Diagnostics
import Bytes
import Files
import Catalogue

/// A macro file as its user wrote it.
struct MacroFile {
    /// The abbreviations of all lines that can be used.
    let macros: Macros
    /// What is wrong with the others.
    let diagnostics: [Diagnostic]

    /// Reads `text`.
    init(_ text: SourceText) {
        let (macros, problems) = Macros.read(text.bytes)
        self.macros = macros
        diagnostics = problems.map { problem in
            var notes: [Diagnostic.Note] = []
            if let line = problem.firstLine {
                notes.append(.init("first defined here", at: text.lineRange(line - 1), in: text))
            }
            var fixIts: [Diagnostic.FixIt] = []
            if problem.reason == .missingHeader {
                let start = text.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
                fixIts.append(.init("perhaps begin with 'macros 1'", [.init(start..<start, "macros 1\n")]))
            }
            return Diagnostic(
                problem.id, problem.isWarning ? .warning : .error, problem.description, at: problem.range,
                in: text, notes: notes, fixIts: fixIts)
        }
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
        if Path.suffix(of: text.path) == "macros" { return true }
        for index in 0..<text.lineCount {
            let line = text.text(text.lineRange(index))
            if line.isEmpty || line == "#" || line.hasPrefix("# ") { continue }
            return line == "macros" || line.hasPrefix("macros ")
                || line.contains("***") && line.contains("version=")
        }
        return false
    }
}
