extension Fixing {
    /// Lines that stand together, as they were given and as they are when all is fixed.
    public struct Place: Sendable {
        /// The number of the first of them in the text as it was given, from 1.
        public var line: Int
        /// The lines before, without line ends; empty when lines were put in.
        public var before: [String]
        /// The lines after; empty when they were taken away.
        public var after: [String]
        /// The numbers in ``Fixing/changes`` of what was changed here.
        public var changes: [Int]

        /// The place as people read it: what was done, each kind of change once, and the lines before and after.
        ///
        ///     Keymaps/rad/telex.keymap:7: fixed: write 'licence' [keymap.unknown-statement]
        ///       before: licens CC0-1.0
        ///       after:  licence CC0-1.0
        ///
        /// - Parameters:
        ///   - fixing: What it is a place of.
        ///   - language: The language of its sentences.
        ///   - color: Whether to colour it for a terminal.
        public func rendered(
            of fixing: Fixing, in language: Wording.Language = .english, color: Bool = false
        ) -> String {
            let bold = color ? "\u{1B}[1m" : ""
            let tint = color ? "\u{1B}[1;32m" : ""
            let plain = color ? "\u{1B}[0m" : ""
            let labels = [Wording.before, .after].map { $0.text(in: language) }
            let width = labels.map { $0.count }.max() ?? 0
            func shown(_ lines: [String], _ label: String) -> [String] {
                let padding = String(repeating: " ", count: width - label.count)
                return lines.map { "  \(label): \(padding)\(ClippedLine.shown($0))" }
            }
            var heads: [(text: String, count: Int)] = []
            for number in changes {
                let change = fixing.changes[number]
                let head = "\(change.fixIt.wording.text(in: language)) [\(change.diagnostic.id)]"
                if let known = heads.firstIndex(where: { $0.text == head }) {
                    heads[known].count += 1
                } else {
                    heads.append((head, 1))
                }
            }
            let fixed = Wording.fixed.text(in: language)
            let lines = heads.map { head in
                let times = head.count > 1 ? " " + Wording.times(head.count).text(in: language) : ""
                return
                    "\(bold)\(fixing.text.path):\(line):\(plain) \(tint)\(fixed):\(plain) \(head.text)\(times)"
            }
            return (lines + shown(before, labels[0]) + shown(after, labels[1])).joined(separator: "\n")
        }

        /// The places that `changes` changed, of the text `source` to `result`, whose lines began in the lines `origins`.
        static func all(
            of changes: [Change], from source: SourceText, to result: SourceText, _ origins: [Int]
        ) -> [Place] {
            var groups: [(lines: ClosedRange<Int>, changes: [Int])] = []
            let parts = changes.enumerated().flatMap { number, change in change.lines.map { ($0, number) } }
            for (lines, number) in parts.sorted(by: { ($0.0.lowerBound, $0.1) < ($1.0.lowerBound, $1.1) }) {
                if let last = groups.last, lines.lowerBound <= last.lines.upperBound {
                    let end = max(lines.upperBound, last.lines.upperBound)
                    groups[groups.count - 1].lines = last.lines.lowerBound...end
                    if !last.changes.contains(number) { groups[groups.count - 1].changes.append(number) }
                } else {
                    groups.append((lines, [number]))
                }
            }
            var results: [Int: [Int]] = [:]
            for (index, origin) in origins.enumerated() { results[origin, default: []].append(index) }
            return groups.compactMap { group in
                var before = group.lines.filter { $0 < source.lineCount }.map {
                    source.text(source.lineRange($0))
                }
                var after = group.lines.flatMap { results[$0] ?? [] }.map {
                    result.text(result.lineRange($0))
                }
                var line = group.lines.lowerBound + 1
                // Where a line was put in or taken away, the others are nothing new.
                while let last = before.last, last == after.last, before.count != after.count {
                    before.removeLast()
                    after.removeLast()
                }
                while let first = before.first, first == after.first, before.count != after.count {
                    before.removeFirst()
                    after.removeFirst()
                    line += 1
                }
                guard before != after else { return nil }
                return Place(line: line, before: before, after: after, changes: group.changes.sorted())
            }
        }
    }
}
