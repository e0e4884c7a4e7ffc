import Composition
import Diagnostics
import ICU

/// Finds keys that may mean two things after the same letters, when one grammar has a whole word for both.
///
/// Where the grammars differ, the keymap's own comes first, as its author knows. Where they are the same, only the
/// machine says which meaning wins; so the keys are typed, and what they give is reported.
struct Ambiguities {
    private let definition: KeymapDefinition
    private let keymap: Keymap
    private let source: SourceText
    private let automata: Automata
    /// The letters that grammars name.
    private let letters: [Int]

    /// What a key may be.
    private enum Meaning: Hashable {
        /// It changes the letter before into this one.
        case letter(Int)
        case tone(Int)
        /// It is this letter itself.
        case plain(Int)
    }

    /// A key with two meanings after a letter.
    private struct Found: Hashable {
        var key: Int
        var meanings: [Meaning]
    }

    init(_ definition: KeymapDefinition, _ automata: Automata, _ keymap: Keymap, source: SourceText) {
        self.definition = definition
        self.automata = automata
        self.keymap = keymap
        self.source = source
        letters = automata.letters.filter { $0 >= 0 }
    }

    private var table: KeyActions { automata.actions }

    /// A warning for each key that means two things, unless one of the author's tests types it there.
    func diagnostics() -> [Diagnostic] {
        let typed = definition.tests.map { test in
            lowercased(test.events.map { $0.modifiers.isEmpty ? UInt8(clamping: $0.keysym.rawValue) : 0 })
        }
        var diagnostics: [Diagnostic] = []
        for (found, places) in search() {
            guard let first = places.first, let origin = origin(of: found, first),
                origin.text.path == source.path,
                let example = places.lazy.compactMap({ self.example(found, $0) }).first,
                !places.contains(where: { place in
                    guard let keys = keys(of: place.letter) else { return false }
                    let wanted = lowercased(keys + [table.keys[found.key].code])
                    return typed.contains { $0.contains(wanted) }
                })
            else { continue }
            diagnostics.append(Reports.diagnostic(.ambiguousKey(example), origin))
        }
        // Those of one place in an order that does not change from run to run.
        return diagnostics.sorted { $0.wording.english < $1.wording.english }
    }

    // MARK: Searching

    /// Where a key means two things: the letters before, the last of them, and letters that end a word either way.
    private struct Place {
        var path: [Int]
        var letter: Int
        var rest: [Int]
    }

    /// How many places are kept of each kind; the shortest come first.
    private static let limit = 8

    private func search() -> [Found: [Place]] {
        var found: [Found: [Place]] = [:]
        var common = CommonWords()
        let keys = letters.map { self.keys(after: $0) }
        for (state, path) in paths() {
            for (index, letter) in letters.enumerated() {
                let after = automata.state(after: state, letter)
                guard after != 0 else { continue }
                for (key, first, second) in meanings(from: state, keys[index], after) {
                    let kind = Found(key: key, meanings: [first.meaning, second.meaning])
                    guard found[kind, default: []].count < Ambiguities.limit,
                        let rest = word(after: first, second, &common)
                    else { continue }
                    found[kind, default: []].append(Place(path: path, letter: letter, rest: rest))
                }
            }
        }
        return found
    }

    /// Each state with the shortest letters that lead to it, the shortest first.
    private func paths() -> [(state: Int, path: [Int])] {
        var paths: [(state: Int, path: [Int])] = [(1, [])]
        var seen: Set<Int> = [0, 1]
        var index = 0
        while index < paths.count {
            let (state, path) = paths[index]
            index += 1
            for letter in letters {
                let next = automata.state(after: state, letter)
                if seen.insert(next).inserted { paths.append((next, path + [letter])) }
            }
        }
        return paths
    }

    /// A meaning, the state it leads to, and the tone that the word then has.
    private struct Reading: Hashable {
        var meaning: Meaning
        var state: Int
        var tone: UInt32 = 0
    }

    /// A key that can do something after a letter: the letter it makes of it, the tone, or itself; -1 is none.
    private struct KeyAfterLetter {
        var key: Int
        var change = -1
        var tone = -1
        var plain = -1
    }

    /// The keys that can do two things after `letter`.
    private func keys(after letter: Int) -> [KeyAfterLetter] {
        let isVowel = definition.letters[letter].classes.contains { definition.classes[$0] == "vowel" }
        return table.keys.indices.dropFirst().compactMap { key in
            var found = KeyAfterLetter(key: key)
            let tone = Int(table.keys[key].tone)
            if isVowel, tone > 0, tone <= definition.tones.count { found.tone = tone - 1 }
            let change = table.actions[letter + 1][key]?.first {
                ($0.condition == nil || $0.condition?.value == 0)
                    && origin(ofMaking: $0.letter - 1, from: letter, table.keys[key].code) != nil
            }
            if let change { found.change = change.letter - 1 }
            found.plain = table.keys[key].plain - 1
            return found.change < 0 && found.tone < 0 ? nil : found
        }
    }

    private func meanings(
        from state: Int, _ keys: [KeyAfterLetter], _ after: Int
    ) -> [(key: Int, first: Reading, second: Reading)] {
        var found: [(key: Int, first: Reading, second: Reading)] = []
        for key in keys {
            let changed = automata.state(after: state, key.change)
            let added = automata.state(after: after, key.plain)
            // Two of the three are needed.
            guard (changed != 0 ? 1 : 0) + (added != 0 ? 1 : 0) + (key.tone >= 0 ? 1 : 0) > 1 else {
                continue
            }
            var readings: [Reading] = []
            if key.change >= 0 { readings.append(Reading(meaning: .letter(key.change), state: changed)) }
            if key.tone >= 0 {
                readings.append(Reading(meaning: .tone(key.tone), state: after, tone: UInt32(key.tone + 1)))
            }
            if key.plain >= 0 { readings.append(Reading(meaning: .plain(key.plain), state: added)) }
            for (index, first) in readings.enumerated() {
                for second in readings[(index + 1)...]
                where levels(automata.possible, first) & levels(automata.possible, second) != 0 {
                    found.append((key.key, first, second))
                }
            }
        }
        return found
    }

    /// The levels of the grammars that a reading fits, by masks of what each state accepts.
    private func levels(_ masks: [UInt32], _ reading: Reading) -> UInt8 {
        let mask = masks[reading.state]
        var levels: UInt8 = 0
        for level in 0..<UInt32(Limits.levels) {
            let bits = mask >> (8 * level) & (reading.tone == 0 ? 0xFF : 1 << reading.tone)
            if bits != 0 { levels |= 1 << UInt8(level) }
        }
        return levels
    }

    // MARK: Words

    /// Pairs of states and tones that were compared.
    private struct CommonWords {
        struct Pair: Hashable {
            var first: Int
            var second: Int
            var tones: UInt32
        }
        /// The letters that end a word after both states, nil when there are none.
        var known: [Pair: [Int]?] = [:]
        /// How many pairs may still be looked at, so that a large grammar costs no minutes.
        var budget = 200_000
    }

    /// The shortest letters after which both readings are words of the same grammar.
    private func word(after first: Reading, _ second: Reading, _ common: inout CommonWords) -> [Int]? {
        let start = CommonWords.Pair(
            first: first.state, second: second.state, tones: first.tone << 8 | second.tone)
        if let known = common.known[start] { return known }
        var open: [(pair: CommonWords.Pair, rest: [Int])] = [(start, [])]
        var seen: Set<CommonWords.Pair> = [start]
        var index = 0
        while index < open.count, index < 4096, common.budget > 0 {
            let (pair, rest) = open[index]
            index += 1
            common.budget -= 1
            let one = Reading(meaning: first.meaning, state: pair.first, tone: first.tone)
            let other = Reading(meaning: second.meaning, state: pair.second, tone: second.tone)
            if levels(automata.strict.accepts, one) & levels(automata.strict.accepts, other) != 0 {
                common.known[start] = .some(rest)
                return rest
            }
            for letter in letters {
                var next = pair
                next.first = automata.state(after: pair.first, letter)
                next.second = automata.state(after: pair.second, letter)
                guard next.first != 0, next.second != 0, seen.insert(next).inserted else { continue }
                open.append((next, rest + [letter]))
            }
        }
        common.known[start] = .some(nil)
        return nil
    }

    // MARK: Examples

    /// What the machine makes of keys with two meanings; nil where they cannot be typed.
    private func example(_ found: Found, _ place: Place) -> KeymapMessage.AmbiguousKey? {
        let path = place.path + [place.letter]
        var typed: [UInt8] = []
        for letter in path {
            guard let keys = keys(of: letter) else { return nil }
            typed += keys
        }
        let text = path.map { definition.letters[$0].text }.joined()
        // Only what can be typed that way is an example.
        guard type(typed) == text else { return nil }
        var rest: [UInt8] = []
        for letter in place.rest {
            guard let keys = keys(of: letter) else { return nil }
            rest += keys
        }
        let end = place.rest.map { definition.letters[$0].text }.joined()
        let key = table.keys[found.key].code
        let texts = found.meanings.map { meaning in
            let start =
                switch meaning {
                case .letter(let letter):
                    (path.dropLast() + [letter]).map { definition.letters[$0].text }.joined()
                case .tone(let tone): (text + String(definition.tones[tone].mark)).normalized(.nfc)
                case .plain(let letter): text + definition.letters[letter].text
                }
            return start + end
        }
        let first = type(typed + [key] + rest)
        let again = type(typed + [key, key] + rest)
        func shown(_ keys: [UInt8]) -> String { String(decoding: keys, as: UTF8.self) }
        return KeymapMessage.AmbiguousKey(
            key: shown([key]), before: text, meanings: found.meanings.map(role),
            first: (shown(typed + [key] + rest), first), again: (shown(typed + [key, key] + rest), again),
            other: texts.contains(first) ? texts.first { $0 != first } : nil)
    }

    private func role(_ meaning: Meaning) -> KeyRole {
        switch meaning {
        case .letter(let letter): .makes(definition.letters[letter].text)
        case .tone(let tone): .tone(definition.tones[tone].name)
        case .plain(let letter): .letter(definition.letters[letter].text)
        }
    }

    private func type(_ keys: [UInt8]) -> String {
        var field = Transcript(keymap: keymap)
        for key in keys { field.type(KeyEvent(Unicode.Scalar(key))) }
        return field.shown
    }

    /// Keys that make a letter whatever the options are.
    private func keys(of letter: Int, depth: Int = 0) -> [UInt8]? {
        let declared = definition.letters[letter]
        if let way = declared.ways.first(where: { $0.condition == nil }) { return way.keys }
        guard depth < 4, let mark = declared.marked.first(where: { $0.condition == nil }),
            let below = keys(of: mark.base, depth: depth + 1)
        else { return nil }
        return below + [mark.key]
    }

    /// Where the author says that a key makes one letter of another; nil where that is only carried over from a letter
    /// of the same family.
    private func origin(ofMaking letter: Int, from base: Int, _ key: UInt8) -> KeymapDefinition.Origin? {
        let declared = definition.letters[letter]
        if declared.marked.contains(where: { $0.base == base && $0.key == key }) { return declared.origin }
        return declared.ways.first { way in
            way.keys.count > 1 && way.keys.last == key
                && definition.letters[base].ways.contains { $0.keys.elementsEqual(way.keys.dropLast()) }
        }?.origin
    }

    /// The place where the first meaning is declared.
    private func origin(of found: Found, _ place: Place) -> KeymapDefinition.Origin? {
        switch found.meanings[0] {
        case .letter(let number):
            origin(ofMaking: number, from: place.letter, table.keys[found.key].code)
        case .tone(let number): definition.tones[number].origin
        case .plain: nil
        }
    }

    private func lowercased(_ keys: [UInt8]) -> [UInt8] {
        guard definition.capitalsFold else { return keys }
        return keys.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
    }
}
