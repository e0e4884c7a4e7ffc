import Bytes

/// Which part of a word a text holds already, so that a key writes only what it changes.
struct Rendition: Sendable {
    /// Where each letter ends in the text, in bytes.
    private var ends = InlineArray<32, UInt16>(repeating: 0)
    fileprivate var tone: UInt8 = 0
    fileprivate var repair: UInt8 = 0
    fileprivate var repairAt: UInt8 = 0
    /// The letter that carries the tone, or -1.
    fileprivate var toneAt = -1

    /// Whether the text is of letters, each written by itself, and not of clusters.
    private let isOfLetters: Bool

    /// A rendition of nothing yet.
    init(_ keymap: Keymap) { isOfLetters = !keymap.composesClusters }

    /// Whether no letter carries a tone or is repaired, and they are letters and not clusters.
    var isPlain: Bool { tone | repair == 0 && isOfLetters }

    @inline(__always)
    fileprivate mutating func end(before index: Int) -> Int {
        index > 0 ? Int(ends[(index &- 1) & 31]) : 0
    }

    @inline(__always)
    fileprivate mutating func setEnd(_ end: Int, after index: Int) {
        ends[index & 31] = UInt16(truncatingIfNeeded: end)
    }
}

/// From letters to text.
extension Keymap {
    /// Writes `word` as it is shown to `text`, which holds its letters before `first` as `rendition` describes.
    ///
    /// Allocates nothing; only letters that look different are written.
    func render(
        _ word: inout Word, _ conditions: Conditions, from first: Int, _ rendition: inout Rendition,
        into text: inout TextBuffer
    ) {
        if composesClusters {
            text.removeAll()
            renderCluster(&word, before: word.count, into: &text)
            return
        }
        var index = min(first, word.count)
        let tone = word.tone
        let repair = word.judgement.repair
        if tone | rendition.tone | repair | rendition.repair != 0 {
            let toneAt = tone == 0 ? -1 : tonePosition(&word, conditions) ?? -1
            if toneAt != rendition.toneAt || tone != rendition.tone {
                if toneAt >= 0 { index = min(index, toneAt) }
                if rendition.toneAt >= 0 { index = min(index, rendition.toneAt) }
                rendition.toneAt = toneAt
                rendition.tone = tone
            }
            if repair != 0 { index = min(index, Int(word.judgement.repairAt)) }
            if rendition.repair != 0 { index = min(index, Int(rendition.repairAt)) }
            rendition.repair = repair
            rendition.repairAt = word.judgement.repairAt
        }
        text.removeAll(after: rendition.end(before: index))
        while index < word.count {
            let letter = word[index]
            let id = repair == 0 ? letter.id : shown(word.judgement, index, letter.id)
            write(id, isCapital: letter.isCapital, tone: index == rendition.toneAt ? tone : 0, into: &text)
            rendition.setEnd(text.count, after: index)
            index &+= 1
        }
    }

    /// Writes the last letter of `word`, if those before it are written and none is placed or repaired.
    func renderLast(_ word: inout Word, _ rendition: inout Rendition, into text: inout TextBuffer) {
        let index = word.count &- 1
        let letter = word[index]
        text.removeAll(after: rendition.end(before: index))
        write(letter.id, isCapital: letter.isCapital, tone: 0, into: &text)
        rendition.setEnd(text.count, after: index)
    }

    /// Writes one letter; `isCapital` selects the second part of a letter in two parts.
    @inline(__always)
    func write(_ letter: UInt8, isCapital: Bool, tone: UInt8, into text: inout TextBuffer) {
        let row = (Int(letter) &* 2 &+ (isCapital ? 1 : 0)) &* (toneCount &+ 1) &+ Int(tone)
        let output = outputs.u64(at: row &* Format.outputSize)
        if output & 0xFF != Format.longOutput {
            text.append(packed: output)
            return
        }
        writeLong(Int(fileNumber: output >> 32), into: &text)
    }

    private func writeLong(_ offset: Int, into text: inout TextBuffer) {
        let length = Int(self.text[offset])
        // Whole letters only; a word of the longest letters there may be fits.
        guard text.count + length <= TextBuffer.capacity else { return }
        for index in 0..<length { text.append(self.text[offset + 1 + index]) }
    }
}
