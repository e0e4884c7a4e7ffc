import Bytes
public import Files

/// Runs an ``Editor`` on the ``Terminal``.
///
///     let ending = try EditorLoop.run(&editor) { text in
///         (try? file.save(text)) == nil ? "the disk is full" : nil
///     }
///
/// The terminal is restored before it returns or throws.
public enum EditorLoop {
    /// Why the editor ended.
    public enum Ending: Equatable, Sendable {
        /// The user ended it.
        case finished
        /// A signal, or the loss of the terminal (SIGHUP), ended it; text may be unsaved.
        case interrupted(by: Int32)
    }

    /// How long an Escape waits for the rest of a sequence.
    private static let escapeMilliseconds: Int32 = 50
    private static let hangUp: Int32 = 1

    /// Runs `editor` until it ends.
    ///
    /// - Parameters:
    ///   - editor: What is run; its state is the same afterwards as at the end.
    ///   - save: Saves the text; returns nil, or the reason why it failed, which is shown to the user.
    /// - Throws: `FileError` when the terminal cannot be switched to raw mode.
    public static func run(
        _ editor: inout Editor, save: (String) -> String?
    ) throws(FileError) -> Ending {
        try Terminal.enter()
        defer { Terminal.leave() }
        var screen = Screen()
        var decoder = KeyDecoder()
        resize(&editor, &screen)
        while true {
            do {
                try Terminal.draw(screen.render(editor.frame()))
            } catch {
                return .interrupted(by: hangUp)
            }
            var inputs: [TerminalInput] = []
            switch Terminal.next(within: decoder.isWaiting ? escapeMilliseconds : nil) {
            case .bytes(let bytes): inputs = decoder.feed(bytes)
            case .timeout: inputs = decoder.flush()
            case .resized: resize(&editor, &screen)
            case .suspend: try stop(&editor, &screen)
            case .resumed:
                try Terminal.resume()
                resize(&editor, &screen)
            case .end(let number): return interrupted(&editor, number)
            case .closed: return interrupted(&editor, hangUp)
            }
            for input in inputs {
                for effect in editor.handle(input) {
                    switch effect {
                    case .quit: return .finished
                    case .save: _ = attempt(&editor, save)
                    case .saveAndQuit: if attempt(&editor, save) { return .finished }
                    case .suspend: try stop(&editor, &screen)
                    case .ring: try? Terminal.draw("\u{7}")
                    case .redraw: screen.invalidate()
                    }
                }
            }
        }
    }

    private static func resize(_ editor: inout Editor, _ screen: inout Screen) {
        let size = Terminal.size
        editor.resize(rows: size.rows, columns: size.columns)
        screen.invalidate()
    }

    private static func stop(_ editor: inout Editor, _ screen: inout Screen) throws(FileError) {
        try Terminal.suspend()
        resize(&editor, &screen)
    }

    /// Ends the composition, because it belongs to the text that is to be saved.
    private static func interrupted(_ editor: inout Editor, _ number: Int32) -> Ending {
        editor.commit()
        return .interrupted(by: number)
    }

    private static func attempt(_ editor: inout Editor, _ save: (String) -> String?) -> Bool {
        if let reason = save(editor.document.text) {
            editor.say(editor.sentences.notSaved + reason)
            return false
        }
        editor.didSave()
        return true
    }
}
