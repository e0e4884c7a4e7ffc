import Composition
import Diagnostics
import ICU
import Text

/// One source being read: its statements, how its words are read, and what is found wrong in it.
///
/// All parts of a ``KeymapReader`` share one. It knows words, keys and code points, but not what they mean.
final class Reading {
    typealias Origin = KeymapDefinition.Origin

    let source: SourceText
    let reports: Reports
    let statements: [Statement]
    /// Whether the source is not text.
    let isUnreadable: Bool
    /// Whether another keymap includes this one.
    let isIncluded: Bool
    private(set) var diagnostics: [Diagnostic]
    /// Whether a small letter and its capital are one key; ``Settings`` says so before any letter is read.
    var capitalsFold = true

    /// Where in ``diagnostics`` a name was reported first.
    private var firstReports: [String: Int] = [:]
    private var guesses = 0

    init(_ source: SourceText, isIncluded: Bool) {
        let read = Statements(source)
        self.source = source
        self.isIncluded = isIncluded
        reports = Reports(source: source)
        statements = read.statements
        isUnreadable = read.isUnreadable
        diagnostics = read.diagnostics
    }

    /// Whether the keymap is only for others to include, which say what keys its letters have.
    var isPart: Bool { statements.contains { $0.keyword == .part } }

    var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

    func statements(_ keyword: Keyword) -> [Statement] { statements.filter { $0.keyword == keyword } }

    /// Where a diagnostic about the whole keymap stands.
    var start: Origin { origin(statements.first?.word.range ?? 0..<0) }

    func origin(_ range: Range<Int>) -> Origin { Origin(text: source, range: range) }

    func origin(_ word: Word) -> Origin { origin(word.range) }

    // MARK: Reporting

    func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

    func report(
        _ message: KeymapMessage, _ range: Range<Int>, notes: [Diagnostic.Note] = [],
        fixIts: [Diagnostic.FixIt] = []
    ) {
        report(reports.diagnostic(message, range, notes: notes, fixIts: fixIts))
    }

    /// Reports that something is missing: `expected` at `range`, after or before what stands there.
    func missing(_ expected: MissingText, _ place: MissingPlace, at range: Range<Int>) {
        report(.missingText(expected, place), range)
    }

    /// Reports that `expected` is missing just after `word`.
    func missing(_ expected: MissingText, after word: Word) {
        missing(expected, .after(word.text), at: word.range.upperBound..<word.range.upperBound)
    }

    /// Reports that `expected` is missing after the keyword of `statement`.
    func missing(_ expected: MissingText, in statement: Statement) {
        missing(expected, .after(statement.keyword.rawValue), at: statement.end)
    }

    /// Reports that `expected` is missing at the end of `line`, after `text`.
    func missing(_ expected: MissingText, after text: String, in line: Line) {
        missing(expected, .after(text), at: line.range.upperBound..<line.range.upperBound)
    }

    /// Reports that `expected` is missing before `word`.
    func missing(_ expected: MissingText, before word: Word) {
        missing(expected, .before(source.text(word.range)), at: word.range)
    }

    func duplicateName(_ thing: NamedThing, _ word: Word, first: Origin) {
        report(
            .duplicateName(thing, word.text), word.range, notes: [Reports.note(.firstNamedHere, first)])
    }

    /// Whether `name` is not reported yet; further places become notes of the first report, three of them.
    func isFirst(_ name: String, at range: Range<Int>) -> Bool {
        guard let index = firstReports[name] else {
            firstReports[name] = diagnostics.count
            return true
        }
        if diagnostics[index].notes.count < 3 {
            diagnostics[index].notes.append(reports.note(.alsoHere, range))
        }
        return false
    }

    /// Whether to look for what the author may have meant: not for the hundredth mistake, so that reading stays linear.
    func mayGuess() -> Bool {
        guesses += 1
        return guesses <= 100
    }

    // MARK: Text

    /// The characters a word stands for: itself, or the one whose code point it is.
    func text(of word: Word) -> String? {
        guard word.codePointDigits != nil else { return word.text }
        guard let scalar = codePoint(of: word) else { return nil }
        let text = String(Character(scalar))
        guard text.isNormalized(.nfc) else {
            let normal = text.normalized(.nfc)
            let points = normal.unicodeScalars.map(\.codePointName)
            report(reports.notNormalized(word, word.text, normal: points.count == 1 ? points[0] : normal))
            return normal
        }
        return text
    }

    /// The code point that a word such as `U+0306` names, in NFC or not: rules take any.
    func codePoint(of word: Word) -> Unicode.Scalar? {
        guard let digits = word.codePointDigits, (4...6).contains(digits.utf8.count),
            let number = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(number), number >= 0x20,
            !(0x7F..<0xA0).contains(number), !scalar.properties.isNoncharacterCodePoint
        else {
            report(.badCodePoint(word.text), word.range)
            return nil
        }
        return scalar
    }

    /// The text of a letter: small when capitals fold, without a ◌ that only carries a mark.
    func letterText(of word: Word) -> String? {
        guard var text = text(of: word) else { return nil }
        let scalars = text.unicodeScalars
        if scalars.first == "\u{25CC}" || scalars.last == "\u{25CC}" {
            text = String(String.UnicodeScalarView(scalars.filter { $0 != "\u{25CC}" }))
            if text.isEmpty {
                report(.badParts(word.text), word.range)
                return nil
            }
        }
        return small(text, word)
    }

    /// `text` in small letters when capitals fold; reports when it was not.
    func small(_ text: String, _ word: Word) -> String {
        guard capitalsFold else { return text }
        let small = text.lowercased()
        guard !small.utf8.elementsEqual(text.utf8) else { return text }
        report(reports.capitalLetter(word, small: word.text.lowercased().normalized(.nfc)))
        return small.normalized(.nfc)
    }

    // MARK: Keys

    /// The printable ASCII keys that a word names, small when capitals fold.
    func keys(_ word: Word) -> [UInt8]? {
        guard let events = events(word) else { return nil }
        var keys: [UInt8] = []
        for event in events {
            guard event.modifiers.isEmpty, (0x21...0x7E).contains(event.keysym.rawValue) else {
                report(.keyNotPrintable(event), word.range)
                return nil
            }
            keys.append(UInt8(truncatingIfNeeded: event.keysym.rawValue))
        }
        if capitalsFold, keys.contains(where: isCapital) {
            let small = word.text.lowercased()
            report(
                .capitalKey(word.text, small: small), word.range,
                fixIts: [reports.fix(.writeSmallLetters, [.init(word.range, small)], isObvious: false)])
            return keys.map { isCapital($0) ? $0 + 0x20 : $0 }
        }
        return keys
    }

    /// The one key that a word names.
    func key(_ word: Word, for purpose: KeyPurpose) -> UInt8? {
        guard let keys = keys(word) else { return nil }
        guard keys.count == 1 else {
            report(.notOneKey(word.text, purpose), word.range)
            return nil
        }
        return keys.first
    }

    /// The keys that a word names, whatever they are.
    func events(_ word: Word) -> [KeyEvent]? {
        do {
            return try KeySequence.parse(word.text)
        } catch {
            report(reports.badKey(word, error))
            return nil
        }
    }

    private func isCapital(_ key: UInt8) -> Bool { (0x41...0x5A).contains(key) }

    // MARK: Statements

    /// The only word of a statement.
    func theWord(_ statement: Statement, _ expected: MissingText) -> Word? {
        guard let word = statement.words.first else {
            missing(expected, in: statement)
            return nil
        }
        expectNoMore(statement.words.dropFirst(), .after("\(statement.keyword.rawValue) \(word.text)"))
        return word
    }

    /// The text of a statement in a human language, without its first words.
    func freeText(_ statement: Statement, from index: Int) -> String? {
        var parts: [String] = []
        var skipped = index
        for line in [statement.head] + statement.block {
            let words = line.words.dropFirst(min(skipped, line.words.count))
            skipped = max(0, skipped - line.words.count)
            if let first = words.first, let last = words.last {
                parts.append(source.text(first.range.lowerBound..<last.range.upperBound).normalized(.nfc))
            }
        }
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }

    /// The lines of all statements of a kind that have only lines, each with its statement.
    func lines(of keyword: Keyword) -> [(line: Line, statement: Statement)] {
        statements(keyword).flatMap { statement in
            expectNoMore(statement.head.words, .after(keyword.rawValue))
            return statement.block.map { ($0, statement) }
        }
    }

    func expectNoMore(_ words: some Collection<Word>, _ place: UnexpectedPlace) {
        guard let first = words.first, let last = words.reversed().first else { return }
        report(reports.unexpectedText(first.range.lowerBound..<last.range.upperBound, place))
    }

    /// Reports a line of `statement` that begins with none of its words.
    func unknownLine(_ word: Word, in statement: Statement) {
        let expected = statement.keyword.lineKeywords
        let closest = closestWord(word.text, among: expected)
        report(
            .unknownLine(word.text, in: statement.word.text, expected: expected, closest: closest),
            word.range, fixIts: reports.replacing(word.range, closest))
    }

    // MARK: Words

    /// Reports a `when` where none can stand, and takes it away.
    func withoutCondition(_ words: [Word], in statement: String) -> [Word] {
        guard let index = words.lastIndex(where: { $0.text == "when" }), index > 0, index + 1 < words.count,
            let last = words.last, words[index...].contains(where: { $0.text.contains("=") })
        else { return words }
        let range = words[index].range.lowerBound..<last.range.upperBound
        let start = words[index - 1].range.upperBound
        report(
            .conditionNotAllowed(source.text(range), statement: statement), range,
            fixIts: [reports.removing(start..<range.upperBound, .remove, isObvious: false)])
        return Array(words[..<index])
    }

    /// A name of an option, a class or a set: letters, digits and hyphens, a letter first.
    func name(_ word: Word, of thing: NamedThing) -> String? {
        let isName =
            word.text.first?.isLetter == true
            && word.text.unicodeScalars.allSatisfy {
                $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "-" || isMark($0)
            }
        guard isName else {
            report(.badName(word.text, thing), word.range)
            return nil
        }
        return word.text
    }

    /// The one of a few words that stands in a statement.
    func choice<Value>(_ word: Word, _ values: KeyValuePairs<String, Value>, of place: ChoicePlace) -> Value?
    {
        if let found = values.first(where: { $0.key == word.text }) { return found.value }
        unknownChoice(word, values.map(\.key), of: place)
        return nil
    }

    func unknownChoice(_ word: Word, _ expected: [String], of place: ChoicePlace) {
        let closest = closestWord(word.text, among: expected)
        report(
            .unknownChoice(word.text, place, expected), word.range,
            fixIts: reports.replacing(word.range, closest))
    }

    /// Reports a slip for a keyword within a line.
    func unknownWord(_ word: Word, meant: String) {
        report(
            .unknownWord(word.text, meant: meant), word.range, fixIts: reports.replacing(word.range, meant))
    }

    /// Reports the words of a list that stand in it twice.
    func reportRepeated(_ words: some Sequence<Word>) {
        var known: [String: Word] = [:]
        for word in words {
            if let first = known[word.text] {
                report(reports.listedTwice(word, first: first))
            } else {
                known[word.text] = word
            }
        }
    }

    /// The words before and after `>`; nothing after it takes what is before it away.
    func sides(_ words: [Word], _ line: Line) -> (left: [Word], right: [Word])? {
        var words = words
        guard let arrow = arrow(in: &words, expected: ">") else {
            missing(.arrowAndReplacement, after: words.last?.text ?? "", in: line)
            return nil
        }
        guard arrow > 0 else {
            missing(.textBeforeCaret, before: words[arrow])
            return nil
        }
        return (Array(words[..<arrow]), Array(words[(arrow + 1)...]))
    }

    func wrongArrow(_ word: Word, expected: String) {
        report(
            .wrongArrow(word.text, expected: expected), word.range,
            // A rule with the arrow of a test may be a test.
            fixIts: reports.replacing(word.range, expected, isObvious: expected == "->" || word.text != "->"))
    }
}

/// The words with a colon that sticks to one of them made a word of its own.
func splitColons(_ words: [Word]) -> [Word] {
    var result: [Word] = []
    for word in words {
        let count = word.text.utf8.count
        if count > 1, word.text.hasSuffix(":") {
            result += [word.part(0..<count - 1), word.part(count - 1..<count)]
        } else {
            result.append(word)
        }
    }
    return result
}

/// Whether a scalar is a combining mark.
func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
}
