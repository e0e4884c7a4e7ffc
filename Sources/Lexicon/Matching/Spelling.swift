package import Bytes

/// How one language spells, as far as the same word may be spelled in several ways.
///
///     let vietnamese = lexicon.spelling(ofGlossLanguage: 0)
///     vietnamese.word("hoà") == vietnamese.word("Hòa")  // true: a tone is one of its syllable
///     vietnamese.word("quí") == vietnamese.word("quý")  // true: i and y after qu
///     vietnamese.word("hoà") == vietnamese.word("hoá")  // false: another tone
///
/// What is a tone and which letters are alike was declared for the language and compiled into the section `spelling`,
/// with a table that takes Latin letters apart; <doc:File-format> has its layout. A file without it knows of no tones
/// and of no letters that are alike.
package struct Spelling: Sendable {
    /// A letter with its marks: the code point in the lower half, up to two marks in ascending order above, each less
    /// U+02FF.
    typealias Letter = UInt32

    private let bytes: Bytes
    private let folding: Folding
    private let pairCount: Int
    /// Where the declaration of the language begins, or 0 without one.
    private let start: Int

    private static let headerSize = 12
    private static let pairSize = 6
    /// More rules than a language can have: a damaged file must not make a search slow.
    static let ruleLimit = 255
    /// How many letters a rule may have on either side.
    static let ruleLength = 16

    /// The spelling of the language numbered `language`, of which 0 is that of the headwords and the others are those of
    /// the glosses.
    ///
    /// - Parameters:
    ///   - bytes: The section; nothing in older files.
    ///   - folding: The folding of the lexicon, which scripts other than Latin are compared by.
    ///   - language: A number that the section may not have.
    package init(_ bytes: Bytes, _ folding: Folding, language: Int) {
        self.bytes = bytes
        self.folding = folding
        let pairs = bytes.int(at: 0)
        let sets = bytes.int(at: 4)
        let languages = bytes.int(at: 8)
        let languagesStart = Spelling.headerSize + min(pairs, bytes.count) * Spelling.pairSize
        let setsStart = languagesStart + min(languages, bytes.count)
        guard pairs <= bytes.count, sets <= bytes.count, setsStart + min(sets, bytes.count) * 4 <= bytes.count
        else {
            (pairCount, start) = (0, 0)
            return
        }
        pairCount = pairs
        let set = language >= 0 && language < languages ? Int(bytes[languagesStart + language]) : 0
        start = set > 0 && set <= sets ? bytes.int(at: setsStart + (set - 1) * 4) : 0
    }

    /// The spelling of texts whose language is not known.
    static func undeclared(_ folding: Folding) -> Spelling { Spelling(Bytes([]), folding, language: 0) }

    /// Whether both are of one declaration in one file.
    func isSame(as other: Spelling) -> Bool { start == other.start }

    // MARK: Words

    /// `text` as it is compared with others of its language.
    ///
    /// - Complexity: O(*letters* · *rules*).
    func word(_ text: String) -> SpelledWord {
        var word = SpelledWord()
        var syllable: [Letter] = []
        var others = String.UnicodeScalarView()
        for scalar in text.lowercased().unicodeScalars {
            if Spelling.isLatin(scalar.value) {
                if !others.isEmpty { addFolded(&others, to: &word) }
                read(scalar.value, &syllable, &word, depth: 0)
            } else {
                if !syllable.isEmpty { endSyllable(&syllable, &word) }
                readOther(scalar, &others, &word)
            }
        }
        if !others.isEmpty { addFolded(&others, to: &word) }
        endSyllable(&syllable, &word)
        return word
    }

    /// Whether the table of letters has what a text of Latin letters, signs and marks is made of.
    private static func isLatin(_ value: UInt32) -> Bool {
        value < 0x370 || value >= 0x1E00 && value < 0x1F00 || value >= 0x2000 && value < 0x2070
            || value == 0xFEFF
            || value >= 0xA720 && value < 0xA800
    }

    /// Takes a code point apart and adds what it is made of.
    private func read(_ value: UInt32, _ syllable: inout [Letter], _ word: inout SpelledWord, depth: Int) {
        if value >= 0x61 && value <= 0x7A {
            syllable.append(value)
            return
        }
        // No letter has more marks than this; a damaged table could go round.
        if depth < 4, let (first, mark) = pair(of: value) {
            if first != 0 { read(first, &syllable, &word, depth: depth + 1) }
            if mark != 0 { read(mark, &syllable, &word, depth: depth + 1) }
            return
        }
        switch value {
        case 0x20, 0x2D, 0x09:
            endSyllable(&syllable, &word)
        case 0x300..<0x370:
            if isTone(value) {
                word.addTone(value)
            } else if let last = syllable.last, let marked = Spelling.add(value, to: last) {
                syllable[syllable.count - 1] = marked
            } else {
                syllable.append(value)
            }
        default: syllable.append(value)
        }
    }

    /// `letter` with one mark more, or nil when it has two.
    private static func add(_ mark: UInt32, to letter: Letter) -> Letter? {
        let number = mark - 0x2FF
        let first = letter >> 16 & 0xFF
        guard letter >> 24 == 0 else { return nil }
        if first == 0 { return letter | number << 16 }
        return letter & 0xFFFF | min(first, number) << 16 | max(first, number) << 24
    }

    private func endSyllable(_ syllable: inout [Letter], _ word: inout SpelledWord) {
        settle(&syllable)
        word.letters += syllable
        word.endSyllable()
        syllable.removeAll(keepingCapacity: true)
    }

    /// The two parts of a code point, of which either may be 0; nil when it is none of the table.
    private func pair(of value: UInt32) -> (first: UInt32, mark: UInt32)? {
        var low = 0
        var high = pairCount
        while low < high {
            let middle = (low + high) / 2
            let at = Spelling.headerSize + middle * Spelling.pairSize
            let found = UInt32(bytes.u16(at: at))
            if found == value { return (UInt32(bytes.u16(at: at + 2)), UInt32(bytes.u16(at: at + 4))) }
            if found < value { low = middle + 1 } else { high = middle }
        }
        return nil
    }

    /// Reads a code point of another script.
    ///
    /// There a word is its search key, in which the order of marks is settled, and
    /// beside it the tones that the key lacks, each after so many letters.
    private func readOther(
        _ scalar: Unicode.Scalar, _ others: inout String.UnicodeScalarView, _ word: inout SpelledWord
    ) {
        guard !isTone(scalar.value) else { return word.addTone(scalar.value) }
        others.append(scalar)
        if !KeyCluster.extends(scalar) { word.endSyllable() }
    }

    private func addFolded(_ others: inout String.UnicodeScalarView, to word: inout SpelledWord) {
        let key = String(decoding: folding.key(String(others)), as: UTF8.self)
        for scalar in key.unicodeScalars { word.letters.append(scalar.value) }
        others = String.UnicodeScalarView()
    }

    // MARK: The declaration

    private var toneCount: Int { start == 0 ? 0 : min(Int(bytes.u16(at: start)), Spelling.ruleLimit) }
    private var ruleCount: Int { start == 0 ? 0 : min(Int(bytes.u16(at: start + 2)), Spelling.ruleLimit) }
    private var keyRuleCount: Int { start == 0 ? 0 : min(Int(bytes.u16(at: start + 4)), Spelling.ruleLimit) }

    private func isTone(_ value: UInt32) -> Bool {
        for index in 0..<toneCount where UInt32(bytes.u16(at: start + 6 + index * 2)) == value { return true }
        return false
    }

    /// A rule: what it replaces begins behind its head of three bytes, by what it is replaced behind that.
    private struct Rule {
        let at: Int
        let isAtStart: Bool
        let isAtEnd: Bool
        let fromCount: Int
        let toCount: Int
        let size: Int

        init(_ bytes: Bytes, at: Int, unit: Int) {
            self.at = at
            isAtStart = bytes[at] & 1 != 0
            isAtEnd = bytes[at] & 2 != 0
            fromCount = Int(bytes[at + 1])
            toCount = Int(bytes[at + 2])
            size = 3 + (fromCount + toCount) * unit
        }

        var isUsable: Bool {
            fromCount > 0 && fromCount <= Spelling.ruleLength && toCount <= Spelling.ruleLength
        }
    }

    /// Replaces what is alike by the first way to spell it.
    private func settle(_ syllable: inout [Letter]) {
        let count = ruleCount
        guard count > 0 else { return }
        var place = 0
        while place < syllable.count {
            var at = start + 6 + toneCount * 2
            var next = place + 1
            for _ in 0..<count {
                let rule = Rule(bytes, at: at, unit: 4)
                at += rule.size
                let end = place + rule.fromCount
                guard rule.isUsable, end <= syllable.count, !rule.isAtStart || place == 0,
                    !rule.isAtEnd || end == syllable.count
                else { continue }
                var isHere = true
                for index in 0..<rule.fromCount
                where bytes.u32(at: rule.at + 3 + index * 4) != syllable[place + index] {
                    isHere = false
                    break
                }
                guard isHere else { continue }
                var new: [Letter] = []
                for index in 0..<rule.toCount {
                    new.append(bytes.u32(at: rule.at + 3 + (rule.fromCount + index) * 4))
                }
                syllable.replaceSubrange(place..<end, with: new)
                next = place + new.count
                break
            }
            place = next
        }
    }

    /// The search keys that the word of a syllable with the search key `key` has when it is spelled in other ways.
    ///
    ///     vietnamese.otherKeys(of: Array("ly".utf8))  // that of "li"
    ///
    /// - Complexity: O(*rules* · *letters*).
    func otherKeys(of key: [UInt8]) -> [[UInt8]] {
        var others: [[UInt8]] = []
        let count = keyRuleCount
        guard count > 0, !key.isEmpty else { return others }
        var at = start + 6 + toneCount * 2
        for _ in 0..<ruleCount { at += Rule(bytes, at: at, unit: 4).size }
        for _ in 0..<count {
            let rule = Rule(bytes, at: at, unit: 1)
            at += rule.size
            guard rule.isUsable, rule.fromCount <= key.count else { continue }
            let last = rule.isAtStart ? 0 : key.count - rule.fromCount
            for place in 0...last where !rule.isAtEnd || place + rule.fromCount == key.count {
                var isHere = true
                for index in 0..<rule.fromCount where bytes[rule.at + 3 + index] != key[place + index] {
                    isHere = false
                    break
                }
                guard isHere else { continue }
                var other = Array(key[..<place])
                for index in 0..<rule.toCount { other.append(bytes[rule.at + 3 + rule.fromCount + index]) }
                other += key[(place + rule.fromCount)...]
                if other != key, !others.contains(other) { others.append(other) }
                break
            }
        }
        return others
    }

    /// The search keys of `text` when all of its syllables are spelled in another way: no key of a part of them.
    func otherKeys(of text: String, _ folding: Folding) -> [[UInt8]] {
        guard keyRuleCount > 0 else { return [] }
        var key: [UInt8] = []
        var isOther = false
        for word in GlossPieces(text).words {
            let own = folding.key(word)
            let other = otherKeys(of: own).first
            if other != nil { isOther = true }
            key += other ?? own
        }
        return isOther ? [key] : []
    }
}
