public import Composition

/// A text field as a frontend sees it: a session, and what it needs around it.
///
///     var field = Field(engine)
///     field.behaviour.candidates = .onKey
///     _ = field.process(KeyEvent("a"))
///     _ = field.process(KeyEvent(.tab))
///     field.page?.candidates  // words that begin with a, or mean it
///
/// What is to be done after a call stands in ``deletion``, ``committed``, ``preedit`` and ``forwardsKey``, in this order;
/// the frontends do it and decide nothing. A field of which nothing is asked costs a key no more than its ``Session``.
public struct Field: Sendable {
    package var session: Session
    /// How it behaves; to be changed between words.
    public var behaviour = FieldBehaviour() { didSet { update() } }
    /// What it is and what the frontend can do.
    public var capabilities: Capabilities = [.ordered, .prompt] { didSet { update() } }
    /// The user's words, learned from and put first; nil for none.
    public var words: (any LearnedWords)? { didSet { update() } }
    /// The candidates shown; nil for none.
    public private(set) var page: CandidatePage?
    /// How many code points before the caret are to be deleted, before anything is committed.
    public private(set) var deletion = 0
    /// Whether the key is to be forwarded after the commit, since passing it on would put it in front.
    public private(set) var forwardsKey = false

    /// Whether nothing but the session is asked for.
    package private(set) var isBare = true
    private var surrounding = SurroundingText()
    /// The word committed last, what it stands as, and what was typed after it; nil when the caret may have moved.
    private var last: LastWord?
    /// What stands in the document of the composition; nil when it is shown as a preedit.
    private var inDocument: InDocument?
    private var closedByHand = false
    private var text = TextBuffer()

    /// How many candidates are looked for.
    static let candidateLimit = 50

    /// A field with nothing composed.
    public init(_ engine: Engine) { session = Session(engine) }

    /// Whether candidates are shown; kept, because whoever asks for it would ask a copy of the whole field.
    package private(set) var hasPage = false
    /// Whether the composition stands in the document, where each key replaces what it changes; kept likewise.
    package private(set) var isInDocument = false

    /// What goes into the document.
    public var committed: TextBuffer { isInDocument ? text : session.composer.committed }

    /// What is composed and not in the document; the caret is at its end.
    public var preedit: TextBuffer { isInDocument ? TextBuffer() : session.composer.preedit }

    private mutating func update() {
        isBare =
            behaviour.candidates == .off && behaviour.surrounding == .off && words == nil
            && capabilities.intersection([.ordered, .prompt, .password]) == [.ordered, .prompt]
        if capabilities.contains(.password) { reset() }
        if isBare || !composesInDocument { inDocument = nil }
        if isBare { (page, last) = (nil, nil) }
        keep()
    }

    private mutating func keep() {
        hasPage = page != nil
        isInDocument = inDocument != nil
    }

    private var composesInDocument: Bool {
        behaviour.surrounding == .compose && capabilities.contains(.surroundingText)
    }

    // MARK: Calls

    /// Feeds one key to the field.
    ///
    /// - Returns: Whether the key is used up, and whether there is text to commit.
    public mutating func process(_ event: KeyEvent) -> Response {
        isBare ? session.composer.process(event) : processWhole(event)
    }

    /// A key that changes nothing, such as one that is let go.
    public mutating func ignore() { begin() }

    /// Ends the composition and leaves its text in ``committed``.
    public mutating func commit() {
        begin()
        session.composer.commit()
        noteFinished(KeyEvent(.escape), session.composer.standing())
        end()
    }

    /// Drops the composition, and forgets what stands around the caret.
    ///
    /// The word committed last can still be taken up: applications reset a field at each BackSpace of their own, and what
    /// they say afterwards is compared with it.
    public mutating func reset() {
        begin()
        session.reset()
        page = nil
        inDocument = nil
        surrounding.forget()
        keep()
    }

    /// Drops the composition and all that is known of the document: the focus comes, or goes.
    public mutating func leave() {
        reset()
        last = nil
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

    /// Takes `candidate` in place of the composition.
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
        session.composer.clearCommitted()
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
            session.composer.clearCommitted()
            text.removeAll()
            return Response(isConsumed: false, hasCommit: false)
        }
        beginInDocument()
        var response: Response
        if let choice = choose(event) {
            response = choice
        } else {
            takeUp(event)
            response = session.composer.process(event)
            let standing = session.composer.standing()
            noteFinished(event, standing, passedOn: !response.isConsumed)
            if standing.isEmpty { closedByHand = false }
            if !response.isConsumed, !standing.hasCommit, !capabilities.contains(.prompt),
                let scalar = event.printable
            {
                // Passed on, it would be overtaken by the next word.
                session.composer.addToCommit(scalar)
                response.isConsumed = true
            }
        }
        end()
        if !response.isConsumed { inDocument?.forgetContext() }
        response.hasCommit =
            deletion > 0 || (isInDocument ? text.count > 0 : session.composer.committed.count > 0)
        if response.hasCommit, !response.isConsumed, !capabilities.contains(.ordered) {
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
        keep()
    }

    // MARK: Candidates

    /// Does what `event` asks of the candidates; nil when it asks nothing of them.
    private mutating func choose(_ event: KeyEvent) -> Response? {
        guard behaviour.candidates != .off, !session.composer.standing().isEmpty else { return nil }
        let used = Response(isConsumed: true, hasCommit: false)
        guard let shown = page else {
            if event.means(behaviour.meaningKey) {
                open(.meanings)
            } else if event.means(behaviour.candidateKey) {
                open(.wordsAndMeanings)
            } else {
                return nil
            }
            // Where nothing is found the key is the application's, as if nobody had asked.
            guard page != nil else { return nil }
            session.composer.clearCommitted()
            return used
        }
        switch event.keysym {
        case .tab where !event.modifiers.isCommand && !event.modifiers.contains(.shift), .down:
            page?.move(by: 1)
        case .tab where event.modifiers.contains(.shift), .leftTab, .up: page?.move(by: -1)
        case .pageDown: page?.turn(by: 1)
        case .pageUp: page?.turn(by: -1)
        case .escape:
            page = nil
            closedByHand = true
        case .return:
            guard let candidate = shown.chosenCandidate else { return nil }
            take(candidate)
            return used
        case .space:
            guard let candidate = shown.chosenCandidate else { return nil }
            take(candidate)
            session.composer.addToCommit(" ")
            return used
        default:
            if event.means(behaviour.meaningKey) {
                open(.meanings)
            } else {
                guard let index = label(event, shown), let candidate = shown.candidate(at: index) else {
                    return nil
                }
                take(candidate)
                return used
            }
        }
        session.composer.clearCommitted()
        return used
    }

    /// Which candidate of the page a figure means: with Alt always, alone where it can mean nothing else.
    private func label(_ event: KeyEvent, _ shown: CandidatePage) -> Int? {
        guard let scalar = event.keysym.scalar, ("0"..."9").contains(scalar) else { return nil }
        let isWithAlt = event.modifiers.contains(.alt) && !event.modifiers.contains(.control)
        let isAlone = !event.modifiers.isCommand && shown.chosen != nil && !session.engine.keymap.usesFigures
        guard isWithAlt || isAlone else { return nil }
        return scalar == "0" ? 9 : Int(scalar.value) - 0x31
    }

    private mutating func open(_ kind: CandidatePage.Kind) {
        page = found(kind, isAsked: true)
    }

    private mutating func refreshCandidates() {
        guard behaviour.candidates != .off else { return }
        guard !session.composer.standing().isEmpty else { return page = nil }
        if let shown = page, shown.isAsked {
            let new = found(shown.kind, isAsked: true)
            if new?.all != shown.all { page = new }
        } else if behaviour.candidates == .whileTyping, !closedByHand {
            let new = found(.words, isAsked: false)
            if new?.all != page?.all { page = new }
        }
    }

    private func found(_ kind: CandidatePage.Kind, isAsked: Bool) -> CandidatePage? {
        let found = session.engine.candidates(
            for: session.preedit.string, kind, words: words, limit: Field.candidateLimit)
        guard !found.isEmpty else { return nil }
        return CandidatePage(found, kind, size: min(max(behaviour.pageSize, 1), 10), isAsked: isAsked)
    }

    private mutating func take(_ candidate: Candidate) {
        session.select(candidate)
        page = nil
        last = nil
        learn(candidate.text)
    }

    private func learn(_ word: String) {
        guard let words, capabilities.isDisjoint(with: [.password, .sensitive]) else { return }
        words.note(word)
    }

    // MARK: The word before the caret

    /// Remembers the word that ended with this key, and what stands after it.
    private mutating func noteFinished(
        _ event: KeyEvent, _ standing: Composer.Standing, passedOn: Bool = false
    ) {
        guard standing.hasFinished, standing.hasCommit else {
            guard standing.isEmpty else { return last = nil }
            if passedOn || standing.hasCommit { follow(event) }
            return
        }
        if words != nil, session.composer.finished.isWhole { learn(session.composer.finishedText.string) }
        if behaviour.surrounding != .off {
            // A key that the application takes may move the caret.
            last =
                passedOn
                ? nil
                : LastWord(
                    session.composer.finished, session.composer.finishedText,
                    after: session.composer.textAfterFinished)
        }
        session.composer.forgetFinished()
    }

    /// Keeps up with a key that ended no word: a character comes after the last one, BackSpace takes one away; any other key
    /// ends what is known of it.
    private mutating func follow(_ event: KeyEvent) {
        guard last != nil else { return }
        if let scalar = event.printable {
            last?.add(scalar)
        } else if event.keysym == .backspace, !event.modifiers.isCommand {
            last?.removeAfter()
        } else {
            last = nil
        }
        if last?.isGone == true { last = nil }
    }

    /// Where the key is BackSpace right after the word committed last, composes that word again in the document's place.
    private mutating func takeUp(_ event: KeyEvent) {
        guard behaviour.surrounding != .off, event.keysym == .backspace, !event.modifiers.isCommand,
            let last, session.composer.standing().isEmpty, last.after.isEmpty,
            capabilities.contains(.surroundingText),
            surrounding.ends(with: last.text.array)
        else { return }
        guard session.composer.resume(last.word, committedAs: last.text) else { return }
        self.last = nil
        if inDocument != nil {
            inDocument?.takeUp(last.text)
        } else {
            deletion = last.text.codePoints
            surrounding.forget()
        }
    }

    // MARK: Composing in the document

    private mutating func beginInDocument() {
        guard composesInDocument else { return }
        if inDocument == nil {
            // In mid-word a preedit is shown already; the next word begins in the document.
            guard session.composer.standing().isEmpty, surrounding.before != nil else { return }
            inDocument = InDocument()
        }
        guard let document = inDocument, !document.shown.isEmpty else { return }
        if !document.agrees(with: surrounding) {
            // Somebody else has changed the text: what stands there stays, and a new word begins.
            session.reset()
            inDocument = InDocument()
        }
    }

    private mutating func writeInDocument() {
        guard let written = inDocument?.replace(with: session.composer.committed, session.composer.preedit)
        else { return }
        (deletion, text) = written
    }
}

extension KeyEvent {
    /// The character that the key puts into a text, if that is all it does; those of the number pad may do more.
    fileprivate var printable: Unicode.Scalar? {
        guard !modifiers.isCommand, !(0xFF80...0xFFBD).contains(keysym.rawValue), let scalar = keysym.scalar,
            scalar.properties.generalCategory != .control
        else { return nil }
        return scalar
    }

    /// Whether it is `key`, whatever locks are on; Shift+Tab has a keysym of its own under X11.
    fileprivate func means(_ key: KeyEvent) -> Bool {
        let held = modifiers.intersection([.shift, .control, .alt, .super])
        let wanted = key.modifiers.intersection([.shift, .control, .alt, .super])
        if keysym == .leftTab { return key.keysym == .tab && wanted == held.union(.shift) }
        return keysym == key.keysym && wanted == held
    }
}
