import Diagnostics

/// Sequences of letters that become others when only those can be a syllable; needs the letters.
final class Repairs {
    private(set) var all: [KeymapDefinition.Repair] = []

    private let reading: Reading
    private let letters: Letters
    private var known: [[Int]: Word] = [:]

    init(_ reading: Reading, _ letters: Letters, _ included: [IncludedKeymap]) {
        self.reading = reading
        self.letters = letters
        for (line, _) in reading.lines(of: .repair) { read(line) }
        for other in included { merge(other) }
    }

    private func read(_ line: Line) {
        let words = reading.withoutCondition(line.words, in: "repair")
        guard let (left, right) = sides(words, line), let first = left.first, let last = left.last
        else { return }
        // Both are read, so that mistakes in both are reported.
        let (found, put) = (letters(left), letters(right))
        guard let from = found, let to = put else { return }
        let range = first.range.lowerBound..<last.range.upperBound
        if let earlier = known[from] {
            reading.report(reading.reports.duplicateRule(range, first: earlier))
            return
        }
        known[from] = first
        let whole = range.lowerBound..<(right.last?.range.upperBound ?? range.upperBound)
        guard from.count == to.count else {
            reading.report(
                .unevenRepair(reading.source.text(whole), left: from.count, right: to.count), whole)
            return
        }
        if from.count > Limits.sequence {
            reading.report(.tooMany(.repairLetters, limit: Limits.sequence), whole)
        }
        all.append(KeymapDefinition.Repair(from: from, to: to, origin: reading.origin(whole)))
    }

    /// The words before and after `>`, neither empty.
    private func sides(_ words: [Word], _ line: Line) -> (left: [Word], right: [Word])? {
        guard let sides = reading.sides(words, line) else { return nil }
        // The arrow is the last word where nothing follows it.
        guard !sides.right.isEmpty else {
            if let last = words.last { reading.missing(.replacement, after: last) }
            return nil
        }
        return sides
    }

    private func letters(_ words: [Word]) -> [Int]? {
        var numbers: [Int] = []
        var isGood = true
        for word in words {
            guard let text = reading.text(of: word), let sequence = letters.sequence(text, in: word) else {
                isGood = false
                continue
            }
            numbers += sequence
        }
        return isGood ? numbers : nil
    }

    private func merge(_ included: IncludedKeymap) {
        var repaired = Set(all.map(\.from))
        for repair in included.reader.repairs.all {
            let from = included.letters(repair.from)
            guard repaired.insert(from).inserted else { continue }
            all.append(
                KeymapDefinition.Repair(from: from, to: included.letters(repair.to), origin: repair.origin))
        }
    }
}
