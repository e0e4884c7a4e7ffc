import Text
import ICU
import Bytes

/// Replaces what stands in for letters of one language, a word at a time.
///
/// A word is needed to know a stand-in from Vietnamese, and an apostrophe that is part of a letter from one that is a
/// quotation mark. Words without any stand-in, which are most, go through as they are.
struct WordRepair {
    /// A word with more letters goes through as it is.
    static let limit = 64

    private let rules: StandInRules
    /// The current word, in UTF-8, when anything in it may have to change or more of it may come.
    private var word: [UInt8] = []
    /// Where each letter of it begins with its marks: in `word`, and in the input.
    private var letters: [(start: Int, offset: Int)] = []
    /// Whether anything in the word may have to change.
    private var isSuspect = false
    /// Whether the current word is too long, and its rest goes through as it is.
    private var isPassing = false
    /// What was made of words, which come again and again.
    private var known: [[UInt8]: CorrectedWord] = [:]
    private static let knownLimit = 8192

    /// The stand-ins of `language`, a BCP 47 tag; nil when they are not known or it is not written in Latin letters.
    init?(language: String) {
        let subtags = language.split(separator: "-")
        rules = StandInRules.rules(for: subtags.first?.lowercased() ?? "")
        if rules.isEmpty { return nil }
        if let script = subtags.dropFirst().first(where: { $0.count == 4 }), script.lowercased() != "latn" {
            return nil
        }
    }

    /// Adds the code points in `range` of `input`, of which the last has no mark behind it.
    ///
    /// - Parameter offset: The bytes before `input`.
    mutating func add(
        _ input: Span<UInt8>, _ range: Range<Int>, at offset: Int, _ report: inout RepairReport,
        _ output: inout [UInt8]
    ) {
        var at = range.lowerBound
        while at < range.upperBound {
            if word.isEmpty, !isPassing {
                let end = WordRepair.soundEnd(input, at..<range.upperBound)
                output.append(bytesOf: input.extracting(at..<end))
                at = end
            }
            guard at < range.upperBound, case .scalar(let scalar, let length) = UTF8Sequence(input, at) else {
                return
            }
            add(scalar, at: offset + at, &report, &output)
            at += length
        }
    }

    /// Adds the next letter with its marks.
    mutating func add(
        _ scalars: [Unicode.Scalar], at offset: Int, _ report: inout RepairReport, _ output: inout [UInt8]
    ) {
        guard let first = scalars.first else { return }
        if scalars.count == 1 { return add(first, at: offset, &report, &output) }
        if scalars.count == 2, first == " ", scalars[1] == "\u{306}", rules.contains(.breves),
            let start = letters.last?.start
        {
            let letter = String(decoding: word[start...], as: UTF8.self)
            if let breve = WordRepair.withBreve(letter) {
                report.add(.blankBeforeBreve, at: offset, letter + " \u{306}", breve)
                word.replaceSubrange(start..., with: breve.utf8)
                return
            }
        }
        guard belongs(first) else {
            finish(&report, &output)
            for scalar in scalars { output.append(scalar) }
            return
        }
        isSuspect = true
        letters.append((word.count, offset))
        for scalar in scalars { word.append(scalar) }
        passIfLong(&output)
    }

    /// Adds the next code point, which no mark follows.
    private mutating func add(
        _ scalar: Unicode.Scalar, at offset: Int, _ report: inout RepairReport, _ output: inout [UInt8]
    ) {
        guard belongs(scalar) else {
            finish(&report, &output)
            output.append(scalar)
            return
        }
        if WordRepair.part(scalar) == .suspect { isSuspect = true }
        letters.append((word.count, offset))
        word.append(scalar)
        passIfLong(&output)
    }

    /// The word has ended: fixes it and gives it out.
    mutating func finish(_ report: inout RepairReport, _ output: inout [UInt8]) {
        isPassing = false
        guard !word.isEmpty else { return }
        if isSuspect {
            let fixed = fixed()
            for step in fixed.steps where letters.indices.contains(step.letter) {
                report.add(
                    step.kind, at: letters[step.letter].offset, fixed.original,
                    step.kind.isLeft ? fixed.original : fixed.text)
            }
            output += fixed.text.utf8
        } else {
            output += word
        }
        forget()
    }

    private mutating func fixed() -> CorrectedWord {
        if let known = known[word] { return known }
        let ends = letters.dropFirst().map(\.start) + [word.count]
        let texts = zip(letters, ends).map { String(decoding: word[$0.start..<$1], as: UTF8.self) }
        let fixed = CorrectedWord(texts, rules)
        if known.count >= WordRepair.knownLimit { known.removeAll(keepingCapacity: true) }
        known[word] = fixed
        return fixed
    }

    /// Gives out what there is of a word that is too long.
    private mutating func passIfLong(_ output: inout [UInt8]) {
        guard isPassing || letters.count > WordRepair.limit else { return }
        output += word
        forget()
        isPassing = true
    }

    private mutating func forget() {
        word.removeAll(keepingCapacity: true)
        letters.removeAll(keepingCapacity: true)
        isSuspect = false
    }

    /// `letter` with a breve; nil when it is not a vowel that takes one.
    private static func withBreve(_ letter: String) -> String? {
        let scalars = Array(letter.normalized(.nfd).unicodeScalars)
        guard let base = scalars.first, "aeiouAEIOU".unicodeScalars.contains(base),
            scalars.dropFirst().allSatisfy({ $0 == "\u{302}" || $0 == "\u{31B}" })
        else { return nil }
        return Repair.text(scalars + ["\u{306}"]).normalized(.nfc)
    }

    // MARK: What words are made of

    /// What a code point is to a word.
    private enum Part: UInt8 {
        /// It belongs to none.
        case none
        /// It belongs to a word, and never has to change.
        case sound
        /// It belongs to a word, and may have to change.
        case suspect

        init(_ value: UInt32) {
            let text = Unicode.Scalar(value).map { String($0) } ?? ""
            switch value {
            case _ where CorrectedWord.isApostrophe(text), WordRepair.marks: self = .suspect
            case 0x41...0x5A, 0x61...0x7A: self = .sound
            case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2AF, 0x1E00...0x1EFF:
                self = StandIns.meaning(of: text) == nil ? .sound : .suspect
            default: self = .none
            }
        }
    }

    private static let marks: ClosedRange<UInt32> = 0x300...0x36F

    /// The parts of all code points up to the last that belongs to a word.
    private static let parts = (0...0x2019).map { Part($0) }

    /// Whether `scalar` begins a word or goes on with it; a mark alone begins none.
    private func belongs(_ scalar: Unicode.Scalar) -> Bool {
        guard WordRepair.part(scalar) != .none else { return false }
        return !word.isEmpty || isPassing || !WordRepair.marks.contains(scalar.value)
    }

    private static func part(_ scalar: Unicode.Scalar) -> Part {
        scalar.value < parts.count ? parts[Int(scalar.value)] : .none
    }

    /// The end of what goes through as it is: where a word begins that may have to change, or the last word, of which
    /// more may come.
    private static func soundEnd(_ input: Span<UInt8>, _ range: Range<Int>) -> Int {
        let parts = parts.span
        var end = range.lowerBound
        var at = end
        while at < range.upperBound, case .scalar(let scalar, let length) = UTF8Sequence(input, at) {
            at += length
            let value = Int(scalar.value)
            let part = value < parts.count ? parts[value] : .none
            if part == .suspect { break }
            if part == .none { end = at }
        }
        return end
    }
}
