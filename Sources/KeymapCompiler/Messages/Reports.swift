import Text
internal import Composition
internal import Diagnostics
internal import ICU

/// Every message of the keymap parser, by what is wrong.
///
/// The id of a message never changes; each has a heading in the article Diagnostics.
struct Messages {
    typealias Note = Diagnostic.Note
    typealias FixIt = Diagnostic.FixIt
    typealias Origin = KeymapDefinition.Origin

    let source: SourceText

    // MARK: Characters

    func illFormedText(_ range: Range<Int>) -> Diagnostic {
        let bytes = source.bytes[range].map { hexadecimal(UInt32($0), width: 2) }.joined(separator: " ")
        let message = "bytes \(bytes) are not UTF-8; save the file as UTF-8"
        return error("keymap.ill-formed-text", message, range)
    }

    func invisibleCharacter(_ range: Range<Int>, isBlank: Bool) -> Diagnostic {
        let scalar = source.text(range).unicodeScalars.first?.value ?? 0
        let name = "U+" + hexadecimal(scalar, width: 4)
        let message =
            isBlank
            ? "\(name) looks like a blank but is none; expected a blank"
            : "\(name) cannot be seen; expected a visible character"
        let mend = isBlank ? "put a blank" : "take it away"
        return error(
            "keymap.invisible-character", message, range,
            fixIts: [FixIt(mend, [.init(range, isBlank ? " " : "")])])
    }

    func notNormalized(_ word: Word) -> Diagnostic {
        error(
            "keymap.not-normalized",
            "\(quoted(source.text(word.range))) is not in NFC; expected \(quoted(word.text))",
            word.range, fixIts: [FixIt("write it in NFC", [.init(word.range, word.text)])])
    }

    func badCodePoint(_ word: Word) -> Diagnostic {
        let message = "\(quoted(word.text)) is no code point; expected four to six digits, such as U+0306"
        return error("keymap.bad-code-point", message, word.range)
    }

    // MARK: Statements

    func unknownStatement(_ word: Word, closest: String?) -> Diagnostic {
        error(
            "keymap.unknown-statement", "no statement begins with \(quoted(word.text))\(didYouMean(closest))",
            word.range, fixIts: replacing(word.range, closest))
    }

    func missingStatement(_ keyword: Keyword, at offset: Int) -> Diagnostic {
        let line: (what: String, example: String?) =
            switch keyword {
            case .keymap: ("the version of the keymap language", "keymap \(Resolution.languageVersion)")
            case .language: ("the BCP 47 tag of the language, as in 'language rad'", nil)
            case .title: ("a title in the language itself, as in 'title Êđê (Telex)'", nil)
            case .version: ("the version of the keymap", "version 1.0")
            case .licence: ("an SPDX licence identifier, as in 'licence CC0-1.0'", nil)
            case .source: ("where letters and keys come from, as in 'source' and the name of a book", nil)
            default: ("the letters and their keys", nil)
            }
        let ending = offset > 0 && offset == source.bytes.count && source.bytes.last != 0x0A ? "\n" : ""
        let fixIts =
            line.example.map {
                // Which version it is, only the author knows.
                [
                    FixIt(
                        "add '\($0)'", [.init(offset..<offset, "\(ending)\($0)\n")],
                        isObvious: keyword == .keymap)
                ]
            } ?? []
        return error(
            "keymap.missing-statement", "statement '\(keyword.rawValue)' is missing; expected \(line.what)",
            offset..<offset, fixIts: fixIts)
    }

    func duplicateStatement(_ statement: String, _ range: Range<Int>, first: Word) -> Diagnostic {
        error(
            "keymap.duplicate-statement", "'\(statement)' stands here a second time; expected it once", range,
            notes: [note("first here", first.range)],
            fixIts: [removing(lines(range), "remove this statement", isObvious: areAlike(range, first.range))]
        )
    }

    func notFirst(_ word: Word, first: Word) -> Diagnostic {
        let line = lines(word.range)
        let start = source.lineRange(source.position(of: first.range.lowerBound).line - 1).lowerBound
        let text = source.text(line)
        return error(
            "keymap.not-first",
            "'keymap' stands after \(quoted(first.text)); expected it as the first statement",
            word.range, notes: [note("the first statement", first.range)],
            fixIts: [
                FixIt(
                    "move it to the top",
                    [.init(line, ""), .init(start..<start, text.utf8.last == 0x0A ? text : text + "\n")])
            ])
    }

    func unsupportedVersion(_ word: Word, supported: Int) -> Diagnostic {
        error(
            "keymap.unsupported-version",
            "version \(quoted(word.text)) of the keymap language is not known; expected \(supported)",
            word.range,
            fixIts: replacing(word.range, Int(word.text) == nil ? String(supported) : nil))
    }

    func indentedStatement(_ word: Word, indentation: Range<Int>) -> Diagnostic {
        error(
            "keymap.indented-statement",
            "statement \(quoted(word.text)) is indented; expected it in the first column",
            word.range, fixIts: [removing(indentation, "take the blanks away")])
    }

    func notIndented(_ word: Word, in statement: Word) -> Diagnostic {
        let start = word.range.lowerBound
        return error(
            "keymap.not-indented",
            "\(quoted(word.text)) stands in the first column; expected a line of "
                + "\(quoted(statement.text)) to be indented", word.range,
            notes: [note("the statement it seems to belong to", statement.range)],
            fixIts: [FixIt("put two blanks before it", [.init(start..<start, "  ")])])
    }

    func unevenIndentation(_ line: Line, as indentation: String) -> Diagnostic {
        let word = line.words[0]
        return warning(
            "keymap.uneven-indentation",
            "\(quoted(word.text)) is not indented like the lines above it; expected all of them alike",
            word.range,
            fixIts: [FixIt("indent it like the others", [.init(line.indentation, indentation)])])
    }

    func unknownLine(_ word: Word, in statement: Word, _ expected: [String], closest: String?) -> Diagnostic {
        error(
            "keymap.unknown-line",
            "no line of \(quoted(statement.text)) begins with \(quoted(word.text)); "
                + (closest.map { "did you mean '\($0)'?" } ?? "expected \(list(expected))"),
            word.range, fixIts: replacing(word.range, closest))
    }

    func unexpectedText(_ range: Range<Int>, _ place: String) -> Diagnostic {
        error(
            "keymap.unexpected-text", "found \(quoted(source.text(range))) \(place); expected nothing here",
            range,
            fixIts: [removing(withBlanks(range), "remove it", isObvious: false)])
    }

    func missingText(_ range: Range<Int>, _ expected: String, after text: String?) -> Diagnostic {
        let place = text.map { " after \(quoted($0))" } ?? " before \(quoted(source.text(range)))"
        return error("keymap.missing-text", "expected \(expected)\(place)", range)
    }

    func missingBar(_ word: Word) -> Diagnostic {
        let start = word.range.lowerBound
        return error(
            "keymap.missing-text", "expected '|' before \(quoted(word.text))", word.range,
            fixIts: [FixIt("put '|' before it", [.init(start..<start, "| ")])])
    }

    func missingEquals(_ word: Word, _ keys: Word) -> Diagnostic {
        let start = keys.range.lowerBound
        return error(
            "keymap.missing-text",
            "expected '=' between letter \(quoted(word.text)) and keys \(quoted(keys.text))",
            word.range.lowerBound..<keys.range.upperBound,
            fixIts: [FixIt("put '=' between them", [.init(start..<start, "= ")])])
    }

    func missingColon(_ range: Range<Int>, example: String) -> Diagnostic {
        error("keymap.missing-text", "expected ':' before the keys, as in '\(example)'", range)
    }

    func missingArrow(_ range: Range<Int>) -> Diagnostic {
        error(
            "keymap.missing-text",
            "\(quoted(source.text(range))) has no '->'; expected keys, '->' and a text", range)
    }

    func missingKeys(_ range: Range<Int>, of word: Word, comment: Range<Int>?) -> Diagnostic {
        guard let comment else { return missingText(range, "the keys of \(quoted(word.text))", after: "=") }
        return error(
            "keymap.missing-text",
            "expected the keys of \(quoted(word.text)) after '='; a '#' that stands alone begins a comment",
            range,
            fixIts: [
                // More words are more likely a remark than keys.
                FixIt(
                    "write {numbersign} for the key '#'", [.init(comment, "{numbersign}")],
                    isObvious: source.text(comment.upperBound..<lines(comment).upperBound)
                        .allSatisfy(\.isWhitespace))
            ])
    }

    func wrongArrow(_ word: Word, expected: String) -> Diagnostic {
        error(
            "keymap.wrong-arrow", "found \(quoted(word.text)); expected '\(expected)' here", word.range,
            fixIts: replacing(word.range, expected))
    }

    func unknownChoice(_ word: Word, _ kind: String, _ expected: [String], closest: String?) -> Diagnostic {
        let message = "\(quoted(word.text)) is not known for \(kind); expected \(list(expected))"
        return error("keymap.unknown-choice", message, word.range, fixIts: replacing(word.range, closest))
    }

    func badName(_ word: Word, _ kind: String) -> Diagnostic {
        error(
            "keymap.bad-name",
            "\(quoted(word.text)) cannot name \(article(kind)); expected letters, digits and hyphens, a letter first",
            word.range)
    }

    func badNumber(_ word: Word, _ range: ClosedRange<Int>) -> Diagnostic {
        let message =
            "found \(quoted(word.text)); expected a number from \(range.lowerBound) to \(range.upperBound)"
        return error("keymap.bad-number", message, word.range)
    }

    func duplicateName(_ word: Word, _ kind: String, first: Origin) -> Diagnostic {
        error(
            "keymap.duplicate-name", "\(kind) \(quoted(word.text)) is named twice", word.range,
            notes: [Note("first named here", at: first.range, in: first.text)])
    }

    func duplicateKeptWord(_ word: Word, first: Origin) -> Diagnostic {
        warning(
            "keymap.duplicate-kept-word", "\(quoted(word.text)) is kept already", word.range,
            notes: [Note("first kept here", at: first.range, in: first.text)],
            fixIts: [removing(withBlanks(word.range), "remove it here")])
    }

    func longKeptWord(_ word: Word, count: Int) -> Diagnostic {
        let limit = KeptWords.limit
        return error(
            "keymap.long-kept-word",
            "\(quoted(word.text)) has \(count) keys; a word to keep has at most \(limit)", word.range)
    }

    func tooMany(_ origin: Origin, _ things: String, limit: Int) -> Diagnostic {
        Diagnostic(
            "keymap.too-many", .error,
            "there are more than \(limit) \(things); a keymap holds at most \(limit)",
            at: origin.range, in: origin.text)
    }

    // MARK: Header

    func badLanguageTag(_ word: Word, mended: String?) -> Diagnostic {
        error(
            "keymap.bad-language-tag",
            "\(quoted(word.text)) is no BCP 47 language tag; expected one such as rad or blt-Tavt",
            word.range, fixIts: replacing(word.range, mended))
    }

    func unusualLanguageTag(_ word: Word, usual: String) -> Diagnostic {
        warning(
            "keymap.bad-language-tag", "language tag \(quoted(word.text)) is usually written '\(usual)'",
            word.range,
            fixIts: replacing(word.range, usual))
    }

    func badLicence(_ range: Range<Int>) -> Diagnostic {
        error(
            "keymap.bad-licence",
            "\(quoted(source.text(range))) is no SPDX licence identifier; expected one such as CC0-1.0 or MIT",
            range)
    }

    // MARK: Includes

    func unknownInclude(_ word: Word, closest: String?) -> Diagnostic {
        error(
            "keymap.unknown-include",
            "no keymap is named \(quoted(word.text)); "
                + (closest.map { "did you mean '\($0)'?" }
                    ?? "expected a language tag, a slash and a name, such as vi/telex"),
            word.range, fixIts: replacing(word.range, closest))
    }

    func includeCycle(_ word: Word, open: [String]) -> Diagnostic {
        let chain = (open + [word.text]).joined(separator: ", which includes ")
        let message = "keymap \(quoted(word.text)) includes itself in the end: this one includes \(chain)"
        return error(
            "keymap.include-cycle", message, word.range,
            fixIts: [removing(lines(word.range), "remove this statement", isObvious: false)])
    }

    func includeConflict(_ word: Word, _ what: String, with origin: Origin?) -> Diagnostic {
        error(
            "keymap.include-conflict", "keymap \(quoted(word.text)) does not go with this one: \(what)",
            word.range,
            notes: origin.map { [Note("other than here", at: $0.range, in: $0.text)] } ?? [])
    }

    func includeConflict(_ word: Word, _ what: String, at own: Word?) -> Diagnostic {
        includeConflict(word, what, with: own.map { Origin(text: source, range: $0.range) })
    }

    // MARK: Options

    func duplicateValue(_ word: Word, of option: String) -> Diagnostic {
        error(
            "keymap.duplicate-value", "value \(quoted(word.text)) of \(quoted(option)) stands here twice",
            word.range)
    }

    func optionWithoutChoice(_ word: Word, values: [String]) -> Diagnostic {
        let found = values.first.map { "has only the value '\($0)'" } ?? "has no values"
        let message = "option \(quoted(word.text)) \(found); expected two or more with '|' between them"
        return error("keymap.option-without-choice", message, word.range)
    }

    func unknownOption(_ word: Word, closest: String?) -> Diagnostic {
        error(
            "keymap.unknown-option", "no option is named \(quoted(word.text))\(didYouMean(closest))",
            word.range,
            fixIts: replacing(word.range, closest))
    }

    func unknownValue(
        _ word: Word, of option: String, values: [String], closest: String?, origin: Origin?
    ) -> Diagnostic {
        error(
            "keymap.unknown-value",
            "option '\(option)' cannot be \(quoted(word.text)); expected \(list(values))",
            word.range, notes: origin.map { [Note("declared here", at: $0.range, in: $0.text)] } ?? [],
            fixIts: replacing(word.range, closest))
    }

    func badCondition(_ range: Range<Int>) -> Diagnostic {
        let message =
            "found \(quoted(source.text(range))); expected an option and its value, such as tone-style=new"
        return error("keymap.bad-condition", message, range)
    }

    func conditionNotAllowed(_ range: Range<Int>, from start: Int, _ statement: String) -> Diagnostic {
        error(
            "keymap.condition-not-allowed",
            "\(quoted(source.text(range))) cannot stand in '\(statement)'; "
                + "only lines of letters, marks, place and rules, and 'restore unless', take a condition",
            range,
            fixIts: [removing(start..<range.upperBound, "remove it", isObvious: false)])
    }

    // MARK: Letters

    /// - Parameter meant: A letter of ASCII that looks like it.
    func letterWithoutKeys(_ word: Word, meant: Unicode.Scalar?) -> Diagnostic {
        if let meant, let scalar = word.text.unicodeScalars.first {
            return error(
                "keymap.letter-without-keys",
                "letter \(quoted(word.text)) (\(codePoint(scalar))) has no keys; "
                    + "did you mean '\(meant)' (\(codePoint(meant))), which looks like it?",
                word.range, fixIts: replacing(word.range, String(Character(meant))))
        }
        let bytes = Array(word.text.utf8)
        var fixIts: [FixIt] = []
        if bytes.count > 1, word.isASCII, word.codePointDigits == nil {
            let spaced = word.text.map(String.init).joined(separator: " ")
            fixIts = [
                FixIt("put blanks between the letters", [.init(word.range, spaced)], isObvious: false)
            ]
        }
        return error(
            "keymap.letter-without-keys",
            "letter \(quoted(word.text)) has no keys; expected '=' and keys after it, or a mark that makes it",
            word.range, fixIts: fixIts)
    }

    func duplicateLetter(
        _ word: Word, item: Range<Int>, first: Resolution.Declaration, keys: [Word]
    ) -> Diagnostic {
        var fixIt = removing(withBlanks(item), "remove this declaration")
        if let end = first.keysEnd, !keys.isEmpty {
            let more = keys.map { source.text($0.range) }.joined(separator: " ")
            let known = source.text(first.item).split(whereSeparator: \.isWhitespace).map(String.init)
            if !keys.allSatisfy({ known.contains(source.text($0.range)) }) {
                fixIt = FixIt(
                    "put its keys after the first ones", fixIt.edits + [.init(end..<end, " \(more)")])
            }
        }
        return error(
            "keymap.duplicate-letter", "letter \(quoted(word.text)) is declared twice", item,
            notes: [note("first declared here", first.item)], fixIts: [fixIt])
    }

    func duplicateWay(_ word: Word, of letter: String, first: Origin) -> Diagnostic {
        error(
            "keymap.duplicate-way", "keys \(quoted(word.text)) stand twice for letter \(quoted(letter))",
            word.range,
            notes: [Note("first here", at: first.range, in: first.text)],
            fixIts: [removing(withBlanks(word.range), "remove them")])
    }

    func duplicateKeys(_ word: Word, letter: String, first: Origin) -> Diagnostic {
        error(
            "keymap.duplicate-keys",
            "keys \(quoted(word.text)) make letter \(quoted(letter)) already; "
                + "expected other keys, or a 'when' on one of the two", word.range,
            notes: [Note("first used here", at: first.range, in: first.text)])
    }

    func keysWithoutLetter(_ way: KeymapDefinition.Way, of letter: String) -> Diagnostic {
        let keys = String(decoding: way.keys, as: UTF8.self)
        let prefix = String(keys.dropLast())
        return Diagnostic(
            "keymap.keys-without-letter", .error,
            "keys '\(keys)' cannot make \(quoted(letter)): '\(prefix)' makes no letter that '\(keys.suffix(1))' can change",
            at: way.origin.range, in: way.origin.text)
    }

    func letterTooLong(_ word: Word, limit: Int) -> Diagnostic {
        error(
            "keymap.letter-too-long",
            "letter \(quoted(word.text)) has \(word.text.utf8.count) bytes; a letter has at most \(limit)",
            word.range)
    }

    func capitalLetter(_ word: Word, small: String) -> Diagnostic {
        error(
            "keymap.capital-letter",
            "\(quoted(word.text)) has capitals; expected '\(small)': with 'capitals fold' its capital comes by itself",
            word.range, fixIts: [FixIt("write small letters", [.init(word.range, small)])])
    }

    func emptyClass(_ word: Word, in statement: Word) -> Diagnostic {
        let name = word.range == statement.range ? "'letters'" : "class \(quoted(word.text))"
        return error(
            "keymap.empty-class", "\(name) has no letters; expected indented lines below it", word.range)
    }

    func unknownClass(_ word: Word, closest: String?, later: Word?) -> Diagnostic {
        error(
            "keymap.unknown-class",
            "no class or set is named \(quoted(word.text))\(later == nil ? didYouMean(closest) : " before this line")",
            word.range,
            notes: later.map { [note("a set may use only sets declared before it", $0.range)] } ?? [],
            fixIts: later == nil ? replacing(word.range, closest) : [])
    }

    func badParts(_ word: Word) -> Diagnostic {
        error(
            "keymap.bad-parts",
            "\(quoted(word.text)) has no two parts; expected one ◌ with a sign before and after it",
            word.range)
    }

    func unknownPart(_ word: Word, part: String) -> Diagnostic {
        error(
            "keymap.unknown-part",
            "part \(quoted(part)) of \(quoted(word.text)) is no letter with a class; expected 'as' and two classes",
            word.range)
    }

    // MARK: Keys

    func badKey(_ word: Word, _ found: KeySequenceError) -> Diagnostic {
        let range = word.range(of: found.range)
        var found = found
        if case .unknownKey(let name, nil) = found.reason {
            found.reason = .unknownKey(name, closest: closestWord(name, among: Keysym.names))
        }
        var fixIts: [FixIt] = []
        switch found.reason {
        case .unclosedBrace:
            if source.bytes[range].first == UInt8(ascii: "{") {
                let brace = range.lowerBound..<range.lowerBound + 1
                fixIts = [FixIt("write {braceleft} for the key '{'", [.init(brace, "{braceleft}")])]
            }
        case .unknownKey(_, let closest), .unknownModifier(_, let closest):
            fixIts = replacing(range, closest)
        case .controlCharacter: break
        }
        return error("keymap.bad-key", found.description, range, fixIts: fixIts)
    }

    func keyNotPrintable(_ word: Word, event: KeyEvent) -> Diagnostic {
        error(
            "keymap.key-not-printable",
            "key \(quoted(event.description)) cannot make a letter; expected printable ASCII characters",
            word.range)
    }

    func capitalKey(_ word: Word, small: String) -> Diagnostic {
        error(
            "keymap.capital-key",
            "keys \(quoted(word.text)) have capitals; expected '\(small)': with 'capitals fold' small and capital keys are one",
            word.range, fixIts: [FixIt("write small letters", [.init(word.range, small)], isObvious: false)])
    }

    func notOneKey(_ word: Word, _ purpose: String) -> Diagnostic {
        error("keymap.not-one-key", "found \(quoted(word.text)) for \(purpose); expected one key", word.range)
    }

    // MARK: Marks and tones

    func notAMark(_ word: Word, spacing mark: Unicode.Scalar?) -> Diagnostic {
        let code = mark.map { "U+" + hexadecimal($0.value, width: 4) }
        return error(
            "keymap.not-a-mark",
            "\(quoted(word.text)) is no combining mark; expected \(code ?? "one, such as U+0306")",
            word.range, fixIts: replacing(word.range, code))
    }

    func notOneLetter(_ word: Word) -> Diagnostic {
        error(
            "keymap.not-one-letter",
            "\(quoted(word.text)) is more than one letter; expected letters with blanks between them",
            word.range)
    }

    func duplicateMark(_ word: Word, mark: Unicode.Scalar, tone: String, first: Origin) -> Diagnostic {
        error(
            "keymap.duplicate-mark",
            "\(quoted(String(Character(mark)))) is the mark of tone \(quoted(tone)) already",
            word.range, notes: [Note("first used here", at: first.range, in: first.text)])
    }

    func duplicateToneKey(_ word: Word, tone: String, first: Word, isSame: Bool) -> Diagnostic {
        error(
            "keymap.duplicate-keys",
            "key \(quoted(word.text)) stands for tone \(quoted(tone)) already"
                + (isSame ? "" : "; expected another key"),
            word.range, notes: [note("first used here", first.range)],
            fixIts: isSame ? [removing(withBlanks(word.range), "remove it")] : [])
    }

    func unknownTone(_ word: Word, tones: [String], closest: String?) -> Diagnostic {
        let expected = tones.isEmpty ? "none is declared" : "expected \(list(tones))"
        return error(
            "keymap.unknown-tone", "no tone is named \(quoted(word.text)); \(expected)", word.range,
            fixIts: replacing(word.range, closest))
    }

    // MARK: Syllables, places, rules

    func unknownLetter(_ letter: String, at range: Range<Int>, closest: String?) -> Diagnostic {
        error(
            "keymap.unknown-letter", "letter \(quoted(letter)) is not declared\(didYouMean(closest))", range,
            fixIts: replacing(range, closest, isObvious: false))
    }

    func alsoHere(_ range: Range<Int>) -> Note { note("also here", range) }

    func badForm(_ word: Word, part: Range<Int>) -> Diagnostic {
        let found = word.part(part).text
        let expected =
            switch found.utf8.first {
            case UInt8(ascii: "["): found.hasSuffix("]") ? "a name between '[' and ']'" : "a ']' after it"
            case UInt8(ascii: "]"): "a '[' before it"
            default: "a letter or a class before it, and only one such sign"
            }
        return error(
            "keymap.bad-form", "found \(quoted(found)) in \(quoted(word.text)); expected \(expected)",
            word.range(of: part))
    }

    func emptyGrammar(_ word: Word, name: String) -> Diagnostic {
        error(
            "keymap.empty-grammar",
            "syllable \(quoted(name)) allows nothing; expected a line 'rime' or 'word'", word.range)
    }

    func duplicateRule(_ range: Range<Int>, first: Word) -> Diagnostic {
        error(
            "keymap.duplicate-rule", "\(quoted(source.text(range))) is changed by two lines; expected one",
            range,
            notes: [note("first changed here", first.range)],
            fixIts: [removing(lines(range), "remove this line", isObvious: areAlike(range, first.range))])
    }

    func unevenRepair(_ range: Range<Int>, _ left: Int, _ right: Int) -> Diagnostic {
        error(
            "keymap.uneven-repair",
            "\(quoted(source.text(range))) makes \(right) letters of \(left); expected as many on both sides",
            range)
    }

    // MARK: Clusters

    func incompleteCluster(_ word: Word, missing: String) -> Diagnostic {
        error(
            "keymap.incomplete-cluster",
            "'cluster' has no line '\(missing)'; expected '\(missing)' and classes", word.range)
    }

    func classNotOrdered(_ word: Word, missing: String, order: Word) -> Diagnostic {
        let message =
            missing == word.text
            ? "class \(quoted(word.text)) is typed but has no place in 'order'"
            : "class '\(missing)' of a part of \(quoted(word.text)) has no place in 'order'"
        return error(
            "keymap.class-not-ordered", message, word.range,
            notes: [note("expected it in this line", order.range)])
    }

    func badPattern(_ range: Range<Int>, _ what: String) -> Diagnostic {
        error(
            "keymap.bad-pattern",
            "\(what); expected classes, each with '?' when optional, and ( | ) for a choice", range)
    }

    // MARK: Tables

    func tooLarge(_ what: String, _ origin: Origin?) -> Diagnostic {
        let message = "the tables of \(what) are larger than a keymap holds; expected fewer or shorter forms"
        return Diagnostic(
            "keymap.too-large", .error, message, at: origin?.range ?? 0..<0, in: origin?.text ?? source)
    }

    // MARK: Making diagnostics

    func error(
        _ id: String, _ message: String, _ range: Range<Int>, notes: [Note] = [], fixIts: [FixIt] = []
    ) -> Diagnostic {
        Diagnostic(id, .error, message, at: range, in: source, notes: notes, fixIts: fixIts)
    }

    func warning(
        _ id: String, _ message: String, _ range: Range<Int>, notes: [Note] = [], fixIts: [FixIt] = []
    ) -> Diagnostic {
        Diagnostic(id, .warning, message, at: range, in: source, notes: notes, fixIts: fixIts)
    }

    func note(_ message: String, _ range: Range<Int>) -> Note { Note(message, at: range, in: source) }

    func replacing(_ range: Range<Int>, _ text: String?, isObvious: Bool = true) -> [FixIt] {
        text.map { [FixIt("write '\($0)'", [.init(range, $0)], isObvious: isObvious)] } ?? []
    }

    func removing(_ range: Range<Int>, _ message: String, isObvious: Bool = true) -> FixIt {
        FixIt(message, [.init(range, "")], isObvious: isObvious)
    }

    /// Whether the lines at two places say the same, so that nothing is lost with one of them.
    func areAlike(_ range: Range<Int>, _ other: Range<Int>) -> Bool {
        func words(_ range: Range<Int>) -> [Substring] {
            source.text(lines(range)).split(whereSeparator: \.isWhitespace)
        }
        return words(range) == words(other)
    }

    func didYouMean(_ word: String?) -> String { word.map { "; did you mean '\($0)'?" } ?? "" }

    func list(_ words: [String]) -> String {
        let quotes = words.map { "'\($0)'" }
        guard let last = quotes.last, quotes.count > 1 else { return quotes.first ?? "nothing" }
        return quotes.dropLast().joined(separator: ", ") + " or " + last
    }

    func article(_ noun: String) -> String {
        noun.first.map { "aeiou".contains($0) } == true ? "an \(noun)" : "a \(noun)"
    }

    func hexadecimal(_ number: UInt32, width: Int) -> String {
        let digits = String(number, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    /// The whole lines that `range` touches, with their line ends.
    func lines(_ range: Range<Int>) -> Range<Int> {
        let first = source.position(of: range.lowerBound).line - 1
        let last = source.position(of: range.upperBound).line
        let start = source.lineRange(first).lowerBound
        return
            start..<max(start, last < source.lineStarts.count ? source.lineStarts[last] : source.bytes.count)
    }

    /// `range` with the blanks before it, or after it at the start of a line; the whole line when nothing else is there.
    func withBlanks(_ range: Range<Int>) -> Range<Int> {
        let line = source.lineRange(source.position(of: range.lowerBound).line - 1)
        func isBlank(_ offset: Int) -> Bool { source.bytes[offset] == 0x20 || source.bytes[offset] == 0x09 }
        guard range.lowerBound >= line.lowerBound, range.upperBound <= line.upperBound else { return range }
        var start = range.lowerBound
        while start > line.lowerBound, isBlank(start - 1) { start -= 1 }
        var end = range.upperBound
        while end < line.upperBound, isBlank(end) { end += 1 }
        if start == line.lowerBound { return end == line.upperBound ? lines(range) : range.lowerBound..<end }
        return start..<range.upperBound
    }
}
