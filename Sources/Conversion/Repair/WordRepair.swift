import ICU

/// Replaces what stands in for letters of one language, a word at a time.
///
/// A word is needed to tell a stand-in from Vietnamese, and an apostrophe that is part of a letter from one that is a
/// quotation mark.
struct WordRepair {
    /// A word with more letters goes through as it is.
    static let limit = 64

    /// One letter with its marks.
    private struct Letter {
        var text: String
        var offset: Int
    }

    private let hasBarredB: Bool
    private var word: [Letter] = []
    /// Words, as UTF-8, in which there is nothing to do; the same ones come again and again.
    private var sound: Set<[UInt8]> = []
    private static let knownLimit = 8192
    /// Whether anything in the word may have to change.
    private var isSuspect = false
    /// Whether the word at hand is too long, and its rest goes through as it is.
    private var isPassing = false

    /// The stand-ins of `language`, a BCP 47 tag; nil when they are not known or it is not written in Latin letters.
    init?(language: String) {
        let subtags = language.split(separator: "-")
        guard let primary = subtags.first?.lowercased(), StandIns.languages.contains(primary) else {
            return nil
        }
        if let script = subtags.dropFirst().first(where: { $0.count == 4 }), script.lowercased() != "latn" {
            return nil
        }
        hasBarredB = StandIns.withBarredB.contains(primary)
    }

    /// Takes the next code point, which no mark follows.
    mutating func take(
        _ scalar: Unicode.Scalar, at offset: Int, _ report: inout RepairReport, _ output: inout [UInt8]
    ) {
        guard belongs(scalar) else {
            finish(&report, &output)
            output.append(scalar)
            return
        }
        if !scalar.isASCII || scalar == "'" || scalar == "`" { isSuspect = true }
        add(Letter(text: String(scalar), offset: offset), &output)
    }

    /// Takes the next letter with its marks.
    mutating func take(
        _ scalars: [Unicode.Scalar], at offset: Int, _ report: inout RepairReport, _ output: inout [UInt8]
    ) {
        guard let first = scalars.first, scalars.count > 1 else {
            for scalar in scalars { take(scalar, at: offset, &report, &output) }
            return
        }
        if scalars == [" ", "\u{306}"], let last = word.last, let letter = WordRepair.withBreve(last.text) {
            report.add(.blankBeforeBreve, at: offset, last.text + " \u{306}", letter)
            word[word.count - 1].text = letter
            return
        }
        guard belongs(first) else {
            finish(&report, &output)
            for scalar in scalars { output.append(scalar) }
            return
        }
        isSuspect = true
        add(Letter(text: Repair.text(scalars), offset: offset), &output)
    }

    /// The word has ended: mends it and gives it out.
    mutating func finish(_ report: inout RepairReport, _ output: inout [UInt8]) {
        isPassing = false
        guard !word.isEmpty else { return }
        if isSuspect { mendUnlessKnown(&report) }
        for letter in word { output += letter.text.utf8 }
        word.removeAll(keepingCapacity: true)
        isSuspect = false
    }

    private mutating func add(_ letter: Letter, _ output: inout [UInt8]) {
        if isPassing {
            output += letter.text.utf8
            return
        }
        word.append(letter)
        guard word.count > WordRepair.limit else { return }
        for letter in word { output += letter.text.utf8 }
        word.removeAll(keepingCapacity: true)
        isSuspect = false
        isPassing = true
    }

    // MARK: Mending

    private mutating func mendUnlessKnown(_ report: inout RepairReport) {
        var bytes: [UInt8] = []
        for letter in word { bytes += letter.text.utf8 }
        guard !sound.contains(bytes) else { return }
        let before = report.count
        mend(&report)
        guard report.count == before else { return }
        if sound.count >= WordRepair.knownLimit { sound.removeAll(keepingCapacity: true) }
        sound.insert(bytes)
    }

    private mutating func mend(_ report: inout RepairReport) {
        let original = Repair.text(word.flatMap { $0.text.unicodeScalars })
        // A tone mark: the word is Vietnamese.
        guard !original.normalized(.nfd).unicodeScalars.contains(where: { WordRepair.tones.contains($0) })
        else {
            return
        }
        var changes: [(kind: RepairKind, offset: Int, before: String, after: String)] = []
        func change(_ index: Int, _ meaning: StandIns.Meaning) {
            changes.append((meaning.kind, word[index].offset, word[index].text, meaning.text))
            word[index].text = meaning.text
        }
        var tildes: [(index: Int, meaning: StandIns.Meaning)] = []
        for index in word.indices where word[index].text.utf8.count > 1 {
            guard let meaning = StandIns.meaning(of: word[index].text) else { continue }
            if meaning.isTilde { tildes.append((index, meaning)) } else { change(index, meaning) }
        }
        if let first = tildes.first {
            if isVietnamese(tildes.count) {
                report.add(.mayBeVietnamese, at: word[first.index].offset, original, original)
            } else {
                for tilde in tildes { change(tilde.index, tilde.meaning) }
            }
        }
        mendBarredB(
            original, keepsTilde: tildes.first.map { word[$0.index].text != $0.meaning.text } ?? false
        ) {
            changes.append(($0, $1, $2, $3))
        } quotation: {
            report.add(.mayBeQuotation, at: $0, original, original)
        }
        guard !changes.isEmpty else { return }
        let mended = Repair.text(word.flatMap { $0.text.unicodeScalars })
        for change in changes { report.add(change.kind, at: change.offset, original, mended) }
    }

    /// ƀ for every b with an apostrophe before it.
    private mutating func mendBarredB(
        _ original: String, keepsTilde: Bool, _ changed: (RepairKind, Int, String, String) -> Void,
        quotation: (Int) -> Void
    ) {
        guard hasBarredB, !keepsTilde, word.count > 1 else { return }
        let places = word.indices.dropLast().filter { index in
            WordRepair.isApostrophe(word[index].text) && ["b", "B"].contains(word[index + 1].text)
                && (index == 0 || !WordRepair.isApostrophe(word[index - 1].text))
        }
        guard let first = places.first else { return }
        if let last = word.last, WordRepair.isApostrophe(last.text) {
            quotation(word[first].offset)
            return
        }
        for index in places.reversed() {
            let letter = word[index + 1].text == "b" ? "ƀ" : "Ƀ"
            changed(.barredB, word[index].offset, word[index].text + word[index + 1].text, letter)
            word[index].text = letter
            word.remove(at: index + 1)
        }
    }

    /// Whether the word, apostrophes aside, can be a Vietnamese syllable with ngã.
    ///
    /// A word that is left can still be mended by hand, and one that was changed is lost: so all that is spelt like a
    /// syllable counts.
    private func isVietnamese(_ tildes: Int) -> Bool {
        guard tildes == 1 else { return false }
        let letters = word.filter { !WordRepair.isApostrophe($0.text) }.flatMap { $0.text.unicodeScalars }
        let small = Repair.text(letters).lowercased().normalized(.nfc)
        return VietnameseSyllable.isWellFormed(small) && WordRepair.hasFittingOnset(small)
    }

    /// Vietnamese writes k, gh and ngh before e, ê, i and y, and c, g and ng before the others.
    private static func hasFittingOnset(_ word: String) -> Bool {
        let plain = word.normalized(.nfd).unicodeScalars.filter { $0.value < 0x80 }.map { Character($0) }
        let onset = String(plain.prefix { !"aeiouy".contains($0) })
        let isFront = plain.dropFirst(onset.count).first.map { "eiy".contains($0) } ?? true
        switch onset {
        case "k", "gh", "ngh": return isFront
        case "c", "ng": return !isFront
        default: return true
        }
    }

    /// `letter` with a breve; nil when it is no vowel that takes one.
    private static func withBreve(_ letter: String) -> String? {
        let scalars = Array(letter.normalized(.nfd).unicodeScalars)
        guard let base = scalars.first, "aeiouAEIOU".unicodeScalars.contains(base),
            scalars.dropFirst().allSatisfy({ $0 == "\u{302}" || $0 == "\u{31B}" })
        else { return nil }
        return Repair.text(scalars + ["\u{306}"]).normalized(.nfc)
    }

    /// Grave, acute, hook and dot below: none of these languages writes tones.
    private static let tones: [Unicode.Scalar] = ["\u{300}", "\u{301}", "\u{309}", "\u{323}"]

    private static func isApostrophe(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        guard let first = scalars.first, scalars.count == 1 else { return false }
        return StandIns.apostrophes.contains(first)
    }

    /// Whether `scalar` begins a word or goes on with it; a mark alone begins none.
    private func belongs(_ scalar: Unicode.Scalar) -> Bool {
        guard WordRepair.isPart(scalar) else { return false }
        return !word.isEmpty || isPassing || !(0x300...0x36F).contains(scalar.value)
    }

    /// Whether a word can have `scalar` in it: Latin letters, their marks and apostrophes.
    private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2AF, 0x300...0x36F, 0x1E00...0x1EFF:
            true
        default: StandIns.apostrophes.contains(scalar)
        }
    }
}
