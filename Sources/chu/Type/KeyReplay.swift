import Composition
import Diagnostics
import Engine
import LineEditor

/// Turns lines of key sequences into the text they type.
struct KeyReplay {
    /// How many keys a line has at most that is traced: what is written grows with the square of them.
    private static let traceLimit = 4096

    private let fresh: Session
    private let isTraced: Bool

    /// A replay through copies of `session`, which is given the options `options`.
    ///
    /// - Throws: ``Failure`` when the keymap has no such option or value.
    init(
        _ session: Session, _ keymap: Keymap, _ options: [(name: String, value: String)], isTraced: Bool
    ) throws {
        var session = session
        for option in options where !session.setOption(option.name, to: option.value) {
            throw Failure(.wrongUsage, .noSuchOption(option.name, option.value, keymap.options))
        }
        fresh = session
        self.isTraced = isTraced
    }

    /// Reads the lines of `file` (`-` is standard input) and writes the text of each to `output`.
    func run(_ file: String, to output: Output) throws {
        do {
            var lines = TextLines(try Opening.reader(file))
            while let line = try lines.next() {
                let events = try keys(line, of: lines)
                guard !isTraced || events.count <= KeyReplay.traceLimit else {
                    throw Failure(.badData, .longTrace(lines.name, lines.number, limit: KeyReplay.traceLimit))
                }
                try output.line(typed(events))
                // What is typed into a pipe by hand is answered at once.
                if !lines.hasLine { try output.flush() }
            }
        } catch {
            try output.flush()
            throw error
        }
    }

    /// The keys that `line` spells, the one read last of `lines`.
    private func keys(_ line: String, of lines: TextLines) throws -> [KeyEvent] {
        do {
            return try KeySequence.parse(line)
        } catch {
            let place = Position(line: lines.number, column: error.range.lowerBound + 1)
            throw Failure(.badData, .badKeys(lines.name, place, error))
        }
    }

    /// The text that `events` type, as a line of output.
    func typed(_ events: [KeyEvent]) -> String {
        var session = fresh
        var line = EditLine()
        var states: [String] = []
        for event in events {
            let response = session.process(event)
            if response.hasCommit { line.insert(session.committed.string) }
            if !response.isConsumed { line.apply(event) }
            if isTraced { states.append(line.textBeforeCaret + session.preedit.string) }
        }
        session.commit()
        line.insert(session.committed.string)
        return isTraced ? "\(line.text)\t\(states.joined(separator: "\u{241F}"))" : line.text
    }
}
