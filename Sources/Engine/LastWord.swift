import Composition

/// The word that a field committed last, which BackSpace can resume.
struct LastWord: Sendable {
    /// Its keys.
    let word: FinishedWord
    /// As it stands in the document.
    let text: TextBuffer
    /// What was committed after it.
    private(set) var after: TextBuffer
    private(set) var isGone = false

    init(_ word: FinishedWord, _ text: TextBuffer, after: TextBuffer) {
        self.word = word
        self.text = text
        self.after = after
    }

    /// A character was typed after it; more than a few, and the word is out of reach.
    mutating func add(_ scalar: Unicode.Scalar) {
        if after.count < 32 { after.append(scalar) } else { isGone = true }
    }

    /// BackSpace was passed on: what it takes away is the last of what came after; if there is nothing, the word
    /// itself.
    mutating func removeAfter() {
        guard !after.isEmpty else { return isGone = true }
        // Applications differ in how much of a cluster BackSpace takes, so only what has one code point is followed.
        let kept = after.string.unicodeScalars.dropLast()
        guard after.string.count == after.codePoints else { return isGone = true }
        after.removeAll()
        for scalar in kept { after.append(scalar) }
    }
}
