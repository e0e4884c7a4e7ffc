import Text

/// The least part of a running text that a segment can be: a word, or a letter of a script without blanks.
struct TextUnit {
    /// Where it stands.
    var range: Range<String.Index>
    /// Whether no segment has both this and what comes before: a sentence, a line or a bracket begins here, or another
    /// kind of script.
    let isFirst: Bool
    /// Whether it is a letter of a script without blanks.
    let isLetter: Bool
    /// Whether a sentence or a line begins with it, so that its capital says nothing.
    let beginsSentence: Bool
    /// Whether what came before ended with a full stop or the like, or with a line that was not only broken because it
    /// was full.
    let beginsLine: Bool

    /// The units of `text`, in order.
    ///
    ///     TextUnit.units(of: "Con trâu uống nước.").count  // 4
    ///     TextUnit.units(of: "ទឹក").count                  // 2, ទឹ and ក
    ///
    /// - Complexity: O(*n*).
    static func units(of text: String) -> [TextUnit] {
        var reader = UnitReader(text)
        reader.read()
        return reader.units.withoutQuotes(in: text)
    }
}

/// Divides a text into units, character by character.
private struct UnitReader {
    /// How wide a line is that was full: the least width at which people and programs break lines.
    private static let fullLine = 60

    private(set) var units: [TextUnit] = []
    private let scalars: String.UnicodeScalarView
    /// Where the unit begins that is being read.
    private var start: String.Index?
    /// Whether this unit, or the last one, is a letter of a script without blanks.
    private var isLetter = false
    /// Whether the next character belongs to the letter before it, whatever it is.
    private var isJoined = false
    private var isFirst = true
    private var beginsSentence = true
    private var beginsLine = true
    /// How wide the line is up to here.
    private var width = 0

    init(_ text: String) { scalars = text.unicodeScalars }

    mutating func read() {
        var index = scalars.startIndex
        while index < scalars.endIndex {
            let next = scalars.index(after: index)
            let scalar = scalars[index]
            let following = next < scalars.endIndex ? scalars[next] : nil
            width += DisplayWidth.of(scalar)
            switch ReadingScript.role(of: scalar, before: following) {
            case .lineEnd where isFull(before: following): endUnit(at: index)
            case .lineEnd:
                endUnit(at: index)
                (isFirst, beginsSentence, beginsLine) = (true, true, true)
            case .part(let isUnblanked): addPart(scalar, at: index, isUnblanked)
            case .invisible: break
            case .blank:
                endUnit(at: index)
                // Where words stand without blanks, a blank parts more than words.
                if isLetter { isFirst = true }
            case .punctuation(let endsSentence):
                endUnit(at: index)
                isFirst = true
                if endsSentence { beginsSentence = true }
                if ReadingScript.endsSentence(scalar) { beginsLine = true }
            }
            if ReadingScript.endsLine(scalar) { width = 0 }
            index = next
        }
        endUnit(at: scalars.endIndex)
    }

    /// Whether the line was broken because it was full, so that its sentence goes on in the next one.
    private func isFull(before next: Unicode.Scalar?) -> Bool {
        width >= UnitReader.fullLine && !(next?.properties.isWhitespace ?? true)
    }

    private mutating func addPart(_ scalar: Unicode.Scalar, at index: String.Index, _ isUnblanked: Bool) {
        if start != nil, isJoined || ReadingScript.extends(scalar) {
            isJoined = ReadingScript.joinsNext(scalar)
            return
        }
        if start != nil, !isLetter, !isUnblanked { return }
        endUnit(at: index)
        if isLetter != isUnblanked { isFirst = true }
        start = index
        isLetter = isUnblanked
        isJoined = isUnblanked && ReadingScript.joinsNext(scalar)
    }

    private mutating func endUnit(at end: String.Index) {
        guard let start else { return }
        units.append(
            TextUnit(
                range: start..<end, isFirst: isFirst, isLetter: isLetter, beginsSentence: beginsSentence,
                beginsLine: beginsLine))
        self.start = nil
        (isFirst, beginsSentence, beginsLine, isJoined) = (false, false, false, false)
    }
}

extension [TextUnit] {
    /// How many words stand between single quotes at most; apostrophes farther apart are letters.
    private static let quotedWords = 12

    /// The units without single quotes around them.
    ///
    /// An apostrophe is a letter in Bahnar `a'beng` and K'Ho, so only those count that stand around words as a pair.
    fileprivate func withoutQuotes(in text: String) -> [TextUnit] {
        var units = self
        let scalars = text.unicodeScalars
        for index in units.indices where ["'", "\u{2018}"].contains(scalars[units[index].range.lowerBound]) {
            var last = index
            while !["'", "\u{2019}"].contains(scalars[scalars.index(before: units[last].range.upperBound)]) {
                last += 1
                if last == units.count || units[last].isFirst || last - index == Self.quotedWords { break }
            }
            guard last < units.count, last == index || !units[last].isFirst, last - index < Self.quotedWords
            else { continue }
            units[index].range =
                scalars.index(after: units[index].range.lowerBound)..<units[index].range.upperBound
            let end = scalars.index(before: units[last].range.upperBound)
            units[last].range = units[last].range.lowerBound..<Swift.max(units[last].range.lowerBound, end)
        }
        return units.filter { !$0.range.isEmpty }
    }
}
