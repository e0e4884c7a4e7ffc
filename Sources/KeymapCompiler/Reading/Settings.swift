import Composition
import Diagnostics

/// Whether capitals fold, how far keys reach, and the key that escapes.
///
/// Needs no other part, and says to the reading how letters and keys are read: nothing else comes before it.
final class Settings {
    private(set) var capitalsFold: Bool?
    private(set) var reachesSyllable: Bool?
    private(set) var undoesByRepeating: Bool?
    private(set) var escapeKey: UInt8?

    private let reading: Reading
    private var capitalsWord: Word?

    init(_ reading: Reading, _ included: [IncludedKeymap]) {
        self.reading = reading
        for statement in reading.statements { read(statement) }
        for other in included { merge(other) }
        reading.capitalsFold = capitalsFold ?? true
        // A key can be read when it is known whether capitals fold.
        if let statement = reading.statements(.escape).first,
            let word = reading.theWord(statement, .escapeKey)
        {
            escapeKey = reading.key(word, for: .escape)
        }
        for other in included { escapeKey = escapeKey ?? other.reader.settings.escapeKey }
    }

    private func read(_ statement: Statement) {
        switch statement.keyword {
        case .capitals where capitalsFold == nil:
            capitalsWord = word(statement, "fold", "distinct", &capitalsFold) ?? capitalsWord
        case .reach where reachesSyllable == nil:
            _ = word(statement, "syllable", "letter", &reachesSyllable)
        case .undo where undoesByRepeating == nil:
            _ = word(statement, "repeat", "never", &undoesByRepeating)
        default: break
        }
    }

    /// The word of a statement that takes one of two words, the first of which is yes.
    private func word(_ statement: Statement, _ yes: String, _ no: String, _ value: inout Bool?) -> Word? {
        guard let word = reading.theWord(statement, .oneOf([yes, no])) else { return nil }
        value = reading.choice(word, [yes: true, no: false], of: .keyword(statement.keyword.rawValue))
        return word
    }

    private func merge(_ other: IncludedKeymap) {
        let theirs = other.reader.reading.capitalsFold
        if capitalsFold == nil {
            capitalsFold = theirs
        } else if capitalsFold != theirs {
            reading.report(
                .includeConflict(other.statement.text, .capitals(folds: theirs)), other.statement.range,
                notes: capitalsWord.map { [reading.reports.note(.otherThanHere, $0.range)] } ?? [])
        }
        reachesSyllable = reachesSyllable ?? other.reader.settings.reachesSyllable
        undoesByRepeating = undoesByRepeating ?? other.reader.settings.undoesByRepeating
    }
}
