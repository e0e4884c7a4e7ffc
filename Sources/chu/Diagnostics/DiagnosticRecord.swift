import Diagnostics

/// A diagnostic as `chu check --format json` writes it.
///
/// Ids, severities and names of fields are the same everywhere; messages are in the language of the user.
struct DiagnosticRecord: Encodable {
    /// A further place.
    struct Note: Encodable {
        var file: String
        var line: Int
        var column: Int
        var message: String
    }

    /// A way to fix it.
    struct FixIt: Encodable {
        var message: String
        /// Whether `chu check --fix` makes it unasked.
        var obvious: Bool
        var edits: [Edit]
    }

    /// Bytes to be replaced, counted from the start of the file.
    struct Edit: Encodable {
        var from: Int
        var to: Int
        var replacement: String
    }

    var file: String
    var line: Int
    var column: Int
    var severity: String
    var id: String
    var message: String
    var notes: [Note]
    var fixIts: [FixIt]
    /// With `--fix`, whether its first fix-it has been made; places and edits are those of the text before.
    var fixed: Bool?

    /// The record of `diagnostic`.
    init(_ diagnostic: Diagnostic, isFixed: Bool? = nil) {
        fixed = isFixed
        file = diagnostic.text.path
        line = diagnostic.position.line
        column = diagnostic.position.column
        severity = diagnostic.severity.rawValue
        id = diagnostic.id
        message = diagnostic.wording.text
        notes = diagnostic.notes.map { note in
            let place = note.text.position(of: note.range.lowerBound)
            return Note(
                file: note.text.path, line: place.line, column: place.column, message: note.wording.text)
        }
        fixIts = diagnostic.fixIts.map { fixIt in
            FixIt(
                message: fixIt.wording.text, obvious: fixIt.isObvious,
                edits: fixIt.edits.map {
                    Edit(from: $0.range.lowerBound, to: $0.range.upperBound, replacement: $0.replacement)
                })
        }
    }
}
