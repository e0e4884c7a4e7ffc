import Diagnostics

/// The sets of letter sequences, and what a name in square brackets stands for: a set or a class.
///
/// Needs the letters. Marks are read with an empty one, before any set is.
final class Sets {
    typealias Origin = KeymapDefinition.Origin

    private let reading: Reading
    private let letters: Letters
    private var sets: [String: NamedSet] = [:]
    private var used: Set<String> = []

    private struct NamedSet {
        var sequences: [[Int]]
        var origin: Origin
        var isIncluded: Bool
    }

    init(_ reading: Reading, _ letters: Letters) {
        self.reading = reading
        self.letters = letters
    }

    /// Reads `set name = sequences`; the sets of included keymaps come first, so that own ones can be made of them.
    func read(_ included: [IncludedKeymap]) {
        for other in included { merge(other) }
        readOwn()
    }

    private func readOwn() {
        for statement in reading.statements(.set) {
            let words = statement.words
            guard let first = words.first else {
                reading.missing(.setNameAndLetters, in: statement)
                continue
            }
            let name = reading.name(first, of: .set)
            guard words.count > 2, words[1].text == "=" else {
                let end =
                    words.count > 1 && words[1].text != "="
                    ? first.range.upperBound : statement.end.upperBound
                let hasEquals = words.count > 1 && words[1].text == "="
                reading.missing(
                    hasEquals ? .letterSequences : .equalsAndLetters,
                    .after(words.count == 2 ? words[1].text : first.text), at: end..<end)
                continue
            }
            var all: [[Int]] = []
            reading.reportRepeated(words[2...])
            for word in words[2...] { all += sequences(word) }
            guard let name else { continue }
            if !isTaken(first) {
                sets[name] = NamedSet(sequences: all, origin: reading.origin(first), isIncluded: false)
            }
        }
    }

    private func merge(_ included: IncludedKeymap) {
        for (name, set) in included.reader.sets.sets where !isKnown(name) {
            let sequences = set.sequences.map { included.letters($0) }
            sets[name] = NamedSet(sequences: sequences, origin: set.origin, isIncluded: true)
        }
    }

    // MARK: Names

    /// The names of all classes and sets.
    var names: [String] { letters.classes + sets.keys.sorted() }

    /// The own sets that nothing has named, in the order of the source.
    var unused: [(name: String, origin: Origin)] {
        sets.filter { !$0.value.isIncluded && !used.contains($0.key) }.map { ($0.key, $0.value.origin) }
            .sorted { $0.origin.range.lowerBound < $1.origin.range.lowerBound }
    }

    /// Whether a class or a set is named `name`.
    func isKnown(_ name: String) -> Bool { sets[name] != nil || letters.classNumber(name) != nil }

    /// Whether this source gives the name to a set or a class already, which is reported.
    func isTaken(_ word: Word) -> Bool {
        if let earlier = sets[word.text], !earlier.isIncluded {
            reading.duplicateName(.set, word, first: earlier.origin)
        } else if let number = letters.classNumber(word.text), let first = letters.classWord(number) {
            reading.duplicateName(.letterClass, word, first: reading.origin(first))
        } else {
            return false
        }
        return true
    }

    /// The sequences of the class or the set that a word names.
    func named(_ name: Word) -> [[Int]]? {
        if let set = sets[name.text] {
            used.insert(name.text)
            return set.sequences
        }
        if let number = letters.classNumber(name.text) {
            letters.use(class: number)
            return letters.members(ofClass: number).map { [$0] }
        }
        reportUnknown(name)
        return nil
    }

    func reportUnknown(_ name: Word) {
        guard reading.isFirst("[" + name.text, at: name.range) else { return }
        let later = reading.statements(.set).first { $0.head.words.first?.text == name.text }
        let closest = reading.mayGuess() ? closestWord(name.text, among: names) : nil
        reading.report(
            reading.reports.unknownClass(name, closest: closest, later: later?.head.words.first))
    }

    /// The letters a mark or a set is written for: sequences and names in square brackets.
    func sequences(_ word: Word) -> [[Int]] {
        if word.text.hasPrefix("["), word.text.hasSuffix("]"), word.text.utf8.count > 2 {
            return named(word.part(1..<word.text.utf8.count - 1)) ?? []
        }
        return letters.sequence(word.text, in: word).map { [$0] } ?? []
    }
}
