import Composition
import Diagnostics

/// What nothing uses, and what no key makes.
extension KeymapReader {
    func checkUse() {
        // Whoever includes a part may use it.
        guard !reading.isPart else { return }
        for (name, origin) in sets.unused { unused(.unusedSet(name), origin.range) }
        for (number, option) in options.all.enumerated() where !options.used.contains(number) {
            guard let origin = options.origin(number), isOwn(origin) else { continue }
            unused(.unusedOption(option.name), origin.range)
        }
        if tones.all.isEmpty, let statement = reading.statements(.place).first {
            reading.report(.unusedPlace, statement.word.range)
        }
        checkIncludedLetters()
    }

    private func unused(_ message: KeymapMessage, _ range: Range<Int>) {
        let line = reading.reports.lines(range)
        reading.report(
            message, range, fixIts: [reading.reports.removing(line, .remove, isObvious: false)])
    }

    private func isOwn(_ origin: KeymapDefinition.Origin) -> Bool { origin.text.path == reading.source.path }

    /// Letters and tones of a part that this keymap gives no keys.
    private func checkIncludedLetters() {
        var reported: Set<Int> = []
        for (statement, numbers) in letters.included {
            let keyless = numbers.filter {
                letters.all[$0].ways.isEmpty && letters.all[$0].marked.isEmpty
                    && reported.insert($0).inserted
            }
            guard !keyless.isEmpty else { continue }
            reading.report(
                .lettersWithoutKeys(keyless.map { letters.all[$0].text }, include: statement.text),
                statement.range)
        }
        guard let statement = letters.included.first?.statement else { return }
        for tone in tones.all where tone.keys.isEmpty && !isOwn(tone.origin) {
            reading.report(.toneWithoutKeys(tone.name, include: statement.text), statement.range)
        }
    }

    // MARK: Ways

    /// Keys that never make their letter, or make it whatever the condition says.
    func checkWays() {
        var waysByKeys: [[UInt8]: [(letter: Int, way: KeymapDefinition.Way)]] = [:]
        for (number, letter) in letters.all.enumerated() {
            for way in letter.ways { waysByKeys[way.keys, default: []].append((number, way)) }
        }
        for (number, letter) in letters.all.enumerated() {
            for way in letter.ways where isOwn(way.origin) {
                let rivals = (waysByKeys[way.keys] ?? []).filter { $0.letter != number }
                if let condition = way.condition {
                    check(way, condition, of: number, rivals, waysByKeys)
                } else if !rivals.isEmpty, options.isCovered(nil, by: rivals.lazy.map(\.way.condition)),
                    let option = rivals.compactMap({ $0.way.condition?.option }).first, !isPlain(number)
                {
                    report(
                        .shadowedKeys(
                            way.text, letter: letter.text, option: options.all[option].name), way,
                        notes: rivals.map { Reports.note(.takenHere, $0.way.origin) })
                }
            }
        }
    }

    /// Whether a letter is one that its own key types; it comes back when a change is undone.
    private func isPlain(_ number: Int) -> Bool {
        let letter = letters.all[number]
        return letter.text.utf8.count == 1 && letter.ways.contains { $0.keys.elementsEqual(letter.text.utf8) }
    }

    private func check(
        _ way: KeymapDefinition.Way, _ condition: KeymapDefinition.Condition, of number: Int,
        _ rivals: [(letter: Int, way: KeymapDefinition.Way)],
        _ waysByKeys: [[UInt8]: [(letter: Int, way: KeymapDefinition.Way)]]
    ) {
        let letter = letters.all[number]
        let always = letter.ways.first { $0.keys == way.keys && $0.condition == nil }
        if let always, rivals.allSatisfy({ $0.way.condition == nil }) {
            report(
                .idleCondition(options.text(of: condition), keys: way.text, letter: letter.text), way,
                notes: [Reports.note(.madeHere, always.origin)])
            return
        }
        // The keys before the last must make a letter under the same condition.
        let before = (waysByKeys[way.keys.dropLast()] ?? [])
        let isMarked = letters.all.contains { marked in
            marked.marked.contains { mark in
                way.keys.dropLast().last == mark.key
                    && letters.all[mark.base].ways.contains {
                        $0.keys.elementsEqual(way.keys.dropLast(2))
                    }
            }
        }
        let conditions = before.compactMap { before in before.way.condition.map { ($0, before.way.origin) } }
        if way.keys.count > 2, !before.isEmpty, !isMarked, conditions.count == before.count,
            conditions.allSatisfy({ $0.0.option == condition.option && $0.0.value != condition.value })
        {
            report(
                .impossibleCondition(
                    options.text(of: condition), letter: letter.text, prefix: String(way.text.dropLast()),
                    only: conditions.map { options.text(of: $0.0) }), way,
                notes: conditions.map { Reports.note(.madeHere, $0.1) })
            return
        }
        // When two letters depend on different options, the one that comes first in the alphabet is made.
        let winner = rivals.first { rival in
            guard let other = rival.way.condition else { return false }
            return other.option != condition.option && rival.letter < number
        }
        if let winner, let other = winner.way.condition {
            let made = letters.all[winner.letter].text
            report(
                .ambiguousConditions(
                    .init(
                        keys: way.text, letter: letter.text, condition: options.text(of: condition),
                        winner: made, winningCondition: options.text(of: other))), way,
                notes: [Reports.note(.letterMadeHere(made), winner.way.origin)])
        }
    }

    // MARK: Repairs

    /// Repairs that make no word.
    ///
    /// - Parameter network: What the grammars read.
    func checkRepairs(_ network: Network) {
        let own = repairs.all.filter { isOwn($0.origin) }
        guard !own.isEmpty, !reading.isPart || !syllables.grammars.isEmpty else { return }
        for repair in own {
            if repair.from == repair.to {
                report(.sameSides, repair)
            } else if syllables.grammars.isEmpty {
                report(.noSyllables, repair)
            } else if !network.reads(repair.to) {
                let text = repair.to.map { letters.all[$0].text }.joined()
                report(.noSyllableHas(text), repair)
            }
        }
    }

    private func report(_ fault: RepairFault, _ repair: KeymapDefinition.Repair) {
        let text = reading.source.text(repair.origin.range)
        reading.report(.idleRepair(text, fault), repair.origin.range)
    }

    private func report(
        _ message: KeymapMessage, _ way: KeymapDefinition.Way, notes: [Diagnostic.Note]
    ) {
        reading.report(Reports.diagnostic(message, way.origin, notes: notes))
    }
}

extension KeymapDefinition.Way {
    /// The keys as they are typed.
    fileprivate var text: String { String(decoding: keys, as: UTF8.self) }
}
