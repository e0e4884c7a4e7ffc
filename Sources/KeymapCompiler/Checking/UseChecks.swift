internal import Composition
internal import Diagnostics

/// What nothing uses, and what no key makes.
extension Resolution {
    mutating func checkUse() {
        // Whoever includes a part may use it.
        guard !isPart else { return }
        for (name, set) in sets.sorted(by: {
            $0.value.origin.range.lowerBound < $1.value.origin.range.lowerBound
        })
        where !set.isIncluded && !usedSets.contains(name) {
            report(messages.unusedSet(set.origin, name))
        }
        for (number, option) in definition.options.enumerated() where !usedOptions.contains(number) {
            guard let origin = optionOrigins[option.name], origin.text.path == source.path else { continue }
            report(messages.unusedOption(origin, option.name))
        }
        if definition.tones.isEmpty, let statement = statements(.place).first {
            report(messages.unusedPlace(statement.word))
        }
        checkIncludedLetters()
    }

    /// Letters and tones of a part that this keymap gives no keys.
    private mutating func checkIncludedLetters() {
        var told: Set<Int> = []
        for (statement, numbers) in includedLetters {
            let keyless = numbers.filter {
                definition.letters[$0].ways.isEmpty && definition.letters[$0].marked.isEmpty
                    && told.insert($0).inserted
            }
            guard !keyless.isEmpty else { continue }
            report(messages.lettersWithoutKeys(statement, keyless.map { definition.letters[$0].text }))
        }
        guard let statement = includedLetters.first?.statement else { return }
        for tone in definition.tones where tone.keys.isEmpty && tone.origin.text.path != source.path {
            report(messages.toneWithoutKeys(statement, tone.name))
        }
    }

    // MARK: Lists

    /// Tells the words of a list that stand in it twice.
    mutating func tellRepeated(_ words: some Sequence<Word>) {
        var known: [String: Word] = [:]
        for word in words {
            if let first = known[word.text] {
                report(messages.listedTwice(word, first: origin(first.range)))
            } else {
                known[word.text] = word
            }
        }
    }

    // MARK: Ways

    /// Keys that never make their letter, or make it whatever the condition says.
    mutating func checkWays() {
        var waysByKeys: [[UInt8]: [(letter: Int, way: KeymapDefinition.Way)]] = [:]
        for (number, letter) in definition.letters.enumerated() {
            for way in letter.ways { waysByKeys[way.keys, default: []].append((number, way)) }
        }
        for (number, letter) in definition.letters.enumerated() {
            for way in letter.ways where way.origin.text.path == source.path {
                let rivals = (waysByKeys[way.keys] ?? []).filter { $0.letter != number }
                if let condition = way.condition {
                    check(way, condition, of: number, rivals, waysByKeys)
                } else if !rivals.isEmpty, isCovered(nil, by: rivals.lazy.map(\.way.condition)),
                    let option = rivals.compactMap({ $0.way.condition?.option }).first, !isPlain(number)
                {
                    report(
                        messages.shadowedKeys(
                            way, of: letter.text, by: rivals.map(\.way.origin),
                            option: definition.options[option].name))
                }
            }
        }
    }

    /// Whether a letter is one that its own key types; it comes back when a change is undone.
    private func isPlain(_ number: Int) -> Bool {
        let letter = definition.letters[number]
        return letter.text.utf8.count == 1 && letter.ways.contains { $0.keys.elementsEqual(letter.text.utf8) }
    }

    private mutating func check(
        _ way: KeymapDefinition.Way, _ condition: Condition, of number: Int,
        _ rivals: [(letter: Int, way: KeymapDefinition.Way)],
        _ waysByKeys: [[UInt8]: [(letter: Int, way: KeymapDefinition.Way)]]
    ) {
        let letter = definition.letters[number]
        let always = letter.ways.first { $0.keys == way.keys && $0.condition == nil }
        if let always, rivals.allSatisfy({ $0.way.condition == nil }) {
            report(messages.idleCondition(way, of: letter.text, text(of: condition), always: always.origin))
            return
        }
        // The keys before the last must make a letter under the same condition.
        let before = (waysByKeys[way.keys.dropLast()] ?? [])
        let isMarked = definition.letters.contains { marked in
            marked.marked.contains { mark in
                way.keys.dropLast().last == mark.key
                    && definition.letters[mark.base].ways.contains {
                        $0.keys.elementsEqual(way.keys.dropLast(2))
                    }
            }
        }
        let conditions = before.compactMap { before in before.way.condition.map { ($0, before.way.origin) } }
        if way.keys.count > 2, !before.isEmpty, !isMarked, conditions.count == before.count,
            conditions.allSatisfy({ $0.0.option == condition.option && $0.0.value != condition.value })
        {
            report(
                messages.impossibleCondition(
                    way, of: letter.text, text(of: condition), only: conditions.map { (text(of: $0.0), $0.1) }
                ))
            return
        }
        // Of two letters on different options the one that comes first in the alphabet is made.
        let winner = rivals.first { rival in
            guard let other = rival.way.condition else { return false }
            return other.option != condition.option && rival.letter < number
        }
        if let winner, let other = winner.way.condition {
            report(
                messages.ambiguousKeys(
                    way, makes: letter.text, but: (definition.letters[winner.letter].text, winner.way.origin),
                    settings: (text(of: condition), text(of: other))))
        }
    }

    // MARK: Repairs

    /// Repairs that make no word.
    mutating func checkRepairs() {
        let own = definition.repairs.filter { $0.origin.text.path == source.path }
        guard !own.isEmpty, !isPart || !definition.grammars.isEmpty else { return }
        let network = GrammarNetwork(definition).network
        for repair in own {
            if repair.from == repair.to {
                report(messages.idleRepair(repair.origin, "both sides are the same"))
            } else if definition.grammars.isEmpty {
                report(messages.idleRepair(repair.origin, "there is no 'syllable' to say what is a word"))
            } else if !network.reads(repair.to) {
                let text = repair.to.map { definition.letters[$0].text }.joined()
                report(messages.idleRepair(repair.origin, "no syllable has \(quoted(text))"))
            }
        }
    }
}
