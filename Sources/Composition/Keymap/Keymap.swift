public import Bytes

/// A compiled keymap: what keys make, read in place from its file.
///
///     let keymap = try Keymap(MappedFile(path: "vi/telex.chukey").bytes)
///     keymap.info.title  // "Tiếng Việt (Telex)"
///
/// Opening checks the magic, the version, the checksum and the size of every table; nothing is parsed or copied.
/// What the tables say is checked again where it is used, by reads that answer zero outside their table, so that
/// no file can make a key trap.
public final class Keymap: Sendable {
    typealias Format = KeymapFormat

    let letterCount: Int
    let toneCount: Int
    let grammarCount: Int
    let flags: UInt32
    let restoreCondition: UInt8
    let escapeKey: UInt8
    let symbolCount: Int
    let onsetCount: Int
    let placeCount: Int
    let repairCount: Int
    let positionCount: Int
    let slotCount: Int
    let restoreKeyCount: Int
    /// Whether a printable key only types: it neither restores a word nor goes through rules first.
    let typesCharactersAtOnce: Bool
    let firstPositions: UInt64
    let lastPositions: UInt64

    let keyIndex: Bytes
    let keys: Bytes
    let letters: Bytes
    let actions: Bytes
    let outputs: Bytes
    let text: Bytes
    let conditions: Bytes
    let alternatives: Bytes
    let symbols: Bytes
    let strict: Bytes
    let strictMasks: Bytes
    let loose: Bytes
    let looseMasks: Bytes
    let onsets: Bytes
    let places: Bytes
    let repairs: Bytes
    let cluster: Bytes
    /// Rules with context, and keys with a text of their own.
    let rules: RuleTables
    let restoreKeys: Bytes
    let keptWords: KeptWords
    private let factTexts: Bytes

    /// Opens a compiled keymap.
    ///
    /// - Throws: ``/Bytes/ContainerError`` when the file is not a keymap of this version, is cut short or damaged.
    /// - Complexity: O(*bytes*) for the checksum: some microseconds.
    public init(_ bytes: Bytes) throws(ContainerError) {
        let container = try Container(bytes, kind: .keymap, version: Format.version)
        try container.verifyBody()
        let header = container.section(Format.Section.header)
        func field(_ index: Int) -> Int { header.int(at: index * 4) }
        func table(_ id: UInt32, _ size: Int) throws(ContainerError) -> Bytes {
            let bytes = container.section(id)
            guard bytes.count == size else { throw .damaged }
            return bytes
        }
        guard header.count == Format.Field.count * 4 else { throw .damaged }
        letterCount = field(Format.Field.letterCount)
        toneCount = field(Format.Field.toneCount)
        grammarCount = field(Format.Field.grammarCount)
        let keyCount = field(Format.Field.keyCount)
        symbolCount = field(Format.Field.symbolCount)
        let strictCount = field(Format.Field.strictCount)
        let looseCount = field(Format.Field.looseCount)
        onsetCount = field(Format.Field.onsetCount)
        placeCount = field(Format.Field.placeCount)
        repairCount = field(Format.Field.repairCount)
        positionCount = field(Format.Field.positionCount)
        slotCount = field(Format.Field.slotCount)
        restoreKeyCount = field(Format.Field.restoreKeyCount)
        guard letterCount <= Format.letterLimit, toneCount <= Format.toneLimit, keyCount <= 128,
            grammarCount <= Format.grammarLimit, symbolCount <= Format.letterLimit + 1, strictCount <= 0xFFFF,
            looseCount <= 0xFFFF, onsetCount <= 0xFFFF, placeCount <= 0xFFFF, repairCount <= 0xFF,
            positionCount <= Format.positionLimit, slotCount <= 64, restoreKeyCount <= 0xFF
        else { throw .damaged }
        flags = header.u32(at: Format.Field.flags * 4)
        restoreCondition = UInt8(truncatingIfNeeded: header.u32(at: Format.Field.restoreCondition * 4))
        escapeKey = UInt8(truncatingIfNeeded: header.u32(at: Format.Field.escapeKey * 4))
        let rows = letterCount + 1
        keyIndex = try table(Format.Section.keyIndex, 128)
        keys = try table(Format.Section.keys, (keyCount + 1) * Format.keySize)
        letters = try table(Format.Section.letters, rows * Format.letterSize)
        actions = try table(Format.Section.actions, (keyCount + 1) * rows * 2)
        outputs = try table(Format.Section.outputs, rows * 2 * (toneCount + 1) * Format.outputSize)
        text = container.section(Format.Section.text)
        conditions = container.section(Format.Section.conditions)
        alternatives = container.section(Format.Section.alternatives)
        symbols = try table(Format.Section.symbols, rows)
        strict = try table(Format.Section.strict, strictCount * symbolCount * 2)
        strictMasks = try table(Format.Section.strictMasks, strictCount * 8)
        loose = try table(Format.Section.loose, looseCount * symbolCount * 2)
        looseMasks = try table(Format.Section.looseMasks, looseCount * 4)
        onsets = try table(Format.Section.onsets, onsetCount * Format.onsetSize)
        places = try table(Format.Section.places, placeCount * Format.placeSize)
        repairs = try table(Format.Section.repairs, repairCount * Format.repairSize)
        cluster = try table(
            Format.Section.cluster,
            positionCount == 0 ? 0 : 16 + positionCount * Format.positionSize + rows * 8)
        firstPositions = cluster.u64(at: 0)
        lastPositions = cluster.u64(at: 8)
        rules = try RuleTables(container)
        hasRules = !rules.isEmpty
        restoreKeys = try table(Format.Section.restoreKeys, restoreKeyCount * 8)
        keptWords = KeptWords(container.section(Format.Section.keptWords))
        factTexts = container.section(Format.Section.facts)
        var typesCharactersAtOnce = rules.isEmpty
        for row in 0..<restoreKeyCount where restoreKeys.u32(at: row * 8) < 0x7F {
            if restoreKeys.u32(at: row * 8 + 4) == 0 { typesCharactersAtOnce = false }
        }
        self.typesCharactersAtOnce = typesCharactersAtOnce
    }

    /// The texts that the keymap has about itself, from the first on.
    public var facts: KeymapFacts { KeymapFacts(factTexts) }

    /// What the keymap says about itself.
    ///
    /// - Complexity: O(*bytes* of these texts); decoded at each call.
    public var info: KeymapInfo { FactsReader(facts).info }

    /// The keymap's title in `language` (a BCP 47 tag), or nil when it has none in it.
    public func title(in language: String) -> String? {
        FactsReader(facts).titles.first { $0.language == language }?.title
    }

    /// The options it declares, in its order.
    ///
    /// - Complexity: as ``info``.
    public var options: [KeymapOption] { FactsReader(facts).options }

    /// Whether it composes clusters (of Tai Viet, say), in which Backspace takes one sign, and not syllables, in
    /// which it takes one letter with its marks.
    public var composesClusters: Bool { flags & Format.Flag.isCluster != 0 }

    /// Whether a key may be for rules or have a text of its own.
    let hasRules: Bool

    // MARK: Letters and keys, by number; 0 is none

    func letterFlags(_ letter: UInt8) -> UInt8 { letters[Int(letter) * Format.letterSize] }
    func isVowel(_ letter: UInt8) -> Bool { letterFlags(letter) & Format.LetterFlag.vowel != 0 }
    func isMarked(_ letter: UInt8) -> Bool { letterFlags(letter) & Format.LetterFlag.marked != 0 }
    func isWord(_ letter: UInt8) -> Bool { letterFlags(letter) & Format.LetterFlag.word != 0 }

    /// The number of the key that types the ASCII character `code`, or 0 when it is not a key of this keymap.
    @inline(__always)
    func keyNumber(_ code: UInt8) -> UInt8 { keyIndex[Int(code)] }

    /// Whether some figure is a key of the keymap, as in VNI.
    package var usesFigures: Bool { (UInt8(0x30)...0x39).contains { keyNumber($0) != 0 } }

    /// Whether the ASCII character `code` is a capital, and so the same key as its small letter.
    @inline(__always)
    func isCapital(_ code: UInt8) -> Bool {
        guard flags & Format.Flag.capitalsFold != 0 else { return false }
        // Braces are the brackets' capitals where they are the same keys.
        if code == 0x7B || code == 0x7D { return keyNumber(code) == keyNumber(code &- 32) }
        return code >= 0x41 && code <= 0x5A
    }

    /// What the key may do by itself.
    @inline(__always)
    func meaning(_ key: UInt8) -> KeyMeaning { KeyMeaning(row: keys.u64(at: Int(key) &* Format.keySize)) }
    /// The letter that the key makes by itself: its own character in a Latin keymap.
    func plainLetter(_ key: UInt8) -> UInt8 { meaning(key).plain }
    /// The letter that the key alone makes otherwise (ư by w), or 0.
    @inline(__always)
    func specialLetter(_ key: KeyMeaning, _ conditions: Conditions) -> UInt8 {
        key.special == 0 && key.specialCondition == 0
            ? 0 : chosen(key.special, key.specialCondition, conditions)
    }

    /// What the key makes of a letter that is there already, or 0.
    @inline(__always)
    func action(_ key: UInt8, on letter: UInt8, _ conditions: Conditions) -> UInt8 {
        let entry = actions.u16(at: (Int(key) * (letterCount + 1) + Int(letter)) * 2)
        guard entry > 0xFF else { return UInt8(truncatingIfNeeded: entry) }
        return chosen(UInt8(truncatingIfNeeded: entry), UInt8(truncatingIfNeeded: entry >> 8), conditions)
    }

    /// `letter` if its condition holds; of several alternatives the first whose condition does; else 0.
    private func chosen(_ letter: UInt8, _ condition: UInt8, _ conditions: Conditions) -> UInt8 {
        guard condition == Format.seeAlternatives else { return conditions.hold(condition) ? letter : 0 }
        var row = Int(letter) * 2
        while row < alternatives.count, alternatives[row] != 0 {
            if conditions.hold(alternatives[row + 1]) { return alternatives[row] }
            row += 2
        }
        return 0
    }

    func isRestoreKey(_ event: KeyEvent) -> Bool {
        for row in 0..<restoreKeyCount
        where restoreKeys.u32(at: row * 8) == event.keysym.rawValue {
            let wanted = Modifiers(rawValue: restoreKeys.u32(at: row * 8 + 4))
            if event.modifiers.intersection(.command) == wanted.intersection(.command) { return true }
        }
        return false
    }
}

/// The keymap's entry for one key.
struct KeyMeaning {
    let row: UInt64

    /// The letter that the key makes by itself: its own character in a Latin keymap.
    var plain: UInt8 { UInt8(truncatingIfNeeded: row) }
    /// The letter that the key alone makes otherwise (ư by w), if its condition holds; see
    /// ``Keymap/specialLetter(_:_:)``.
    var special: UInt8 { UInt8(truncatingIfNeeded: row >> 8) }
    var specialCondition: UInt8 { UInt8(truncatingIfNeeded: row >> 16) }
    /// The tone that it sets, or 0.
    var tone: UInt8 { UInt8(truncatingIfNeeded: row >> 24) }
    /// Whether the key makes another letter of some letter.
    var changesLetters: Bool { flags & KeymapFormat.KeyFlag.changesLetters != 0 }
    /// Whether its own letter is part of words.
    var isLetter: Bool { flags & KeymapFormat.KeyFlag.isLetter != 0 }
    /// Whether its own letter is all that it can mean.
    var isLetterOnly: Bool { row >> 8 & 0xFFFF_FFFF == UInt64(KeymapFormat.KeyFlag.isLetter) << 24 }

    private var flags: UInt8 { UInt8(truncatingIfNeeded: row >> 32) }
}
