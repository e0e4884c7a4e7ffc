import Text
import Composition
import Diagnostics
import Engine
import KeymapCompiler
import Lexicon
import LexiconCompiler
import LineEditor
import Bytes
import Catalogue
import Testing

/// An editor for tests: two keymaps, one with a lexicon.
enum Desk {
    static let keymap = """
        keymap 1
        language rad
        title Thử
        version 1.0
        licence CC0-1.0
        status draft
        source sample a keymap for tests
        letters vowel
          a e i o u
          ê = ee
          ă = aw
        letters consonant
          b c d g h k l m n r t
          đ = dd
        syllable Word
          onset [consonant]+
          rime [vowel]+
          rime [vowel]+[consonant]+
          syllables 3
        tests
          eea -> êa
          anawk -> anăk

        """

    static let lexicon = """
        lexicon 1
        language rad
        script Latn
        title Êđê
        licence CC0-1.0
        source sample words for tests
        columns headword vi
        entries
        êa\tnước
        êa drao\tthuốc
        anak\tcon

        """

    static func editor(
        _ text: String = "", lexicon: String = lexicon, file: String? = nil, history: [String] = [],
        rows: Int = 8, columns: Int = 40
    ) throws -> Editor {
        let compiled = KeymapCompiler.compile(SourceText(path: "test.keymap", keymap)) { _ in nil }
        let bytes = try #require(compiled.bytes, "\(compiled.diagnostics.map { $0.rendered() })")
        let words = LexiconCompiler.compile(SourceText(path: "test.lexicon", lexicon))
        let lexiconBytes = try #require(words.bytes, "\(words.diagnostics.map { $0.rendered() })")
        let map = try Keymap(Bytes(bytes))
        let plain = Engine(keymap: map)
        let helped = Engine(keymap: map, lexicons: [try Lexicon(Bytes(lexiconBytes))])
        return Editor(
            document: EditedText(text),
            keymaps: [.init(name: "rad/plain", engine: plain), .init(name: "rad/helped", engine: helped)],
            fileName: file, history: history, rows: rows, columns: columns)
    }
}

extension Editor {
    /// Presses `keys`, and returns the effects of the last of them.
    @discardableResult
    mutating func press(_ keys: String) throws -> [Effect] {
        var effects: [Effect] = []
        for event in try KeySequence.parse(keys) { effects = handle(.key(event)) }
        return effects
    }

    /// The rows of the frame without their colours and the blanks at their ends.
    var plainRows: [String] {
        frame().rows.map { row in
            var text = ""
            var isEscape = false
            for character in row {
                if character == "\u{1B}" { isEscape = true }
                if !isEscape { text.append(character) }
                if isEscape, character.isLetter { isEscape = false }
            }
            while text.last == " " { text.removeLast() }
            return text
        }
    }
}

struct EditorTests {
    @Test(arguments: [
        ("eea ", "êa "), ("eea{Return}anak{Return}", "êa\nanak\n"), ("eea{Left}{Left}b{Return}", "b\nêa"),
        ("ee{BackSpace}a ", "a "), ("eea {BackSpace}{BackSpace}", "ê"), ("dda{F2}{F2}dda", "đadda"),
        ("dda{Control+space}dda ", "đađa "), ("eea anak {Control+w}{Control+w}{Control+y}", "êa anak "),
        ("eea anak {Home}{Control+k}x {Control+y}", "x êa anak "),
        ("eea{Control+u}{Control+y}{Control+y}", "êaêa"),
        ("a b{Control+underscore}", "a "), ("a b {Control+underscore}{Alt+e}", "a b "), ("a{Tab}b ", "a\tb "),
        ("{Control+y}", ""), ("a {Alt+BackSpace}", ""), ("ab {Control+a}{Control+f}{Delete}", "a "),
        ("ee{Escape}", "ê"), ("đ", "đ"), ("ê{U0306}{BackSpace}", ""),
    ])
    func `Keys write and edit`(_ keys: String, _ text: String) throws {
        var editor = try Desk.editor()
        try editor.press(keys)
        editor.commit()
        #expect(editor.document.text == text)
        #expect(editor.preedit == "")
    }

    @Test(arguments: [("na ", "anak "), ("Na{F2}na.", "Anakanak."), ("na{Control+s}na{Escape}", "anakna")])
    func `Abbreviations are put in under every keymap`(_ keys: String, _ text: String) throws {
        let desk = try Desk.editor()
        var editor = Editor(
            keymaps: desk.keymaps, macros: Macros([Macros.Entry(key: "na", expansion: "anak")]))
        try editor.press(keys)
        editor.commit()
        #expect(editor.document.text == text)
    }

    @Test func `The preedit is underlined in its place, and the cursor stands after it`() throws {
        var editor = try Desk.editor("ana")
        try editor.press("{Right}{Right}ee")
        let frame = editor.frame()
        #expect(frame.rows[0] == "an\u{1B}[4mê\u{1B}[0ma")
        #expect(frame.cursorRow == 0)
        #expect(frame.cursorColumn == 3)
        #expect(editor.document.text == "ana")
        try editor.press("{Return}")
        #expect(editor.document.text == "anê\na")
    }

    @Test func `A preedit that goes over the end of the row is underlined on both rows`() throws {
        var editor = try Desk.editor("bbbbbb", columns: 8)
        try editor.press("{End}anawk")
        let rows = editor.frame().rows
        #expect(rows[0] == "bbbbbb\u{1B}[4man")
        #expect(rows[1] == "\u{1B}[4măk\u{1B}[0m")
        #expect(editor.frame().cursorRow == 1)
        #expect(editor.frame().cursorColumn == 2)
    }

    @Test(arguments: [
        ("{Tab}{Return}", "êa"), ("{Tab}{Tab}{Return}", "êa drao"), ("{Down}{Down}{Up}{Return}", "êa"),
        ("{Alt+2}", "êa drao"), ("{Shift+Tab}{Return}", "êa drao"), ("{Tab}{Tab}{Tab}{Return}", "êa"),
        ("{Escape}{Return}", "ê\n"), ("{Return}", "ê\n"), ("{Tab}{Escape}{Return}", "ê\n"), ("{Alt+9}", "ê"),
        ("{Tab}m ", "êm "),
    ])
    func `A candidate is chosen or left`(_ keys: String, _ text: String) throws {
        var editor = try Desk.editor()
        try editor.press("{F2}ee")
        #expect(editor.candidates.map(\.text) == ["êa", "êa drao"])
        #expect(editor.plainRows.contains("  1  êa       nước"))
        #expect(editor.plainRows.contains("  2  êa drao  thuốc"))
        try editor.press(keys)
        editor.commit()
        #expect(editor.document.text == text)
        #expect(editor.candidates.isEmpty)
    }

    @Test(arguments: [
        ("ee{Tab}2", "êa drao"), ("ee{Tab}{space}", "êa "), ("con{Tab}1", "anak"),
    ])
    func `Candidates are chosen as on the desktop, and found by their meaning`(
        _ keys: String, _ text: String
    ) throws {
        var editor = try Desk.editor()
        try editor.press("{F2}" + keys)
        #expect(editor.preedit == "")
        #expect(editor.document.text == text)
    }

    @Test func `Candidates come in pages`() throws {
        let words = (1...8).map { "an\(String(repeating: "a", count: $0))\tword \($0)\n" }.joined()
        var editor = try Desk.editor(lexicon: Desk.lexicon + words, rows: 12, columns: 100)
        try editor.press("{F2}an")
        #expect(editor.candidates.count == Editor.pageSize)
        #expect(editor.plainRows.last?.contains(" · 1/2") == true)
        let first = editor.candidates
        try editor.press("{Next}")
        #expect(editor.candidates.count == 3)
        #expect(editor.plainRows.last?.contains(" · 2/2") == true)
        try editor.press("{Prior}")
        #expect(editor.candidates == first)
        try editor.press("{Alt+1}")
        #expect(editor.document.text == first.first?.text)
    }

    @Test(arguments: [true, false])
    func `What was written before comes first, and is learned only when it may be`(_ learns: Bool) throws {
        let desk = try Desk.editor(lexicon: Desk.lexicon + "êan\tword\n")
        let words = try UserWords(path: nil)
        try words.add([.init("êan", count: 1)])
        let helped = try #require(desk.keymaps.last?.engine)
        var editor = Editor(
            keymaps: [.init(name: "rad/helped", engine: helped, words: words)], learns: learns)
        try editor.press("ee")
        #expect(editor.candidates.map(\.text) == ["êan", "êa", "êa drao"])
        try editor.press("a ee")
        #expect(editor.candidates.map(\.text).first == (learns ? "êa" : "êan"))
        try editor.press("{Tab}{Return}")
        #expect(
            words.all
                == (learns ? [.init("êa", count: 2), .init("êan", count: 1)] : [.init("êan", count: 1)]))
    }

    @Test func `The chosen candidate is shown in inverse`() throws {
        var editor = try Desk.editor()
        try editor.press("{F2}ee{Tab}")
        #expect(editor.frame().rows.contains { $0.contains("\u{1B}[7m 1  êa       nước \u{1B}[0m") })
    }

    @Test func `The status names the keymap, the file and unsaved changes`() throws {
        var editor = try Desk.editor("a", file: "thư.txt", columns: 100)
        #expect(editor.plainRows.last?.hasPrefix(" thư.txt │ rad/plain Thử │ 1:1 │ F2 keymap") == true)
        try editor.press("{F2}b ")
        #expect(editor.plainRows.last?.hasPrefix(" thư.txt * │ rad/helped Thử │ 1:3") == true)
        try editor.press("{F2}")
        #expect(editor.plainRows.last?.contains("│ no keymap │") == true)
        let effects1 = try editor.press("{Control+s}")
        #expect(effects1 == [.save])
        editor.didSave()
        #expect(editor.plainRows.last?.hasPrefix(" thư.txt │") == true)
        #expect(editor.plainRows.last?.hasSuffix("│ saved") == true)
        editor.resize(rows: 8, columns: 24)
        #expect(editor.frame().rows.last.map { DisplayWidth.of($0) } ?? 0 > 0)
    }

    @Test func `Unsaved changes are asked about`() throws {
        var editor = try Desk.editor("a", file: "thư.txt")
        let effects2 = try editor.press("{Control+q}")
        #expect(effects2 == [.quit])
        try editor.press("b")
        let effects3 = try editor.press("{Control+q}")
        #expect(effects3 == [])
        #expect(editor.plainRows.last?.contains("Unsaved changes") == true)
        let effects4 = try editor.press("x")
        #expect(effects4 == [.ring])
        let effects5 = try editor.press("{Escape}")
        #expect(effects5 == [])
        #expect(editor.document.text == "ba")
        let effects6 = try editor.press("{Control+d}s")
        #expect(effects6 == [.saveAndQuit])
        let effects7 = try editor.press("{Control+d}d")
        #expect(effects7 == [.quit])
    }

    @Test func `Without a file, Control+D ends with what was being composed`() throws {
        var editor = try Desk.editor()
        let effects8 = try editor.press("eea{Control+d}")
        #expect(effects8 == [.quit])
        #expect(editor.document.text == "êa")
        let effects9 = try editor.press("{Control+s}")
        #expect(effects9 == [.ring])
    }

    @Test func `Up and Down recall lines of former texts, and the line begun comes back`() throws {
        var editor = try Desk.editor(history: ["một", "hai"])
        try editor.press("b{Up}")
        #expect(editor.document.text == "hai")
        try editor.press("{Up}{Up}")
        #expect(editor.document.text == "một")
        try editor.press("{Down}{Down}")
        #expect(editor.document.text == "b")
        try editor.press("{Return}{Alt+p}")
        #expect(editor.document.text == "b\nhai")
        try editor.press("{Up}")
        #expect(editor.document.caret.row == 0)
    }

    @Test func `A paste ends the composition and keeps its lines`() throws {
        var editor = try Desk.editor()
        try editor.press("ee")
        editor.handle(.paste("x\ny"))
        #expect(editor.document.text == "êx\ny")
        let effects10 = editor.handle(.illFormed(2))
        #expect(effects10 == [.ring])
        #expect(editor.plainRows.last?.contains("not UTF-8") == true)
    }

    @Test(arguments: [
        ("một", "r", "hai\nba", [Editor.Effect.restored]), ("một", "d", "một", [.deleteOffered]),
        ("một", "{Escape}", "một", []), ("", "R", "hai\nba", [.restored]), ("một", "x", "một", [.ring]),
        ("một", "{Control+q}", "một", [.quit]),
    ])
    func `A text that was not saved is offered`(
        _ text: String, _ key: String, _ result: String, _ expected: [Editor.Effect]
    ) throws {
        var editor = try Desk.editor(text, file: "thư.txt", columns: 90)
        editor.offer("hai\nba")
        #expect(editor.plainRows.last?.contains("r: restore") == true)
        let effects = try editor.press(key)
        #expect(effects == expected)
        #expect(editor.document.text == result)
        #expect(editor.document.isChanged == (result != text))
        if expected == [.restored] {
            try editor.press("{Control+underscore}")
            #expect(editor.document.text == text)
        }
    }

    @Test func `A paste that makes a line beyond any sense is refused, and the text stays`() throws {
        var editor = try Desk.editor("ia", columns: 90)
        let long = String(repeating: "ê", count: Editor.lineLimit / 2)
        for text in [long, "x\n\(long)\u{301}a\ny", long + "\n"] {
            let effects = editor.handle(.paste(text))
            #expect(effects == (text == long + "\n" ? [] : [.ring]))
            let isRefused = editor.plainRows.last?.contains("longer than 256 KiB") == true
            #expect(isRefused == (text != long + "\n"))
        }
        #expect(editor.document.count == 2)
        let effects = editor.handle(.tooLong(1 << 25))
        #expect(effects == [.ring])
        #expect(editor.plainRows.last?.contains("16 MiB") == true)
    }

    @Test(arguments: ["ê\u{306}", "e\u{302}\u{306}", "ꪀꪲ", "ក\u{17B7}", "u\u{31B}\u{323}"])
    func `A letter with marks in the last column is drawn with wrapping on`(_ letter: String) throws {
        let full = try Desk.editor("abcdefghi" + letter, columns: 10).frame().rows[0]
        #expect(full.unicodeScalars.elementsEqual("abcdefghi\u{1B}[?7h\(letter)\u{1B}[?7l".unicodeScalars))
        for text in ["abcdefgh" + letter, "abcdefghij", letter + "bcdefghij"] {
            #expect(!(try Desk.editor(text, columns: 10).frame().rows[0].unicodeScalars.contains("?")))
        }
    }

    @Test func `A text longer than the screen is scrolled with the caret`() throws {
        var editor = try Desk.editor((1...30).map { "line \($0)" }.joined(separator: "\n"), rows: 6)
        #expect(editor.plainRows[0] == "line 1")
        try editor.press("{Next}")
        #expect(editor.document.caret.row == 4)
        try editor.press("{Control+End}")
        #expect(editor.plainRows[4] == "line 30")
        #expect(editor.frame().cursorRow == 4)
        try editor.press("{Up}{Up}{Up}{Up}")
        #expect(editor.plainRows[0] == "line 26")
        try editor.press("{Up}")
        #expect(editor.plainRows[0] == "line 25")
        #expect(editor.frame().cursorRow == 0)
        try editor.press("{Control+Home}")
        #expect(editor.plainRows[0] == "line 1")
        editor.resize(rows: 3, columns: 40)
        #expect(editor.frame().rows.count == 3)
    }

    @Test func `A long line is broken by width, and Up and Down go by rows`() throws {
        var editor = try Desk.editor("字字字字字abcdefghi\nx", columns: 8)
        #expect(Array(editor.plainRows.prefix(4)) == ["字字字字", "字abcdef", "ghi", "x"])
        try editor.press("{Right}{Right}{Down}")
        #expect(editor.document.caret == .init(row: 0, letter: 7))
        try editor.press("{Down}{Down}")
        #expect(editor.document.caret == .init(row: 1, letter: 1))
        try editor.press("{Up}")
        #expect(editor.frame().cursorRow == 2)
        #expect(editor.frame().cursorColumn == 3)
    }

    @Test func `Control characters of a file are pictures and never reach the terminal`() throws {
        let editor = try Desk.editor("a\u{1B}[31mb\u{7F}\u{9B}c\td")
        #expect(editor.frame().rows[0] == "a␛[31mb␡\u{FFFD}c      d")
    }

    @Test func `Tabs reach the next eighth column`() throws {
        var editor = try Desk.editor("ab\tc")
        try editor.press("{End}")
        #expect(editor.frame().rows[0] == "ab      c")
        #expect(editor.frame().cursorColumn == 9)
    }

    @Test func `Help is shown until the next key`() throws {
        var editor = try Desk.editor(rows: 24, columns: 80)
        try editor.press("{F1}")
        #expect(editor.plainRows.contains { $0.contains("undo, redo") })
        for sentences in [EditorSentences.english, .vietnamese] {
            #expect(sentences.help.allSatisfy { DisplayWidth.of($0) <= 78 })
        }
        try editor.press("b")
        #expect(!editor.plainRows.contains { $0.contains("undo, redo") })
        #expect(editor.preedit == "")
    }

    /// What a reader is asked for, and what it answers.
    private func read(_ editor: inout Editor) -> LineToRead? {
        guard let line = editor.lineToRead else { return nil }
        editor.show(["\(line.text)@\(line.caret)", "second"], of: line)
        return line
    }

    @Test func `The words of the line are shown below it, and are those of what is typed`() throws {
        var editor = try Desk.editor("anak\nmột", rows: 12)
        #expect(editor.lineToRead == nil)
        try editor.press("{F3}")
        let line = try #require(read(&editor))
        #expect((line.text, line.caret, line.language, line.columns) == ("anak", 0, "rad", 39))
        // The same line is not asked for again.
        #expect(editor.lineToRead == nil)
        #expect(editor.plainRows.suffix(3).prefix(2) == [" anak@0", " second"])
        #expect(editor.plainRows.last?.contains("F3 hide words") == true)
        try editor.press("ee")
        #expect(read(&editor)?.text == "êanak")
        #expect(editor.plainRows.contains(" êanak@1"))
        try editor.press("{Down}")
        #expect(read(&editor)?.text == "một")
        try editor.press("{F2}{F2}")
        #expect(read(&editor)?.language == nil)
    }

    @Test(arguments: ["{F3}", "{Escape}"])
    func `The words of the line are hidden again`(_ key: String) throws {
        var editor = try Desk.editor("anak", rows: 12)
        try editor.press("{F3}")
        _ = read(&editor)
        try editor.press(key)
        #expect(!editor.plainRows.contains(" second"))
        #expect(editor.lineToRead == nil)
    }

    @Test func `Candidates stand in the place of the words of the line`() throws {
        var editor = try Desk.editor(rows: 12)
        try editor.press("{F2}{F3}ee")
        _ = read(&editor)
        #expect(editor.plainRows.contains { $0.contains("nước") })
        #expect(!editor.plainRows.contains(" second"))
        try editor.press("{Escape}")
        #expect(editor.plainRows.contains(" second"))
    }

    @Test func `Of a long line the part around the caret is read`() throws {
        var editor = try Desk.editor(String(repeating: "a", count: 5000), rows: 12)
        try editor.press("{F3}{Control+End}")
        #expect(editor.lineToRead?.text.count == 1000)
    }

    @Test func `Whatever is pressed, the frame fits the screen and the cursor is in it`() throws {
        let keys = [
            "a", "e", "d", "w", " ", "k", "{BackSpace}", "{Return}", "{Left}", "{Up}", "{Down}", "{F2}",
            "{F3}",
            "{Tab}",
            "{Control+k}", "{Control+y}", "{Control+underscore}", "{Alt+e}", "{Next}", "{Prior}", "{U0306}",
            "{U5B57}",
            "{Escape}", "{Alt+1}", "{End}", "{Home}", "{Control+w}", "{F1}",
        ]
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<30 {
            let columns = Int.random(in: 0...30, using: &generator)
            let rows = Int.random(in: 0...9, using: &generator)
            var editor = try Desk.editor("字字字 ê\u{306}\n\u{306}x", rows: rows, columns: columns)
            var pressed = ""
            for _ in 0..<150 {
                let key = keys.randomElement(using: &generator) ?? "a"
                pressed += key
                try editor.press(key)
                let frame = editor.frame()
                #expect(frame.rows.count == max(rows, 2), "\(pressed)")
                #expect(editor.plainRows.allSatisfy { DisplayWidth.of($0) <= max(columns, 8) }, "\(pressed)")
                #expect((0..<max(rows, 2)).contains(frame.cursorRow), "\(pressed)")
                #expect((0..<max(columns, 8)).contains(frame.cursorColumn), "\(pressed)")
            }
        }
    }
}

struct ScreenTests {
    @Test func `Only rows that changed are drawn`() {
        var screen = Screen()
        let first = Frame(rows: ["a", "b"], cursorRow: 0, cursorColumn: 1)
        let drawn11 = screen.render(first)
        #expect(drawn11.contains("\u{1B}[2J"))
        let drawn12 = screen.render(first)
        #expect(drawn12 == "\u{1B}[?25l\u{1B}[1;2H\u{1B}[?25h")
        let second = Frame(rows: ["a", "c"], cursorRow: 1, cursorColumn: 0)
        #expect(
            screen.render(second) == "\u{1B}[?25l\u{1B}[2;1H\u{1B}[0m\u{1B}[Kc\u{1B}[0m\u{1B}[2;1H\u{1B}[?25h"
        )
        let third = Frame(rows: ["a"], cursorRow: 0, cursorColumn: 0)
        let drawn13 = screen.render(third)
        #expect(drawn13.contains("\u{1B}[2;1H\u{1B}[K"))
        screen.invalidate()
        let drawn14 = screen.render(third)
        #expect(drawn14.contains("\u{1B}[2J"))
    }

    @Test func `Letters that look alike but are spelled otherwise are drawn again`() {
        var screen = Screen()
        _ = screen.render(Frame(rows: ["\u{EA}"], cursorRow: 0, cursorColumn: 0))
        let drawn = screen.render(Frame(rows: ["e\u{302}"], cursorRow: 0, cursorColumn: 0))
        #expect(drawn.unicodeScalars.contains("\u{302}"))
    }
}
