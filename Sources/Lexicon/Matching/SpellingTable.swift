import Bytes

/// What a language declares about the ways in which one word may be spelled.
package struct SpellingDeclaration: Hashable, Sendable {
    /// The tones: marks that belong to a syllable, whichever of its letters they stand on.
    package var tones: [Unicode.Scalar]
    /// Letters that are alike, in small letters and NFC: those of a row may stand for one another.
    ///
    /// A hyphen in front or behind says that a syllable begins or ends there: `-ki-` and `-ky-` are whole syllables.
    package var alike: [[String]]

    /// A language of these tones and of these letters.
    package init(tones: [Unicode.Scalar] = [], alike: [[String]] = []) {
        self.tones = tones
        self.alike = alike
    }
}

/// Writes the section that ``Spelling`` reads.
package struct SpellingTableBuilder {
    private let pairs: [(letter: Unicode.Scalar, first: Unicode.Scalar?, mark: Unicode.Scalar?)]
    private let folding: Folding

    /// A table for texts that `folding` folds.
    ///
    /// - Parameters:
    ///   - pairs: What each code point is made of: another one, which may be in the table too, and a mark; a blank for
    ///     what ends a syllable, neither for what does not count.
    ///   - folding: The folding of the lexicon.
    package init(
        pairs: [(letter: Unicode.Scalar, first: Unicode.Scalar?, mark: Unicode.Scalar?)], folding: Folding
    ) {
        self.pairs = pairs.filter { $0.letter.value < 0x10000 }.sorted { $0.letter < $1.letter }
        self.folding = folding
    }

    /// The bytes of the section.
    ///
    /// - Parameter languages: The declaration of the headwords' language, then that of each language of glosses; nil for
    ///   a language that declares nothing.
    package func encoded(_ languages: [SpellingDeclaration?]) -> [UInt8] {
        var sets: [SpellingDeclaration] = []
        var numbers: [UInt8] = []
        for language in languages {
            guard let language, language != SpellingDeclaration() else {
                numbers.append(0)
                continue
            }
            let number = sets.firstIndex(of: language) ?? sets.count
            if number == sets.count { sets.append(language) }
            numbers.append(UInt8(clamping: number + 1))
        }
        var writer = ByteWriter()
        writer.u32(UInt32(pairs.count))
        writer.u32(UInt32(sets.count))
        writer.u32(UInt32(numbers.count))
        for pair in pairs {
            writer.u16(UInt16(pair.letter.value))
            writer.u16(UInt16(truncatingIfNeeded: pair.first?.value ?? 0))
            writer.u16(UInt16(truncatingIfNeeded: pair.mark?.value ?? 0))
        }
        writer.append(numbers)
        var start = writer.count + sets.count * 4
        let encoded = sets.map(self.encoded)
        for set in encoded {
            writer.u32(UInt32(start))
            start += set.count
        }
        for set in encoded { writer.append(set) }
        return writer.bytes
    }

    private func encoded(_ declaration: SpellingDeclaration) -> [UInt8] {
        var writer = ByteWriter()
        let tones = declaration.tones.filter { $0.value < 0x10000 }.prefix(Spelling.ruleLimit)
        let rules = rules(declaration)
        let keyRules = self.keyRules(declaration)
        writer.u16(UInt16(tones.count))
        writer.u16(UInt16(rules.count))
        writer.u16(UInt16(keyRules.count))
        for tone in tones { writer.u16(UInt16(tone.value)) }
        for rule in rules {
            rule.head(to: &writer)
            for letter in rule.from + rule.to { writer.u32(letter) }
        }
        for rule in keyRules {
            rule.head(to: &writer)
            writer.append(rule.from + rule.to)
        }
        return writer.bytes
    }

    private struct Rule<Unit: Equatable> {
        var member: Member
        var from: [Unit]
        var to: [Unit]

        var isUsable: Bool {
            from != to && !from.isEmpty && max(from.count, to.count) <= Spelling.ruleLength
        }

        func head(to writer: inout ByteWriter) {
            writer.u8((member.isAtStart ? 1 : 0) | (member.isAtEnd ? 2 : 0))
            writer.u8(UInt8(from.count))
            writer.u8(UInt8(to.count))
        }
    }

    /// One of the texts that are alike, without the hyphens.
    private struct Member {
        let text: String
        let isAtStart: Bool
        let isAtEnd: Bool

        init(_ text: String) {
            isAtStart = text.hasPrefix("-")
            isAtEnd = text.count > 1 && text.hasSuffix("-")
            self.text = String(text.dropFirst(isAtStart ? 1 : 0).dropLast(isAtEnd ? 1 : 0))
        }
    }

    /// The rules by which the later texts of each row become the first, those of more letters first.
    private func rules(_ declaration: SpellingDeclaration) -> ArraySlice<Rule<Spelling.Letter>> {
        let plain = Spelling(Bytes(encoded([])), folding, language: 0)
        var rules: [Rule<Spelling.Letter>] = []
        for row in declaration.alike {
            guard let first = row.first.map(Member.init) else { continue }
            for member in row.dropFirst().map(Member.init) {
                rules.append(
                    Rule(
                        member: member, from: plain.word(member.text).letters,
                        to: plain.word(first.text).letters))
            }
        }
        let usable = rules.filter { $0.isUsable }
        return usable.indices.sorted {
            (usable[$1].from.count, $0) < (usable[$0].from.count, $1)
        }.map { usable[$0] }.prefix(Spelling.ruleLimit)
    }

    /// The rules by which the search key of a text becomes those of the others in its row.
    private func keyRules(_ declaration: SpellingDeclaration) -> ArraySlice<Rule<UInt8>> {
        var rules: [Rule<UInt8>] = []
        for row in declaration.alike {
            for member in row.map(Member.init) {
                for other in row.map(Member.init) {
                    rules.append(
                        Rule(member: member, from: folding.key(member.text), to: folding.key(other.text)))
                }
            }
        }
        return rules.filter { $0.isUsable }.prefix(Spelling.ruleLimit)
    }
}
