internal import Diagnostics

extension Resolution {
    typealias Form = KeymapDefinition.Form
    typealias Element = KeymapDefinition.Element

    // MARK: Sets

    /// Reads `set name = sequences`.
    mutating func readSets() {
        for statement in statements(.set) where !statement.head.isBroken {
            let words = statement.words
            guard let first = words.first else {
                report(
                    messages.missingText(statement.end, "a name, '=' and sequences of letters", after: "set"))
                continue
            }
            let name = name(first, of: "set")
            guard words.count > 2, words[1].text == "=" else {
                let end =
                    words.count > 1 && words[1].text != "="
                    ? first.range.upperBound : statement.end.upperBound
                let expected =
                    words.count > 1 && words[1].text == "="
                    ? "sequences of letters" : "'=' and sequences of letters"
                report(
                    messages.missingText(
                        end..<end, expected, after: words.count == 2 ? words[1].text : first.text))
                continue
            }
            var all: [[Int]] = []
            tellRepeated(words[2...])
            for word in words[2...] { all += sequences(word) }
            guard let name else { continue }
            if let earlier = sets[name], !earlier.isIncluded {
                report(messages.duplicateName(first, "set", first: earlier.origin))
            } else if let number = classNumbers[name], let word = classOrigins[number] {
                report(messages.duplicateName(first, "class", first: origin(word.range)))
            } else {
                sets[name] = NamedSet(sequences: all, origin: origin(first.range), isIncluded: false)
            }
        }
    }

    // MARK: Grammars

    /// Reads the `syllable` statements.
    mutating func readSyllables() {
        for statement in statements(.syllable) where !statement.head.isBroken { readSyllable(statement) }
    }

    private mutating func readSyllable(_ statement: Statement) {
        let name = statement.head.words.map(\.text).joined(separator: " ")
        if name.isEmpty {
            report(messages.missingText(statement.end, "a name (such as the language's)", after: "syllable"))
        }
        if !name.isEmpty, let first = definition.grammars.first(where: { $0.name == name }),
            let origin = first.origin
        {
            report(messages.duplicateName(statement.head.words[0], "syllable", first: origin))
        }
        var grammar = KeymapDefinition.Grammar(
            name: name, onsetRequired: false, onsets: [], rimes: [], words: [], syllables: 1)
        grammar.origin = origin(statement.head.words.first?.range ?? statement.word.range)
        var known = KnownForms()
        var use = SyllableUse()
        for line in statement.block {
            let words = withoutCondition(line.words, in: "syllable")
            guard let first = words.first else { continue }
            switch first.text {
            case "onset": readOnset(words, line, &grammar, &known, &use)
            case "rime": readRime(words, line, &grammar, &known, &use)
            case "word": readWordForms(words, line, &grammar, &known)
            case "syllables": readSyllableCount(words, line, &grammar)
            default:
                let near = closestWord(first.text, among: Keyword.syllable.lineKeywords)
                report(
                    messages.unknownLine(
                        first, in: statement.word, Keyword.syllable.lineKeywords, closest: near))
            }
        }
        let hasForms = statement.block.contains { ["rime", "word"].contains($0.words.first?.text) }
        if !hasForms, !statement.block.contains(where: \.isBroken) {
            report(messages.emptyGrammar(statement.word, name: name))
        }
        if hasForms { tellUnused(use, grammar) }
        definition.grammars.append(grammar)
    }

    /// The first words of a grammar that may turn out to be of no use.
    private struct SyllableUse {
        var onset: Word?
        /// A rime that any onset may go with.
        var freeRime: Word?
        /// Rimes that need a tone and take none.
        var toneless: [Word] = []
    }

    private mutating func tellUnused(_ use: SyllableUse, _ grammar: KeymapDefinition.Grammar) {
        if let onset = use.onset, use.freeRime == nil { report(messages.unusedOnset(onset)) }
        if let rime = use.freeRime, grammar.onsetRequired, grammar.onsets.isEmpty {
            report(messages.unusedRime(rime, "an onset is required, and no line 'onset' lists any"))
        }
        for rime in use.toneless {
            report(messages.unusedRime(rime, "it needs one of the tones, and takes none"))
        }
    }

    /// Tells a form that adds nothing to those before it.
    private mutating func tellKnown(
        _ form: Form, _ word: Word, of forms: Int, _ line: Line, _ kind: KnownForms.Kind,
        _ known: inout KnownForms
    ) {
        guard let first = known.insert(form, word, kind) else { return }
        let isAlone =
            forms == 1
            && source.position(of: line.range.lowerBound).line
                == source.position(of: line.range.upperBound).line
        report(messages.listedTwice(word, first: origin(first.range), isAlone: isAlone))
    }

    private mutating func readOnset(
        _ words: [Word], _ line: Line, _ grammar: inout KeymapDefinition.Grammar, _ known: inout KnownForms,
        _ use: inout SyllableUse
    ) {
        var rest = words.dropFirst()
        if rest.first?.text == "required" {
            grammar.onsetRequired = true
            rest = rest.dropFirst()
        } else if rest.isEmpty {
            tellMissingForms(line, "onset")
        } else if let first = rest.first, isSlip(first.text, of: "required") {
            report(messages.unknownWord(first, meant: "required"))
            rest = rest.dropFirst()
        }
        for word in rest {
            guard let form = form(word) else { continue }
            grammar.onsets.append(form)
            use.onset = use.onset ?? word
            tellKnown(form, word, of: words.count - 1, line, .init(keyword: "onset"), &known)
        }
    }

    private mutating func readRime(
        _ words: [Word], _ line: Line, _ grammar: inout KeymapDefinition.Grammar,
        _ known: inout KnownForms, _ use: inout SyllableUse
    ) {
        let parts = clauses(words, line, takesOnsets: true)
        if parts.forms.isEmpty { tellMissingForms(line, "rime") }
        for word in parts.forms {
            guard let form = form(word) else { continue }
            grammar.rimes.append(
                KeymapDefinition.Rime(
                    form: form, tones: parts.tones, after: parts.after, needsTone: parts.needsTone))
            if parts.after == nil { use.freeRime = use.freeRime ?? word }
            if parts.needsTone, parts.tones == [] { use.toneless.append(word) }
            let kind = KnownForms.Kind(
                keyword: "rime", tones: parts.tones, after: parts.after, needsTone: parts.needsTone)
            tellKnown(form, word, of: parts.forms.count, line, kind, &known)
        }
    }

    private mutating func readWordForms(
        _ words: [Word], _ line: Line, _ grammar: inout KeymapDefinition.Grammar, _ known: inout KnownForms
    ) {
        let parts = clauses(words, line, takesOnsets: false)
        if parts.forms.isEmpty { tellMissingForms(line, "word") }
        for word in parts.forms {
            guard let form = form(word) else { continue }
            grammar.words.append((form, parts.tones))
            tellKnown(
                form, word, of: parts.forms.count, line, .init(keyword: "word", tones: parts.tones), &known)
        }
    }

    private mutating func tellMissingForms(_ line: Line, _ keyword: String) {
        let end = line.words[0].range.upperBound
        report(messages.missingText(end..<end, "sequences of letters", after: keyword))
    }

    private mutating func readSyllableCount(
        _ words: [Word], _ line: Line, _ grammar: inout KeymapDefinition.Grammar
    ) {
        guard words.count > 1 else {
            let end = line.range.upperBound
            report(messages.missingText(end..<end, "a number", after: "syllables"))
            return
        }
        guard let count = Int(words[1].text), (1...Limits.syllables).contains(count) else {
            report(messages.badNumber(words[1], 1...Limits.syllables))
            return
        }
        grammar.syllables = count
        expectNoMore(words.dropFirst(2), after: "'syllables \(count)'")
    }

    /// A line of forms taken apart: `forms after onsets : tones names`; `tones required names` where a rime is no
    /// syllable without one of them.
    private mutating func clauses(
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
            report(messages.unknownWord(words[index], meant: "after"))
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
                report(messages.unknownWord(first, meant: "tones"))
                tones = toneNumbers(clause.dropFirst())
            } else if clause.first?.text != "tones" {
                let place = clause.first?.range ?? line.range.upperBound..<line.range.upperBound
                report(messages.missingText(place, "'tones' and their names", after: ":"))
            } else if clause.count == 1 {
                let end = line.range.upperBound
                report(messages.missingText(end..<end, "names of tones, or 'none'", after: "tones"))
            } else {
                tellRepeated(clause.dropFirst())
                tones = toneNumbers(clause.dropFirst())
            }
        }
        var onsets: [[Int]]?
        if let after {
            let end = colon.map { $0 > after ? $0 : words.count } ?? words.count
            if after + 1 == end {
                let end = words[after].range.upperBound
                report(messages.missingText(end..<end, "onsets", after: "after"))
            } else {
                tellRepeated(words[(after + 1)..<end])
                onsets = words[(after + 1)..<end].flatMap { sequences($0) }
            }
        }
        return (Array(words[..<formsEnd]), tones, onsets, needsTone)
    }

    // MARK: Forms

    /// A form such as `ngh`, `[consonant]+` or `g[vowel][stop]?`; nil when something in it is wrong, which is told.
    mutating func form(_ word: Word) -> Form? {
        let bytes = Array(word.text.utf8)
        var form: Form = []
        var isGood = true
        var index = 0
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "["):
                let close = bytes[index...].firstIndex(of: UInt8(ascii: "]"))
                guard let close, close > index + 1 else {
                    report(messages.badForm(word, part: index..<(close.map { $0 + 1 } ?? bytes.count)))
                    return nil
                }
                if let alternatives = named(word.part(index + 1..<close)) {
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
                    if isGood { report(messages.badForm(word, part: index..<index + 1)) }
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
                report(messages.badForm(word, part: index..<index + 1))
                return nil
            default:
                let start = index
                while index < bytes.count, !Resolution.isFormSign(bytes[index]) { index += 1 }
                let text = String(decoding: bytes[start..<index], as: UTF8.self)
                if let letters = sequence(text, in: word, at: start) {
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
}
