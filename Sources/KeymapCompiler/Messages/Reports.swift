import Composition
import Diagnostics
import ICU
import Text

/// Makes diagnostics about one source: a message at its place, with the notes and the fixes that the text allows.
struct Reports {
    typealias Note = Diagnostic.Note
    typealias FixIt = Diagnostic.FixIt
    typealias Origin = KeymapDefinition.Origin

    let source: SourceText

    /// A diagnostic that reports `message` about the bytes `range`.
    func diagnostic(
        _ message: KeymapMessage, _ range: Range<Int>, notes: [Note] = [], fixIts: [FixIt] = []
    ) -> Diagnostic {
        Diagnostic(message, at: range, in: source, notes: notes, fixIts: fixIts)
    }

    /// A diagnostic about a place that may be in another source.
    static func diagnostic(_ message: KeymapMessage, _ origin: Origin, notes: [Note] = []) -> Diagnostic {
        Diagnostic(message, at: origin.range, in: origin.text, notes: notes)
    }

    func note(_ note: KeymapNote, _ range: Range<Int>) -> Note { Note(note.wording, at: range, in: source) }

    static func note(_ note: KeymapNote, _ origin: Origin) -> Note {
        Note(note.wording, at: origin.range, in: origin.text)
    }

    // MARK: Fixes

    func fix(_ fix: KeymapFix, _ edits: [FixIt.Edit], isObvious: Bool = true) -> FixIt {
        FixIt(fix.wording, edits, isObvious: isObvious)
    }

    /// Writes `text` at `range`; nothing where no text is known.
    func replacing(_ range: Range<Int>, _ text: String?, isObvious: Bool = true) -> [FixIt] {
        text.map { [fix(.write($0), [.init(range, $0)], isObvious: isObvious)] } ?? []
    }

    /// Writes `text` before what stands at `offset`.
    func inserting(_ text: String, at offset: Int, _ name: KeymapFix) -> FixIt {
        fix(name, [.init(offset..<offset, text)])
    }

    func removing(_ range: Range<Int>, _ name: KeymapFix, isObvious: Bool = true) -> FixIt {
        fix(name, [.init(range, "")], isObvious: isObvious)
    }

    // MARK: Places

    /// Whether the lines at two places say the same, so that nothing is lost with one of them.
    func areAlike(_ range: Range<Int>, _ other: Range<Int>) -> Bool {
        func words(_ range: Range<Int>) -> [Substring] {
            source.text(lines(range)).split(whereSeparator: \.isWhitespace)
        }
        return words(range) == words(other)
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

    /// The line at `range` with a line end.
    func wholeLine(_ range: Range<Int>) -> String {
        let text = source.text(lines(range))
        return text.utf8.last == 0x0A || text.utf8.last == 0x0D ? text : text + "\n"
    }
}

// MARK: Characters and statements

extension Reports {
    func invisibleCharacter(_ range: Range<Int>, isBlank: Bool) -> Diagnostic {
        let scalar = source.text(range).unicodeScalars.first ?? "\0"
        return diagnostic(
            isBlank ? .falseBlank(scalar) : .invisibleCharacter(scalar), range,
            fixIts: [
                // A control character may be a letter of an old encoding, or may end a line somewhere else.
                fix(
                    isBlank ? .putBlank : .removeCharacter, [.init(range, isBlank ? " " : "")],
                    isObvious: isBlank || scalar == "\u{FEFF}")
            ])
    }

    func notNormalized(_ word: Word, _ found: String, normal: String) -> Diagnostic {
        diagnostic(
            .notNormalized(found, normal: normal), word.range,
            fixIts: [fix(.writeNFC, [.init(word.range, normal)])])
    }

    func unknownStatement(_ word: Word, closest: String?) -> Diagnostic {
        diagnostic(
            .unknownStatement(word.text, closest: closest), word.range,
            fixIts: replacing(word.range, closest))
    }

    func missingStatement(_ keyword: Keyword, at offset: Int) -> Diagnostic {
        let line: String? =
            switch keyword {
            case .keymap: "keymap \(Header.languageVersion)"
            case .version: "version 1.0"
            default: nil
            }
        let isCut = source.bytes.last != 0x0A && source.bytes.last != 0x0D
        let ending = offset > 0 && offset == source.bytes.count && isCut ? "\n" : ""
        let fixIts =
            line.map {
                // Which version it is, only the author knows.
                [
                    fix(
                        .add($0), [.init(offset..<offset, "\(ending)\($0)\n")],
                        isObvious: keyword == .keymap)
                ]
            } ?? []
        return diagnostic(.missingStatement(keyword), offset..<offset, fixIts: fixIts)
    }

    /// A comment that begins with `//`, or with `#` and no blank after it; nil when `word` is no such beginning.
    ///
    /// `isObvious` says whether it can be nothing else.
    func comment(_ word: Word, isObvious: Bool = true) -> Diagnostic? {
        let bytes = Array(source.bytes[word.range])
        let sign = bytes.first == 0x23 ? 1 : bytes.prefix { $0 == 0x2F }.count
        guard bytes.first == 0x23 ? bytes.count > 1 : sign >= 2 else { return nil }
        let start = word.range.lowerBound..<word.range.lowerBound + sign
        return diagnostic(
            .badComment(word.text), word.range,
            fixIts: [
                fix(.startComment, [.init(start, bytes.count == sign ? "#" : "# ")], isObvious: isObvious)
            ])
    }

    func duplicateStatement(_ statement: String, _ range: Range<Int>, first: Word) -> Diagnostic {
        diagnostic(
            .duplicateStatement(statement), range, notes: [note(.firstHere, first.range)],
            fixIts: [removing(lines(range), .removeStatement, isObvious: areAlike(range, first.range))])
    }

    func notFirst(_ word: Word, first: Word) -> Diagnostic {
        let start = source.lineRange(source.position(of: first.range.lowerBound).line - 1).lowerBound
        return diagnostic(
            .notFirst(before: first.text), word.range, notes: [note(.firstStatement, first.range)],
            fixIts: [
                fix(
                    .moveToTop,
                    [.init(lines(word.range), ""), .init(start..<start, wholeLine(word.range))])
            ])
    }

    func notIndented(_ word: Word, in statement: Word) -> Diagnostic {
        diagnostic(
            .notIndented(word.text, in: statement.text), word.range,
            notes: [note(.statement, statement.range)],
            fixIts: [inserting("  ", at: word.range.lowerBound, .indent)])
    }

    func unevenIndentation(_ line: Line, as indentation: String) -> Diagnostic {
        diagnostic(
            .unevenIndentation(line.words[0].text), line.words[0].range,
            fixIts: [fix(.indentAlike, [.init(line.indentation, indentation)])])
    }

    func unexpectedText(_ range: Range<Int>, _ place: UnexpectedPlace) -> Diagnostic {
        diagnostic(
            .unexpectedText(source.text(range), place), range,
            fixIts: [removing(withBlanks(range), .remove, isObvious: false)])
    }

    func missingKeys(_ range: Range<Int>, of word: Word, comment: Range<Int>?) -> Diagnostic {
        guard let comment else {
            return diagnostic(.missingText(.keysOf(letter: word.text), .after("=")), range)
        }
        return diagnostic(
            .commentForKeys(letter: word.text), range,
            fixIts: [
                // More words are more likely a remark than keys.
                fix(
                    .spellOutNumberSign, [.init(comment, "{numbersign}")],
                    isObvious: source.text(comment.upperBound..<lines(comment).upperBound)
                        .allSatisfy(\.isWhitespace))
            ])
    }
}

// MARK: Letters and keys

extension Reports {
    /// - Parameter meant: A letter of ASCII that looks like it.
    func letterWithoutKeys(_ word: Word, meant: Unicode.Scalar?) -> Diagnostic {
        if let meant, let scalar = word.text.unicodeScalars.first {
            return diagnostic(
                .lookalikeWithoutKeys(word.text, scalar, meant: meant), word.range,
                fixIts: replacing(word.range, String(Character(meant))))
        }
        var fixIts: [FixIt] = []
        if word.text.utf8.count > 1, word.isASCII, word.codePointDigits == nil {
            let spaced = word.text.map(String.init).joined(separator: " ")
            fixIts = [fix(.separateLetters, [.init(word.range, spaced)], isObvious: false)]
        }
        return diagnostic(.letterWithoutKeys(word.text), word.range, fixIts: fixIts)
    }

    func duplicateLetter(
        _ word: Word, item: Range<Int>, first: Letters.Declaration, keys: [Word]
    ) -> Diagnostic {
        var fixIt = removing(withBlanks(item), .removeDeclaration)
        if let end = first.keysEnd, !keys.isEmpty {
            let more = keys.map { source.text($0.range) }.joined(separator: " ")
            let known = source.text(first.item).split(whereSeparator: \.isWhitespace).map(String.init)
            if !keys.allSatisfy({ known.contains(source.text($0.range)) }) {
                fixIt = fix(.addKeysToFirst, fixIt.edits + [.init(end..<end, " \(more)")])
            }
        }
        // What has the arrow of a test may be one that ran into the letters.
        let line = source.lineRange(source.position(of: item.lowerBound).line - 1)
        if source.text(line).split(separator: " ").contains("->") { fixIt.isObvious = false }
        return diagnostic(
            .duplicateLetter(word.text), item, notes: [note(.firstDeclaredHere, first.item)], fixIts: [fixIt])
    }

    func unknownClass(_ word: Word, closest: String?, later: Word?) -> Diagnostic {
        guard let later else {
            return diagnostic(
                .unknownClass(word.text, closest: closest), word.range,
                fixIts: replacing(word.range, closest))
        }
        return diagnostic(.laterSet(word.text), word.range, notes: [note(.laterSet, later.range)])
    }

    func badKey(_ word: Word, _ error: KeySequenceError) -> Diagnostic {
        let range = word.range(of: error.range)
        var reason = error.reason
        if case .unknownKey(let name, nil) = reason {
            reason = .unknownKey(name, closest: closestWord(name, among: Keysym.names))
        }
        var fixIts: [FixIt] = []
        switch reason {
        case .unclosedBrace:
            if source.bytes[range].first == UInt8(ascii: "{") {
                let brace = range.lowerBound..<range.lowerBound + 1
                fixIts = [fix(.spellOutBrace, [.init(brace, "{braceleft}")])]
            }
        case .unknownKey(_, let closest), .unknownModifier(_, let closest):
            fixIts = replacing(range, closest)
        case .controlCharacter: break
        }
        return diagnostic(.badKey(reason), range, fixIts: fixIts)
    }

    func capitalLetter(_ word: Word, small: String) -> Diagnostic {
        diagnostic(
            .capitalLetter(word.text, small: small), word.range,
            fixIts: [fix(.writeSmallLetters, [.init(word.range, small)])])
    }

    func notAMark(_ word: Word, spacing mark: Unicode.Scalar?) -> Diagnostic {
        diagnostic(
            mark.map { .spacingMark(word.text, mark: $0) } ?? .notAMark(word.text), word.range,
            fixIts: replacing(word.range, mark?.codePointName))
    }

    func duplicateToneKey(_ word: Word, tone: String, first: Word, isSame: Bool) -> Diagnostic {
        diagnostic(
            isSame ? .toneKeyTwice(word.text, tone: tone) : .toneKeyTaken(word.text, tone: tone), word.range,
            notes: [note(.firstUsedHere, first.range)],
            fixIts: isSame ? [removing(withBlanks(word.range), .remove)] : [])
    }
}

// MARK: Lines of other statements

extension Reports {
    func badForm(_ word: Word, part: Range<Int>) -> Diagnostic {
        let found = word.part(part).text
        let fault: FormFault =
            switch found.utf8.first {
            case UInt8(ascii: "["): found.hasSuffix("]") ? .noName : .notClosed
            case UInt8(ascii: "]"): .notOpened
            default: .nothingBefore
            }
        return diagnostic(.badForm(found, in: word.text, fault), word.range(of: part))
    }

    func duplicateRule(_ range: Range<Int>, first: Word) -> Diagnostic {
        diagnostic(
            .duplicateRule(source.text(range)), range, notes: [note(.firstChangedHere, first.range)],
            fixIts: [removing(lines(range), .removeLine, isObvious: areAlike(range, first.range))])
    }

    /// - Parameter isAlone: Whether nothing else stands in its list, so that the whole line goes.
    func listedTwice(_ word: Word, first: Word, isAlone: Bool = false) -> Diagnostic {
        let isLiteral = source.text(first.range) == source.text(word.range)
        return diagnostic(
            isLiteral ? .listedTwice(word.text) : .addsNothing(word.text), word.range,
            notes: [note(isLiteral ? .firstListedHere : .listedHere, first.range)],
            fixIts: [removing(isAlone ? lines(word.range) : withBlanks(word.range), .remove)])
    }

    func badCapture(_ range: Range<Int>, kept: Int) -> Diagnostic {
        let number = range.lowerBound..<range.lowerBound + 2
        return diagnostic(
            .badCapture(source.text(range), kept: kept), range,
            fixIts: kept == 1 ? replacing(number, "$1") : [])
    }

    func hiddenRule(_ hidden: RuleCompiler.Hidden) -> Diagnostic {
        let origin = hidden.rule.origin
        var fixIts: [FixIt] = []
        if let by = hidden.by, by.origin.text.path == source.path, origin.text.path == source.path {
            let start = lines(by.origin.range).lowerBound
            fixIts = [
                fix(
                    .moveBeforeRule,
                    [
                        .init(start..<start, wholeLine(origin.range)),
                        .init(lines(origin.range), ""),
                    ])
            ]
        }
        return Diagnostic(
            KeymapMessage.hiddenRule(origin.text.text(origin.range)), at: origin.range, in: origin.text,
            notes: hidden.by.map { [Reports.note(.winningRule, $0.origin)] } ?? [], fixIts: fixIts)
    }

    /// - Parameter meant: A letter of `script` that looks like it.
    func foreignLetter(
        _ word: Word, _ scalar: Unicode.Scalar, script: String, meant: Unicode.Scalar?
    ) -> Diagnostic {
        guard let meant else {
            return diagnostic(.foreignLetter(scalar, in: word.text, script: script), word.range)
        }
        let fixed = String.UnicodeScalarView(word.text.unicodeScalars.map { $0 == scalar ? meant : $0 })
        return diagnostic(
            .foreignLookalike(scalar, in: word.text, script: script, meant: meant), word.range,
            fixIts: replacing(word.range, String(fixed)))
    }

    func failedTest(
        _ test: KeymapDefinition.Test, found: String, _ trace: (steps: [KeymapNote.KeyStep], isCut: Bool),
        noSyllable: String?
    ) -> Diagnostic {
        var notes: [Note] = []
        if let difference = Difference(found, test.expected) {
            notes.append(Reports.note(.difference(difference), test.origin))
        }
        if let noSyllable { notes.append(Reports.note(.noSyllable(noSyllable), test.keys)) }
        if !trace.steps.isEmpty {
            notes.append(Reports.note(.keyByKey(trace.steps, isCut: trace.isCut), test.keys))
        }
        return Diagnostic(
            KeymapMessage.failedTest(found: found, expected: test.expected), at: test.origin.range,
            in: test.origin.text, notes: notes,
            fixIts: [fix(.expectFoundText, [.init(test.origin.range, found)], isObvious: false)])
    }
}
