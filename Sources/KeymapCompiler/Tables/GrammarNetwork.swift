/// The network of all grammars of a keymap.
///
/// A word is one to `syllables` syllables: an onset, then a rime. Rimes that may follow any onset share one set of
/// onsets; a rime that is bound to some onsets has those of its own.
struct GrammarNetwork {
    private(set) var network = Network()
    private let definition: KeymapDefinition
    /// Where a letter leads from a state, when nothing else leads there: forms that begin alike share states.
    private var branches: [Branch: Int] = [:]

    private struct Branch: Hashable {
        var state: Int
        var letter: Int
    }

    init(_ definition: KeymapDefinition) {
        self.definition = definition
        for grammar in definition.grammars { add(grammar) }
    }

    private mutating func add(_ grammar: KeymapDefinition.Grammar) {
        for word in grammar.words {
            network.accept(append(word.form, at: Network.start), mask(word.tones, grammar.level))
        }
        guard !grammar.rimes.isEmpty else { return }
        var start = Network.start
        for syllable in 1...max(1, grammar.syllables) {
            let end = network.addState()
            addSyllable(grammar, from: start, to: end)
            if syllable < grammar.syllables {
                start = network.addState()
                network.jump(end, start)
            }
        }
    }

    private mutating func addSyllable(
        _ grammar: KeymapDefinition.Grammar, from start: Int, to end: Int
    ) {
        let anyOnset = network.addState()
        for onset in grammar.onsets { network.jump(append(onset, at: start), anyOnset) }
        if !grammar.onsetRequired { network.jump(start, anyOnset) }
        for rime in grammar.rimes {
            var from = anyOnset
            if let after = rime.after {
                from = network.addState()
                for onset in after { network.jump(append([onset], at: start), from) }
            }
            let last = append(rime.form, at: from)
            // The state after a rime accepts by itself; the mask may differ from rime to rime.
            network.accept(last, mask(rime.tones, grammar.level, needsTone: rime.needsTone))
            network.jump(last, end)
        }
    }

    /// The bits of the tones that go with a form; none does too, unless the form needs a tone.
    private func mask(_ tones: [Int]?, _ level: Int, needsTone: Bool = false) -> UInt32 {
        var bits: UInt32 = needsTone ? 0 : 1
        for tone in tones ?? Array(definition.tones.indices) { bits |= 1 << UInt32(tone + 1) }
        return (bits & 0xFF) << UInt32(8 * level)
    }

    private mutating func append(_ form: KeymapDefinition.Form, at start: Int) -> Int {
        form.reduce(start) { append($1.alternatives, $1.repetition, at: $0) }
    }

    private mutating func append(_ alternatives: [[Int]], at start: Int) -> Int {
        append(alternatives, .once, at: start)
    }

    private mutating func append(
        _ alternatives: [[Int]], _ repetition: KeymapDefinition.Element.Repetition, at start: Int
    ) -> Int {
        if repetition == .once, alternatives.count == 1 {
            return alternatives[0].reduce(start) { branch($1, at: $0) }
        }
        let entry = network.addState()
        let exit = network.addState()
        network.jump(start, entry)
        for sequence in alternatives {
            var state = entry
            for (index, letter) in sequence.enumerated() {
                let target = index == sequence.count - 1 ? exit : network.addState()
                network.step(state, letter, target)
                state = target
            }
        }
        if repetition == .optional || repetition == .any { network.jump(entry, exit) }
        if repetition == .oneOrMore || repetition == .any { network.jump(exit, entry) }
        return exit
    }

    private mutating func branch(_ letter: Int, at state: Int) -> Int {
        let branch = Branch(state: state, letter: letter)
        if let known = branches[branch] { return known }
        let target = network.addState()
        network.step(state, letter, target)
        branches[branch] = target
        return target
    }
}
