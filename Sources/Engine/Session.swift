public import Composition

/// What one text field composes, and what a frontend needs around it.
///
///     var session = Session(engine)
///     session.behaviour.candidates = .onKey
///     _ = session.process(KeyEvent("a"))
///     _ = session.process(KeyEvent(.tab))
///     session.preedit.string    // "a"
///     session.page?.candidates  // words that begin with a, or mean it
///
/// What is to be done after a call stands in ``deletion``, ``committed``, ``preedit`` and ``forwardsKey``, in this order;
/// the frontends do it and decide nothing.
///
/// A value that belongs to one thread at a time. Typing allocates nothing unless candidates, words or the text around the
/// caret are used; without them a session costs a key no more than its composer.
public struct Session: Sendable {
    /// The engine it belongs to.
    public let engine: Engine
    package var composer: Composer
    /// How it behaves; to be changed between words.
    public var behaviour = SessionBehaviour() { didSet { update() } }
    /// What it is and what the frontend can do.
    public var capabilities: Capabilities = [.commitBeforeKey, .keyReturnsAtOnce] { didSet { update() } }
    /// The user's words, learned from and put first; nil for none.
    public var words: (any LearnedWords)? { didSet { update() } }
    /// The candidates shown; nil for none.
    public internal(set) var page: CandidatePage?
    /// How many code points before the caret are to be deleted, before anything is committed.
    public internal(set) var deletion = 0
    /// Whether the key is to be forwarded after the commit, since passing it on would put it in front.
    public private(set) var forwardsKey = false

    /// Whether keys are only composed: no candidates, learning or surrounding text are in use.
    package private(set) var composesOnly = true
    var surrounding = SurroundingText()
    /// The word committed last, what it stands as, and what was typed after it; nil when the caret may have moved.
    var last: LastWord?
    /// What stands in the document of the composition; nil when it is shown as a preedit.
    var inDocument: InDocument?
    var closedByHand = false
    var text = TextBuffer()

    /// How many candidates are looked for.
    static let candidateLimit = 50

    /// A session with nothing composed and every option at its default.
    public init(_ engine: Engine) {
        self.engine = engine
        composer = Composer(keymap: engine.keymap)
    }

    /// What goes into the document.
    public var committed: TextBuffer { inDocument == nil ? composer.committed : text }

    /// What is composed and not in the document; the caret is at its end.
    public var preedit: TextBuffer { inDocument == nil ? composer.preedit : TextBuffer() }

    // A frontend asks for these after each key, so they read in place: a getter that does not change the session would be
    // called on a copy of it, and a session is large.

    /// Whether candidates are shown.
    package var hasPage: Bool {
        @inline(__always) mutating get { page != nil }
    }

    /// Writes ``committed`` and ``preedit``, each with a NUL after it, to memory that has room for ``TextBuffer/capacity`` and
    /// 16 bytes.
    ///
    /// - Returns: How many bytes each has, and how many code points the preedit has.
    package mutating func copyTexts(
        committed: UnsafeMutableRawPointer, preedit: UnsafeMutableRawPointer
    ) -> (committed: Int, preedit: Int, codePoints: Int) {
        guard inDocument == nil else {
            _ = unsafe text.copy(to: committed)
            unsafe preedit.storeBytes(of: 0, as: UInt8.self)
            return (text.count, 0, 0)
        }
        if composer.committed.count == 0 {
            unsafe committed.storeBytes(of: 0, as: UInt8.self)
        } else {
            _ = unsafe composer.committed.copy(to: committed)
        }
        let codePoints = unsafe composer.preedit.copy(to: preedit)
        return (composer.committed.count, composer.preedit.count, codePoints)
    }

    /// Whether nothing is composed.
    public var isEmpty: Bool { composer.isEmpty }

    /// Sets an option of the keymap.
    ///
    /// - Returns: Whether the keymap has the option and the value; if not, nothing changes.
    public mutating func setOption(_ name: String, to value: String) -> Bool {
        composer.setOption(name, to: value)
    }

    /// The value of an option of the keymap, or nil when it has no such option.
    public func option(_ name: String) -> String? { composer.option(name) }

    /// The user's abbreviations; nil for none.
    public var macros: Macros? {
        get { composer.macros }
        set { composer.macros = newValue }
    }

    private mutating func update() {
        composesOnly =
            behaviour.candidates == .off && behaviour.surrounding == .off && words == nil
            && capabilities.intersection([.commitBeforeKey, .keyReturnsAtOnce, .password]) == [
                .commitBeforeKey, .keyReturnsAtOnce,
            ]
        if capabilities.contains(.password) { reset() }
        if composesOnly || !composesInDocument { inDocument = nil }
        if composesOnly { (page, last) = (nil, nil) }
    }

    var composesInDocument: Bool {
        behaviour.surrounding == .compose && capabilities.contains(.surroundingText)
    }

    // MARK: Calls

    /// Feeds one key to the session.
    ///
    /// - Returns: Whether the key is used up, and whether the document changes.
    /// - Complexity: O(*n*) in the number of letters being composed; candidates and words add what they cost.
    public mutating func process(_ event: KeyEvent) -> Response {
        composesOnly ? composer.process(event) : processWhole(event)
    }

    /// Answers a key that is released: nothing is to be done, and what is shown stays.
    public mutating func release() {
        begin()
        composer.clearCommitted()
        text.removeAll()
    }

    /// Ends the composition and leaves its text in ``committed``.
    public mutating func commit() {
        begin()
        composer.commit()
        noteFinished(KeyEvent(.escape), passedOn: false)
        end()
    }

    /// Drops the composition without committing it, and forgets what stands around the caret.
    ///
    /// The word committed last can still be taken up: applications reset a field at each BackSpace of their own, and what
    /// they say afterwards is compared with it.
    public mutating func reset() {
        begin()
        composer.reset()
        page = nil
        inDocument = nil
        surrounding.forget()
    }

    /// Drops the composition and all that is known of the document: the focus comes, or goes.
    public mutating func leave() {
        reset()
        last = nil
    }

    /// Words of the lexicons that begin with the composition or mean it, best first, each with its meaning.
    ///
    /// These are for a program that shows candidates of its own; they are not ``page``, which keys open and turn.
    ///
    /// - Complexity: O(*lexicons* · log *entries* + *limit*); allocates.
    public func candidates(limit: Int) -> [Candidate] {
        engine.candidates(for: composer.preedit.string, .words, limit: limit)
    }

    /// Takes the candidate numbered `index` of the page shown, and leaves its text in ``committed``.
    ///
    /// - Returns: False when there is none.
    public mutating func select(_ index: Int) -> Bool {
        guard let candidate = page?.candidate(at: index) else { return false }
        begin()
        take(candidate)
        end()
        return true
    }

    /// Takes `candidate` in place of the composition, and leaves its text in ``committed``.
    public mutating func select(_ candidate: Candidate) {
        begin()
        take(candidate)
        end()
    }

    /// Turns `step` pages on.
    ///
    /// - Returns: False when no candidates are shown.
    public mutating func turnPage(by step: Int) -> Bool {
        guard page != nil else { return false }
        begin()
        composer.clearCommitted()
        page?.turn(by: step)
        end()
        return true
    }

    /// Takes what the application says stands around the caret.
    ///
    /// - Parameters:
    ///   - text: Well-formed UTF-8; nil when it is not known any more.
    ///   - caret: The caret, in code points from the beginning.
    ///   - anchor: The other end of the selection.
    /// - Returns: False when there is no such place in the text.
    public mutating func setSurrounding(_ text: Span<UInt8>?, caret: Int, anchor: Int) -> Bool {
        let isThere = surrounding.set(text, caret: caret, anchor: anchor)
        inDocument?.hear(surrounding)
        return isThere
    }

    // MARK: A key

    private mutating func processWhole(_ event: KeyEvent) -> Response {
        begin()
        if capabilities.contains(.password) || event.keysym.isModifier {
            release()
            return Response(isConsumed: false, hasCommit: false)
        }
        beginInDocument()
        var response: Response
        if let choice = choose(event) {
            response = choice
        } else {
            takeUp(event)
            response = composer.process(event)
            noteFinished(event, passedOn: !response.isConsumed)
            if composer.isIdle { closedByHand = false }
            if !response.isConsumed, composer.committed.count == 0, !capabilities.contains(.keyReturnsAtOnce),
                let scalar = event.printable
            {
                // Passed on, it would be overtaken by the next word.
                composer.addToCommit(scalar)
                response.isConsumed = true
            }
        }
        end()
        if !response.isConsumed { inDocument?.forgetContext() }
        response.hasCommit =
            deletion > 0 || (inDocument == nil ? composer.committed.count > 0 : text.count > 0)
        if response.hasCommit, !response.isConsumed, !capabilities.contains(.commitBeforeKey) {
            forwardsKey = true
            response.isConsumed = true
        }
        return response
    }

    private mutating func begin() {
        deletion = 0
        forwardsKey = false
    }

    private mutating func end() {
        refreshCandidates()
        writeInDocument()
    }
}
