import Composition
import Diagnostics
import Engine
import Lexicon
import LineEditor
import Bytes
import Files
import Catalogue

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// `chu type` on a terminal.
struct EditorCommand {
    /// The keymaps asked for, by name or path; empty for all that are installed.
    var keymaps: [String]
    /// The lexicons asked for; empty for those of each keymap's language.
    var lexicons: [String]
    /// Options of the keymaps.
    var options: [(name: String, value: String)]
    /// The user's abbreviations.
    var macros: Macros?
    /// Whether the words that are written are learned.
    var learns: Bool
    /// The file, or nil for a text that goes to the output.
    var path: String?

    /// Opens everything, runs the editor, and puts the text where it belongs.
    func run() throws {
        guard Terminal.isUsable, Surroundings.variable("TERM") ?? "dumb" != "dumb" else {
            throw Failure(.wrongUsage, .editorNeedsTerminal)
        }
        let choices = try self.choices()
        guard let path else { return try write(choices) }
        let (file, text) = try EditorCommand.opened(path)
        // Better now than when a text is to be saved.
        let folder = Path.parent(of: try fileNamed(by: path))
        guard file.exists || Path.isFolder(folder) else { throw Failure(.cannotWrite, .noFolder(folder)) }
        var editor = Editor(
            document: EditedText(text), keymaps: choices, options: options, macros: macros, learns: learns,
            fileName: Path.name(of: path), sentences: Wording.editorSentences)
        if !file.exists { editor.say(Wording.newFile.text) }
        var store = DocumentStore(file)
        if let left = store.left(besides: text) { editor.offer(left) }
        switch try run(&editor, &store) {
        case .finished: store.end()
        case .interrupted(let number):
            if editor.document.isChanged { store.keepAtEnd(editor.document.text) } else { store.end() }
            Terminal.die(of: number)
        }
    }

    /// The file at `path`, and its text.
    private static func opened(_ path: String) throws -> (file: TextFile, text: String) {
        do {
            return try TextFile.open(path)
        } catch {
            switch error {
            case .file(let error): throw error
            case .illFormed(let path, let line, let column):
                throw Failure(.badData, .illFormed(path, .init(line: line, column: column)))
            case .tooLarge(let path):
                throw Failure(.badData, .tooLarge(path, mebibytes: TextFile.sizeLimit >> 20))
            case .longLine(let path, let line):
                throw Failure(.badData, .longLine(path, line, bytes: Editor.lineLimit))
            }
        }
    }

    /// A text that goes to standard output in the end.
    private func write(_ choices: [Editor.Choice]) throws {
        let historyPath = Catalogue.stateFolder.map { $0 + "/history" }
        var editor = Editor(
            keymaps: choices, options: options, macros: macros, learns: learns,
            history: history(historyPath)?.lines ?? [], sentences: Wording.editorSentences)
        var store = DocumentStore(nil)
        if let left = store.left(besides: "") { editor.offer(left) }
        let ending = try run(&editor, &store)
        let text = editor.document.text
        if case .interrupted(let number) = ending {
            if editor.document.isEmpty { store.end() } else { store.keepAtEnd(text) }
            Terminal.die(of: number)
        }
        guard !editor.document.isEmpty else { return store.end() }
        let output = Output()
        do {
            try output.write(text.utf8.last == 0x0A ? text : text + "\n")
            try output.flush()
        } catch {
            // Whoever was to read it is gone.
            store.keepAtEnd(text)
            throw error
        }
        store.didSave()
        remember(text, historyPath)
    }

    private func run(_ editor: inout Editor, _ store: inout DocumentStore) throws -> EditorLoop.Ending {
        let ending: EditorLoop.Ending
        do {
            var reader = DictionaryReader(lexicons, keymaps: editor.keymaps)
            ending = try EditorLoop.run(&editor, &store, &reader)
        } catch {
            if editor.document.isChanged { store.keepAtEnd(editor.document.text) }
            throw Failure(.inputOutput, .file(error))
        }
        for keymap in editor.keymaps {
            do {
                try (keymap.words as? UserWords)?.save()
            } catch {
                Opening.report(error)
            }
        }
        return ending
    }

    // MARK: Keymaps

    private func choices() throws -> [Editor.Choice] {
        var names = keymaps.flatMap(Opening.keymapNames)
        if names.isEmpty {
            names = Installed.all(.keymaps).map(\.name)
            // The keymap most people know comes first.
            if let index = names.firstIndex(of: "vi/telex") { names.insert(names.remove(at: index), at: 0) }
        }
        let given = lexicons.isEmpty ? nil : try Opening.lexicons(lexicons).map(\.lexicon)
        var reported: Set<CatalogueError> = []
        var choices: [Editor.Choice] = []
        for name in names {
            do {
                let keymap = try Opening.keymap(name)
                let (engine, problems) =
                    given.map { (Engine(keymap: keymap, lexicons: $0), []) } ?? Catalogue.engine(keymap)
                for problem in problems where reported.insert(problem).inserted { Opening.report(problem) }
                choices.append(Editor.Choice(name: name, engine: engine, words: EditorCommand.words(name)))
            } catch {
                // One that was asked for must be there; one that happens to be installed may be damaged.
                if !keymaps.isEmpty { throw error }
                Opening.report(error)
            }
        }
        let declared = choices.flatMap(\.engine.keymap.options)
        for option in options
        where !declared.contains(where: { $0.name == option.name && $0.values.contains(option.value) }) {
            throw Failure(.wrongUsage, .noSuchOption(option.name, option.value, declared))
        }
        return choices
    }

    /// What the user has written with the keymap called `name`; nil for one that is given by its path.
    private static func words(_ name: String) -> UserWords? {
        guard Installed.path(of: name, .keymaps) != nil, Catalogue.userFolder != nil else { return nil }
        return Opening.orReport { try WordsCommand.words(name) }
    }

    // MARK: History

    /// What the history file holds; nil when it cannot be read, and must not be written over.
    private func history(_ path: String?) -> History? {
        guard let path else { return nil }
        do {
            let bytes = try Opening.contents(of: path)
            return String(validating: bytes, as: UTF8.self).map { History($0) }
        } catch {
            return error.isMissing ? History() : nil
        }
    }

    /// Adds the lines of `text` to the history; it is read again, for another editor may have ended meanwhile.
    private func remember(_ text: String, _ path: String?) {
        guard let path, var history = history(path) else { return }
        for line in text.utf8.split(separator: 0x0A) { history.add(String(decoding: line, as: UTF8.self)) }
        do {
            try makeFolder(at: Path.parent(of: path))
            try replaceFile(at: path, with: Array(history.text.utf8), keepingLinks: false, mode: 0o600)
        } catch {
            Notices.report(.file(error))
        }
    }
}
