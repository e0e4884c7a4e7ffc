import Diagnostics
import ICU

/// The marks of a keymap, which make letters of letters.
///
/// Needs the options, for the conditions of its lines, and the letters, which it makes more of. Where a line names a
/// class, its letters must be known; sets are declared of letters, those that marks make too, so no line names a set.
final class Marks {
    typealias Condition = KeymapDefinition.Condition

    private let reading: Reading
    private let options: Options
    private let letters: Letters
    private let classes: Sets
    private var claims: [MarkKey: Letters.Claim] = [:]
    private var names: [String: Word] = [:]

    private struct MarkKey: Hashable {
        var base: Int
        var key: UInt8
        var condition: Condition?
    }

    /// - Parameter classes: The names that lines may have in square brackets: classes, and no set yet.
    init(
        _ reading: Reading, _ options: Options, _ letters: Letters, classes: Sets,
        _ included: [IncludedKeymap]
    ) {
        self.reading = reading
        self.options = options
        self.letters = letters
        self.classes = classes
        // Own marks take their keys from what an included keymap makes with them, so that comes first.
        for other in included { merge(other) }
        for (line, _) in reading.lines(of: .marks) {
            let (found, condition) = options.splitCondition(line.words)
            readMark(splitColons(found), condition, line)
        }
    }

    private func merge(_ included: IncludedKeymap) {
        for (index, letter) in included.reader.letters.all.enumerated() {
            for mark in letter.marked {
                guard let condition = included.condition(mark.condition) else { continue }
                let base = included.letters[mark.base]
                let number = included.letters[index]
                let key = MarkKey(base: base, key: mark.key, condition: condition)
                guard claims[key] == nil else { continue }
                claims[key] = Letters.Claim(letter: number, origin: letter.origin, isIncluded: true)
                letters.addMarked(number, of: base, by: mark.key, condition)
            }
        }
    }

    private func readMark(
        _ words: [Word], _ condition: Condition?, _ line: Line
    ) {
        guard let (name, mark, rest) = reading.markHead(words, line, example: "breve U+0306 : x on a e")
        else {
            return
        }
        if let first = names[name.text] {
            reading.duplicateName(.mark, name, first: reading.origin(first))
        } else {
            names[name.text] = name
        }
        let on = rest.firstIndex { $0.text == "on" } ?? rest.endIndex
        let end = (words.last?.range.upperBound).map { $0..<$0 } ?? line.range
        var keys: [(key: UInt8, word: Word)] = []
        for word in rest[..<on] {
            if let key = reading.key(word, for: .mark) { keys.append((key, word)) }
        }
        if rest.startIndex == on {
            let place = on < rest.endIndex ? rest[on].range : end
            reading.missing(.key, .after(":"), at: place)
        }
        guard on < rest.endIndex, on + 1 < rest.endIndex else {
            reading.missing(.markedLetters, .after(rest.last?.text ?? ":"), at: end)
            return
        }
        reading.reportRepeated(keys.map(\.word))
        reading.reportRepeated(rest[(on + 1)...])
        for word in rest[(on + 1)...] {
            for letters in classes.sequences(word) {
                guard letters.count == 1, let base = letters.first else {
                    reading.report(.notOneLetter(word.text), word.range)
                    break
                }
                guard let mark else { continue }
                for (key, keyWord) in keys { addMark(mark, key, condition, on: base, keyWord) }
            }
        }
    }

    private func addMark(
        _ mark: Unicode.Scalar, _ key: UInt8, _ condition: Condition?, on base: Int, _ word: Word
    ) {
        let text = (letters.all[base].text + String(Character(mark))).normalized(.nfc)
        guard text.utf8.count <= Limits.letterBytes else {
            reading.report(.letterTooLong(word.text, limit: Limits.letterBytes), word.range)
            return
        }
        let number =
            letters.number(text)
            ?? letters.addLetter(text, classes: letters.all[base].classes, origin: reading.origin(word))
        let markKey = MarkKey(base: base, key: key, condition: condition)
        if let claim = claims[markKey], claim.letter != number {
            guard claim.isIncluded else {
                letters.reportTaken(word, by: claim)
                return
            }
            letters.removeMarked(claim.letter, of: base, by: key, condition)
        }
        // Keys that make another letter from the same one.
        for way in letters.all[base].ways {
            if let claim = letters.claim(way.keys + [key], condition), claim.letter != number,
                !claim.isIncluded
            {
                letters.reportTaken(word, by: claim)
                return
            }
        }
        claims[markKey] = Letters.Claim(letter: number, origin: reading.origin(word), isIncluded: false)
        letters.addMarked(number, of: base, by: key, condition)
    }
}

extension Reading {
    /// The name and the mark before the colon of a line of `marks` or `tones`, and the words after it.
    ///
    /// - Returns: Nil when the line cannot be read; without a mark when only the mark cannot.
    func markHead(
        _ words: [Word], _ line: Line, example: String
    ) -> (name: Word, mark: Unicode.Scalar?, rest: ArraySlice<Word>)? {
        guard let colon = words.firstIndex(where: { $0.text == ":" }) else {
            let end = line.range.upperBound..<line.range.upperBound
            report(.missingColon(example: example), end)
            return nil
        }
        guard let name = words.first, colon > 0 else {
            missing(.name, before: words[colon])
            return nil
        }
        let rest = words[(colon + 1)...]
        guard colon > 1 else {
            missing(.mark, after: name)
            return (name, nil, rest)
        }
        expectNoMore(words[2..<colon], .afterMark)
        guard let text = text(of: words[1]) else { return (name, nil, rest) }
        let scalars = Array(text.unicodeScalars.drop { $0 == "\u{25CC}" })
        guard scalars.count == 1, isMark(scalars[0]) else {
            report(reports.notAMark(words[1], spacing: combiningMark(scalars)))
            return (name, nil, rest)
        }
        return (name, scalars[0], rest)
    }

    /// The mark that is meant by a sign that looks like it.
    private func combiningMark(_ scalars: [Unicode.Scalar]) -> Unicode.Scalar? {
        guard scalars.count == 1 else { return nil }
        let marks: [Unicode.Scalar: Unicode.Scalar] = [
            "\u{02D8}": "\u{0306}", "\u{00B4}": "\u{0301}", "`": "\u{0300}", "~": "\u{0303}",
            "\u{02DC}": "\u{0303}",
            "^": "\u{0302}", "\u{02C6}": "\u{0302}", "\u{02C7}": "\u{030C}", "\u{00A8}": "\u{0308}",
            "\u{00AF}": "\u{0304}",
            "\u{02C9}": "\u{0304}", "\u{02D9}": "\u{0307}", "\u{02CA}": "\u{0301}", "\u{02CB}": "\u{0300}",
        ]
        return marks[scalars[0]]
    }
}
