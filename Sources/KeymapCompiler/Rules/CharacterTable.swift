import Composition
import ICU
import Bytes

/// What the machine must know of code points: symbols, marks, normal forms and capitals.
///
/// Only those that the keymap can make or names, and what they are composed of and compose to. The data are those
/// of the Unicode version of the ICU that compiles the keymap.
struct CharacterTable {
    typealias Format = KeymapFormat

    /// The code points, with all they are composed of and compose to.
    private(set) var characters: Set<UInt32>
    private(set) var compositions: [(first: UInt32, second: UInt32, result: UInt32)] = []

    private let foldsCase: Bool
    private let normalizes: Bool

    init(_ characters: Set<UInt32>, normalizes: Bool, foldsCase: Bool) {
        self.normalizes = normalizes
        self.foldsCase = foldsCase
        self.characters = characters
        if foldsCase {
            for character in characters {
                if let other = CharacterCase.capital(character) ?? CharacterCase.small(character) {
                    self.characters.insert(other)
                }
            }
        }
        guard normalizes else { return }
        for character in self.characters { self.characters.formUnion(TextRules.decomposition(character)) }
        addCompositions()
    }

    /// Every letter that the code points make together, found by asking for each pair that could make one.
    ///
    /// Of all code points some hundred begin a letter or end one, so that a set of many has no more pairs than these.
    private mutating func addCompositions() {
        let marks = characters.filter { CharacterTable.composesBackward($0) }.sorted()
        guard !marks.isEmpty else { return }
        var open = characters.filter {
            TextRules.combiningClass($0) == 0 && $0 >= 0x3C && CompositionPart(of: $0).contains(.first)
        }.sorted()
        var seen = Set(open)
        while let first = open.popLast() {
            guard let base = Unicode.Scalar(first) else { continue }
            for mark in marks {
                guard let second = Unicode.Scalar(mark) else { continue }
                var pair = String(Character(base))
                pair.unicodeScalars.append(second)
                let composed = pair.normalized(.nfc).unicodeScalars
                guard composed.count == 1, let result = composed.first?.value else { continue }
                compositions.append((first, mark, result))
                characters.insert(result)
                if seen.insert(result).inserted { open.append(result) }
            }
        }
        compositions.sort { ($0.first, $0.second) < ($1.first, $1.second) }
    }

    /// Whether the code point may become part of the one before it.
    private static func composesBackward(_ character: UInt32) -> Bool {
        guard character >= 0x300, CompositionPart(of: character).contains(.last),
            let scalar = Unicode.Scalar(character)
        else { return false }
        if (0x1161...0x11FF).contains(character) { return true }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: return true
        default: return false
        }
    }

    // MARK: Tables

    private struct Row: Hashable {
        var symbol: Int
        var combiningClass: UInt8 = 0
        var flags: UInt8 = 0
        var decomposition: [UInt32] = []
        var otherCase: UInt32 = 0
    }

    private func row(_ character: UInt32, symbol: Int) -> Row {
        guard characters.contains(character), let scalar = Unicode.Scalar(character) else {
            return Row(symbol: symbol)
        }
        var row = Row(symbol: symbol, combiningClass: TextRules.combiningClass(character))
        if row.combiningClass != 0, scalar.scriptCode == "Zinh" { row.flags |= Format.CharacterFlag.clings }
        if normalizes {
            let parts = TextRules.decomposition(character)
            if parts != [character] { row.decomposition = parts }
        }
        if foldsCase {
            if let small = CharacterCase.small(character) {
                row.flags |= Format.CharacterFlag.capital
                row.otherCase = small
            } else {
                row.otherCase = CharacterCase.capital(character) ?? 0
            }
        }
        return row
    }

    /// The sections of pages and rows; decompositions go to `elements`.
    func tables(_ symbols: RuleSymbols, _ elements: inout ElementPool) -> (
        pages: [UInt8], characters: [UInt8]
    ) {
        var rows: [Row] = [Row(symbol: 0)]
        var numbers: [Row: UInt16] = [rows[0]: 0]
        func number(_ row: Row) -> UInt16 {
            if let number = numbers[row] { return number }
            rows.append(row)
            numbers[row] = UInt16(clamping: rows.count - 1)
            return UInt16(clamping: rows.count - 1)
        }
        var pages: [[UInt16]] = [[UInt16](repeating: 0, count: 256)]
        var known: [[UInt16]: UInt16] = [pages[0]: 0]
        var index = [UInt16](repeating: 0, count: Format.pageCount)
        let byPage = Dictionary(grouping: characters) { $0 >> 8 }
        var interval = 0
        for page in 0..<UInt32(Format.pageCount) {
            let range = page << 8...page << 8 | 0xFF
            while interval < symbols.intervals.count,
                symbols.intervals[interval].range.upperBound < range.lowerBound
            { interval += 1 }
            let own = byPage[page] ?? []
            let isTouched =
                interval < symbols.intervals.count
                && symbols.intervals[interval].range.lowerBound <= range.upperBound
            guard !own.isEmpty || isTouched else { continue }
            var content = [UInt16](repeating: 0, count: 256)
            var symbolsHere = [Int](repeating: 0, count: 256)
            var next = interval
            while next < symbols.intervals.count, symbols.intervals[next].range.lowerBound <= range.upperBound
            {
                let (span, symbol) = symbols.intervals[next]
                let plain = number(Row(symbol: symbol))
                let part = max(span.lowerBound, range.lowerBound)...min(span.upperBound, range.upperBound)
                for character in part {
                    content[Int(character & 0xFF)] = plain
                    symbolsHere[Int(character & 0xFF)] = symbol
                }
                next += 1
            }
            for character in own.sorted() {
                content[Int(character & 0xFF)] = number(
                    row(character, symbol: symbolsHere[Int(character & 0xFF)]))
            }
            if known[content] == nil {
                known[content] = UInt16(clamping: pages.count)
                pages.append(content)
            }
            index[Int(page)] = known[content] ?? 0
        }
        var pageWriter = ByteWriter()
        for page in index { pageWriter.u16(page) }
        for page in pages { for row in page { pageWriter.u16(row) } }
        var writer = ByteWriter()
        for row in rows {
            writer.u16(UInt16(clamping: row.symbol))
            writer.u8(row.combiningClass)
            writer.u8(row.flags)
            if row.decomposition.isEmpty {
                writer.u32(0)
            } else {
                writer.u32(
                    UInt32(elements.offset(of: row.decomposition)) << 8 | UInt32(row.decomposition.count))
            }
            writer.u32(row.otherCase)
            writer.u32(0)
        }
        return (pageWriter.bytes, writer.bytes)
    }

    var compositionTable: [UInt8] {
        var writer = ByteWriter()
        for composition in compositions {
            writer.u32(composition.first)
            writer.u32(composition.second)
            writer.u32(composition.result)
        }
        return writer.bytes
    }
}

/// Sequences of elements, each kept once.
struct ElementPool {
    private var elements: [UInt32] = []
    private var offsets: [[UInt32]: Int] = [:]

    /// Where `sequence` stands.
    mutating func offset(of sequence: [UInt32]) -> Int {
        if let offset = offsets[sequence] { return offset }
        let offset = elements.count
        elements += sequence
        offsets[sequence] = offset
        return offset
    }

    var bytes: [UInt8] {
        var writer = ByteWriter()
        for element in elements { writer.u32(element) }
        return writer.bytes
    }
}
