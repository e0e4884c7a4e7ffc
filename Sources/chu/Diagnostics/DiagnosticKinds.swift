import ArgumentParser
import Diagnostics
import KeymapCompiler
import LexiconCompiler
import MacroCompiler
import Text
import TransformCompiler

/// Every kind of diagnostic that a compiler or reader can report.
enum DiagnosticKinds {
    /// All of them, by who reports them.
    static let all: [DiagnosticKind] =
        KeymapCompiler.diagnosticKinds + LexiconCompiler.diagnosticKinds + TransformCompiler.diagnosticKinds
        + MacroCompiler.diagnosticKinds

    /// The kind called `id`.
    ///
    /// - Throws: ``Failure`` with the id that was probably meant.
    static func kind(_ id: String) throws -> DiagnosticKind {
        if let kind = all.first(where: { $0.id == id }) { return kind }
        throw Failure(.wrongUsage, .unknownID(id, meant: closest(id, among: all.map(\.id))))
    }

    /// Those whose id begins with the word `group`, such as `keymap`.
    static func kinds(in group: String) -> [DiagnosticKind] { all.filter { $0.group == group } }

    /// `kinds` as lines of aligned columns.
    static func table(_ kinds: [DiagnosticKind]) -> [String] {
        Inventory.lines(.diagnosticColumns, kinds.map { [$0.id, $0.severity.wording.text] })
    }

    /// What a shell offers where an id is expected.
    static var completion: CompletionKind { .custom { _, _, _ in all.map(\.id) } }
}

extension DiagnosticKind {
    /// The first word of the id, which says what kind of source it is about: `keymap`.
    var group: String { String(id.prefix { $0 != "." }) }
}

extension Diagnostic {
    /// The diagnostic in the language of the user.
    func shown(color: Bool) -> String { rendered(in: Surroundings.language, color: color) }
}
