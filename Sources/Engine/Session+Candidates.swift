import Composition

// The candidates that are shown, and the keys that choose among them.
extension Session {
    /// Does what `event` asks of the candidates; nil when it asks nothing of them.
    mutating func choose(_ event: KeyEvent) -> Response? {
        guard behaviour.candidates != .off, !composer.isIdle else { return nil }
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
            composer.clearCommitted()
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
            composer.addToCommit(" ")
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
        composer.clearCommitted()
        return used
    }

    /// Which candidate of the page a figure means: with Alt always, alone where it can mean nothing else.
    private func label(_ event: KeyEvent, _ shown: CandidatePage) -> Int? {
        guard let scalar = event.keysym.scalar, ("0"..."9").contains(scalar) else { return nil }
        let isWithAlt = event.modifiers.contains(.alt) && !event.modifiers.contains(.control)
        let isAlone = !event.modifiers.isCommand && shown.chosen != nil && !engine.keymap.usesFigures
        guard isWithAlt || isAlone else { return nil }
        return scalar == "0" ? 9 : Int(scalar.value) - 0x31
    }

    private mutating func open(_ kind: CandidatePage.Kind) {
        page = found(kind, isAsked: true)
    }

    mutating func refreshCandidates() {
        guard behaviour.candidates != .off else { return }
        guard !composer.isIdle else { return page = nil }
        if let shown = page, shown.isAsked {
            let new = found(shown.kind, isAsked: true)
            if new?.all != shown.all { page = new }
        } else if behaviour.candidates == .whileTyping, !closedByHand {
            let new = found(.words, isAsked: false)
            if new?.all != page?.all { page = new }
        }
    }

    private func found(_ kind: CandidatePage.Kind, isAsked: Bool) -> CandidatePage? {
        let found = engine.candidates(
            for: composer.preedit.string, kind, words: words, limit: Session.candidateLimit)
        guard !found.isEmpty else { return nil }
        return CandidatePage(found, kind, size: min(max(behaviour.pageSize, 1), 10), isAsked: isAsked)
    }

    mutating func take(_ candidate: Candidate) {
        composer.commit(candidate.text)
        page = nil
        last = nil
        learn(candidate.text)
    }

    func learn(_ word: String) {
        guard let words, capabilities.isDisjoint(with: [.password, .sensitive]) else { return }
        words.note(word)
    }
}

extension KeyEvent {
    /// Whether it is `key`, whatever locks are on; Shift+Tab has a keysym of its own under X11.
    fileprivate func means(_ key: KeyEvent) -> Bool {
        let held = modifiers.intersection([.shift, .control, .alt, .super])
        let wanted = key.modifiers.intersection([.shift, .control, .alt, .super])
        if keysym == .leftTab { return key.keysym == .tab && wanted == held.union(.shift) }
        return keysym == key.keysym && wanted == held
    }
}
