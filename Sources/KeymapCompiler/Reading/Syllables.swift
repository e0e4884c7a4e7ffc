import Diagnostics

/// The grammars of a keymap: which syllables and words it knows.
///
/// Needs the letters, sets and tones, which its forms are made of.
final class Syllables {
    typealias Form = KeymapDefinition.Form
    typealias Element = KeymapDefinition.Element

    /// The keymap's own grammars first, then included ones.
    private(set) var grammars: [KeymapDefinition.Grammar] = []

    private let reading: Reading
    private let letters: Letters
    private let sets: Sets
    private let tones: Tones

    init(
        _ reading: Reading, _ letters: Letters, _ sets: Sets, _ tones: Tones, _ included: [IncludedKeymap]
    ) {
        self.reading = reading
        self.letters = letters
        self.sets = sets
        self.tones = tones
        for statement in reading.statements(.syllable) {
            readSyllable(statement)
        }
        for other in included { merge(other) }
    }

    private func readSyllable(_ statement: Statement) {
        let name = statement.head.words.map(\.text).joined(separator: " ")
        if name.isEmpty {
            reading.missing(.syllableName, in: statement)
        }
        if !name.isEmpty, let first = grammars.first(where: { $0.name == name }),
            let origin = first.origin
        {
            reading.duplicateName(.syllable, statement.head.words[0], first: origin)
        }
        var grammar = KeymapDefinition.Grammar(
            name: name, onsetRequired: false, onsets: [], rimes: [], words: [], syllables: 1)
        grammar.origin = reading.origin(statement.head.words.first?.range ?? statement.word.range)
        var known = KnownForms()
        var use = SyllableUse()
        for line in statement.block {
            let words = reading.withoutCondition(line.words, in: "syllable")
            guard let first = words.first else { continue }
            switch first.text {
            case "onset": readOnset(words, line, &grammar, &known, &use)
            case "rime": readRime(words, line, &grammar, &known, &use)
            case "word": readWordForms(words, line, &grammar, &known)
            case "syllables": readSyllableCount(words, line, &grammar)
            default: reading.unknownLine(first, in: statement)
            }
        }
        let hasForms = statement.block.contains { ["rime", "word"].contains($0.words.first?.text) }
        if !hasForms {
            reading.report(.emptyGrammar(name), statement.word.range)
        }
        if hasForms { reportUnused(use, grammar) }
        grammars.append(grammar)
    }

    /// The first words of a grammar that may turn out to be of no use.
    private struct SyllableUse {
        var onset: Word?
        /// A rime that any onset may go with.
        var freeRime: Word?
        /// Rimes that need a tone and take none.
        var toneless: [Word] = []
    }

    private func reportUnused(_ use: SyllableUse, _ grammar: KeymapDefinition.Grammar) {
        if let onset = use.onset, use.freeRime == nil {
            reading.report(.unusedOnset(onset.text), onset.range)
        }
        if let rime = use.freeRime, grammar.onsetRequired, grammar.onsets.isEmpty {
            reading.report(.unusedRime(rime.text, .needsOnset), rime.range)
        }
        for rime in use.toneless { reading.report(.unusedRime(rime.text, .needsTone), rime.range) }
    }

    /// Reports a form that adds nothing to those before it.
    private func reportKnown(
        _ form: Form, _ word: Word, of forms: Int, _ line: Line, _ kind: KnownForms.Kind,
        _ known: inout KnownForms
    ) {
        guard let first = known.insert(form, word, kind) else { return }
        let isAlone =
            forms == 1
            && reading.source.position(of: line.range.lowerBound).line
                == reading.source.position(of: line.range.upperBound).line
        reading.report(reading.reports.listedTwice(word, first: first, isAlone: isAlone))
    }

    private func readOnset(
        _ words: [Word], _ line: Line, _ grammar: inout KeymapDefinition.Grammar, _ known: inout KnownForms,
        _ use: inout SyllableUse
    ) {
        var rest = words.dropFirst()
        if rest.first?.text == "required" {
            grammar.onsetRequired = true
            rest = rest.dropFirst()
        } else if rest.isEmpty {
            reportMissingForms(line, "onset")
        } else if let first = rest.first, isSlip(first.text, of: "required") {
            reading.unknownWord(first, meant: "required")
            rest = rest.dropFirst()
        }
        for word in rest {
            guard let form = form(word) else { continue }
            grammar.onsets.append(form)
            use.onset = use.onset ?? word
            reportKnown(form, word, of: words.count - 1, line, .init(keyword: "onset"), &known)
        }
    }

    private func readRime(
        _ words: [Word], _ line: Line, _ grammar: inout KeymapDefinition.Grammar,
        _ known: inout KnownForms, _ use: inout SyllableUse
    ) {
        let parts = clauses(words, line, takesOnsets: true)
        if parts.forms.isEmpty { reportMissingForms(line, "rime") }
        for word in parts.forms {
            guard let form = form(word) else { continue }
            grammar.rimes.append(
                KeymapDefinition.Rime(
                    form: form, tones: parts.tones, after: parts.after, needsTone: parts.needsTone))
            if parts.after == nil { use.freeRime = use.freeRime ?? word }
            if parts.needsTone, parts.tones == [] { use.toneless.append(word) }
            let kind = KnownForms.Kind(
                keyword: "rime", tones: parts.tones, after: parts.after, needsTone: parts.needsTone)
            reportKnown(form, word, of: parts.forms.count, line, kind, &known)
        }
    }

    private func readWordForms(
        _ words: [Word], _ line: Line, _ grammar: inout KeymapDefinition.Grammar, _ known: inout KnownForms
    ) {
        let parts = clauses(words, line, takesOnsets: false)
        if parts.forms.isEmpty { reportMissingForms(line, "word") }
        for word in parts.forms {
            guard let form = form(word) else { continue }
            grammar.words.append((form, parts.tones))
            reportKnown(
                form, word, of: parts.forms.count, line, .init(keyword: "word", tones: parts.tones), &known)
        }
    }

    private func reportMissingForms(_ line: Line, _ keyword: String) {
        let end = line.words[0].range.upperBound
        reading.missing(.letterSequences, .after(keyword), at: end..<end)
    }

    private func readSyllableCount(
        _ words: [Word], _ line: Line, _ grammar: inout KeymapDefinition.Grammar
    ) {
        guard words.count > 1 else {
            reading.missing(.number, after: "syllables", in: line)
            return
        }
        guard let count = Int(words[1].text), (1...Limits.syllables).contains(count) else {
            reading.report(.badNumber(words[1].text, 1...Limits.syllables), words[1].range)
            return
        }
        grammar.syllables = count
        reading.expectNoMore(words.dropFirst(2), .after("syllables \(count)"))
    }

    /// A line of forms taken apart: `forms after onsets : tones names`; `tones required names` where a rime is no
    /// syllable without one of them.
    private func clauses(
        _ words: [Word], _ line: Line, takesOnsets: Bool
    ) -> (forms: [Word], tones: [Int]?, after: [[Int]]?, needsTone: Bool) {
        let words = Array(splitColons(words).dropFirst())
        let colon = words.firstIndex { $0.text == ":" }
        var after = takesOnsets ? words.firstIndex { $0.text == "after" } : nil
        if takesOnsets, after == nil,
            let index = words.indices.dropFirst().dropLast().first(where: {
                isSlip(words[$0].text, of: "after")
            })
        {
            reading.unknownWord(words[index], meant: "after")
            after = index
        }
        let formsEnd = min(colon ?? words.count, after ?? words.count)
        var tones: [Int]?
        var needsTone = false
        if let colon {
            let end = after.map { $0 > colon ? $0 : words.count } ?? words.count
            var clause = words[(colon + 1)..<end]
            if takesOnsets, clause.count > 2, clause.dropFirst().first?.text == "required" {
                needsTone = true
                clause.remove(at: clause.startIndex + 1)
            }
            if let first = clause.first, isSlip(first.text, of: "tones") {
                reading.unknownWord(first, meant: "tones")
                tones = self.tones.numbers(clause.dropFirst())
            } else if clause.first?.text != "tones" {
                let place = clause.first?.range ?? line.range.upperBound..<line.range.upperBound
                reading.missing(.toneClause, .after(":"), at: place)
            } else if clause.count == 1 {
                reading.missing(.toneNames, after: "tones", in: line)
            } else {
                reading.reportRepeated(clause.dropFirst())
                tones = self.tones.numbers(clause.dropFirst())
            }
        }
        var onsets: [[Int]]?
        if let after {
            let end = colon.map { $0 > after ? $0 : words.count } ?? words.count
            if after + 1 == end {
                let end = words[after].range.upperBound
                reading.missing(.onsets, .after("after"), at: end..<end)
            } else {
                reading.reportRepeated(words[(after + 1)..<end])
                onsets = words[(after + 1)..<end].flatMap { sets.sequences($0) }
            }
        }
        return (Array(words[..<formsEnd]), tones, onsets, needsTone)
    }

    // MARK: Forms

    /// A form such as `ngh`, `[consonant]+` or `g[vowel][stop]?`; nil when something in it is wrong, which is reported.
    private func form(_ word: Word) -> Form? {
        let bytes = Array(word.text.utf8)
        var form: Form = []
        var isGood = true
        var index = 0
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "["):
                let close = bytes[index...].firstIndex(of: UInt8(ascii: "]"))
                guard let close, close > index + 1 else {
                    let part = index..<(close.map { $0 + 1 } ?? bytes.count)
                    reading.report(reading.reports.badForm(word, part: part))
                    return nil
                }
                if let alternatives = sets.named(word.part(index + 1..<close)) {
                    form.append(Element(alternatives: alternatives, repetition: .once))
                } else {
                    isGood = false
                }
                index = close + 1
            case UInt8(ascii: "?"), UInt8(ascii: "+"), UInt8(ascii: "*"):
                let repetition: Element.Repetition =
                    bytes[index] == UInt8(ascii: "?")
                    ? .optional : bytes[index] == UInt8(ascii: "+") ? .oneOrMore : .any
                guard var last = form.popLast(), last.repetition == .once else {
                    if isGood {
                        reading.report(reading.reports.badForm(word, part: index..<index + 1))
                    }
                    return nil
                }
                // The sign belongs to the last letter alone.
                if last.alternatives.count == 1, last.alternatives[0].count > 1,
                    bytes[index - 1] != UInt8(ascii: "]")
                {
                    let letter = last.alternatives[0].removeLast()
                    form.append(last)
                    last = Element(alternatives: [[letter]], repetition: .once)
                }
                last.repetition = repetition
                form.append(last)
                index += 1
            case UInt8(ascii: "]"):
                reading.report(reading.reports.badForm(word, part: index..<index + 1))
                return nil
            default:
                let start = index
                while index < bytes.count, !Syllables.isFormSign(bytes[index]) { index += 1 }
                let text = String(decoding: bytes[start..<index], as: UTF8.self)
                if let letters = letters.sequence(text, in: word, at: start) {
                    form.append(Element(alternatives: [letters], repetition: .once))
                } else {
                    isGood = false
                    // So that a sign after it has something to belong to.
                    form.append(Element(alternatives: [], repetition: .once))
                }
            }
        }
        return isGood ? form : nil
    }

    private static func isFormSign(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "?")
            || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "*")
    }

    // MARK: Merging

    private func merge(_ included: IncludedKeymap) {
        for grammar in included.reader.syllables.grammars {
            // The same keymap may be included on two ways.
            let isKnown = grammars.contains {
                $0.name == grammar.name && $0.origin?.text.path == grammar.origin?.text.path
                    && $0.origin?.range == grammar.origin?.range
            }
            guard !isKnown else { continue }
            var mapped = grammar
            mapped.level = min(grammar.level + 1, Limits.levels - 1)
            mapped.onsets = grammar.onsets.map { included.form($0) }
            mapped.rimes = grammar.rimes.map { rime in
                KeymapDefinition.Rime(
                    form: included.form(rime.form), tones: rime.tones?.map { included.tones[$0] },
                    after: rime.after?.map { included.letters($0) }, needsTone: rime.needsTone)
            }
            mapped.words = grammar.words.map { word in
                (included.form(word.form), word.tones?.map { included.tones[$0] })
            }
            grammars.append(mapped)
        }
    }
}
