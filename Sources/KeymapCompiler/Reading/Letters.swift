import Diagnostics
import ICU

/// The letters of a keymap, their classes, and the keys that make them.
///
/// Needs the options, for the conditions of its lines. Marks, which make letters of letters, are read by ``Marks``.
final class Letters {
    typealias Origin = KeymapDefinition.Origin
    typealias Condition = KeymapDefinition.Condition

    /// In the order of the alphabet, own letters first.
    private(set) var all: [KeymapDefinition.Letter] = []
    private(set) var classes: [String] = []
    private(set) var usedClasses: Set<Int> = []
    /// The letters that each included keymap declares, directly or not, by the statement that includes it.
    private(set) var included: [(statement: Word, numbers: [Int])] = []

    private let reading: Reading
    private let options: Options
    private var table = LetterTable()
    private var declarations: [Int: Declaration] = [:]
    private var claims: [WayKey: Claim] = [:]
    private var classNumbers: [String: Int] = [:]
    private var classWords: [Int: Word] = [:]
    private var twoPart: [TwoPart] = []

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

    private struct WayKey: Hashable {
        var keys: [UInt8]
        var condition: Condition?
    }

    /// The letter that keys make already.
    struct Claim {
        var letter: Int
        var origin: Origin
        var isIncluded: Bool
    }

    init(_ reading: Reading, _ options: Options, _ included: [IncludedKeymap]) {
        self.reading = reading
        self.options = options
        read()
        for other in included { merge(other) }
    }

    // MARK: Asking

    /// The letters that this source declares, by number, with the word that declares each.
    var declared: [(number: Int, word: Word)] {
        declarations.keys.sorted().compactMap { number in declarations[number].map { (number, $0.word) } }
    }

    /// The number of the letter whose text is `text`.
    func number(_ text: String) -> Int? { table.number(text) }

    /// The number of the class that is named `name`.
    func classNumber(_ name: String) -> Int? { classNumbers[name] }

    /// Where this source names a class first.
    func classWord(_ number: Int) -> Word? { classWords[number] }

    /// The classes that this source names, by number.
    var ownClasses: [(number: Int, word: Word)] {
        classWords.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// Says that something uses a class.
    func use(class number: Int) { usedClasses.insert(number) }

    /// The letters of a class.
    func members(ofClass number: Int) -> [Int] { all.indices.filter { all[$0].classes.contains(number) } }

    func isVowel(_ letter: Int) -> Bool { all[letter].classes.contains { classes[$0] == "vowel" } }

    /// The letter that keys make with a condition, if they make one.
    func claim(_ keys: [UInt8], _ condition: Condition?) -> Claim? {
        claims[WayKey(keys: keys, condition: condition)]
    }

    // MARK: Words of letters

    /// The letters that `text` is written with; what is not a letter is reported.
    ///
    /// - Parameter word: The word in whose bytes, from `offset` on, the text stands.
    func sequence(_ text: String, in word: Word, at offset: Int = 0) -> [Int]? {
        let bytes = Array(reading.small(text, word).utf8)
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
            reportUnknown(unknown, at: range)
            isComplete = false
            index = max(start + length, index + 1)
            last = index
        }
        return isComplete && !numbers.isEmpty ? numbers : nil
    }

    /// Whether a mark stands at `offset` that is not a letter of its own.
    private func startsMark(_ bytes: [UInt8], at offset: Int) -> Bool {
        guard offset < bytes.count, bytes[offset] >= 0xCC, table.match(bytes, at: offset) == nil else {
            return false
        }
        let rest = String(decoding: bytes[offset..<min(offset + 8, bytes.count)], as: UTF8.self)
        return rest.unicodeScalars.first.map(isMark) ?? false
    }

    func reportUnknown(_ letter: String, at range: Range<Int>) {
        guard reading.isFirst(letter, at: range) else { return }
        // Letters with as many marks, but others.
        let parts = Array(letter.normalized(.nfd).unicodeScalars)
        let near = all.lazy.map(\.text).filter {
            let others = $0.normalized(.nfd).unicodeScalars
            return parts.count > 1 && others.count == parts.count && others.first == parts.first
        }
        let candidates = reading.mayGuess() ? Array(near.prefix(2)) : []
        let closest = candidates.count == 1 ? candidates[0] : nil
        reading.report(
            .unknownLetter(letter, closest: closest), range,
            fixIts: reading.reports.replacing(range, closest, isObvious: false))
    }

    // MARK: Lines

    /// Reads the `letters` statements: result, keys, and the classes the letter belongs to.
    private func read() {
        for statement in reading.statements(.letters) {
            var classes: [Int] = []
            for word in statement.head.words {
                guard let name = reading.name(word, of: .letterClass), let number = addClass(name, word)
                else {
                    continue
                }
                if classes.contains(number) {
                    reading.report(reading.reports.unexpectedText(word.range, .afterSameClass))
                } else {
                    classes.append(number)
                }
            }
            if statement.block.isEmpty {
                let word = statement.head.words.first
                reading.report(
                    word.map { .emptyClass($0.text) } ?? .emptyLetters, (word ?? statement.word).range)
            }
            for line in statement.block { readLetterLine(line, classes) }
        }
    }

    /// The number of a class, a new one when the name is new.
    private func addClass(_ name: String, _ word: Word) -> Int? {
        if let number = classNumbers[name] {
            if classWords[number] == nil { classWords[number] = word }
            return number
        }
        let number = classes.count
        classes.append(name)
        classNumbers[name] = number
        classWords[number] = word
        return number
    }

    private func readLetterLine(_ line: Line, _ classes: [Int]) {
        let (found, condition) = options.splitCondition(line.words)
        let words = splitEquals(found)
        var index = 0
        while index < words.count {
            let word = words[index]
            guard index + 1 < words.count, words[index + 1].text == "=" else {
                if word.text == "=" {
                    reading.missing(.letter, before: word)
                    // What follows are the keys of that letter.
                    repeat {
                        index += 1
                    } while index < words.count && words[index].isASCII && !isResult(words, index)
                } else if forgotEquals(words, index) {
                    reportMissingEquals(word, words[index + 1])
                    declare(word, [words[index + 1]], classes, condition, parts: [])
                    index += 2
                } else {
                    declare(word, [], classes, condition, parts: [])
                    index += 1
                }
                continue
            }
            index += 2
            var keys: [Word] = []
            while index < words.count, !isResult(words, index), !namesParts(words, index, of: word, keys) {
                // What is not a key begins the next letter, except for the first word, which can be nothing else.
                guard keys.isEmpty || words[index].isASCII else { break }
                keys.append(words[index])
                index += 1
            }
            var parts: [Word] = []
            if index < words.count, namesParts(words, index, of: word, keys) {
                let start = words[index]
                parts.append(start)
                index += 1
                while index < words.count, !isResult(words, index), parts.count < 3 {
                    parts.append(words[index])
                    index += 1
                }
                if parts.count == 1 {
                    reading.missing(.partClasses, after: start)
                    parts = []
                }
            }
            if keys.isEmpty {
                let end = words[index - 1].range.upperBound
                reading.report(
                    reading.reports.missingKeys(
                        end..<end, of: word, comment: index == words.count ? line.comment : nil))
            }
            declare(word, keys, classes, condition, parts: parts, isReported: keys.isEmpty)
        }
    }

    /// Whether `as` begins the classes of parts; it may be keys too, as in `á = as`.
    private func namesParts(_ words: [Word], _ index: Int, of letter: Word, _ keys: [Word]) -> Bool {
        guard words[index].text == "as", !keys.isEmpty else { return false }
        let isClass = index + 1 < words.count && classNumbers[words[index + 1].text] != nil
        return letter.text.unicodeScalars.contains("\u{25CC}") || isClass
    }

    private func isResult(_ words: [Word], _ index: Int) -> Bool {
        index + 1 < words.count && words[index + 1].text == "="
    }

    /// Whether a letter stands before keys without a `=` between: nothing else looks so.
    private func forgotEquals(_ words: [Word], _ index: Int) -> Bool {
        guard index + 1 < words.count, !isResult(words, index + 1) else { return false }
        return !words[index].isASCII && words[index + 1].isASCII && words[index + 1].text.utf8.count > 1
    }

    /// The words with `ă=aw` cut into three.
    private func splitEquals(_ words: [Word]) -> [Word] {
        guard words.contains(where: { $0.text.utf8.count > 2 && $0.text.utf8.contains(0x3D) }) else {
            return words
        }
        var result: [Word] = []
        // After the first equals sign an ASCII word with one in it may be keys.
        var hasEquals = false
        for (index, word) in words.enumerated() {
            let bytes = Array(word.text.utf8)
            let isAfterEquals = index > 0 && words[index - 1].text == "="
            defer { hasEquals = hasEquals || bytes.contains(0x3D) }
            guard let equals = bytes.firstIndex(of: 0x3D), equals > 0, equals + 1 < bytes.count,
                !isAfterEquals, !hasEquals || !word.isASCII
            else {
                result.append(word)
                continue
            }
            result += [
                word.part(0..<equals), word.part(equals..<equals + 1), word.part(equals + 1..<bytes.count),
            ]
        }
        return result
    }

    // MARK: One letter

    /// - Parameters:
    ///   - keys: Empty for a letter that is its own key, or one that is listed again for its class.
    ///   - parts: The word `as` and the classes after it, or nothing.
    ///   - isReported: Whether missing keys are reported already.
    private func declare(
        _ word: Word, _ keys: [Word], _ classes: [Int], _ condition: Condition?, parts: [Word],
        isReported: Bool = false
    ) {
        guard let text = reading.letterText(of: word) else { return }
        guard text.utf8.count <= Limits.letterBytes else {
            reading.report(.letterTooLong(word.text, limit: Limits.letterBytes), word.range)
            return
        }
        let end = parts.last ?? keys.last ?? word
        let item = word.range.lowerBound..<end.range.upperBound
        let number: Int
        if let known = table.number(text) {
            guard admitsAgain(known, word, item, keys, classes, condition) else { return }
            number = known
        } else {
            number = addLetter(text, classes: classes, origin: reading.origin(word))
            declarations[number] = Declaration(
                word: word, item: item, classes: classes, isConditional: condition != nil,
                keysEnd: keys.last?.range.upperBound)
            readParts(of: number, text, word, parts)
        }
        if !keys.isEmpty || isReported { declarations[number]?.hasKeys = true }
        if keys.isEmpty {
            let bytes = Array(text.utf8)
            if bytes.count == 1, (0x21...0x7E).contains(bytes[0]),
                !all[number].ways.contains(where: {
                    $0.keys == bytes && $0.condition == condition
                })
            {
                addWay(bytes, condition, to: number, word)
            }
        }
        for word in keys {
            if let keys = reading.keys(word) { addWay(keys, condition, to: number, word, classes: classes) }
        }
    }

    /// Adds a letter without ways.
    func addLetter(_ text: String, classes: [Int], origin: Origin) -> Int {
        let number = all.count
        table.insert(text, number: number)
        all.append(
            KeymapDefinition.Letter(
                text: text, classes: classes, partClasses: [], ways: [], marked: [], origin: origin))
        return number
    }

    /// Whether a letter that is known may be declared once more; reports when not.
    private func admitsAgain(
        _ number: Int, _ word: Word, _ item: Range<Int>, _ keys: [Word], _ classes: [Int],
        _ condition: Condition?
    ) -> Bool {
        let before = all[number].classes
        let added = classes.filter { !before.contains($0) }
        all[number].classes += added
        guard added.isEmpty, let first = declarations[number] else { return true }
        // Another line for an option says something new.
        if !keys.isEmpty, condition != nil || first.isConditional || first.keysEnd == nil { return true }
        reading.report(reading.reports.duplicateLetter(word, item: item, first: first, keys: keys))
        return false
    }

    private func reportMissingEquals(_ word: Word, _ keys: Word) {
        reading.report(
            .missingEquals(letter: word.text, keys: keys.text),
            word.range.lowerBound..<keys.range.upperBound,
            fixIts: [reading.reports.inserting("= ", at: keys.range.lowerBound, .putEquals)])
    }

    /// Reports keys that make another letter already.
    func reportTaken(_ word: Word, by claim: Claim) {
        reading.report(
            .duplicateKeys(word.text, letter: all[claim.letter].text), word.range,
            notes: [Reports.note(.firstUsedHere, claim.origin)])
    }

    private func addWay(
        _ keys: [UInt8], _ condition: Condition?, to number: Int, _ word: Word, classes: [Int] = []
    ) {
        let key = WayKey(keys: keys, condition: condition)
        if let claim = claims[key] {
            if claim.letter != number {
                reportTaken(word, by: claim)
            } else if declarations[number]?.classes == classes || classes.isEmpty {
                reading.report(
                    .duplicateWay(word.text, letter: all[number].text), word.range,
                    notes: [Reports.note(.firstHere, claim.origin)],
                    fixIts: [
                        reading.reports.removing(reading.reports.withBlanks(word.range), .removeKeys)
                    ])
            }
            return
        }
        claims[key] = Claim(letter: number, origin: reading.origin(word), isIncluded: false)
        all[number].ways.append(
            KeymapDefinition.Way(keys: keys, condition: condition, origin: reading.origin(word)))
    }

    // MARK: Letters in two parts

    /// Reads the classes of the parts before and after ◌; names are looked up when all letters are known.
    private func readParts(of number: Int, _ text: String, _ word: Word, _ parts: [Word]) {
        let pieces = text.unicodeScalars.split(separator: "\u{25CC}", omittingEmptySubsequences: false).map(
            String.init)
        guard pieces.count > 1 else {
            if let first = parts.first, let last = parts.last {
                let range = first.range.lowerBound..<last.range.upperBound
                reading.report(reading.reports.unexpectedText(range, .afterPlainLetter))
            }
            return
        }
        guard pieces.count == 2, pieces.allSatisfy({ !$0.isEmpty }) else {
            reading.report(.badParts(word.text), word.range)
            return
        }
        if parts.count == 2 {
            reading.missing(.secondPartClass, after: parts[1])
            return
        }
        twoPart.append(TwoPart(letter: number, word: word, pieces: pieces, names: Array(parts.dropFirst())))
    }

    /// A letter in two parts whose classes are still names.
    private struct TwoPart {
        var letter: Int
        var word: Word
        var pieces: [String]
        var names: [Word]
    }

    /// Finds the classes of the parts of letters: those named after `as`, else those of the parts themselves.
    ///
    /// - Parameter sets: Reports a name that no class has; sets may have been meant.
    func resolveParts(_ sets: Sets) {
        for letter in twoPart {
            var classes: [Int] = []
            if letter.names.isEmpty {
                for piece in letter.pieces {
                    if let number = table.number(piece), let first = all[number].classes.first {
                        classes.append(first)
                    } else {
                        reading.report(.unknownPart(piece, letter: letter.word.text), letter.word.range)
                    }
                }
            } else {
                for name in letter.names {
                    if let number = classNumbers[name.text] {
                        classes.append(number)
                    } else {
                        sets.reportUnknown(name)
                    }
                }
            }
            usedClasses.formUnion(classes)
            if classes.count == 2 { all[letter.letter].partClasses = classes }
        }
    }

    // MARK: Plain letters

    /// Makes a letter of a key, with the key as its way unless another letter has it.
    func addPlainLetter(_ key: UInt8, origin: Origin) {
        let text = String(UnicodeScalar(key))
        let number = table.number(text) ?? addLetter(text, classes: [], origin: origin)
        let way = WayKey(keys: [key], condition: nil)
        guard claims[way] == nil else { return }
        claims[way] = Claim(letter: number, origin: origin, isIncluded: true)
        all[number].ways.append(KeymapDefinition.Way(keys: [key], condition: nil, origin: origin))
    }

    // MARK: Marks

    /// Says that the key of a mark makes the letter `number` of `base`.
    func addMarked(_ number: Int, of base: Int, by key: UInt8, _ condition: Condition?) {
        let isThere = all[number].marked.contains {
            $0.base == base && $0.key == key && $0.condition == condition
        }
        if !isThere { all[number].marked.append((base, key, condition)) }
    }

    /// Takes back what ``addMarked(_:of:by:_:)`` said.
    func removeMarked(_ number: Int, of base: Int, by key: UInt8, _ condition: Condition?) {
        all[number].marked.removeAll { $0.base == base && $0.key == key && $0.condition == condition }
    }

    // MARK: Merging

    private func merge(_ included: IncludedKeymap) {
        let other = included.reader.letters
        for name in other.classes {
            let number = classNumbers[name] ?? classes.count
            if number == classes.count {
                classes.append(name)
                classNumbers[name] = number
            }
            included.classes.append(number)
        }
        for letter in other.all {
            let classes = letter.classes.map { included.classes[$0] }
            let number =
                table.number(letter.text) ?? addLetter(letter.text, classes: classes, origin: letter.origin)
            included.letters.append(number)
            let missing = classes.filter { !all[number].classes.contains($0) }
            all[number].classes += missing
            if all[number].partClasses.isEmpty {
                all[number].partClasses = letter.partClasses.map { included.classes[$0] }
            }
        }
        usedClasses.formUnion(other.usedClasses.map { included.classes[$0] })
        let declared = other.declarations.keys + other.included.flatMap(\.numbers)
        self.included.append((included.statement, declared.sorted().map { included.letters[$0] }))
        for (index, letter) in other.all.enumerated() {
            for way in letter.ways { merge(way, of: included.letters[index], included) }
        }
    }

    /// Own ways win: keys that make a letter here make no other one there.
    private func merge(_ way: KeymapDefinition.Way, of number: Int, _ included: IncludedKeymap) {
        guard let condition = included.condition(way.condition) else { return }
        let key = WayKey(keys: way.keys, condition: condition)
        if let always = claims[WayKey(keys: way.keys, condition: nil)], !always.isIncluded { return }
        guard claims[key] == nil else { return }
        claims[key] = Claim(letter: number, origin: way.origin, isIncluded: true)
        all[number].ways.append(
            KeymapDefinition.Way(keys: way.keys, condition: condition, origin: way.origin))
    }

    // MARK: Checking

    /// Checks what can only be seen when letters, marks and rules are read: that keys make each letter.
    func check() {
        defer { checkPrefixes() }
        guard !reading.isPart else { return }
        for number in declarations.keys.sorted() {
            guard let declaration = declarations[number] else { continue }
            // Keys that were wrong are reported already.
            if all[number].ways.isEmpty, all[number].marked.isEmpty, !declaration.hasKeys {
                let scalars = Array(declaration.word.text.unicodeScalars)
                let meant = scalars.count == 1 ? latinLookalikes[scalars[0]] : nil
                reading.report(reading.reports.letterWithoutKeys(declaration.word, meant: meant))
            }
        }
    }

    /// The keys before the last must make a letter, which the last one then changes.
    private func checkPrefixes() {
        var made = Set(claims.keys.map(\.keys))
        for letter in all {
            for mark in letter.marked {
                for way in all[mark.base].ways { made.insert(way.keys + [mark.key]) }
            }
        }
        for letter in all {
            for way in letter.ways where way.keys.count > 2 && way.origin.text.path == reading.source.path {
                guard !made.contains(Array(way.keys.dropLast())) else { continue }
                let keys = String(decoding: way.keys, as: UTF8.self)
                let word = Word(text: keys, range: way.origin.range, isExact: true)
                if let comment = reading.reports.comment(word, isObvious: false) {
                    reading.report(comment)
                    continue
                }
                reading.report(
                    Reports.diagnostic(.keysWithoutLetter(keys, letter: letter.text), way.origin))
            }
        }
    }
}
