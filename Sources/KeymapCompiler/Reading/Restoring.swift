import Composition
import Diagnostics

/// When the typed keys are given back; needs the options, for its condition.
final class Restoring {
    private(set) var restores: Bool?
    private(set) var condition: KeymapDefinition.Condition?
    private(set) var keys: [KeyEvent]?

    private let reading: Reading
    private let options: Options

    init(_ reading: Reading, _ options: Options, _ included: [IncludedKeymap]) {
        self.reading = reading
        self.options = options
        for statement in reading.statements(.restore) { read(statement) }
        for other in included { merge(other) }
    }

    private func read(_ statement: Statement) {
        let (words, condition) = options.splitCondition(statement.words)
        guard let first = words.first else {
            reading.missing(.restoreRule, in: statement)
            return
        }
        switch reading.choice(first, ["unless": 0, "by": 1, "never": 2], of: .keyword("restore")) {
        case 0:
            guard words.count > 1 else {
                reading.missing(.oneOf(["syllable"]), .after("restore unless"), at: statement.end)
                return
            }
            _ = reading.choice(words[1], ["syllable": true], of: .keyword("restore unless"))
            reading.expectNoMore(words.dropFirst(2), .after("restore unless syllable"))
            restores = true
            self.condition = condition
        case 1:
            guard words.count > 1 else {
                reading.missing(.restoreKey, .after("restore by"), at: statement.end)
                return
            }
            _ = reading.withoutCondition(statement.words, in: "restore by")
            reading.reportRepeated(words.dropFirst())
            for word in words.dropFirst() { keys = (keys ?? []) + (reading.events(word) ?? []) }
        case 2:
            reading.expectNoMore(words.dropFirst(), .after("restore never"))
            restores = restores ?? false
        default: break
        }
    }

    private func merge(_ other: IncludedKeymap) {
        let theirs = other.reader.restoring
        if restores == nil, let restores = theirs.restores,
            let condition = other.condition(theirs.condition)
        {
            self.restores = restores
            self.condition = condition
        }
        keys = keys ?? theirs.keys
    }
}
