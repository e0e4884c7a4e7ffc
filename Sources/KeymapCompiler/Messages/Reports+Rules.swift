internal import Diagnostics

/// What is said of rules, markers and sets of texts.
extension Messages {
    func unknownMarker(_ word: Word, closest: String?) -> Diagnostic {
        error(
            "keymap.unknown-marker",
            "no marker is named \(quoted(word.text))"
                + (closest == nil
                    ? "; expected one of the statement 'markers', or U+0040 for '@' itself"
                    : didYouMean(closest)),
            word.range, fixIts: replacing(word.range, closest))
    }

    func unusedMarker(_ word: Word) -> Diagnostic {
        warning(
            "keymap.unused-marker", "marker \(quoted(word.text)) is named by no rule and put in by no key",
            word.range, fixIts: [removing(withBlanks(word.range), "remove it")])
    }

    func badRange(_ word: Word) -> Diagnostic {
        error(
            "keymap.bad-range",
            "\(quoted(word.text)) is no range; expected two characters, the lesser first, as in a..z or U+1A75..U+1A79",
            word.range)
    }

    func badRule(_ range: Range<Int>, _ what: String) -> Diagnostic {
        error("keymap.bad-rule", "\(quoted(source.text(range))) cannot be read: \(what)", range)
    }

    func badCapture(_ range: Range<Int>, kept: Int) -> Diagnostic {
        let what =
            switch kept {
            case 0: "the left side keeps nothing; expected ( and ) between blanks around what is to be kept"
            case 1: "the left side keeps one part; expected $1"
            default: "the left side keeps \(kept) parts; expected $1 to $\(min(kept, 9))"
            }
        return error(
            "keymap.bad-capture", "found \(quoted(source.text(range))), but \(what)", range,
            fixIts: kept == 1
                ? [FixIt("write '$1'", [.init(range.lowerBound..<range.lowerBound + 2, "$1")])] : [])
    }

    func badMap(_ range: Range<Int>, _ what: String) -> Diagnostic {
        error("keymap.bad-map", "\(quoted(source.text(range))) cannot be mapped: \(what)", range)
    }

    func patternTooLong(_ range: Range<Int>, _ what: String, _ limit: Int) -> Diagnostic {
        error(
            "keymap.pattern-too-long",
            "\(quoted(source.text(range))) has \(what); expected at most \(limit)", range)
    }

    func badOrder(_ range: Range<Int>, _ what: String) -> Diagnostic {
        error("keymap.bad-order", "\(what); expected what 'reorder' takes", range)
    }

    func duplicateTextKey(_ word: Word, first: Word) -> Diagnostic {
        error(
            "keymap.duplicate-key", "key \(quoted(word.text)) puts in text twice; expected one line",
            word.range,
            notes: [note("first here", first.range)],
            fixIts: [removing(lines(word.range), "remove this line")])
    }

    func hiddenRule(_ hidden: RuleCompiler.Hidden) -> Diagnostic {
        let origin = hidden.rule.origin
        var notes: [Note] = []
        if let by = hidden.by {
            notes = [Note("this rule goes first", at: by.origin.range, in: by.origin.text)]
        }
        var fixIts: [FixIt] = []
        if let by = hidden.by, by.origin.text.path == source.path, origin.text.path == source.path {
            let own = lines(origin.range)
            let start = lines(by.origin.range).lowerBound
            let text = source.text(own)
            fixIts = [
                FixIt(
                    "move it before that rule",
                    [.init(start..<start, text.hasSuffix("\n") ? text : text + "\n"), .init(own, "")])
            ]
        }
        return Diagnostic(
            "keymap.hidden-rule", .warning,
            "\(quoted(origin.text.text(origin.range))) never fits: an earlier rule of its group fits whenever it would",
            at: origin.range, in: origin.text, notes: notes, fixIts: fixIts)
    }
}
