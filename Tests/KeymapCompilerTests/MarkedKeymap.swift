import Diagnostics
import TestSupport
import Testing

@testable import KeymapCompiler

/// A keymap with one mistake in it, marked where the compiler sees it.
struct Case: CustomTestStringConvertible {
    var id: KeymapDiagnosticID
    /// The text of ``base`` that is replaced; empty to add to its end.
    var replaced: String
    /// What stands there instead, with 1️⃣ where the mistake is.
    var text: String
    var base: String
    var severity: Diagnostic.Severity
    /// What stands there when the first fix-it is applied.
    var fixed: String?

    /// - Parameter severity: Nil for the one of `id`.
    init(
        _ id: KeymapDiagnosticID, replacing replaced: String, by text: String,
        in base: String = Samples.spoilt, _ severity: Diagnostic.Severity? = nil, fixed: String? = nil
    ) {
        self.id = id
        self.replaced = replaced
        self.text = text
        self.base = base
        self.severity = severity ?? id.severity
        self.fixed = fixed
    }

    /// A case with `text` and a line feed at the end of `base`.
    init(
        _ id: KeymapDiagnosticID, _ text: String, in base: String = Samples.spoilt,
        _ severity: Diagnostic.Severity? = nil, fixed: String? = nil
    ) {
        func line(_ text: String) -> String { text.isEmpty ? "" : text + "\n" }
        self.init(id, replacing: "", by: line(text), in: base, severity, fixed: fixed.map(line))
    }

    var testDescription: String { "\(id): \(text.replacing("\n", with: "⏎"))" }

    /// The keymap with `text` in it.
    func source(_ text: String) -> String {
        replaced.isEmpty ? base + text : base.replacing(replaced, with: text, maxReplacements: 1)
    }

    /// The keymap with the mistake and its mark.
    var markedText: String { source(text) }

    /// The keymap with the mistake, without its mark.
    var source: SourceText { SourceText(path: "test.keymap", MarkedSource.unmarked(markedText)) }
}
