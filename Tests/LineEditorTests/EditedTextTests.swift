import Composition
import LineEditor
import Testing

struct EditLineTests {
    /// A text, and what is left after each Backspace from its end.
    @Test(arguments: [
        ("ខ្ញុំ", ["ខ្ញុ", "ខ្ញ", "ខ", ""]), ("ນ້ຳ", ["ນ້", "ນ", ""]), ("ស្ត្រី", ["ស្ត្រ", "ស្ត", "ស", ""]),
        ("ក្រុង", ["ក្រុ", "ក្រ", "ក", ""]), ("น้ำ", ["น้", "น", ""]), ("ក្", ["ក", ""]),
        ("ကမ္ဘာ", ["ကမ္ဘ", "ကမ", "က", ""]),
        ("aê\u{306}", ["a", ""]), ("ꪀꪲ", [""]), ("ើក", ["ើ", ""]), ("e\u{302}\u{323}", [""]),
    ])
    func `Backspace deletes what the script counts as one`(_ text: String, _ steps: [String]) {
        var line = EditLine(text)
        var document = EditedText(text)
        document.moveCaret(to: .init(row: 0, letter: .max))
        for step in steps {
            line.deleteBackward()
            document.deleteBackward()
            #expect(line.text.unicodeScalars.elementsEqual(step.unicodeScalars), "\(line.text) \(step)")
            #expect(document.text.unicodeScalars.elementsEqual(step.unicodeScalars))
            #expect(line.text.unicodeScalars.last != "\u{17D2}")
        }
        let isDone = line.deleteBackward()
        #expect(!isDone)
        // All of it comes back.
        while document.undo() {}
        #expect(document.text.unicodeScalars.elementsEqual(text.unicodeScalars))
    }

    /// A text, and how many steps the caret takes over it.
    @Test(arguments: [
        ("ខ្ញុំ", 1), ("ស្ត្រី", 1), ("ក្រុង", 2), ("ນ້ຳ", 1), ("ក្ ញ", 3), ("ខ្ញុំស្រលាញ់", 4), ("ê\u{306}k", 2),
        ("កម្ពុជា", 3), ("မြန်မာ", 4),
    ])
    func `The caret steps over whole clusters`(_ text: String, _ count: Int) {
        var document = EditedText(text)
        var steps = 0
        while document.caret.letter < document.current.letters.count, steps < 20 {
            document.moveForward()
            steps += 1
        }
        #expect(steps == count)
        while document.caret.letter > 0 {
            document.moveBackward()
            steps -= 1
        }
        #expect(steps == 0)
        #expect(document.current.letters.joined().unicodeScalars.elementsEqual(text.unicodeScalars))
    }

    @Test func `A sign below that is typed joins the letter before it`() {
        var line = EditLine("ខ")
        line.insert("\u{17D2}")
        line.insert("ញ")
        #expect(line.letters.count == 1 && line.caret == 1)
        line.insert("ុ")
        #expect(line.letters.count == 1)
        // A line that is cut there joins again.
        line = EditLine("ខ្")
        line.insert(" ")
        line.insert("ញ")
        #expect(line.letters.count == 3)
        line.remove(1..<2)
        #expect(line.letters.count == 1)
    }

    @Test(arguments: [
        // before and after the caret, what is done, before and after the caret then
        ("ê\u{306}", "", "{BackSpace}", "", ""), ("aê\u{306}", "b", "{BackSpace}", "a", "b"),
        ("", "ê\u{306}a", "{Delete}", "", "a"), ("", "a", "{BackSpace}", "", "a"),
        ("a", "", "{Delete}", "a", ""),
        ("ab", "c", "{Left}{Left}x", "x", "abc"), ("ab", "c", "{Home}x{End}y", "xabcy", ""),
        ("e", "z", "{U0306}", "e\u{306}", "z"), ("꪿", "", "{BackSpace}", "", ""),
        ("a", "b", "{Right}{Right}", "ab", ""),
        ("a", "", "{Return}{Tab}{Control+k}{F5}", "a", ""),
    ])
    func `Keys edit letters`(
        _ before: String, _ after: String, _ keys: String, _ newBefore: String, _ newAfter: String
    ) throws {
        var line = EditLine(before)
        let caret = line.caret
        line.insert(after)
        line.moveCaret(to: caret)
        for event in try KeySequence.parse(keys) { line.apply(event) }
        #expect(line.textBeforeCaret == newBefore)
        #expect(line.textAfterCaret == newAfter)
    }

    @Test func `A mark put after a letter belongs to it, also when what stood between is taken away`() {
        var line = EditLine("ex\u{306}")
        line.moveCaret(to: 2)
        #expect(line.letters.count == 2)
        line = EditLine("e")
        line.insert("\u{306}")
        #expect(line.letters.count == 1)
        #expect(line.caret == 1)
        #expect(Array(line.text.unicodeScalars) == ["e", "\u{306}"])
    }

    @Test(arguments: [("ơ aê  amĭ", 6, 2, 9), ("ơ aê", 0, 0, 1), ("ơ aê", 4, 2, 4), ("", 0, 0, 0)])
    func `Words end at blanks`(_ text: String, _ caret: Int, _ start: Int, _ end: Int) {
        var line = EditLine(text)
        line.moveCaret(to: caret)
        #expect(line.wordStart == start)
        #expect(line.wordEnd == end)
    }
}

struct EditedTextTests {
    @Test func `Lines are ended and joined`() {
        var document = EditedText("ia\npít")
        #expect(document.count == 2)
        document.moveCaret(to: .init(row: 0, letter: 1))
        document.insert("1\n2\n3")
        #expect(document.text == "i1\n2\n3a\npít")
        #expect(document.caret == .init(row: 2, letter: 1))
        document.moveCaret(to: .init(row: 2, letter: 0))
        document.deleteBackward()
        #expect(document.text == "i1\n23a\npít")
        #expect(document.caret == .init(row: 1, letter: 1))
        document.moveCaret(to: .init(row: 1, letter: Int.max))
        document.deleteForward()
        #expect(document.text == "i1\n23apít")
        document.moveCaret(to: .init(row: Int.max, letter: Int.max))
        let isPastEnd = document.deleteForward()
        #expect(!isPastEnd)
        document.moveCaret(to: .init(row: Int.min, letter: Int.min))
        let isBeforeStart = document.deleteBackward()
        #expect(!isBeforeStart)
    }

    @Test func `The caret goes over line ends`() {
        var document = EditedText("a\nb")
        document.moveForward()
        document.moveForward()
        #expect(document.caret == .init(row: 1, letter: 0))
        document.moveBackward()
        #expect(document.caret == .init(row: 0, letter: 1))
    }

    @Test func `CR before LF is kept as it is`() {
        let document = EditedText("a\r\nb\n")
        #expect(document.count == 3)
        #expect(Array(document.text.utf8) == Array("a\r\nb\n".utf8))
    }

    @Test func `Words that were typed are taken back one by one`() {
        var document = EditedText()
        for letter in "ơ aê amĭ" { document.insert(String(letter)) }
        var states: [String] = []
        while document.undo() { states.append(document.text) }
        #expect(states == ["ơ aê ", "ơ ", ""])
        while document.redo() { states.append(document.text) }
        #expect(states.suffix(3) == ["ơ ", "ơ aê ", "ơ aê amĭ"])
        let hasMore = document.redo()
        #expect(!hasMore)
    }

    @Test func `Whether it differs from what was saved is known through undo and redo`() {
        var document = EditedText("a")
        #expect(!document.isChanged)
        document.insert("b")
        #expect(document.isChanged)
        document.undo()
        #expect(!document.isChanged)
        document.redo()
        document.markSaved()
        #expect(!document.isChanged)
        document.insert("c")
        #expect(document.isChanged)
        document.undo()
        #expect(!document.isChanged)
        document.undo()
        #expect(document.isChanged)
        document.insert("x")
        document.undo()
        #expect(document.isChanged)
    }

    @Test func `Any number of changes is taken back to the start and made again`() {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<200 {
            var document = EditedText("ơ aê\namĭ\n\nčư̆")
            let start = document.text
            for _ in 0..<60 {
                document.moveCaret(
                    to: .init(row: .random(in: -1...6), letter: .random(in: -1...8, using: &generator)))
                switch Int.random(in: 0..<8, using: &generator) {
                case 0: document.insert("ê\u{306}")
                case 1: document.insert("\u{306}")
                case 2: document.insert("a\nb")
                case 3: document.deleteBackward()
                case 4: document.deleteForward()
                case 5: _ = document.killToEnd()
                case 6: _ = document.killWord()
                default: _ = document.killToStart()
                }
                #expect(document.current.text == document[document.row])
                #expect(document.caret.letter <= document.current.letters.count)
            }
            let end = document.text
            while document.undo() {}
            #expect(Array(document.text.unicodeScalars) == Array(start.unicodeScalars))
            while document.redo() {}
            #expect(Array(document.text.unicodeScalars) == Array(end.unicodeScalars))
        }
    }
}
