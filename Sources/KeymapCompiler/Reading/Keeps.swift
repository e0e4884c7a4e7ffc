import Composition
import Diagnostics

/// The words that are kept as typed; needs the options, for its conditions.
final class Keeps {
    typealias Origin = KeymapDefinition.Origin

    private(set) var words: [KeymapDefinition.KeptWord] = []

    private let reading: Reading
    private let options: Options
    private var origins: [Kept: Origin] = [:]

    private struct Kept: Hashable {
        var keys: [UInt8]
        var condition: KeymapDefinition.Condition?
    }

    init(_ reading: Reading, _ options: Options, _ included: [IncludedKeymap]) {
        self.reading = reading
        self.options = options
        for statement in reading.statements(.keep) { read(statement) }
        for other in included { merge(other) }
    }

    /// Reads `keep name when option=value` and the words below it.
    private func read(_ statement: Statement) {
        let (name, condition) = options.splitCondition(statement.head.words)
        if name.isEmpty { reading.missing(.keepName, in: statement) }
        let words = statement.block.flatMap(\.words)
        if words.isEmpty {
            reading.missing(.keptWords, in: statement)
        }
        for word in words {
            guard let keys = reading.keys(word) else { continue }
            guard keys.count <= KeptWords.limit else {
                reading.report(.longKeptWord(word.text, count: keys.count), word.range)
                continue
            }
            let kept = Kept(keys: keys, condition: condition)
            if let earlier = origins[kept] ?? origins[Kept(keys: keys, condition: nil)] {
                let range = reading.reports.withBlanks(word.range)
                reading.report(
                    .duplicateKeptWord(word.text), word.range,
                    notes: [Reports.note(.firstKeptHere, earlier)],
                    fixIts: [reading.reports.removing(range, .removeHere)])
                continue
            }
            add(kept, level: 0, reading.origin(word))
        }
    }

    /// Takes over the words that an included keymap keeps, a level further out.
    private func merge(_ included: IncludedKeymap) {
        for word in included.reader.keeps.words {
            guard let condition = included.condition(word.condition) else { continue }
            let kept = Kept(keys: word.keys, condition: condition)
            guard origins[kept] == nil else { continue }
            add(kept, level: min(word.level + 1, Limits.levels - 1), word.origin)
        }
    }

    private func add(_ kept: Kept, level: Int, _ origin: Origin) {
        origins[kept] = origin
        words.append(
            KeymapDefinition.KeptWord(
                keys: kept.keys, condition: kept.condition, level: level, origin: origin))
    }
}
