/// The sentences the editor says, so that they can be in the user's language.
public struct EditorWords: Sendable {
    /// Shown for the keymap when there is none.
    public var noKeymap = "no keymap"
    /// Shown for the file when there is none.
    public var noFile = "(text)"
    /// The keys, in a few words, with a file.
    public var keysWithFile = "F2 keymap · ^S save · ^Q quit · F1 help"
    /// The keys, in a few words, without a file.
    public var keysWithoutFile = "F2 keymap · ^D done · F1 help"
    /// The keys of the candidates.
    public var candidateKeys = "Tab choose · Enter take · Alt+1…9 take"
    /// The question before unsaved changes are lost.
    public var confirmQuit = "Unsaved changes. s: save and quit · d: discard · Escape: go on"
    /// Said after saving.
    public var saved = "saved"
    /// Said before the reason why saving failed.
    public var notSaved = "not saved: "
    /// Said when there is no file to save to.
    public var nothingToSave = "no file was given; Control+D writes the text out"
    /// Said when nothing can be taken back.
    public var nothingToUndo = "nothing to undo"
    /// Said when bytes come in that are no text.
    public var illFormed = "input that is not UTF-8 was left out"
    /// Said on Control+C.
    public var howToQuit = "Control+Q ends"
    /// The help, one line each, of at most 78 columns.
    public var help = [
        "F2, Control+Space    next keymap, then none",
        "Tab, Down            choose a candidate, or find words by their meaning",
        "                     Enter, Alt+1…9: take; PageDown: more; Escape: hide them",
        "Control+S            save the file",
        "Control+D, Control+Q end; the text goes to the output when there is no file",
        "arrows, Home, End, PageUp, PageDown; Control+Left, Control+Right: by word",
        "Backspace, Delete    take one letter away, with all its marks",
        "Control+K, U, W      cut to the end, the start, a word; Control+Y puts it back",
        "Control+_ , Alt+E    undo, redo",
        "Alt+P, Alt+N         lines of former texts",
        "Control+Z            the underlined word as typed; else stop ('fg' goes on)",
        "F1                   this help",
    ]

    /// The sentences in English.
    public init() {}
}
