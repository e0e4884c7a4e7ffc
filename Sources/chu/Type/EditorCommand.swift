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
        var file: TextFile
        let text: String
        do {
            (file, text) = try TextFile.open(path)
        } catch {
            switch error {
            case .file(let error): throw error
            case .illFormed(let path, let line, let column):
                throw Failure(.badData, .illFormed(path, .init(line: line, column: column)))
            }
        }
        // Better now than when a text is to be saved.
        guard file.exists || Path.isFolder(Path.parent(of: path)) else {
            throw Failure(.cannotWrite, .noFolder(Path.parent(of: path)))
        }
        var editor = Editor(
            document: EditedText(text), keymaps: choices, options: options, macros: macros, learns: learns,
            fileName: Path.name(of: path), sentences: Wording.editorSentences)
        if let recovered = TextFile.recovered(path).last {
            editor.say(Wording.recoveredBefore(recovered).text)
        } else if !file.exists {
            editor.say(Wording.newFile.text)
        }
        let ending = try run(&editor) { text in
            do throws(TextFile.SaveFailure) {
                try file.save(text)
                return nil
            } catch {
                switch error {
                case .changedByOthers: return Wording.changedByOthers.text
                case .file(let error): return Wording.reason(error).text
                }
            }
        }
        guard case .interrupted(let number) = ending else { return }
        if editor.document.isChanged { keep(editor.document.text, beside: file) }
        Terminal.die(of: number)
    }

    /// A text that goes to standard output in the end.
    private func write(_ choices: [Editor.Choice]) throws {
        let state = Catalogue.stateFolder
        let historyPath = state.map { $0 + "/history" }
        var editor = Editor(
            keymaps: choices, options: options, macros: macros, learns: learns,
            history: history(historyPath)?.lines ?? [], sentences: Wording.editorSentences)
        let left = state.map { TextFile.recovered($0 + "/text") } ?? []
        if let left = left.last { editor.say(Wording.recoveredBefore(left).text) }
        let ending = try run(&editor) { _ in nil }
        let text = editor.document.text
        if case .interrupted(let number) = ending {
            if !editor.document.isEmpty, let state, let file = try? TextFile.open(state + "/text").file {
                try? makeFolder(at: state)
                keep(text, beside: file)
            }
            Terminal.die(of: number)
        }
        guard !editor.document.isEmpty else { return }
        let output = Output()
        try output.write(text.utf8.last == 0x0A ? text : text + "\n")
        try output.flush()
        remember(text, historyPath)
    }

    private func run(_ editor: inout Editor, save: (String) -> String?) throws -> EditorLoop.Ending {
        let ending: EditorLoop.Ending
        do {
            ending = try EditorLoop.run(&editor, save: save)
        } catch {
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

    /// Saves `text` under another name, when the user can no longer be asked.
    private func keep(_ text: String, beside file: TextFile) {
        // Perhaps nobody else may read the file, so nobody else may read the copy.
        let mask = umask(0o077)
        defer { umask(mask) }
        do {
            Notices.report(.recovered(try file.saveBeside(text)))
        } catch {
            Notices.report(.file(error))
        }
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
        let mask = umask(0o077)
        defer { umask(mask) }
        do {
            try makeFolder(at: Path.parent(of: path))
            try replaceFile(at: path, with: Array(history.text.utf8))
        } catch {
            Notices.report(.file(error))
        }
    }
}
