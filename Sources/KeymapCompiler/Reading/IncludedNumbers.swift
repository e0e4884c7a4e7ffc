internal import Composition
internal import Diagnostics

extension Resolution {
    /// What the numbers of an included keymap are here.
    struct Numbers {
        var options: [Int] = []
        /// For each option its values; nil for a value that is not known here.
        var values: [[Int?]] = []
        var classes: [Int] = []
        var letters: [Int] = []
        var tones: [Int] = []

        /// The condition in the numbers here; `.some(nil)` when there is none, nil when it can never hold.
        func condition(_ condition: Condition?) -> Condition?? {
            guard let condition else { return .some(nil) }
            guard options.indices.contains(condition.option),
                values[condition.option].indices.contains(condition.value),
                let value = values[condition.option][condition.value]
            else { return nil }
            return .some(Condition(option: options[condition.option], value: value))
        }

        func letters(_ numbers: [Int]) -> [Int] { numbers.map { letters[$0] } }

        func form(_ form: Form) -> Form {
            form.map { Element(alternatives: $0.alternatives.map { letters($0) }, repetition: $0.repetition) }
        }
    }

    // MARK: Options

    mutating func mergeOptions(_ included: KeymapParser.Included) -> Numbers {
        var numbers = Numbers()
        for option in included.resolution.definition.options {
            if let own = definition.options.firstIndex(where: { $0.name == option.name }) {
                let values = definition.options[own].values
                numbers.options.append(own)
                numbers.values.append(option.values.map { values.firstIndex(of: $0) })
                if let missing = option.values.first(where: { !values.contains($0) }) {
                    let what = "its option '\(option.name)' has the value '\(missing)'"
                    let word = optionOrigins[option.name]
                    report(messages.includeConflict(included.statement, what, with: word))
                }
            } else {
                numbers.options.append(definition.options.count)
                numbers.values.append(option.values.indices.map { $0 })
                definition.options.append(option)
                optionOrigins[option.name] = included.resolution.optionOrigins[option.name]
            }
        }
        usedOptions.formUnion(included.resolution.usedOptions.map { numbers.options[$0] })
        return numbers
    }

    // MARK: Letters

    mutating func mergeLetters(_ included: KeymapParser.Included, _ numbers: inout Numbers) {
        let other = included.resolution.definition
        for name in other.classes {
            let number = classNumbers[name] ?? definition.classes.count
            if number == definition.classes.count {
                definition.classes.append(name)
                classNumbers[name] = number
            }
            numbers.classes.append(number)
        }
        for letter in other.letters {
            let classes = letter.classes.map { numbers.classes[$0] }
            let number =
                table.number(letter.text) ?? addLetter(letter.text, classes: classes, origin: letter.origin)
            numbers.letters.append(number)
            let missing = classes.filter { !definition.letters[number].classes.contains($0) }
            definition.letters[number].classes += missing
            if definition.letters[number].partClasses.isEmpty {
                definition.letters[number].partClasses = letter.partClasses.map { numbers.classes[$0] }
            }
        }
        usedClasses.formUnion(included.resolution.usedClasses.map { numbers.classes[$0] })
        let declared =
            included.resolution.declarations.keys + included.resolution.includedLetters.flatMap(\.numbers)
        includedLetters.append((included.statement, declared.sorted().map { numbers.letters[$0] }))
        for (index, letter) in other.letters.enumerated() {
            for way in letter.ways { mergeWay(way, of: numbers.letters[index], numbers) }
            for mark in letter.marked {
                guard let condition = numbers.condition(mark.condition) else { continue }
                let base = numbers.letters[mark.base]
                let key = MarkKey(base: base, key: mark.key, condition: condition)
                guard markClaims[key] == nil else { continue }
                markClaims[key] = Claim(
                    letter: numbers.letters[index], origin: letter.origin, isIncluded: true)
                definition.letters[numbers.letters[index]].marked.append((base, mark.key, condition))
            }
        }
    }

    /// Own ways win: keys that make a letter here make no other one there.
    private mutating func mergeWay(_ way: KeymapDefinition.Way, of number: Int, _ numbers: Numbers) {
        guard let condition = numbers.condition(way.condition) else { return }
        let key = WayKey(keys: way.keys, condition: condition)
        if let always = claims[WayKey(keys: way.keys, condition: nil)], !always.isIncluded { return }
        guard claims[key] == nil else { return }
        claims[key] = Claim(letter: number, origin: way.origin, isIncluded: true)
        definition.letters[number].ways.append(
            KeymapDefinition.Way(keys: way.keys, condition: condition, origin: way.origin))
    }

    // MARK: Tones

    mutating func mergeTones(_ included: KeymapParser.Included, _ numbers: inout Numbers) {
        let other = included.resolution.definition
        var taken = Set(definition.tones.flatMap(\.keys) + definition.clearKeys)
        for tone in other.tones {
            if let own = definition.tones.firstIndex(where: { $0.name == tone.name || $0.mark == tone.mark })
            {
                let mine = definition.tones[own]
                if mine.name != tone.name || mine.mark != tone.mark {
                    let what = "its tone '\(tone.name)' is \(quoted(String(Character(tone.mark))))"
                    report(messages.includeConflict(included.statement, what, with: mine.origin))
                }
                let keys = tone.keys.filter { !taken.contains($0) }
                definition.tones[own].keys += keys
                taken.formUnion(keys)
                numbers.tones.append(own)
            } else {
                numbers.tones.append(definition.tones.count)
                var tone = tone
                tone.keys.removeAll { taken.contains($0) }
                taken.formUnion(tone.keys)
                definition.tones.append(tone)
            }
        }
        definition.clearKeys += other.clearKeys.filter { !taken.contains($0) }
    }

    // MARK: Sets

    mutating func mergeSets(_ included: KeymapParser.Included, _ numbers: Numbers) {
        for (name, set) in included.resolution.sets where sets[name] == nil && classNumbers[name] == nil {
            let sequences = set.sequences.map { numbers.letters($0) }
            sets[name] = NamedSet(sequences: sequences, origin: set.origin, isIncluded: true)
        }
    }

    // MARK: Rules

    /// Adds the groups of an included keymap after the own ones; its keys where there are no own ones.
    private mutating func mergeTextRules(_ other: TextRules, _ resolution: Resolution, _ numbers: Numbers) {
        let markers = other.markers.map { name -> UInt32 in
            if let index = definition.text.markers.firstIndex(of: name) { return UInt32(index + 1) }
            definition.text.markers.append(name)
            return UInt32(definition.text.markers.count)
        }
        func merged(_ groups: [TextRules.Group]) -> [TextRules.Group] {
            groups.compactMap { group in
                guard case .change(let rules) = group else { return group }
                let kept = rules.compactMap { rule -> TextRules.Rule? in
                    guard let condition = numbers.condition(rule.condition) else { return nil }
                    var rule = rule.renumbered(markers)
                    rule.condition = condition
                    return rule
                }
                return kept.isEmpty ? nil : .change(kept)
            }
        }
        definition.text.groups += merged(other.groups)
        definition.text.backspace += merged(other.backspace)
        if statements(.form).isEmpty { definition.text.form = other.form }
        if statements(.backspace).allSatisfy({ $0.head.words.isEmpty }) {
            definition.text.backspaceTakesCharacter = other.backspaceTakesCharacter
        }
        let own = definition.text.keys.map(\.event)
        for key in other.keys where !own.contains(key.event) {
            var key = key
            key.text = key.text.map { TextRules.renumbered($0, markers) }
            definition.text.keys.append(key)
        }
    }

    // MARK: Everything else

    mutating func mergeRest(_ included: KeymapParser.Included, _ numbers: Numbers) {
        let other = included.resolution.definition
        mergeGrammars(other, numbers)
        for place in other.places {
            guard let condition = numbers.condition(place.condition) else { continue }
            var test = place.test
            if case .rime(let letters) = test { test = .rime(numbers.letters(letters)) }
            let place = Place(test: test, position: place.position, condition: condition)
            definition.places.append(place)
        }
        var repaired = Set(definition.repairs.map(\.from))
        for repair in other.repairs {
            let from = numbers.letters(repair.from)
            guard repaired.insert(from).inserted else { continue }
            definition.repairs.append(
                KeymapDefinition.Repair(from: from, to: numbers.letters(repair.to), origin: repair.origin))
        }
        mergeKeeps(other, numbers)
        mergeTextRules(other.text, included.resolution, numbers)
        if definition.cluster == nil, var cluster = other.cluster {
            cluster.types = cluster.types.map { pattern($0, numbers) }
            cluster.order = cluster.order.map { numbers.classes[$0] }
            definition.cluster = cluster
        }
        mergeSettings(included.resolution, numbers)
    }

    private mutating func mergeGrammars(_ other: KeymapDefinition, _ numbers: Numbers) {
        for grammar in other.grammars {
            // The same keymap may be included on two ways.
            let isKnown = definition.grammars.contains {
                $0.name == grammar.name && $0.origin?.text.path == grammar.origin?.text.path
                    && $0.origin?.range == grammar.origin?.range
            }
            guard !isKnown else { continue }
            var mapped = KeymapDefinition.Grammar(
                name: grammar.name, onsetRequired: grammar.onsetRequired,
                onsets: grammar.onsets.map { numbers.form($0) }, rimes: [], words: [],
                syllables: grammar.syllables)
            mapped.origin = grammar.origin
            mapped.level = min(grammar.level + 1, Limits.levels - 1)
            mapped.rimes = grammar.rimes.map { rime in
                KeymapDefinition.Rime(
                    form: numbers.form(rime.form), tones: rime.tones?.map { numbers.tones[$0] },
                    after: rime.after?.map { numbers.letters($0) }, needsTone: rime.needsTone)
            }
            mapped.words = grammar.words.map { word in
                (numbers.form(word.form), word.tones?.map { numbers.tones[$0] })
            }
            definition.grammars.append(mapped)
        }
    }

    private func pattern(_ pattern: Pattern, _ numbers: Numbers) -> Pattern {
        switch pattern {
        case .letterClass(let number): .letterClass(numbers.classes[number])
        case .sequence(let parts): .sequence(parts.map { self.pattern($0, numbers) })
        case .choice(let parts): .choice(parts.map { self.pattern($0, numbers) })
        case .optional(let part): .optional(self.pattern(part, numbers))
        }
    }

    private mutating func mergeSettings(_ other: Resolution, _ numbers: Numbers) {
        if settings.restores == nil, let restores = other.settings.restores,
            let condition = numbers.condition(other.settings.restoreCondition)
        {
            settings.restores = restores
            settings.restoreCondition = condition
        }
        settings.restoreKeys = settings.restoreKeys ?? other.settings.restoreKeys
        settings.escapeKey = settings.escapeKey ?? other.settings.escapeKey
    }
}
