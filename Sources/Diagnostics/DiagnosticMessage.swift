/// The stable names of the diagnostics of one compiler, checker or reader, such as `keymap.duplicate-letter`.
///
///     enum MacroDiagnosticID: String, DiagnosticID {
///         case missingKey = "macros.missing-key"
///         var severity: Diagnostic.Severity { .error }
///     }
///
/// A name never changes. Each has a section in the article of its compiler, in every language.
public protocol DiagnosticID: RawRepresentable, CaseIterable, Hashable, Sendable where RawValue == String {
    /// How bad such a problem is; where it varies, at its worst.
    var severity: Diagnostic.Severity { get }
}

/// What a compiler, checker or reader can report: a case for each sentence, with what the sentence names as values.
///
///     enum MacroMessage: DiagnosticMessage {
///         case duplicateKey(String)
///         var id: MacroDiagnosticID { .duplicateKey }
///         var wording: Wording {
///             switch self {
///             case .duplicateKey(let key):
///                 Wording("\(quoted(key)) is defined twice", "\(quoted(key)) được định nghĩa hai lần")
///             }
///         }
///     }
///
/// All its wordings stand in one place; who finds the problem names the case and gives values, never a piece of a sentence.
public protocol DiagnosticMessage: Sendable {
    /// The names of its kinds.
    associatedtype ID: DiagnosticID

    /// The kind it belongs to.
    var id: ID { get }
    /// How bad it is; what its ``id`` says, unless the message decides otherwise.
    var severity: Diagnostic.Severity { get }
    /// What was found and what was expected: lower case, no full stop, quoting the author's own text.
    var wording: Wording { get }
}

extension DiagnosticMessage {
    /// What its ``id`` says.
    public var severity: Diagnostic.Severity { id.severity }
}

/// One kind of diagnostic, as lists show it.
public struct DiagnosticKind: Hashable, Sendable {
    /// The stable name, such as `keymap.duplicate-letter`.
    public let id: String
    /// How bad such a problem is; where it varies, at its worst.
    public let severity: Diagnostic.Severity

    /// All kinds of `ids`, in their order.
    ///
    ///     DiagnosticKind.all(of: MacroDiagnosticID.self)
    public static func all<ID: DiagnosticID>(of ids: ID.Type) -> [DiagnosticKind] {
        ids.allCases.map { DiagnosticKind(id: $0.rawValue, severity: $0.severity) }
    }
}
