/// A text fixed by the fix-its of its own diagnostics, round after round until none is left that is obvious.
///
///     let fixing = Fixing(source) { LexiconCompiler.compile($0).diagnostics }
///     for place in fixing.places { print(place.rendered(of: fixing)) }
///     fixing.text         // the source as it is now
///     fixing.diagnostics  // what a person must look at
///
/// Only the first fix-it of a diagnostic is made, and only when it is obvious; one that overlaps another waits for the
/// next round. What no edit touches keeps its bytes. A text that is ``SourceText/unreadable`` is left as it is. Fixes that make
/// anything worse are taken back. Fixing a fixed text changes nothing.
public struct Fixing: Sendable {
    /// What a fix-it changed.
    public struct Change: Sendable {
        /// What was wrong, in the text as it was at that time.
        public var diagnostic: Diagnostic
        /// What was done about it.
        public var fixIt: Diagnostic.FixIt
        /// The lines of the text as it was given that it changed, from 0.
        var lines: [ClosedRange<Int>]
    }

    /// The text as it is when all is done.
    public private(set) var text: SourceText
    /// What is still wrong with it.
    public private(set) var diagnostics: [Diagnostic]
    /// What was changed, in the order in which it was.
    public private(set) var changes: [Change] = []
    /// Fix-its that were made and taken back, because the text had more errors with them, or less of what counts.
    public private(set) var takenBack: [Change] = []
    /// The lines that differ, as they were and as they are, from the top; lines that were changed more than once stand
    /// here once.
    public private(set) var places: [Place] = []

    /// How often a text is looked at again.
    static let rounds = 64

    /// Fixes `source`.
    ///
    /// - Parameters:
    ///   - source: The text to fix.
    ///   - counts: How much there is in a text of what a fix must not lose: entries, glosses, tests. A fix that makes one of
    ///     the numbers smaller is taken back.
    ///   - diagnose: What is wrong with a text. Diagnostics about other files are left alone.
    /// - Complexity: O(*rounds* × the cost of `diagnose`); one round and a look at its result in the usual case.
    public init(
        _ source: SourceText, counts: (SourceText) -> [Int] = { _ in [] },
        diagnose: (SourceText) -> [Diagnostic]
    ) {
        text = source
        diagnostics = diagnose(source)
        guard source.unreadable == nil else { return }
        var origins = Origins(source)
        var states: [State] = []
        /// Kinds of fix-its that make the text worse.
        var refused: Set<String> = []
        var count: [Int]?
        /// Whether `next` has more errors than the text, or less of what counts.
        func isWorse(_ next: SourceText, _ found: [Diagnostic]) -> Bool {
            if Fixing.errors(found) > Fixing.errors(diagnostics) { return true }
            let before = count ?? counts(text)
            count = before
            return zip(before, counts(next)).contains { $0 > $1 }
        }
        for _ in 0..<Fixing.rounds {
            let chosen = Fixing.chosen(diagnostics.filter { !refused.contains($0.id) }, in: text)
            guard !chosen.isEmpty else { break }
            let (next, pieces) = text.made(chosen)
            // A fix that leads to the next one without end is none.
            guard next.bytes.count <= 2 * source.bytes.count + 4096 else { break }
            states.append(
                State(text: text, diagnostics: diagnostics, changes: changes.count, origins: origins))
            // Fixes that undo one another are none.
            if let known = states.first(where: { $0.text.bytes == next.bytes }) {
                text = known.text
                diagnostics = known.diagnostics
                changes.removeSubrange(known.changes...)
                origins = known.origins
                break
            }
            let found = diagnose(next)
            if isWorse(next, found) {
                let worse = Fixing.worseKinds(chosen) { part in
                    let next = text.made(part).text
                    return isWorse(next, diagnose(next))
                }
                refused.formUnion(worse)
                for (diagnostic, fixIt) in chosen where worse.contains(diagnostic.id) {
                    takenBack.append(Change(diagnostic: diagnostic, fixIt: fixIt, lines: []))
                }
                states.removeLast()
                continue
            }
            for (diagnostic, fixIt) in chosen {
                let lines = Fixing.lines(changedBy: fixIt, in: text, origins)
                changes.append(Change(diagnostic: diagnostic, fixIt: fixIt, lines: lines))
            }
            origins.follow(pieces)
            text = next
            diagnostics = found
            count = nil
        }
        places =
            text.bytes == source.bytes
            ? [] : Place.all(of: changes, from: source, to: text, origins.lines(of: text))
    }

    /// A text on the way, and what was known of it.
    private struct State {
        var text: SourceText
        var diagnostics: [Diagnostic]
        var changes: Int
        var origins: Origins
    }

    private static func errors(_ diagnostics: [Diagnostic]) -> Int {
        diagnostics.reduce(0) { $0 + ($1.severity == .error ? $1.count : 0) }
    }

    /// The kinds of `chosen` that make the text worse by themselves; all of them when none does.
    private static func worseKinds(_ chosen: [Chosen], isWorse: ([Chosen]) -> Bool) -> Set<String> {
        let kinds = Set(chosen.map(\.diagnostic.id))
        guard kinds.count > 1 else { return kinds }
        let worse = kinds.filter { kind in isWorse(chosen.filter { $0.diagnostic.id == kind }) }
        return worse.isEmpty ? kinds : worse
    }

    /// A diagnostic, and its fix-it that is to be made.
    typealias Chosen = (diagnostic: Diagnostic, fixIt: Diagnostic.FixIt)

    /// The fix-its to be made in one round: they do not overlap, and no two put something in at the same place.
    private static func chosen(_ diagnostics: [Diagnostic], in text: SourceText) -> [Chosen] {
        var chosen: [Chosen] = []
        var taken = Taken()
        for diagnostic in diagnostics where diagnostic.text.path == text.path {
            guard let fixIt = diagnostic.fixIts.first, fixIt.isObvious, !fixIt.edits.isEmpty,
                diagnostic.text.bytes.count == text.bytes.count
            else { continue }
            let ranges = fixIt.edits.map(\.range)
            guard ranges.allSatisfy({ $0.upperBound <= text.bytes.count && !taken.touches($0) }) else {
                continue
            }
            for range in ranges { taken.insert(range) }
            chosen.append((diagnostic, fixIt))
        }
        return chosen
    }

    /// The lines of the text as it was given that `fixIt` changes, those that touch as one range.
    private static func lines(
        changedBy fixIt: Diagnostic.FixIt, in text: SourceText, _ origins: Origins
    ) -> [ClosedRange<Int>] {
        var ranges: [ClosedRange<Int>] = []
        for edit in fixIt.edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
            let first = origins.line(of: edit.range.lowerBound)
            // The line in which the edit ends has a new beginning; what follows a line end that goes stays as it is.
            let end = edit.range.upperBound
            let isAtStart = text.position(of: end).column == 1 && end > edit.range.lowerBound
            let endsLine = isAtStart && text.position(of: edit.range.lowerBound).column == 1
            let last = max(first, origins.line(of: endsLine ? end - 1 : end))
            if let range = ranges.last, first <= range.upperBound {
                ranges[ranges.count - 1] = min(first, range.lowerBound)...max(last, range.upperBound)
            } else {
                ranges.append(first...last)
            }
        }
        return ranges
    }
}

extension SourceText {
    /// The text with fix-its of one round made, and what stands in it one after the other.
    fileprivate func made(_ chosen: [Fixing.Chosen]) -> (text: SourceText, pieces: [Piece]) {
        let pieces = pieces(with: chosen.flatMap(\.fixIt.edits))
        var made: [UInt8] = []
        for piece in pieces {
            switch piece {
            case .kept(let range): made += bytes[range]
            case .new(let bytes, _): made += bytes
            }
        }
        return (SourceText(path: path, bytes: made), pieces)
    }
}

/// Ranges of bytes that fix-its of a round change, in order.
private struct Taken {
    private var ranges: [Range<Int>] = []

    /// The place of the first range that does not end before `offset`.
    private func index(from offset: Int) -> Int {
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Whether a range overlaps `range` or has an end in common with it.
    func touches(_ range: Range<Int>) -> Bool {
        let index = index(from: range.lowerBound)
        return index < ranges.count && ranges[index].lowerBound <= range.upperBound
    }

    mutating func insert(_ range: Range<Int>) {
        ranges.insert(range, at: index(from: range.lowerBound))
    }
}

/// In which line of the text as it was given each byte stood, the lines from 0.
private struct Origins {
    private var lines: [Int32] = []

    init(_ text: SourceText) {
        lines.reserveCapacity(text.bytes.count + 1)
        for index in text.lineStarts.indices {
            let start = index == 0 ? 0 : text.lineStarts[index]
            let end = index + 1 < text.lineStarts.count ? text.lineStarts[index + 1] : text.bytes.count
            lines += [Int32](repeating: Int32(clamping: index), count: end - start)
        }
        lines.append(Int32(clamping: text.lineStarts.count - 1))
    }

    func line(of offset: Int) -> Int { lines.isEmpty ? 0 : Int(lines[min(offset, lines.count - 1)]) }

    /// The line in which each line of `text`, the text as it is now, began.
    func lines(of text: SourceText) -> [Int] {
        (0..<text.lineCount).map { line(of: text.lineRange($0).lowerBound) }
    }

    /// Follows the bytes to where edits have brought them; what is new belongs to the line it was put into.
    mutating func follow(_ pieces: [SourceText.Piece]) {
        var moved: [Int32] = []
        for piece in pieces {
            switch piece {
            case .kept(let range): moved += lines[range]
            case .new(let bytes, let offset):
                moved += [Int32](repeating: lines[min(offset, lines.count - 1)], count: bytes.count)
            }
        }
        moved.append(lines[lines.count - 1])
        lines = moved
    }
}
