import Composition
import ICU
import Bytes

/// Writes a checked definition as a compiled keymap.
///
/// The same definition gives the same bytes. See the article *Keymap format* of `Composition`.
struct KeymapWriter {
    typealias Format = KeymapFormat

    let definition: KeymapDefinition
    private let automata: Automata
    private var conditions: [KeymapDefinition.Condition] = []
    /// Rows of a letter and its condition; a row of zeros ends each list.
    private var alternatives: [UInt8] = []
    /// Rules that an earlier one of their group leaves nothing to.
    private(set) var hiddenRules: [RuleCompiler.Hidden] = []

    private init(_ definition: KeymapDefinition, _ automata: Automata) {
        self.definition = definition
        self.automata = automata
    }

    private var table: KeyActions { automata.actions }

    /// A compiled keymap, and what writing it has shown.
    struct Written {
        var bytes: [UInt8]
        /// Rules that an earlier one of their group leaves nothing to.
        var hiddenRules: [RuleCompiler.Hidden]
    }

    /// The bytes of the compiled keymap.
    ///
    /// - Throws: ``TableTooLarge`` when a table would exceed the format's bounds.
    static func write(_ definition: KeymapDefinition, _ automata: Automata) throws(TableTooLarge) -> Written {
        var writer = KeymapWriter(definition, automata)
        let bytes = try writer.bytes()
        return Written(bytes: bytes, hiddenRules: writer.hiddenRules)
    }

    private mutating func bytes() throws(TableTooLarge) -> [UInt8] {
        var sections = ContainerWriter(kind: .keymap, version: Format.version)
        let cluster = clusterTable()
        let (outputs, text) = outputTables()
        let rules = try ruleSections()
        let onsets = vowelOnsets()
        var header = [UInt32](repeating: 0, count: Format.Field.count)
        header[Format.Field.letterCount] = UInt32(definition.letters.count)
        header[Format.Field.keyCount] = UInt32(table.keys.count - 1)
        header[Format.Field.toneCount] = UInt32(definition.tones.count)
        header[Format.Field.grammarCount] = UInt32((definition.grammars.map(\.level).max() ?? -1) + 1)
        header[Format.Field.flags] = flags
        header[Format.Field.restoreCondition] = UInt32(number(of: definition.restoreCondition))
        header[Format.Field.escapeKey] = UInt32(definition.escapeKey ?? 0)
        header[Format.Field.symbolCount] = UInt32(automata.letters.count)
        header[Format.Field.strictCount] = UInt32(automata.strict.stateCount)
        header[Format.Field.looseCount] = UInt32(automata.loose.stateCount)
        header[Format.Field.onsetCount] = UInt32(onsets.count)
        header[Format.Field.placeCount] = UInt32(definition.places.count)
        header[Format.Field.repairCount] = UInt32(definition.repairs.count)
        header[Format.Field.positionCount] = UInt32(cluster.positionCount)
        header[Format.Field.slotCount] = UInt32(definition.cluster?.order.count ?? 0)
        header[Format.Field.optionCount] = UInt32(definition.options.count)
        header[Format.Field.restoreKeyCount] = UInt32(definition.restoreKeys.count)
        let places = placeTable()
        let keys = keyTable()
        let actions = actionTable()
        let keptWords = keptWordTable()
        guard conditions.count < Format.conditionLimit, alternatives.count <= 2 * 256 else {
            let ways = definition.letters.lazy.flatMap(\.ways)
            let origin = ways.last { $0.condition != nil }?.origin
            throw TableTooLarge(table: .conditions, origin: origin)
        }
        sections.add(Format.Section.facts, facts())
        sections.add(Format.Section.header, written { for field in header { $0.u32(field) } })
        sections.add(Format.Section.keyIndex, table.keyIndex.map { UInt8($0) })
        sections.add(Format.Section.keys, keys)
        sections.add(Format.Section.letters, letterTable())
        sections.add(Format.Section.actions, actions)
        sections.add(Format.Section.outputs, outputs)
        sections.add(Format.Section.text, text)
        sections.add(Format.Section.conditions, conditions.flatMap { [UInt8($0.option), UInt8($0.value)] })
        sections.add(Format.Section.symbols, automata.symbols)
        sections.add(Format.Section.strict, written { for state in automata.strict.next { $0.u16(state) } })
        sections.add(
            Format.Section.strictMasks,
            written {
                for (accepted, possible) in zip(automata.strict.accepts, automata.possible) {
                    $0.u32(accepted)
                    $0.u32(withToneToCome(possible))
                }
            })
        sections.add(Format.Section.loose, written { for state in automata.loose.next { $0.u16(state) } })
        sections.add(
            Format.Section.looseMasks,
            written { for mask in automata.loose.possible { $0.u32(withToneToCome(mask)) } })
        sections.add(
            Format.Section.onsets, onsets.flatMap { padded([UInt8($0.count)] + $0, to: Format.onsetSize) })
        sections.add(Format.Section.places, places)
        sections.add(Format.Section.repairs, repairTable())
        sections.add(Format.Section.cluster, cluster.bytes)
        sections.add(Format.Section.restoreKeys, restoreKeys())
        sections.add(Format.Section.alternatives, alternatives)
        sections.add(Format.Section.keptWords, keptWords)
        for (number, bytes) in rules { sections.add(number, bytes) }
        return sections.finish()
    }

    // MARK: Facts and flags

    private var flags: UInt32 {
        var flags: UInt32 = 0
        if definition.capitalsFold { flags |= Format.Flag.capitalsFold }
        if definition.reachesSyllable { flags |= Format.Flag.reachesSyllable }
        if definition.undoesByRepeating { flags |= Format.Flag.undoesByRepeating }
        if definition.restores { flags |= Format.Flag.restores }
        if let cluster = definition.cluster {
            flags |= Format.Flag.isCluster
            if cluster.backspaceTakesStored { flags |= Format.Flag.backspaceTakesStored }
        }
        return flags
    }

    private func facts() -> [UInt8] {
        written { writer in
            func text(_ text: String) {
                let utf8 = Array(text.utf8.prefix(0xFFFF))
                writer.u16(UInt16(utf8.count))
                writer.append(utf8)
            }
            let info = definition.info
            for fact in KeymapFact.allCases { text(info[fact]) }
            writer.u16(UInt16(clamping: info.sources.count))
            for source in info.sources { text(source) }
            writer.u16(UInt16(clamping: definition.titles.count))
            for title in definition.titles {
                text(title.language)
                text(title.title)
            }
            writer.u16(UInt16(clamping: definition.options.count))
            for option in definition.options {
                text(option.name)
                text(option.title)
                writer.u16(UInt16(clamping: option.values.count))
                for value in option.values { text(value) }
            }
        }
    }

    private func restoreKeys() -> [UInt8] {
        written {
            for event in definition.restoreKeys {
                $0.u32(event.keysym.rawValue)
                $0.u32(event.modifiers.rawValue)
            }
        }
    }

    /// The number of a condition in the table of conditions, from 1; 0 is no condition.
    mutating func number(of condition: KeymapDefinition.Condition?) -> UInt8 {
        guard let condition else { return 0 }
        if let index = conditions.firstIndex(of: condition) { return UInt8(clamping: index + 1) }
        conditions.append(condition)
        return UInt8(clamping: conditions.count)
    }

    // MARK: Keys and letters

    private mutating func keyTable() -> [UInt8] {
        var writer = ByteWriter()
        for (number, key) in table.keys.enumerated() {
            let special = entry(key.special)
            let changes = table.actions.contains { $0[number]?.isEmpty == false }
            var flags = changes ? Format.KeyFlag.changesLetters : 0
            if key.plain != 0, isWord(key.plain - 1) { flags |= Format.KeyFlag.isLetter }
            writer.append([UInt8(key.plain), special.letter, special.condition, key.tone, flags, 0, 0, 0])
        }
        return writer.bytes
    }

    private mutating func actionTable() -> [UInt8] {
        var writer = ByteWriter()
        for key in table.keys.indices {
            for letter in table.actions.indices {
                let action = entry(table.actions[letter][key] ?? [])
                writer.append([action.letter, action.condition])
            }
        }
        return writer.bytes
    }

    /// A letter and its condition; where options decide between several, the row at which their list begins.
    ///
    /// What holds always comes last in a list.
    private mutating func entry(_ actions: [KeyActions.Action]) -> (letter: UInt8, condition: UInt8) {
        guard let first = actions.first else { return (0, 0) }
        if actions.count == 1 || first.condition == nil && actions.allSatisfy({ $0.condition == nil }) {
            return (UInt8(first.letter), number(of: first.condition))
        }
        let row = UInt8(clamping: alternatives.count / 2)
        for action in actions.filter({ $0.condition != nil }) + actions.filter({ $0.condition == nil }) {
            alternatives += [UInt8(action.letter), number(of: action.condition)]
        }
        alternatives += [0, 0]
        return (row, Format.seeAlternatives)
    }

    private func letterTable() -> [UInt8] {
        written { writer in
            writer.append([UInt8](repeating: 0, count: Format.letterSize))
            let onsets = Set(vowelOnsets().compactMap { $0.first.map { Int($0) - 1 } })
            let repaired = Set(definition.repairs.flatMap(\.from))
            for (index, letter) in definition.letters.enumerated() {
                var flags: UInt8 = 0
                let isVowel = letter.classes.contains { definition.classes[$0] == "vowel" }
                if isVowel { flags |= Format.LetterFlag.vowel }
                if isVowel, table.parents[index + 1] != 0 { flags |= Format.LetterFlag.marked }
                if isWord(index) { flags |= Format.LetterFlag.word }
                if onsets.contains(index) { flags |= Format.LetterFlag.beginsOnset }
                if repaired.contains(index) { flags |= Format.LetterFlag.repaired }
                var slots = [Format.noSlot, Format.noSlot]
                if letter.text.unicodeScalars.contains("\u{25CC}") {
                    flags |= Format.LetterFlag.parts
                    for (part, number) in letter.partClasses.prefix(2).enumerated() {
                        slots[part] = slot(of: number)
                    }
                }
                writer.append([flags, slots[0], slots[1], 0])
            }
        }
    }

    /// Whether the letter is part of words.
    private func isWord(_ index: Int) -> Bool {
        !definition.letters[index].classes.isEmpty || isLatin(definition.letters[index].text)
    }

    private func isLatin(_ text: String) -> Bool {
        text.utf8.count == 1 && text.utf8.allSatisfy { ($0 | 32) >= 0x61 && ($0 | 32) <= 0x7A }
    }

    private func slot(of number: Int) -> UInt8 {
        definition.cluster?.order.firstIndex(of: number).map { UInt8(clamping: $0) } ?? Format.noSlot
    }

    /// For each letter, small and capital, without and with each tone: its text, or where a longer one stands.
    private func outputTables() -> (outputs: [UInt8], text: [UInt8]) {
        var text: [UInt8] = []
        var offsets: [String: Int] = [:]
        var outputs = ByteWriter()
        func write(_ output: String) {
            let utf8 = [UInt8](output.utf8.prefix(255))
            guard utf8.count >= Format.outputSize else {
                outputs.append(padded([UInt8(utf8.count)] + utf8, to: Format.outputSize))
                return
            }
            let offset = offsets[output] ?? text.count
            if offset == text.count {
                text.append(UInt8(utf8.count))
                text += utf8
                offsets[output] = offset
            }
            outputs.u32(UInt32(Format.longOutput))
            outputs.u32(UInt32(offset))
        }
        for number in 0...definition.letters.count {
            let letter = number == 0 ? "" : definition.letters[number - 1].text
            for output in shapes(of: letter) {
                write(output)
                for tone in definition.tones {
                    write(output.isEmpty ? "" : (output + String(tone.mark)).normalized(.nfc))
                }
            }
        }
        return (outputs.bytes, text)
    }

    /// The small and the capital letter; or the two parts of a letter that stands around others.
    private func shapes(of letter: String) -> [String] {
        if let split = letter.unicodeScalars.firstIndex(of: "\u{25CC}") {
            let scalars = letter.unicodeScalars
            return [String(scalars[..<split]), String(scalars[scalars.index(after: split)...])]
        }
        guard definition.capitalsFold else { return [letter, letter] }
        let braces = ["[": "{", "]": "}"]
        return [letter, braces[letter] ?? letter.uppercased().normalized(.nfc)]
    }

    // MARK: Grammar

    /// A mask of what is still possible: where some tone is, so is none for now, since the tone may come later.
    private func withToneToCome(_ mask: UInt32) -> UInt32 {
        var mask = mask
        for level in 0..<UInt32(Format.grammarLimit) where mask >> (8 * level) & 0xFF != 0 {
            mask |= 1 << (8 * level)
        }
        return mask
    }

    /// Onsets that end in a vowel (`gi`, `qu`), as letter numbers.
    private func vowelOnsets() -> [[UInt8]] {
        var found: Set<[UInt8]> = []
        // An onset of syllables that take no tone says nothing about its place.
        for grammar in definition.grammars where grammar.rimes.contains(where: { $0.tones != [] }) {
            for onset in grammar.onsets where onset.allSatisfy({ $0.repetition == .once }) {
                var sequences: [[Int]] = [[]]
                for element in onset {
                    sequences = sequences.flatMap { start in element.alternatives.map { start + $0 } }
                    if sequences.count > 1000 { break }
                }
                for sequence in sequences where sequence.count > 1 && sequence.count < Format.onsetSize {
                    guard let last = sequence.last, isVowel(last) else { continue }
                    found.insert(sequence.map { UInt8($0 + 1) })
                }
            }
        }
        return found.sorted { $0.lexicographicallyPrecedes($1) }
    }

    private func isVowel(_ letter: Int) -> Bool {
        definition.letters[letter].classes.contains { definition.classes[$0] == "vowel" }
    }

    private mutating func placeTable() -> [UInt8] {
        var writer = ByteWriter()
        for place in definition.places {
            var letters: [UInt8] = []
            let test: UInt8
            switch place.test {
            case .rime(let vowels):
                test = Format.PlaceTest.rime
                letters = vowels.prefix(Format.sequenceLimit).map { UInt8($0 + 1) }
            case .marked: test = Format.PlaceTest.marked
            case .closed: test = Format.PlaceTest.closed
            case .open: test = Format.PlaceTest.open
            }
            let position =
                switch place.position {
                case .first: Format.PlacePosition.first
                case .last: Format.PlacePosition.last
                case .beforeLast: Format.PlacePosition.beforeLast
                case .marked: Format.PlacePosition.marked
                }
            let row = [test, position, number(of: place.condition), UInt8(letters.count)] + letters
            writer.append(padded(row, to: Format.placeSize))
        }
        return writer.bytes
    }

    private func repairTable() -> [UInt8] {
        written { writer in
            for repair in definition.repairs {
                let length = min(repair.from.count, repair.to.count, Format.sequenceLimit)
                writer.append(padded([UInt8(length)], to: 8))
                writer.append(padded(repair.from.prefix(length).map { UInt8($0 + 1) }, to: 6))
                writer.append(padded(repair.to.prefix(length).map { UInt8($0 + 1) }, to: 10))
            }
        }
    }

    // MARK: Clusters and rules

    private func clusterTable() -> (bytes: [UInt8], positionCount: Int) {
        guard let cluster = definition.cluster else { return ([], 0) }
        let network = ClusterNetwork(cluster.types)
        func set(_ isMember: (Int) -> Bool) -> UInt64 {
            network.classes.indices.reduce(0) { isMember($1) ? $0 | 1 << UInt64($1) : $0 }
        }
        let bytes = written { writer in
            writer.u64(network.first)
            writer.u64(network.last)
            for (position, number) in network.classes.enumerated() {
                writer.append(padded([slot(of: number)], to: 8))
                writer.u64(network.follow[position])
                writer.u64(set { network.follow[$0] >> UInt64(position) & 1 != 0 })
            }
            writer.u64(0)
            for letter in definition.letters {
                writer.u64(set { letter.classes.contains(network.classes[$0]) })
            }
        }
        return (bytes, network.classes.count)
    }

    private mutating func ruleSections() throws(TableTooLarge) -> [(UInt32, [UInt8])] {
        let rules = definition.text
        guard !rules.isEmpty else { return [] }
        // Every condition has its number before the rules are compiled.
        for case .change(let lines) in rules.groups + rules.backspace {
            for line in lines { _ = number(of: line.condition) }
        }
        var texts: [String] = []
        for letter in definition.letters {
            for shape in shapes(of: letter.text) {
                texts += [shape] + definition.tones.map { shape + String($0.mark) }
            }
        }
        let numbers = conditions
        do {
            let compiled = try RuleCompiler.compile(rules, foldsCase: definition.capitalsFold, texts: texts) {
                condition in
                condition.flatMap { numbers.firstIndex(of: $0) }.map { UInt8(clamping: $0 + 1) } ?? 0
            }
            hiddenRules = compiled.hidden
            return compiled.sections
        } catch {
            throw TableTooLarge(table: .rules, origin: error.origin)
        }
    }

    private func written(_ body: (inout ByteWriter) -> Void) -> [UInt8] {
        var writer = ByteWriter()
        body(&writer)
        return writer.bytes
    }

    private func padded(_ bytes: [UInt8], to size: Int) -> [UInt8] {
        bytes + [UInt8](repeating: 0, count: max(0, size - bytes.count))
    }
}
