import Diagnostics

/// A message of tests, the same in both languages.
private struct PlainMessage: DiagnosticMessage {
    enum ID: String, DiagnosticID {
        case plain = "test.plain"
        var severity: Diagnostic.Severity { .error }
    }

    var id: ID { .plain }
    var severity: Diagnostic.Severity
    var wording: Wording
}

extension Diagnostic {
    /// A diagnostic of the kind `id` that says `message` in both languages.
    init(
        _ id: String, _ severity: Severity, _ message: String, at range: Range<Int>, in text: SourceText,
        notes: [Note] = [], fixIts: [FixIt] = []
    ) {
        let plain = PlainMessage(severity: severity, wording: Wording(message, message))
        self.init(plain, at: range, in: text, notes: notes, fixIts: fixIts)
        self.id = id
    }
}

extension Diagnostic.Note {
    /// A note that says `message` in both languages.
    init(_ message: String, at range: Range<Int>, in text: SourceText) {
        self.init(Wording(message, message), at: range, in: text)
    }
}

extension Diagnostic.FixIt {
    /// A change that is described by `message` in both languages.
    init(_ message: String, _ edits: [Edit] = [], isObvious: Bool = true) {
        self.init(Wording(message, message), edits, isObvious: isObvious)
    }
}
