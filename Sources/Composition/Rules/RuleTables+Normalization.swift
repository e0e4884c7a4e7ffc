import Bytes

/// Normal forms of text under rules, from the data that the keymap brings along.
///
/// A keymap has the decompositions, combining classes and compositions of the code points that it can make or name; all
/// others stay as they are.
extension RuleTables {
    /// Adds `character`, decomposed.
    func append(_ character: UInt32, to text: inout RuleText) {
        let at = characters.u32(at: row(of: character) + 4)
        guard at != 0, normalizes else {
            text.append(character)
            return
        }
        let offset = Int(at >> 8)
        for index in offset..<offset + Int(at & 0xFF) { text.append(element(index)) }
    }

    /// Puts combining marks in canonical order, from the letter before `start` to the end.
    ///
    /// A marker moves with the mark after it; markers at the end stay there.
    func order(_ text: inout RuleText, from start: Int) {
        guard normalizes else { return }
        var first = min(start, text.count)
        while first > 0 {
            first -= 1
            if !RuleText.isMarker(text[first]), combiningClass(text[first]) == 0 { break }
        }
        for index in first..<max(first, text.count) {
            let own = combiningClass(text[index])
            guard own != 0 else { continue }
            let begin = unitStart(&text, index, first)
            var place = begin
            while place > first, combiningClass(text[place - 1]) > own {
                place = unitStart(&text, place - 1, first)
            }
            text.move(begin..<index + 1, to: place)
        }
    }

    /// Where the markers before the character at `index` begin.
    private func unitStart(_ text: inout RuleText, _ index: Int, _ first: Int) -> Int {
        var start = index
        while start > first, RuleText.isMarker(text[start - 1]) { start -= 1 }
        return start
    }

    /// Writes the elements `range` of `text` without markers, in the form that the keymap writes.
    func write(_ text: inout RuleText, _ range: Range<Int>, into output: inout TextBuffer) {
        let composes = normalizes && flags & Format.RuleFlag.decomposed == 0
        // The last character that a mark may join is held back until no mark follows.
        var starter: UInt32?
        var marks = RuleText()
        var last: UInt8 = 0
        func flush(_ output: inout TextBuffer) {
            if let starter { RuleTables.put(starter, into: &output) }
            for index in 0..<marks.count { RuleTables.put(marks[index], into: &output) }
        }
        for index in range.clamped(to: 0..<text.count) {
            let element = text[index]
            if RuleText.isMarker(element) { continue }
            guard composes else {
                RuleTables.put(element, into: &output)
                continue
            }
            let own = combiningClass(element)
            if let base = starter, marks.isEmpty || last != 0 && last < own,
                let composed = composition(base, element)
            {
                starter = composed
                continue
            }
            if own == 0 {
                flush(&output)
                marks.removeAll()
                starter = element
                last = 0
            } else {
                marks.append(element)
                last = own
            }
        }
        flush(&output)
    }

    private static func put(_ character: UInt32, into output: inout TextBuffer) {
        if let scalar = Unicode.Scalar(character) { output.append(scalar) }
    }

    /// The character that `first` and `second` make together.
    private func composition(_ first: UInt32, _ second: UInt32) -> UInt32? {
        var low = 0
        var high = compositions.count / Format.compositionSize
        while low < high {
            let middle = (low + high) / 2
            let at = middle * Format.compositionSize
            let found = (compositions.u32(at: at), compositions.u32(at: at + 4))
            if found == (first, second) { return compositions.u32(at: at + 8) }
            if found < (first, second) { low = middle + 1 } else { high = middle }
        }
        return nil
    }
}
