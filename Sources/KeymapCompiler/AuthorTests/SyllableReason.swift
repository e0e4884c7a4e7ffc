/// Why a word is no syllable of a keymap: what its beginning is that none begins with.
struct SyllableReason {
    private let network: Network
    private let letters: [String: [Int]]
    private let longest: Int

    /// The reasons of the keymap `definition`, whose grammars `network` reads.
    init(_ definition: KeymapDefinition, _ network: Network) {
        self.network = network
        var letters: [String: [Int]] = [:]
        for (number, letter) in definition.letters.enumerated() {
            letters[letter.text, default: []].append(number)
        }
        self.letters = letters
        longest = letters.keys.map { $0.count }.max() ?? 0
    }

    /// The beginning of `word`, in letters without tones, with which no syllable begins; nil when there is none.
    ///
    /// - Complexity: O(*word* × *states*).
    func beginning(of word: String) -> String? {
        var rest = Array(word.lowercased())[...]
        var read = ""
        var states = network.reachable([Network.start])
        guard network.steps.count > 1 else { return nil }
        while !rest.isEmpty {
            // The longest letter that can stand here, else the longest there is.
            var fitting: (length: Int, states: Set<Int>)?
            for length in stride(from: min(longest, rest.count), through: 1, by: -1) {
                guard let numbers = letters[String(rest.prefix(length))] else { continue }
                let next = network.reachable(after: numbers, from: states)
                if !next.isEmpty {
                    fitting = (length, next)
                    break
                }
            }
            guard let (length, next) = fitting else { return read + String(rest.prefix(1)) }
            read += String(rest.prefix(length))
            rest = rest.dropFirst(length)
            states = next
        }
        return nil
    }
}

extension Network {
    /// `states` and all that can be reached from them without a symbol.
    func reachable(_ states: some Sequence<Int>) -> Set<Int> {
        var open = Array(states)
        var found = Set(open)
        while let state = open.popLast() {
            for target in jumps[state] where found.insert(target).inserted { open.append(target) }
        }
        return found
    }

    /// Where one of `symbols` leads from `states`.
    func reachable(after symbols: [Int], from states: Set<Int>) -> Set<Int> {
        reachable(
            states.flatMap { state in steps[state].filter { symbols.contains($0.symbol) }.map(\.target) })
    }
}
