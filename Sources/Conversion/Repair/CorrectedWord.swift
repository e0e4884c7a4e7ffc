import ICU

/// A word in which stand-ins for letters of its language are replaced.
package struct CorrectedWord {
    /// One thing that was done, or left.
    package struct Step {
        package var kind: RepairKind
        /// The number, from 0, of the letter where it was done.
        package var letter: Int
    }

    /// The word as it was.
    let original: String
    /// What came out.
    package private(set) var text: String
    /// What was done to it, in the order of a report.
    package private(set) var steps: [Step] = []

    /// Fixes the word with these letters, each with its marks, by the rules of its language.
    package init(_ letters: [String], _ rules: StandInRules) {
        original = letters.joined()
        text = original
        var fixed = letters
        var changes: [Step] = []
        if rules.contains(.strokedD) { fixStrokedD(&fixed, rules, &changes) }
        // A tone mark: the word is Vietnamese.
        let hasTone = original.normalized(.nfd).unicodeScalars.contains { CorrectedWord.tones.contains($0) }
        guard !hasTone, rules.contains(.breves) else {
            text = fixed.joined()
            steps += changes
            return
        }
        func change(_ index: Int, _ meaning: StandIns.Meaning) {
            fixed[index] = meaning.text
            changes.append(Step(kind: meaning.kind, letter: index))
        }
        var tildes: [(index: Int, meaning: StandIns.Meaning)] = []
        for index in letters.indices where letters[index].utf8.count > 1 {
            guard let meaning = StandIns.meaning(of: letters[index]), meaning.kind != .strokedD else {
                continue
            }
            if meaning.isTilde { tildes.append((index, meaning)) } else { change(index, meaning) }
        }
        if let first = tildes.first, tildes.count == 1, CorrectedWord.mayBeVietnamese(fixed) {
            steps.append(Step(kind: .mayBeVietnamese, letter: first.index))
        } else {
            for tilde in tildes { change(tilde.index, tilde.meaning) }
            if rules.contains(.barredB) { fixBarredB(&fixed, &changes) }
        }
        text = fixed.joined()
        steps += changes
    }

    /// đ for ð and ɖ, also in Vietnamese words; not where no word has đ.
    private mutating func fixStrokedD(
        _ letters: inout [String], _ rules: StandInRules, _ changes: inout [Step]
    ) {
        let first = letters.firstIndex { !CorrectedWord.isApostrophe($0) }
        let last = letters.lastIndex { !CorrectedWord.isApostrophe($0) }
        for index in letters.indices where letters[index].utf8.count > 1 {
            guard let meaning = StandIns.meaning(of: letters[index]), meaning.kind == .strokedD else {
                continue
            }
            if index == first || rules.contains(.innerStrokedD) && index != last {
                letters[index] = meaning.text
                changes.append(Step(kind: .strokedD, letter: index))
            } else {
                steps.append(Step(kind: .mayBeForeign, letter: index))
            }
        }
    }

    /// ƀ for every b with an apostrophe before it.
    private mutating func fixBarredB(_ letters: inout [String], _ changes: inout [Step]) {
        let places = letters.indices.dropLast().filter { index in
            CorrectedWord.isApostrophe(letters[index]) && ["b", "B"].contains(letters[index + 1])
                && (index == 0 || !CorrectedWord.isApostrophe(letters[index - 1]))
        }
        guard let first = places.first else { return }
        if let last = letters.last, CorrectedWord.isApostrophe(last) {
            steps.append(Step(kind: .mayBeQuotation, letter: first))
            return
        }
        for index in places.reversed() {
            letters[index] = ""
            letters[index + 1] = letters[index + 1] == "b" ? "ƀ" : "Ƀ"
            changes.append(Step(kind: .barredB, letter: index))
        }
    }

    /// Whether the word, apostrophes aside, can be a Vietnamese syllable with ngã.
    ///
    /// A word that is left can still be fixed by hand, and one that was changed is lost: so all that is spelt like a
    /// syllable counts.
    private static func mayBeVietnamese(_ letters: [String]) -> Bool {
        let small = letters.filter { !isApostrophe($0) }.joined().lowercased().normalized(.nfc)
        return VietnameseSyllable.isWellFormed(small) && hasFittingOnset(small)
    }

    /// Vietnamese writes k, gh and ngh before e, ê, i and y, and c, g and ng before the others.
    private static func hasFittingOnset(_ word: String) -> Bool {
        let plain = word.normalized(.nfd).unicodeScalars.filter { $0.value < 0x80 }.map { Character($0) }
        let onset = String(plain.prefix { !"aeiouy".contains($0) })
        let isFront = plain.dropFirst(onset.count).first.map { "eiy".contains($0) } ?? true
        switch onset {
        case "k", "gh", "ngh": return isFront
        case "c", "ng": return !isFront
        default: return true
        }
    }

    /// Grave, acute, hook and dot below: none of these languages writes tones.
    package static let tones: [Unicode.Scalar] = ["\u{300}", "\u{301}", "\u{309}", "\u{323}"]

    package static func isApostrophe(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        guard let first = scalars.first, scalars.count == 1 else { return false }
        return StandIns.apostrophes.contains(first)
    }
}
