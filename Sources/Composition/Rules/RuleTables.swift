import Bytes

/// The rules of a compiled keymap, read in place: see <doc:Keymap-format>.
///
/// Every read is checked against its table, and every loop is bounded by the text or by a number of 16 bits, so
/// that no file can make a key trap or run on.
struct RuleTables: Sendable {
    typealias Format = KeymapFormat

    let flags: UInt32
    /// Symbols below this are those of code points; those of markers follow.
    let characterSymbols: Int
    /// How many groups run on a key; those of Backspace follow them.
    let groupCount: Int
    let backspaceGroupCount: Int
    let textKeyCount: Int

    let pages: Bytes
    let characters: Bytes
    let compositions: Bytes
    let elements: Bytes
    let groups: Bytes
    let chunks: Bytes
    let states: Bytes
    let edges: Bytes
    let rules: Bytes
    let operations: Bytes
    let positions: Bytes
    let labels: Bytes
    let maps: Bytes
    let mapItems: Bytes
    let weights: Bytes
    let textKeys: Bytes

    /// Takes the tables from `container`.
    ///
    /// - Throws: ``/Bytes/ContainerError/damaged`` when a table has another size than the header says.
    init(_ container: Container) throws(ContainerError) {
        typealias Section = Format.RuleSection
        let header = container.section(Section.header)
        guard header.count == 0 || header.count == Format.RuleField.count * 4 else { throw .damaged }
        func field(_ index: Int) -> Int { header.int(at: index * 4) }
        flags = header.u32(at: Format.RuleField.flags * 4)
        characterSymbols = field(Format.RuleField.characterSymbols)
        groupCount = field(Format.RuleField.groups)
        backspaceGroupCount = field(Format.RuleField.backspaceGroups)
        textKeyCount = field(Format.RuleField.textKeys)
        guard characterSymbols <= 0xFFFF, groupCount <= Format.groupLimit,
            backspaceGroupCount <= Format.groupLimit, textKeyCount <= 0xFFFF
        else { throw .damaged }
        pages = container.section(Section.pages)
        characters = container.section(Section.characters)
        compositions = container.section(Section.compositions)
        elements = container.section(Section.elements)
        groups = container.section(Section.groups)
        chunks = container.section(Section.chunks)
        states = container.section(Section.states)
        edges = container.section(Section.edges)
        rules = container.section(Section.rules)
        operations = container.section(Section.operations)
        positions = container.section(Section.positions)
        labels = container.section(Section.labels)
        maps = container.section(Section.maps)
        mapItems = container.section(Section.mapItems)
        weights = container.section(Section.weights)
        textKeys = container.section(Section.textKeys)
        guard groups.count == (groupCount + backspaceGroupCount) * Format.groupSize,
            textKeys.count == (textKeyCount == 0 ? 0 : 128 * 2 + textKeyCount * Format.textKeySize)
        else { throw .damaged }
        // This bounds the number of steps for a key, whatever the file says.
        var total = 0
        for group in 0..<groupCount + backspaceGroupCount {
            total += Int(groups.u16(at: group * Format.groupSize + 2))
        }
        guard total <= Format.chunkLimit else { throw .damaged }
    }

    /// Whether there is anything for them to do.
    var isEmpty: Bool { groupCount == 0 && backspaceGroupCount == 0 && textKeyCount == 0 }

    var normalizes: Bool { flags & Format.RuleFlag.normalizes != 0 }

    // MARK: Characters

    /// The byte at which the row of `character` begins; that of unknown ones is the first.
    func row(of character: UInt32) -> Int {
        guard character <= 0x10FFFF else { return 0 }
        let page = Int(pages.u16(at: Int(character >> 8) * 2))
        let slot = Format.pageCount + page * 256 + Int(character & 0xFF)
        return Int(pages.u16(at: slot * 2)) * Format.characterSize
    }

    func combiningClass(_ element: UInt32) -> UInt8 {
        RuleText.isMarker(element) ? 0 : characters[row(of: element) + 2]
    }

    func characterFlags(_ element: UInt32) -> UInt8 {
        RuleText.isMarker(element) ? 0 : characters[row(of: element) + 3]
    }

    /// The capital of a small letter or the small letter of a capital; 0 when there is none.
    func otherCase(_ element: UInt32) -> UInt32 {
        RuleText.isMarker(element) ? 0 : characters.u32(at: row(of: element) + 8)
    }

    /// What the automata read for `element`.
    func symbol(_ element: UInt32) -> Int {
        guard RuleText.isMarker(element) else { return Int(characters.u16(at: row(of: element))) }
        return characterSymbols + Int(element & 0xFFFF) - 1
    }

    func element(_ index: Int) -> UInt32 { elements.u32(at: index * 4) }

    // MARK: Keys with a text of their own

    /// The number of the row of a key with a text of its own, or nil.
    func textKey(_ event: KeyEvent) -> Int? {
        guard textKeyCount > 0 else { return nil }
        let code = event.keysym.rawValue
        let held = Format.significantModifiers(event)
        if held == 0, code < 128 {
            let row = Int(textKeys.u16(at: Int(code) * 2))
            return row == 0 || row > textKeyCount ? nil : row - 1
        }
        var low = 0
        var high = textKeyCount
        while low < high {
            let middle = (low + high) / 2
            let at = 256 + middle * Format.textKeySize
            let found = (textKeys.u32(at: at), textKeys.u32(at: at + 4))
            if found == (code, held) { return middle }
            if found < (code, held) { low = middle + 1 } else { high = middle }
        }
        return nil
    }

    /// Adds the text of a key.
    func append(textKey row: Int, to text: inout RuleText) {
        let at = 256 + row * Format.textKeySize
        let offset = textKeys.int(at: at + 8)
        let length = Int(textKeys.u16(at: at + 12))
        for index in offset..<offset + length where !text.isFull { text.append(element(index)) }
    }
}
