/// Slips and accidents made in sources at random, the same ones for the same seed.
public struct SourceMutations {
    private var generator: SeededGenerator

    /// Mutations that begin at `seed`.
    public init(seed: UInt64) { generator = SeededGenerator(seed) }

    /// What programs and people put into sources by accident.
    private static let pieces: [String] = [
        "\r", "\0", "\u{200B}", "\u{A0}", "\u{2028}", "\u{FEFF}", "\u{200F}", "\u{AD}", "\u{303}", " \u{306}",
        "\u{7}", "\u{B}", "\u{85}", "ã", "ǎ", "xã", "'b", "\"", "–>", "→", "//", "#x", " # ", "->", ">", "=",
        "\t", "  ", ";", ",", "\n", "\n\n", "<<<<<<< x\n", "e\u{302}", "{", "(", "tests\n", "entries\n",
        "\\lx ",
        "ð", "ɓ", "а",
    ]

    /// `bytes` with one to three mutations.
    public mutating func mutated(_ bytes: [UInt8]) -> [UInt8] {
        var result = bytes
        for _ in 0..<Int.random(in: 1...3, using: &generator) { mutate(&result) }
        return result
    }

    /// A part of a source: its first `head` lines, and as many others after a place at random.
    public mutating func part(of bytes: [UInt8], head: Int, lines count: Int) -> [UInt8] {
        let lines = SourceMutations.lines(bytes)
        guard lines.count > head + count else { return bytes }
        let start = Int.random(in: head...(lines.count - count), using: &generator)
        return (lines[..<head] + lines[start..<start + count]).flatMap { $0 }
    }

    /// One of `values`.
    public mutating func choose<Value>(_ values: [Value]) -> Value? {
        values.randomElement(using: &generator)
    }

    private mutating func mutate(_ bytes: inout [UInt8]) {
        guard !bytes.isEmpty else { return }
        let place = Int.random(in: bytes.indices, using: &generator)
        var lines = SourceMutations.lines(bytes)
        let line = Int.random(in: lines.indices, using: &generator)
        switch Int.random(in: 0..<16, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: 0x20...0x7E, using: &generator)
        case 1: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 2:
            bytes.removeSubrange(place..<min(place + Int.random(in: 1...3, using: &generator), bytes.count))
        case 3...6:
            // Between characters, as people type.
            var start = place
            while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
            bytes.insert(contentsOf: (choose(SourceMutations.pieces) ?? "").utf8, at: start)
        case 7:
            lines.swapAt(line, Int.random(in: lines.indices, using: &generator))
            bytes = lines.flatMap { $0 }
        case 8:
            lines.remove(at: line)
            bytes = lines.flatMap { $0 }
        case 9:
            lines.insert(lines[line], at: Int.random(in: lines.indices, using: &generator))
            bytes = lines.flatMap { $0 }
        case 10:
            bytes.removeSubrange(place..<min(place + Int.random(in: 1...200, using: &generator), bytes.count))
        case 11: bytes = bytes.map { $0 == 0x0A ? 0x0D : $0 }
        case 12: bytes = bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
        case 13:
            // The first word of a line misspelt.
            let start = lines[line].firstIndex { $0 != 0x20 && $0 != 0x09 } ?? 0
            if lines[line].count > start + 3 {
                lines[line].swapAt(start + 1, start + 2)
                bytes = lines.flatMap { $0 }
            }
        case 14:
            lines[line] = lines[line].map { $0 == 0x09 ? 0x20 : $0 }
            bytes = lines.flatMap { $0 }
        default:
            lines[line] = [0x22] + lines[line].flatMap { $0 == 0x09 ? [0x22, 0x09, 0x22] : [$0] }
            if lines[line].last == 0x0A { lines[line].insert(0x22, at: lines[line].count - 1) }
            bytes = lines.flatMap { $0 }
        }
    }

    /// The lines of `bytes`, each with its line feed.
    private static func lines(_ bytes: [UInt8]) -> [[UInt8]] {
        var lines: [[UInt8]] = [[]]
        for byte in bytes {
            lines[lines.count - 1].append(byte)
            if byte == 0x0A { lines.append([]) }
        }
        if lines.last?.isEmpty == true, lines.count > 1 { lines.removeLast() }
        return lines
    }
}
