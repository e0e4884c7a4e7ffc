import Bytes
public import Files

/// Runs an ``Editor`` on the ``Terminal``.
///
///     var store = DocumentStore(file)
///     let ending = try EditorLoop.run(&editor, &store, &reader)
///
/// The terminal is restored before it returns or throws. When the user pauses, a text that is not saved is kept in the
/// ``EditorStore``, so that a fault or the loss of power costs no more than the last two seconds.
public enum EditorLoop {
    /// Why the editor ended.
    public enum Ending: Equatable, Sendable {
        /// The user ended it.
        case finished
        /// A signal, or the loss of the terminal (SIGHUP), ended it; text may be unsaved.
        case interrupted(by: Int32)
    }

    /// How long the user pauses before a text that is not saved is kept.
    private static let pauseMilliseconds: Int32 = 2000
    private static let hangUp: Int32 = 1

    /// Runs `editor` until it ends.
    ///
    /// - Parameters:
    ///   - editor: What is run; its state is the same afterwards as at the end.
    ///   - store: Where the text is saved and kept.
    ///   - reader: What looks up the words of a line.
    /// - Throws: `FileError` when the terminal cannot be switched to raw mode.
    public static func run(
        _ editor: inout Editor, _ store: inout some EditorStore, _ reader: inout some LineReader
    ) throws(FileError) -> Ending {
        try Terminal.enter()
        defer { Terminal.leave() }
        var screen = Screen()
        var decoder = KeyDecoder()
        resize(&editor, &screen)
        var isKept = true
        var isDrawn = false
        while true {
            // A long paste comes in many pieces, of which only the last changes anything.
            if !isDrawn {
                if let line = editor.lineToRead { editor.show(reader.rows(for: line), of: line) }
                do {
                    try Terminal.draw(screen.render(editor.frame()))
                } catch {
                    return interrupted(&editor, hangUp)
                }
            }
            isDrawn = false
            var inputs: [TerminalInput] = []
            switch Terminal.next(within: decoder.patience ?? (isKept ? nil : pauseMilliseconds)) {
            case .bytes(let bytes):
                inputs = decoder.feed(bytes)
                isDrawn = inputs.isEmpty
            case .timeout where decoder.patience != nil: inputs = decoder.flush()
            case .timeout:
                store.keep(editor.document.text)
                isKept = true
                isDrawn = true
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
                    case .save: _ = attempt(&editor, &store)
                    case .saveAndQuit: if attempt(&editor, &store) { return .finished }
                    case .restored: store.didRestore()
                    case .deleteOffered: store.deleteOffered()
                    case .suspend: try stop(&editor, &screen)
                    case .ring: try? Terminal.draw("\u{7}")
                    case .redraw: screen.invalidate()
                    }
                }
                isKept = !editor.document.isChanged
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

    private static func attempt(_ editor: inout Editor, _ store: inout some EditorStore) -> Bool {
        if let reason = store.save(editor.document.text) {
            editor.say(editor.sentences.notSaved + reason)
            return false
        }
        editor.didSave()
        return true
    }
}
