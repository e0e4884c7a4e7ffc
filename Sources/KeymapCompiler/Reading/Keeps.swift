internal import Composition
internal import Diagnostics

extension Resolution {
    /// Reads `keep name when option=value` and the words below it.
    mutating func readKeeps() {
        var first: [WayKey: Origin] = [:]
        for statement in statements(.keep) where !statement.head.isBroken {
            let (name, condition) = splitCondition(statement.head.words)
            if name.isEmpty {
                report(
                    messages.missingText(
                        statement.end, "a name (such as that of the words' language)", after: "keep"))
            }
            let words = statement.block.flatMap(\.words)
            if words.isEmpty, !statement.block.contains(where: \.isBroken) {
                report(messages.missingText(statement.end, "words, in indented lines below", after: "keep"))
            }
            for word in words {
                guard let keys = keys(word) else { continue }
                guard keys.count <= KeptWords.limit else {
                    report(messages.longKeptWord(word, count: keys.count))
                    continue
                }
                let kept = WayKey(keys: keys, condition: condition)
                if let earlier = first[kept] ?? first[WayKey(keys: keys, condition: nil)] {
                    report(messages.duplicateKeptWord(word, first: earlier))
                    continue
                }
                first[kept] = origin(word.range)
                definition.keptWords.append(
                    KeymapDefinition.KeptWord(
                        keys: keys, condition: condition, origin: origin(word.range)))
            }
        }
    }

    /// Takes over the words that an included keymap keeps, a level further out.
    mutating func mergeKeeps(_ other: KeymapDefinition, _ numbers: Numbers) {
        var known = Set(definition.keptWords.map { WayKey(keys: $0.keys, condition: $0.condition) })
        for word in other.keptWords {
            guard let condition = numbers.condition(word.condition),
                known.insert(WayKey(keys: word.keys, condition: condition)).inserted
            else { continue }
            definition.keptWords.append(
                KeymapDefinition.KeptWord(
                    keys: word.keys, condition: condition, level: min(word.level + 1, Limits.levels - 1),
                    origin: word.origin))
        }
    }
}
