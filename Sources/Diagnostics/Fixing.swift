import Text

/// A text fixed by the fix-its of its own diagnostics, round after round until none is left that is obvious.
///
///     let fixing = Fixing(source) { LexiconCompiler.compile($0).diagnostics }
///     for change in fixing.changes { print(change) }
///     fixing.text         // the source as it is now
///     fixing.diagnostics  // what a person must look at
///
/// Only the first fix-it of a diagnostic is made, and only when it is obvious; one that overlaps another waits for the
/// next round. What no edit touches keeps its bytes. Fixing a fixed text changes nothing.
public struct Fixing: Sendable {
    /// Lines that stand together, before and after a change.
    public struct Lines: Sendable {
        /// The number of the first of them in the text as it was given, from 1.
        public var line: Int
        /// The lines before, without line ends; empty when lines were put in.
        public var before: [String]
        /// The lines after; empty when they were taken away.
        public var after: [String]
    }

    /// What a fix-it changed.
    public struct Change: Sendable {
        /// What was wrong, in the text as it was at that time.
        public var diagnostic: Diagnostic
        /// What was done about it.
        public var fixIt: Diagnostic.FixIt
        /// The lines it changed, from the top.
        public var lines: [Lines]

        /// The change as people read it.
        ///
        ///     Keymaps/rad/telex.keymap:7: fixed: write 'licence' [keymap.unknown-statement]
        ///       before: licens CC0-1.0
        ///       after:  licence CC0-1.0
        ///
        /// - Parameters:
        ///   - language: The language of its sentences.
        ///   - color: Whether to colour it for a terminal.
        public func rendered(in language: Wording.Language = .english, color: Bool = false) -> String {
            let bold = color ? "\u{1B}[1m" : ""
            let tint = color ? "\u{1B}[1;32m" : ""
            let plain = color ? "\u{1B}[0m" : ""
            let labels = [Wording.before, .after].map { $0.text(in: language) }
            let width = labels.map { $0.count }.max() ?? 0
            func shown(_ lines: [String], _ label: String) -> [String] {
                let padding = String(repeating: " ", count: width - label.count)
                return lines.map { "  \(label): \(padding)\($0.withVisibleControls)" }
            }
            return lines.map { place in
                let head =
                    "\(bold)\(diagnostic.text.path):\(place.line):\(plain) "
                    + "\(tint)\(Wording.fixed.text(in: language)):\(plain) "
                    + "\(fixIt.wording.text(in: language)) [\(diagnostic.id)]"
                return ([head] + shown(place.before, labels[0]) + shown(place.after, labels[1]))
                    .joined(separator: "\n")
            }.joined(separator: "\n")
        }
    }

    /// The text as it is when all is done.
    public private(set) var text: SourceText
    /// What is still wrong with it.
    public private(set) var diagnostics: [Diagnostic]
    /// What was changed, in the order in which it was.
    public private(set) var changes: [Change] = []

    /// How often a text is looked at again.
    static let rounds = 64

    /// Fixes `source`.
    ///
    /// - Parameters:
    ///   - source: The text to fix.
    ///   - diagnose: What is wrong with a text. Diagnostics about other files are left alone.
    /// - Complexity: O(*rounds* × the cost of `diagnose`); one round and a look at its result in the usual case.
    public init(_ source: SourceText, diagnose: (SourceText) -> [Diagnostic]) {
        text = source
        diagnostics = diagnose(source)
        var origins = Origins(source)
        var states: [State] = []
        for _ in 0..<Fixing.rounds {
            let chosen = Fixing.chosen(diagnostics, in: text)
            guard !chosen.isEmpty else { return }
            states.append(State(text: text, diagnostics: diagnostics, changes: changes.count))
            let pieces = text.pieces(with: chosen.flatMap(\.fixIt.edits))
            let next = SourceText(
                path: text.path,
                bytes: pieces.flatMap { piece in
                    switch piece {
                    case .kept(let range): Array(text.bytes[range])
                    case .new(let bytes, _): bytes
                    }
                })
            // A fix that leads to the next one without end is none.
            guard next.bytes.count <= 2 * source.bytes.count + 4096 else { return }
            // Fixes that undo one another are none.
            if let known = states.first(where: { $0.text.bytes == next.bytes }) {
                text = known.text
                diagnostics = known.diagnostics
                changes.removeSubrange(known.changes...)
                return
            }
            for (diagnostic, fixIt) in chosen {
                let lines = Fixing.lines(changedBy: fixIt, in: text, origins)
                changes.append(Change(diagnostic: diagnostic, fixIt: fixIt, lines: lines))
            }
            origins.follow(pieces)
            text = next
            diagnostics = diagnose(next)
        }
    }

    /// A text on the way, and what was known of it.
    private struct State {
        var text: SourceText
        var diagnostics: [Diagnostic]
        var changes: Int
    }

    /// The fix-its to be made in one round: they do not overlap, and no two put something in at the same place.
    private static func chosen(
        _ diagnostics: [Diagnostic], in text: SourceText
    ) -> [(diagnostic: Diagnostic, fixIt: Diagnostic.FixIt)] {
        var chosen: [(diagnostic: Diagnostic, fixIt: Diagnostic.FixIt)] = []
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

    // MARK: What is reported

    private static func lines(
        changedBy fixIt: Diagnostic.FixIt, in text: SourceText, _ origins: Origins
    ) -> [Lines] {
        let edits = fixIt.edits.sorted { $0.range.lowerBound < $1.range.lowerBound }
        var groups: [(lines: ClosedRange<Int>, edits: [Diagnostic.FixIt.Edit])] = []
        for edit in edits {
            let first = text.position(of: edit.range.lowerBound).line - 1
            let last = min(text.position(of: edit.range.upperBound).line, text.lineCount) - 1
            if let group = groups.last, first <= group.lines.upperBound {
                groups[groups.count - 1].lines = group.lines.lowerBound...max(last, group.lines.upperBound)
                groups[groups.count - 1].edits.append(edit)
            } else {
                groups.append((first...max(first, last), [edit]))
            }
        }
        return groups.map { group in
            let start = text.lineRange(group.lines.lowerBound).lowerBound
            let end = text.lineRange(group.lines.upperBound).upperBound
            let rest = group.edits.reduce(end) { max($0, $1.range.upperBound) }
            let inner = SourceText(path: "", bytes: Array(text.bytes[start..<rest]))
            let moved = group.edits.map {
                Diagnostic.FixIt.Edit(
                    $0.range.lowerBound - start..<$0.range.upperBound - start, $0.replacement)
            }
            var before = lines(inner)
            var after = lines(inner.applying(Diagnostic.FixIt(Wording("", ""), moved)))
            // Where a line was put in before another or taken away, the other one is nothing new.
            while let last = before.last, last == after.last, before.count != after.count {
                before.removeLast()
                after.removeLast()
            }
            return Lines(line: origins.line(of: start), before: before, after: after)
        }
    }

    private static func lines(_ text: SourceText) -> [String] {
        (0..<text.lineCount).map { text.text(text.lineRange($0)) }
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

/// In which line of the text as it was given each byte stood.
private struct Origins {
    private var lines: [Int32]

    init(_ text: SourceText) {
        lines = []
        lines.reserveCapacity(text.bytes.count + 1)
        var line: Int32 = 1
        for byte in text.bytes {
            lines.append(line)
            if byte == 0x0A { line &+= 1 }
        }
        lines.append(line)
    }

    func line(of offset: Int) -> Int { lines.isEmpty ? 1 : Int(lines[min(offset, lines.count - 1)]) }

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
