internal import Composition
internal import Diagnostics
internal import ICU

/// The statements of one source turned into a definition: names looked up, included keymaps merged.
///
/// The order in which an author writes statements does not matter; here they are read in the order in which they
/// need one another. Each kind of statement has a file of its own.
struct Resolution {
    typealias Origin = KeymapDefinition.Origin
    typealias Condition = KeymapDefinition.Condition

    let source: SourceText
    let messages: Messages
    let isIncluded: Bool
    let statements: [Statement]
    /// Whether the keymap is only for others to include, which say what keys its letters have.
    var isPart = false

    var diagnostics: [Diagnostic]
    var definition = KeymapDefinition()
    var settings = Settings()

    // Letters
    var table = LetterTable()
    var declarations: [Int: Declaration] = [:]
    var claims: [WayKey: Claim] = [:]
    var markClaims: [MarkKey: Claim] = [:]

    var twoPart: [TwoPart] = []

    // Names
    var classNumbers: [String: Int] = [:]
    var classOrigins: [Int: Word] = [:]
    var usedClasses: Set<Int> = []
    var usedSets: Set<String> = []
    /// Options that a condition names.
    var usedOptions: Set<Int> = []
    /// The letters that an included keymap declares, directly or not, by the statement that includes it.
    var includedLetters: [(statement: Word, numbers: [Int])] = []
    var sets: [String: NamedSet] = [:]
    var optionOrigins: [String: Origin] = [:]

    // Rules
    var textSets: [String: TextSet] = [:]
    var textSetOrigins: [String: Origin] = [:]
    var markerOrigins: [String: Origin] = [:]
    var usedMarkers: Set<String> = []
    /// The characters of left sides, and where they stand.
    var literals: [(scalar: Unicode.Scalar, range: Range<Int>)] = []
    /// The code points that rules and keys put out.
    var outputs: Set<UInt32> = []

    /// Where in ``diagnostics`` an undeclared letter or an unknown name was told first.
    var firstTold: [String: Int] = [:]
    private var guesses = 0

    /// Statements that a keymap takes from the one it includes unless it has its own.
    struct Settings {
        var capitalsFold: Bool?
        var reachesSyllable: Bool?
        var undoesByRepeating: Bool?
        var restores: Bool?
        var restoreCondition: Condition?
        var restoreKeys: [KeyEvent]?
        var escapeKey: UInt8?
        var capitalsWord: Word?
        var escapeWord: Word?
    }

    /// How a letter of this source was declared first.
    struct Declaration {
        var word: Word
        var item: Range<Int>
        var classes: [Int]
        var isConditional: Bool
        /// Whether keys were given, even wrong ones.
        var hasKeys = false
        /// Where further keys would stand.
        var keysEnd: Int?
    }

    struct WayKey: Hashable {
        var keys: [UInt8]
        var condition: Condition?
    }

    struct MarkKey: Hashable {
        var base: Int
        var key: UInt8
        var condition: Condition?
    }

    /// The letter that keys make already.
    struct Claim {
        var letter: Int
        var origin: Origin
        var isIncluded: Bool
    }

    struct NamedSet {
        var sequences: [[Int]]
        var origin: Origin
        var isIncluded: Bool
    }

    init(_ outline: Outline, source: SourceText, isIncluded: Bool) {
        self.source = source
        self.isIncluded = isIncluded
        messages = Messages(source: source)
        statements = outline.statements
        diagnostics = outline.diagnostics
    }

    mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

    func origin(_ range: Range<Int>) -> Origin { Origin(text: source, range: range) }

    func statements(_ keyword: Keyword) -> [Statement] { statements.filter { $0.keyword == keyword } }

    /// Reads everything after the header and the includes.
    mutating func resolve(_ included: [KeymapParser.Included]) {
        readSettings(included)
        readOptions()
        var numbers = included.map { mergeOptions($0) }
        readRestore()
        readKeeps()
        readLetters()
        for index in included.indices { mergeLetters(included[index], &numbers[index]) }
        readMarks()
        readTones()
        for index in included.indices { mergeTones(included[index], &numbers[index]) }
        for index in included.indices { mergeSets(included[index], numbers[index]) }
        readSets()
        readTextRules()
        readRepairs()
        readSyllables()
        readPlaces()
        readCluster()
        for index in included.indices { mergeRest(included[index], numbers[index]) }
        readTests()
        checkMarkers()
        checkLetters()
        finishSettings()
        if !isIncluded { readRequired(included) }
    }

    // MARK: Text

    /// The characters a word stands for: itself, or the one whose code point it is.
    mutating func text(of word: Word) -> String? {
        guard word.codePointDigits != nil else { return word.text }
        guard let scalar = codePoint(of: word) else { return nil }
        let text = String(Character(scalar))
        guard text.isNormalized(.nfc) else {
            let normal = text.normalized(.nfc)
            let points = normal.unicodeScalars.map(messages.codePoint)
            report(messages.notNormalizedCodePoint(word, mended: points.count == 1 ? points[0] : normal))
            return normal
        }
        return text
    }

    /// The code point that a word such as `U+0306` names, in NFC or not: rules take any.
    mutating func codePoint(of word: Word) -> Unicode.Scalar? {
        guard let digits = word.codePointDigits, (4...6).contains(digits.utf8.count),
            let number = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(number), number >= 0x20,
            !(0x7F..<0xA0).contains(number), !scalar.properties.isNoncharacterCodePoint
        else {
            report(messages.badCodePoint(word))
            return nil
        }
        return scalar
    }

    /// The text of a letter: small when capitals fold, without a ◌ that only carries a mark.
    mutating func letterText(of word: Word) -> String? {
        guard var text = text(of: word) else { return nil }
        let scalars = text.unicodeScalars
        if scalars.first == "\u{25CC}" || scalars.last == "\u{25CC}" {
            text = String(String.UnicodeScalarView(scalars.filter { $0 != "\u{25CC}" }))
            if text.isEmpty {
                report(messages.badParts(word))
                return nil
            }
        }
        return small(text, word)
    }

    /// `text` in small letters when capitals fold; complains when it was not.
    mutating func small(_ text: String, _ word: Word) -> String {
        guard definition.capitalsFold else { return text }
        let small = text.lowercased()
        guard !small.utf8.elementsEqual(text.utf8) else { return text }
        report(messages.capitalLetter(word, small: word.text.lowercased().normalized(.nfc)))
        return small.normalized(.nfc)
    }

    /// The letters that `text` is written with; what is no letter is told.
    ///
    /// - Parameter word: The word in whose bytes, from `offset` on, the text stands.
    mutating func sequence(_ text: String, in word: Word, at offset: Int = 0) -> [Int]? {
        let bytes = Array(small(text, word).utf8)
        // Only texts of the same length can be pointed into.
        let isAligned = word.codePointDigits == nil && bytes.count == text.utf8.count
        var numbers: [Int] = []
        var isComplete = true
        var index = 0
        var last = 0
        while index < bytes.count {
            if let (number, length) = table.match(bytes, at: index), !startsMark(bytes, at: index + length) {
                numbers.append(number)
                last = index
                index += length
                continue
            }
            // A mark that goes with no letter is shown with the letter below it.
            let start = startsMark(bytes, at: index) && index > 0 ? last : index
            let rest = String(decoding: bytes[start..<min(start + 64, bytes.count)], as: UTF8.self)
            let unknown = rest.first.map(String.init) ?? rest
            let length = max(unknown.utf8.count, 1)
            let range = isAligned ? word.range(of: offset + start..<offset + start + length) : word.range
            tellUnknownLetter(unknown, at: range)
            isComplete = false
            index = max(start + length, index + 1)
            last = index
        }
        return isComplete && !numbers.isEmpty ? numbers : nil
    }

    /// Whether a mark stands at `offset` that is no letter of its own.
    private func startsMark(_ bytes: [UInt8], at offset: Int) -> Bool {
        guard offset < bytes.count, bytes[offset] >= 0xCC, table.match(bytes, at: offset) == nil else {
            return false
        }
        let rest = String(decoding: bytes[offset..<min(offset + 8, bytes.count)], as: UTF8.self)
        return rest.unicodeScalars.first.map(isMark) ?? false
    }

    /// Whether to look for what the author may have meant: not for the hundredth mistake, so that reading stays linear.
    private mutating func mayGuess() -> Bool {
        guesses += 1
        return guesses <= 100
    }

    mutating func tellUnknownLetter(_ letter: String, at range: Range<Int>) {
        if let index = firstTold[letter] {
            if diagnostics[index].notes.count < 3 {
                diagnostics[index].notes.append(messages.alsoHere(range))
            }
            return
        }
        // Letters with as many marks, but others.
        let parts = Array(letter.normalized(.nfd).unicodeScalars)
        let near = definition.letters.lazy.map(\.text).filter {
            let others = $0.normalized(.nfd).unicodeScalars
            return parts.count > 1 && others.count == parts.count && others.first == parts.first
        }
        let candidates = mayGuess() ? Array(near.prefix(2)) : []
        firstTold[letter] = diagnostics.count
        report(
            messages.unknownLetter(letter, at: range, closest: candidates.count == 1 ? candidates[0] : nil))
    }

    /// A word that is the name of a class or a set.
    mutating func named(_ name: Word) -> [[Int]]? {
        if let set = sets[name.text] {
            usedSets.insert(name.text)
            return set.sequences
        }
        if let number = classNumbers[name.text] {
            usedClasses.insert(number)
            return definition.letters.indices.filter { definition.letters[$0].classes.contains(number) }.map {
                [$0]
            }
        }
        tellUnknownClass(name)
        return nil
    }

    mutating func tellUnknownClass(_ name: Word) {
        let key = "[" + name.text
        if let index = firstTold[key] {
            if diagnostics[index].notes.count < 3 {
                diagnostics[index].notes.append(messages.alsoHere(name.range))
            }
            return
        }
        let later = statements(.set).first { $0.head.words.first?.text == name.text }
        let near = mayGuess() ? closestWord(name.text, among: definition.classes + sets.keys.sorted()) : nil
        firstTold[key] = diagnostics.count
        report(messages.unknownClass(name, closest: near, later: later?.head.words.first))
    }

    /// The letters a mark or a set is written for: sequences and names in square brackets.
    mutating func sequences(_ word: Word) -> [[Int]] {
        if word.text.hasPrefix("["), word.text.hasSuffix("]"), word.text.utf8.count > 2 {
            return named(word.part(1..<word.text.utf8.count - 1)) ?? []
        }
        return sequence(word.text, in: word).map { [$0] } ?? []
    }

    // MARK: Keys

    /// The printable ASCII keys that a word names, small when capitals fold.
    mutating func keys(_ word: Word) -> [UInt8]? {
        guard let events = events(word) else { return nil }
        var keys: [UInt8] = []
        for event in events {
            guard event.modifiers.isEmpty, (0x21...0x7E).contains(event.keysym.rawValue) else {
                report(messages.keyNotPrintable(word, event: event))
                return nil
            }
            keys.append(UInt8(truncatingIfNeeded: event.keysym.rawValue))
        }
        if definition.capitalsFold, keys.contains(where: isCapital) {
            let small = keys.map { isCapital($0) ? $0 + 0x20 : $0 }
            report(messages.capitalKey(word, small: word.text.lowercased()))
            return small
        }
        return keys
    }

    /// The one key that a word names.
    mutating func key(_ word: Word, for purpose: String) -> UInt8? {
        guard let keys = keys(word) else { return nil }
        guard keys.count == 1 else {
            report(messages.notOneKey(word, purpose))
            return nil
        }
        return keys.first
    }

    /// The keys that a word names, whatever they are.
    mutating func events(_ word: Word) -> [KeyEvent]? {
        do {
            return try KeySequence.parse(word.text)
        } catch {
            report(messages.badKey(word, error))
            return nil
        }
    }

    private func isCapital(_ key: UInt8) -> Bool { (0x41...0x5A).contains(key) }

    // MARK: Parts of lines

    /// The words of a line without the `when` at its end, and the condition it states.
    mutating func splitCondition(_ words: [Word]) -> (words: [Word], condition: Condition?) {
        guard let index = words.lastIndex(where: { $0.text == "when" }) ?? misspeltWhen(words), index > 0
        else { return (words, nil) }
        let rest = Array(words[..<index])
        let tail = words[(index + 1)...]
        let range = words[index].range.lowerBound..<(tail.last ?? words[index]).range.upperBound
        let text = tail.map(\.text).joined()
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard tail.count <= 3, parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
            report(messages.badCondition(range))
            return (rest, unknownCondition)
        }
        // Point at the halves when they stand in one word.
        let name: Word
        let value: Word
        if tail.count == 1, let word = tail.first {
            let equals = parts[0].utf8.count
            name = word.part(0..<equals)
            value = word.part(equals + 1..<word.text.utf8.count)
        } else {
            name = Word(text: String(parts[0]), range: tail.first?.range ?? range, isExact: false)
            value = Word(text: String(parts[1]), range: tail.last?.range ?? range, isExact: false)
        }
        let condition = condition(name, value)
        if let condition { usedOptions.insert(condition.option) }
        return (rest, condition ?? unknownCondition)
    }

    /// Where a slip for `when` stands: before the name of an option and an equals sign.
    private mutating func misspeltWhen(_ words: [Word]) -> Int? {
        guard words.count > 2 else { return nil }
        for index in 1..<words.count - 1 where isSlip(words[index].text, of: "when") {
            let name = words[index + 1].text.prefix { $0 != "=" }
            guard definition.options.contains(where: { $0.name == name }),
                words[(index + 1)...].contains(where: { $0.text.contains("=") })
            else { continue }
            report(messages.unknownWord(words[index], meant: "when"))
            return index
        }
        return nil
    }

    /// A condition unlike any other, for one that could not be read: so the line does not seem to hold always.
    private var unknownCondition: Condition { Condition(option: -1, value: diagnostics.count) }

    mutating func condition(_ name: Word, _ value: Word) -> Condition? {
        guard let option = definition.options.firstIndex(where: { $0.name == name.text }) else {
            let near = closestWord(name.text, among: definition.options.map(\.name))
            report(messages.unknownOption(name, closest: near))
            return nil
        }
        let values = definition.options[option].values
        guard let number = values.firstIndex(of: value.text) else {
            let near = closestWord(value.text, among: values)
            let origin = optionOrigins[name.text]
            report(messages.unknownValue(value, of: name.text, values: values, closest: near, origin: origin))
            return nil
        }
        return Condition(option: option, value: number)
    }

    /// Complains about a `when` where none can stand, and takes it away.
    mutating func withoutCondition(_ words: [Word], in line: String) -> [Word] {
        guard let index = words.lastIndex(where: { $0.text == "when" }), index > 0, index + 1 < words.count,
            let last = words.last, words[index...].contains(where: { $0.text.contains("=") })
        else { return words }
        let start = words[index - 1].range.upperBound
        report(
            messages.conditionNotAllowed(
                words[index].range.lowerBound..<last.range.upperBound, from: start, line))
        return Array(words[..<index])
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

    /// A name of an option, a class or a set: letters, digits and hyphens, a letter first.
    mutating func name(_ word: Word, of kind: String) -> String? {
        let isName =
            word.text.first?.isLetter == true
            && word.text.unicodeScalars.allSatisfy {
                $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "-" || isMark($0)
            }
        guard isName else {
            report(messages.badName(word, kind))
            return nil
        }
        return word.text
    }

    /// The one of a few words that stands in a statement.
    mutating func choice<Value>(_ word: Word, _ values: KeyValuePairs<String, Value>, of kind: String)
        -> Value?
    {
        if let found = values.first(where: { $0.key == word.text }) { return found.value }
        let keys = values.map(\.key)
        report(messages.unknownChoice(word, kind, keys, closest: closestWord(word.text, among: keys)))
        return nil
    }

    mutating func expectNoMore(_ words: some Collection<Word>, after what: String) {
        guard let first = words.first, let last = words.reversed().first else { return }
        report(messages.unexpectedText(first.range.lowerBound..<last.range.upperBound, "after \(what)"))
    }
}

/// Whether a scalar is a combining mark.
func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
}
