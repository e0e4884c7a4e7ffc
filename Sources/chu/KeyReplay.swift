import Composition
import Diagnostics
import Engine
import LineEditor
import Storage

/// Turns lines of key sequences into the text they type.
struct KeyReplay {
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
        let name = file == "-" ? Message.standardInput.text : file
        let reader: LineReader
        do {
            reader = file == "-" ? LineReader(descriptor: 0, path: name) : try LineReader(path: file)
            var number = 0
            while let bytes = try reader.next() {
                number += 1
                try output.line(typed(parsed(bytes, name, number)))
                // What is typed into a pipe by hand is answered at once.
                if !reader.hasLine { try output.flush() }
            }
        } catch let error as FileError {
            try output.flush()
            throw Failure(error)
        } catch let failure as Failure {
            try output.flush()
            throw failure
        }
    }

    /// The keys that a line spells.
    private func parsed(_ bytes: [UInt8], _ file: String, _ number: Int) throws -> [KeyEvent] {
        var bytes = bytes[...]
        if number == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            let at = SourceText(path: file, bytes: Array(bytes)).illFormedRange?.lowerBound ?? 0
            throw Failure(.badData, .illFormed(file, Place(line: number, column: at + 1)))
        }
        do {
            return try KeySequence.parse(text)
        } catch {
            let place = Place(line: number, column: error.range.lowerBound + 1)
            throw Failure(.badData, .badKeys(file, place, error))
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
