import Storage

/// From letters to text.
extension Keymap {
    /// Writes `word` as it is shown, and returns nothing more than that: no allocation, no ICU.
    func render(_ word: borrowing Word, _ options: OptionValues, into text: inout TextBuffer) {
        if composesClusters {
            renderCluster(word, 0..<word.count, into: &text)
            return
        }
        let position = word.tone == 0 ? nil : tonePosition(word, options)
        for index in 0..<word.count {
            let letter = word[index]
            let tone = index == position ? word.tone : 0
            write(shown(word, index), isCapital: letter.isCapital, tone: tone, into: &text)
        }
    }

    /// Writes one letter; `isCapital` selects the second part of a letter in two parts.
    func write(_ letter: UInt8, isCapital: Bool, tone: UInt8, into text: inout TextBuffer) {
        let row = (Int(letter) * 2 + (isCapital ? 1 : 0)) * (toneCount + 1) + Int(tone)
        let offset = Int(outputs.u32(at: row * 4))
        let length = Int(self.text[offset])
        // Whole letters only; a word of the longest letters there may be fits.
        guard text.count + length <= TextBuffer.capacity else { return }
        for index in 0..<length { text.append(self.text[offset + 1 + index]) }
    }
}
