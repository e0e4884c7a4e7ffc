import Storage

/// What of a word stands in a text already, so that a key writes only what it changes.
struct Rendition: Sendable {
    /// Where each letter ends in the text, in bytes.
    private var ends = InlineArray<32, UInt16>(repeating: 0)
    fileprivate var tone: UInt8 = 0
    fileprivate var toneAt = -1
    fileprivate var judgement = Judgement()

    fileprivate mutating func end(before index: Int) -> Int { index > 0 ? Int(ends[(index &- 1) & 31]) : 0 }
    fileprivate mutating func setEnd(_ end: Int, after index: Int) {
        ends[index & 31] = UInt16(truncatingIfNeeded: end)
    }
}

/// From letters to text.
extension Keymap {
    /// Writes `word` as it is shown to `text`, where its letters before `first` stand as `rendition` says.
    ///
    /// No allocation, no ICU; the cost is that of the letters that look other than before.
    func render(
        _ word: inout Word, _ conditions: Conditions, from first: Int, _ rendition: inout Rendition,
        into text: inout TextBuffer
    ) {
        if composesClusters {
            text.removeAll()
            renderCluster(&word, 0..<word.count, into: &text)
            return
        }
        let toneAt = word.tone == 0 ? -1 : tonePosition(&word, conditions) ?? -1
        var index = min(first, word.count)
        let tone = word.tone
        if toneAt != rendition.toneAt || tone != rendition.tone {
            if toneAt >= 0 { index = min(index, toneAt) }
            if rendition.toneAt >= 0 { index = min(index, rendition.toneAt) }
            rendition.toneAt = toneAt
            rendition.tone = tone
        }
        if word.judgement.repair | rendition.judgement.repair != 0 {
            index = min(index, repairStart(word.judgement), repairStart(rendition.judgement))
        }
        rendition.judgement = word.judgement
        text.removeAll(after: rendition.end(before: index))
        while index < word.count {
            let letter = word[index]
            let letterTone = index == toneAt ? tone : 0
            write(
                shown(word.judgement, index, letter.id), isCapital: letter.isCapital, tone: letterTone,
                into: &text)
            rendition.setEnd(text.count, after: index)
            index &+= 1
        }
    }

    private func repairStart(_ judgement: Judgement) -> Int {
        judgement.repair == 0 ? .max : Int(judgement.repairAt)
    }

    /// Writes one letter; `isCapital` selects the second part of a letter in two parts.
    func write(_ letter: UInt8, isCapital: Bool, tone: UInt8, into text: inout TextBuffer) {
        let row = (Int(letter) &* 2 &+ (isCapital ? 1 : 0)) &* (toneCount &+ 1) &+ Int(tone)
        let output = outputs.u64(at: row &* Format.outputSize)
        if output & 0xFF != Format.longOutput {
            text.append(packed: output)
            return
        }
        let offset = Int(output >> 32)
        let length = Int(self.text[offset])
        // Whole letters only; a word of the longest letters there may be fits.
        guard text.count + length <= TextBuffer.capacity else { return }
        for index in 0..<length { text.append(self.text[offset + 1 + index]) }
    }
}
