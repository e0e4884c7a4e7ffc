import Composition
import Bytes
import Catalogue
import Testing

@testable import Engine
import TestSupport

/// An application with a text field, as a frontend drives it: it does what the session says and nothing else.
struct Application {
    var session: Session
    var field = TextField()
    /// How many changes late it reports the text around the caret; nil when it never does.
    var delay: Int?
    private var past: [String] = [""]

    init(_ keymap: String, _ lexicons: [String] = [], delay: Int? = nil) throws {
        session = Session(
            Engine(
                keymap: try Repository.keymap(keymap),
                lexicons: try lexicons.map { try Repository.lexicon($0) }))
        self.delay = delay
        if delay != nil { session.capabilities.insert(.surroundingText) }
    }

    /// What stands before the caret.
    var document: String { field.text }
    /// Keys that the application got, by their keysym, forwarded or passed on.
    var keys: [UInt32] { field.keys }
    /// What the user sees.
    var screen: String { document + "[" + session.preedit.string + "]" }

    mutating func press(_ sequence: String) throws {
        for key in try KeySequence.parse(sequence) { press(key) }
    }

    mutating func press(_ key: KeyEvent) {
        if let delay {
            let reported = past[max(0, past.count - 1 - delay)]
            let points = reported.unicodeScalars.count
            _ = session.setSurrounding(Array(reported.utf8).span, caret: points, anchor: points)
        }
        let response = session.process(key)
        apply()
        if session.forwardsKey { field.receive(key) }
        if !response.isConsumed { field.receive(key) }
        past.append(document)
    }

    /// Clicks on the candidate numbered `index`.
    mutating func click(_ index: Int) -> Bool {
        let isThere = session.select(index)
        if isThere { apply() }
        return isThere
    }

    /// Clicks on an arrow beside the candidates.
    mutating func turn(by step: Int) -> Bool { session.turnPage(by: step) }

    mutating func apply() {
        field.delete(session.deletion)
        field.insert(session.committed.string)
    }
}

/// What a session does around its composer.
struct SessionTests {
    // MARK: Order

    @Test(
        arguments: [
            ("an{Return}", "an\n", [0xFF0D]), ("caan{Tab}", "cân\t", [0xFF09]),
            ("caan{Left}", "cân", [0xFF51]),
            ("caan{space}", "cân ", []), ("{Left}", "", [0xFF51]), ("{Control+c}", "", [0x63]),
        ] as [(String, String, [UInt32])])
    func `Without order a key that acts after a commit is forwarded, and else passed on`(
        keys: String, text: String, acted: [UInt32]
    ) throws {
        for capabilities in [[.commitBeforeKey, .keyReturnsAtOnce], .keyReturnsAtOnce] as [Capabilities] {
            var application = try Application("vi/telex")
            application.session.capabilities = capabilities
            try application.press(keys)
            #expect(application.document == text)
            #expect(application.keys == acted)
            let isForwarded = !acted.isEmpty && text != "" && !capabilities.contains(.commitBeforeKey)
            #expect(application.session.forwardsKey == isForwarded)
        }
    }

    @Test(arguments: [
        ("baan 12, {Return}", "bân 12, \n", [0xFF0D]), (" {KP_1}{Control+a}", " 1", [0xFFB1, 0x61]),
    ])
    func `Without promptness characters are committed and not passed on`(
        keys: String, text: String, acted: [UInt32]
    ) throws {
        var application = try Application("vi/telex")
        application.session.capabilities = [.commitBeforeKey]
        try application.press(keys)
        #expect(application.document == text)
        #expect(application.keys == acted)
    }

    @Test func `A word is taken up after a reset, and not after the focus went`() throws {
        for goes in [false, true] {
            var application = try Application("vi/telex", delay: 0)
            application.session.behaviour.surrounding = .reedit
            try application.press("tieengs ")
            if goes { application.session.leave() } else { application.session.reset() }
            try application.press("{BackSpace}")
            application.session.reset()
            try application.press("{BackSpace}")
            #expect(application.screen == (goes ? "tiến[]" : "[tiến]"))
        }
    }

    @Test func `A password field composes nothing and drops the composition`() throws {
        var application = try Application("vi/telex")
        try application.press("aa")
        application.session.capabilities.insert(.password)
        #expect(application.screen == "[]")
        try application.press("aas")
        #expect(application.document == "aas")
        application.session.capabilities.remove(.password)
        try application.press("aas")
        #expect(application.screen == "aas[ấ]")
    }

    // MARK: Candidates

    @Test func `Tab shows words that begin with the composition, and Return takes the highlighted one`()
        throws
    {
        var application = try Application("rad/telex", ["rad/core"])
        application.session.behaviour.candidates = .onKey
        try application.press("asa")
        #expect(application.session.page == nil)
        try application.press("{Tab}")
        let page = try #require(application.session.page)
        #expect(page.candidates.prefix(2).map(\.text) == ["asăp", "asâo"])
        #expect(page.candidates[1].gloss.contains("chó"))
        #expect(page.highlighted == 0)
        try application.press("{Down}")
        #expect(application.session.page?.highlighted == 1)
        try application.press("{Up}")
        #expect(application.session.page?.highlighted == 0)
        try application.press("{Down}{Return}")
        #expect(application.screen == "asâo[]")
        #expect(application.session.page == nil)
    }

    @Test func `One types by meaning`() throws {
        var application = try Application("rad/telex", ["rad/core"])
        application.session.behaviour.candidates = .onKey
        try application.press("nuwowcs{Shift+Tab}")
        #expect(application.session.page?.candidates.map(\.text).contains("êa") == true)
        try application.press("1")
        #expect(application.screen == "êa[]")
        try application.press("nuwowcs{Tab}{space}")
        #expect(application.screen == "êaêa []")
    }

    @Test func `While typing nothing is highlighted, and a figure is a figure`() throws {
        var application = try Application("rad/telex", ["rad/core"])
        application.session.behaviour.candidates = .whileTyping
        try application.press("asa")
        #expect(application.session.page?.highlighted == nil)
        #expect(application.session.page?.candidates.isEmpty == false)
        try application.press("{Return}")
        #expect(application.document == "asa\n")
        try application.press("asa1")
        #expect(application.document == "asa\nasa1")
        try application.press("asa{Alt+2}")
        #expect(application.document == "asa\nasa1asâo")
        try application.press("asa{Escape}")
        #expect(application.session.page == nil)
        try application.press("o")
        #expect(application.session.page == nil)
        #expect(application.session.preedit.string == "asao")
    }

    @Test func `Pages turn, and stop at the last`() throws {
        var application = try Application("rad/telex", ["rad/core"])
        application.session.behaviour.candidates = .onKey
        application.session.behaviour.pageSize = 3
        try application.press("a{Tab}")
        let first = try #require(application.session.page)
        #expect(first.candidates.count == 3)
        try application.press("{Page_Down}")
        #expect(application.session.page?.page == 1)
        #expect(application.session.page?.highlighted == 0)
        let isAtEnd = application.turn(by: .max)
        #expect(isAtEnd)
        #expect(application.session.page?.page == first.pageCount - 1)
        let isAtStart = application.turn(by: .min)
        #expect(isAtStart)
        #expect(application.session.page == first)
        for _ in 0..<3 { try application.press("{Tab}") }
        #expect(application.session.page?.page == 1)
        let isOutside = application.click(5)
        let isInside = application.click(0)
        #expect(!isOutside && isInside)
        #expect(application.document.isEmpty == false)
    }

    @Test func `In VNI a figure is a mark even beside candidates`() throws {
        var application = try Application("vi/vni", ["rad/core"])
        application.session.behaviour.candidates = .onKey
        try application.press("con{Tab}")
        #expect(application.session.page?.highlighted == 0)
        try application.press("1")
        #expect(application.session.preedit.string == "cón")
    }

    // MARK: The word before the caret

    @Test(arguments: [0, 1])
    func `BackSpace resumes the word committed last, with its keys`(delay: Int) throws {
        var application = try Application("vi/telex", delay: delay)
        application.session.behaviour.surrounding = .reedit
        try application.press("tooi tieengs {BackSpace}")
        #expect(application.screen == "tôi tiếng[]")
        // A late application may say so only now.
        if delay == 1 { return }
        try application.press("{BackSpace}")
        #expect(application.screen == "tôi [tiến]")
        try application.press("gf ")
        #expect(application.document == "tôi tiềng ")
    }

    @Test(arguments: [
        "tieengs,  {BackSpace}{BackSpace}{BackSpace}{BackSpace}",
        "tieengs? !{BackSpace}{BackSpace}{BackSpace}{BackSpace}",
    ])
    func `What was typed after the word goes first`(keys: String) throws {
        for capabilities in [[.commitBeforeKey, .keyReturnsAtOnce, .surroundingText], .surroundingText]
            as [Capabilities]
        {
            var application = try Application("vi/telex", delay: 0)
            application.session.behaviour.surrounding = .reedit
            application.session.capabilities = capabilities
            try application.press(keys)
            #expect(application.screen == "[tiến]")
        }
    }

    @Test(arguments: [
        "tieengs. {BackSpace}{BackSpace}{BackSpace}", "tieengs.{BackSpace}{BackSpace}",
    ])
    func `A sign held back for a macro is after the word too`(keys: String) throws {
        var application = try Application("vi/telex", delay: 0)
        application.session.behaviour.surrounding = .reedit
        application.session.macros = Macros([Macros.Entry(key: "...", expansion: "…")])
        try application.press(keys)
        #expect(application.screen == "[tiến]")
    }

    @Test(arguments: ["vi/telex", "vi/viqr", "rad/telex"])
    func `However a session writes, macros give the same text`(name: String) throws {
        let macros = MacroTypingTests.table
        let keys = Array("aeotdvsfknw1 ./->.- ".unicodeScalars)
        var random = SeededGenerator(0x6D76)
        var application = try Application(name, delay: 0)
        let fresh = application.session
        for number in 0..<600 {
            application.session = fresh
            application.field = TextField()
            application.session.macros = macros
            application.session.behaviour.surrounding = [.off, .reedit, .compose][number % 3]
            var field = Transcript(keymap: fresh.engine.keymap)
            field.composer.macros = macros
            for _ in 0..<Int.random(in: 1..<24, using: &random) {
                guard let key = keys.randomElement(using: &random) else { continue }
                application.press(KeyEvent(key))
                field.type(KeyEvent(key))
                #expect(application.document + application.session.preedit.string == field.shown)
            }
        }
    }

    @Test func `A word is not taken up when the application says that another one stands there`() throws {
        var application = try Application("vi/telex", delay: 0)
        application.session.behaviour.surrounding = .reedit
        try application.press("tieengs {BackSpace}")
        application.field = TextField("tiếng?")
        // What stands there is another text, as when the caret was moved.
        _ = application.session.setSurrounding(Array("tiếng?".utf8).span, caret: 6, anchor: 6)
        let response = application.session.process(KeyEvent(.backspace))
        #expect(!response.isConsumed)
        #expect(application.session.deletion == 0)
    }

    @Test(arguments: ["{Left}", "{Control+v}", "x "])
    func `A word is not taken up once the caret may have moved`(keys: String) throws {
        var application = try Application("vi/telex", delay: 0)
        application.session.behaviour.surrounding = .reedit
        try application.press("tieengs {BackSpace}" + keys)
        try application.press("{BackSpace}{BackSpace}{BackSpace}")
        #expect(application.session.preedit.isEmpty)
    }

    // MARK: Composing in the document

    @Test(arguments: [
        ("tieengs Vieetj ", "tiếng Việt "), ("nguwowif,", "người,"), ("text ", "text "), ("aaa ", "aa "),
        ("tieengs{BackSpace}{BackSpace}", "tiế"), ("asa{Return}b ", "ấ\nb "),
        ("tooi tieengs {BackSpace}{BackSpace}gf ", "tôi tiềng "),
    ])
    func `What is composed stands in the document, however late the application reports it`(
        keys: String, text: String
    ) throws {
        for delay in 0...4 where delay == 0 || !keys.contains(" {BackSpace}") {
            var application = try Application("vi/telex", delay: delay)
            application.session.behaviour.surrounding = .compose
            try application.press(keys)
            #expect(application.document == text, "reported \(delay) late")
            #expect(application.session.preedit.isEmpty)
        }
    }

    @Test func `Without the text around the caret there is a preedit`() throws {
        var application = try Application("vi/telex")
        application.session.behaviour.surrounding = .compose
        try application.press("tieengs")
        #expect(application.screen == "[tiếng]")
    }

    @Test func `Nothing is deleted that somebody else has written`() throws {
        var application = try Application("vi/telex", delay: 0)
        application.session.behaviour.surrounding = .compose
        try application.press("tie")
        // The application completes the word by itself.
        application.field = TextField("tiếp theo")
        _ = application.session.setSurrounding(Array("tiếp theo".utf8).span, caret: 9, anchor: 9)
        _ = application.session.process(KeyEvent("e"))
        application.apply()
        #expect(application.document == "tiếp theoe")
        #expect(application.session.deletion == 0)
    }

    @Test func `An application whose reports are always wrong is no longer believed`() throws {
        var application = try Application("vi/telex", delay: 1000)
        application.session.behaviour.surrounding = .compose
        try application.press("tieengs")
        // It is believed for a few keys, and then what stands there is left alone.
        try application.press("bcdghklmnp")
        #expect(application.document.hasSuffix("ghklmnp"))
    }

    // MARK: The user's words

    @Test func `Words that end are learned, and go before others`() throws {
        var application = try Application("rad/telex", ["rad/core"])
        let words = try UserWords(path: nil)
        application.session.words = words
        application.session.behaviour.candidates = .onKey
        try application.press("a{Tab}")
        let before = try #require(application.session.page).candidates.map(\.text)
        try application.press("{Escape}{Control+a}")
        try application.press("asaao ")
        #expect(words.count(of: "asâo") == 1)
        try application.press("a{Tab}")
        #expect(application.session.page?.candidates.first?.text == "asâo")
        #expect(before.first != "asâo")
    }

    @Test(arguments: [Capabilities.sensitive, .password])
    func `In a private field nothing is learned`(capability: Capabilities) throws {
        var application = try Application("vi/telex")
        let words = try UserWords(path: nil)
        application.session.words = words
        application.session.capabilities.insert(capability)
        try application.press("tieengs vieetj ")
        #expect(words.all.isEmpty)
    }

    @Test func `Only words of the language are learned`() throws {
        var application = try Application("vi/telex")
        let words = try UserWords(path: nil)
        application.session.words = words
        try application.press("tieengs text xyz 12 tieengs, ")
        #expect(words.all == [WordCounts.Word("tiếng", count: 2)])
    }

    @Test func `In a script of clusters only chosen words are learned`() throws {
        var application = try Application("blt-Tavt/phonetic", ["blt-Tavt/core"])
        let words = try UserWords(path: nil)
        application.session.words = words
        application.session.behaviour.candidates = .onKey
        try application.press("Ty ka ")
        #expect(words.all.isEmpty)
        try application.press("k{Tab}{Return}")
        #expect(words.all.map(\.count) == [1])
    }
}
