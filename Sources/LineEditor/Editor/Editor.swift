public import Composition
public import Engine

/// The line editor without its terminal: input events in, a state and a ``Frame`` out.
///
///     var editor = Editor(keymaps: [.init(name: "vi/telex", engine: telex)])
///     for key in try KeySequence.parse("tieengs ") { editor.handle(.key(key)) }
///     editor.document.text  // "tiếng "
///     editor.frame()        // what the terminal shows
///
/// It does no input or output: what must be done outside is returned as an ``Effect``.
public struct Editor: Sendable {
    /// A keymap that can be switched to.
    public struct Choice: Sendable {
        /// The name it is called by.
        public var name: String
        /// The keymap, and the lexicons its candidates come from.
        public var engine: Engine
        /// What the user has written with it, learned from and put first among the candidates; nil for none.
        public var words: (any LearnedWords)?

        /// A keymap called `name`.
        public init(name: String, engine: Engine, words: (any LearnedWords)? = nil) {
            self.name = name
            self.engine = engine
            self.words = words
        }
    }

    /// What the program around the editor must do.
    public enum Effect: Hashable, Sendable {
        /// Write the document to its file, then call ``Editor/didSave()``, or ``Editor/say(_:)`` with the reason why not.
        case save
        /// End.
        case quit
        /// End when saving has gone well.
        case saveAndQuit
        /// The text of ``Editor/offer(_:)`` is in the document now.
        case restored
        /// The text of ``Editor/offer(_:)`` is not wanted.
        case deleteOffered
        /// Stop, as Control+Z asks for.
        case suspend
        /// Ring the bell.
        case ring
        /// Draw everything again.
        case redraw
    }

    enum Question: Sendable {
        case none, confirmQuit, restore
    }

    /// The text.
    public internal(set) var document: EditedText
    /// The keymaps to be switched between, in order.
    public let keymaps: [Choice]
    /// Which of them is in use; nil for none.
    public private(set) var active: Int?
    /// What is being composed; nil without a keymap.
    public private(set) var session: Session?
    /// The name of the file, or nil without one.
    public let fileName: String?

    let sentences: EditorSentences
    var question = Question.none
    var isHelpShown = false
    /// Whether the words of the current line are shown, which they are, and of which line.
    var isReadingShown = false
    var reading: [String] = []
    var lineRead: LineToRead?
    var message: String?
    var rows: Int
    var columns: Int
    var top = EditedText.Position(row: 0, letter: 0)

    private let options: [(name: String, value: String)]
    private let macros: Macros?
    private let learns: Bool
    private var killed = ""
    private var isKilling = false
    private var goalColumn: Int?
    private let history: [String]
    private var historyIndex: Int?
    private var historyDraft = ""
    private var offered = ""

    /// How many candidates are shown at once.
    public static let pageSize = 6

    /// How many bytes a line has at most that is pasted, or is in a file: 256 KiB.
    ///
    /// Every key lays out the line it is in.
    public static let lineLimit = 1 << 18

    /// An editor of `document`.
    ///
    /// - Parameters:
    ///   - document: The text to begin with.
    ///   - keymaps: The keymaps; the first is in use.
    ///   - options: Options set in every keymap that has them.
    ///   - macros: The user's abbreviations; nil for none.
    ///   - learns: Whether what is written is noted in the words of the keymaps.
    ///   - fileName: The name of the file as it is shown; nil for a text that goes to the output.
    ///   - history: Lines of former texts, the latest last.
    ///   - sentences: The sentences it shows, in the language of the user.
    ///   - rows: How many lines the screen has.
    ///   - columns: How many cells a line of the screen has.
    public init(
        document: EditedText = EditedText(), keymaps: [Choice] = [],
        options: [(name: String, value: String)] = [], macros: Macros? = nil, learns: Bool = true,
        fileName: String? = nil, history: [String] = [], sentences: EditorSentences = .english,
        rows: Int = 24,
        columns: Int = 80
    ) {
        self.document = document
        self.keymaps = keymaps
        self.options = options
        self.macros = macros
        self.learns = learns
        self.fileName = fileName
        self.history = history
        self.sentences = sentences
        self.rows = max(rows, 2)
        self.columns = max(columns, 8)
        use(keymaps.isEmpty ? nil : 0)
    }

    /// The composition as shown.
    public var preedit: String { session?.preedit.string ?? "" }

    /// The candidates on the page shown: words that the composition begins, or that it means.
    public var candidates: ArraySlice<Candidate> { session?.page?.candidates ?? [] }

    // MARK: From outside

    /// Handles one input.
    ///
    /// - Returns: What must be done outside.
    @discardableResult
    public mutating func handle(_ input: TerminalInput) -> [Effect] {
        message = nil
        var effects: [Effect] = []
        switch input {
        case .key(let event): effects = handle(event)
        case .paste(let text):
            guard question == .none else { return [.ring] }
            commit()
            if hasRoom(for: text) {
                document.insert(text)
            } else {
                effects = complain(sentences.longLine)
            }
        case .tooLong: effects = complain(sentences.longPaste)
        case .illFormed:
            message = sentences.illFormed
            effects = [.ring]
        }
        scroll()
        return effects
    }

    /// Fits the editor to the size of the window.
    public mutating func resize(rows: Int, columns: Int) {
        self.rows = max(rows, 2)
        self.columns = max(columns, 8)
        top.letter = 0
        scroll()
    }

    /// Ends the composition, so that the document has all of the text.
    public mutating func commit() {
        session?.commit()
        insertCommitted()
    }

    /// Remembers that the document has been saved, and says so.
    public mutating func didSave() {
        document.markSaved()
        message = sentences.saved
    }

    /// Asks whether `text`, which was not saved when the editor ended last, is to be put in the place of the document.
    public mutating func offer(_ text: String) {
        offered = text
        question = .restore
    }

    /// Shows `text` until the next key.
    public mutating func say(_ text: String) { message = text }

    // MARK: Keys

    private mutating func handle(_ event: KeyEvent) -> [Effect] {
        switch question {
        case .none: break
        case .confirmQuit: return answer(event)
        case .restore: return answerOffer(event)
        }
        if isHelpShown {
            isHelpShown = false
            return []
        }
        if let effects = handleOwn(event) { return effects }
        if let response = session?.process(event) {
            if response.hasCommit { insertCommitted() }
            if response.isConsumed {
                forget()
                return []
            }
            // The command acts on the document, so the composition ends first.
            if !preedit.isEmpty { commit() }
        }
        return command(event)
    }

    /// Handles the keys that are the editor's in every keymap; nil for other keys.
    private mutating func handleOwn(_ event: KeyEvent) -> [Effect]? {
        switch (event.keysym, event.modifiers) {
        case (.f2, _), (.space, .control):
            switchKeymap()
            return []
        case (.f1, _):
            isHelpShown = true
            return []
        case (.f3, _),
            (.escape, []) where hidesReading:
            toggleReading()
            return []
        case (Keysym("s"), .control):
            commit()
            if fileName != nil { return [.save] }
            message = sentences.nothingToSave
            return [.ring]
        case (Keysym("q"), .control), (Keysym("d"), .control):
            commit()
            guard fileName != nil, document.isChanged else { return [.quit] }
            question = .confirmQuit
            return []
        default: return nil
        }
    }

    /// Whether Escape hides the words of the line: it means nothing to the composition.
    private var hidesReading: Bool { isReadingShown && preedit.isEmpty && candidates.isEmpty }

    private mutating func answer(_ event: KeyEvent) -> [Effect] {
        switch event.keysym {
        case Keysym("s"), Keysym("S"):
            question = .none
            return [.saveAndQuit]
        case Keysym("d"), Keysym("D"): return [.quit]
        case .escape:
            question = .none
            return []
        default: return [.ring]
        }
    }

    private mutating func answerOffer(_ event: KeyEvent) -> [Effect] {
        switch event.keysym {
        case Keysym("r"), Keysym("R"):
            question = .none
            document.replaceAll(with: offered)
            offered = ""
            return [.restored]
        case Keysym("d"), Keysym("D"):
            question = .none
            offered = ""
            return [.deleteOffered]
        case .escape:
            question = .none
            return []
        case Keysym("q") where event.modifiers == .control, Keysym("c") where event.modifiers == .control:
            return [.quit]
        default: return [.ring]
        }
    }

    /// Whether no line is longer than ``lineLimit`` once `text` is put in at the caret.
    private func hasRoom(for text: String) -> Bool {
        let bytes = text.utf8
        guard bytes.count + document.current.text.utf8.count > Editor.lineLimit else { return true }
        let pieces = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        let before = document.current.textBeforeCaret.utf8.count
        let after = document.current.textAfterCaret.utf8.count
        return pieces.enumerated().allSatisfy { index, piece in
            let outside = (index == 0 ? before : 0) + (index == pieces.count - 1 ? after : 0)
            return piece.count + outside <= Editor.lineLimit
        }
    }

    /// Commits, and switches to the next keymap; after the last one, to none.
    private mutating func switchKeymap() {
        commit()
        let next = active.map { $0 + 1 } ?? 0
        use(next < keymaps.count ? next : nil)
    }

    private mutating func use(_ index: Int?) {
        active = index
        session = index.map { session(for: keymaps[$0]) }
    }

    private func session(for keymap: Choice) -> Session {
        var session = Session(keymap.engine)
        session.behaviour.candidates = .whileTyping
        session.behaviour.pageSize = Editor.pageSize
        session.words = keymap.words
        if !learns { session.capabilities.insert(.sensitive) }
        session.macros = macros
        for option in options { _ = session.setOption(option.name, to: option.value) }
        return session
    }

    private mutating func insertCommitted() {
        if let text = session?.committed.string { document.insert(text) }
    }

    // MARK: Commands

    /// Forgets what only lasts while one kind of command is repeated.
    private mutating func forget() {
        isKilling = false
        goalColumn = nil
    }

    /// Handles a key that neither the editor nor the keymap used: it edits the document.
    private mutating func command(_ event: KeyEvent) -> [Effect] {
        let goal = goalColumn
        let wasKilling = isKilling
        forget()
        switch (event.keysym, event.modifiers) {
        case (.return, []), (.return, .shift):
            historyIndex = nil
            document.insert("\n")
        case (.tab, []): document.insert("\t")
        case (.backspace, []), (.backspace, .shift): return ring(unless: document.deleteBackward())
        case (.delete, []): return ring(unless: document.deleteForward())
        case (.left, []), (Keysym("b"), .control): document.moveBackward()
        case (.right, []), (Keysym("f"), .control): document.moveForward()
        case (.left, .control), (.left, .alt), (Keysym("b"), .alt): document.moveWordBackward()
        case (.right, .control), (.right, .alt), (Keysym("f"), .alt): document.moveWordForward()
        case (.home, []), (Keysym("a"), .control): moveInRow(to: 0)
        case (.end, []), (Keysym("e"), .control): moveInRow(to: Int.max)
        case (.home, .control): document.moveCaret(to: .init(row: 0, letter: 0))
        case (.end, .control): document.moveCaret(to: .init(row: Int.max, letter: Int.max))
        case (.up, []), (Keysym("p"), .control):
            if document.count == 1, caretPosition.row == 0, recall(-1) { break }
            moveVertically(by: -1, goal)
        case (.down, []), (Keysym("n"), .control):
            if document.count == 1, historyIndex != nil, recall(1) { break }
            moveVertically(by: 1, goal)
        case (.pageUp, []): moveVertically(by: -max(textRows - 1, 1), goal)
        case (.pageDown, []): moveVertically(by: max(textRows - 1, 1), goal)
        case (Keysym("p"), .alt): return ring(unless: recall(-1))
        case (Keysym("n"), .alt): return ring(unless: recall(1))
        case (Keysym("k"), .control): keepCut(document.killToEnd(), wasKilling, isBefore: false)
        case (Keysym("u"), .control): keepCut(document.killToStart(), wasKilling, isBefore: true)
        case (Keysym("w"), .control), (.backspace, .alt), (.backspace, .control):
            keepCut(document.killWord(), wasKilling, isBefore: true)
        case (Keysym("y"), .control): document.insert(killed)
        case (Keysym("_"), .control), (Keysym("u"), .alt):
            if !document.undo() { return complain(sentences.nothingToUndo) }
        case (Keysym("e"), .alt): return ring(unless: document.redo())
        case (Keysym("l"), .control): return [.redraw]
        case (Keysym("z"), .control): return [.suspend]
        case (Keysym("c"), .control): return complain(sentences.howToQuit)
        case (.escape, _): break
        default:
            guard !event.modifiers.isCommand, let scalar = event.keysym.scalar else { return [.ring] }
            document.insert(String(Character(scalar)))
        }
        return []
    }

    private func ring(unless isDone: Bool) -> [Effect] { isDone ? [] : [.ring] }

    private mutating func complain(_ text: String) -> [Effect] {
        message = text
        return [.ring]
    }

    /// Keeps what was cut; cuts that follow each other are kept together.
    private mutating func keepCut(_ text: String, _ wasKilling: Bool, isBefore: Bool) {
        guard !text.isEmpty else { return }
        killed = wasKilling ? (isBefore ? text + killed : killed + text) : text
        isKilling = true
    }

    /// Replaces the current line by the one `step` away in the history; false when there is none.
    private mutating func recall(_ step: Int) -> Bool {
        let index = (historyIndex ?? history.count) + step
        guard index >= 0, index <= history.count, !history.isEmpty else { return false }
        if historyIndex == nil { historyDraft = document.current.text }
        document.replaceLine(with: index == history.count ? historyDraft : history[index])
        historyIndex = index == history.count ? nil : index
        return true
    }

    // MARK: Rows of the screen

    /// How many rows the text has, below which stand the candidates and the status.
    var textRows: Int { max(1, rows - 1 - panel.count) }

    /// The caret in the rows of its own line.
    private var caretPosition: (row: Int, column: Int) {
        Layout(document.current.letters, width: columns).position(after: document.caret.letter)
    }

    private mutating func moveInRow(to column: Int) {
        let layout = Layout(document.current.letters, width: columns)
        let row = layout.position(after: document.caret.letter).row
        document.moveCaret(to: .init(row: document.row, letter: layout.letters(before: column, inRow: row)))
    }

    /// Moves the caret `count` rows of the screen down, or up, as near as possible to the column where it started.
    private mutating func moveVertically(by count: Int, _ goal: Int?) {
        let start = caretPosition
        let column = goal ?? start.column
        var line = document.row
        var row = start.row
        var left = abs(count)
        var layout = Layout(document.current.letters, width: columns)
        while left > 0 {
            if count > 0, row + 1 < layout.rows.count {
                row += 1
            } else if count < 0, row > 0 {
                row -= 1
            } else {
                let next = line + (count > 0 ? 1 : -1)
                guard (0..<document.count).contains(next) else { break }
                line = next
                layout = Layout(document[line].letters, width: columns)
                row = count > 0 ? 0 : layout.rows.count - 1
            }
            left -= 1
        }
        document.moveCaret(to: .init(row: line, letter: layout.letters(before: column, inRow: row)))
        goalColumn = column
    }
}
