import Text
import ICU

/// Judges the words of bytes by how they read in a legacy encoding, and in Windows code page 1252.
///
///     var words = LegacyWords(.tcvn3)
///     let tally = words.tally(bytes)   // of "Céng hßa X· héi"
///     tally.score                      // 1: Cộng, hòa, Xã and hội are syllables
///     tally.odd.count                  // 1: no language writes "X·" in Latin-1
///
/// Text in UTF-8 that may have been read as Latin-1 is judged by the bytes of its characters, with
/// ``stand(in:)`` where a character has none.
///
/// - Complexity: O(*n*); each word is decoded once, and remembered.
struct LegacyWords: Sendable {
    /// A word, read both ways.
    private struct Word {
        /// Whether it has bytes that are not ASCII.
        var isMarked = false
        /// Whether it has a letter that no byte of Windows code page 1252 stands for.
        var isForeign = false
        /// What it is in the encoding.
        var legacy = WordKind.other
        /// Whether it is no evidence: the letters of a Highland word that Latin-1 has as well.
        var isNeutral = false
        /// Whether it is a syllable or a Highland word as it stands in Latin-1.
        var isGoodAsItIs = false
        /// Whether the encoding reads it as Latin-1 does.
        var isSame = false
        /// Whether no text in Latin-1 has such a word.
        var isOdd = false
    }

    /// What stands for a letter beyond Windows code page 1252.
    static let foreignLetter: UInt8 = 0
    private static let mostWords = 8192

    private let machines: TableMachines
    /// Whether a byte is part of a word.
    private let isInWord: [Bool]
    private var known: [[UInt8]: Word] = [:]

    init(_ machines: TableMachines) {
        self.machines = machines
        isInWord = (0..<256).map { byte in
            if byte == Int(LegacyWords.foreignLetter) || machines.table.marks[UInt8(byte)] != nil {
                return true
            }
            guard let scalar = machines.table.letters[byte]?.unicodeScalars.first else { return byte >= 0x80 }
            return scalar.properties.isAlphabetic || (0x300..<0x370).contains(scalar.value)
        }
    }

    /// The byte for a character that Windows code page 1252 does not have: ``foreignLetter`` or a blank.
    static func stand(in scalar: UInt32) -> UInt8 {
        VNILine.isLetterBeyondLatin1(scalar) ? foreignLetter : 0x20
    }

    /// The byte for one such character in UTF-8, or for bytes that are no character.
    static func stand(in character: ArraySlice<UInt8>) -> UInt8 {
        var reader = UTF8Reader()
        for byte in character {
            if case .scalar(let scalar) = reader.read(byte) { return stand(in: scalar) }
        }
        return 0x20
    }

    /// What the words of `bytes` say.
    ///
    /// - Parameter isUTF8: Whether the bytes stand for characters of a text in UTF-8; a word that is the same in Latin-1
    ///   is then no evidence for the encoding.
    mutating func tally(_ bytes: ArraySlice<UInt8>, isUTF8: Bool) -> WordTally {
        var tally = WordTally()
        forEachWord(bytes) { key, word in
            guard word.isMarked else {
                guard key.count > 1 else { return }
                tally.plain += 1
                if word.legacy == .vietnamese { tally.plainGood += 1 }
                return
            }
            if isUTF8 {
                if word.isForeign { tally.foreign += 1 }
                if word.isSame, word.legacy != .other {
                    tally.same.insert(key)
                    return
                }
                if word.isGoodAsItIs { tally.goodAsItIs += 1 }
            }
            guard !word.isNeutral else { return }
            tally.marked += 1
            switch word.legacy {
            case .vietnamese: tally.good += 1
            case .highland:
                tally.good += 0.8
                tally.highland.insert(key)
            case .other: return
            }
            tally.kinds.insert(key)
            if word.isOdd { tally.odd.insert(key) }
        }
        return tally
    }

    /// Whether a line of UTF-8 is in the encoding, by its words.
    mutating func verdict(_ bytes: [UInt8]) -> LineVerdict {
        var counts = (legacy: 0, unicode: 0, marked: 0)
        forEachWord(bytes[...]) { _, word in
            guard word.isMarked else { return }
            counts.marked += 1
            guard !word.isSame else { return }
            let isLegacy = word.legacy != .other && !word.isNeutral
            if word.isForeign || word.isGoodAsItIs && !isLegacy {
                counts.unicode += 1
            } else if isLegacy, !word.isGoodAsItIs {
                counts.legacy += 1
            }
        }
        if counts.marked == 0 { return .ascii }
        if counts.legacy > counts.unicode { return .legacy }
        return counts.unicode > counts.legacy ? .unicode : .undecided
    }

    private mutating func forEachWord(_ bytes: ArraySlice<UInt8>, _ body: ([UInt8], Word) -> Void) {
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let start = index
            while index < bytes.endIndex, isInWord[Int(bytes[index])] { index += 1 }
            if start < index {
                // A letter with endless marks is no word.
                let key = Array(bytes[start..<min(index, start + 64)])
                body(key, word(key))
            } else {
                index += 1
            }
        }
    }

    private mutating func word(_ key: [UInt8]) -> Word {
        if let word = known[key] { return word }
        let word = read(key)
        if known.count >= LegacyWords.mostWords { known.removeAll(keepingCapacity: true) }
        known[key] = word
        return word
    }

    private func read(_ key: [UInt8]) -> Word {
        var word = Word()
        word.isForeign = key.contains(LegacyWords.foreignLetter)
        // Six capitals of VISCII and fourteen of VPS are control characters.
        word.isMarked = key.contains { $0 >= 0x80 || $0 < 0x20 }
        guard !word.isForeign else { return word }
        var decoder = TableDecoder(machines, ConversionOptions())
        let text = String(decoding: decoder.convertAll(key), as: UTF8.self)
        let isRead = decoder.problems.isEmpty
        if isRead {
            word.legacy = WordKind(text, smallMarked: machines === TableMachines.tcvn3)
        }
        guard word.isMarked else { return word }
        let seen = String(decoding: key.flatMap { Windows1252.texts[Int($0)].bytes }, as: UTF8.self)
        word.isSame = isRead && seen == text
        word.isGoodAsItIs = WordKind(seen) != .other
        let isJoined = text.unicodeScalars.count < key.count
        word.isNeutral = word.legacy == .highland && !isJoined
        word.isOdd = LegacyWords.isOdd(key, machines)
        return word
    }

    // MARK: What Latin-1 never has

    /// Whether no text in Windows code page 1252 has such a word: with a sign inside or a capital among small letters,
    /// or with a mark of the encoding where no language has a letter.
    private static func isOdd(_ key: [UInt8], _ machines: TableMachines) -> Bool {
        for index in key.indices {
            let byte = key[index]
            if byte < 0x20 { return true }
            guard byte >= 0x80 else { continue }
            let isFirst = index == key.startIndex
            guard isLetter(byte) else {
                // ®, ¬, ¦ and ¨ never stand before a word, as µ, § and © do.
                if !isFirst || key.count > 1 && [0xAE, 0xAC, 0xA6, 0xA8, 0xAD].contains(byte) { return true }
                continue
            }
            guard !isFirst else { continue }
            if isCapital(byte), key.contains(where: isSmall) { return true }
            // Two letters beyond ASCII of which the second is a tone.
            if machines === TableMachines.cp1258, [0xCC, 0xD2, 0xDE, 0xEC, 0xF2].contains(byte),
                key[index - 1] >= 0xC0
            {
                return true
            }
        }
        return machines === TableMachines.vniWindows && hasPair(key)
    }

    /// Whether there is a pair of letters that only VNI has.
    private static func hasPair(_ key: [UInt8]) -> Bool {
        var line = VNILine()
        var horned = 0
        for byte in key {
            line.add(UInt32(byte))
            if byte == 0xF6 || byte == 0xD6 { horned += 1 }
        }
        return line.forVNI > horned
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        switch byte {
        case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0xFF, 0x83, 0x8A, 0x8C, 0x8E, 0x9A, 0x9C, 0x9E, 0x9F: true
        default: false
        }
    }

    private static func isCapital(_ byte: UInt8) -> Bool {
        (0xC0...0xDE).contains(byte) && byte != 0xD7 || [0x8A, 0x8C, 0x8E, 0x9F].contains(byte)
    }

    private static func isSmall(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0xDF...0xFF).contains(byte) && byte != 0xF7
    }
}
