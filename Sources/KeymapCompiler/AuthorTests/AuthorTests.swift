import Composition
import Diagnostics

/// Runs the tests in a keymap's source through the real composition machine.
struct AuthorTests {
    let keymap: Keymap
    /// Why words are no syllables.
    let reason: SyllableReason

    /// A diagnostic for each test whose keys give another text than the author expects.
    func failures(of tests: [KeymapDefinition.Test]) -> [Diagnostic] {
        tests.compactMap { test in
            var field = Transcript(keymap: keymap)
            for option in test.options { _ = field.composer.setOption(option.name, to: option.value) }
            var trace = KeyTrace()
            for event in test.events {
                field.type(event)
                trace.add(event, field.shown)
            }
            field.finish()
            // Compared code point by code point: the normal form is part of what is tested.
            guard !field.text.unicodeScalars.elementsEqual(test.expected.unicodeScalars) else { return nil }
            trace.end(field.text)
            return Reports(source: test.origin.text).failedTest(
                test, found: field.text, trace.steps(towards: test.expected),
                noSyllable: reason.beginning(of: AuthorTests.word(of: field.text, against: test.expected)))
        }
    }
}

extension AuthorTests {
    /// The word of `found` in which it differs from `expected` first.
    static func word(of found: String, against expected: String) -> String {
        let (letters, wanted) = (Array(found), Array(expected))
        let alike = zip(letters, wanted).prefix { $0 == $1 }.count
        let start = letters[..<alike].lastIndex { $0 == " " }.map { $0 + 1 } ?? 0
        return String(letters[start...].prefix { $0.isLetter || $0 == "'" || $0 == "\u{2019}" })
    }
}

/// The keys of a test, and what was seen after each.
struct KeyTrace {
    /// How many steps are shown at most.
    static let limit = 24

    private var steps: [(event: KeyEvent?, shown: String)] = []

    mutating func add(_ event: KeyEvent, _ shown: String) { steps.append((event, shown)) }

    /// Adds what stands there when the line has ended, when that is something else.
    mutating func end(_ text: String) {
        if steps.last?.shown.unicodeScalars.elementsEqual(text.unicodeScalars) != true {
            steps.append((nil, text))
        }
    }

    /// The steps of the word in which the text goes wrong, with the words before it left out.
    func steps(towards expected: String) -> (steps: [KeymapNote.KeyStep], isCut: Bool) {
        var first = 0
        var kept = ""
        let wanted = Array(expected.unicodeScalars)
        let found = Array((steps.last?.shown ?? "").unicodeScalars)
        let alike = zip(wanted, found).prefix { $0 == $1 }.count
        // The word begins after the last blank that is right.
        if let blank = wanted[..<alike].lastIndex(of: " ") {
            let start = wanted[...blank]
            if let index = steps.firstIndex(where: { $0.shown.unicodeScalars.elementsEqual(start) }) {
                first = index + 1
                kept = String(String.UnicodeScalarView(start))
            }
        }
        var shown = steps[first...]
        // The word after it has nothing to do with it, unless it changes the text before.
        if let end = shown.firstIndex(where: { $0.event?.keysym == .space }),
            zip(steps[end].shown.unicodeScalars, found).allSatisfy({ $0 == $1 })
        {
            shown = shown[...end]
        }
        let isCut = shown.count > KeyTrace.limit
        let parts = shown.suffix(KeyTrace.limit).map { step in
            let rest = step.shown.unicodeScalars.dropFirst(kept.unicodeScalars.count)
            return KeymapNote.KeyStep(
                key: step.event.map { $0.keysym == .space ? "{space}" : "\($0)" },
                shown: String(String.UnicodeScalarView(rest)))
        }
        return (parts, isCut)
    }
}
