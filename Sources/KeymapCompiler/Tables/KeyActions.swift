/// What each key makes of each letter, worked out from the ways in which the letters are declared.
///
/// Letters and keys are numbered from 1; 0 is none.
struct KeyActions {
    struct Key {
        var code: UInt8
        var plain = 0
        /// Letters that the key alone makes otherwise, each on its own condition.
        var special: [Action] = []
        var tone: UInt8 = 0
    }

    struct Action {
        var letter: Int
        var condition: KeymapDefinition.Condition?
    }

    /// Key 0 is none.
    private(set) var keys: [Key] = [Key(code: 0)]
    /// The key of each ASCII character.
    private(set) var keyIndex = [Int](repeating: 0, count: 128)
    /// `actions[letter][key]`: what the key makes of the letter, each on its own condition.
    private(set) var actions: [[Int: [Action]]]
    /// The letter that each letter is made from, or 0.
    private(set) var parents: [Int]

    private let definition: KeymapDefinition

    init(_ definition: KeymapDefinition) {
        self.definition = definition
        actions = Array(repeating: [:], count: definition.letters.count + 1)
        parents = Array(repeating: 0, count: definition.letters.count + 1)
        addKeys()
        addWays()
        addMarks()
        addFamilies()
    }

    /// The letters that `letter` can become by further keys, itself included.
    func upward(_ letter: Int) -> [Int] {
        var seen: Set<Int> = [letter]
        var open = [letter]
        while let member = open.popLast() {
            for child in parents.indices where child > 0 && parents[child] == member {
                if seen.insert(child).inserted { open.append(child) }
            }
        }
        return seen.sorted()
    }

    // MARK: Keys

    private mutating func key(_ code: UInt8) -> Int {
        let code = definition.capitalsFold ? lowercased(code) : code
        if keyIndex[Int(code & 127)] == 0 {
            keys.append(Key(code: code))
            keyIndex[Int(code & 127)] = keys.count - 1
            if definition.capitalsFold, code >= 0x61, code <= 0x7A {
                keyIndex[Int(code) - 32] = keys.count - 1
            }
        }
        return keyIndex[Int(code & 127)]
    }

    private func lowercased(_ code: UInt8) -> UInt8 { code >= 0x41 && code <= 0x5A ? code + 32 : code }

    private mutating func addKeys() {
        for (index, letter) in definition.letters.enumerated() {
            // A letter of one ASCII character is what its key types by itself.
            let utf8 = Array(letter.text.utf8)
            if utf8.count == 1, utf8[0] > 0x20, utf8[0] < 0x7F { keys[key(utf8[0])].plain = index + 1 }
        }
        for (index, letter) in definition.letters.enumerated() {
            for way in letter.ways {
                for code in way.keys { _ = key(code) }
                guard way.keys.count == 1, let code = way.keys.first else { continue }
                let number = key(code)
                if keys[number].plain == 0, way.condition == nil {
                    keys[number].plain = index + 1
                } else if keys[number].plain != index + 1 {
                    keys[number].special.append(Action(letter: index + 1, condition: way.condition))
                }
            }
            for mark in letter.marked { _ = key(mark.key) }
        }
        for (index, tone) in definition.tones.enumerated() {
            for code in tone.keys { keys[key(code)].tone = UInt8(index + 1) }
        }
        for code in definition.clearKeys { keys[key(code)].tone = 255 }
        if let code = definition.escapeKey { _ = key(code) }
        addCapitalBrackets()
    }

    /// On a keyboard the braces are the brackets' capitals: where only `[` is a key, `{` is the same with Shift.
    private mutating func addCapitalBrackets() {
        guard definition.capitalsFold else { return }
        for bracket in [0x5B, 0x5D] where keyIndex[bracket] != 0 && keyIndex[bracket + 32] == 0 {
            keyIndex[bracket + 32] = keyIndex[bracket]
        }
    }

    // MARK: Actions

    /// The letters that `codes` make: several only where options decide.
    private func letters(madeBy codes: ArraySlice<UInt8>) -> [Int] {
        guard let first = codes.first else { return [] }
        if codes.count == 1 {
            let key = keys[keyIndex[Int(first & 127)]]
            if definition.cluster != nil, !key.special.isEmpty { return key.special.map(\.letter) }
            return key.plain == 0 ? [] : [key.plain]
        }
        return definition.letters.indices.filter { index in
            definition.letters[index].ways.contains { $0.keys.elementsEqual(codes) }
        }.map { $0 + 1 }
    }

    private mutating func add(
        _ key: Int, on from: Int, making letter: Int, _ condition: KeymapDefinition.Condition?
    ) {
        guard from != letter else { return }
        actions[from][key, default: []].append(Action(letter: letter, condition: condition))
        if parents[letter] == 0 { parents[letter] = from }
    }

    private mutating func addWays() {
        for (index, letter) in definition.letters.enumerated() {
            for way in letter.ways where way.keys.count > 1 {
                guard let last = way.keys.last else { continue }
                for from in letters(madeBy: way.keys.dropLast()) {
                    add(key(last), on: from, making: index + 1, way.condition)
                }
            }
        }
    }

    private mutating func addMarks() {
        for (index, letter) in definition.letters.enumerated() {
            for mark in letter.marked {
                add(key(mark.key), on: mark.base + 1, making: index + 1, mark.condition)
            }
        }
    }

    /// Lets a key that changes a letter change the whole family of that letter: w makes ă of â as it does of a.
    ///
    /// A mark is not carried over: it sits on the letters it is declared on, and on no others.
    /// Signs of a cluster have no families: after a Khmer subscript the key of a consonant is a consonant.
    private mutating func addFamilies() {
        guard definition.cluster == nil else { return }
        for letter in parents.indices.dropFirst() where parents[letter] != 0 {
            var ancestors: [Int] = []
            var parent = parents[letter]
            while parent != 0, !ancestors.contains(parent) {
                ancestors.append(parent)
                parent = parents[parent]
            }
            for ancestor in ancestors {
                for (key, all) in actions[ancestor].sorted(by: { $0.key < $1.key })
                where actions[letter][key] == nil {
                    let carried = all.compactMap { action -> Action? in
                        if isMark(key, on: ancestor, making: action.letter) { return nil }
                        let target = keepingMark(of: letter, on: action.letter) ?? action.letter
                        guard target != letter, !ancestors.contains(target) else { return nil }
                        return Action(letter: target, condition: action.condition)
                    }
                    if !carried.isEmpty { actions[letter][key] = carried }
                }
            }
        }
    }

    private func isMark(_ key: Int, on base: Int, making letter: Int) -> Bool {
        definition.letters[letter - 1].marked.contains {
            $0.base == base - 1 && keyIndex[Int($0.key & 127)] == key
        }
    }

    /// The letter made of `other` by the mark that made `letter`, where there is one: ĕ with a further e is ê̆.
    private func keepingMark(of letter: Int, on other: Int) -> Int? {
        let declared = definition.letters[letter - 1]
        guard !declared.ways.contains(where: { $0.keys.count > 1 }), let mark = declared.marked.first else {
            return nil
        }
        return definition.letters.firstIndex { candidate in
            candidate.marked.contains { $0.base == other - 1 && $0.key == mark.key }
        }.map { $0 + 1 }
    }
}
