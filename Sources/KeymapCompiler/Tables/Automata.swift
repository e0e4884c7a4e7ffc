/// What keys make of letters and what the grammars read, worked out once: for the tables, and for the checks that ask
/// what a key may mean.
struct Automata {
    let actions: KeyActions
    /// The symbol of each letter, by its number from 1; 0 is the symbol of letters that no grammar names.
    let symbols: [UInt8]
    /// The letter of each symbol, numbered from 0; -1 for symbol 0, which leads nowhere.
    let letters: [Int]
    /// Reads each letter as itself.
    let strict: Automaton
    /// Reads each letter as any that it can become by further keys.
    let loose: Automaton
    /// What is still possible in each state of ``strict``.
    let possible: [UInt32]

    /// - Parameter network: What the grammars of `definition` read.
    init(_ definition: KeymapDefinition, _ network: Network) throws(TableTooLarge) {
        actions = KeyActions(definition)
        let used = Set(network.steps.joined().map(\.symbol))
        // A letter that can become a letter of a grammar has a symbol, because the loose automaton reads it.
        var symbols = [UInt8](repeating: 0, count: definition.letters.count + 1)
        var letters: [Int] = [-1]
        for letter in definition.letters.indices
        where actions.upward(letter + 1).contains(where: { used.contains($0 - 1) }) {
            symbols[letter + 1] = UInt8(clamping: letters.count)
            letters.append(letter)
        }
        let exact = letters.map { $0 < 0 ? [] : [$0] }
        let raised = letters.map { [actions] in $0 < 0 ? [] : actions.upward($0 + 1).map { $0 - 1 } }
        guard let strict = network.automaton(symbolCount: letters.count, readings: exact),
            let loose = network.automaton(symbolCount: letters.count, readings: raised)
        else { throw TableTooLarge(table: .syllables, origin: definition.grammars.first?.origin) }
        self.symbols = symbols
        self.letters = letters
        self.strict = strict
        self.loose = loose
        possible = strict.possible
    }

    /// The state of ``strict`` after a letter, numbered from 0.
    func state(after state: Int, _ letter: Int) -> Int {
        letter < 0 ? 0 : Int(strict.next[state * strict.symbolCount + Int(symbols[letter + 1])])
    }
}

/// A table that does not fit the format, and what asks for it.
struct TableTooLarge: Error {
    var table: LargeTable
    var origin: KeymapDefinition.Origin?
}
