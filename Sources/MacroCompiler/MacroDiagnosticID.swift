public import Diagnostics

/// The stable names of what can be wrong in a macro file.
public enum MacroDiagnosticID: String, DiagnosticID {
    /// The first line does not say what the file is.
    case missingHeader = "macros.missing-header"
    /// The file is of another version, or a UniKey table that is not in UTF-8.
    case unknownVersion = "macros.unknown-version"
    /// Bytes that are not UTF-8.
    case illFormedText = "macros.ill-formed-text"
    /// A character that cannot be part of text.
    case controlCharacter = "macros.control-character"
    /// More keys than there may be.
    case tooMany = "macros.too-many"
    /// Nothing separates a key from its expansion.
    case missingSeparator = "macros.missing-separator"
    /// A line without a key.
    case missingKey = "macros.missing-key"
    /// A key without an expansion.
    case missingExpansion = "macros.missing-expansion"
    /// A key with a blank in it.
    case blankInKey = "macros.blank-in-key"
    /// A key longer than any word.
    case longKey = "macros.long-key"
    /// An expansion that does not fit.
    case longExpansion = "macros.long-expansion"
    /// A key that was defined before.
    case duplicateKey = "macros.duplicate-key"

    /// An error; in a UniKey table a warning, where the rest is good without the line.
    public var severity: Diagnostic.Severity { .error }

    /// Whether the rest of the table is good without the line.
    ///
    /// UniKey too leaves such lines out, or has other limits.
    var isOfOneLine: Bool {
        switch self {
        case .missingSeparator, .missingKey, .missingExpansion, .blankInKey, .longKey, .longExpansion,
            .duplicateKey:
            true
        case .missingHeader, .unknownVersion, .illFormedText, .controlCharacter, .tooMany: false
        }
    }
}
